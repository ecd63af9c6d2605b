// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/loginsteps.h"

namespace colonnade::remote {

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

    /// The key together with the certificate beside it (PATH-cert.pub); null: there is none that
    /// fits.
    KeyHandle withCertificate() const;

    /// The public key beside it (PATH.pub); null: there is none that can be read.
    static KeyHandle publicKey(const QString &path);

private:
    bool load();
    int givePassphrase(char *buffer, std::size_t size);

    QString m_path;
    const LoginContext &m_login;
    SecretQuestion m_question;
    KeyHandle m_key;
    QString m_problem;
    bool m_mayAsk = false;
    bool m_encrypted = false;
    bool m_declined = false;
};

} // namespace colonnade::remote
