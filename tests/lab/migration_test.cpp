// SPDX-License-Identifier: GPL-3.0-or-later
// What both nodes show while `xl migrate` runs, and what is left when something breaks it. The
// states are those of captures/xl-4.17.
#include "lab/labtest.h"

#include <QFile>

#include <gmock/gmock.h>

#include <csignal>

namespace colonnade::lab {
namespace {

using testing::HasSubstr;
using testing::Not;

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

/// The words of a domain's row of `xl list`, without the time; empty: not listed.
QString row(const Lab &lab, int node, const QString &name)
{
    for (const QByteArray &line : run(lab, node, word("xl list")).out.split('\n')) {
        QStringList words = QString::fromLatin1(line).simplified().split(QLatin1Char(' '));
        if (words.value(0) == name)
            return words.mid(0, 5).join(QLatin1Char(' '));
    }
    return {};
}

class MigrationTest : public testing::Test
{
protected:
    explicit MigrationTest(int milliseconds = 1500)
    {
        Options options = captureOptions();
        options.migrationTime = std::chrono::milliseconds(milliseconds);
        m_lab = startLab(options);
    }

    std::unique_ptr<Program> migrate()
    {
        return begin(*m_lab, 0, word("exec xl migrate web1 xenhost2"));
    }
    bool isIncoming()
    {
        return eventually([this] { return hasDomains(*m_lab, 1, {word("web1--incoming")}); });
    }
    bool isUntouched()
    {
        return hasDomains(*m_lab, 0, {word("web1")}) && hasDomains(*m_lab, 1, {});
    }

