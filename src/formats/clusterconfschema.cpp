// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconfschema.h"

#include <algorithm>
#include <array>
#include <deque>

namespace colonnade::formats {

namespace {

constexpr ClusterGenerations All =
    ClusterGeneration::Cluster2 | ClusterGeneration::Cluster30 | ClusterGeneration::Cluster31;
constexpr ClusterGenerations Since30 = ClusterGeneration::Cluster30 | ClusterGeneration::Cluster31;

/// A row of the schema. A path ends with `?` where the parent holds the element once at most.
/// Attributes are words: `name`, then `!` if it is required, then `:value` for how it is read
/// (several values with `|` are the choices), then the generations: `@2` only 2.x, `@2+3` up to
/// 3.0, `@3` since 3.0, `@3.1` since 3.1, `@-` in no schema, though daemons or agents know it.
struct Row
{
    const char *path;
    const char *attributes;
};

constexpr const char *Plock = "enable_plock:flag plock_debug:flag plock_rate_limit:count "
                              "plock_ownership:flag drop_resources_time:count "
                              "drop_resources_count:count drop_resources_age:count ";
constexpr const char *Logging = "to_syslog:yesno to_logfile:yesno syslog_facility syslog_priority "
                                "logfile_priority logfile debug:onoff ";

// clang-format off
constexpr std::array Rows{
    Row{"cluster", "name! config_version! alias@2"},
    Row{"cluster/cman?",
        "two_node:flag expected_votes:positive port:count cluster_id:count "
        "hash_cluster_id:yeson@3.1 broadcast:yesno transport:udp|udpb|udpu|rdma@3.1 keyfile "
        "upgrading:yeson disallowed:count quorum_dev_poll:count shutdown_timeout:count "
        "ccsd_poll:count max_queued:count debug_mask nodename disable_openais log_level@2 "
        "log_facility@2"},
    Row{"cluster/cman/multicast?", "addr ttl:count@3.1 port:count@3.1"},
    Row{"cluster/cman/altmulticast?@3.1", "addr ttl:count port:count"},
    Row{"cluster/uidgid@3.1", "uid gid"},
    Row{"cluster/totem?",
        "token:count consensus:count join:count fail_recv_const:count "
        "token_retransmits_before_loss_const:count rrp_mode:none|active|passive secauth:onoff "
        "keyfile seqno_unchanged_const:count@3.1 netmtu:count@3.1 window_size:count@3.1 "
        "max_messages:count@3.1 miss_count_const:count@3.1 rrp_problem_count_threshold:count@3.1 "
        "transport@3.1"}, // which cman refuses by name
    Row{"cluster/totem/interface", "ringnumber:count bindnetaddr mcastaddr mcastport:count "
                                   "broadcast:yesno"},
    Row{"cluster/quorumd?",
        "interval:positive tko:positive votes:count min_score:count device label cman_label "
        "status_file scheduler priority:integer tko_up:count upgrade_wait:count "
        "master_wait:count use_uptime:flag stop_cman:flag paranoid:flag allow_kill:flag "
        "reboot:flag io_timeout:count max_error_cycles:count master_wins:flag log_level@2 "
        "log_facility@2"},
    Row{"cluster/quorumd/heuristic", "program! score:count interval:positive tko:positive"},
    Row{"cluster/fence_daemon?",
        "post_join_delay:integer post_fail_delay:integer clean_start:flag override_path "
        "override_time:count skip_undefined:flag@3"},
    Row{"cluster/fence_xvmd?", "debug:integer port:integer use_uuid multicast_address auth hash "
                               "uri key_file multicast_interface"},
    Row{"cluster/dlm?", "log_debug:flag timewarn:count protocol:tcp|sctp|detect "
                        "enable_fencing:flag enable_quorum:flag enable_deadlk:flag %plock"},
    Row{"cluster/dlm/lockspace", "name! nodir:flag"},
    Row{"cluster/dlm/lockspace/master", "name! weight:count"},
    Row{"cluster/gfs_controld?", "enable_withdraw:flag %plock"},
    Row{"cluster/group?", "groupd_compat:flag"},
    Row{"cluster/logging?@3", "%logging"},
    Row{"cluster/logging/logging_daemon", "name! subsys %logging"},
    Row{"cluster/clvmd?", "interface"},
    Row{"cluster/gulm?@2", "heartbeat_rate allowed_misses coreport ltpxport ltport lt_partitions "
                           "master_scan_delay new_connection_timeout"},
    Row{"cluster/gulm/lockserver", "name!"},
    Row{"cluster/clusternodes?", ""},
    Row{"cluster/clusternodes/clusternode", "name! nodeid:positive votes:count weight:count"},
    Row{"cluster/clusternodes/clusternode/altname", "name! port:count mcast ttl:count@3.1"},
    Row{"cluster/clusternodes/clusternode/multicast?@2", "addr! interface"},
    Row{"cluster/clusternodes/clusternode/fence?", ""},
    Row{"cluster/clusternodes/clusternode/fence/method", "name!"},
    Row{"cluster/clusternodes/clusternode/fence/method/device", "name! *"},
    Row{"cluster/clusternodes/clusternode/unfence?@3", ""},
    Row{"cluster/clusternodes/clusternode/unfence/device", "name! *"},
    Row{"cluster/fencedevices?", ""},
    Row{"cluster/fencedevices/fencedevice", "name! agent! *"},
    Row{"cluster/rm?",
        "log_level:integer log_facility status_child_max:positive status_poll_interval:positive "
        "transition_throttling:integer central_processing:flag disabled:flag@3.1 "
        "statusmax:integer@2"},
    Row{"cluster/rm/failoverdomains?", ""},
    Row{"cluster/rm/failoverdomains/failoverdomain",
        "name! ordered:flag restricted:flag nofailback:flag"},
    Row{"cluster/rm/failoverdomains/failoverdomain/failoverdomainnode", "name! priority:integer"},
    Row{"cluster/rm/events?", ""},
    Row{"cluster/rm/events/event",
        "name! file priority:integer class service service_state service_owner node "
        "node_id:integer node_state node_clean node_local #"},
    Row{"cluster/rm/resources?", ""},
    Row{"cluster/rm/resource-defaults?@3.1", ""},
};

/// The resources of rgmanager: element, the attribute that names one, all attributes.
struct ResourceRow
{
    const char *name;
    const char *primary;
    const char *attributes;
};

constexpr std::array ResourceRows{
    ResourceRow{"service", "name",
        "name! domain autostart:autostart exclusive:yesflag recovery hardrecovery:flag@2+3 "
        "depend depend_mode:hard|soft max_restarts:count restart_expire_time:time priority:integer "
        "nfslock:yesflag nfs_client_cache:yesflag"},
    ResourceRow{"vm", "name",
        "name! domain autostart:autostart exclusive:yesflag recovery path migrate:live|pause "
        "migration_mapping use_virsh:flag xmlfile hypervisor:auto|xen|qemu hypervisor_uri "
        "migration_uri snapshot depend depend_mode:hard|soft max_restarts:count "
        "restart_expire_time:time status_program hardrecovery:flag@2+3 memory:count@2 bootloader@2 "
        "rootdisk_physical@2 rootdisk_virtual@2 swapdisk_physical@2 swapdisk_virtual@2 vif@2 "
        "tunnelled@- no_kill@- migrate_options@-"},
    ResourceRow{"ASEHAagent", "name",
        "name! sybase_home! sybase_ase! sybase_ocs! server_name! login_file! interfaces_file! "
        "sybase_user! shutdown_timeout! start_timeout! deep_probe_timeout!"},
    ResourceRow{"SAPDatabase", "SID",
        "SID! DIR_EXECUTABLE DBTYPE! NETSERVICENAME DBJ2EE_ONLY JAVA_HOME STRICT_MONITORING "
        "AUTOMATIC_RECOVER DIR_BOOTSTRAP DIR_SECSTORE DB_JARS PRE_START_USEREXIT "
        "POST_START_USEREXIT PRE_STOP_USEREXIT POST_STOP_USEREXIT"},
    ResourceRow{"SAPInstance", "InstanceName",
        "InstanceName! DIR_EXECUTABLE DIR_PROFILE START_PROFILE START_WAITTIME AUTOMATIC_RECOVER "
        "PRE_START_USEREXIT POST_START_USEREXIT PRE_STOP_USEREXIT POST_STOP_USEREXIT"},
    ResourceRow{"apache", "name", "name! server_root config_file httpd_options shutdown_wait "
                                  "service_name"},
    ResourceRow{"clusterfs", "name", "name! mountpoint! device! fstype force_unmount options "
                                     "self_fence fsid nfslock"},
    ResourceRow{"fs", "name", "name! mountpoint! device! fstype force_unmount quick_status "
                              "self_fence nfslock fsid force_fsck options"},
    ResourceRow{"ip", "address", "address! family monitor_link nfslock sleeptime disable_rdisc"},
    ResourceRow{"lvm", "name", "name! vg_name! lv_name self_fence nfslock"},
    ResourceRow{"mysql", "name", "name! config_file listen_address mysqld_options startup_wait "
                                 "shutdown_wait service_name"},
    ResourceRow{"named", "name", "name! config_file named_sdb named_working_dir named_options "
                                 "shutdown_wait service_name"},
    ResourceRow{"netfs", "name", "name! mountpoint! host! export! fstype no_unmount force_unmount "
                                 "options"},
    ResourceRow{"nfsclient", "name", "name! target! path svcname fsid options allow_recover "
                                     "service_name use_cache"},
    ResourceRow{"nfsexport", "name", "name! device path fsid"},
    ResourceRow{"nfsserver", "name", "name! path nfspath"},
    ResourceRow{"openldap", "name", "name! config_file url_list slapd_options shutdown_wait "
                                    "service_name"},
    ResourceRow{"oracledb", "name", "name! listener_name user! home! type vhost"},
    ResourceRow{"orainstance", "name", "name! user! home! listeners lockfile"},
    ResourceRow{"oralistener", "name", "name! user! home!"},
    ResourceRow{"postgres-8", "name", "name! config_file postmaster_user postmaster_options "
                                      "shutdown_wait service_name"},
    ResourceRow{"samba", "name", "name! config_file smbd_options nmbd_options shutdown_wait "
                                 "service_name"},
    ResourceRow{"script", "name", "name! file! service_name"},
    ResourceRow{"smb", "name", "name! workgroup@2"},
    ResourceRow{"tomcat-6", "name", "name! config_file shutdown_wait service_name"},
};
// clang-format on

constexpr const char *OfAnyResource =
    "ref __independent_subtree:yesflag __enforce_timeouts:yesflag __max_failures:count "
    "__failure_expire_time:time __max_restarts:count __restart_expire_time:time";

struct ValueName
{
    QByteArrayView name;
    ClusterValue value;
};

constexpr std::array ValueNames{
    ValueName{"flag", ClusterValue::Flag},         ValueName{"autostart", ClusterValue::Autostart},
    ValueName{"yesflag", ClusterValue::YesFlag},   ValueName{"yeson", ClusterValue::YesOn},
    ValueName{"yesno", ClusterValue::YesNo},       ValueName{"onoff", ClusterValue::OnOff},
    ValueName{"integer", ClusterValue::Integer},   ValueName{"count", ClusterValue::NotNegative},
    ValueName{"positive", ClusterValue::Positive}, ValueName{"time", ClusterValue::Time},
};

/// Takes the generations off the end of @p word.
ClusterGenerations takeGenerations(QByteArray *word)
{
    const qsizetype at = word->indexOf('@');
    if (at < 0)
        return All;
    const QByteArray generations = word->mid(at + 1);
    word->truncate(at);
    if (generations == "2")
        return ClusterGeneration::Cluster2;
    if (generations == "2+3")
        return ClusterGeneration::Cluster2 | ClusterGeneration::Cluster30;
    if (generations == "3")
        return Since30;
    if (generations == "3.1")
        return ClusterGeneration::Cluster31;
    return {};
}

ClusterAttribute attributeOf(QByteArray word)
{
    ClusterAttribute attribute;
    attribute.generations = takeGenerations(&word);
    if (const qsizetype colon = word.indexOf(':'); colon >= 0) {
        const QByteArray value = word.mid(colon + 1);
        word.truncate(colon);
        const auto *known = std::ranges::find(ValueNames, QByteArrayView(value), &ValueName::name);
        attribute.value = known == ValueNames.end() ? ClusterValue::Choice : known->value;
        if (attribute.value == ClusterValue::Choice)
            attribute.choices = value.split('|');
    }
    attribute.isRequired = word.endsWith('!');
    if (attribute.isRequired)
        word.chop(1);
    attribute.name = word;
    return attribute;
}

void addAttributes(ClusterElement *element, QByteArray words)
{
    words.replace("%plock", Plock).replace("%logging", Logging);
    for (const QByteArray &word : words.split(' ')) {
        if (word == "*")
            element->isOpen = true;
        else if (word == "#")
            element->mayHoldText = true;
        else if (!word.isEmpty())
            element->attributes.append(attributeOf(word));
    }
}

/// Owns the elements: they point at each other.
class Schema
{
public:
    Schema()
    {
        for (const Row &row : Rows)
            add(row);
        for (const ResourceRow &row : ResourceRows)
            add(row);
        ClusterElement &action = m_elements.emplace_back();
        action.name = "action";
        addAttributes(&action, "name! depth interval:time timeout:time");
        m_resources.append(&action);
        for (ClusterElement &element : m_elements) {
            if (element.isResource)
                element.children = m_resources;
        }
        ClusterElement *rm = find("cluster/rm");
        find("cluster/rm/resources")->children = m_resources;
        find("cluster/rm/resource-defaults")->children = m_resources;
        for (const ClusterElement *resource : std::as_const(m_resources)) {
            if (resource->name == "service" || resource->name == "vm")
                rm->children.append(resource);
        }
    }

