// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/fenceagents.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace colonnade::formats {

namespace {

using Place = FenceAttribute::Place;

/// A row of the table. Words are attributes: `name`, `name=default`, a trailing `+` for one that
/// came with RHEL 6, `a|b` for a needed one with others that will do instead. A word that begins
/// with `@` stands for a list below.
struct AgentRow
{
    const char *name;
    FenceTarget target;
    const char *summary;
    const char *needed;         ///< on <fencedevice> or <device>
    const char *neededOnDevice; ///< one for each node
    const char *further;
};

struct WordList
{
    QByteArrayView name;
    const char *words;
};

// Lists that many agents share: fence/agents/lib/fencing.py.
constexpr std::array Lists{
    WordList{"@login", "ipaddr login passwd|passwd_script|identity_file"},
    WordList{"@common", "action=reboot verbose debug version help"},
    WordList{"@ssh", "secure identity_file"},
    WordList{"@net", "inet4_only inet6_only ipport"},
    WordList{"@times", "power_timeout=20+ shell_timeout=3+ login_timeout=5+ power_wait=0+ delay+ "
                       "retry_on=1+"},
    WordList{"@snmp", "login passwd passwd_script snmp_version community snmp_auth_prot "
                      "snmp_sec_level snmp_priv_prot snmp_priv_passwd snmp_priv_passwd_script "
                      "udpport inet4_only inet6_only separator"},
    WordList{"@ipmi", "login passwd passwd_script auth lanplus cipher timeout=20 method=onoff "
                      "action=reboot verbose power_wait+ delay+ privlvl+"},
};

// clang-format off
constexpr std::array Rows{
    AgentRow{"fence_apc", FenceTarget::Outlet, "APC power switch over telnet or ssh",
             "@login", "port", "@common @ssh @net switch separator @times"},
    AgentRow{"fence_apc_snmp", FenceTarget::Outlet, "APC power switch over SNMP",
             "ipaddr", "port", "@common @snmp @times"},
    AgentRow{"fence_bladecenter", FenceTarget::Blade, "IBM BladeCenter over telnet or ssh",
             "@login", "port", "@common @ssh @net cmd_prompt separator missing_as_off @times"},
    AgentRow{"fence_bladecenter_snmp", FenceTarget::Blade, "IBM BladeCenter over SNMP",
             "ipaddr", "port", "@common @snmp @times"},
    AgentRow{"fence_brocade", FenceTarget::StoragePort, "Brocade FC switch",
             "ipaddr login passwd|passwd_script", "port", "action option"},
    AgentRow{"fence_bullpap", FenceTarget::Outlet, "Bull PAP console",
             "ipaddr login passwd|passwd_script", "domain", "action option"},
    AgentRow{"fence_cisco_mds", FenceTarget::StoragePort, "Cisco MDS FC switch over SNMP",
             "ipaddr", "port", "@common @snmp @times"},
    AgentRow{"fence_cisco_ucs", FenceTarget::Blade, "Cisco UCS manager",
             "ipaddr login passwd|passwd_script", "port", "@common ssl @net suborg separator power_wait+ power_timeout+ "
             "shell_timeout+ delay+ retry_on+"},
    AgentRow{"fence_drac", FenceTarget::ManagementBoard, "Dell DRAC III, MC and IV over telnet",
             "ipaddr login passwd|passwd_script", "", "action cmd_prompt drac_version module_name"},
    AgentRow{"fence_drac5", FenceTarget::ManagementBoard, "Dell DRAC 5 and CMC",
             "@login", "", "@common @ssh @net cmd_prompt drac_version module_name separator "
             "@times"},
    AgentRow{"fence_egenera", FenceTarget::Blade, "Egenera BladeFrame",
             "cserver", "lpan pserver", "action=reboot esh user delay+"},
    AgentRow{"fence_eps", FenceTarget::Outlet, "ePowerSwitch",
             "ipaddr", "port", "@common login passwd passwd_script hidden_page separator delay+ "
             "retry_on+"},
    AgentRow{"fence_gnbd", FenceTarget::StoragePort, "GNBD server",
             "servers", "nodename", "ipaddr retrys wait_time"},
    AgentRow{"fence_ibmblade", FenceTarget::Blade, "IBM BladeCenter over SNMP",
             "ipaddr", "port", "@common @snmp @times"},
    AgentRow{"fence_idrac", FenceTarget::ManagementBoard, "Dell iDRAC (IPMI)", "ipaddr", "",
             "@ipmi"},
    AgentRow{"fence_ifmib", FenceTarget::StoragePort, "Ethernet switch port over SNMP",
             "ipaddr", "port", "@common @snmp @times"},
    AgentRow{"fence_ilo", FenceTarget::ManagementBoard, "HP iLO",
             "ipaddr login passwd|passwd_script", "", "@common @net ssl ribcl @times"},
    AgentRow{"fence_ilo3", FenceTarget::ManagementBoard, "HP iLO 3 (IPMI)", "ipaddr", "", "@ipmi"},
    AgentRow{"fence_ilo4", FenceTarget::ManagementBoard, "HP iLO 4 (IPMI)", "ipaddr", "", "@ipmi"},
    AgentRow{"fence_ilo_mp", FenceTarget::ManagementBoard, "HP iLO MP",
             "@login", "", "@common @ssh @net cmd_prompt separator @times"},
    AgentRow{"fence_imm", FenceTarget::ManagementBoard, "IBM IMM (IPMI)", "ipaddr", "", "@ipmi"},
    AgentRow{"fence_intelmodular", FenceTarget::Blade, "Intel Modular Server over SNMP",
             "ipaddr", "port", "@common @snmp @times"},
    AgentRow{"fence_ipmilan", FenceTarget::ManagementBoard, "IPMI over LAN", "ipaddr", "",
             "@ipmi"},
    AgentRow{"fence_kdump", FenceTarget::Person, "waits for the crash kernel of the node", "", "",
             "nodename ipport=7410 family action=off timeout=60 verbose version usage"},
    AgentRow{"fence_manual", FenceTarget::Person, "a person who says that the node is off", "",
             "nodename", ""},
    AgentRow{"fence_mcdata", FenceTarget::StoragePort, "McData FC switch",
             "ipaddr login passwd|passwd_script", "port", "action option"},
    AgentRow{"fence_rhevm", FenceTarget::VirtualMachine, "RHEV-M over REST",
             "ipaddr login passwd|passwd_script", "port", "@common ssl @net separator power_wait+ power_timeout+ "
             "shell_timeout+ delay+ retry_on+"},
    AgentRow{"fence_rps10", FenceTarget::Outlet, "WTI RPS-10 on a serial line", "device", "port",
             "action option"},
    AgentRow{"fence_rsa", FenceTarget::ManagementBoard, "IBM RSA II",
             "@login", "", "@common @ssh ipport cmd_prompt @times"},
    AgentRow{"fence_rsb", FenceTarget::ManagementBoard, "Fujitsu-Siemens RSB",
             "ipaddr login passwd|passwd_script", "", "@common telnet_port=3172 separator @times"},
    AgentRow{"fence_sanbox2", FenceTarget::StoragePort, "QLogic SANBox2 FC switch",
             "ipaddr login passwd|passwd_script", "port", "@common ipport cmd_prompt io_fencing "
             "separator @times"},
    AgentRow{"fence_scsi", FenceTarget::StoragePort, "SCSI-3 persistent reservations",
             "", "nodename|key", "key devices aptpl logfile action=off delay+"},
    AgentRow{"fence_virsh", FenceTarget::VirtualMachine, "a guest of a libvirt host over ssh",
             "ipaddr login", "port", "@common passwd passwd_script @ssh @net separator @times"},
    AgentRow{"fence_virt", FenceTarget::VirtualMachine, "a guest, by its host's fence_virtd", "",
             "port", "action=reboot debug serial_device=/dev/ttyS1 serial_params=115200,8N1 "
             "channel_address=10.0.2.179 ipport=1229 timeout=30"},
    AgentRow{"fence_vixel", FenceTarget::StoragePort, "Vixel FC switch",
             "ipaddr passwd|passwd_script", "port", "action option"},
    AgentRow{"fence_vmware", FenceTarget::VirtualMachine, "VMware by its own tools",
             "@login", "port", "@common @ssh exec vmware_type vmware_datacenter separator @times"},
    AgentRow{"fence_vmware_soap", FenceTarget::VirtualMachine, "VMware over SOAP",
             "ipaddr login passwd|passwd_script", "port|uuid", "@common ssl uuid ipport separator @times"},
    AgentRow{"fence_wti", FenceTarget::Outlet, "WTI power switch",
             "ipaddr", "port", "@common login passwd passwd_script @ssh @net cmd_prompt separator "
             "@times"},
    AgentRow{"fence_xvm", FenceTarget::VirtualMachine, "a guest, by its host's fence_xvmd", "",
             "port", "action=reboot multicast_address=225.0.0.12 ipport=1229 ip_family=auto "
             "retrans=20 auth=sha256 hash=sha256 key_file=/etc/cluster/fence_xvm.key use_uuid "
             "timeout=30 delay+ debug"},
};
// clang-format on

void addWords(QList<FenceAttribute> *attributes, QByteArrayView words, Place place, bool isNeeded);

void addWord(QList<FenceAttribute> *attributes, QByteArray word, Place place, bool isNeeded)
{
    if (word.startsWith('@')) {
        const auto *list = std::ranges::find(Lists, QByteArrayView(word), &WordList::name);
        Q_ASSERT(list != Lists.end());
        addWords(attributes, list->words, place, isNeeded);
        return;
    }
    FenceAttribute attribute{.name = {}, .place = place, .isNeeded = isNeeded};
    if (word.endsWith('+')) {
        attribute.isNewer = true;
        word.chop(1);
    }
    if (const qsizetype equals = word.indexOf('='); equals >= 0) {
        attribute.defaultValue = word.mid(equals + 1);
        word.truncate(equals);
    }
    QList<QByteArray> names = word.split('|');
    attribute.name = names.takeFirst();
    attribute.instead = names;
    if (std::ranges::find(*attributes, attribute.name, &FenceAttribute::name) == attributes->end())
        attributes->append(attribute);
    for (const QByteArray &name : names)
        addWord(attributes, name, place, false);
}

void addWords(QList<FenceAttribute> *attributes, QByteArrayView words, Place place, bool isNeeded)
{
    for (const QByteArray &word : words.toByteArray().split(' ')) {
        if (!word.isEmpty())
            addWord(attributes, word, place, isNeeded);
    }
}

/// Names of former times that agents still take.
QList<FenceOldName> oldNamesOf(const FenceAgent &agent, bool isPython)
{
    QList<FenceOldName> all{{"option", "action"}};
    if (isPython) // fencing.py
        all += {{"fm", "port"}, {"hostname", "ipaddr"}, {"modulename", "module_name"}};
    if (agent.name == "fence_drac")
        all.append(FenceOldName{"modulename", "module_name"});
    if (agent.name == "fence_xvm" || agent.name == "fence_virt")
        all.append(FenceOldName{"domain", "port"});
    if (agent.name == "fence_manual")
        all.append(FenceOldName{"ipaddr", "nodename"});
    if (agent.name == "fence_bladecenter")
        all.append(FenceOldName{"blade", "port"});
    const auto isUseless = [&agent](const FenceOldName &old) {
        return agent.attribute(old.oldName) || !agent.attribute(old.name);
    };
    all.removeIf(isUseless);
    return all;
}

FenceAgent agentOf(const AgentRow &row)
{
    FenceAgent agent{.name = row.name,
                     .summary = row.summary,
                     .target = row.target,
                     .attributes = {},
                     .oldNames = {}};
    addWords(&agent.attributes, row.needed, Place::FenceDevice, true);
    addWords(&agent.attributes, row.neededOnDevice, Place::Device, true);
    addWords(&agent.attributes, row.further, Place::Either, false);
    const bool isPython = QByteArrayView(row.further).contains("@common");
    agent.oldNames = oldNamesOf(agent, isPython);
    return agent;
}

QList<FenceAgent> allAgents()
{
    QList<FenceAgent> agents;
    for (const AgentRow &row : Rows)
        agents.append(agentOf(row));
    return agents;
}

/// Groups of RHEL 6's schema that are not those of an agent of the table.
constexpr std::array OtherGroups{
    "device port", "ipaddr login passwd passwd_script auth lanplus", "rpowerpath",
    "option ipaddr passwd passwd_script login action quiet", // fence_na
};

/// Agents without metadata: their attributes make no group of the schema.
constexpr std::array WithoutGroup{"fence_brocade", "fence_bullpap", "fence_drac",
                                  "fence_gnbd",    "fence_manual",  "fence_mcdata",
                                  "fence_rps10",   "fence_rsb",     "fence_vixel"};

using Groups = quint64; ///< a bit a group

/// For each attribute, the groups that have it.
QHash<QByteArray, Groups> groupsByAttribute()
{
    QHash<QByteArray, Groups> groups;
    Groups group = 1;
    for (const char *words : OtherGroups) {
        for (const QByteArray &name : QByteArray(words).split(' '))
            groups[name] |= group;
        group <<= 1;
    }
    for (const FenceAgent &agent : fenceAgents()) {
        if (std::ranges::find(WithoutGroup, QByteArrayView(agent.name)) != WithoutGroup.end())
            continue;
        for (const FenceAttribute &attribute : agent.attributes)
            groups[attribute.name] |= group;
        for (const FenceOldName &old : agent.oldNames) {
            const bool isOption = old.oldName == "option" && agent.name != "fence_egenera";
            if (isOption || old.oldName == "domain")
                groups[old.oldName] |= group;
        }
        group <<= 1;
    }
    Q_ASSERT(group != 0);
    return groups;
}

} // namespace

