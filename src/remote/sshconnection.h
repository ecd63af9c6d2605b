// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/connection.h"
#include "remote/interaction.h"

#include <QStringList>

#include <memory>

namespace colonnade::remote {

struct ConnectionSettings
{
    QString node; ///< name in messages
    QString host;
    quint16 port = 22;
    QString user = QStringLiteral("root");
    QStringList identityFiles; ///< empty: the agent, then ~/.ssh/id_ed25519, id_ecdsa, id_rsa
    bool useAgent = true;
    QString agentSocket;    ///< empty: SSH_AUTH_SOCK
    QString knownHostsFile; ///< empty: ~/.ssh/known_hosts, and /etc/ssh/ssh_known_hosts is read too
    std::chrono::milliseconds connectTimeout = std::chrono::seconds(15);
    std::chrono::milliseconds keepaliveInterval = std::chrono::seconds(10);
    int keepaliveMisses = 3; ///< unanswered ones in a row that end the connection
    std::chrono::milliseconds firstRetry = std::chrono::seconds(2); ///< doubles up to maxRetry
    std::chrono::milliseconds maxRetry = std::chrono::minutes(1);
};

/// A Connection over one SSH session (libssh), served by one I/O thread that multiplexes its
/// channels and keeps the session alive. Connects when asked to or with the first command, and
/// again by itself after a loss, with growing pauses. Destroying it ends the thread; commands under
/// way get Canceled.
class SshConnection final : public Connection
{
public:
    SshConnection(ConnectionSettings settings, std::shared_ptr<Interaction> interaction,
                  ActivitySink activity = {});
    ~SshConnection() override;

    QString node() const override;
    base::Result<Output> run(const Command &command, std::stop_token stop = {}) override;
    base::Result<Output> run(const Command &command, const LineSink &lines,
                             std::stop_token stop = {}) override;
    base::Result<Output> query(const Command &command, std::stop_token stop = {}) override;
    Status status() const override;
    void connectNow() override;

    /// Ends the session and stays away until connectNow().
    void close();

    /// @p listener is called on the I/O thread at each change of status(); must not block. The one
    /// before it is not called any more when this returns. An empty one takes it back.
    void onStatusChanged(std::function<void(const Status &)> listener);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace colonnade::remote
