// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/failoverdomainsview.h"

#include "gui/clusterconf_fixture.h"
#include "gui/domainheads.h"
#include "gui/domainsmodel.h"
#include "gui/domainstable.h"
#include "gui/dragghost.h"
#include "gui/toggleswitch.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

using formats::DomainFlag;
using formats::GroupKind;
using testing::UnorderedElementsAre;

struct DomainsViewTest : ClusterConfFixture
{
    FailoverDomainsView view{&document, nullptr};
    QAbstractItemModelTester tester{view.model(),
                                    QAbstractItemModelTester::FailureReportingMode::Fatal};

    DomainsViewTest()
    {
        open(fourNodeConf());
        view.setState(fourNodeState());
        showWindow(view, {1100, 620});
    }

    DomainsTable *table() const { return view.table(); }
    QWidget *cells() const { return view.table()->viewport(); }
    QModelIndex cell(const QString &node, const QString &domain) const
    {
        return view.model()->index(int(view.model()->nodes().indexOf(node)),
                                   view.model()->columnOf(domain));
    }
    QPoint centre(const QString &node, const QString &domain) const
    {
        return table()->pillRect(cell(node, domain)).center();
    }
    QString text(const QString &node, const QString &domain) const
    {
        return cell(node, domain).data().toString();
    }
    DomainHead *head(const QString &domain) const
    {
        return view.heads()->head(view.model()->columnOf(domain));
    }
    GroupChip *chip(const QString &domain, const QString &vm) const
    {
        ChipFlow *flow = domain.isEmpty() ? view.looseGroups() : head(domain)->chips();
        for (GroupChip *chip : flow->chips()) {
            if (chip->group().name == vm)
                return chip;
        }
        return nullptr;
    }
    /// Presses on a pill and moves to another place in steps, as a hand does.
    void lift(const QString &node, const QString &domain, const QPoint &to) const
    {
        dragTo(cells(), centre(node, domain), to);
    }
    bool isGhostShown() const
    {
        const auto ghosts = view.findChildren<DragGhost *>();
        return std::ranges::any_of(ghosts, &QWidget::isVisible);
    }
    void drop(const QPoint &at) const { QTest::mouseRelease(cells(), Qt::LeftButton, {}, at); }
};

// ---- what it shows

TEST_F(DomainsViewTest, cellsTellPriorityAndPlace)
{
    EXPECT_EQ(text(u"xenhost1"_s, u"FD"_s), u"1 first"_s);
    EXPECT_EQ(text(u"xenhost3"_s, u"FD"_s), u"3 third"_s);
    EXPECT_EQ(text(u"xenhost4"_s, u"FD"_s), u"+ add"_s);
    EXPECT_EQ(text(u"xenhost4"_s, u"anywhere"_s), u"any"_s);
    EXPECT_EQ(cell(u"xenhost3"_s, u"web"_s).data(Qt::AccessibleTextRole).toString(),
              u"xenhost3 in web: second, priority 2"_s);
}

TEST_F(DomainsViewTest, chipsStandOnTheirDomain)
{
    ASSERT_TRUE(chip(u"FD"_s, u"db1"_s));
    EXPECT_TRUE(chip(u"FD"_s, u"crm"_s));
    EXPECT_TRUE(chip(u"web"_s, u"web2"_s));
    EXPECT_TRUE(chip(u"anywhere"_s, u"nfs"_s));
    EXPECT_TRUE(chip({}, u"test"_s));
}

TEST_F(DomainsViewTest, nodesThatAreNoneAndPrioritiesThatDoNotCountAreShown)
{
    open(awkwardConf());
    const DomainsModel *model = view.model();
    ASSERT_EQ(model->rowCount(), 3);
    EXPECT_FALSE(model->isClusterNode(2));
    EXPECT_EQ(model->index(0, 0).data().toString(), u"! no priority"_s);
    EXPECT_EQ(model->index(1, 0).data().toString(), u"1 first"_s);
    EXPECT_EQ(model->index(2, 1).data().toString(), u"–"_s);
    EXPECT_TRUE(model->headerData(2, Qt::Vertical, Qt::AccessibleTextRole)
                    .toString()
                    .contains(u"no node of this cluster"_s));
    EXPECT_EQ(model->index(0, 2).data().toString(), u"1 first"_s); // two share a priority
    EXPECT_EQ(model->index(1, 2).data().toString(), u"1 first"_s);
    EXPECT_FALSE(model->domains()[1].isOrdered); // `yes` is no number
}

