// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "gui/clusterpage.h"
#include "gui/clustertree.h"
#include "gui/migrationcontroller.h"
#include "gui/profiledesk.h"
#include "gui/profiledialog.h"
#include "gui/window_fixture.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QToolBar>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

using testing::Contains;
using testing::HasSubstr;

QString sidebarWord(const MainWindow &window, const QString &node)
{
    const auto *tree = window.findChild<QTreeView *>(u"clusterTree"_s);
    const QModelIndexList found =
        tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, node, 1,
                             Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty()
               ? QString()
               : found.first().siblingAtColumn(ClusterTree::StateColumn).data().toString();
}

struct TwoNodes : WindowTest
{
    TwoNodes()
    {
        addProfile(u"xenhost1"_s);
        addProfile(u"xenhost2"_s);
        nodes.setProbe(u"xenhost1"_s, {.hostName = "xenhost1",
                                       .guests = {{.name = "web1"}, {.name = "db1", .id = 2}}});
        nodes.setProbe(u"xenhost2"_s, {.hostName = "xenhost2", .freeMemoryMiB = 16});
    }

    bool waitForGuests()
    {
        return waitUntil([this] {
            return columnShows(u"xenhost1"_s, u"web1"_s)
                   && sidebarWord(*window, u"xenhost2"_s) == u"0"_s;
        });
    }
};

TEST_F(TwoNodes, columnsSidebarAndCountsShowWhatTheNodesSay)
{
    open();
    ASSERT_TRUE(waitForGuests());
    EXPECT_NE(window->page()->board()->column(u"xenhost1"_s), nullptr);
    EXPECT_EQ(sidebarWord(*window, u"xenhost1"_s), u"2"_s);
    EXPECT_EQ(sidebarWord(*window, u"domnull"_s), u"2 nodes"_s);
    EXPECT_EQ(shown<QLabel>(u"counts"_s)->text(), u"2 nodes · 2 guests"_s);
    EXPECT_TRUE(window->windowTitle().startsWith(u"domnull"));
}

TEST_F(TwoNodes, aLostNodeIsNamedAndTheOtherGoesOn)
{
    open();
    ASSERT_TRUE(waitForGuests());
    nodes.node(u"xenhost1"_s)->lose();
    remote::Status lost;
    lost.phase = remote::Phase::Waiting;
    lost.error = base::Error{base::ErrorCode::ConnectionLost, u"The connection was cut."_s};
    lost.since = QDateTime::currentDateTimeUtc();
    nodes.node(u"xenhost1"_s)->setStatus(lost);
    ASSERT_TRUE(waitUntil([&] { return sidebarWord(*window, u"xenhost1"_s) == u"no answer"_s; }));
    EXPECT_EQ(sidebarWord(*window, u"domnull"_s), u"1 of 2 lost"_s);
    EXPECT_TRUE(columnShows(u"xenhost1"_s, u"web1"_s)) << "the last picture stays";
    nodes.setProbe(u"xenhost2"_s, {.hostName = "xenhost2", .guests = {{.name = "late"}}});
    EXPECT_TRUE(waitUntil([&] { return columnShows(u"xenhost2"_s, u"late"_s); }));
}

TEST_F(TwoNodes, noCallThatWaitsIsMadeInTheGuiThread)
{
    nodes.node(u"xenhost1"_s)->hold(); // whoever asked it here would hang
    open();
    ASSERT_TRUE(waitUntil([&] { return sidebarWord(*window, u"xenhost2"_s) == u"0"_s; }));
    window->migrations()->request(u"domnull"_s, {{u"web1"_s, u"xenhost1"_s}}, u"xenhost2"_s);
    window->findChild<QTreeView *>(u"clusterTree"_s)->setFocus();
    for (QAction *action : window->findChild<QToolBar *>(u"toolBar"_s)->actions())
        action->trigger();
    closeDown();
    EXPECT_EQ(nodes.callsFromGuiThread(), 0);
    EXPECT_GT(nodes.node(u"xenhost1"_s)->calls().size(), 0);
}

TEST_F(TwoNodes, aRefusedMigrationIsToldWithItsReasonAndStartsNothing)
{
    open();
    ASSERT_TRUE(waitForGuests());
    window->migrations()->request(u"domnull"_s, {{u"web1"_s, u"xenhost1"_s}}, u"xenhost2"_s);
    MessageArea *messages = window->page()->messages();
    ASSERT_TRUE(waitUntil([&] { return messages->ids().contains(u"refused/web1"_s); }));
    EXPECT_THAT(messages->sentence(u"refused/web1"_s).toStdString(),
                HasSubstr("web1 was not migrated to xenhost2"));
    EXPECT_EQ(window->migrations()->running(), 0);
    EXPECT_EQ(nodes.node(u"xenhost1"_s)->count("xl migrate"), 0);
}

TEST_F(TwoNodes, migrateToListsEveryNodeWithItsReason)
{
    open();
    ASSERT_TRUE(waitForGuests());
    window->page()->board()->select({{u"web1"_s, u"xenhost1"_s}});
    window->migrateTo();
    auto *list = waitFor<QTreeView>(u"targets"_s);
    ASSERT_NE(list, nullptr);
    const QAbstractItemModel *model = list->model();
    ASSERT_EQ(model->rowCount(), 2);
    for (int row = 0; row < 2; ++row)
        EXPECT_FALSE(model->index(row, 1).data().toString().isEmpty());
    EXPECT_FALSE(model->index(1, 0).flags().testFlag(Qt::ItemIsSelectable)) << "no memory there";
}

