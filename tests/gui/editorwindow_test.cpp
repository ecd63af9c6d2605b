// SPDX-License-Identifier: GPL-3.0-or-later
// Editors as tabs of the window: undo and redo, what is in front, closing.
#include "gui/clusterpage.h"
#include "gui/editor_fixture.h"
#include "gui/textview.h"
#include "gui/window_fixture.h"

#include <QAccessible>
#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QLabel>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

using formats::TextEdits;

struct EditorsInTheWindow : WindowTest
{
    EditorsInTheWindow()
    {
        addProfile(u"xenhost1"_s);
        const Drafts drafts(environment.draftsFolder, u"domnull"_s, u"/etc/cluster/cluster.conf"_s);
        EXPECT_TRUE(
            drafts.keepLastCopy({seedConf(), u"xenhost1"_s, QDateTime::currentDateTimeUtc()}));
    }

    EditorPage *openEditor()
    {
        open();
        waitUntil([&] { return window->page()->cluster() == u"domnull"_s; });
        EditorPage *editor = window->page()->editors().value(0);
        window->page()->showEditor(editor);
        waitUntil([&] { return editor->desk()->isOpen(); });
        return editor;
    }
    QAction *undo() const { return window->findChild<QAction *>(u"undo"_s); }
    static void change(EditorPage *editor)
    {
        editor->document()->apply(u"Move xenhost2 up in FD"_s, TextEdits{{{0, 0}, " "}});
    }
    QStringList drafts() const { return QDir(environment.draftsFolder).entryList({u"*.draft"_s}); }
};

TEST_F(EditorsInTheWindow, undoIsNamedByActAndFollowsTheTabInFront)
{
    EditorPage *editor = openEditor();
    EXPECT_FALSE(undo()->isEnabled());
    change(editor);
    EXPECT_TRUE(undo()->isEnabled());
    EXPECT_EQ(undo()->text().remove(u'&'), u"Undo “Move xenhost2 up in FD”"_s);
    window->page()->showEditor(window->page()->editors().value(1));
    EXPECT_FALSE(undo()->isEnabled());
    window->page()->showEditor(editor);
    undo()->trigger();
    EXPECT_FALSE(editor->document()->isModified());
    EXPECT_TRUE(window->findChild<QAction *>(u"redo"_s)->isEnabled());
}

TEST_F(EditorsInTheWindow, theToolsAreThoseOfWhatIsInFront)
{
    EditorPage *editor = openEditor();
    EXPECT_FALSE(window->findChild<QToolBar *>(u"guestBar"_s)->isVisible());
    EXPECT_TRUE(window->findChild<QToolBar *>(u"editorBar"_s)->isVisible());
    EXPECT_EQ(window->findChild<QLabel *>(u"hint"_s)->text(), u"Unchanged."_s);
    change(editor);
    EXPECT_TRUE(window->findChild<QLabel *>(u"hint"_s)->text().startsWith(u"Changed: 1 act"_s));
    EXPECT_EQ(window->findChild<QLabel *>(u"counts"_s)->text(), u"line 1, column 2"_s);
    auto *tabs = window->page()->findChild<QTabWidget *>();
    EXPECT_TRUE(tabs->tabText(1).contains(u'●'));
    tabs->setCurrentIndex(0);
    EXPECT_TRUE(window->findChild<QToolBar *>(u"guestBar"_s)->isVisible());
    EXPECT_FALSE(undo()->isEnabled());
}

TEST_F(EditorsInTheWindow, closingWithChangesAsksAndKeepsThem)
{
    change(openEditor());
    window->close();
    auto *box = waitFor<QDialog>(u"changesDialog"_s);
    ASSERT_TRUE(box);
    EXPECT_TRUE(window->isVisible());
    buttonOf(box, u"Keep them and close"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return !window->isVisible(); }));
    closeDown();
    EXPECT_EQ(drafts().size(), 1);
}

TEST_F(EditorsInTheWindow, closingWithChangesCanDiscardThem)
{
    EditorPage *editor = openEditor();
    change(editor);
    editor->desk()->keepDraftNow();
    ASSERT_TRUE(waitUntil([&] { return drafts().size() == 1; }));
    window->close();
    auto *box = waitFor<QDialog>(u"changesDialog"_s);
    ASSERT_TRUE(box);
    buttonOf(box, u"Discard them and close"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return !window->isVisible(); }));
    closeDown();
    EXPECT_TRUE(drafts().isEmpty());
}

TEST_F(EditorsInTheWindow, closingWithoutChangesAsksNothing)
{
    EditorPage *editor = openEditor();
    change(editor);
    undo()->trigger();
    window->close();
    EXPECT_FALSE(window->isVisible());
}

void collectNameless(QAccessibleInterface *part, QStringList &nameless)
{
    if (!part || !part->isValid() || part->state().invisible)
        return;
    static const QSet<QAccessible::Role> roles{
        QAccessible::Button,     QAccessible::CheckBox, QAccessible::EditableText,
        QAccessible::List,       QAccessible::ListItem, QAccessible::RadioButton,
        QAccessible::ButtonMenu, QAccessible::Dialog,   QAccessible::PageTab};
    if (roles.contains(part->role()) && part->text(QAccessible::Name).trimmed().isEmpty())
        nameless.append(part->object()
                            ? QString::fromLatin1(part->object()->metaObject()->className()) + u':'
                                  + part->object()->objectName()
                            : QString::number(part->role(), 16));
    for (int i = 0; i < part->childCount(); ++i)
        collectNameless(part->child(i), nameless);
}

TEST_F(EditorsInTheWindow, everythingHasAName)
{
    EditorPage *editor = openEditor();
    change(editor);
    ASSERT_TRUE(waitUntil([&] { return editor->document()->areDiagnosticsCurrent(); }));
    QStringList nameless;
    collectNameless(QAccessible::queryAccessibleInterface(window.get()), nameless);
    EXPECT_TRUE(nameless.isEmpty()) << nameless.join(u'\n').toStdString();
}

} // namespace
} // namespace colonnade::gui
