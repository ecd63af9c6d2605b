// SPDX-License-Identifier: GPL-3.0-or-later
// The raw text: what is seen and typed, and the bytes behind it.
#include "gui/clusterconfdocument.h"
#include "gui/codeedit.h"
#include "gui/ocfs2document.h"
#include "gui/showntext.h"
#include "gui/textview.h"
#include "gui/window_fixture.h"

#include <QDir>
#include <QLabel>
#include <QRandomGenerator>
#include <QTest>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

using formats::Span;
using formats::TextEdits;
using formats::XmlEncoding;

TEST(ShownText, placesAndOffsetsAreInverse)
{
    const QList<QPair<QByteArray, XmlEncoding>> texts = {
        {"", XmlEncoding::Utf8},
        {"a\nb\r\n\r\nc", XmlEncoding::Utf8},
        {"\xEF\xBB\xBFx\xC3\xA9\xF0\x9F\x98\x80z\n\xE2\x82\xAC\r\n", XmlEncoding::Utf8},
        {"b\xFCro\n\xA4\r\n", XmlEncoding::Latin9},
        {"b\xFCro\n", XmlEncoding::Utf8},
    };
    for (const auto &[bytes, encoding] : texts) {
        const ShownText shown(bytes, encoding);
        ASSERT_TRUE(shown.obstacle().isEmpty()) << bytes.toStdString();
        const QString text = shown.text();
        int line = 0;
        int column = 0;
        for (qsizetype i = 0; i <= text.size(); ++i) {
            if (i == text.size() || !text[i].isLowSurrogate()) {
                const qsizetype offset = shown.offsetOf({line, column});
                EXPECT_EQ(shown.placeOf(offset), (ShownText::Place{line, column}));
                EXPECT_EQ(shown.advanced(shown.offsetOf({0, 0}), i), offset);
                EXPECT_EQ(shown.decoded({shown.offsetOf({0, 0}), offset}), text.first(i));
            }
            if (i < text.size() && text[i] == u'\n') {
                ++line;
                column = 0;
            } else {
                ++column;
            }
        }
    }
}

TEST(ShownText, saysWhatCannotBeEdited)
{
    EXPECT_FALSE(ShownText(QByteArray("a\0b", 3), XmlEncoding::Utf8).obstacle().isEmpty());
    EXPECT_FALSE(ShownText("a\rb\n", XmlEncoding::Utf8).obstacle().isEmpty());
    EXPECT_FALSE(ShownText("a\r", XmlEncoding::Utf8).obstacle().isEmpty());
    EXPECT_FALSE(ShownText("a\r\r\n", XmlEncoding::Utf8).obstacle().isEmpty());
    EXPECT_FALSE(ShownText("a\xE2\x80\xA9", XmlEncoding::Utf8).obstacle().isEmpty());
    EXPECT_EQ(ShownText(QByteArray("a\0\rb", 4), XmlEncoding::Utf8).text(), u"a␀␍b"_s);
}

TEST(ShownText, whatIsNotValidIsShownByteForByte)
{
    const ShownText shown("# B\xFCro \xC3\xA9\n", XmlEncoding::Utf8);
    EXPECT_TRUE(shown.isFallback());
    EXPECT_EQ(shown.encoding(), XmlEncoding::Latin1);
    EXPECT_EQ(shown.text(), u"# Büro Ã©\n"_s);
    EXPECT_TRUE(shown.obstacle().isEmpty());
}

TEST(ShownText, writesTheLineEndsThatAreInUse)
{
    const ShownText shown("a\r\nb\n", XmlEncoding::Utf8);
    EXPECT_EQ(shown.encoded(u"x\ny"_s, 0), "x\r\ny");
    EXPECT_EQ(shown.encoded(u"x\ny"_s, 4), "x\ny");
    EXPECT_EQ(shown.encoded(u"x\ny"_s, 5), "x\r\ny"); // as the first line
    EXPECT_FALSE(ShownText("a", XmlEncoding::Latin1).encoded(u"€"_s, 0));
}

struct TextViews : testing::Test
{
    QThreadPool pool;
    Ocfs2Document document{&pool};
    std::unique_ptr<TextView> view;

    ~TextViews() override
    {
        view.reset();
        pool.waitForDone();
    }

