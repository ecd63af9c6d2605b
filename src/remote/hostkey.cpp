// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/algorithms.h"
#include "remote/hostkeywords.h"
#include "remote/knownhostsfile.h"
#include "remote/loginsteps.h"
#include "remote/words.h"

namespace colonnade::remote {

using base::ErrorCode;
using base::failure;
using base::Result;
using Match = KnownHosts::Match;

namespace {

QStringList filesOf(const ConnectionSettings &settings)
{
    return settings.knownHostsFiles.isEmpty() ? defaultKnownHostsFiles() : settings.knownHostsFiles;
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
    const auto read = readHostKeyBlob(QByteArray::fromBase64(text.get()));
    if (!read)
        return failure(ErrorCode::ConnectionFailed,
                       Words::tr("its host key cannot be used: %1").arg(read.error()));
    return *read;
}

/// What the person allowed. The files are read again, as somebody else, or another connection to
/// the same host, may have written while the question was open.
Result<void> accept(const ConnectionSettings &settings, const HostKey &key, bool save)
{
    const Result<KnownHosts> known = KnownHosts::read(filesOf(settings));
    if (!known)
        return std::unexpected(known.error());
    const KnownHosts::Verdict verdict = known->judge(hostNameOf(settings), key);
    if (verdict.match == Match::Known)
        return {};
    if (verdict.match != Match::Unknown)
        return std::unexpected(HostKeyWords(settings, key, *known, verdict).refusal());
    if (!save)
        return {};
    return appendKnownHost(filesOf(settings).first(), hostNameOf(settings), key,
                           settings.hashKnownHosts);
}

/// Type, fingerprint, and @p how the key came to be trusted.
void reportKey(const LoginContext &login, const HostKey &key, const QString &how)
{
    login.progress.stageReached(
        Stage::HostKey,
        QStringLiteral("%1 %2, %3").arg(QString::fromLatin1(key.type), fingerprint(key), how));
}

Result<void> askAboutUnknown(const LoginContext &login, const HostKey &key,
                             const HostKeyWords &words)
{
    if (login.settings.refuseUnknownHostKeys)
        return std::unexpected(words.refusedAsUnknown());
    const HostKeyQuestion question = words.question(filesOf(login.settings).first());
    const HostKeyAnswer answer = login.ask([&] {
        return login.interaction ? login.interaction->unknownHostKey(question, login.waiter.stop())
                                 : HostKeyAnswer::Cancel;
    });
    if (answer == HostKeyAnswer::Cancel)
        return std::unexpected(words.notAccepted());
    const bool save = answer == HostKeyAnswer::AcceptAndSave;
    const Result<void> accepted = accept(login.settings, key, save);
    if (accepted)
        reportKey(login, key,
                  save ? Words::tr("accepted and saved in %1").arg(question.knownHostsFile)
                       : Words::tr("accepted once"));
    return accepted;
}

} // namespace

Result<void> preferKnownKeyTypes(ssh_session session, const ConnectionSettings &settings)
{
    const Result<KnownHosts> known = KnownHosts::read(filesOf(settings));
    if (!known)
        return std::unexpected(known.error());
    const QByteArrayList algorithms = offeredHostKeyAlgorithms(
        known->knownTypes(hostNameOf(settings)), settings.legacyAlgorithms);
    if (ssh_options_set(session, SSH_OPTIONS_HOSTKEYS, algorithms.join(',').constData()) != SSH_OK)
        return failure(
            ErrorCode::Unsupported,
            Words::tr("the SSH library knows no type of host key: %1").arg(sessionError(session)));
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
    const KnownHosts::Verdict verdict = known->judge(hostNameOf(login.settings), *key);
    const HostKeyWords words(login.settings, *key, *known, verdict);
    if (verdict.match == Match::Known) {
        reportKey(login, *key,
                  Words::tr("known in %1:%2")
                      .arg(verdict.decided->file, QString::number(verdict.decided->line)));
        return {};
    }
    if (verdict.match == Match::Unknown)
        return askAboutUnknown(login, *key, words);
    if (login.interaction)
        login.interaction->hostKeyAlarm(words.alarm());
    return std::unexpected(words.refusal());
}

} // namespace colonnade::remote
