// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace colonnade::base {

/// What kind of failure an Error is, so that callers and tests branch on it and never on the words.
enum class ErrorCode {
    InvalidInput,      ///< a name, a number or a file that a person gave is not usable
    NotFound,          ///< the named node, guest, profile or file does not exist
    Refused,           ///< a rule forbids it; nothing was changed
    Canceled,          ///< the stop token was set
    TimedOut,          ///< the deadline passed
    ConnectionFailed,  ///< no connection: refused, unreachable, name unknown, handshake failed
    ConnectionLost,    ///< there was a connection, and it ended in the middle
    HostKeyUnknown,    ///< no key of this host is known, and nobody accepted the one that it shows
    HostKeyChanged,    ///< the host shows another key than the one on file; never accepted
    HostKeyOtherType,  ///< keys of this host are on file, but of other types than the one it shows
    NoCommonAlgorithm, ///< the two sides have no algorithm of some kind in common
    AuthenticationFailed,
    RootDenied,     ///< the login worked, but sudo does not make it root
    OutputTooLarge, ///< a node printed more than the command was allowed to
    CommandFailed,  ///< the command ran and its exit status says no
    ParseFailed,    ///< output or a file that is not of the expected form
    IoFailed,       ///< a file of the workstation could not be read or written
    Unsupported,    ///< this node, toolstack or version cannot do it
};

/// A foreseen failure. It can be shown to a person as it stands.
struct Error
{
    ErrorCode code;
    QString message;     ///< one sentence: what failed, where, and why
    QString remedy = {}; ///< what to do now; empty where nothing sensible is known

    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace colonnade::base
