// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/defaultsfile.h"

#include "defaultsfile_samples.h"
#include "rulecase.h"

#include <gtest/gtest.h>

namespace colonnade::formats {
namespace {

using namespace Qt::StringLiterals;

struct Case
{
    DefaultsKind kind;
    RuleCase rule;
};

std::vector<Case> cases()
{
    constexpr auto Error = Severity::Error;
    constexpr auto Warning = Severity::Warning;
    constexpr auto Other = DefaultsKind::Other;
    constexpr auto O2cb = DefaultsKind::O2cb;
    constexpr auto Cman = DefaultsKind::Cman;
    return {
        {Other, {"blank-around-equals", Error, "KEY = value\n", "KEY =", "KEY=value\n"}},
        {Other, {"blank-around-equals", Error, "KEY =value\n", "KEY =value", "KEY=value\n"}},
        {Other, {"blank-around-equals", Error, "KEY= value\n", "KEY= value", "KEY=value\n"}},
        {Other, {"blank-around-equals", Error, "KEY = two words\n", "KEY ="}},
        {Other, {"unquoted-blank", Warning, "OPTS=-w 3\n", "OPTS=-w 3"}},
        {Cman, {"unquoted-blank", Error, "CMAN_JOIN_OPTS=-w -q\n", "CMAN_JOIN_OPTS=-w -q"}},
        {Other, {"unquoted-blank", Severity::Hint, "NAME=my cluster\n", "NAME=my cluster"}},
        {Cman, {"unquoted-blank", Error, "NAME=my cluster\n", "NAME=my cluster"}},
        {Other, {"colon", Error, "KEY: value\n", "KEY:"}},
        {Other, {"bad-name", Error, "O2CB-ENABLED=true\n", "O2CB-ENABLED=true"}},
        {Other, {"carriage-return", Error, "A=1\r\nB=2\r\n", "\r", "A=1\nB=2\n"}},
        {Other, {"nul-byte", Error, QByteArray("A=1\0\n", 5), QByteArray("\0", 1)}},
        {Other, {"duplicate-setting", Warning, "A=1\nA=2\n", "A=1"}},
        {Other, {"bash-only", Warning, "A=(1 2)\n", "("}},
        {Other, {"bash-only", Warning, "A=$'x'\n", "$'"}},
        {Other, {"bash-only", Warning, "A+=1\n", "+="}},
        {Other, {"bash-only", Warning, "[[ -n x ]] && A=1\n", "[["}},
        {O2cb,
         {"not-true-or-false", Error, "O2CB_ENABLED=yes\n", "O2CB_ENABLED=yes",
          "O2CB_ENABLED=true\n"}},
        {O2cb,
         {"not-true-or-false", Error, "O2CB_ENABLED=\"0\"\n", "O2CB_ENABLED=\"0\"",
          "O2CB_ENABLED=\"false\"\n"}},
        {O2cb, {"bad-stack", Error, "O2CB_STACK=ocfs2\n", "O2CB_STACK=ocfs2", "O2CB_STACK=o2cb\n"}},
        {O2cb, {"unknown-stack", Warning, "O2CB_STACK=abcd\n", "O2CB_STACK=abcd"}},
        {O2cb, {"cluster-name", Error, "O2CB_BOOTCLUSTER=dom-null\n", "O2CB_BOOTCLUSTER=dom-null"}},
        {O2cb, {"no-boot-cluster", Warning, "O2CB_ENABLED=true\n", "O2CB_ENABLED=true"}},
        {O2cb,
         {"no-boot-cluster", Warning, "O2CB_ENABLED=true O2CB_BOOTCLUSTER=\n",
          "O2CB_BOOTCLUSTER="}},
        {O2cb,
         {"bad-number", Error, "O2CB_IDLE_TIMEOUT_MS=30s\n", "O2CB_IDLE_TIMEOUT_MS=30s",
          "O2CB_IDLE_TIMEOUT_MS=30000\n"}},
        {O2cb,
         {"bad-number", Error, "O2CB_HEARTBEAT_THRESHOLD=-7\n", "O2CB_HEARTBEAT_THRESHOLD=-7",
          "O2CB_HEARTBEAT_THRESHOLD=31\n"}},
        {O2cb,
         {"below-minimum", Warning, "O2CB_HEARTBEAT_THRESHOLD=6\n", "O2CB_HEARTBEAT_THRESHOLD=6"}},
        {O2cb,
         {"keepalive-not-below-idle", Error, "O2CB_KEEPALIVE_DELAY_MS=30000\n",
          "O2CB_KEEPALIVE_DELAY_MS=30000"}},
        {O2cb,
         {"keepalive-not-below-idle", Error, "O2CB_IDLE_TIMEOUT_MS=2000\n",
          "O2CB_IDLE_TIMEOUT_MS=2000"}},
        {O2cb, {"unknown-setting", Warning, "O2CB_IDLE_TIMEOUT=1\n", "O2CB_IDLE_TIMEOUT"}},
        {Cman, {"bad-number", Error, "CMAN_QUORUM_TIMEOUT=never\n", "CMAN_QUORUM_TIMEOUT=never"}},
        {Cman,
         {"unknown-value", Warning, "FENCE_JOIN=YES\n", "FENCE_JOIN=YES", "FENCE_JOIN=yes\n"}},
        {Cman,
         {"unknown-value", Warning, "CMAN_NOTIFYD_START=maybe\n", "CMAN_NOTIFYD_START=maybe"}},
        {Cman,
         {"cluster-name", Error, "CLUSTERNAME=sixteencharacter\n", "CLUSTERNAME=sixteencharacter"}},
        {Cman, {"node-name", Error, "NODENAME='node 1'\n", "NODENAME='node 1'"}},
        {Cman,
         {"options-glued", Warning, "NODENAME=n1\nCMAN_JOIN_OPTS=\"-w\"\n", "CMAN_JOIN_OPTS=\"-w\"",
          "NODENAME=n1\nCMAN_JOIN_OPTS=\"-w \"\n"}},
    };
}

TEST(DefaultsRules, eachFindsItsCaseAndSolvesIt)
{
    for (const Case &test : cases()) {
        const auto file = DefaultsFile::parse(test.rule.text);
        ASSERT_TRUE(file) << test.rule.text.toStdString();
        EXPECT_EQ(expectFinding(test.rule, file->diagnostics(test.kind)).value_or(QByteArray()),
                  test.rule.fixed);
    }
}

TEST(DefaultsRules, goodFilesHaveNoFindings)
{
    EXPECT_EQ(DefaultsFile::parse(fixture(u"defaults/cman"_s))->diagnostics(DefaultsKind::Cman),
              QList<Diagnostic>());
    EXPECT_EQ(DefaultsFile::parse(fixture(u"defaults/o2cb"_s))->diagnostics(DefaultsKind::O2cb),
              QList<Diagnostic>());
    for (const char *text : {"", "LC_ALL= sort\n", "O2CB_ENABLED=$X\n", "O2CB_IDLE_TIMEOUT_MS=\n",
                             "IFS= read x\n", "[ -f x ] && . x\n", "A=1 B=2\n"})
        EXPECT_EQ(DefaultsFile::parse(text)->diagnostics(DefaultsKind::O2cb), QList<Diagnostic>())
            << text;
}

TEST(DefaultsRules, thoseOfOneFileAreNotForAnother)
{
    const auto file = DefaultsFile::parse("O2CB_ENABLED=yes\nUSE_CCS=maybe\n");
    EXPECT_EQ(file->diagnostics(), QList<Diagnostic>());
    EXPECT_EQ(file->diagnostics(DefaultsKind::Cman).size(), 1);
}

} // namespace
} // namespace colonnade::formats
