// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/forwardchannel.h"

#include "remote/loginsteps.h"
#include "remote/words.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>

namespace colonnade::remote {

namespace {

/// What goes one way before the other channels have their turn.
constexpr qsizetype TurnSize = 256 * 1024;
constexpr qsizetype ReadSize = 64 * 1024;
/// libssh's window is 1.25 MiB, but it takes what is beyond it, too. Who sends that means no good.
constexpr qsizetype MostAvailable = 4 * 1024 * 1024;

} // namespace

ForwardChannel::ForwardChannel(ssh_session session, ssh_event event,
                               std::shared_ptr<Forward> forward)
    : m_session(session),
      m_event(event),
      m_channel(ssh_channel_new(session)),
      m_forward(std::move(forward))
{
    if (m_channel)
        installCallbacks();
}

ForwardChannel::~ForwardChannel()
{
    end();
}

void ForwardChannel::installCallbacks()
{
    // They only note what came: libssh must not be called from within them.
    m_callbacks.userdata = this;
    m_callbacks.channel_data_function = [](ssh_session, ssh_channel, void *, uint32_t size,
                                           int isError, void *self) {
        auto *const channel = static_cast<ForwardChannel *>(self);
        if (isError)
            channel->m_broken = true; // there is no such stream in a TCP connection
        else
            channel->m_available = static_cast<qsizetype>(size); // all that libssh has by now
        return 0;
    };
    m_callbacks.channel_eof_function = [](ssh_session, ssh_channel, void *self) {
        static_cast<ForwardChannel *>(self)->m_channelEof = true;
    };
    m_callbacks.channel_close_function = [](ssh_session, ssh_channel, void *self) {
        static_cast<ForwardChannel *>(self)->m_channelClosed = true;
    };
    ssh_callbacks_init(&m_callbacks);
    ssh_set_channel_callbacks(m_channel, &m_callbacks);
}

bool ForwardChannel::advance()
{
    if (m_state == State::Opening)
        return open();
    return m_state == State::Open && pump();
}

bool ForwardChannel::open()
{
    const int answer = m_channel
                           ? ssh_channel_open_forward(m_channel, m_forward->host().constData(),
                                                      m_forward->port(), "127.0.0.1", 0)
                           : SSH_ERROR;
    if (answer == SSH_AGAIN)
        return false;
    if (answer != SSH_OK) {
        m_problem = sessionError(m_session);
        m_state = State::Denied;
        return true;
    }
    m_state = State::Open;
    if (m_forward->isAbandoned() || !makeSockets())
        end();
    else
        pump();
    return true;
}

bool ForwardChannel::makeSockets()
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends) != 0) {
        m_forward->answer(base::failure(base::ErrorCode::ConnectionFailed,
                                        QString::fromLocal8Bit(std::strerror(errno))));
        return false;
    }
    m_socket = Descriptor(ends[0]);
    m_forward->answer(Descriptor(ends[1]));
    return true;
}

bool ForwardChannel::pump()
{
    bool changed = pumpDown();
    changed |= pumpUp();
    if (isOver()) {
        end();
        return true;
    }
    watch();
    return changed;
}

/// From the channel to the socket.
bool ForwardChannel::pumpDown()
{
    qsizetype sent = 0;
    while (sent < TurnSize && !m_broken && (!m_down.isEmpty() || takeFromChannel())) {
        const ssize_t size = ::send(m_socket.get(), m_down.constData() + m_downSent,
                                    static_cast<size_t>(m_down.size() - m_downSent), MSG_NOSIGNAL);
        if (size < 0) {
            m_broken = errno != EAGAIN && errno != EINTR;
            break;
        }
        sent += size;
        m_downSent += size;
        if (m_downSent == m_down.size()) {
            m_down = {};
            m_downSent = 0;
        }
    }
    if ((m_channelEof || m_channelClosed) && m_available == 0 && m_down.isEmpty() && !m_shutDown) {
        ::shutdown(m_socket.get(), SHUT_WR);
        m_shutDown = true;
    }
    return sent > 0;
}

