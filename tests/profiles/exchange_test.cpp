// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/profileexchange.h"

#include "profiles/contentedit.h"

#include <gmock/gmock.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {
namespace {

using base::ErrorCode;
using Kind = ImportCandidate::Kind;

Profile profile(const QString &name, const QString &jump = {})
{
    Profile made;
    made.id = u"id-"_s + name;
    made.name = name;
    made.cluster = u"lab"_s;
    made.host = name + u".example.org"_s;
    made.jump.profile = jump;
    return made;
}

class ExchangeTest : public testing::Test
{
protected:
    QString written(const QByteArray &bytes) const
    {
        QFile file(folder.filePath(u"export.json"_s));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }

    QTemporaryDir folder;
    Content content{{profile(u"gw"_s), profile(u"a"_s, u"gw"_s), profile(u"b"_s)},
                    {{u"lab"_s, {u"#102030"_s, u"the lab"_s}}, {u"other"_s, {{}, u"x"_s}}}};
};

TEST_F(ExchangeTest, whatIsExportedSaysSoAndHasNoIds)
{
    const QByteArray bytes = *exported(content);
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    EXPECT_EQ(json[u"format"].toString(), u"colonnade-profiles"_s);
    EXPECT_EQ(json[u"version"].toInt(), 1);
    EXPECT_EQ(json[u"profiles"].toArray().size(), 3);
    EXPECT_EQ(json[u"clusters"].toObject().keys(), QStringList{u"lab"_s});
    EXPECT_FALSE(bytes.contains("id-"));
}

TEST_F(ExchangeTest, jumpHostsGoWithThoseWhoNeedThem)
{
    const auto offer = readExport(written(*exported(content, {u"a"_s})), {});
    ASSERT_TRUE(offer);
    ASSERT_EQ(offer->profiles.size(), 2);
    EXPECT_EQ(offer->profiles[0].profile.name, u"gw"_s);
    EXPECT_EQ(exported(content, {u"x"_s}).error().code, ErrorCode::NotFound);
}

TEST_F(ExchangeTest, comparesWithWhatIsThere)
{
    Content present{{profile(u"a"_s, u"gw"_s), profile(u"b"_s)}, {}};
    present.profiles[1].port = 2222;
    const auto offer = readExport(written(*exported(content)), present);
    ASSERT_TRUE(offer);
    EXPECT_EQ(offer->profiles[0].kind, Kind::New);
    EXPECT_EQ(offer->profiles[1].kind, Kind::Same);
    EXPECT_EQ(offer->profiles[2].kind, Kind::Differs);
    ASSERT_EQ(offer->profiles[2].differences.size(), 1);
    EXPECT_TRUE(offer->profiles[2].differences[0].contains(u"2222"_s));
}

TEST_F(ExchangeTest, nothingIsReplacedWithoutBeingTold)
{
    Content present{{profile(u"b"_s)}, {{u"lab"_s, {{}, u"mine"_s}}}};
    present.profiles[0].port = 2222;
    const Content before = present;
    const auto refused = takeOver(present, content.profiles, content.clusters, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
    EXPECT_EQ(present, before);

    ASSERT_TRUE(takeOver(present, content.profiles, content.clusters, {u"b"_s}));
    EXPECT_EQ(present.profiles.size(), 3);
    EXPECT_EQ(present.profiles[0].port, 0);
    EXPECT_EQ(present.profiles[0].id, u"id-b"_s);
    EXPECT_TRUE(present.profiles[1].id.isEmpty());
    EXPECT_EQ(present.clusters[u"lab"_s].note, u"mine"_s);
    EXPECT_TRUE(settle(before, present));
    const Content once = present;
    ASSERT_TRUE(takeOver(present, content.profiles, content.clusters, {}));
    EXPECT_EQ(present, once);
}

TEST_F(ExchangeTest, otherFilesAreErrors)
{
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray("[]"), QByteArray("{}"), QByteArray("{\"profiles\": []}"),
          QByteArray("{\"format\": 1, \"profiles\": []}"),
          QByteArray("{\"format\": \"colonnade-profiles\", \"version\": 1, \"profiles\": 1}"),
          QByteArray("\0{}", 3)}) {
        const auto offer = readExport(written(bytes), {});
        ASSERT_FALSE(offer) << bytes.toStdString();
        EXPECT_EQ(offer.error().code, ErrorCode::ParseFailed);
        EXPECT_TRUE(offer.error().message.contains(folder.path()));
    }
    EXPECT_EQ(
        readExport(written(R"({"format": "colonnade-profiles", "version": 2})"), {}).error().code,
        ErrorCode::Unsupported);
    EXPECT_EQ(readExport(folder.filePath(u"none"_s), {}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(readExport(folder.path(), {}).error().code, ErrorCode::IoFailed);
}

} // namespace
} // namespace colonnade::profiles
