// SPDX-License-Identifier: GPL-3.0-or-later
// colonnadectl hostkey: the keys of hosts on file.
#include "ctl/program.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::ctl;
using testing::HasSubstr;
using testing::Not;

namespace {

const QByteArray Key = "ssh-ed25519 "
                       "AAAAC3NzaC1lZDI1NTE5AAAAIGFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh";
const QByteArray Text =
    "# mine\nnode1 " + Key + "\nbroken\n[node2]:2222 " + Key + "\n@revoked * " + Key + '\n';

class HostKeyCommandTest : public testing::Test
{
protected:
    HostKeyCommandTest() { write(Text); }

    void write(const QByteArray &text)
    {
        QFile out(file);
        ASSERT_TRUE(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
        out.write(text);
    }
    QByteArray contents(const QString &path) const
    {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    Ran run(QStringList words) const
    {
        words.prepend(u"hostkey"_s);
        return program.run(words + QStringList{u"--known-hosts"_s, file});
    }

    Program program;
    const QString file = program.home() + u"/known_hosts"_s;
};

TEST_F(HostKeyCommandTest, listsKeysAndNamesWhatIsBroken)
{
    const Ran all = run({u"list"_s});
    EXPECT_EQ(all.status, 0);
    EXPECT_THAT(all.out.toStdString(), HasSubstr("[node2]:2222"));
    EXPECT_THAT(all.out.toStdString(), HasSubstr(QString(file + u":2"_s).toStdString()));
    EXPECT_THAT(all.out.toStdString(), HasSubstr("@revoked"));
    EXPECT_THAT(all.err.toStdString(), HasSubstr(QString(file + u":3"_s).toStdString()));
    const Ran one = run({u"list"_s, u"[node2]:2222"_s});
    EXPECT_THAT(one.out.toStdString(), Not(HasSubstr("node1")));
    EXPECT_THAT(one.out.toStdString(), HasSubstr(":4"));
}

TEST_F(HostKeyCommandTest, listsAsJson)
{
    const Ran ran = run({u"list"_s, u"--json"_s});
    const QJsonObject told = QJsonDocument::fromJson(ran.out).object();
    const QJsonArray keys = told[u"keys"_s].toArray();
    ASSERT_EQ(keys.size(), 3);
    EXPECT_EQ(keys[0][u"hosts"_s].toString(), u"node1"_s);
    EXPECT_EQ(keys[0][u"type"_s].toString(), u"ssh-ed25519"_s);
    EXPECT_TRUE(keys[0][u"fingerprint"_s].toString().startsWith(u"SHA256:"_s));
    EXPECT_EQ(keys[1][u"line"_s].toInt(), 4);
    EXPECT_EQ(told[u"problems"_s].toArray().size(), 1);
}

TEST_F(HostKeyCommandTest, removesByHostAndByLineAndKeepsTheFile)
{
    const Ran byHost = run({u"remove"_s, u"[node2]:2222"_s, u"--yes"_s});
    EXPECT_EQ(byHost.status, 0) << byHost.err.toStdString();
    EXPECT_EQ(contents(file),
              QByteArray(Text).replace(QByteArray("[node2]:2222 " + Key + '\n'), ""));
    EXPECT_EQ(contents(file + u".old"_s), Text);
    EXPECT_THAT(byHost.out.toStdString(), HasSubstr(QString(file + u".old"_s).toStdString()));
    const Ran byLine = run({u"remove"_s, file + u":2"_s, u"--yes"_s});
    EXPECT_EQ(byLine.status, 0) << byLine.err.toStdString();
    EXPECT_THAT(contents(file).toStdString(), Not(HasSubstr("node1")));
    EXPECT_TRUE(QFile::exists(file + u".old.1"_s));
}

TEST_F(HostKeyCommandTest, withoutATerminalOrAKeyNothingIsDone)
{
    EXPECT_EQ(run({u"remove"_s, u"node1"_s}).status, 2);
    EXPECT_EQ(run({u"remove"_s, u"stranger"_s, u"--yes"_s}).status, 1);
    EXPECT_EQ(run({u"remove"_s, file + u":3"_s, u"--yes"_s}).status, 1); // holds no key
    EXPECT_EQ(run({u"remove"_s}).status, 2);
    EXPECT_EQ(run({u"frobnicate"_s}).status, 2);
    EXPECT_EQ(contents(file), Text);
    EXPECT_FALSE(QFile::exists(file + u".old"_s));
}

TEST_F(HostKeyCommandTest, asksOnATerminalAndNamesTheBackup)
{
    const QStringList words{u"hostkey"_s, u"remove"_s, u"node1"_s, u"--known-hosts"_s, file};
    const Ran no = program.runOnTerminal(words, "Remove?", {"\n"});
    EXPECT_EQ(no.status, 3);
    EXPECT_THAT(no.out.toStdString(), HasSubstr(QString(file + u".old"_s).toStdString()));
    EXPECT_EQ(contents(file), Text);
    EXPECT_EQ(program.runOnTerminal(words, "Remove?", {"y\n"}).status, 0);
    EXPECT_THAT(contents(file).toStdString(), Not(HasSubstr("node1")));
}

/// A node whose key is another one than the one on file.
TEST_F(HostKeyCommandTest, anAlarmSaysAllAndHowToGetRidOfIt)
{
    if (!test::Sshd::unavailable().isEmpty())
        GTEST_SKIP() << qPrintable(test::Sshd::unavailable());
    test::Sshd sshd;
    ASSERT_TRUE(sshd.start()) << qPrintable(sshd.error());
    const QByteArray name =
        '[' + sshd.address().toLatin1() + "]:" + QByteArray::number(sshd.port());
    write(name + ' ' + Key + '\n');
    ASSERT_EQ(program
                  .run({u"profile"_s, u"add"_s, u"n1"_s, u"--host"_s, sshd.address(), u"--port"_s,
                        QString::number(sshd.port()), u"--user"_s, test::Sshd::user(),
                        u"--identity"_s, sshd.clientKey(), u"--known-hosts"_s, file})
                  .status,
              0);
    const Ran ran = program.run({u"status"_s});
    EXPECT_NE(ran.status, 0);
    for (const QString &part :
         QStringList{u"DANGER"_s, file + u":1"_s, u"colonnadectl hostkey remove"_s})
        EXPECT_THAT(ran.err.toStdString(), HasSubstr(part.toStdString()));
    EXPECT_EQ(program.run({u"hostkey"_s, u"remove"_s, u"n1"_s, u"--yes"_s}).status, 0);
    EXPECT_EQ(contents(file), "");
    EXPECT_EQ(program.run({u"status"_s, u"--accept-new-host-keys"_s}).err.count("DANGER"), 0);
    // Debian's ssh_config has the names hashed.
    EXPECT_TRUE(contents(file).endsWith(QByteArray(' ' + sshd.hostKey() + '\n')))
        << contents(file).constData();
}

} // namespace
