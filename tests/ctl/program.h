// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
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

/// Runs colonnadectl, with folders of its own for profiles and journal and without an SSH agent.
class Program
{
public:
    Ran run(const QStringList &arguments) const;

    /// Begins it and returns; its standard input is empty.
    std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    static Ran finish(QProcess &process);

    /// Runs it on a terminal of its own. Each time @p prompt is seen there, the next of @p answers
    /// is typed. Everything that the terminal showed is in out.
    Ran runOnTerminal(const QStringList &arguments, const QByteArray &prompt,
                      QList<QByteArray> answers) const;

    QString home() const { return m_home.path(); }

private:
    QProcessEnvironment environment() const;

    QTemporaryDir m_home;
};

/// Looks again and again until @p condition holds; false after twenty seconds.
bool eventually(const std::function<bool()> &condition);

} // namespace colonnade::ctl
