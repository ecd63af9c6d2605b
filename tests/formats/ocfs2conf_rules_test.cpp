// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ocfs2conf.h"

#include "ocfs2conf_samples.h"
#include "rulecase.h"

#include <gtest/gtest.h>

namespace colonnade::formats {
namespace {

using namespace Qt::StringLiterals;

QByteArray clusterOf(int count, const QByteArray &name = "c", const QByteArray &rest = "")
{
    return "cluster:\n\tnode_count = " + QByteArray::number(count) + "\n\tname = " + name + "\n"
           + rest;
}

QByteArray node(const QByteArray &name, const QByteArray &number, const QByteArray &address,
                const QByteArray &port = "7777", const QByteArray &rest = "\tcluster = c\n")
{
    return "node:\n\tname = " + name + "\n\tnumber = " + number + "\n\tip_address = " + address
           + "\n\tip_port = " + port + "\n" + rest;
}

QByteArray region(const QByteArray &name)
{
    return "heartbeat:\n\tregion = " + name + "\n\tcluster = c\n";
}

QByteArray regions(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += region(QByteArray::number(i).rightJustified(32, '0'));
    return text;
}

const char Global[] = "\theartbeat_mode = global\n";

std::vector<RuleCase> cases()
{
    const QByteArray a = node("a", "0", "10.0.0.1");
    return {
        {"node-count", Severity::Warning, clusterOf(2) + a, "2", "\tnode_count = 1\n"},
        {"no-nodes", Severity::Warning, clusterOf(0), "cluster"},
        {"cluster-name", Severity::Error, clusterOf(0, "a-b"), "a-b"},
        {"cluster-name", Severity::Error, clusterOf(0, "seventeenletters1"), "seventeenletters1"},
        {"quoted-value", Severity::Error, clusterOf(0, "\"c\""), "\"c\"", "\tname = c\n"},
        {"comment-in-value", Severity::Error, clusterOf(0, "c # ours"), "c # ours", "\tname = c\n"},
        {"several-clusters", Severity::Hint, clusterOf(0) + clusterOf(0, "d"), "d"},
        {"duplicate-number", Severity::Error, clusterOf(2) + a + node("b", "0", "10.0.0.2"), "0",
         "\tnumber = 1\n"},
        {"number-range", Severity::Error, clusterOf(1) + node("a", "255", "10.0.0.1"), "255",
         "\tnumber = 0\n"},
        {"number-notation", Severity::Warning, clusterOf(1) + node("a", "010", "10.0.0.1"), "010",
         "\tnumber = 10\n"},
        {"number-gap", Severity::Hint, clusterOf(1) + node("a", "1", "10.0.0.1"), "1"},
        {"duplicate-address", Severity::Error, clusterOf(2) + a + node("b", "1", "10.0.0.1"),
         "10.0.0.1"},
        {"useless-address", Severity::Warning, clusterOf(1) + node("a", "0", "127.0.1.1"),
         "127.0.1.1"},
        {"port-range", Severity::Error, clusterOf(1) + node("a", "0", "10.0.0.1", "65535"), "65535",
         "\tip_port = 7777\n"},
        {"port-range", Severity::Error, clusterOf(1) + node("a", "0", "10.0.0.1", "0"), "0",
         "\tip_port = 7777\n"},
        {"name-length", Severity::Error, clusterOf(1) + node(QByteArray(65, 'x'), "0", "10.0.0.1"),
         QByteArray(65, 'x')},
        {"name-impossible", Severity::Error, clusterOf(1) + node("a/b", "0", "10.0.0.1"), "a/b"},
        {"name-character", Severity::Warning, clusterOf(1) + node("a b", "0", "10.0.0.1"), "a b"},
        {"name-dotted", Severity::Warning, clusterOf(1) + node("a.example.com", "0", "10.0.0.1"),
         "a.example.com"},
        {"quoted-value", Severity::Error, clusterOf(1) + node("'a'", "0", "10.0.0.1"), "'a'",
         "\tname = a\n"},
        {"comment-in-value", Severity::Error, clusterOf(1) + node("a #1", "0", "10.0.0.1"), "a #1",
         "\tname = a\n"},
        {"ambiguous-name", Severity::Error, clusterOf(2) + a + node("A", "1", "10.0.0.2"), "A"},
        {"ambiguous-name", Severity::Error, clusterOf(2) + a + node("a.b", "1", "10.0.0.2"), "a.b"},
        {"orphan-node", Severity::Error,
         clusterOf(0) + node("a", "0", "10.0.0.1", "7777", "\tcluster = C\n"), "C",
         "\tcluster = c\n"},
        {"orphan-node", Severity::Error, clusterOf(0) + node("a", "0", "10.0.0.1", "7777", ""),
         "node", "\tcluster = c\n"},
        {"orphan-node", Severity::Error,
         clusterOf(1) + a + node("b", "0", "10.0.0.2", "7777", "\tcluster = C\n"), "C",
         "\tnumber = 1\n\tip_address = 10.0.0.2\n\tip_port = 7777\n\tcluster = c\n"},
        {"orphan-node", Severity::Error,
         clusterOf(1) + a + node("b", "1", "10.0.0.1", "7777", "\tcluster = C\n"), "C"},
        {"orphan-region", Severity::Error, "heartbeat:\n\tregion = x\n\tcluster = d\n", "d"},
        {"unknown-stanza", Severity::Warning, "nodes:\n\tname = a\n", "nodes"},
        {"unknown-key", Severity::Warning, clusterOf(0, "c", "\tnodecount = 1\n"), "nodecount"},
        {"duplicate-key", Severity::Warning, clusterOf(0, "c", "\tnode_count = 0\n"), "node_count",
         "\tname = c\n"},
        {"trailing-blank", Severity::Warning, clusterOf(0, "c \t"), " \t", "\tname = c\n"},
        {"trailing-blank", Severity::Warning, clusterOf(0, "c\r"), "\r", "\tname = c\n"},
        {"no-region", Severity::Error, clusterOf(1, "c", Global) + a, "global"},
        {"few-regions", Severity::Hint, clusterOf(1, "c", Global) + a + regions(2), "global"},
        {"regions-unused", Severity::Warning, clusterOf(1) + a + regions(3), "heartbeat"},
        {"too-many-regions", Severity::Error, clusterOf(1, "c", Global) + a + regions(33),
         "heartbeat"},
        {"region-length", Severity::Error, clusterOf(0, "c", Global) + region(QByteArray(33, 'A')),
         QByteArray(33, 'A')},
        {"region-format", Severity::Warning, clusterOf(0, "c", Global) + region("/dev/sdb1"),
         "/dev/sdb1"},
        {"nul-byte", Severity::Error, clusterOf(0) + QByteArray("\0", 1), QByteArray("\0", 1)},
        // What the tools refuse
        {"byte-order-mark", Severity::Error, "\xef\xbb\xbf" + clusterOf(0), "\xef\xbb\xbf",
         "cluster:\n"},
        {"carriage-return", Severity::Error, QByteArray(clusterOf(0)).replace("\n", "\r\n"), "\r",
         "cluster:\n"},
        {"indented-comment", Severity::Error, clusterOf(0, "c", "  # our nodes\n"), "# our nodes",
         "# our nodes\n"},
        {"attribute-outside", Severity::Error, clusterOf(0, "c", "\n\tx = 1\n"), "x = 1",
         "\tx = 1\n"},
        {"attribute-outside", Severity::Error, "\tname = c\n", "name = c"},
        {"missing-colon", Severity::Error, "cluster :\n\tname = c\n\tnode_count = 0\n",
         "cluster :", "cluster:\n"},
        {"missing-colon", Severity::Error, "cluster\n\tname = c\n\tnode_count = 0\n", "cluster",
         "cluster:\n"},
        {"missing-colon", Severity::Error, "cluster:\nname = c\n\tnode_count = 0\n", "name = c",
         "\tname = c\n"},
        {"text-after-colon", Severity::Error, "cluster: # c\n\tname = c\n\tnode_count = 0\n", "# c",
         "cluster:\n"},
        {"missing-equals", Severity::Error, clusterOf(0, "c", "\tx 1\n"), "x 1", "\tx = 1\n"},
        {"missing-equals", Severity::Error, clusterOf(0, "c", "\tx: 1\n"), "x: 1", "\tx= 1\n"},
        {"bad-key", Severity::Error, clusterOf(0, "c", "\t\"x\" = 1\n"), "\"x\" = 1"},
        {"bad-line", Severity::Error, "[node]\n", "[node]"},
        {"bad-number", Severity::Error, clusterOf(1) + node("a", "\"1\"", "10.0.0.1"), "\"1\"",
         "\tnumber = 1\n"},
        {"bad-number", Severity::Error, clusterOf(1) + node("a", "0x1", "10.0.0.1"), "0x1"},
        {"bad-address", Severity::Error, clusterOf(1) + node("a", "0", "10.0.00.01"), "10.0.00.01",
         "\tip_address = 10.0.0.1\n"},
        {"bad-address", Severity::Error, clusterOf(1) + node("a", "0", "fe80::1"), "fe80::1"},
        {"bad-heartbeat-mode", Severity::Error,
         clusterOf(0, "c", "\theartbeat_mode = \"global\"\n"), "\"global\"",
         "\theartbeat_mode = global\n"},
        {"bad-number", Severity::Error,
         clusterOf(2) + node("a", "'0'", "10.0.0.1") + node("b", "0", "10.0.0.2"), "'0'",
         "\tname = a\n\tnumber = 1\n"},
        {"missing-key", Severity::Error, "cluster:\n\tname = c\n", "cluster", "\tnode_count = 0\n"},
        {"missing-key", Severity::Error,
         clusterOf(2) + a + "node:\n\tname = b\n\tip_address = 10.0.0.2\n\tip_port = 1\n"
             + "\tcluster = c\n",
         "node", "\tcluster = c\n\tnumber = 1\n"},
        {"missing-key", Severity::Error,
         clusterOf(1) + "node:\n  name=a\n  number=0\n  ip_address=10.0.0.1\n  cluster=c", "node",
         "\n  ip_port=7777\n"},
        {"missing-key", Severity::Error, "cluster:\n\tnode_count = 0\n", "cluster"},
        {"missing-value", Severity::Error, clusterOf(0, "c", "\tnode_count =\n"), "node_count",
         "\tnode_count = 0\n"},
        {"missing-value", Severity::Error, clusterOf(1) + node("", "0", "10.0.0.1"), "name"},
        {"duplicate-cluster", Severity::Error, clusterOf(0) + clusterOf(0), "c"},
        {"duplicate-node-name", Severity::Error, clusterOf(2) + a + a, "a"},
        {"duplicate-region", Severity::Error, clusterOf(0) + region("x") + region("x"), "x"},
    };
}

TEST(Ocfs2Rules, eachFindsItsCaseAndSolvesIt)
{
    for (const RuleCase &test : cases()) {
        const auto fixed = expectFinding(test, Ocfs2Conf::check(test.text));
        if (!fixed)
            continue;
        EXPECT_TRUE(fixed->contains(test.fixed)) << fixed->toStdString();
        for (const Diagnostic &left : Ocfs2Conf::check(*fixed))
            EXPECT_NE(left.id, test.id) << left.message.toStdString();
    }
}

TEST(Ocfs2Rules, aGoodFileHasNoFindings)
{
    EXPECT_EQ(Ocfs2Conf::check({}), QList<Diagnostic>());
    EXPECT_EQ(Ocfs2Conf::check(fixture(u"ocfs2/domnull.conf"_s)), QList<Diagnostic>());
}

TEST(Ocfs2Rules, tooManyNodesForTheKernel)
{
    QByteArray text = clusterOf(256);
    for (int i = 0; i < 256; ++i)
        text += node("n" + QByteArray::number(i), QByteArray::number(i),
                     "10.0." + QByteArray::number(i) + ".1");
    const QList<Diagnostic> findings = Ocfs2Conf::check(text);
    EXPECT_TRUE(std::ranges::any_of(
        findings, [](const Diagnostic &finding) { return finding.id == "too-many-nodes"; }));
}

TEST(Ocfs2Rules, aRenamedClusterKeepsItsNodes)
{
    const QByteArray text =
        clusterOf(1, "\"c\"") + node("a", "0", "10.0.0.1", "7777", "\tcluster = \"c\"\n");
    const QList<Diagnostic> findings = Ocfs2Conf::check(text);
    const auto quoted = std::ranges::find(findings, QByteArray("quoted-value"), &Diagnostic::id);
    ASSERT_NE(quoted, findings.end());
    EXPECT_EQ(Ocfs2Conf::check(actedOn(text, quoted->fix->edits)), QList<Diagnostic>());
}

/// Makes all fixes, the first one first.
QByteArray mended(QByteArray text)
{
    for (int fixes = 0; fixes < 20; ++fixes) {
        const QList<Diagnostic> findings = Ocfs2Conf::check(text);
        const auto next = std::ranges::find_if(findings, [](const auto &f) { return !!f.fix; });
        if (next == findings.end())
            break;
        text = actedOn(text, next->fix->edits);
    }
    return text;
}

TEST(Ocfs2Rules, nodesThatLackOrShareANumberGetOneOfTheirOwn)
{
    const QByteArray lacking = "node:\n\tname = %\n\tip_address = 10.0.0.%\n\tip_port = 7777\n"
                               "\tcluster = c\n";
    const QByteArray text = clusterOf(7) + QByteArray(lacking).replace('%', "11")
                            + node("a", "\"2\"", "10.0.0.1") + node("b", "1", "10.0.0.2")
                            + node("d", "1", "10.0.0.3") + node("e", "300", "10.0.0.4")
                            + node("f", "2", "10.0.0.5") + QByteArray(lacking).replace('%', "12");
    const auto conf = Ocfs2Conf::parse(mended(text));
    ASSERT_TRUE(conf.has_value());
    EXPECT_EQ(conf->diagnostics(), QList<Diagnostic>());
    QList<qint64> numbers;
    for (const Ocfs2Node &node : conf->nodes("c"))
        numbers.append(node.number);
    // Those that the kernel would have registered keep theirs: b and f.
    EXPECT_EQ(numbers, (QList<qint64>{0, 3, 1, 4, 5, 2, 6}));
}

TEST(Ocfs2Rules, eachFixOffersANumberOfItsOwn)
{
    const QByteArray text = clusterOf(3) + node("a", "0", "10.0.0.1") + node("b", "0", "10.0.0.2")
                            + node("d", "0", "10.0.0.3");
    const QList<Diagnostic> findings = Ocfs2Conf::check(text);
    ASSERT_EQ(findings.size(), 2);
    EXPECT_EQ(findings[0].fix->edits.first().replacement, "1");
    EXPECT_EQ(findings[1].fix->edits.first().replacement, "2");
}

TEST(Ocfs2Rules, aFileThatIsRefusedIsJudgedAllTheSame)
{
    const QByteArray text = clusterOf(9, "a-b", "\theartbeat_mode = no\n")
                            + QByteArray(node("a", "0", "10.0.0.1") + node("b", "0", "10.0.0.1")
                                         + node("d", "x", "10.0.0") + node("", "7", "10.0.0.2", "y")
                                         + "node:\n\tcluster = c\n" + region("") + region("x"))
                                  .replace("= c", "= a-b");
    QList<QByteArray> ids;
    for (const Diagnostic &finding : Ocfs2Conf::check(text))
        ids.append(finding.id);
    EXPECT_EQ(ids, (QList<QByteArray>{"node-count", "cluster-name", "bad-heartbeat-mode",
                                      "duplicate-number", "duplicate-address", "bad-number",
                                      "bad-address", "missing-value", "bad-number", "missing-key",
                                      "missing-key", "missing-key", "missing-key", "missing-value",
                                      "region-format"}));
}

TEST(Ocfs2Rules, noFixBreaksTheFile)
{
    // Without its quotes the second would have the name of the first.
    const QByteArray text =
        clusterOf(2) + node("a", "0", "10.0.0.1") + node("\"a\"", "1", "10.0.0.2");
    for (const Diagnostic &finding : Ocfs2Conf::check(text))
        EXPECT_FALSE(finding.fix) << finding.id.toStdString();
    // The one cluster has a name that no file can hold in a line.
    const QByteArray odd = "cluster:\n\tname = a\\\nb\n\tnode_count = 0\n"
                           + node("a", "0", "10.0.0.1", "7777", "\tcluster = d\n");
    for (const Diagnostic &finding : Ocfs2Conf::check(odd))
        EXPECT_FALSE(finding.fix) << finding.id.toStdString();
}

TEST(Ocfs2Rules, theCorpusIsTold)
{
    const QList<Sample> samples = corpus(u"ocfs2-conf"_s);
    if (samples.isEmpty())
        GTEST_SKIP() << "no corpus of OCFS2 files";
    for (const Sample &sample : samples) {
        const QList<Diagnostic> findings = Ocfs2Conf::check(sample.bytes);
        const auto has = [&findings](const char *id) {
            return std::ranges::any_of(findings, [id](const auto &f) { return f.id == id; });
        };
        EXPECT_EQ(has("trailing-blank"), sample.name.startsWith(u"blog-trailing-space"_s));
        EXPECT_EQ(has("duplicate-node-name"), sample.name.startsWith(u"zerohjorge"_s));
        EXPECT_TRUE(findings.isEmpty() || !sample.name.startsWith(u"upstream"_s));
    }
}

} // namespace
} // namespace colonnade::formats
