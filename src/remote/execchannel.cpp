// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/execchannel.h"

#include "remote/loginsteps.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace colonnade::remote {

namespace {

/// What is handed to libssh at once.
constexpr qsizetype WriteSize = 64 * 1024;

} // namespace

ExecChannel::ExecChannel(ssh_session session, QByteArray program, DataSink sink, Terminal terminal)
    : m_session(session),
      m_channel(ssh_channel_new(session)),
      m_program(std::move(program)),
      m_wantsTerminal(terminal == Terminal::Yes),
      m_sink(std::move(sink))
{
    if (m_channel)
        installCallbacks();
}

ExecChannel::~ExecChannel()
{
    if (!m_channel)
        return;
    // libssh keeps the channel until the server has closed it, and must not call us by then.
    ssh_remove_channel_callbacks(m_channel, &m_callbacks);
    ssh_channel_free(m_channel);
}

void ExecChannel::installCallbacks()
{
    // They only note what came: libssh must not be called from within them.
    m_callbacks.userdata = this;
    m_callbacks.channel_data_function = [](ssh_session, ssh_channel, void *data, uint32_t size,
                                           int isError, void *self) {
        if (const DataSink &sink = static_cast<ExecChannel *>(self)->m_sink)
            sink(isError ? Stream::Err : Stream::Out,
                 QByteArrayView(static_cast<const char *>(data), static_cast<qsizetype>(size)));
        return static_cast<int>(size);
    };
    m_callbacks.channel_eof_function = [](ssh_session, ssh_channel, void *self) {
        static_cast<ExecChannel *>(self)->m_eof = true;
    };
    m_callbacks.channel_close_function = [](ssh_session, ssh_channel, void *self) {
        static_cast<ExecChannel *>(self)->m_closed = true;
    };
    m_callbacks.channel_exit_status_function = [](ssh_session, ssh_channel, int status,
                                                  void *self) {
        static_cast<ExecChannel *>(self)->m_exitStatus = status;
    };
    m_callbacks.channel_exit_signal_function = [](ssh_session, ssh_channel, const char *signal, int,
                                                  const char *, const char *, void *self) {
        static_cast<ExecChannel *>(self)->m_exitStatus = 128 + signalNumber(signal);
    };
    ssh_callbacks_init(&m_callbacks);
    ssh_set_channel_callbacks(m_channel, &m_callbacks);
}

bool ExecChannel::advance()
{
    switch (m_state) {
    case State::Opening:
        return open();
    case State::Requesting:
        return request();
    case State::Running:
        return pump();
    case State::Ended:
    case State::Refused:
        break;
    }
    return false;
}

bool ExecChannel::open()
{
    if (!m_channel)
        return refuse();
    m_opened = true;
    const int answer = ssh_channel_open_session(m_channel);
    if (answer == SSH_AGAIN)
        return false;
    if (answer != SSH_OK)
        return refuse();
    m_state = State::Requesting;
    request();
    return true;
}

/// False: not yet, or not at all.
bool ExecChannel::requestTerminal()
{
    const int answer = ssh_channel_request_pty_size(m_channel, "dumb", 80, 24);
    if (answer == SSH_OK)
        m_wantsTerminal = false;
    else if (answer != SSH_AGAIN || m_closed)
        m_terminalRefused = refuse();
    return answer == SSH_OK;
}

bool ExecChannel::request()
{
    if (m_wantsTerminal && !requestTerminal())
        return m_state == State::Refused;
    const int answer = ssh_channel_request_exec(m_channel, m_program.constData());
    if (answer == SSH_AGAIN && !m_closed)
        return false;
    if (answer != SSH_OK)
        return refuse();
    m_state = State::Running;
    pump();
    return true;
}

bool ExecChannel::refuse()
{
    m_problem = sessionError(m_session);
    m_state = State::Refused;
    return true;
}

void ExecChannel::writeSecretLine(const base::Secret &secret)
{
    m_input.reserve(m_input.size() + secret.size() + 1); // growing would leave a copy behind
    m_input.append(secret.reveal(), secret.size());
    m_input.append('\n');
}

bool ExecChannel::pump()
{
    bool changed = false;
    while (!m_input.isEmpty() && !m_closed) {
        const int written =
            ssh_channel_write(m_channel, m_input.constData(),
                              static_cast<uint32_t>(std::min(m_input.size(), WriteSize)));
        if (written <= 0)
            break;
        ::explicit_bzero(m_input.data(), static_cast<std::size_t>(written)); // may be a password
        m_input.remove(0, written);
        changed = true;
    }
    if (m_endInput && m_input.isEmpty() && !m_inputEnded && !m_closed) {
        ssh_channel_send_eof(m_channel);
        m_inputEnded = true;
    }
    if (m_closed || (m_eof && m_exitStatus)) {
        m_state = State::Ended;
        changed = true;
    }
    return changed;
}

int signalNumber(QByteArrayView name)
{
    struct Signal
    {
        const char *name;
        int number;
    };
    // Linux's numbers, since the shell over there counts with those.
    static constexpr Signal Signals[] = {{"HUP", 1},   {"INT", 2},   {"QUIT", 3},  {"ILL", 4},
                                         {"ABRT", 6},  {"FPE", 8},   {"KILL", 9},  {"USR1", 10},
                                         {"SEGV", 11}, {"USR2", 12}, {"PIPE", 13}, {"ALRM", 14},
                                         {"TERM", 15}};
    for (const Signal &signal : Signals) {
        if (name == QByteArrayView(signal.name))
            return signal.number;
    }
    return 0;
}

} // namespace colonnade::remote
