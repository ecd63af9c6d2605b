// SPDX-License-Identifier: GPL-3.0-or-later
// `xm migrate`: xm only asks; the work is done by the xend of the source, here a process of its own
// that killing xm does not reach, and the xend of the target. There is no acknowledgement: once the
// memory is sent the source destroys its copy, and only then does the target look for disks and
// bridges.
#include "lab/command/domains.h"
#include "lab/command/stream.h"
#include "lab/command/xl.h"
#include "lab/command/xm.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

namespace colonnade::lab {

namespace {

constexpr const char *Restore = "/usr/lib/xen/bin/xc_restore";

struct Request
{
    std::string domain;
    std::string host;
    int port = 0; ///< 0: the target's own
    bool live = false;
};

Request parse(const Arguments &arguments)
{
    Request request;
    Arguments words;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &word = arguments[i];
        if (word == "-l" || word == "--live")
            request.live = true;
        else if ((word == "-p" || word == "--port") && i + 1 < arguments.size())
            request.port = std::atoi(arguments[++i].c_str());
        else if (word.starts_with("--port="))
            request.port = std::atoi(word.c_str() + 7);
        else if (!word.starts_with('-'))
            words.push_back(word);
    }
    words.resize(2);
    request.domain = words[0];
    request.host = words[1];
    return request;
}

/// Why xend cannot connect to the target; empty: it can.
std::string cannotConnect(const Node *target, int port)
{
    if (!target)
        return "can't connect: Name or service not known";
    if (!target->on || target->fault("hang")) {
        sleepMs(3000);
        return "can't connect: Connection timed out";
    }
    if ((port != 0 && port != target->relocationPort) || target->fault("refuse"))
        return "can't connect: Connection refused";
    return {};
}

/// The source's xend, while it sends one domain.
class Sender
{
public:
    Sender(const Context &context, const Request &request, Domain domain)
        : m_context(context),
          m_request(request),
          m_domain(std::move(domain)),
          m_span(context.state().migrationMs)
    {
        State state = context.state();
        m_source = *state.node(context.nodeName());
        m_target = *state.resolve(request.host);
    }

    /// Empty: done. Else the text after "Error: ".
    std::string run();

private:
    void change(const std::function<void(Domain &)> &how) const;
    bool step(std::int64_t sent);
    void dieIfAsked(int percent) const;
    std::string saveFailed();

    const Context &m_context;
    Request m_request;
    Domain m_domain;
    double m_span;
    Node m_source;
    Node m_target;
    Peer m_peer;
    LineReader m_reader{-1};
    std::string m_answer;
};

void Sender::change(const std::function<void(Domain &)> &how) const
{
    m_context.updateSelf([&](Node &node) {
        if (Domain *domain = node.find(m_domain.id)) {
            domain->settle(monotonicNow());
            how(*domain);
        }
    });
}

void Sender::dieIfAsked(int percent) const
{
    State state = m_context.state();
    for (const std::string &name : {m_source.name, m_target.name}) {
        const Node *node = state.node(name);
        if (node && node->fault("migration-death").value_or(1000) <= percent)
            m_context.control("die " + name);
    }
}

/// The transfer broke: the domain resumes here under its own name.
std::string Sender::saveFailed()
{
    if (!m_context.sameBoot(m_target.name, m_target.bootId))
        m_context.hang(); // TCP goes on trying
    change([this](Domain &domain) {
        domain.name = m_domain.name;
        domain.shutdown = 0;
    });
    m_peer.closePipes();
    m_peer.wait();
    if (m_answer.starts_with("error "))
        return m_answer.substr(6) + " (from " + m_request.host + ')';
    return text("/usr/lib/xen-4.4/bin/xc_save 23 %d 0 0 %d failed", m_domain.id,
                m_request.live ? 1 : 0);
}

bool Sender::step(std::int64_t sent)
{
    dieIfAsked(static_cast<int>(sent * 100 / std::max<std::int64_t>(1, m_domain.memoryMiB)));
    if (!m_context.self().find(m_domain.id)
        || !send(m_peer.input, text("memory %lld", static_cast<long long>(sent))))
        return false;
    m_answer = m_reader.next().value_or("");
    return m_answer == "held";
}

std::string Sender::run()
{
    m_peer = startPeerOn(m_context.rootOf(m_target.name),
                         "exec \"$COLONNADE_ROOT\"" + std::string(Restore));
    m_reader = LineReader(m_peer.output);
    change([this](Domain &domain) {
        domain.name = "migrating-" + m_domain.name;
        if (!m_request.live)
            domain.shutdown = 's';
    });
    sendOffer(m_peer.input, {m_source.name, m_source.bootId, 0, false, false, m_domain});
    m_answer = m_reader.next().value_or("");
    if (m_answer != "ready")
        return saveFailed();
    const int steps = std::clamp(static_cast<int>(m_span * 0.75 / 80), 10, 400);
    for (int i = 1; i <= steps; ++i) {
        sleepMs(m_span * 0.75 / steps);
        if (!step(m_domain.memoryMiB * i / steps))
            return saveFailed();
    }
    change([](Domain &domain) { domain.shutdown = 's'; });
    sleepMs(m_span * 0.1);
    if (!send(m_peer.input, "complete"))
        return saveFailed();
    m_context.updateSelf([this](Node &node) { removeDomain(node, m_domain.id); });
    return {};
}

/// The target's xend, while it receives one domain.
class Receiver
{
public:
    explicit Receiver(const Context &context)
        : m_context(context), m_span(context.state().migrationMs)
    {
    }
    int run();

private:
    std::string begin();
    bool hold(std::int64_t memoryMiB);
    void drop();
    void log(const std::string &line) const;
    int sourceWentAway();
    std::string missingDevice() const;
    void finish();

