// SPDX-License-Identifier: GPL-3.0-or-later
// What guest files say, and to the byte what each act makes of them.
#include "guestconfig_samples.h"

#include "formats/guestconfig.h"

#include <gtest/gtest.h>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;

constexpr GuestDialect Xl = GuestDialect::Xl;
constexpr GuestDialect Xm = GuestDialect::Xm;

GuestConfig parsed(const QByteArray &text, GuestDialect dialect)
{
    const auto config = GuestConfig::parse(text, dialect);
    if (!config) {
        ADD_FAILURE() << config.error().message.toStdString() << "\n" << text.toStdString();
        return *GuestConfig::parse({}, dialect);
    }
    return *config;
}

/// The text after an act; "refused" where it fails.
QByteArray after(const GuestConfig &config, const base::Result<TextEdits> &edits)
{
    return edits ? actedOn(config.text(), *edits) : QByteArray("refused");
}

QByteArray refusal(const QByteArray &text, GuestDialect dialect)
{
    const auto config = GuestConfig::parse(text, dialect);
    if (config)
        return "taken";
    const Place place = placeOf(text, config.error().offset);
    return QByteArray::number(place.line) + ':' + QByteArray::number(place.column) + ": "
           + config.error().message.toUtf8();
}

} // namespace

TEST(GuestConfigTest, readsValuesWithTheirPlaces)
{
    const GuestConfig config =
        parsed("name = 'a\\'b' # c\nmemory=0x10;vcpus = 2\ncpus=[\"1\",'2',]", Xl);
    EXPECT_EQ(config.string("name"), "a'b");
    EXPECT_EQ(textOf(config.text(), config.setting("name")->value.span), "'a\\'b'");
    EXPECT_EQ(textOf(config.text(), config.setting("memory")->span), "memory=0x10");
    EXPECT_EQ(config.number("memory"), 16);
    EXPECT_EQ(config.list("cpus"), (QList<QByteArray>{"1", "2"}));
    EXPECT_EQ(config.setting("disk"), nullptr);
    EXPECT_FALSE(config.value("disk"));
}

TEST(GuestConfigTest, theLastSettingCounts)
{
    for (const GuestDialect dialect : {Xl, Xm}) {
        const GuestConfig config = parsed("memory = 1\nmemory = 2\n", dialect);
        EXPECT_EQ(config.number("memory"), 2);
        EXPECT_EQ(after(config, config.set("memory", "3")), "memory = 1\nmemory = 3\n");
        EXPECT_EQ(after(config, config.remove("memory")), "");
    }
}

TEST(GuestConfigTest, xlAppends)
{
    const GuestConfig config =
        parsed("extra = 'a'\nextra += 'b'\ndisk = ['x,raw,xvda']\ndisk += ['y,raw,xvdb']\n", Xl);
    EXPECT_EQ(config.string("extra"), "ab");
    EXPECT_EQ(config.disks().size(), 2);
    EXPECT_EQ(after(config, config.setString("extra", "c")),
              "extra = 'a'\nextra = 'c'\ndisk = ['x,raw,xvda']\ndisk += ['y,raw,xvdb']\n");
    EXPECT_EQ(after(config, config.removeDisk("xvda")),
              "extra = 'a'\nextra += 'b'\ndisk = []\ndisk += ['y,raw,xvdb']\n");
}

TEST(GuestConfigTest, pythonIsReadAndNotRun)
{
    const GuestConfig config = parsed(fixture(u"guest/xm-computed"_s), Xm);
    EXPECT_EQ(config.string("name"), "mail");
    EXPECT_EQ(config.number("vcpus"), 2);
    EXPECT_EQ(config.string("extra"), "console=tty0\npanic=30");
    EXPECT_EQ(config.value("kernel")->kind, GuestValue::Kind::Computed);
    EXPECT_EQ(config.value("kernel")->bytes, "'/usr/' + arch_libdir + '/xen/boot/hvmloader'");
    EXPECT_TRUE(config.setting("shadow_memory")->conditional);
    EXPECT_FALSE(config.setString("kernel", "/x"));
    EXPECT_FALSE(config.set("shadow_memory", "8"));
    EXPECT_FALSE(config.remove("memory")) << "code uses it";
    EXPECT_EQ(config.setting("path"), nullptr) << "a variable of a function is none of the file";

    const QList<GuestDisk> disks = config.disks();
    ASSERT_EQ(disks.size(), 3);
    EXPECT_TRUE(disks[0].isComputed);
    EXPECT_EQ(disks[1].target(), "/dev/xenvg/spool");
    EXPECT_TRUE(disks[2].isCdrom());
    EXPECT_EQ(config.vifs()[1].bridge(), "xenbr1");
}

