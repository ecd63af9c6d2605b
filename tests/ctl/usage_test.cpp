// SPDX-License-Identifier: GPL-3.0-or-later
// What colonnadectl does without any node.
#include "ctl/program.h"

#include <gmock/gmock.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace colonnade::ctl;
using testing::HasSubstr;

namespace {

class UsageTest : public testing::Test
{
protected:
    int status(const QStringList &arguments) const
    {
        const Ran ran = m_program.run(arguments);
        EXPECT_TRUE(ran.status == 0 || !ran.err.isEmpty()) << arguments.join(u' ').toStdString();
        return ran.status;
    }

    void addNode(const QString &name, const QString &cluster)
    {
        ASSERT_EQ(status({u"profile"_s, u"add"_s, name, u"--host"_s, u"127.0.0.1"_s, u"--port"_s,
                          u"1"_s, u"--cluster"_s, cluster}),
                  0);
    }

    Program m_program;
};

TEST_F(UsageTest, helpAndVersionAreNoErrors)
{
    const QList<QStringList> lines{{u"--help"_s},
                                   {u"-h"_s},
                                   {u"profile"_s, u"--help"_s},
                                   {u"profile"_s, u"add"_s, u"--help"_s},
                                   {u"profile"_s, u"edit"_s, u"--help"_s},
                                   {u"profile"_s, u"export"_s, u"--help"_s},
                                   {u"profile"_s, u"import"_s, u"--help"_s},
                                   {u"profile"_s, u"import-ssh-config"_s, u"--help"_s},
                                   {u"profile"_s, u"restore"_s, u"--help"_s},
                                   {u"status"_s, u"--help"_s},
                                   {u"migrate"_s, u"-h"_s},
                                   {u"jobs"_s, u"--help"_s}};
    for (const QStringList &line : lines) {
        const Ran ran = m_program.run(line);
        EXPECT_EQ(ran.status, 0);
        EXPECT_TRUE(ran.out.startsWith("Usage: colonnadectl ")) << ran.out.toStdString();
        EXPECT_EQ(ran.err, "");
    }
    EXPECT_EQ(m_program.run({u"--version"_s}).out, "colonnadectl " COLONNADE_VERSION "\n");
}

TEST_F(UsageTest, wrongCommandLinesExitTwoAndSayWhy)
{
    const QList<QStringList> lines{
        {},
        {u"frobnicate"_s},
        {u"--frobnicate"_s},
        {u"profile"_s},
        {u"profile"_s, u"frobnicate"_s},
        {u"profile"_s, u"add"_s},
        {u"profile"_s, u"add"_s, u"a"_s},
        {u"profile"_s, u"add"_s, u"--host"_s, u"h"_s},
        {u"profile"_s, u"add"_s, u"a"_s, u"b"_s, u"--host"_s, u"h"_s},
        {u"profile"_s, u"add"_s, u"a"_s, u"--host"_s, u"h"_s, u"--port"_s, u"0"_s},
        {u"profile"_s, u"add"_s, u"a"_s, u"--host"_s, u"h"_s, u"--port"_s, u"65536"_s},
        {u"profile"_s, u"add"_s, u"a"_s, u"--host"_s, u"h"_s, u"--port"_s, u"ssh"_s},
        {u"profile"_s, u"list"_s, u"x"_s},
        {u"profile"_s, u"remove"_s},
        {u"profile"_s, u"test"_s},
        {u"profile"_s, u"discover"_s},
        {u"profile"_s, u"discover"_s, u"a"_s, u"b"_s},
        {u"profile"_s, u"add"_s, u"a"_s, u"--host"_s, u"h"_s, u"--method"_s, u"telnet"_s},
        {u"profile"_s, u"add"_s, u"a"_s, u"--host"_s, u"h"_s, u"--become-root"_s, u"su"_s},
        {u"profile"_s, u"add"_s, u"a"_s, u"--host"_s, u"h"_s, u"--jump"_s, u"a:b:c"_s},
        {u"profile"_s, u"add"_s, u"a"_s, u"--host"_s, u"h"_s, u"--keepalive"_s, u"-1"_s},
        {u"profile"_s, u"add"_s, u"a"_s, u"--host"_s, u"h"_s, u"--read-only"_s,
         u"--no-read-only"_s},
        {u"profile"_s, u"edit"_s},
        {u"profile"_s, u"edit"_s, u"a"_s},
        {u"profile"_s, u"edit"_s, u"a"_s, u"b"_s, u"--name"_s, u"c"_s},
        {u"profile"_s, u"import"_s},
        {u"profile"_s, u"restore"_s},
        {u"profile"_s, u"set-aside"_s, u"x"_s},
        {u"profile"_s, u"backups"_s, u"x"_s},
        {u"status"_s, u"x"_s},
        {u"status"_s, u"--frobnicate"_s},
        {u"status"_s, u"--cluster"_s},
        {u"migrate"_s},
        {u"migrate"_s, u"web1"_s, u"--yes"_s},
        {u"migrate"_s, u"web1"_s, u"a"_s, u"b"_s, u"--yes"_s},
        {u"jobs"_s, u"x"_s},
        {u"jobs"_s, u"resume"_s},
    };
    for (const QStringList &line : lines)
        EXPECT_EQ(status(line), 2) << line.join(u' ').toStdString();
}

TEST_F(UsageTest, withoutATerminalMigrateWantsAYes)
{
    addNode(u"a"_s, u"lab"_s);
    const Ran ran = m_program.run({u"migrate"_s, u"web1"_s, u"a"_s});
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("--yes"));
}

