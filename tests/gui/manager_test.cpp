// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connectionmanager.h"

#include "gui/clusterpage.h"
#include "gui/clustertree.h"
#include "gui/pickdialog.h"
#include "gui/profiledesk.h"
#include "gui/profiledialog.h"
#include "gui/window_fixture.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

using testing::Contains;

struct ManagerTest : WindowTest
{
    ManagerTest()
    {
        addProfile(u"xen1"_s, u"west"_s);
        addProfile(u"xen2"_s, u"west"_s);
        addProfile(u"lab1"_s, u"east"_s);
    }

    void openManager()
    {
        open();
        ASSERT_TRUE(waitUntil([&] { return !window->page()->cluster().isEmpty(); }));
        window->showConnections();
        manager = window->findChild<ConnectionManager *>();
        ASSERT_NE(manager, nullptr);
        QApplication::setActiveWindow(manager);
        tree = manager->findChild<QTreeView *>(u"tree"_s);
        find = manager->findChild<QLineEdit *>(u"find"_s);
    }
    QModelIndex line(const QString &name) const
    {
        return tree->model()
            ->match(tree->model()->index(0, 0), Qt::DisplayRole, name, 1,
                    Qt::MatchExactly | Qt::MatchRecursive)
            .value(0);
    }
    QString state(const QString &name) const
    {
        return line(name).siblingAtColumn(ConnectionModel::StateColumn).data().toString();
    }
    /// Whether it is connected, and without guests.
    bool isUp(const QString &name) const { return state(name).startsWith(u"0 guest"); }
    void choose(const QStringList &names) const
    {
        tree->setFocus();
        tree->clearSelection();
        for (const QString &name : names)
            tree->selectionModel()->setCurrentIndex(line(name), QItemSelectionModel::Select
                                                                    | QItemSelectionModel::Rows);
    }
    profiles::Profile saved(const QString &name) const
    {
        for (const profiles::Profile &each : savedProfiles()) {
            if (each.name == name)
                return each;
        }
        return {};
    }
    template<typename T>
    T *waitForDialog() const
    {
        T *found = nullptr;
        waitUntil([&] {
            for (T *each : window->findChildren<T *>()) {
                if (each->isVisible())
                    found = each;
            }
            return found != nullptr;
        });
        return found;
    }

    ConnectionManager *manager = nullptr;
    QTreeView *tree = nullptr;
    QLineEdit *find = nullptr;
};

TEST_F(ManagerTest, theFieldHasTheFocusFindsAndEnterEditsWhatItFound)
{
    openManager();
    EXPECT_EQ(manager->focusWidget(), find);
    QTest::keyClicks(find, u"lab"_s);
    EXPECT_EQ(tree->model()->rowCount(), 1);
    QTest::keyClick(find, Qt::Key_Return);
    auto *dialog = waitForDialog<ProfileDialog>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_EQ(dialog->profiles().first().name, u"lab1"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTest::keyClick(find, Qt::Key_Escape);
    EXPECT_EQ(find->text(), QString());
    EXPECT_TRUE(manager->isVisible()) << "the first Escape only clears the field";
    QTest::keyClick(find, Qt::Key_Down);
    EXPECT_EQ(manager->focusWidget(), tree);
    QTest::keyClick(tree, Qt::Key_Escape);
    EXPECT_TRUE(waitUntil([&] { return window->findChild<ConnectionManager *>() == nullptr; }));
}

TEST_F(ManagerTest, severalAreEditedAtOnceAndOnlyWhatWasTouched)
{
    openManager();
    choose({u"xen1"_s, u"lab1"_s});
    QTest::keyClick(tree, Qt::Key_Return);
    auto *dialog = waitForDialog<ProfileDialog>();
    ASSERT_NE(dialog, nullptr);
    ASSERT_EQ(dialog->profiles().size(), 2);
    auto *user = dialog->findChild<QLineEdit *>(u"user"_s);
    QTest::keyClicks(user, u"admin"_s);
    QTest::keyClick(user, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return saved(u"lab1"_s).user == u"admin"_s; }));
    EXPECT_EQ(saved(u"xen1"_s).user, u"admin"_s);
    EXPECT_EQ(saved(u"xen1"_s).cluster, u"west"_s);
    EXPECT_EQ(saved(u"xen2"_s).user, QString());
}

