// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remotetest.h"

#include <QDir>

#include <poll.h>

namespace colonnade::remote {

/// A jump host, and whatever is behind it.
class JumpTest : public SshdTest
{
protected:
    using Jump = std::shared_ptr<const ConnectionSettings>;

    /// The settings of a host behind @p jump.
    static ConnectionSettings behind(const Jump &jump, const test::Sshd &sshd,
                                     const QString &node = QStringLiteral("node1"))
    {
        ConnectionSettings result = settingsFor(sshd);
        result.node = node;
        result.jump = jump;
        return result;
    }

    /// @p settings as those of a jump host.
    static Jump asJump(ConnectionSettings settings, const QString &node = QStringLiteral("bastion"))
    {
        settings.node = node;
        return std::make_shared<const ConnectionSettings>(std::move(settings));
    }

    Jump bastion() const
    {
        ConnectionSettings result = settings();
        result.firstRetry = std::chrono::milliseconds(10);
        result.jumpLinger = std::chrono::milliseconds(0);
        return asJump(result);
    }

    /// The logins that @p sshd has seen.
    static qsizetype loginCount(const test::Sshd &sshd)
    {
        return sshd.log().count("Accepted publickey");
    }

    /// Waits until @p condition holds. False: it did not, within a minute.
    template<typename Condition>
    static bool eventually(Condition condition)
    {
        for (int i = 0; i < 6000; ++i) {
            if (condition())
                return true;
            ::poll(nullptr, 0, 10);
        }
        return false;
    }

    static qsizetype openFiles()
    {
        return static_cast<qsizetype>(QDir(QStringLiteral("/proc/self/fd")).count());
    }

    static qsizetype threads()
    {
        return static_cast<qsizetype>(QDir(QStringLiteral("/proc/self/task")).count());
    }
};

/// Waits for an answer that never comes, until it is stopped.
class PatientInteraction final : public Interaction
{
public:
    std::atomic<int> asked = 0;
    std::atomic<int> takenBack = 0;

    HostKeyAnswer unknownHostKey(const HostKeyQuestion &, std::stop_token stop) override
    {
        ++asked;
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, stop, [] { return false; });
        ++takenBack;
        return HostKeyAnswer::Cancel;
    }
    std::optional<base::Secret> secret(const SecretQuestion &, std::stop_token) override
    {
        return {};
    }
    std::optional<std::vector<base::Secret>> keyboardInteractive(const KeyboardQuestion &,
                                                                 std::stop_token) override
    {
        return {};
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
};

} // namespace colonnade::remote
