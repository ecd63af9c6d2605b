// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconfcheck.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace colonnade::formats {

namespace {

/// Letters, digits, `_` and `-` of ASCII: what fits into the lock table of a GFS.
bool isPlainName(QStringView name)
{
    return std::ranges::all_of(name, [](QChar c) {
        return c < u'\x80' && (c.isLetterOrNumber() || c == u'_' || c == u'-');
    });
}

void checkName(ClusterConfCheck &check)
{
    constexpr qsizetype LongestName = 15; // cman copies it into 16 bytes, with a NUL
    const QString name = check.root().value("name");
    const Span span = check.root().spanOf("name");
    if (const qsizetype size = name.toUtf8().size(); size > LongestName)
        check.report(
            "cluster-name-length", Severity::Error, span,
            u"The cluster's name has %1 bytes, 15 is the most: cman refuses it with "
            "\"Cluster name in CCS is too long\" or \"Invalid cluster name\"."_s.arg(size));
    if (!isPlainName(name))
        check.report("cluster-name-characters", Severity::Warning, span,
                     u"The cluster's name %1 has other characters than letters, digits, _ and -: a "
                     "GFS cannot carry it in its lock table."_s.arg(quoted(name)));
}

void checkVersion(ClusterConfCheck &check)
{
    const QString version = check.root().value("config_version");
    if (version.trimmed().isEmpty())
        return; // reported as missing
    const std::optional<int> number = wholeNumber(version);
    if (!number || *number < 0)
        check.report("config-version", Severity::Error, check.root().spanOf("config_version"),
                     u"config_version=%1: \"config_version is not a valid integer.\" No daemon can "
                     "tell whether the file is newer than its own."_s.arg(quoted(version)));
}

void checkTransport(ClusterConfCheck &check, const XmlElement &cman)
{
    const bool isBroadcast = cman.value("broadcast") == u"yes";
    if (isBroadcast && cman.has("transport")) {
        const bool isSame = cman.value("transport") == u"udpb";
        check.report("broadcast-transport", Severity::Error, cman.spanOf("broadcast"),
                     u"cman does not start: \"Transport and broadcast option are mutually "
                     "exclusive\"."_s,
                     isSame ? check.fixByRemoving(cman, "broadcast") : std::nullopt);
    }
    const XmlElement totem = check.section("totem");
    if (!totem || !totem.has("transport"))
        return;
    const base::Result<TextEdits> moved =
        cman && !cman.has("transport") && !isBroadcast
            ? check.set(cman, "transport", totem.value("transport"))
            : base::failure(base::ErrorCode::Refused, {});
    check.report(
        "totem-transport", Severity::Error, totem.spanOf("transport"),
        u"cman does not start: \"Transport should not be specified within <totem .../>, "
        "use <cman transport=\"...\" /> instead\"."_s,
        check.fix(u"Move transport to <cman>"_s, {removeAttribute(totem, "transport"), moved}));
}

enum class Family { None, V4, V6 };

struct Address
{
    Family family = Family::None;
    std::array<quint8, 16> bytes = {};

    explicit Address(const QString &text)
    {
        const QByteArray latin = text.trimmed().toLatin1();
        if (inet_pton(AF_INET, latin.constData(), bytes.data()) == 1)
            family = Family::V4;
        else if (inet_pton(AF_INET6, latin.constData(), bytes.data()) == 1)
            family = Family::V6;
    }

