// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusterconfcases.h"

namespace colonnade::formats {

const QByteArray HealthyCluster = R"(<?xml version="1.0"?>
<cluster name="alpha" config_version="7">
  <cman expected_votes="3"/>
  <clusternodes>
    <clusternode name="node1" nodeid="1">
      <fence>
        <method name="power">
          <device name="apc" port="1"/>
        </method>
      </fence>
    </clusternode>
    <clusternode name="node2" nodeid="2">
      <fence>
        <method name="power">
          <device name="apc" port="2"/>
        </method>
      </fence>
    </clusternode>
    <clusternode name="node3" nodeid="3">
      <fence>
        <method name="power">
          <device name="apc" port="3"/>
        </method>
      </fence>
    </clusternode>
  </clusternodes>
  <fencedevices>
    <fencedevice name="apc" agent="fence_apc" ipaddr="192.168.1.9" login="apc" passwd="x"/>
  </fencedevices>
  <rm>
    <failoverdomains>
      <failoverdomain name="FD" ordered="1" restricted="1">
        <failoverdomainnode name="node1" priority="1"/>
        <failoverdomainnode name="node2" priority="2"/>
      </failoverdomain>
    </failoverdomains>
    <resources>
      <ip address="192.168.1.50"/>
      <script name="httpd" file="/etc/init.d/httpd"/>
    </resources>
    <service name="web" domain="FD" autostart="1" recovery="relocate">
      <ip ref="192.168.1.50">
        <script ref="httpd"/>
      </ip>
    </service>
    <vm name="web1" domain="FD" autostart="1" path="/etc/xen"/>
  </rm>
</cluster>
)";

namespace {

using enum Severity;
using enum ClusterGeneration;

// What the changes replace.
const QByteArray Root = R"(<cluster name="alpha" config_version="7">)";
const QByteArray Cman = R"(<cman expected_votes="3"/>)";
const QByteArray Nodes = "  <clusternodes>\n";
const QByteArray Node1 = R"(<clusternode name="node1" nodeid="1">)";
const QByteArray Node2 = R"(<clusternode name="node2" nodeid="2">)";
const QByteArray Node3 = R"(    <clusternode name="node3" nodeid="3">
      <fence>
        <method name="power">
          <device name="apc" port="3"/>
        </method>
      </fence>
    </clusternode>
)";
const QByteArray Fence3 = R"(
      <fence>
        <method name="power">
          <device name="apc" port="3"/>
        </method>
      </fence>
    </clusternode>
)";
const QByteArray Device1 = R"(<device name="apc" port="1"/>)";
const QByteArray Method1 = R"(<method name="power">
          <device name="apc" port="1"/>
        </method>)";
const QByteArray Apc =
    R"(<fencedevice name="apc" agent="fence_apc" ipaddr="192.168.1.9" login="apc" passwd="x"/>)";
const QByteArray Rm = "<rm>";
const QByteArray Domain = R"(<failoverdomain name="FD" ordered="1" restricted="1">)";
const QByteArray Member1 = R"(<failoverdomainnode name="node1" priority="1"/>)";
const QByteArray Member2 = R"(<failoverdomainnode name="node2" priority="2"/>)";
const QByteArray EndDomains = "    </failoverdomains>";
const QByteArray Ip = R"(<ip address="192.168.1.50"/>)";
const QByteArray Service = R"(<service name="web" domain="FD" autostart="1" recovery="relocate">)";
const QByteArray Vm = R"(<vm name="web1" domain="FD" autostart="1" path="/etc/xen"/>)";

/// The file with one thing else in a place.
using Changes = QList<std::pair<QByteArray, QByteArray>>;

Changes cman(const QByteArray &attributes)
{
    return {{Cman, "<cman" + attributes + "/>"}};
}

Changes beforeNodes(const QByteArray &section)
{
    return {{Nodes, "  " + section + '\n' + Nodes}};
}

Changes vm(const QByteArray &attributes)
{
    return {{Vm, R"(<vm name="web1" domain="FD" )" + attributes + "/>"}};
}

/// Two nodes, with a <cman> of these attributes.
Changes twoNodes(const QByteArray &attributes)
{
    return {{Node3, ""}, {Cman, "<cman" + attributes + "/>"}};
}

Changes quorumDisk(const QByteArray &attributes, const QByteArray &content = {})
{
    return {{Cman, R"(<cman expected_votes="5"/>)"},
            {Nodes, "  <quorumd" + attributes + ">" + content + "</quorumd>\n" + Nodes}};
}

Changes manyNodes(int count)
{
    QByteArray nodes;
    for (int i = 4; i <= count; ++i) {
        const QByteArray number = QByteArray::number(i);
        nodes += "    <clusternode name=\"node" + number + "\" nodeid=\"" + number
                 + R"("><fence><method name="power"><device name="apc" port=")" + number
                 + "\"/></method></fence></clusternode>\n";
    }
    return {{Node3, Node3 + nodes}, {Cman, "<cman/>"}};
}

