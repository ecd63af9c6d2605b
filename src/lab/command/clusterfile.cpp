// SPDX-License-Identifier: GPL-3.0-or-later
// cluster.conf as the programs of a node with cman 3.0 take it.
#include "lab/command/clusterfile.h"

#include "lab/command/context.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace colonnade::lab {

namespace {

std::optional<std::string> contents(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

/// The end of the tag that begins at @p begin: past its '>', which may stand in a value; npos:
/// none.
std::size_t tagEnd(const std::string &xml, std::size_t begin)
{
    char quote = 0;
    for (std::size_t i = begin; i < xml.size(); ++i) {
        if (quote != 0)
            quote = xml[i] == quote ? char(0) : quote;
        else if (xml[i] == '"' || xml[i] == '\'')
            quote = xml[i];
        else if (xml[i] == '>')
            return i + 1;
    }
    return std::string::npos;
}

/// Past what begins with "<!" or "<?" at @p begin; npos: it does not end.
std::size_t passedOver(const std::string &xml, std::size_t begin)
{
    const std::string end = xml.compare(begin, 4, "<!--") == 0 ? "-->"
                            : xml[begin + 1] == '?'            ? "?>"
                                                               : ">";
    const std::size_t found = xml.find(end, begin + 2);
    return found == std::string::npos ? found : found + end.size();
}

/// The first element's tag where all elements are closed as they were opened; empty: they are not.
std::string rootTag(const std::string &xml)
{
    std::vector<std::string> open;
    std::string root;
    for (std::size_t at = xml.find('<'); at != std::string::npos; at = xml.find('<', at)) {
        if (at + 1 < xml.size() && (xml[at + 1] == '!' || xml[at + 1] == '?')) {
            at = passedOver(xml, at);
            if (at == std::string::npos)
                return {};
            continue;
        }
        const std::size_t end = tagEnd(xml, at);
        if (end == std::string::npos || (open.empty() && !root.empty()))
            return {};
        const bool closes = xml[at + 1] == '/';
        const std::size_t nameAt = at + (closes ? 2 : 1);
        const std::string name =
            xml.substr(nameAt, xml.find_first_of(" \t\r\n/>", nameAt) - nameAt);
        if (closes && (open.empty() || open.back() != name))
            return {};
        if (closes)
            open.pop_back();
        else if (xml[end - 2] != '/')
            open.push_back(name);
        if (root.empty())
            root = xml.substr(at, end - at);
        at = end;
    }
    return open.empty() ? root : std::string();
}

} // namespace

std::optional<int> clusterFileVersion(const std::string &path)
{
    const std::string root = rootTag(contents(path).value_or(""));
    const std::string key = "config_version=";
    const std::size_t at = root.find(key);
    if (root.compare(0, 8, "<cluster") != 0 || at == std::string::npos)
        return std::nullopt;
    const int version = std::atoi(root.c_str() + at + key.size() + 1);
    return version > 0 ? std::optional(version) : std::nullopt;
}

/// Of ccs_config_validate(8), what takes a file: `-f FILE`, or the node's own.
int ccsConfigValidate(const Context &context, const Arguments &arguments)
{
    const auto option = std::ranges::find(arguments, "-f");
    const std::string path = option != arguments.end() && option + 1 != arguments.end()
                                 ? *(option + 1)
                                 : context.root() + "/etc/cluster/cluster.conf";
    if (!contents(path)) {
        err("Unable to get the configuration\n");
        return 255;
    }
    if (!clusterFileVersion(path)) {
        out("Configuration fails to validate\n");
        return 3;
    }
    out("Configuration validates\n");
    return 0;
}

/// That of 3.0, in which `update` is gone with ccsd.
int ccsTool(const Context &, const Arguments &arguments)
{
    err("Unknown command, " + (arguments.empty() ? std::string() : arguments[0]) + ".\n");
    return 1;
}

} // namespace colonnade::lab