// ---- dragging priorities

TEST_F(DomainsViewTest, aDragUpGivesACleanOrder)
{
    const QPoint target = centre(u"xenhost1"_s, u"FD"_s);
    lift(u"xenhost3"_s, u"FD"_s, target);
    EXPECT_TRUE(table()->isDragging());
    // The column answers before the drop.
    EXPECT_EQ(text(u"xenhost3"_s, u"FD"_s), u"1 first"_s);
    EXPECT_EQ(text(u"xenhost1"_s, u"FD"_s), u"2 second"_s);
    EXPECT_EQ(view.hint(), u"Becomes first in FD"_s);
    EXPECT_TRUE(isGhostShown());
    EXPECT_EQ(document.text(), fourNodeConf()); // nothing has happened yet
    drop(target);
    EXPECT_EQ(lastAct(), u"Move xenhost3 up in FD"_s);
    EXPECT_THAT(changedLines(),
                UnorderedElementsAre("-<failoverdomainnode name=\"xenhost1\" priority=\"1\"/>",
                                     "-<failoverdomainnode name=\"xenhost2\" priority=\"2\"/>",
                                     "-<failoverdomainnode name=\"xenhost3\" priority=\"3\"/>",
                                     "+<failoverdomainnode name=\"xenhost1\" priority=\"2\"/>",
                                     "+<failoverdomainnode name=\"xenhost2\" priority=\"3\"/>",
                                     "+<failoverdomainnode name=\"xenhost3\" priority=\"1\"/>"));
    EXPECT_FALSE(isGhostShown());
    expectUndoRestores(fourNodeConf());
}

TEST_F(DomainsViewTest, aDragDownIsNamedSo)
{
    const QPoint target = centre(u"xenhost3"_s, u"web"_s);
    lift(u"xenhost1"_s, u"web"_s, target);
    drop(target);
    EXPECT_EQ(lastAct(), u"Move xenhost1 down in web"_s);
    EXPECT_EQ(text(u"xenhost1"_s, u"web"_s), u"2 second"_s);
    EXPECT_EQ(text(u"xenhost3"_s, u"web"_s), u"1 first"_s);
}

TEST_F(DomainsViewTest, escapeGivesADragUp)
{
    lift(u"xenhost3"_s, u"FD"_s, centre(u"xenhost1"_s, u"FD"_s));
    QTest::keyClick(table(), Qt::Key_Escape);
    EXPECT_FALSE(table()->isDragging());
    EXPECT_EQ(text(u"xenhost3"_s, u"FD"_s), u"3 third"_s);
    drop(centre(u"xenhost1"_s, u"FD"_s));
    EXPECT_EQ(document.text(), fourNodeConf());
}

TEST_F(DomainsViewTest, aNodeThatIsNotInTheDomainTakesNoDrop)
{
    const QPoint target = centre(u"xenhost4"_s, u"FD"_s);
    lift(u"xenhost1"_s, u"FD"_s, target);
    EXPECT_EQ(view.hint(), u"xenhost4 is not in FD"_s);
    EXPECT_EQ(text(u"xenhost1"_s, u"FD"_s), u"1 first"_s);
    drop(target);
    EXPECT_EQ(document.text(), fourNodeConf());
}

TEST_F(DomainsViewTest, anUnorderedDomainSaysThatThereIsNothingToOrder)
{
    const QPoint target = centre(u"xenhost1"_s, u"anywhere"_s);
    lift(u"xenhost2"_s, u"anywhere"_s, target);
    EXPECT_TRUE(view.hint().contains(u"not ordered"_s));
    drop(target);
    EXPECT_EQ(document.text(), fourNodeConf());
}

