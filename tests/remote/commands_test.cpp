// SPDX-License-Identifier: GPL-3.0-or-later
#include "waytest.h"

#include <QFile>

#include <atomic>
#include <thread>

namespace colonnade::remote {
namespace {

using base::ErrorCode;
using base::Result;
using namespace std::chrono_literals;

class CommandsTest : public WayTest
{
protected:
    void SetUp() override
    {
        WayTest::SetUp();
        if (!IsSkipped() && !HasFatalFailure())
            connection = std::make_unique<SshConnection>(settings(), interaction);
    }

    std::unique_ptr<SshConnection> connection;
};

TEST_P(CommandsTest, keepsStreamsAndStatusApart)
{
    const Result<Output> result = connection->run(command("echo out; echo err >&2; exit 7"));
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_EQ(*result, (Output{"out\n", "err\n", 7}));
}

TEST_P(CommandsTest, changesNothingOverAReadOnlyConnection)
{
    ConnectionSettings own = settings();
    own.readOnly = true;
    SshConnection readOnly(own, interaction);
    const QByteArray file = server.path(QStringLiteral("changed")).toLocal8Bit();

    const Result<Output> refused = readOnly.run(command("touch " + file));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
    EXPECT_FALSE(refused.error().remedy.isEmpty());
    EXPECT_FALSE(QFile::exists(QString::fromLocal8Bit(file)));

    Command reading = command("echo read");
    reading.readsOnly = true;
    const Result<Output> read = readOnly.run(reading);
    ASSERT_TRUE(read) << qPrintable(read.error().message);
    EXPECT_EQ(read->out, "read\n");
    const Result<Output> query = readOnly.query(command("echo asked"));
    ASSERT_TRUE(query) << qPrintable(query.error().message);
    EXPECT_EQ(query->out, "asked\n");
}

TEST_P(CommandsTest, tellsTheSignalThatEndedACommand)
{
    const Result<Output> result = connection->run(command("kill -s KILL $$"));
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_EQ(result->exitStatus, 128 + 9);
}

TEST_P(CommandsTest, givesInputAndItsEnd)
{
    Command cat = command("cat; echo done");
    cat.input = QByteArray("no newline at the end\0 and a NUL", 32);
    const Result<Output> result = connection->run(cat);
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_EQ(result->out, cat.input + "done\n");

    const Result<Output> none = connection->run(command("cat; echo done"));
    ASSERT_TRUE(none) << qPrintable(none.error().message);
    EXPECT_EQ(none->out, "done\n");
}

TEST_P(CommandsTest, givesMuchInput)
{
    Command count = command("wc -c | tr -d ' '");
    count.input = QByteArray(5'000'000, 'x');
    const Result<Output> result = connection->run(count);
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_EQ(result->out, "5000000\n");
}

TEST_P(CommandsTest, readsFiveMegabytes)
{
    for (const bool query : {false, true}) {
        const Command much = command("dd if=/dev/zero bs=100000 count=50 2>/dev/null | tr '\\0' x");
        const Result<Output> result = query ? connection->query(much) : connection->run(much);
        ASSERT_TRUE(result) << qPrintable(result.error().message);
        EXPECT_EQ(result->out, QByteArray(5'000'000, 'x'));
    }
}

TEST_P(CommandsTest, runsAnyTextAsItIs)
{
    const QByteArray text =
        "echo 'a!b' \"$((1 + 1))\" \\\\ `echo q`\n# '\necho '\xc3\xa4\nsecond'\n";
    const QByteArray expected = "a!b 2 \\ q\n\xc3\xa4\nsecond\n";
    for (const bool query : {false, true}) {
        const Result<Output> result =
            query ? connection->query(command(text)) : connection->run(command(text));
        ASSERT_TRUE(result) << qPrintable(result.error().message);
        EXPECT_EQ(*result, (Output{expected, "", 0}));
    }
}

TEST_P(CommandsTest, startsEveryScriptAlike)
{
    const Command show = command("echo $LC_ALL; umask; echo \"$PATH\"; env | grep -c ^LC_ALL=");
    const Result<Output> run = connection->run(show);
    const Result<Output> query = connection->query(show);
    ASSERT_TRUE(run && query);
    EXPECT_EQ(run->out, "C\n0077\n/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:"
                        "/usr/lib/xen-common/bin\n1\n");
    EXPECT_EQ(query->out, run->out);
}

TEST_P(CommandsTest, stopsAtTheOutputLimit)
{
    for (const bool query : {false, true}) {
        Command endless = command("yes");
        endless.outputLimit = 100'000;
        const Result<Output> result = query ? connection->query(endless) : connection->run(endless);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::OutputTooLarge);
    }
    EXPECT_TRUE(connection->run(command("true")));
    EXPECT_TRUE(connection->query(command("true")));
    EXPECT_EQ(server.connectionCount(), 1);
}

TEST_P(CommandsTest, endsAtTheDeadline)
{
    ASSERT_TRUE(connection->run(command("true")));
    const Result<Output> result = connection->run(command("sleep 100", 200ms));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::TimedOut);
    EXPECT_TRUE(connection->run(command("true")));
    EXPECT_EQ(connection->status().phase, Phase::Connected);
    EXPECT_EQ(server.connectionCount(), 1);
}

