// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/migrate.h"

#include "toolstack/words.h"

#include <algorithm>

namespace colonnade::toolstack {

namespace {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;

constexpr qsizetype MaxName = 255;

bool isAlphanumeric(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool consistsOf(const QString &text, QStringView others)
{
    return std::all_of(text.begin(), text.end(),
                       [others](QChar c) { return isAlphanumeric(c) || others.contains(c); });
}

std::unexpected<base::Error> refused(const QString &message, const QString &remedy = {})
{
    return failure(ErrorCode::InvalidInput, message, remedy);
}

/// A plus sign counts: xend reads "+5" as a number too.
bool isTakenForDomainId(const QString &name)
{
    const QStringView digits = QStringView(name).mid(name.startsWith(u'+') ? 1 : 0);
    return !digits.isEmpty()
           && std::all_of(digits.begin(), digits.end(), [](QChar c) { return c.isDigit(); });
}

base::Result<void> checkGuest(Kind kind, const QString &guest)
{
    const QString program = kindName(kind);
    if (guest.trimmed().isEmpty() || guest == "(null)"_L1)
        return refused(Words::tr("A guest without a name cannot be migrated."));
    if (guest == "Domain-0"_L1)
        return refused(Words::tr("Domain-0 is the node itself and cannot be migrated."));
    if (guest.size() > MaxName)
        return refused(Words::tr("The name of guest %1... is too long to be passed to %2.")
                           .arg(guest.left(32), program));
    if (guest.startsWith(u'-'))
        return refused(
            Words::tr(
                "The name of guest \"%1\" begins with a dash, and %2 would read it as an option.")
                .arg(guest, program),
            Words::tr("Rename the guest with `%1 rename`, giving its domain id.").arg(program));
    if (isTakenForDomainId(guest))
        return refused(
            Words::tr("The name of guest \"%1\" is a number, and %2 would take it for a domain id.")
                .arg(guest, program),
            Words::tr("Rename the guest with `%1 rename`, giving its domain id.").arg(program));
    const auto unprintable = [](QChar c) { return c.isSpace() || !c.isPrint(); };
    if (std::any_of(guest.begin(), guest.end(), unprintable))
        return refused(Words::tr("The name of guest \"%1\" holds a blank or a control character, "
                                 "which %2 cannot be trusted with.")
                           .arg(guest.simplified(), program),
                       Words::tr("Rename the guest with `%1 rename`.").arg(program));
    if (kind == Kind::Xm && !consistsOf(guest, u"_-.:+"))
        return refused(
            Words::tr("xend allows only letters, digits and _ - . : + in names; \"%1\" has others.")
                .arg(guest));
    return {};
}

/// xl pastes the host into a shell, so nothing but what names and addresses consist of may get
/// there.
base::Result<void> checkAddress(Kind kind, const QString &address)
{
    if (address.isEmpty())
        return refused(Words::tr("No address is known under which the target can be reached."),
                       Words::tr("Set the migration address in the target's profile."));
    const bool begins = isAlphanumeric(address.front()) || address.front() == u':';
    if (!begins || address.size() > MaxName || !consistsOf(address, u"._:-"))
        return refused(
            Words::tr("\"%1\" is no host name or address that can be passed to %2 safely.")
                .arg(address.left(64), kindName(kind)),
            Words::tr("Set the migration address in the target's profile to a name of letters, "
                      "digits, dots and dashes."));
    if (kind == Kind::Xm && address.contains(u':'))
        return refused(
            Words::tr("xend migrates over IPv4 only; \"%1\" is no such address.").arg(address));
    return {};
}

bool isPort(int port)
{
    return port >= 1 && port <= 65535;
}

/// The ssh of xl, as in xl(1), migrate -s. It must never stop to ask. And it must notice a target
/// that lost its power: xl waits for its answer with nothing on the wire, where TCP alone takes two
/// hours to see that nobody is there (seen on Xen 4.17). Three unanswered questions, 45 s, end it.
/// The string is ours to the last byte, as xl hands it to a shell.
QByteArray sshCommand(int port)
{
    QByteArray command = "ssh -o BatchMode=yes -o ConnectTimeout=10 -o ServerAliveInterval=15";
    if (port != 22)
        command += " -p " + QByteArray::number(port);
    return command;
}

QList<QByteArray> xlCommand(const QString &guest, const QString &address, int port)
{
    return {"xl", "migrate", "-s", sshCommand(port), guest.toUtf8(), address.toUtf8()};
}

} // namespace

base::Result<QList<QByteArray>> migrateCommand(Kind kind, const QString &guest,
                                               const QString &address,
                                               const MigrateOptions &options)
{
    if (const auto checked = checkGuest(kind, guest); !checked)
        return std::unexpected(checked.error());
    if (const auto checked = checkAddress(kind, address); !checked)
        return std::unexpected(checked.error());
    const int port = kind == Kind::Xl ? options.sshPort : options.relocationPort;
    if (!isPort(port))
        return refused(Words::tr("%1 is no TCP port.").arg(port));
    if (kind == Kind::Xl)
        return xlCommand(guest, address, port);
    // The port is always said: without it xend takes that of its own configuration, not the
    // target's.
    return QList<QByteArray>{"xm",           "migrate",       "-l", "-p", QByteArray::number(port),
                             guest.toUtf8(), address.toUtf8()};
}

base::Result<QList<QByteArray>> clusvcadmMigrateCommand(const QString &guest, const QString &member)
{
    if (const auto checked = checkGuest(Kind::Xm, guest); !checked)
        return std::unexpected(checked.error());
    if (member.isEmpty() || !isAlphanumeric(member.front()) || member.size() > MaxName
        || !consistsOf(member, u"._-"))
        return refused(
            Words::tr("\"%1\" is no name of a cluster member that can be passed to clusvcadm.")
                .arg(member.left(64)));
    return QList<QByteArray>{"clusvcadm", "-M", "vm:" + guest.toUtf8(), "-m", member.toUtf8()};
}

} // namespace colonnade::toolstack
