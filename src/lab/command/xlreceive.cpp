// SPDX-License-Identifier: GPL-3.0-or-later
// The receiving side of `xl migrate`, which the source starts here through ssh. See xlmigrate.cpp.
#include "lab/command/domains.h"
#include "lab/command/stream.h"
#include "lab/command/xl.h"

#include <algorithm>
#include <csignal>
#include <unistd.h>

namespace colonnade::lab {

namespace {

class Receiver
{
public:
    explicit Receiver(const Context &context)
        : m_context(context), m_span(context.state().migrationMs)
    {
    }

    int run();

private:
    void pause(double fraction) const { sleepMs(m_span * fraction); }
    std::string incomingName() const { return m_offer.domain.name + "--incoming"; }

    std::string sourceVersion() const;
    void reserveId();
    std::string cannotCreate();
    std::string missingDisk() const;
    std::string missingBridge() const;
    bool holdMemory(std::int64_t memoryMiB);
    void finishBuild();
    bool start();
    void drop();

    int fail(const std::string &details);
    int sourceWentAway();
    int failBuild(const std::string &details, const std::string &reason);
    int readImage();
    int copy();
    int handOver();
    int report(bool started);

    const Context &m_context;
    double m_span;
    MigrationOffer m_offer;
    LineReader m_reader{STDIN_FILENO};
    int m_id = 0;
    bool m_silent = false; ///< the link that would carry our words is lost
};

/// "4.17" of 4.17.5
std::string Receiver::sourceVersion() const
{
    State state = m_context.state();
    const Node *source = state.node(m_offer.source);
    const std::string version = source ? source->xenVersion : "";
    return version.substr(0, version.find('.', version.find('.') + 1));
}

/// Makes the domain, as yet without a name or memory.
void Receiver::reserveId()
{
    m_context.updateSelf([this](Node &node) {
        Domain domain = m_offer.domain;
        domain.name.clear();
        domain.memoryMiB = 0;
        domain.cpuSeconds = 0;
        domain.building = true;
        domain.pauses = 1;
        domain.shutdown = 0;
        m_id = addDomain(node, std::move(domain));
        if (m_offer.keepId && !node.find(m_offer.domain.id)) {
            node.find(m_id)->id = m_offer.domain.id;
            m_id = m_offer.domain.id;
            --node.nextId;
        }
    });
}

void Receiver::drop()
{
    m_context.updateSelf([this](Node &node) { removeDomain(node, m_id); });
}

std::string Receiver::missingDisk() const
{
    for (std::size_t i = 0; i < m_offer.domain.disks.size(); ++i) {
        const DiskEntry &disk = m_offer.domain.disks[i];
        if (!existsOn(m_context.root(), disk.path))
            return text("libxl: error: libxl_device.c:455:libxl__device_disk_set_backend: Disk "
                        "vdev=%s failed to "
                        "stat: %s: No such file or directory\n"
                        "libxl: error: libxl_create.c:1318:initiate_domain_create: Domain "
                        "%d:Unable to set disk "
                        "defaults for disk %zu\n",
                        disk.vdev.c_str(), disk.path.c_str(), m_id, i);
    }
    return {};
}

std::string Receiver::missingBridge() const
{
    for (const NicEntry &nic : m_offer.domain.nics) {
        if (bridgeExistsOn(m_context.root(), nic.bridge))
            continue;
        const char *bridge = nic.bridge.c_str();
        return text("libxl: error: libxl_exec.c:117:libxl_report_child_exitstatus: "
                    "/etc/xen/scripts/vif-bridge "
                    "online [%d] exited with error status 1\n"
                    "libxl: error: libxl_device.c:1337:device_hotplug_child_death_cb: script: "
                    "Could not find "
                    "bridge device %s\n"
                    "libxl: error: libxl_create.c:1921:domcreate_attach_devices: Domain %d:unable "
                    "to add vif "
                    "devices\n"
                    "libxl: error: libxl_exec.c:117:libxl_report_child_exitstatus: "
                    "/etc/xen/scripts/vif-bridge "
                    "offline [%d] exited with error status 1\n"
                    "libxl: error: libxl_device.c:1337:device_hotplug_child_death_cb: script: "
                    "Could not find "
                    "bridge device %s\n",
                    getpid() + 1, bridge, m_id, getpid() + 2, bridge);
    }
    return {};
}

/// Names the new domain; what libxl prints when it cannot be made.
std::string Receiver::cannotCreate()
{
    bool isTaken = false;
    const std::string noDisk = missingDisk();
    m_context.updateSelf([&](Node &node) {
        isTaken = node.find(incomingName()) != nullptr;
        if (Domain *domain = node.find(m_id); domain && !isTaken && noDisk.empty())
            domain->name = incomingName();
    });
    if (isTaken)
        return text("libxl: error: libxl_domain.c:81:libxl__domain_rename: Domain %d:Domain with "
                    "name \"%s\" already "
                    "exists.\n"
                    "libxl: error: libxl_create.c:1296:initiate_domain_create: Domain %d:cannot "
                    "make domain: -6\n",
                    m_id, incomingName().c_str(), m_id);
    return noDisk;
}

int Receiver::fail(const std::string &details)
{
    drop();
    err(details + destroyFailed(m_id) + "migration target: Domain creation failed (code -3).\n");
    return 1;
}

int Receiver::failBuild(const std::string &details, const std::string &reason)
{
    return fail(
        details
        + text(
            "libxl: error: libxl_stream_read.c:850:libxl__xc_domain_restore_done: restoring "
            "domain: %s\n"
            "libxl: error: libxl_create.c:1640:domcreate_rebuild_done: Domain %d:cannot (re-)build "
            "domain: -3\n",
            reason.c_str(), m_id));
}

/// The stream ended. When the source lost its power no end would ever have come, and all stays as
/// it is.
int Receiver::sourceWentAway()
{
    if (!m_context.sameBoot(m_offer.source, m_offer.sourceBootId))
        m_context.hang();
    drop();
    return 1;
}

bool Receiver::holdMemory(std::int64_t memoryMiB)
{
    bool fits = true;
    m_context.updateSelf([&](Node &node) {
        Domain *domain = node.find(m_id);
        fits = domain && memoryMiB - domain->memoryMiB <= node.freeMiB();
        if (fits)
            domain->memoryMiB = memoryMiB;
    });
    return fits;
}

/// Waits for the image that follows the configuration. 0: it is there.
int Receiver::readImage()
{
    const std::optional<std::string> line = m_reader.next();
    if (!line)
        return sourceWentAway();
    if (*line == "image") {
        pause(0.006);
        err(text("xc: info: Found x86 %s domain from Xen %s\n",
                 m_offer.domain.type == "pv" ? "PV" : "HVM", sourceVersion().c_str()));
        pause(0.003);
        err("xc: info: Restoring domain\n");
        send(STDOUT_FILENO, "restoring");
        return 0;
    }
    return failBuild(
        "xc: error: Failed to read Image Header from stream (0 = Success): Internal error\n",
        "Success");
}

/// Takes the memory in. 0: all of it is here.
int Receiver::copy()
{
    for (;;) {
        const std::optional<std::string> line = m_reader.next();
        if (!line)
            return sourceWentAway();
        if (*line == "complete")
            return 0;
        if (*line == "abort record")
            return failBuild("xc: error: Failed to read Record Header from stream (0 = Success): "
                             "Internal error\n"
                             "xc: error: Restore failed (0 = Success): Internal error\n",
                             "Success");
        long long memory = 0;
        if (std::sscanf(line->c_str(), "memory %lld", &memory) == 1 && !holdMemory(memory))
            return failBuild(
                "xc: error: Failed to populate physmap (16 = Device or resource busy): Internal "
                "error\n"
                "xc: error: Failed to populate pfns for batch of 1024 pages: Internal error\n"
                "xc: error: Restore failed (16 = Device or resource busy): Internal error\n",
                "Device or resource busy");
        send(STDOUT_FILENO, "held");
    }
}

void Receiver::finishBuild()
{
    m_context.updateSelf([this](Node &node) {
        if (Domain *domain = node.find(m_id))
            domain->building = false;
    });
    const bool pv = m_offer.domain.type == "pv";
    err(text("xc: info: Restore successful\n"
             "xc: info: XenStore: mfn %s, dom 0, evt 1\n"
             "xc: info: Console: mfn %s, dom 0, evt 2\n",
             pv ? "0x58edf" : "0xfeffc", pv ? "0x58ede" : "0xfefff"));
}

/// Gives the domain its name and lets it run. False: another one has the name.
bool Receiver::start()
{
    bool free = false;
    m_context.updateSelf([&](Node &node) {
        free = !node.find(m_offer.domain.name);
        Domain *domain = node.find(m_id);
        if (!free || !domain)
            return;
        domain->name = m_offer.domain.name;
        domain->startedAt = domain->cpuSince = monotonicNow();
        domain->pauses = m_offer.paused ? 1 : 0;
    });
    return free;
}

int Receiver::report(bool started)
{
    const auto say = [this](const std::string &line) {
        if (!m_silent)
            err(line);
    };
    if (started) {
        say("migration target: Domain started successsfully.\n");
        send(STDOUT_FILENO, "report 0");
        return 0;
    }
    say(text("libxl: error: libxl_domain.c:81:libxl__domain_rename: Domain %d:Domain with name "
             "\"%s\" already exists.\n",
             m_id, m_offer.domain.name.c_str()));
    send(STDOUT_FILENO, "report 6");
    say("migration target: Failure, destroying our copy.\n");
    pause(0.12);
    drop();
    say("migration target: Cleanup OK, granting sender permission to resume.\n");
    send(STDOUT_FILENO, "cleaned");
    return 1;
}

int Receiver::handOver()
{
    pause(0.175);
    err("migration target: Transfer complete, requesting permission to start domain.\n");
    send(STDOUT_FILENO, "ready");
    const std::optional<std::string> go = m_reader.next();
    if (!go)
        return sourceWentAway();
    m_silent = *go == "go lost";
    if (!m_silent)
        err("migration target: Got permission, starting domain.\n");
    return report(start());
}

int Receiver::run()
{
    err("migration target: Ready to receive domain.\n");
    send(STDOUT_FILENO, "xl migration receiver ready, send binary domain data.");
    const std::optional<MigrationOffer> offer = receiveOffer(m_reader);
    if (!offer)
        return 1;
    m_offer = *offer;
    err(text("Loading new save file <incoming migration stream> (new xl fmt info 0x3/0x0/%d)\n"
             " Savefile contains xl domain config in JSON format\n"
             "Parsing config from <saved>\n",
             m_offer.length));
    send(STDOUT_FILENO, "parsed");
    reserveId();
    pause(0.015);
    if (const std::string problem = cannotCreate(); !problem.empty())
        return fail(problem);
    if (const int status = readImage(); status != 0)
        return status;
    if (const int status = copy(); status != 0)
        return status;
    finishBuild();
    if (const std::string problem = missingBridge(); !problem.empty())
        return fail(problem);
    return handOver();
}

} // namespace

int xlMigrateReceive(const Context &context, const Arguments &)
{
    std::signal(SIGPIPE, SIG_IGN);
    return Receiver(context).run();
}

} // namespace colonnade::lab
