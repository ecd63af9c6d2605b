// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/profileoptions.h"

#include "profiles/contentedit.h"
#include "profiles/jumphost.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

using profiles::BecomeRoot;
using profiles::LoginMethod;
using profiles::Profile;

using Applied = std::expected<void, QString>;

constexpr std::array Methods = {LoginMethod::Agent, LoginMethod::KeyFile,
                                LoginMethod::KeyboardInteractive, LoginMethod::Password};
constexpr std::array RootWays = {BecomeRoot::NotNeeded, BecomeRoot::Sudo,
                                 BecomeRoot::SudoWithPassword};

/// Options without a value, and the one that takes each back.
struct Switch
{
    QString name;
    bool Profile::*field;
    QString about;
};

const QList<Switch> &switches()
{
    static const QList<Switch> all{
        {u"identities-only"_s, &Profile::identitiesOnly,
         u"The agent may sign with the keys of --identity only."_s},
        {u"legacy-algorithms"_s, &Profile::legacyAlgorithms,
         u"Allow the broken algorithms that very old servers need (ssh-rsa, group14-sha1, CBC)."_s},
        {u"read-only"_s, &Profile::readOnly, u"Nothing that changes the node can be started."_s},
    };
    return all;
}

QList<QCommandLineOption> valueOptions(const QString &cluster)
{
    return {
        {u"host"_s,
         u"Name, address or alias of ~/.ssh/config under which this workstation reaches the node."_s,
         u"HOST"_s},
        {u"port"_s, u"Port of its SSH server; ssh_config's, or 22, if not given."_s, u"PORT"_s},
        {u"user"_s, u"User to log in as; ssh_config's, or root, if not given."_s, u"USER"_s},
        {u"identity"_s,
         u"Key file; may be given several times. Without: the agent, then the usual files."_s,
         u"FILE"_s},
        {u"method"_s,
         u"Ways to log in, in order, with commas between: agent, key, keyboard-interactive, "
         u"password. Without: all."_s,
         u"METHOD"_s},
        {u"jump"_s,
         u"Jump host: the name of another profile, or [USER@]HOST[:PORT]; none: directly, whatever "
         u"ssh_config says."_s,
         u"JUMP"_s},
        {u"become-root"_s, u"How the user becomes root: none, sudo or sudo-password."_s, u"HOW"_s},
        {u"connect-timeout"_s, u"Seconds to wait for a connection; 15 if not given."_s,
         u"SECONDS"_s},
        {u"keepalive"_s, u"Seconds between signs of life; 10 if not given."_s, u"SECONDS"_s},
        {u"note"_s, u"Your own words."_s, u"TEXT"_s},
        {u"cluster"_s, u"Cluster that the node belongs to."_s, u"NAME"_s, cluster},
        {u"known-hosts"_s, u"known_hosts file, which alone counts; OpenSSH's own if not given."_s,
         u"FILE"_s},
        {u"migration-address"_s,
         u"Name or address under which the other nodes reach it for migrations; its own host name "
         u"if not given."_s,
         u"ADDRESS"_s},
        {u"migration-port"_s, u"Port of its SSH server there; 22 if not given."_s, u"PORT"_s},
    };
}

/// No value: not a port. 0: not set.
std::optional<quint16> toPort(const QString &text)
{
    if (text.isEmpty())
        return quint16(0);
    bool isNumber = false;
    const uint port = text.toUInt(&isNumber);
    if (!isNumber || port == 0 || port > 65535)
        return std::nullopt;
    return static_cast<quint16>(port);
}

Applied portInto(quint16 &port, const QString &text, quint16 standard = 0)
{
    const std::optional<quint16> number = toPort(text);
    if (!number)
        return std::unexpected(u"a port is a number from 1 to 65535"_s);
    port = *number == 0 ? standard : *number;
    return {};
}

Applied secondsInto(std::chrono::seconds &seconds, const QString &text)
{
    bool isNumber = text.isEmpty();
    const uint number = text.isEmpty() ? 0 : text.toUInt(&isNumber);
    if (!isNumber)
        return std::unexpected(u"\"%1\" is not a number of seconds"_s.arg(text));
    seconds = std::chrono::seconds(number);
    return {};
}

Applied methodsInto(QList<LoginMethod> &methods, const QStringList &values)
{
    methods.clear();
    for (const QString &word : values.join(u',').split(u',', Qt::SkipEmptyParts)) {
        const auto found = std::ranges::find(Methods, word, methodWord);
        if (found == Methods.end())
            return std::unexpected(
                u"there is no method \"%1\", but: agent, key, keyboard-interactive, password"_s.arg(
                    word));
        methods.append(*found);
    }
    return {};
}

Applied rootInto(BecomeRoot &how, const QString &word)
{
    const auto found =
        std::ranges::find(RootWays, word.isEmpty() ? u"none"_s : word, becomeRootWord);
    if (found == RootWays.end())
        return std::unexpected(u"--become-root takes none, sudo or sudo-password"_s);
    how = *found;
    return {};
}

