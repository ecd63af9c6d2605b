// SPDX-License-Identifier: GPL-3.0-or-later
// ssh(1) as it is used between nodes. Nothing goes over a network: the command is started as a
// process of the other node. What can go wrong on the way is found out as OpenSSH finds it out, and
// said in its words.
#include "lab/command/context.h"
#include "lab/nodeshell.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

namespace colonnade::lab {

namespace {

struct Call
{
    std::string host;
    std::string user = "root";
    int port = 22;
    int connectTimeout = 0; ///< seconds; 0: the system's
    bool strict = true;     ///< in batch mode an unknown key is refused whatever is not "no"
    std::string knownHostsFile;
    std::string identityFile;
    bool identitiesOnly = false;
    std::string command;
};

std::string lowered(std::string word)
{
    std::ranges::transform(word, word.begin(), [](unsigned char c) { return std::tolower(c); });
    return word;
}

void setOption(Call &call, const std::string &option)
{
    const std::size_t equals = option.find_first_of("= ");
    const std::string key = lowered(option.substr(0, equals));
    const std::string value = equals == std::string::npos ? "" : option.substr(equals + 1);
    if (key == "connecttimeout")
        call.connectTimeout = std::atoi(value.c_str());
    else if (key == "port")
        call.port = std::atoi(value.c_str());
    else if (key == "user")
        call.user = value;
    else if (key == "stricthostkeychecking")
        call.strict = value != "no" && value != "accept-new" && value != "off";
    else if (key == "userknownhostsfile")
        call.knownHostsFile = value;
    else if (key == "identityfile")
        call.identityFile = value;
    else if (key == "identitiesonly")
        call.identitiesOnly = value == "yes";
}

/// Takes the options that stand at @p index; returns how many words they were, 0: none.
std::size_t takeOption(Call &call, const Arguments &words, std::size_t index)
{
    const std::string &word = words[index];
    if (word.size() < 2 || word[0] != '-')
        return 0;
    const char letter = word[1];
    if (std::string("oplFiJWLRDbceIEmOQSwB").find(letter) == std::string::npos)
        return 1; // a flag
    const bool joined = word.size() > 2;
    const std::string value = joined                     ? word.substr(2)
                              : index + 1 < words.size() ? words[index + 1]
                                                         : "";
    if (letter == 'o')
        setOption(call, value);
    else if (letter == 'p')
        call.port = std::atoi(value.c_str());
    else if (letter == 'l')
        call.user = value;
    else if (letter == 'i')
        call.identityFile = value;
    return joined ? 1 : 2;
}

Call parse(const Arguments &words)
{
    Call call;
    bool optionsEnded = false;
    for (std::size_t i = 0; i < words.size();) {
        const std::size_t taken = optionsEnded || !call.command.empty() ? 0
                                  : words[i] == "--"                    ? 1
                                                     : takeOption(call, words, i);
        optionsEnded = optionsEnded || words[i] == "--";
        if (taken > 0) {
            i += taken;
        } else if (call.host.empty()) {
            call.host = words[i++];
        } else {
            call.command += (call.command.empty() ? "" : " ") + words[i++];
            optionsEnded = true;
        }
    }
    if (const std::size_t at = call.host.rfind('@'); at != std::string::npos) {
        call.user = call.host.substr(0, at);
        call.host.erase(0, at + 1);
    }
    return call;
}

bool fileHas(const std::string &path, const std::string &needle)
{
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (!needle.empty() && line.find(needle) != std::string::npos)
            return true;
    }
    return false;
}

std::string firstLine(const std::string &path)
{
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    return line;
}

int fail(const std::string &message)
{
    err(message + "\r\n");
    return 255;
}

/// Why no connection comes about, in seconds that are not waited for in full where nothing depends
/// on them.
std::optional<int> unreachable(const Call &call, const Node *target)
{
    const std::string to =
        "ssh: connect to host " + call.host + " port " + std::to_string(call.port) + ": ";
    if (!target)
        return fail("ssh: Could not resolve hostname " + call.host
                    + ": Temporary failure in name resolution");
    if (!target->on) {
        const bool early = call.connectTimeout > 0 && call.connectTimeout < 3;
        sleepMs(early ? call.connectTimeout * 1000 : 3000);
        return fail(to + (early ? "Connection timed out" : "No route to host"));
    }
    if ((call.port != 22 && call.port != target->port) || target->fault("refuse"))
        return fail(to + "Connection refused");
    if (target->fault("hang")) {
        sleepMs(call.connectTimeout > 0 ? call.connectTimeout * 1000 : 120'000);
        err("Connection timed out during banner exchange\r\n");
        return fail("Connection to " + target->address + " port " + std::to_string(call.port)
                    + " timed out");
    }
    return std::nullopt;
}

std::optional<int> refused(const Context &context, const Call &call, const Node &target)
{
    const std::string home = context.root() + "/root/.ssh/";
    const std::string knownHosts =
        call.knownHostsFile.empty() ? home + "known_hosts" : call.knownHostsFile;
    if (call.strict && !fileHas(knownHosts, call.host))
        return fail("Host key verification failed.");
    if (!call.identityFile.empty() && access(call.identityFile.c_str(), R_OK) != 0)
        err("no such identity: " + call.identityFile + ": No such file or directory\r\n");
    const std::string key =
        call.identitiesOnly ? std::string() : firstLine(home + "id_ed25519.pub");
    const bool allowed =
        call.user == "root"
        && fileHas(context.rootOf(target.name) + "/root/.ssh/authorized_keys", key);
    if (!allowed)
        return fail(call.user + '@' + call.host + ": Permission denied (publickey,password).");
    return std::nullopt;
}

} // namespace

int ssh(const Context &context, const Arguments &arguments)
{
    const Call call = parse(arguments);
    State state = context.state();
    const Node *target = state.resolve(call.host);
    if (const auto status = unreachable(call, target))
        return *status;
    if (const auto status = refused(context, call, *target))
        return *status;
    sleepMs(target->fault("slow").value_or(0));
    // A session of its own: no signal to the caller's group reaches another machine.
    if (setsid() < 0) {
        const pid_t child = fork();
        if (child > 0) {
            int status = 0;
            waitpid(child, &status, 0);
            return WIFEXITED(status) ? WEXITSTATUS(status) : 255;
        }
        setsid();
    }
    becomeShell(context.rootOf(target->name), call.command);
}

} // namespace colonnade::lab