/// Takes all that libssh has, or nothing: with every read it opens the window anew, whatever it
/// still holds, so a slow reader who took little at a time would make it hold more and more.
bool ForwardChannel::takeFromChannel()
{
    if (m_available > MostAvailable)
        m_broken = true;
    if (m_available == 0 || m_broken)
        return false;
    m_down.resize(m_available);
    const int size = ssh_channel_read_nonblocking(m_channel, m_down.data(),
                                                  static_cast<uint32_t>(m_down.size()), 0);
    m_available -= std::max(size, 0);
    m_down.resize(std::max(size, 0));
    m_broken = size <= 0;
    return size > 0;
}

/// From the socket to the channel.
bool ForwardChannel::pumpUp()
{
    qsizetype sent = 0;
    while (sent < TurnSize && !m_broken && !isUpBlocked()
           && (!m_up.isEmpty() || takeFromSocket())) {
        const int size =
            ssh_channel_write(m_channel, m_up.constData(), static_cast<uint32_t>(m_up.size()));
        m_broken = size < 0;
        if (size <= 0)
            break;
        m_up.remove(0, size);
        sent += size;
    }
    if (m_socketEof && m_up.isEmpty() && !m_eofSent && !m_channelClosed) {
        ssh_channel_send_eof(m_channel);
        m_eofSent = true;
        return true;
    }
    return sent > 0;
}

bool ForwardChannel::takeFromSocket()
{
    if (m_socketEof)
        return false;
    m_up.resize(std::min<qsizetype>(ReadSize, ssh_channel_window_size(m_channel)));
    const ssize_t size = ::recv(m_socket.get(), m_up.data(), static_cast<size_t>(m_up.size()), 0);
    m_socketEof = size == 0;
    m_broken = size < 0 && errno != EAGAIN && errno != EINTR;
    m_up.resize(std::max<ssize_t>(size, 0));
    return size > 0;
}

/// The other host or the network does not take more now.
bool ForwardChannel::isUpBlocked() const
{
    return m_channelClosed || ssh_channel_window_size(m_channel) == 0
           || (ssh_get_poll_flags(m_session) & SSH_WRITE_PENDING);
}

bool ForwardChannel::isOver() const
{
    const bool isDownDone = m_available == 0 && m_down.isEmpty();
    return m_broken || (m_channelClosed && isDownDone)
           || (m_channelEof && m_eofSent && isDownDone)
           // Nobody is there any more, so what may still go up is only a farewell.
           || (m_hangUp && (m_eofSent || ssh_channel_window_size(m_channel) == 0));
}

void ForwardChannel::watch()
{
    if (m_hangUp) { // which poll() would tell for ever
        unwatch();
        return;
    }
    const bool reads = !m_socketEof && m_up.isEmpty() && !isUpBlocked();
    const int events = (reads ? POLLIN : 0) | (m_down.isEmpty() ? 0 : POLLOUT);
    if (events == m_watched)
        return;
    unwatch();
    m_watched = events;
    // With no event at all it tells of a hang-up only.
    ssh_event_add_fd(
        m_event, m_socket.get(), static_cast<short>(events),
        [](socket_t, int happened, void *self) {
            if (happened & (POLLHUP | POLLERR))
                static_cast<ForwardChannel *>(self)->m_hangUp = true;
            return 0;
        },
        this);
}

void ForwardChannel::unwatch()
{
    if (m_watched >= 0)
        ssh_event_remove_fd(m_event, m_socket.get());
    m_watched = -1;
}

void ForwardChannel::end()
{
    unwatch();
    m_socket = Descriptor();
    if (m_channel) {
        // libssh keeps the channel until the server has closed it, and must not call us by then.
        ssh_remove_channel_callbacks(m_channel, &m_callbacks);
        ssh_channel_free(m_channel);
    }
    m_channel = nullptr;
    m_state = State::Ended;
}

} // namespace colonnade::remote
