// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/hostkeywords.h"

#include "remote/loginsteps.h"
#include "remote/route.h"
#include "remote/words.h"

#include <algorithm>

namespace colonnade::remote {

using base::Error;
using base::ErrorCode;
using Match = KnownHosts::Match;

namespace {

constexpr int MostOfAKind = 3; // remarks; a file of garbage must not bury the question

QString typeOf(const StoredHostKey &key)
{
    return QString::fromLatin1(key.content.key.type);
}

HostKeyAlarm::Kind kindOf(Match match)
{
    return match == Match::Revoked     ? HostKeyAlarm::Kind::Revoked
           : match == Match::OtherType ? HostKeyAlarm::Kind::OtherType
                                       : HostKeyAlarm::Kind::Changed;
}

/// The keys of the host with the one that decided in front.
QList<StoredHostKey> decidedFirst(const KnownHosts::Verdict &verdict)
{
    QList<StoredHostKey> keys = verdict.onFile;
    keys.removeIf([&](const StoredHostKey &key) {
        return key.file == verdict.decided->file && key.line == verdict.decided->line;
    });
    keys.prepend(*verdict.decided);
    return keys;
}

} // namespace

HostName hostNameOf(const ConnectionSettings &settings)
{
    return {settings.host, settings.port, settings.hostKeyAlias};
}

HostKeyWords::HostKeyWords(const ConnectionSettings &settings, const HostKey &key,
                           const KnownHosts &known, const KnownHosts::Verdict &verdict)
    : m_settings(settings), m_key(key), m_known(known), m_verdict(verdict)
{
}

HostKeyQuestion HostKeyWords::question(const QString &fileToWrite) const
{
    HostKeyQuestion question;
    question.node = m_settings.node;
    question.host = m_settings.host;
    question.port = m_settings.port;
    question.keyType = QString::fromLatin1(m_key.type);
    question.fingerprint = fingerprint(m_key);
    question.knownHostsFile = fileToWrite;
    question.jump = jumpName(m_settings);
    question.remarks = remarks();
    question.key = m_key;
    return question;
}

HostKeyAlarm HostKeyWords::alarm() const
{
    const HostKeyQuestion shown = question({});
    HostKeyAlarm alarm;
    alarm.kind = kindOf(m_verdict.match);
    alarm.node = shown.node;
    alarm.host = shown.host;
    alarm.port = shown.port;
    alarm.keyType = shown.keyType;
    alarm.fingerprint = shown.fingerprint;
    alarm.oldKeyType = typeOf(*m_verdict.decided);
    alarm.oldFingerprint = fingerprint(m_verdict.decided->content.key);
    alarm.file = m_verdict.decided->file;
    alarm.line = m_verdict.decided->line;
    alarm.jump = shown.jump;
    if (alarm.kind != HostKeyAlarm::Kind::Revoked)
        alarm.onFile = decidedFirst(m_verdict);
    alarm.remarks = shown.remarks;
    return alarm;
}

QStringList HostKeyWords::remarks() const
{
    QStringList result;
    if (!m_settings.hostKeyAlias.isEmpty())
        result.append(Words::tr("Its key is looked up and saved under the name %1 (HostKeyAlias).")
                          .arg(m_settings.hostKeyAlias));
    return result + authorityRemarks() + elsewhereRemarks() + brokenRemarks();
}

QStringList HostKeyWords::authorityRemarks() const
{
    QStringList result;
    for (const StoredHostKey &authority : m_verdict.authorities.first(
             std::min<qsizetype>(m_verdict.authorities.size(), MostOfAKind))) {
        const auto revoked = std::ranges::find_if(m_verdict.revoked, [&](const auto &each) {
            return each.content.key == authority.content.key;
        });
        result.append(
            revoked != m_verdict.revoked.end()
                ? Words::tr("The authority in %1 that signs this host's keys is revoked in %2. Do "
                            "not trust what it has signed.")
                      .arg(placeOf(authority), placeOf(*revoked))
                : Words::tr("An authority in %1 signs this host's keys. Certificates of hosts "
                            "cannot be checked here: compare the fingerprint.")
                      .arg(placeOf(authority)));
    }
    return result;
}

QStringList HostKeyWords::elsewhereRemarks() const
{
    QStringList result;
    QList<StoredHostKey> places = m_known.placesOf(m_key, MostOfAKind + 1);
    places.removeIf([&](const StoredHostKey &place) {
        return matchesHosts(place.content.hosts, lookupName(hostNameOf(m_settings)));
    });
    for (const StoredHostKey &place : places.first(std::min<qsizetype>(places.size(), MostOfAKind)))
        result.append(Words::tr("The same key is on file for another name: %1 in %2.")
                          .arg(shownHosts(place.content.hosts), placeOf(place)));
    if (m_settings.hostKeyAlias.isEmpty() && m_settings.port != 22) {
        const QList<StoredHostKey> bare = m_known.keysOf({m_settings.host});
        if (!bare.isEmpty() && m_verdict.match == Match::Unknown)
            result.append(Words::tr("For port 22 of %1 another key is on file, in %2.")
                              .arg(m_settings.host, placeOf(bare.first())));
    }
    return result;
}

QStringList HostKeyWords::brokenRemarks() const
{
    QStringList result;
    for (const KnownHostsProblem &problem :
         m_verdict.doubts.first(std::min<qsizetype>(m_verdict.doubts.size(), MostOfAKind)))
        result.append(Words::tr("%1 It may have held a key of this host.").arg(problem.sentence()));
    if (const qsizetype more = m_known.problems().size() - result.size(); more > 0)
        result.append(Words::tr("%n other lines of the known_hosts files are not usable; the list "
                                "of known host keys names them.",
                                nullptr, int(more)));
    return result;
}

QString HostKeyWords::shown() const
{
    return Words::tr("%1 %2").arg(QString::fromLatin1(m_key.type), fingerprint(m_key));
}

QString HostKeyWords::onFile() const
{
    return Words::tr("%1 %2 in %3")
        .arg(typeOf(*m_verdict.decided), fingerprint(m_verdict.decided->content.key),
             placeOf(*m_verdict.decided));
}

/// What a broken line may have to do with a refusal; begins with a blank.
QString HostKeyWords::doubt() const
{
    return m_verdict.doubts.isEmpty() ? QString()
                                      : QLatin1Char(' ')
                                            + Words::tr("%1 It may have held a key of this host.")
                                                  .arg(m_verdict.doubts.first().sentence());
}

Error HostKeyWords::notAccepted() const
{
    return {ErrorCode::HostKeyUnknown,
            Words::tr("The host key of %1 (%2) is not known and was not accepted: %3.")
                    .arg(m_settings.node, peerName(m_settings), shown())
                + doubt(),
            Words::tr("Compare it with what ssh-keygen -lf prints on the host, then accept it.")};
}

Error HostKeyWords::refusedAsUnknown() const
{
    return {ErrorCode::HostKeyUnknown,
            Words::tr("The host key of %1 (%2) is not known, and new keys are refused "
                      "(StrictHostKeyChecking yes in the SSH configuration): %3.")
                    .arg(m_settings.node, peerName(m_settings), shown())
                + doubt(),
            Words::tr("Compare it with what ssh-keygen -lf prints on the host, and add it to a "
                      "known_hosts file yourself; or set StrictHostKeyChecking to ask.")};
}

Error HostKeyWords::refusal() const
{
    const QString peer = peerName(m_settings);
    switch (m_verdict.match) {
    case Match::Revoked:
        return {ErrorCode::HostKeyChanged,
                Words::tr("%1 (%2) shows a host key that is marked as revoked in %3: %4.")
                    .arg(m_settings.node, peer, placeOf(*m_verdict.decided), shown()),
                Words::tr("Do not connect. Whoever has this key may not be the host. Give the host "
                          "new keys at its console.")};
    case Match::OtherType:
        return {
            ErrorCode::HostKeyOtherType,
            Words::tr("%1 (%2) shows a host key of another type than those on file: it shows "
                      "%3, on file is %4. It may be another host.")
                    .arg(m_settings.node, peer, shown(), onFile())
                + doubt(),
            Words::tr("Compare the key with what ssh-keygen -lf prints at the console of the "
                      "host. If the host got new keys, remove the old ones and connect again.")};
    default:
        return {ErrorCode::HostKeyChanged,
                Words::tr("The host key of %1 (%2) has changed: it shows %3, on file is %4. "
                          "Somebody may be listening in.")
                        .arg(m_settings.node, peer, shown(), onFile())
                    + doubt(),
                Words::tr("Find out at the console of the host why. If it was installed anew and "
                          "ssh-keygen -lf prints the new key there, remove the old one and connect "
                          "again.")};
    }
}

} // namespace colonnade::remote
