// SPDX-License-Identifier: GPL-3.0-or-later
// What xl does to one domain, without another node.
#include "lab/command/domains.h"
#include "lab/command/xl.h"

#include <algorithm>

namespace colonnade::lab {

namespace {

/// How long a guest takes to power itself off.
constexpr double ShutdownMs = 400;

/// Runs @p change on the domain that the last word names. False: there is none.
bool change(const Context &context, const Arguments &arguments,
            const std::function<void(Node &, Domain &)> &how)
{
    bool found = false;
    context.updateSelf([&](Node &node) {
        Domain *domain = arguments.empty() ? nullptr : meant(node, arguments.back());
        if (!domain)
            return;
        found = true;
        domain->settle(monotonicNow());
        how(node, *domain);
    });
    return found;
}

std::string lastWord(const Arguments &arguments)
{
    return arguments.empty() ? std::string() : arguments.back();
}

/// What the monitor that `xl create` leaves behind does once its domain has shut down: it removes
/// it.
void reapLater(const Context &context, int id)
{
    sleepMs(ShutdownMs / 2);
    context.updateSelf([id](Node &node) { removeDomain(node, id); });
}

} // namespace

int xlPause(const Context &context, const Arguments &arguments)
{
    const bool found = change(context, arguments, [](Node &, Domain &domain) { ++domain.pauses; });
    return found ? 0 : invalidDomain(lastWord(arguments));
}

int xlUnpause(const Context &context, const Arguments &arguments)
{
    int running = 0;
    const bool found = change(context, arguments, [&](Node &, Domain &domain) {
        if (domain.pauses == 0)
            running = domain.id;
        domain.pauses = std::max(0, domain.pauses - 1);
    });
    if (!found)
        return invalidDomain(lastWord(arguments));
    if (running != 0)
        err(text("libxl: error: libxl_domain.c:688:domain_unpause_done: Domain %d:Unpausing "
                 "domain: Invalid "
                 "argument\n",
                 running));
    return 0;
}

int xlDestroy(const Context &context, const Arguments &arguments)
{
    const std::string word = lastWord(arguments);
    if (word == "Domain-0" || word == "0") {
        err("Not destroying domain 0; use -f to force.\n"
            "This can only be done when using a disaggregated hardware domain and toolstack.\n\n");
        return 1;
    }
    const bool found = change(context, arguments,
                              [](Node &node, Domain &domain) { removeDomain(node, domain.id); });
    return found ? 0 : invalidDomain(word);
}

int xlShutdown(const Context &context, const Arguments &arguments)
{
    Node node = context.self();
    const Domain *domain = arguments.empty() ? nullptr : meant(node, arguments.back());
    if (!domain)
        return invalidDomain(lastWord(arguments));
    const int id = domain->id;
    const bool wait = std::ranges::find(arguments, "-w") != arguments.end();
    err(text("Shutting down domain %d\n", id));
    if (wait)
        err("Waiting for 1 domains\n");
    // A paused guest cannot answer: with -w this waits for ever, as the real one does.
    while (context.self().find(id) && !context.self().find(id)->isAlive() && wait)
        sleepMs(50);
    sleepMs(ShutdownMs / 2);
    context.updateSelf([id](Node &self) {
        Domain *gone = self.find(id);
        if (!gone || !gone->isAlive())
            return;
        gone->settle(monotonicNow());
        gone->pauses = 1;
        gone->shutdown = '-';
    });
    if (wait)
        err(text("Domain %d has been shut down, reason code 0\n", id));
    if (const Node now = context.self(); std::ranges::any_of(now.domains, [id](const Domain &each) {
            return each.id == id && each.shutdown == '-';
        }))
        reapLater(context, id);
    return 0;
}

int xlRename(const Context &context, const Arguments &arguments)
{
    if (arguments.size() != 2)
        return 2;
    const bool found = change(context, {arguments[0]},
                              [&](Node &, Domain &domain) { domain.name = arguments[1]; });
    return found ? 0 : invalidDomain(arguments[0]);
}

} // namespace colonnade::lab
