// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/command/domains.h"

#include <algorithm>
#include <cctype>
#include <random>
#include <unistd.h>

namespace colonnade::lab {

namespace {

/// More than this share of a CPU, and a listing is likely to see the guest running.
constexpr double BusyLoad = 0.6;

constexpr std::int64_t Dom0CpuShare = 60; ///< thousandths of a CPU that dom0 itself takes

/// A writer of JSON as yajl prints it for libxl: four blanks a level, an empty map as two lines and
/// a gap.
class Json
{
public:
    explicit Json(int indent) : m_indent(indent) {}

    void open(const std::string &key, char bracket)
    {
        item(key);
        m_text += bracket;
        m_indent += 4;
        m_first = true;
    }
    void close(char bracket)
    {
        m_indent -= 4;
        if (m_first)
            m_text += '\n'; // what yajl leaves in an empty map
        newLine();
        m_text += bracket;
        m_first = false;
    }
    void raw(const std::string &key, const std::string &value)
    {
        item(key);
        m_text += value;
        m_first = false;
    }
    void string(const std::string &key, const std::string &value) { raw(key, '"' + value + '"'); }
    void number(const std::string &key, std::int64_t value) { raw(key, std::to_string(value)); }
    const std::string &text() const { return m_text; }

private:
    void newLine() { m_text += '\n' + std::string(static_cast<std::size_t>(m_indent), ' '); }
    void item(const std::string &key)
    {
        if (m_text.empty())
            return;
        if (!m_first)
            m_text += ',';
        newLine();
        if (!key.empty())
            m_text += '"' + key + "\": ";
    }

