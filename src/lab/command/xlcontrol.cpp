// SPDX-License-Identifier: GPL-3.0-or-later
// What xl does to one domain, without another node.
#include "lab/command/domains.h"
#include "lab/command/stream.h"
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

/// What the monitor that `xl create` leaves behind, or xend, does once a domain has shut down: it
/// removes it.
void reapLater(const Context &context, int id)
{
    detached(-1, [&context, id] {
        sleepMs(ShutdownMs);
        context.updateSelf([id](Node &node) { removeDomain(node, id); });
    });
}

/// Waits for the guest to power itself off. A paused one cannot: this then lasts until it is
/// unpaused or gone.
void powerDown(const Context &context, int id)
{
    sleepMs(ShutdownMs);
    for (bool isOff = false; !isOff; sleepMs(isOff ? 0 : 50)) {
        context.updateSelf([&](Node &node) {
            Domain *domain = node.find(id);
            isOff = !domain || domain->shutdown != 0;
            if (!domain || !domain->isAlive())
                return;
            domain->settle(monotonicNow());
            domain->pauses = 1;
            domain->shutdown = '-';
            isOff = true;
        });
    }
}

} // namespace

int xlPause(const Context &context, const Arguments &arguments)
{
    const bool found = change(context, arguments, [](Node &, Domain &domain) { ++domain.pauses; });
    return found ? 0 : invalidDomain(context, lastWord(arguments));
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
        return invalidDomain(context, lastWord(arguments));
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
    return found ? 0 : invalidDomain(context, word);
}

int xlShutdown(const Context &context, const Arguments &arguments)
{
    Node node = context.self();
    const Domain *domain = arguments.empty() ? nullptr : meant(node, arguments.back());
    if (!domain)
        return invalidDomain(context, lastWord(arguments));
    const int id = domain->id;
    const bool wait = std::ranges::find(arguments, "-w") != arguments.end();
    err(text("Shutting down domain %d\n", id));
    if (!wait) {
        detached(-1, [&context, id] {
            powerDown(context, id);
            reapLater(context, id);
        });
        return 0;
    }
    err("Waiting for 1 domains\n");
    powerDown(context, id);
    err(text("Domain %d has been shut down, reason code 0\n", id));
    reapLater(context, id);
    return 0;
}

int xlRename(const Context &context, const Arguments &arguments)
{
    if (arguments.size() != 2)
        return 2;
    const bool found = change(context, {arguments[0]},
                              [&](Node &, Domain &domain) { domain.name = arguments[1]; });
    return found ? 0 : invalidDomain(context, arguments[0]);
}

} // namespace colonnade::lab
