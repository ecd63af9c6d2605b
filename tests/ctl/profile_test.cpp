// SPDX-License-Identifier: GPL-3.0-or-later
// colonnadectl profile: what it writes, shows and refuses.
#include "ctl/program.h"

#include <gmock/gmock.h>

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace colonnade::ctl;
using testing::HasSubstr;
using testing::Not;

namespace {

class ProfileTest : public testing::Test
{
protected:
    Ran profile(const QString &line) const
    {
        return m_program.run(QStringList{u"profile"_s} + line.split(u' ', Qt::SkipEmptyParts));
    }

    void done(const QString &line) const
    {
        const Ran ran = profile(line);
        EXPECT_EQ(ran.status, 0) << line.toStdString() << ": " << ran.err.toStdString();
    }

    QList<QJsonObject> listed() const
    {
        QList<QJsonObject> objects;
        const Ran ran = profile(u"list --json"_s);
        for (const QJsonValue &each : QJsonDocument::fromJson(ran.out)[u"profiles"].toArray())
            objects.append(each.toObject());
        return objects;
    }

    QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile made(m_program.home() + u'/' + name);
        EXPECT_TRUE(made.open(QIODevice::WriteOnly));
        made.write(bytes);
        made.close();
        EXPECT_TRUE(made.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        return made.fileName();
    }

    QString store() const { return m_program.home() + u"/config/colonnade/profiles.json"_s; }

