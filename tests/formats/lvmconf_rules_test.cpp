// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/lvmconf.h"

#include "lvmconf_samples.h"
#include "rulecase.h"

#include <gtest/gtest.h>

namespace colonnade::formats {
namespace {

using namespace Qt::StringLiterals;

const char Quiet[] = "global { locking_type = 3 fallback_to_local_locking = 0 }\n";

std::vector<RuleCase> cases()
{
    return {
        {"wrong-type", Severity::Error, "global { umask = \"077\" }", "\"077\"",
         "global { umask = 077 }"},
        {"wrong-type", Severity::Error, "devices { dir = 7 }", "7", "devices { dir = \"7\" }"},
        {"wrong-type", Severity::Error, "global { locking_type = cluster }", "cluster"},
        {"wrong-type", Severity::Error, "global { wait_for_locks = \"maybe\" }", "\"maybe\""},
        {"wrong-type", Severity::Error, "devices { dir = \"\" }", "\"\""},
        {"wrong-type", Severity::Error, "devices { scan = [] }", "[]"},
        {"wrong-type", Severity::Error, "devices { scan = [ 1, \"/dev\" ] }", "[ 1, \"/dev\" ]"},
        {"unknown-setting", Severity::Hint, "global { lockingtype = 3 }", "lockingtype"},
        {"setting-outside", Severity::Error, "locking_type = 3\n", "locking_type"},
        {"bad-filter", Severity::Error, "devices { filter = [ \"a|x|\", \"/dev/sd\" ] }",
         "\"/dev/sd\""},
        {"bad-filter", Severity::Error, "devices { global_filter = \"a|x\" }", "\"a|x\""},
        {"bad-filter", Severity::Error, "devices { filter = [ \"r(x(\" ] }", "\"r(x(\""},
        {"duplicate-setting", Severity::Error, "log { level = 1 level = 2 }", "level"},
        {"duplicate-setting", Severity::Warning, "log { level = 1 level = 1 }", "level"},
        {"duplicate-section", Severity::Warning, "log { level = 1 } log { indent = 1 }", "log"},
        {"no-settings", Severity::Error, "# nothing here\n", ""},
        {"nul-byte", Severity::Error, "log { level = 1 }" + QByteArray("\0}", 2),
         QByteArray("\0", 1)},
        {"locking-off", Severity::Error, "global { locking_type = 0 }", "0",
         "global { locking_type = 3 }"},
        {"locking-local", Severity::Hint, "global { locking_type = 1 }", "1",
         "global { locking_type = 3 }"},
        {"locking-external", Severity::Warning, "global { locking_type = 2 }", "2",
         "global { locking_type = 3 }"},
        {"locking-read-only", Severity::Hint, "global { locking_type = 4 }", "4"},
        {"locking-unknown", Severity::Error, "global { locking_type = 6 }", "6"},
        {"locking-unknown", Severity::Error, "global { locking_type = -1 }", "-1"},
        {"locking-unknown", Severity::Error, "global { locking_type = 99999999999999999999 }",
         "99999999999999999999"},
        {"locking-cluster", Severity::Hint, Quiet, "3"},
        {"locking-fallback", Severity::Warning, "global { locking_type = 3 }", "3",
         "global { locking_type = 3 fallback_to_local_locking = 0 }"},
        {"locking-fallback", Severity::Warning,
         "global { locking_type = 3 fallback_to_local_locking = 1 }", "1",
         "global { locking_type = 3 fallback_to_local_locking = 0 }"},
        {"locking-lvmetad", Severity::Warning, Quiet + QByteArray("global/use_lvmetad = 1\n"), "1",
         Quiet + QByteArray("global/use_lvmetad = 0\n")},
        {"locking-lvmlockd", Severity::Error, Quiet + QByteArray("global/use_lvmlockd = \"y\"\n"),
         "\"y\"", Quiet + QByteArray("global/use_lvmlockd = 0\n")},
        {"locking-library", Severity::Hint, Quiet + QByteArray("global/locking_library = \"x\"\n"),
         "\"x\""},
    };
}

TEST(LvmRules, eachFindsItsCaseAndSolvesIt)
{
    for (const RuleCase &test : cases()) {
        const auto conf = LvmConf::parse(test.text);
        ASSERT_TRUE(conf) << test.text.toStdString();
        EXPECT_EQ(expectFinding(test, conf->diagnostics()).value_or(QByteArray()), test.fixed);
    }
}

TEST(LvmRules, valuesThatLvmTakesAreNotFindings)
{
    for (const char *text :
         {"", "global { wait_for_locks = \"Yes\" }", "devices { scan = \"/dev\" }",
          "devices { scan = [ \"/dev\" ] }", "global { umask = [ 7 ] }",
          "tags { any { host_list = [ \"a\" ] } }",
          "allocation { cache_settings { mq { x = 1 } } }", "global { locking_type = 5 }",
          "devices { filter = [ \"a|x|\", \"r{y}\", \"a/z/\" ] }"}) {
        const auto conf = LvmConf::parse(text);
        ASSERT_TRUE(conf) << text;
        EXPECT_EQ(conf->diagnostics(), QList<Diagnostic>()) << text;
    }
}

QByteArrayList idsIn(const QByteArray &text)
{
    QByteArrayList ids;
    for (const Diagnostic &finding : LvmConf::parse(text)->diagnostics())
        ids.append(finding.id);
    return ids;
}

TEST(LvmRules, theClusterOfTheWikiIsTold)
{
    EXPECT_EQ(idsIn(fixture(u"lvm/clvm.conf"_s)),
              (QByteArrayList{"locking-cluster", "locking-fallback"}));
    EXPECT_EQ(idsIn(fixture(u"lvm/stock.conf"_s)), QByteArrayList());
}

TEST(LvmRules, theCorpusIsTold)
{
    const QList<Sample> samples = corpus(u"lvm-conf"_s);
    if (samples.isEmpty())
        GTEST_SKIP() << "no corpus of LVM files";
    for (const Sample &sample : samples) {
        const QByteArrayList ids = idsIn(sample.bytes);
        EXPECT_FALSE(ids.contains("wrong-type")) << sample.name.toStdString();
        EXPECT_FALSE(ids.contains("unknown-setting")) << sample.name.toStdString();
        EXPECT_EQ(ids.contains("locking-cluster"), sample.name.startsWith(u"clustered"_s));
        EXPECT_EQ(ids.contains("locking-local"), sample.name.startsWith(u"centos7"_s));
    }
}

} // namespace
} // namespace colonnade::formats