    std::string m_text;
    int m_indent;
    bool m_first = true;
};

void schedParams(Json &json)
{
    json.open("sched_params", '{');
    json.string("sched", "credit2");
    json.number("weight", 256);
    json.number("cap", 0);
    json.close('}');
}

void emptyMap(Json &json, const std::string &key)
{
    json.open(key, '{');
    json.close('}');
}

void createInfo(Json &json, const Domain &domain)
{
    json.open("c_info", '{');
    json.string("type", domain.type);
    json.string("name", domain.name);
    json.number("domid", 4294967295);
    json.string("uuid", domain.uuid);
    json.string("run_hotplug_scripts", "True");
    json.close('}');
}

void buildInfo(Json &json, const Domain &domain)
{
    json.open("b_info", '{');
    json.number("max_vcpus", domain.vcpus);
    json.open("avail_vcpus", '[');
    for (int vcpu = 0; vcpu < domain.vcpus; ++vcpu)
        json.number("", vcpu);
    json.close(']');
    json.number("max_memkb", domain.targetMiB * 1024);
    json.number("target_memkb", domain.targetMiB * 1024);
    json.number("video_memkb", 0);
    schedParams(json);
    json.string("claim_mode", "True");
    json.string("kernel", domain.kernel);
    json.string("cmdline", domain.cmdline);
    json.string("ramdisk", domain.ramdisk);
    emptyMap(json, "type." + domain.type);
    emptyMap(json, "arch_arm");
    json.open("arch_x86", '{');
    json.string("msr_relaxed", "False");
    json.close('}');
    json.close('}');
}

void disks(Json &json, const Domain &domain)
{
    json.open("disks", '[');
    for (const DiskEntry &disk : domain.disks) {
        json.open("", '{');
        json.string("pdev_path", disk.path);
        json.string("vdev", disk.vdev);
        json.string("format", "raw");
        if (disk.mode != "r")
            json.number("readwrite",
                        1); // from 4.5 on a default is not printed: absent means read-only
        json.string("colo_restore_enable", "False");
        json.close('}');
    }
    json.close(']');
}

void nics(Json &json, const Domain &domain)
{
    json.open("nics", '[');
    for (std::size_t i = 0; i < domain.nics.size(); ++i) {
        json.open("", '{');
        json.number("devid", static_cast<std::int64_t>(i));
        json.string("mac", domain.nics[i].mac);
        json.string("bridge", domain.nics[i].bridge);
        json.string("nictype", "vif");
        json.close('}');
    }
    json.close(']');
}

} // namespace

std::string xlState(const Domain &domain)
{
    if (domain.isAlive())
        return domain.load >= BusyLoad ? "r-----" : "-b----";
    std::string letters = "------";
    if (domain.pauses > 0 || domain.building)
        letters[2] = 'p';
    if (domain.shutdown) {
        letters[3] = 's';
        letters[4] = domain.shutdown;
    }
    return letters;
}

std::string xmState(const Domain &domain)
{
    if (domain.id < 0)
        return "";
    std::string letters = xlState(domain);
    if (letters[3] == 's')
        letters[4] = '-'; // xm has no letter for the reason but c
    if (domain.shutdown == 'c')
        letters[4] = 'c';
    return letters;
}

Domain domain0(const Node &node)
{
    Domain domain;
    domain.name = "Domain-0";
    domain.uuid = "00000000-0000-0000-0000-000000000000";
    domain.memoryMiB = node.dom0MiB;
    domain.targetMiB = node.dom0MiB;
    domain.vcpus = node.cpus;
    domain.load = 1;
    domain.startedAt = node.bootedAt;
    domain.cpuSeconds = 40
                        + static_cast<double>(monotonicNow() - node.bootedAt) / 1e9
                              * static_cast<double>(Dom0CpuShare) / 1000;
    domain.cpuSince = monotonicNow();
    return domain;
}

Domain *meant(Node &node, const std::string &word)
{
    const bool digits = !word.empty() && std::ranges::all_of(word, [](unsigned char c) {
        return std::isdigit(c) != 0;
    });
    return digits ? node.find(std::atoi(word.c_str())) : node.find(word);
}

std::string configJson(const Domain &domain, int indent)
{
    Json json(indent);
    json.open("", '{');
    createInfo(json, domain);
    buildInfo(json, domain);
    if (!domain.disks.empty())
        disks(json, domain);
    if (!domain.nics.empty())
        nics(json, domain);
    json.string("on_reboot", "restart");
    json.string("on_soft_reset", "soft_reset");
    json.close('}');
    return json.text();
}

std::string configJsonOfDomain0(const Node &node, int indent)
{
    Json json(indent);
    json.open("", '{');
    json.open("c_info", '{');
    json.string("type", "pv");
    json.string("name", "Domain-0");
    json.close('}');
    json.open("b_info", '{');
    json.number("max_memkb", node.dom0MiB * 1024);
    json.number("target_memkb", node.dom0MiB * 1024 - 1);
    schedParams(json);
    emptyMap(json, "type.pv");
    emptyMap(json, "arch_arm");
    emptyMap(json, "arch_x86");
    json.close('}');
    json.close('}');
    return json.text();
}

std::string randomUuid()
{
    std::random_device random;
    std::string uuid = "xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx";
    for (char &c : uuid) {
        if (c == 'x')
            c = "0123456789abcdef"[random() & 15];
    }
    return uuid;
}

int addDomain(Node &node, Domain domain)
{
    domain.id = node.nextId++;
    domain.startedAt = monotonicNow();
    domain.cpuSince = domain.startedAt;
    node.domains.push_back(std::move(domain));
    return node.domains.back().id;
}

void removeDomain(Node &node, int id)
{
    std::erase_if(node.domains, [id](const Domain &domain) { return domain.id == id; });
}

bool existsOn(const std::string &root, const std::string &path)
{
    return access((root + (path.starts_with('/') ? "" : "/dev/") + path).c_str(), F_OK) == 0;
}

bool bridgeExistsOn(const std::string &root, const std::string &bridge)
{
    return access((root + "/sys/class/net/" + bridge + "/bridge").c_str(), F_OK) == 0;
}

} // namespace colonnade::lab