TEST(GuestConfigTest, whatCodeMayChangeIsComputed)
{
    const auto kindOf = [](const QByteArray &text, const char *key) {
        const GuestConfig config = parsed(text, Xm);
        return config.value(key)->kind;
    };
    using Kind = GuestValue::Kind;
    EXPECT_EQ(kindOf("disk = ['a']\ndisk.append('b')\n", "disk"), Kind::Computed);
    EXPECT_EQ(kindOf("disk = ['a']\nextend(disk)\n", "disk"), Kind::Computed);
    EXPECT_EQ(kindOf("disk = ['a']\ndisk += ['b']\n", "disk"), Kind::Computed);
    EXPECT_EQ(kindOf("disk = ['a']\ndisk[0] = 'b'\n", "disk"), Kind::Computed);
    EXPECT_EQ(kindOf("name = 'a'\nextra = 'x' + name\n", "name"), Kind::String);
    EXPECT_EQ(kindOf("name = 'a'\nif 1: name = 'b'\n", "name"), Kind::Computed);
    EXPECT_EQ(kindOf("if 1: name = 'b'\nname = 'a'\n", "name"), Kind::String);
    EXPECT_EQ(kindOf("name = 'a'\nfrom site import *\n", "name"), Kind::Computed);
    EXPECT_EQ(kindOf("from site import name\n", "name"), Kind::Computed);
    EXPECT_EQ(kindOf("name = alias = 'a'\n", "name"), Kind::Computed);
    EXPECT_EQ(kindOf("name = 'a'\nfor name in ['b']: pass\n", "name"), Kind::Computed);
    EXPECT_EQ(kindOf("name = 'a'\ndef f():\n  name = 'b'\n", "name"), Kind::String);
    EXPECT_EQ(kindOf("memory = 512,\n", "memory"), Kind::Tuple);
}

TEST(GuestConfigTest, refusalsTellThePlaceAndTheReason)
{
    EXPECT_EQ(refusal(fixture(u"guest/xl-refused-last-comment"_s), Xl),
              "3:1: The last line is a comment and has no line end, so xl refuses the whole file; "
              "end the line.");
    EXPECT_TRUE(refusal(fixture(u"guest/xl-refused-windows"_s), Xl).contains("byte order mark"));
    EXPECT_TRUE(
        refusal("a = 1\r\n", Xl).startsWith("1:6: xl does not take the line ends of Windows"));
    EXPECT_TRUE(refusal("install-method = debootstrap\n", Xl).startsWith("1:8: xl takes no minus"));
    EXPECT_TRUE(refusal("Memory = 1\n", Xl).startsWith("1:1: xl takes no capital letters"));
    EXPECT_TRUE(refusal("disk =\n[ 'x' ]\n", Xl).startsWith("1:7: The value, even of a list"));
    EXPECT_TRUE(refusal("import os\n", Xl).startsWith("1:8: An `=` must follow"));
    EXPECT_TRUE(refusal("memory = 1024*2\n", Xl).startsWith("1:14: xl does not take"));
    EXPECT_TRUE(refusal("a = 'x\\qy'\n", Xl).startsWith("1:7: xl does not know this escape"));
    EXPECT_TRUE(
        refusal("install-method = debootstrap\n", Xm).startsWith("1:8: Only a name can be set"));
    EXPECT_TRUE(refusal("disk = ['a', 'b'\n\n", Xm)
                    .startsWith("3:1: The file ends within brackets: a `[`"));
    EXPECT_TRUE(refusal("a = 1\n b = 2\n", Xm).startsWith("2:2: This line is indented"));
    EXPECT_TRUE(refusal("memory = 512 MB\n", Xm).startsWith("1:14: Nothing joins"));
    EXPECT_TRUE(refusal("memory = 0800\n", Xm).startsWith("1:10: A whole number with a leading 0"));
    EXPECT_TRUE(refusal("name = 'x\n", Xm).startsWith("1:8: This string is not closed"));
    EXPECT_TRUE(refusal("a = ]\n", Xm).startsWith("1:5: This `]` closes nothing"));
    EXPECT_EQ(refusal(QByteArray(200, '['), Xm).left(14), "1:101: Bracket");
    EXPECT_EQ(refusal("a=" + QByteArray(200, '['), Xl),
              "1:103: Lists are nested more deeply than 100.");
}

