// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/loginsteps.h"

namespace colonnade::remote {

class NegotiationWatch;

/// The SSH handshake over a TCP connection that stands: the versions, the algorithms, the keys of
/// the session. Tells a server that has enough of us from one that is none.
class Handshake
{
public:
    /// How the server ended it before it began.
    enum class Drop {
        None,
        Silent, ///< it closed the connection without a word
        Said,   ///< it said that too many log in at once
    };

    /// @p fd is the session's, read along.
    base::Result<void> run(const LoginContext &login, int fd);

    /// After a failure.
    Drop drop() const { return m_drop; }

private:
    void readAlong(int fd);
    base::Error why(const LoginContext &login);
    base::Error noServer(const QString &reason);
    void report(const LoginContext &login, const NegotiationWatch &watch) const;

    QByteArray m_firstLine; ///< as far as it has come; ends with a newline when whole
    bool m_flooded = false;
    Drop m_drop = Drop::None;
};

} // namespace colonnade::remote
