// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <string>
#include <sys/types.h>
#include <vector>

namespace colonnade::lab {

/// A child process with pipes to its streams. Started with posix_spawn(): after the vfork() of
/// QProcess, ThreadSanitizer no longer sees the locks of the thread that called it. Use from one
/// thread; killed with the object when it still runs.
class Program
{
public:
    /// @p environment empty: our own. @p folder empty: our own.
    Program(const QStringList &command, const std::vector<std::string> &environment = {},
            const QString &folder = {});
    ~Program();
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    void write(const QByteArray &bytes);
    void closeInput();
    /// Waits for the first (more) output; false after 20 seconds or at its end.
    bool waitForOutput();
    /// False: it still runs after @p milliseconds.
    bool waitForFinished(int milliseconds);
    void signal(int number);

    /// What it has printed so far.
    const QByteArray &output() const { return m_output; }
    const QByteArray &errors() const { return m_errors; }
    /// Of a program that has ended; 128 + N when signal N ended it, -1 when it runs.
    int status() const { return m_status; }

private:
    bool pump(int milliseconds);

    pid_t m_pid = -1;
    int m_exit = -1;
    int m_input = -1;
    int m_outputFd = -1;
    int m_errorFd = -1;
    QByteArray m_output;
    QByteArray m_errors;
    int m_status = -1;
};

} // namespace colonnade::lab