TEST(GuestConfigTest, repairsWhatMeansNothing)
{
    for (const char *name : {"xl-refused-windows", "xl-refused-last-comment"}) {
        const QByteArray text = fixture(u"guest/"_s + QLatin1StringView(name));
        const auto fix = GuestConfig::repair(text, Xl);
        ASSERT_TRUE(fix);
        EXPECT_TRUE(GuestConfig::parse(actedOn(text, fix->edits), Xl));
    }
    EXPECT_FALSE(GuestConfig::repair("import os\n", Xl));
    EXPECT_FALSE(GuestConfig::repair("a = 1\n", Xl)) << "nothing is wrong with it";
}

TEST(GuestConfigTest, tellsWhoseFileItIs)
{
    for (const Sample &sample : fixtures(u"guest"_s)) {
        const bool isXm =
            sample.name.startsWith(u"xm-computed"_s) || sample.name == u"xm-shared-disk"_s;
        EXPECT_EQ(GuestConfig::likelyDialect(sample.bytes) == Xm, isXm)
            << sample.name.toStdString();
    }
    for (const Sample &sample : corpus(u"xen-cfg"_s)) {
        const bool isXm = sample.name == u"xm-trimet-serverex.cfg"_s
                          || sample.name == u"xm-trimet-sqlserver.cfg"_s;
        EXPECT_EQ(GuestConfig::likelyDialect(sample.bytes) == Xm, isXm)
            << sample.name.toStdString();
    }
}

TEST(GuestConfigTest, takesABuilderOfXmForItsSign)
{
    EXPECT_EQ(GuestConfig::likelyDialect("name = 'a'\nbuilder = 'linux'\n"), Xm);
    EXPECT_EQ(GuestConfig::likelyDialect("name = 'a'\nbuilder = 'generic'\n"), Xl);
    EXPECT_EQ(GuestConfig::likelyDialect("name = 'a'\nbuilder = 'hvm'\n"), Xl);
    EXPECT_EQ(GuestConfig::likelyDialect("builder = 'linux'\nvnuma = [ [ 'pnode=0' ] ]\n"), Xm);
}

TEST(GuestConfigTest, valuesKeepTheirQuotes)
{
    const GuestConfig config = parsed("a = 'x'\t# c\nb=\"y\"\nc = 7\nd = '7'\n", Xl);
    EXPECT_EQ(after(config, config.set("a", "it's")),
              "a = 'it\\'s'\t# c\nb=\"y\"\nc = 7\nd = '7'\n");
    EXPECT_EQ(after(config, config.set("b", "z")), "a = 'x'\t# c\nb=\"z\"\nc = 7\nd = '7'\n");
    EXPECT_EQ(after(config, config.set("c", "8")), "a = 'x'\t# c\nb=\"y\"\nc = 8\nd = '7'\n");
    EXPECT_EQ(after(config, config.set("c", "x")), "a = 'x'\t# c\nb=\"y\"\nc = 'x'\nd = '7'\n");
    EXPECT_EQ(after(config, config.setNumber("d", -8)), "a = 'x'\t# c\nb=\"y\"\nc = 7\nd = '-8'\n");
    EXPECT_EQ(after(config, config.setNumber("c", -8)),
              "a = 'x'\t# c\nb=\"y\"\nc = '-8'\nd = '7'\n");
    EXPECT_TRUE(config.set("a", "x")->isEmpty());
}

