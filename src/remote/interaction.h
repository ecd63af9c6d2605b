// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QList>
#include <QString>

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
    QString keyType;        ///< ssh-ed25519, ...
    QString fingerprint;    ///< SHA256:...
    QString knownHostsFile; ///< where AcceptAndSave would write it
};

enum class HostKeyAnswer { Cancel, ConnectOnce, AcceptAndSave };

struct SecretQuestion
{
    enum class Kind { Password, Passphrase };
    Kind kind = Kind::Password;
    QString node;
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
    /// The secret that was asked for last was right: the time to offer to keep it.
    virtual void secretAccepted(const SecretQuestion &) {}
};

} // namespace colonnade::remote
