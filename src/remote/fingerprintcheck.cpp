// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fingerprintcheck.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace colonnade::remote {

namespace {

constexpr qsizetype LongestText = 64 * 1024;
constexpr qsizetype Sha256Size = 43; // of base64 without padding

bool matches(const char *pattern, const QString &word)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern)))
        .match(word)
        .hasMatch();
}

/// The base64 of a SHA256 fingerprint; empty: the word is none.
QString sha256Of(QString word)
{
    if (word.startsWith(QLatin1String("SHA256:"), Qt::CaseInsensitive))
        word.remove(0, 7);
    while (word.endsWith(QLatin1Char('=')))
        word.chop(1);
    return matches("[A-Za-z0-9+/]{43}", word) && word.size() == Sha256Size ? word : QString();
}

/// 32 hexadecimal digits without colons; empty: the word is no MD5.
QString md5Of(QString word)
{
    if (word.startsWith(QLatin1String("MD5:"), Qt::CaseInsensitive))
        word.remove(0, 4);
    if (!matches("([0-9a-fA-F]{2}:){15}[0-9a-fA-F]{2}|[0-9a-fA-F]{32}", word))
        return {};
    return word.remove(QLatin1Char(':')).toLower();
}

/// (ED25519), as ssh-keygen -l names the type behind a fingerprint.
QString typeNameOf(const HostKey &key)
{
    if (key.type.startsWith("sk-"))
        return key.type.contains("ed25519") ? QStringLiteral("(ED25519-SK)")
                                            : QStringLiteral("(ECDSA-SK)");
    if (key.type.contains("ecdsa"))
        return QStringLiteral("(ECDSA)");
    return key.type == "ssh-ed25519" ? QStringLiteral("(ED25519)")
           : key.type == "ssh-rsa"   ? QStringLiteral("(RSA)")
                                     : QStringLiteral("(DSA)");
}

/// What one word of the text says.
FingerprintMatch compareWord(const QString &word, const HostKey &key)
{
    using enum FingerprintMatch;
    if (word.startsWith(QLatin1String("AAAA"))) {
        if (const auto blob = readHostKeyBlob(QByteArray::fromBase64(word.toLatin1())))
            return *blob == key ? Same : blob->type == key.type ? Different : OtherType;
    }
    if (const QString sha256 = sha256Of(word); !sha256.isEmpty())
        return fingerprint(key).mid(7) == sha256 ? Same : Different;
    if (const QString md5 = md5Of(word); !md5.isEmpty())
        return md5Of(md5Fingerprint(key)) == md5 ? SameMd5Only : Different;
    return Unrecognized;
}

bool namesOtherType(const QString &word, const HostKey &key)
{
    return matches("\\((ED25519|ECDSA|RSA|DSA|ED25519-SK|ECDSA-SK)\\)", word)
           && word != typeNameOf(key);
}

} // namespace

FingerprintMatch compareFingerprint(const QString &text, const HostKey &key)
{
    using enum FingerprintMatch;
    const QStringList words =
        text.left(LongestText)
            .split(QRegularExpression(QStringLiteral("[\\s,;'\"<>]+")), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return Nothing;
    QList<FingerprintMatch> found;
    for (const QString &word : words) {
        // ssh-keygen -l names the type behind the fingerprint.
        if (!found.isEmpty() && found.last() == Different && namesOtherType(word, key))
            found.last() = OtherType;
        else if (const FingerprintMatch match = compareWord(word, key); match != Unrecognized)
            found.append(match);
    }
    for (const FingerprintMatch each : {Same, SameMd5Only, Different, OtherType}) {
        if (found.contains(each))
            return each;
    }
    return Unrecognized;
}

} // namespace colonnade::remote
