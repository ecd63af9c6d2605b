// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

namespace colonnade::remote {

/// What is run on a node. The script is POSIX sh; every foreign word in it went through
/// base::shellQuoted(). The start-up line (scriptPreamble()) is put before it by the connection.
struct Command
{
    QString title; ///< what the activity log calls it; empty: the script itself
    QByteArray script;
    QByteArray input = {}; ///< standard input; its end is signalled after it
    std::chrono::milliseconds deadline = std::chrono::seconds(30);
    qint64 outputLimit =
        8 * 1024 * 1024;    ///< bytes of both streams together; more is OutputTooLarge
    bool quiet = false;     ///< a periodic reading: recorded in the log as such
    bool readsOnly = false; ///< changes nothing on the node, so a read-only connection runs it
};

struct Output
{
    QByteArray out;
    QByteArray err;
    int exitStatus = 0; ///< 128 + N when signal N ended it

    friend bool operator==(const Output &, const Output &) = default;
};

enum class Stream { Out, Err };

/// Gets each line as it comes, without its line end; a line of more than 64 KiB comes in pieces.
/// Called on the thread that called run().
using LineSink = std::function<void(Stream, const QByteArray &line)>;

enum class Phase {
    Idle, ///< not asked to connect yet
    Connecting,
    WaitingForUser, ///< a host key or a secret is being asked for
    Connected,
    Waiting, ///< lost or failed; tries again at nextAttempt
    Refused, ///< will not try by itself: host key, authentication
    Closed,
};

/// The parts of making a connection, in their order.
enum class Stage {
    Resolve,        ///< the host's name
    Connect,        ///< TCP, or the channel of a jump host
    KeyExchange,    ///< both sides agree on algorithms
    HostKey,        ///< the host is the one that it was
    Authentication, ///< we are who we say
    Root,           ///< sudo, where the profile wants it
};

/// A stage that is over or going on.
struct StageReport
{
    Stage stage = Stage::Resolve;
    QString detail; ///< what came out of it, for a person: an address, algorithms, a fingerprint

    friend bool operator==(const StageReport &, const StageReport &) = default;
};

struct Status
{
    Phase phase = Phase::Idle;
    std::optional<base::Error>
        error;             ///< of Waiting, of Refused, and of the attempts in a row of failures
    QDateTime since;       ///< UTC, when this phase or this row of failures began
    QDateTime nextAttempt; ///< UTC, of Waiting
    /// Of the attempt that goes on or was the last one, as far as it came: with Waiting and Refused
    /// the last of them is the one that failed. Stages that the settings do not need are left out.
    /// Empty when a connection that stood was lost or closed.
    QList<StageReport> stages = {};
    bool legacy = false; ///< an algorithm is in use that only ConnectionSettings::legacyAlgorithms
                         ///< allows

    friend bool operator==(const Status &, const Status &) = default;
};

/// One entry of the activity log. Never holds input, which may be a secret.
struct ActivityRecord
{
    qint64 id = 0;       ///< of the process; the end of a command has the id of its start
    QDateTime startedAt; ///< UTC
    QString node;
    QString title;
    QByteArray script;
    bool quiet = false;
    bool finished = false;
    std::chrono::milliseconds duration{0};
    std::optional<int> exitStatus;
    QString problem;       ///< of a command that did not end by itself
    QByteArray outputHead; ///< the first 4 KiB of what it printed, standard error last
};

/// Called on any thread; must not block.
using ActivitySink = std::function<void(const ActivityRecord &)>;

/// The start of every script: LC_ALL=C, a PATH with the sbin folders (those of $COLONNADE_ROOT
/// first, where a simulated node sets it), umask 077. Nothing from a login file is relied on.
QByteArray scriptPreamble();

/// A way to run commands on one node. Any thread may call; calls block their caller only.
class Connection
{
public:
    virtual ~Connection() = default;

    /// The node's name in messages and logs.
    virtual QString node() const = 0;

    /// Runs @p command on a channel of its own: for whatever changes the node, which is Refused
    /// where the profile says read-only, unless the command says readsOnly. When the deadline
    /// passes or @p stop is set, the answer is TimedOut or Canceled and the remote process may live
    /// on. ConnectionLost: whether it was carried out is not known.
    virtual base::Result<Output> run(const Command &command, std::stop_token stop = {}) = 0;

    /// As above, with the lines as they come; Output holds them too.
    virtual base::Result<Output> run(const Command &command, const LineSink &lines,
                                     std::stop_token stop = {}) = 0;

    /// Runs a script that only reads, in the resident shell: one round trip, no new process of
    /// sshd. One script at a time; a script that outlives its deadline costs the shell, not the
    /// session.
    virtual base::Result<Output> query(const Command &command, std::stop_token stop = {}) = 0;

    virtual Status status() const = 0;

    /// Tries at once, also from Refused and Waiting. Does not wait for the result.
    virtual void connectNow() = 0;

    /// Ends the session and stays away until connectNow(). Does not wait for the end.
    virtual void close() = 0;
};

} // namespace colonnade::remote
