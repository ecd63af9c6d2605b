// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/state.h"

#include <algorithm>
#include <charconv>
#include <ctime>

namespace colonnade::lab {

namespace {

/// What a host of captures/xl-4.17 lacks beside dom0 and guests: the hypervisor's own memory.
constexpr std::int64_t HypervisorMiB = 29;

/// One line of the state file: a kind and its fields, `kind key=value key=value`, blanks as %20.
struct Record
{
    std::string kind;
    std::vector<std::pair<std::string, std::string>> fields;

    void put(const std::string &key, const std::string &value) { fields.emplace_back(key, value); }
    void put(const std::string &key, std::int64_t value) { put(key, std::to_string(value)); }

    std::string text(const std::string &key) const
    {
        for (const auto &[name, value] : fields) {
            if (name == key)
                return value;
        }
        return {};
    }
    std::int64_t number(const std::string &key) const
    {
        const std::string value = text(key);
        std::int64_t result = 0;
        std::from_chars(value.data(), value.data() + value.size(), result);
        return result;
    }
    double real(const std::string &key) const
    {
        const std::string value = text(key);
        double result = 0;
        std::from_chars(value.data(), value.data() + value.size(), result);
        return result;
    }
};

std::string escaped(const std::string &text)
{
    static constexpr char Hex[] = "0123456789abcdef";
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= ' ' || byte == '%' || byte == '=' || byte >= 127) {
            result += '%';
            result += Hex[byte >> 4];
            result += Hex[byte & 15];
        } else {
            result += c;
        }
    }
    return result;
}

