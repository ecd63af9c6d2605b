// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/store.h"

#include "profiles/contentedit.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {
namespace {

using base::ErrorCode;

Profile profile(const QString &name)
{
    Profile made;
    made.name = name;
    made.host = name + u".example.com"_s;
    return made;
}

Profile fullProfile()
{
    Profile full;
    full.name = u"xenhost1"_s;
    full.cluster = u"domnull"_s;
    full.host = u"fe80::1%eth0"_s;
    full.port = 2201;
    full.user = u"admin"_s;
    full.methods = {LoginMethod::Password, LoginMethod::KeyFile, LoginMethod::KeyboardInteractive,
                    LoginMethod::Agent};
    full.identityFiles = {u"/home/a/.ssh/id one"_s, u"/k"_s};
    full.identitiesOnly = true;
    full.knownHostsFile = u"/kh"_s;
    full.jump = {{}, u"gw.example.org"_s, 2022, u"hop"_s};
    full.becomeRoot = BecomeRoot::SudoWithPassword;
    full.legacyAlgorithms = true;
    full.readOnly = true;
    full.connectTimeout = std::chrono::seconds(3);
    full.keepalive = std::chrono::seconds(60);
    full.note = u"Rack 3\n\"the loud one\" \U0001F5A5"_s;
    full.migrationAddress = u"10.0.0.1"_s;
    full.migrationPort = 2222;
    return full;
}

/// What is in the store, but for the ids that it gave.
QList<Profile> withoutIds(base::Result<QList<Profile>> loaded)
{
    EXPECT_TRUE(loaded) << loaded.error().message.toStdString();
    for (Profile &profile : *loaded) {
        EXPECT_FALSE(profile.id.isEmpty());
        profile.id.clear();
    }
    return *loaded;
}

QStringList namesOf(const QList<Profile> &profiles)
{
    QStringList names;
    for (const Profile &profile : profiles)
        names.append(profile.name);
    return names;
}

class StoreTest : public testing::Test
{
protected:
    QByteArray bytes() const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(const QByteArray &content) const
    {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QTemporaryDir folder;
    QString path = folder.filePath(u"new/profiles.json"_s);
    Store store{path};

    void makeFolder() const { ASSERT_TRUE(QDir().mkpath(QFileInfo(path).path())); }
};

TEST_F(StoreTest, noFileIsNoProfiles)
{
    ASSERT_TRUE(store.load());
    EXPECT_TRUE(store.load()->isEmpty());
    EXPECT_FALSE(QFileInfo::exists(path));
}

TEST_F(StoreTest, readsBackEveryField)
{
    const Profile full = fullProfile();
    ASSERT_TRUE(store.add(full));
    ASSERT_TRUE(store.add(profile(u"xenhost2"_s)));
    Profile jumps = profile(u"xenhost3"_s);
    jumps.jump.profile = u"xenhost1"_s;
    ASSERT_TRUE(store.add(jumps));
    EXPECT_EQ(withoutIds(store.load()), (QList<Profile>{full, profile(u"xenhost2"_s), jumps}));
    EXPECT_EQ(QJsonDocument::fromJson(bytes())[u"version"].toInt(), 1);
}

TEST_F(StoreTest, onlyTheOwnerReadsItAndTheFolderMadeForIt)
{
    ASSERT_TRUE(store.add(profile(u"a"_s)));
    ASSERT_TRUE(store.add(profile(u"b"_s)));
    struct stat status = {};
    for (const QString &file : QStringList{path, path + u".1"_s}) {
        ASSERT_EQ(::stat(QFile::encodeName(file).constData(), &status), 0);
        EXPECT_EQ(status.st_mode & 07777, 0600U) << file.toStdString();
    }
    ASSERT_EQ(::stat(QFile::encodeName(QFileInfo(path).path()).constData(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777, 0700U);
    ASSERT_EQ(::chmod(QFile::encodeName(path).constData(), 0664), 0);
    ASSERT_TRUE(store.replace(u"b"_s, profile(u"b"_s))); // which changes nothing
    ASSERT_EQ(::stat(QFile::encodeName(path).constData(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777, 0600U);
}

TEST_F(StoreTest, replacesRenamesAndRemoves)
{
    ASSERT_TRUE(store.add(profile(u"a"_s)));
    ASSERT_TRUE(store.add(profile(u"b"_s)));
    const QString id = store.load()->first().id;
    ASSERT_TRUE(store.replace(u"a"_s, profile(u"c"_s)));
    EXPECT_EQ(store.load()->first().id, id);
    EXPECT_EQ(withoutIds(store.load()), (QList<Profile>{profile(u"c"_s), profile(u"b"_s)}));
    EXPECT_EQ(store.replace(u"c"_s, profile(u"b"_s)).error().code, ErrorCode::InvalidInput);
    ASSERT_TRUE(store.remove(u"c"_s));
    EXPECT_EQ(store.remove(u"c"_s).error().code, ErrorCode::NotFound);
    EXPECT_EQ(store.replace(u"c"_s, profile(u"c"_s)).error().code, ErrorCode::NotFound);
    EXPECT_EQ(withoutIds(store.load()), QList<Profile>{profile(u"b"_s)});
}

TEST_F(StoreTest, aTakenNameIsRefused)
{
    ASSERT_TRUE(store.add(profile(u"a"_s)));
    const QByteArray before = bytes();
    EXPECT_EQ(store.add(profile(u"a"_s)).error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(bytes(), before);
}

TEST_F(StoreTest, keepsWhatItDoesNotKnow)
{
    makeFolder();
    write(R"({"future": {"x": 1}, "profiles": [{"name": "a", "host": "h", "colour": "red"}],
              "clusters": {"default": {"colour": "#112233", "icon": "i"}}})");
    Profile changed = profile(u"renamed"_s);
    changed.port = 2200;
    ASSERT_TRUE(store.replace(u"a"_s, changed));
    ASSERT_TRUE(store.setClusterNote({}, {u"#445566"_s, u"n"_s}));
    const QJsonObject json = QJsonDocument::fromJson(bytes()).object();
    EXPECT_EQ(json[u"future"].toObject()[u"x"].toInt(), 1);
    EXPECT_EQ(json[u"profiles"].toArray()[0].toObject()[u"colour"].toString(), u"red"_s);
    EXPECT_EQ(json[u"clusters"][u"default"][u"icon"].toString(), u"i"_s);
    EXPECT_EQ(json[u"clusters"][u"default"][u"colour"].toString(), u"#445566"_s);
    EXPECT_EQ(withoutIds(store.load()).first(), changed);
}

TEST_F(StoreTest, filesWithoutAVersionAreReadAndTheirIdsStay)
{
    makeFolder();
    write(R"({"profiles": [{"name": "a", "host": "h", "useAgent": false},
                           {"name": "b", "host": "h"}]})");
    const QList<Profile> before = *store.load();
    EXPECT_EQ(before[0].methods,
              (QList<LoginMethod>{LoginMethod::KeyFile, LoginMethod::KeyboardInteractive,
                                  LoginMethod::Password}));
    EXPECT_TRUE(before[1].methods.isEmpty());
    EXPECT_NE(before[0].id, before[1].id);
    EXPECT_EQ(*store.load(), before);
    ASSERT_TRUE(store.replace(u"b"_s, profile(u"c"_s)));
    EXPECT_EQ(store.load()->at(0), before[0]);
    EXPECT_EQ(store.load()->at(1).id, before[1].id);
    EXPECT_FALSE(bytes().contains("useAgent"));
}

TEST_F(StoreTest, aFileOfANewerVersionIsNeverOverwritten)
{
    makeFolder();
    const QByteArray newer = R"({"version": 2, "profiles": []})";
    write(newer);
    EXPECT_EQ(store.load().error().code, ErrorCode::Unsupported);
    EXPECT_TRUE(store.load().error().message.contains(u"version 2"_s));
    EXPECT_FALSE(store.add(profile(u"a"_s)));
    EXPECT_EQ(bytes(), newer);
    EXPECT_FALSE(QFileInfo::exists(path + u".1"_s));
}

class BrokenStoreTest : public StoreTest, public testing::WithParamInterface<const char *>
{
};

TEST_P(BrokenStoreTest, isAnErrorAndStaysAsItIs)
{
    makeFolder();
    write(GetParam());
    const base::Result<QList<Profile>> loaded = store.load();
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::ParseFailed);
    EXPECT_TRUE(loaded.error().message.contains(path));
    EXPECT_FALSE(store.add(profile(u"new"_s)));
    EXPECT_FALSE(store.remove(u"a"_s));
    EXPECT_EQ(bytes(), GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Files, BrokenStoreTest,
    testing::Values("", "{\"profiles\": [", "[]", "{\"profiles\": 1}", "{\"profiles\": [1]}",
                    "{\"profiles\": [{\"name\": \"a\"}]}",
                    "{\"profiles\": [{\"name\": \"a\", \"host\": 5}]}",
                    "{\"profiles\": [{\"name\": \"a\", \"host\": \"h\", \"port\": 70000}]}",
                    "{\"profiles\": [{\"name\": \"a\", \"host\": \"h\", \"port\": 1.5}]}",
                    "{\"profiles\": [{\"name\": \"a\", \"host\": \"h\", \"useAgent\": \"no\"}]}",
                    "{\"profiles\": [{\"name\": \"a\", \"host\": \"-oProxyCommand=x\"}]}",
                    R"({"version": "1"})", R"({"version": 0})", R"({"version": 1.5})",
                    R"({"clusters": []})", R"({"clusters": {"a": {"colour": "red"}}})",
                    R"({"profiles": [{"name": "a", "host": "h"}, {"name": "a", "host": "i"}]})",
                    R"({"profiles": [{"name": "a", "host": "h", "id": "../x"}]})",
                    R"({"profiles": [{"name": "a", "host": "h", "methods": ["telnet"]}]})",
                    R"({"profiles": [{"name": "a", "host": "h", "becomeRoot": "su"}]})",
                    R"({"profiles": [{"name": "a", "host": "h", "jump": "gw"}]})",
                    R"({"profiles": [{"name": "a", "host": "h", "jump": {"host": "a b"}}]})",
                    R"({"profiles": [{"name": "a", "host": "h", "keepalive": -1}]})",
                    R"({"profiles": [{"name": "a", "host": "h", "keepalive": 1e300}]})",
                    R"({"profiles": [{"name": "a", "host": "h", "note": "a\u0000b"}]})",
                    R"({"profiles": [{"name": "a", "host": "h\n"}]})"));

TEST_F(StoreTest, aBrokenFileSaysTheLine)
{
    makeFolder();
    write("{\n\"profiles\": [\n  }\n]}");
    EXPECT_TRUE(store.load().error().message.contains(u"line 3"_s))
        << store.load().error().message.toStdString();
}

TEST_F(StoreTest, whatCouldBeTakenForAnOptionOrASecondWordIsRefused)
{
    const auto refused = [this](auto change) {
        Profile bad = profile(u"a"_s);
        change(bad);
        const base::Result<void> added = store.add(bad);
        return !added && added.error().code == ErrorCode::InvalidInput;
    };
    for (const QString &host : {u""_s, u"-x"_s, u"a b"_s, u"a;b"_s, u"a\nb"_s, u"[::1]"_s,
                                u"h:22"_s, u"user@h"_s, u"$(id)"_s, u"ä"_s})
        EXPECT_TRUE(refused([&](Profile &p) { p.host = host; })) << host.toStdString();
    for (const QString &host : {u"a b"_s, u"-h"_s, u"`id`"_s})
        EXPECT_TRUE(refused([&](Profile &p) { p.migrationAddress = host; })) << host.toStdString();
    for (const QString &name :
         {u""_s, u" a"_s, u"-a"_s, u"a\x1b[31m"_s, u"a/b"_s, QString(101, u'a')})
        EXPECT_TRUE(refused([&](Profile &p) { p.name = name; })) << name.toStdString();
    for (const QString &user : {u"-l"_s, u"a b"_s, u"a;b"_s})
        EXPECT_TRUE(refused([&](Profile &p) { p.user = user; })) << user.toStdString();
    for (const QString &file : {u""_s, u"a\nb"_s, QString(5000, u'a')})
        EXPECT_TRUE(refused([&](Profile &p) { p.identityFiles = {file}; })) << file.toStdString();
    for (const JumpHost &jump : {JumpHost{{}, u"a b"_s, 0, {}}, JumpHost{{}, u"h"_s, 0, u"-l"_s},
                                 JumpHost{u"a/b"_s, {}, 0, {}}, JumpHost{u"b"_s, u"h"_s, 0, {}}})
        EXPECT_TRUE(refused([&](Profile &p) { p.jump = jump; }));
    EXPECT_TRUE(refused([&](Profile &p) { p.migrationPort = 0; }));
    EXPECT_TRUE(refused([&](Profile &p) { p.keepalive = std::chrono::seconds(-1); }));
    EXPECT_TRUE(refused([&](Profile &p) { p.connectTimeout = std::chrono::hours(2); }));
    EXPECT_TRUE(refused([&](Profile &p) { p.methods = {LoginMethod::Agent, LoginMethod::Agent}; }));
    EXPECT_FALSE(QFileInfo::exists(path));
}

TEST_F(StoreTest, writersAtTheSameTimeLoseNothing)
{
    constexpr int Writers = 8;
    std::vector<std::jthread> threads;
    for (int i = 0; i < Writers; ++i)
        threads.emplace_back(
            [this, i] { EXPECT_TRUE(Store(path).add(profile(u"node%1"_s.arg(i)))); });
    threads.clear();
    EXPECT_EQ(store.load()->size(), Writers);
}

TEST_F(StoreTest, hostileFilesAreErrors)
{
    makeFolder();
    write(QByteArray(2000, '[') + QByteArray(2000, ']'));
    EXPECT_EQ(store.load().error().code, ErrorCode::ParseFailed);
    write(QByteArray("{\"profiles\": []\0}", 18));
    EXPECT_EQ(store.load().error().code, ErrorCode::ParseFailed);
    write(QByteArray(11 * 1024 * 1024, ' '));
    EXPECT_EQ(store.load().error().code, ErrorCode::IoFailed);
    ASSERT_TRUE(QFile::remove(path));
    ASSERT_EQ(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    EXPECT_EQ(store.load().error().code, ErrorCode::IoFailed); // and does not wait
    EXPECT_FALSE(store.add(profile(u"a"_s)));
}

TEST_F(StoreTest, aSymbolicLinkIsFollowedAndStays)
{
    makeFolder();
    const QString target = folder.filePath(u"elsewhere.json"_s);
    ASSERT_TRUE(QFile::link(u"../elsewhere.json"_s, path));
    ASSERT_TRUE(store.add(profile(u"a"_s))); // to a file that is not there yet
    ASSERT_TRUE(store.add(profile(u"b"_s)));
    EXPECT_TRUE(QFileInfo(path).isSymLink());
    EXPECT_EQ(Store(target).load()->size(), 2);
    EXPECT_EQ(store.backups().size(), 1);
    EXPECT_TRUE(QFileInfo::exists(target + u".1"_s));
}

TEST_F(StoreTest, theLastThreeStatesAreKept)
{
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s})
        ASSERT_TRUE(store.add(profile(name)));
    ASSERT_TRUE(store.replace(u"e"_s, profile(u"e"_s))); // changes nothing: no backup
    const QList<Backup> backups = store.backups();
    ASSERT_EQ(backups.size(), 3);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(backups[i].profiles, 4 - i);
        EXPECT_EQ(backups[i].path, path + u".%1"_s.arg(i + 1));
        EXPECT_TRUE(backups[i].savedAt.isValid());
    }
    ASSERT_TRUE(store.restore(backups[2].path));
    EXPECT_EQ(namesOf(*store.load()), (QStringList{u"a"_s, u"b"_s}));
    EXPECT_EQ(store.backups().first().profiles, 5);
    EXPECT_EQ(store.restore(path + u".9"_s).error().code, ErrorCode::NotFound);
}

TEST_F(StoreTest, whatCannotBeReadIsSetAsideByWishOnly)
{
    EXPECT_EQ(store.setAside().error().code, ErrorCode::NotFound);
    ASSERT_TRUE(store.add(profile(u"a"_s)));
    ASSERT_TRUE(store.add(profile(u"b"_s)));
    EXPECT_EQ(store.setAside().error().code, ErrorCode::Refused);
    QStringList aside;
    for (const QByteArray &broken : {QByteArray("{ one"), QByteArray("{ two")}) {
        write(broken);
        EXPECT_FALSE(store.restore(path + u".1"_s));
        const base::Result<QString> moved = store.setAside();
        ASSERT_TRUE(moved) << moved.error().message.toStdString();
        EXPECT_TRUE(moved->startsWith(path + u".broken-"_s));
        QFile file(*moved);
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        EXPECT_EQ(file.readAll(), broken);
        aside.append(*moved);
        EXPECT_FALSE(QFileInfo::exists(path));
    }
    EXPECT_NE(aside[0], aside[1]);
    ASSERT_TRUE(store.restore(path + u".1"_s));
    EXPECT_EQ(namesOf(*store.load()), QStringList{u"a"_s});
}

TEST_F(StoreTest, changesManyAtOnceOrNothing)
{
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        ASSERT_TRUE(store.add(profile(name)));
    const QList<Profile> before = *store.load();
    ASSERT_TRUE(store.change([](Content &content) -> base::Result<void> {
        content.profiles.move(2, 0);
        content.profiles[0].cluster = u"moved"_s;
        content.profiles[1].name = u"z"_s;
        content.profiles.removeAt(2);
        Profile copy = content.profiles[0]; // with its id
        copy.name = u"copy"_s;
        content.profiles.prepend(copy);
        content.clusters[u"moved"_s] = {u"#aabbcc"_s, {}};
        return {};
    }));
    const Content after = *store.read();
    EXPECT_EQ(namesOf(after.profiles), (QStringList{u"copy"_s, u"c"_s, u"z"_s}));
    EXPECT_EQ(after.profiles[1].id, before[2].id);
    EXPECT_EQ(after.profiles[2].id, before[0].id);
    EXPECT_FALSE(namesOf(before).contains(after.profiles[0].id));
    EXPECT_NE(after.profiles[0].id, before[2].id);
    EXPECT_EQ(after.clusters.value(u"moved"_s).colour, u"#aabbcc"_s);

    const QByteArray stored = bytes();
    EXPECT_FALSE(store.change([](Content &content) -> base::Result<void> {
        content.profiles[0].note = u"changed"_s;
        content.profiles[2].host = u"a b"_s;
        return {};
    }));
    EXPECT_FALSE(store.change([](Content &content) -> base::Result<void> {
        content.profiles.clear();
        return base::failure(ErrorCode::Canceled, u"no"_s);
    }));
    EXPECT_EQ(bytes(), stored);
}

class JumpTest : public StoreTest
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(store.add(profile(u"gw"_s)));
        for (const QString &name : {u"a"_s, u"b"_s}) {
            Profile node = profile(name);
            node.jump.profile = u"gw"_s;
            ASSERT_TRUE(store.add(node));
        }
    }

