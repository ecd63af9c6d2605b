// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/context.h"
#include "ctl/fileformat.h"
#include "ctl/filestore.h"
#include "ctl/rollout.h"
#include "ctl/session.h"

#include <QCommandLineParser>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

struct Request
{
    RollOut wish;
    QString cluster;
    bool owed = false; ///< not a file, but what nodes have missed
    bool acceptNewHostKeys = false;
};

/// Reads the files that the command line names.
bool readFiles(const Context &context, const QCommandLineParser &parser, const QString &path,
               RollOut &wish)
{
    const base::Result<StoredFile> file = readFile(path);
    if (!file) {
        printError(context, file.error().message, file.error().remedy);
        return false;
    }
    wish.bytes = file->bytes;
    if (!parser.isSet(u"base"_s))
        return true;
    const base::Result<StoredFile> base = readFile(parser.value(u"base"_s));
    if (!base)
        printError(context, base.error().message, base.error().remedy);
    else
        wish.base = base->bytes;
    return base.has_value();
}

std::optional<Request> readRequest(const Context &context, int &code)
{
    QCommandLineParser parser;
    parser.addOptions(
        {{u"cluster"_s, u"The cluster; not needed where there is only one."_s, u"NAME"_s},
         {u"path"_s, u"Where the file stands on the nodes, if not where its format does."_s,
          u"PATH"_s},
         {u"base"_s, u"Refuse unless every node holds these bytes: what the edit began from."_s,
          u"FILE"_s},
         {u"leave-out"_s, u"A node that does not get the file now; give one for each."_s,
          u"NODE"_s},
         {u"raise-version"_s, u"Set config_version to one above the highest of the nodes."_s},
         {u"owed"_s, u"Give nodes that answer again what was rolled out without them."_s},
         {u"reason"_s, u"What to write into the history."_s, u"TEXT"_s},
         {u"dry-run"_s, u"Show what would change and the plan as a script; change nothing."_s},
         {u"json"_s, u"Print the plan, or how it ended, as JSON."_s},
         {u"yes"_s, u"Do not ask."_s},
         {u"accept-new-host-keys"_s, u"Save host keys that are not known yet."_s}});
    if (!parseArguments(context, parser,
                        u"deploy FORMAT FILE [--cluster NAME] [--dry-run] [--json] [--yes]\n"
                        "       colonnadectl deploy --owed [--cluster NAME] [--dry-run] [--json] "
                        "[--yes]"_s,
                        code))
        return std::nullopt;
    const QStringList words = parser.positionalArguments();
    Request request;
    request.owed = parser.isSet(u"owed"_s);
    if (request.owed ? !words.isEmpty() : words.size() != 2) {
        code = usageError(context, request.owed
                                       ? u"deploy --owed takes no file: the history has it"_s
                                       : u"deploy takes a format, as `colonnadectl file --help` "
                                         u"lists them, and a file"_s);
        return std::nullopt;
    }
    if (!request.owed && !formatNamed(words[0])) {
        code = unknownFormat(context, words[0]);
        return std::nullopt;
    }
    request.cluster = parser.value(u"cluster"_s);
    request.acceptNewHostKeys = parser.isSet(u"accept-new-host-keys"_s);
    RollOut &wish = request.wish;
    wish.path = parser.isSet(u"path"_s) ? parser.value(u"path"_s)
                                        : pathOnNodes(words.value(0), words.value(1));
    wish.leaveOut = parser.values(u"leave-out"_s);
    wish.reason = parser.value(u"reason"_s);
    wish.raiseVersion = parser.isSet(u"raise-version"_s);
    wish.dryRun = parser.isSet(u"dry-run"_s);
    wish.yes = parser.isSet(u"yes"_s);
    wish.json = parser.isSet(u"json"_s);
    if (wish.path.isEmpty() && !request.owed) {
        code = usageError(context, u"where does it stand on the nodes? Give --path"_s);
        return std::nullopt;
    }
    if (wish.raiseVersion && words.value(0) != u"cluster-conf") {
        code = usageError(context, u"only cluster-conf has a version to raise"_s);
        return std::nullopt;
    }
    if (!wish.dryRun && !wish.yes && !context.terminal.canAsk()) {
        code = nobodyToConfirm(context);
        return std::nullopt;
    }
    if (!request.owed && !readFiles(context, parser, words[1], wish)) {
        code = Failed;
        return std::nullopt;
    }
    return request;
}

} // namespace

int deployCommand(const Context &context)
{
    int code = Done;
    std::optional<Request> request = readRequest(context, code);
    if (!request)
        return code;
    const base::Result<QList<profiles::Profile>> profiles = profiles::Store().load();
    if (!profiles)
        return failed(context, profiles.error());
    const std::optional<QString> name = chooseCluster(context, *profiles, request->cluster, code);
    if (!name)
        return code;
    request->wish.cluster = *name;
    const auto monitor = openCluster(context, *profiles, *name, request->acceptNewHostKeys);
    return request->owed ? rollOutOwed(context, *monitor, request->wish)
                         : rollOut(context, *monitor, std::move(request->wish));
}

} // namespace colonnade::ctl
