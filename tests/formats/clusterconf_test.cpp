// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconf.h"

#include "documents.h"

#include <gmock/gmock.h>

namespace colonnade::formats {
namespace {

using namespace Qt::StringLiterals;
using testing::HasSubstr;

ClusterConf parsed(const QByteArray &text)
{
    auto conf = ClusterConf::parse(text);
    EXPECT_TRUE(conf) << text.toStdString();
    return conf ? *conf : *ClusterConf::parse("<cluster/>");
}

template<typename Element, typename Name>
QStringList namesOf(const QList<Element> &elements, Name name)
{
    QStringList names;
    for (const Element &element : elements)
        names.append((element.*name)());
    return names;
}

const QByteArray Rich = R"(<?xml version="1.0"?>
<cluster name="rich" config_version=" 41" alias="x">
  <cman expected_votes="5" two_node="0"><multicast addr="239.192.1.1"/></cman>
  <totem token="54000"><interface ringnumber="0" bindnetaddr="10.0.0.0"/></totem>
  <quorumd votes="2" label="q" interval="1"><heuristic program="ping" score="1"/></quorumd>
  <logging debug="on"><logging_daemon name="corosync"/><logging_daemon name="rgmanager"/></logging>
  <fence_daemon post_join_delay="30"/>
  <dlm><lockspace name="a"><master name="n1"/></lockspace></dlm>
  <uidgid uid="1"/><uidgid uid="2"/>
  <clusternodes>
    <clusternode name="n1" nodeid="1" votes="2"><altname name="n1-b"/>
      <fence>
        <method name="ipmi"><device name="i1"/></method>
        <method name="pdu"><device name="p" port="1"/><device name="p" port="2"/></method>
      </fence>
      <unfence><device name="i1" action="on"/></unfence>
    </clusternode>
    <clusternode name="n2"/>
  </clusternodes>
  <fencedevices>
    <fencedevice name="i1" agent="fence_ipmilan"/><fencedevice name="p" agent="fence_apc"/>
  </fencedevices>
  <rm>
    <failoverdomains>
      <failoverdomain name="FD" ordered="1" restricted="yes" nofailback="2">
        <failoverdomainnode name="n1"/><failoverdomainnode name="n2" priority="101"/>
        <failoverdomainnode name="n3" priority="7"/><failoverdomainnode name="n4" priority="3"/>
      </failoverdomain>
    </failoverdomains>
    <resources><ip address="10.0.0.1"/><vm name="defined"/></resources>
    <service name="s" autostart="0"><fs name="f"><vm ref="defined"/></fs></service>
    <vm name="web" domain="fd"/>
    <vm name="db" autostart="no"><ip ref="10.0.0.1"/></vm>
    <vm name="app"><action name="status"/></vm>
  </rm>
  <com_info><eth name="eth0"/></com_info>
</cluster>
)";

TEST(ClusterConf, readsTheCluster)
{
    const ClusterConf conf = parsed(Rich);
    EXPECT_EQ(conf.text(), Rich);
    EXPECT_EQ(conf.name(), u"rich"_s);
    EXPECT_EQ(conf.configVersion(), 41);
    EXPECT_EQ(conf.root().value("alias"), u"x"_s);
    EXPECT_EQ(conf.section("cman").child("multicast").value("addr"), u"239.192.1.1"_s);
    EXPECT_EQ(conf.section("totem").child("interface").value("ringnumber"), u"0"_s);
    EXPECT_EQ(conf.section("quorumd").children("heuristic").size(), 1);
    EXPECT_EQ(conf.section("logging").children("logging_daemon").size(), 2);
    EXPECT_EQ(conf.root().children("uidgid").size(), 2);
    EXPECT_EQ(conf.section("com_info").child("eth").value("name"), u"eth0"_s);
    EXPECT_TRUE(conf.section("gfs_controld").isNull());
    EXPECT_FALSE(conf.isTwoNode());
    EXPECT_EQ(conf.nodeVotes(), 3);
    EXPECT_EQ(conf.quorumDiskVotes(), 2);
    EXPECT_EQ(conf.freeNodeId(), 2);
}

TEST(ClusterConf, readsNodesAndTheirFencing)
{
    const ClusterConf conf = parsed(Rich);
    EXPECT_EQ(namesOf(conf.nodes(), &ClusterNode::name), (QStringList{u"n1"_s, u"n2"_s}));
    const ClusterNode n1 = conf.nodes()[0];
    EXPECT_EQ(n1.nodeId(), 1);
    EXPECT_EQ(n1.votes(), 2);
    EXPECT_EQ(n1.altNames().size(), 1);
    ASSERT_EQ(namesOf(n1.methods(), &FenceMethod::name), (QStringList{u"ipmi"_s, u"pdu"_s}));
    EXPECT_EQ(namesOf(n1.methods()[1].devices(), &FenceUse::device), (QStringList{u"p"_s, u"p"_s}));
    EXPECT_EQ(n1.methods()[1].devices()[1].value("port"), u"2"_s);
    EXPECT_EQ(namesOf(n1.unfenceDevices(), &FenceUse::device), QStringList{u"i1"_s});
    const ClusterNode n2 = conf.nodes()[1];
    EXPECT_EQ(n2.nodeId(), std::nullopt);
    EXPECT_EQ(n2.votes(), 1);
    EXPECT_TRUE(n2.methods().isEmpty());
    EXPECT_EQ(namesOf(conf.fenceDevices(), &FenceDevice::agent),
              (QStringList{u"fence_ipmilan"_s, u"fence_apc"_s}));
    EXPECT_TRUE(conf.node(u"n2"));
    EXPECT_FALSE(conf.node(u"N2"));
    EXPECT_TRUE(conf.fenceDevice(u"p"));
    EXPECT_FALSE(conf.fenceDevice(u"q"));
}

TEST(ClusterConf, readsFailoverDomains)
{
    const ClusterConf conf = parsed(Rich);
    const auto domain = conf.failoverDomain(u"fd");
    ASSERT_TRUE(domain);
    EXPECT_TRUE(domain->isOrdered());
    EXPECT_FALSE(domain->isRestricted());
    EXPECT_TRUE(domain->isNoFailback());
    EXPECT_EQ(namesOf(domain->members(), &DomainMember::node),
              (QStringList{u"n1"_s, u"n2"_s, u"n3"_s, u"n4"_s}));
    EXPECT_EQ(namesOf(domain->membersByPriority(), &DomainMember::node),
              (QStringList{u"n4"_s, u"n3"_s, u"n1"_s, u"n2"_s}));
    EXPECT_EQ(domain->members()[1].priority(), 0);
    EXPECT_EQ(domain->members()[2].priority(), 7);
    EXPECT_FALSE(conf.failoverDomain(u"FD2"));
}

TEST(ClusterConf, readsVmsAndServices)
{
    const ClusterConf conf = parsed(Rich);
    const QList<ResourceGroup> vms = conf.vms();
    EXPECT_EQ(namesOf(vms, &ResourceGroup::name),
              (QStringList{u"defined"_s, u"defined"_s, u"web"_s, u"db"_s, u"app"_s}));
    EXPECT_TRUE(vms[0].isDefinition());
    EXPECT_FALSE(vms[1].isDefinition());
    EXPECT_TRUE(vms[1].isReference());
    EXPECT_EQ(vms[1].service().value("name"), u"s"_s);
    EXPECT_TRUE(vms[2].service().isNull());
    EXPECT_EQ(vms[2].domain(), u"fd"_s);
    EXPECT_EQ(vms[2].fullName(), u"vm:web"_s);
    EXPECT_TRUE(vms[2].isAutostart());
    EXPECT_FALSE(vms[3].isAutostart());
    EXPECT_TRUE(vms[3].hasResources());
    EXPECT_FALSE(vms[4].hasResources());
    EXPECT_EQ(namesOf(conf.services(), &ResourceGroup::fullName), QStringList{u"service:s"_s});
    EXPECT_EQ(conf.resources().size(), 2);
    EXPECT_EQ(*conf.group(GroupKind::Vm, u"defined"), vms[1]);
    EXPECT_FALSE(conf.group(GroupKind::Service, u"web"));
}

TEST(ClusterConf, sectionsThatStandTwiceAreReadBoth)
{
    const ClusterConf conf =
        parsed("<cluster><clusternodes><clusternode name='a'/></clusternodes>"
               "<rm><vm name='x'/></rm><rm><vm name='y'/></rm>"
               "<clusternodes><clusternode name='b'/></clusternodes></cluster>");
    EXPECT_EQ(namesOf(conf.nodes(), &ClusterNode::name), (QStringList{u"a"_s, u"b"_s}));
    EXPECT_EQ(namesOf(conf.vms(), &ResourceGroup::name), (QStringList{u"x"_s, u"y"_s}));
}

TEST(ClusterConf, numbersAndTruthAreAsTheDaemonsReadThem)
{
    EXPECT_EQ(daemonNumber(u"12"), 12);
    EXPECT_EQ(daemonNumber(u" \t+7x"), 7);
    EXPECT_EQ(daemonNumber(u"-3"), -3);
    EXPECT_EQ(daemonNumber(u"yes"), 0);
    EXPECT_EQ(daemonNumber(u""), 0);
    EXPECT_EQ(daemonNumber(u"99999999999999999999"), std::numeric_limits<int>::max());
    EXPECT_EQ(daemonNumber(u"-99999999999999999999"), std::numeric_limits<int>::min());
    EXPECT_TRUE(daemonFlag(u"-1"));
    EXPECT_FALSE(daemonFlag(u"true"));
    EXPECT_TRUE(daemonYesFlag(u"YES"));
    EXPECT_TRUE(daemonYesFlag(u"2"));
    EXPECT_FALSE(daemonYesFlag(u"-1"));
    EXPECT_FALSE(daemonYesFlag(u"true"));
    EXPECT_TRUE(daemonAutostart(u"1"));
    EXPECT_FALSE(daemonAutostart(u"yes"));
}

TEST(ClusterConf, quorumDiskVotesAreNodesLessOneUnlessSaid)
{
    const QByteArray nodes = "<clusternodes><clusternode name='a'/><clusternode name='b'/>"
                             "<clusternode name='c'/></clusternodes>";
    EXPECT_EQ(parsed("<cluster>" + nodes + "<quorumd/></cluster>").quorumDiskVotes(), 2);
    EXPECT_EQ(parsed("<cluster>" + nodes + "</cluster>").quorumDiskVotes(), 0);
}

TEST(ClusterConf, anotherRootIsNoClusterConf)
{
    const auto conf = ClusterConf::parse("<?xml version='1.0'?>\n<ha/>");
    ASSERT_FALSE(conf);
    EXPECT_EQ(conf.error().offset, 23);
    EXPECT_THAT(conf.error().message.toStdString(), HasSubstr("<ha>, not <cluster>"));
}

TEST(ClusterConf, viewsOutliveTheDocumentTheyCameFromWhileACopyLives)
{
    std::optional<ClusterConf> conf = parsed(Rich);
    const ClusterConf copy = *conf;
    const ClusterNode node = conf->nodes()[0];
    conf.reset();
    EXPECT_EQ(node.name(), u"n1"_s);
    EXPECT_EQ(copy.nodes()[0], node);
}

TEST(ClusterConf, readsTheFilesOfTheSeed)
{
    const ClusterConf domnull = parsed(fixture(u"cluster-conf/domnull.conf"_s));
    EXPECT_EQ(domnull.name(), u"domnull"_s);
    EXPECT_TRUE(domnull.isTwoNode());
    EXPECT_EQ(domnull.nodes()[1].methods()[0].devices()[0].value("ipaddr"), u"node2.example.com"_s);
    const ClusterConf domup = parsed(fixture(u"cluster-conf/domup.conf"_s));
    EXPECT_EQ(domup.failoverDomains()[0].members().size(), 2);
    EXPECT_EQ(domup.vms()[0].fullName(), u"vm:xendomU1"_s);
    EXPECT_FALSE(domup.vms()[0].isAutostart());
}

TEST(ClusterConf, readsTheCorpus)
{
    const QList<Sample> samples = corpus(u"cluster-conf"_s);
    if (samples.isEmpty())
        GTEST_SKIP() << "no corpus";
    for (const Sample &sample : samples) {
        const auto conf = ClusterConf::parse(sample.bytes);
        if (sample.name == u"comoonics-initrd-notok.conf"_s) {
            ASSERT_FALSE(conf);
            EXPECT_EQ(placeOf(sample.bytes, conf.error().offset).line, 67);
            continue;
        }
        ASSERT_TRUE(conf) << sample.name.toStdString();
        EXPECT_EQ(conf->text(), sample.bytes);
        EXPECT_FALSE(conf->nodes().isEmpty() && sample.name != u"ccs-quorum.conf"_s)
            << sample.name.toStdString();
    }
}

} // namespace
} // namespace colonnade::formats
