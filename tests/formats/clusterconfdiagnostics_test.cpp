// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusterconfcases.h"
#include "documents.h"

#include "formats/clusterconf.h"

#include <gtest/gtest.h>

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace colonnade::formats {

void PrintTo(const ClusterConfCase &value, std::ostream *stream)
{
    *stream << value.name.toStdString();
}

namespace {

using Generation = std::optional<ClusterGeneration>;

const QList<Generation> Generations{std::nullopt, ClusterGeneration::Cluster2,
                                    ClusterGeneration::Cluster30, ClusterGeneration::Cluster31};

QList<Diagnostic> diagnosticsOf(const QByteArray &text, Generation generation = {})
{
    const Parsed<XmlDocument> document = XmlDocument::parse(text);
    if (!document) {
        ADD_FAILURE() << document.error().message.toStdString() << '\n' << text.toStdString();
        return {};
    }
    return clusterConfDiagnostics(*document, {generation});
}

QByteArray idsOf(const QList<Diagnostic> &diagnostics)
{
    QList<QByteArray> ids;
    for (const Diagnostic &diagnostic : diagnostics)
        ids.append(diagnostic.id);
    std::ranges::sort(ids);
    return ids.join(' ');
}

qsizetype countOf(const QList<Diagnostic> &diagnostics, const QByteArray &id)
{
    return std::ranges::count(diagnostics, id, &Diagnostic::id);
}

qsizetype errorsOf(const QList<Diagnostic> &diagnostics)
{
    return std::ranges::count(diagnostics, Severity::Error, &Diagnostic::severity);
}

/// What holds for every finding in every file.
void expectSound(const QByteArray &text, Generation generation)
{
    static const QRegularExpression dashed(QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)*$"));
    static const QRegularExpression placeholder(QStringLiteral("%[0-9]"));
    const QList<Diagnostic> diagnostics = diagnosticsOf(text, generation);
    EXPECT_TRUE(std::ranges::is_sorted(diagnostics, {}, &Diagnostic::span));
    for (const Diagnostic &diagnostic : diagnostics) {
        SCOPED_TRACE(diagnostic.id.toStdString() + ": " + diagnostic.message.toStdString());
        EXPECT_TRUE(dashed.match(QString::fromLatin1(diagnostic.id)).hasMatch());
        EXPECT_FALSE(diagnostic.message.contains(placeholder));
        EXPECT_TRUE(diagnostic.message.endsWith(u'.') || diagnostic.message.endsWith(u"\""));
        EXPECT_LE(0, diagnostic.span.begin);
        EXPECT_LE(diagnostic.span.begin, diagnostic.span.end);
        EXPECT_LE(diagnostic.span.end, text.size());
        if (!diagnostic.fix)
            continue;
        EXPECT_FALSE(diagnostic.fix->title.isEmpty());
        ASSERT_TRUE(areApplicable(diagnostic.fix->edits, text.size()));
        const QByteArray fixed = applied(text, diagnostic.fix->edits);
        EXPECT_EQ(applied(fixed, inverse(text, diagnostic.fix->edits)), text);
        const QList<Diagnostic> after = diagnosticsOf(fixed, generation);
        EXPECT_LT(countOf(after, diagnostic.id), countOf(diagnostics, diagnostic.id))
            << fixed.toStdString();
        if (diagnostic.id == "misspelt-element")
            continue; // what is inside of it comes to light, with its own faults
        EXPECT_LE(errorsOf(after), errorsOf(diagnostics)) << fixed.toStdString();
        for (const Diagnostic &other : after) {
            if (other.severity != Severity::Error)
                continue;
            EXPECT_LE(countOf(after, other.id), countOf(diagnostics, other.id))
                << other.message.toStdString();
        }
    }
}

class ClusterConfCases : public testing::TestWithParam<ClusterConfCase>
{
};

TEST_P(ClusterConfCases, areFound)
{
    const ClusterConfCase &expected = GetParam();
    const QByteArray text = expected.text();
    const QList<Diagnostic> found = diagnosticsOf(text, expected.generation);
    QList<QByteArray> ids = expected.others + QList<QByteArray>{expected.id};
    std::ranges::sort(ids);
    ASSERT_EQ(idsOf(found).toStdString(), ids.join(' ').toStdString());

    const Diagnostic diagnostic = *std::ranges::find(found, expected.id, &Diagnostic::id);
    EXPECT_EQ(diagnostic.severity, expected.severity);
    EXPECT_EQ(textOf(text, diagnostic.span).toByteArray().toStdString(),
              expected.marked.toStdString());
    ASSERT_EQ(diagnostic.fix.has_value(), !expected.fixed.isEmpty())
        << diagnostic.message.toStdString();
    if (diagnostic.fix) {
        const QByteArray fixed = applied(text, diagnostic.fix->edits);
        EXPECT_TRUE(fixed.contains(expected.fixed)) << fixed.toStdString();
    }
}

TEST_P(ClusterConfCases, areSound)
{
    for (const Generation generation : Generations)
        expectSound(GetParam().text(), generation);
}

std::string nameOf(const testing::TestParamInfo<ClusterConfCase> &test)
{
    std::string name = test.param.name.toStdString();
    for (char &c : name) {
        if (!std::isalnum(static_cast<unsigned char>(c)))
            c = '_';
    }
    return name;
}

INSTANTIATE_TEST_SUITE_P(All, ClusterConfCases, testing::ValuesIn(clusterConfCases()), nameOf);

TEST(ClusterConfDiagnostics, findNothingInHealthyFile)
{
    for (const Generation generation : {Generation(), Generation(ClusterGeneration::Cluster2),
                                        Generation(ClusterGeneration::Cluster31)})
        EXPECT_EQ(idsOf(diagnosticsOf(HealthyCluster, generation)), "");
}

TEST(ClusterConfDiagnostics, tellTheSameThroughTheDocument)
{
    for (const ClusterConfCase &one : clusterConfCases()) {
        const Parsed<ClusterConf> document = ClusterConf::parse(one.text());
        ASSERT_TRUE(document);
        EXPECT_EQ(document->diagnostics(), diagnosticsOf(one.text()));
        EXPECT_EQ(document->diagnostics({one.generation}),
                  diagnosticsOf(one.text(), one.generation));
    }
}

/// The first files of a cluster as its makers' guides write them: fenced by hand, unordered.
TEST(ClusterConfDiagnostics, speakOfTheFixtures)
{
    EXPECT_EQ(idsOf(diagnosticsOf(fixture(QStringLiteral("cluster-conf/domnull.conf")))),
              "fence-manual fence-old-name fence-old-name");
    EXPECT_EQ(idsOf(diagnosticsOf(fixture(QStringLiteral("cluster-conf/domup.conf")))),
              "fence-manual fence-old-name fence-old-name member-without-priority "
              "member-without-priority");
    for (const Sample &file : fixtures(QStringLiteral("cluster-conf"))) {
        for (const Generation generation : Generations)
            expectSound(file.bytes, generation);
    }
}

TEST(ClusterConfDiagnostics, sayOnceWhatRepeats)
{
    QByteArray text = HealthyCluster;
    text.replace("<clusternode ", "<clusternode colour=\"red\" ");
    const QList<Diagnostic> found = diagnosticsOf(text);
    ASSERT_EQ(idsOf(found), "unknown-attribute");
    EXPECT_TRUE(found.first().message.contains(QStringLiteral("3 places")));
}

TEST(ClusterConfDiagnostics, keepQuietAboutVendorSubtrees)
{
    QByteArray text = HealthyCluster;
    text.replace("<fencedevices>",
                 "<com_info cman=\"1\">text<cman two_node=\"yes\"/></com_info><fencedevices>");
    EXPECT_EQ(idsOf(diagnosticsOf(text)), "unknown-element");
}

/// Every case together with every other: findings of one rule must not upset another.
TEST(ClusterConfDiagnostics, areSoundInFilesWithManyFaults)
{
    QByteArray text = HealthyCluster;
    for (const ClusterConfCase &one : clusterConfCases()) {
        QByteArray next = text;
        bool fits = true;
        for (const auto &[from, to] : one.changes) {
            const qsizetype at = from == HealthyCluster ? -1 : next.indexOf(from);
            fits = fits && at >= 0;
            if (at >= 0)
                next.replace(at, from.size(), to);
        }
        if (!fits || !XmlDocument::parse(next))
            continue;
        text = next;
        expectSound(text, {});
    }
    EXPECT_GT(diagnosticsOf(text).size(), 30);
}

/// A name that is a placeholder, has quotes, or is not of ASCII must not upset the sentences.
TEST(ClusterConfDiagnostics, quoteAnyName)
{
    for (const QByteArray name : {"%1%2", "a&quot;b", "n\xc3\xa4he", "&#x202e;x", "a&#10;b"}) {
        QByteArray text = HealthyCluster;
        text.replace("name=\"node2\"", QByteArray("name=\"" + name + '"'));
        for (const Diagnostic &diagnostic : diagnosticsOf(text))
            EXPECT_FALSE(diagnostic.message.contains(u'\n'));
        EXPECT_GE(diagnosticsOf(text).size(), 1);
    }
}

/// Files of a megabyte or so that no cluster has: what takes the square of their size in time does
/// not end.
TEST(ClusterConfDiagnostics, endSoonInHostileFiles)
{
    constexpr int Many = 40'000;
    const auto repeated = [](const char *pattern) {
        QByteArray text;
        for (int i = 0; i < Many; ++i)
            text += QByteArray(pattern).replace('#', QByteArray::number(i));
        return text;
    };
    const QByteArray nodes = repeated("<clusternode name='n#' nodeid='#'/>");
    const QByteArray domains = repeated("<failoverdomain name='d#'/>");
    const QList<QByteArray> contents{
        repeated("<clusternode><fence><method/></fence></clusternode>"),
        "<clusternode name='n'><fence>" + repeated("<method/><method name='1'/>")
            + "</fence></clusternode>",
        repeated("<cman/>"),
        repeated("<x#/>"),
        "</clusternodes><rm>" + repeated("<x#/>") + "</rm><clusternodes>",
        "</clusternodes><cman " + repeated(" a#='1'") + "/><clusternodes>",
        nodes + "</clusternodes><rm>" + repeated("<vm name='#' migration_mapping='n1:n1'/>")
            + "</rm><clusternodes>",
        "</clusternodes><rm><failoverdomains>" + domains + "</failoverdomains>"
            + repeated("<vm name='#' domain='e#'/>") + "</rm><clusternodes>",
        nodes + "</clusternodes><rm><failoverdomains><failoverdomain name='d' ordered='1'>"
            + repeated("<failoverdomainnode name='m#'/>")
            + "</failoverdomain></failoverdomains></rm><clusternodes>",
        "</clusternodes><rm><resources>" + repeated("<a name='#'/>") + "</resources>"
            + repeated("<service name='#'><a ref='x#'/><b# ref='1'/></service>")
            + "</rm><clusternodes>",
        "</clusternodes><fencedevices>"
            + repeated("<fencedevice name='f' agent='fence_apc' y#=''/>")
            + "</fencedevices><clusternodes>"
            + repeated("<clusternode name='#'><fence><method "
                       "name='1'><device name='g#'/></method></fence></clusternode>"),
    };
    for (const QByteArray &content : contents)
        EXPECT_GT(diagnosticsOf("<cluster name='a' config_version='1'><clusternodes>" + content
                                + "</clusternodes></cluster>")
                      .size(),
                  0);
}

/// The real files that clusters ran with, and what is wrong with them.
class ClusterConfCorpus : public testing::Test
{
protected:
    void SetUp() override
    {
        if (m_files.isEmpty())
            GTEST_SKIP() << "no corpus: COLONNADE_CORPUS names no folder that has cluster-conf";
    }

    QList<Sample> m_files = corpus(QStringLiteral("cluster-conf"));
};

TEST_F(ClusterConfCorpus, isSound)
{
    for (const Sample &file : std::as_const(m_files)) {
        SCOPED_TRACE(file.name.toStdString());
        if (!XmlDocument::parse(file.bytes))
            continue;
        for (const Generation generation : Generations)
            expectSound(file.bytes, generation);
    }
}

TEST_F(ClusterConfCorpus, hasTheErrorsThatItHas)
{
    const QHash<QString, QByteArray> known{
        {QStringLiteral("clufter-test6-vm-dup-nodeid.conf"), "duplicate-node-id"},
        {QStringLiteral("clufter-filled.conf"), "two-node-expected-votes"},
        {QStringLiteral("rgmanager-example.conf"),
         "missing-node-id missing-node-id unknown-reference"},
    };
    for (const Sample &file : std::as_const(m_files)) {
        if (!XmlDocument::parse(file.bytes))
            continue;
        QList<Diagnostic> errors = diagnosticsOf(file.bytes);
        errors.removeIf([](const Diagnostic &d) { return d.severity != Severity::Error; });
        EXPECT_EQ(idsOf(errors), known.value(file.name)) << file.name.toStdString();
    }
}

} // namespace

} // namespace colonnade::formats
