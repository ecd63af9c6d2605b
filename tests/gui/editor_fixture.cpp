// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/editor_fixture.h"

#include "gui/nodefiles.h"

using namespace Qt::StringLiterals;

namespace colonnade::gui {

void FakeCluster::setFile(const QString &node, const std::optional<QByteArray> &bytes)
{
    const std::scoped_lock lock(m_mutex);
    Node &made = m_nodes[node];
    made.bytes = bytes;
    if (!made.connection)
        made.connection = std::make_unique<test::FakeConnection>(node);
}

void FakeCluster::setReachable(const QString &node, bool reachable)
{
    const std::scoped_lock lock(m_mutex);
    m_nodes.at(node).isReachable = reachable;
}

std::optional<QByteArray> FakeCluster::file(const QString &node) const
{
    const std::scoped_lock lock(m_mutex);
    return m_nodes.at(node).bytes;
}

FileReader FakeCluster::reader()
{
    return [this](remote::Connection &connection, const QString &path,
                  const std::stop_token &) -> base::Result<ReadFile> {
        ++m_reads;
        const std::scoped_lock lock(m_mutex);
        const Node &node = m_nodes.at(connection.node());
        if (!node.isReachable)
            return base::failure(base::ErrorCode::ConnectionLost,
                                 connection.node() + u" did not answer."_s);
        if (path != m_path || !node.bytes)
            return ReadFile{};
        return ReadFile{true, *node.bytes};
    };
}

remote::Connection *FakeCluster::connection(const QString &node)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_nodes.find(node);
    return found == m_nodes.end() ? nullptr : found->second.connection.get();
}

cluster::ClusterState FakeCluster::state() const
{
    const std::scoped_lock lock(m_mutex);
    cluster::ClusterState state;
    state.name = u"domnull"_s;
    for (const auto &[name, node] : m_nodes) {
        cluster::NodeState entry;
        entry.profile.name = name;
        entry.connection.phase =
            node.isReachable ? remote::Phase::Connected : remote::Phase::Waiting;
        cluster::NodeFacts facts;
        facts.readAt = facts.detailsReadAt = QDateTime::currentDateTimeUtc();
        facts.hostName = name;
        if (node.bytes)
            facts.fileHashes.insert(m_path, hashOf(*node.bytes));
        entry.facts = facts;
        state.nodes.append(entry);
    }
    return state;
}

base::Result<cluster::NodeFacts> FakeCluster::refresh(const QString &node, const QStringList &,
                                                      std::stop_token)
{
    return *state().node(node)->facts;
}

QByteArray seedConf()
{
    return "<?xml version=\"1.0\"?>\n"
           "<cluster name=\"domnull\" config_version=\"12\">\n"
           "  <cman expected_votes=\"3\"/>\n"
           "  <clusternodes>\n"
           "    <clusternode name=\"xenhost1\" nodeid=\"1\" votes=\"1\">\n"
           "      <fence><method name=\"single\"><device name=\"human\" "
           "nodename=\"xenhost1\"/></method></fence>\n"
           "    </clusternode>\n"
           "    <clusternode name=\"xenhost2\" nodeid=\"2\" votes=\"1\">\n"
           "      <fence><method name=\"single\"><device name=\"human\" "
           "nodename=\"xenhost2\"/></method></fence>\n"
           "    </clusternode>\n"
           "    <clusternode name=\"xenhost3\" nodeid=\"3\" votes=\"1\">\n"
           "      <fence><method name=\"single\"><device name=\"human\" "
           "nodename=\"xenhost3\"/></method></fence>\n"
           "    </clusternode>\n"
           "  </clusternodes>\n"
           "  <fencedevices>\n"
           "    <fencedevice name=\"human\" agent=\"fence_manual\"/>\n"
           "  </fencedevices>\n"
           "  <rm>\n"
           "    <failoverdomains>\n"
           "      <failoverdomain name=\"FD\" ordered=\"1\" restricted=\"1\">  <!-- databases only "
           "-->\n"
           "        <failoverdomainnode name=\"xenhost1\" priority=\"1\"/>\n"
           "        <failoverdomainnode name=\"xenhost2\" priority=\"2\"/>\n"
           "      </failoverdomain>\n"
           "    </failoverdomains>\n"
           "    <vm name=\"db1\" domain=\"FD\" path=\"/etc/xen\" autostart=\"yes\"/>\n"
           "    <vm name=\"crm\" domain=\"FD\" path=\"/etc/xen\"/>\n"
           "  </rm>\n"
           "</cluster>\n";
}

