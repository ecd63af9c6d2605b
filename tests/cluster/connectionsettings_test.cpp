// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/connectionsettings.h"

#include "cluster/monitor.h"
#include "profiles/localuser.h"
#include "profiles/store.h"

#include <gmock/gmock.h>

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace colonnade::cluster {
namespace {

using base::ErrorCode;
using profiles::JumpHost;
using profiles::Profile;
using remote::ConnectionSettings;
using testing::HasSubstr;

Profile node(const QString &name, const QString &jump = {})
{
    Profile profile;
    profile.id = u"id-"_s + name;
    profile.name = name;
    profile.host = name;
    profile.jump.profile = jump;
    return profile;
}

class ConnectionSettingsTest : public testing::Test
{
protected:
    void write(const QByteArray &config) const
    {
        QFile file(files.user);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(config);
        file.close();
        ASSERT_TRUE(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }

    base::Result<ConnectionSettings> settings(const Profile &profile) const
    {
        const profiles::SshConfig sshConfig(files);
        return connectionSettings(profile, others, sshConfig);
    }

    QTemporaryDir folder;
    profiles::SshConfigFiles files{folder.filePath(u"config"_s), {}, folder.path()};
    QList<Profile> others;
};

TEST_F(ConnectionSettingsTest, withoutSshConfigThereAreTheDefaults)
{
    Profile profile = node(u"node1"_s);
    const ConnectionSettings found = settings(profile).value();
    const ConnectionSettings standard;
    EXPECT_EQ(found.node, u"node1"_s);
    EXPECT_EQ(found.secretsId, u"id-node1"_s);
    EXPECT_EQ(found.host, u"node1"_s);
    EXPECT_EQ(found.port, 22);
    EXPECT_EQ(found.user, u"root"_s);
    EXPECT_EQ(found.methods, standard.methods);
    EXPECT_TRUE(found.knownHostsFiles.isEmpty());
    EXPECT_FALSE(found.jump);
    profile.id.clear();
    EXPECT_EQ(settings(profile)->secretsId, u"node1"_s);
}

TEST_F(ConnectionSettingsTest, sshConfigSaysWhatTheProfileDoesNot)
{
    write("Host node1\nHostName 10.0.0.1\nPort 2200\nUser admin\nIdentityFile ~/k\n"
          "CertificateFile ~/c\nIdentitiesOnly yes\nIdentityAgent ~/a\nHostKeyAlias n\n"
          "HashKnownHosts yes\nStrictHostKeyChecking yes\nConnectTimeout 7\n"
          "ServerAliveInterval 8\nServerAliveCountMax 9\nPasswordAuthentication no\n"
          "UserKnownHostsFile ~/kh\n");
    const ConnectionSettings found = settings(node(u"node1"_s)).value();
    EXPECT_EQ(found.host, u"10.0.0.1"_s);
    EXPECT_EQ(found.port, 2200);
    EXPECT_EQ(found.user, u"admin"_s);
    EXPECT_EQ(found.identityFiles, QStringList{folder.filePath(u"k"_s)});
    EXPECT_EQ(found.certificateFiles, QStringList{folder.filePath(u"c"_s)});
    EXPECT_TRUE(found.identitiesOnly);
    EXPECT_EQ(found.agentSocket, folder.filePath(u"a"_s));
    EXPECT_EQ(found.hostKeyAlias, u"n"_s);
    EXPECT_TRUE(found.hashKnownHosts);
    EXPECT_TRUE(found.refuseUnknownHostKeys);
    EXPECT_EQ(found.connectTimeout, std::chrono::seconds(7));
    EXPECT_EQ(found.keepaliveInterval, std::chrono::seconds(8));
    EXPECT_EQ(found.keepaliveMisses, 9);
    EXPECT_FALSE(found.methods.contains(remote::LoginMethod::Password));
    EXPECT_EQ(found.knownHostsFiles,
              (QStringList{folder.filePath(u"kh"_s), u"/etc/ssh/ssh_known_hosts"_s,
                           u"/etc/ssh/ssh_known_hosts2"_s}));
}

TEST_F(ConnectionSettingsTest, theProfilesOwnValuesWin)
{
    write("HostName 10.0.0.1\nPort 2200\nUser admin\nIdentityFile ~/k\nConnectTimeout 7\n"
          "ServerAliveInterval 8\nPasswordAuthentication no\nUserKnownHostsFile ~/kh\n"
          "GlobalKnownHostsFile /g\nProxyJump gw\n");
    Profile profile = node(u"node1"_s);
    profile.port = 22;
    profile.user = u"root"_s;
    profile.identityFiles = QStringList{u"/mine"_s};
    profile.connectTimeout = std::chrono::seconds(1);
    profile.keepalive = std::chrono::seconds(2);
    profile.methods = {profiles::LoginMethod::Password};
    profile.knownHostsFile = u"/mykh"_s;
    profile.jump.host = u"none"_s;
    profile.becomeRoot = profiles::BecomeRoot::Sudo;
    profile.legacyAlgorithms = true;
    profile.readOnly = true;
    const ConnectionSettings found = settings(profile).value();
    EXPECT_EQ(found.host, u"10.0.0.1"_s);
    EXPECT_EQ(found.port, 22);
    EXPECT_EQ(found.user, u"root"_s);
    EXPECT_EQ(found.identityFiles, QStringList{u"/mine"_s});
    EXPECT_EQ(found.connectTimeout, std::chrono::seconds(1));
    EXPECT_EQ(found.keepaliveInterval, std::chrono::seconds(2));
    EXPECT_EQ(found.methods, QList<remote::LoginMethod>{remote::LoginMethod::Password});
    EXPECT_EQ(found.knownHostsFiles, QStringList{u"/mykh"_s});
    EXPECT_FALSE(found.jump);
    EXPECT_EQ(found.becomeRoot, remote::BecomeRoot::Sudo);
    EXPECT_TRUE(found.legacyAlgorithms);
    EXPECT_TRUE(found.readOnly);
}

TEST_F(ConnectionSettingsTest, noKnownHostsFileOfTheUserIsNoneToWriteTo)
{
    write("UserKnownHostsFile none\n");
    EXPECT_EQ(settings(node(u"a"_s))->knownHostsFiles.first(), u"/dev/null"_s);
    write("GlobalKnownHostsFile /g\n");
    EXPECT_EQ(settings(node(u"a"_s))->knownHostsFiles,
              (QStringList{folder.filePath(u".ssh/known_hosts"_s),
                           folder.filePath(u".ssh/known_hosts2"_s), u"/g"_s}));
}

TEST_F(ConnectionSettingsTest, jumpHostsThatAreProfilesAreThoseProfiles)
{
    write("Host gw1\nHostName 10.0.0.9\nHost gw2\nPort 2222\n");
    others = {node(u"gw1"_s), node(u"gw2"_s, u"gw1"_s)};
    others[0].legacyAlgorithms = true;
    const ConnectionSettings found = settings(node(u"node1"_s, u"gw2"_s)).value();
    ASSERT_TRUE(found.jump);
    EXPECT_EQ(found.jump->node, u"gw2"_s);
    EXPECT_EQ(found.jump->secretsId, u"id-gw2"_s);
    EXPECT_EQ(found.jump->port, 2222);
    ASSERT_TRUE(found.jump->jump);
    EXPECT_EQ(found.jump->jump->host, u"10.0.0.9"_s);
    EXPECT_TRUE(found.jump->jump->legacyAlgorithms);
    EXPECT_FALSE(found.jump->jump->jump);
}

TEST_F(ConnectionSettingsTest, jumpHostsThatAreHostsAreLookedUpToo)
{
    write("Host gw\nHostName gw.example.org\nIdentityFile ~/gwkey\nHost named\nUser hop\n");
    Profile profile = node(u"node1"_s);
    profile.user = u"admin"_s;
    profile.jump = JumpHost{{}, u"gw"_s, 2200, {}};
    const ConnectionSettings found = settings(profile).value();
    ASSERT_TRUE(found.jump);
    EXPECT_EQ(found.jump->host, u"gw.example.org"_s);
    EXPECT_EQ(found.jump->port, 2200);
    EXPECT_EQ(found.jump->user, u"admin"_s); // the user of who jumps
    EXPECT_EQ(found.jump->identityFiles, QStringList{folder.filePath(u"gwkey"_s)});
    EXPECT_EQ(found.jump->secretsId, u"admin@gw.example.org:2200"_s);
    profile.jump.host = u"named"_s;
    EXPECT_EQ(settings(profile)->jump->user, u"hop"_s);
    profile.jump.user = u"me"_s;
    EXPECT_EQ(settings(profile)->jump->user, u"me"_s);
}

TEST_F(ConnectionSettingsTest, proxyJumpIsFollowedAsSshDoes)
{
    write("Host node1\nProxyJump a@gw1,gw2:2222\nHost gw1\nProxyJump gw0\n"
          "Host gw2\nProxyJump never\nUser two\n");
    const ConnectionSettings found = settings(node(u"node1"_s)).value();
    ASSERT_TRUE(found.jump);
    EXPECT_EQ(found.jump->host, u"gw2"_s);
    EXPECT_EQ(found.jump->user, u"two"_s);
    EXPECT_EQ(found.jump->port, 2222);
    ASSERT_TRUE(found.jump->jump);
    EXPECT_EQ(found.jump->jump->host, u"gw1"_s);
    EXPECT_EQ(found.jump->jump->user, u"a"_s);
    ASSERT_TRUE(found.jump->jump->jump);
    EXPECT_EQ(found.jump->jump->jump->host, u"gw0"_s);
    EXPECT_EQ(found.jump->jump->jump->user, profiles::localUserName());
    EXPECT_FALSE(found.jump->jump->jump->jump);
}

TEST_F(ConnectionSettingsTest, circlesAndMissingJumpHostsAreErrors)
{
    others = {node(u"a"_s, u"b"_s), node(u"b"_s, u"a"_s)};
    const auto circle = settings(others[0]);
    ASSERT_FALSE(circle);
    EXPECT_THAT(circle.error().message.toStdString(), HasSubstr("root@a:22 - root@b:22"));
    const auto missing = settings(node(u"c"_s, u"gone"_s));
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    EXPECT_THAT(missing.error().message.toStdString(), HasSubstr("gone"));
    write("Host *\nUser u\nProxyJump gw\n");
    EXPECT_FALSE(settings(node(u"gw"_s)));
    EXPECT_FALSE(settings(node(u"node1"_s))); // gw would jump through itself
    write("Host *\nProxyJump a1%n\n");
    EXPECT_FALSE(settings(node(u"x"_s))); // an endless way
}

TEST_F(ConnectionSettingsTest, whatCannotBeObeyedIsNotIgnored)
{
    write("Host x\nPort 5\nHost node1\nProxyCommand nc %h %p\nHost gw\nCanonicalizeHostname yes\n");
    const auto command = settings(node(u"node1"_s));
    ASSERT_FALSE(command);
    EXPECT_THAT(command.error().message.toStdString(), HasSubstr(files.user.toStdString() + ":4"));
    EXPECT_THAT(command.error().remedy.toStdString(), HasSubstr("jump host"));
    Profile direct = node(u"node1"_s);
    direct.jump.host = u"none"_s;
    EXPECT_TRUE(settings(direct));
    direct.jump.host = u"gw"_s;
    EXPECT_FALSE(settings(direct));
    direct.jump.host = u"other"_s;
    EXPECT_TRUE(settings(direct));

    write("RevokedHostKeys /r\n");
    Profile profile = node(u"node1"_s);
    EXPECT_FALSE(settings(profile));
    profile.knownHostsFile = u"/kh"_s;
    EXPECT_TRUE(settings(profile));
    write("Match exec true\nProxyCommand nc\n");
    EXPECT_TRUE(settings(profile));
}

TEST_F(ConnectionSettingsTest, otherProfilesAreReadAtEachAttempt)
{
    const ConnectionSource source{folder.filePath(u"profiles.json"_s), files};
    const Profile profile = node(u"node1"_s, u"gw"_s);
    EXPECT_FALSE(connectionSettings(profile, source));
    ASSERT_TRUE(profiles::Store(source.profilesFile).add(node(u"gw"_s)));
    ASSERT_TRUE(connectionSettings(profile, source));
    EXPECT_EQ(connectionSettings(profile, source)->jump->host, u"gw"_s);
    QFile broken(source.profilesFile);
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.close();
    EXPECT_EQ(connectionSettings(profile, source).error().code, ErrorCode::ParseFailed);
    EXPECT_TRUE(connectionSettings(node(u"node2"_s), source));
}

TEST_F(ConnectionSettingsTest, aReadOnlyNodeIsNotEvenConnectedToForAChange)
{
    Profile profile = node(u"node1"_s);
    profile.readOnly = true;
    const ConnectionSource source{folder.filePath(u"profiles.json"_s), files};
    const auto connection = sshConnector({}, {}, source)(profile);
    const auto refused = connection->run({u"Change it"_s, "touch /changed"});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
    EXPECT_EQ(connection->status().phase, remote::Phase::Idle);
}

} // namespace
} // namespace colonnade::cluster
