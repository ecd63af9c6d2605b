// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/sshconfig.h"

#include "profiles/localuser.h"
#include "profiles/sshconfigwords.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {
namespace {

class SshConfigTest : public testing::Test
{
protected:
    SshConfigTest()
    {
        EXPECT_TRUE(QDir(folder.path()).mkpath(u".ssh/d"_s));
        files = {folder.filePath(u".ssh/config"_s), folder.filePath(u"etc"_s), folder.path()};
    }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        ASSERT_TRUE(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }

    SshHostConfig lookUp(const QByteArray &config, const QString &host = u"web1"_s)
    {
        write(u".ssh/config"_s, config);
        return SshConfig(files).lookUp({host, 0, {}, {}});
    }

    /// The place and words of what stops, empty: nothing does.
    static QString obstacle(const SshHostConfig &host)
    {
        const SshConfigProblem *found = host.obstacle();
        return found ? found->place() + u": "_s + found->why : QString();
    }

    QTemporaryDir folder;
    SshConfigFiles files;
};

TEST_F(SshConfigTest, noFilesSayNothing)
{
    const SshHostConfig host = SshConfig(files).lookUp({u"Web1"_s, 0, {}, {}});
    EXPECT_EQ(host.host, u"web1"_s);
    EXPECT_EQ(host.port, 0);
    EXPECT_TRUE(host.user.isEmpty());
    EXPECT_TRUE(host.problems.isEmpty());
    EXPECT_EQ(SshConfig().lookUp({u"a"_s, 0, {}, {}}).host, u"a"_s);
}

TEST_F(SshConfigTest, theFirstValueCountsAndTheSystemsFileComesLast)
{
    write(u"etc"_s, "Port 2\nUser sys\nConnectTimeout 1m\n");
    const SshHostConfig host = lookUp("User one\nHost web*\n User two\n Port 3\nHost *\nPort 4\n"
                                      "ServerAliveInterval 5\nServerAliveCountMax 7\n");
    EXPECT_EQ(host.user, u"one"_s);
    EXPECT_EQ(host.port, 3);
    EXPECT_EQ(host.connectTimeout, std::chrono::seconds(60));
    EXPECT_EQ(host.serverAliveInterval, std::chrono::seconds(5));
    EXPECT_EQ(host.serverAliveCountMax, 7);
    const SshHostConfig given = SshConfig(files).lookUp({u"web1"_s, 99, u"me"_s, {}});
    EXPECT_EQ(given.user, u"me"_s);
    EXPECT_EQ(given.port, 99);
}

TEST_F(SshConfigTest, filesAddUpAndTokensAreExpanded)
{
    qputenv("COLONNADE_TEST_FOLDER", "/var/keys");
    const SshHostConfig host =
        lookUp("HostName %h.Example.org\nUser u\nPort 22\nIdentityFile ~/.ssh/%n-%h-%p-%r\n"
               "IdentityFile \"%d/with blank\"\nIdentityFile ${COLONNADE_TEST_FOLDER}/%%k\n"
               "IdentityFile %d/with\\ blank\nCertificateFile %i\nIdentityFile none\n");
    EXPECT_EQ(host.host, u"web1.example.org"_s);
    EXPECT_EQ(host.identityFiles,
              (QStringList{folder.path() + u"/.ssh/web1-web1.example.org-22-u"_s,
                           folder.path() + u"/with blank"_s, u"/var/keys/%k"_s}));
    EXPECT_EQ(host.certificateFiles, QStringList{QString::number(::getuid())});
    EXPECT_EQ(obstacle(host), QString());
}

TEST_F(SshConfigTest, whatCannotBeExpandedStops)
{
    for (const QByteArray &line :
         {QByteArray("IdentityFile %z"), QByteArray("IdentityFile ${COLONNADE_NO_SUCH}"),
          QByteArray("IdentityFile ${x"), QByteArray("IdentityFile a%"),
          QByteArray("HostName %p.x"), QByteArray("HostName \"a b\""),
          QByteArray("HostName -oProxyCommand=x")}) {
        const SshHostConfig host = lookUp("Host web1\n" + line + '\n');
        EXPECT_TRUE(obstacle(host).startsWith(files.user + u":2: "_s))
            << line.toStdString() << obstacle(host).toStdString();
    }
}

TEST_F(SshConfigTest, whatWouldChangeWhoIsTalkedToStops)
{
    EXPECT_TRUE(lookUp("ProxyCommand nc %h %p\n").proxyCommand);
    EXPECT_FALSE(lookUp("ProxyCommand none\n").proxyCommand);
    EXPECT_FALSE(lookUp("ProxyJump a\nProxyCommand nc\n").proxyCommand);
    EXPECT_TRUE(lookUp("RevokedHostKeys /r\n").revokedHostKeys);
    EXPECT_FALSE(obstacle(lookUp("CanonicalizeHostname always\n")).isEmpty());
    EXPECT_TRUE(obstacle(lookUp("Host x\nCanonicalizeHostname yes\n")).isEmpty());
}

TEST_F(SshConfigTest, hostKeysAreCheckedAsStrictlyAsEver)
{
    EXPECT_TRUE(lookUp("StrictHostKeyChecking yes\n").strictHostKeyChecking);
    for (const QByteArray &value : {QByteArray("no"), QByteArray("off"), QByteArray("accept-new")})
        EXPECT_FALSE(lookUp("StrictHostKeyChecking " + value).strictHostKeyChecking);
    const SshHostConfig host = lookUp("UserKnownHostsFile ~/a %h.b\nHostKeyAlias Web\n"
                                      "GlobalKnownHostsFile none\nHashKnownHosts yes\n");
    EXPECT_EQ(host.userKnownHostsFiles, (QStringList{folder.path() + u"/a"_s, u"web1.b"_s}));
    EXPECT_EQ(host.globalKnownHostsFiles, QStringList());
    EXPECT_EQ(host.hostKeyAlias, u"web"_s);
    EXPECT_TRUE(host.hashKnownHosts);
}

TEST_F(SshConfigTest, methodsComeFromFourKeywords)
{
    using enum LoginMethod;
    EXPECT_TRUE(lookUp("").methods.isEmpty());
    EXPECT_EQ(lookUp("PreferredAuthentications password,gssapi-with-mic,publickey").methods,
              (QList<LoginMethod>{Password, Agent, KeyFile}));
    EXPECT_EQ(lookUp("PasswordAuthentication no\nKbdInteractiveAuthentication no").methods,
              (QList<LoginMethod>{Agent, KeyFile}));
    EXPECT_EQ(lookUp("PubkeyAuthentication no").methods,
              (QList<LoginMethod>{KeyboardInteractive, Password}));
    EXPECT_EQ(lookUp("IdentityAgent none").methods,
              (QList<LoginMethod>{KeyFile, KeyboardInteractive, Password}));
    EXPECT_EQ(lookUp("IdentityFile none").methods,
              (QList<LoginMethod>{Agent, KeyboardInteractive, Password}));
    EXPECT_FALSE(obstacle(lookUp("PreferredAuthentications hostbased")).isEmpty());
    EXPECT_EQ(lookUp("IdentityAgent ~/agent").agentSocket, folder.path() + u"/agent"_s);
    EXPECT_TRUE(lookUp("IdentityAgent SSH_AUTH_SOCK").agentSocket.isEmpty());
}

TEST_F(SshConfigTest, jumpHostsAreReadInTheOrderOfTravel)
{
    EXPECT_EQ(lookUp("ProxyJump a@gw1:2200,[fe80::1]:22,ssh://b@gw3/ # why\n").jumps,
              (QList<JumpHost>{{{}, u"gw1"_s, 2200, u"a"_s},
                               {{}, u"fe80::1"_s, 22, {}},
                               {{}, u"gw3"_s, 0, u"b"_s}}));
    EXPECT_TRUE(lookUp("ProxyJump none\nProxyJump a\n").jumps.isEmpty());
    EXPECT_TRUE(lookUp("ProxyCommand none\nProxyJump a\n").jumps.isEmpty());
    EXPECT_EQ(lookUp("ProxyJump %n-gw\n").jumps.value(0).host, u"web1-gw"_s);
    EXPECT_FALSE(obstacle(lookUp("ProxyJump ::1\n")).isEmpty());
}

TEST_F(SshConfigTest, includesAreBelowTheFolderAndKeepTheirBlocks)
{
    write(u".ssh/d/1"_s, "Port 5\nHost other\nUser wrong\n");
    write(u".ssh/d/2"_s, "User right\n");
    write(u".ssh/never"_s, "Host *\nUser never\n");
    const SshHostConfig host =
        lookUp("Host x\nInclude never\nHost web1\nInclude d/* missing\nConnectTimeout 9\n");
    EXPECT_EQ(host.port, 5);
    EXPECT_EQ(host.user, u"right"_s);
    EXPECT_EQ(host.connectTimeout, std::chrono::seconds(9));
    write(u"etc"_s, "Include ~/x\n");
    EXPECT_FALSE(obstacle(SshConfig(files).lookUp({u"web1"_s, 0, {}, {}})).isEmpty());
}

TEST_F(SshConfigTest, includesThatNeverEndAreNamed)
{
    EXPECT_THAT(obstacle(lookUp("Include config\nInclude config\n")).toStdString(),
                testing::HasSubstr("Include"));
    for (int i = 0; i < 15; ++i) {
        const QByteArray next = "Include f" + QByteArray::number(i + 1) + '\n';
        write(u".ssh/f%1"_s.arg(i), next + next + next);
    }
    write(u".ssh/f15"_s, "Port 7\n");
    EXPECT_FALSE(obstacle(lookUp("Include f0\n")).isEmpty()); // 3^15 files
}

TEST_F(SshConfigTest, matchKnowsNamesAndUsersAndRunsNothing)
{
    const QString ran = folder.filePath(u"ran"_s);
    const SshHostConfig host =
        lookUp("Match exec \"touch " + QFile::encodeName(ran)
               + "\"\n User bad\nMatch originalhost WEB1,x host !y,web?\n User good\n"
                 "Match localuser \""
               + localUserName().toUtf8()
               + "\" user good\n Port 4\nMatch all\nConnectTimeout 4\nMatch host z exec x\n");
    EXPECT_EQ(host.user, u"good"_s);
    EXPECT_EQ(host.port, 4);
    EXPECT_EQ(host.connectTimeout, std::chrono::seconds(4));
    EXPECT_FALSE(QFile::exists(ran));
    ASSERT_EQ(host.problems.size(), 1);
    EXPECT_EQ(host.problems[0].place(), files.user + u":1"_s);
    EXPECT_FALSE(host.problems[0].stops);
}

TEST_F(SshConfigTest, whoLogsInWhereNobodySaysCanBeChosen)
{
    write(u".ssh/config"_s, "Match user root\nPort 4\n");
    EXPECT_EQ(SshConfig(files).lookUp({u"a"_s, 0, {}, u"root"_s}).port, 4);
    EXPECT_EQ(SshConfig(files).lookUp({u"a"_s, 0, {}, u"nobody"_s}).port, 0);
}

TEST_F(SshConfigTest, brokenLinesAreNamedAndStopOnlyWhereTheyCount)
{
    for (const QByteArray &line :
         {QByteArray("Port 0"), QByteArray("Port x"), QByteArray("Port"),
          QByteArray("HostName a b"), QByteArray("HostName \"a"), QByteArray("User \"\""),
          QByteArray("IdentitiesOnly perhaps"), QByteArray("ConnectTimeout -1"),
          QByteArray("ConnectTimeout 1x"), QByteArray("ServerAliveCountMax x"),
          QByteArray("UserKnownHostsFile a none"), QByteArray("Port 2\0 2", 9)}) {
        EXPECT_TRUE(
            obstacle(lookUp("# c\n\nHost web1\n" + line + '\n')).startsWith(files.user + u":4: "_s))
            << line.toStdString();
        const SshHostConfig elsewhere = lookUp("Host x\n" + line + '\n');
        EXPECT_EQ(obstacle(elsewhere), QString());
        EXPECT_EQ(elsewhere.problems.size(), 1) << line.toStdString();
    }
    for (const QByteArray &line : {QByteArray("Match"), QByteArray("Match host"),
                                   QByteArray("Match all host a"), QByteArray("Host \"")})
        EXPECT_FALSE(lookUp(line + "\nPort 4\n").problems.isEmpty()) << line.toStdString();
    EXPECT_EQ(lookUp("Match bogus x\nPort 4\n").port, 0);
    EXPECT_TRUE(lookUp("Frobnicate yes\nUseKeychain \"yes\n").problems.isEmpty());
}

TEST_F(SshConfigTest, filesThatOthersMayWriteAreNotObeyed)
{
    write(u".ssh/config"_s, "Port 4\n");
    ASSERT_EQ(::chmod(QFile::encodeName(files.user).constData(), 0606), 0);
    const SshHostConfig host = SshConfig(files).lookUp({u"a"_s, 0, {}, {}});
    EXPECT_EQ(host.port, 0);
    EXPECT_TRUE(obstacle(host).startsWith(files.user + u": "_s));
}

TEST_F(SshConfigTest, hostileFilesEnd)
{
    ASSERT_EQ(::mkfifo(QFile::encodeName(folder.filePath(u".ssh/pipe"_s)).constData(), 0600), 0);
    EXPECT_FALSE(obstacle(lookUp("Include pipe\n")).isEmpty());
    EXPECT_FALSE(obstacle(lookUp(QByteArray(2 * 1024 * 1024, '\n'))).isEmpty());
    EXPECT_FALSE(obstacle(lookUp("Include .\n")).isEmpty());
    const QByteArray stars = QByteArray("*a").repeated(5000);
    EXPECT_EQ(lookUp("Host " + stars + "\nPort 4\n", QString(200, u'a')).port, 0);
    files.user = u"/dev/null"_s;
    EXPECT_TRUE(SshConfig(files).lookUp({u"a"_s, 0, {}, {}}).problems.isEmpty());
}

TEST(SshConfigWords, patternsMatchAsInOpenSsh)
{
    const auto matches = [](const char *text, const char *pattern) {
        return matchesPattern(QByteArrayView(text), QByteArrayView(pattern));
    };
    EXPECT_TRUE(matches("", "*"));
    EXPECT_TRUE(matches("abc", "a*c"));
    EXPECT_TRUE(matches("abcabc", "*a*c"));
    EXPECT_TRUE(matches("abc", "a?c**"));
    EXPECT_FALSE(matches("abc", "a?"));
    EXPECT_FALSE(matches("abc", "A*"));
    EXPECT_FALSE(matches("", "?"));
    EXPECT_TRUE(matchesPatternList("web1", "db*,web?"));
    EXPECT_FALSE(matchesPatternList("web1", "*,!web1"));
    EXPECT_FALSE(matchesPatternList("web1", "!db1"));
}

TEST(SshConfigWords, timesHaveUnits)
{
    EXPECT_EQ(secondsOf("90"), 90);
    EXPECT_EQ(secondsOf("1h1m1s"), 3661);
    EXPECT_EQ(secondsOf("1W"), 604'800);
    for (const QByteArray &text : {QByteArray(), QByteArray("s"), QByteArray("1x"),
                                   QByteArray("-1"), QByteArray("99999999999"), QByteArray("1ss")})
        EXPECT_FALSE(secondsOf(text)) << text.toStdString();
}

} // namespace
} // namespace colonnade::profiles