TEST_F(UsageTest, profilesGoRound)
{
    ASSERT_EQ(status({u"profile"_s,
                      u"add"_s,
                      u"xenhost1"_s,
                      u"--host"_s,
                      u"h1.example.org"_s,
                      u"--port"_s,
                      u"2222"_s,
                      u"--user"_s,
                      u"admin"_s,
                      u"--identity"_s,
                      u"/k1"_s,
                      u"--identity"_s,
                      u"/k2"_s,
                      u"--cluster"_s,
                      u"lab"_s,
                      u"--known-hosts"_s,
                      u"/kh"_s,
                      u"--migration-address"_s,
                      u"10.0.0.1"_s,
                      u"--migration-port"_s,
                      u"2200"_s}),
              0);
    ASSERT_EQ(status({u"profile"_s, u"add"_s, u"xenhost2"_s, u"--host"_s, u"h2"_s}), 0);
    EXPECT_TRUE(QFile::exists(m_program.home() + u"/config/colonnade/profiles.json"_s));

    const Ran json = m_program.run({u"profile"_s, u"list"_s, u"--json"_s});
    const QJsonArray profiles = QJsonDocument::fromJson(json.out)[u"profiles"].toArray();
    ASSERT_EQ(profiles.size(), 2);
    const QJsonObject expected{
        {u"name"_s, u"xenhost1"_s},       {u"cluster"_s, u"lab"_s},
        {u"host"_s, u"h1.example.org"_s}, {u"port"_s, 2222},
        {u"user"_s, u"admin"_s},          {u"identityFiles"_s, QJsonArray{u"/k1"_s, u"/k2"_s}},
        {u"knownHostsFile"_s, u"/kh"_s},  {u"migrationAddress"_s, u"10.0.0.1"_s},
        {u"migrationPort"_s, 2200}};
    for (auto each = expected.begin(); each != expected.end(); ++each)
        EXPECT_EQ(profiles[0][each.key()], each.value()) << each.key().toStdString();
    EXPECT_FALSE(profiles[0][u"id"].toString().isEmpty());
    EXPECT_EQ(profiles[1][u"port"].toInt(), 22);
    EXPECT_EQ(profiles[1][u"user"].toString(), u"root"_s);

    const Ran table = m_program.run({u"profile"_s, u"list"_s});
    EXPECT_THAT(table.out.toStdString(), HasSubstr("xenhost1"));
    EXPECT_THAT(table.out.toStdString(), HasSubstr("h1.example.org"));

    EXPECT_EQ(status({u"profile"_s, u"add"_s, u"xenhost2"_s, u"--host"_s, u"h3"_s}), 1);
    EXPECT_EQ(status({u"profile"_s, u"remove"_s, u"xenhost2"_s}), 0);
    EXPECT_EQ(status({u"profile"_s, u"remove"_s, u"xenhost2"_s}), 1);
    EXPECT_EQ(QJsonDocument::fromJson(
                  m_program.run({u"profile"_s, u"list"_s, u"--json"_s}).out)[u"profiles"]
                  .toArray()
                  .size(),
              1);
}

TEST_F(UsageTest, aProfileFileThatCannotBeReadIsAnErrorAndStaysAsItIs)
{
    addNode(u"a"_s, u"lab"_s);
    const QString path = m_program.home() + u"/config/colonnade/profiles.json"_s;
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{ rubbish");
    file.close();
    EXPECT_EQ(status({u"profile"_s, u"list"_s}), 1);
    EXPECT_EQ(status({u"status"_s}), 1);
    EXPECT_EQ(status({u"migrate"_s, u"web1"_s, u"a"_s, u"--yes"_s}), 1);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "{ rubbish");
}

TEST_F(UsageTest, withoutNodesItSaysHowToAddOne)
{
    const Ran ran = m_program.run({u"status"_s});
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("colonnadectl profile add"));
}

TEST_F(UsageTest, oneOfSeveralClustersHasToBeNamed)
{
    addNode(u"a"_s, u"north"_s);
    addNode(u"b"_s, u"south"_s);
    const Ran ran = m_program.run({u"migrate"_s, u"web1"_s, u"a"_s, u"--yes"_s});
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("north, south"));
    EXPECT_EQ(status({u"status"_s, u"--cluster"_s, u"west"_s}), 2);
}

TEST_F(UsageTest, aNodeThatRefusesIsToldAndExitsOne)
{
    addNode(u"a"_s, u"north"_s);
    addNode(u"b"_s, u"south"_s);
    const Ran text = m_program.run({u"status"_s});
    EXPECT_EQ(text.status, 1);
    EXPECT_THAT(text.out.toStdString(), HasSubstr("Cluster north"));
    EXPECT_THAT(text.out.toStdString(), HasSubstr("Cluster south"));
    EXPECT_THAT(text.out.toStdString(), HasSubstr("no answer"));

    const Ran json = m_program.run({u"status"_s, u"--json"_s, u"--cluster"_s, u"south"_s});
    EXPECT_EQ(json.status, 1);
    const QJsonDocument document = QJsonDocument::fromJson(json.out);
    EXPECT_EQ(document[u"format"].toInt(), 1);
    EXPECT_EQ(document[u"nodes"][0][u"name"].toString(), u"b"_s);
    EXPECT_FALSE(document[u"nodes"][0][u"problem"].toString().isEmpty());
}

TEST_F(UsageTest, noJobsAreNoError)
{
    EXPECT_EQ(m_program.run({u"jobs"_s}).status, 0);
    const Ran json = m_program.run({u"jobs"_s, u"--json"_s});
    EXPECT_EQ(json.status, 0);
    EXPECT_TRUE(QJsonDocument::fromJson(json.out)[u"jobs"].isArray());
    EXPECT_EQ(status({u"jobs"_s, u"resume"_s, u"nothing"_s}), 1);
    EXPECT_EQ(status({u"jobs"_s, u"--resume"_s, u"../../etc/passwd"_s}), 1);
}

} // namespace
