// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ocfs2conf.h"

#include "ocfs2conf_samples.h"

#include <gmock/gmock.h>

namespace colonnade::formats {
namespace {

using namespace Qt::StringLiterals;

const QByteArray Region = "77D95EF51C0149D2823674FCC162CF8B";
const QByteArray OtherRegion = "DCDA2845177F4D59A0F2DCD8DE507CC3";

Ocfs2Conf parsed(const QByteArray &text)
{
    const auto conf = Ocfs2Conf::parse(text);
    EXPECT_TRUE(conf) << conf.error().message.toStdString() << '\n' << text.toStdString();
    return conf.value_or(*Ocfs2Conf::parse({}));
}

/// The text after an act, which must succeed.
QByteArray after(const Ocfs2Conf &conf, const base::Result<TextEdits> &edits)
{
    EXPECT_TRUE(edits) << edits.error().message.toStdString();
    const QByteArray text = actedOn(conf.text(), edits.value_or(TextEdits()));
    EXPECT_TRUE(Ocfs2Conf::parse(text));
    return text;
}

QByteArray replaced(QByteArray text, const QByteArray &before, const QByteArray &now)
{
    EXPECT_EQ(text.count(before), 1) << before.toStdString();
    return text.replace(before, now);
}

const Ocfs2Node Xenhost3{"xenhost3", 2, "192.168.1.250", 7777, "domnull"};

TEST(Ocfs2Conf, readsTheClusterOfTheWiki)
{
    const Ocfs2Conf conf = parsed(fixture(u"ocfs2/domnull.conf"_s));
    EXPECT_EQ(conf.clusters(), (QList<Ocfs2Cluster>{{"domnull", 2, Ocfs2Heartbeat::Local}}));
    EXPECT_EQ(conf.nodes("domnull"),
              (QList<Ocfs2Node>{{"xenhost1", 0, "192.168.1.248", 7777, "domnull"},
                                {"xenhost2", 1, "192.168.1.249", 7777, "domnull"}}));
    EXPECT_TRUE(conf.diagnostics().isEmpty());
    EXPECT_EQ(conf.freeNumber("domnull"), 2);
}

TEST(Ocfs2Conf, readsSeveralClustersAndWhatItDoesNotKnow)
{
    const Ocfs2Conf conf = parsed(fixture(u"ocfs2/two-clusters.conf"_s));
    EXPECT_EQ(conf.clusters(), (QList<Ocfs2Cluster>{{"blue", 2, Ocfs2Heartbeat::Global},
                                                    {"green", 1, Ocfs2Heartbeat::Local}}));
    EXPECT_EQ(conf.nodes("blue").size(), 2);
    EXPECT_EQ(conf.nodes("blue").at(1).number, 9);
    EXPECT_EQ(conf.regions("blue"), (QList<QByteArray>{Region}));
    EXPECT_EQ(conf.orphanNodes(), (QList<Ocfs2Node>{{"lost", 5, "10.0.1.5", 7777, "grey"}}));
    EXPECT_EQ(conf.stanzas().at(4).name, "mystery");
    EXPECT_EQ(conf.freeNumber("green"), 1);
    const Ocfs2Conf::Attribute *name = conf.clusterStanza("blue")->attribute("name");
    EXPECT_EQ(textOf(conf.text(), name->value), "blue");
    EXPECT_EQ(textOf(conf.text(), name->line), "    name           = blue\n");
}

TEST(Ocfs2Conf, addsANodeInTheHandOfItsNeighbours)
{
    const QByteArray text = fixture(u"ocfs2/domnull.conf"_s);
    const Ocfs2Conf conf = parsed(text);
    QByteArray expected = replaced(text, "node_count = 2", "node_count = 3");
    expected = replaced(expected, "\ncluster:",
                        "\nnode:\n\tip_port = 7777\n\tip_address = 192.168.1.250\n\tnumber = 2\n"
                        "\tname = xenhost3\n\tcluster = domnull\n\ncluster:");
    EXPECT_EQ(after(conf, conf.addNode(Xenhost3)), expected);
}

TEST(Ocfs2Conf, addsANodeWhereStanzasAreNotSetApart)
{
    const QByteArray text = fixture(u"ocfs2/two-clusters.conf"_s);
    const Ocfs2Conf conf = parsed(text);
    QByteArray expected = replaced(text, "node_count     = 2", "node_count     = 3");
    expected =
        replaced(expected, "# was db3\n",
                 "# was db3\n\nnode:\n    name       = db3\n    number     = 0\n"
                 "    ip_address = 10.0.0.3\n    ip_port    = 7778\n    cluster    = blue\n");
    EXPECT_EQ(after(conf, conf.addNode({"db3", 0, "10.0.0.3", 7778, "blue"})), expected);
}

TEST(Ocfs2Conf, addsANodeToARowOfNodesWithoutABlankLine)
{
    const QByteArray head =
        "# ours\nnode:\n\tname=a\n\tnumber=0\n\tip_address=10.0.0.1\n\tip_port=1\n"
        "\tcluster=c\n# the other\nnode:\n\tname=b\n\tnumber=1\n"
        "\tip_address=10.0.0.2\n\tip_port=1\n\tcluster=c\n";
    const Ocfs2Conf conf = parsed(head + "\ncluster:\n\tname=c\n\tnode_count=2\n");
    EXPECT_EQ(after(conf, conf.addNode({"d", 2, "10.0.0.3", 1, "c"})),
              head
                  + "node:\n\tname=d\n\tnumber=2\n\tip_address=10.0.0.3\n\tip_port=1\n"
                    "\tcluster=c\n\ncluster:\n\tname=c\n\tnode_count=3\n");
}

TEST(Ocfs2Conf, addsTheFirstNodeLikeThoseOfOtherClusters)
{
    const QByteArray text = "cluster:\n  name=a\n  node_count=0";
    const Ocfs2Conf conf = parsed(text);
    EXPECT_EQ(after(conf, conf.addNode({"n1", 0, "10.0.0.1", 7777, "a"})),
              "cluster:\n  name=a\n  node_count=1\n\nnode:\n  ip_port=7777\n  ip_address=10.0.0.1\n"
              "  number=0\n  name=n1\n  cluster=a\n");
}

TEST(Ocfs2Conf, removesANodeWithOneBlankLine)
{
    const QByteArray text = fixture(u"ocfs2/domnull.conf"_s);
    const Ocfs2Conf conf = parsed(text);
    const QByteArray second =
        "node:\n\tip_port = 7777\n\tip_address = 192.168.1.249\n\tnumber = 1\n"
        "\tname = xenhost2\n\tcluster = domnull\n\n";
    EXPECT_EQ(after(conf, conf.removeNode("domnull", "xenhost2")),
              replaced(replaced(text, second, ""), "node_count = 2", "node_count = 1"));
    EXPECT_EQ(after(conf, conf.removeNode("domnull", "xenhost1")).indexOf("node:"), 0);
}

TEST(Ocfs2Conf, removesTheLastStanzaWithTheBlankLineBeforeIt)
{
    const QByteArray text = fixture(u"ocfs2/two-clusters.conf"_s);
    const Ocfs2Conf conf = parsed(text);
    const QByteArray result = after(conf, conf.removeNode("grey", "lost"));
    EXPECT_TRUE(result.endsWith("  cluster=green\n")) << result.toStdString();
    EXPECT_EQ(parsed(result).clusters(), conf.clusters()); // an orphan was in no count
}

TEST(Ocfs2Conf, aStanzaWithoutBlankLinesLeavesThoseOfOthers)
{
    const QByteArray text = fixture(u"ocfs2/two-clusters.conf"_s);
    const Ocfs2Conf conf = parsed(text);
    const QByteArray db2 = "node:\n    name       = db2\n    number     = 9\n"
                           "    ip_address = 10.0.0.9\n    ip_port    = 7778\n"
                           "    cluster    = blue\n";
    EXPECT_EQ(after(conf, conf.removeNode("blue", "db2")),
              replaced(replaced(text, db2, ""), "node_count     = 2", "node_count     = 1"));
}

TEST(Ocfs2Conf, changesWhatItIsToldAndNothingElse)
{
    const QByteArray text = fixture(u"ocfs2/two-clusters.conf"_s);
    const Ocfs2Conf conf = parsed(text);
    QByteArray expected = replaced(text, "= db1", "= database1");
    expected = replaced(expected, "number     = 7", "number     = 3");
    EXPECT_EQ(after(conf, conf.changeNode("blue", "db1", {"database1", 3, {}, {}})), expected);
    expected = replaced(text, "ip_address=10.0.1.1\n  ip_port=7777",
                        "ip_address=10.0.1.9\n  ip_port=7000");
    EXPECT_EQ(after(conf, conf.changeNode("green", "web1", {{}, {}, "10.0.1.9", 7000})), expected);
    EXPECT_EQ(conf.changeNode("green", "web1", {"web1", 0, "10.0.1.1", 7777}), TextEdits());
}

TEST(Ocfs2Conf, refusesWhatTheToolsAndTheKernelRefuse)
{
    const Ocfs2Conf conf = parsed(fixture(u"ocfs2/domnull.conf"_s));
    const auto refuses = [&conf](const auto &change) {
        Ocfs2Node node = Xenhost3;
        change(node);
        const auto edits = conf.addNode(node);
        return !edits && !edits.error().message.isEmpty() && !edits.error().remedy.isEmpty();
    };
    EXPECT_FALSE(refuses([](Ocfs2Node &) {}));
    for (const char *name : {"", "xenhost2", "XenHost1", "xenhost1.example.com", "a b", "a\n", "-x",
                             "a/b", "a#b", "\xc3\xa9"})
        EXPECT_TRUE(refuses([name](Ocfs2Node &node) { node.name = name; })) << name;
    EXPECT_TRUE(refuses([](Ocfs2Node &node) { node.name = QByteArray(65, 'a'); }));
    EXPECT_FALSE(refuses([](Ocfs2Node &node) { node.name = QByteArray(64, 'a'); }));
    for (const qint64 number : {-1, 0, 1, 255})
        EXPECT_TRUE(refuses([number](Ocfs2Node &node) { node.number = number; })) << number;
    for (const char *address :
         {"", "192.168.1.248", "xenhost3", "::1", "10.0.0.01", "10.0.0", "1 "})
        EXPECT_TRUE(refuses([address](Ocfs2Node &node) { node.address = address; })) << address;
    for (const qint64 port : {-1, 0, 65535, 70000})
        EXPECT_TRUE(refuses([port](Ocfs2Node &node) { node.port = port; })) << port;
    EXPECT_TRUE(refuses([](Ocfs2Node &node) { node.cluster = "other"; }));
    EXPECT_FALSE(conf.changeNode("domnull", "xenhost1", {"xenhost2", {}, {}, {}}));
    EXPECT_FALSE(conf.changeNode("domnull", "nobody", {"x", {}, {}, {}}));
    EXPECT_EQ(conf.removeNode("domnull", "nobody").error().code, base::ErrorCode::NotFound);
}

TEST(Ocfs2Conf, addsRenamesAndRemovesClusters)
{
    const QByteArray text = fixture(u"ocfs2/domnull.conf"_s);
    const Ocfs2Conf conf = parsed(text);
    EXPECT_EQ(after(conf, conf.renameCluster("domnull", "domup")),
              QByteArray(text).replace("domnull", "domup"));
    const QByteArray two = after(conf, conf.addCluster("second"));
    EXPECT_EQ(two, text + "\ncluster:\n\tnode_count = 0\n\tname = second\n");
    EXPECT_EQ(after(parsed(two), parsed(two).removeCluster("domnull")),
              "cluster:\n\tnode_count = 0\n\tname = second\n");
    EXPECT_EQ(after(conf, conf.removeCluster("domnull")), "");
    for (const char *name : {"", "domnull", "no-dash", "seventeenletters1"})
        EXPECT_FALSE(conf.addCluster(name)) << name;
    EXPECT_FALSE(conf.renameCluster("domnull", "a b"));
    EXPECT_FALSE(conf.renameCluster("other", "x"));
}

TEST(Ocfs2Conf, aRenamedClusterTakesAllAlong)
{
    const QByteArray text = fixture(u"ocfs2/two-clusters.conf"_s);
    const Ocfs2Conf conf = parsed(text);
    const Ocfs2Conf renamed = parsed(after(conf, conf.renameCluster("blue", "red")));
    EXPECT_EQ(renamed.nodes("red").size(), 2);
    EXPECT_EQ(renamed.regions("red").size(), 1);
    EXPECT_EQ(renamed.text(), QByteArray(text).replace("= blue", "= red"));
    EXPECT_FALSE(conf.renameCluster("blue", "grey")); // it would take the orphan in
    const Ocfs2Conf adopting = parsed(after(conf, conf.addCluster("grey")));
    EXPECT_EQ(adopting.clusters().last(), (Ocfs2Cluster{"grey", 1, Ocfs2Heartbeat::Local}));
}

TEST(Ocfs2Conf, setsTheHeartbeatAndItsRegions)
{
    const QByteArray text = fixture(u"ocfs2/domnull.conf"_s);
    const Ocfs2Conf conf = parsed(text);
    EXPECT_EQ(conf.setHeartbeat("domnull", Ocfs2Heartbeat::Local), TextEdits());
    const QByteArray global = after(conf, conf.setHeartbeat("domnull", Ocfs2Heartbeat::Global));
    EXPECT_EQ(global, text + "\theartbeat_mode = global\n");
    const Ocfs2Conf withMode = parsed(global);
    const QByteArray one = after(withMode, withMode.addRegion("domnull", Region));
    EXPECT_EQ(one, global + "\nheartbeat:\n\tcluster = domnull\n\tregion = " + Region + '\n');
    const QByteArray two = after(parsed(one), parsed(one).addRegion("domnull", OtherRegion));
    EXPECT_EQ(parsed(two).regions("domnull"), (QList<QByteArray>{Region, OtherRegion}));
    EXPECT_FALSE(parsed(one).addRegion("domnull", Region));
    EXPECT_FALSE(parsed(one).addRegion("domnull", "/dev/sdb1"));
    EXPECT_EQ(after(parsed(one), parsed(one).removeRegion("domnull", Region)), global);
    EXPECT_FALSE(conf.removeRegion("domnull", Region));
}

TEST(Ocfs2Conf, createsAFileForAnyNumberOfNodes)
{
    const auto two = Ocfs2Conf::create("domnull", {{"xenhost1", 0, "192.168.1.248", 7777, {}},
                                                   {"xenhost2", 1, "192.168.1.249", 7777, {}}});
    ASSERT_TRUE(two);
    EXPECT_EQ(two->text(), fixture(u"ocfs2/domnull.conf"_s));
    QList<Ocfs2Node> nodes;
    for (int i = 0; i < 255; ++i)
        nodes.append({"n" + QByteArray::number(i), i, "10.0.0." + QByteArray::number(i), 7777, {}});
    const auto most = Ocfs2Conf::create("big", nodes);
    ASSERT_TRUE(most);
    EXPECT_TRUE(most->diagnostics().isEmpty());
    EXPECT_FALSE(most->addNode({"one", 254, "10.0.1.1", 7777, "big"}));
    EXPECT_FALSE(Ocfs2Conf::create("big", {nodes[0], nodes[0]}));
    EXPECT_FALSE(Ocfs2Conf::create("", {}));
}

TEST(Ocfs2Conf, whatTheToolsRefuseIsToldWithItsPlace)
{
    const QByteArray text = fixture(u"ocfs2/domnull.conf"_s);
    const struct
    {
        QByteArray before, now, place;
        const char *message;
    } cases[] = {
        {"\tnumber = 1", "  # second\n\tnumber = 1", "# second", "comment"},
        {"\tnumber = 1", "\n\tnumber = 1", "number = 1", "blank line"},
        {"cluster:", "cluster :", "cluster :", "colon"},
        {"cluster:", "cluster: # ours", "# ours", "line has to end"},
        {"cluster:", "cluster:\r", "\r", "carriage return"},
        {"cluster:", "[cluster]", "[cluster]", "line has to begin"},
        {"\tnumber = 1", "\tnumber 1", "number 1", "no ="},
        {"number = 1", "number = one", "one", "no number"},
        {"number = 1", "number = 1 # second", "1 # second", "no number"},
        {"192.168.1.249", "xenhost2.example.com", "xenhost2.example.com", "IPv4"},
        {"xenhost2", "xenhost1", "xenhost1\n\tcluster = domnull\n\ncluster", "already"},
        {"\tnumber = 1\n", "", "node:\n\tip_port = 7777\n\tip_address = 192.168.1.249",
         "no number"},
        {"number = 1", "number =", "number =\n", "empty"},
        {"\tnode_count = 2", "\tnode_count = 2\n\theartbeat_mode = both", "both",
         "local nor global"},
    };
    for (const auto &test : cases) {
        const QByteArray broken = replaced(text, test.before, test.now);
        const auto conf = Ocfs2Conf::parse(broken);
        ASSERT_FALSE(conf) << broken.toStdString();
        EXPECT_THAT(conf.error().message.toStdString(), testing::HasSubstr(test.message));
        EXPECT_EQ(conf.error().offset, broken.indexOf(test.place)) << test.message;
    }
    EXPECT_EQ(Ocfs2Conf::parse("cluster:\n\tname = a\n\tnode_count = x\n").error().offset, 33);
}

TEST(Ocfs2Conf, filesOfWindowsAndBackAreOneFix)
{
    const QByteArray text = fixture(u"ocfs2/two-clusters.conf"_s);
    const QByteArray windows = "\xef\xbb\xbf" + QByteArray(text).replace("\n", "\r\n");
    QByteArray repaired = windows;
    for (int fixes = 0; fixes < 2; ++fixes) {
        const QList<Diagnostic> findings = Ocfs2Conf::check(repaired);
        ASSERT_FALSE(findings.isEmpty());
        ASSERT_TRUE(findings[0].fix);
        repaired = actedOn(repaired, findings[0].fix->edits);
    }
    EXPECT_EQ(repaired, text);
}

TEST(Ocfs2Conf, aBlankInsideAStanzaIsToldOnceAndSolved)
{
    const QByteArray text = "node:\n\tname = a\n\n \n\tnumber = 0\n\tcluster = c\n";
    const QList<Diagnostic> findings = Ocfs2Conf::check(text);
    ASSERT_EQ(findings.size(), 1);
    EXPECT_EQ(findings[0].id, "attribute-outside");
    EXPECT_EQ(actedOn(text, findings[0].fix->edits),
              "node:\n\tname = a\n\tnumber = 0\n\tcluster = c\n");
}

TEST(Ocfs2Conf, readsOnBehindANulAsTheToolsDo)
{
    // GLib's scanner passes over it behind a word of one letter, and ends at any other.
    const QByteArray cluster = "cluster:\n\tname = c\n\tnode_count = 0\n";
    EXPECT_EQ(parsed(cluster + QByteArray("\0]]", 3)).clusters().size(), 1);
    EXPECT_EQ(parsed(QByteArray("\0", 1) + cluster).clusters().size(), 0);
    EXPECT_EQ(parsed(QByteArray("# a\0b\n", 6) + cluster).clusters().size(), 1);
    const Ocfs2Conf conf = parsed(cluster + QByteArray("\0", 1));
    EXPECT_EQ(conf.diagnostics().last().id, "nul-byte");
    EXPECT_FALSE(conf.addNode({"n", 0, "10.0.0.1", 7777, "c"}));
}

TEST(Ocfs2Conf, tenMegabytesDoNotHurt)
{
    QByteArray text = "cluster:\n\tname = c\n\tnode_count = 1\n";
    for (int i = 0; text.size() < 10 * 1024 * 1024; ++i)
        text += "node:\n\tname = n" + QByteArray::number(i) + "\n\tnumber = 1\n\tip_port = 0 \n"
                + "\tip_address = 10.0.0.1\n\tcluster = " + (i % 2 ? "c" : "d") + "\n\n";
    const Ocfs2Conf conf = parsed(text);
    EXPECT_GT(conf.diagnostics().size(), 100000);
    EXPECT_TRUE(conf.removeCluster("c"));
}

TEST(Ocfs2Conf, asManyMistakesDoNotHurtEither)
{
    EXPECT_GT(Ocfs2Conf::check(QByteArray("\tx\n\n").repeated(300000)).size(), 200000);
    const QByteArray windows = QByteArray("node:\r\n\r\n").repeated(300000);
    EXPECT_EQ(Ocfs2Conf::check(windows).size(), 1);
}

} // namespace
} // namespace colonnade::formats
