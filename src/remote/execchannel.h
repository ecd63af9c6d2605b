// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "remote/connection.h"

#include <libssh/callbacks.h>
#include <libssh/libssh.h>

#include <QByteArrayView>

#include <functional>
#include <optional>

namespace colonnade::remote {

/// One program on the other side. The I/O thread's.
class ExecChannel
{
public:
    enum class State {
        Opening,
        Requesting, ///< the terminal, the program
        Running,
        Ended,   ///< the program ended, or the server closed the channel
        Refused, ///< the server does not open it now; problem() says why
    };

    using DataSink = std::function<void(Stream, QByteArrayView)>;

    /// With Terminal::Yes the server gives the program one, and both streams come as Stream::Out.
    enum class Terminal { No, Yes };

    ExecChannel(ssh_session session, QByteArray program, DataSink sink,
                Terminal terminal = Terminal::No);
    virtual ~ExecChannel();
    ExecChannel(const ExecChannel &) = delete;
    ExecChannel &operator=(const ExecChannel &) = delete;

    /// Goes on as far as it can without waiting. True: something has changed.
    virtual bool advance();

    /// Adds to the program's standard input.
    virtual void write(const QByteArray &bytes) { m_input += bytes; }
    /// Ends the standard input after what was written.
    virtual void endInput() { m_endInput = true; }
    /// From now on what the program prints is dropped.
    void mute() { m_sink = nullptr; }

    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    /// 128 + N when signal N ended the program; empty: the server did not tell.
    virtual std::optional<int> exitStatus() const { return m_exitStatus; }
    /// Why the program was not started by whoever should have; it has Ended then.
    virtual std::optional<base::Error> denial() const { return {}; }
    /// The process group of the program, where somebody else is its leader; 0: not known.
    virtual qint64 processGroup() const { return 0; }
    /// Destroying a channel that is being opened would leave it open on the server.
    bool isBeingOpened() const { return m_state == State::Opening && m_opened; }

protected:
    /// Adds a secret and a line end; their bytes are wiped when they are sent.
    void writeSecretLine(const base::Secret &secret);
    bool isTerminalRefused() const { return m_terminalRefused; }
    /// Whatever the server says: it is over.
    void giveUp() { m_state = State::Ended; }

private:
    bool open();
    bool requestTerminal();
    bool request();
    bool pump();
    bool refuse();
    void installCallbacks();

    ssh_session m_session;
    ssh_channel m_channel;
    const QByteArray m_program;
    bool m_wantsTerminal;
    bool m_terminalRefused = false;
    DataSink m_sink;
    ssh_channel_callbacks_struct m_callbacks{};
    State m_state = State::Opening;
    bool m_opened = false; ///< the request to open has been sent
    QString m_problem;
    QByteArray m_input;
    bool m_endInput = false;
    bool m_inputEnded = false;
    bool m_eof = false;
    bool m_closed = false;
    std::optional<int> m_exitStatus;
};

/// The number that Linux gives a signal of RFC 4254 ("TERM", "KILL", ...); 0: unknown.
int signalNumber(QByteArrayView name);

} // namespace colonnade::remote