QByteArray largeConf(int nodes, int vms)
{
    QByteArray text = "<?xml version=\"1.0\"?>\n<cluster name=\"large\" config_version=\"7\">\n"
                      "  <clusternodes>\n";
    for (int i = 1; i <= nodes; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "    <clusternode name=\"xenhost" + number + "\" nodeid=\"" + number
                + "\" votes=\"1\">\n      <fence>\n        <method name=\"power\">\n"
                  "          <device name=\"ipmi"
                + number + "\"/>\n        </method>\n      </fence>\n    </clusternode>\n";
    }
    text += "  </clusternodes>\n  <fencedevices>\n";
    for (int i = 1; i <= nodes; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "    <fencedevice name=\"ipmi" + number
                + "\" agent=\"fence_ipmilan\" ipaddr=\"10.0.0." + number
                + "\" login=\"admin\" passwd=\"secret\"/>\n";
    }
    text += "  </fencedevices>\n  <rm>\n    <failoverdomains>\n";
    for (int i = 0; i < nodes / 2; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "      <failoverdomain name=\"FD" + number + "\" ordered=\"1\" restricted=\"1\">\n";
        for (int member = 0; member < 4; ++member)
            text += "        <failoverdomainnode name=\"xenhost"
                    + QByteArray::number((2 * i + member) % nodes + 1) + "\" priority=\""
                    + QByteArray::number(member + 1) + "\"/>\n";
        text += "      </failoverdomain>\n";
    }
    text += "    </failoverdomains>\n";
    for (int i = 0; i < vms; ++i)
        text += "    <vm name=\"guest" + QByteArray::number(i) + "\" domain=\"FD"
                + QByteArray::number(i % std::max(1, nodes / 2))
                + "\" path=\"/etc/xen\" autostart=\"yes\" recovery=\"relocate\"/>\n";
    return text + "  </rm>\n</cluster>\n";
}

Deployer fakeDeployer(const std::shared_ptr<FakeCluster> &cluster)
{
    using namespace operations;
    Deployer deployer;
    deployer.plan = [](const cluster::ClusterState &,
                       const DeployRequest &request) -> base::Result<Plan> {
        Plan plan{u"deploy-1"_s,   u"deploy"_s, u"Roll out "_s + request.path,
                  request.cluster, {},          {}};
        for (const DeployTarget &target : request.targets)
            plan.steps.append({target.node,
                               u"Swap the file"_s,
                               "mv -fT cluster.conf.new /etc/cluster/cluster.conf",
                               {},
                               {},
                               {}});
        plan.details[u"bytes"_s] = QString::fromLatin1(request.bytes.toBase64());
        plan.details[u"reason"_s] = request.reason;
        return plan;
    };
    deployer.run = [cluster](cluster::Nodes &, Journal &, const Plan &plan, const DeploySink &sink,
                             const std::stop_token &stop) -> DeployResult {
        DeployResult result{DeployOutcome::Deployed, u"All nodes run the new file."_s, {}, {}};
        for (const Step &step : plan.steps) {
            sink({plan.id, DeployStage::Swapping, step.node, u"swapping"_s});
            if (stop.stop_requested())
                return {
                    DeployOutcome::RolledBack, u"Stopped; all nodes hold the old file."_s, {}, {}};
            cluster->setFile(
                step.node, QByteArray::fromBase64(plan.details[u"bytes"_s].toString().toLatin1()));
            result.nodes.append({step.node, DeployNode::Holds::New, {}});
        }
        return result;
    };
    return deployer;
}

} // namespace colonnade::gui
