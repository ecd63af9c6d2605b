// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/profilecommands.h"
#include "ctl/profileoptions.h"
#include "profiles/contentedit.h"
#include "profiles/store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

using base::ErrorCode;
using base::Result;
using profiles::Content;
using profiles::Profile;

std::unexpected<base::Error> noSuch(const QString &name)
{
    return base::failure(ErrorCode::NotFound, u"There is no profile called \"%1\"."_s.arg(name));
}

/// Changes the store by @p edit, whose error string is one of the command line.
int changeStore(const Context &context,
                const std::function<Result<void>(Content &, QString &)> &edit)
{
    QString usage;
    const Result<void> changed =
        profiles::Store().change([&](Content &content) { return edit(content, usage); });
    if (!usage.isEmpty())
        return usageError(context, usage);
    return changed ? Done : failed(context, changed.error());
}

Result<void> apply(const QCommandLineParser &parser, const QList<Profile> &others, Profile &profile,
                   QString &usage)
{
    const auto applied = applyProfileOptions(parser, others, profile);
    if (applied)
        return {};
    usage = applied.error();
    return base::failure(ErrorCode::InvalidInput, usage);
}

int add(const Context &context)
{
    QCommandLineParser parser;
    addProfileOptions(parser, u"default"_s);
    int code = Done;
    if (!parseArguments(context, parser, u"profile add NAME --host HOST [OPTION]..."_s, code))
        return code;
    const QStringList names = parser.positionalArguments();
    if (names.size() != 1)
        return usageError(context, u"profile add takes one name"_s);
    if (parser.value(u"host"_s).isEmpty())
        return usageError(context, u"--host is missing"_s);
    return changeStore(context, [&](Content &content, QString &usage) {
        Profile profile;
        profile.name = names.first();
        const Result<void> applied = apply(parser, content.profiles, profile, usage);
        content.profiles.append(profile);
        return applied;
    });
}

int edit(const Context &context)
{
    QCommandLineParser parser;
    addProfileOptions(parser);
    const QCommandLineOption newName(u"name"_s, u"Rename it."_s, u"NAME"_s);
    parser.addOption(newName);
    int code = Done;
    if (!parseArguments(context, parser, u"profile edit NAME... [OPTION]..."_s, code))
        return code;
    const QStringList names = parser.positionalArguments();
    if (names.isEmpty())
        return usageError(context, u"profile edit takes the names of profiles"_s);
    if (!parser.isSet(newName) && !hasProfileOption(parser))
        return usageError(context, u"nothing to change was given"_s);
    if (parser.isSet(newName) && names.size() > 1)
        return usageError(context, u"--name is for one profile"_s);
    return changeStore(context, [&](Content &content, QString &usage) -> Result<void> {
        const QList<Profile> others = content.profiles;
        for (const QString &name : names) {
            const auto profile = std::ranges::find(content.profiles, name, &Profile::name);
            if (profile == content.profiles.end())
                return noSuch(name);
            if (const Result<void> applied = apply(parser, others, *profile, usage); !applied)
                return applied;
        }
        if (parser.isSet(newName))
            std::ranges::find(content.profiles, names.first(), &Profile::name)->name =
                parser.value(newName);
        return {};
    });
}

int remove(const Context &context)
{
    QCommandLineParser parser;
    int code = Done;
    if (!parseArguments(context, parser, u"profile remove NAME..."_s, code))
        return code;
    const QStringList names = parser.positionalArguments();
    if (names.isEmpty())
        return usageError(context, u"profile remove takes the names of profiles"_s);
    return changeStore(context, [&](Content &content, QString &) -> Result<void> {
        for (const QString &name : names) {
            if (!profiles::findProfile(content.profiles, name))
                return noSuch(name);
        }
        content.profiles.removeIf([&](const Profile &each) { return names.contains(each.name); });
        return {};
    });
}

using Subcommand = int (*)(const Context &);

const QList<std::pair<QString, Subcommand>> &subcommands()
{
    static const QList<std::pair<QString, Subcommand>> all{
        {u"add"_s, add},
        {u"edit"_s, edit},
        {u"list"_s, profileList},
        {u"remove"_s, remove},
        {u"test"_s, profileTest},
        {u"discover"_s, profileDiscover},
        {u"export"_s, profileExport},
        {u"import"_s, profileImport},
        {u"import-ssh-config"_s, profileImportSshConfig},
        {u"set-aside"_s, profileSetAside},
        {u"backups"_s, profileBackups},
        {u"restore"_s, profileRestore},
    };
    return all;
}

} // namespace

int profileCommand(const Context &context)
{
    const Context rest{context.terminal, context.stop, context.arguments.mid(1)};
    const QString what = context.arguments.value(0);
    QStringList names;
    for (const auto &[name, command] : subcommands()) {
        if (what == name)
            return command(rest);
        names.append(name);
    }
    if (what == u"--help" || what == u"-h") {
        context.terminal.out(u"Usage: colonnadectl profile %1 [--help]"_s.arg(names.join(u'|')));
        return Done;
    }
    return usageError(context, u"profile takes one of: %1"_s.arg(names.join(u", "_s)));
}

} // namespace colonnade::ctl