    base::Result<void> setJump(const QString &name, const QString &jump)
    {
        return store.change([&](Content &content) -> base::Result<void> {
            for (Profile &each : content.profiles) {
                if (each.name == name)
                    each.jump = {jump, {}, 0, {}};
            }
            return {};
        });
    }
};

TEST_F(JumpTest, theJumpHostOfOthersIsNotRemoved)
{
    const base::Result<void> removed = store.remove(u"gw"_s);
    ASSERT_FALSE(removed);
    EXPECT_EQ(removed.error().code, ErrorCode::Refused);
    EXPECT_TRUE(removed.error().message.contains(u"a, b"_s));
    EXPECT_TRUE(store.change([](Content &content) -> base::Result<void> {
        content.profiles.clear();
        return {};
    }));
}

TEST_F(JumpTest, aRenamedJumpHostIsFollowed)
{
    ASSERT_TRUE(store.replace(u"gw"_s, profile(u"gate"_s)));
    EXPECT_EQ(store.load()->at(1).jump.profile, u"gate"_s);
    EXPECT_EQ(store.load()->at(2).jump.profile, u"gate"_s);
    // Two that swap their names, too.
    ASSERT_TRUE(store.add(profile(u"other"_s)));
    ASSERT_TRUE(store.change([](Content &content) -> base::Result<void> {
        std::swap(content.profiles[0].name, content.profiles[3].name);
        return {};
    }));
    EXPECT_EQ(store.load()->at(1).jump.profile, u"other"_s);
}

