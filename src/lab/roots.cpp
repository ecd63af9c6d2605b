// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/roots.h"

#include "lab/guestfile.h"
#include "lab/ocfs2root.h"

#include <QDir>
#include <QFile>

#include <set>

namespace colonnade::lab {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr qint64 DiskBytes = qint64{10} << 30; ///< sparse

Result<void> write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!QDir().mkpath(path.section(QLatin1Char('/'), 0, -2)) || !file.open(QIODevice::WriteOnly)
        || file.write(content) != content.size())
        return failure(ErrorCode::IoFailed,
                       QStringLiteral("The lab's file %1 cannot be written: %2.")
                           .arg(path, file.errorString()));
    return {};
}

/// Writes several files below @p root.
Result<void> writeAll(const QString &root, const QList<std::pair<QString, QByteArray>> &files)
{
    for (const auto &[path, content] : files) {
        if (const auto written = write(root + path, content); !written)
            return written;
    }
    return {};
}

QByteArray listeningTable(const QList<int> &ports)
{
    QByteArray table = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when "
                       "retrnsmt   uid  timeout "
                       "inode\n";
    for (qsizetype line = 0; line < ports.size(); ++line)
        table +=
            QStringLiteral(
                "%1: 00000000:%2 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0     "
                "   0 %3 1 0000000000000000 100 0 0 10 0\n")
                .arg(line, 4)
                .arg(QString::number(ports[line], 16).toUpper().rightJustified(4, QLatin1Char('0')))
                .arg(10000 + line)
                .toLatin1();
    return table;
}

QByteArray xendConfig(int port)
{
    return "# Xend configuration file.\n(xend-unix-server yes)\n(xend-relocation-server "
           "yes)\n(xend-relocation-port "
           + QByteArray::number(port)
           + ")\n(xend-relocation-address '')\n(xend-relocation-hosts-allow '')\n(vif-script "
             "vif-bridge)\n"
             "(network-script network-bridge)\n(dom0-min-mem 196)\n(enable-dom0-ballooning no)\n";
}

QByteArray publicKeyOf(const QString &node)
{
    return "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" + node.toLatin1().toBase64().replace('=', "")
           + " root@" + node.toLatin1() + '\n';
}

} // namespace

RootBuilder::RootBuilder(const Options &options, const State &state,
                         const QList<NodeAccess> &access, QString folder, QString commandProgram)
    : m_options(options),
      m_state(state),
      m_access(access),
      m_folder(std::move(folder)),
      m_program(std::move(commandProgram))
{
}

Result<void> RootBuilder::build()
{
    if (const auto disks = buildDisks(); !disks)
        return disks;
    for (std::size_t i = 0; i < m_state.nodes.size(); ++i) {
        if (const auto node = buildNode(m_state.nodes[i], m_access[static_cast<qsizetype>(i)]);
            !node)
            return node;
    }
    return {};
}

Result<void> RootBuilder::buildDisks()
{
    for (const Node &node : m_state.nodes) {
        for (const Domain &domain : node.domains) {
            const QString path = m_folder + QStringLiteral("/shared/vgshared/")
                                 + QString::fromStdString(domain.name);
            if (const auto written =
                    write(path, "the disk of " + QByteArray::fromStdString(domain.name) + '\n');
                !written)
                return written;
            QFile::resize(path, DiskBytes);
        }
    }
    return {};
}

Result<void> RootBuilder::buildNode(const Node &node, const NodeAccess &access)
{
    const QString root = access.root;
    for (const char *folder :
         {"/root", "/tmp", "/usr/sbin", "/usr/bin", "/etc/xen/auto", "/var/lib", "/var/lock/subsys",
          "/var/log/xen", "/run", "/dev/vgshared"}) {
        if (!QDir().mkpath(root + QLatin1String(folder)))
            return failure(ErrorCode::IoFailed,
                           QStringLiteral("The lab's folder %1 cannot be made.").arg(root));
    }
    for (const auto &done :
         {writeSystem(node, access), writeSsh(access), writeGuests(node, root),
          writeCluster(node, root), linkPrograms(root), linkDisks(root), writeBootId(node, root)}) {
        if (!done)
            return done;
    }
    return {};
}

