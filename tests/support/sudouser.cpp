// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sudouser.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

namespace colonnade::test {

SudoUser::~SudoUser()
{
    QFile::remove(file());
    if (m_guard >= 0)
        ::close(m_guard);
}

QString SudoUser::unavailable()
{
    if (::getuid() != 0)
        return QStringLiteral("only root can make a user and say what sudo allows to it");
    if (!QFileInfo(QStringLiteral("/usr/bin/sudo")).isExecutable())
        return QStringLiteral("no sudo (package sudo)");
    return {};
}

bool SudoUser::create(const Sshd &server)
{
    if (!m_user.create(server.folder())) {
        m_problem = m_user.problem();
        return false;
    }
    watch();
    return admitTo(server);
}

bool SudoUser::admitTo(const Sshd &server) const
{
    // sshd reads authorized_keys as the user.
    return runProgram(QStringLiteral("chmod"), {QStringLiteral("a+rx"), server.folder(),
                                                server.path(QStringLiteral("authorized_keys"))});
}

bool SudoUser::allow(QByteArray sudoers)
{
    sudoers.replace("USER", name().toLocal8Bit());
    // sudo passes over files with a dot in their name; one that it cannot read stops it altogether.
    const QString draft = file() + QStringLiteral(".new");
    QFile out(draft);
    if (!out.open(QIODevice::WriteOnly) || out.write(sudoers) != sudoers.size())
        return false;
    out.close();
    out.setPermissions(QFile::ReadOwner | QFile::ReadGroup);
    const bool good =
        runProgram(QStringLiteral("/usr/sbin/visudo"), {QStringLiteral("-cf"), draft}, {},
                   &m_problem)
        && ::rename(QFile::encodeName(draft).constData(), QFile::encodeName(file()).constData())
               == 0;
    QFile::remove(draft);
    return good;
}

QString SudoUser::file() const
{
    return QStringLiteral("/etc/sudoers.d/") + name();
}

/// A process that outlives us by the time that it takes to remove the file.
void SudoUser::watch()
{
    const QByteArray path = QFile::encodeName(file());
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return;
    m_guard = ends[1];
    if (::fork() == 0) {
        ::close(ends[1]);
        ::setsid();
        char byte;
        while (::read(ends[0], &byte, 1) < 0) {
        }
        ::unlink(path.constData());
        ::_exit(0);
    }
    ::close(ends[0]);
}

} // namespace colonnade::test
