// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/connection.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <string_view>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace colonnade::lab {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t MaxSessions = 10;           ///< sshd's default
constexpr std::size_t PortionSize = 32 * 1024;    ///< of output, and of one SSH packet
constexpr std::size_t MaxPendingInput = 64 << 20; ///< a command that does not read ends its channel
constexpr int IdlePollMs = 1000;
constexpr long HandshakeSeconds = 20;

/// Names as the exit-signal message has them (RFC 4254, 6.10): without SIG.
const char *signalName(int signal)
{
    const char *name = sigabbrev_np(signal);
    return name ? name : "KILL";
}

} // namespace

struct Connection::Channel
{
    explicit Channel(Connection &connection) : owner(connection) {}

    Connection &owner;
    ssh_channel channel = nullptr;
    ssh_channel_callbacks_struct callbacks{};
    std::vector<std::string> environment;
    std::string command;
    bool requested = false;    ///< a command or a shell
    Clock::time_point startAt; ///< later than now while the node is slow
    Process process;
    std::string pendingInput;
    Clock::time_point inputAt;
    bool inputEnded = false;
    bool exited = false;
    bool closedByClient = false;
    bool done = false;
    short watchedInput = 0;
    short watchedOutput = 0;
    short watchedError = 0;
    short watchedExit = 0;
};

Connection::Connection(ssh_session session, std::string root, ssh_key clientKey,
                       const NodeSwitches &switches)
    : m_session(session),
      m_root(std::move(root)),
      m_clientKey(clientKey),
      m_switches(switches),
      m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      m_socket(fcntl(ssh_get_fd(session), F_DUPFD_CLOEXEC, 0))
{
    m_thread = std::thread([this] { serve(); });
}

Connection::~Connection()
{
    stop();
    m_thread.join();
    closeFd(m_wake);
    closeFd(m_socket);
}

void Connection::stop()
{
    // First the socket: a connection that is cut does not say farewell.
    shutdown(m_socket, SHUT_RDWR);
    m_stopping = true;
    wake();
}

void Connection::wake() const
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = write(m_wake, &one, sizeof one);
}

std::vector<pid_t> Connection::takeOrphans()
{
    stop();
    if (m_thread.joinable()) {
        m_thread.join();
        m_thread = std::thread([] {}); // so that the destructor has one to join
    }
    return std::exchange(m_orphans, {});
}

void Connection::setCallbacks()
{
    m_callbacks.userdata = this;
    m_callbacks.auth_pubkey_function = [](ssh_session, const char *user, ssh_key_struct *key,
                                          char state, void *self) -> int {
        auto *connection = static_cast<Connection *>(self);
        const bool allowed = std::string_view(user) == "root"
                             && ssh_key_cmp(key, connection->m_clientKey, SSH_KEY_CMP_PUBLIC) == 0;
        if (!allowed || state == SSH_PUBLICKEY_STATE_ERROR || state == SSH_PUBLICKEY_STATE_WRONG)
            return SSH_AUTH_DENIED;
        connection->m_authenticated |= state == SSH_PUBLICKEY_STATE_VALID;
        return SSH_AUTH_SUCCESS;
    };
    m_callbacks.channel_open_request_session_function = [](ssh_session, void *self) -> ssh_channel {
        return static_cast<Connection *>(self)->openChannel();
    };
    ssh_callbacks_init(&m_callbacks) ssh_set_server_callbacks(m_session, &m_callbacks);
    ssh_set_auth_methods(m_session, SSH_AUTH_METHOD_PUBLICKEY);
}

ssh_channel Connection::openChannel()
{
    if (!m_authenticated || m_channels.size() >= MaxSessions)
        return nullptr;
    auto channel = std::make_unique<Channel>(*this);
    channel->channel = ssh_channel_new(m_session);
    if (!channel->channel)
        return nullptr;
    setCallbacks(*channel);
    m_channels.push_back(std::move(channel));
    return m_channels.back()->channel;
}