Applied jumpInto(profiles::JumpHost &jump, const QString &text, const QList<Profile> &others)
{
    jump = {};
    if (text.isEmpty())
        return {};
    if (profiles::findProfile(others, text)) {
        jump.profile = text;
        return {};
    }
    const std::optional<profiles::JumpHost> host = profiles::jumpHostFrom(text.toUtf8());
    if (!host)
        return std::unexpected(u"\"%1\" is neither a profile nor [USER@]HOST[:PORT]"_s.arg(text));
    jump = *host;
    return {};
}

QStringList valuesOf(const QCommandLineParser &parser, const QString &option)
{
    QStringList values = parser.values(option);
    values.removeAll(QString());
    return values;
}

/// What each option does with its last value.
using Setter = std::function<Applied(Profile &, const QString &)>;

Setter text(QString Profile::*field)
{
    return [field](Profile &profile, const QString &value) -> Applied {
        profile.*field = value;
        return {};
    };
}

QHash<QString, Setter> setters(const QCommandLineParser &parser, const QList<Profile> &others)
{
    return {
        {u"host"_s, text(&Profile::host)},
        {u"user"_s, text(&Profile::user)},
        {u"cluster"_s, text(&Profile::cluster)},
        {u"note"_s, text(&Profile::note)},
        {u"known-hosts"_s, text(&Profile::knownHostsFile)},
        {u"migration-address"_s, text(&Profile::migrationAddress)},
        {u"port"_s, [](Profile &p, const QString &value) { return portInto(p.port, value); }},
        {u"migration-port"_s,
         [](Profile &p, const QString &value) { return portInto(p.migrationPort, value, 22); }},
        {u"connect-timeout"_s,
         [](Profile &p, const QString &value) { return secondsInto(p.connectTimeout, value); }},
        {u"keepalive"_s,
         [](Profile &p, const QString &value) { return secondsInto(p.keepalive, value); }},
        {u"become-root"_s,
         [](Profile &p, const QString &value) { return rootInto(p.becomeRoot, value); }},
        {u"jump"_s,
         [&others](Profile &p, const QString &value) { return jumpInto(p.jump, value, others); }},
        {u"method"_s,
         [&parser](Profile &p, const QString &) {
             return methodsInto(p.methods, valuesOf(parser, u"method"_s));
         }},
        {u"identity"_s,
         [&parser](Profile &p, const QString &) -> Applied {
             p.identityFiles = valuesOf(parser, u"identity"_s);
             return {};
         }},
    };
}

} // namespace

void addProfileOptions(QCommandLineParser &parser, const QString &cluster)
{
    parser.addOptions(valueOptions(cluster));
    for (const Switch &each : switches()) {
        parser.addOption({each.name, each.about});
        parser.addOption({u"no-"_s + each.name, u"The opposite."_s});
    }
}

bool hasProfileOption(const QCommandLineParser &parser)
{
    return std::ranges::any_of(valueOptions({}),
                               [&](const auto &each) { return parser.isSet(each); })
           || std::ranges::any_of(switches(), [&](const Switch &each) {
                  return parser.isSet(each.name) || parser.isSet(u"no-"_s + each.name);
              });
}

Applied applyProfileOptions(const QCommandLineParser &parser, const QList<Profile> &others,
                            Profile &profile)
{
    const QHash<QString, Setter> all = setters(parser, others);
    for (auto each = all.begin(); each != all.end(); ++each) {
        if (!parser.isSet(each.key()) && parser.value(each.key()).isEmpty())
            continue;
        if (const Applied applied = (*each)(profile, parser.value(each.key())); !applied)
            return applied;
    }
    for (const Switch &each : switches()) {
        const bool on = parser.isSet(each.name);
        const bool off = parser.isSet(u"no-"_s + each.name);
        if (on && off)
            return std::unexpected(u"--%1 and --no-%1 exclude each other"_s.arg(each.name));
        if (on || off)
            profile.*each.field = on;
    }
    return {};
}

QString methodWord(LoginMethod method)
{
    switch (method) {
    case LoginMethod::Agent:
        return u"agent"_s;
    case LoginMethod::KeyFile:
        return u"key"_s;
    case LoginMethod::KeyboardInteractive:
        return u"keyboard-interactive"_s;
    case LoginMethod::Password:
        break;
    }
    return u"password"_s;
}

QString becomeRootWord(BecomeRoot how)
{
    switch (how) {
    case BecomeRoot::NotNeeded:
        return u"none"_s;
    case BecomeRoot::Sudo:
        return u"sudo"_s;
    case BecomeRoot::SudoWithPassword:
        break;
    }
    return u"sudo-password"_s;
}

} // namespace colonnade::ctl
