// SPDX-License-Identifier: GPL-3.0-or-later
// What xl only reads. Formats: captures of xl 4.17, and printf formats of its source where no
// capture differs.
#include "lab/command/domains.h"
#include "lab/command/xl.h"

#include <ctime>
#include <optional>

namespace colonnade::lab {

namespace {

struct Selection
{
    std::optional<std::string> only; ///< a domain that was named
    bool longForm = false;
    bool verbose = false;
};

std::string listRow(const Domain &domain, bool verbose)
{
    const std::string name = domain.name.empty() ? "(null)" : domain.name;
    std::string row =
        text("%-40s %5d %5lld %5d     %s  %8.1f", name.c_str(), domain.id,
             static_cast<long long>(domain.memoryMiB), domain.building ? 0 : domain.vcpus,
             xlState(domain).c_str(), domain.cpuAt(monotonicNow()));
    if (verbose)
        row += text(" %s        -                -", domain.uuid.c_str());
    return row + '\n';
}

std::string longEntry(int id, const std::string &config)
{
    return text("    {\n        \"domid\": %d,\n        \"config\": ", id) + config + "\n    }";
}

int listLong(const Node &node, const Domain *only)
{
    std::string entries;
    const auto add = [&entries](const std::string &entry) {
        entries += (entries.empty() ? "" : ",\n") + entry;
    };
    if (!only || only->id == 0)
        add(longEntry(0, configJsonOfDomain0(node, 8)));
    for (const Domain &domain : node.domains) {
        const bool wanted = !only || only->id == domain.id;
        if (wanted && !domain.name.empty()) // one without a name has no stored configuration yet
            add(longEntry(domain.id, configJson(domain, 8)));
    }
    out("[\n" + entries + "\n]\n\n");
    return 0;
}

std::string uptimeText(std::int64_t since)
{
    const long long seconds = (monotonicNow() - since) / 1'000'000'000;
    const long long days = seconds / 86400;
    const std::string clock =
        text("%2lld:%02lld:%02lld", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    return days == 0 ? clock : text("%lld day%s, ", days, days == 1 ? "" : "s") + clock;
}

/// All domains with Domain-0 first, or the one that is named.
std::vector<Domain> selected(Node &node, const std::optional<std::string> &only)
{
    const Domain zero = domain0(node);
    if (!only) {
        std::vector<Domain> all = {zero};
        all.insert(all.end(), node.domains.begin(), node.domains.end());
        return all;
    }
    if (*only == "Domain-0" || *only == "0")
        return {zero};
    const Domain *found = meant(node, *only);
    return found ? std::vector<Domain>{*found} : std::vector<Domain>{};
}

} // namespace

int xlList(const Context &context, const Arguments &arguments)
{
    Selection selection;
    for (const std::string &word : arguments) {
        if (word == "-l" || word == "--long") {
            selection.longForm = true;
        } else if (word == "-v" || word == "--verbose") {
            selection.verbose = true;
        } else if (word.starts_with('-')) {
            err(std::string("option `") + (word.starts_with("--") ? '\0' : word[1])
                + "' not supported.\n");
            return 2;
        } else {
            selection.only = word;
        }
    }
    Node node = context.self();
    const std::vector<Domain> domains = selected(node, selection.only);
    if (domains.empty())
        return invalidDomain(context, *selection.only);
    if (selection.longForm)
        return listLong(node, selection.only ? domains.data() : nullptr);
    std::string table =
        "Name                                        ID   Mem VCPUs\tState\tTime(s)";
    if (selection.verbose)
        table += "   UUID                            Reason-Code\tSecurity Label";
    table += '\n';
    for (const Domain &domain : domains)
        table += listRow(domain, selection.verbose);
    out(table);
    return 0;
}

int xlUptime(const Context &context, const Arguments &arguments)
{
    Node node = context.self();
    const auto only = arguments.empty() ? std::nullopt : std::optional(arguments.back());
    const std::vector<Domain> domains = selected(node, only);
    if (domains.empty())
        return invalidDomain(context, *only);
    std::string table = "Name                                ID Uptime\n";
    for (const Domain &domain : domains)
        table += text("%-33s %4d %s\n", domain.name.c_str(), domain.id,
                      uptimeText(domain.startedAt).c_str());
    out(table);
    return 0;
}

int xlVcpuList(const Context &context, const Arguments &arguments)
{
    Node node = context.self();
    const auto only = arguments.empty() ? std::nullopt : std::optional(arguments.back());
    const std::vector<Domain> domains = selected(node, only);
    if (domains.empty())
        return invalidDomain(context, *only);
    std::string table = "Name                                ID  VCPU   CPU State   Time(s) "
                        "Affinity (Hard / Soft)\n";
    for (const Domain &domain : domains) {
        const std::string state = xlState(domain).substr(0, 3);
        for (int vcpu = 0; vcpu < domain.vcpus && !domain.building; ++vcpu)
            table += text("%-32s %5d %5d %4d   %s %9.1f  all / all\n", domain.name.c_str(),
                          domain.id, vcpu, vcpu % node.cpus, state.c_str(),
                          domain.cpuAt(monotonicNow()) / domain.vcpus);
    }
    out(table);
    return 0;
}

int xlVmList(const Context &context, const Arguments &)
{
    Node node = context.self();
    std::string table = "UUID                                  ID    name\n";
    for (const Domain &domain : selected(node, std::nullopt))
        table += text("%s  %d    %-30s\n", domain.uuid.c_str(), domain.id, domain.name.c_str());
    out(table);
    return 0;
}

int xlDomid(const Context &context, const Arguments &arguments)
{
    const std::string name = arguments.empty() ? "" : arguments.back();
    Node node = context.self();
    const Domain *domain = node.find(name);
    if (!domain && name != "Domain-0") {
        err(text("Can't get domid of domain name '%s', maybe this domain does not exist.\n",
                 name.c_str()));
        return 1;
    }
    out(text("%d\n", domain ? domain->id : 0));
    return 0;
}

int xlDomname(const Context &context, const Arguments &arguments)
{
    const std::string id = arguments.empty() ? "" : arguments.back();
    Node node = context.self();
    const Domain *domain = node.find(std::atoi(id.c_str()));
    if (!domain && id != "0") {
        err(text("Can't get domain name of domain id '%s', maybe this domain does not exist.\n",
                 id.c_str()));
        return 1;
    }
    out((domain ? domain->name : "Domain-0") + '\n');
    return 0;
}

} // namespace colonnade::lab