TEST(GuestConfigTest, aValueTouchesOnlyWhatItMust)
{
    const GuestConfig config =
        parsed("extra = 'a' \"b\" # joined\nroot = r'a\\b'\nname = '\\x41'\n", Xm);
    EXPECT_EQ(after(config, config.setString("extra", "c")),
              "extra = 'c' # joined\nroot = r'a\\b'\nname = '\\x41'\n");
    EXPECT_EQ(after(config, config.setString("root", "ab")),
              "extra = 'a' \"b\" # joined\nroot = r'ab'\nname = '\\x41'\n");
    EXPECT_EQ(after(config, config.setString("root", "a\\")),
              "extra = 'a' \"b\" # joined\nroot = 'a\\\\'\nname = '\\x41'\n");
    EXPECT_EQ(after(config, config.setString("name", "\xc3\xa9\n")),
              "extra = 'a' \"b\" # joined\nroot = r'a\\b'\nname = '\\xc3\\xa9\\n'\n");
}

TEST(GuestConfigTest, newKeysGoToTheEndLikeTheirNeighbours)
{
    const GuestConfig tools = parsed("vcpus       = '2'\nmemory      = '512'\n", Xl);
    EXPECT_EQ(after(tools, tools.setString("name", "web1")),
              tools.text() + "name        = 'web1'\n");
    EXPECT_EQ(after(tools, tools.setList("cpus", {"1"})), tools.text() + "cpus        = [ '1' ]\n");
    const GuestConfig tight = parsed("a=\"1\"\n# the end\n", Xl);
    EXPECT_EQ(after(tight, tight.setString("b", "2")), "a=\"1\"\n# the end\nb=\"2\"\n");
    const GuestConfig cut = parsed("a = 1", Xl);
    EXPECT_EQ(after(cut, cut.set("b", "2")), "a = 1\nb = 2\n");
    const GuestConfig comment = parsed("a = 1\n# no line end", Xm);
    EXPECT_EQ(after(comment, comment.set("b", "2")), "a = 1\n# no line end\nb = 2\n");
    const GuestConfig windows = parsed("a = 1\r\n", Xm);
    EXPECT_EQ(after(windows, windows.set("b", "2")), "a = 1\r\nb = 2\r\n");
    const GuestConfig stray = parsed("a = 1\n@", Xl);
    EXPECT_EQ(after(stray, stray.set("b", "2")), "a = 1\n\nb = 2\n")
        << "xl overlooks @ only at the end";
    const GuestConfig block = parsed("a = 1\nif a:\n    c = 2", Xm);
    EXPECT_EQ(after(block, block.set("b", "2")), "a = 1\nif a:\n    c = 2\nb = 2\n");
    const GuestConfig empty = parsed("", Xl);
    EXPECT_EQ(after(empty, empty.set("name", "7")), "name = '7'\n");
}

TEST(GuestConfigTest, whatCannotBeWrittenIsRefused)
{
    const GuestConfig xl = parsed("cpus = ['1']\n", Xl);
    EXPECT_FALSE(xl.setString("a-b", "x"));
    EXPECT_FALSE(xl.setString("Name", "x"));
    EXPECT_FALSE(xl.setString("", "x"));
    EXPECT_FALSE(xl.setString("name", QByteArray("a\0b", 3)));
    EXPECT_FALSE(xl.set("cpus", "2"));
    EXPECT_FALSE(xl.remove("name"));
    const GuestConfig xm = parsed("", Xm);
    EXPECT_FALSE(xm.setString("print", "x"));
    EXPECT_FALSE(xm.setString("a.b", "x"));
    EXPECT_TRUE(xm.setString("_Name", "x"));
}

