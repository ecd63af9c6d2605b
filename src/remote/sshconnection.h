// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/connection.h"
#include "remote/interaction.h"

#include <QStringList>

#include <memory>

namespace colonnade::remote {

/// A way to prove who we are (RFC 4252, RFC 4256).
enum class LoginMethod { Agent, KeyFile, KeyboardInteractive, Password };

/// How the user who has logged in becomes root: all scripts run as root.
enum class BecomeRoot {
    NotNeeded,        ///< it is root
    Sudo,             ///< sudo asks for nothing (NOPASSWD)
    SudoWithPassword, ///< sudo's question is answered by Interaction::secret()
};

struct ConnectionSettings
{
    QString node;      ///< name in messages
    QString secretsId; ///< SecretQuestion::secretsId of the questions about this host
    QString host;
    quint16 port = 22;
    QString user = QStringLiteral("root");
    /// What is tried, in this order; what is not listed is never tried.
    QList<LoginMethod> methods = {LoginMethod::Agent, LoginMethod::KeyFile,
                                  LoginMethod::KeyboardInteractive, LoginMethod::Password};
    QStringList identityFiles;    ///< empty: ~/.ssh/id_ed25519, id_ecdsa, id_rsa
    QStringList certificateFiles; ///< beside the KEY-cert.pub of each key
    bool identitiesOnly = false;  ///< the agent may sign with the keys of identityFiles only
    QString agentSocket;          ///< empty: SSH_AUTH_SOCK
    /// Where keys of hosts are looked up; the first is where a new one is written. Empty:
    /// defaultKnownHostsFiles().
    QStringList knownHostsFiles;
    QString hostKeyAlias;        ///< the name to look the host key up by; empty: host and port
    bool hashKnownHosts = false; ///< new lines hold a hash instead of the host's name
    bool refuseUnknownHostKeys = false; ///< StrictHostKeyChecking yes: a new key is not asked about
    /// The host through which this one is reached; may have one itself. Null: none.
    std::shared_ptr<const ConnectionSettings> jump;
    BecomeRoot becomeRoot = BecomeRoot::NotNeeded;
    bool legacyAlgorithms = false; ///< allows what OpenSSH calls broken; see Status::legacy
    bool readOnly = false;         ///< commands that are not Command::readsOnly are refused
    std::chrono::milliseconds connectTimeout = std::chrono::seconds(15);
    std::chrono::milliseconds keepaliveInterval = std::chrono::seconds(10);
    int keepaliveMisses = 3; ///< unanswered ones in a row that end the connection
    std::chrono::milliseconds firstRetry = std::chrono::seconds(2); ///< doubles up to maxRetry
    std::chrono::milliseconds maxRetry = std::chrono::minutes(1);
    /// How long a session to this host that only others were reached through is kept for the next.
    std::chrono::milliseconds jumpLinger = std::chrono::minutes(1);
};

/// Gives the settings as they are to be used now. Called at the beginning of each attempt, on the
/// I/O thread, so it may read files; an error is the attempt's.
using CompleteSettings = std::function<base::Result<ConnectionSettings>()>;

/// A Connection over one SSH session (libssh), served by one I/O thread that multiplexes its
/// channels and keeps the session alive. Connects when asked to or with the first command, and
/// again by itself after a loss, with growing pauses. Destroying it ends the thread; commands under
/// way get Canceled.
class SshConnection final : public Connection
{
public:
    /// @p complete, where given, has the last word on all settings but the node's name and
    /// readOnly.
    SshConnection(ConnectionSettings settings, std::shared_ptr<Interaction> interaction,
                  ActivitySink activity = {}, CompleteSettings complete = {});
    ~SshConnection() override;

    QString node() const override;
    base::Result<Output> run(const Command &command, std::stop_token stop = {}) override;
    base::Result<Output> run(const Command &command, const LineSink &lines,
                             std::stop_token stop = {}) override;
    base::Result<Output> query(const Command &command, std::stop_token stop = {}) override;
    Status status() const override;
    void connectNow() override;
    void close() override;

    /// Something has happened to this workstation's network: looks at once whether the connection
    /// still stands, and tries again at once where it waits for that. A suspend is noticed without
    /// it. Any thread; does not wait.
    void probeNow();

    /// @p listener is called on the I/O thread at each change of status(); must not block. The one
    /// before it is not called any more when this returns. An empty one takes it back.
    void onStatusChanged(std::function<void(const Status &)> listener);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace colonnade::remote