TEST_P(CommandsTest, aStreamOfLinesDoesNotOutrunTheDeadline)
{
    ASSERT_TRUE(connection->run(command("true")));
    Command endless = command("yes", 300ms);
    endless.outputLimit = 1LL << 40;
    const Result<Output> result = connection->run(endless, [](Stream, const QByteArray &) {});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::TimedOut);
}

TEST_P(CommandsTest, endsWhenStopped)
{
    std::stop_source stop;
    const Result<Output> result = connection->run(
        command("echo begun; sleep 100"),
        [&](Stream, const QByteArray &line) {
            if (line == "begun")
                stop.request_stop();
        },
        stop.get_token());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Canceled);
    EXPECT_TRUE(connection->run(command("true")));
}

TEST_P(CommandsTest, endsAtOnceWhenStoppedBefore)
{
    std::stop_source stop;
    stop.request_stop();
    const Result<Output> result = connection->query(command("true"), stop.get_token());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Canceled);
}

TEST_P(CommandsTest, tellsLinesAsTheyCome)
{
    QList<QByteArray> lines;
    const Result<Output> result =
        connection->run(command("echo one; echo two >&2; printf '\\nlast'"),
                        [&](Stream stream, const QByteArray &line) {
                            lines.append((stream == Stream::Out ? "out:" : "err:") + line);
                        });
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_EQ(*result, (Output{"one\n\nlast", "two\n", 0}));
    EXPECT_THAT(lines, testing::UnorderedElementsAre("out:one", "err:two", "out:", "out:last"));
}

TEST_P(CommandsTest, cutsLongLinesIntoPieces)
{
    QList<qsizetype> sizes;
    const Result<Output> result = connection->run(
        command("dd if=/dev/zero bs=100000 count=1 2>/dev/null | tr '\\0' x; echo; echo y"),
        [&](Stream, const QByteArray &line) { sizes.append(line.size()); });
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_EQ(sizes, (QList<qsizetype>{65536, 100000 - 65536, 1}));
}

TEST_P(CommandsTest, runsManyAtOnceOnOneSession)
{
    // Each waits until all of the first eight... seven of which run at once, since one place is the
    // shell's.
    ASSERT_TRUE(connection->query(command("true")));
    std::atomic<int> good = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 40; ++i) {
            threads.emplace_back([&, i] {
                const QByteArray number = QByteArray::number(i);
                const Command echo = command("echo " + number + "; sleep 0.05; exit " + number);
                const Result<Output> result = connection->run(echo);
                if (result && *result == Output{number + '\n', "", i})
                    ++good;
            });
        }
    }
    EXPECT_EQ(good, 40);
    EXPECT_EQ(server.connectionCount(), 1);
}

TEST_P(CommandsTest, runsSevenCommandsAndAQueryAtTheSameTime)
{
    // Seven wait for each other's files: they end only if they run at the same time.
    const QByteArray folder = server.folder().toLocal8Bit();
    std::atomic<int> good = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 7; ++i) {
            threads.emplace_back([&, i] {
                const Result<Output> result = connection->run(command(
                    "cd " + folder + "; : > met" + QByteArray::number(i)
                    + "; until [ -f met0 -a -f met1 -a -f met2 -a -f met3 -a -f met4 -a -f met5"
                      " -a -f met6 -a -f met7 ]; do sleep 0.05; done"));
                if (result && result->exitStatus == 0)
                    ++good;
            });
        }
        const Result<Output> query = connection->query(
            command("cd " + folder
                    + "; until [ -f met0 -a -f met6 ]; do sleep 0.05; done; : > met7; echo met"));
        ASSERT_TRUE(query) << qPrintable(query.error().message);
        EXPECT_EQ(query->out, "met\n");
    }
    EXPECT_EQ(good, 7);
    EXPECT_EQ(server.connectionCount(), 1);
}

