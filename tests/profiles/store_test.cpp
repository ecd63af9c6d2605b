// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/store.h"

#include <gmock/gmock.h>

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

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
    const Profile full{u"xenhost1"_s, u"domnull"_s, u"fe80::1%eth0"_s,
                       2201,          u"admin"_s,   {u"/home/a/.ssh/id one"_s, u"/k"_s},
                       false,         u"/kh"_s,     u"10.0.0.1"_s,
                       2222};
    ASSERT_TRUE(store.add(full));
    ASSERT_TRUE(store.add(profile(u"xenhost2"_s)));
    EXPECT_EQ(*store.load(), (QList<Profile>{full, profile(u"xenhost2"_s)}));
    EXPECT_EQ(QFileInfo(path).permissions() & QFileDevice::Permissions(0x0077),
              QFileDevice::Permissions());
}

TEST_F(StoreTest, replacesRenamesAndRemoves)
{
    ASSERT_TRUE(store.add(profile(u"a"_s)));
    ASSERT_TRUE(store.add(profile(u"b"_s)));
    ASSERT_TRUE(store.replace(u"a"_s, profile(u"c"_s)));
    EXPECT_EQ(*store.load(), (QList<Profile>{profile(u"c"_s), profile(u"b"_s)}));
    EXPECT_EQ(store.replace(u"c"_s, profile(u"b"_s)).error().code, ErrorCode::InvalidInput);
    ASSERT_TRUE(store.remove(u"c"_s));
    EXPECT_EQ(store.remove(u"c"_s).error().code, ErrorCode::NotFound);
    EXPECT_EQ(store.replace(u"c"_s, profile(u"c"_s)).error().code, ErrorCode::NotFound);
    EXPECT_EQ(*store.load(), QList<Profile>{profile(u"b"_s)});
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
    write(R"({"future": {"x": 1}, "profiles": [{"name": "a", "host": "h", "colour": "red"}]})");
    Profile changed = profile(u"a"_s);
    changed.port = 2200;
    ASSERT_TRUE(store.replace(u"a"_s, changed));
    const QJsonObject json = QJsonDocument::fromJson(bytes()).object();
    EXPECT_EQ(json[u"future"].toObject()[u"x"].toInt(), 1);
    EXPECT_EQ(json[u"profiles"].toArray()[0].toObject()[u"colour"].toString(), u"red"_s);
    EXPECT_EQ(store.load()->first(), changed);
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
                    "{\"profiles\": [{\"name\": \"a\", \"host\": \"-oProxyCommand=x\"}]}"));

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
    EXPECT_TRUE(refused([&](Profile &p) { p.migrationPort = 0; }));
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