void Connection::setCallbacks(Channel &channel)
{
    ssh_channel_callbacks_struct &callbacks = channel.callbacks;
    callbacks.userdata = &channel;
    callbacks.channel_exec_request_function = [](ssh_session, ssh_channel, const char *command,
                                                 void *self) {
        auto *to = static_cast<Channel *>(self);
        if (to->requested)
            return 1;
        to->requested = true;
        to->command = command;
        to->startAt = Clock::now() + std::chrono::milliseconds(to->owner.m_switches.delayMs);
        return 0;
    };
    callbacks.channel_shell_request_function = [](ssh_session, ssh_channel, void *self) {
        auto *to = static_cast<Channel *>(self);
        if (to->requested)
            return 1;
        to->requested = true;
        to->startAt = Clock::now() + std::chrono::milliseconds(to->owner.m_switches.delayMs);
        return 0;
    };
    callbacks.channel_env_request_function = [](ssh_session, ssh_channel, const char *name,
                                                const char *value, void *self) {
        const std::string_view variable(name);
        if (variable != "LANG" && !variable.starts_with("LC_"))
            return 1; // as Debian's AcceptEnv
        static_cast<Channel *>(self)->environment.push_back(std::string(name) + '=' + value);
        return 0;
    };
    callbacks.channel_data_function = [](ssh_session, ssh_channel, void *data, std::uint32_t length,
                                         int isError, void *self) {
        auto *to = static_cast<Channel *>(self);
        if (!isError) {
            if (to->pendingInput.empty())
                to->inputAt =
                    Clock::now() + std::chrono::milliseconds(to->owner.m_switches.delayMs);
            to->pendingInput.append(static_cast<const char *>(data), length);
        }
        return static_cast<int>(length);
    };
    callbacks.channel_eof_function = [](ssh_session, ssh_channel, void *self) {
        static_cast<Channel *>(self)->inputEnded = true;
    };
    callbacks.channel_close_function = [](ssh_session, ssh_channel, void *self) {
        static_cast<Channel *>(self)->closedByClient = true;
    };
    ssh_callbacks_init(&callbacks) ssh_set_channel_callbacks(channel.channel, &callbacks);
}

int Connection::onReady(socket_t fd, int, void *self)
{
    // What is ready is found out by service(); only the wake-up descriptor has to be emptied.
    auto *connection = static_cast<Connection *>(self);
    std::uint64_t count = 0;
    if (fd == connection->m_wake) [[maybe_unused]]
        const ssize_t length = read(fd, &count, sizeof count);
    return 0;
}

bool Connection::handshake()
{
    const long timeout = HandshakeSeconds;
    ssh_options_set(m_session, SSH_OPTIONS_TIMEOUT, &timeout);
    setCallbacks();
    if (ssh_handle_key_exchange(m_session) != SSH_OK)
        return false;
    ssh_set_blocking(m_session, 0);
    m_event = ssh_event_new();
    return m_event && ssh_event_add_session(m_event, m_session) == SSH_OK
           && ssh_event_add_fd(m_event, m_wake, POLLIN, onReady, this) == SSH_OK;
}

void Connection::serve()
{
    if (handshake()) {
        while (!m_stopping && step()) {
        }
    }
    leave();
    m_over = true;
}

void Connection::waitWhileHanging() const
{
    while (m_switches.hanging && !m_stopping) {
        pollfd fd{m_wake, POLLIN, 0};
        poll(&fd, 1, IdlePollMs);
        std::uint64_t count = 0;
        [[maybe_unused]] const ssize_t length = read(m_wake, &count, sizeof count);
    }
}

int Connection::pollTimeout() const
{
    auto until = Clock::now() + std::chrono::milliseconds(IdlePollMs);
    for (const auto &channel : m_channels) {
        if (channel->requested && !channel->process.started())
            until = std::min(until, channel->startAt);
        else if (!channel->pendingInput.empty() && channel->inputAt > Clock::now())
            until = std::min(until, channel->inputAt);
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now());
    return static_cast<int>(std::max<std::int64_t>(0, left.count()));
}

bool Connection::step()
{
    waitWhileHanging();
    for (const auto &channel : m_channels)
        watch(*channel);
    if (ssh_event_dopoll(m_event, pollTimeout()) == SSH_ERROR)
        return false;
    if ((ssh_get_status(m_session) & (SSH_CLOSED | SSH_CLOSED_ERROR)) != 0)
        return false;
    for (const auto &channel : m_channels)
        service(*channel);
    std::erase_if(m_channels, [](const auto &channel) { return channel->done; });
    return true;
}

void Connection::setWatched(int fd, short events, short &watched)
{
    if (events == watched)
        return;
    if (watched != 0)
        ssh_event_remove_fd(m_event, fd);
    if (events != 0)
        ssh_event_add_fd(m_event, fd, events, onReady, this);
    watched = events;
}

/// Tells the event loop which of a channel's descriptors matter now. Output is not read while the
/// client's window is shut: that is the flow control.
void Connection::watch(Channel &channel)
{
    if (!channel.process.started())
        return;
    const bool open = ssh_channel_window_size(channel.channel) > 0;
    const bool feed = !channel.pendingInput.empty() && channel.inputAt <= Clock::now();
    if (channel.process.input >= 0)
        setWatched(channel.process.input, feed ? POLLOUT : 0, channel.watchedInput);
    if (channel.process.output >= 0)
        setWatched(channel.process.output, open ? POLLIN : 0, channel.watchedOutput);
    if (channel.process.error >= 0)
        setWatched(channel.process.error, open ? POLLIN : 0, channel.watchedError);
    if (channel.process.exitFd >= 0)
        setWatched(channel.process.exitFd, channel.exited ? 0 : POLLIN, channel.watchedExit);
}