TEST_F(ManagerTest, deletingNamesThemAllAndCancelIsTheDefault)
{
    openManager();
    choose({u"xen1"_s, u"lab1"_s});
    QTest::keyClick(tree, Qt::Key_Delete);
    auto *box = waitForDialog<QMessageBox>();
    ASSERT_NE(box, nullptr);
    EXPECT_TRUE(box->text().contains(u"lab1") && box->text().contains(u"xen1"));
    EXPECT_EQ(box->defaultButton(), box->button(QMessageBox::Cancel));
    buttonOf(box, u"Delete"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return savedProfiles().size() == 1; }));
    EXPECT_TRUE(waitUntil([&] { return !line(u"east"_s).isValid(); }));
    EXPECT_TRUE(line(u"xen2"_s).isValid());
}

TEST_F(ManagerTest, aJumpNodeIsNotDeletedFromUnderOthers)
{
    profiles::Profile behind = saved(u"xen2"_s);
    behind.jump.profile = u"xen1"_s;
    ASSERT_TRUE(profiles::Store(environment.profilesFile).replace(u"xen2"_s, behind));
    openManager();
    choose({u"xen1"_s});
    QTest::keyClick(tree, Qt::Key_Delete);
    auto *box = waitForDialog<QMessageBox>();
    ASSERT_NE(box, nullptr);
    EXPECT_TRUE(box->text().contains(u"through it: xen2"));
    EXPECT_EQ(buttonOf(box, u"Delete"_s), nullptr);
    box->close();
    choose({u"xen1"_s, u"xen2"_s}); // together they may go
    QTest::keyClick(tree, Qt::Key_Delete);
    ASSERT_TRUE(waitUntil([&] {
        for (auto *each : window->findChildren<QMessageBox *>()) {
            if (auto *button = buttonOf(each, u"Delete"_s)) {
                button->click();
                return true;
            }
        }
        return false;
    }));
    EXPECT_TRUE(waitUntil([&] { return savedProfiles().size() == 1; }));
}

TEST_F(ManagerTest, nodesMoveToAnotherClusterByKeyboardAndByDrop)
{
    openManager();
    choose({u"xen1"_s});
    QTest::keyClick(tree, Qt::Key_M, Qt::ControlModifier);
    QDialog *question = nullptr;
    ASSERT_TRUE(waitUntil([&] {
        return (question = window->findChild<QDialog *>(u"clusterQuestion"_s)) != nullptr;
    }));
    question->findChild<QComboBox *>()->setCurrentText(u"new"_s);
    QTest::keyClick(question, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return saved(u"xen1"_s).cluster == u"new"_s; }));
    ASSERT_TRUE(waitUntil([&] { return line(u"new"_s).isValid(); }));

    choose({u"xen1"_s});
    const std::unique_ptr<QMimeData> data(tree->model()->mimeData({line(u"xen1"_s)}));
    tree->model()->dropMimeData(data.get(), Qt::MoveAction, -1, -1, line(u"lab1"_s));
    EXPECT_TRUE(waitUntil([&] { return saved(u"xen1"_s).cluster == u"east"_s; }));
}

