// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/profilecheck.h"

#include "profiles/words.h"

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

/// @p sentence: what to say of a bad one, with %1 for it.
Result<void> checkName(const QString &sentence, const QString &name)
{
    if (name.size() > NameLimit || !isPrintableLine(name) || name.trimmed() != name
        || name.startsWith(u'-') || name.contains(u'/')) {
        return base::failure(ErrorCode::InvalidInput, sentence.arg(name.left(NameLimit)),
                             Words::tr("Use up to %1 printable characters without a slash, no dash "
                                       "first, no blank at either end.")
                                 .arg(NameLimit));
    }
    return {};
}

Result<void> checkHost(const QString &sentence, const QString &host)
{
    // Names, IPv4, and IPv6 with a zone.
    static const QRegularExpression allowed(
        u"^[A-Za-z0-9_][A-Za-z0-9_.-]*$|^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*"
        "(%[A-Za-z0-9_.-]+)?$"_s);
    if (host.size() > 255 || !allowed.match(host).hasMatch()) {
        return base::failure(
            ErrorCode::InvalidInput, sentence.arg(host.left(NameLimit)),
            Words::tr("Give a host name, an IPv4 or an IPv6 address, without brackets or port."));
    }
    return {};
}

Result<void> checkUser(const QString &user)
{
    static const QRegularExpression allowed(u"^[A-Za-z0-9_][A-Za-z0-9_.@-]*\\$?$"_s);
    if (user.size() > NameLimit || !allowed.match(user).hasMatch()) {
        return base::failure(
            ErrorCode::InvalidInput,
            Words::tr("\"%1\" cannot be a user's name.").arg(user.left(NameLimit)));
    }
    return {};
}

Result<void> checkPort(quint16 port)
{
    if (port == 0)
        return base::failure(ErrorCode::InvalidInput, Words::tr("Port 0 cannot be connected to."),
                             Words::tr("Give a port from 1 to 65535; ssh's own is 22."));
    return {};
}

} // namespace

Result<void> check(const Profile &profile)
{
    if (profile.name.isEmpty())
        return base::failure(ErrorCode::InvalidInput, Words::tr("The node has no name."));
    if (profile.host.isEmpty())
        return base::failure(ErrorCode::InvalidInput,
                             Words::tr("%1 has no host.").arg(profile.name));
    const Result<void> checks[] = {
        checkName(Words::tr("\"%1\" cannot be a node's name."), profile.name),
        checkName(Words::tr("\"%1\" cannot be a cluster's name."), profile.cluster),
        checkHost(Words::tr("\"%1\" cannot be a host."), profile.host),
        profile.user.isEmpty() ? Result<void>{} : checkUser(profile.user),
        checkPort(profile.migrationPort),
        profile.migrationAddress.isEmpty()
            ? Result<void>{}
            : checkHost(Words::tr("\"%1\" cannot be an address for migrations."),
                        profile.migrationAddress),
    };
    const auto bad = std::ranges::find_if(checks, [](const auto &each) { return !each; });
    return bad == std::end(checks) ? Result<void>{} : *bad;
}

} // namespace colonnade::profiles