TEST(GuestConfigTest, removesStatementsWithTheirLines)
{
    const auto removed = [](const QByteArray &text, GuestDialect dialect) {
        const GuestConfig config = parsed(text, dialect);
        return after(config, config.remove("b"));
    };
    EXPECT_EQ(removed("a = 1\n  b = 2 # gone\nc = 3\n", Xl), "a = 1\nc = 3\n");
    EXPECT_EQ(removed("a = 1; b = 2; c = 3\n", Xm), "a = 1; c = 3\n");
    EXPECT_EQ(removed("a = 1; b = 2\n", Xm), "a = 1\n");
    EXPECT_EQ(removed("b = 2; a = 1\n", Xm), "a = 1\n");
    EXPECT_EQ(removed("b = [\n 'x', # y\n]\na = 1", Xl), "a = 1");
    EXPECT_EQ(removed("b = 1; b = 2;\na = 1", Xm), "a = 1");
    EXPECT_EQ(removed("a = 1\nb = 2", Xl), "a = 1\n");
    EXPECT_EQ(removed("a = 1\r\nb = 2\r\nc = 3\r\n", Xm), "a = 1\r\nc = 3\r\n");
    EXPECT_EQ(removed("b = 2 \f; a = 1\n", Xm), "a = 1\n"); // a form feed is a blank to Python
    EXPECT_EQ(removed("a = 1 \f;\f b = 2\n", Xm), "a = 1 \f\n");
    EXPECT_EQ(removed("\xef\xbb\xbf"
                      "b = 2;\na = 1\n",
                      Xm),
              "\xef\xbb\xbf"
              "a = 1\n");
    EXPECT_EQ(removed("if 1:\n  b = 2\n", Xm), "refused");
}

TEST(GuestConfigTest, listsKeepTheirLayout)
{
    const QByteArray tools = fixture(u"guest/xl-tools"_s);
    const GuestConfig config = parsed(tools, Xl);
    QByteArray wanted = tools;
    EXPECT_EQ(after(config, config.addDisk({.target = "/dev/xenvg/web1-data", .vdev = "xvdb"})),
              QByteArray(wanted).replace(
                  "# may be lost\n",
                  "# may be lost\n                  'phy:/dev/xenvg/web1-data,xvdb,w',\n"));
    EXPECT_EQ(after(config, config.removeDisk("xvda1")),
              QByteArray(wanted).replace(
                  "                  'phy:/dev/xenvg/web1-swap,xvda1,w',   # may be lost\n", ""));
    EXPECT_EQ(after(config, config.changeDisk("xvda2", {{"mode", "r"}})),
              QByteArray(wanted).replace("xvda2,w'", "xvda2,r'"));

    const auto changed = [](const QByteArray &list, const QList<QByteArray> &values) {
        const GuestConfig one = parsed("cpus = " + list + "\n", Xl);
        return after(one, one.setList("cpus", values)).mid(7).chopped(1);
    };
    EXPECT_EQ(changed("['a', 'b', 'c']", {"a", "c"}), "['a', 'c']");
    EXPECT_EQ(changed("['a', 'b', 'c']", {"a"}), "['a']");
    EXPECT_EQ(changed("['a','b']", {"b"}), "['b']");
    EXPECT_EQ(changed("['a','b']", {"a", "b", "c"}), "['a','b','c']");
    EXPECT_EQ(changed("[ 'a' ]", {}), "[  ]");
    EXPECT_EQ(changed("[ ]", {"a"}), "[ 'a' ]");
    EXPECT_EQ(changed("[]", {"a", "b"}), "['a', 'b']");
    EXPECT_EQ(changed("[ \"a\", ]", {"a", "b"}), "[ \"a\", \"b\", ]");
    EXPECT_EQ(changed("['b']", {"a", "b"}), "['a', 'b']");
    EXPECT_EQ(changed("[\n 'a', # x\n 'b' # y\n]", {"a", "b", "c"}),
              "[\n 'a', # x\n 'b', # y\n 'c'\n]");
    EXPECT_EQ(changed("[ 'a'\n , 'b'\n ]", {"a", "b", "c"}), "[ 'a'\n , 'b'\n , 'c'\n ]");
    EXPECT_EQ(changed("[ 'a'\n , 'b'\n ]", {"b"}), "[ \n  'b'\n ]");
    EXPECT_EQ(changed("[ 'a'\n , 'b'\n ]", {"a"}), "[ 'a'\n ]");
    EXPECT_EQ(changed("[\n# 'old',\n]", {"a"}), "[\n# 'old',\n'a'\n]");
    EXPECT_EQ(changed("[\n    'a' ]", {"a", "b"}), "[\n    'a',\n    'b' ]");
}