    Program m_program;
};

TEST_F(ProfileTest, everyFieldCanBeSetAndUnset)
{
    done(u"add gw --host 10.0.0.9"_s);
    done(u"add a --host 10.0.0.1 --jump gw --become-root sudo-password --legacy-algorithms "
         u"--read-only --method key,password --method agent --keepalive 30 --connect-timeout 5 "
         u"--identities-only --identity /k --port 2222 --user admin --note words"_s);
    QJsonObject a = listed().at(1);
    EXPECT_EQ(a[u"jump"].toString(), u"gw"_s);
    EXPECT_TRUE(a[u"jumpIsProfile"].toBool());
    EXPECT_EQ(a[u"becomeRoot"].toString(), u"sudo-password"_s);
    EXPECT_TRUE(a[u"legacyAlgorithms"].toBool());
    EXPECT_TRUE(a[u"readOnly"].toBool());
    EXPECT_TRUE(a[u"identitiesOnly"].toBool());
    EXPECT_EQ(a[u"methods"].toArray(), (QJsonArray{u"key"_s, u"password"_s, u"agent"_s}));
    EXPECT_EQ(a[u"keepalive"].toInt(), 30);
    EXPECT_EQ(a[u"connectTimeout"].toInt(), 5);
    EXPECT_EQ(a[u"note"].toString(), u"words"_s);
    const std::string table = profile(u"list"_s).out.toStdString();
    EXPECT_THAT(table, HasSubstr("read-only, legacy, sudo"));
    EXPECT_THAT(table, HasSubstr("gw"));
    const QString id = a[u"id"].toString();

    done(u"edit a --jump= --become-root none --no-legacy-algorithms --no-read-only --method= "
         u"--keepalive= --connect-timeout= --no-identities-only --identity= --port= --user= "
         u"--note= --name b"_s);
    a = listed().at(1);
    EXPECT_EQ(a[u"id"].toString(), id);
    EXPECT_EQ(a[u"name"].toString(), u"b"_s);
    EXPECT_EQ(a[u"jump"].toString(), QString());
    EXPECT_EQ(a[u"becomeRoot"].toString(), u"none"_s);
    EXPECT_FALSE(a[u"readOnly"].toBool());
    EXPECT_TRUE(a[u"methods"].toArray().isEmpty());
    EXPECT_FALSE(a[u"portIsSet"].toBool());
    EXPECT_EQ(a[u"port"].toInt(), 22);
    EXPECT_FALSE(a[u"userIsSet"].toBool());
    EXPECT_TRUE(a[u"identityFiles"].toArray().isEmpty());
}

TEST_F(ProfileTest, severalAreEditedAtOnceOrNone)
{
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        done(u"add "_s + name + u" --host "_s + name);
    done(u"edit a b --cluster lab --jump u@gw:2200"_s);
    EXPECT_EQ(listed()[0][u"cluster"].toString(), u"lab"_s);
    EXPECT_EQ(listed()[1][u"jump"].toString(), u"u@gw:2200"_s);
    EXPECT_EQ(listed()[2][u"cluster"].toString(), u"default"_s);
    EXPECT_EQ(profile(u"edit c x --port 5"_s).status, 1);
    EXPECT_FALSE(listed()[2][u"portIsSet"].toBool());
    EXPECT_EQ(profile(u"remove a x"_s).status, 1);
    done(u"remove a b"_s);
    EXPECT_EQ(listed().size(), 1);
}

TEST_F(ProfileTest, jumpHostsOfOthersAreNotRemoved)
{
    done(u"add gw --host g"_s);
    done(u"add a --host a --jump gw"_s);
    const Ran refused = profile(u"remove gw"_s);
    EXPECT_EQ(refused.status, 3);
    EXPECT_THAT(refused.err.toStdString(), HasSubstr("jump host of a"));
    EXPECT_EQ(profile(u"edit gw --jump a"_s).status, 1);
    done(u"edit gw --name gate"_s);
    EXPECT_EQ(listed()[1][u"jump"].toString(), u"gate"_s);
    done(u"remove gate a"_s);
}

TEST_F(ProfileTest, goesToOthersAndComesBack)
{
    done(u"add gw --host g"_s);
    done(u"add a --host a --jump gw"_s);
    const Ran out = profile(u"export a"_s);
    EXPECT_EQ(out.status, 0);
    const QString path = file(u"export.json"_s, out.out);
    done(u"edit a --port 5"_s);
    EXPECT_EQ(profile(u"import "_s + path).status, 3);
    EXPECT_THAT(profile(u"import --list "_s + path).out.toStdString(), HasSubstr("differs"));
    done(u"import --replace a "_s + path);
    EXPECT_FALSE(listed()[1][u"portIsSet"].toBool());
    done(u"remove gw a"_s);
    done(u"import --cluster lab "_s + path + u" a"_s);
    EXPECT_EQ(listed().size(), 2); // with its jump host
    EXPECT_EQ(listed()[0][u"cluster"].toString(), u"lab"_s);
    EXPECT_EQ(profile(u"import "_s + path + u" nobody"_s).status, 1);
    EXPECT_EQ(profile(u"import "_s + file(u"x"_s, "{}")).status, 1);
    EXPECT_EQ(profile(u"export nobody"_s).status, 1);
}

TEST_F(ProfileTest, sshConfigIsATickList)
{
    const QString config = file(
        u"ssh_config"_s, "Host gw\n HostName 10.0.0.9\n User hop\nHost n1\n HostName 10.0.0.1\n"
                         " ProxyJump gw\nHost bad\n ProxyCommand x\nMatch exec x\nPort 4\n");
    const QString command = u"import-ssh-config --file "_s + config;
    const Ran list = profile(command);
    EXPECT_EQ(list.status, 0);
    EXPECT_THAT(list.out.toStdString(), HasSubstr("ProxyCommand"));
    EXPECT_THAT(list.err.toStdString(), HasSubstr("ssh_config:9"));
    EXPECT_TRUE(listed().isEmpty());
    done(command + u" n1"_s);
    ASSERT_EQ(listed().size(), 2);
    EXPECT_EQ(listed()[0][u"jump"].toString(), u"gw"_s);
    done(command + u" n1 gw"_s);
    EXPECT_EQ(listed().size(), 2);
    EXPECT_THAT(profile(command).out.toStdString(), Not(HasSubstr("new")));
    done(u"edit n1 --host elsewhere"_s);
    EXPECT_EQ(profile(command + u" n1"_s).status, 3);
    done(command + u" n1 --replace n1"_s);
    EXPECT_EQ(listed()[0][u"host"].toString(), u"10.0.0.1"_s);
    EXPECT_EQ(profile(command + u" bad"_s).status, 1);
    EXPECT_EQ(profile(command + u" none"_s).status, 1);
    EXPECT_EQ(profile(u"import-ssh-config --file /nonexistent"_s).status, 1);
}

TEST_F(ProfileTest, aBrokenStoreIsSetAsideAndABackupRestored)
{
    done(u"add a --host a"_s);
    done(u"add b --host b"_s);
    EXPECT_EQ(profile(u"set-aside"_s).status, 3);
    EXPECT_THAT(profile(u"backups"_s).out.toStdString(), HasSubstr("profiles.json.1"));
    file(u"config/colonnade/profiles.json"_s, "{ rubbish");
    EXPECT_EQ(profile(u"restore 1"_s).status, 1);
    const Ran aside = profile(u"set-aside"_s);
    EXPECT_EQ(aside.status, 0);
    EXPECT_TRUE(QFileInfo::exists(QString::fromUtf8(aside.out.trimmed())));
    EXPECT_FALSE(QFileInfo::exists(store()));
    done(u"restore 1"_s);
    EXPECT_EQ(listed().size(), 1);
}

} // namespace
