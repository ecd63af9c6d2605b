// SPDX-License-Identifier: GPL-3.0-or-later
// As match.c and hostfile.c of OpenSSH 9.2 do it.
#include "remote/hostname.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>
#include <netdb.h>
#include <optional>
#include <sys/socket.h>

namespace colonnade::remote {

namespace {

constexpr quint16 DefaultPort = 22;
constexpr qsizetype SaltSize = 20; // of the digest, SHA-1
constexpr qsizetype LongestPattern = 1022;

/// "127.0.0.1" for "127.1", "::1" for "0:0:0:0:0:0:0:1"; what is no address as it is.
QByteArray usualForm(const QByteArray &host)
{
    addrinfo hints{};
    hints.ai_flags = AI_NUMERICHOST;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (::getaddrinfo(host.constData(), nullptr, &hints, &found) != 0)
        return host;
    std::array<char, NI_MAXHOST> text{};
    const bool told = ::getnameinfo(found->ai_addr, found->ai_addrlen, text.data(), text.size(),
                                    nullptr, 0, NI_NUMERICHOST)
                      == 0;
    ::freeaddrinfo(found);
    return told ? QByteArray(text.data()).toLower() : host;
}

QByteArray plainName(const QString &host)
{
    return usualForm(host.toUtf8().toLower());
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

/// The salt of |1|base64(salt)|base64(HMAC-SHA1(salt, name)); no value: it is none.
std::optional<QByteArray> saltOf(QByteArrayView hosts)
{
    const qsizetype bar = hosts.indexOf('|', 3);
    if (!hosts.startsWith("|1|") || bar < 0)
        return std::nullopt;
    const auto salt = QByteArray::fromBase64Encoding(hosts.sliced(3, bar - 3).toByteArray(),
                                                     QByteArray::AbortOnBase64DecodingErrors);
    if (!salt || salt.decoded.size() != SaltSize)
        return std::nullopt;
    return salt.decoded;
}

QByteArray hashOf(const QByteArray &name, const QByteArray &salt)
{
    const QByteArray hash = QMessageAuthenticationCode::hash(name, salt, QCryptographicHash::Sha1);
    return "|1|" + salt.toBase64() + '|' + hash.toBase64();
}

bool matchesList(QByteArrayView hosts, const QByteArray &name)
{
    bool result = false;
    for (qsizetype at = 0; at < hosts.size();) {
        qsizetype end = hosts.indexOf(',', at);
        if (end < 0)
            end = hosts.size();
        const bool negated = hosts[at] == '!';
        const QByteArrayView pattern = hosts.sliced(at, end - at).sliced(negated ? 1 : 0);
        if (pattern.size() > LongestPattern)
            return false;
        at = end + 1;
        if (!matchesWildcards(pattern.toByteArray().toLower(), name))
            continue;
        if (negated)
            return false;
        result = true;
    }
    return result;
}

} // namespace

QByteArray lookupName(const HostName &host)
{
    if (!host.alias.isEmpty())
        return host.alias.toUtf8().toLower();
    const QByteArray name = plainName(host.host);
    return host.port == DefaultPort ? name : '[' + name + "]:" + QByteArray::number(host.port);
}

QByteArray bareName(const HostName &host)
{
    return host.alias.isEmpty() && host.port != DefaultPort ? plainName(host.host) : QByteArray();
}

bool isHashed(QByteArrayView hosts)
{
    return hosts.startsWith('|');
}

bool isWholeHash(QByteArrayView hosts)
{
    const QByteArray hash = hosts.sliced(hosts.lastIndexOf('|') + 1).toByteArray();
    return saltOf(hosts) && QByteArray::fromBase64(hash).size() == SaltSize;
}

bool matchesHosts(QByteArrayView hosts, const QByteArray &name)
{
    if (!isHashed(hosts))
        return matchesList(hosts, name);
    const std::optional<QByteArray> salt = saltOf(hosts);
    return salt && hashOf(name, *salt) == hosts;
}

QByteArray hashedName(const QByteArray &name)
{
    std::array<quint32, SaltSize / sizeof(quint32)> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    return hashOf(name, QByteArray(reinterpret_cast<const char *>(random.data()), SaltSize));
}

} // namespace colonnade::remote
