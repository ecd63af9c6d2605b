// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/knownhostsline.h"

#include "remote/hostname.h"
#include "remote/words.h"

#include <algorithm>

namespace colonnade::remote {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// Takes the next word off the front of @p text.
QByteArray takeWord(QByteArrayView &text)
{
    const char *const begin = std::find_if_not(text.begin(), text.end(), isBlank);
    const char *const end = std::find_if(begin, text.end(), isBlank);
    text = QByteArrayView(end, text.end() - end);
    return QByteArray(begin, end - begin);
}

std::unexpected<BrokenLine> broken(const QString &reason, const QByteArray &hosts = {})
{
    return std::unexpected(BrokenLine{reason, hosts});
}

/// The marker in @p word; no value: there is no such marker.
std::optional<KeyMarker> markerOf(const QByteArray &word)
{
    if (word == "@revoked")
        return KeyMarker::Revoked;
    if (word == "@cert-authority")
        return KeyMarker::Authority;
    return std::nullopt;
}

/// What is wrong with the names alone; empty: nothing.
QString wrongWithHosts(const QByteArray &hosts)
{
    if (isHashed(hosts) && !isWholeHash(hosts))
        return Words::tr("the hashed name is damaged");
    if (hosts.startsWith("\xEF\xBB\xBF") && !hosts.contains(',')) // others behind it are good
        return Words::tr("a byte order mark in front of the name makes it another one");
    return {};
}

/// SSH 1 had three numbers where a type and a key are now.
bool isProtocol1(const QByteArray &type, const QByteArray &key)
{
    const auto isNumber = [](const QByteArray &word) {
        return !word.isEmpty()
               && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
    };
    return isNumber(type) && isNumber(key);
}

} // namespace

std::expected<std::optional<KnownHostsLine>, BrokenLine> parseKnownHostsLine(const QByteArray &line)
{
    if (line.size() > KnownHostsLineLimit)
        return broken(Words::tr("it is longer than %1 KiB").arg(KnownHostsLineLimit / 1024));
    QByteArrayView rest(line.constData()); // up to a NUL
    if (rest.endsWith('\r'))
        rest.chop(1);
    KnownHostsLine result;
    result.hosts = takeWord(rest);
    if (result.hosts.isEmpty() || result.hosts.startsWith('#'))
        return std::nullopt;
    if (result.hosts.startsWith('@')) {
        const std::optional<KeyMarker> marker = markerOf(result.hosts);
        result.hosts = takeWord(rest);
        if (!marker || result.hosts.startsWith('@'))
            return broken(Words::tr("the marker is neither @revoked nor @cert-authority"));
        result.marker = *marker;
    }
    if (const QString wrong = wrongWithHosts(result.hosts); !wrong.isEmpty())
        return broken(wrong);
    const QByteArray type = takeWord(rest);
    const QByteArray base64 = takeWord(rest);
    if (type.isEmpty() || type.startsWith('#') || base64.isEmpty())
        return broken(Words::tr("there is no key behind the name"), result.hosts);
    if (isProtocol1(type, base64))
        return broken(Words::tr("it is a key of SSH 1, which nothing speaks any more"),
                      result.hosts);
    std::expected<HostKey, QString> key = readHostKey(type, base64);
    if (!key)
        return broken(key.error(), result.hosts);
    result.key = *std::move(key);
    result.comment = rest.trimmed().toByteArray();
    return result;
}

} // namespace colonnade::remote