const FenceAttribute *FenceAgent::attribute(QByteArrayView attributeName) const
{
    QByteArrayView wanted = attributeName;
    for (const FenceOldName &old : oldNames) {
        if (old.oldName == attributeName)
            wanted = old.name;
    }
    const auto found = std::ranges::find(attributes, wanted, &FenceAttribute::name);
    return found == attributes.end() ? nullptr : &*found;
}

QByteArray FenceAgent::replacementOf(QByteArrayView attributeName) const
{
    const auto found = std::ranges::find(oldNames, attributeName, &FenceOldName::oldName);
    return found == oldNames.end() ? QByteArray() : found->name;
}

const QList<FenceAgent> &fenceAgents()
{
    static const QList<FenceAgent> agents = allAgents();
    return agents;
}

const FenceAgent *fenceAgent(QByteArrayView name)
{
    const auto found = std::ranges::find(fenceAgents(), name, &FenceAgent::name);
    return found == fenceAgents().end() ? nullptr : &*found;
}

bool isFenceGroup(const QList<QByteArrayView> &attributes)
{
    static const QHash<QByteArray, Groups> groups = groupsByAttribute();
    Groups left = ~Groups(0);
    for (const QByteArrayView attribute : attributes)
        left &= groups.value(attribute.toByteArray());
    return left != 0;
}

} // namespace colonnade::formats