TEST_F(ManagerTest, aClusterIsRenamedColouredAndNotedEverywhere)
{
    openManager();
    choose({u"west"_s});
    QTest::keyClick(tree, Qt::Key_F2);
    QDialog *dialog = nullptr;
    ASSERT_TRUE(waitUntil(
        [&] { return (dialog = window->findChild<QDialog *>(u"ClusterDialog"_s)) != nullptr; }));
    dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"east"_s);
    EXPECT_FALSE(buttonOf(dialog, u"Save"_s)->isEnabled()) << "taken";
    dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"production"_s);
    dialog->findChild<QComboBox *>(u"colour"_s)->setCurrentIndex(1);
    dialog->findChild<QPlainTextEdit *>(u"note"_s)->setPlainText(u"Not on Fridays"_s);
    buttonOf(dialog, u"Save"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return line(u"production"_s).isValid(); }));
    EXPECT_TRUE(line(u"production"_s).data(ConnectionModel::ColourRole).isValid());
    EXPECT_EQ(saved(u"xen2"_s).cluster, u"production"_s);
    window->showCluster(u"production"_s);
    auto *title = window->page()->findChild<QLabel *>(u"clusterTitle"_s);
    EXPECT_TRUE(waitUntil([&] { return title->text().contains(u"Not on Fridays"); }));
}

TEST_F(ManagerTest, whatAnotherProgramChangesIsFollowed)
{
    openManager();
    profiles::Store other(environment.profilesFile);
    profiles::Profile added;
    added.name = added.host = u"late1"_s;
    added.cluster = u"east"_s;
    ASSERT_TRUE(other.add(added));
    EXPECT_TRUE(waitUntil([&] { return line(u"late1"_s).isValid(); }));
    ASSERT_TRUE(other.remove(u"xen2"_s));
    EXPECT_TRUE(waitUntil([&] { return !line(u"xen2"_s).isValid(); }));
    EXPECT_EQ(nodes.callsFromGuiThread(), 0);
}

TEST_F(ManagerTest, oneNodeIsDisconnectedAndConnectedWhileTheOtherStays)
{
    openManager();
    ASSERT_TRUE(waitUntil([&] { return isUp(u"xen2"_s); }));
    choose({u"xen1"_s});
    buttonOf(manager, u"Disconnect"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return state(u"xen1"_s) == u"disconnected"_s; }));
    EXPECT_TRUE(isUp(u"xen2"_s));
    EXPECT_FALSE(buttonOf(manager, u"Disconnect"_s)->isEnabled());
    QTest::keyClick(tree, Qt::Key_Return, Qt::ControlModifier);
    EXPECT_TRUE(waitUntil([&] { return isUp(u"xen1"_s); }));
}

TEST_F(ManagerTest, connectingOneNodeOfADisconnectedClusterLeavesTheOthers)
{
    openManager();
    ASSERT_TRUE(waitUntil([&] { return isUp(u"xen2"_s); }));
    choose({u"west"_s});
    buttonOf(manager, u"Disconnect"_s)->click();
    ASSERT_EQ(state(u"xen2"_s), u"not connected"_s);
    choose({u"xen2"_s});
    QTest::keyClick(tree, Qt::Key_Return, Qt::ControlModifier);
    EXPECT_TRUE(waitUntil([&] { return isUp(u"xen2"_s); }));
    EXPECT_TRUE(waitUntil([&] { return state(u"xen1"_s) == u"disconnected"_s; }));
}

TEST_F(ManagerTest, aNoteDoesNotCostTheConnections)
{
    openManager();
    ASSERT_TRUE(waitUntil([&] { return isUp(u"xen1"_s); }));
    const auto before = window->findChild<QTreeView *>(u"clusterTree"_s);
    ASSERT_NE(before, nullptr);
    profiles::Profile noted = saved(u"xen1"_s);
    noted.note = u"Rack 4"_s;
    ASSERT_TRUE(profiles::Store(environment.profilesFile).replace(u"xen1"_s, noted));
    QStringList seen;
    ASSERT_TRUE(waitUntil([&] {
        seen.append(state(u"xen1"_s));
        find->setText(u"rack"_s);
        const bool found = line(u"xen1"_s).isValid();
        find->clear();
        return found;
    }));
    seen.removeDuplicates();
    EXPECT_EQ(seen.size(), 1) << "it never lost its connection";
}

