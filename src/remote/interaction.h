// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "remote/knownhosts.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <stop_token>
#include <vector>

namespace colonnade::remote {

/// A host key that no known_hosts file has.
struct HostKeyQuestion
{
    QString node; ///< as the profile names it
    QString host; ///< as connected to
    quint16 port = 22;
    QString keyType;          ///< ssh-ed25519, ...
    QString fingerprint;      ///< SHA256:...
    QString knownHostsFile;   ///< where AcceptAndSave would write it
    QString jump = {};        ///< the node through which it is reached; empty: directly
    QStringList remarks = {}; ///< what else is on file that a person should know: sentences
    HostKey key = {};         ///< itself, to compare it with what a person has
};

/// A host key that is not the one on file. There is nothing to accept: connecting is refused.
struct HostKeyAlarm
{
    enum class Kind {
        Changed,   ///< another key of this type is on file
        OtherType, ///< keys of this host are on file, but none of this type
        Revoked,   ///< this key is marked as @revoked
    };
    Kind kind = Kind::Changed;
    QString node;
    QString host;
    quint16 port = 22;
    QString keyType;     ///< of the key that it shows
    QString fingerprint; ///< SHA256:... of the key that it shows
    QString oldKeyType;  ///< of the key on file
    QString oldFingerprint;
    QString file; ///< where the key on file stands
    int line = 0; ///< counted from 1
    QString jump; ///< the node through which it is reached; empty: directly
    /// All keys of this host on file, the one above first: what has to be removed before the host
    /// can be asked about as a new one. None when the key is revoked.
    QList<StoredHostKey> onFile;
    QStringList remarks; ///< as in HostKeyQuestion
};

enum class HostKeyAnswer { Cancel, ConnectOnce, AcceptAndSave };

struct SecretQuestion
{
    enum class Kind { Password, Passphrase, SudoPassword };
    Kind kind = Kind::Password;
    QString node;
    QString secretsId; ///< ConnectionSettings::secretsId: whose secret it is, where one is kept
    QString user;
    QString host;
    quint16 port = 22;
    QString keyFile; ///< of a passphrase
    int attempt = 1; ///< 2 and more: the last answer was wrong
};

struct KeyboardQuestion
{
    struct Prompt
    {
        QString text;
        bool echo = false;
    };
    QString node;
    QString secretsId; ///< as in SecretQuestion
    QString user;
    QString host;
    quint16 port = 22;
    QString
        name; ///< what the server calls the dialogue; its text is hostile until shown as plain text
    QString instruction;
    QList<Prompt> prompts;
    int attempt = 1;
};

/// Whoever can be asked while a connection is made: the window, the command line, a test. Called on
/// the connection's I/O thread, which waits for the answer; must return soon after @p stop is set.
/// No value: the person declined.
class Interaction
{
public:
    virtual ~Interaction() = default;
    virtual HostKeyAnswer unknownHostKey(const HostKeyQuestion &question, std::stop_token stop) = 0;
    virtual std::optional<base::Secret> secret(const SecretQuestion &question,
                                               std::stop_token stop) = 0;
    virtual std::optional<std::vector<base::Secret>>
    keyboardInteractive(const KeyboardQuestion &question, std::stop_token stop) = 0;
    /// The secret that was asked for last was right: the time to keep it.
    virtual void secretAccepted(const SecretQuestion &) {}
    /// It was wrong: what is kept of it is worth nothing.
    virtual void secretRefused(const SecretQuestion &) {}
    /// Tells of a host key that is not the one on file; the connection is refused whatever is done.
    /// Must not wait.
    virtual void hostKeyAlarm(const HostKeyAlarm &) {}
};

} // namespace colonnade::remote
