// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/jumphost.h"

#include "profiles/sshconfigkeywords.h"

namespace colonnade::profiles {

namespace {

/// USER, which may have %XX in a URI.
QString userOf(const QByteArray &text, bool isUri)
{
    return QString::fromUtf8(isUri ? QByteArray::fromPercentEncoding(text) : text);
}

} // namespace

std::optional<JumpHost> jumpHostFrom(const QByteArray &text)
{
    const bool isUri = text.startsWith("ssh://");
    QByteArray rest = isUri ? text.mid(6) : text;
    if (isUri && rest.endsWith('/'))
        rest.chop(1);
    JumpHost jump;
    if (const qsizetype at = rest.lastIndexOf('@'); at >= 0) {
        jump.user = userOf(rest.left(at), isUri);
        rest = rest.mid(at + 1);
        if (jump.user.isEmpty())
            return std::nullopt;
    }
    const bool bracketed = rest.startsWith('[');
    const qsizetype end = bracketed ? rest.indexOf(']') : rest.indexOf(':');
    if (bracketed && end < 0)
        return std::nullopt;
    const qsizetype start = bracketed ? 1 : 0;
    jump.host = QString::fromUtf8(end < 0 ? rest : rest.mid(start, end - start));
    const QByteArray port = end < 0 ? QByteArray() : rest.mid(end + start);
    if (jump.host.isEmpty() || (!port.isEmpty() && !port.startsWith(':')))
        return std::nullopt;
    if (port.size() > 1) {
        const std::optional<quint16> number = sshPort(port.mid(1));
        if (!number)
            return std::nullopt;
        jump.port = *number;
    }
    return jump;
}

} // namespace colonnade::profiles
