// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/forwardchannel.h"

#include <deque>
#include <vector>

namespace colonnade::remote {

/// All connections through one session. The I/O thread's. They are not counted with the commands:
/// sshd's MaxSessions does not count them either.
class Forwards
{
public:
    /// @p jump is the name of the session's host in messages.
    Forwards(ssh_session session, ssh_event event, QString jump)
        : m_session(session), m_event(event), m_jump(std::move(jump))
    {
    }

    void admit(std::shared_ptr<Forward> forward);

    /// Goes on as far as it can without waiting. True: something has changed.
    bool advance();

    /// Ends the connections because of @p error, and gives back those that have not been made.
    std::vector<std::shared_ptr<Forward>> fail(const base::Error &error);

private:
    using Channels = std::vector<std::unique_ptr<ForwardChannel>>;

    bool advanceOpening();
    void judgeDenied(Channels denied);
    void openNextAlone();
    void open(std::shared_ptr<Forward> forward);

    ssh_session m_session;
    ssh_event m_event;
    const QString m_jump;
    Channels m_opening;
    Channels m_open;
    /// To be asked for again, one after another, since libssh mixed up why they were denied.
    std::deque<std::shared_ptr<Forward>> m_again;
    std::shared_ptr<Forward> m_alone; ///< of these the one that is being asked for
};

/// Why the session's host does not connect us, as words that go after a colon, and what to do.
/// @p problem is libssh's "Channel opening failure: channel N error (CODE) TEXT"; the codes are
/// those of RFC 4254 5.1.
base::Error forwardDenied(const QString &jump, const Forward &forward, const QString &problem);

} // namespace colonnade::remote
