// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/context.h"
#include "ctl/table.h"
#include "profiles/store.h"
#include "remote/knownhostsfile.h"
#include "remote/knownhostslist.h"

#include <QCommandLineParser>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

using remote::HostName;
using remote::KnownHostsList;
using remote::ListedHostKey;
using remote::NamedHost;

/// Where keys may be, and whose they may be.
struct Places
{
    QStringList files = remote::defaultKnownHostsFiles();
    QList<NamedHost> hosts;
};

HostName hostOf(const profiles::Profile &profile)
{
    return {profile.host, profile.port ? profile.port : quint16(22)};
}

/// Without profiles, or where they cannot be read, the files of OpenSSH are still there to look at.
Places placesOf(const QStringList &givenFiles)
{
    Places places;
    const auto profiles = profiles::Store().load();
    for (const profiles::Profile &profile : profiles.value_or(QList<profiles::Profile>())) {
        places.hosts.append({profile.name, hostOf(profile)});
        if (!profile.knownHostsFile.isEmpty() && !places.files.contains(profile.knownHostsFile))
            places.files.append(profile.knownHostsFile);
    }
    if (!givenFiles.isEmpty())
        places.files = givenFiles;
    return places;
}

/// The host that a person means: the name of a profile, HOST, or [HOST]:PORT as known_hosts has it.
HostName hostMeant(const Places &places, const QString &word)
{
    for (const NamedHost &host : places.hosts) {
        if (host.name == word)
            return host.host;
    }
    static const QRegularExpression withPort(u"^\\[(.+)\\]:([0-9]{1,5})$"_s);
    const QRegularExpressionMatch match = withPort.match(word);
    return match.hasMatch() ? HostName{match.captured(1), quint16(match.captured(2).toUInt())}
                            : HostName{word};
}

bool isAbout(const ListedHostKey &key, const HostName &host)
{
    return remote::matchesHosts(key.key.content.hosts, remote::lookupName(host));
}

QJsonObject toJson(const ListedHostKey &key)
{
    return {{u"hosts"_s, remote::isHashed(key.key.content.hosts)
                             ? QJsonValue()
                             : QJsonValue(QString::fromUtf8(key.key.content.hosts))},
            {u"knownAs"_s, QJsonArray::fromStringList(key.knownAs)},
            {u"type"_s, QString::fromLatin1(key.key.content.key.type)},
            {u"fingerprint"_s, remote::fingerprint(key.key.content.key)},
            {u"marker"_s, key.marker()},
            {u"file"_s, key.key.file},
            {u"line"_s, key.key.line}};
}

void printJson(const Context &context, const KnownHostsList &list)
{
    QJsonArray keys, problems;
    for (const ListedHostKey &key : list.keys)
        keys.append(toJson(key));
    for (const remote::KnownHostsProblem &problem : list.problems)
        problems.append(QJsonObject{{u"file"_s, problem.file},
                                    {u"line"_s, problem.line},
                                    {u"reason"_s, problem.broken.reason}});
    context.terminal.raw(
        QJsonDocument(QJsonObject{{u"keys"_s, keys}, {u"problems"_s, problems}}).toJson());
}

void printKeys(const Context &context, const KnownHostsList &list)
{
    Table table({{u"HOST"_s}, {u"TYPE"_s}, {u"FINGERPRINT"_s}, {u"FILE:LINE"_s}, {u"MARKER"_s}});
    for (const ListedHostKey &key : list.keys)
        table.addRow({key.hosts(), QString::fromLatin1(key.key.content.key.type),
                      remote::fingerprint(key.key.content.key), remote::placeOf(key.key),
                      key.marker()});
    if (!table.isEmpty())
        context.terminal.out(table.toText().trimmed());
    for (const remote::KnownHostsProblem &problem : list.problems)
        context.terminal.err(problem.sentence());
}

int list(const Context &context)
{
    QCommandLineParser parser;
    parser.addOptions({{u"json"_s, u"Print JSON."_s},
                       {u"known-hosts"_s, u"Look into this file only."_s, u"FILE"_s}});
    int code = Done;
    if (!parseArguments(context, parser, u"hostkey list [--json] [--known-hosts FILE]... [HOST]"_s,
                        code))
        return code;
    if (parser.positionalArguments().size() > 1)
        return usageError(context, u"hostkey list takes one host at most"_s);
    const Places places = placesOf(parser.values(u"known-hosts"_s));
    KnownHostsList found = remote::listKnownHosts(places.files, places.hosts);
    if (const QString word = parser.positionalArguments().value(0); !word.isEmpty()) {
        const HostName host = hostMeant(places, word);
        found.keys.removeIf([&](const ListedHostKey &key) { return !isAbout(key, host); });
    }
    if (parser.isSet(u"json"_s))
        printJson(context, found);
    else
        printKeys(context, found);
    return Done;
}