void Connection::unwatchAll(Channel &channel)
{
    setWatched(channel.process.input, 0, channel.watchedInput);
    setWatched(channel.process.output, 0, channel.watchedOutput);
    setWatched(channel.process.error, 0, channel.watchedError);
    setWatched(channel.process.exitFd, 0, channel.watchedExit);
}

void Connection::service(Channel &channel)
{
    if (channel.requested && !channel.process.started() && Clock::now() >= channel.startAt)
        startProcess(channel);
    if (channel.process.started() && !channel.closedByClient) {
        feedInput(channel);
        passOutput(channel, true);
        passOutput(channel, false);
    }
    finish(channel);
}

void Connection::startProcess(Channel &channel)
{
    channel.process = startShell(m_root, channel.command, channel.environment, m_switches.diskFull);
    if (!channel.process.started())
        channel.closedByClient = true;
}

void Connection::feedInput(Channel &channel)
{
    int &fd = channel.process.input;
    if (channel.inputAt > Clock::now() && !channel.pendingInput.empty())
        return;
    while (fd >= 0 && !channel.pendingInput.empty()) {
        const ssize_t written = write(fd, channel.pendingInput.data(), channel.pendingInput.size());
        if (written < 0 && errno == EAGAIN)
            break;
        if (written < 0) { // the command closed its input
            setWatched(fd, 0, channel.watchedInput);
            closeFd(fd);
            break;
        }
        channel.pendingInput.erase(0, static_cast<std::size_t>(written));
    }
    if (fd < 0)
        channel.pendingInput.clear();
    if (channel.pendingInput.size() > MaxPendingInput)
        channel.closedByClient = true;
    if (fd >= 0 && channel.inputEnded && channel.pendingInput.empty()) {
        setWatched(fd, 0, channel.watchedInput);
        closeFd(fd);
    }
}

void Connection::passOutput(Channel &channel, bool error)
{
    int &fd = error ? channel.process.error : channel.process.output;
    short &watched = error ? channel.watchedError : channel.watchedOutput;
    char buffer[PortionSize];
    while (fd >= 0) {
        const std::size_t room =
            std::min<std::size_t>(ssh_channel_window_size(channel.channel), sizeof buffer);
        if (room == 0)
            return;
        const ssize_t count = read(fd, buffer, room);
        if (count < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        if (count <= 0) {
            setWatched(fd, 0, watched);
            closeFd(fd);
            return;
        }
        const auto length = static_cast<std::uint32_t>(count);
        const int sent = error ? ssh_channel_write_stderr(channel.channel, buffer, length)
                               : ssh_channel_write(channel.channel, buffer, length);
        if (sent == SSH_ERROR)
            return;
        if (room == sizeof buffer)
            return; // the other channels have their turn
    }
}

/// Reports the end of the command and closes the channel once there is no more to come.
void Connection::finish(Channel &channel)
{
    int status = 0;
    if (channel.process.started() && !channel.exited
        && waitpid(channel.process.pid, &status, WNOHANG) == channel.process.pid) {
        channel.exited = true;
        if (WIFSIGNALED(status))
            ssh_channel_request_send_exit_signal(channel.channel, signalName(WTERMSIG(status)),
                                                 WCOREDUMP(status) ? 1 : 0, "", "");
        else
            ssh_channel_request_send_exit_status(channel.channel, WEXITSTATUS(status));
    }
    const bool drained = channel.exited && channel.process.output < 0 && channel.process.error < 0;
    if (!drained && !channel.closedByClient)
        return;
    unwatchAll(channel);
    if (channel.process.started() && !channel.exited)
        m_orphans.push_back(channel.process.pid);
    closeFd(channel.process.input);
    closeFd(channel.process.output);
    closeFd(channel.process.error);
    closeFd(channel.process.exitFd);
    ssh_channel_send_eof(channel.channel);
    ssh_channel_close(channel.channel);
    release(channel);
    channel.done = true;
}

/// libssh keeps a freed channel until the client has closed its side, and would go on calling back.
void Connection::release(Channel &channel)
{
    ssh_remove_channel_callbacks(channel.channel, &channel.callbacks);
    ssh_channel_free(channel.channel);
}

/// Lets go of everything. The processes live on, as those of a real sshd do.
void Connection::leave()
{
    for (const auto &channel : m_channels) {
        if (channel->process.started() && !channel->exited)
            m_orphans.push_back(channel->process.pid);
        if (m_event)
            unwatchAll(*channel);
        closeFd(channel->process.input);
        closeFd(channel->process.output);
        closeFd(channel->process.error);
        closeFd(channel->process.exitFd);
        release(*channel);
    }
    m_channels.clear();
    if (m_event) {
        ssh_event_remove_fd(m_event, m_wake);
        ssh_event_remove_session(m_event, m_session);
        ssh_event_free(m_event);
    }
    ssh_silent_disconnect(m_session);
    ssh_free(m_session);
    m_session = nullptr;
    // The duplicate would keep the connection half alive for the client.
    shutdown(m_socket, SHUT_RDWR);
}

} // namespace colonnade::lab
