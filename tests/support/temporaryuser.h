// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace colonnade::test {

/// A user of this machine with a password, for as long as the object lives. Needs root.
class TemporaryUser
{
public:
    TemporaryUser();
    ~TemporaryUser();
    TemporaryUser(const TemporaryUser &) = delete;
    TemporaryUser &operator=(const TemporaryUser &) = delete;

    /// Makes the user, whose home is said to be @p home. False: problem() says why.
    bool create(const QString &home);
    bool setPassword(const QByteArray &password);

    QString name() const { return m_name; }
    /// The one that create() sets.
    static QByteArray password() { return "right horse"; }
    QByteArray problem() const { return m_problem; }

private:
    bool change(const QString &program, const QStringList &arguments, const QByteArray &input = {});

    const QString m_name;
    QByteArray m_problem;
    bool m_created = false;
};

} // namespace colonnade::test