Result<void> RootBuilder::writeSystem(const Node &node, const NodeAccess &access)
{
    const QByteArray name = QByteArray::fromStdString(node.name);
    QList<int> ports = {22};
    if (m_state.xm)
        ports.append(access.relocationPort);
    QList<std::pair<QString, QByteArray>> files = {
        {QStringLiteral("/proc/xen/capabilities"), "control_d\n"},
        {QStringLiteral("/proc/sys/kernel/hostname"), name + '\n'},
        {QStringLiteral("/proc/net/tcp"), listeningTable(ports)},
        {QStringLiteral("/sys/hypervisor/type"), "xen\n"},
        {QStringLiteral("/etc/hostname"), name + '\n'},
        {QStringLiteral("/etc/default/xendomains"),
         "XENDOMAINS_RESTORE=true\nXENDOMAINS_AUTO=/etc/xen/auto\n"},
        {QStringLiteral("/etc/lvm/lvm.conf"),
         m_state.rgmanager
             ? "global {\n    locking_type = 3\n    fallback_to_local_locking = 0\n}\n"
             : "global {\n    locking_type = 1\n}\n"}};
    if (m_state.xm) {
        files.append(
            {QStringLiteral("/etc/xen/xend-config.sxp"), xendConfig(access.relocationPort)});
        files.append({QStringLiteral("/var/lock/subsys/xend"), ""});
        files.append({QStringLiteral("/etc/default/xen"), "TOOLSTACK=xm\n"});
    }
    std::set<std::string> kernels;
    for (const Node &each : m_state.nodes) {
        for (const Domain &domain : each.domains)
            kernels.insert({domain.kernel, domain.ramdisk});
    }
    for (const std::string &path : kernels)
        files.append({QString::fromStdString(path), "not a kernel\n"});
    const qsizetype index = &node - m_state.nodes.data();
    const QStringList bridges =
        index < m_options.specs.size() ? m_options.specs[index].bridges : NodeSpec{}.bridges;
    for (const QString &bridge : bridges)
        files.append({QStringLiteral("/sys/class/net/%1/bridge/bridge_id").arg(bridge),
                      "8000.00163e000001\n"});
    return writeAll(access.root, files);
}

Result<void> RootBuilder::writeSsh(const NodeAccess &access)
{
    QByteArray known;
    QByteArray authorized;
    for (const NodeAccess &each : m_access) {
        known += each.name.toLatin1() + ',' + each.host.toLatin1() + ' '
                 + each.hostKeyType.toLatin1() + ' ' + each.hostPublicKey.toLatin1() + '\n';
        authorized += publicKeyOf(each.name);
    }
    return writeAll(access.root,
                    {{QStringLiteral("/root/.ssh/known_hosts"), known},
                     {QStringLiteral("/root/.ssh/authorized_keys"), authorized},
                     {QStringLiteral("/root/.ssh/id_ed25519.pub"), publicKeyOf(access.name)}});
}

/// Every node has the files of all guests, as xm and xl want them for a restart; links only where
/// one runs.
Result<void> RootBuilder::writeGuests(const Node &node, const QString &root)
{
    const QString suffix = m_state.xm ? QString() : QStringLiteral(".cfg");
    for (const Node &each : m_state.nodes) {
        for (const Domain &domain : each.domains) {
            const QString path =
                QStringLiteral("/etc/xen/") + QString::fromStdString(domain.name) + suffix;
            const auto written = write(root + path, QByteArray::fromStdString(guestFileOf(domain)));
            if (!written)
                return written;
        }
    }
    const QList<Guest> guests = m_options.guests;
    for (const Guest &guest : guests) {
        const bool isHere = guest.node == &node - m_state.nodes.data();
        if (guest.autostart && isHere
            && !QFile::link(QStringLiteral("../") + guest.name + suffix,
                            root + QStringLiteral("/etc/xen/auto/") + guest.name + suffix))
            return failure(ErrorCode::IoFailed,
                           QStringLiteral("No link can be made in %1/etc/xen/auto.").arg(root));
    }
    return {};
}

Result<void> RootBuilder::writeCluster(const Node &node, const QString &root)
{
    QStringList names;
    for (const NodeAccess &each : m_access)
        names.append(each.name);
    QList<std::pair<QString, QByteArray>> files = ocfs2Files(names, &node - m_state.nodes.data());
    if (m_state.rgmanager) {
        files.append({QStringLiteral("/etc/cluster/cluster.conf"), clusterConf()});
        files.append({QStringLiteral("/etc/default/cman"),
                      "CLUSTERNAME=\"\"\nNODENAME=\"\"\nCLUSTER_JOIN_TIMEOUT=300\n"});
    }
    return writeAll(root, files);
}

