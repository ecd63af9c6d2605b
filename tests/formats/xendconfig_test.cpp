// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents.h"
#include "xendconfig_laws.h"

#include "formats/xendconfig.h"

#include <gtest/gtest.h>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;

XendConfig parsed(const QByteArray &text)
{
    const auto config = XendConfig::parse(text);
    if (!config) {
        ADD_FAILURE() << config.error().message.toStdString() << "\n" << text.toStdString();
        return *XendConfig::parse({});
    }
    return *config;
}

QByteArray after(const XendConfig &config, const base::Result<TextEdits> &edits)
{
    return edits ? actedOn(config.text(), *edits) : QByteArray("refused");
}

QByteArray refusal(const QByteArray &text)
{
    const auto config = XendConfig::parse(text);
    return config
               ? QByteArray("taken")
               : QByteArray::number(config.error().offset) + ": " + config.error().message.toUtf8();
}

/// Ids, with what is marked: "bad-port 99999".
QByteArrayList findings(const QByteArray &text)
{
    QByteArrayList result;
    const XendConfig config = parsed(text);
    for (const Diagnostic &finding : config.diagnostics())
        result.append(finding.id + ' ' + textOf(text, finding.span).toByteArray());
    return result;
}

/// The text after the fix of the finding of that id.
QByteArray fixedBy(const QByteArray &text, const QByteArray &id)
{
    for (const Diagnostic &finding : parsed(text).diagnostics()) {
        if (finding.id == id && finding.fix)
            return actedOn(text, finding.fix->edits);
    }
    return "no fix";
}

const std::vector<QByteArray> &pieces()
{
    static const std::vector<QByteArray> all = {"(",
                                                ")",
                                                "'",
                                                "\"",
                                                "\\",
                                                "\\.",
                                                "\\x41",
                                                "\\056",
                                                "#",
                                                "\n",
                                                "\r\n",
                                                " ",
                                                "  ",
                                                "yes",
                                                "no",
                                                "8002",
                                                "99999",
                                                "<",
                                                "xend-relocation-port",
                                                "xend-relocation-hosts-allow",
                                                "xend-relocation-server",
                                                "#(xend-relocation-port 1)\n",
                                                "(xend-relocation-port 8002)",
                                                "(xend-relocation-hosts-allow '^a$ ^b')\n",
                                                "(k v)",
                                                "(k\n  'v')",
                                                "(k (a b))",
                                                "\x04",
                                                "\xff",
                                                "@",
                                                "(xend-relocation-server yes)\n",
                                                "^10.0.0.1$",
                                                "*",
                                                "[",
                                                "(vncpasswd)"};
    return all;
}

void expectLaws(const QByteArray &text, std::mt19937 &random)
{
    for (const QString &broken : brokenXendLaws(text, random))
        FAIL() << broken.toStdString() << "\n--- of:\n" << text.toStdString();
}

} // namespace

TEST(XendConfigTest, readsOptions)
{
    const XendConfig config = parsed(fixture(u"xend/commented"_s));
    EXPECT_EQ(config.value("network-script"), "network-bridge netdev=eth1");
    EXPECT_EQ(config.value("dom0-cpus"), "0");
    EXPECT_EQ(config.value("xend-relocation-port"), "8002") << "the default";
    EXPECT_EQ(config.value("keymap"), std::nullopt);
    EXPECT_EQ(config.value("no-such-key"), std::nullopt);
    EXPECT_EQ(config.boolean("xend-relocation-server"), true);
    EXPECT_EQ(config.boolean("xend-http-server"), false);
    EXPECT_EQ(config.value("xend-relocation-hosts-allow"), "^localhost$ ^localhost\\.localdomain$");
    EXPECT_EQ(config.relocationHosts(), (QStringList{u"localhost"_s, u"localhost.localdomain"_s}));
    const XendOption *option = config.option("vnc-listen");
    EXPECT_TRUE(option->isString);
    EXPECT_EQ(textOf(config.text(), option->valueSpan), "'127.0.0.1'");
}

