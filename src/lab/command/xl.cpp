// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/command/xl.h"

#include "lab/command/domains.h"

#include <map>

namespace colonnade::lab {

namespace {

using Subcommand = int (*)(const Context &, const Arguments &);

const std::map<std::string, Subcommand> &subcommands()
{
    static const std::map<std::string, Subcommand> table = {
        {"list", xlList},          {"info", xlInfo},         {"uptime", xlUptime},
        {"vcpu-list", xlVcpuList}, {"vm-list", xlVmList},    {"domid", xlDomid},
        {"domname", xlDomname},    {"pause", xlPause},       {"unpause", xlUnpause},
        {"destroy", xlDestroy},    {"shutdown", xlShutdown}, {"rename", xlRename},
        {"create", xlCreate},      {"migrate", xlMigrate},   {"migrate-receive", xlMigrateReceive}};
    return table;
}

} // namespace

int xl(const Context &context, const Arguments &arguments)
{
    std::size_t first = 0;
    while (first < arguments.size() && arguments[first].starts_with('-'))
        ++first;
    if (first == arguments.size()) {
        out("Usage xl [-vfNtT] <subcommand> [args]\n\nxl full list of subcommands:\n\n");
        return 1;
    }
    const auto subcommand = subcommands().find(arguments[first]);
    if (subcommand == subcommands().end()) {
        err("command not implemented\n");
        return 1;
    }
    return subcommand->second(
        context,
        Arguments(arguments.begin() + static_cast<std::ptrdiff_t>(first) + 1, arguments.end()));
}

int invalidDomain(const Context &context, const std::string &word)
{
    err(context.state().xm ? "Error: Domain '" + word + "' does not exist.\n"
                           : word + " is an invalid domain identifier (rc=-6)\n");
    return 1;
}

std::string destroyFailed(int id)
{
    return text(
        "libxl: error: libxl_domain.c:1183:libxl__destroy_domid: Domain %d:Non-existant domain\n"
        "libxl: error: libxl_domain.c:1137:domain_destroy_callback: Domain %d:Unable to destroy "
        "guest\n"
        "libxl: error: libxl_domain.c:1064:domain_destroy_cb: Domain %d:Destruction of domain "
        "failed\n",
        id, id, id);
}

} // namespace colonnade::lab
