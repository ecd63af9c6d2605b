// SPDX-License-Identifier: GPL-3.0-or-later
// Small programs of a node that would otherwise tell of the workstation.
#include "lab/command/context.h"

#include <algorithm>
#include <fstream>
#include <poll.h>
#include <set>
#include <sys/inotify.h>
#include <unistd.h>

namespace colonnade::lab {

namespace {

std::set<std::pair<int, std::string>> domainsOf(const Context &context)
{
    std::set<std::pair<int, std::string>> domains;
    for (const Domain &domain : context.self().domains)
        domains.emplace(domain.id, domain.uuid);
    return domains;
}

/// One stanza of /etc/ocfs2/cluster.conf: its kind and its keys in the file's order.
struct Stanza
{
    std::string kind;
    std::vector<std::pair<std::string, std::string>> keys;

    std::string value(const std::string &key) const
    {
        const auto found =
            std::ranges::find(keys, key, &std::pair<std::string, std::string>::first);
        return found == keys.end() ? std::string() : found->second;
    }
};

std::string trimmed(const std::string &text)
{
    const std::size_t begin = text.find_first_not_of(" \t");
    return begin == std::string::npos
               ? ""
               : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::vector<Stanza> readOcfs2(const std::string &path)
{
    std::vector<Stanza> stanzas;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const std::size_t equals = line.find('=');
        if (!line.empty() && line.back() == ':')
            stanzas.push_back({line.substr(0, line.size() - 1), {}});
        else if (equals != std::string::npos && !stanzas.empty())
            stanzas.back().keys.emplace_back(trimmed(line.substr(0, equals)),
                                             trimmed(line.substr(equals + 1)));
    }
    return stanzas;
}

std::string nodeStanza(const Stanza &stanza)
{
    std::string lines = "node:\n";
    for (const char *key : {"number", "name", "ip_address", "ip_port", "cluster"})
        lines += text("\t%s = %s\n", key, stanza.value(key).c_str());
    return lines + '\n';
}

} // namespace

int hostName(const Context &context, const Arguments &)
{
    out(context.nodeName() + '\n');
    return 0;
}

int unixName(const Context &context, const Arguments &arguments)
{
    const std::string flags = arguments.empty() ? "-s" : arguments[0];
    const std::vector<std::pair<char, std::string>> fields = {
        {'s', "Linux"},          {'n', context.nodeName()},
        {'r', "6.1.0-56-amd64"}, {'v', "#1 SMP PREEMPT_DYNAMIC Debian 6.1.192-2 (2026-11-16)"},
        {'m', "x86_64"},         {'o', "GNU/Linux"}};
    std::string line;
    for (const auto &[flag, value] : fields) {
        if (flags == "-a" || flags.find(flag) != std::string::npos)
            line += (line.empty() ? "" : " ") + value;
    }
    out(line + '\n');
    return 0;
}

int ipAddresses(const Context &context, const Arguments &arguments)
{
    if (arguments != Arguments{"-o", "-4", "addr"}) {
        err("ip: this simulated node answers `ip -o -4 addr` only\n");
        return 1;
    }
    std::ifstream file(context.root() + "/run/addresses");
    for (std::string line; std::getline(file, line);)
        out(line + '\n');
    return 0;
}

int findmnt(const Context &, const Arguments &)
{
    // Every disk of a lab lies on one shared file system, as the image files of guests on OCFS2 do.
    out("51275fb9-ac33-446f-aa92-389906a87ffd ocfs2 /dev/vdb2\n");
    return 0;
}

int xenstoreWatch(const Context &context, const Arguments &arguments)
{
    for (const std::string &path : arguments)
        out(path + '\n'); // a watch fires once when it is set
    const int watch = inotify_init1(IN_CLOEXEC);
    inotify_add_watch(watch, context.file().folder().c_str(),
                      IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF);
    auto known = domainsOf(context);
    for (;;) {
        pollfd fd{watch, POLLIN, 0};
        poll(&fd, 1, 1000);
        char events[4096];
        if ((fd.revents & POLLIN) != 0 && read(watch, events, sizeof events) < 0)
            return 1;
        auto now = domainsOf(context); // ends the program when the lab is gone
        const bool came = !std::ranges::includes(known, now);
        const bool went = !std::ranges::includes(now, known);
        if (came)
            out("@introduceDomain\n");
        if (went)
            out("@releaseDomain\n");
        known = std::move(now);
        pollfd reader{STDOUT_FILENO, 0, 0};
        if (poll(&reader, 1, 0) > 0 && (reader.revents & POLLERR) != 0)
            return 0; // nobody reads any more
    }
}

int o2cb(const Context &context, const Arguments &given)
{
    constexpr std::string_view ConfigFile = "--config-file=";
    Arguments arguments = given;
    std::string path = context.root() + "/etc/ocfs2/cluster.conf";
    if (!arguments.empty() && arguments[0].starts_with(ConfigFile)) {
        path = arguments[0].substr(ConfigFile.size());
        arguments.erase(arguments.begin());
    }
    const std::vector<Stanza> stanzas = readOcfs2(path);
    const std::string verb = arguments.empty() ? "" : arguments[0];
    const auto cluster = std::ranges::find(stanzas, "cluster", &Stanza::kind);
    const std::string present = cluster == stanzas.end() ? "" : cluster->value("name");
    const std::string wanted = arguments.size() > 1 ? arguments[1] : present;
    const bool known = !present.empty() && wanted == present;
    if (verb == "cluster-status") {
        out(text("Cluster '%s' is %s\n", wanted.c_str(), known ? "online" : "offline"));
        return known ? 0 : 1;
    }
    if (verb == "list-clusters") {
        out(present.empty() ? "" : present + '\n');
        return 0;
    }
    if (verb != "list-nodes") {
        err("o2cb: '" + verb + "' is not a command of this simulated node\n");
        return 1;
    }
    if (!known) {
        err("o2cb: Unknown cluster '" + wanted + "'\n");
        return 0; // so it is: captures/xl-4.17/o2cb-list-nodes_nosuch
    }
    for (const Stanza &stanza : stanzas) {
        if (stanza.kind == "node" && stanza.value("cluster") == present)
            out(nodeStanza(stanza));
    }
    return 0;
}

} // namespace colonnade::lab