TEST(XendConfigTest, theFirstCounts)
{
    const XendConfig config = parsed("(xend-port 1)\n(xend-port 2)\n");
    EXPECT_EQ(config.value("xend-port"), "1");
    EXPECT_FALSE(config.options()[1].counts);
    EXPECT_EQ(after(config, config.set("xend-port", "3")), "(xend-port 3)\n(xend-port 2)\n");
    EXPECT_EQ(after(config, config.remove("xend-port")), "");
    EXPECT_EQ(after(config, config.commentOut("xend-port")), "#(xend-port 1)\n#(xend-port 2)\n");
}

TEST(XendConfigTest, readsAsXendDoes)
{
    const auto value = [](const QByteArray &written) {
        return parsed("(k " + written + ")\n").value("k").value_or("none");
    };
    EXPECT_EQ(value("'a\\\\.b'"), "a\\.b");
    EXPECT_EQ(value("'a\\.b'"), "a\\b")
        << "xend drops what stands behind a backslash that it does not know";
    EXPECT_EQ(value("'a\nb'"), "a\nb");
    EXPECT_EQ(value("\"it's\""), "it's");
    EXPECT_EQ(value("'\\x41\\056\\t'"), "A.\t");
    EXPECT_EQ(value("'\\x4A'"), "@") << "its digits behind 9 begin at 0 again";
    EXPECT_EQ(value("a#b\n"), "a");
    EXPECT_EQ(value("a'b'"), "a'b'");
    EXPECT_EQ(value("a<b>"), "a");
    EXPECT_EQ(value("(a b)"), "none");
    EXPECT_EQ(parsed("(k)(k v)").value("k"), std::nullopt);
    EXPECT_EQ(parsed("stray (k v) 'words'\r\n\f(l w)").value("l"), "w");
    EXPECT_EQ(parsed("(k v)\n\x04(l w)").value("l"), std::nullopt);
}

