// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/profilecommands.h"
#include "ctl/table.h"
#include "profiles/store.h"

#include <QCommandLineParser>
#include <QDir>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

using base::Result;

/// Reads a command line without options of its own that has @p count arguments.
bool parse(const Context &context, QCommandLineParser &parser, const QString &usage,
           qsizetype count, int &code)
{
    if (!parseArguments(context, parser, usage, code))
        return false;
    if (parser.positionalArguments().size() == count)
        return true;
    code = usageError(context, u"it is: colonnadectl "_s + usage);
    return false;
}

/// A number is that of a backup.
QString backupPath(const profiles::Store &store, const QString &word)
{
    for (const profiles::Backup &backup : store.backups()) {
        if (backup.path.endsWith(u'.' + word))
            return backup.path;
    }
    return QDir::current().absoluteFilePath(word);
}

} // namespace

int profileSetAside(const Context &context)
{
    QCommandLineParser parser;
    int code = Done;
    if (!parse(context, parser, u"profile set-aside"_s, 0, code))
        return code;
    const Result<QString> aside = profiles::Store().setAside();
    if (!aside)
        return failed(context, aside.error());
    context.terminal.out(*aside);
    return Done;
}

int profileBackups(const Context &context)
{
    QCommandLineParser parser;
    int code = Done;
    if (!parse(context, parser, u"profile backups"_s, 0, code))
        return code;
    Table table({{u"FILE"_s}, {u"SAVED (UTC)"_s}, {u"PROFILES"_s, Table::Align::Right}});
    for (const profiles::Backup &backup : profiles::Store().backups())
        table.addRow(
            {backup.path, backup.savedAt.toString(u"yyyy-MM-dd HH:mm:ss"_s),
             backup.problem.isEmpty() ? QString::number(backup.profiles) : u"unreadable"_s});
    if (!table.isEmpty())
        context.terminal.out(table.toText().trimmed());
    return Done;
}

int profileRestore(const Context &context)
{
    QCommandLineParser parser;
    int code = Done;
    if (!parse(context, parser, u"profile restore BACKUP"_s, 1, code))
        return code;
    profiles::Store store;
    const Result<void> restored =
        store.restore(backupPath(store, parser.positionalArguments().first()));
    return restored ? Done : failed(context, restored.error());
}

} // namespace colonnade::ctl