    const Context &m_context;
    double m_span;
    MigrationOffer m_offer;
    LineReader m_reader{STDIN_FILENO};
    int m_id = 0;
};

std::string Receiver::begin()
{
    std::string problem;
    m_context.updateSelf([&](Node &node) {
        if (const Domain *present = node.find(m_offer.domain.name)) {
            problem = text("VM name '%s' already exists as domain %d", present->name.c_str(),
                           present->id);
            return;
        }
        Domain domain = m_offer.domain;
        domain.memoryMiB = 0;
        domain.cpuSeconds = 0;
        domain.building = true;
        domain.pauses = 1;
        domain.shutdown = 0;
        m_id = addDomain(node, std::move(domain));
    });
    return problem;
}

bool Receiver::hold(std::int64_t memoryMiB)
{
    bool fits = false;
    m_context.updateSelf([&](Node &node) {
        Domain *domain = node.find(m_id);
        fits = domain && memoryMiB - domain->memoryMiB <= node.freeMiB();
        if (fits)
            domain->memoryMiB = memoryMiB;
    });
    return fits;
}

void Receiver::drop()
{
    m_context.updateSelf([this](Node &node) { removeDomain(node, m_id); });
}

void Receiver::log(const std::string &line) const
{
    std::ofstream(m_context.root() + "/var/log/xen/xend.log", std::ios::app) << line << '\n';
}

int Receiver::sourceWentAway()
{
    if (!m_context.sameBoot(m_offer.source, m_offer.sourceBootId))
        m_context.hang(); // nothing tells this end; the half of a domain stays
    drop();
    return 1;
}

std::string Receiver::missingDevice() const
{
    for (const DiskEntry &disk : m_offer.domain.disks) {
        if (!existsOn(m_context.root(), disk.path))
            return "Device 51712 (vbd) could not be connected. " + disk.path + " does not exist.";
    }
    for (const NicEntry &nic : m_offer.domain.nics) {
        if (!bridgeExistsOn(m_context.root(), nic.bridge))
            return "Device 0 (vif) could not be connected. Could not find bridge device "
                   + nic.bridge;
    }
    return {};
}

/// The source has already destroyed its copy: a device that is missing here costs the guest.
void Receiver::finish()
{
    sleepMs(m_span * 0.15);
    if (const std::string problem = missingDevice(); !problem.empty()) {
        log("[ERROR] (XendCheckpoint) " + problem);
        drop();
        return;
    }
    m_context.updateSelf([this](Node &node) {
        if (Domain *domain = node.find(m_id)) {
            domain->building = false;
            domain->pauses = 0;
            domain->startedAt = domain->cpuSince = monotonicNow();
        }
    });
}

int Receiver::run()
{
    const std::optional<MigrationOffer> offer = receiveOffer(m_reader);
    if (!offer)
        return 1;
    m_offer = *offer;
    if (const std::string problem = begin(); !problem.empty()) {
        send(STDOUT_FILENO, "error " + problem);
        return 1;
    }
    send(STDOUT_FILENO, "ready");
    for (;;) {
        const std::optional<std::string> line = m_reader.next();
        if (!line)
            return sourceWentAway();
        if (*line == "complete") {
            finish();
            return 0;
        }
        if (!hold(std::atoll(line->c_str() + line->find(' ') + 1))) {
            log("[ERROR] (XendCheckpoint) xc_restore failed: not enough memory");
            drop();
            return 1;
        }
        send(STDOUT_FILENO, "held");
    }
}

int fail(const std::string &message)
{
    err("Error: " + message + '\n');
    return 1;
}

} // namespace

int xcRestore(const Context &context, const Arguments &)
{
    std::signal(SIGPIPE, SIG_IGN);
    return Receiver(context).run();
}

int xmMigrate(const Context &context, const Arguments &arguments)
{
    const Request request = parse(arguments);
    if (request.host.empty())
        return fail("Wrong number of arguments");
    if (request.domain == "Domain-0" || request.domain == "0")
        return fail("Cannot migrate privileged domain");
    Node node = context.self();
    const Domain *domain = meant(node, request.domain);
    if (!domain)
        return invalidDomain(context, request.domain);
    if (domain->id < 0)
        return fail("Domain is not running");
    State state = context.state();
    if (const std::string problem = cannotConnect(state.resolve(request.host), request.port);
        !problem.empty())
        return fail(problem);
    int result[2] = {-1, -1};
    if (pipe(result) != 0)
        return fail("Cannot create a pipe");
    const Domain moving = *domain;
    detached(result[1], [&] {
        std::signal(SIGPIPE, SIG_IGN);
        close(result[0]);
        send(result[1], "result " + Sender(context, request, moving).run());
    });
    close(result[1]);
    const std::optional<std::string> answer = LineReader(result[0]).next();
    if (answer && *answer == "result ")
        return 0;
    return fail(answer ? answer->substr(7) : "xend closed the connection");
}

} // namespace colonnade::lab