QByteArray RootBuilder::clusterConf() const
{
    QByteArray nodes;
    QByteArray devices;
    QByteArray members;
    for (qsizetype i = 0; i < m_access.size(); ++i) {
        const QByteArray name = m_access[i].name.toLatin1();
        const QByteArray id = QByteArray::number(i + 1);
        nodes += "    <clusternode name=\"" + name + "\" nodeid=\"" + id
                 + "\" votes=\"1\">\n      <fence>\n        <method name=\"1\">\n"
                   "          <device name=\"ipmi"
                 + id + "\"/>\n        </method>\n      </fence>\n    </clusternode>\n";
        devices += "    <fencedevice name=\"ipmi" + id
                   + "\" agent=\"fence_ipmilan\" ipaddr=\"192.0.2." + id
                   + "\" login=\"fence\" passwd=\"lab\"/>\n";
        if (m_state.isInFailoverDomain(m_access[i].name.toStdString()))
            members +=
                "        <failoverdomainnode name=\"" + name + "\" priority=\"" + id + "\"/>\n";
    }
    QByteArray vms;
    for (const Service &service : m_state.services)
        vms += "    <vm name=\"" + QByteArray::fromStdString(service.name.substr(3))
               + "\" domain=\"FD\" path=\"/etc/xen\" autostart=\"1\" migrate=\"live\" "
                 "recovery=\"restart\"/>\n";
    const bool two = m_access.size() == 2;
    return "<?xml version=\"1.0\"?>\n<cluster name=\""
           + QByteArray::fromStdString(m_state.clusterName) + "\" config_version=\""
           + QByteArray::number(m_state.configVersion) + "\">\n  <cman"
           + (two ? " two_node=\"1\" expected_votes=\"1\"" : "") + "/>\n  <clusternodes>\n" + nodes
           + "  </clusternodes>\n  <fencedevices>\n" + devices
           + "  </fencedevices>\n  <rm>\n    <failoverdomains>\n"
             "      <failoverdomain name=\"FD\" ordered=\"1\" restricted=\"1\" nofailback=\"1\">\n"
           + members + "      </failoverdomain>\n    </failoverdomains>\n" + vms
           + "  </rm>\n</cluster>\n";
}

Result<void> RootBuilder::linkPrograms(const QString &root)
{
    QStringList paths = {
        QStringLiteral("/usr/sbin/ssh"),   QStringLiteral("/usr/sbin/hostname"),
        QStringLiteral("/usr/sbin/uname"), QStringLiteral("/usr/sbin/findmnt"),
        QStringLiteral("/usr/sbin/ip"),    QStringLiteral("/usr/sbin/xenstore-watch"),
        QStringLiteral("/usr/sbin/o2cb")};
    if (m_state.xm)
        paths.append(
            {QStringLiteral("/usr/sbin/xm"), QStringLiteral("/usr/lib/xen/bin/xc_restore")});
    else
        paths.append(QStringLiteral("/usr/sbin/xl"));
    if (m_state.rgmanager)
        paths.append({QStringLiteral("/usr/sbin/clustat"), QStringLiteral("/usr/sbin/cman_tool"),
                      QStringLiteral("/usr/sbin/ccs_tool"),
                      QStringLiteral("/usr/sbin/ccs_config_validate"),
                      QStringLiteral("/usr/sbin/clusvcadm"),
                      QStringLiteral("/usr/lib/rgmanager/rgmanager")});
    for (const QString &path : paths) {
        const QString link = root + path;
        if (!QDir().mkpath(link.section(QLatin1Char('/'), 0, -2)) || !QFile::link(m_program, link))
            return failure(ErrorCode::IoFailed,
                           QStringLiteral("The link %1 cannot be made.").arg(link));
    }
    return {};
}

Result<void> RootBuilder::linkDisks(const QString &root)
{
    for (const Node &each : m_state.nodes) {
        for (const Domain &domain : each.domains) {
            const QString name = QString::fromStdString(domain.name);
            if (!QFile::link(m_folder + QStringLiteral("/shared/vgshared/") + name,
                             root + QStringLiteral("/dev/vgshared/") + name))
                return failure(ErrorCode::IoFailed,
                               QStringLiteral("No link can be made in %1/dev/vgshared.").arg(root));
        }
    }
    return {};
}

Result<void> RootBuilder::writeBootId(const Node &node, const QString &root)
{
    return write(root + QStringLiteral("/proc/sys/kernel/random/boot_id"),
                 QByteArray::fromStdString(node.bootId) + '\n');
}

} // namespace colonnade::lab
