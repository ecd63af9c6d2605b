// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/profilecheck.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {

using base::ErrorCode;
using base::Result;

namespace {

constexpr qsizetype NameLimit = 100;

bool isPrintableLine(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isPrint(); });
}

Result<void> checkName(const QString &what, const QString &name)
{
    if (name.size() > NameLimit || !isPrintableLine(name) || name.trimmed() != name
        || name.startsWith(u'-') || name.contains(u'/')) {
        return base::failure(
            ErrorCode::InvalidInput, u"\"%1\" cannot be %2."_s.arg(name.left(NameLimit), what),
            u"Use up to %1 printable characters without a slash, no dash first, no "
            u"blank at either end."_s.arg(NameLimit));
    }
    return {};
}

Result<void> checkHost(const QString &what, const QString &host)
{
    // Names, IPv4, and IPv6 with a zone.
    static const QRegularExpression allowed(
        u"^[A-Za-z0-9_][A-Za-z0-9_.-]*$|^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*"
        "(%[A-Za-z0-9_.-]+)?$"_s);
    if (host.size() > 255 || !allowed.match(host).hasMatch()) {
        return base::failure(ErrorCode::InvalidInput,
                             u"\"%1\" cannot be %2."_s.arg(host.left(NameLimit), what),
                             u"Give a host name, an IPv4 or an IPv6 address, without brackets or "
                             u"port."_s);
    }
    return {};
}

Result<void> checkUser(const QString &user)
{
    static const QRegularExpression allowed(u"^[A-Za-z0-9_][A-Za-z0-9_.@-]*\\$?$"_s);
    if (user.size() > NameLimit || !allowed.match(user).hasMatch()) {
        return base::failure(ErrorCode::InvalidInput,
                             u"\"%1\" cannot be a user's name."_s.arg(user.left(NameLimit)));
    }
    return {};
}

Result<void> checkPort(quint16 port)
{
    if (port == 0)
        return base::failure(ErrorCode::InvalidInput, u"Port 0 cannot be connected to."_s,
                             u"Give a port from 1 to 65535; ssh's own is 22."_s);
    return {};
}

} // namespace

Result<void> check(const Profile &profile)
{
    if (profile.name.isEmpty())
        return base::failure(ErrorCode::InvalidInput, u"The node has no name."_s);
    if (profile.host.isEmpty())
        return base::failure(ErrorCode::InvalidInput, u"%1 has no host."_s.arg(profile.name));
    const Result<void> checks[] = {
        checkName(u"a node's name"_s, profile.name),
        checkName(u"a cluster's name"_s, profile.cluster),
        checkHost(u"a host"_s, profile.host),
        checkUser(profile.user),
        checkPort(profile.port),
        checkPort(profile.migrationPort),
        profile.migrationAddress.isEmpty()
            ? Result<void>{}
            : checkHost(u"an address for migrations"_s, profile.migrationAddress),
    };
    const auto bad = std::ranges::find_if(checks, [](const auto &each) { return !each; });
    return bad == std::end(checks) ? Result<void>{} : *bad;
}

} // namespace colonnade::profiles
