// SPDX-License-Identifier: GPL-3.0-or-later
// colonnadectl on simulated nodes, over real SSH.
#include "ctl/program.h"
#include "lab/labtest.h"

#include <gmock/gmock.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::ctl;
using testing::HasSubstr;
using testing::Not;

namespace {

const QStringList Move{u"migrate"_s, u"web1"_s, u"xenhost2"_s};

class CtlLabTest : public testing::Test
{
protected:
    CtlLabTest()
    {
        lab::Options options = lab::captureOptions();
        options.migrationTime = std::chrono::seconds(3);
        m_lab = lab::startLab(options);
        for (const lab::NodeAccess &node : m_lab->nodes())
            add(node, node.name, u"lab"_s, m_lab->knownHostsFile());
    }

    void add(const lab::NodeAccess &node, const QString &name, const QString &cluster,
             const QString &knownHosts)
    {
        const Ran ran = m_program.run({u"profile"_s, u"add"_s, name, u"--host"_s, node.host,
                                       u"--port"_s, QString::number(node.port), u"--user"_s,
                                       m_lab->user(), u"--identity"_s, m_lab->privateKeyFile(),
                                       u"--cluster"_s, cluster, u"--known-hosts"_s, knownHosts});
        EXPECT_EQ(ran.status, 0) << ran.err.toStdString();
    }

    /// The first node once more, in a cluster of its own, under another known_hosts file.
    QString addStranger(const QByteArray &knownHosts)
    {
        const QString path = m_program.home() + u"/known_hosts"_s;
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(knownHosts);
        add(m_lab->nodes()[0], u"stranger"_s, u"other"_s, path);
        return path;
    }

    /// web1 is on @p node, and nothing else is anywhere.
    bool isAt(const QString &node) const
    {
        for (const lab::NodeAccess &each : m_lab->nodes()) {
            const QStringList expected = each.name == node ? QStringList{u"web1"_s} : QStringList{};
            if (m_lab->domains(each.name) != expected)
                return false;
        }
        return true;
    }

    QJsonObject newestJob() const
    {
        const Ran ran = m_program.run({u"jobs"_s, u"--json"_s});
        return QJsonDocument::fromJson(ran.out)[u"jobs"][0].toObject();
    }

    /// Begins the move and returns when the guest is on its way.
    std::unique_ptr<Running> startMove()
    {
        auto process = m_program.start(Move + QStringList{u"--yes"_s});
        EXPECT_TRUE(eventually([&] {
            return m_lab->domains(u"xenhost2"_s) == QStringList{u"web1--incoming"_s};
        })) << process->errors().toStdString();
        return process;
    }

