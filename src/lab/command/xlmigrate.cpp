// SPDX-License-Identifier: GPL-3.0-or-later
// The sending side of `xl migrate`. Every line and its place is from captures/xl-4.17 and xl's own
// source; the times are fractions of the whole as in the capture xl-migrate, whose 40 seconds stand
// for the lab's setting.
#include "lab/command/domains.h"
#include "lab/command/stream.h"
#include "lab/command/xl.h"

#include <algorithm>
#include <csignal>
#include <cstring>
#include <sys/wait.h>
#include <unistd.h>

namespace colonnade::lab {

namespace {

constexpr const char *Banner = "xl migration receiver ready, send binary domain data.";

constexpr const char *Help =
    "Usage: xl [-vtTf] migrate [options] <Domain> <host>\n\nMigrate a domain to another "
    "host.\n\nOptions:\n\n"
    "-h              Print this help.\n"
    "-C <config>     Send <config> instead of config file from creation.\n"
    "-s <sshcommand> Use <sshcommand> instead of ssh.  String will be passed\n"
    "                to sh. If empty, run <host> instead of ssh <host> xl\n"
    "                migrate-receive [-d -e]\n"
    "-e              Do not wait in the background (on <host>) for the death\n"
    "                of the domain.\n"
    "--debug         Print huge (!) amount of debug during the migration process.\n"
    "-p              Do not unpause domain after migrating it.\n"
    "-D              Preserve the domain id\n";

/// The length that xl prints is of the configuration as it is stored. That of a guest is this much
/// shorter than the listed one, that of Domain-0 this much longer (both from the captures).
constexpr int UnstoredBytes = 23;
constexpr int UnlistedBytesOfDomain0 = 6;

struct Request
{
    std::string sshCommand = "ssh";
    std::string domain;
    std::string host;
    bool paused = false;
    bool keepId = false;
    bool isWhole = false;
};

Request parse(const Arguments &arguments)
{
    Request request;
    Arguments words;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &word = arguments[i];
        if ((word == "-s" || word == "-C") && i + 1 < arguments.size()) {
            ++i;
            if (word == "-s")
                request.sshCommand = arguments[i];
        } else if (word == "-p") {
            request.paused = true;
        } else if (word == "-D") {
            request.keepId = true;
        } else if (!word.starts_with('-')) {
            words.push_back(word);
        }
    }
    request.isWhole = words.size() >= 2;
    if (request.isWhole) {
        request.domain = words[0];
        request.host = words[1];
    }
    return request;
}

/// One run of `xl migrate`.
class Sender
{
public:
    Sender(const Context &context, const Request &request, const Domain &domain);

    int run();

private:
    enum class Step { Done, Failed };

    void pause(double fraction) const { sleepMs(m_span * fraction); }
    std::string typeName() const { return m_domain.type == "pv" ? "PV" : "HVM"; }

    bool readBanner();
    bool copyMemory();
    bool copyStep(std::int64_t sent);
    void dieIfAsked(int percent) const;
    void suspend() const;
    void renameAway() const;
    void resume() const;
    void removeSource() const;

    int failNoPeer();
    int failPeerGone();
    int failToSuspend(const std::string &details, const std::string &reason,
                      bool beforeImage = false);
    int failAfterSuspend();
    int failHandshake();
    int handOver();
    void reportChild();
    bool targetLostPower() const;

