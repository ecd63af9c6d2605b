// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/frame.h"

#include <QProcess>

#include <gtest/gtest.h>

namespace colonnade::remote {
namespace {

/// Runs a script in a real shell as the resident shell does, and gives the frame what it printed.
FrameReader framed(const QByteArray &script, const QByteArray &noise = {},
                   qsizetype pieces = 1 << 20)
{
    FrameReader frame(1 << 20);
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"), QStringList());
    shell.write(noise + frame.wrapped(script));
    shell.closeWriteChannel();
    EXPECT_TRUE(shell.waitForFinished(60000));
    const auto feed = [&](Stream stream, const QByteArray &bytes) {
        for (qsizetype i = 0; i < bytes.size(); i += pieces)
            frame.feed(stream, QByteArrayView(bytes).sliced(i, std::min(pieces, bytes.size() - i)));
    };
    feed(Stream::Out, shell.readAllStandardOutput());
    feed(Stream::Err, shell.readAllStandardError());
    return frame;
}

TEST(FrameTest, readsOutputByteByByte)
{
    for (const qsizetype pieces : {1, 7, 1000}) {
        const FrameReader frame =
            framed("printf 'a\\nb'; echo e >&2; exit 5", "echo noise\n", pieces);
        ASSERT_TRUE(frame.isComplete());
        EXPECT_EQ(frame.output(Stream::Out), "a\nb");
        EXPECT_EQ(frame.output(Stream::Err), "e\n");
        EXPECT_EQ(frame.exitStatus(), 5);
        EXPECT_GT(frame.process(), 1);
    }
}

TEST(FrameTest, readsEmptyOutput)
{
    const FrameReader frame = framed(":");
    ASSERT_TRUE(frame.isComplete());
    EXPECT_TRUE(frame.output(Stream::Out).isEmpty());
    EXPECT_TRUE(frame.output(Stream::Err).isEmpty());
    EXPECT_EQ(frame.exitStatus(), 0);
}

TEST(FrameTest, ignoresNoiseWithoutALineEnd)
{
    const FrameReader frame = framed("echo text", "printf noise; printf more >&2\n");
    ASSERT_TRUE(frame.isComplete());
    EXPECT_EQ(frame.output(Stream::Out), "text\n");
    EXPECT_TRUE(frame.output(Stream::Err).isEmpty());
}

TEST(FrameTest, everyFrameHasItsOwnWord)
{
    EXPECT_NE(FrameReader().wrapped("true"), FrameReader().wrapped("true"));
}

TEST(FrameTest, anotherFramesMarkersAreOutput)
{
    const QByteArray other = FrameReader(1000).wrapped("true");
    const FrameReader frame = framed("cat <<'EOF'\n" + other + "EOF\n");
    ASSERT_TRUE(frame.isComplete());
    EXPECT_EQ(frame.output(Stream::Out), other);
}

TEST(FrameTest, overflowsBeforeTheMarkersToo)
{
    FrameReader frame(1000);
    frame.feed(Stream::Out, QByteArray(200'000, 'x'));
    EXPECT_TRUE(frame.isOverflowing());
    EXPECT_FALSE(frame.isComplete());
}

} // namespace
} // namespace colonnade::remote