/// The keys that @p word means: those of a host, or the one on a line of a file.
QList<remote::StoredHostKey> keysMeant(Places &places, const QString &word)
{
    static const QRegularExpression line(u"^(.*/.*):([0-9]{1,9})$"_s);
    const QRegularExpressionMatch match = line.match(word);
    const QString file = QDir::current().absoluteFilePath(match.captured(1));
    const int number = match.captured(2).toInt();
    const HostName host = hostMeant(places, word);
    if (match.hasMatch())
        places.files = QStringList{file};
    QList<remote::StoredHostKey> keys;
    for (const ListedHostKey &key : remote::listKnownHosts(places.files, {}).keys) {
        const bool plain = key.key.content.marker == remote::KeyMarker::None;
        if (match.hasMatch() ? key.key.line == number : plain && isAbout(key, host))
            keys.append(key.key);
    }
    return keys;
}

QString described(const QList<remote::StoredHostKey> &keys)
{
    QString text;
    QStringList backups;
    for (const remote::StoredHostKey &key : keys) {
        text += u"%1: %2 %3 %4\n"_s.arg(remote::placeOf(key), remote::shownHosts(key.content.hosts),
                                        QString::fromLatin1(key.content.key.type),
                                        remote::fingerprint(key.content.key));
        const QString backup = remote::knownHostsBackup(key.file);
        if (!backups.contains(backup))
            backups.append(backup);
    }
    return text + u"The file as it is now is kept as "_s + backups.join(u", "_s) + u'.';
}

bool confirm(const Context &context, const QList<remote::StoredHostKey> &keys)
{
    return context.terminal.askYes(printableLines(described(keys)) + u"\nRemove? [y/N] "_s,
                                   context.stop);
}

int removeKeys(const Context &context, const QList<remote::StoredHostKey> &keys)
{
    const auto removed = remote::removeKnownHosts(keys);
    if (!removed)
        return failed(context, removed.error());
    for (const remote::KnownHostsRemoval &each : *removed)
        context.terminal.out(u"Removed %1 from %2. The file as it was is %3."_s.arg(
            each.lines == 1 ? u"1 line"_s : u"%1 lines"_s.arg(each.lines), each.file, each.backup));
    return Done;
}

int remove(const Context &context)
{
    QCommandLineParser parser;
    parser.addOptions({{u"yes"_s, u"Do not ask."_s},
                       {u"known-hosts"_s, u"Look into this file only."_s, u"FILE"_s}});
    int code = Done;
    if (!parseArguments(context, parser,
                        u"hostkey remove HOST|FILE:LINE [--yes] [--known-hosts FILE]..."_s, code))
        return code;
    if (parser.positionalArguments().size() != 1)
        return usageError(context, u"hostkey remove takes one host, or a file and line"_s);
    const QString word = parser.positionalArguments().first();
    const bool yes = parser.isSet(u"yes"_s);
    if (!yes && !context.terminal.canAsk())
        return usageError(context,
                          u"there is no terminal to ask you on; give --yes if you are sure"_s);
    Places places = placesOf(parser.values(u"known-hosts"_s));
    const QList<remote::StoredHostKey> keys = keysMeant(places, word);
    if (keys.isEmpty()) {
        printError(context, u"no host key of %1 is in %2."_s.arg(word, places.files.join(u", "_s)),
                   u"Look at: colonnadectl hostkey list"_s);
        return Failed;
    }
    if (!yes && !confirm(context, keys)) {
        context.terminal.err(u"Nothing was removed."_s);
        return Refused;
    }
    return removeKeys(context, keys);
}

} // namespace

int hostkeyCommand(const Context &context)
{
    const Context rest{context.terminal, context.stop, context.arguments.mid(1)};
    const QString verb = context.arguments.value(0);
    if (verb == u"list")
        return list(rest);
    if (verb == u"remove")
        return remove(rest);
    if (verb == u"--help" || verb == u"-h") {
        context.terminal.out(
            u"Usage: colonnadectl hostkey list [--json] [--known-hosts FILE]... [HOST]\n"
            "       colonnadectl hostkey remove HOST|FILE:LINE [--yes] [--known-hosts FILE]...\n"
            "\n"
            "HOST is the name of a node, a host as known_hosts names it, or [HOST]:PORT."_s);
        return Done;
    }
    return usageError(context, verb.isEmpty() ? u"hostkey: list or remove is missing"_s
                                              : u"hostkey: there is no \"%1\""_s.arg(verb));
}

} // namespace colonnade::ctl
