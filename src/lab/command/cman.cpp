// SPDX-License-Identifier: GPL-3.0-or-later
// clustat and cman_tool of a cluster with cman and rgmanager (3.0). Formats: the printf formats of
// their sources.
#include "lab/command/clusterfile.h"
#include "lab/command/context.h"
#include "lab/command/rgmanager.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>

namespace colonnade::lab {

namespace {

std::size_t votes(const State &state)
{
    return static_cast<std::size_t>(std::ranges::count_if(state.nodes, &Node::on));
}

bool isTwoNode(const State &state)
{
    return state.nodes.size() == 2;
}

std::size_t quorum(const State &state)
{
    return isTwoNode(state) ? 1 : state.nodes.size() / 2 + 1;
}

/// One number for a cluster's name, as cman makes one.
int clusterId(const State &state)
{
    unsigned id = 0;
    for (const char c : state.clusterName)
        id = id * 31 + static_cast<unsigned char>(c);
    return static_cast<int>(id % 65536);
}

std::string timeText(std::int64_t seconds, const char *format)
{
    const time_t time = seconds;
    tm parts{};
    localtime_r(&time, &parts);
    char buffer[64];
    const std::size_t length = std::strftime(buffer, sizeof buffer, format, &parts);
    return {buffer, length};
}

/// Seconds of the epoch of a time of the monotonic clock.
std::int64_t epochOf(std::int64_t monotonic)
{
    return std::time(nullptr) - (monotonicNow() - monotonic) / 1'000'000'000;
}

std::string memberXml(const State &state, const std::string &here)
{
    std::string xml;
    for (std::size_t i = 0; i < state.nodes.size(); ++i) {
        const Node &node = state.nodes[i];
        const int up = node.on ? 1 : 0;
        xml +=
            text("    <node name=\"%s\" state=\"%d\" local=\"%d\" estranged=\"0\" rgmanager=\"%d\" "
                 "rgmanager_master=\"0\" qdisk=\"0\" nodeid=\"0x%08zx\"/>\n",
                 node.name.c_str(), up, node.name == here ? 1 : 0, up, i + 1);
    }
    return xml;
}

std::string groupXml(const Service &service)
{
    const std::string when = timeText(service.transition, "%a %b %e %H:%M:%S %Y");
    return text(
        "    <group name=\"%s\" state=\"%d\" state_str=\"%s\" flags=\"%d\" flags_str=\"%s\" "
        "owner=\"%s\" "
        "last_owner=\"%s\" restarts=\"0\" last_transition=\"%lld\" last_transition_str=\"%s\"/>\n",
        service.name.c_str(), service.state, serviceStateName(service.state).c_str(),
        service.frozen ? 1 : 0, service.frozen ? "frozen" : "", service.owner.c_str(),
        service.lastOwner.c_str(), static_cast<long long>(service.transition), when.c_str());
}

int clustatXml(const State &state, const std::string &here)
{
    std::string xml = text("<?xml version=\"1.0\"?>\n<clustat version=\"4.1.1\">\n"
                           "  <cluster name=\"%s\" id=\"%d\" generation=\"%zu\"/>\n"
                           "  <quorum quorate=\"%d\" groupmember=\"1\"/>\n  <nodes>\n",
                           state.clusterName.c_str(), clusterId(state), 4 * votes(state),
                           votes(state) >= quorum(state) ? 1 : 0);
    xml += memberXml(state, here) + "  </nodes>\n";
    if (votes(state) >= quorum(state)) {
        xml += "  <groups>\n";
        for (const Service &service : state.services)
            xml += groupXml(service);
        xml += "  </groups>\n";
    }
    out(xml + "</clustat>\n");
    return 0;
}

int clustatText(const State &state, const std::string &here)
{
    std::string table =
        text("Cluster Status for %s @ %s\nMember Status: %s\n\n", state.clusterName.c_str(),
             timeText(std::time(nullptr), "%a %b %e %H:%M:%S %Y").c_str(),
             votes(state) >= quorum(state) ? "Quorate" : "Inquorate");
    table += " Member Name                             ID   Status\n ------ ----                   "
             "          ---- ------\n";
    for (std::size_t i = 0; i < state.nodes.size(); ++i) {
        const Node &node = state.nodes[i];
        table += text(" %-40.40s %4zu %s%s%s\n", node.name.c_str(), i + 1,
                      node.on ? "Online" : "Offline", node.name == here ? ", Local" : "",
                      node.on ? ", rgmanager" : "");
    }
    table += "\n Service Name                   Owner (Last)                   State         \n"
             " ------- ----                   ----- ------                   -----         \n";
    for (const Service &service : state.services)
        table += text(" %-30.30s %-30.30s %-14.14s\n", service.name.c_str(),
                      service.owner == "none" ? ('(' + service.lastOwner + ')').c_str()
                                              : service.owner.c_str(),
                      serviceStateName(service.state).c_str());
    out(table);
    return 0;
}

std::string nodesTable(const State &state)
{
    std::string table = "Node  Sts   Inc   Joined               Name\n";
    for (std::size_t i = 0; i < state.nodes.size(); ++i) {
        const Node &node = state.nodes[i];
        const std::string joined =
            node.on ? timeText(epochOf(node.bootedAt), "%Y-%m-%d %H:%M:%S") : std::string(19, ' ');
        table += text("%4zu   %c  %5zu   %s  %s\n", i + 1, node.on ? 'M' : 'X',
                      node.on ? 4 * (i + 1) : 0, joined.c_str(), node.name.c_str());
    }
    return table;
}

/// `nodes -F id,name,type,addr,votes,exp,state`: the chosen ones, each with a blank after it.
std::string nodesFields(const State &state, const std::string &fields)
{
    std::string table;
    for (std::size_t i = 0; i < state.nodes.size(); ++i) {
        const Node &node = state.nodes[i];
        for (std::size_t begin = 0; begin < fields.size();) {
            const std::size_t end = std::min(fields.find(',', begin), fields.size());
            const std::string field = fields.substr(begin, end - begin);
            table += field == "id"      ? std::to_string(i + 1)
                     : field == "name"  ? node.name
                     : field == "type"  ? (node.on ? "M" : "X")
                     : field == "addr"  ? node.address
                     : field == "state" ? (node.on ? "Member" : "Dead")
                                        : "1";
            table += ' ';
            begin = end + 1;
        }
        table += '\n';
    }
    return table;
}

/// A node whose file could not be taken: the version that it still runs.
constexpr char ConfigError[] = "config-error";

int runningVersion(const State &state, const Node &node)
{
    return node.fault(ConfigError).value_or(state.configVersion);
}

/// rgmanager of a node that has lost its quorum stops all that it runs.
void stopServices(State &state, Node &node)
{
    for (Service &service : state.services) {
        if (service.owner != node.name)
            continue;
        std::erase_if(node.domains,
                      [&](const Domain &domain) { return "vm:" + domain.name == service.name; });
        service.lastOwner = service.owner;
        service.owner = "none";
        service.state = 110;
    }
}

/// Every member takes version @p wanted from its own file, or suspends itself.
void reload(const Context &context, State &state, int wanted)
{
    const int before = state.configVersion;
    for (Node &node : state.nodes) {
        if (!node.on)
            continue;
        const auto there =
            clusterFileVersion(context.rootOf(node.name) + "/etc/cluster/cluster.conf");
        if (there && *there >= wanted) {
            node.faults.erase(ConfigError);
            continue;
        }
        node.faults.try_emplace(ConfigError, before);
        stopServices(state, node);
    }
    state.configVersion = wanted;
}

/// `version -r N [-S]` of 3.0: without -S the file goes to the others by ricci, which is not here.
int setVersion(const Context &context, const Arguments &arguments)
{
    const auto option = std::ranges::find(arguments, "-r");
    const auto there = clusterFileVersion(context.root() + "/etc/cluster/cluster.conf");
    int wanted = option + 1 < arguments.end() ? std::atoi((option + 1)->c_str()) : 0;
    if (wanted == 0)
        wanted = there.value_or(0);
    if (!there) {
        err("cman_tool: Configuration fails to validate\n");
        return 1;
    }
    if (std::ranges::find(arguments, "-S") == arguments.end()) {
        err("cman_tool: ccs_sync failed.\nIf you have distributed the config file yourself, try "
            "re-running with -S\n");
        return 1;
    }
    if (wanted <= context.state().configVersion) {
        err("cman_tool: Cannot set the version: Invalid argument\n");
        return 1;
    }
    context.update([&](State &state) { reload(context, state, wanted); });
    return 0;
}

std::string statusLines(const State &state, const std::string &here)
{
    const std::size_t member = votes(state);
    const auto self = std::ranges::find(state.nodes, here, &Node::name);
    const bool suspended = self->fault(ConfigError).has_value();
    const bool quorate = member >= quorum(state) && !suspended;
    const std::string flags =
        std::string(isTwoNode(state) ? "2node " : "") + (suspended ? "Error " : "");
    std::string lines =
        text("Version: 6.2.0\nConfig Version: %d\nCluster Name: %s\nCluster Id: %d\n"
             "Cluster Member: Yes\nCluster Generation: %zu\nMembership state: Cluster-Member\n",
             runningVersion(state, *self), state.clusterName.c_str(), clusterId(state), 4 * member);
    lines +=
        text("Nodes: %zu\nExpected votes: %zu\nTotal votes: %zu\nNode votes: 1\nQuorum: %zu %s\n"
             "Active subsystems: 9\nFlags: %s\n",
             member, isTwoNode(state) ? 1 : state.nodes.size(), member, quorum(state),
             quorate ? "" : "Activity blocked", flags.c_str());
    return lines
           + text("Ports Bound: 0 11 177\nNode name: %s\nNode ID: %td\nMulticast addresses: "
                  "239.192.86.94 \n"
                  "Node addresses: %s \n",
                  here.c_str(), self - state.nodes.begin() + 1, self->address.c_str());
}

} // namespace

std::string serviceStateName(int state)
{
    switch (state) {
    case 110:
        return "stopped";
    case 112:
        return "started";
    case 114:
        return "failed";
    case 117:
        return "recoverable";
    case 119:
        return "disabled";
    case 120:
        return "migrating";
    default:
        return "uninitialized";
    }
}

int clustat(const Context &context, const Arguments &arguments)
{
    const State state = context.state();
    const auto has = [&arguments](const char *option) {
        return std::ranges::find(arguments, option) != arguments.end();
    };
    if (has("-Q"))
        return votes(state) >= quorum(state) ? 0 : 1;
    return has("-x") ? clustatXml(state, context.nodeName())
                     : clustatText(state, context.nodeName());
}

int cmanTool(const Context &context, const Arguments &arguments)
{
    const State state = context.state();
    const std::string verb = arguments.empty() ? "" : arguments[0];
    const auto fields = std::ranges::find(arguments, "-F");
    if (verb == "status")
        out(statusLines(state, context.nodeName()));
    else if (verb == "nodes" && fields != arguments.end() && fields + 1 != arguments.end())
        out(nodesFields(state, *(fields + 1)));
    else if (verb == "nodes")
        out(nodesTable(state));
    else if (verb == "version" && arguments.size() == 1)
        out(text("6.2.0 config %d\n", runningVersion(state, context.self())));
    else if (verb == "version" && std::ranges::find(arguments, "-r") != arguments.end())
        return setVersion(context, arguments);
    else if (verb == "-V")
        out("cman_tool 3.0.12 (built Feb 14 2011 10:00:00)\n");
    else {
        err("cman_tool: '" + verb + "' is not a command of this simulated node\n");
        return 1;
    }
    return 0;
}

} // namespace colonnade::lab