    bool isMulticast() const
    {
        return family == Family::V4 ? bytes[0] >> 4 == 0xe
                                    : family == Family::V6 && bytes[0] == 0xff;
    }
};

/// Nodes that are called by their addresses have to be of the same family.
void checkFamily(ClusterConfCheck &check, const XmlElement &multicast, const Address &address)
{
    for (const ClusterNode &node : check.nodes()) {
        const Family family = Address(node.name()).family;
        if (family == Family::None || family == address.family)
            continue;
        check.report("address-family", Severity::Error, multicast.spanOf("addr"),
                     u"The multicast address %1 and the node %2 are of different families: \"Node "
                     "address family does not match multicast address family\"."_s.arg(
                         shown(multicast.value("addr")), shown(node.name())));
        return;
    }
}

void checkMulticast(ClusterConfCheck &check, const XmlElement &multicast)
{
    if (!multicast)
        return;
    const Span span = multicast.spanOf("addr");
    const QString text = multicast.value("addr");
    if (text.isEmpty()) {
        if (check.isKnown(ClusterGeneration::Cluster30))
            check.report("multicast-address", Severity::Warning, span,
                         u"<multicast> has no addr, which ccs_config_validate of 3.0 asks for."_s);
        return;
    }
    const Address address(text);
    if (!address.isMulticast()) {
        check.report("multicast-address", Severity::Error, span,
                     u"addr=%1 is no multicast address: the nodes cannot hear each other on "
                     "it."_s.arg(quoted(text)));
        return;
    }
    if (address.family == Family::V4 && (address.bytes[0] != 239 || address.bytes[1] != 192))
        check.report("multicast-address", Severity::Hint, span,
                     u"Multicast addresses other than 239.192.x.x may not be routed, says "
                     "cman(5)."_s);
    checkFamily(check, multicast, address);
}

void checkCman(ClusterConfCheck &check, const XmlElement &cman)
{
    if (const std::optional<int> id = wholeNumber(cman.value("cluster_id")); id && *id > 0xffff)
        check.report("cluster-id", Severity::Warning, cman.spanOf("cluster_id"),
                     u"Of cluster_id only 16 bits count: %1 is %2."_s.arg(
                         QString::number(*id), QString::number(*id & 0xffff)));
    if (const std::optional<int> port = wholeNumber(cman.value("port"));
        port && (*port < 2 || *port > 0xffff))
        check.report(
            "port-range", Severity::Error, cman.spanOf("port"),
            u"port=\"%1\" cannot be: cman uses this UDP port and the one below it."_s.arg(*port));
    if (cman.has("nodename"))
        check.report("internal-attribute", Severity::Warning, cman.spanOf("nodename"),
                     u"nodename is what cman notes for itself on each node; in the file it names "
                     "one node for all."_s,
                     check.fixByRemoving(cman, "nodename"));
}

void checkLogging(ClusterConfCheck &check)
{
    const QStringList names{u"corosync"_s,     u"qdiskd"_s,       u"groupd"_s,   u"fenced"_s,
                            u"dlm_controld"_s, u"gfs_controld"_s, u"rgmanager"_s};
    const QList<XmlElement> daemons = check.elements("logging", "logging_daemon");
    for (const XmlElement &daemon : daemons) {
        const QString name = daemon.value("name");
        if (!name.isEmpty() && !names.contains(name))
            check.report("logging-daemon", Severity::Warning, daemon.spanOf("name"),
                         u"No daemon called %1 reads this; known are %2."_s.arg(
                             shown(name), names.join(u", "_s)));
    }
    if (daemons.size() > 1 && check.isKnown(ClusterGeneration::Cluster30))
        check.report("logging-daemons", Severity::Warning, daemons[1].nameSpan(),
                     u"ccs_config_validate of 3.0 takes one <logging_daemon> only and refuses the "
                     "file; the daemons read all of them."_s);
}

void checkDeprecated(ClusterConfCheck &check)
{
    if (!check.hasSchema())
        return;
    for (const char *section : {"rm", "quorumd"}) {
        for (const char *attribute : {"log_level", "log_facility"}) {
            const XmlElement element = check.section(section);
            if (element && element.has(attribute))
                check.report("deprecated-attribute", Severity::Hint, element.spanOf(attribute),
                             u"%1 is old: since 3.0 <logging> says what is logged."_s.arg(
                                 QLatin1String(attribute)));
        }
    }
}

/// Of `clean_start` and `post_join_delay`.
void checkFenceDaemon(ClusterConfCheck &check, const XmlElement &daemon)
{
    if (daemonFlag(daemon.value("clean_start")))
        check.report("clean-start", Severity::Warning, daemon.spanOf("clean_start"),
                     u"clean_start=1 skips the fencing of nodes that are missing when the cluster "
                     "starts: if one of them is alive, both sides write to the same disks."_s,
                     check.fixBySetting(daemon, "clean_start", u"0"_s));
    for (const char *name : {"post_join_delay", "post_fail_delay"}) {
        if (!daemon.has(name))
            continue;
        const std::optional<int> seconds = wholeNumber(daemon.value(name));
        if (!seconds)
            check.reportNoNumber(daemon, name);
        else if (*seconds < 0)
            check.report("fence-delay", Severity::Warning, daemon.spanOf(name),
                         u"fenced since 3.0 ignores a negative %1 (\"ignore invalid value\") and "
                         "takes its default."_s.arg(QLatin1String(name)),
                         check.fixByRemoving(daemon, name));
    }
    if (const std::optional<int> delay = wholeNumber(daemon.value("post_join_delay"));
        delay && *delay >= 0 && *delay <= 3)
        check.report("post-join-delay", Severity::Hint, daemon.spanOf("post_join_delay"),
                     u"With a post_join_delay of %1 s, a node that starts a little later than the "
                     "others is fenced; 6 is the default of 3.x."_s.arg(*delay),
                     check.fixBySetting(daemon, "post_join_delay", u"6"_s));
}

void checkInterface(ClusterConfCheck &check)
{
    for (const XmlElement &interface : check.elements("totem", "interface")) {
        if (interface.has("bindnetaddr") || interface.has("mcastaddr"))
            check.report("totem-interface", Severity::Hint, interface.nameSpan(),
                         u"cman computes the addresses of <interface> from the nodes' names, and "
                         "its own count."_s);
    }
}

} // namespace

void checkCluster(ClusterConfCheck &check)
{
    checkName(check);
    checkVersion(check);
    if (const XmlElement cman = check.section("cman"); cman) {
        checkCman(check, cman);
        checkTransport(check, cman);
        checkMulticast(check, cman.child("multicast"));
    }
    checkInterface(check);
    checkLogging(check);
    checkDeprecated(check);
    if (const XmlElement daemon = check.section("fence_daemon"); daemon)
        checkFenceDaemon(check, daemon);
}

} // namespace colonnade::formats
