// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ocfs2view.h"

#include "gui/messagearea.h"
#include "gui/ocfs2_states.h"
#include "gui/ocfs2nodemodel.h"

#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTreeWidget>

namespace colonnade::gui {
namespace {

using namespace Qt::StringLiterals;
using testing::HasSubstr;

class Ocfs2ViewTest : public testing::Test
{
protected:
    Ocfs2ViewTest()
    {
        document.open(twoNodeList());
        view.setState(ocfs2State());
        view.resize(1200, 800);
        view.show();
        QApplication::setActiveWindow(&view);
        QObject::connect(&document, &EditorDocument::refused, &document,
                         [this](const base::Error &error) { refusals.append(error.message); });
    }
    ~Ocfs2ViewTest() override { pool.waitForDone(); }

    template<typename T>
    T *part(const QString &name) const
    {
        auto *found = view.findChild<T *>(name);
        EXPECT_TRUE(found) << name.toStdString();
        return found;
    }
    QTableView *table() const { return part<QTableView>(u"nodes"_s); }
    QAbstractItemModel *model() const { return table()->model(); }
    QString cell(int row, int column) const
    {
        return model()->index(row, column).data().toString();
    }
    void write(int row, int column, const QString &value)
    {
        model()->setData(model()->index(row, column), value, Qt::EditRole);
    }
    void click(const QString &name) const { part<QPushButton>(name)->click(); }
    QStringList messages() const
    {
        return part<MessageArea>(u"messages"_s)->ids();
    }
    QPushButton *question() const
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return part<MessageArea>(u"messages"_s)->findChildren<QPushButton *>().value(0);
    }
    template<typename T>
    T *dialog() const
    {
        T *found = view.findChild<T *>();
        EXPECT_TRUE(found);
        return found;
    }
    /// Adds what the dialog proposes.
    void addProposed()
    {
        click(u"addNode"_s);
        dialog<QDialog>()->accept();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    /// The lines of @p after that @p before does not have, and the other way round.
    static std::pair<QByteArrayList, QByteArrayList> changed(const QByteArray &before,
                                                             const QByteArray &after)
    {
        QByteArrayList gone = before.split('\n');
        QByteArrayList come;
        for (const QByteArray &line : after.split('\n')) {
            if (!gone.removeOne(line))
                come.append(line);
        }
        return {gone, come};
    }
    void undoGivesBack(const QByteArray &before)
    {
        document.history()->undo();
        EXPECT_EQ(document.text(), before);
    }

    QThreadPool pool;
    Ocfs2Document document{&pool};
    Ocfs2View view{&document};
    QStringList refusals;
};

TEST_F(Ocfs2ViewTest, showsTheListAndWhatRuns)
{
    QAbstractItemModelTester tester(model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_EQ(model()->rowCount(), 2);
    EXPECT_EQ(cell(0, Ocfs2NodeModel::Number), u"0"_s);
    EXPECT_EQ(cell(1, Ocfs2NodeModel::Name), u"xenhost2"_s);
    EXPECT_EQ(cell(1, Ocfs2NodeModel::Address), u"10.0.0.2"_s);
    EXPECT_EQ(cell(1, Ocfs2NodeModel::Port), u"7777"_s);
    EXPECT_EQ(cell(1, Ocfs2NodeModel::Running), u"loaded · /shared mounted"_s);
    EXPECT_EQ(part<QLineEdit>(u"name"_s)->text(), u"domnull"_s);
    EXPECT_EQ(view.cluster(), "domnull");
    EXPECT_FALSE(part<QTabBar>(u"clusters"_s)->isVisible());
    EXPECT_FALSE(part<QWidget>(u"regionPanel"_s)->isVisible());
}

TEST_F(Ocfs2ViewTest, aThirdNodeIsAddedAndRemovedAgainWithTheSameBytes)
{
    const QByteArray before = document.text();
    addProposed();
    EXPECT_EQ(document.history()->undoText(), u"Add xenhost3 to domnull"_s);
    const auto [gone, come] = changed(before, document.text());
    EXPECT_EQ(gone, QByteArrayList{"\tnode_count = 2"});
    EXPECT_TRUE(come.contains("\tnode_count = 3"));
    EXPECT_TRUE(come.contains("\tname = xenhost3"));
    EXPECT_TRUE(come.contains("\tip_address = 10.0.0.3"));
    EXPECT_TRUE(come.contains("\tnumber = 2"));
    ASSERT_EQ(model()->rowCount(), 3);
    EXPECT_EQ(table()->currentIndex().row(), 2) << "the new one";
    EXPECT_TRUE(messages().contains(u"ocfs2/note"_s)) << "what the running nodes need";

    click(u"removeNode"_s);
    EXPECT_EQ(document.history()->undoText(), u"Remove xenhost3 from domnull"_s);
    EXPECT_EQ(document.text(), before);
    EXPECT_TRUE(refusals.isEmpty());
    document.history()->undo();
    undoGivesBack(before);
}

TEST_F(Ocfs2ViewTest, cellsThatAreInUseRefuseAndSayWhy)
{
    const QByteArray before = document.text();
    for (const int column : {Ocfs2NodeModel::Number, Ocfs2NodeModel::Name, Ocfs2NodeModel::Address,
                             Ocfs2NodeModel::Port}) {
        const QModelIndex index = model()->index(1, column);
        EXPECT_FALSE(index.flags() & Qt::ItemIsEditable);
        EXPECT_THAT(index.data(Qt::ToolTipRole).toString().toStdString(), HasSubstr("/shared"));
        EXPECT_THAT(index.data(Qt::AccessibleTextRole).toString().toStdString(),
                    HasSubstr("locked"));
        write(1, column, u"9"_s);
    }
    EXPECT_EQ(refusals.size(), 4);
    table()->setCurrentIndex(model()->index(1, Ocfs2NodeModel::Number));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_F2);
    EXPECT_EQ(refusals.size(), 5);
    EXPECT_THAT(refusals.last().toStdString(), HasSubstr("cannot get another number"));
    QTest::keyClick(table(), Qt::Key_Delete);
    EXPECT_THAT(refusals.last().toStdString(), HasSubstr("cannot be removed"));
    EXPECT_TRUE(messages().contains(u"ocfs2/refused"_s));
    EXPECT_EQ(document.text(), before);
    EXPECT_EQ(document.history()->count(), 0);
}

TEST_F(Ocfs2ViewTest, freeCellsChangeTheirLineOnly)
{
    addProposed();
    const QByteArray before = document.text();
    const QList<std::tuple<int, QString, QByteArray, QString>> acts = {
        {Ocfs2NodeModel::Number, u"7"_s, "\tnumber = 7", u"Number xenhost3 with 7"_s},
        {Ocfs2NodeModel::Name, u"xenhost9"_s, "\tname = xenhost9",
         u"Rename xenhost3 to xenhost9"_s},
        {Ocfs2NodeModel::Address, u"10.0.0.9"_s, "\tip_address = 10.0.0.9",
         u"Give xenhost3 the address 10.0.0.9"_s},
        {Ocfs2NodeModel::Port, u"7778"_s, "\tip_port = 7778", u"Give xenhost3 the port 7778"_s}};
    for (const auto &[column, value, line, title] : acts) {
        EXPECT_TRUE(model()->index(2, column).flags() & Qt::ItemIsEditable);
        write(2, column, value);
        EXPECT_EQ(document.history()->undoText(), title);
        const auto [gone, come] = changed(before, document.text());
        EXPECT_EQ(gone.size(), 1);
        EXPECT_EQ(come, QByteArrayList{line});
        EXPECT_EQ(cell(2, column), value);
        undoGivesBack(before);
    }
    write(2, Ocfs2NodeModel::Number, u"1"_s);
    write(2, Ocfs2NodeModel::Number, u"x"_s);
    write(2, Ocfs2NodeModel::Address, u"xenhost3"_s);
    EXPECT_EQ(refusals.size(), 3) << "taken, none, none";
    EXPECT_EQ(document.text(), before);
}

TEST_F(Ocfs2ViewTest, whatCannotBeSeenIsAskedAbout)
{
    cluster::ClusterState state = ocfs2State();
    state.nodes[1].connection.phase = remote::Phase::Waiting;
    view.setState(state);
    const QByteArray before = document.text();
    table()->setFocus();
    table()->setCurrentIndex(model()->index(1, Ocfs2NodeModel::Name));
    click(u"removeNode"_s);
    EXPECT_EQ(document.text(), before);
    ASSERT_TRUE(messages().contains(u"ocfs2/question"_s));
    EXPECT_TRUE(refusals.isEmpty());
    QTest::keyClick(question(), Qt::Key_Escape);
    EXPECT_FALSE(messages().contains(u"ocfs2/question"_s));
    click(u"removeNode"_s);
    question()->click();
    EXPECT_EQ(document.history()->undoText(), u"Remove xenhost2 from domnull"_s);
    EXPECT_EQ(model()->rowCount(), 1);
    undoGivesBack(before);
}

TEST_F(Ocfs2ViewTest, aQuestionDiesWithTheTextThatItWasAbout)
{
    cluster::ClusterState state = ocfs2State();
    state.nodes[1].connection.phase = remote::Phase::Waiting;
    view.setState(state);
    table()->setCurrentIndex(model()->index(1, Ocfs2NodeModel::Name));
    click(u"removeNode"_s);
    ASSERT_TRUE(messages().contains(u"ocfs2/question"_s));
    document.type({{0, 0}, "# \n"});
    EXPECT_FALSE(messages().contains(u"ocfs2/question"_s));
}

TEST_F(Ocfs2ViewTest, aRunningClusterKeepsNameAndHeartbeat)
{
    EXPECT_TRUE(part<QLineEdit>(u"name"_s)->isReadOnly());
    auto *heartbeat = part<QComboBox>(u"heartbeat"_s);
    heartbeat->setCurrentIndex(1);
    Q_EMIT heartbeat->activated(1);
    EXPECT_EQ(heartbeat->currentIndex(), 0);
    click(u"removeCluster"_s);
    EXPECT_EQ(refusals.size(), 2);
    EXPECT_FALSE(document.isModified());
}

TEST_F(Ocfs2ViewTest, anIdleClusterIsRenamedAndSwitchedAfterAQuestion)
{
    view.setState({});
    const QByteArray before = document.text();
    auto *name = part<QLineEdit>(u"name"_s);
    EXPECT_FALSE(name->isReadOnly());
    name->setText(u"other"_s);
    Q_EMIT name->editingFinished();
    ASSERT_TRUE(messages().contains(u"ocfs2/question"_s)) << "volumes hold the name";
    question()->click();
    EXPECT_EQ(view.cluster(), "other");
    EXPECT_EQ(changed(before, document.text()).second.size(), 3) << "its own line, and its nodes'";
    undoGivesBack(before);
    EXPECT_EQ(name->text(), u"domnull"_s);

    Q_EMIT part<QComboBox>(u"heartbeat"_s)->activated(1);
    question()->click();
    EXPECT_EQ(changed(before, document.text()).second, QByteArrayList{"\theartbeat_mode = global"});
    EXPECT_TRUE(part<QWidget>(u"regionPanel"_s)->isVisible());
    const QByteArray global = document.text();
    auto *region = part<QLineEdit>(u"newRegion"_s);
    region->setText(u"51275fb9-ac33-446f-aa92-389906a87ffd"_s);
    click(u"addRegion"_s);
    EXPECT_TRUE(document.text().contains("\tregion = 51275FB9AC33446FAA92389906A87FFD"));
    EXPECT_EQ(region->text(), QString());
    EXPECT_EQ(part<QListWidget>(u"regions"_s)->count(), 1);
    region->setText(u"nonsense"_s);
    click(u"addRegion"_s);
    EXPECT_EQ(refusals.size(), 1);
    click(u"removeRegion"_s);
    EXPECT_EQ(document.text(), global);
    document.history()->undo();
    document.history()->undo();
    undoGivesBack(before);
}

TEST_F(Ocfs2ViewTest, typingIntoTheNameSurvivesTheNextReading)
{
    view.setState({});
    auto *name = part<QLineEdit>(u"name"_s);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"oth"_s);
    ASSERT_TRUE(name->hasFocus());
    view.setState({});
    EXPECT_EQ(name->text(), u"oth"_s);
}

TEST_F(Ocfs2ViewTest, whileTheTextIsBrokenItIsDisabledAndSaysWhere)
{
    document.type({{0, 0}, "  # no\n"});
    EXPECT_FALSE(part<QWidget>(u"content"_s)->isEnabled());
    EXPECT_THAT(part<MessageArea>(u"messages"_s)->sentence(u"ocfs2/broken"_s).toStdString(),
                HasSubstr("Line 1"));
    EXPECT_EQ(model()->rowCount(), 2) << "as it was";
    write(0, Ocfs2NodeModel::Port, u"1"_s);
    EXPECT_EQ(document.history()->count(), 1);
    document.history()->undo();
    EXPECT_TRUE(part<QWidget>(u"content"_s)->isEnabled());
    EXPECT_TRUE(messages().isEmpty());
}

TEST_F(Ocfs2ViewTest, anEmptyListGetsItsFirstCluster)
{
    document.open("");
    EXPECT_FALSE(part<QWidget>(u"clusterPanel"_s)->isVisible());
    part<QLineEdit>(u"newCluster"_s)->setText(u"domnull"_s);
    click(u"addCluster"_s);
    EXPECT_EQ(document.history()->undoText(), u"Add the cluster domnull"_s);
    EXPECT_EQ(view.cluster(), "domnull");
    EXPECT_TRUE(part<QWidget>(u"clusterPanel"_s)->isVisible());
    addProposed();
    EXPECT_EQ(model()->rowCount(), 1);
    document.history()->undo();
    undoGivesBack("");
}

TEST_F(Ocfs2ViewTest, severalClustersAreTabs)
{
    view.setState({});
    document.open(severalClustersList());
    auto *tabs = part<QTabBar>(u"clusters"_s);
    EXPECT_TRUE(tabs->isVisible());
    ASSERT_EQ(tabs->count(), 2);
    tabs->setCurrentIndex(1);
    EXPECT_EQ(view.cluster(), "backup");
    EXPECT_EQ(model()->rowCount(), 1);
    document.select({0, 0});
    const auto *stanza = document.conf()->nodeStanza("domnull", "xenhost2");
    document.select({stanza->span.begin, stanza->span.begin + 2});
    EXPECT_EQ(view.cluster(), "domnull");
    EXPECT_EQ(table()->currentIndex().row(), 1);
}

TEST_F(Ocfs2ViewTest, textAndTableMarkTheSame)
{
    table()->setCurrentIndex(model()->index(0, Ocfs2NodeModel::Address));
    EXPECT_EQ(formats::textOf(document.text(), document.selection()), "10.0.0.1");
    const auto *stanza = document.conf()->nodeStanza("domnull", "xenhost2");
    document.select({stanza->span.end, stanza->span.end});
    EXPECT_EQ(table()->currentIndex().row(), 1);
    EXPECT_EQ(document.selection().begin, stanza->span.end) << "the text keeps its cursor";
}

TEST_F(Ocfs2ViewTest, nodesOfNoClusterAreShownWithTheirWaysOut)
{
    const QByteArray before = orphanList();
    document.open(before);
    QTRY_VERIFY(document.areDiagnosticsCurrent());
    auto *orphans = part<FindingList>(u"orphans"_s);
    ASSERT_EQ(orphans->rows().size(), 1);
    const FindingRow row = orphans->rows().first();
    EXPECT_THAT(row.sentence.toStdString(), HasSubstr("domnul"));
    QStringList titles;
    for (const FindingAction &action : row.actions)
        titles.append(action.title);
    EXPECT_EQ(titles, (QStringList{u"Put it into the cluster domnull"_s,
                                   u"Add the cluster domnul"_s, u"Remove xenhost3"_s}));
    for (const FindingAction &action : row.actions) {
        action.run();
        EXPECT_NE(document.text(), before);
        undoGivesBack(before);
    }
    EXPECT_TRUE(refusals.isEmpty());
}

TEST_F(Ocfs2ViewTest, checksOfferTheirFixes)
{
    const QByteArray before = document.text();
    auto *checks = part<FindingList>(u"checks"_s);
    ASSERT_EQ(checks->rows().size(), 1) << "xenhost3 is missing";
    ASSERT_EQ(checks->rows().first().actions.size(), 1);
    checks->findChild<QPushButton *>()->click();
    EXPECT_EQ(document.history()->undoText(), u"Add xenhost3 with 10.0.0.3"_s);
    EXPECT_EQ(model()->rowCount(), 3);
    undoGivesBack(before);
}

TEST_F(Ocfs2ViewTest, timeoutsAreEditedIntoTheFilesOfTheNodes)
{
    cluster::ClusterState state = ocfs2State();
    state.nodes[1].facts->ocfs2.defaults = "# ours\nO2CB_HEARTBEAT_THRESHOLD=61\n";
    view.setState(state);
    auto *tree = part<QTreeWidget>(u"timeoutTree"_s);
    ASSERT_EQ(tree->topLevelItemCount(), 4);
    EXPECT_EQ(tree->topLevelItem(0)->text(1), u"60 s, 120 s"_s);
    EXPECT_TRUE(tree->topLevelItem(0)->isExpanded());
    EXPECT_EQ(tree->topLevelItem(1)->text(1), u"30 s (30000)"_s);
    EXPECT_FALSE(part<QPushButton>(u"copyTimeout"_s)->isEnabled()) << "which line?";

    QSignalSpy wanted(&view, &Ocfs2View::rollOutRequested);
    click(u"setTimeout"_s);
    auto *asking = dialog<O2cbTimeoutDialog>();
    asking->findChild<QSpinBox *>(u"value"_s)->setValue(61);
    asking->accept();
    ASSERT_EQ(wanted.count(), 1);
    const auto files = wanted.first().first().value<QList<NodeFile>>();
    ASSERT_EQ(files.size(), 1) << "xenhost2 has it already";
    EXPECT_EQ(files.first().node, u"xenhost1"_s);
    EXPECT_EQ(files.first().path, u"/etc/default/o2cb"_s);
    EXPECT_EQ(changed(files.first().before, files.first().bytes).second,
              QByteArrayList{"O2CB_HEARTBEAT_THRESHOLD=61"});
    EXPECT_FALSE(document.isModified());
}

TEST_F(Ocfs2ViewTest, everyWidgetThatTakesTheKeyboardHasAName)
{
    document.open(orphanList());
    for (const QWidget *widget : view.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()
            || widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QScrollArea"))
            continue;
        const QAccessibleInterface *face =
            QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        ASSERT_TRUE(face);
        EXPECT_FALSE(face->text(QAccessible::Name).isEmpty())
            << widget->objectName().toStdString() << ' ' << widget->metaObject()->className();
    }
}

} // namespace
} // namespace colonnade::gui