    Program m_program;
    std::unique_ptr<lab::Lab> m_lab;
};

TEST_F(CtlLabTest, statusShowsBothNodesAndTheGuest)
{
    const Ran text = m_program.run({u"status"_s});
    EXPECT_EQ(text.status, 0) << text.err.toStdString();
    for (const char *word : {"xenhost1", "xenhost2", "web1", "160 MiB", "4.17"})
        EXPECT_THAT(text.out.toStdString(), HasSubstr(word));

    const Ran json = m_program.run({u"status"_s, u"--json"_s});
    EXPECT_EQ(json.status, 0);
    const QJsonDocument document = QJsonDocument::fromJson(json.out);
    EXPECT_EQ(document[u"nodes"].toArray().size(), 2);
    EXPECT_EQ(document[u"nodes"][0][u"guests"][0][u"name"].toString(), u"web1"_s);
    EXPECT_EQ(document[u"nodes"][1][u"guests"].toArray().size(), 0);
}

TEST_F(CtlLabTest, statusShowsTheOthersWhenANodeIsDown)
{
    ASSERT_TRUE(m_lab->powerOff(u"xenhost2"_s));
    const Ran text = m_program.run({u"status"_s});
    EXPECT_EQ(text.status, 1);
    EXPECT_THAT(text.out.toStdString(), HasSubstr("web1"));
    EXPECT_THAT(text.out.toStdString(), HasSubstr("Not answering\n  xenhost2: "));
}

TEST_F(CtlLabTest, profileTestNamesEachStageOfEachNode)
{
    const Ran good = m_program.run({u"profile"_s, u"test"_s, u"xenhost1"_s, u"xenhost2"_s});
    EXPECT_EQ(good.status, 0) << good.err.toStdString();
    for (const char *line :
         {"xenhost1: ok      Name            127.", "xenhost1: ok      TCP connection  127.",
          "xenhost1: ok      Key exchange    SSH-2.0-", "xenhost1: ok      Host key        ",
          "xenhost1: ok      Authentication  publickey (", "xenhost1: ok      Root            ",
          "xenhost1: ok      Toolstack       xl, Xen 4.", "xenhost2: ok      Toolstack       "})
        EXPECT_THAT(good.out.toStdString(), HasSubstr(line));

    ASSERT_TRUE(m_lab->powerOff(u"xenhost1"_s));
    const Ran bad = m_program.run({u"profile"_s, u"test"_s, u"xenhost1"_s, u"xenhost2"_s});
    EXPECT_EQ(bad.status, 1);
    EXPECT_THAT(bad.out.toStdString(), HasSubstr("xenhost1: FAILED  TCP connection  "));
    EXPECT_THAT(bad.out.toStdString(), Not(HasSubstr("xenhost1: ok      Key exchange")));
    EXPECT_THAT(bad.out.toStdString(), HasSubstr("xenhost2: ok      Toolstack")) << "the next one";
    EXPECT_EQ(m_program.run({u"profile"_s, u"test"_s, u"nobody"_s}).status, 1);
}

TEST_F(CtlLabTest, migrateMovesAndTheJournalSaysSo)
{
    const Ran moved = m_program.run(Move + QStringList{u"--yes"_s});
    EXPECT_EQ(moved.status, 0) << moved.err.toStdString();
    EXPECT_THAT(moved.out.toStdString(), HasSubstr("web1 runs on xenhost2"));
    EXPECT_THAT(moved.err.toStdString(), HasSubstr(" of 160 MiB"));
    EXPECT_THAT(moved.err.toStdString(), Not(HasSubstr("\r")));
    EXPECT_TRUE(isAt(u"xenhost2"_s));
    EXPECT_EQ(newestJob()[u"outcome"].toString(), u"moved"_s);

    const Ran again = m_program.run(Move + QStringList{u"--yes"_s});
    EXPECT_EQ(again.status, 3) << "it is there already";
    const Ran back = m_program.run({u"migrate"_s, u"web1"_s, u"xenhost1"_s, u"--yes"_s});
    EXPECT_EQ(back.status, 0) << back.err.toStdString();
    EXPECT_TRUE(isAt(u"xenhost1"_s));
}

TEST_F(CtlLabTest, dryRunPrintsTheScriptAndChangesNothing)
{
    const Ran shown = m_program.run(Move + QStringList{u"--dry-run"_s});
    EXPECT_EQ(shown.status, 0) << shown.err.toStdString();
    EXPECT_THAT(shown.out.toStdString(), HasSubstr("#!/bin/sh\n"));
    EXPECT_THAT(shown.out.toStdString(),
                HasSubstr("\nxl migrate -s 'ssh -o BatchMode=yes -o ConnectTimeout=10 "
                          "-o ServerAliveInterval=15' web1 xenhost2\n"));
    EXPECT_TRUE(isAt(u"xenhost1"_s));
    EXPECT_TRUE(newestJob().isEmpty());
}

TEST_F(CtlLabTest, unknownNamesAreToldApart)
{
    const Ran node = m_program.run({u"migrate"_s, u"web1"_s, u"xenhost3"_s, u"--yes"_s});
    EXPECT_EQ(node.status, 2);
    EXPECT_THAT(node.err.toStdString(), HasSubstr("xenhost1, xenhost2"));
    const Ran guest = m_program.run({u"migrate"_s, u"nobody"_s, u"xenhost2"_s, u"--yes"_s});
    EXPECT_EQ(guest.status, 1);
    EXPECT_THAT(guest.err.toStdString(), HasSubstr("nobody"));
}

TEST_F(CtlLabTest, aRuleThatForbidsItExitsThreeWithTheReason)
{
    ASSERT_TRUE(lab::run(*m_lab, 0, u"xl pause web1"_s).status == 0);
    for (const QString &option : {u"--yes"_s, u"--dry-run"_s}) {
        const Ran refused = m_program.run(Move + QStringList{option});
        EXPECT_EQ(refused.status, 3);
        EXPECT_THAT(refused.err.toStdString(), HasSubstr("paused"));
    }
    EXPECT_TRUE(isAt(u"xenhost1"_s));
    EXPECT_TRUE(newestJob().isEmpty());
}

TEST_F(CtlLabTest, aFailureExitsOneWithTheRemedy)
{
    ASSERT_TRUE(m_lab->setFault(u"xenhost1"_s, lab::Fault::Handshake));
    const Ran failed = m_program.run(Move + QStringList{u"--yes"_s});
    EXPECT_EQ(failed.status, 1);
    EXPECT_THAT(failed.err.toStdString(), HasSubstr("web1--migratedaway"));
    EXPECT_THAT(failed.err.toStdString(), HasSubstr("final handshake"));
    EXPECT_EQ(newestJob()[u"outcome"].toString(), u"undefined"_s);
    const Ran status = m_program.run({u"status"_s});
    EXPECT_THAT(status.out.toStdString(), HasSubstr("Alarms\n"));
}

TEST_F(CtlLabTest, killMinusNineInTheMiddleAndThenResume)
{
    const auto move = startMove();
    move->kill();
    const QJsonObject job = newestJob();
    EXPECT_FALSE(job[u"ended"].toBool());
    EXPECT_FALSE(job[u"inUse"].toBool());
    EXPECT_THAT(m_program.run({u"jobs"_s}).out.toStdString(), HasSubstr("open"));

    const Ran resumed = m_program.run({u"jobs"_s, u"resume"_s, job[u"id"].toString()});
    EXPECT_EQ(resumed.status, 0) << resumed.err.toStdString();
    EXPECT_TRUE(isAt(u"xenhost2"_s));
    EXPECT_EQ(newestJob()[u"outcome"].toString(), u"moved"_s);
    const Ran again = m_program.run({u"jobs"_s, u"--resume"_s, job[u"id"].toString()});
    EXPECT_EQ(again.status, 0) << "an ended one tells its end";
    EXPECT_THAT(again.out.toStdString(), HasSubstr("web1 runs on xenhost2"));
}

TEST_F(CtlLabTest, interruptedItSaysThatTheMigrationGoesOn)
{
    const auto move = startMove();
    ASSERT_EQ(::kill(move->pid(), SIGINT), 0);
    const Ran ran = move->finish();
    EXPECT_EQ(ran.status, 1);
    const QString id = newestJob()[u"id"].toString();
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("goes on"));
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("colonnadectl jobs resume " + id.toStdString()));
    EXPECT_EQ(m_program.run({u"jobs"_s, u"resume"_s, id}).status, 0);
    EXPECT_TRUE(isAt(u"xenhost2"_s));
}

