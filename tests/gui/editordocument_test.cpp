// SPDX-License-Identifier: GPL-3.0-or-later
// The laws of a document and its history.
#include "gui/clusterconfdocument.h"
#include "gui/ocfs2document.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

using formats::TextEdit;
using formats::TextEdits;

const QByteArray Seed = "<?xml version=\"1.0\"?>\n"
                        "<cluster name=\"domnull\" config_version=\"1\">\n"
                        "  <clusternodes/>\n"
                        "</cluster>\n";

struct EditorDocuments : testing::Test
{
    QThreadPool pool;
    ClusterConfDocument document{&pool};

    ~EditorDocuments() override { pool.waitForDone(); }

    void type(qsizetype at, const QByteArray &text) { document.type({{at, at}, text}); }
    void erase(qsizetype begin, qsizetype end) { document.type({{begin, end}, {}}); }
};

TEST_F(EditorDocuments, lettersThatFollowEachOtherAreOneAct)
{
    document.open(Seed);
    type(0, "a");
    type(1, "b");
    type(2, "c");
    EXPECT_EQ(document.history()->count(), 1);
    EXPECT_EQ(document.text(), "abc" + Seed);
    document.history()->undo();
    EXPECT_EQ(document.text(), Seed);
    document.history()->redo();
    EXPECT_EQ(document.text(), "abc" + Seed);
}

TEST_F(EditorDocuments, aNewLineOrAnotherPlaceBeginsAnotherAct)
{
    document.open(Seed);
    type(0, "a");
    type(1, "\n");
    type(2, "b");
    type(0, "c");
    EXPECT_EQ(document.history()->count(), 3);
    document.history()->undo();
    document.history()->undo();
    EXPECT_EQ(document.text(), "a\n" + Seed);
}

TEST_F(EditorDocuments, backspaceAndDeleteAreOneActEach)
{
    document.open("abcdef");
    erase(2, 3);
    erase(1, 2);
    erase(0, 1);
    EXPECT_EQ(document.history()->count(), 1);
    erase(0, 1);
    EXPECT_EQ(document.text(), "ef");
    document.history()->undo();
    EXPECT_EQ(document.text(), "abcdef");
}

TEST_F(EditorDocuments, actsAreNotJoinedWithTyping)
{
    document.open(Seed);
    type(0, "a");
    document.apply(u"Act"_s, TextEdits{{{1, 1}, "b"}});
    type(2, "c");
    EXPECT_EQ(document.history()->count(), 3);
    EXPECT_EQ(document.history()->undoText(), u"Typing"_s);
}

TEST_F(EditorDocuments, aRefusedActLeavesNoTrace)
{
    document.open(Seed);
    int refused = 0;
    QObject::connect(&document, &EditorDocument::refused, &document, [&] { ++refused; });
    EXPECT_FALSE(document.apply(
        u"Act"_s, base::Result<TextEdits>(base::failure(base::ErrorCode::Refused, u"No."_s))));
    EXPECT_EQ(refused, 1);
    EXPECT_EQ(document.history()->count(), 0);
    EXPECT_FALSE(document.isModified());
}

TEST_F(EditorDocuments, aBrokenTextKeepsTheLastDocument)
{
    document.open(Seed);
    type(0, "<");
    EXPECT_TRUE(document.parseError());
    ASSERT_TRUE(document.conf());
    EXPECT_EQ(document.conf()->name(), u"domnull"_s);
    document.history()->undo();
    EXPECT_FALSE(document.parseError());
    EXPECT_FALSE(document.isModified());
}

TEST_F(EditorDocuments, aRollOutKeepsTheHistory)
{
    document.open(Seed);
    type(0, " ");
    document.setBase(document.text());
    EXPECT_FALSE(document.isModified());
    document.history()->undo();
    EXPECT_TRUE(document.isModified());
    EXPECT_EQ(document.text(), Seed);
}

/// Where the first text goes, and every later one, all the way back and forth again.
TEST_F(EditorDocuments, undoAndRedoAreInverseForRandomEdits)
{
    for (quint32 seed = 1; seed <= 60; ++seed) {
        QRandomGenerator random(seed);
        document.open(Seed);
        QHash<int, QByteArray> at{{0, Seed}}; // text by index of the history
        for (int step = 0; step < 60; ++step) {
            const qsizetype size = document.text().size();
            const auto begin = qsizetype(random.bounded(quint32(size + 1)));
            const qsizetype end = std::min(size, begin + qsizetype(random.bounded(4)));
            const QByteArray text = QByteArray("xy\n\r\xC3\xA9").left(int(random.bounded(7)));
            switch (random.bounded(5)) {
            case 0:
                if (document.history()->canUndo())
                    document.history()->undo();
                EXPECT_EQ(document.text(), at.value(document.history()->index()));
                break;
            case 1:
                if (document.history()->canRedo())
                    document.history()->redo();
                EXPECT_EQ(document.text(), at.value(document.history()->index()));
                break;
            case 2:
                document.apply(u"Act"_s, begin == end && text.isEmpty()
                                             ? TextEdits{}
                                             : TextEdits{{{begin, end}, text}});
                break;
            default: // often where the cursor is, as people do
                const qsizetype cursor = std::min(document.selection().begin, size);
                if (random.bounded(2))
                    document.type({{cursor, cursor}, text});
                else
                    document.type({{std::max<qsizetype>(0, cursor - 1), cursor}, {}});
            }
            at.insert(document.history()->index(), document.text());
        }
        while (document.history()->canUndo()) {
            EXPECT_EQ(document.text(), at.value(document.history()->index())) << "seed " << seed;
            document.history()->undo();
        }
        ASSERT_EQ(document.text(), Seed) << "seed " << seed;
        while (document.history()->canRedo()) {
            document.history()->redo();
            ASSERT_EQ(document.text(), at.value(document.history()->index())) << "seed " << seed;
        }
    }
}

TEST_F(EditorDocuments, editsThatAreToldLeadFromTextToText)
{
    QByteArray copy;
    QObject::connect(&document, &EditorDocument::textChanged, &document,
                     [&](const TextEdits &edits) {
                         copy = edits.isEmpty() ? document.text() : formats::applied(copy, edits);
                         EXPECT_EQ(copy, document.text());
                     });
    document.open(Seed);
    type(3, "abc");
    document.apply(u"Two places"_s, TextEdits{{{0, 2}, "x"}, {{9, 9}, "longer"}});
    document.history()->undo();
    document.history()->undo();
    document.history()->redo();
    document.history()->redo();
}

TEST_F(EditorDocuments, theEncodingIsTheOneThatIsDeclared)
{
    document.open("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<cluster name=\"b\xFC\"/>\n");
    EXPECT_EQ(document.encoding(), formats::XmlEncoding::Latin1);
    type(0, "<"); // broken for a while
    EXPECT_EQ(document.encoding(), formats::XmlEncoding::Latin1);
}

} // namespace
} // namespace colonnade::gui