TEST(GuestConfigTest, theSharedDiskOfTwoGuests)
{
    const QByteArray exclusive = fixture(u"guest/xm-exclusive-disk"_s);
    const GuestConfig config = parsed(exclusive, Xm);
    ASSERT_EQ(config.disks().size(), 2);
    EXPECT_EQ(config.disks()[1].path(), "/dev/vgxen01/lv_linva04_06_hdb");
    EXPECT_FALSE(config.disks()[1].isUnprotected());
    const QByteArray shared = after(config, config.changeDisk("hdb", {{"mode", "w!"}}));
    EXPECT_EQ(shared, QByteArray(exclusive).replace("hdb,w'", "hdb,w!'"));
    EXPECT_TRUE(
        fixture(u"guest/xm-shared-disk"_s).contains(shared.mid(shared.indexOf("disk="), 92)));
    EXPECT_TRUE(parsed(shared, Xm).disks()[1].isUnprotected());

    const GuestConfig xl = parsed(exclusive, Xl);
    const auto refused = xl.changeDisk("hdb", {{"mode", "w!"}});
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().message.contains(u"xl does not know the access `w!`"_s))
        << refused.error().message.toStdString();
}

TEST(GuestConfigTest, readsDisksOfBothSyntaxes)
{
    const GuestConfig config = parsed(fixture(u"guest/xl-keyed"_s), Xl);
    const QList<GuestDisk> disks = config.disks();
    ASSERT_EQ(disks.size(), 5);
    EXPECT_EQ(disks[0].target(), "/dev/xenvg/store1");
    EXPECT_EQ(disks[0].value("backendtype"), "phy");
    EXPECT_TRUE(disks[0].isKeyed);
    EXPECT_EQ(disks[1].target(), "/srv/images/store1,data.qcow2");
    EXPECT_EQ(disks[1].format, "qcow2");
    EXPECT_EQ(textOf(config.text(), disks[1].field("vdev")->span), "xvdb");
    EXPECT_TRUE(disks[2].isCdrom());
    EXPECT_FALSE(disks[2].isWritable());
    EXPECT_EQ(disks[3].format, "empty");
    EXPECT_EQ(disks[4].target(), "iqn.2001-05.example:store,lun=1");
    for (const GuestDisk &disk : disks)
        EXPECT_FALSE(disk.refusal) << disk.spec.toStdString();
}

