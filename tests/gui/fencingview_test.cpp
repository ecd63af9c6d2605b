// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/nodesandfencingview.h"

#include "gui/attributeform.h"
#include "gui/clusterconf_fixture.h"
#include "gui/fencingtree.h"
#include "gui/quorumwords.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

using testing::ElementsAre;

struct FencingViewTest : ClusterConfFixture
{
    NodesAndFencingView view{&document, nullptr};

    FencingViewTest()
    {
        open(fourNodeConf());
        showWindow(view, {1100, 700}); // without a state: nothing runs
    }

    void type(AttributeForm *form, const QString &attribute, const QString &text) const
    {
        auto *edit = qobject_cast<QLineEdit *>(form->editor(attribute));
        ASSERT_TRUE(edit) << attribute.toStdString();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    void choose(AttributeForm *form, const QString &attribute, const QVariant &value) const
    {
        auto *box = qobject_cast<QComboBox *>(form->editor(attribute));
        ASSERT_TRUE(box) << attribute.toStdString();
        box->setCurrentIndex(value.isValid() ? box->findData(value) : 0);
        Q_EMIT box->activated(box->currentIndex());
    }
    std::string column(int column) const
    {
        QStringList cells;
        for (int row = 0; row < view.nodes()->topLevelItemCount(); ++row)
            cells.append(view.nodes()->topLevelItem(row)->text(column));
        return cells.join(u" | "_s).toStdString();
    }
    void confirm() const
    {
        auto *box = view.findChild<QMessageBox *>();
        ASSERT_TRUE(box);
        EXPECT_EQ(static_cast<QAbstractButton *>(box->defaultButton()),
                  box->button(QMessageBox::Cancel));
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
    }
};

TEST_F(FencingViewTest, nodesWithVotesAndFencing)
{
    EXPECT_EQ(column(1), "1 | 2 | 3 | 4");
    EXPECT_EQ(column(3), "1. ipmi   2. power | 1. power | 1. power | ! none: blocks when it fails");
    EXPECT_TRUE(view.quorumText().startsWith(u"3 of 4 votes are needed: one node may fail."_s))
        << view.quorumText().toStdString();
}

TEST_F(FencingViewTest, quorumInWords)
{
    const auto words = [](const QByteArray &nodes, const QByteArray &more) {
        return QuorumWords::of(*formats::ClusterConf::parse("<cluster>" + more + "<clusternodes>"
                                                            + nodes + "</clusternodes></cluster>"))
            .text.toStdString();
    };
    const QByteArray node = "<clusternode name=\"a\" nodeid=\"1\"/>";
    EXPECT_EQ(words({}, {}), "There are no nodes yet.");
    EXPECT_EQ(words(node, {}), "1 of 1 votes are needed: no node may fail.");
    EXPECT_EQ(words(node + node + node, {}), "2 of 3 votes are needed: one node may fail.");
    EXPECT_EQ(words(node + node, {}), "2 of 2 votes are needed: no node may fail. In a split into "
                                      "two halves neither goes on.");
    EXPECT_TRUE(words(node + node, "<cman two_node=\"1\" expected_votes=\"1\"/>")
                    .starts_with("Two nodes, and one vote is enough"));
    EXPECT_TRUE(words(node, "<cman two_node=\"1\"/>").find("does not start") != std::string::npos);
    EXPECT_TRUE(words(node + node + node, "<cman expected_votes=\"2\"/>")
                    .ends_with("expected_votes is 2, the votes add up to 3."));
    EXPECT_EQ(words(node + node + node, "<quorumd label=\"q\"/>"),
              "3 of 5 votes are needed: 2 nodes may fail. 2 of the votes are the quorum disk's.");
}

TEST_F(FencingViewTest, votesAndNumbersAreActs)
{
    view.setCurrentNode(u"xenhost4"_s);
    type(view.nodeForm(), u"votes"_s, u"3"_s);
    EXPECT_EQ(lastAct(), u"Set votes of xenhost4 to 3"_s);
    // The expected votes were the sum, and stay it.
    EXPECT_EQ(document.conf()->section("cman").value("expected_votes"), u"6"_s);
    type(view.nodeForm(), u"nodeid"_s, u"9"_s);
    EXPECT_EQ(lastAct(), u"Number xenhost4 with 9"_s);
    expectUndoRestores(fourNodeConf());
}

TEST_F(FencingViewTest, aNumberThatIsTakenIsRefusedAndTheOldOneStays)
{
    QSignalSpy refused(&document, &EditorDocument::refused);
    view.setCurrentNode(u"xenhost4"_s);
    type(view.nodeForm(), u"nodeid"_s, u"1"_s);
    EXPECT_EQ(refused.size(), 1);
    EXPECT_EQ(qobject_cast<QLineEdit *>(view.nodeForm()->editor(u"nodeid"_s))->text(), u"4"_s);
    EXPECT_EQ(document.text(), fourNodeConf());
}

TEST_F(FencingViewTest, whatMayNotBeChangedWhileItRunsSaysWhy)
{
    EXPECT_TRUE(view.clusterForm()->editor(u"name"_s)->isEnabled());
    view.setState(fourNodeState());
    for (QWidget *editor :
         {view.clusterForm()->editor(u"name"_s), view.clusterForm()->editor(u"two_node"_s),
          view.nodeForm()->editor(u"nodeid"_s)}) {
        EXPECT_FALSE(editor->isEnabled());
        EXPECT_TRUE(editor->toolTip().contains(u"cman runs"_s));
        EXPECT_TRUE(editor->accessibleDescription().contains(u"cman runs"_s));
    }
    EXPECT_TRUE(view.clusterForm()->editor(u"expected_votes"_s)->isEnabled());
}

TEST_F(FencingViewTest, twoNodeComesAndGoesWithItsVotes)
{
    open(seedFirst());
    EXPECT_FALSE(view.nodeForm()->editor(u"votes"_s)->isEnabled());
    choose(view.clusterForm(), u"two_node"_s, u"0"_s);
    EXPECT_EQ(lastAct(), u"Make it no two-node cluster"_s);
    EXPECT_FALSE(document.conf()->section("cman").has("expected_votes"));
    EXPECT_TRUE(view.nodeForm()->editor(u"votes"_s)->isEnabled());
    choose(view.clusterForm(), u"two_node"_s, u"1"_s);
    EXPECT_TRUE(document.conf()->isTwoNode());
    EXPECT_EQ(document.conf()->section("cman").value("expected_votes"), u"1"_s);
    expectUndoRestores(seedFirst());
}

TEST_F(FencingViewTest, methodsAreReorderedByADrop)
{
    FencingTree *tree = view.fencing();
    tree->setCurrent({u"power"_s, std::nullopt});
    const QPoint first = tree->visualItemRect(tree->topLevelItem(0)).center();
    QMimeData data;
    data.setData(u"application/x-qabstractitemmodeldatalist"_s, {});
    QDragEnterEvent enter(first, Qt::MoveAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(tree->viewport(), &enter);
    QDragMoveEvent move(first, Qt::MoveAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(tree->viewport(), &move);
    EXPECT_TRUE(move.isAccepted());
    QDropEvent drop(first, Qt::MoveAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(tree->viewport(), &drop);
    EXPECT_EQ(lastAct(), u"Move fence method power of xenhost1"_s);
    EXPECT_EQ(column(3).substr(0, 20), "1. power   2. ipmi |");
    EXPECT_EQ(tree->topLevelItemCount(), 2);
    EXPECT_EQ(tree->current()->method, u"power"_s);
    QTest::keyClick(tree, Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(document.text(), fourNodeConf());
}

TEST_F(FencingViewTest, methodsAndDevicesAreAddedAndRemoved)
{
    view.setCurrentNode(u"xenhost4"_s);
    view.addMethod(u"apc"_s);
    EXPECT_EQ(lastAct(), u"Fence xenhost4 with apc"_s);
    EXPECT_EQ(view.fencing()->current(), (FencePlace{u"apc"_s, 0}));
    // What the agent needs is asked for, and stands on the node's line.
    type(view.useForm(), u"port"_s, u"4"_s);
    EXPECT_TRUE(document.text().contains("<device name=\"apc\" port=\"4\"/>"));
    view.addUse(u"ipmi1"_s);
    EXPECT_EQ(document.conf()->node(u"xenhost4")->methods()[0].devices().size(), 2);
    view.fencing()->setCurrent({u"apc"_s, 1});
    QTest::keyClick(view.fencing(), Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(document.conf()->node(u"xenhost4")->methods()[0].devices()[0].device(), u"ipmi1"_s);
    EXPECT_EQ(view.fencing()->current(), (FencePlace{u"apc"_s, 0}));
    view.removeFencing();
    view.removeFencing(); // the last device takes its method with it
    EXPECT_TRUE(document.conf()->node(u"xenhost4")->methods().isEmpty());
    expectUndoRestores(fourNodeConf());
}

TEST_F(FencingViewTest, deviceFormsAreThoseOfTheirAgents)
{
    view.setCurrentDevice(u"apc"_s);
    EXPECT_TRUE(view.deviceForm()->editor(u"ipaddr"_s));
    EXPECT_FALSE(view.deviceForm()->editor(u"lanplus"_s));
    view.setCurrentDevice(u"ipmi1"_s);
    EXPECT_TRUE(view.deviceForm()->editor(u"lanplus"_s));
    type(view.deviceForm(), u"passwd"_s, u"other"_s);
    EXPECT_EQ(lastAct(), u"Set passwd of ipmi1"_s); // and not to what
    EXPECT_EQ(document.conf()->fenceDevice(u"ipmi1")->value("passwd"), u"other"_s);
    expectUndoRestores(fourNodeConf());
}

TEST_F(FencingViewTest, aDeviceGoesWithTheMethodsThatUseIt)
{
    view.setCurrentDevice(u"apc"_s);
    view.askToRemoveDevice();
    EXPECT_TRUE(view.findChild<QMessageBox *>()->informativeText().contains(
        u"xenhost1, xenhost2 and xenhost3"_s));
    confirm();
    EXPECT_EQ(document.conf()->node(u"xenhost1")->methods().size(), 1);
    EXPECT_TRUE(document.conf()->node(u"xenhost2")->methods().isEmpty());
    expectUndoRestores(fourNodeConf());
}

TEST_F(FencingViewTest, aNodeGoesWithItsPlacesInDomains)
{
    view.setCurrentNode(u"xenhost3"_s);
    view.askToRemoveNode();
    EXPECT_TRUE(view.findChild<QMessageBox *>()->informativeText().contains(u"FD and web"_s));
    confirm();
    EXPECT_EQ(document.conf()->failoverDomain(u"FD")->members().size(), 2);
    EXPECT_EQ(view.nodes()->topLevelItemCount(), 3);
    expectUndoRestores(fourNodeConf());
}

TEST_F(FencingViewTest, nodesAndDevicesAreRenamedWithReferences)
{
    view.askForNodeName();
    auto *dialog = view.findChild<QInputDialog *>();
    dialog->setTextValue(u"alpha"_s);
    dialog->accept();
    EXPECT_EQ(document.conf()->failoverDomain(u"FD")->members()[0].node(), u"alpha"_s);
    EXPECT_EQ(view.nodes()->currentItem()->text(0), u"alpha"_s);
    expectUndoRestores(fourNodeConf());
}

TEST_F(FencingViewTest, aNewFenceDeviceIsAsked)
{
    view.askForDevice();
    auto *dialog = view.findChild<QDialog *>();
    dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"drac 1"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    EXPECT_TRUE(dialog->isVisible()); // a blank is refused, and said why
    dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"drac1"_s);
    dialog->findChild<QComboBox *>(u"agent"_s)->setCurrentText(u"fence_drac5"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    EXPECT_THAT(changedLines(),
                ElementsAre("+<fencedevice name=\"drac1\" agent=\"fence_drac5\"/>"));
    EXPECT_TRUE(view.deviceForm()->editor(u"ipaddr"_s)->isVisible());
}

} // namespace
} // namespace colonnade::gui