TEST_F(CtlLabTest, aSecondMoveOfTheSameGuestIsRefusedMeanwhile)
{
    const auto move = startMove();
    const Ran second = m_program.run(Move + QStringList{u"--yes"_s});
    EXPECT_EQ(second.status, 3) << second.err.toStdString();
    EXPECT_EQ(move->finish().status, 0);
    EXPECT_TRUE(isAt(u"xenhost2"_s));
}

TEST_F(CtlLabTest, theQuestionOnATerminalIsAnsweredNoByDefault)
{
    for (const QByteArray &answer : {QByteArray(), QByteArray("n"), QByteArray("Y es")}) {
        const Ran asked = m_program.runOnTerminal(Move, "[y/N] ", {answer});
        EXPECT_EQ(asked.status, 1) << asked.out.toStdString();
        EXPECT_THAT(asked.out.toStdString(), HasSubstr("web1 xenhost2"));
        EXPECT_THAT(asked.out.toStdString(), HasSubstr("Nothing was changed."));
    }
    EXPECT_TRUE(isAt(u"xenhost1"_s));
    const Ran yes = m_program.runOnTerminal(Move, "[y/N] ", {"y"});
    EXPECT_EQ(yes.status, 0) << yes.out.toStdString();
    EXPECT_TRUE(isAt(u"xenhost2"_s));
}

