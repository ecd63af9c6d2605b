// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/temporaryuser.h"

#include "support/sshd.h"

#include <unistd.h>

namespace colonnade::test {

namespace {

/// The password files are locked while another test changes them.
constexpr int MostAttempts = 50;

QString nextName()
{
    static int count = 0;
    return QStringLiteral("colonnade%1%2").arg(::getpid()).arg(QChar('a' + count++ % 26));
}

} // namespace

TemporaryUser::TemporaryUser() : m_name(nextName()) {}

TemporaryUser::~TemporaryUser()
{
    if (!m_created)
        return;
    // sudo 1.9.13 may spin for ever when its terminal goes while there is input for it.
    runProgram(QStringLiteral("pkill"), {QStringLiteral("-KILL"), QStringLiteral("-U"), m_name});
    change(QStringLiteral("/usr/sbin/userdel"), {QStringLiteral("-f"), m_name}); // logged in or not
}

bool TemporaryUser::create(const QString &home)
{
    m_created = change(QStringLiteral("/usr/sbin/useradd"),
                       {QStringLiteral("-M"), QStringLiteral("-d"), home, QStringLiteral("-s"),
                        QStringLiteral("/bin/sh"), m_name});
    return m_created && setPassword(password());
}

bool TemporaryUser::setPassword(const QByteArray &password)
{
    return change(QStringLiteral("/usr/sbin/chpasswd"), {},
                  m_name.toLocal8Bit() + ':' + password + '\n');
}

bool TemporaryUser::change(const QString &program, const QStringList &arguments,
                           const QByteArray &input)
{
    bool done = false;
    for (int attempt = 0; attempt < MostAttempts && !done; ++attempt)
        done = runProgram(program, arguments, input, &m_problem);
    return done;
}

} // namespace colonnade::test