QList<ClusterConfCase> fileCases()
{
    return {
        {"document type",
         {{Root, "<!DOCTYPE cluster>\n" + Root}},
         "document-type",
         Hint,
         "<!DOCTYPE cluster>",
         "?>\n\n<cluster"},
        {"entity",
         {{Root, "<!DOCTYPE cluster [<!ENTITY n \"web1\">]>\n" + Root},
          {Vm, R"(<vm name="web1" snapshot="/var/&n;"/>)"}},
         "entity-in-value",
         Error,
         "/var/&n;",
         {},
         {"document-type"}},
        {"entity between tags",
         {{Root, "<!DOCTYPE cluster [<!ENTITY vms \"\">]>\n" + Root}, {Rm, Rm + "&vms;"}},
         "entity-in-content",
         Warning,
         "cluster",
         {},
         {"document-type"}},
        {"lost comment end",
         {{Nodes, "  fence later -->\n" + Nodes}},
         "stray-text",
         Warning,
         "fence later -->"},
        {"second cman", beforeNodes("<cman/>"), "duplicate-section", Error, "cman",
         "expected_votes=\"3\"/>\n  <clusternodes>"},
        {"second rm",
         {{"</rm>", "</rm>\n  <rm log_level=\"5\"/>"}},
         "duplicate-section",
         Error,
         "rm"},
        {"vendor's element",
         {{Node1, Node1 + "<com_info><eth ip=\"x\">y</eth></com_info>"},
          {Node2, Node2 + "<com_info/>"}},
         "unknown-element",
         Hint,
         "com_info"},
        {"vendor's element, schema",
         {{Node1, Node1 + "<com_info/>"}},
         "unknown-element",
         Warning,
         "com_info",
         {},
         {},
         Cluster31},
        {"resource of another agent",
         {{Ip, Ip + R"(<drbdadm name="r0"/>)"}},
         "unknown-element",
         Hint,
         "drbdadm"},
        {"misspelt element",
         {{"<failoverdomains>", "<failoverdomians>"},
          {"</failoverdomains>", "</failoverdomians>"},
          {Service, R"(<service name="web">)"},
          {Vm, R"(<vm name="web1"/>)"}},
         "misspelt-element",
         Warning,
         "failoverdomians",
         "<failoverdomains>"},
        {"unknown attribute",
         {{Root, R"(<cluster name="alpha" config_version="7" type="gfs">)"}},
         "unknown-attribute",
         Hint,
         "type"},
        {"misspelt attribute",
         {{Domain, R"(<failoverdomain name="FD" orderd="1" restricted="1">)"}},
         "misspelt-attribute",
         Warning,
         "orderd",
         R"(name="FD" ordered="1")",
         {"unused-priority"}},
        {"attribute in other case",
         {{Node1, R"(<clusternode name="node1" nodeid="1" Votes="1">)"}},
         "misspelt-attribute",
         Warning,
         "Votes",
         R"(nodeid="1" votes="1")"},
        {"alias",
         {{Root, R"(<cluster alias="a" name="alpha" config_version="7">)"}},
         "wrong-generation",
         Hint,
         "alias"},
        {"transport in 3.0",
         cman(R"( transport="udpu")"),
         "wrong-generation",
         Warning,
         "transport",
         {},
         {"vm-status-program"},
         Cluster30},
        {"logging in 2.x",
         beforeNodes("<logging/>"),
         "wrong-generation",
         Warning,
         "logging",
         {},
         {},
         Cluster2},
        {"no cluster name",
         {{Root, R"(<cluster config_version="7">)"}},
         "missing-attribute",
         Error,
         "cluster"},
        {"no version",
         {{Root, R"(<cluster name="alpha">)"}},
         "missing-attribute",
         Error,
         "cluster",
         R"(name="alpha" config_version="1")"},
        {"no method name",
         {{Method1, "<method><device name=\"apc\" port=\"1\"/></method>"}},
         "missing-attribute",
         Error,
         "method",
         R"(<method name="1">)"},
        {"no agent",
         {{Apc, R"(<fencedevice name="apc" ipaddr="192.168.1.9"/>)"}},
         "missing-attribute",
         Error,
         "fencedevice"},
        {"no resource name",
         {{Ip, Ip + R"(<script file="/bin/true"/>)"}},
         "missing-attribute",
         Error,
         "script"},
        {"no mount point",
         {{Service, Service + R"(<fs name="d" device="/dev/sdb"/>)"}},
         "missing-attribute",
         Error,
         "fs"},
        {"empty member name",
         {{Member2, R"(<failoverdomainnode name="" priority="2"/>)"}},
         "missing-attribute",
         Error,
         ""},
        {"port is a word", cman(R"( port="udp")"), "not-a-number", Error, "udp"},
        {"token with a unit", beforeNodes(R"(<totem token="21s"/>)"), "not-a-number", Error, "21s"},
        {"yes for 1",
         {{Domain, R"(<failoverdomain name="FD" ordered="1" restricted="yes">)"}},
         "not-a-flag",
         Error,
         "yes",
         R"(restricted="1")"},
        {"autostart yes", vm(R"(autostart="yes")"), "not-a-flag", Error, "yes", R"(autostart="1")"},
        {"autostart no", vm(R"(autostart="no")"), "not-a-flag", Hint, "no", R"(autostart="0")"},
        {"autostart empty", vm(R"(autostart="")"), "not-a-flag", Warning, "", R"(autostart="0")"},
        {"exclusive yes", vm(R"(exclusive="yes")"), "not-a-flag", Hint, "yes", R"(exclusive="1")"},
        {"exclusive true", vm(R"(exclusive="true")"), "not-a-flag", Error, "true",
         R"(exclusive="1")"},
        {"flag with a tail", vm(R"(autostart="1x")"), "not-a-flag", Error, "1x"},
        {"broadcast 1", cman(R"( broadcast="1")"), "not-a-word", Error, "1", R"(broadcast="yes")"},
        {"upgrading true", cman(R"( upgrading="true")"), "not-a-word", Warning, "true",
         R"(upgrading="yes")"},
        {"debug 1", beforeNodes(R"(<logging debug="1"/>)"), "not-a-word", Error, "1",
         R"(debug="on")"},
        {"time", vm(R"(restart_expire_time="5x")"), "not-a-time", Warning, "5x"},
        {"unknown transport", cman(R"( transport="udppu")"), "unknown-choice", Error, "udppu",
         R"(transport="udpu")"},
        {"migrate Live", vm(R"(migrate="Live")"), "unknown-choice", Warning, "Live",
         R"(migrate="live")"},
        {"migration for migrate", vm(R"(migration="live")"), "misspelt-attribute", Warning,
         "migration", R"(migrate="live")"},
    };
}

