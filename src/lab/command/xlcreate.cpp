// SPDX-License-Identifier: GPL-3.0-or-later
// `xl create`. Messages as in captures/xl-4.17/xl-create_*.
#include "lab/command/domains.h"
#include "lab/command/xl.h"
#include "lab/guestfile.h"

#include <fstream>
#include <iterator>

namespace colonnade::lab {

namespace {

constexpr int Failed = 3;

std::optional<std::string> contentsOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return std::nullopt;
    return std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
}

/// A guest file as given: the lab's own lie below the node's root.
std::string located(const Context &context, const std::string &path)
{
    return path.starts_with(context.root()) || !existsOn(context.root(), path)
               ? path
               : context.root() + path;
}

int fail(int id, const std::string &details)
{
    err(details + destroyFailed(id));
    return Failed;
}

std::string missingDisk(const Context &context, const Domain &domain, int id)
{
    for (std::size_t i = 0; i < domain.disks.size(); ++i) {
        const DiskEntry &disk = domain.disks[i];
        if (!existsOn(context.root(), disk.path))
            return text("libxl: error: libxl_device.c:455:libxl__device_disk_set_backend: Disk "
                        "vdev=%s failed to "
                        "stat: %s: No such file or directory\n"
                        "libxl: error: libxl_create.c:1318:initiate_domain_create: Domain "
                        "%d:Unable to set disk "
                        "defaults for disk %zu\n",
                        disk.vdev.c_str(), disk.path.c_str(), id, i);
    }
    return {};
}

std::string noMemory(int id)
{
    return text("xc: error: panic: xg_dom_boot.c:119: xc_dom_boot_mem_init: can't allocate low "
                "memory for domain: "
                "Out of memory\n"
                "libxl: error: libxl_dom.c:586:libxl__build_dom: xc_dom_boot_mem_init failed: "
                "Cannot allocate "
                "memory\n"
                "libxl: error: libxl_create.c:1640:domcreate_rebuild_done: Domain %d:cannot "
                "(re-)build domain: "
                "-3\n",
                id);
}

std::string nameTaken(const std::string &name, int id)
{
    return text("libxl: error: libxl_domain.c:81:libxl__domain_rename: Domain %d:Domain with name "
                "\"%s\" already "
                "exists.\n"
                "libxl: error: libxl_create.c:1296:initiate_domain_create: Domain %d:cannot make "
                "domain: -6\n",
                id, name.c_str(), id);
}

} // namespace

int xlCreate(const Context &context, const Arguments &arguments)
{
    std::string path;
    bool paused = false;
    bool quiet = false;
    for (const std::string &word : arguments) {
        paused = paused || word == "-p";
        quiet = quiet || word == "-q";
        if (!word.starts_with('-'))
            path = word;
    }
    const std::optional<std::string> file = contentsOf(located(context, path));
    if (!file) {
        err("Failed to read config file: " + path + ": No such file or directory\n");
        return Failed;
    }
    if (!quiet)
        err("Parsing config from " + path + '\n');
    std::optional<Domain> domain = parseGuestFile(*file);
    if (!domain) {
        err("Failed to parse config: Invalid argument\n");
        return 1;
    }
    if (domain->uuid.empty())
        domain->uuid = randomUuid();
    domain->pauses = paused ? 1 : 0;
    int id = 0;
    std::string problem;
    context.updateSelf([&](Node &node) {
        id = node.nextId;
        problem = node.find(domain->name) ? nameTaken(domain->name, id)
                                          : missingDisk(context, *domain, id);
        if (problem.empty() && domain->targetMiB > node.freeMiB())
            problem = noMemory(id);
        if (problem.empty())
            addDomain(node, *domain);
        else
            ++node.nextId;
    });
    return problem.empty() ? 0 : fail(id, problem);
}

} // namespace colonnade::lab