TEST_P(CommandsTest, servesCallersOnManyThreads)
{
    std::atomic<int> good = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 8; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 20; ++i) {
                    const QByteArray text = QByteArray::number(t * 100 + i);
                    const Command echo = command("echo " + text);
                    const Result<Output> result =
                        i % 5 == 0 ? connection->run(echo) : connection->query(echo);
                    if (result && result->out == text + '\n')
                        ++good;
                }
            });
        }
    }
    EXPECT_EQ(good, 160);
}

TEST_P(CommandsTest, recordsEachCommandTwiceWithoutItsInput)
{
    std::mutex mutex;
    QList<ActivityRecord> records;
    SshConnection recorded(settings(), interaction, [&](const ActivityRecord &record) {
        const std::lock_guard lock(mutex);
        records.append(record);
    });
    Command secret = command("cat >/dev/null; echo out; echo err >&2; exit 3");
    secret.title = QStringLiteral("Set the password");
    secret.input = "topsecret";
    ASSERT_TRUE(recorded.run(secret));
    Command silent = command("sleep 100", 200ms);
    silent.quiet = true;
    ASSERT_FALSE(recorded.query(silent));

    ASSERT_EQ(records.size(), 4);
    EXPECT_FALSE(records[0].finished);
    EXPECT_EQ(records[0].title, secret.title);
    EXPECT_EQ(records[0].script, secret.script);
    EXPECT_EQ(records[0].node, QStringLiteral("node1"));
    EXPECT_TRUE(records[1].finished);
    EXPECT_EQ(records[1].id, records[0].id);
    EXPECT_EQ(records[1].exitStatus, 3);
    EXPECT_EQ(records[1].outputHead, "out\nerr\n");
    EXPECT_NE(records[2].id, records[0].id);
    EXPECT_TRUE(records[3].quiet);
    EXPECT_FALSE(records[3].exitStatus);
    EXPECT_FALSE(records[3].problem.isEmpty());
    for (const ActivityRecord &record : records) {
        EXPECT_FALSE(record.script.contains("topsecret"));
        EXPECT_FALSE(record.outputHead.contains("topsecret"));
    }
}

TEST_P(CommandsTest, canBeDestroyedWhileBusy)
{
    std::vector<std::jthread> threads;
    std::atomic<int> canceled = 0;
    std::mutex mutex;
    std::condition_variable changed;
    int begun = 0;
    for (int i = 0; i < 12; ++i) {
        threads.emplace_back([&, i] {
            const auto noteBegin = [&](Stream, const QByteArray &) {
                const std::lock_guard lock(mutex);
                ++begun;
                changed.notify_all();
            };
            const Command busy = command("echo begun; exec sleep 100");
            const Result<Output> result =
                i % 4 == 0 ? connection->query(busy) : connection->run(busy, noteBegin);
            canceled += !result && result.error().code == ErrorCode::Canceled;
        });
    }
    {
        std::unique_lock lock(mutex);
        ASSERT_TRUE(changed.wait_for(lock, 1min, [&] { return begun >= 5; }));
    }
    connection.reset();
    threads.clear();
    EXPECT_EQ(canceled, 12);
}

TEST_P(CommandsTest, closedStaysAwayUntilAsked)
{
    StatusWatch watch(*connection);
    ASSERT_TRUE(connection->run(command("true")));
    connection->close();
    ASSERT_TRUE(watch.reached(Phase::Closed));
    const Result<Output> result = connection->run(command("true"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::ConnectionFailed);
    connection->connectNow();
    ASSERT_TRUE(watch.reached(Phase::Connected, 2));
    EXPECT_TRUE(connection->run(command("true")));
}

INSTANTIATE_TEST_SUITE_P(, CommandsTest, allWays(), nameOfWay);

} // namespace
} // namespace colonnade::remote
