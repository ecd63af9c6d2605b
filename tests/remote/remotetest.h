// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/sshconnection.h"
#include "support/sshd.h"

#include <gmock/gmock.h>

#include <condition_variable>
#include <mutex>

namespace colonnade::remote {

/// A command with a deadline that a loaded machine keeps.
inline Command command(const QByteArray &script,
                       std::chrono::milliseconds deadline = std::chrono::minutes(1))
{
    return {{}, script, {}, deadline};
}

/// Answers as the test says, and remembers what it was asked.
class TestInteraction final : public Interaction
{
public:
    HostKeyAnswer hostKeyAnswer = HostKeyAnswer::Cancel;
    std::function<void()> whileAsking; ///< happens before a host key is answered
    QList<QByteArray> secrets;         ///< one an attempt; none left: declined

    HostKeyAnswer unknownHostKey(const HostKeyQuestion &question, std::stop_token) override
    {
        const std::lock_guard lock(m_mutex);
        if (whileAsking)
            whileAsking();
        m_hostKeyQuestions.append(question);
        return hostKeyAnswer;
    }

    std::optional<base::Secret> secret(const SecretQuestion &question, std::stop_token) override
    {
        const std::lock_guard lock(m_mutex);
        m_secretQuestions.append(question);
        if (secrets.isEmpty())
            return {};
        return base::Secret(secrets.takeFirst());
    }

    std::optional<std::vector<base::Secret>> keyboardInteractive(const KeyboardQuestion &question,
                                                                 std::stop_token) override
    {
        const std::lock_guard lock(m_mutex);
        m_keyboardQuestions.append(question);
        if (secrets.isEmpty())
            return {};
        std::vector<base::Secret> answers;
        for (qsizetype i = 0; i < question.prompts.size(); ++i)
            answers.emplace_back(QByteArray(secrets.first()));
        secrets.removeFirst();
        return answers;
    }

    void secretAccepted(const SecretQuestion &question) override
    {
        const std::lock_guard lock(m_mutex);
        m_accepted.append(question);
    }

    void secretRefused(const SecretQuestion &question) override
    {
        const std::lock_guard lock(m_mutex);
        m_refused.append(question);
    }

    void hostKeyAlarm(const HostKeyAlarm &alarm) override
    {
        const std::lock_guard lock(m_mutex);
        m_hostKeyAlarms.append(alarm);
    }

    QList<HostKeyAlarm> hostKeyAlarms() const { return locked(m_hostKeyAlarms); }
    QList<HostKeyQuestion> hostKeyQuestions() const { return locked(m_hostKeyQuestions); }
    QList<SecretQuestion> secretQuestions() const { return locked(m_secretQuestions); }
    QList<KeyboardQuestion> keyboardQuestions() const { return locked(m_keyboardQuestions); }
    QList<SecretQuestion> accepted() const { return locked(m_accepted); }
    QList<SecretQuestion> refused() const { return locked(m_refused); }

private:
    template<typename List>
    List locked(const List &list) const
    {
        const std::lock_guard lock(m_mutex);
        return list;
    }

    mutable std::mutex m_mutex;
    QList<HostKeyAlarm> m_hostKeyAlarms;
    QList<HostKeyQuestion> m_hostKeyQuestions;
    QList<SecretQuestion> m_secretQuestions;
    QList<KeyboardQuestion> m_keyboardQuestions;
    QList<SecretQuestion> m_accepted;
    QList<SecretQuestion> m_refused;
};

/// Waits until a connection's status is as wanted. Set it up before the connection is used. What
/// happens within a phase is one entry of the history.
class StatusWatch
{
public:
    explicit StatusWatch(SshConnection &connection) : m_connection(connection)
    {
        m_connection.onStatusChanged([this](const Status &status) {
            const std::lock_guard lock(m_mutex);
            if (!m_history.isEmpty() && m_history.last().phase == status.phase)
                m_history.last() = status;
            else
                m_history.append(status);
            m_changed.notify_all();
        });
    }

    ~StatusWatch() { m_connection.onStatusChanged({}); }

    /// Waits until @p phase was reached @p times. False: it was not, within a minute.
    bool reached(Phase phase, int times = 1)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::minutes(1), [&] {
            return std::count_if(m_history.begin(), m_history.end(),
                                 [&](const Status &s) { return s.phase == phase; })
                   >= times;
        });
    }

    QList<Status> history() const
    {
        const std::lock_guard lock(m_mutex);
        return m_history;
    }

private:
    SshConnection &m_connection;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QList<Status> m_history;
};

/// Those with which clientKey() of @p sshd logs in.
inline ConnectionSettings settingsOf(const test::Sshd &sshd)
{
    ConnectionSettings result;
    result.node = QStringLiteral("node1");
    result.host = sshd.address();
    result.port = sshd.port();
    result.user = test::Sshd::user();
    result.identityFiles = QStringList{sshd.clientKey()};
    result.methods.removeAll(LoginMethod::Agent);
    result.knownHostsFiles = QStringList{sshd.knownHosts()};
    result.connectTimeout = std::chrono::seconds(60);
    return result;
}

/// One server, started for each test; a test that needs another configuration starts its own.
class SshdTest : public testing::Test
{
protected:
    void SetUp() override
    {
        if (!test::Sshd::unavailable().isEmpty())
            GTEST_SKIP() << qPrintable(test::Sshd::unavailable());
        ASSERT_TRUE(server.start()) << qPrintable(server.error());
    }

    ConnectionSettings settings() const { return settingsFor(server); }

    static ConnectionSettings settingsFor(const test::Sshd &sshd) { return settingsOf(sshd); }

    test::Sshd server;
    std::shared_ptr<TestInteraction> interaction = std::make_shared<TestInteraction>();
};

} // namespace colonnade::remote
