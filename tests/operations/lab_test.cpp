// SPDX-License-Identifier: GPL-3.0-or-later
// Migrations over real SSH, on simulated nodes.
#include "lab/labtest.h"
#include "operations/fakecluster.h"
#include "operations/migration.h"
#include "remote/sshconnection.h"

#include <gmock/gmock.h>

#include <QFile>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::operations;
using colonnade::lab::eventually;
using colonnade::test::Following;
using testing::HasSubstr;

namespace {

/// Nothing is asked in these tests: the lab's keys are known, and have no passphrase.
class NobodyThere final : public remote::Interaction
{
public:
    remote::HostKeyAnswer unknownHostKey(const remote::HostKeyQuestion &, std::stop_token) override
    {
        return remote::HostKeyAnswer::Cancel;
    }
    std::optional<base::Secret> secret(const remote::SecretQuestion &, std::stop_token) override
    {
        return std::nullopt;
    }
    std::optional<std::vector<base::Secret>> keyboardInteractive(const remote::KeyboardQuestion &,
                                                                 std::stop_token) override
    {
        return std::nullopt;
    }
};

class LabMigrationTest : public testing::Test
{
protected:
    void begin(lab::Options options, std::chrono::milliseconds migrationTime)
    {
        options.migrationTime = migrationTime;
        m_lab = lab::startLab(options);
        QList<profiles::Profile> profiles;
        for (const lab::NodeAccess &node : m_lab->nodes()) {
            profiles::Profile profile;
            profile.name = node.name;
            profile.cluster = u"lab"_s;
            profile.host = node.host;
            profile.port = node.port;
            profile.user = m_lab->user();
            profile.identityFiles = {m_lab->privateKeyFile()};
            profile.methods = {profiles::LoginMethod::KeyFile};
            profile.knownHostsFile = m_lab->knownHostsFile();
            if (options.kind == toolstack::Kind::Xm)
                profile.migrationAddress = node.host; // xend's address is not a name
            profiles.append(profile);
        }
        const auto connector = [](const profiles::Profile &profile) {
            remote::ConnectionSettings settings;
            settings.node = profile.name;
            settings.host = profile.host;
            settings.port = profile.port;
            settings.user = profile.user;
            settings.identityFiles = profile.identityFiles;
            settings.methods.removeAll(remote::LoginMethod::Agent);
            settings.knownHostsFiles = QStringList{profile.knownHostsFile};
            settings.firstRetry = std::chrono::milliseconds(100);
            settings.maxRetry = std::chrono::milliseconds(500);
            return std::make_unique<remote::SshConnection>(settings,
                                                           std::make_shared<NobodyThere>());
        };
        m_nodes = std::make_unique<cluster::Monitor>(u"lab"_s, profiles, connector);
        m_nodes->readOnce({}, true);
        m_options.pollInterval = std::chrono::milliseconds(50);
        m_options.settleLimit = std::chrono::seconds(3);
        m_options.unreachableLimit = std::chrono::seconds(60);
    }

    void plan(const QString &guest = u"web1"_s)
    {
        const auto planned = planMigration(m_nodes->state(), guest, u"xenhost1"_s, u"xenhost2"_s);
        ASSERT_TRUE(planned) << planned.error().message.toStdString();
        m_plan = *planned;
    }

    std::unique_ptr<Following> migrate()
    {
        return std::make_unique<Following>([this](const MigrationSink &sink, std::stop_token stop) {
            return runMigration(*m_nodes, m_journal, m_plan, sink, stop, m_options);
        });
    }

    /// What a person does to an xl that hangs.
    void killJob()
    {
        QFile pid(m_lab->nodes()[0].root + u"/var/lib/colonnade/jobs/"_s + m_plan.id + u"/pid"_s);
        ASSERT_TRUE(pid.open(QIODevice::ReadOnly));
        const int group = pid.readAll().split(' ').first().toInt();
        ASSERT_GT(group, 1);
        ASSERT_EQ(::kill(-group, SIGKILL), 0);
    }

    static bool sawHalf(const Following &following)
    {
        return following.saw([](const MigrationProgress &each) {
            return each.fraction && *each.fraction >= 0.3 && *each.fraction < 1;
        });
    }

    /// A lab like the captured cluster, web1 on xenhost1, and the plan to move it.
    void SetUp() override
    {
        begin(lab::captureOptions(), std::chrono::seconds(3));
        plan();
    }