TEST(GuestConfigTest, changesDisksInTheirSyntax)
{
    const auto changed = [](const QByteArray &spec, const char *name, const char *value,
                            GuestDialect dialect = Xl) {
        const GuestConfig config = parsed("disk = ['" + spec + "']\n", dialect);
        const QByteArray vdev = config.disks()[0].vdev();
        const QByteArray text = after(config, config.changeDisk(vdev, {{name, value}}));
        return text == "refused" ? text : text.mid(9).chopped(3);
    };
    EXPECT_EQ(changed("phy:/dev/a,xvda,w", "path", "/dev/b"), "phy:/dev/b,xvda,w");
    EXPECT_EQ(changed("phy:/dev/a,xvda,w", "vdev", "xvdb"), "phy:/dev/a,xvdb,w");
    EXPECT_EQ(changed("phy:/dev/a,xvda", "mode", "r"), "phy:/dev/a,xvda,r");
    EXPECT_EQ(changed("phy:/dev/a,xvda,w", "devtype", "cdrom"), "phy:/dev/a,xvda:cdrom,w");
    EXPECT_EQ(changed("phy:/dev/a,xvda,w", "backend", "dom2"), "phy:/dev/a,xvda,w,backend=dom2");
    EXPECT_EQ(changed("phy:/dev/a,xvda,w", "backend", "dom2", Xm), "phy:/dev/a,xvda,w,dom2");
    EXPECT_EQ(changed("phy:/dev/a,xvda,w,dom2", "backend", "", Xm), "phy:/dev/a,xvda,w");
    EXPECT_EQ(changed("phy:/dev/a,xvda,w", "prefix", "tap:aio", Xm), "tap:aio:/dev/a,xvda,w");
    EXPECT_EQ(changed("phy:/dev/a,xvda,w", "path", "/dev/a,b"),
              "access=w,vdev=xvda,target=/dev/a,b");
    EXPECT_EQ(changed("phy:/dev/a,xvda,w", "path", "/dev/a,b", Xm), "refused");
    EXPECT_EQ(changed("phy:/dev/a,xvda,w", "mode", "rw", Xm), "refused");
    EXPECT_EQ(changed("phy:/dev/a,xvda,w", "vdev", ""), "refused");
    EXPECT_EQ(changed("phy:/dev/a,xvda,w", "colour", "red"), "refused");
    EXPECT_EQ(changed("/dev/a,raw,xvda,rw", "format", "qcow2"), "/dev/a,qcow2,xvda,rw");
    EXPECT_EQ(changed("/dev/a,raw,xvda,rw", "access", "ro"), "/dev/a,raw,xvda,ro");
    EXPECT_EQ(changed("vdev=xvda,target=/dev/a", "access", "ro"),
              "vdev=xvda,access=ro,target=/dev/a");
    EXPECT_EQ(changed("vdev=xvda,backend=dom2,target=/dev/a", "backend", ""),
              "vdev=xvda,target=/dev/a");
    EXPECT_EQ(changed("vdev=xvda,target=/dev/a", "target", "/dev/b"), "vdev=xvda,target=/dev/b");
    EXPECT_EQ(changed("phy:/dev/it\\'s,xvda,w", "mode", "r"), "phy:/dev/it\\'s,xvda,r");
}

TEST(GuestConfigTest, disksAreNamedByTheirDevice)
{
    const GuestConfig config =
        parsed("disk = ['phy:/dev/a,xvda,w', 'phy:/dev/b,xvda,w', 'phy:/dev/c,xvdc,w']\n", Xl);
    EXPECT_EQ(config.removeDisk("xvda").error().code, base::ErrorCode::Refused);
    EXPECT_EQ(config.removeDisk("xvdz").error().code, base::ErrorCode::NotFound);
    EXPECT_TRUE(config.removeDisk("xvdz").error().remedy.contains(u"xvdc"_s));
    EXPECT_FALSE(config.addDisk({.target = "/dev/d", .vdev = "xvdc"}));
    EXPECT_FALSE(config.changeDisk("xvdc", {{"vdev", "xvda"}}));
    EXPECT_EQ(after(config, config.removeDisk("xvdc")),
              "disk = ['phy:/dev/a,xvda,w', 'phy:/dev/b,xvda,w']\n");
}

TEST(GuestConfigTest, addsTheFirstDiskAndTheFirstCard)
{
    const GuestConfig config = parsed("name = \"a\"\n", Xm);
    EXPECT_EQ(
        after(config, config.addDisk({.target = "/srv/a.img", .vdev = "hda", .access = "w!"})),
        "name = \"a\"\ndisk = [ \"file:/srv/a.img,hda,w!\" ]\n");
    EXPECT_EQ(after(config, config.addDisk({.vdev = "hdc", .access = "r", .isCdrom = true})),
              "name = \"a\"\ndisk = [ \",hdc:cdrom,r\" ]\n");
    EXPECT_EQ(after(config, config.addVif({{"mac", "00:16:3e:00:00:01"}, {"bridge", "xenbr0"}})),
              "name = \"a\"\nvif = [ \"mac=00:16:3e:00:00:01,bridge=xenbr0\" ]\n");
    EXPECT_EQ(after(config, config.addVif({})), "name = \"a\"\nvif = [ \"\" ]\n");
}

