// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/guestfile.h"

#include <cstdlib>
#include <map>
#include <vector>

namespace colonnade::lab {

namespace {

using Values = std::map<std::string, std::vector<std::string>>;

std::string trimmed(const std::string &text, const char *blanks = " \t\r")
{
    const std::size_t begin = text.find_first_not_of(blanks);
    return begin == std::string::npos
               ? ""
               : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::vector<std::string> split(const std::string &text, char separator)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t end = 0; end != std::string::npos; begin = end + 1) {
        end = text.find(separator, begin);
        parts.push_back(trimmed(text.substr(begin, end - begin)));
    }
    return parts;
}

/// The strings and numbers of a right-hand side. Absent: a string does not end.
std::optional<std::vector<std::string>> valuesOf(const std::string &text)
{
    std::vector<std::string> values;
    std::string bare;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"' || text[i] == '\'') {
            const std::size_t end = text.find(text[i], i + 1);
            if (end == std::string::npos)
                return std::nullopt;
            values.push_back(text.substr(i + 1, end - i - 1));
            i = end;
        } else if (text[i] == '#') {
            break;
        } else if (std::string(" \t[],").find(text[i]) == std::string::npos) {
            bare += text[i];
        }
    }
    if (!bare.empty())
        values.push_back(bare);
    return values;
}

std::optional<Values> assignments(const std::string &text)
{
    Values result;
    for (const std::string &line : split(text, '\n')) {
        if (line.empty() || line[0] == '#')
            continue;
        const std::size_t equals = line.find('=');
        const auto values =
            equals == std::string::npos ? std::nullopt : valuesOf(line.substr(equals + 1));
        if (!values || (values->empty() && line.find('[') == std::string::npos))
            return std::nullopt;
        result[trimmed(line.substr(0, equals))] = *values;
    }
    return result;
}

DiskEntry diskOf(const std::string &item)
{
    std::vector<std::string> fields = split(item, ',');
    fields.resize(3);
    if (const std::size_t colon = fields[0].rfind(':'); colon != std::string::npos)
        fields[0].erase(0, colon + 1); // phy:, file:, tap:aio:
    return {fields[0], fields[1], fields[2].empty() ? "w" : fields[2]};
}

NicEntry nicOf(const std::string &item)
{
    NicEntry nic{"", "xenbr0"};
    for (const std::string &field : split(item, ',')) {
        if (field.starts_with("mac="))
            nic.mac = field.substr(4);
        else if (field.starts_with("bridge="))
            nic.bridge = field.substr(7);
    }
    return nic;
}

std::string first(const Values &values, const std::string &key, const std::string &otherwise = {})
{
    const auto found = values.find(key);
    return found == values.end() || found->second.empty() ? otherwise : found->second.front();
}

std::vector<std::string> all(const Values &values, const std::string &key)
{
    const auto found = values.find(key);
    return found == values.end() ? std::vector<std::string>() : found->second;
}

} // namespace

std::string guestFileOf(const Domain &domain)
{
    std::string text = "name    = \"" + domain.name + "\"\nuuid    = \"" + domain.uuid + "\"\n";
    if (domain.type != "pv")
        text += "type    = \"" + domain.type + "\"\n";
    text += "kernel  = \"" + domain.kernel + "\"\nramdisk = \"" + domain.ramdisk + "\"\n";
    if (!domain.cmdline.empty())
        text += "extra   = \"" + domain.cmdline + "\"\n";
    text += "memory  = " + std::to_string(domain.targetMiB)
            + "\nvcpus   = " + std::to_string(domain.vcpus) + "\ndisk    = [";
    for (const DiskEntry &disk : domain.disks)
        text += " \"phy:" + disk.path + ',' + disk.vdev + ',' + disk.mode + "\",";
    if (text.back() == ',')
        text.pop_back();
    text += " ]\nvif     = [";
    for (const NicEntry &nic : domain.nics)
        text += " \"mac=" + nic.mac + ",bridge=" + nic.bridge + "\",";
    if (text.back() == ',')
        text.pop_back();
    return text + " ]\n";
}

std::optional<Domain> parseGuestFile(const std::string &text)
{
    const std::optional<Values> values = assignments(text);
    if (!values || first(*values, "name").empty())
        return std::nullopt;
    Domain domain;
    domain.name = first(*values, "name");
    domain.uuid = first(*values, "uuid");
    domain.type = first(*values, "type", "pv");
    domain.targetMiB = std::atoll(first(*values, "memory", "64").c_str());
    domain.memoryMiB = domain.targetMiB;
    domain.vcpus = std::atoi(first(*values, "vcpus", "1").c_str());
    domain.kernel = first(*values, "kernel");
    domain.ramdisk = first(*values, "ramdisk");
    domain.cmdline = first(*values, "cmdline", first(*values, "extra"));
    domain.load = 0.03;
    for (const std::string &item : all(*values, "disk"))
        domain.disks.push_back(diskOf(item));
    for (const std::string &item : all(*values, "vif"))
        domain.nics.push_back(nicOf(item));
    return domain;
}

} // namespace colonnade::lab
