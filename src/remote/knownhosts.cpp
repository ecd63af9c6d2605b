// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/knownhosts.h"

#include "remote/knownhostsfile.h"
#include "remote/words.h"

#include <QDir>

#include <algorithm>

namespace colonnade::remote {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

QList<StoredHostKey> withMarker(const QList<StoredHostKey> &keys, KeyMarker marker)
{
    QList<StoredHostKey> result;
    std::ranges::copy_if(keys, std::back_inserter(result), [marker](const StoredHostKey &key) {
        return key.content.marker == marker;
    });
    return result;
}

std::optional<StoredHostKey> withKey(const QList<StoredHostKey> &keys, const HostKey &key)
{
    const auto found = std::ranges::find_if(
        keys, [&](const StoredHostKey &each) { return each.content.key == key; });
    return found == keys.end() ? std::nullopt : std::optional(*found);
}

std::optional<StoredHostKey> withType(const QList<StoredHostKey> &keys, const QByteArray &type)
{
    const auto found = std::ranges::find_if(
        keys, [&](const StoredHostKey &each) { return each.content.key.type == type; });
    return found == keys.end() ? std::nullopt : std::optional(*found);
}

/// Which of the host's keys on file tells what about the one that it shows.
void decide(KnownHosts::Verdict &verdict, const HostKey &key)
{
    using Match = KnownHosts::Match;
    const auto is = [&](Match match, const std::optional<StoredHostKey> &decided) {
        if (decided) {
            verdict.match = match;
            verdict.decided = decided;
        }
        return decided.has_value();
    };
    if (is(Match::Revoked, withKey(verdict.revoked, key))
        || is(Match::Known, withKey(verdict.onFile, key))
        || is(Match::Changed, withType(verdict.onFile, key.type)))
        return;
    if (!verdict.onFile.isEmpty())
        is(Match::OtherType, verdict.onFile.first());
}

} // namespace

QStringList defaultKnownHostsFiles()
{
    const QDir ssh(QDir::home().filePath(QStringLiteral(".ssh")));
    return {
        ssh.filePath(QStringLiteral("known_hosts")), ssh.filePath(QStringLiteral("known_hosts2")),
        QStringLiteral("/etc/ssh/ssh_known_hosts"), QStringLiteral("/etc/ssh/ssh_known_hosts2")};
}

QString placeOf(const StoredHostKey &key)
{
    return QStringLiteral("%1:%2").arg(QDir::toNativeSeparators(key.file),
                                       QString::number(key.line));
}

QString shownHosts(const QByteArray &hosts)
{
    constexpr qsizetype Longest = 200;
    if (isHashed(hosts))
        return Words::tr("(hashed)");
    QString text;
    for (const QChar c : QString::fromUtf8(hosts.left(4 * Longest)))
        text += c.isPrint() ? c : QChar(QChar::ReplacementCharacter);
    return text.size() > Longest ? text.left(Longest) + QChar(0x2026) : text;
}

QString KnownHostsProblem::sentence() const
{
    const QString path = QDir::toNativeSeparators(file);
    if (line == 0)
        return Words::tr("%1: %2.").arg(path, broken.reason);
    return Words::tr("%1:%2 is not usable and was skipped: %3.")
        .arg(path, QString::number(line), broken.reason);
}

Result<KnownHosts> KnownHosts::read(const QStringList &files)
{
    KnownHosts result;
    for (const QString &path : files) {
        if (const Result<void> added = result.addFile(path); !added)
            return failure(added.error().code,
                           Words::tr("The known host keys in %1 cannot be read: %2.")
                               .arg(QDir::toNativeSeparators(path), added.error().message),
                           Words::tr("Check the owner and the mode of the file."));
    }
    return result;
}

KnownHosts KnownHosts::readAsFarAsPossible(const QStringList &files)
{
    KnownHosts result;
    for (const QString &path : files) {
        if (const Result<void> added = result.addFile(path); !added)
            result.m_problems.append(
                {path, 0, {Words::tr("it cannot be read: %1").arg(added.error().message), {}}});
    }
    return result;
}

Result<void> KnownHosts::addFile(const QString &path)
{
    const Result<QByteArray> bytes = readKnownHostsFile(path);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
        return {};
    if (!bytes)
        return std::unexpected(bytes.error());
    m_files.append({path, *bytes});
    scan(m_files.size() - 1);
    return {};
}

