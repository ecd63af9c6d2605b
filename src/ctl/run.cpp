// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/context.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

const QString GeneralUsage =
    u"Usage: colonnadectl COMMAND [OPTION]...\n"
    "Runs small Xen clusters from a shell.\n"
    "\n"
    "Commands:\n"
    "  profile add NAME --host HOST [OPTION]...  add a node\n"
    "  profile list [--json]                     list the nodes\n"
    "  profile edit NAME... [OPTION]...          change nodes\n"
    "  profile remove NAME...                    remove nodes\n"
    "  profile export|import|import-ssh-config|set-aside|backups|restore\n"
    "                                            exchange and mend profiles: see --help of each\n"
    "  profile test NAME...                      connect, and tell how each stage fares\n"
    "  profile discover NODE [--add [FOUND]...]  find the other nodes of its cluster\n"
    "  hostkey list [--json] [HOST]              list the host keys on file\n"
    "  hostkey remove HOST|FILE:LINE [--yes]     remove one; the file is backed up\n"
    "  status [--cluster NAME] [--json]          show nodes, guests and alarms\n"
    "  migrate GUEST NODE [--cluster NAME] [--dry-run] [--yes]\n"
    "                                            live-migrate a guest to a node\n"
    "  deploy FORMAT FILE [--cluster NAME] [--dry-run] [--yes]\n"
    "                                            put a file on all nodes or on none\n"
    "  deploy --owed [--cluster NAME] [--yes]    give nodes that are back what they missed\n"
    "  history [ID] [--diff|--restore] [--json]  show what was put there, or put the old one back\n"
    "  jobs [--json]                             list what was begun, the newest first\n"
    "  jobs resume ID [--take-back]              follow an open one to its end, or undo it\n"
    "  file check FORMAT FILE... [--json]        say what is wrong in configuration files\n"
    "  file FORMAT FILE VERB...                  read or edit one: colonnadectl file --help\n"
    "\n"
    "Options:\n"
    "  --accept-new-host-keys  save host keys that are not known yet without asking\n"
    "  -h, --help              show this help, or that of a command\n"
    "  -v, --version           show the version\n"
    "\n"
    "Exit status: 0 done, 1 failed, 2 usage error, 3 refused by a rule.\n"_s;

} // namespace

int usageError(const Context &context, const QString &message)
{
    context.terminal.err(u"colonnadectl: "_s + message + u"\nTry: colonnadectl --help"_s);
    return Usage;
}

int nobodyToConfirm(const Context &context)
{
    return usageError(context, QStringLiteral("there is no terminal to ask you on; give --yes if "
                                              "you are sure, or --dry-run to see the plan"));
}

void printError(const Context &context, const QString &message, const QString &remedy)
{
    context.terminal.err(u"colonnadectl: "_s + message);
    if (!remedy.isEmpty())
        context.terminal.err(remedy);
}

int failed(const Context &context, const base::Error &error)
{
    printError(context, error.message, error.remedy);
    return error.code == base::ErrorCode::Refused ? Refused : Failed;
}

bool parseArguments(const Context &context, QCommandLineParser &parser, const QString &usage,
                    int &code)
{
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Show this help."_s);
    parser.addOption(help);
    if (!parser.parse(QStringList{u"colonnadectl"_s} + context.arguments)) {
        code = usageError(context, parser.errorText());
        return false;
    }
    if (!parser.isSet(help))
        return true;
    // The part of Qt's text before the options names the program alone.
    const QString text = parser.helpText();
    const qsizetype options = text.indexOf(u"Options:");
    context.terminal.out(u"Usage: colonnadectl "_s + usage + u"\n\n"_s
                         + text.mid(std::max<qsizetype>(options, 0)).trimmed());
    code = Done;
    return false;
}

int run(const QStringList &arguments, Terminal &terminal, const std::stop_token &stop)
{
    const Context context{terminal, stop, arguments.mid(1)};
    const QString command = arguments.value(0);
    if (command == u"--version" || command == u"-v") {
        terminal.out(u"colonnadectl %1"_s.arg(QStringLiteral(COLONNADE_VERSION)));
        return Done;
    }
    if (command == u"--help" || command == u"-h" || command == u"help") {
        terminal.out(GeneralUsage.trimmed());
        return Done;
    }
    if (command.isEmpty())
        return usageError(context, u"a command is missing"_s);
    if (command == u"profile")
        return profileCommand(context);
    if (command == u"hostkey")
        return hostkeyCommand(context);
    if (command == u"status")
        return statusCommand(context);
    if (command == u"migrate")
        return migrateCommand(context);
    if (command == u"jobs")
        return jobsCommand(context);
    if (command == u"deploy")
        return deployCommand(context);
    if (command == u"history")
        return historyCommand(context);
    if (command == u"file")
        return fileCommand(context);
    if (command == u"--accept-new-host-keys") // allowed before the command as well
        return run(arguments.mid(1) + QStringList{command}, terminal, stop);
    return usageError(context, u"there is no command \"%1\""_s.arg(command));
}

} // namespace colonnade::ctl