    const Context &m_context;
    Request m_request;
    Domain m_domain;
    double m_span; ///< ms of a whole migration
    Node m_source;
    std::optional<Node> m_target; ///< as it was when this began
    Peer m_peer;
    LineReader m_reader{-1};
    int m_result = 1;
};

Sender::Sender(const Context &context, const Request &request, const Domain &domain)
    : m_context(context), m_request(request), m_domain(domain)
{
    State state = context.state();
    m_span = state.migrationMs;
    m_source = *state.node(context.nodeName());
    if (const Node *target = state.resolve(request.host))
        m_target = *target;
}

/// Prints what became of the transport when it failed, as libxl does.
void Sender::reportChild()
{
    const int pid = m_peer.pid;
    m_peer.closePipes();
    const int status = m_peer.wait();
    if (WIFSIGNALED(status))
        err(text("libxl: error: libxl_exec.c:127:libxl_report_child_exitstatus: migration "
                 "transport process "
                 "[%d] died due to fatal signal %s\n",
                 pid, strsignal(WTERMSIG(status))));
    else if (WEXITSTATUS(status) != 0)
        err(text("libxl: info: libxl_exec.c:117:libxl_report_child_exitstatus: migration transport "
                 "process "
                 "[%d] exited with error status %d\n",
                 pid, WEXITSTATUS(status)));
}

bool Sender::targetLostPower() const
{
    return m_target && m_target->on && !m_context.sameBoot(m_target->name, m_target->bootId);
}

bool Sender::readBanner()
{
    const std::optional<std::string> banner = m_reader.next();
    if (!banner) {
        if (targetLostPower())
            m_context.hang();
        err("libxl: error: libxl_utils.c:505:libxl_read_exactly: file/stream truncated reading "
            "banner from "
            "migration receiver stream\n");
        return false;
    }
    if (*banner != Banner) {
        err("migration receiver stream contained unexpected data instead of banner\n(command run "
            "was: exec "
            + m_request.sshCommand + ' ' + m_request.host + " xl migrate-receive )\n");
        return false;
    }
    return true;
}

int Sender::failNoPeer()
{
    reportChild();
    return 1;
}

/// The target gave up, or its end of the pipe went, while memory was being sent.
int Sender::failPeerGone()
{
    if (targetLostPower())
        m_context.hang(); // no FIN ever comes: a real xl still waits after minutes
    const int id = m_domain.id;
    err(text("libxl: error: libxl_utils.c:505:libxl_read_exactly: file/stream truncated reading "
             "ipc msg header "
             "from domain %d save/restore helper stdout pipe\n"
             "libxl: error: libxl_exec.c:127:libxl_report_child_exitstatus: domain %d save/restore "
             "helper [%d] "
             "died due to fatal signal Broken pipe\n"
             "migration sender: libxl_domain_suspend failed (rc=-3)\n",
             id, id, m_peer.pid + 1));
    reportChild();
    err(text("Migration failed, resuming at sender.\n"
             "xc: error: Dom %d not suspended: (shutdown 0, reason 255): Internal error\n"
             "libxl: error: libxl_dom_suspend.c:666:domain_resume_done: Domain %d:xc_domain_resume "
             "failed: "
             "Invalid argument\n",
             id, id));
    return 1;
}

/// The guest could not be copied or suspended; it stays as it is.
int Sender::failToSuspend(const std::string &details, const std::string &reason, bool beforeImage)
{
    const std::string prefix = m_domain.id == 0 ? "" : text("Domain %d:", m_domain.id);
    err(details
        + text("libxl: error: libxl_stream_write.c:347:libxl__xc_domain_save_done: %ssaving "
               "domain: domain did "
               "not respond to suspend request: %s\n"
               "migration sender: libxl_domain_suspend failed (rc=-8)\n",
               prefix.c_str(), reason.c_str()));
    send(m_peer.input, beforeImage ? "abort image" : "abort record");
    reportChild();
    err("Migration failed, failed to suspend at sender.\n");
    return 1;
}

/// The target failed when it had all the memory: the guest goes on here.
int Sender::failAfterSuspend()
{
    if (targetLostPower())
        m_context.hang();
    err("libxl: error: libxl_utils.c:505:libxl_read_exactly: file/stream truncated reading ready "
        "message from "
        "migration receiver stream\n");
    reportChild();
    err("Migration failed, resuming at sender.\n");
    resume();
    return 1;
}

int Sender::failHandshake()
{
    err("libxl: error: libxl_utils.c:505:libxl_read_exactly: file/stream truncated reading "
        "success/failure "
        "report message from migration receiver stream\n"
        "** Migration failed during final handshake **\n"
        "Domain state is now undefined !\n"
        "Please CHECK AT BOTH ENDS for running instances, before renaming and\n"
        " resuming at most one instance.  Two simultaneous instances of the domain\n"
        " would probably result in SEVERE DATA LOSS and it is now your\n"
        " responsibility to avoid that.  Sorry.\n");
    reportChild();
    return 1;
}

void Sender::dieIfAsked(int percent) const
{
    State state = m_context.state();
    for (const std::string &name : {m_source.name, m_target ? m_target->name : std::string()}) {
        const Node *node = state.node(name);
        if (node && node->fault("migration-death").value_or(1000) <= percent)
            m_context.control("die " + name);
    }
}

/// Sends one portion. False: the migration has ended, and m_result is what it came to.
bool Sender::copyStep(std::int64_t sent)
{
    Node self = m_context.self();
    const Domain *domain = self.find(m_domain.id);
    if (!domain || (domain->pauses > 0 && m_domain.type != "pv")) {
        pause(1.5); // a guest that does not answer is waited for 60 seconds
        m_result = failToSuspend(
            text(
                "libxl: error: libxl_dom_suspend.c:269:domain_suspend_common_pvcontrol_suspending: "
                "Domain "
                "%d:guest didn't acknowledge suspend, cancelling request\n"
                "xc: error: Domain has not been suspended: shutdown 0, reason 255: Internal error\n"
                "xc: error: Save failed (0 = Success): Internal error\n",
                m_domain.id),
            "Success");
        return false;
    }
    if (domain->pauses > 0) {
        m_result = failToSuspend(
            "xc: error: Bad mfn for L1[380]: Internal error\n"
            "xc: error: mfn 0x9fdf4, max 0x9ffda: Internal error\n"
            "xc: error:   m2p[0x9fdf4] = 0xffffffffffffffff, max_pfn 0x9fff: Internal error\n"
            "xc: error: Save failed (34 = Numerical result out of range): Internal error\n",
            "Numerical result out of range");
        return false;
    }
    dieIfAsked(static_cast<int>(sent * 100 / std::max<std::int64_t>(1, m_domain.memoryMiB)));
    if (!send(m_peer.input, text("memory %lld", static_cast<long long>(sent)))) {
        m_result = failPeerGone();
        return false;
    }
    const std::optional<std::string> answer = m_reader.next();
    if (!answer)
        m_result = failPeerGone();
    return answer.has_value();
}

bool Sender::copyMemory()
{
    const double copying = m_span * 0.723;
    const int steps = std::clamp(static_cast<int>(copying / 80), 10, 400);
    for (int step = 1; step <= steps; ++step) {
        sleepMs(copying / steps);
        if (!copyStep(m_domain.memoryMiB * step / steps))
            return false;
    }
    return true;
}

void Sender::suspend() const
{
    m_context.updateSelf([this](Node &node) {
        if (Domain *domain = node.find(m_domain.id)) {
            domain->settle(monotonicNow());
            domain->shutdown = 's';
        }
    });
}

void Sender::renameAway() const
{
    m_context.updateSelf([this](Node &node) {
        if (Domain *domain = node.find(m_domain.id)) {
            domain->name = m_domain.name + "--migratedaway";
            domain->pauses = 1;
        }
    });
}

void Sender::resume() const
{
    m_context.updateSelf([this](Node &node) {
        if (Domain *domain = node.find(m_domain.id)) {
            domain->settle(monotonicNow());
            domain->name = m_domain.name;
            domain->pauses = 0;
            domain->shutdown = 0;
        }
    });
}

void Sender::removeSource() const
{
    m_context.updateSelf([this](Node &node) { removeDomain(node, m_domain.id); });
}

int Sender::handOver()
{
    const std::optional<std::string> ready = m_reader.next();
    if (!ready || *ready != "ready")
        return failAfterSuspend();
    err("migration sender: Target has acknowledged transfer.\n");
    renameAway();
    err("migration sender: Giving target permission to start.\n");
    const bool lost = m_source.fault("handshake").has_value();
    send(m_peer.input, lost ? "go lost" : "go");
    const std::optional<std::string> report = m_reader.next();
    if (!report || lost) {
        if (!lost && targetLostPower())
            m_context.hang();
        return failHandshake();
    }
    if (*report != "report 0") {
        err(text("migration sender: Target reports startup failure (status code %s).\n",
                 report->substr(report->find(' ') + 1).c_str()));
        m_reader.next(); // "cleaned"
        err("migration sender: Trying to resume at our end.\n");
        resume();
        err("migration sender: Resumed OK.\nMigration failed due to problems at target.\n");
        return 1;
    }
    err("migration sender: Target reports successful startup.\n");
    pause(0.084);
    removeSource();
    err("Migration successful.\n");
    return 0;
}

int Sender::run()
{
    m_peer =
        startPeer("exec " + m_request.sshCommand + ' ' + m_request.host + " xl migrate-receive");
    m_reader = LineReader(m_peer.output);
    if (!readBanner())
        return failNoPeer();
    const std::string config =
        m_domain.id == 0 ? configJsonOfDomain0(m_source, 0) : configJson(m_domain, 0);
    const int length = static_cast<int>(config.size())
                       + (m_domain.id == 0 ? UnlistedBytesOfDomain0 : -UnstoredBytes);
    err(text("Saving to migration stream new xl format (info 0x3/0x0/%d)\n", length));
    sendOffer(m_peer.input, {m_source.name, m_source.bootId, length, m_request.paused,
                             m_request.keepId, m_domain});
    if (!m_reader.next()) // the target has read the configuration
        return failPeerGone();
    pause(0.006);
    err(text("xc: info: Saving domain %d, type x86 %s\n", m_domain.id, typeName().c_str()));
    if (m_domain.id == 0)
        return failToSuspend(
            "xc: error: Failed to map shared info frame at mfn 0x9fd8f (3 = No such process): "
            "Internal error\n"
            "xc: error: Save failed (3 = No such process): Internal error\n",
            "No such process", true);
    if (!m_source.shadow && m_domain.type == "pv") {
        send(m_peer.input, "image");
        return failToSuspend("xc: error: Failed to enable logdirty: 95,22,0 (22 = Invalid "
                             "argument): Internal error\n"
                             "xc: error: Save failed (22 = Invalid argument): Internal error\n",
                             "Invalid argument");
    }
    if (!send(m_peer.input, "image") || !m_reader.next())
        return failPeerGone();
    if (!copyMemory())
        return m_result;
    suspend();
    if (!send(m_peer.input, "complete"))
        return failAfterSuspend();
    return handOver();
}

} // namespace

int xlMigrate(const Context &context, const Arguments &arguments)
{
    const Request request = parse(arguments);
    if (!request.isWhole) {
        err("'xl migrate' requires at least 2 arguments.\n\n");
        out(Help);
        return 2;
    }
    std::signal(SIGPIPE, SIG_IGN);
    Node node = context.self();
    Domain domain = domain0(node);
    if (request.domain != "Domain-0" && request.domain != "0") {
        const Domain *found = meant(node, request.domain);
        if (!found)
            return invalidDomain(context, request.domain);
        domain = *found;
    }
    return Sender(context, request, domain).run();
}

} // namespace colonnade::lab
