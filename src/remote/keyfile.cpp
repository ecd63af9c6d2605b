// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/keyfile.h"

#include "base/shell.h"
#include "remote/words.h"

#include <QFile>

#include <cstring>
#include <sys/stat.h>

namespace colonnade::remote {

namespace {

constexpr int MostAttempts = 3;

} // namespace

QByteArray publicBlob(ssh_key key)
{
    char *base64 = nullptr;
    if (!key || ssh_pki_export_pubkey_base64(key, &base64) != SSH_OK)
        return {};
    const TextHandle text(base64);
    return QByteArray::fromBase64(text.get());
}

KeyFile::KeyFile(QString path, const LoginContext &login) : m_path(std::move(path)), m_login(login)
{
    m_question = secretQuestion(login.settings, SecretQuestion::Kind::Passphrase);
    m_question.keyFile = m_path;
    if (!isPrivate() || load() || m_encrypted)
        return;
    m_problem = publicHalf(m_path)
                    ? Words::tr("%1 is a public key, and the agent does not have its private half")
                          .arg(m_path)
                    : Words::tr("%1 is not a private key that can be read").arg(m_path);
}

/// What ssh(1) wants of a key file that belongs to us; of those of others it does not look.
bool KeyFile::isPrivate()
{
    struct stat status
    {
    };
    if (::stat(QFile::encodeName(m_path).constData(), &status) != 0 || status.st_uid != ::getuid()
        || (status.st_mode & 077) == 0)
        return true;
    m_problem = Words::tr("the key file %1 is open to others (mode %2), so it is not used")
                    .arg(m_path, QString::number(status.st_mode & 0777, 8).rightJustified(4, u'0'));
    m_remedy =
        Words::tr("Run: chmod 600 %1").arg(QString::fromUtf8(base::shellQuoted(m_path.toUtf8())));
    return false;
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
    m_asked = secret.has_value();
    if (!secret || static_cast<std::size_t>(secret->size()) >= size)
        return -1;
    std::memcpy(buffer, secret->reveal(), static_cast<std::size_t>(secret->size()) + 1);
    return 0;
}

void KeyFile::decrypt()
{
    m_mayAsk = true;
    for (; m_question.attempt <= MostAttempts; ++m_question.attempt) {
        m_asked = false;
        if (load()) {
            m_login.interaction->secretAccepted(m_question);
            return;
        }
        if (m_asked)
            m_login.interaction->secretRefused(m_question);
        if (m_declined || !m_login.interaction) {
            m_problem = Words::tr("no passphrase was given for %1").arg(m_path);
            return;
        }
    }
    m_problem = Words::tr("the passphrase of %1 was wrong").arg(m_path);
}

KeyHandle KeyFile::with(ssh_key certificate) const
{
    KeyHandle key(ssh_key_dup(m_key.get()));
    if (!key || ssh_pki_copy_cert_to_privkey(certificate, key.get()) != SSH_OK)
        return nullptr;
    return key;
}

KeyHandle KeyFile::publicHalf(const QString &path)
{
    ssh_key key = nullptr;
    for (const QString &file : QStringList{path + QStringLiteral(".pub"), path}) {
        if (ssh_pki_import_pubkey_file(QFile::encodeName(file).constData(), &key) == SSH_OK)
            return KeyHandle(key);
    }
    // The older formats say it in the clear when they are not encrypted.
    const auto nobody = [](const char *, char *, size_t, int, int, void *) { return -1; };
    if (ssh_pki_import_privkey_file(QFile::encodeName(path).constData(), nullptr, nobody, nullptr,
                                    &key)
        != SSH_OK)
        return nullptr;
    const KeyHandle whole(key);
    ssh_key half = nullptr;
    if (ssh_pki_export_privkey_to_pubkey(whole.get(), &half) != SSH_OK)
        return nullptr;
    return KeyHandle(half);
}

} // namespace colonnade::remote
