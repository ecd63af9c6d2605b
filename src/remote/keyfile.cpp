// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/keyfile.h"

#include "remote/words.h"

#include <QFile>

#include <cstring>

namespace colonnade::remote {

namespace {

constexpr int MostAttempts = 3;

} // namespace

KeyFile::KeyFile(QString path, const LoginContext &login) : m_path(std::move(path)), m_login(login)
{
    m_question = secretQuestion(login.settings, SecretQuestion::Kind::Passphrase);
    m_question.keyFile = m_path;
    if (!load() && !m_encrypted)
        m_problem = Words::tr("%1 is not a private key that can be read").arg(m_path);
}

bool KeyFile::load()
{
    // There is always a callback: without one, OpenSSL would ask on the terminal by itself.
    const auto callback = [](const char *, char *buffer, size_t size, int, int, void *self) {
        return static_cast<KeyFile *>(self)->givePassphrase(buffer, size);
    };
    ssh_key key = nullptr;
    if (ssh_pki_import_privkey_file(QFile::encodeName(m_path).constData(), nullptr, callback, this,
                                    &key)
        != SSH_OK)
        return false;
    m_key.reset(key);
    return true;
}

int KeyFile::givePassphrase(char *buffer, std::size_t size)
{
    m_encrypted = true;
    if (!m_mayAsk || !m_login.interaction)
        return -1;
    const std::optional<base::Secret> secret = m_login.ask(
        [this] { return m_login.interaction->secret(m_question, m_login.waiter.stop()); });
    m_declined = !secret;
    if (!secret || static_cast<std::size_t>(secret->size()) >= size)
        return -1;
    std::memcpy(buffer, secret->reveal(), static_cast<std::size_t>(secret->size()) + 1);
    return 0;
}

void KeyFile::decrypt()
{
    m_mayAsk = true;
    for (; m_question.attempt <= MostAttempts; ++m_question.attempt) {
        if (load()) {
            m_login.interaction->secretAccepted(m_question);
            return;
        }
        if (m_declined || !m_login.interaction) {
            m_problem = Words::tr("no passphrase was given for %1").arg(m_path);
            return;
        }
    }
    m_problem = Words::tr("the passphrase of %1 was wrong").arg(m_path);
}

KeyHandle KeyFile::withCertificate() const
{
    ssh_key certificate = nullptr;
    const QByteArray file = QFile::encodeName(m_path + QStringLiteral("-cert.pub"));
    if (ssh_pki_import_cert_file(file.constData(), &certificate) != SSH_OK)
        return nullptr;
    const KeyHandle owner(certificate);
    KeyHandle key(ssh_key_dup(m_key.get()));
    if (!key || ssh_pki_copy_cert_to_privkey(certificate, key.get()) != SSH_OK)
        return nullptr;
    return key;
}

KeyHandle KeyFile::publicKey(const QString &path)
{
    ssh_key key = nullptr;
    const QByteArray file = QFile::encodeName(path + QStringLiteral(".pub"));
    if (ssh_pki_import_pubkey_file(file.constData(), &key) != SSH_OK)
        return nullptr;
    return KeyHandle(key);
}

} // namespace colonnade::remote
