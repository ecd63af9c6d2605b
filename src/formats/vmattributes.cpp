// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/vmattributes.h"

#include <algorithm>

namespace colonnade::formats {

namespace {

constexpr VmAgents Early = VmAgent::Early2007 | VmAgent::Early2008;
constexpr VmAgents Late = VmAgent::Cluster30 | VmAgent::Last;
constexpr VmAgents All = Early | Late;
constexpr VmAgents Since2008 = VmAgent::Early2008 | Late;
constexpr VmAgents Never = {};

QList<VmAttribute> table()
{
    using enum VmValue;
    return {
        {"name",
         Text,
         "",
         All,
         Never,
         {},
         "The guest's name, and that of its configuration file; rgmanager calls it vm:NAME."},
        {"domain",
         Domain,
         "",
         All,
         Since2008,
         {},
         "The failover domain; without one any node may run the guest."},
        {"autostart",
         Flag,
         "1",
         All,
         Since2008,
         {},
         "Whether the guest starts when the cluster gets quorum."},
        {"recovery",
         Choice,
         "restart",
         All,
         All,
         {"restart", "relocate", "disable"},
         "What happens when the guest fails; anything else acts as restart."},
        {"path",
         Folders,
         "",
         All,
         Never,
         {},
         "Folders in which the configuration file is looked for, never the file itself."},
        {"migrate",
         Choice,
         "live",
         Since2008,
         Never,
         {"live", "pause"},
         "Anything but live moves the guest with a pause."},
        {"migration_mapping",
         Mapping,
         "",
         Late,
         Late,
         {},
         "The address to migrate to for each member; list all of them or none."},
        {"use_virsh",
         Flag,
         "",
         Late,
         Never,
         {},
         "1 uses virsh, 0 uses xm; without it vm.sh decides by path and file."},
        {"hypervisor",
         Choice,
         "auto",
         Late,
         Never,
         {"auto", "xen", "qemu"},
         "auto asks `virsh version` even where xm is used: write xen on hosts without libvirt."},
        {"exclusive",
         YesFlag,
         "0",
         Since2008,
         Since2008,
         {},
         "The guest runs only on a node that runs nothing else of rgmanager's."},
        {"max_restarts",
         Number,
         "0",
         Since2008,
         Since2008,
         {},
         "So many restarts in restart_expire_time, then the guest goes to another node."},
        {"restart_expire_time", Time, "0", Since2008, Since2008, {}, "How long a restart counts."},
        {"depend", Resource, "", Since2008, Never, {}, "What has to run before the guest."},
        {"depend_mode",
         Choice,
         "hard",
         Since2008,
         Never,
         {"hard", "soft"},
         "hard: the guest stops when what it depends on stops."},
        {"status_program",
         Command,
         "",
         Late,
         Late,
         {},
         "Has to succeed for the guest to count as running. 3.0.12 takes 0 where it is absent, "
         "which fails: write /bin/true there."},
        {"xmlfile",
         Path,
         "",
         Late,
         Never,
         {},
         "libvirt's description of the guest; counts instead of path."},
        {"hypervisor_uri", Text, "auto", Late, Never, {}, "For virsh: xen:///, qemu:///system."},
        {"migration_uri",
         Text,
         "auto",
         Late,
         Never,
         {},
         "For virsh, with %s for the target: xenmigr://%s/."},
        {"snapshot",
         Path,
         "",
         Late,
         Never,
         {},
         "Folder for the image of a guest that virsh suspends."},
        {"migrate_options",
         Text,
         "",
         VmAgent::Last,
         Never,
         {},
         "More options for virsh or xm migrate."},
        {"tunnelled", YesNo, "", VmAgent::Last, Never, {}, "qemu only."},
        {"no_kill",
         Flag,
         "0",
         VmAgent::Last,
         Never,
         {},
         "The guest is not destroyed when it does not shut down."},
        {"hardrecovery",
         Flag,
         "0",
         VmAgent::Early2008 | VmAgent::Cluster30,
         VmAgent::Early2008 | VmAgent::Cluster30,
         {},
         "Reboots the node when the guest cannot be stopped."},
        {"memory", Number, "", Early, Early, {}, "MiB."},
        {"bootloader", Path, "", Early, Never, {}, ""},
        {"rootdisk_physical", Text, "", Early, Never, {}, "Needs rootdisk_virtual."},
        {"rootdisk_virtual", Text, "", Early, Never, {}, ""},
        {"swapdisk_physical", Text, "", Early, Never, {}, "Needs swapdisk_virtual."},
        {"swapdisk_virtual", Text, "", Early, Never, {}, ""},
        {"vif", Text, "", Early, Never, {}, "A MAC address."},
    };
}

} // namespace

const QList<VmAttribute> &vmAttributes()
{
    static const QList<VmAttribute> attributes = table();
    return attributes;
}

const VmAttribute *vmAttribute(QByteArrayView name)
{
    const auto found = std::ranges::find(vmAttributes(), name, &VmAttribute::name);
    return found == vmAttributes().end() ? nullptr : &*found;
}

} // namespace colonnade::formats