QList<ClusterConfCase> clusterCases()
{
    return {
        {"16 letters",
         {{"\"alpha\"", "\"abcdefghijklmnop\""}},
         "cluster-name-length",
         Error,
         "abcdefghijklmnop"},
        {"blank in the name",
         {{"\"alpha\"", "\"al pha\""}},
         "cluster-name-characters",
         Warning,
         "al pha"},
        {"version", {{"\"7\"", "\"7a\""}}, "config-version", Error, "7a"},
        {"cluster id", cman(R"( cluster_id="70000")"), "cluster-id", Warning, "70000"},
        {"port 1", cman(R"( port="1")"), "port-range", Error, "1"},
        {"nodename", cman(R"( nodename="node1")"), "internal-attribute", Warning, "node1",
         "<cman/>"},
        {"broadcast and transport", cman(R"( broadcast="yes" transport="udpb")"),
         "broadcast-transport", Error, "yes", R"(<cman transport="udpb"/>)"},
        {"broadcast and other transport", cman(R"( broadcast="yes" transport="udpu")"),
         "broadcast-transport", Error, "yes"},
        {"transport in totem", beforeNodes(R"(<totem transport="udpu"/>)"), "totem-transport",
         Error, "udpu", R"(<cman expected_votes="3" transport="udpu"/>)"},
        {"no multicast address",
         {{Cman, R"(<cman><multicast addr="192.168.1.1"/></cman>)"}},
         "multicast-address",
         Error,
         "192.168.1.1"},
        {"other multicast address",
         {{Cman, R"(<cman><multicast addr="224.0.0.1"/></cman>)"}},
         "multicast-address",
         Hint,
         "224.0.0.1"},
        {"families",
         {{Cman, R"(<cman><multicast addr="ff15::1"/></cman>)"},
          {R"(name="node3")", R"(name="192.168.1.3")"}},
         "address-family",
         Error,
         "ff15::1"},
        {"clean start", beforeNodes(R"(<fence_daemon clean_start="1"/>)"), "clean-start", Warning,
         "1", R"(clean_start="0")"},
        {"negative delay", beforeNodes(R"(<fence_daemon post_fail_delay="-1"/>)"), "fence-delay",
         Warning, "-1", "<fence_daemon/>"},
        {"short delay", beforeNodes(R"(<fence_daemon post_join_delay="3"/>)"), "post-join-delay",
         Hint, "3", R"(post_join_delay="6")"},
        {"interface", beforeNodes(R"(<totem><interface bindnetaddr="10.0.0.0"/></totem>)"),
         "totem-interface", Hint, "interface"},
        {"logging daemon", beforeNodes(R"(<logging><logging_daemon name="ccsd"/></logging>)"),
         "logging-daemon", Warning, "ccsd"},
        {"logging daemons in 3.0",
         beforeNodes(R"(<logging><logging_daemon name="fenced"/><logging_daemon name="qdiskd"/>)"
                     "</logging>"),
         "logging-daemons",
         Warning,
         "logging_daemon",
         {},
         {"vm-status-program"},
         Cluster30},
        {"old logging",
         {{Rm, R"(<rm log_level="6">)"}},
         "deprecated-attribute",
         Hint,
         "6",
         {},
         {},
         Cluster31},
    };
}

