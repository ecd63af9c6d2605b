// SPDX-License-Identifier: GPL-3.0-or-later
// From an empty start to a connected cluster, and the mnemonics on the way, without a mouse.
#include "gui/clusterpage.h"
#include "gui/connectionmanager.h"
#include "gui/profiledesk.h"
#include "gui/profiledialog.h"
#include "gui/window_fixture.h"

#include <QAbstractButton>
#include <QApplication>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

/// The letter after the ampersand of @p text; null: none.
QChar mnemonicOf(const QString &text)
{
    const QKeySequence sequence = QKeySequence::mnemonic(text);
    return sequence.isEmpty() ? QChar() : QChar(sequence[0].key());
}

/// What has a mnemonic among the parts of @p window that are seen now.
QMap<QChar, QStringList> mnemonics(const QWidget *window)
{
    QMap<QChar, QStringList> found;
    const auto note = [&found](const QString &text) {
        if (const QChar key = mnemonicOf(text); !key.isNull())
            found[key].append(text);
    };
    for (const QWidget *part : window->findChildren<QWidget *>()) {
        if (!part->isVisible() || part->window() != window)
            continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(part))
            note(button->text());
        else if (const auto *label = qobject_cast<const QLabel *>(part); label && label->buddy())
            note(label->text());
        else if (const auto *box = qobject_cast<const QGroupBox *>(part))
            note(box->title());
        else if (const auto *tabs = qobject_cast<const QTabBar *>(part)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                note(tabs->tabText(tab));
        }
    }
    return found;
}

void expectUnique(const QWidget *window, const QString &what)
{
    const QMap<QChar, QStringList> all = mnemonics(window);
    for (auto each = all.begin(); each != all.end(); ++each)
        EXPECT_EQ(each->size(), 1)
            << what.toStdString() << ": " << each->join(u", "_s).toStdString();
    EXPECT_GE(all.size(), 2) << what.toStdString();
}

struct KeyboardTest : WindowTest
{
    /// Keys go where a person's would: to the widget that has the focus.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        ASSERT_NE(QApplication::focusWidget(), nullptr);
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString &text)
    {
        ASSERT_NE(QApplication::focusWidget(), nullptr);
        QTest::keyClicks(QApplication::focusWidget(), text);
    }
    template<typename T>
    T *front() const
    {
        T *found = nullptr;
        waitUntil([&] {
            found = qobject_cast<T *>(QApplication::activeWindow());
            return found && found->isVisible() && found->isAncestorOf(QApplication::focusWidget());
        });
        return found;
    }
    /// What a window manager does when a dialog has gone; there is none here.
    static void goBackTo(QWidget *widget)
    {
        ASSERT_NE(widget, nullptr);
        QApplication::setActiveWindow(widget);
        ASSERT_TRUE(waitUntil([&] { return widget->isAncestorOf(QApplication::focusWidget()); }));
    }
    /// Goes on with Tab until the widget of this name has the focus.
    bool tabTo(const QString &name)
    {
        for (int i = 0; i < 40; ++i) {
            if (QApplication::focusWidget() && QApplication::focusWidget()->objectName() == name)
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    }
};

TEST_F(KeyboardTest, fromAnEmptyStartToAConnectedClusterOfTwo)
{
    nodes.setProbe(u"xen1"_s, {.hostName = "xen1", .guests = {{.name = "web1"}}});
    nodes.setProbe(u"xen2"_s, {.hostName = "xen2", .guests = {{.name = "db1"}}});
    open();
    ASSERT_TRUE(waitUntil([&] {
        return QApplication::focusWidget()
               && QApplication::focusWidget()->objectName() == u"connectButton"_s;
    })) << "the first thing to do has the focus";
    press(Qt::Key_Return);
    ASSERT_NE(front<ProfileDialog>(), nullptr);
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"host"_s);
    type(u"xen1"_s);
    ASSERT_TRUE(tabTo(u"user"_s));
    type(u"root"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return columnShows(u"xen1"_s, u"web1"_s); }));
    goBackTo(window.get());

    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_NE(front<ConnectionManager>(), nullptr);
    press(Qt::Key_N, Qt::ControlModifier);
    ASSERT_NE(front<ProfileDialog>(), nullptr);
    type(u"xen2"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return columnShows(u"xen2"_s, u"db1"_s); }));
    goBackTo(window->findChild<ConnectionManager *>());
    press(Qt::Key_Escape);
    EXPECT_TRUE(waitUntil([&] { return window->findChild<ConnectionManager *>() == nullptr; }));
    EXPECT_TRUE(columnShows(u"xen1"_s, u"web1"_s));
    EXPECT_EQ(savedProfiles().size(), 2);
}

TEST_F(KeyboardTest, noTwoMnemonicsOfADialogAreTheSame)
{
    addProfile(u"xen1"_s);
    addProfile(u"xen2"_s);
    open();
    ASSERT_TRUE(waitUntil([&] { return !window->page()->cluster().isEmpty(); }));
    window->showConnections();
    expectUnique(window->findChild<ConnectionManager *>(), u"connections"_s);
    window->profileDesk()->create({}, window.get());
    auto *dialog = front<ProfileDialog>();
    ASSERT_NE(dialog, nullptr);
    auto *tabs = dialog->findChild<QTabWidget *>(u"tabs"_s);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        expectUnique(dialog, tabs->tabText(tab));
    }
    window->profileDesk()->editCluster(window->page()->cluster(), window.get());
    window->profileDesk()->importSshConfig(window.get());
    for (const QDialog *each : window->findChildren<QDialog *>())
        expectUnique(each, each->windowTitle());
}

TEST_F(KeyboardTest, noTwoMnemonicsOfAMenuAreTheSame)
{
    open();
    for (const QMenu *menu : window->findChildren<QMenu *>()) {
        QMap<QChar, QStringList> found;
        for (const QAction *action : menu->actions()) {
            if (const QChar key = mnemonicOf(action->text()); !key.isNull())
                found[key].append(action->text());
        }
        for (const QStringList &each : std::as_const(found))
            EXPECT_EQ(each.size(), 1) << each.join(u", "_s).toStdString();
    }
}

} // namespace
} // namespace colonnade::gui