TEST_F(ManagerTest, aProfileThatComesGoesOrChangesTouchesNoOtherConnection)
{
    openManager();
    ASSERT_TRUE(waitUntil([&] { return isUp(u"xen1"_s) && isUp(u"xen2"_s); }));
    profiles::Store store(environment.profilesFile);
    profiles::Profile changed = saved(u"xen1"_s);
    changed.user = u"admin"_s;
    ASSERT_TRUE(store.replace(u"xen1"_s, changed));
    ASSERT_TRUE(waitUntil([&] { return nodes.connectionsMade(u"xen1"_s) == 2; }));
    EXPECT_TRUE(waitUntil([&] { return isUp(u"xen1"_s); }));

    addProfile(u"xen3"_s, u"west"_s);
    ASSERT_TRUE(waitUntil([&] { return isUp(u"xen3"_s); }));
    ASSERT_TRUE(store.remove(u"xen1"_s));
    ASSERT_TRUE(waitUntil([&] { return !line(u"xen1"_s).isValid(); }));
    EXPECT_TRUE(isUp(u"xen2"_s));
    EXPECT_TRUE(isUp(u"xen3"_s));
    EXPECT_EQ(nodes.connectionsMade(u"xen2"_s), 1);
    EXPECT_EQ(nodes.connectionsMade(u"xen3"_s), 1);
    EXPECT_EQ(nodes.madeInGuiThread(), 0) << "each takes some threads";
}

TEST_F(ManagerTest, aDisconnectedNodeStaysSoWhenItsProfileChanges)
{
    openManager();
    ASSERT_TRUE(waitUntil([&] { return isUp(u"xen1"_s) && isUp(u"xen2"_s); }));
    choose({u"xen2"_s});
    buttonOf(manager, u"Disconnect"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return state(u"xen2"_s) == u"disconnected"_s; }));
    profiles::Profile changed = saved(u"xen2"_s);
    changed.user = u"admin"_s;
    ASSERT_TRUE(profiles::Store(environment.profilesFile).replace(u"xen2"_s, changed));
    ASSERT_TRUE(waitUntil([&] { return nodes.connectionsMade(u"xen2"_s) == 2; }));
    EXPECT_TRUE(waitUntil([&] { return state(u"xen2"_s) == u"disconnected"_s; }));
    EXPECT_TRUE(isUp(u"xen1"_s));
}

TEST_F(ManagerTest, theTestShowsTheStagesAndWhereItStops)
{
    openManager();
    remote::Status refused;
    refused.phase = remote::Phase::Refused;
    refused.stages = {{remote::Stage::Resolve, u"10.0.0.1"_s}, {remote::Stage::Connect, {}}};
    refused.error = base::Error{base::ErrorCode::ConnectionFailed, u"lab1 said no."_s};
    remote::Status closed;
    closed.phase = remote::Phase::Closed;
    nodes.node(u"lab1"_s)->lose();
    nodes.node(u"lab1"_s)->setStatus(closed);
    choose({u"lab1"_s});
    QTest::keyClick(tree, Qt::Key_T, Qt::ControlModifier);
    QDialog *dialog = nullptr;
    ASSERT_TRUE(waitUntil([&] {
        return (dialog = window->findChild<QDialog *>(u"ConnectionTestDialog"_s)) != nullptr;
    }));
    ASSERT_TRUE(waitUntil([&] { return nodes.node(u"lab1"_s)->connectRequests() > 0; }));
    remote::Status connecting = refused;
    connecting.phase = remote::Phase::Connecting;
    nodes.node(u"lab1"_s)->setStatus(connecting);
    auto *stages = dialog->findChild<QTreeWidget *>(u"stages"_s);
    ASSERT_TRUE(waitUntil([&] { return stages->topLevelItem(0)->text(1) == u"10.0.0.1"_s; }));
    nodes.node(u"lab1"_s)->setStatus(refused);
    auto *result = dialog->findChild<QLabel *>(u"result"_s);
    ASSERT_TRUE(waitUntil([&] { return result->text().contains(u"lab1 said no."); }));
    EXPECT_EQ(stages->topLevelItem(1)->text(1), u"lab1 said no."_s);
    EXPECT_EQ(stages->topLevelItem(2)->text(1), u"not reached"_s);
    nodes.node(u"lab1"_s)->restore();
    buttonOf(dialog, u"Test again"_s)->click();
    EXPECT_TRUE(waitUntil([&] { return result->text().contains(u"Everything"); }))
        << result->text().toStdString();
    EXPECT_EQ(nodes.callsFromGuiThread(), 0);
}

