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
constexpr qsizetype NoteLimit = 10'000;
constexpr qsizetype PathLimit = 4096;
constexpr qsizetype FilesLimit = 100; // SSH_MAX_IDENTITY_FILES of OpenSSH
constexpr auto LongestTimeout = std::chrono::seconds(3600);
constexpr auto LongestKeepalive = std::chrono::seconds(86'400);

bool isPrintableLine(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isPrint() || c.isSurrogate(); });
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
    if (!isHost(host)) {
        return base::failure(
            ErrorCode::InvalidInput, sentence.arg(host.left(NameLimit)),
            Words::tr("Give a host name, an IPv4 or an IPv6 address, without brackets or port."));
    }
    return {};
}

Result<void> checkUser(const QString &user)
{
    static const QRegularExpression allowed(u"\\A[A-Za-z0-9_][A-Za-z0-9_.@-]*\\$?\\z"_s);
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

Result<void> checkMethods(const Profile &profile)
{
    for (qsizetype i = 0; i < profile.methods.size(); ++i) {
        if (profile.methods.indexOf(profile.methods[i]) != i)
            return base::failure(ErrorCode::InvalidInput,
                                 Words::tr("%1 lists a way to log in twice.").arg(profile.name));
    }
    return {};
}

Result<void> checkFile(const QString &path)
{
    if (path.isEmpty() || path.size() > PathLimit || !isPrintableLine(path)) {
        return base::failure(
            ErrorCode::InvalidInput,
            Words::tr("\"%1\" cannot be the path of a file.").arg(path.left(NameLimit)));
    }
    return {};
}

Result<void> checkFiles(const Profile &profile)
{
    if (profile.identityFiles.size() > FilesLimit) {
        return base::failure(ErrorCode::InvalidInput,
                             Words::tr("%1 has more than %2 key files.")
                                 .arg(profile.name, QString::number(FilesLimit)));
    }
    QStringList files = profile.identityFiles;
    if (!profile.knownHostsFile.isEmpty())
        files.append(profile.knownHostsFile);
    for (const QString &file : std::as_const(files)) {
        if (const Result<void> sane = checkFile(file); !sane)
            return sane;
    }
    return {};
}

Result<void> checkJump(const Profile &profile)
{
    const JumpHost &jump = profile.jump;
    if (jump.isNone())
        return {};
    if (!jump.profile.isEmpty()) {
        if (!jump.host.isEmpty() || jump.port != 0 || !jump.user.isEmpty()) {
            return base::failure(
                ErrorCode::InvalidInput,
                Words::tr("The jump host of %1 is both a profile and a host.").arg(profile.name));
        }
        return checkName(Words::tr("\"%1\" cannot be a node's name."), jump.profile);
    }
    if (const Result<void> sane = checkHost(Words::tr("\"%1\" cannot be a jump host."), jump.host);
        !sane)
        return sane;
    return jump.user.isEmpty() ? Result<void>{} : checkUser(jump.user);
}

Result<void> checkTimes(const Profile &profile)
{
    const auto within = [](std::chrono::seconds time, std::chrono::seconds longest) {
        return time.count() >= 0 && time <= longest;
    };
    if (!within(profile.connectTimeout, LongestTimeout)) {
        return base::failure(
            ErrorCode::InvalidInput,
            Words::tr("%1 cannot wait that long for a connection.").arg(profile.name),
            Words::tr("Give a time of up to %1 seconds.").arg(LongestTimeout.count()));
    }
    if (!within(profile.keepalive, LongestKeepalive)) {
        return base::failure(
            ErrorCode::InvalidInput,
            Words::tr("%1 cannot wait that long for a sign of life.").arg(profile.name),
            Words::tr("Give a time of up to %1 seconds.").arg(LongestKeepalive.count()));
    }
    return {};
}

Result<void> checkNote(const QString &owner, const QString &note)
{
    const bool sane = std::ranges::all_of(
        note, [](QChar c) { return c.isPrint() || c.isSurrogate() || c == u'\n' || c == u'\t'; });
    if (sane && note.size() <= NoteLimit)
        return {};
    return base::failure(ErrorCode::InvalidInput,
                         Words::tr("The note of %1 cannot be kept.").arg(owner),
                         Words::tr("Use up to %1 characters that can be shown.").arg(NoteLimit));
}

} // namespace

bool isHost(const QString &host)
{
    // Names, IPv4, and IPv6 with a zone.
    static const QRegularExpression allowed(
        u"\\A[A-Za-z0-9_][A-Za-z0-9_.-]*\\z|\\A[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*"
        "(%[A-Za-z0-9_.-]+)?\\z"_s);
    return host.size() <= 255 && allowed.match(host).hasMatch();
}

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
        checkMethods(profile),
        checkFiles(profile),
        checkJump(profile),
        checkTimes(profile),
        checkNote(profile.name, profile.note),
    };
    const auto bad = std::ranges::find_if(checks, [](const auto &each) { return !each; });
    return bad == std::end(checks) ? Result<void>{} : *bad;
}

Result<void> check(const QString &cluster, const ClusterNote &note)
{
    static const QRegularExpression colour(u"\\A#[0-9A-Fa-f]{6}\\z"_s);
    if (const Result<void> sane =
            checkName(Words::tr("\"%1\" cannot be a cluster's name."), cluster);
        !sane)
        return sane;
    if (!note.colour.isEmpty() && !colour.match(note.colour).hasMatch())
        return base::failure(ErrorCode::InvalidInput,
                             Words::tr("\"%1\" is not a colour.").arg(note.colour.left(NameLimit)),
                             Words::tr("Write it as #rrggbb."));
    return checkNote(cluster, note.note);
}

} // namespace colonnade::profiles