TEST_F(JumpTest, missingJumpHostsAndCirclesAreNamed)
{
    const base::Result<void> missing = setJump(u"a"_s, u"nowhere"_s);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::InvalidInput);
    EXPECT_TRUE(missing.error().message.contains(u"nowhere"_s));
    EXPECT_FALSE(setJump(u"a"_s, u"a"_s));
    ASSERT_TRUE(setJump(u"a"_s, u"b"_s));
    const base::Result<void> circle = setJump(u"gw"_s, u"a"_s);
    ASSERT_FALSE(circle);
    EXPECT_TRUE(circle.error().message.contains(u"a - b - gw"_s))
        << circle.error().message.toStdString();
}

TEST_F(JumpTest, aMissingJumpHostInTheFileIsNoReasonToRefuseOtherChanges)
{
    write(R"({"profiles": [{"name": "a", "host": "h", "jump": {"profile": "gone"}}]})");
    ASSERT_TRUE(store.load());
    EXPECT_EQ(jumpProblems(*store.load()).size(), 1);
    EXPECT_TRUE(store.add(profile(u"b"_s)));
}

TEST_F(StoreTest, aFolderThatCannotBeMadeIsAnError)
{
    QFile file(folder.filePath(u"new"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    const base::Result<void> added = store.add(profile(u"a"_s));
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code, ErrorCode::IoFailed);
}

} // namespace
} // namespace colonnade::profiles