TEST(GuestConfigTest, changesCards)
{
    const QByteArray text =
        "vif = [ 'type=ioemu, mac=00:16:3e:00:00:11, bridge=xenbr0',  # lan\n        '' ]\n";
    for (const GuestDialect dialect : {Xl, Xm}) {
        const GuestConfig config = parsed(text, dialect);
        EXPECT_EQ(config.vifs()[0].bridge(), "xenbr0");
        EXPECT_EQ(after(config, config.changeVif(0, {{"bridge", "xenbr1"}})),
                  QByteArray(text).replace("xenbr0", "xenbr1"));
        EXPECT_EQ(after(config, config.changeVif(0, {{"type", ""}})),
                  QByteArray(text).replace("type=ioemu,", ""));
        EXPECT_EQ(after(config, config.changeVif(0, {{"bridge", ""}, {"ip", "10.0.0.1"}})),
                  QByteArray(text).replace(", bridge=xenbr0", ",ip=10.0.0.1"));
        EXPECT_EQ(after(config, config.changeVif(1, {{"bridge", "xenbr1"}})),
                  QByteArray(text).replace("'' ]", "'bridge=xenbr1' ]"));
        EXPECT_EQ(after(config, config.removeVif(1)), QByteArray(text).replace("'' ]", " ]"));
        EXPECT_FALSE(config.changeVif(2, {}));
        EXPECT_FALSE(config.changeVif(0, {{"mac", "nonsense"}}));
        EXPECT_FALSE(config.changeVif(0, {{"colour", "red"}}));
        EXPECT_FALSE(config.changeVif(0, {{"bridge", "a,b"}}));
    }
}

TEST(GuestConfigTest, changesCardsOfBlanks)
{
    for (const GuestDialect dialect : {Xl, Xm}) {
        const GuestConfig config = parsed("name = 'a'\nvif = [' ', '\t']\n", dialect);
        EXPECT_EQ(after(config, config.changeVif(0, {{"bridge", "br0"}, {"mac", ""}})),
                  "name = 'a'\nvif = ['bridge=br0', '\t']\n");
        EXPECT_EQ(after(config, config.changeVif(1, {{"bridge", "br0"}, {"model", "e1000"}})),
                  "name = 'a'\nvif = [' ', 'bridge=br0,model=e1000']\n");
        EXPECT_EQ(after(config, config.changeVif(0, {{"bridge", ""}})), config.text());
        EXPECT_TRUE(config.convertedTo(dialect == Xl ? Xm : Xl).obstacles.isEmpty());
    }
}

TEST(GuestConfigTest, portableSpellings)
{
    EXPECT_EQ(portableSpelling({.target = "/dev/vg/web1", .vdev = "xvda"}),
              "phy:/dev/vg/web1,xvda,w");
    EXPECT_EQ(portableSpelling({.target = "vg/web1", .vdev = "xvda", .access = "r"}),
              "phy:vg/web1,xvda,r");
    EXPECT_EQ(portableSpelling({.target = "/srv/web1.img", .vdev = "hda"}),
              "file:/srv/web1.img,hda,w");
    EXPECT_EQ(
        portableSpelling({.target = "/srv/x.iso", .vdev = "hdc", .access = "r", .isCdrom = true}),
        "file:/srv/x.iso,hdc:cdrom,r");
    EXPECT_EQ(portableSpelling({.target = "/srv/a.img", .vdev = "hda", .format = "qcow"}),
              "tap:qcow:/srv/a.img,hda,w");
    EXPECT_FALSE(portableSpelling({.target = "/srv/a,b.img", .vdev = "hda"}));
    EXPECT_FALSE(portableSpelling({.target = "/dev/vg/a", .vdev = "hda", .access = "w!"}));
    EXPECT_FALSE(portableSpelling({.target = "/dev/vg/a", .vdev = "hda", .access = "rw"}));
}

TEST(GuestConfigTest, bytesThatAreNotUtf8Survive)
{
    const QByteArray text = fixture(u"guest/xl-bytes"_s);
    const GuestConfig config = parsed(text, Xl);
    EXPECT_EQ(config.string("name"), "b\xc3\xa5t");
    EXPECT_EQ(after(config, config.set("memory", "128")),
              QByteArray(text).replace("memory=64", "memory=128"));
}

} // namespace colonnade::formats