void KnownHosts::scan(qsizetype file)
{
    const QByteArray &bytes = m_files[file].bytes;
    int line = 0, broken = 0;
    for (qsizetype begin = 0, end = 0; begin < bytes.size(); begin = end + 1) {
        end = bytes.indexOf('\n', begin);
        if (end < 0)
            end = bytes.size();
        ++line;
        const auto parsed = parseKnownHostsLine(bytes.mid(begin, end - begin));
        if (!parsed)
            addProblem({m_files[file].path, line, parsed.error()}, broken);
        else if (*parsed)
            m_rows.append({file, line, begin, end - begin, (*parsed)->hosts});
    }
}

void KnownHosts::addProblem(const KnownHostsProblem &problem, int &count)
{
    if (++count <= ProblemLimit) {
        m_problems.append(problem);
        return;
    }
    if (count == ProblemLimit + 1)
        m_problems.append({problem.file, 0, {}});
    m_problems.last().broken.reason =
        Words::tr("%n more lines are not usable", nullptr, count - ProblemLimit);
}

StoredHostKey KnownHosts::keyAt(const Row &row) const
{
    const File &file = m_files[row.file];
    StoredHostKey key;
    key.file = file.path;
    key.line = row.line;
    key.text = file.bytes.mid(row.begin, row.size);
    key.content = **parseKnownHostsLine(key.text);
    return key;
}

QList<StoredHostKey> KnownHosts::all() const
{
    QList<StoredHostKey> result;
    for (const Row &row : m_rows)
        result.append(keyAt(row));
    return result;
}

QList<StoredHostKey> KnownHosts::linesFor(const QByteArray &name) const
{
    QList<StoredHostKey> result;
    for (const Row &row : m_rows) {
        if (matchesHosts(row.hosts, name))
            result.append(keyAt(row));
    }
    return result;
}

QList<StoredHostKey> KnownHosts::keysOf(const HostName &host) const
{
    return withMarker(linesFor(lookupName(host)), KeyMarker::None);
}

QList<StoredHostKey> KnownHosts::placesOf(const HostKey &key, int most) const
{
    QList<StoredHostKey> result;
    for (auto row = m_rows.begin(); row != m_rows.end() && result.size() < most; ++row) {
        const StoredHostKey stored = keyAt(*row);
        if (stored.content.marker == KeyMarker::None && stored.content.key == key)
            result.append(stored);
    }
    return result;
}

QList<KnownHostsProblem> KnownHosts::doubtsAbout(const QByteArray &name,
                                                 const QByteArray &bare) const
{
    QList<KnownHostsProblem> result;
    std::ranges::copy_if(m_problems, std::back_inserter(result), [&](const auto &problem) {
        const QByteArray &hosts = problem.broken.hosts;
        return hosts.isEmpty() || matchesHosts(hosts, name)
               || (!bare.isEmpty() && matchesHosts(hosts, bare));
    });
    return result;
}

KnownHosts::Verdict KnownHosts::judge(const HostName &host, const HostKey &key) const
{
    const QByteArray name = lookupName(host);
    const QByteArray bare = bareName(host);
    const QList<StoredHostKey> lines = linesFor(name);
    const QList<StoredHostKey> bareLines = bare.isEmpty() ? QList<StoredHostKey>() : linesFor(bare);
    Verdict verdict;
    verdict.onFile = withMarker(lines, KeyMarker::None);
    verdict.authorities = withMarker(lines, KeyMarker::Authority);
    // Stricter than ssh(1): what is revoked for a host is revoked on all its ports.
    verdict.revoked =
        withMarker(lines, KeyMarker::Revoked) + withMarker(bareLines, KeyMarker::Revoked);
    verdict.doubts = doubtsAbout(name, bare);
    decide(verdict, key);
    if (verdict.match != Match::Unknown)
        return verdict;
    // As ssh(1): the same key under the host's bare name is good enough for another port of it.
    verdict.decided = withKey(withMarker(bareLines, KeyMarker::None), key);
    if (verdict.decided)
        verdict.match = Match::Known;
    return verdict;
}

QList<QByteArray> KnownHosts::knownTypes(const HostName &host) const
{
    const QByteArray bare = bareName(host);
    QList<StoredHostKey> lines = linesFor(lookupName(host));
    if (withMarker(lines, KeyMarker::None).isEmpty() && !bare.isEmpty())
        lines = linesFor(bare);
    const QList<StoredHostKey> revoked = withMarker(lines, KeyMarker::Revoked);
    QList<QByteArray> result;
    for (const StoredHostKey &stored : withMarker(lines, KeyMarker::None)) {
        const HostKey &key = stored.content.key;
        if (!result.contains(key.type) && !withKey(revoked, key))
            result.append(key.type);
    }
    return result;
}

} // namespace colonnade::remote
