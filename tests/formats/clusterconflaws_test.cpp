// SPDX-License-Identifier: GPL-3.0-or-later
// The laws of documents, for thousands of random acts on files of all kinds.
#include "clusterconfgenerator.h"
#include "clusterconfrandomact.h"
#include "documents.h"
#include "xmllint.h"

#include <gtest/gtest.h>

#include <map>

namespace colonnade::formats {
namespace {

using namespace Qt::StringLiterals;

/// All comments of a text, in their order.
QList<QByteArray> commentsOf(const QByteArray &text)
{
    QList<QByteArray> comments;
    for (qsizetype at = 0; (at = text.indexOf("<!--", at)) >= 0; ++at)
        comments.append(text.sliced(at, text.indexOf("-->", at) - at));
    return comments;
}

/// Acts on documents and collects what came out, for xmllint to judge it all at once.
class Laws : public testing::Test
{
protected:
    /// @p count acts in a row, each on what the last one left.
    void act(const QByteArray &text, std::mt19937 &random, int count)
    {
        QByteArray current = text;
        const Chooser choose = [&random](qsizetype end) { return qsizetype(below(random, end)); };
        for (int i = 0; i < count; ++i) {
            const auto conf = ClusterConf::parse(current);
            ASSERT_TRUE(conf) << current.toStdString();
            ASSERT_EQ(conf->text(), current);
            current = afterOne(*conf, randomAct(*conf, choose));
            if (HasFailure())
                return;
        }
    }

    QByteArray afterOne(const ClusterConf &conf, const RandomAct &act)
    {
        const std::string kind = act.name.section(u' ', 0, 0).toStdString();
        if (!act.edits) {
            ++m_refused[kind];
            EXPECT_FALSE(act.edits.error().message.isEmpty());
            return conf.text();
        }
        ++m_done[kind];
        SCOPED_TRACE(act.name.toStdString() + " on\n" + conf.text().toStdString());
        const QByteArray after = actedOn(conf.text(), *act.edits);
        const auto parsed = ClusterConf::parse(after);
        EXPECT_TRUE(parsed) << parsed.error().message.toStdString() << "\n" << after.toStdString();
        if (!parsed)
            return conf.text();
        Summary summary = Summary::of(*parsed);
        summary.sort();
        EXPECT_EQ(summary.shown().toStdString(), act.expected.shown().toStdString())
            << after.toStdString();
        if (!kind.starts_with("remove") && !kind.starts_with("move")) {
            EXPECT_EQ(commentsOf(after), commentsOf(conf.text()));
        }
        m_results.append(after);
        return after;
    }

    void expectWellFormed()
    {
        if (!hasXmllint())
            GTEST_SKIP() << "no xmllint";
        const QList<bool> verdicts = wellFormed(m_results);
        for (qsizetype i = 0; i < verdicts.size(); ++i)
            EXPECT_TRUE(verdicts[i]) << m_results[i].toStdString();
    }

    /// Each act must have been done, and not refused only.
    void expectEachAct(int least)
    {
        EXPECT_EQ(m_done.size(), 34u);
        for (const auto &[kind, count] : m_done)
            EXPECT_GE(count, least) << kind << ", refused " << m_refused[kind];
    }

    std::map<std::string, int> m_done;
    std::map<std::string, int> m_refused;
    QList<QByteArray> m_results;
};

TEST_F(Laws, holdForGeneratedFiles)
{
    std::mt19937 random(20090801);
    for (int i = 0; i < 800 && !HasFailure(); ++i)
        act(randomClusterConf(random), random, 20);
    expectEachAct(15);
    expectWellFormed();
}

TEST_F(Laws, holdForTheFixtures)
{
    std::mt19937 random(20090802);
    for (const Sample &sample : fixtures(u"cluster-conf"_s)) {
        SCOPED_TRACE(sample.name.toStdString());
        for (int i = 0; i < 120 && !HasFailure(); ++i)
            act(sample.bytes, random, 20);
    }
    expectEachAct(5);
    expectWellFormed();
}

TEST_F(Laws, holdForTheFilesOfTheCorpus)
{
    const QList<Sample> samples = corpus(u"cluster-conf"_s);
    if (samples.isEmpty())
        GTEST_SKIP() << "no corpus";
    std::mt19937 random(20090803);
    for (const Sample &sample : samples) {
        if (!ClusterConf::parse(sample.bytes))
            continue;
        SCOPED_TRACE(sample.name.toStdString());
        for (int i = 0; i < 50 && !HasFailure(); ++i)
            act(sample.bytes, random, 20);
    }
    expectEachAct(5);
    expectWellFormed();
}

TEST(GeneratedClusterConf, isWellFormedAndReads)
{
    std::mt19937 random(20090804);
    QList<QByteArray> texts;
    for (int i = 0; i < 300; ++i) {
        texts.append(randomClusterConf(random));
        const auto conf = ClusterConf::parse(texts.last());
        ASSERT_TRUE(conf) << conf.error().message.toStdString() << texts.last().toStdString();
        EXPECT_FALSE(conf->nodes().isEmpty());
    }
    if (!hasXmllint())
        GTEST_SKIP() << "no xmllint";
    EXPECT_EQ(wellFormed(texts).count(false), 0);
}

} // namespace
} // namespace colonnade::formats
