// SPDX-License-Identifier: GPL-3.0-or-later
#include "waytest.h"

#include <QDir>

namespace colonnade::remote {
namespace {

using base::ErrorCode;
using base::Result;
using namespace std::chrono_literals;

class ResidentShellTest : public WayTest
{
protected:
    void SetUp() override
    {
        WayTest::SetUp();
        if (!IsSkipped() && !HasFatalFailure())
            connection = std::make_unique<SshConnection>(settings(), interaction);
    }

    /// The output of a query that must succeed.
    QByteArray ask(const QByteArray &script)
    {
        const Result<Output> result = connection->query(command(script));
        if (!result)
            ADD_FAILURE() << qPrintable(result.error().message);
        return result ? result->out : QByteArray();
    }

    std::unique_ptr<SshConnection> connection;
};

TEST_P(ResidentShellTest, usesOneShellForAll)
{
    const QByteArray shell = ask("echo $$");
    EXPECT_FALSE(shell.isEmpty());
    EXPECT_EQ(ask("echo $$"), shell);
}

TEST_P(ResidentShellTest, nothingLeaksBetweenScripts)
{
    ask("leak=1; export leak; cd /; umask 0; set -f; f() { :; }; alias ls=false; trap 'echo t' "
        "EXIT;"
        "exec 3>/dev/null; exec 2>/dev/null");
    EXPECT_EQ(ask("echo \"$leak\"; umask; echo /*bin; f 2>/dev/null || echo none; pwd"),
              ask("printf '\\n0077\\n%s\\nnone\\n' \"$(echo /*bin)\"; pwd"));
    const Result<Output> errors = connection->query(command("echo e >&2"));
    ASSERT_TRUE(errors);
    EXPECT_EQ(errors->err, "e\n");
}

TEST_P(ResidentShellTest, survivesWhatScriptsDo)
{
    const QByteArray shell = ask("echo $$");
    const struct
    {
        const char *script;
        int status;
    } scripts[] = {
        {"exit 9", 9},
        {"exec true", 0},
        {"set -e; false; echo no", 1},
        {"set -u; echo $undefined_variable", 2},
        {"sh -c 'kill -s TERM $PPID'; sleep 100", 128 + 15},
        {"return 4", 4},
        {"break", 0},
        {"exec <&- >&- 2>&-", 0},
    };
    for (const auto &[script, status] : scripts) {
        const Result<Output> result = connection->query(command(script));
        ASSERT_TRUE(result) << script << ": " << qPrintable(result.error().message);
        EXPECT_EQ(result->exitStatus, status) << script;
    }
    EXPECT_EQ(ask("echo $$"), shell);
}

TEST_P(ResidentShellTest, survivesScriptsThatAreNotWellFormed)
{
    const QByteArray shell = ask("echo $$");
    for (const char *script : {"echo 'unfinished", "echo \"unfinished", "if true", "(", ")", "fi",
                               "`echo", "$(echo", "cat <<EOF\nno end", "echo \\"}) {
        const Result<Output> result = connection->query(command(script));
        ASSERT_TRUE(result) << script << ": " << qPrintable(result.error().message);
    }
    EXPECT_EQ(ask("echo $$"), shell);
}

TEST_P(ResidentShellTest, scriptsCannotReadTheShellsInput)
{
    EXPECT_EQ(ask("cat; read line; echo \"[$line]\""), "[]\n");
    EXPECT_EQ(ask("echo next"), "next\n");
}

TEST_P(ResidentShellTest, outputThatLooksLikeAMarkerIsOutput)
{
    const QByteArray word(32, 'a');
    EXPECT_EQ(ask("printf '\\n" + word + " E 0\\n'; echo end"), '\n' + word + " E 0\nend\n");
    EXPECT_EQ(ask("printf '\\000\\001\\377'"), QByteArray("\0\1\xff", 3));
}

TEST_P(ResidentShellTest, aDeadlineCostsTheShellNotTheSession)
{
    const QByteArray shell = ask("echo $$");
    const Result<Output> result = connection->query(command("sleep 100", 200ms));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::TimedOut);
    EXPECT_NE(ask("echo $$"), shell);
    EXPECT_EQ(server.connectionCount(), 1);
    EXPECT_EQ(connection->status().phase, Phase::Connected);
}

TEST_P(ResidentShellTest, aHungScriptIsEndedOnTheNode)
{
    const QByteArray shell = ask("echo $$").trimmed();
    for (int i = 0; i < 12; ++i) {
        // More than MaxSessions: if they stayed, nothing could be opened in the end.
        const Result<Output> result = connection->query(command("sleep 1000; true", 100ms));
        ASSERT_FALSE(result);
        ASSERT_EQ(result.error().code, ErrorCode::TimedOut);
    }
    EXPECT_EQ(ask("n=0; while kill -0 " + shell
                  + " 2>/dev/null && [ $n -lt 300 ]; do sleep 0.1;"
                    " n=$((n + 1)); done; kill -0 "
                  + shell + " 2>/dev/null || echo gone"),
              "gone\n");
    EXPECT_EQ(server.connectionCount(), 1);
}

TEST_P(ResidentShellTest, comesBackAfterItWasKilled)
{
    const Result<Output> result = connection->query(command("echo before; kill -s KILL $$"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::ConnectionLost);
    EXPECT_EQ(ask("echo back"), "back\n");
    EXPECT_EQ(server.connectionCount(), 1);
}

TEST_P(ResidentShellTest, worksWhereTheServerGrantsOneChannel)
{
    test::Sshd narrow({.config = "MaxSessions 1\n"});
    ASSERT_TRUE(narrow.start()) << qPrintable(narrow.error());
    SshConnection one(settingsFor(narrow), interaction);
    for (int i = 0; i < 3; ++i) {
        const Result<Output> query = one.query(command("echo q"));
        ASSERT_TRUE(query) << qPrintable(query.error().message);
        const Result<Output> run = one.run(command("echo r"));
        ASSERT_TRUE(run) << qPrintable(run.error().message);
    }
}

TEST_P(ResidentShellTest, saysWhyThereIsNoShell)
{
    test::Sshd closed({.config = "ForceCommand echo This account is not available >&2; exit 1\n"});
    ASSERT_TRUE(closed.start()) << qPrintable(closed.error());
    SshConnection none(settingsFor(closed), interaction);
    const Result<Output> result = none.query(command("echo q"));
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().message.contains(QStringLiteral("This account is not available")))
        << qPrintable(result.error().message);
}

TEST_P(ResidentShellTest, ignoresWhatALoginShellPrints)
{
    // A banner of many lines, and a login shell that chatters on both streams before it does
    // anything.
    QByteArray banner;
    for (int i = 0; i < 500; ++i)
        banner += "Authorized use only, line " + QByteArray::number(i) + '\n';
    QFile file(server.path(QStringLiteral("banner")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(banner);
    file.close();
    test::Sshd noisy({.config = "Banner " + file.fileName().toLocal8Bit()
                                + "\nForceCommand i=0; while [ $i -lt 300 ]; do echo noise $i;"
                                  " echo noise >&2; i=$((i + 1)); done; printf 'no end';"
                                  " eval \"$SSH_ORIGINAL_COMMAND\"\n"});
    ASSERT_TRUE(noisy.start()) << qPrintable(noisy.error());
    SshConnection quiet(settingsFor(noisy), interaction);
    for (int i = 0; i < 2; ++i) {
        const Result<Output> result = quiet.query(command("echo clean; echo pure >&2"));
        ASSERT_TRUE(result) << qPrintable(result.error().message);
        EXPECT_EQ(*result, (Output{"clean\n", "pure\n", 0}));
    }
}

INSTANTIATE_TEST_SUITE_P(, ResidentShellTest, allWays(), nameOfWay);

} // namespace
} // namespace colonnade::remote
