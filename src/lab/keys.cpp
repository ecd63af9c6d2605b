// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/keys.h"

#include <QFile>

namespace colonnade::lab {

using base::ErrorCode;
using base::failure;
using base::Result;

Result<Key> newKey()
{
    ssh_key key = nullptr;
    if (ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &key) != SSH_OK)
        return failure(ErrorCode::Unsupported,
                       QStringLiteral("libssh cannot make an ed25519 key."));
    return Key(key);
}

QString publicText(ssh_key key)
{
    char *text = nullptr;
    if (ssh_pki_export_pubkey_base64(key, &text) != SSH_OK)
        return {};
    const QString result = QString::fromLatin1(text);
    ssh_string_free_char(text);
    return result;
}

QString fingerprintOf(ssh_key key)
{
    unsigned char *hash = nullptr;
    size_t length = 0;
    if (ssh_get_publickey_hash(key, SSH_PUBLICKEY_HASH_SHA256, &hash, &length) != 0)
        return {};
    char *text = ssh_get_fingerprint_hash(SSH_PUBLICKEY_HASH_SHA256, hash, length);
    const QString result = QString::fromLatin1(text);
    ssh_string_free_char(text);
    ssh_clean_pubkey_hash(&hash);
    return result;
}

Result<void> writeKey(ssh_key key, const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const QByteArray publicName = name + ".pub";
    const bool written =
        ssh_pki_export_privkey_file(key, nullptr, nullptr, nullptr, name.constData()) == SSH_OK
        && QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner)
        && ssh_pki_export_pubkey_file(key, publicName.constData()) == SSH_OK;
    if (!written)
        return failure(ErrorCode::IoFailed,
                       QStringLiteral("The key %1 cannot be written.").arg(path));
    return {};
}

} // namespace colonnade::lab