TEST_F(ManagerTest, anExportedFileComesBackWithATickListAndOverwritesNothingUnticked)
{
    openManager();
    const QString path = folder.filePath(u"out.json"_s);
    window->profileDesk()->exportTo(path, {});
    ASSERT_TRUE(waitUntil([&] { return QFile::exists(path); }));
    profiles::Store store(environment.profilesFile);
    ASSERT_TRUE(store.remove(u"lab1"_s));
    profiles::Profile changed = saved(u"xen1"_s);
    changed.user = u"admin"_s;
    ASSERT_TRUE(store.replace(u"xen1"_s, changed));
    window->profileDesk()->importFrom(path, manager);
    auto *dialog = waitForDialog<PickDialog>();
    ASSERT_NE(dialog, nullptr);
    auto *rows = dialog->findChild<QTreeWidget *>(u"rows"_s);
    ASSERT_TRUE(waitUntil([&] { return rows->topLevelItemCount() == 3; }));
    EXPECT_EQ(dialog->picked().size(), 1) << "only the new one";
    QTest::keyClick(dialog, Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return savedProfiles().size() == 3; }));
    EXPECT_EQ(saved(u"xen1"_s).user, u"admin"_s);
}

/// A node whose files name itself, one that there is a profile of, and two that there are none of.
struct DiscoveryTest : ManagerTest
{
    DiscoveryTest()
    {
        // Behind a jump host names are looked up on the node alone, and not on this workstation.
        profiles::Profile asked = saved(u"xen1"_s);
        asked.jump.host = u"bastion.example"_s;
        EXPECT_TRUE(profiles::Store(environment.profilesFile).replace(u"xen1"_s, asked));
        nodes.node(u"xen1"_s)->setHandler([this](const test::Call &call) { return files(call); });
    }
    ~DiscoveryTest() override { closeDown(); } // the nodes use what follows

    base::Result<remote::Output> files(const test::Call &call)
    {
        const QByteArray &script = call.command.script;
        const QByteArray mark = '\n' + nonceIn(script) + ' ';
        if (test::FakeProbe::asksFor(script))
            return test::printed(test::FakeProbe{.hostName = "xen1"}.answer(script));
        if (!script.contains("show ocfs2"))
            return test::printed({}); // names are looked up: it knows none
        ++readings;
        if (lost)
            return base::failure(base::ErrorCode::ConnectionLost, u"xen1 hung up."_s);
        QByteArray answer = mark + "host\nxen1\n";
        if (!conf.isEmpty())
            answer += mark + "ocfs2\n" + conf;
        return test::printed(answer + mark + "end\n");
    }

    static QByteArray nonceIn(const QByteArray &script)
    {
        const qsizetype at = script.indexOf("\nN=") + 3;
        return script.mid(at, script.indexOf('\n', at) - at).replace('\'', QByteArray());
    }