    void open(const QByteArray &bytes)
    {
        document.open(bytes);
        view = std::make_unique<TextView>(&document, &stanzaTokens);
        view->resize(600, 400);
        view->show();
        QCoreApplication::processEvents();
    }
    CodeEdit *edit() const { return view->edit(); }
    QString shown() const
    {
        QStringList lines;
        for (QTextBlock b = edit()->document()->begin(); b.isValid(); b = b.next())
            lines.append(b.text());
        return lines.join(u'\n');
    }
    void putCursor(int anchor, int position) const
    {
        QTextCursor cursor(edit()->document());
        cursor.setPosition(anchor);
        cursor.setPosition(position, QTextCursor::KeepAnchor);
        edit()->setTextCursor(cursor);
    }
    QString note() const { return view->findChild<QLabel *>(u"textNote"_s)->text(); }
};

TEST_F(TextViews, whatIsTypedIsOneActOfTheDocument)
{
    open("node:\n\tname = a\n");
    putCursor(15, 15);
    QTest::keyClicks(edit(), u"bc"_s);
    EXPECT_EQ(document.text(), "node:\n\tname = abc\n");
    EXPECT_EQ(document.history()->count(), 1);
    QTest::keyClick(edit(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(document.text(), "node:\n\tname = a\n");
    EXPECT_EQ(shown(), u"node:\n\tname = a\n"_s);
    QTest::keyClick(edit(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(shown(), u"node:\n\tname = abc\n"_s);
}

TEST_F(TextViews, theCursorIsThatOfTheDocument)
{
    open("\xEF\xBB\xBF# \xC3\xA9\r\nnode:\r\n");
    putCursor(4, 8);
    EXPECT_EQ(document.selection(), (Span{9, 13}));
    document.select({5, 7});
    EXPECT_EQ(edit()->textCursor().selectionStart(), 2);
    EXPECT_EQ(edit()->textCursor().selectionEnd(), 3);
}

TEST_F(TextViews, lineEndsAndMarksStayAsTheyAre)
{
    open("\xEF\xBB\xBF"
         "a\r\nb\nc\r\n");
    EXPECT_EQ(shown(), u"a\nb\nc\n"_s);
    putCursor(1, 1);
    QTest::keyClick(edit(), Qt::Key_Return);
    EXPECT_EQ(document.text(), "\xEF\xBB\xBF"
                               "a\r\n\r\nb\nc\r\n");
    putCursor(4, 4);
    QTest::keyClick(edit(), Qt::Key_Return);
    EXPECT_EQ(document.text(), "\xEF\xBB\xBF"
                               "a\r\n\r\nb\n\nc\r\n");
    QTest::keyClick(edit(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(edit(), Qt::Key_Delete);
    EXPECT_EQ(document.text(), "\xEF\xBB\xBF");
    while (document.history()->canUndo())
        document.history()->undo();
    EXPECT_EQ(document.text(), "\xEF\xBB\xBF"
                               "a\r\nb\nc\r\n");
    EXPECT_EQ(shown(), u"a\nb\nc\n"_s);
}

TEST_F(TextViews, aCarriageReturnThatEndsNoLineIsOnlyRead)
{
    open("a\rb\n");
    EXPECT_TRUE(edit()->isReadOnly());
    EXPECT_TRUE(note().contains(u"carriage return"_s));
    QTest::keyClicks(edit(), u"x"_s);
    EXPECT_EQ(document.text(), "a\rb\n");
    document.apply(u"Mend it"_s, TextEdits{{{1, 2}, {}}});
    EXPECT_FALSE(edit()->isReadOnly());
    EXPECT_EQ(shown(), u"ab\n"_s);
}

TEST_F(TextViews, whatTheEncodingLacksIsNotTaken)
{
    open("# B\xFCro\n");
    putCursor(1, 1);
    edit()->insertPlainText(u"€"_s);
    ASSERT_TRUE(waitUntil([&] { return shown() == u"# Büro\n"_s; }));
    EXPECT_EQ(document.text(), "# B\xFCro\n");
    EXPECT_TRUE(note().contains(u"€"_s));
    edit()->insertPlainText(u"é"_s);
    EXPECT_EQ(document.text().size(), 8);
}

TEST_F(TextViews, aNoBreakSpaceStaysOne)
{
    open("# a\xC2\xA0"
         "b\n");
    putCursor(2, 2);
    QTest::keyClicks(edit(), u"x"_s);
    EXPECT_EQ(document.text(), "# xa\xC2\xA0"
                               "b\n");
}

TEST_F(TextViews, ahiddenViewShowsTheTextWhenItIsShown)
{
    open("a\n");
    view->hide();
    document.apply(u"Act"_s, TextEdits{{{0, 1}, "b"}});
    view->show();
    EXPECT_EQ(shown(), u"b\n"_s);
}

TEST_F(TextViews, anActInManyPlacesIsShown)
{
    open("one\ntwo\nthree\nfour\n");
    putCursor(9, 9);
    document.apply(u"Act"_s, TextEdits{{{0, 1}, "0\n"}, {{4, 8}, {}}, {{14, 14}, "x"}});
    EXPECT_EQ(shown().toUtf8(), document.text());
    document.history()->undo();
    EXPECT_EQ(shown().toUtf8(), document.text());
}

TEST_F(TextViews, findingsAreMarkedAndTold)
{
    open("cluster:\n\tnode_count = 3\n\tname = c\n");
    ASSERT_TRUE(waitUntil(
        [&] { return document.areDiagnosticsCurrent() && !document.diagnostics().isEmpty(); }));
    ASSERT_TRUE(waitUntil([&] { return edit()->extraSelections().size() > 1; }));
    EXPECT_EQ(edit()->extraSelections().last().format.underlineStyle(),
              QTextCharFormat::WaveUnderline);
}

/// What a person may do with the keys, the mouse and the clipboard.
void actAtRandom(CodeEdit *edit, QRandomGenerator &random)
{
    const int length = edit->document()->characterCount() - 1;
    QTextCursor cursor(edit->document());
    cursor.setPosition(int(random.bounded(length + 1)));
    if (random.bounded(3) == 0)
        cursor.setPosition(std::min(length, cursor.position() + int(random.bounded(6))),
                           QTextCursor::KeepAnchor);
    if (random.bounded(2))
        edit->setTextCursor(cursor);
    static const QStringList words = {u"x"_s, u"é"_s, u"ab\ncd"_s, u"\n"_s, u" = "_s, u"\t"_s};
    switch (random.bounded(7)) {
    case 0:
        QTest::keyClick(edit, Qt::Key_Backspace);
        break;
    case 1:
        QTest::keyClick(edit, Qt::Key_Delete);
        break;
    case 2:
        QTest::keyClick(edit, Qt::Key_Return);
        break;
    case 3:
        QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
        break;
    case 4: // a move by drag: two changes in one
        cursor = edit->textCursor();
        cursor.beginEditBlock();
        {
            const QString moved = cursor.selectedText();
            cursor.removeSelectedText();
            cursor.movePosition(QTextCursor::NextWord);
            cursor.insertText(moved);
        }
        cursor.endEditBlock();
        break;
    default:
        edit->insertPlainText(words[int(random.bounded(words.size()))]);
    }
}

TEST_F(TextViews, randomTypingIsInTheBytesAndNothingElseIs)
{
    const QList<QByteArray> texts = {"",
                                     "a",
                                     "one\ntwo\n",
                                     "one\r\ntwo\r\n\r\n",
                                     "mixed\r\nlines\nhere\r\n",
                                     "\xEF\xBB\xBF"
                                     "bom\r\n\xC3\xA9\xF0\x9F\x98\x80\n",
                                     "latin b\xFCro\n\xFF\xFE\n"};
    for (const QByteArray &bytes : texts) {
        for (quint32 seed = 1; seed <= 12; ++seed) {
            QRandomGenerator random(seed);
            open(bytes);
            for (int step = 0; step < 40; ++step) {
                if (random.bounded(5) == 0)
                    document.history()->setIndex(
                        int(random.bounded(document.history()->count() + 1)));
                else
                    actAtRandom(edit(), random);
                QCoreApplication::processEvents();
                const ShownText now(document.text(), document.encoding());
                ASSERT_EQ(shown(), now.text())
                    << "step " << step << " seed " << seed << " of " << bytes.toStdString();
            }
            document.history()->setIndex(0);
            ASSERT_EQ(document.text(), bytes) << "seed " << seed;
            ASSERT_EQ(shown(), ShownText(bytes, document.encoding()).text());
        }
    }
}

/// Opening, looking and closing changes nothing, whatever is in the file.
TEST_F(TextViews, lookingChangesNoByte)
{
    for (quint32 seed = 1; seed <= 100; ++seed) {
        QRandomGenerator random(seed);
        QByteArray bytes;
        for (int i = 0; i < 200; ++i)
            bytes += char(random.bounded(10) ? random.bounded(256) : '\n');
        open(bytes);
        putCursor(0, edit()->document()->characterCount() - 1);
        EXPECT_FALSE(document.isModified());
        EXPECT_EQ(document.text(), bytes);
    }
}

} // namespace
} // namespace colonnade::gui
