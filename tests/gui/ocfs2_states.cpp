// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ocfs2_states.h"

namespace colonnade::gui {

using namespace Qt::StringLiterals;

namespace {

QByteArray nodeStanza(const QByteArray &cluster, int number, const QByteArray &name,
                      const QByteArray &address)
{
    return "node:\n\tip_port = 7777\n\tip_address = " + address
           + "\n\tnumber = " + QByteArray::number(number) + "\n\tname = " + name
           + "\n\tcluster = " + cluster + "\n\n";
}

cluster::NodeState node(int index)
{
    cluster::NodeState state;
    state.profile.name = u"xenhost%1"_s.arg(index + 1);
    state.connection.phase = remote::Phase::Connected;
    cluster::NodeFacts facts;
    facts.readAt = facts.detailsReadAt = QDateTime(QDate(2009, 3, 13), QTime(12, 0), Qt::UTC);
    facts.hostName = state.profile.name;
    facts.toolstack = toolstack::Kind::Xl;
    facts.addresses = {{u"127.0.0.1"_s, 8, u"lo"_s},
                       {u"192.0.2.%1"_s.arg(index + 11), 24, u"xenbr0"_s},
                       {u"10.0.0.%1"_s.arg(index + 1), 24, u"eth1"_s}};
    facts.ocfs2.defaultsPath = u"/etc/default/o2cb"_s;
    facts.ocfs2.defaults = "O2CB_ENABLED=true\nO2CB_BOOTCLUSTER=domnull\n"
                           "O2CB_HEARTBEAT_THRESHOLD=31\n";
    state.facts = facts;
    return state;
}

void load(cluster::NodeState &state, int index)
{
    cluster::Ocfs2Facts &ocfs2 = state.facts->ocfs2;
    ocfs2.isLoaded = true;
    ocfs2.stack = u"o2cb"_s;
    ocfs2.mounts = {{u"/dev/sdb"_s, u"/shared"_s, true}};
    ocfs2.clusters = {{u"domnull"_s,
                       {{u"xenhost1"_s, 0, u"10.0.0.1"_s, 7777, index == 0},
                        {u"xenhost2"_s, 1, u"10.0.0.2"_s, 7777, index == 1}},
                       u"local"_s,
                       {{u"51275FB9AC33446FAA92389906A87FFD"_s, u"sdb"_s}},
                       {31, 30000, 2000, 2000}}};
}

} // namespace

QByteArray twoNodeList()
{
    return "# our cluster\ncluster:\n\tnode_count = 2\n\tname = domnull\n\n"
           + nodeStanza("domnull", 0, "xenhost1", "10.0.0.1")
           + nodeStanza("domnull", 1, "xenhost2", "10.0.0.2");
}

QByteArray severalClustersList()
{
    return twoNodeList() + "cluster:\n\tnode_count = 1\n\tname = backup\n\n"
           + nodeStanza("backup", 0, "vault", "10.0.9.1");
}

QByteArray orphanList()
{
    return twoNodeList() + nodeStanza("domnul", 2, "xenhost3", "10.0.0.3");
}

cluster::ClusterState ocfs2State()
{
    cluster::ClusterState state;
    state.name = u"office"_s;
    for (int i = 0; i < 3; ++i) {
        state.nodes.append(node(i));
        if (i < 2)
            load(state.nodes.last(), i);
    }
    return state;
}

} // namespace colonnade::gui
