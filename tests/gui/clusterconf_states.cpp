// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/clusterconf_states.h"

#include "formats/clusterconf.h"
#include "gui/board_states.h"

using namespace Qt::StringLiterals;

namespace colonnade::gui {

namespace {

cluster::NodeState member(int number, qint64 memoryMiB, const QList<cluster::Guest> &guests)
{
    const QString name = u"xenhost%1"_s.arg(number);
    cluster::NodeState node = liveNode(name, memoryMiB, guests);
    node.facts->cman = toolstack::CmanStatus{u"domnull"_s, 12, name, true, false, 4, 4, 3};
    toolstack::ClusterStatus status{u"domnull"_s, true, true, {}, {}};
    for (int other = 1; other <= 4; ++other)
        status.members.append(
            {u"xenhost%1"_s.arg(other), other, other != 4, other == number, other != 4});
    const auto started = [](const QString &vm, const QString &owner) {
        return toolstack::Group{u"vm:"_s + vm, 112, u"started"_s, owner, u"none"_s, false};
    };
    status.groups = {started(u"db1"_s, u"xenhost1"_s), started(u"crm"_s, u"xenhost2"_s),
                     started(u"web1"_s, u"xenhost1"_s), started(u"web2"_s, u"xenhost3"_s)};
    node.facts->clustat = status;
    return node;
}

} // namespace

QByteArray seedFirst()
{
    return *formats::ClusterConf::create(formats::NewCluster::fencedByHand(
        u"domnull"_s, {u"node1.example.com"_s, u"node2.example.com"_s}));
}

QByteArray fourNodeConf()
{
    return R"(<?xml version="1.0"?>
<cluster name="domnull" config_version="12">
  <cman expected_votes="4"/>
  <clusternodes>
    <clusternode name="xenhost1" nodeid="1" votes="1">
      <fence>
        <method name="ipmi"><device name="ipmi1"/></method>
        <method name="power"><device name="apc" port="1"/></method>
      </fence>
    </clusternode>
    <clusternode name="xenhost2" nodeid="2" votes="1">
      <fence>
        <method name="power"><device name="apc" port="2"/></method>
      </fence>
    </clusternode>
    <clusternode name="xenhost3" nodeid="3" votes="1">
      <fence>
        <method name="power"><device name="apc" port="3"/></method>
      </fence>
    </clusternode>
    <clusternode name="xenhost4" nodeid="4" votes="1"/>
  </clusternodes>
  <fencedevices>
    <fencedevice name="ipmi1" agent="fence_ipmilan" ipaddr="10.0.0.11" login="admin" passwd="secret" lanplus="1"/>
    <fencedevice name="apc" agent="fence_apc" ipaddr="10.0.0.20" login="apc" passwd="apc"/>
  </fencedevices>
  <rm>
    <failoverdomains>
      <failoverdomain name="FD" ordered="1" restricted="1"> <!-- databases only -->
        <failoverdomainnode name="xenhost1" priority="1"/>
        <failoverdomainnode name="xenhost2" priority="2"/>
        <failoverdomainnode name="xenhost3" priority="3"/>
      </failoverdomain>
      <failoverdomain name="web" ordered="1" nofailback="1">
        <failoverdomainnode name="xenhost1" priority="1"/>
        <failoverdomainnode name="xenhost3" priority="2"/>
      </failoverdomain>
      <failoverdomain name="anywhere">
        <failoverdomainnode name="xenhost1"/>
        <failoverdomainnode name="xenhost2"/>
        <failoverdomainnode name="xenhost4"/>
      </failoverdomain>
    </failoverdomains>
    <vm name="db1" domain="FD" autostart="1" recovery="relocate"/>
    <vm name="crm" domain="FD" autostart="0" depend="vm:db1"/>
    <vm name="web1" domain="web" path="/etc/xen:/mnt/xen" migrate="live"/>
    <vm name="web2" domain="web" use_virsh="0"/>
    <vm name="test" autostart="0"/>
    <service name="nfs" domain="anywhere" recovery="relocate">
      <ip address="10.0.0.99" monitor_link="1"/>
    </service>
  </rm>
</cluster>
)";
}

