// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace colonnade::toolstack {

/// Which program manages the guests of a node: xl (libxl), or xm with the xend daemon (up to
/// Xen 4.4). The two cannot migrate to each other.
enum class Kind { Xl, Xm };

/// "xl" or "xm".
QString kindName(Kind kind);

/// What the state letters of `xl list` and `xm list` mean for a person.
enum class RunState {
    Unknown,   ///< letters that no known version prints
    Running,   ///< on a CPU now
    Blocked,   ///< idle, waiting; alive
    Runnable,  ///< `------`: alive, not on a CPU at the moment
    Paused,    ///< by an administrator, or the target side of a migration
    Suspended, ///< `---ss-`: in the last phase of a migration or save
    ShutDown,  ///< powered off by itself, not yet removed
    Crashed,
    Dying,  ///< being destroyed, or a zombie
    Halted, ///< managed by xend and not started (no domain id)
};

/// One row of `xl list` or `xm list`.
struct DomainRow
{
    QString name;          ///< may be "(null)", NAME--incoming, NAME--migratedaway, migrating-NAME
    std::optional<int> id; ///< absent: managed by xend, not started
    qint64 memoryMiB = 0;
    int vcpus = 0;
    QByteArray state; ///< the six letters as printed; empty when xm printed none
    double cpuSeconds = 0;

    friend bool operator==(const DomainRow &, const DomainRow &) = default;
};

/// The meaning of the letters of @p row, in the order that @p kind prints them.
RunState runState(const DomainRow &row, Kind kind);

enum class GuestType { Unknown, Pv, Hvm, Pvh };

struct Disk
{
    QString path;    ///< as configured, driver prefix removed; may be relative to /dev or empty (no
                     ///< medium)
    QString vdev;    ///< xvda, hda, ...
    QString backend; ///< phy, tap, qdisk, file, ... or empty
    QString format;  ///< raw, qcow2, ... or empty
    QString mode;    ///< r, w or w!
    bool cdrom = false;
    QString script; ///< block-iscsi, block-drbd, ...: then path is what the script understands, not
                    ///< a file

    friend bool operator==(const Disk &, const Disk &) = default;
};

struct Nic
{
    QString mac;
    QString bridge; ///< empty: the toolstack's default
    QString model;
    QString script = {}; ///< vif-route, vif-nat, ...; empty or a vif-bridge: it hangs on the bridge

    friend bool operator==(const Nic &, const Nic &) = default;
};

/// What `xl list -l` (JSON) or `xm list -l` (SXP) tells of one domain.
struct DomainConfig
{
    std::optional<int> id;
    QString name;
    QString uuid; ///< lower case with dashes; empty when not printed
    GuestType type = GuestType::Unknown;
    int vcpus = 0; ///< the maximum
    qint64 maxMemoryKiB = 0;
    qint64 targetMemoryKiB = 0;
    QList<Disk> disks;
    QList<Nic> nics;
    QStringList pciDevices; ///< assigned host devices; such a guest cannot be migrated
    bool migratable = true; ///< false: nomigrate is set
    QString kernel;
    QString ramdisk;
    QString bootloader;
    qint64 shadowMemoryKiB = 0; ///< asked for shadow or HAP tables; 0: the toolstack computes it
    std::optional<bool> hap; ///< hardware-assisted paging wanted; absent: the toolstack's default
    bool vnuma = false;      ///< has virtual NUMA nodes, which cannot be migrated

    friend bool operator==(const DomainConfig &, const DomainConfig &) = default;
};

/// What `xl info` or `xm info` tells of a host.
struct HostInfo
{
    QString host;    ///< the host's own name
    QString machine; ///< x86_64, i686, ...
    int cpus = 0;
    qint64 totalMemoryMiB = 0;
    qint64 freeMemoryMiB = 0;
    int xenMajor = 0;
    int xenMinor = 0;
    QString xenExtra;     ///< ".5"
    QStringList xenCaps;  ///< xen-3.0-x86_64, hvm-3.0-x86_64, ...
    QStringList virtCaps; ///< pv, hvm, hap, shadow, ...; empty on Xen that does not print them
    QString hwCaps;       ///< the colon-separated words
    double cpuMhz = 0;

    friend bool operator==(const HostInfo &, const HostInfo &) = default;
};

} // namespace colonnade::toolstack