    static QByteArray ocfs2(const QList<QByteArray> &names)
    {
        QByteArray text;
        for (qsizetype i = 0; i < names.size(); ++i) {
            const QByteArray number = QByteArray::number(i);
            text += "node:\n\tip_port = 7777\n\tip_address = 192.0.2." + number + "\n\tnumber = "
                    + number + "\n\tname = " + names.at(i) + "\n\tcluster = west\n\n";
        }
        return text + "cluster:\n\tnode_count = " + QByteArray::number(names.size())
               + "\n\tname = west\n";
    }

    /// The dialog, as the button of the manager opens it.
    PickDialog *discover()
    {
        openManager();
        if (!waitUntil([&] { return isUp(u"xen1"_s); }))
            return nullptr;
        choose({u"xen1"_s});
        window->profileDesk()->discover(u"xen1"_s, manager);
        return waitForDialog<PickDialog>();
    }

    static QPushButton *accept(const PickDialog *dialog)
    {
        return dialog->findChild<QDialogButtonBox *>(u"buttons"_s)->button(QDialogButtonBox::Ok);
    }

    static bool says(const PickDialog *dialog, const QString &words)
    {
        return std::ranges::any_of(dialog->findChildren<QLabel *>(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

    static QTreeWidgetItem *row(const PickDialog *dialog, const QString &name)
    {
        return dialog->findChild<QTreeWidget *>(u"rows"_s)
            ->findItems(name, Qt::MatchExactly)
            .value(0);
    }

    QByteArray conf = ocfs2({"xen1", "xen2", "xen3", "xen4"});
    std::atomic<int> readings = 0;
    std::atomic<bool> lost = false;
};

TEST_F(DiscoveryTest, listsWhatTheFilesNameAndAddsWhatIsTicked)
{
    PickDialog *dialog = discover();
    ASSERT_NE(dialog, nullptr);
    ASSERT_TRUE(waitUntil([&] { return row(dialog, u"xen4"_s) != nullptr; }));
    EXPECT_EQ(readings, 1);
    EXPECT_FALSE(row(dialog, u"xen1"_s)->flags() & Qt::ItemIsUserCheckable) << "it was asked";
    for (const QString &name : {u"xen3"_s, u"xen4"_s})
        row(dialog, name)->setCheckState(0, name == u"xen4"_s ? Qt::Checked : Qt::Unchecked);
    const qsizetype before = savedProfiles().size();
    accept(dialog)->click();
    ASSERT_TRUE(waitUntil([&] { return !saved(u"xen4"_s).name.isEmpty(); }));
    EXPECT_EQ(saved(u"xen4"_s).cluster, u"west"_s);
    EXPECT_TRUE(saved(u"xen3"_s).name.isEmpty()) << "it was not ticked";
    EXPECT_EQ(savedProfiles().size(), before + 1);
    EXPECT_TRUE(waitUntil([&] { return isUp(u"xen4"_s); })) << "it is connected by itself";
    EXPECT_TRUE(waitUntil([&] { return manager->findChild<PickDialog *>() == nullptr; }));
}

TEST_F(DiscoveryTest, saysThatThereIsNoFile)
{
    conf.clear();
    PickDialog *dialog = discover();
    ASSERT_NE(dialog, nullptr);
    auto *rows = dialog->findChild<QTreeWidget *>(u"rows"_s);
    ASSERT_TRUE(
        waitUntil([&] { return readings == 1 && says(dialog, u"has no file that names"_s); }));
    EXPECT_EQ(rows->topLevelItemCount(), 0);
    EXPECT_FALSE(accept(dialog)->isEnabled());
}

TEST_F(DiscoveryTest, saysWhyTheNodeCouldNotBeRead)
{
    lost = true;
    PickDialog *dialog = discover();
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(waitUntil([&] { return says(dialog, u"xen1 hung up."_s); }));
    EXPECT_FALSE(accept(dialog)->isEnabled());
}

struct BrokenStore : ManagerTest
{
    void breakFile() const
    {
        QFile file(environment.profilesFile);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("{ not json");
    }
    QDialog *trouble()
    {
        QDialog *found = nullptr;
        waitUntil([&] {
            found = window->findChild<QDialog *>(u"StoreTroubleDialog"_s);
            return found && found->findChild<QPushButton *>(u"go"_s)->isEnabled();
        });
        return found;
    }
};

TEST_F(BrokenStore, isToldOfferedItsBackupsAndRestoredByChoice)
{
    breakFile();
    open();
    QDialog *dialog = trouble();
    ASSERT_NE(dialog, nullptr);
    EXPECT_THAT(window->page()->messages()->ids(), Contains(u"profiles"_s));
    auto *choices = dialog->findChild<QListWidget *>(u"choices"_s);
    ASSERT_GE(choices->count(), 2);
    EXPECT_TRUE(choices->item(0)->text().contains(u"2 profile")) << "of before the last change";
    QFile file(environment.profilesFile);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "{ not json") << "nothing is done before the choice";
    buttonOf(dialog, u"Do this"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return window->page()->cluster() == u"west"_s; }));
    EXPECT_EQ(savedProfiles().size(), 2);
    EXPECT_FALSE(window->page()->messages()->ids().contains(u"profiles"_s));
}

