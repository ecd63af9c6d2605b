// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/lvmconf.h"

#include "lvmconf_samples.h"

#include <gmock/gmock.h>

namespace colonnade::formats {
namespace {

using namespace Qt::StringLiterals;
using Value = LvmConf::Value;

LvmConf parsed(const QByteArray &text)
{
    const auto conf = LvmConf::parse(text);
    EXPECT_TRUE(conf) << conf.error().message.toStdString() << '\n' << text.toStdString();
    return conf.value_or(*LvmConf::parse({}));
}

QByteArray after(const LvmConf &conf, const base::Result<TextEdits> &edits)
{
    EXPECT_TRUE(edits) << edits.error().message.toStdString();
    return actedOn(conf.text(), edits.value_or(TextEdits()));
}

/// The text after setting @p path.
QByteArray afterSet(const QByteArray &text, const char *path, const char *literal)
{
    const LvmConf conf = parsed(text);
    return after(conf, conf.set(path, literal));
}

QByteArray replaced(QByteArray text, const QByteArray &before, const QByteArray &now)
{
    EXPECT_EQ(text.count(before), 1) << before.toStdString();
    return text.replace(before, now);
}

TEST(LvmConf, readsSectionsSettingsAndLists)
{
    const LvmConf conf = parsed(fixture(u"lvm/clvm.conf"_s));
    const LvmConf::Setting *type = conf.setting("global/locking_type");
    ASSERT_TRUE(type);
    EXPECT_EQ(type->value.type, Value::Type::Integer);
    EXPECT_EQ(type->value.text, "3");
    EXPECT_EQ(textOf(conf.text(), type->span), "locking_type = 3");
    EXPECT_EQ(conf.sections().at(type->section).path, "global");
    EXPECT_EQ(conf.setting("/global//umask")->value.text, "077");
    const Value filter = conf.setting("devices/filter")->value;
    ASSERT_EQ(filter.items.size(), 3);
    EXPECT_EQ(filter.items[1].text, "a|^/dev/sda2$|");
    EXPECT_TRUE(filter.text.startsWith("[ \"a|") && filter.text.endsWith(" ]"));
    EXPECT_EQ(conf.setting("tags/rack1/host_list")->value.items.size(), 2);
    EXPECT_EQ(conf.setting("log/file"), nullptr); // a comment
    EXPECT_EQ(conf.setting("global/fallback_to_local_locking"), nullptr);
}

TEST(LvmConf, readsStringsWithTheirEscapes)
{
    const LvmConf conf = parsed(R"(a { b = "x\"y\\z\n" c = 'x\"y' d = bare/word e = .5 f = [] })");
    EXPECT_EQ(conf.setting("a/b")->value.text, R"(x"y\z\n)");
    EXPECT_EQ(conf.setting("a/c")->value.text, R"(x\"y)");
    EXPECT_EQ(conf.setting("a/d")->value.text, "bare/word");
    EXPECT_EQ(conf.setting("a/e")->value.type, Value::Type::Float);
    EXPECT_TRUE(conf.setting("a/f")->value.items.isEmpty());
}

TEST(LvmConf, theLastCountsAndSectionsAreOne)
{
    const LvmConf conf = parsed("a { k = 1 k = 2 }\nb/k = 1\na { l = 3 }\nb { k = 4 }\n");
    EXPECT_EQ(conf.setting("a/k")->value.text, "2");
    EXPECT_EQ(conf.setting("a/l")->value.text, "3");
    EXPECT_EQ(conf.setting("b/k")->value.text, "4");
}

TEST(LvmConf, errorsSayWhereAndWhy)
{
    const struct
    {
        const char *text;
        qsizetype offset;
        const char *message;
    } cases[] = {
        {"global {\n k = 1\n", 0, "not closed: its }"},
        {"global {\n k = \"x\n}\n", 14, "quote is missing"},
        {"global {\n k = }\n", 14, "a value has to stand"},
        {"global {\n k 1\n}\n", 12, "neither a { nor a ="},
        {"}\n", 0, "has to stand, not “}”"},
        {"a { \"\" = 1 }", 4, "cannot be empty"},
        {"a { k = [ 1 2 ] }", 12, "a value has to stand"},
        {"a { k = [ 1, }", 13, "a value has to stand"},
    };
    for (const auto &test : cases) {
        const auto conf = LvmConf::parse(test.text);
        ASSERT_FALSE(conf) << test.text;
        EXPECT_EQ(conf.error().offset, test.offset) << test.text;
        EXPECT_THAT(conf.error().message.toStdString(), testing::HasSubstr(test.message));
    }
    EXPECT_FALSE(LvmConf::parse(QByteArray("a{").repeated(1000000)));
}

TEST(LvmConf, setsAValueInItsPlace)
{
    const QByteArray text = fixture(u"lvm/clvm.conf"_s);
    EXPECT_EQ(afterSet(text, "global/locking_type", "1"),
              replaced(text, "locking_type = 3", "locking_type = 1"));
    EXPECT_EQ(afterSet(text, "global/locking_type", "3"), text);
    const QByteArray filter = afterSet(text, "devices/filter", "[ \"r|.*|\" ]");
    EXPECT_TRUE(filter.contains("    filter = [ \"r|.*|\" ]\n    cache_dir"));
    EXPECT_EQ(afterSet("a { k = 1 # why\n}", "a/k", "[ 1, 2 ]"), "a { k = [ 1, 2 ] # why\n}");
}

TEST(LvmConf, addsBehindTheCommentThatTellsTheDefault)
{
    const QByteArray text = fixture(u"lvm/clvm.conf"_s);
    EXPECT_EQ(afterSet(text, "global/fallback_to_local_locking", "0"),
              replaced(text, "    # fallback_to_local_locking = 1\n",
                       "    # fallback_to_local_locking = 1\n    fallback_to_local_locking = 0\n"));
    EXPECT_EQ(afterSet(text, "log/file", "\"/var/log/lvm\""),
              replaced(text, "    #file = \"/var/log/lvm2.log\"\n",
                       "    #file = \"/var/log/lvm2.log\"\n    file = \"/var/log/lvm\"\n"));
    const QByteArray stock = fixture(u"lvm/stock.conf"_s);
    EXPECT_EQ(
        afterSet(stock, "global/locking_type", "3"),
        replaced(stock, "\t# locking_type = 1\n", "\t# locking_type = 1\n\tlocking_type = 3\n"));
    const QByteArray listEnd = "\t#                        \"--clear-needs-check-flag\" ]\n";
    EXPECT_EQ(afterSet(stock, "global/thin_check_options", "[ \"-q\" ]"),
              replaced(stock, listEnd, listEnd + "\tthin_check_options = [ \"-q\" ]\n"));
}

TEST(LvmConf, addsToASectionAsItsNeighboursStand)
{
    const QByteArray text = fixture(u"lvm/clvm.conf"_s);
    EXPECT_EQ(afterSet(text, "global/library_dir", "\"/lib/lvm2\""),
              replaced(text, "    locking_dir = \"/var/lock/lvm\"\n",
                       "    locking_dir = \"/var/lock/lvm\"\n    library_dir = \"/lib/lvm2\"\n"));
    EXPECT_EQ(afterSet(text, "tags/hosts", "0"),
              replaced(text, "hosttags = 1 ", "hosttags = 1 hosts = 0 "));
    EXPECT_EQ(afterSet("a{k=1}", "a/l", "2"), "a{k=1 l=2}");
    EXPECT_EQ(afterSet("a {}", "a/l", "2"), "a { l = 2 }");
    EXPECT_EQ(afterSet("a {\n\tk=1\n}\nb {\n}\n", "b/l", "2"), "a {\n\tk=1\n}\nb {\n\tl=2\n}\n");
    EXPECT_EQ(afterSet(fixture(u"lvm/stock.conf"_s), "report/aligned", "1"),
              replaced(fixture(u"lvm/stock.conf"_s), "report {\n", "report {\n\taligned = 1\n"));
}

TEST(LvmConf, addsSectionsThatAreMissing)
{
    const QByteArray stock = fixture(u"lvm/stock.conf"_s);
    EXPECT_EQ(afterSet(stock, "devices/scan", "[ \"/dev\" ]"),
              stock + "\ndevices {\n\tscan = [ \"/dev\" ]\n}\n");
    EXPECT_EQ(afterSet("", "global/locking_type", "3"), "global {\n\tlocking_type = 3\n}\n");
    EXPECT_EQ(afterSet("# only\r\n", "a/b/c", "1"),
              "# only\r\n\r\na {\r\n\tb {\r\n\t\tc = 1\r\n\t}\r\n}\r\n");
    EXPECT_EQ(afterSet("a {\n  k = 1\n}", "a/b/c", "1"), "a {\n  k = 1\n  b {\n    c = 1\n  }\n}");
}

TEST(LvmConf, setsWhereverItStands)
{
    // Old LVM takes the first of the two, today's the last.
    EXPECT_EQ(afterSet("a { k = 1 }\na { k = 2 }\n", "a/k", "3"), "a { k = 3 }\na { k = 3 }\n");
}

TEST(LvmConf, commentsOutAndRemoves)
{
    const QByteArray text = fixture(u"lvm/clvm.conf"_s);
    const LvmConf conf = parsed(text);
    EXPECT_EQ(after(conf, conf.commentOut("global/locking_type")),
              replaced(text, "    locking_type = 3", "    # locking_type = 3"));
    EXPECT_EQ(after(conf, conf.remove("global/locking_type")),
              replaced(text, "    locking_type = 3\n", ""));
    const QByteArray list = after(conf, conf.commentOut("activation/mlock_filter"));
    EXPECT_TRUE(list.contains("    # mlock_filter = [\n        # \"locale/locale-archive\",\n"));
    EXPECT_EQ(after(conf, conf.remove("tags/hosttags")), replaced(text, "hosttags = 1 ", ""));
    EXPECT_EQ(conf.commentOut("tags/hosttags").error().code, base::ErrorCode::Refused);
    EXPECT_EQ(conf.remove("log/file").error().code, base::ErrorCode::NotFound);
}

TEST(LvmConf, refusesWhatTheFileOrLvmCannotTake)
{
    const LvmConf conf = parsed(fixture(u"lvm/stock.conf"_s));
    for (const char *literal : {"", "x", "1 2", "\"x", "[ 1", "1 # c", "} global {", "\"a\" b = 1",
                                "[ [ 1 ] ]", "three", "\"3\"", "3.0"})
        EXPECT_FALSE(conf.set("global/locking_type", literal)) << literal;
    EXPECT_FALSE(conf.set("global/locking_type", QByteArray("3\0", 2)));
    for (const char *path :
         {"", "locking_type", "global/", "global/a b", "global/a{", "global/a\n"})
        EXPECT_FALSE(conf.set(path, "3")) << path;
}

TEST(LvmConf, wordsOfAPersonBecomeLiterals)
{
    const auto literal = [](const char *path, const char *word) {
        return LvmConf::literalFor(path, word).value_or("refused");
    };
    EXPECT_EQ(literal("global/locking_type", "3"), "3");
    EXPECT_EQ(literal("global/locking_type", "three"), "refused");
    EXPECT_EQ(literal("global/locking_dir", "/var/lock/lvm"), "\"/var/lock/lvm\"");
    EXPECT_EQ(literal("global/locking_dir", "\"/run\""), "\"/run\"");
    EXPECT_EQ(literal("global/locking_dir", ""), "refused");
    EXPECT_EQ(literal("global/locking_dir", "3"), "\"3\"");
    EXPECT_EQ(literal("devices/filter", "[ \"a|x|\" ]"), "[ \"a|x|\" ]");
    EXPECT_EQ(literal("devices/filter", "a|x|"), "\"a|x|\"");
    EXPECT_EQ(literal("global/use_lvmetad", "yes"), "\"yes\"");
    EXPECT_EQ(literal("global/use_lvmetad", "maybe"), "refused");
    EXPECT_EQ(literal("new/one", "7"), "7");
    EXPECT_EQ(literal("new/one", "a \"b\""), "\"a \\\"b\\\"\"");
}

TEST(LvmConf, tenMegabytesDoNotHurt)
{
    QByteArray text = "global {\n";
    for (int i = 0; text.size() < 10 * 1024 * 1024; ++i)
        text += "    # k" + QByteArray::number(i) + " = 1\n    k" + QByteArray::number(i % 70000)
                + " = [ \"a\", 'b', 3 ]\n";
    const LvmConf conf = parsed(text + "}\n");
    EXPECT_GT(conf.diagnostics().size(), 100000);
    EXPECT_TRUE(conf.set("global/locking_type", "3"));
}

} // namespace
} // namespace colonnade::formats
