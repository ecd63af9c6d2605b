// SPDX-License-Identifier: GPL-3.0-or-later
// clusvcadm -M, and the part of rgmanager that carries it out on the owner of the vm.
#include "lab/command/domains.h"
#include "lab/command/rgmanager.h"
#include "lab/command/stream.h"

#include <algorithm>
#include <cctype>
#include <csignal>
#include <ctime>
#include <map>
#include <sys/wait.h>
#include <unistd.h>

namespace colonnade::lab {

namespace {

// rgmanager's error numbers, as clusvcadm prints and returns them.
constexpr int Success = 0;
constexpr int Failure = -1;
constexpr int NoService = -4;
constexpr int Dependency = -7;
constexpr int Frozen = -11;
constexpr int OnOriginalOwner = -17;

constexpr const char *Daemon = "/usr/lib/rgmanager/rgmanager";

int result(int code)
{
    static const std::map<int, const char *> words = {
        {Success, "Success"},
        {Failure, "Failure"},
        {NoService, "Service does not exist"},
        {Dependency, "Operation violates dependency rule"},
        {Frozen, "Failure: Service is frozen"},
        {OnOriginalOwner, "Failed; service running on original owner"}};
    const auto found = words.find(code);
    out(std::string(found == words.end() ? "Failure" : found->second) + '\n');
    return code & 0xff;
}

int fail(const std::string &line)
{
    out(line + '\n');
    return 1;
}

std::string lowered(std::string word)
{
    std::ranges::transform(word, word.begin(), [](unsigned char c) { return std::tolower(c); });
    return word;
}

/// The member that clusvcadm acts on when asked for @p wanted, which may be another: it takes the
/// only one whose name has it as a part. Empty: none; the reason has been printed.
std::string member(const State &state, const std::string &wanted)
{
    Arguments matches;
    for (const Node &node : state.nodes) {
        if (node.name == wanted)
            return wanted;
        const std::string name = lowered(node.name);
        const std::string part = lowered(wanted);
        if (!part.empty()
            && (name.find(part) != std::string::npos || part.find(name) != std::string::npos))
            matches.push_back(node.name);
    }
    out("'" + wanted + "' not in membership list\n");
    if (matches.size() == 1) {
        out("Closest match: '" + matches[0] + "'\n");
        return matches[0];
    }
    out((matches.empty() ? "No matches for '" : "More than one possible match for '") + wanted
        + "' found\n");
    return {};
}

struct Request
{
    std::string group;
    std::string target;
    bool migrate = false;
};

Request parse(const Arguments &arguments)
{
    Request request;
    for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
        if (arguments[i] == "-M") {
            request.migrate = true;
            request.group = arguments[++i];
        } else if (arguments[i] == "-m" || arguments[i] == "-n") {
            request.target = arguments[++i];
        }
    }
    if (!request.group.empty() && request.group.find(':') == std::string::npos)
        request.group = "service:" + request.group; // a bare name is never a vm
    return request;
}

/// Lets the owner's rgmanager migrate the vm. It goes on when this program is killed.
int askOwner(const Context &context, const Service &service, const std::string &target)
{
    Peer peer = startPeerOn(context.rootOf(service.owner),
                            text("exec \"$COLONNADE_ROOT\"%s %s %s 2>/dev/null", Daemon,
                                 service.name.c_str(), target.c_str()));
    const std::optional<std::string> answer = LineReader(peer.output).next();
    return answer ? std::atoi(answer->c_str()) : Failure;
}

void setService(const Context &context, const std::string &name, int state,
                const std::string &owner)
{
    context.update([&](State &all) {
        Service *service = all.service(name);
        if (!service)
            return;
        service->state = state;
        service->transition = std::time(nullptr);
        if (service->owner != owner) {
            service->lastOwner = service->owner;
            service->owner = owner;
        }
    });
}

int runAgent(bool isXm, const std::string &name, const std::string &target)
{
    const pid_t agent = fork();
    if (agent == 0) {
        dup2(STDERR_FILENO, STDOUT_FILENO);
        if (isXm)
            execlp("xm", "xm", "migrate", "-l", name.c_str(), target.c_str(),
                   static_cast<char *>(nullptr));
        else
            execlp("xl", "xl", "migrate", name.c_str(), target.c_str(),
                   static_cast<char *>(nullptr));
        _exit(127);
    }
    int status = 0;
    waitpid(agent, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

} // namespace

int clusvcadm(const Context &context, const Arguments &arguments)
{
    const Request request = parse(arguments);
    if (!request.migrate)
        return fail("usage: clusvcadm -M vm:NAME -m NODE");
    if (request.target.empty())
        return fail("Migration requires a target cluster member");
    State state = context.state();
    const std::string target = member(state, request.target);
    if (target.empty())
        return 1;
    if (!state.node(target)->on)
        return fail("'" + target + "' is offline");
    out("Trying to migrate " + request.group + " to " + target + "...");
    const Service *service = state.service(request.group);
    if (!service)
        return result(NoService);
    if (service->frozen)
        return result(Frozen);
    if (service->owner == target)
        return result(Success); // "already there" is no failure to it
    if (service->state != 112)
        return result(Failure);
    if (!state.isInFailoverDomain(target))
        return result(Dependency);
    return result(askOwner(context, *service, target));
}

int rgmanagerMigrate(const Context &context, const Arguments &arguments)
{
    if (arguments.size() != 2)
        return 1;
    std::signal(SIGPIPE, SIG_IGN);
    const std::string &service = arguments[0];
    const std::string &target = arguments[1];
    const std::string name = service.substr(service.find(':') + 1);
    setService(context, service, 120, context.nodeName());
    const int status = runAgent(context.state().xm, name, target);
    if (status == 0) {
        setService(context, service, 112, target);
        send(STDOUT_FILENO, std::to_string(Success));
        return 0;
    }
    Node self = context.self();
    const Domain *domain = self.find(name);
    const bool runsHere = domain && domain->shutdown == 0;
    setService(context, service, runsHere ? 112 : 114, context.nodeName());
    send(STDOUT_FILENO, std::to_string(runsHere ? OnOriginalOwner : Failure));
    return 1;
}

} // namespace colonnade::lab
