// SPDX-License-Identifier: GPL-3.0-or-later
// The programs of a simulated node: one binary under many names, each a link in the node's
// usr/sbin.
#include "lab/command/context.h"

#include <csignal>
#include <cstdlib>
#include <map>
#include <set>
#include <sys/resource.h>

namespace {

using namespace colonnade::lab;

using Program = int (*)(const Context &, const Arguments &);

const std::map<std::string, Program> &programs()
{
    static const std::map<std::string, Program> table = {{"xl", xl},
                                                         {"xm", xm},
                                                         {"xc_restore", xcRestore},
                                                         {"clustat", clustat},
                                                         {"ccs_config_validate", ccsConfigValidate},
                                                         {"ccs_tool", ccsTool},
                                                         {"cman_tool", cmanTool},
                                                         {"clusvcadm", clusvcadm},
                                                         {"rgmanager", rgmanagerMigrate},
                                                         {"ssh", ssh},
                                                         {"hostname", hostName},
                                                         {"uname", unixName},
                                                         {"findmnt", findmnt},
                                                         {"ip", ipAddresses},
                                                         {"xenstore-watch", xenstoreWatch},
                                                         {"o2cb", o2cb}};
    return table;
}

/// The programs that the faults flood and rubbish have in mind.
bool isFaulty(const std::string &name)
{
    static const std::set<std::string> names = {"xl", "xm", "clustat", "cman_tool", "clusvcadm"};
    return names.contains(name);
}

[[noreturn]] void flood()
{
    std::signal(SIGPIPE, SIG_DFL);
    std::string lines;
    for (int i = 0; i < 500; ++i)
        lines +=
            "Domain-0                                     0  1024     1     r-----     130.7\n";
    for (;;)
        out(lines);
}

int rubbish()
{
    std::string bytes;
    unsigned value = 12345;
    for (int i = 0; i < 3000; ++i) {
        value = value * 1103515245U + 12345U;
        bytes += static_cast<char>(value >> 16);
    }
    out(bytes);
    return 0;
}

/// A full disk of the node is a soft limit of 0 on the size of files; the lab's own state is not on
/// it.
void liftFileSizeLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_FSIZE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
}

} // namespace

int main(int argc, char **argv)
{
    std::string name = argc > 0 ? argv[0] : "";
    name = name.substr(name.rfind('/') + 1);
    const auto program = programs().find(name);
    if (program == programs().end()) {
        err("this program is a part of colonnade-lab and is started by it\n");
        return 2;
    }
    liftFileSizeLimit();
    const Context context;
    const Node self = context.self();
    if (isFaulty(name) && self.fault("flood"))
        flood();
    if (isFaulty(name) && self.fault("rubbish"))
        return rubbish();
    return program->second(context, Arguments(argv + 1, argv + argc));
}
