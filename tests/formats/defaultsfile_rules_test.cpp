// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/defaultsfile.h"

#include "defaultsfile_samples.h"

#include <gtest/gtest.h>

namespace colonnade::formats {
namespace {

using namespace Qt::StringLiterals;

struct Case
{
    const char *id;
    Severity severity;
    DefaultsKind kind;
    QByteArray text;
    QByteArray marked;     ///< the bytes of the finding's span
    QByteArray fixed = {}; ///< what the fix makes of the text; empty: there is none
};

std::vector<Case> cases()
{
    constexpr auto Error = Severity::Error;
    constexpr auto Warning = Severity::Warning;
    constexpr auto Other = DefaultsKind::Other;
    constexpr auto O2cb = DefaultsKind::O2cb;
    constexpr auto Cman = DefaultsKind::Cman;
    return {
        {"blank-around-equals", Error, Other, "KEY = value\n", "KEY =", "KEY=value\n"},
        {"blank-around-equals", Error, Other, "KEY =value\n", "KEY =value", "KEY=value\n"},
        {"blank-around-equals", Error, Other, "KEY= value\n", "KEY= value", "KEY=value\n"},
        {"blank-around-equals", Error, Other, "KEY = two words\n", "KEY ="},
        {"unquoted-blank", Warning, Other, "OPTS=-w 3\n", "OPTS=-w 3"},
        {"unquoted-blank", Error, Cman, "CMAN_JOIN_OPTS=-w -q\n", "CMAN_JOIN_OPTS=-w -q"},
        {"unquoted-blank", Severity::Hint, Other, "NAME=my cluster\n", "NAME=my cluster"},
        {"unquoted-blank", Error, Cman, "NAME=my cluster\n", "NAME=my cluster"},
        {"colon", Error, Other, "KEY: value\n", "KEY:"},
        {"bad-name", Error, Other, "O2CB-ENABLED=true\n", "O2CB-ENABLED=true"},
        {"carriage-return", Error, Other, "A=1\r\nB=2\r\n", "\r", "A=1\nB=2\n"},
        {"nul-byte", Error, Other, QByteArray("A=1\0\n", 5), QByteArray("\0", 1)},
        {"duplicate-setting", Warning, Other, "A=1\nA=2\n", "A=1"},
        {"bash-only", Warning, Other, "A=(1 2)\n", "("},
        {"bash-only", Warning, Other, "A=$'x'\n", "$'"},
        {"bash-only", Warning, Other, "A+=1\n", "+="},
        {"bash-only", Warning, Other, "[[ -n x ]] && A=1\n", "[["},
        {"not-true-or-false", Error, O2cb, "O2CB_ENABLED=yes\n", "O2CB_ENABLED=yes",
         "O2CB_ENABLED=true\n"},
        {"not-true-or-false", Error, O2cb, "O2CB_ENABLED=\"0\"\n", "O2CB_ENABLED=\"0\"",
         "O2CB_ENABLED=\"false\"\n"},
        {"bad-stack", Error, O2cb, "O2CB_STACK=ocfs2\n", "O2CB_STACK=ocfs2", "O2CB_STACK=o2cb\n"},
        {"unknown-stack", Warning, O2cb, "O2CB_STACK=abcd\n", "O2CB_STACK=abcd"},
        {"cluster-name", Error, O2cb, "O2CB_BOOTCLUSTER=dom-null\n", "O2CB_BOOTCLUSTER=dom-null"},
        {"no-boot-cluster", Warning, O2cb, "O2CB_ENABLED=true\n", "O2CB_ENABLED=true"},
        {"no-boot-cluster", Warning, O2cb, "O2CB_ENABLED=true O2CB_BOOTCLUSTER=\n",
         "O2CB_BOOTCLUSTER="},
        {"bad-number", Error, O2cb, "O2CB_IDLE_TIMEOUT_MS=30s\n", "O2CB_IDLE_TIMEOUT_MS=30s",
         "O2CB_IDLE_TIMEOUT_MS=30000\n"},
        {"bad-number", Error, O2cb, "O2CB_HEARTBEAT_THRESHOLD=-7\n", "O2CB_HEARTBEAT_THRESHOLD=-7",
         "O2CB_HEARTBEAT_THRESHOLD=31\n"},
        {"below-minimum", Warning, O2cb, "O2CB_HEARTBEAT_THRESHOLD=6\n",
         "O2CB_HEARTBEAT_THRESHOLD=6"},
        {"keepalive-not-below-idle", Error, O2cb, "O2CB_KEEPALIVE_DELAY_MS=30000\n",
         "O2CB_KEEPALIVE_DELAY_MS=30000"},
        {"keepalive-not-below-idle", Error, O2cb, "O2CB_IDLE_TIMEOUT_MS=2000\n",
         "O2CB_IDLE_TIMEOUT_MS=2000"},
        {"unknown-setting", Warning, O2cb, "O2CB_IDLE_TIMEOUT=1\n", "O2CB_IDLE_TIMEOUT"},
        {"bad-number", Error, Cman, "CMAN_QUORUM_TIMEOUT=never\n", "CMAN_QUORUM_TIMEOUT=never"},
        {"unknown-value", Warning, Cman, "FENCE_JOIN=YES\n", "FENCE_JOIN=YES", "FENCE_JOIN=yes\n"},
        {"unknown-value", Warning, Cman, "CMAN_NOTIFYD_START=maybe\n", "CMAN_NOTIFYD_START=maybe"},
        {"cluster-name", Error, Cman, "CLUSTERNAME=sixteencharacter\n",
         "CLUSTERNAME=sixteencharacter"},
        {"node-name", Error, Cman, "NODENAME='node 1'\n", "NODENAME='node 1'"},
        {"options-glued", Warning, Cman, "NODENAME=n1\nCMAN_JOIN_OPTS=\"-w\"\n",
         "CMAN_JOIN_OPTS=\"-w\"", "NODENAME=n1\nCMAN_JOIN_OPTS=\"-w \"\n"},
    };
}

TEST(DefaultsRules, eachFindsItsCaseAndSolvesIt)
{
    for (const Case &test : cases()) {
        SCOPED_TRACE(std::string(test.id) + '\n' + test.text.toStdString());
        const auto file = DefaultsFile::parse(test.text);
        ASSERT_TRUE(file);
        const QList<Diagnostic> findings = file->diagnostics(test.kind);
        const auto found = std::ranges::find_if(
            findings, [&test](const Diagnostic &finding) { return finding.id == test.id; });
        ASSERT_NE(found, findings.end());
        EXPECT_EQ(found->severity, test.severity);
        EXPECT_EQ(textOf(test.text, found->span), test.marked);
        EXPECT_TRUE(found->message.endsWith(u'.')) << found->message.toStdString();
        EXPECT_EQ(found->fix.has_value(), !test.fixed.isEmpty());
        if (found->fix) {
            EXPECT_EQ(actedOn(test.text, found->fix->edits), test.fixed);
        }
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
