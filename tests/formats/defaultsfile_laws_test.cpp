// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/defaultsfile.h"

#include "defaultsfile_samples.h"

#include <gtest/gtest.h>

namespace colonnade::formats {
namespace {

using namespace Qt::StringLiterals;

/// What a file sets but @p except.
QList<std::pair<QByteArray, std::optional<QByteArray>>> contentOf(const DefaultsFile &file,
                                                                  const QByteArray &except)
{
    QList<std::pair<QByteArray, std::optional<QByteArray>>> content;
    for (const DefaultsFile::Assignment &assignment : file.assignments()) {
        if (assignment.key != except)
            content.append(
                {assignment.key, assignment.isCertain ? assignment.value : std::nullopt});
    }
    return content;
}

QByteArray someKey(std::mt19937 &random, const DefaultsFile &file)
{
    if (file.assignments().isEmpty() || below(random, 3) == 0)
        return oneOf(random, defaultsKeys());
    return file.assignments()[below(random, file.assignments().size())].key;
}

/// Acts on @p text one after the other, and holds each to the laws. How many were possible.
int act(std::mt19937 &random, QByteArray text, int acts)
{
    int done = 0;
    for (; acts > 0; --acts) {
        SCOPED_TRACE(text.toStdString());
        const auto file = DefaultsFile::parse(text);
        EXPECT_TRUE(file);
        if (!file)
            break;
        EXPECT_EQ(file->text(), text);
        const QByteArray key = someKey(random, *file);
        const QByteArray value = randomValue(random);
        const int kind = below(random, 5);
        const auto edits = kind == 0   ? file->remove(key)
                           : kind == 1 ? file->commentOut(key)
                                       : file->set(key, value);
        if (!edits) {
            EXPECT_FALSE(edits.error().message.isEmpty());
            continue;
        }
        text = actedOn(text, *edits);
        const auto after = DefaultsFile::parse(text);
        EXPECT_TRUE(after) << text.toStdString();
        if (!after)
            break;
        EXPECT_EQ(contentOf(*after, key), contentOf(*file, key)) << text.toStdString();
        if (kind > 1)
            EXPECT_EQ(after->value(key), value) << text.toStdString();
        else
            EXPECT_EQ(after->assignment(key), nullptr) << text.toStdString();
        ++done;
    }
    return done;
}

TEST(DefaultsLaws, holdForFixtures)
{
    std::mt19937 random(1);
    int done = 0;
    for (const Sample &sample : fixtures(u"defaults"_s)) {
        for (int run = 0; run < 100 && !testing::Test::HasFailure(); ++run)
            done += act(random, sample.bytes, 10);
    }
    EXPECT_GT(done, 2000);
}

TEST(DefaultsLaws, holdForGeneratedFiles)
{
    std::mt19937 random(2);
    int done = 0;
    for (int run = 0; run < 3000 && !testing::Test::HasFailure(); ++run) {
        const QByteArray text =
            run % 2 ? randomDefaults(random) : randomLiteralDefaults(random, true);
        if (DefaultsFile::parse(text)) // `true &;` is none
            done += act(random, text, 3);
    }
    EXPECT_GT(done, 3000);
}

TEST(DefaultsLaws, noTextHurts)
{
    std::mt19937 random(3);
    for (int run = 0; run < 5000; ++run) {
        QByteArray text = randomDefaults(random);
        for (int times = below(random, 4); times >= 0; --times)
            text = garbled(random, text, defaultsPieces());
        const auto file = DefaultsFile::parse(text);
        if (!file) {
            ASSERT_LE(file.error().offset, text.size());
            continue;
        }
        for (const Diagnostic &finding : file->diagnostics(DefaultsKind::Cman)) {
            ASSERT_LE(finding.span.begin, finding.span.end);
            ASSERT_LE(finding.span.end, text.size());
            if (finding.fix) {
                actedOn(text, finding.fix->edits);
            }
        }
    }
}

} // namespace
} // namespace colonnade::formats
