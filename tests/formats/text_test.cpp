// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/text.h"

#include <gtest/gtest.h>

#include <random>

using namespace colonnade::formats;

namespace {

TextEdits randomEdits(std::mt19937 &random, qsizetype size)
{
    TextEdits edits;
    qsizetype free = 0;
    while (free <= size && random() % 4 != 0) {
        const qsizetype begin = free + qsizetype(random() % quint64(size - free + 1));
        const qsizetype end = begin + qsizetype(random() % quint64(size - begin + 1));
        edits.append(
            {{begin, end}, QByteArray(qsizetype(random() % 5), char('A' + random() % 26))});
        free = end + 1;
    }
    return edits;
}

} // namespace

TEST(TextTest, anActReplacesItsSpansAndNothingElse)
{
    EXPECT_EQ(applied("node1 node2 node3", {{{0, 5}, "one"}, {{6, 11}, ""}, {{17, 17}, "!"}}),
              "one  node3!");
}

TEST(TextTest, insertionsAtOnePlaceKeepTheirOrder)
{
    const TextEdits edits = inOrder({{{2, 4}, "x"}, {{1, 1}, "a"}, {{1, 1}, "b"}, {{1, 2}, "c"}});
    ASSERT_TRUE(areApplicable(edits, 4));
    EXPECT_EQ(applied("0123", edits), "0abcx");
}

TEST(TextTest, editsThatOverlapOrLieOutsideAreNotAnAct)
{
    EXPECT_FALSE(areApplicable({{{0, 3}, ""}, {{2, 4}, ""}}, 9));
    EXPECT_FALSE(areApplicable({{{3, 4}, ""}, {{0, 1}, ""}}, 9));
    EXPECT_FALSE(areApplicable({{{8, 10}, ""}}, 9));
    EXPECT_FALSE(areApplicable({{{-1, 1}, ""}}, 9));
    EXPECT_TRUE(areApplicable({{{0, 3}, ""}, {{3, 3}, "x"}}, 3));
}

TEST(TextTest, anActThenItsInverseIsNothing)
{
    std::mt19937 random(1);
    for (int run = 0; run < 5000; ++run) {
        const QByteArray text(qsizetype(random() % 40), char('a' + run % 26));
        const TextEdits edits = randomEdits(random, text.size());
        ASSERT_TRUE(areApplicable(edits, text.size()));
        const QByteArray after = applied(text, edits);
        const TextEdits back = inverse(text, edits);
        ASSERT_TRUE(areApplicable(back, after.size()));
        ASSERT_EQ(applied(after, back), text);
        ASSERT_EQ(applied(applied(after, back), inverse(after, back)), after);
    }
}

TEST(TextTest, placesCountFromOne)
{
    const QByteArrayView text = "ab\r\ncd\n";
    EXPECT_EQ(placeOf(text, 0), (Place{1, 1}));
    EXPECT_EQ(placeOf(text, 3), (Place{1, 4}));
    EXPECT_EQ(placeOf(text, 5), (Place{2, 2}));
    EXPECT_EQ(placeOf(text, 7), (Place{3, 1}));
    EXPECT_EQ(placeOf(text, 99), (Place{3, 1}));
    EXPECT_EQ(placeOf("", 0), (Place{1, 1}));
}

TEST(TextTest, linesAndTheirEnds)
{
    const QByteArrayView text = "a\r\n\t b\r\nc";
    EXPECT_EQ(lineEndOf(text), "\r\n");
    EXPECT_EQ(lineEndOf("a\nb\r\n"), "\n");
    EXPECT_EQ(lineEndOf("a"), "\n");
    EXPECT_EQ(lineEndOf("\r"), "\n");
    EXPECT_EQ(lineAt(text, 5), (Span{3, 8}));
    EXPECT_EQ(lineAt(text, 2), (Span{0, 3}));
    EXPECT_EQ(lineAt(text, 9), (Span{8, 9}));
    EXPECT_EQ(lineAt("", 0), (Span{0, 0}));
    EXPECT_EQ(indentationAt(text, 5), "\t ");
    EXPECT_EQ(indentationAt(text, 0), "");
}