TEST(XendConfigTest, refusesWhatXendRefuses)
{
    EXPECT_TRUE(refusal("(k v))\n").startsWith("5: This `)` closes nothing"));
    EXPECT_TRUE(refusal("(k v\n").startsWith("0: This form is not closed"));
    EXPECT_TRUE(refusal("(k (l v)\n").startsWith("0: This form is not closed"));
    EXPECT_TRUE(refusal("(k 'v)\n").startsWith("3: This string is not closed"));
    EXPECT_TRUE(refusal("(k '\\xg1')\n").startsWith("4: xend wants two hexadecimal digits"));
    EXPECT_TRUE(refusal("(k '\\777')\n").startsWith("4: No character has this number"));
    EXPECT_TRUE(
        refusal("(k \xc3\xa9)\n").startsWith("3: xend takes no such character (number 195)"));
    EXPECT_EQ(refusal("(k v"), "taken") << "xend drops a form that is cut off in a word";
    EXPECT_EQ(refusal("(k v # x"), "taken");
    EXPECT_TRUE(refusal("(k 'v'").startsWith("0: This form"));
    EXPECT_EQ(refusal(QByteArray(100'000, '(') + QByteArray(100'000, ')')), "taken");
}

TEST(XendConfigTest, setsInPlace)
{
    const QByteArray text = "(a yes)  # c\n(b 'x y')\n(c \"z\")\n(d)\n";
    const XendConfig config = parsed(text);
    EXPECT_EQ(after(config, config.set("a", "no")), QByteArray(text).replace("yes", "no"));
    EXPECT_EQ(after(config, config.set("a", "two words")),
              QByteArray(text).replace("yes", "'two words'"));
    EXPECT_EQ(after(config, config.set("a", "")), QByteArray(text).replace("yes", "''"));
    EXPECT_EQ(after(config, config.set("b", "it's")), QByteArray(text).replace("x y", "it\\'s"));
    EXPECT_EQ(after(config, config.set("c", "a\\.b")),
              QByteArray(text).replace("\"z\"", "\"a\\\\.b\""));
    EXPECT_EQ(after(config, config.set("d", "v")), QByteArray(text).replace("(d)", "(d v)"));
    EXPECT_TRUE(config.set("a", "yes")->isEmpty());
    EXPECT_FALSE(config.set("a", QByteArray("x\0y", 3)));
    EXPECT_FALSE(config.set("a b", "x"));
    EXPECT_FALSE(config.set("", "x"));
    const XendConfig list = parsed("(xen-api-server ((unix none)))\n");
    EXPECT_FALSE(list.set("xen-api-server", "x"));
    const XendConfig tight = parsed("(key<x)\n");
    EXPECT_EQ(parsed(after(tight, tight.set("key", "y"))).value("key"), "y");
}

TEST(XendConfigTest, addsWhereTheDefaultIsTold)
{
    const QByteArray text = fixture(u"xend/commented"_s);
    const XendConfig config = parsed(text);
    EXPECT_EQ(
        after(config, config.set("xend-relocation-port", "8003")),
        QByteArray(text).replace("#(xend-relocation-port 8002)\n",
                                 "#(xend-relocation-port 8002)\n(xend-relocation-port 8003)\n"));
    EXPECT_EQ(
        after(config, config.set("loglevel", "INFO")),
        QByteArray(text).replace("#(loglevel DEBUG)\n", "#(loglevel DEBUG)\n(loglevel INFO)\n"));
    EXPECT_EQ(after(config, config.set("xend-address", "")), text + "(xend-address '')\n");
    const XendConfig cut = parsed("(a b)");
    EXPECT_EQ(after(cut, cut.set("c", "d")), "(a b)\n(c d)\n");
    const XendConfig windows = parsed("(a b)\r\n");
    EXPECT_EQ(after(windows, windows.set("c", "d")), "(a b)\r\n(c d)\r\n");
    const XendConfig dropped = parsed("(a b)\n(c d");
    EXPECT_FALSE(dropped.set("e", "f")) << "it would stand within the form that is not closed";
    EXPECT_EQ(after(dropped, dropped.set("a", "f")), "(a f)\n(c d");
}

TEST(XendConfigTest, refusesValuesThatKeepXendFromStarting)
{
    const XendConfig config = parsed({});
    EXPECT_FALSE(config.set("xend-relocation-server", "maybe"));
    EXPECT_FALSE(config.set("xend-relocation-port", "70000"));
    EXPECT_FALSE(config.set("xend-relocation-port", "eight"));
    EXPECT_FALSE(config.set("dom0-min-mem", "1G"));
    EXPECT_FALSE(config.set("xend-relocation-hosts-allow", "^(a$"));
    EXPECT_FALSE(config.set("xend-relocation-hosts-allow", "^a$  ^b$"));
    EXPECT_TRUE(config.set("xend-relocation-server", "YES"));
    EXPECT_TRUE(config.set("dom0-min-mem", " 196 "));
}

TEST(XendConfigTest, hostsBecomeExpressions)
{
    const QByteArray text = fixture(u"xend/relocation"_s);
    const XendConfig config = parsed(text);
    EXPECT_EQ(config.relocationHosts(), QStringList());
    EXPECT_TRUE(config.admits("203.0.113.9", "evil.example.net"));
    const QByteArray closed =
        after(config, config.setRelocationHosts({u"192.168.1.248"_s, u"xenhost2.example.com"_s}));
    EXPECT_EQ(closed,
              QByteArray(text).replace(
                  "hosts-allow '')",
                  "hosts-allow '^192\\\\.168\\\\.1\\\\.248$ ^xenhost2\\\\.example\\\\.com$')"));
    const XendConfig now = parsed(closed);
    EXPECT_EQ(now.relocationHosts(), (QStringList{u"192.168.1.248"_s, u"xenhost2.example.com"_s}));
    EXPECT_TRUE(now.admits("192.168.1.248", "any"));
    EXPECT_TRUE(now.admits("10.0.0.1", "xenhost2.example.com"));
    EXPECT_FALSE(now.admits("192.168.1.2480", "xenhost2.example.com.evil.net"));
    EXPECT_FALSE(now.admits("192x168.1.248", "any"));
    EXPECT_FALSE(config.setRelocationHosts({}));
    EXPECT_FALSE(config.setRelocationHosts({u"a b"_s}));
    EXPECT_FALSE(config.setRelocationHosts({u"10.0.*"_s}));
    EXPECT_EQ(parsed("(xend-relocation-hosts-allow '^10.0.0.1$')").relocationHosts(), std::nullopt);
    EXPECT_EQ(parsed("(xend-relocation-hosts-allow '^a')").relocationHosts(), std::nullopt);
    EXPECT_EQ(parsed("(xend-relocation-hosts-allow 'a\\\\.b$')").relocationHosts(),
              QStringList(u"a.b"_s));
    EXPECT_FALSE(parsed("(xend-relocation-hosts-allow '[')").admits("10.0.0.1", "a"))
        << "xend does not start";
}

TEST(XendConfigTest, removesAndCommentsOut)
{
    const QByteArray text = fixture(u"xend/commented"_s);
    const XendConfig config = parsed(text);
    EXPECT_EQ(after(config, config.remove("network-script")),
              QByteArray(text).replace(
                  "(network-script 'network-bridge netdev=eth1')   # the second card\n", ""));
    EXPECT_EQ(after(config, config.remove("dom0-cpus")),
              QByteArray(text).replace("(dom0-cpus 0)", ""));
    EXPECT_EQ(after(config, config.commentOut("vnc-listen")),
              QByteArray(text).replace("(vnc-listen", "#(vnc-listen"));
    EXPECT_FALSE(config.commentOut("dom0-cpus")) << "another form is in its line";
    EXPECT_FALSE(config.remove("xend-port"));
    const XendConfig tall = parsed("(a\n  (b\n   c))\n(d e)\n");
    EXPECT_EQ(after(tall, tall.commentOut("a")), "#(a\n#  (b\n#   c))\n(d e)\n");
    EXPECT_EQ(after(tall, tall.remove("a")), "(d e)\n");
}

TEST(XendConfigTest, findings)
{
    EXPECT_EQ(findings(fixture(u"xend/relocation"_s)),
              (QByteArrayList{"duplicate-key (xend-relocation-address '')",
                              "hosts-allow-everyone (xend-relocation-hosts-allow '')"}));
    EXPECT_EQ(findings(fixture(u"xend/commented"_s)), QByteArrayList());
    EXPECT_EQ(findings("(xend-relocation-server yes)\n"),
              QByteArrayList{"hosts-allow-everyone (xend-relocation-server yes)"});
    EXPECT_EQ(findings("(xend-relocation-server maybe)"), QByteArrayList{"bad-boolean maybe"});
    EXPECT_EQ(findings("(xend-port x)(dom0-cpus y)(xend-relocation-port 99999)"),
              (QByteArrayList{"bad-number x", "bad-number y", "bad-port 99999"}));
    EXPECT_EQ(findings("(xend-port (1))(loglevel A B)(vncpasswd)(xend-relocation-sever yes)"),
              (QByteArrayList{"list-value (1)", "several-values (loglevel A B)",
                              "no-value (vncpasswd)", "unknown-key xend-relocation-sever"}));
    EXPECT_EQ(findings("stray (loglevel A)"), QByteArrayList{"stray-word stray"});
    EXPECT_EQ(findings("(xend-relocation-server yes)(xend-relocation-address "
                       "'localhost')(xend-relocation-hosts-allow '^a$')"),
              QByteArrayList{"relocation-address-local 'localhost'"});
    EXPECT_EQ(
        findings("(xend-relocation-ssl-server yes)(xend-relocation-hosts-allow '^a$')").size(), 2);
    EXPECT_EQ(findings("(loglevel A)\n\x04(k v)"), QByteArrayList{"end-of-text \x04"});
}

TEST(XendConfigTest, findingsOfHosts)
{
    const auto of = [](const QByteArray &value) {
        return findings("(xend-relocation-hosts-allow '" + value + "')");
    };
    EXPECT_EQ(of("^a$ ^b\\\\.c$"), QByteArrayList());
    EXPECT_EQ(of("^a"), QByteArrayList{"hosts-allow-open-end ^a"});
    EXPECT_EQ(of("a$"), QByteArrayList{"hosts-allow-open-begin a$"});
    EXPECT_EQ(of("^10.0.0.1$"), QByteArrayList{"hosts-allow-dot ^10.0.0.1$"});
    EXPECT_EQ(of("^.*\\\\.example$"), QByteArrayList());
    EXPECT_EQ(of("^a$  ^b$"), QByteArrayList{"hosts-allow-blank  "});
    EXPECT_EQ(of("^a$ "), QByteArrayList{"hosts-allow-blank  "});
    EXPECT_EQ(of("^(a$"), QByteArrayList{"hosts-allow-expression ^(a$"});
    EXPECT_EQ(of("^a\\.b$"), (QByteArrayList{"lone-backslash \\."}));
}

TEST(XendConfigTest, fixes)
{
    const auto fixed = [](const QByteArray &value, const QByteArray &id) {
        return fixedBy("(xend-relocation-hosts-allow '" + value + "')", id).mid(30).chopped(2);
    };
    EXPECT_EQ(fixed("^a", "hosts-allow-open-end"), "^a$");
    EXPECT_EQ(fixed("b a$", "hosts-allow-open-begin"), "^b a$");
    EXPECT_EQ(fixed("^10.0.0.1$", "hosts-allow-dot"), "^10\\\\.0\\\\.0\\\\.1$");
    EXPECT_EQ(fixed(" ^a$  ^b$", "hosts-allow-blank"), "^a$ ^b$");
    EXPECT_EQ(fixed("^a\\.b$", "lone-backslash"), "^a\\\\.b$");
    EXPECT_EQ(fixedBy("(xend-port 1)\n(xend-port 2) # c\n", "duplicate-key"), "(xend-port 1)\n");
    EXPECT_EQ(fixedBy("(a b)\n(c (d e", "unclosed-form"), "(a b)\n(c (d e\n))\n");
    EXPECT_EQ(fixedBy("(a b # c", "unclosed-form"), "(a b # c\n)\n");
}

TEST(XendConfigTest, aDamagedFile)
{
    const XendConfig config = parsed(fixture(u"xend/damaged"_s));
    EXPECT_EQ(config.value("xend-relocation-hosts-allow"), "^10\\0\\0\\1$  10.0.0.2");
    QByteArrayList ids;
    for (const Diagnostic &finding : config.diagnostics())
        ids.append(finding.id);
    EXPECT_EQ(ids,
              (QByteArrayList{"hosts-allow-expression", "lone-backslash", "lone-backslash",
                              "lone-backslash", "hosts-allow-blank", "hosts-allow-dot",
                              "hosts-allow-open-end", "hosts-allow-open-begin", "unclosed-form"}));
}

TEST(XendConfigTest, realFilesAreReadAndChecked)
{
    const QList<Sample> files = corpus(u"xend-config"_s);
    if (files.isEmpty())
        GTEST_SKIP() << "the corpus of real files is not there";
    for (const Sample &sample : files) {
        SCOPED_TRACE(sample.name.toStdString());
        const auto config = XendConfig::parse(sample.bytes);
        if (!config) {
            EXPECT_EQ(sample.name, u"nesousx.sxp"_s) << config.error().message.toStdString();
            continue;
        }
        EXPECT_EQ(config->text(), sample.bytes);
        const QByteArray edited = after(*config, config->setRelocationHosts({u"10.0.0.1"_s}));
        EXPECT_EQ(parsed(edited).relocationHosts(), QStringList(u"10.0.0.1"_s));
    }
}

TEST(XendConfigTest, lawsOverRealAndGarbledFiles)
{
    std::mt19937 random(31);
    for (const Sample &sample : fixtures(u"xend"_s) + corpus(u"xend-config"_s)) {
        SCOPED_TRACE(sample.name.toStdString());
        for (int i = 0; i < 150 && !testing::Test::HasFatalFailure(); ++i) {
            expectLaws(sample.bytes, random);
            expectLaws(garbled(random, sample.bytes, pieces()), random);
        }
    }
}

TEST(XendConfigTest, lawsOverGeneratedFiles)
{
    std::mt19937 random(32);
    for (int i = 0; i < 10'000 && !testing::Test::HasFatalFailure(); ++i) {
        QByteArray text;
        for (int k = below(random, 14); k >= 0; --k)
            text += oneOf(random, pieces());
        expectLaws(text, random);
    }
}

} // namespace colonnade::formats
