// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/algorithms.h"
#include "remote/knownhosts.h"
#include "remote/loginsteps.h"
#include "remote/words.h"

#include <QCryptographicHash>
#include <QDir>

namespace colonnade::remote {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

QString userFile(const ConnectionSettings &settings)
{
    return settings.knownHostsFiles.isEmpty()
               ? QDir::home().filePath(QStringLiteral(".ssh/known_hosts"))
               : settings.knownHostsFiles.first();
}

QStringList filesOf(const ConnectionSettings &settings)
{
    if (!settings.knownHostsFiles.isEmpty())
        return settings.knownHostsFiles;
    return {userFile(settings), QStringLiteral("/etc/ssh/ssh_known_hosts")};
}

Result<HostKey> shownKey(ssh_session session)
{
    ssh_key raw = nullptr;
    if (ssh_get_server_publickey(session, &raw) != SSH_OK)
        return failure(ErrorCode::ConnectionFailed,
                       Words::tr("it shows no host key: %1").arg(sessionError(session)));
    const KeyHandle key(raw);
    char *base64 = nullptr;
    if (ssh_pki_export_pubkey_base64(key.get(), &base64) != SSH_OK)
        return failure(ErrorCode::ConnectionFailed, Words::tr("its host key cannot be read"));
    const TextHandle text(base64);
    return HostKey{ssh_key_type_to_char(ssh_key_type(key.get())), text.get()};
}

/// As ssh-keygen -l prints it.
QString fingerprint(const HostKey &key)
{
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray::fromBase64(key.base64), QCryptographicHash::Sha256);
    return QStringLiteral("SHA256:")
           + QString::fromLatin1(hash.toBase64(QByteArray::OmitTrailingEquals));
}

QString placeOf(const KnownHosts::Verdict &verdict)
{
    return QStringLiteral("%1:%2").arg(QDir::toNativeSeparators(verdict.file)).arg(verdict.line);
}

/// Type, fingerprint, and @p how the key came to be trusted.
void reportKey(const LoginContext &login, const HostKey &key, const QString &how)
{
    login.progress.stageReached(
        Stage::HostKey,
        QStringLiteral("%1 %2, %3").arg(QString::fromLatin1(key.type), fingerprint(key), how));
}

Result<void> askAboutUnknown(const LoginContext &login, const HostKey &key)
{
    const ConnectionSettings &settings = login.settings;
    HostKeyQuestion question;
    question.node = settings.node;
    question.host = settings.host;
    question.port = settings.port;
    question.keyType = QString::fromLatin1(key.type);
    question.fingerprint = fingerprint(key);
    question.knownHostsFile = userFile(settings);
    const HostKeyAnswer answer = login.ask([&] {
        return login.interaction ? login.interaction->unknownHostKey(question, login.waiter.stop())
                                 : HostKeyAnswer::Cancel;
    });
    if (answer == HostKeyAnswer::Cancel)
        return failure(
            ErrorCode::HostKeyUnknown,
            Words::tr("The host key of %1 (%2) is not known and was not accepted: %3 %4.")
                .arg(settings.node, peerName(settings), question.keyType, question.fingerprint),
            Words::tr("Compare it with what ssh-keygen -lf prints on the host, then accept it."));
    if (answer == HostKeyAnswer::ConnectOnce) {
        reportKey(login, key, Words::tr("accepted once"));
        return {};
    }
    reportKey(login, key, Words::tr("accepted and saved in %1").arg(userFile(settings)));
    return appendKnownHost(userFile(settings), settings.host, settings.port, key);
}

std::unexpected<base::Error> refusal(const ConnectionSettings &settings, const HostKey &key,
                                     const KnownHosts::Verdict &verdict)
{
    const QString type = QString::fromLatin1(key.type);
    switch (verdict.match) {
    case KnownHosts::Match::OtherType:
        return failure(
            ErrorCode::HostKeyOtherType,
            Words::tr(
                "%1 (%2) shows a host key of type %3 (%4), but the keys on file for it are of "
                "other types: %5. It may be another host.")
                .arg(settings.node, peerName(settings), type, fingerprint(key), placeOf(verdict)),
            Words::tr("If the host got a new key, add it to the file, or remove that line."));
    case KnownHosts::Match::Revoked:
        return failure(
            ErrorCode::HostKeyChanged,
            Words::tr("%1 (%2) shows a host key that is marked as revoked in %3: %4 %5.")
                .arg(settings.node, peerName(settings), placeOf(verdict), type, fingerprint(key)),
            Words::tr("Do not connect. Whoever has this key may not be the host."));
    default:
        return failure(
            ErrorCode::HostKeyChanged,
            Words::tr("The host key of %1 (%2) has changed: it shows %3 %4, on file is another one "
                      "in %5. Somebody may be listening in.")
                .arg(settings.node, peerName(settings), type, fingerprint(key), placeOf(verdict)),
            Words::tr("If the host was installed anew, remove that line and connect again."));
    }
}

} // namespace

Result<void> preferKnownKeyTypes(ssh_session session, const ConnectionSettings &settings)
{
    const Result<KnownHosts> known = KnownHosts::read(filesOf(settings));
    if (!known)
        return std::unexpected(known.error());
    const QByteArrayList algorithms = offeredHostKeyAlgorithms(
        known->knownTypes(settings.host, settings.port), settings.legacyAlgorithms);
    ssh_options_set(session, SSH_OPTIONS_HOSTKEYS, algorithms.join(',').constData());
    return {};
}

Result<void> verifyHostKey(const LoginContext &login)
{
    const Result<HostKey> key = shownKey(login.session);
    if (!key)
        return std::unexpected(key.error());
    const Result<KnownHosts> known = KnownHosts::read(filesOf(login.settings));
    if (!known)
        return std::unexpected(known.error());

    const KnownHosts::Verdict verdict =
        known->judge(login.settings.host, login.settings.port, *key);
    switch (verdict.match) {
    case KnownHosts::Match::Known:
        reportKey(login, *key, Words::tr("known in %1").arg(placeOf(verdict)));
        return {};
    case KnownHosts::Match::Unknown:
        return askAboutUnknown(login, *key);
    default:
        return refusal(login.settings, *key, verdict);
    }
}

} // namespace colonnade::remote
