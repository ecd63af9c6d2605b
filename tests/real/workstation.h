// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "real/description.h"

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <chrono>
#include <memory>

namespace colonnade::real {

struct Ran
{
    int status = -1; ///< exit status; -1: killed, or it did not end in time
    QByteArray out;
    QByteArray err;
};

/// A plan of the journal.
struct Job
{
    QString id;
    QString outcome; ///< empty: not ended
};

/// Runs @p program to its end, or kills it after @p deadline.
Ran runProgram(const QString &program, const QStringList &arguments,
               std::chrono::seconds deadline = std::chrono::seconds(60));

/// Runs @p script as a shell of this machine does.
Ran runHere(const QString &script, std::chrono::seconds deadline = std::chrono::seconds(60));

/// The command line of OpenSSH's own client for @p node: the judge that shares no code with us.
QStringList sshArguments(const Node &node, const QString &command);

/// Runs @p command on @p node through it.
Ran ssh(const Node &node, const QString &command,
        std::chrono::seconds deadline = std::chrono::seconds(60));

/// A person's machine: empty folders for profiles, journal and known hosts, and our programs.
class Workstation
{
public:
    /// Where a node is reached when not at its own address.
    struct Detour
    {
        QString node;
        quint16 port;
    };

    /// Adds a profile for each of @p nodes, in a cluster called "real".
    explicit Workstation(const QList<Node> &nodes, const QList<Detour> &detours = {});

    Ran colonnadectl(const QStringList &arguments,
                     std::chrono::seconds deadline = std::chrono::seconds(60)) const;

    /// Starts one of our programs and returns at once. Killed when the answer goes.
    std::unique_ptr<QProcess> start(const QString &program, const QStringList &arguments) const;

    /// What the journal has, newest first.
    QList<Job> jobs() const;
    /// The outcomes of those; empty for what has not ended.
    QStringList outcomes() const;

    /// The environment in which our programs find these folders.
    QProcessEnvironment environment() const;

    /// Why it could not be set up; empty when all is well.
    const QByteArray &problem() const { return m_problem; }

private:
    QTemporaryDir m_home;
    QByteArray m_problem;
};

} // namespace colonnade::real