    std::unique_ptr<lab::Lab> m_lab;
    std::unique_ptr<cluster::Monitor> m_nodes;
    QTemporaryDir m_data;
    Journal m_journal{m_data.path() + u"/journal"_s};
    MigrationOptions m_options;
    Plan m_plan;
};

TEST_F(LabMigrationTest, movesTheGuestWithATrueBar)
{
    const auto following = migrate();
    EXPECT_TRUE(sawHalf(*following));
    const MigrationResult result = following->result();
    EXPECT_EQ(result.outcome, MigrationOutcome::Moved)
        << result.sentence.toStdString() << result.output.toStdString();
    EXPECT_EQ(m_lab->domains(u"xenhost1"_s), QStringList());
    EXPECT_EQ(m_lab->domains(u"xenhost2"_s), QStringList{u"web1"_s});
    double last = 0;
    for (const MigrationProgress &each : following->progress()) {
        EXPECT_GE(each.fraction.value_or(last), last);
        last = each.fraction.value_or(last);
    }
    EXPECT_FALSE(QFile::exists(m_lab->nodes()[0].root + u"/var/lib/colonnade/jobs/"_s + m_plan.id));
}

TEST_F(LabMigrationTest, aConnectionCutInTheMiddleChangesNothing)
{
    const auto following = migrate();
    ASSERT_TRUE(sawHalf(*following));
    ASSERT_TRUE(m_lab->setFault(u"xenhost1"_s, lab::Fault::Refuse));
    ASSERT_TRUE(m_lab->cut(u"xenhost1"_s));
    ASSERT_TRUE(following->saw(u"xenhost1 does not answer; the migration goes on there"_s));
    ASSERT_TRUE(m_lab->clearFault(u"xenhost1"_s, lab::Fault::Refuse));
    EXPECT_EQ(following->result().outcome, MigrationOutcome::Moved);
    EXPECT_EQ(m_lab->domains(u"xenhost2"_s), QStringList{u"web1"_s});
}

TEST_F(LabMigrationTest, targetLosesPowerInTheMiddle)
{
    ASSERT_TRUE(m_lab->setFault(u"xenhost2"_s, lab::Fault::MigrationDeath, 50));
    const auto following = migrate();
    ASSERT_TRUE(following->saw(
        u"xenhost2 does not answer; web1 still runs on xenhost1; xl has not given up yet"_s));
    ASSERT_TRUE(m_lab->boot(u"xenhost2"_s));
    killJob(); // until it notices by itself, a real one takes many minutes, the lab's for ever
    const MigrationResult result = following->result();
    EXPECT_EQ(result.outcome, MigrationOutcome::Stayed) << result.sentence.toStdString();
    EXPECT_EQ(m_lab->domains(u"xenhost1"_s), QStringList{u"web1"_s});
}

TEST_F(LabMigrationTest, sourceLosesPowerInTheMiddle)
{
    ASSERT_TRUE(m_lab->setFault(u"xenhost1"_s, lab::Fault::MigrationDeath, 50));
    const auto following = migrate();
    ASSERT_TRUE(following->saw(u"xenhost1 does not answer"_s));
    ASSERT_TRUE(m_lab->boot(u"xenhost1"_s));
    const MigrationResult result = following->result();
    EXPECT_EQ(result.outcome, MigrationOutcome::Lost) << result.sentence.toStdString();
    EXPECT_THAT(result.sentence.toStdString(), HasSubstr("xenhost1 was started anew"));
    EXPECT_THAT(result.remedy.toStdString(), HasSubstr("xl destroy web1--incoming"));
    EXPECT_EQ(m_lab->domains(u"xenhost2"_s), QStringList{u"web1--incoming"_s});
}

TEST_F(LabMigrationTest, brokenHandshakeIsUndefined)
{
    ASSERT_TRUE(m_lab->setFault(u"xenhost1"_s, lab::Fault::Handshake));
    const MigrationResult result = migrate()->result();
    EXPECT_EQ(result.outcome, MigrationOutcome::Undefined) << result.sentence.toStdString();
    EXPECT_FALSE(result.remedy.isEmpty());
}

TEST_F(LabMigrationTest, killedXlLeavesTheGuestAtTheSource)
{
    const auto following = migrate();
    ASSERT_TRUE(sawHalf(*following));
    killJob();
    const MigrationResult result = following->result();
    EXPECT_EQ(result.outcome, MigrationOutcome::Stayed) << result.sentence.toStdString();
    EXPECT_THAT(result.sentence.toStdString(), HasSubstr("killed on xenhost1"));
}

TEST_F(LabMigrationTest, stoppedAndResumedByAnotherConnection)
{
    auto following = migrate();
    ASSERT_TRUE(sawHalf(*following));
    following->stop();
    EXPECT_EQ(following->result().outcome, MigrationOutcome::Unknown);
    const MigrationResult result =
        resumeMigration(*m_nodes, m_journal, m_plan.id, {}, {}, m_options);
    EXPECT_EQ(result.outcome, MigrationOutcome::Moved) << result.sentence.toStdString();
}

class LabXmMigrationTest : public LabMigrationTest
{
protected:
    void SetUp() override
    {
        lab::Options options = lab::captureOptions();
        options.kind = toolstack::Kind::Xm;
        begin(options, std::chrono::seconds(2));
        plan();
    }
};

TEST_F(LabXmMigrationTest, xmMovesTheGuest)
{
    EXPECT_THAT(m_plan.steps[0].command.toStdString(), HasSubstr("xm migrate -l"));
    const MigrationResult result = migrate()->result();
    EXPECT_EQ(result.outcome, MigrationOutcome::Moved) << result.sentence.toStdString();
    EXPECT_EQ(m_lab->domains(u"xenhost2"_s), QStringList{u"web1"_s});
}

class LabRgmanagerMigrationTest : public LabMigrationTest
{
protected:
    void SetUp() override
    {
        lab::Options options = lab::captureOptions();
        options.kind = toolstack::Kind::Xm;
        options.rgmanager = true;
        lab::Guest guest;
        guest.name = u"web1"_s;
        guest.memoryMiB = 160;
        guest.managed = true;
        options.guests = {guest};
        begin(options, std::chrono::seconds(2));
        plan();
    }
};

TEST_F(LabRgmanagerMigrationTest, clusvcadmMovesTheGuest)
{
    EXPECT_THAT(m_plan.steps[0].command.toStdString(), HasSubstr("clusvcadm -M vm:web1 -m "));
    const MigrationResult result = migrate()->result();
    EXPECT_EQ(result.outcome, MigrationOutcome::Moved)
        << result.sentence.toStdString() << result.output.toStdString();
    EXPECT_EQ(m_lab->domains(u"xenhost2"_s), QStringList{u"web1"_s});
}

} // namespace
