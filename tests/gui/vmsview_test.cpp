// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/virtualmachinesview.h"

#include "gui/attributeform.h"
#include "gui/chipflow.h"
#include "gui/clusterconf_fixture.h"
#include "gui/vmfields.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

using formats::GroupKind;
using testing::ElementsAre;
using testing::IsEmpty;

struct VmsViewTest : ClusterConfFixture
{
    VirtualMachinesView view{&document, nullptr};
    QAbstractItemModelTester tester{view.model(),
                                    QAbstractItemModelTester::FailureReportingMode::Fatal};

    VmsViewTest()
    {
        open(fourNodeConf());
        view.setState(fourNodeState());
        showWindow(view, {1100, 620});
    }

    QString cell(const QString &vm, VmModel::Column column) const
    {
        return view.model()->index(view.model()->rowOf(vm), column).data().toString();
    }
    void type(const QString &attribute, const QString &text) const
    {
        auto *edit = qobject_cast<QLineEdit *>(view.form()->editor(attribute));
        ASSERT_TRUE(edit) << attribute.toStdString();
        edit->setFocus();
        edit->selectAll();
        if (text.isEmpty())
            QTest::keyClick(edit, Qt::Key_Delete);
        else
            QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    void choose(const QString &attribute, const QVariant &value) const
    {
        auto *box = qobject_cast<QComboBox *>(view.form()->editor(attribute));
        ASSERT_TRUE(box) << attribute.toStdString();
        box->setCurrentIndex(value.isValid() ? box->findData(value) : 0);
        Q_EMIT box->activated(box->currentIndex());
    }
    QString warnings() const
    {
        QStringList texts;
        for (const QLabel *label : view.findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }
};

TEST_F(VmsViewTest, theTableTellsWhatCounts)
{
    EXPECT_EQ(view.model()->rowCount(), 5);
    EXPECT_EQ(cell(u"db1"_s, VmModel::Domain), u"FD"_s);
    EXPECT_EQ(cell(u"crm"_s, VmModel::Autostart), u"no"_s);
    EXPECT_EQ(cell(u"web2"_s, VmModel::Migrate), u"live"_s); // the default
    EXPECT_EQ(cell(u"crm"_s, VmModel::Depend), u"vm:db1"_s);
    EXPECT_EQ(cell(u"web2"_s, VmModel::RunsOn), u"xenhost3"_s);
    EXPECT_EQ(view.current(), u"db1"_s);
}

TEST_F(VmsViewTest, theFormHasEveryAttributeOfVmSh)
{
    for (const char *name : {"domain",
                             "autostart",
                             "hardrecovery",
                             "exclusive",
                             "recovery",
                             "memory",
                             "bootloader",
                             "rootdisk_physical",
                             "rootdisk_virtual",
                             "swapdisk_physical",
                             "swapdisk_virtual",
                             "vif",
                             "path",
                             "migrate",
                             "migrate_options",
                             "migration_mapping",
                             "snapshot",
                             "depend",
                             "depend_mode",
                             "max_restarts",
                             "restart_expire_time",
                             "use_virsh",
                             "xmlfile",
                             "hypervisor",
                             "hypervisor_uri",
                             "migration_uri",
                             "status_program",
                             "tunnelled",
                             "no_kill"})
        EXPECT_TRUE(view.form()->editor(QString::fromLatin1(name))) << name;
}

TEST_F(VmsViewTest, aValueIsWrittenInItsPlaceAndTakenBack)
{
    view.setCurrent(u"web1"_s);
    type(u"path"_s, u"/mnt/xen"_s);
    EXPECT_EQ(lastAct(), u"Set path of web1 to /mnt/xen"_s);
    EXPECT_THAT(
        changedLines(),
        ElementsAre(
            "-<vm name=\"web1\" domain=\"web\" path=\"/etc/xen:/mnt/xen\" migrate=\"live\"/>",
            "+<vm name=\"web1\" domain=\"web\" path=\"/mnt/xen\" migrate=\"live\"/>"));
    type(u"path"_s, {});
    EXPECT_EQ(lastAct(), u"Leave path of web1 to its default"_s);
    choose(u"autostart"_s, u"0"_s);
    EXPECT_EQ(cell(u"web1"_s, VmModel::Autostart), u"no"_s);
    choose(u"autostart"_s, {});
    EXPECT_FALSE(document.conf()->group(GroupKind::Vm, u"web1")->has("autostart"));
    expectUndoRestores(fourNodeConf());
}

TEST_F(VmsViewTest, whatTheFileSaysIsShownThoughItIsNoChoice)
{
    open(awkwardConf());
    view.setCurrent(u"lost"_s);
    auto *autostart = qobject_cast<QComboBox *>(view.form()->editor(u"autostart"_s));
    EXPECT_EQ(autostart->currentText(), u"“yes”"_s);
    EXPECT_EQ(cell(u"lost"_s, VmModel::Autostart), u"no"_s); // as the daemon reads it
    auto *domain = qobject_cast<QComboBox *>(view.form()->editor(u"domain"_s));
    EXPECT_EQ(domain->currentText(), u"“no-such-domain”"_s);
    EXPECT_EQ(document.text(), awkwardConf());
}

TEST_F(VmsViewTest, attributesThatTheVersionDoesNotKnowAreOutOfTheWay)
{
    document.setTarget({formats::ClusterGeneration::Cluster31});
    view.setState(fourNodeState());
    EXPECT_FALSE(view.form()->editor(u"rootdisk_physical"_s));
    EXPECT_TRUE(view.form()->editor(u"no_kill"_s));
    auto *all = view.findChild<QCheckBox *>();
    EXPECT_TRUE(all->text().contains(u"that this cluster's version does not know"_s));
    all->click();
    EXPECT_TRUE(view.form()->editor(u"rootdisk_physical"_s));
}

TEST_F(VmsViewTest, namesAndUnknownAttributesStayEditable)
{
    document.type({{fourNodeConf().indexOf("use_virsh"), fourNodeConf().indexOf("use_virsh")},
                   "colour=\"red\" "});
    view.setCurrent(u"web2"_s);
    type(u"colour"_s, u"blue"_s);
    EXPECT_EQ(document.conf()->group(GroupKind::Vm, u"web2")->value("colour"), u"blue"_s);
}

TEST_F(VmsViewTest, guestsThatRunAndAreInNoVmAreOffered)
{
    std::vector<std::string> names;
    for (const GroupName &guest : view.unmanaged()->groups())
        names.push_back(guest.name.toStdString());
    EXPECT_THAT(names, ElementsAre("mail", "web3"));
    QTest::mouseClick(view.unmanaged()->chips().last(), Qt::LeftButton);
    auto *dialog = view.findChild<QDialog *>();
    ASSERT_TRUE(dialog);
    EXPECT_EQ(dialog->findChild<QComboBox *>(u"name"_s)->currentText(), u"web3"_s);
    auto *domain = dialog->findChild<QComboBox *>(u"domain"_s);
    domain->setCurrentIndex(domain->findData(u"web"_s));
    QTest::keyClick(dialog, Qt::Key_Return);
    EXPECT_EQ(lastAct(), u"Add virtual machine web3"_s);
    EXPECT_THAT(changedLines(), ElementsAre("+<vm name=\"web3\" domain=\"web\"/>"));
    EXPECT_EQ(view.current(), u"web3"_s);
    EXPECT_EQ(view.unmanaged()->groups().size(), 1);
    expectUndoRestores(fourNodeConf());
}

TEST_F(VmsViewTest, aRenameKeepsReferencesAndTheForm)
{
    view.askForName();
    auto *dialog = view.findChild<QInputDialog *>();
    ASSERT_TRUE(dialog);
    EXPECT_TRUE(dialog->labelText().contains(u"unmanaged"_s)); // it runs
    dialog->setTextValue(u"oracle"_s);
    dialog->accept();
    EXPECT_EQ(document.conf()->group(GroupKind::Vm, u"crm")->value("depend"), u"vm:oracle"_s);
    EXPECT_EQ(view.current(), u"oracle"_s);
    expectUndoRestores(fourNodeConf());
}

TEST_F(VmsViewTest, removingSaysWhatDependsOnIt)
{
    view.askToRemove();
    auto *box = view.findChild<QMessageBox *>();
    ASSERT_TRUE(box);
    EXPECT_TRUE(box->informativeText().contains(u"crm"_s));
    EXPECT_TRUE(box->informativeText().contains(u"goes on running"_s));
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    EXPECT_EQ(view.model()->rowCount(), 4);
    EXPECT_EQ(view.current(), u"crm"_s);
    expectUndoRestores(fourNodeConf());
}

TEST_F(VmsViewTest, aFileThatIsMissingOnAMemberIsTold)
{
    cluster::ClusterState state = fourNodeState();
    for (int i = 0; i < 3; ++i)
        state.nodes[i].facts->fileHashes = {{u"/etc/cluster/cluster.conf"_s, "1"}};
    state.nodes[0].facts->fileHashes.insert(u"/etc/xen/db1"_s, "2");
    state.nodes[1].facts->fileHashes.insert(u"/etc/xen/db1.cfg"_s, "2");
    const auto vm = document.conf()->group(GroupKind::Vm, u"db1");
    EXPECT_EQ(nodesWithoutFile(*document.conf(), *vm, state), QStringList{u"xenhost3"_s});
    view.setState(state);
    EXPECT_TRUE(warnings().contains(u"There is no /etc/xen/db1 on xenhost3"_s));
    // Of other folders, and of nodes that told nothing, nothing is claimed.
    const auto web1 = document.conf()->group(GroupKind::Vm, u"web1");
    EXPECT_EQ(nodesWithoutFile(*document.conf(), *web1, state), QStringList());
    EXPECT_EQ(nodesWithoutFile(*document.conf(), *vm, fourNodeState()), QStringList());
}

TEST_F(VmsViewTest, theCurrentRowAndTheSelectionOfTheTextAreInStep)
{
    view.table()->selectRow(3);
    const formats::Span span = document.selection();
    EXPECT_TRUE(document.text().sliced(span.begin, span.size()).startsWith("<vm name=\"web2\""));
    const qsizetype test = document.text().indexOf("<vm name=\"test\"");
    document.select({test + 4, test + 4});
    EXPECT_EQ(view.current(), u"test"_s);
}

TEST_F(VmsViewTest, aTextThatIsNoDocumentDisablesIt)
{
    document.type({{0, 0}, "<"});
    EXPECT_FALSE(view.table()->isEnabled());
    EXPECT_EQ(cell(u"db1"_s, VmModel::Domain), u"FD"_s);
}

TEST_F(VmsViewTest, twoThousandVmsAreNoStall)
{
    QElapsedTimer timer;
    timer.start();
    open(largeConf(128, 60, 2000));
    QCoreApplication::processEvents();
    const qint64 opened = timer.restart();
    view.setCurrent(u"guest1500"_s);
    choose(u"autostart"_s, u"0"_s);
    QCoreApplication::processEvents();
    std::printf("open %lld ms, act %lld ms\n", (long long)opened, (long long)timer.elapsed());
    EXPECT_LT(opened, 4000);
    EXPECT_LT(timer.elapsed(), 2000);
    EXPECT_EQ(view.current(), u"guest1500"_s);
}

} // namespace
} // namespace colonnade::gui