QByteArray largeConf(int nodes, int domains, int vms)
{
    QByteArray text = "<?xml version=\"1.0\"?>\n<cluster name=\"large\" config_version=\"7\">\n"
                      "  <clusternodes>\n";
    for (int node = 1; node <= nodes; ++node)
        text += "    <clusternode name=\"node" + QByteArray::number(node) + "\" nodeid=\""
                + QByteArray::number(node) + "\"/>\n";
    text += "  </clusternodes>\n  <rm>\n    <failoverdomains>\n";
    for (int domain = 1; domain <= domains; ++domain) {
        text += "      <failoverdomain name=\"domain" + QByteArray::number(domain) + "\" ordered=\""
                + QByteArray::number(domain % 3 != 0) + "\">\n";
        for (int i = 0; i < std::min(nodes, 3 + domain % 5); ++i)
            text += "        <failoverdomainnode name=\"node"
                    + QByteArray::number((domain + i) % nodes + 1) + "\" priority=\""
                    + QByteArray::number(i + 1) + "\"/>\n";
        text += "      </failoverdomain>\n";
    }
    text += "    </failoverdomains>\n";
    for (int vm = 1; vm <= vms; ++vm)
        text += "    <vm name=\"guest" + QByteArray::number(vm) + "\" domain=\"domain"
                + QByteArray::number(vm % domains + 1) + "\"/>\n";
    return text + "  </rm>\n</cluster>\n";
}

QByteArray awkwardConf()
{
    return R"(<?xml version="1.0"?>
<cluster name="domnull" config_version="3">
  <clusternodes>
    <clusternode name="xenhost1.production.datacentre-frankfurt.example.org" nodeid="1"/>
    <clusternode name="xenhost2.production.datacentre-frankfurt.example.org" nodeid="2"/>
  </clusternodes>
  <rm>
    <failoverdomains>
      <failoverdomain name="customer-relationship-management-databases-of-the-frankfurt-datacentre" ordered="1">
        <failoverdomainnode name="xenhost1.production.datacentre-frankfurt.example.org"/>
        <failoverdomainnode name="xenhost2.production.datacentre-frankfurt.example.org" priority="1"/>
        <failoverdomainnode name="xenhost9.gone.example.org" priority="250"/>
      </failoverdomain>
      <failoverdomain name="空き" ordered="yes" restricted="1"/>
      <failoverdomain name="&lt;b&gt;bold&lt;/b&gt;" ordered="1">
        <failoverdomainnode name="xenhost2.production.datacentre-frankfurt.example.org" priority="1"/>
        <failoverdomainnode name="xenhost1.production.datacentre-frankfurt.example.org" priority="1"/>
      </failoverdomain>
    </failoverdomains>
    <vm name="customer-relationship-management-production-db-01" domain="customer-relationship-management-databases-of-the-frankfurt-datacentre"/>
    <vm name="customer-relationship-management-production-db-02" domain="customer-relationship-management-databases-of-the-frankfurt-datacentre"/>
    <vm name="lost" domain="no-such-domain" autostart="yes"/>
  </rm>
</cluster>
)";
}

cluster::ClusterState fourNodeState()
{
    cluster::ClusterState state;
    state.name = u"domnull"_s;
    state.nodes = {
        member(1, 16384, {guestOf(u"db1"_s, 4, 4096), guestOf(u"web1"_s, 2, 2048)}),
        member(2, 16384, {guestOf(u"crm"_s, 2, 4096)}),
        member(3, 8192,
               {guestOf(u"web2"_s, 2, 2048), guestOf(u"web3"_s, 2, 2048),
                guestOf(u"mail"_s, 1, 1024)}),
        member(4, 16384, {}),
    };
    loseNode(state.nodes[3]);
    return state;
}

} // namespace colonnade::gui
