// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/newclusterdialog.h"

#include "gui/chipflow.h"
#include "gui/clusterconf_fixture.h"
#include "gui/domainhead.h"
#include "gui/domainheads.h"
#include "gui/domainsmodel.h"
#include "gui/domainstable.h"
#include "gui/failoverdomainsview.h"
#include "gui/virtualmachinesview.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

cluster::ClusterState twoProfiles()
{
    cluster::ClusterState state;
    state.name = u"domnull"_s;
    for (const char *name : {"node1.example.com", "node2.example.com"}) {
        cluster::NodeState node;
        node.profile.name = node.profile.host = QString::fromLatin1(name);
        state.nodes.append(node);
    }
    return state;
}

TEST(NewClusterDialog, twoProfilesGiveTheFileOfTheSeed)
{
    NewClusterDialog dialog(twoProfiles(), nullptr);
    EXPECT_EQ(dialog.bytes(), seedFirst());
}

TEST(NewClusterDialog, whatMakesNoFileIsSaid)
{
    NewClusterDialog dialog({}, nullptr);
    EXPECT_TRUE(dialog.bytes().isEmpty());
    dialog.findChild<QLineEdit *>(u"name"_s)->setText(u"much too long a name"_s);
    EXPECT_TRUE(dialog.bytes().isEmpty());
    auto *other = dialog.findChild<QLineEdit *>(u"other"_s);
    other->setText(u"alpha"_s);
    dialog.findChild<QPushButton *>(u"add"_s)->click();
    dialog.findChild<QLineEdit *>(u"name"_s)->setText(u"small"_s);
    EXPECT_TRUE(dialog.bytes().contains("<clusternode name=\"alpha\" nodeid=\"1\">"));
}

/// The elements with their attributes, without white space, comments and the version: what two
/// files have to have in common to mean the same.
QByteArray meaning(const formats::XmlElement &element)
{
    QByteArray text = "<" + element.tag().toByteArray();
    QByteArrayList attributes;
    for (const formats::XmlAttribute &attribute : element.attributes()) {
        if (element.nameOf(attribute) != u"config_version")
            attributes.append(element.nameOf(attribute).toUtf8() + '='
                              + element.value(attribute).toUtf8());
    }
    text += ' ' + attributes.join(' ') + '>';
    for (const formats::XmlElement &child : element.children())
        text += meaning(child);
    return text + "</>";
}

/// The seed's second cluster.conf.
const QByteArray Second = R"(<?xml version="1.0"?>
<cluster name="domup" config_version="1">
 <cman two_node="1" expected_votes="1"> </cman>
 <clusternodes>
  <clusternode name="saito.example.com" nodeid="1">
   <fence> <method name="single"> <device name="manual" ipaddr="saito.example.com"/> </method> </fence>
  </clusternode>
  <clusternode name="obeliks.example.com" nodeid="2">
   <fence> <method name="single"> <device name="manual" ipaddr="obeliks.example.com"/> </method> </fence>
  </clusternode>
 </clusternodes>
 <rm>
  <failoverdomains>
   <failoverdomain name="FD" ordered="1" restricted="1">
    <failoverdomainnode name="saito.example.com"/>
    <failoverdomainnode name="obeliks.example.com"/>
   </failoverdomain>
  </failoverdomains>
  <vm name="xendomU1" domain="FD" autostart="0"/>
 </rm>
 <fencedevices>
  <fencedevice name="manual" agent="fence_manual"/>
 </fencedevices>
</cluster>
)";

/// The seed's second file as this program writes it: an ordered domain gives every node a priority,
/// without which rgmanager takes each for the first in one place and for the last in another.
QByteArray secondMended()
{
    QByteArray text = Second;
    text.replace("<failoverdomainnode name=\"saito.example.com\"/>",
                 "<failoverdomainnode name=\"saito.example.com\" priority=\"1\"/>");
    text.replace("<failoverdomainnode name=\"obeliks.example.com\"/>",
                 "<failoverdomainnode name=\"obeliks.example.com\" priority=\"2\"/>");
    return text;
}

struct SeedTest : ClusterConfFixture
{
    FailoverDomainsView domains{&document, nullptr};
    VirtualMachinesView vms{&document, nullptr};