    std::unique_ptr<Lab> m_lab;
};

TEST_F(MigrationTest, showsEveryStageOnBothNodes)
{
    const auto migration = migrate();
    const auto appears = [this](int node, const char *name, const QString &words) {
        return eventually([=, this] { return row(*m_lab, node, word(name)) == words; });
    };
    EXPECT_TRUE(eventually([this] { return hasDomains(*m_lab, 1, {word("(null)")}); }));
    EXPECT_TRUE(isIncoming());
    EXPECT_TRUE(appears(1, "web1--incoming", word("web1--incoming 4 160 1 --p---")));
    EXPECT_TRUE(appears(0, "web1", word("web1 4 160 1 ---ss-")));
    EXPECT_TRUE(appears(0, "web1--migratedaway", word("web1--migratedaway 4 160 1 --pss-")));
    EXPECT_TRUE(appears(1, "web1", word("web1 4 160 1 -b----")));
    EXPECT_EQ(finish(*migration).status, 0);
    EXPECT_TRUE(hasDomains(*m_lab, 0, {}));
}

TEST_F(MigrationTest, memoryOfTheIncomingGuestGrows)
{
    const auto migration = migrate();
    ASSERT_TRUE(isIncoming());
    QList<int> seen;
    while (seen.isEmpty() || seen.last() < 160) {
        const QString words = row(*m_lab, 1, word("web1--incoming"));
        ASSERT_FALSE(words.isEmpty());
        seen.append(words.section(QLatin1Char(' '), 2, 2).toInt());
    }
    EXPECT_TRUE(std::ranges::is_sorted(seen));
    EXPECT_LT(seen.first(), 160);
    finish(*migration);
}

TEST_F(MigrationTest, memoryIsAccountedOnBothNodes)
{
    const auto freeMemory = [this](int node) {
        const QByteArray info =
            run(*m_lab, node, word("xl info | sed -n 's/^free_memory *: //p'")).out;
        return info.trimmed().toInt();
    };
    const int before = freeMemory(0);
    EXPECT_EQ(freeMemory(1), before + 160);
    EXPECT_EQ(finish(*migrate()).status, 0);
    EXPECT_EQ(freeMemory(0), before + 160);
    EXPECT_EQ(freeMemory(1), before);
}

TEST_F(MigrationTest, toItselfGivesANewId)
{
    EXPECT_EQ(run(*m_lab, 0, word("xl migrate web1 xenhost1")).status, 0);
    EXPECT_EQ(row(*m_lab, 0, word("web1")), word("web1 5 160 1 -b----"));
}

TEST_F(MigrationTest, leftPausedWhenAsked)
{
    EXPECT_EQ(run(*m_lab, 0, word("xl migrate -p web1 xenhost2")).status, 0);
    EXPECT_EQ(row(*m_lab, 1, word("web1")), word("web1 4 160 1 --p---"));
}

TEST_F(MigrationTest, missingBridgeFailsAfterTheMemoryAndKeepsTheSource)
{
    ASSERT_TRUE(
        QFile::remove(m_lab->nodes()[1].root + word("/sys/class/net/xenbr0/bridge/bridge_id")));
    ASSERT_EQ(run(*m_lab, 1, word("rmdir $COLONNADE_ROOT/sys/class/net/xenbr0/bridge")).status, 0);
    const Ran ran = finish(*migrate());
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("Could not find bridge device xenbr0"));
    EXPECT_TRUE(isUntouched());
    EXPECT_EQ(row(*m_lab, 0, word("web1")), word("web1 4 160 1 -b----"));
}

TEST_F(MigrationTest, killedXlLeavesTheGuestAndTheTargetCleansUp)
{
    const auto migration = migrate();
    ASSERT_TRUE(isIncoming());
    migration->signal(SIGKILL);
    finish(*migration);
    EXPECT_TRUE(eventually([this] { return isUntouched(); }));
    EXPECT_EQ(row(*m_lab, 0, word("web1")), word("web1 4 160 1 -b----"));
    EXPECT_EQ(finish(*migrate()).status, 0); // the next one works
}

TEST_F(MigrationTest, targetWithoutPowerLetsXlHang)
{
    const auto migration = migrate();
    ASSERT_TRUE(isIncoming());
    ASSERT_TRUE(m_lab->powerOff(word("xenhost2")));
    EXPECT_FALSE(migration->waitForFinished(1000)); // it would have ended long ago
    EXPECT_TRUE(hasDomains(*m_lab, 0, {word("web1")}));
    EXPECT_EQ(row(*m_lab, 0, word("web1")), word("web1 4 160 1 -b----"));
    ASSERT_TRUE(m_lab->boot(word("xenhost2")));
    EXPECT_TRUE(hasDomains(*m_lab, 1, {}));
    EXPECT_FALSE(migration->waitForFinished(600));
    migration->signal(SIGKILL);
    EXPECT_THAT(finish(*migration).err.toStdString(), Not(HasSubstr("failed")));
}

TEST_F(MigrationTest, sourceWithoutPowerLeavesAnIncomingGuest)
{
    const auto migration = migrate();
    ASSERT_TRUE(isIncoming());
    ASSERT_TRUE(m_lab->powerOff(word("xenhost1")));
    finish(*migration);
    EXPECT_TRUE(hasDomains(*m_lab, 0, {}));
    EXPECT_THAT(row(*m_lab, 1, word("web1--incoming")).toStdString(),
                testing::EndsWith(" 0 --p---"));
    ASSERT_TRUE(m_lab->boot(word("xenhost1")));
    EXPECT_EQ(run(*m_lab, 1, word("xl create /etc/xen/web1.cfg")).status, 0); // nothing stops it
    EXPECT_TRUE(hasDomains(*m_lab, 1, {word("web1--incoming"), word("web1")}));
    EXPECT_EQ(run(*m_lab, 1, word("xl destroy web1--incoming")).status, 0);
}

TEST_F(MigrationTest, nodeDiesAtAGivenPoint)
{
    ASSERT_TRUE(m_lab->setFault(word("xenhost1"), Fault::MigrationDeath, 50));
    const Ran ran = finish(*migrate());
    EXPECT_EQ(ran.status, 128 + 9);
    const int memory =
        row(*m_lab, 1, word("web1--incoming")).section(QLatin1Char(' '), 2, 2).toInt();
    EXPECT_GE(memory, 60);
    EXPECT_LT(memory, 160);
    EXPECT_TRUE(hasDomains(*m_lab, 0, {}));
}

TEST_F(MigrationTest, lostHandshakeLeavesTwoCopies)
{
    ASSERT_TRUE(m_lab->setFault(word("xenhost1"), Fault::Handshake));
    const Ran ran = finish(*migrate());
    EXPECT_EQ(ran.status, 1); // from 4.7 on every failure exits so
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("** Migration failed during final handshake **\n"
                                                 "Domain state is now undefined !\n"));
    EXPECT_EQ(row(*m_lab, 0, word("web1--migratedaway")),
              word("web1--migratedaway 4 160 1 --pss-"));
    EXPECT_EQ(row(*m_lab, 1, word("web1")), word("web1 4 160 1 -b----"));
}

TEST_F(MigrationTest, noiseBeforeTheBannerIsSeen)
{
    QFile shell(m_lab->nodes()[1].root + word("/usr/sbin/xl"));
    ASSERT_TRUE(shell.remove());
    ASSERT_TRUE(shell.open(QIODevice::WriteOnly));
    shell.write("#!/bin/sh\necho Welcome\n");
    shell.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    shell.close();
    const Ran ran = finish(*migrate());
    EXPECT_THAT(ran.err.toStdString(),
                HasSubstr("migration receiver stream contained unexpected data instead of"));
    EXPECT_TRUE(isUntouched());
}

TEST_F(MigrationTest, autostartLinkStartsASecondCopyAtBoot)
{
    ASSERT_EQ(
        run(*m_lab, 0, word("ln -s ../web1.cfg $COLONNADE_ROOT/etc/xen/auto/web1.cfg")).status, 0);
    EXPECT_EQ(finish(*migrate()).status, 0);
    ASSERT_TRUE(m_lab->powerOff(word("xenhost1")));
    ASSERT_TRUE(m_lab->boot(word("xenhost1")));
    EXPECT_TRUE(hasDomains(*m_lab, 0, {word("web1")}));
    EXPECT_TRUE(hasDomains(*m_lab, 1, {word("web1")}));
}

} // namespace
} // namespace colonnade::lab
