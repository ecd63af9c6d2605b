// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/loginsteps.h"

namespace colonnade::remote {

/// The bytes of a public key or certificate as SSH writes them; empty: @p key is null.
QByteArray publicBlob(ssh_key key);

/// A private key on disk, with or without a passphrase.
class KeyFile
{
public:
    /// Reads the file. An encrypted one has no key() before decrypt().
    KeyFile(QString path, const LoginContext &login);

    bool isEncrypted() const { return m_encrypted; }
    /// Asks for the passphrase, up to three times.
    void decrypt();
    /// The person did not want to give the passphrase.
    bool isDeclined() const { return m_declined; }

    /// Null: problem() says why.
    ssh_key key() const { return m_key.get(); }
    QString problem() const { return m_problem; }
    QString remedy() const { return m_remedy; }

    /// The key together with @p certificate, which is one of its public half; null: it is not.
    KeyHandle with(ssh_key certificate) const;

    /// The public half: of PATH.pub, or of the file itself as far as it says it in the clear (or is
    /// a public key). Null: it does not.
    static KeyHandle publicHalf(const QString &path);

private:
    bool isPrivate();
    bool load();
    int givePassphrase(char *buffer, std::size_t size);

    QString m_path;
    const LoginContext &m_login;
    SecretQuestion m_question;
    KeyHandle m_key;
    QString m_problem;
    QString m_remedy;
    bool m_mayAsk = false;
    bool m_encrypted = false;
    bool m_asked = false; ///< an answer to the last question was given
    bool m_declined = false;
};

} // namespace colonnade::remote