TEST_F(BrokenStore, isSetAsideAndNoneOfItIsLost)
{
    breakFile();
    open();
    QDialog *dialog = trouble();
    ASSERT_NE(dialog, nullptr);
    auto *choices = dialog->findChild<QListWidget *>(u"choices"_s);
    choices->setCurrentRow(choices->count() - 1);
    buttonOf(dialog, u"Do this"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return !QFile::exists(environment.profilesFile); }));
    const QStringList aside =
        QDir(folder.path()).entryList({u"profiles.json.broken-*"_s}, QDir::Files);
    ASSERT_EQ(aside.size(), 1);
    EXPECT_TRUE(
        waitUntil([&] { return !window->page()->messages()->ids().contains(u"profiles"_s); }));
}

TEST_F(BrokenStore, theEmptyPageOffersToMendItAndNothingElse)
{
    breakFile();
    open();
    QDialog *dialog = trouble();
    ASSERT_NE(dialog, nullptr);
    QTest::keyClick(dialog, Qt::Key_Escape);
    ASSERT_TRUE(waitUntil([&] { return !window->findChild<QDialog *>(u"StoreTroubleDialog"_s); }));
    EXPECT_EQ(shown<QPushButton>(u"connectButton"_s), nullptr) << "it could save nothing";
    EXPECT_EQ(shown<QPushButton>(u"connectionsButton"_s), nullptr);
    auto *mend = shown<QPushButton>(u"mendButton"_s);
    ASSERT_NE(mend, nullptr);
    mend->click();
    dialog = trouble();
    ASSERT_NE(dialog, nullptr);
    auto *choices = dialog->findChild<QListWidget *>(u"choices"_s);
    choices->setCurrentRow(choices->count() - 1); // set aside: a list without nodes remains
    buttonOf(dialog, u"Do this"_s)->click();
    EXPECT_TRUE(waitUntil([&] { return shown<QPushButton>(u"connectButton"_s) != nullptr; }));
    EXPECT_NE(shown<QPushButton>(u"connectionsButton"_s), nullptr);
    EXPECT_EQ(shown<QPushButton>(u"mendButton"_s), nullptr);
}

TEST_F(BrokenStore, leftAloneItStaysAsItIsAndTheWindowGoesOnSaying)
{
    breakFile();
    open();
    QDialog *dialog = trouble();
    ASSERT_NE(dialog, nullptr);
    QTest::keyClick(dialog, Qt::Key_Escape);
    EXPECT_THAT(window->page()->messages()->ids(), Contains(u"profiles"_s));
    QFile file(environment.profilesFile);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "{ not json");
}

} // namespace
} // namespace colonnade::gui
