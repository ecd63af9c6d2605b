// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/sshd.h"

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace colonnade::ctl {

struct Ran
{
    QByteArray out;
    QByteArray err;
    int status = -1; ///< -1: it did not end by itself
};

/// A colonnadectl that runs.
class Running
{
public:
    pid_t pid() const { return m_process.pid(); }
    void kill() { m_process.kill(); } ///< with SIGKILL, and waits for its end
    QByteArray errors() const;        ///< what is on standard error so far
    Ran finish();

private:
    friend class Program;

    QTemporaryDir m_files;
    test::ChildProcess m_process;
};

/// Runs colonnadectl, with folders of its own for profiles and journal and without an SSH agent.
class Program
{
public:
    /// @p input: the file that is its standard input; none: it is empty.
    Ran run(const QStringList &arguments, const QString &input = {}) const;

    /// Begins it and returns.
    std::unique_ptr<Running> start(const QStringList &arguments, const QString &input = {}) const;

    /// The same within another program: @p wrapper, which ends with its arguments.
    Ran runWithin(const QStringList &wrapper, const QStringList &arguments) const;

    /// Runs it on a terminal of its own. Each time @p prompt is seen there, the next of @p answers
    /// is typed. Everything that the terminal showed is in out.
    Ran runOnTerminal(const QStringList &arguments, const QByteArray &prompt,
                      QList<QByteArray> answers) const;

    QString home() const { return m_home.path(); }

private:
    std::unique_ptr<Running> startWords(const QStringList &words, const QString &input) const;
    /// As arguments of env(1), the program last.
    QStringList commandLine(const QStringList &arguments) const;

    QTemporaryDir m_home;
};

/// Looks again and again until @p condition holds; false after twenty seconds.
bool eventually(const std::function<bool()> &condition);

} // namespace colonnade::ctl