TEST_F(TwoNodes, disconnectingKeepsTheNodesInTheSidebarAndConnectingBringsThemBack)
{
    open();
    ASSERT_TRUE(waitForGuests());
    const auto toggle = [&](const QString &text) {
        for (QAction *action : window->findChildren<QAction *>()) {
            if (action->text().remove(u'&') == text)
                action->trigger();
        }
    };
    toggle(u"Disconnect"_s);
    EXPECT_EQ(sidebarWord(*window, u"domnull"_s), u"not connected"_s);
    EXPECT_THAT(window->page()->messages()->ids(), Contains(u"disconnected"_s));
    toggle(u"Connect again"_s);
    EXPECT_TRUE(waitForGuests());
    EXPECT_TRUE(waitUntil([&] { return window->page()->messages()->ids().isEmpty(); }));
}

TEST_F(TwoNodes, removingAsksFirstAndCancelIsTheDefault)
{
    open();
    ASSERT_TRUE(waitForGuests());
    window->removeProfile(u"xenhost2"_s);
    auto *box = waitFor<QMessageBox>(u"removeDialog"_s);
    ASSERT_NE(box, nullptr);
    EXPECT_EQ(box->defaultButton(), box->button(QMessageBox::Cancel));
    buttonOf(box, u"Delete"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return sidebarWord(*window, u"xenhost2"_s).isEmpty(); }));
    EXPECT_EQ(savedProfiles().size(), 1);
    EXPECT_EQ(window->page()->board()->column(u"xenhost2"_s), nullptr);
}

TEST_F(TwoNodes, theClusterOfTheCommandLineIsShownFirst)
{
    addProfile(u"old1"_s, u"staging"_s);
    open(u"staging"_s);
    ASSERT_TRUE(waitUntil([&] { return window->page()->cluster() == u"staging"_s; }));
    EXPECT_NE(window->page()->board()->column(u"old1"_s), nullptr);
}

TEST_F(TwoNodes, everyActionOfMenuAndBarHasTextAndNoMenuIsEmpty)
{
    open();
    for (const QAction *menu : window->menuBar()->actions()) {
        ASSERT_NE(menu->menu(), nullptr);
        EXPECT_FALSE(menu->menu()->actions().isEmpty()) << menu->text().toStdString();
        for (const QAction *action : menu->menu()->actions())
            EXPECT_TRUE(action->isSeparator() || !action->text().isEmpty());
    }
}

struct EmptyStart : WindowTest
{
};

TEST_F(EmptyStart, offersToConnectAndTheDialogSavesWhatWasTyped)
{
    open();
    EXPECT_EQ(window->page()->cluster(), QString());
    Q_EMIT window->page()->board()->connectRequested();
    auto *dialog = waitFor<ProfileDialog>(u"ProfileDialog"_s);
    ASSERT_NE(dialog, nullptr);
    auto *save =
        dialog->findChild<QDialogButtonBox *>(u"buttons"_s)->button(QDialogButtonBox::Save);
    EXPECT_FALSE(save->isEnabled()) << "no host yet";
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"host"_s), u"10.0.0.7"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"name"_s), u"xenhost7"_s);
    auto *cluster = dialog->findChild<QComboBox *>(u"cluster"_s)->lineEdit();
    cluster->selectAll();
    QTest::keyClicks(cluster, u"lab"_s);
    save->click();
    ASSERT_TRUE(waitUntil([&] { return window->page()->cluster() == u"lab"_s; }));
    const QList<profiles::Profile> saved = savedProfiles();
    ASSERT_EQ(saved.size(), 1);
    EXPECT_EQ(saved.first().name, u"xenhost7"_s);
    EXPECT_EQ(saved.first().host, u"10.0.0.7"_s);
    EXPECT_TRUE(waitUntil([&] { return sidebarWord(*window, u"xenhost7"_s) == u"0"_s; }));
}

TEST_F(EmptyStart, theProfileDialogTestsTheConnectionAndShowsTheExactError)
{
    open();
    window->newProfile();
    auto *dialog = waitFor<ProfileDialog>(u"ProfileDialog"_s);
    ASSERT_NE(dialog, nullptr);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"host"_s), u"deaf"_s);
    nodes.node(u"deaf"_s)->setHandler([](const test::Call &) {
        return base::failure(base::ErrorCode::ConnectionFailed, u"deaf refused the connection."_s);
    });
    dialog->findChild<QPushButton *>(u"test"_s)->click();
    auto *test = waitFor<QDialog>(u"ConnectionTestDialog"_s);
    ASSERT_NE(test, nullptr);
    auto *result = test->findChild<QLabel *>(u"result"_s);
    EXPECT_TRUE(waitUntil([&] { return result->text().contains(u"deaf refused the connection"); }))
        << result->text().toStdString();
}

TEST_F(EmptyStart, aProfilesFileThatCannotBeReadIsToldAndLeftAsItIs)
{
    QFile file(environment.profilesFile);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{ not json");
    file.close();
    open();
    ASSERT_TRUE(
        waitUntil([&] { return window->page()->messages()->ids().contains(u"profiles"_s); }));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "{ not json");
}

} // namespace
} // namespace colonnade::gui
