// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <stop_token>

namespace colonnade::remote {

/// Permission to log in to a host. There are few at a time for one host, whatever its ports, in the
/// whole process: sshd drops connections at random when more than ten (MaxStartups) have not logged
/// in yet. A host that drops some nevertheless gets fewer, down to one, until many logins in a row
/// have gone well. Hosts do not wait for each other.
class ConnectTicket
{
public:
    /// Waits for a place. When @p stop is set first, there is none, and the caller sees that
    /// itself.
    ConnectTicket(const QString &host, const std::stop_token &stop);
    ~ConnectTicket() { giveBack(); }
    ConnectTicket(const ConnectTicket &) = delete;
    ConnectTicket &operator=(const ConnectTicket &) = delete;

    /// Lets others go ahead, as while a person is asked.
    void giveBack();
    /// Waits for a place as the constructor does, after giveBack().
    void takeAgain(const std::stop_token &stop);

    /// The host has dropped this login: half the places.
    void narrow();
    /// It has gone well.
    void widen();

private:
    QString m_host;
    bool m_held = false;
};

/// A turn to log in, of which the process has twice as many as it has processors: sixty key
/// exchanges at the same moment would take them all from the window. It is for whoever has
/// something to do; one that waits for its host gives it back, so no host that is slow or dead
/// holds others up.
class LoginTurn
{
public:
    LoginTurn() = default;
    ~LoginTurn() { giveBack(); }
    LoginTurn(const LoginTurn &) = delete;
    LoginTurn &operator=(const LoginTurn &) = delete;

    /// Waits for it. When @p stop is set first, it is not held, and the caller sees that itself.
    void take(const std::stop_token &stop);
    void giveBack();
    bool isHeld() const { return m_held; }

private:
    bool m_held = false;
};

} // namespace colonnade::remote
