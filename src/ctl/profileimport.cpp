// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/profilecommands.h"
#include "ctl/table.h"
#include "profiles/contentedit.h"
#include "profiles/sshconfigimport.h"
#include "profiles/store.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

using base::ErrorCode;
using base::Result;
using profiles::Content;
using profiles::ImportCandidate;
using profiles::Profile;
using Kind = ImportCandidate::Kind;

QString kindWord(const ImportCandidate &candidate)
{
    if (!candidate.problem.isEmpty())
        return u"cannot be imported: "_s + candidate.problem;
    switch (candidate.kind) {
    case Kind::New:
        return u"new"_s;
    case Kind::Same:
        return u"there already"_s;
    case Kind::Differs:
        break;
    }
    return u"differs: "_s + candidate.differences.join(u"; "_s);
}

void print(const Context &context, const QList<ImportCandidate> &candidates)
{
    Table table({{u"NAME"_s}, {u"NODE"_s}, {u"HOST"_s}, {u"STATE"_s}});
    for (const ImportCandidate &each : candidates)
        table.addRow({each.alias, each.profile.name, each.profile.host, kindWord(each)});
    if (!table.isEmpty())
        context.terminal.out(table.toText().trimmed());
}

/// Those of @p names; all of them without names.
Result<QList<ImportCandidate>> chosen(const QList<ImportCandidate> &candidates,
                                      const QStringList &names, const QString &file)
{
    QList<ImportCandidate> found;
    for (const QString &name : names) {
        const auto each = std::ranges::find_if(
            candidates, [&](const auto &candidate) { return candidate.alias == name; });
        if (each == candidates.end())
            return base::failure(ErrorCode::NotFound,
                                 u"There is no \"%1\" in %2."_s.arg(name, file));
        found.append(*each);
    }
    return names.isEmpty() ? candidates : found;
}

/// With those that they jump through, where those are new.
void addJumpHosts(const Context &context, QList<ImportCandidate> &chosen,
                  const QList<ImportCandidate> &candidates)
{
    const auto find = [](const QList<ImportCandidate> &list, const QString &name) {
        return std::ranges::find_if(list,
                                    [&](const auto &each) { return each.profile.name == name; });
    };
    for (qsizetype i = 0; i < chosen.size(); ++i) {
        const QString name = chosen[i].profile.jump.profile;
        const auto jump = find(candidates, name);
        if (jump == candidates.end() || jump->kind != Kind::New
            || find(chosen, name) != chosen.end())
            continue;
        context.terminal.err(
            u"%1 is imported too: it is the jump host of %2."_s.arg(name, chosen[i].profile.name));
        chosen.append(*jump);
    }
}

/// What the options of both imports say.
struct Wish
{
    QStringList replace;
    QString cluster; ///< for those that are new; empty: their own
};

int take(const Context &context, const QList<ImportCandidate> &candidates,
         const QMap<QString, profiles::ClusterNote> &clusters, const Wish &wish)
{
    QList<Profile> profiles;
    for (const ImportCandidate &each : candidates) {
        if (!each.problem.isEmpty()) {
            printError(context, u"%1 cannot be imported: %2"_s.arg(each.profile.name, each.problem),
                       u"Nothing was changed."_s);
            return Failed;
        }
        if (each.kind == Kind::Differs && !wish.replace.contains(each.profile.name)) {
            printError(context,
                       u"%1 is there already, and would be changed: %2."_s.arg(
                           each.profile.name, each.differences.join(u"; "_s)),
                       u"Nothing was changed. Say --replace %1, or leave it out."_s.arg(
                           each.profile.name));
            return Refused;
        }
        profiles.append(each.profile);
        if (each.kind == Kind::New && !wish.cluster.isEmpty())
            profiles.last().cluster = wish.cluster;
    }
    const Result<void> changed = profiles::Store().change([&](Content &content) {
        return profiles::takeOver(content, profiles, clusters, wish.replace);
    });
    if (!changed)
        return failed(context, changed.error());
    print(context, candidates);
    return Done;
}

void addWishOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"list"_s, u"Show what is new, there already, or different; change nothing."_s},
        {u"replace"_s,
         u"Replace this profile by the one that differs; may be given several times."_s, u"NAME"_s},
        {u"cluster"_s, u"Cluster for those that are new."_s, u"NAME"_s},
    });
}

Wish wishOf(const QCommandLineParser &parser)
{
    return {parser.values(u"replace"_s), parser.value(u"cluster"_s)};
}

} // namespace

int profileExport(const Context &context)
{
    QCommandLineParser parser;
    int code = Done;
    if (!parseArguments(context, parser, u"profile export [NAME]..."_s, code))
        return code;
    const Result<Content> content = profiles::Store().read();
    if (!content)
        return failed(context, content.error());
    const Result<QByteArray> bytes = profiles::exported(*content, parser.positionalArguments());
    if (!bytes)
        return failed(context, bytes.error());
    return context.terminal.raw(*bytes) ? Done : Failed;
}

int profileImport(const Context &context)
{
    QCommandLineParser parser;
    addWishOptions(parser);
    int code = Done;
    if (!parseArguments(
            context, parser,
            u"profile import FILE [NAME]... [--list] [--replace NAME]... [--cluster NAME]"_s, code))
        return code;
    const QStringList arguments = parser.positionalArguments();
    if (arguments.isEmpty())
        return usageError(context, u"profile import takes a file"_s);
    const Result<Content> present = profiles::Store().read();
    if (!present)
        return failed(context, present.error());
    const auto offer = profiles::readExport(arguments.first(), *present);
    if (!offer)
        return failed(context, offer.error());
    auto candidates = chosen(offer->profiles, arguments.mid(1), arguments.first());
    if (!candidates)
        return failed(context, candidates.error());
    if (parser.isSet(u"list"_s)) {
        print(context, *candidates);
        return Done;
    }
    addJumpHosts(context, *candidates, offer->profiles);
    return take(context, *candidates, offer->clusters, wishOf(parser));
}

int profileImportSshConfig(const Context &context)
{
    QCommandLineParser parser;
    addWishOptions(parser);
    parser.addOption({u"file"_s, u"Read this file, and none of the system."_s, u"FILE"_s});
    int code = Done;
    if (!parseArguments(context, parser,
                        u"profile import-ssh-config [HOST]... [--list] [--file FILE] [--replace "
                        u"NAME]... [--cluster NAME]"_s,
                        code))
        return code;
    profiles::SshConfigFiles files = profiles::SshConfigFiles::ofThisUser();
    if (parser.isSet(u"file"_s))
        files = {QDir::current().absoluteFilePath(parser.value(u"file"_s)), {}, files.home};
    if (parser.isSet(u"file"_s) && !QFileInfo::exists(files.user)) {
        printError(context, u"There is no file %1."_s.arg(files.user), {});
        return Failed;
    }
    const Result<Content> present = profiles::Store().read();
    if (!present)
        return failed(context, present.error());
    const auto offer = profiles::sshConfigHosts(profiles::SshConfig(files), *present);
    for (const profiles::SshConfigProblem &each : offer.problems)
        context.terminal.err(u"%1: %2"_s.arg(each.place(), each.why));
    const QStringList names = parser.positionalArguments();
    auto candidates = chosen(offer.hosts, names, files.user);
    if (!candidates)
        return failed(context, candidates.error());
    if (parser.isSet(u"list"_s) || names.isEmpty()) {
        print(context, *candidates);
        return Done;
    }
    addJumpHosts(context, *candidates, offer.hosts);
    return take(context, *candidates, {}, wishOf(parser));
}

} // namespace colonnade::ctl
