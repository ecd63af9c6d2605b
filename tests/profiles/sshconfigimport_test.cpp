// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/sshconfigimport.h"

#include "profiles/contentedit.h"

#include <gmock/gmock.h>

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {
namespace {

using Kind = ImportCandidate::Kind;

class SshConfigImportTest : public testing::Test
{
protected:
    SshConfigOffer offer(const QByteArray &config, const Content &present = {}) const
    {
        QFile file(folder.filePath(u"config"_s));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(config);
        file.close();
        EXPECT_TRUE(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        const SshConfig sshConfig({file.fileName(), {}, folder.path()});
        return sshConfigHosts(sshConfig, present);
    }

    QTemporaryDir folder;
};

const QByteArray Config = "Host *.example.org 10.0.0.?\n User never\n"
                          "Host gw gw\n HostName gw.example.org\n User hop\n Port 2200\n"
                          "Host node1 node2 !x\n HostName %h.example.org\n ProxyJump gw\n"
                          " IdentityFile ~/.ssh/k\n IdentitiesOnly yes\n"
                          "Host far\n ProxyJump a,b\n"
                          "Host odd/name\n"
                          "Host proxied\n ProxyCommand nc\n"
                          "Host \"\\033[31m\"\n";

TEST_F(SshConfigImportTest, concreteNamesBecomeProfiles)
{
    const SshConfigOffer found = offer(Config);
    QStringList names;
    for (const ImportCandidate &each : found.hosts)
        names.append(each.profile.name);
    EXPECT_EQ(names.mid(0, 6), (QStringList{u"gw"_s, u"node1"_s, u"node2"_s, u"far"_s,
                                            u"odd/name"_s, u"proxied"_s}));
    const ImportCandidate &gw = found.hosts[0];
    EXPECT_EQ(gw.kind, Kind::New);
    EXPECT_EQ(gw.origin, folder.filePath(u"config"_s) + u":3"_s);
    EXPECT_EQ(gw.profile.host, u"gw.example.org"_s);
    EXPECT_EQ(gw.profile.port, 2200);
    EXPECT_EQ(gw.profile.user, u"hop"_s);
    const Profile &node2 = found.hosts[2].profile;
    EXPECT_EQ(node2.host, u"node2.example.org"_s);
    EXPECT_EQ(node2.jump, (JumpHost{u"gw"_s, {}, 0, {}}));
    EXPECT_EQ(node2.identityFiles, QStringList{folder.path() + u"/.ssh/k"_s});
    EXPECT_TRUE(node2.identitiesOnly);
    EXPECT_TRUE(node2.user.isEmpty());
    // Two in a row are no profile's; ssh_config is asked for them when it is connected to.
    EXPECT_EQ(found.hosts[3].profile.host, u"far"_s);
    EXPECT_TRUE(found.hosts[3].profile.jump.isNone());
    EXPECT_FALSE(found.hosts[4].problem.isEmpty());
    EXPECT_THAT(found.hosts[5].problem.toStdString(), testing::HasSubstr("ProxyCommand"));
    EXPECT_FALSE(found.hosts[6].problem.isEmpty());
}

TEST_F(SshConfigImportTest, aSecondTimeThereIsNothingNew)
{
    Content content;
    QList<Profile> chosen;
    for (const ImportCandidate &each : offer(Config).hosts) {
        if (each.problem.isEmpty())
            chosen.append(each.profile);
    }
    ASSERT_TRUE(takeOver(content, chosen, {}, {}));
    ASSERT_TRUE(settle({}, content));
    for (const ImportCandidate &each : offer(Config, content).hosts) {
        if (!each.problem.isEmpty())
            continue;
        EXPECT_EQ(each.kind, Kind::Same) << each.profile.name.toStdString();
    }
}

TEST_F(SshConfigImportTest, whatIsThereKeepsWhatSshConfigDoesNotSay)
{
    Content content;
    Profile there;
    there.name = u"the gate"_s;
    there.host = u"gw.example.org"_s;
    there.port = 2200;
    there.user = u"hop"_s;
    there.note = u"mine"_s;
    there.identityFiles = QStringList{u"/k"_s};
    content.profiles.append(there);
    const ImportCandidate same = offer(Config, content).hosts[0];
    EXPECT_EQ(same.kind, Kind::Same);
    EXPECT_EQ(same.profile.name, u"the gate"_s);

    content.profiles[0].name = u"gw"_s;
    content.profiles[0].host = u"old"_s;
    const ImportCandidate differs = offer(Config, content).hosts[0];
    EXPECT_EQ(differs.kind, Kind::Differs);
    EXPECT_EQ(differs.profile.note, u"mine"_s);
    EXPECT_EQ(differs.profile.identityFiles, there.identityFiles);
    ASSERT_EQ(differs.differences.size(), 1);
    EXPECT_TRUE(differs.differences[0].contains(u"gw.example.org"_s));
}

} // namespace
} // namespace colonnade::profiles
