// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/connection.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <stop_token>

namespace colonnade::operations {

/// What became of asking a node to start a job.
struct JobStart
{
    enum class Answer {
        Started,
        Exists, ///< a job of this id is there already; nothing was started now
        Busy,   ///< another job works on the same guest; nothing was started
    };
    Answer answer = Answer::Started;
    QString otherId; ///< of Busy

    friend bool operator==(const JobStart &, const JobStart &) = default;
};

/// What a node shows of a job.
struct JobLook
{
    bool exists = false;           ///< its folder is there
    bool begun = false;            ///< its command was started, or may be at any moment
    bool forbidden = false;        ///< forbid() came first, or another job of the guest, which news
                                   ///< names then: it never began and never will
    bool alive = false;            ///< it has not ended, and a process of it lives
    bool rebooted = false;         ///< the node was started anew since
    std::optional<int> exitStatus; ///< 128 + N when signal N ended it; absent: no end was recorded
    qint64 outputSize = 0;         ///< bytes printed so far
    qint64 newsOffset = 0;         ///< where news begins
    QByteArray news;               ///< what was printed from there on, at most NewsLimit

    static constexpr qint64 NewsLimit = 64 * 1024;
};

/// A command that runs on a node by itself, whatever becomes of our connection and of us: in a
/// session of its own, its output and exit status in the folder /var/lib/colonnade/jobs/ID there.
/// At most one process is ever started for an id, however often and by how many it is asked for;
/// and of those of one guest, whoever starts them, at most one runs.
///
/// The scripts need a POSIX shell, /proc, and of other programs cat, mkdir, mv, rm, rmdir, head,
/// tail, wc; setsid or nohup.
class RemoteJob
{
public:
    /// @p id: [a-z0-9-]+. The connection must outlive this object.
    RemoteJob(remote::Connection &connection, const QString &id);

    /// Starts @p command (shell text), which does something with @p guest. After an error the job
    /// may run or not; forbid() settles it.
    base::Result<JobStart> start(const QString &guest, const QByteArray &command,
                                 std::stop_token stop = {});

    /// Reads its state, and its output from byte @p offset on (or the last 64 KiB of it).
    base::Result<JobLook> look(qint64 offset, std::stop_token stop = {});

    /// Sees to it that a job which has not begun never will, not even by a request that is still on
    /// its way. True: it never began. False: it did.
    base::Result<bool> forbid(std::stop_token stop = {});

    /// Removes what start() made, nothing else.
    base::Result<void> remove(std::stop_token stop = {});

private:
    QByteArray script(const QByteArray &body) const;

    remote::Connection &m_connection;
    QByteArray m_id;
};

/// Reads the answer of look()'s script.
base::Result<JobLook> parseJobLook(const QByteArray &answer);

} // namespace colonnade::operations
