// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remotetest.h"

#include <QFile>

#include <algorithm>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace colonnade::remote {

/// An ssh-agent with the keys of a test.
class Agent
{
public:
    explicit Agent(const QString &folder) : socket(folder + QStringLiteral("/agent"))
    {
        m_process.start(QStringLiteral("ssh-agent"),
                        {QStringLiteral("-D"), QStringLiteral("-a"), socket});
        while (!QFile::exists(socket) && !m_process.waitForEnd(10)) {
        }
    }
    /// @p options: of ssh-add.
    bool add(const QString &key, const QStringList &options = {}) const
    {
        return test::runProgram(QStringLiteral("env"),
                                QStringList{QStringLiteral("SSH_AUTH_SOCK=") + socket,
                                            QStringLiteral("SSH_ASKPASS=/bin/false"),
                                            QStringLiteral("SSH_ASKPASS_REQUIRE=force"),
                                            QStringLiteral("ssh-add"), QStringLiteral("-q")}
                                    + options + QStringList{key});
    }

    const QString socket;

private:
    test::ChildProcess m_process;
};

/// A socket that an agent could listen on.
class AgentSocket
{
public:
    explicit AgentSocket(const QString &path)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = path.toLocal8Bit();
        EXPECT_LT(name.size(), static_cast<qsizetype>(sizeof address.sun_path));
        std::copy(name.begin(), name.end(), address.sun_path);
        fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        EXPECT_EQ(::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        EXPECT_EQ(::listen(fd, 5), 0);
    }
    ~AgentSocket() { ::close(fd); }

    int fd = -1;
};

} // namespace colonnade::remote
