// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/ocfs2root.h"

namespace colonnade::lab {

using namespace Qt::StringLiterals;

namespace {

using Files = QList<std::pair<QString, QByteArray>>;

QByteArray storageAddress(qsizetype index)
{
    return "10.10.0." + QByteArray::number(index + 1);
}

QByteArray addresses(qsizetype index)
{
    const auto line = [](const QByteArray &number, const QByteArray &card,
                         const QByteArray &address) -> QByteArray {
        return number + ": " + card + "    inet " + address + " scope "
               + (card == "lo" ? "host " : "global ") + card
               + "\\       valid_lft forever preferred_lft forever\n";
    };
    return line("1", "lo", "127.0.0.1/8")
           + line("2", "xenbr0", "192.0.2." + QByteArray::number(index + 11) + "/24")
           + line("3", "eth1", storageAddress(index) + "/24");
}

QByteArray nodeList(const QStringList &nodes)
{
    QByteArray text = "cluster:\n\tname = colonnade\n\theartbeat_mode = local\n\tnode_count = "
                      + QByteArray::number(nodes.size()) + "\n\n";
    for (qsizetype i = 0; i < nodes.size(); ++i)
        text += "node:\n\tcluster = colonnade\n\tnumber = " + QByteArray::number(i)
                + "\n\tip_port = 7777\n\tip_address = " + storageAddress(i)
                + "\n\tname = " + nodes[i].toLatin1() + "\n\n";
    return text;
}

/// configfs, as captures/xl-4.17/ls_configfs_cluster shows it.
Files loaded(const QStringList &nodes, qsizetype self)
{
    const QString top = u"/sys/kernel/config/cluster/colonnade/"_s;
    Files files = {{top + u"idle_timeout_ms"_s, "30000\n"},
                   {top + u"keepalive_delay_ms"_s, "2000\n"},
                   {top + u"reconnect_delay_ms"_s, "2000\n"},
                   {top + u"fence_method"_s, "reset\n"},
                   {top + u"heartbeat/dead_threshold"_s, "31\n"},
                   {top + u"heartbeat/mode"_s, "local\n"},
                   {top + u"heartbeat/51275FB9AC33446FAA92389906A87FFD/dev"_s, "vdb2\n"}};
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        const QString folder = top + u"node/"_s + nodes[i];
        files += {{folder + u"/num"_s, QByteArray::number(i) + '\n'},
                  {folder + u"/ipv4_address"_s, storageAddress(i) + '\n'},
                  {folder + u"/ipv4_port"_s, "7777\n"},
                  {folder + u"/local"_s, i == self ? "1\n" : "0\n"}};
    }
    return files;
}

} // namespace

Files ocfs2Files(const QStringList &nodes, qsizetype self)
{
    return Files{{u"/etc/ocfs2/cluster.conf"_s, nodeList(nodes)},
                 {u"/etc/default/o2cb"_s, "O2CB_ENABLED=true\nO2CB_BOOTCLUSTER=colonnade\n"
                                          "O2CB_HEARTBEAT_THRESHOLD=31\n"
                                          "O2CB_IDLE_TIMEOUT_MS=30000\n"},
                 {u"/sys/fs/ocfs2/cluster_stack"_s, "o2cb\n"},
                 {u"/proc/mounts"_s, "/dev/vda1 / ext4 rw,relatime 0 0\n"
                                     "/dev/vdb2 /shared ocfs2 rw,noatime,_netdev,heartbeat=local,"
                                     "cluster_stack=o2cb 0 0\n"},
                 {QString::fromLatin1(AddressesFile), addresses(self)}}
           + loaded(nodes, self);
}

} // namespace colonnade::lab
