// SPDX-License-Identifier: GPL-3.0-or-later
// xm, the client of xend (up to Xen 4.4). Formats: the table in xen's xm/main.py; see the tests'
// data.
#include "lab/command/xm.h"

#include "lab/command/domains.h"
#include "lab/command/xl.h"
#include "lab/guestfile.h"

#include <fstream>
#include <iterator>
#include <map>
#include <unistd.h>

namespace colonnade::lab {

namespace {

using Subcommand = int (*)(const Context &, const Arguments &);

std::string row(const Domain &domain)
{
    const std::string id =
        domain.id < 0 ? "" : std::to_string(domain.id); // blank: managed and not started
    return text("%-40s %5s %5lld %5d %10s %8.1f\n", domain.name.c_str(), id.c_str(),
                static_cast<long long>(domain.targetMiB), domain.vcpus, xmState(domain).c_str(),
                domain.cpuAt(monotonicNow()));
}

/// The name and value of a leaf of an SXP, four blanks a level.
std::string leaf(int level, const std::string &key, const std::string &value)
{
    return std::string(static_cast<std::size_t>(level) * 4, ' ') + '(' + key + ' ' + value + ")\n";
}

std::string devices(const Domain &domain)
{
    std::string sxp;
    for (const NicEntry &nic : domain.nics)
        sxp += "    (device\n        (vif\n" + leaf(3, "bridge", nic.bridge)
               + leaf(3, "mac", nic.mac) + leaf(3, "script", "/etc/xen/scripts/vif-bridge")
               + leaf(3, "backend", "0") + "        )\n    )\n";
    for (const DiskEntry &disk : domain.disks)
        sxp += "    (device\n        (vbd\n" + leaf(3, "protocol", "x86_64-abi")
               + leaf(3, "uname", "phy:" + disk.path) + leaf(3, "dev", disk.vdev + ":disk")
               + leaf(3, "mode", disk.mode) + leaf(3, "type", "disk") + leaf(3, "backend", "0")
               + "        )\n    )\n";
    return sxp;
}

std::string sxpOf(const Domain &domain)
{
    const std::string memory = std::to_string(domain.targetMiB);
    std::string sxp = "(domain\n";
    if (domain.id >= 0)
        sxp += leaf(1, "domid", std::to_string(domain.id));
    sxp += leaf(1, "on_crash", "restart") + leaf(1, "uuid", domain.uuid)
           + leaf(1, "bootloader_args", "") + leaf(1, "vcpus", std::to_string(domain.vcpus))
           + leaf(1, "name", domain.name) + leaf(1, "on_poweroff", "destroy")
           + leaf(1, "on_reboot", "restart") + leaf(1, "cpus", "(())") + leaf(1, "description", "")
           + leaf(1, "bootloader", "") + leaf(1, "maxmem", memory) + leaf(1, "memory", memory)
           + leaf(1, "shadow_memory", "0") + leaf(1, "features", "")
           + leaf(1, "on_xend_start", "ignore") + leaf(1, "on_xend_stop", "ignore")
           + leaf(1, "cpu_time", text("%.9f", domain.cpuAt(monotonicNow())));
    if (!domain.kernel.empty() && domain.name != "Domain-0")
        sxp += "    (image\n        (linux\n" + leaf(3, "kernel", domain.kernel)
               + leaf(3, "ramdisk", domain.ramdisk) + leaf(3, "args", '\'' + domain.cmdline + '\'')
               + leaf(3, "notes", "(FEATURES 'writable_page_tables')") + "        )\n    )\n";
    const int status = domain.id < 0 ? 0 : domain.pauses > 0 ? 1 : domain.shutdown == 's' ? 3 : 2;
    sxp += leaf(1, "status", std::to_string(status));
    if (domain.id >= 0)
        sxp += leaf(1, "state", xmState(domain));
    return sxp + devices(domain) + ")\n";
}

int list(const Context &context, const Arguments &arguments)
{
    bool longForm = false;
    std::string only;
    for (const std::string &word : arguments) {
        longForm = longForm || word == "-l" || word == "--long";
        only = word.starts_with('-') ? only : word;
    }
    Node node = context.self();
    std::vector<Domain> domains = {domain0(node)};
    domains.insert(domains.end(), node.domains.begin(), node.domains.end());
    if (!only.empty() && only != "Domain-0" && only != "0") {
        const Domain *found = meant(node, only);
        if (!found)
            return invalidDomain(context, only);
        domains = {*found};
    } else if (!only.empty()) {
        domains.resize(1);
    }
    std::string output =
        longForm
            ? ""
            : "Name                                        ID   Mem VCPUs      State   Time(s)\n";
    for (const Domain &domain : domains)
        output += longForm ? sxpOf(domain) : row(domain);
    out(output);
    return 0;
}

int info(const Context &context, const Arguments &)
{
    out(hostInfo(context.self(), true));
    return 0;
}

int fail(const std::string &message)
{
    err("Error: " + message + '\n');
    return 1;
}

/// A guest file as given, below /etc/xen, or in the node's root.
std::string contentsOf(const Context &context, const std::string &name, std::string &path)
{
    for (const std::string &candidate :
         {context.root() + name, context.root() + "/etc/xen/" + name}) {
        std::ifstream file(candidate, std::ios::binary);
        const bool isFile =
            file && access(candidate.c_str(), R_OK) == 0 && !candidate.ends_with('/');
        if (!isFile)
            continue;
        path = candidate.substr(context.root().size());
        return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    }
    return {};
}

int create(const Context &context, const Arguments &arguments)
{
    const std::string name = arguments.empty() ? "" : arguments.back();
    std::string path;
    std::optional<Domain> domain = parseGuestFile(contentsOf(context, name, path));
    if (!domain)
        return fail("Unable to open config file: " + name);
    out("Using config file \"" + path + "\".\n");
    if (domain->uuid.empty())
        domain->uuid = randomUuid();
    std::string problem;
    int id = 0;
    context.updateSelf([&](Node &node) {
        Domain *present = node.find(domain->name);
        const long long have = node.freeMiB() * 1024;
        if (present && present->id >= 0)
            problem = text("VM name '%s' already exists as domain %d", present->name.c_str(),
                           present->id);
        else if (domain->targetMiB > node.freeMiB())
            problem = text("I need %lld KiB, but dom0_min_mem is %d and shrinking to %d KiB would "
                           "leave only %lld KiB free.",
                           static_cast<long long>(domain->targetMiB) * 1024, 196608, 196608, have);
        else {
            std::erase_if(node.domains,
                          [&](const Domain &each) { return each.name == domain->name; });
            id = addDomain(node, *domain);
        }
    });
    if (!problem.empty())
        return fail(problem);
    out(text("Started domain %s (id=%d)\n", domain->name.c_str(), id));
    return 0;
}

const std::map<std::string, Subcommand> &subcommands()
{
    static const std::map<std::string, Subcommand> table = {
        {"list", list},           {"info", info},         {"create", create},
        {"pause", xlPause},       {"unpause", xlUnpause}, {"destroy", xlDestroy},
        {"shutdown", xlShutdown}, {"domid", xlDomid},     {"domname", xlDomname},
        {"uptime", xlUptime},     {"migrate", xmMigrate}};
    return table;
}

} // namespace

int xm(const Context &context, const Arguments &arguments)
{
    const auto subcommand =
        arguments.empty() ? subcommands().end() : subcommands().find(arguments[0]);
    if (subcommand == subcommands().end())
        return fail("Subcommand " + (arguments.empty() ? std::string() : arguments[0])
                    + " not found!");
    if (!existsOn(context.root(), "/var/lock/subsys/xend"))
        return fail("Unable to connect to xend: No such file or directory. Is xend running?");
    return subcommand->second(context, Arguments(arguments.begin() + 1, arguments.end()));
}

} // namespace colonnade::lab