    const ClusterElement &root() const { return m_elements.front(); }

private:
    ClusterElement *find(const QByteArray &path) { return m_paths.value(path); }

    void add(const Row &row)
    {
        QByteArray path = row.path;
        ClusterElement &element = m_elements.emplace_back();
        element.generations = takeGenerations(&path);
        element.isOnce = path.endsWith('?');
        if (element.isOnce)
            path.chop(1);
        const qsizetype slash = path.lastIndexOf('/');
        element.name = path.mid(slash + 1);
        addAttributes(&element, row.attributes);
        if (slash > 0)
            find(path.left(slash))->children.append(&element);
        m_paths.insert(path, &element);
    }

    void add(const ResourceRow &row)
    {
        ClusterElement &element = m_elements.emplace_back();
        element.name = row.name;
        element.isResource = true;
        element.primary = row.primary;
        addAttributes(&element, row.attributes);
        addAttributes(&element, OfAnyResource);
        m_resources.append(&element);
    }

    std::deque<ClusterElement> m_elements; // its elements do not move
    QList<const ClusterElement *> m_resources;
    QHash<QByteArray, ClusterElement *> m_paths;
};

/// The number of letters to insert, remove, replace or swap with their neighbour to make one of
/// the other; stops counting above @p limit.
qsizetype distance(QByteArrayView a, QByteArrayView b, qsizetype limit)
{
    if (qAbs(a.size() - b.size()) > limit)
        return limit + 1;
    QList<qsizetype> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

/// Wrong names that people take from other programs and from the manual pages' prose.
struct WrongName
{
    QByteArrayView wrong;
    QByteArrayView right;
};

constexpr std::array WrongNames{
    WrongName{"migration", "migrate"}, WrongName{"password", "passwd"},
    WrongName{"ipaddress", "ipaddr"},  WrongName{"hostname", "ipaddr"},
    WrongName{"username", "login"},    WrongName{"user", "login"},
    WrongName{"node", "clusternode"},  WrongName{"nodes", "clusternodes"},
    WrongName{"id", "nodeid"},         WrongName{"version", "config_version"},
};

} // namespace

const ClusterAttribute *ClusterElement::attribute(QByteArrayView attributeName) const
{
    const auto found = std::ranges::find(attributes, attributeName, &ClusterAttribute::name);
    return found == attributes.end() ? nullptr : &*found;
}

const ClusterElement *ClusterElement::child(QByteArrayView childName) const
{
    const auto found = std::ranges::find(children, childName, &ClusterElement::name);
    return found == children.end() ? nullptr : *found;
}

const ClusterElement &clusterSchema()
{
    static const Schema schema;
    return schema.root();
}

QByteArray nearestName(QByteArrayView name, const QList<QByteArray> &known)
{
    constexpr qsizetype LongestName = 64; // the time goes with the square of it
    if (name.size() > LongestName)
        return {};
    const auto *wrong = std::ranges::find(WrongNames, name, &WrongName::wrong);
    if (wrong != WrongNames.end() && known.contains(wrong->right))
        return wrong->right.toByteArray();

    const QByteArray lower = name.toByteArray().toLower();
    qsizetype best = std::max<qsizetype>(1, name.size() / 4) + 1;
    QByteArray nearest;
    for (const QByteArray &candidate : known) {
        const qsizetype far = distance(lower, candidate.toLower(), best);
        if (far == best)
            nearest.clear();
        if (far < best) {
            best = far;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace colonnade::formats
