// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/knownhosts.h"

#include "remote/handles.h"
#include "remote/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>

namespace colonnade::remote {

using base::ErrorCode;
using base::failure;

namespace {

constexpr quint16 DefaultPort = 22;

/// How known_hosts names a host: lower case, with the port where it is not the usual one.
QByteArray hostName(const QString &host, quint16 port)
{
    const QByteArray name = host.toLower().toUtf8();
    return port == DefaultPort ? name : '[' + name + "]:" + QByteArray::number(port);
}

/// Takes the next word off the front of @p text.
QByteArray takeWord(QByteArray &text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    const auto begin = std::find_if_not(text.cbegin(), text.cend(), isBlank);
    const auto end = std::find_if(begin, text.cend(), isBlank);
    const QByteArray word(begin, end - begin);
    text = QByteArray(end, text.cend() - end);
    return word;
}

/// fnmatch() with * and ? alone, without recursion: the pattern is foreign.
bool matchesWildcards(QByteArrayView pattern, QByteArrayView name)
{
    qsizetype p = 0, n = 0, star = -1, resume = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = n;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n])) {
            ++p;
            ++n;
        } else if (star >= 0) {
            p = star + 1;
            n = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

/// |1|base64(salt)|base64(HMAC-SHA1(salt, name))
bool matchesHash(const QByteArray &hosts, const QByteArray &name)
{
    const QList<QByteArray> parts = hosts.split('|');
    if (parts.size() != 4 || parts[1] != "1")
        return false;
    return QMessageAuthenticationCode::hash(name, QByteArray::fromBase64(parts[2]),
                                            QCryptographicHash::Sha1)
           == QByteArray::fromBase64(parts[3]);
}

bool matchesHosts(const QByteArray &hosts, const QByteArray &name)
{
    if (hosts.startsWith('|'))
        return matchesHash(hosts, name);
    bool result = false;
    for (const QByteArray &entry : hosts.toLower().split(',')) {
        const bool negated = entry.startsWith('!');
        if (!matchesWildcards(QByteArrayView(entry).sliced(negated ? 1 : 0), name))
            continue;
        if (negated)
            return false;
        result = true;
    }
    return result;
}

std::unexpected<base::Error> fileFailure(const QString &text, const QString &file,
                                         const QString &reason)
{
    return failure(ErrorCode::IoFailed, text.arg(QDir::toNativeSeparators(file), reason),
                   Words::tr("Check the owner and the mode of the file."));
}

bool endsInsideLine(int fd)
{
    struct stat status;
    char last = '\n';
    return ::fstat(fd, &status) == 0 && status.st_size > 0
           && ::pread(fd, &last, 1, status.st_size - 1) == 1 && last != '\n';
}

} // namespace

base::Result<KnownHosts> KnownHosts::read(const QStringList &files)
{
    KnownHosts result;
    for (const QString &path : files) {
        QFile file(path);
        if (!file.exists())
            continue;
        if (!file.open(QIODevice::ReadOnly))
            return fileFailure(Words::tr("The known host keys in %1 cannot be read: %2."), path,
                               file.errorString());
        result.addFile(path, file.readAll());
    }
    return result;
}

void KnownHosts::addFile(const QString &file, const QByteArray &text)
{
    int number = 0;
    for (QByteArray line : text.split('\n')) {
        ++number;
        if (line.endsWith('\r'))
            line.chop(1);
        Entry entry;
        QByteArray word = takeWord(line);
        if (word.isEmpty() || word.startsWith('#'))
            continue;
        if (word.startsWith('@')) {
            entry.marker = word == "@revoked" ? Entry::Marker::Revoked : Entry::Marker::Authority;
            word = takeWord(line);
        }
        entry.hosts = word;
        entry.key.type = takeWord(line);
        entry.key.base64 = takeWord(line);
        entry.file = file;
        entry.line = number;
        if (!entry.key.base64.isEmpty())
            m_entries.append(entry);
    }
}

QList<KnownHosts::Entry> KnownHosts::entriesFor(const QByteArray &name, Entry::Marker marker) const
{
    QList<Entry> result;
    std::copy_if(m_entries.begin(), m_entries.end(), std::back_inserter(result),
                 [&](const Entry &entry) {
                     return entry.marker == marker && matchesHosts(entry.hosts, name);
                 });
    return result;
}

KnownHosts::Verdict KnownHosts::judge(const QString &host, quint16 port, const HostKey &key) const
{
    const auto verdict = [](Match match, const Entry &entry) {
        return Verdict{match, entry.file, entry.line};
    };
    const auto isKey = [&](const Entry &entry) { return entry.key == key; };
    const auto find = [](const QList<Entry> &entries, const auto &predicate) {
        return std::find_if(entries.begin(), entries.end(), predicate);
    };

    for (const QByteArray &name : {hostName(host, port), hostName(host, DefaultPort)}) {
        const QList<Entry> revoked = entriesFor(name, Entry::Marker::Revoked);
        if (const auto entry = find(revoked, isKey); entry != revoked.end())
            return verdict(Match::Revoked, *entry);
    }
    const QList<Entry> entries = entriesFor(hostName(host, port), Entry::Marker::None);
    if (const auto same = find(entries, isKey); same != entries.end())
        return verdict(Match::Known, *same);
    const auto sameType = find(entries, [&](const Entry &e) { return e.key.type == key.type; });
    if (sameType != entries.end())
        return verdict(Match::Changed, *sameType);
    if (!entries.isEmpty())
        return verdict(Match::OtherType, entries.first());

    // As ssh(1): the same key under the host's bare name is good enough for another port of it.
    const QList<Entry> bare = entriesFor(hostName(host, DefaultPort), Entry::Marker::None);
    if (const auto same = find(bare, isKey); same != bare.end())
        return verdict(Match::Known, *same);
    return {};
}

QList<QByteArray> KnownHosts::knownTypes(const QString &host, quint16 port) const
{
    QList<Entry> entries = entriesFor(hostName(host, port), Entry::Marker::None);
    if (entries.isEmpty())
        entries = entriesFor(hostName(host, DefaultPort), Entry::Marker::None);
    QList<QByteArray> result;
    for (const Entry &entry : entries) {
        if (!result.contains(entry.key.type))
            result.append(entry.key.type);
    }
    return result;
}

base::Result<void> appendKnownHost(const QString &file, const QString &host, quint16 port,
                                   const HostKey &key)
{
    const QString problem = Words::tr("The host key cannot be saved in %1: %2.");
    const QFileInfo folder(QFileInfo(file).path());
    if (!folder.exists()) {
        QDir().mkpath(folder.dir().path());
        ::mkdir(QFile::encodeName(folder.filePath()).constData(), 0700);
    }
    Descriptor fd(::open(QFile::encodeName(file).constData(), O_RDWR | O_APPEND | O_CREAT, 0600));
    if (!fd.isOpen())
        return fileFailure(problem, file, QString::fromLocal8Bit(std::strerror(errno)));

    QByteArray line = hostName(host, port) + ' ' + key.type + ' ' + key.base64 + '\n';
    if (endsInsideLine(fd.get()))
        line.prepend('\n');
    if (::write(fd.get(), line.constData(), static_cast<std::size_t>(line.size())) != line.size())
        return fileFailure(problem, file, QString::fromLocal8Bit(std::strerror(errno)));
    return {};
}

} // namespace colonnade::remote