    /// A cluster as the seed's first file, of the two nodes of its second.
    QByteArray first() const
    {
        return *formats::ClusterConf::create(formats::NewCluster::fencedByHand(
            u"domup"_s, {u"saito.example.com"_s, u"obeliks.example.com"_s}));
    }
    void addDomain()
    {
        domains.askForDomain();
        auto *dialog = domains.findChild<QDialog *>();
        dialog->findChild<QLineEdit *>(u"name"_s)->setText(u"FD"_s);
        dialog->findChild<QAbstractButton *>(u"ordered"_s)->click();
        dialog->findChild<QAbstractButton *>(u"restricted"_s)->click();
        dialog->findChild<QListWidget *>(u"nodes"_s)->item(1)->setCheckState(Qt::Checked);
        QTest::keyClick(dialog, Qt::Key_Return);
    }
    void addVm()
    {
        vms.askForVm();
        auto *dialog = vms.findChild<QDialog *>();
        dialog->findChild<QComboBox *>(u"name"_s)->setEditText(u"xendomU1"_s);
        dialog->findChild<QCheckBox *>(u"autostart"_s)->click();
        QTest::keyClick(dialog, Qt::Key_Return);
    }
    QPoint pill(int row) const
    {
        return domains.table()->pillRect(domains.model()->index(row, 0)).center();
    }
    void dragPill(int from, int to) const
    {
        QWidget *cells = domains.table()->viewport();
        dragTo(cells, pill(from), pill(to));
        QTest::mouseRelease(cells, Qt::LeftButton, {}, pill(to));
    }
};

TEST_F(SeedTest, theSecondFileIsMadeOfTheFirstByDragAndForm)
{
    open(first());
    showWindow(domains, {1100, 600});
    showWindow(vms, {1100, 600});
    addDomain(); // with obeliks alone
    QTest::mouseClick(domains.table()->viewport(), Qt::LeftButton, {}, pill(0)); // + add saito
    EXPECT_EQ(domains.model()->index(0, 0).data().toString(), u"2 second"_s);
    dragPill(0, 1); // saito first
    EXPECT_EQ(lastAct(), u"Move saito.example.com up in FD"_s);
    addVm(); // in no domain
    GroupChip *chip = domains.looseGroups()->chips().value(0);
    ASSERT_TRUE(chip);
    DomainHead *head = domains.heads()->head(0);
    const QPoint target = chip->mapFromGlobal(head->mapToGlobal(head->rect().center()));
    dragTo(chip, chip->rect().center(), target);
    QTest::mouseRelease(chip, Qt::LeftButton, {}, target);
    EXPECT_EQ(lastAct(), u"Put xendomU1 into FD"_s);

    QByteArray made = meaning(document.conf()->root());
    QByteArray wanted = meaning(formats::ClusterConf::parse(secondMended())->root());
    // Members and attributes stand in the order in which they were given.
    made.replace("<failoverdomainnode name=obeliks.example.com priority=2></>"
                 "<failoverdomainnode name=saito.example.com priority=1></>",
                 "<failoverdomainnode name=saito.example.com priority=1></>"
                 "<failoverdomainnode name=obeliks.example.com priority=2></>");
    made.replace("name=xendomU1 autostart=0 domain=FD", "name=xendomU1 domain=FD autostart=0");
    EXPECT_EQ(made.toStdString(), wanted.toStdString());
    expectUndoRestores(first());
}

TEST_F(SeedTest, byFormsAloneTheOrderIsTheSeedsToo)
{
    open(first());
    showWindow(domains, {1100, 600});
    showWindow(vms, {1100, 600});
    domains.askForDomain();
    auto *dialog = domains.findChild<QDialog *>();
    dialog->findChild<QAbstractButton *>(u"ordered"_s)->click();
    dialog->findChild<QAbstractButton *>(u"restricted"_s)->click();
    auto *nodes = dialog->findChild<QListWidget *>(u"nodes"_s);
    nodes->item(0)->setCheckState(Qt::Checked);
    nodes->item(1)->setCheckState(Qt::Checked);
    QTest::keyClick(dialog, Qt::Key_Return);
    vms.askForVm();
    auto *vm = vms.findChild<QDialog *>();
    vm->findChild<QComboBox *>(u"name"_s)->setEditText(u"xendomU1"_s);
    auto *domain = vm->findChild<QComboBox *>(u"domain"_s);
    domain->setCurrentIndex(domain->findData(u"FD"_s));
    vm->findChild<QCheckBox *>(u"autostart"_s)->click();
    QTest::keyClick(vm, Qt::Key_Return);
    EXPECT_EQ(meaning(document.conf()->root()).toStdString(),
              meaning(formats::ClusterConf::parse(secondMended())->root()).toStdString());
    EXPECT_EQ(document.history()->count(), 2);
}

} // namespace
} // namespace colonnade::gui
