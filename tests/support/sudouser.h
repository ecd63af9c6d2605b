// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sshd.h"
#include "support/temporaryuser.h"

namespace colonnade::test {

/// A TemporaryUser and what sudoers says about it, in a file of its own in /etc/sudoers.d that goes
/// with the object, and with the process whatever becomes of that. Needs root.
class SudoUser
{
public:
    SudoUser() = default;
    ~SudoUser();
    SudoUser(const SudoUser &) = delete;
    SudoUser &operator=(const SudoUser &) = delete;

    /// Why a test cannot have one here; empty: it can.
    static QString unavailable();

    /// Makes the user, who logs in to @p server with its clientKey(). False: problem() says why.
    bool create(const Sshd &server);
    /// What sudoers says from now on; USER stands for the name.
    bool allow(QByteArray sudoers);
    /// Lets the user log in to another server.
    bool admitTo(const Sshd &server) const;

    QString name() const { return m_user.name(); }
    static QByteArray password() { return TemporaryUser::password(); }
    bool setPassword(const QByteArray &password) { return m_user.setPassword(password); }
    QByteArray problem() const { return m_problem; }

private:
    QString file() const;
    void watch();

    TemporaryUser m_user;
    QByteArray m_problem;
    int m_guard = -1; ///< open while the file is to stay
};

} // namespace colonnade::test
