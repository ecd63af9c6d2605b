// SPDX-License-Identifier: GPL-3.0-or-later
// xm and xend: the formats of xen's xm/main.py, and a migration that nobody acknowledges.
#include "lab/labtest.h"

#include "toolstack/parse.h"

#include <QFile>
#include <QTcpSocket>

#include <gmock/gmock.h>

#include <csignal>

namespace colonnade::lab {
namespace {

using testing::HasSubstr;

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

class XmTest : public testing::Test
{
protected:
    XmTest()
    {
        Options options = captureOptions();
        options.kind = toolstack::Kind::Xm;
        Guest halted;
        halted.name = word("old1");
        halted.halted = true;
        options.guests.append(halted);
        options.migrationTime = std::chrono::milliseconds(1000);
        m_lab = startLab(options);
    }

    Ran migrate(const char *options = "-l")
    {
        return run(*m_lab, 0, word("xm migrate %1 web1 xenhost2").arg(word(options)));
    }
    bool arrives()
    {
        return eventually([this] { return hasDomains(*m_lab, 1, {word("web1")}); });
    }

    std::unique_ptr<Lab> m_lab;
};

TEST_F(XmTest, listLeavesTheIdOfAStoppedDomainBlank)
{
    const QList<QByteArray> lines = run(*m_lab, 0, word("xm list")).out.split('\n');
    EXPECT_EQ(lines.at(0).toStdString(),
              "Name                                        ID   Mem VCPUs      State   Time(s)");
    EXPECT_THAT(lines.at(2).toStdString(),
                testing::MatchesRegex("web1 {36}     4   160     1     -b---- +[0-9.]+"));
    EXPECT_EQ(lines.at(3).toStdString(),
              "old1                                            1024     1                 0.0");
}

TEST_F(XmTest, itsAnswersAreReadByTheToolstack)
{
    const auto rows =
        toolstack::parseList(run(*m_lab, 0, word("xm list")).out, toolstack::Kind::Xm);
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 3);
    EXPECT_EQ(rows->at(1).id, 4);
    EXPECT_FALSE(rows->at(2).id);
    const auto configs = toolstack::parseXmListLong(run(*m_lab, 0, word("xm list -l")).out);
    ASSERT_TRUE(configs) << qPrintable(configs.error().message);
    ASSERT_EQ(configs->size(), 3);
    EXPECT_EQ(configs->at(1).name, word("web1"));
    EXPECT_EQ(configs->at(1).uuid, word("9e171ba8-8749-4240-b0d5-93bd91999f9c"));
    ASSERT_EQ(configs->at(1).disks.size(), 1);
    EXPECT_EQ(configs->at(1).disks[0].path, word("/dev/vgshared/web1"));
    const auto info = toolstack::parseInfo(run(*m_lab, 0, word("xm info")).out);
    ASSERT_TRUE(info);
    EXPECT_EQ(info->xenMajor, 4);
    EXPECT_EQ(info->freeMemoryMiB, 1346);
}

TEST_F(XmTest, withoutXendItSaysSo)
{
    ASSERT_TRUE(QFile::remove(m_lab->nodes()[0].root + word("/var/lock/subsys/xend")));
    const Ran ran = run(*m_lab, 0, word("xm list"));
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("Unable to connect to xend"));
}

TEST_F(XmTest, migratesAndPrintsNothing)
{
    const Ran ran = migrate();
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.out, QByteArray());
    EXPECT_EQ(ran.err, QByteArray());
    EXPECT_TRUE(
        hasDomains(*m_lab, 0, {word("old1")})); // gone before the target has looked for disks
    EXPECT_TRUE(arrives());
}

TEST_F(XmTest, sourceIsRenamedMeanwhile)
{
    const auto migration = begin(*m_lab, 0, word("exec xm migrate -l web1 xenhost2"));
    EXPECT_TRUE(eventually([this] {
        return hasDomains(*m_lab, 0, {word("migrating-web1"), word("old1")});
    }));
    migration->signal(SIGKILL); // xend does the work
    finish(*migration);
    EXPECT_TRUE(arrives());
}

TEST_F(XmTest, missingDiskCostsTheGuest)
{
    ASSERT_TRUE(QFile::remove(m_lab->nodes()[1].root + word("/dev/vgshared/web1")));
    EXPECT_EQ(migrate().status, 0); // so it says
    EXPECT_TRUE(eventually([this] { return hasDomains(*m_lab, 1, {}); }));
    EXPECT_TRUE(hasDomains(*m_lab, 0, {word("old1")}));
}

TEST_F(XmTest, wrongPortIsRefused)
{
    const Ran ran = migrate("-l -p 1");
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(ran.err.toStdString(), "Error: can't connect: Connection refused\n");
}

TEST_F(XmTest, nameClashIsRefusedAtOnce)
{
    run(*m_lab, 1, word("xm create web1"));
    const Ran ran = migrate();
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err.toStdString(),
                HasSubstr("Error: VM name 'web1' already exists as domain 4 (from xenhost2)"));
    EXPECT_TRUE(hasDomains(*m_lab, 0, {word("web1"), word("old1")}));
}

TEST_F(XmTest, tooLittleMemoryResumesAtTheSource)
{
    run(*m_lab, 1,
        word("sed 's/160/1446/; s/\"web1\"/\"fat1\"/' $COLONNADE_ROOT/etc/xen/web1 "
             ">$COLONNADE_ROOT/etc/xen/fat1; xm create fat1"));
    const Ran ran = migrate();
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("xc_save"));
    EXPECT_TRUE(hasDomains(*m_lab, 0, {word("web1"), word("old1")}));
    EXPECT_TRUE(hasDomains(*m_lab, 1, {word("fat1")}));
}

TEST_F(XmTest, relocationPortListensWhileTheNodeIsOn)
{
    const NodeAccess target = m_lab->nodes()[1];
    const auto connects = [&target] {
        QTcpSocket socket;
        socket.connectToHost(target.host, target.relocationPort);
        return socket.waitForConnected(2000);
    };
    EXPECT_TRUE(connects());
    ASSERT_TRUE(m_lab->powerOff(target.name));
    EXPECT_FALSE(connects());
    ASSERT_TRUE(m_lab->boot(target.name));
    EXPECT_TRUE(connects());
}

} // namespace
} // namespace colonnade::lab
