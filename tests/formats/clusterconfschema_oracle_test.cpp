// SPDX-License-Identifier: GPL-3.0-or-later
// The makers' own schema of cluster.conf, RELAX NG, as the judge of what we find, mend and write.
#include "clusterconfcases.h"
#include "clusterconfgenerator.h"
#include "clusterconfrandomact.h"
#include "documents.h"
#include "xmllint.h"

#include "formats/clusterconf.h"

#include <gtest/gtest.h>

#include <QFileInfo>

#include <algorithm>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;

constexpr ClusterConfTarget Target{ClusterGeneration::Cluster31};

/// A text, and where it comes from.
struct Candidate
{
    std::string name;
    QByteArray text;
};

QList<Diagnostic> diagnosticsOf(const QByteArray &text)
{
    const Parsed<ClusterConf> document = ClusterConf::parse(text);
    return document ? document->diagnostics(Target) : QList<Diagnostic>();
}

/// Whether nothing is found that a schema could mind. Resources of others are a hint: on a node
/// with their agents the schema knows them.
bool isClean(const QByteArray &text)
{
    return std::ranges::all_of(diagnosticsOf(text), [](const Diagnostic &diagnostic) {
        return diagnostic.severity == Severity::Hint && !diagnostic.id.startsWith("unknown-");
    });
}

/// The cases, the fixtures, the real files.
QList<Candidate> candidates()
{
    QList<Candidate> all;
    for (const ClusterConfCase &one : clusterConfCases())
        all.append({one.name.toStdString(), one.text()});
    for (const Sample &sample : fixtures(u"cluster-conf"_s) + corpus(u"cluster-conf"_s)) {
        if (ClusterConf::parse(sample.bytes))
            all.append({sample.name.toStdString(), sample.bytes});
    }
    return all;
}

QList<QByteArray> textsOf(const QList<Candidate> &candidates)
{
    QList<QByteArray> texts;
    for (const Candidate &candidate : candidates)
        texts.append(candidate.text);
    return texts;
}

class ClusterConfSchemaOracle : public testing::Test
{
protected:
    void SetUp() override
    {
        const QString folder = qEnvironmentVariable("COLONNADE_CLUSTER_RNG");
        m_schema = folder + u"/cluster.rng"_s;
        if (!hasXmllint())
            GTEST_SKIP() << "no xmllint";
        if (folder.isEmpty() || !QFileInfo::exists(m_schema))
            GTEST_SKIP() << "no cluster.rng: COLONNADE_CLUSTER_RNG names no folder that has it";
    }

    QString m_schema;
};

TEST_F(ClusterConfSchemaOracle, refusesOnlyWhatIsFound)
{
    const QList<Candidate> all = candidates();
    const QList<bool> accepted = acceptedBy(m_schema, textsOf(all));
    qsizetype refused = 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        EXPECT_TRUE(accepted[i] || !isClean(all[i].text)) << all[i].name;
        refused += !accepted[i];
    }
    EXPECT_GT(refused, 20); // it does judge
    EXPECT_GT(all.size() - refused, 20);
}

TEST_F(ClusterConfSchemaOracle, acceptsWhatIsMended)
{
    const QList<Candidate> all = candidates();
    const QList<bool> acceptedBefore = acceptedBy(m_schema, textsOf(all));
    QList<Candidate> mended;
    QList<bool> wasAccepted;
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (const Diagnostic &diagnostic : diagnosticsOf(all[i].text)) {
            if (!diagnostic.fix)
                continue;
            mended.append({all[i].name + ": " + diagnostic.message.toStdString(),
                           applied(all[i].text, diagnostic.fix->edits)});
            wasAccepted.append(acceptedBefore[i]);
        }
    }
    const QList<bool> accepted = acceptedBy(m_schema, textsOf(mended));
    for (qsizetype i = 0; i < mended.size(); ++i) {
        const bool hasToBe = wasAccepted[i] || isClean(mended[i].text);
        EXPECT_TRUE(accepted[i] || !hasToBe) << mended[i].name << '\n'
                                             << mended[i].text.toStdString();
    }
}

TEST_F(ClusterConfSchemaOracle, acceptsNewFiles)
{
    QList<Candidate> all;
    for (int count = 2; count <= 16; ++count) {
        QStringList nodes;
        for (int i = 1; i <= count; ++i)
            nodes.append(u"xen%1.example.com"_s.arg(i));
        const auto text = ClusterConf::create(NewCluster::fencedByHand(u"domnull"_s, nodes));
        ASSERT_TRUE(text);
        all.append({std::to_string(count), *text});
    }
    const QList<bool> accepted = acceptedBy(m_schema, textsOf(all));
    for (qsizetype i = 0; i < all.size(); ++i)
        EXPECT_TRUE(accepted[i]) << all[i].name << '\n' << all[i].text.toStdString();
}

/// Whatever a person does with the acts to a file that the schema takes, it takes afterwards.
TEST_F(ClusterConfSchemaOracle, acceptsWhatIsEdited)
{
    std::mt19937 random(20081);
    const Chooser choose = [&random](qsizetype end) { return below(random, end); };
    QList<Candidate> starts = candidates();
    starts.append({"large", largeClusterConf(16, 40)});
    const QList<bool> startAccepted = acceptedBy(m_schema, textsOf(starts));
    QList<Candidate> edited;
    for (qsizetype i = 0; i < starts.size(); ++i) {
        QByteArray text = startAccepted[i] ? starts[i].text : HealthyCluster;
        for (int step = 0; step < 15; ++step) {
            const Parsed<ClusterConf> document = ClusterConf::parse(text);
            ASSERT_TRUE(document);
            const RandomAct act = randomAct(*document, choose);
            if (!act.edits || act.edits->isEmpty())
                continue;
            text = actedOn(text, *act.edits);
            edited.append({starts[i].name + ", " + act.name.toStdString(), text});
        }
    }
    const QList<bool> accepted = acceptedBy(m_schema, textsOf(edited));
    for (qsizetype i = 0; i < edited.size(); ++i)
        EXPECT_TRUE(accepted[i] || !isClean(edited[i].text)) << edited[i].name << '\n'
                                                             << edited[i].text.toStdString();
}

} // namespace

} // namespace colonnade::formats