TEST_F(CtlLabTest, anUnknownHostKeyIsRefusedWithoutATerminal)
{
    const QString path = addStranger({});
    const Ran refused = m_program.run({u"status"_s, u"--cluster"_s, u"other"_s});
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err.toStdString(), HasSubstr(m_lab->nodes()[0].fingerprint.toStdString()));
    EXPECT_THAT(refused.err.toStdString(), HasSubstr("--accept-new-host-keys"));
    EXPECT_EQ(QFile(path).size(), 0);

    const QStringList accept{u"status"_s, u"--cluster"_s, u"other"_s, u"--accept-new-host-keys"_s};
    EXPECT_EQ(m_program.run(accept).status, 0);
    EXPECT_GT(QFile(path).size(), 0);
    EXPECT_EQ(m_program.run({u"status"_s, u"--cluster"_s, u"other"_s}).status, 0);
}

TEST_F(CtlLabTest, anUnknownHostKeyIsAskedAboutOnATerminal)
{
    const QString path = addStranger({});
    const QStringList status{u"status"_s, u"--cluster"_s, u"other"_s};
    const Ran no = m_program.runOnTerminal(status, "No] ", {""});
    EXPECT_EQ(no.status, 1) << no.out.toStdString();
    EXPECT_THAT(no.out.toStdString(), HasSubstr(m_lab->nodes()[0].fingerprint.toStdString()));
    EXPECT_EQ(m_program.runOnTerminal(status, "No] ", {"once"}).status, 0);
    EXPECT_EQ(QFile(path).size(), 0);
    EXPECT_EQ(m_program.runOnTerminal(status, "No] ", {"yes"}).status, 0);
    EXPECT_GT(QFile(path).size(), 0);
}

TEST_F(CtlLabTest, aChangedHostKeyIsRefusedAlways)
{
    // The key of the other node under the address of this one.
    const lab::NodeAccess node = m_lab->nodes()[0];
    const lab::NodeAccess other = m_lab->nodes()[1];
    const QString line = u"[%1]:%2 %3 %4\n"_s.arg(node.host, QString::number(node.port),
                                                  other.hostKeyType, other.hostPublicKey);
    const QString path = addStranger(line.toUtf8());
    const Ran refused =
        m_program.run({u"status"_s, u"--cluster"_s, u"other"_s, u"--accept-new-host-keys"_s});
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.out.toStdString(), HasSubstr("known_hosts"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), line.toUtf8());
}

class CtlSecretTest : public CtlLabTest
{
protected:
    /// A node whose key file has the passphrase "secret".
    CtlSecretTest()
    {
        const QString key = m_program.home() + u"/id_encrypted"_s;
        EXPECT_TRUE(QFile::copy(m_lab->privateKeyFile(), key));
        QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner);
        test::ChildProcess keygen;
        EXPECT_TRUE(keygen.start(u"ssh-keygen"_s, {u"-q"_s, u"-p"_s, u"-P"_s, QString(), u"-N"_s,
                                                   u"secret"_s, u"-f"_s, key}));
        EXPECT_TRUE(keygen.waitForEnd(20'000));
        EXPECT_EQ(keygen.exitStatus(), 0);
        const lab::NodeAccess node = m_lab->nodes()[0];
        const Ran ran =
            m_program.run({u"profile"_s, u"add"_s, u"locked"_s, u"--host"_s, node.host, u"--port"_s,
                           QString::number(node.port), u"--identity"_s, key, u"--cluster"_s,
                           u"other"_s, u"--known-hosts"_s, m_lab->knownHostsFile()});
        EXPECT_EQ(ran.status, 0) << ran.err.toStdString();
    }

    const QStringList m_status{u"status"_s, u"--cluster"_s, u"other"_s};
};

TEST_F(CtlSecretTest, aPassphraseIsAskedForOnTheTerminalAndNotShown)
{
    const Ran right = m_program.runOnTerminal(m_status, "passphrase of ", {"wrong", "secret"});
    EXPECT_EQ(right.status, 0) << right.out.toStdString();
    EXPECT_THAT(right.out.toStdString(), HasSubstr("That was not it."));
    EXPECT_THAT(right.out.toStdString(), Not(HasSubstr("wrong")));
    EXPECT_THAT(right.out.toStdString(), Not(HasSubstr("secret")));
}

TEST_F(CtlSecretTest, withoutATerminalNobodyIsAskedAndItSaysSo)
{
    const Ran refused = m_program.run(m_status);
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err.toStdString(), HasSubstr("no terminal to ask you on"));
}

} // namespace
