// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/lvmconf.h"

#include "lvmconf_samples.h"

#include <gtest/gtest.h>

namespace colonnade::formats {
namespace {

using namespace Qt::StringLiterals;

/// What a file says of all but @p except.
QList<std::pair<QByteArray, QByteArray>> contentOf(const LvmConf &conf, const QByteArray &except)
{
    QList<std::pair<QByteArray, QByteArray>> content;
    for (const LvmConf::Setting &setting : conf.settings()) {
        if (setting.path != except)
            content.append({setting.path, setting.value.text});
    }
    return content;
}

QByteArray somePath(std::mt19937 &random, const LvmConf &conf)
{
    if (conf.settings().isEmpty() || below(random, 3) == 0)
        return randomLvmPath(random);
    return conf.settings()[below(random, conf.settings().size())].path;
}

/// Acts on @p text one after the other, and holds each to the laws. How many were possible.
int act(std::mt19937 &random, QByteArray text, int acts)
{
    int done = 0;
    for (; acts > 0; --acts) {
        SCOPED_TRACE(text.toStdString());
        const auto conf = LvmConf::parse(text);
        EXPECT_TRUE(conf);
        if (!conf)
            break;
        EXPECT_EQ(conf->text(), text);
        const QByteArray path = somePath(random, *conf);
        const QByteArray literal = randomLvmLiteral(random);
        const int kind = below(random, 5);
        const auto edits = kind == 0   ? conf->remove(path)
                           : kind == 1 ? conf->commentOut(path)
                                       : conf->set(path, literal);
        if (!edits) {
            EXPECT_FALSE(edits.error().message.isEmpty());
            continue;
        }
        text = actedOn(text, *edits);
        const auto after = LvmConf::parse(text);
        EXPECT_TRUE(after) << text.toStdString();
        if (!after)
            break;
        EXPECT_EQ(contentOf(*after, path), contentOf(*conf, path)) << text.toStdString();
        const LvmConf::Setting *setting = after->setting(path);
        EXPECT_EQ(setting != nullptr, kind > 1);
        EXPECT_EQ(setting ? setting->value.text : QByteArray(),
                  kind > 1 ? LvmConf::valueOf(literal)->text : QByteArray());
        ++done;
    }
    return done;
}

TEST(LvmLaws, holdForFixturesAndTheCorpus)
{
    std::mt19937 random(1);
    int done = 0;
    for (const Sample &sample : fixtures(u"lvm"_s) + corpus(u"lvm-conf"_s)) {
        const int runs = sample.bytes.size() > 10000 ? 3 : 100;
        for (int run = 0; run < runs && !testing::Test::HasFailure(); ++run)
            done += act(random, sample.bytes, 20);
    }
    EXPECT_GT(done, 1000);
}

TEST(LvmLaws, holdForGeneratedFiles)
{
    std::mt19937 random(2);
    int done = 0;
    for (int run = 0; run < 3000 && !testing::Test::HasFailure(); ++run) {
        const QByteArray text = randomLvm(random);
        if (LvmConf::parse(text))
            done += act(random, text, 5);
    }
    EXPECT_GT(done, 3000);
}

TEST(LvmLaws, noTextHurts)
{
    std::mt19937 random(3);
    const QList<Sample> samples = fixtures(u"lvm"_s);
    for (int run = 0; run < 5000; ++run) {
        QByteArray text = samples[below(random, samples.size())].bytes;
        for (int times = below(random, 4); times >= 0; --times)
            text = garbled(random, text, lvmPieces());
        const auto conf = LvmConf::parse(text);
        if (!conf) {
            ASSERT_LE(conf.error().offset, text.size());
            continue;
        }
        for (const Diagnostic &finding : conf->diagnostics()) {
            ASSERT_LE(finding.span.begin, finding.span.end);
            ASSERT_LE(finding.span.end, text.size());
            if (finding.fix) {
                ASSERT_TRUE(LvmConf::parse(actedOn(text, finding.fix->edits)));
            }
        }
    }
}

} // namespace
} // namespace colonnade::formats
