// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace colonnade::lab {

// What the simulated cluster is at one moment. It is plain C++: the commands on the nodes link no
// Qt, so that a probe which runs ten of them on each of 32 nodes stays cheap.

/// Nanoseconds of the machine's monotonic clock, which all processes of a lab share.
std::int64_t monotonicNow();

struct DiskEntry
{
    std::string path; ///< as in the guest's configuration: /dev/vgshared/web1
    std::string vdev;
    std::string mode; ///< r, w or w!

    friend bool operator==(const DiskEntry &, const DiskEntry &) = default;
};

struct NicEntry
{
    std::string mac;
    std::string bridge;

    friend bool operator==(const NicEntry &, const NicEntry &) = default;
};

struct Domain
{
    int id = 0;       ///< -1: known to xend and not started
    std::string name; ///< empty: not named yet, listed as (null)
    std::string uuid;
    std::string type = "pv";    ///< pv or pvh
    std::int64_t memoryMiB = 0; ///< held now
    std::int64_t targetMiB = 0; ///< configured
    int vcpus = 1;
    bool building = false; ///< has no vCPU yet: listed with 0
    int pauses = 0;
    char shutdown = 0;     ///< 0: alive; else the reason letter: - r s c
    double cpuSeconds = 0; ///< up to cpuSince
    std::int64_t cpuSince = 0;
    double load = 0;            ///< CPU seconds a second while it is alive
    std::int64_t startedAt = 0; ///< monotonic
    bool managed = false;       ///< by rgmanager
    std::string kernel = "/boot/vmlinuz-6.1.0-26-amd64";
    std::string ramdisk = "/boot/initrd.img-6.1.0-26-amd64";
    std::string cmdline;
    std::vector<DiskEntry> disks;
    std::vector<NicEntry> nics;

    bool isAlive() const { return id >= 0 && !building && pauses == 0 && shutdown == 0; }
    double cpuAt(std::int64_t now) const;
    /// Brings cpuSeconds up to @p now: to be called before anything that isAlive() looks at is
    /// changed.
    void settle(std::int64_t now);

    friend bool operator==(const Domain &, const Domain &) = default;
};

struct Node
{
    std::string name;
    std::string address;
    int port = 0;           ///< of its SSH server
    int relocationPort = 0; ///< of its xend
    bool on = true;
    std::string bootId;
    std::int64_t bootedAt = 0; ///< monotonic
    std::int64_t totalMiB = 0;
    std::int64_t dom0MiB = 0;
    int cpus = 1;
    std::string xenVersion;
    bool shadow = true;
    int nextId = 1;
    std::map<std::string, int> faults; ///< name as in the control protocol -> value
    std::vector<Domain> domains;

    /// Memory that no domain holds, as `xl info` shows it.
    std::int64_t freeMiB() const;
    Domain *find(const std::string &domainName);
    Domain *find(int domainId);
    /// The value of a fault, if it is set.
    std::optional<int> fault(const std::string &faultName) const;

    friend bool operator==(const Node &, const Node &) = default;
};

/// How many nodes, from the first, the failover domain FD has.
inline constexpr std::size_t FailoverDomainSize = 2;

/// A vm of rgmanager.
struct Service
{
    std::string name; ///< vm:db1
    std::string owner;
    std::string lastOwner = "none";
    int state = 112;             ///< rgmanager's numbers: 112 started, 120 migrating, ...
    std::int64_t transition = 0; ///< seconds of the epoch
    bool frozen = false;

    friend bool operator==(const Service &, const Service &) = default;
};

struct State
{
    bool xm = false;
    bool rgmanager = false;
    std::string clusterName = "colonnade";
    int configVersion = 7;
    int migrationMs = 6000;
    int labPid = 0; ///< whoever waits for ever ends when this process has ended
    std::vector<Node> nodes;
    std::vector<Service> services;

    Node *node(const std::string &name);
    /// The node that @p host means when said on any node: its name, that name as root's, or its
    /// address.
    Node *resolve(const std::string &host);
    Service *service(const std::string &name);
    /// Whether rgmanager may run a vm on @p name: the failover domain FD is restricted to the first
    /// nodes.
    bool isInFailoverDomain(const std::string &name) const;

    std::string serialized() const;
    /// Absent: @p text was not written by serialized().
    static std::optional<State> parse(const std::string &text);

    friend bool operator==(const State &, const State &) = default;
};

} // namespace colonnade::lab