QList<ClusterConfCase> votesCases()
{
    return {
        {"two_node with three", cman(R"( two_node="1" expected_votes="1")"), "two-node-count",
         Error, "1", R"(<cman two_node="0"/>)"},
        {"two_node with two votes",
         {{Node3, ""},
          {Cman, R"(<cman two_node="1" expected_votes="1"/>)"},
          {Node2, R"(<clusternode name="node2" nodeid="2" votes="2">)"}},
         "two-node-votes",
         Error,
         "2",
         R"(nodeid="2" votes="1")"},
        {"two_node alone", twoNodes(R"( two_node="1")"), "two-node-expected-votes", Warning, "1",
         R"(two_node="1" expected_votes="1")"},
        {"two_node and three expected", twoNodes(R"( two_node="1" expected_votes="3")"),
         "two-node-expected-votes", Error, "3", R"(expected_votes="1")"},
        {"two_node and a quorum disk",
         {{Node3, ""},
          {Cman, R"(<cman two_node="1" expected_votes="3"/>)"},
          {Nodes, R"(  <quorumd label="q" votes="1"/>)"
                  "\n" + Nodes}},
         "two-node-quorum-disk",
         Error,
         "1",
         R"(<cman two_node="0" expected_votes="3"/>)"},
        {"two nodes without two_node", twoNodes(""), "two-nodes-without-two-node", Warning, "cman",
         R"(<cman two_node="1" expected_votes="1"/>)"},
        {"two nodes without cman",
         {{Node3, ""}, {"  " + Cman + '\n', ""}},
         "two-nodes-without-two-node",
         Warning,
         "clusternodes",
         "  <cman two_node=\"1\" expected_votes=\"1\"/>\n  <clusternodes>"},
        {"one expected", cman(R"( expected_votes="1")"), "expected-votes", Warning, "1",
         R"(expected_votes="3")"},
        {"four expected", cman(R"( expected_votes="4")"), "expected-votes", Warning, "4",
         R"(expected_votes="3")"},
        {"never quorate", cman(R"( expected_votes="6")"), "never-quorate", Error, "6",
         R"(expected_votes="3")"},
        {"even",
         {{Cman, "<cman/>"}, {Node2, R"(<clusternode name="node2" nodeid="2" votes="2">)"}},
         "even-votes",
         Hint,
         "clusternodes"},
    };
}

QList<ClusterConfCase> nodeCases()
{
    return {
        {"no clusternodes",
         {{HealthyCluster, R"(<cluster name="alpha" config_version="1"><cman/></cluster>)"}},
         "missing-clusternodes",
         Error,
         "cluster"},
        {"empty clusternodes",
         {{HealthyCluster,
           R"(<cluster name="alpha" config_version="1"><clusternodes/></cluster>)"}},
         "no-nodes",
         Error,
         "clusternodes"},
        {"17 nodes", manyNodes(17), "many-nodes", Hint, "clusternodes"},
        {"129 nodes", manyNodes(129), "many-nodes", Warning, "clusternodes"},
        {"no node id",
         {{Node2, R"(<clusternode name="node2">)"}},
         "missing-node-id",
         Error,
         "clusternode",
         R"(<clusternode name="node2" nodeid="2">)"},
        {"node id 0",
         {{Node2, R"(<clusternode name="node2" nodeid="0">)"}},
         "node-id-range",
         Error,
         "0",
         R"(name="node2" nodeid="2")"},
        {"node id of node1",
         {{Node2, R"(<clusternode name="node2" nodeid="1">)"}},
         "duplicate-node-id",
         Error,
         "1",
         R"(name="node2" nodeid="2")"},
        {"name of node1",
         {{Node3, R"(    <clusternode name="node1" nodeid="3">)" + Fence3}},
         "duplicate-node-name",
         Error,
         "node1"},
        {"host name",
         {{R"(name="node3")", R"(name="node 3")"}},
         "node-name-characters",
         Warning,
         "node 3"},
        {"256 letters",
         {{R"(name="node3")", "name=\"" + QByteArray(256, 'n') + '"'}},
         "node-name-length",
         Error,
         QByteArray(256, 'n')},
        {"no votes",
         {{Cman, R"(<cman expected_votes="2"/>)"},
          {Node2, R"(<clusternode name="node2" nodeid="2" votes="0">)"}},
         "node-votes",
         Hint,
         "0"},
        {"300 votes",
         {{Cman, "<cman/>"}, {Node2, R"(<clusternode name="node2" nodeid="2" votes="300">)"}},
         "node-votes",
         Error,
         "300"},
        {"third ring",
         {{Node1, Node1 + R"(<altname name="a"/><altname name="b"/>)"},
          {Node2, Node2 + R"(<altname name="c"/>)"},
          {R"(nodeid="3">)", R"(nodeid="3"><altname name="d"/>)"}},
         "too-many-rings",
         Error,
         "altname"},
        {"altname at the end",
         {{Method1 + "\n      </fence>", Method1 + "\n      </fence>\n      <altname name=\"a\"/>"},
          {Node2, Node2 + R"(<altname name="c"/>)"},
          {R"(nodeid="3">)", R"(nodeid="3"><altname name="d"/>)"}},
         "altname-order",
         Warning,
         "altname",
         "nodeid=\"1\">\n      <altname name=\"a\"/>\n      <fence>",
         {},
         Cluster31},
        {"altname of one",
         {{Node1, Node1 + R"(<altname name="a"/>)"}, {Node2, Node2 + R"(<altname name="b"/>)"}},
         "altname-missing",
         Warning,
         "node3"},
    };
}

