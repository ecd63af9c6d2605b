// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/labtest.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpSocket>

#include <gmock/gmock.h>

namespace colonnade::lab {
namespace {

using testing::HasSubstr;

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

class FaultTest : public testing::Test
{
protected:
    FaultTest() : m_lab(startLab(captureOptions())) {}

    NodeAccess node(int index) const { return m_lab->nodes().at(index); }

    /// `ssh` of the workstation to a node, as OpenSSH's client does it.
    std::unique_ptr<Program> ssh(int index, const QString &command)
    {
        auto process = std::make_unique<Program>(QStringList{
            word("ssh"), word("-F"), word("none"), word("-o"), word("BatchMode=yes"), word("-o"),
            word("IdentitiesOnly=yes"), word("-i"), m_lab->privateKeyFile(), word("-o"),
            word("UserKnownHostsFile=") + m_lab->knownHostsFile(), word("-p"),
            QString::number(node(index).port), word("root@") + node(index).host, command});
        process->closeInput();
        return process;
    }

    QByteArray banner(int index)
    {
        QTcpSocket socket;
        socket.connectToHost(node(index).host, node(index).port);
        if (!socket.waitForConnected(5000))
            return "refused";
        return socket.waitForReadyRead(700) ? socket.readAll() : QByteArray("silent");
    }

    std::unique_ptr<Lab> m_lab;
};

TEST_F(FaultTest, slowDelaysEveryCommand)
{
    ASSERT_TRUE(m_lab->setFault(node(0).name, Fault::Slow, 600));
    QElapsedTimer timer;
    timer.start();
    EXPECT_EQ(finish(*ssh(0, word("true"))).status, 0);
    EXPECT_GE(timer.elapsed(), 600);
}

TEST_F(FaultTest, refuseAndBack)
{
    ASSERT_TRUE(m_lab->setFault(node(0).name, Fault::Refuse));
    EXPECT_EQ(banner(0), "refused");
    EXPECT_THAT(banner(1).toStdString(), HasSubstr("SSH-2.0"));
    EXPECT_THAT(run(*m_lab, 1, word("ssh -o BatchMode=yes xenhost1 true")).err.toStdString(),
                HasSubstr("ssh: connect to host xenhost1 port 22: Connection refused\r\n"));
    ASSERT_TRUE(m_lab->clearFault(node(0).name, Fault::Refuse));
    EXPECT_THAT(banner(0).toStdString(), HasSubstr("SSH-2.0"));
}

TEST_F(FaultTest, hangConnectsAndNeverAnswers)
{
    ASSERT_TRUE(m_lab->setFault(node(0).name, Fault::Hang));
    EXPECT_EQ(banner(0), "silent");
    const Ran ran = run(*m_lab, 1, word("ssh -o BatchMode=yes -o ConnectTimeout=1 xenhost1 true"));
    EXPECT_EQ(ran.status, 255);
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("timed out"));
    ASSERT_TRUE(m_lab->clearFault(node(0).name, Fault::Hang));
    EXPECT_EQ(finish(*ssh(0, word("true"))).status, 0);
}

TEST_F(FaultTest, hangFreezesAnOpenConnection)
{
    const auto open = ssh(0, word("echo begun; while test ! -e go; do :; done; echo gone"));
    ASSERT_TRUE(open->waitForOutput());
    ASSERT_TRUE(m_lab->setFault(node(0).name, Fault::Hang));
    QFile go(node(0).root + word("/root/go"));
    ASSERT_TRUE(go.open(QIODevice::WriteOnly));
    EXPECT_FALSE(open->waitForFinished(700));
    ASSERT_TRUE(m_lab->clearFault(node(0).name, Fault::Hang));
    EXPECT_EQ(finish(*open).out, "begun\ngone\n");
}

TEST_F(FaultTest, cutEndsConnectionsAndNoProcess)
{
    const auto open = ssh(
        0, word("echo begun; while test ! -e go; do sleep 0.02; done; echo done >after; exec cat"));
    ASSERT_TRUE(open->waitForOutput());
    ASSERT_TRUE(m_lab->cut(node(0).name));
    EXPECT_EQ(finish(*open).status, 255);
    EXPECT_FALSE(QFile::exists(node(0).root + word("/root/after")));
    EXPECT_EQ(finish(*ssh(0, word(">go"))).status, 0);
    EXPECT_TRUE(eventually([this] { return QFile::exists(node(0).root + word("/root/after")); }));
}

TEST_F(FaultTest, powerOffKillsEvenWhatDetachedItself)
{
    run(*m_lab, 0,
        word("setsid sh -c 'echo $$ >pid; exec sleep 1000' >/dev/null 2>&1 </dev/null &"));
    QFile pid(node(0).root + word("/root/pid"));
    ASSERT_TRUE(eventually([&] { return pid.size() > 0; }));
    ASSERT_TRUE(pid.open(QIODevice::ReadOnly));
    const QString process =
        word("/proc/") + QString::fromLatin1(pid.readAll().trimmed()) + word("/exe");
    ASSERT_FALSE(QFile::symLinkTarget(process).isEmpty());
    const auto open = ssh(0, word("echo begun; exec sleep 1000"));
    ASSERT_TRUE(open->waitForOutput());
    ASSERT_TRUE(m_lab->powerOff(node(0).name));
    EXPECT_TRUE(eventually([&] { return QFile::symLinkTarget(process).isEmpty(); }));
    EXPECT_EQ(finish(*open).status, 255);
    EXPECT_EQ(banner(0), "refused");
    EXPECT_TRUE(hasDomains(*m_lab, 0, {}));
}

TEST_F(FaultTest, bootGivesANewBootId)
{
    const QString command = word("cat $COLONNADE_ROOT/proc/sys/kernel/random/boot_id");
    const QByteArray before = finish(*ssh(0, command)).out;
    EXPECT_FALSE(m_lab->boot(node(0).name)); // it is on
    ASSERT_TRUE(m_lab->powerOff(node(0).name));
    ASSERT_TRUE(m_lab->boot(node(0).name));
    const QByteArray after = finish(*ssh(0, command)).out;
    EXPECT_EQ(after.size(), 37);
    EXPECT_NE(after, before);
}

TEST_F(FaultTest, fullDiskRefusesEveryByte)
{
    const auto open =
        ssh(0, word("echo begun; while test ! -e go; do :; done; echo text >file || echo no"));
    ASSERT_TRUE(open->waitForOutput());
    ASSERT_TRUE(m_lab->setFault(node(0).name, Fault::FullDisk));
    QFile go(node(0).root + word("/root/go"));
    ASSERT_TRUE(go.open(QIODevice::WriteOnly));
    EXPECT_EQ(finish(*open).out, "begun\nno\n"); // an old process
    EXPECT_EQ(finish(*ssh(0, word("echo text >file2 || echo no; xl list >/dev/null"))).out,
              "no\n"); // a new one
    EXPECT_EQ(finish(*ssh(1, word("echo text >file && cat file"))).out, "text\n");
    ASSERT_TRUE(m_lab->clearFault(node(0).name, Fault::FullDisk));
    EXPECT_EQ(finish(*ssh(0, word("echo text >file && cat file"))).out, "text\n");
}

TEST_F(FaultTest, floodNeverEnds)
{
    ASSERT_TRUE(m_lab->setFault(node(0).name, Fault::Flood));
    EXPECT_EQ(run(*m_lab, 0, word("xl list | head -c 3000000 | wc -c")).out.trimmed(), "3000000");
    EXPECT_EQ(run(*m_lab, 0, word("hostname")).out, "xenhost1\n");
}

TEST_F(FaultTest, rubbishIsNoTable)
{
    ASSERT_TRUE(m_lab->setFault(node(0).name, Fault::Rubbish));
    const Ran ran = run(*m_lab, 0, word("xl list"));
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.out.size(), 3000);
    EXPECT_THAT(ran.out.toStdString(), testing::Not(HasSubstr("Domain-0")));
}