std::string unescaped(const std::string &text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned value = 0;
        if (text[i] == '%' && i + 2 < text.size()
            && std::from_chars(&text[i + 1], &text[i + 1] + 2, value, 16).ec == std::errc()) {
            result += static_cast<char>(value);
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

std::string realText(double value)
{
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return {buffer, end};
}

std::vector<std::string> split(const std::string &text, char separator)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        if (end > begin)
            parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

std::string line(const Record &record)
{
    std::string result = record.kind;
    for (const auto &[key, value] : record.fields)
        result += ' ' + key + '=' + escaped(value);
    return result + '\n';
}

Record parseLine(const std::string &text)
{
    Record record;
    for (const std::string &word : split(text, ' ')) {
        const std::size_t equals = word.find('=');
        if (record.kind.empty())
            record.kind = word;
        else if (equals != std::string::npos)
            record.put(word.substr(0, equals), unescaped(word.substr(equals + 1)));
    }
    return record;
}

Record domainRecord(const Domain &domain)
{
    Record record{.kind = "domain", .fields = {}};
    record.put("id", domain.id);
    record.put("name", domain.name);
    record.put("uuid", domain.uuid);
    record.put("type", domain.type);
    record.put("memory", domain.memoryMiB);
    record.put("target", domain.targetMiB);
    record.put("vcpus", domain.vcpus);
    record.put("building", domain.building);
    record.put("pauses", domain.pauses);
    record.put("shutdown", domain.shutdown);
    record.put("cpu", realText(domain.cpuSeconds));
    record.put("since", domain.cpuSince);
    record.put("load", realText(domain.load));
    record.put("started", domain.startedAt);
    record.put("managed", domain.managed);
    record.put("kernel", domain.kernel);
    record.put("ramdisk", domain.ramdisk);
    record.put("cmdline", domain.cmdline);
    for (const DiskEntry &disk : domain.disks)
        record.put("disk", disk.path + '\t' + disk.vdev + '\t' + disk.mode);
    for (const NicEntry &nic : domain.nics)
        record.put("nic", nic.mac + '\t' + nic.bridge);
    return record;
}

Domain domainOf(const Record &record)
{
    Domain domain;
    domain.id = static_cast<int>(record.number("id"));
    domain.name = record.text("name");
    domain.uuid = record.text("uuid");
    domain.type = record.text("type");
    domain.memoryMiB = record.number("memory");
    domain.targetMiB = record.number("target");
    domain.vcpus = static_cast<int>(record.number("vcpus"));
    domain.building = record.number("building") != 0;
    domain.pauses = static_cast<int>(record.number("pauses"));
    domain.shutdown = static_cast<char>(record.number("shutdown"));
    domain.cpuSeconds = record.real("cpu");
    domain.cpuSince = record.number("since");
    domain.load = record.real("load");
    domain.startedAt = record.number("started");
    domain.managed = record.number("managed") != 0;
    domain.kernel = record.text("kernel");
    domain.ramdisk = record.text("ramdisk");
    domain.cmdline = record.text("cmdline");
    for (const auto &[key, value] : record.fields) {
        std::vector<std::string> parts = split(value, '\t');
        parts.resize(3);
        if (key == "disk")
            domain.disks.push_back({parts[0], parts[1], parts[2]});
        else if (key == "nic")
            domain.nics.push_back({parts[0], parts[1]});
    }
    return domain;
}

Record nodeRecord(const Node &node)
{
    Record record{.kind = "node", .fields = {}};
    record.put("name", node.name);
    record.put("address", node.address);
    record.put("port", node.port);
    record.put("relocation", node.relocationPort);
    record.put("on", node.on);
    record.put("bootid", node.bootId);
    record.put("booted", node.bootedAt);
    record.put("total", node.totalMiB);
    record.put("dom0", node.dom0MiB);
    record.put("cpus", node.cpus);
    record.put("xen", node.xenVersion);
    record.put("shadow", node.shadow);
    record.put("nextid", node.nextId);
    for (const auto &[fault, value] : node.faults)
        record.put("fault", fault + ':' + std::to_string(value));
    return record;
}

Node nodeOf(const Record &record)
{
    Node node;
    node.name = record.text("name");
    node.address = record.text("address");
    node.port = static_cast<int>(record.number("port"));
    node.relocationPort = static_cast<int>(record.number("relocation"));
    node.on = record.number("on") != 0;
    node.bootId = record.text("bootid");
    node.bootedAt = record.number("booted");
    node.totalMiB = record.number("total");
    node.dom0MiB = record.number("dom0");
    node.cpus = static_cast<int>(record.number("cpus"));
    node.xenVersion = record.text("xen");
    node.shadow = record.number("shadow") != 0;
    node.nextId = static_cast<int>(record.number("nextid"));
    for (const auto &[key, value] : record.fields) {
        if (const std::size_t colon = value.find(':'); key == "fault" && colon != std::string::npos)
            node.faults[value.substr(0, colon)] = std::atoi(value.c_str() + colon + 1);
    }
    return node;
}

Record serviceRecord(const Service &service)
{
    Record record{.kind = "service", .fields = {}};
    record.put("name", service.name);
    record.put("owner", service.owner);
    record.put("last", service.lastOwner);
    record.put("state", service.state);
    record.put("transition", service.transition);
    record.put("frozen", service.frozen);
    return record;
}

Service serviceOf(const Record &record)
{
    Service service;
    service.name = record.text("name");
    service.owner = record.text("owner");
    service.lastOwner = record.text("last");
    service.state = static_cast<int>(record.number("state"));
    service.transition = record.number("transition");
    service.frozen = record.number("frozen") != 0;
    return service;
}

} // namespace

std::int64_t monotonicNow()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

double Domain::cpuAt(std::int64_t now) const
{
    return isAlive() ? cpuSeconds + load * static_cast<double>(now - cpuSince) / 1e9 : cpuSeconds;
}

void Domain::settle(std::int64_t now)
{
    cpuSeconds = cpuAt(now);
    cpuSince = now;
}

std::int64_t Node::freeMiB() const
{
    std::int64_t used = dom0MiB + HypervisorMiB;
    for (const Domain &domain : domains)
        used += domain.id >= 0 ? domain.memoryMiB : 0;
    return std::max<std::int64_t>(0, totalMiB - used);
}

Domain *Node::find(const std::string &domainName)
{
    const auto found = std::ranges::find(domains, domainName, &Domain::name);
    return found == domains.end() || domainName.empty() ? nullptr : &*found;
}

Domain *Node::find(int domainId)
{
    const auto found = std::ranges::find(domains, domainId, &Domain::id);
    return found == domains.end() || domainId < 0 ? nullptr : &*found;
}

std::optional<int> Node::fault(const std::string &faultName) const
{
    const auto found = faults.find(faultName);
    return found == faults.end() ? std::nullopt : std::optional(found->second);
}

Node *State::node(const std::string &name)
{
    const auto found = std::ranges::find(nodes, name, &Node::name);
    return found == nodes.end() ? nullptr : &*found;
}

Node *State::resolve(const std::string &host)
{
    const std::string bare = host.starts_with("root@") ? host.substr(5) : host;
    const auto found = std::ranges::find_if(
        nodes, [&](const Node &each) { return each.name == bare || each.address == bare; });
    return found == nodes.end() ? nullptr : &*found;
}

Service *State::service(const std::string &name)
{
    const auto found = std::ranges::find(services, name, &Service::name);
    return found == services.end() ? nullptr : &*found;
}

bool State::isInFailoverDomain(const std::string &name) const
{
    for (std::size_t i = 0; i < std::min(nodes.size(), FailoverDomainSize); ++i) {
        if (nodes[i].name == name)
            return true;
    }
    return false;
}

std::string State::serialized() const
{
    Record head{.kind = "lab", .fields = {}};
    head.put("xm", xm);
    head.put("rgmanager", rgmanager);
    head.put("cluster", clusterName);
    head.put("version", configVersion);
    head.put("migration", migrationMs);
    head.put("pid", labPid);
    std::string text = line(head);
    for (const Node &each : nodes) {
        text += line(nodeRecord(each));
        for (const Domain &domain : each.domains)
            text += line(domainRecord(domain));
    }
    for (const Service &each : services)
        text += line(serviceRecord(each));
    return text + "end\n";
}

std::optional<State> State::parse(const std::string &text)
{
    State state;
    bool ended = false;
    for (const std::string &each : split(text, '\n')) {
        const Record record = parseLine(each);
        if (record.kind == "lab") {
            state.xm = record.number("xm") != 0;
            state.rgmanager = record.number("rgmanager") != 0;
            state.clusterName = record.text("cluster");
            state.configVersion = static_cast<int>(record.number("version"));
            state.migrationMs = static_cast<int>(record.number("migration"));
            state.labPid = static_cast<int>(record.number("pid"));
        } else if (record.kind == "node") {
            state.nodes.push_back(nodeOf(record));
        } else if (record.kind == "domain" && !state.nodes.empty()) {
            state.nodes.back().domains.push_back(domainOf(record));
        } else if (record.kind == "service") {
            state.services.push_back(serviceOf(record));
        } else if (record.kind == "end") {
            ended = true;
        }
    }
    return ended ? std::optional(std::move(state)) : std::nullopt;
}

} // namespace colonnade::lab