QList<ClusterConfCase> quorumDiskCases()
{
    const QByteArray heuristic = R"(<heuristic program="/bin/true" score="2"/>)";
    return {
        {"no device", quorumDisk(""), "quorum-disk-device", Error, "quorumd"},
        {"device and label", quorumDisk(R"( label="q" device="/dev/sdb")"), "quorum-disk-label",
         Warning, "/dev/sdb", R"(<quorumd label="q">)"},
        {"node id 17",
         {{Cman, R"(<cman expected_votes="5"/>)"},
          {Nodes, "  <quorumd label=\"q\"/>\n" + Nodes},
          {R"(nodeid="3")", R"(nodeid="17")"}},
         "quorum-disk-limit",
         Error,
         "17",
         R"(name="node3" nodeid="3")"},
        {"slow disk", quorumDisk(R"( label="q" interval="1" tko="10")"), "quorum-disk-token",
         Warning, "10", R"(<totem token="21000"/>)"},
        {"slow disk, totem",
         {{Cman, R"(<cman expected_votes="5" quorum_dev_poll="30000"/><totem token="20000"/>)"},
          {Nodes, R"(  <quorumd label="q" interval="1" tko="10"/>)"
                  "\n" + Nodes}},
         "quorum-disk-token",
         Warning,
         "10",
         R"(<totem token="21000"/>)"},
        {"slow disk by default",
         quorumDisk(R"( label="q")"),
         "quorum-disk-token",
         Warning,
         "quorumd",
         R"(<totem token="21000"/>)",
         {},
         Cluster2},
        {"poll",
         {{Cman, R"(<cman expected_votes="5" quorum_dev_poll="20000"/><totem token="30000"/>)"},
          {Nodes, R"(  <quorumd label="q"/>)"
                  "\n" + Nodes}},
         "quorum-disk-poll",
         Warning,
         "20000",
         R"(quorum_dev_poll="30000")"},
        {"upgrade_wait", quorumDisk(R"( label="q" interval="1" tko="4" upgrade_wait="0")"),
         "quorum-disk-wait", Warning, "0"},
        {"master_wait", quorumDisk(R"( label="q" interval="1" tko="4" tko_up="2" master_wait="2")"),
         "quorum-disk-wait", Warning, "2"},
        {"min_score", quorumDisk(R"( label="q" min_score="3")", heuristic), "quorum-disk-score",
         Error, "3", R"(min_score="2")"},
        {"master_wins", quorumDisk(R"( label="q" master_wins="1")", heuristic),
         "quorum-disk-master-wins", Warning, "1", R"(master_wins="0")"},
        {"priority", quorumDisk(R"( label="q" priority="101")"), "quorum-disk-priority", Warning,
         "101"},
        {"ping", quorumDisk(R"( label="q")", R"(<heuristic program="/bin/ping -c1 10.0.0.1"/>)"),
         "quorum-disk-ping", Warning, "/bin/ping -c1 10.0.0.1"},
        {"status file", quorumDisk(R"( label="q" status_file="/tmp/q")"), "quorum-disk-status-file",
         Hint, "/tmp/q"},
        {"disk without expected votes",
         {{Cman, "<cman/>"}, {Nodes, "  <quorumd label=\"q\"/>\n" + Nodes}},
         "quorum-disk-expected-votes",
         Warning,
         "quorumd",
         R"(<cman expected_votes="5"/>)"},
    };
}

