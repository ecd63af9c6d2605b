// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/connectionthread.h"

namespace colonnade::remote {

/// What makes two settings mean the same session: where, as whom, how it is proved, and through
/// what. Names and times are not part of it.
QByteArray identityOf(const ConnectionSettings &settings);

/// Others may reach their hosts through the session of this node, as long as it has one.
void offerSession(const std::shared_ptr<ConnectionThread> &node);

/// The use of a session to a jump host. All that mean the same host in the same way use one: that
/// of the node, where it is one that is connected, or else one that is made for them. The latter is
/// kept for ConnectionSettings::jumpLinger after its last use, and given up at once when it is not
/// there yet. Any thread.
class JumpLease
{
public:
    /// @p interaction is asked when nobody has made the session yet.
    JumpLease(const ConnectionSettings &jump, const std::shared_ptr<Interaction> &interaction);
    ~JumpLease();
    JumpLease(const JumpLease &) = delete;
    JumpLease &operator=(const JumpLease &) = delete;

    ConnectionThread &session() const { return *m_session; }

private:
    std::shared_ptr<ConnectionThread> m_session;
};

} // namespace colonnade::remote