TEST_F(DomainsViewTest, aChangeOfTheTextEndsADrag)
{
    lift(u"xenhost3"_s, u"FD"_s, centre(u"xenhost1"_s, u"FD"_s));
    document.apply(u"Other"_s, document.conf()->setConfigVersion(13));
    EXPECT_FALSE(table()->isDragging());
    const QByteArray now = document.text();
    drop(centre(u"xenhost1"_s, u"FD"_s));
    EXPECT_EQ(document.text(), now);
}

TEST_F(DomainsViewTest, keysDoWhatADragDoes)
{
    table()->setCurrentIndex(cell(u"xenhost3"_s, u"FD"_s));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(lastAct(), u"Move xenhost3 up in FD"_s);
    EXPECT_EQ(text(u"xenhost3"_s, u"FD"_s), u"2 second"_s);
    EXPECT_EQ(table()->currentIndex(), cell(u"xenhost3"_s, u"FD"_s));
    QTest::keyClick(table(), Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(document.text(), fourNodeConf());
}

// ---- members

TEST_F(DomainsViewTest, aClickAddsANodeAndDeleteTakesItOut)
{
    QTest::mouseClick(cells(), Qt::LeftButton, {}, centre(u"xenhost4"_s, u"FD"_s));
    EXPECT_EQ(lastAct(), u"Add xenhost4 to FD"_s);
    EXPECT_THAT(changedLines(),
                UnorderedElementsAre("+<failoverdomainnode name=\"xenhost4\" priority=\"4\"/>"));
    QTest::keyClick(table(), Qt::Key_Delete);
    EXPECT_EQ(lastAct(), u"Take xenhost4 out of FD"_s);
    EXPECT_EQ(document.text(), fourNodeConf());
}

TEST_F(DomainsViewTest, aClickBesideAPillDoesNothing)
{
    const QRect rect = table()->visualRect(cell(u"xenhost4"_s, u"FD"_s));
    QTest::mouseClick(cells(), Qt::LeftButton, {}, rect.bottomRight() - QPoint(3, 3));
    EXPECT_EQ(document.text(), fourNodeConf());
}

// ---- domains

TEST_F(DomainsViewTest, switchesAreActs)
{
    QTest::mouseClick(head(u"FD"_s)->flag(DomainFlag::NoFailback), Qt::LeftButton, {}, {5, 8});
    EXPECT_EQ(lastAct(), u"Switch “No failback” of FD on"_s);
    EXPECT_TRUE(head(u"FD"_s)->flag(DomainFlag::NoFailback)->isChecked());
    document.history()->undo();
    EXPECT_FALSE(head(u"FD"_s)->flag(DomainFlag::NoFailback)->isChecked());
    // An ordered domain gives every node a priority.
    head(u"anywhere"_s)->flag(DomainFlag::Ordered)->click();
    EXPECT_EQ(text(u"xenhost4"_s, u"anywhere"_s), u"3 third"_s);
    expectUndoRestores(fourNodeConf());
}

TEST_F(DomainsViewTest, aDomainIsRenamedInPlaceWithItsReferences)
{
    view.editName(u"FD"_s);
    auto *edit = head(u"FD"_s)->findChild<QLineEdit *>();
    ASSERT_TRUE(edit->isVisible());
    edit->setText(u"databases"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    EXPECT_EQ(lastAct(), u"Rename failover domain FD to databases"_s);
    EXPECT_EQ(document.conf()->group(GroupKind::Vm, u"db1")->domain(), u"databases"_s);
    ASSERT_TRUE(head(u"databases"_s));
    EXPECT_TRUE(chip(u"databases"_s, u"crm"_s));
    expectUndoRestores(fourNodeConf());
}

TEST_F(DomainsViewTest, aNameThatIsTakenIsRefusedWithAReason)
{
    QSignalSpy refused(&document, &EditorDocument::refused);
    view.editName(u"FD"_s);
    auto *edit = head(u"FD"_s)->findChild<QLineEdit *>();
    edit->setText(u"WEB"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    EXPECT_EQ(refused.size(), 1);
    EXPECT_EQ(document.text(), fourNodeConf());
    EXPECT_FALSE(edit->isVisible());
}

TEST_F(DomainsViewTest, deletingListsWhatRefersToIt)
{
    view.askToRemove(u"FD"_s);
    auto *box = view.findChild<QMessageBox *>();
    ASSERT_TRUE(box);
    EXPECT_TRUE(box->informativeText().contains(u"db1 and crm"_s));
    EXPECT_EQ(box->defaultButton(), box->button(QMessageBox::Cancel));
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    EXPECT_EQ(lastAct(), u"Delete failover domain FD"_s);
    EXPECT_EQ(document.conf()->group(GroupKind::Vm, u"db1")->domain(), QString());
    EXPECT_TRUE(chip({}, u"db1"_s));
    expectUndoRestores(fourNodeConf());
}

// ---- chips

TEST_F(DomainsViewTest, aChipThatIsDraggedChangesItsDomain)
{
    GroupChip *db1 = chip(u"FD"_s, u"db1"_s);
    const QPoint target =
        db1->mapFromGlobal(head(u"web"_s)->mapToGlobal(head(u"web"_s)->rect().center()));
    dragTo(db1, db1->rect().center(), target);
    EXPECT_EQ(view.hint(), u"Put into web"_s);
    EXPECT_TRUE(isGhostShown());
    QTest::mouseRelease(db1, Qt::LeftButton, {}, target);
    EXPECT_EQ(lastAct(), u"Put db1 into web"_s);
    EXPECT_THAT(changedLines(),
                UnorderedElementsAre(
                    "-<vm name=\"db1\" domain=\"FD\" autostart=\"1\" recovery=\"relocate\"/>",
                    "+<vm name=\"db1\" domain=\"web\" autostart=\"1\" recovery=\"relocate\"/>"));
    EXPECT_TRUE(chip(u"web"_s, u"db1"_s));
    expectUndoRestores(fourNodeConf());
}

TEST_F(DomainsViewTest, aChipFindsTheCellsOfAColumnAndTheLineBelow)
{
    GroupChip *test = chip({}, u"test"_s);
    QPoint target = test->mapFromGlobal(cells()->mapToGlobal(centre(u"xenhost3"_s, u"anywhere"_s)));
    dragTo(test, test->rect().center(), target);
    QTest::mouseRelease(test, Qt::LeftButton, {}, target);
    EXPECT_EQ(lastAct(), u"Put test into anywhere"_s);
    GroupChip *crm = chip(u"FD"_s, u"crm"_s);
    target =
        crm->mapFromGlobal(view.looseGroups()->mapToGlobal(view.looseGroups()->rect().center()));
    dragTo(crm, crm->rect().center(), target);
    QTest::mouseRelease(crm, Qt::LeftButton, {}, target);
    EXPECT_EQ(lastAct(), u"Take crm out of its failover domain"_s);
}

TEST_F(DomainsViewTest, aChipThatIsLetGoElsewhereStays)
{
    GroupChip *db1 = chip(u"FD"_s, u"db1"_s);
    dragTo(db1, db1->rect().center(), {-5000, 10});
    QTest::mouseRelease(db1, Qt::LeftButton, {}, {-5000, 10});
    EXPECT_EQ(document.text(), fourNodeConf());
    const QPoint web = db1->mapFromGlobal(head(u"web"_s)->mapToGlobal(QPoint(9, 9)));
    dragTo(db1, db1->rect().center(), web);
    QTest::keyClick(db1, Qt::Key_Escape);
    QTest::mouseRelease(db1, Qt::LeftButton, {}, web);
    EXPECT_EQ(document.text(), fourNodeConf());
}

TEST_F(DomainsViewTest, aClickOnAChipAsksWhereItWouldRun)
{
    QSignalSpy chosen(&view, &FailoverDomainsView::vmChosen);
    QTest::mouseClick(chip(u"FD"_s, u"crm"_s), Qt::LeftButton);
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen.first().first().toString(), u"crm"_s);
}

// ---- in step with the text

TEST_F(DomainsViewTest, aTextThatIsNoDocumentDisablesTheView)
{
    document.type({{0, 0}, "<"});
    EXPECT_FALSE(table()->isEnabled());
    EXPECT_EQ(text(u"xenhost1"_s, u"FD"_s), u"1 first"_s); // the last that could be read
    QTest::keyClick(table(), Qt::Key_Delete);
    EXPECT_EQ(document.history()->count(), 1);
    document.history()->undo();
    EXPECT_TRUE(table()->isEnabled());
}

TEST_F(DomainsViewTest, theCurrentCellAndTheSelectionOfTheTextAreInStep)
{
    table()->setFocus();
    table()->setCurrentIndex(cell(u"xenhost2"_s, u"FD"_s));
    const formats::Span span = document.selection();
    EXPECT_EQ(document.text().sliced(span.begin, span.size()),
              "<failoverdomainnode name=\"xenhost2\" priority=\"2\"/>");
    const qsizetype web = document.text().indexOf("<failoverdomain name=\"web\"");
    document.select({web, web + 5});
    EXPECT_EQ(table()->currentIndex().column(), view.model()->columnOf(u"web"_s));
}

TEST_F(DomainsViewTest, hiddenViewsDoNoWork)
{
    view.hide();
    document.apply(u"Act"_s, document.conf()->removeFailoverDomain(u"FD"_s));
    EXPECT_EQ(view.model()->columnCount(), 3);
    view.show();
    EXPECT_EQ(view.model()->columnCount(), 2);
}

TEST_F(DomainsViewTest, manyDomainsScrollUnderTheirHeads)
{
    open(largeConf(16, 30, 100));
    QCoreApplication::processEvents();
    ASSERT_EQ(view.heads()->heads().size(), 30);
    QScrollBar *bar = table()->horizontalScrollBar();
    ASSERT_GT(bar->maximum(), 0);
    bar->setValue(bar->maximum());
    QCoreApplication::processEvents();
    for (int column = 0; column < 30; ++column) {
        const int headX = view.heads()->head(column)->mapTo(&view, QPoint()).x();
        const int cellX =
            cells()->mapTo(&view, QPoint()).x() + table()->columnViewportPosition(column);
        EXPECT_EQ(headX, cellX) << column;
    }
    // What gets the focus comes into sight.
    view.heads()->head(0)->flag(DomainFlag::Ordered)->setFocus();
    QCoreApplication::processEvents();
    EXPECT_EQ(bar->value(), 0);
}

// ---- the seed

TEST_F(DomainsViewTest, anEmptyFileSaysWhatToDo)
{
    open(seedFirst());
    EXPECT_FALSE(table()->isVisible());
    bool said = false;
    for (const QLabel *label : view.findChildren<QLabel *>())
        said |= label->isVisible() && label->text().contains(u"+ Domain"_s);
    EXPECT_TRUE(said);
}

TEST_F(DomainsViewTest, theNewDomainDialogMakesOneAct)
{
    open(seedFirst());
    view.askForDomain();
    auto *dialog = view.findChild<QDialog *>();
    ASSERT_TRUE(dialog);
    EXPECT_EQ(dialog->findChild<QLineEdit *>(u"name"_s)->text(), u"FD"_s);
    dialog->findChild<QAbstractButton *>(u"ordered"_s)->click();
    dialog->findChild<QAbstractButton *>(u"restricted"_s)->click();
    auto *nodes = dialog->findChild<QListWidget *>(u"nodes"_s);
    for (int row = 0; row < nodes->count(); ++row)
        nodes->item(row)->setCheckState(Qt::Checked);
    QTest::keyClick(dialog, Qt::Key_Return);
    EXPECT_EQ(lastAct(), u"Add failover domain FD"_s);
    EXPECT_EQ(text(u"node2.example.com"_s, u"FD"_s), u"2 second"_s);
    expectUndoRestores(seedFirst());
}

} // namespace
} // namespace colonnade::gui
