// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakeconnection.h"

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace colonnade::test {

/// A folder as the root of a node. Scripts sent to its connection are really carried out, by a
/// shell of this machine, with the node's own bin folder first in PATH.
class TestNode
{
public:
    /// @p shell: a program and its first arguments, as {"busybox", "sh"}.
    TestNode(QString name, QString root, QStringList shell = {QStringLiteral("/bin/sh")});

    const QString &name() const { return m_name; }
    FakeConnection &connection() { return m_connection; }

    QString path(const QString &inside) const { return m_root + u'/' + inside; }
    void write(const QString &inside, const QByteArray &bytes, bool executable = false);
    QByteArray read(const QString &inside) const;
    bool exists(const QString &inside) const;

    /// The folder of the job @p id, below the root.
    static QString jobPath(const QString &id);
    /// The process of the job's shell; 0 where none is on record.
    qint64 jobPid(const QString &id) const;
    /// Ends, with their process groups, all jobs that were started here.
    void killJobs() const;

    /// What a new boot looks like to those who ask.
    void setBootId(const QByteArray &id);

    /// What the connection's handler does: for tests that put another one before it.
    base::Result<remote::Output> carryOut(const Call &call) const;

private:
    QString m_name;
    QString m_root;
    QStringList m_shell;
    FakeConnection m_connection;
};

/// Looks again and again until @p condition holds; false after twenty seconds.
bool waitUntil(const std::function<bool()> &condition);

} // namespace colonnade::test