TEST_F(FaultTest, migrationToANodeWithoutPower)
{
    ASSERT_TRUE(m_lab->powerOff(node(1).name));
    const Ran ran = run(*m_lab, 0, word("xl migrate -s 'ssh -o ConnectTimeout=1' web1 xenhost2"));
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err.toStdString(),
                HasSubstr("ssh: connect to host xenhost2 port 22: Connection timed out\r\n"));
}

TEST_F(FaultTest, controlProtocol)
{
    const auto ask = [this](const char *line) {
        return m_lab->control(word(line).split(QLatin1Char(' ')));
    };
    EXPECT_TRUE(ask("fault xenhost2 slow 20"));
    EXPECT_EQ(ask("nodes").value_or(QString()), word("xenhost1 on\nxenhost2 on slow=20\n"));
    EXPECT_TRUE(ask("clear xenhost2"));
    EXPECT_TRUE(ask("die xenhost2"));
    EXPECT_EQ(ask("nodes").value_or(QString()), word("xenhost1 on\nxenhost2 off\n"));
    EXPECT_EQ(ask("list xenhost1").value_or(QString()), word("web1"));
    EXPECT_FALSE(ask("fault nosuch slow 20"));
    EXPECT_FALSE(ask("fault xenhost1 nosuch"));
    EXPECT_FALSE(ask("nosuch xenhost1"));
}

TEST(LabOptions, refusesWhatCannotBe)
{
    EXPECT_FALSE(Lab::start({.nodes = 0}));
    Guest lost;
    lost.name = word("lost");
    lost.node = 5;
    EXPECT_FALSE(Lab::start({.guests = {lost}}));
    EXPECT_FALSE(Lab::start({.folder = word("/proc/nowhere")}));
}

} // namespace
} // namespace colonnade::lab