QList<ClusterConfCase> fencingCases()
{
    const QByteArray unfence = R"(<unfence><device name="scsi" )";
    const QByteArray scsi = R"(<fencedevice name="scsi" agent="fence_scsi"/>)";
    const QByteArray scsiUse = R"(<device name="scsi" nodename="node1"/>)";
    return {
        {"no fencing at all",
         {{HealthyCluster, R"(<cluster name="alpha" config_version="1"><clusternodes>
             <clusternode name="a" nodeid="1"/><clusternode name="b" nodeid="2"/>
             <clusternode name="c" nodeid="3"/></clusternodes></cluster>)"}},
         "no-fencing",
         Warning,
         "clusternodes"},
        {"one without fencing",
         {{Node3, R"(<clusternode name="node3" nodeid="3"/>)"}},
         "node-without-fencing",
         Warning,
         "node3"},
        {"empty method",
         {{Method1, Method1 + R"(<method name="later"/>)"}},
         "method-without-device",
         Warning,
         "later"},
        {"two methods of a name",
         {{Method1, Method1 + Method1}},
         "duplicate-method",
         Error,
         "power",
         R"(</method><method name="1">)"},
        {"nine methods",
         {{Method1, R"(<method name="1"><device name="apc" port="1"/></method>
            <method name="2"><device name="apc" port="1"/></method>
            <method name="3"><device name="apc" port="1"/></method>
            <method name="4"><device name="apc" port="1"/></method>
            <method name="5"><device name="apc" port="1"/></method>
            <method name="6"><device name="apc" port="1"/></method>
            <method name="7"><device name="apc" port="1"/></method>
            <method name="8"><device name="apc" port="1"/></method>
            <method name="9"><device name="apc" port="1"/></method>)"}},
         "too-many-methods",
         Error,
         "method"},
        {"nine devices",
         {{Device1, QByteArray(Device1 + ' ').repeated(9)}},
         "too-many-devices",
         Error,
         "device",
         {},
         {"dual-power"}},
        {"copy of a fence device",
         {{Apc, Apc + Apc}},
         "duplicate-fence-device",
         Error,
         "apc",
         "x\"/>\n  </fencedevices>"},
        {"other device of that name",
         {{Apc, Apc + R"(<fencedevice name="apc" agent="fence_wti" ipaddr="192.168.1.8"/>)"}},
         "duplicate-fence-device",
         Error,
         "apc"},
        {"name with a blank",
         {{Apc, R"(<fencedevice name="my apc" agent="fence_apc_snmp" )"
                R"(ipaddr="192.168.1.9"/>)"
                    + Apc},
          {Device1, R"(<device name="my apc" port="1"/>)"}},
         "fence-device-name",
         Warning,
         "my apc",
         {},
         {},
         Cluster31},
        {"unknown device",
         {{Device1, R"(<device name="ilo" port="1"/>)"}},
         "unknown-fence-device",
         Error,
         "ilo"},
        {"device in other case",
         {{Device1, R"(<device name="APC" port="1"/>)"}},
         "unknown-fence-device",
         Error,
         "APC",
         R"(<device name="apc" port="1"/>)"},
        {"unused",
         {{Apc, Apc + R"(<fencedevice name="wti" agent="fence_wti" ipaddr="10.0.0.8"/>)"}},
         "unused-fence-device",
         Hint,
         "wti"},
        {"by hand",
         {{Apc, Apc + R"(<fencedevice name="man" agent="fence_manual"/>)"},
          {Device1, R"(<device name="man" nodename="node1"/>)"}},
         "fence-manual",
         Warning,
         "fence_manual"},
        {"by hand, old name",
         {{Apc, Apc + R"(<fencedevice name="man" agent="fence_manual"/>)"},
          {Device1, R"(<device name="man" ipaddr="node1"/>)"}},
         "fence-old-name",
         Hint,
         "ipaddr",
         R"(<device name="man" nodename="node1"/>)",
         {"fence-manual"}},
        {"no port",
         {{Device1, R"(<device name="apc"/>)"}},
         "fence-attribute-missing",
         Warning,
         "apc"},
        {"no address",
         {{Apc, R"(<fencedevice name="apc" agent="fence_wti"/>)"}},
         "fence-attribute-missing",
         Warning,
         "apc"},
        {"nodename in 2.x",
         {{Apc, Apc + scsi}, {Device1, R"(<device name="scsi"/>)"}},
         "fence-attribute-missing",
         Warning,
         "scsi",
         {},
         {},
         Cluster2},
        {"password",
         {{Apc, R"(<fencedevice name="apc" agent="fence_apc" ipaddr="192.168.1.9" )"
                R"(login="apc" password="x"/>)"}},
         "misspelt-attribute",
         Warning,
         "password",
         R"(login="apc" passwd="x")",
         {"fence-attribute-missing"}},
        {"hostname of a C agent",
         {{Apc, Apc + R"(<fencedevice name="i" agent="fence_ipmilan" hostname="10.0.0.7"/>)"},
          {Device1, R"(<device name="i"/>)"}},
         "misspelt-attribute",
         Warning,
         "hostname",
         R"(agent="fence_ipmilan" ipaddr="10.0.0.7")",
         {"fence-attribute-missing"}},
        {"hostname of a Python agent",
         {{Apc,
           Apc + R"(<fencedevice name="i" agent="fence_ilo" hostname="10.0.0.7" login="a" passwd="b"/>)"},
          {Device1, R"(<device name="i"/>)"}},
         "fence-old-name",
         Hint,
         "hostname"},
        {"attribute of another agent",
         {{Device1, R"(<device name="apc" port="1" lanplus="1"/>)"}},
         "fence-attribute-unknown",
         Hint,
         "lanplus"},
        {"option in 3.x",
         {{Device1, R"(<device name="apc" port="1" option="off"/>)"}},
         "fence-old-name",
         Hint,
         "option",
         R"(port="1" action="off")",
         {},
         Cluster31},
        {"newer attribute",
         {{Device1, R"(<device name="apc" port="1" power_wait="5"/>)"}},
         "wrong-generation",
         Warning,
         "power_wait",
         {},
         {"vm-status-program"},
         Cluster30},
        {"twice",
         {{Device1, R"(<device name="apc" port="1" login="root"/>)"}},
         "fence-attribute-twice",
         Warning,
         "root"},
        {"no such group",
         {{Apc, Apc + R"(<fencedevice name="mine" agent="fence_mine" magic="1"/>)"},
          {Device1, R"(<device name="mine"/>)"}},
         "fence-attributes-refused",
         Hint,
         "fencedevice"},
        {"one board for two",
         {{Apc, Apc + R"(<fencedevice name="ipmi" agent="fence_ipmilan" ipaddr="10.0.0.7"/>)"},
          {Device1, R"(<device name="ipmi"/>)"},
          {R"(<device name="apc" port="2"/>)", R"(<device name="ipmi"/>)"}},
         "shared-board",
         Warning,
         "ipmi"},
        {"two supplies",
         {{Device1, Device1 + R"(<device name="apc" port="11"/>)"}},
         "dual-power",
         Warning,
         "power"},
        {"no unfence",
         {{Apc, Apc + scsi}, {Device1, scsiUse}},
         "scsi-without-unfence",
         Warning,
         "node1",
         {},
         {"vm-status-program"},
         Cluster30},
        {"unfence turns off",
         {{Apc, Apc + scsi},
          {Device1, scsiUse},
          {Node1, Node1 + unfence + R"(nodename="node1"/></unfence>)"}},
         "unfence-without-on",
         Warning,
         "scsi",
         R"(nodename="node1" action="on"/></unfence>)"},
    };
}

QList<ClusterConfCase> rmCases()
{
    return {
        {"disabled",
         {{Rm, R"(<rm disabled="1">)"}},
         "rm-disabled",
         Warning,
         "1",
         R"(<rm disabled="0">)"},
        {"interval 0",
         {{Rm, R"(<rm status_poll_interval="0">)"}},
         "rm-interval",
         Error,
         "0",
         "<rm>"},
        {"log level", {{Rm, R"(<rm log_level="8">)"}}, "rm-log-level", Warning, "8"},
        {"events",
         {{Rm, R"(<rm><events><event name="e" file="/e.sl"/></events>)"}},
         "events-without-central-processing",
         Warning,
         "events"},
        {"empty event",
         {{Rm, R"(<rm central_processing="1"><events><event name="e"/></events>)"}},
         "event-without-body",
         Warning,
         "e"},
        {"event priority",
         {{Rm, R"(<rm central_processing="1"><events><event name="e" priority="0">x()</event>)"
               "</events>"}},
         "event-priority",
         Warning,
         "0"},
        {"domain twice",
         {{EndDomains,
           "<failoverdomain name=\"fd\">" + Member1 + "</failoverdomain>" + EndDomains}},
         "duplicate-domain",
         Error,
         "fd",
         {},
         {"unused-priority"}},
        {"empty restricted domain",
         {{EndDomains, R"(<failoverdomain name="none" restricted="1"/>)" + EndDomains}},
         "empty-domain",
         Warning,
         "none"},
        {"empty domain",
         {{EndDomains, R"(<failoverdomain name="none"/>)" + EndDomains}},
         "empty-domain",
         Hint,
         "none"},
        {"member twice",
         {{Member2, R"(<failoverdomainnode name="Node1" priority="2"/>)"}},
         "duplicate-member",
         Error,
         "Node1",
         "priority=\"1\"/>\n      </failoverdomain>"},
        {"no such member",
         {{Member2, R"(<failoverdomainnode name="blue" priority="2"/>)"}},
         "unknown-member",
         Warning,
         "blue"},
        {"neighbour's number",
         {{Member2, R"(<failoverdomainnode name="node9" priority="2"/>)"}},
         "unknown-member",
         Warning,
         "node9"},
        {"member in full",
         {{Member2, R"(<failoverdomainnode name="node2.example.com" priority="2"/>)"}},
         "unknown-member",
         Warning,
         "node2.example.com",
         R"(<failoverdomainnode name="node2" priority="2"/>)"},
        {"no priority",
         {{Member2, R"(<failoverdomainnode name="node2"/>)"}},
         "member-without-priority",
         Warning,
         "node2",
         R"(name="node2" priority="2")"},
        {"priority 101",
         {{Member2, R"(<failoverdomainnode name="node2" priority="101"/>)"}},
         "member-priority",
         Error,
         "101",
         R"(name="node2" priority="2")"},
        {"unordered",
         {{Domain, R"(<failoverdomain name="FD" restricted="1">)"}},
         "unused-priority",
         Hint,
         "1"},
    };
}

QList<ClusterConfCase> groupCases()
{
    return {
        {"unknown domain",
         {{Vm, R"(<vm name="web1" domain="other"/>)"}},
         "unknown-domain",
         Error,
         "other",
         R"(<vm name="web1"/>)"},
        {"near domain",
         {{Domain, R"(<failoverdomain name="domain-a" ordered="1" restricted="1">)"},
          {Service, R"(<service name="web">)"},
          {Vm, R"(<vm name="web1" domain="domain_a"/>)"}},
         "unknown-domain",
         Error,
         "domain_a",
         R"(domain="domain-a")"},
        {"copy of a vm",
         {{Vm, Vm + Vm}},
         "duplicate-resource",
         Error,
         "web1",
         "path=\"/etc/xen\"/>\n  </rm>"},
        {"other vm of that name",
         {{Vm, Vm + R"(<vm name="web1"/>)"}},
         "duplicate-resource",
         Error,
         "web1"},
        {"resource twice",
         {{Service, Service + Ip}},
         "duplicate-resource",
         Error,
         "192.168.1.50",
         R"(<ip ref="192.168.1.50"/>)"},
        {"unknown reference",
         {{R"(<ip ref="192.168.1.50">)", R"(<ip ref="192.168.1.51">)"}},
         "unknown-reference",
         Error,
         "192.168.1.51"},
        {"near reference",
         {{R"(<script ref="httpd"/>)", R"(<script ref="HTTPD"/>)"}},
         "unknown-reference",
         Error,
         "HTTPD",
         R"(<script ref="httpd"/>)"},
        {"reference to an inline one",
         {{Vm, Vm
                   + R"(<service name="a"><lvm name="l" vg_name="v"/></service>)"
                     R"(<service name="b"><lvm ref="l"/></service>)"}},
         "reference-to-inline",
         Error,
         "l"},
        {"guest referred to twice",
         {{Ip, Ip + R"(<vm name="db1"/>)"}, {Vm, R"(<vm ref="db1"/><vm ref="db1"/>)"}},
         "too-many-references",
         Error,
         "db1",
         R"(<vm ref="db1"/>)"},
        {"more than a reference",
         {{R"(<script ref="httpd"/>)", R"(<script ref="httpd" name="x" )"
                                       R"(file="/x"/>)"}},
         "attributes-beside-ref",
         Hint,
         "httpd",
         R"(<script ref="httpd"/>)"},
        {"nested",
         {{Ip, R"(<ip address="192.168.1.50"><lvm name="l" vg_name="v"/></ip>)"}},
         "nested-in-resources",
         Warning,
         "lvm"},
        {"61 letters",
         {{Vm, "<vm name=\"" + QByteArray(61, 'v') + "\"/>"}},
         "resource-name-length",
         Error,
         QByteArray(61, 'v')},
        {"56 letters",
         {{Service, "<service name=\"" + QByteArray(56, 's') + "\">"}},
         "resource-name-length",
         Error,
         QByteArray(56, 's')},
        {"blank in a guest's name",
         {{Vm, R"(<vm name="web 1"/>)"}},
         "resource-name-characters",
         Warning,
         "web 1"},
        {"recovery", vm(R"(recovery="relocat")"), "recovery-policy", Error, "relocat",
         R"(recovery="relocate")"},
        {"recovery of the manuals", vm(R"(recovery="restart-disable")"), "recovery-policy", Warning,
         "restart-disable"},
        {"dependency", vm(R"(depend="service:db")"), "unknown-dependency", Warning, "service:db"},
        {"dependency's form", vm(R"(depend="web")"), "unknown-dependency", Warning, "web"},
    };
}

QList<ClusterConfCase> vmCases()
{
    return {
        {"vm in a service",
         {{Service, Service + R"(<vm name="in1"/>)"}},
         "vm-in-service",
         Warning,
         "vm"},
        {"vm with resources",
         {{Vm, R"(<vm name="web1"><ip address="192.168.1.60"/></vm>)"}},
         "vm-with-resources",
         Warning,
         "vm"},
        {"path of the file", vm(R"(path="/srv/xen:/etc/xen/web1")"), "vm-path-file", Warning,
         "/srv/xen:/etc/xen/web1", R"(path="/srv/xen:/etc/xen")"},
        {"mapping's form", vm(R"(migration_mapping="node1=a")"), "vm-mapping-syntax", Error,
         "node1=a"},
        {"mapping's member", vm(R"(migration_mapping="node1:a,node2:b,node3:c,node4:d")"),
         "vm-mapping-member", Warning, "node1:a,node2:b,node3:c,node4:d"},
        {"mapping of two", vm(R"(migration_mapping="node1:a,node2:b")"), "vm-mapping-incomplete",
         Warning, "node1:a,node2:b", R"(migration_mapping="node1:a,node2:b,node3:node3")"},
        {"mapping that cannot name a node",
         {{R"(<clusternode name="node3")", R"(<clusternode name="a:b")"},
          {Vm, R"(<vm name="web1" domain="FD" migration_mapping="node1:a,node2:b"/>)"}},
         "vm-mapping-incomplete",
         Warning,
         "node1:a,node2:b"},
        {"mapping with ports and blanks",
         vm(R"(migration_mapping="node1: a:1 , node2:b,node3:c,x:y")"), "vm-mapping-member",
         Warning, "node1: a:1 , node2:b,node3:c,x:y"},
        {"mapping's order",
         {{Vm,
           R"(<vm name="web1" domain="FD" migration_mapping="xnode1:a,node1:b,node2:c,node3:d"/>)"}},
         "vm-mapping-order",
         Error,
         "xnode1:a,node1:b,node2:c,node3:d",
         R"(migration_mapping="node1:b,node2:c,node3:d,xnode1:a")",
         {"vm-mapping-member"}},
        {"xm and libvirt's file", vm(R"(use_virsh="0" xmlfile="/x.xml" hypervisor="xen")"),
         "vm-virsh-conflict", Error, "0"},
        {"xm and qemu", vm(R"(use_virsh="0" hypervisor="qemu")"), "vm-virsh-conflict", Error, "0"},
        {"xm and auto", vm(R"(use_virsh="0")"), "vm-hypervisor", Hint, "0",
         R"(use_virsh="0" hypervisor="xen")"},
        {"xmlfile and path", vm(R"(xmlfile="/x.xml" path="/etc/xen")"), "vm-xmlfile-path", Hint,
         "/etc/xen", R"(xmlfile="/x.xml"/>)"},
        {"status program of 3.0",
         {},
         "vm-status-program",
         Warning,
         "web1",
         R"(status_program="/bin/true")",
         {},
         Cluster30},
        {"half a disk",
         vm(R"(rootdisk_physical="/dev/vg/a")"),
         "vm-disk-pair",
         Error,
         "/dev/vg/a",
         {},
         {},
         Cluster2},
        {"old attribute", vm(R"(memory="512")"), "wrong-generation", Hint, "memory"},
        {"new attribute", vm(R"(tunnelled="yes")"), "wrong-generation", Hint, "tunnelled"},
        {"attribute of the other generation",
         vm(R"(hardrecovery="1")"),
         "wrong-generation",
         Warning,
         "hardrecovery",
         {},
         {},
         Cluster31},
    };
}

} // namespace

QByteArray ClusterConfCase::text() const
{
    QByteArray text = HealthyCluster;
    for (const auto &[from, to] : changes) {
        const qsizetype at = text.indexOf(from);
        Q_ASSERT(at >= 0);
        text.replace(at, from.size(), to);
    }
    return text;
}

QList<ClusterConfCase> clusterConfCases()
{
    return fileCases() + clusterCases() + votesCases() + nodeCases() + quorumDiskCases()
           + fencingCases() + rmCases() + groupCases() + vmCases();
}

} // namespace colonnade::formats
