// SPDX-License-Identifier: GPL-3.0-or-later
// `xl info` and `xm info`.
#include "lab/command/xl.h"

#include <cstdlib>

namespace colonnade::lab {

namespace {

std::string pair(const char *key, const std::string &value)
{
    return text("%-23s: %s\n", key, value.c_str());
}

std::string pair(const char *key, std::int64_t value)
{
    return pair(key, std::to_string(value));
}

struct Version
{
    std::string major;
    std::string minor;
    std::string extra;
};

Version versionOf(const Node &node)
{
    const std::size_t first = node.xenVersion.find('.');
    const std::size_t second = node.xenVersion.find('.', first + 1);
    Version version{node.xenVersion.substr(0, first),
                    node.xenVersion.substr(first + 1, second - first - 1), ""};
    if (second != std::string::npos)
        version.extra = node.xenVersion.substr(second);
    return version;
}

std::string hardware(const Node &node, bool xm)
{
    std::string lines = pair("nr_cpus", node.cpus);
    if (!xm)
        lines += pair("max_cpu_id", node.cpus - 1);
    return lines + pair("nr_nodes", 1) + pair("cores_per_socket", node.cpus)
           + pair("threads_per_core", 1) + pair("cpu_mhz", xm ? "2596" : "2596.123")
           + pair("hw_caps",
                  "078bf3fd:80002001:20100800:00000005:00000000:00000000:00000000:00000000")
           + pair("virt_caps", xm            ? "hvm hvm_directio"
                               : node.shadow ? "pv hvm hap shadow gnttab-v1 gnttab-v2"
                                             : "pv hvm hap gnttab-v1 gnttab-v2")
           + pair("total_memory", node.totalMiB) + pair("free_memory", node.freeMiB());
}

std::string kernel(const Node &node, bool xm)
{
    return pair("host", node.name) + pair("release", xm ? "2.6.32-5-xen-amd64" : "6.1.0-56-amd64")
           + pair("version", xm ? "#1 SMP Tue May 13 19:25:34 UTC 2014"
                                : "#1 SMP PREEMPT_DYNAMIC Debian 6.1.192-2 (2026-11-16)")
           + pair("machine", "x86_64");
}

std::string compiler(bool xm)
{
    if (xm)
        return pair("cc_compiler", "gcc version 4.7.2 (Debian 4.7.2-5)")
               + pair("cc_compile_by", "pkg-xen-devel")
               + pair("cc_compile_domain", "lists.alioth.debian.org")
               + pair("cc_compile_date", "Sat Nov 29 13:52:25 UTC 2014");
    return pair("cc_compiler", "x86_64-linux-gnu-gcc (Debian 12.2.0-14+deb12u1) 12.2.0")
           + pair("cc_compile_by", "pkg-xen-devel")
           + pair("cc_compile_domain", "lists.alioth.debian.org")
           + pair("cc_compile_date", "Sat Nov 29 13:52:25 UTC 2025")
           + pair("build_id", "39a640e6f1412319235087391df9f1c5e13ae920");
}

} // namespace

std::string hostInfo(const Node &node, bool xm)
{
    const Version version = versionOf(node);
    std::string lines = kernel(node, xm) + hardware(node, xm);
    if (!xm)
        lines += pair("sharing_freed_memory", 0) + pair("sharing_used_memory", 0)
                 + pair("outstanding_claims", 0) + pair("free_cpus", 0);
    lines += pair("xen_major", version.major) + pair("xen_minor", version.minor)
             + pair("xen_extra", version.extra);
    if (!xm)
        lines += pair("xen_version", node.xenVersion);
    lines += pair("xen_caps", "xen-3.0-x86_64 hvm-3.0-x86_32 hvm-3.0-x86_32p hvm-3.0-x86_64 ")
             + pair("xen_scheduler", xm ? "credit" : "credit2") + pair("xen_pagesize", 4096)
             + pair("platform_params", "virt_start=0xffff800000000000")
             + pair("xen_changeset", xm ? "unavailable" : "");
    const long long dom0 = node.dom0MiB;
    lines += pair(
        "xen_commandline",
        xm ? text("placeholder dom0_mem=%lldM", dom0)
           : text("console=com1 com1=115200 dom0_mem=%lldM,max:%lldM loglvl=info guest_loglvl=info "
                  "spec-ctrl=no xpti=no pv-l1tf=no ",
                  dom0, dom0));
    return lines + compiler(xm) + pair("xend_config_format", 4);
}

int xlInfo(const Context &context, const Arguments &)
{
    out(hostInfo(context.self(), false));
    return 0;
}

} // namespace colonnade::lab
