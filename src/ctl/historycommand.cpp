// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/context.h"
#include "ctl/rollout.h"
#include "ctl/session.h"
#include "ctl/table.h"
#include "formats/unifieddiff.h"
#include "remote/nodefile.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

using operations::Deployment;

QString stateOf(const Deployment &deployment)
{
    if (deployment.ended)
        return deployment.outcome;
    return deployment.inUse ? u"in progress"_s : u"open"_s;
}

QByteArray diffFor(const Deployment &deployment, const QString &node)
{
    const auto old = deployment.old.constFind(node);
    if (old == deployment.old.constEnd())
        return {};
    const QByteArray name = deployment.path.toUtf8();
    return formats::unifiedDiff(old->value_or(QByteArray()), deployment.bytes,
                                *old ? name : QByteArray("/dev/null"), name);
}

QJsonObject toJson(const Deployment &deployment)
{
    QJsonObject old;
    for (auto each = deployment.old.begin(); each != deployment.old.end(); ++each)
        old[each.key()] =
            *each ? QJsonValue(QString::fromLatin1(remote::sha256Of(**each))) : QJsonValue();
    return {{u"id"_s, deployment.planId},
            {u"begun"_s, deployment.begun.toString(Qt::ISODateWithMs)},
            {u"cluster"_s, deployment.cluster},
            {u"path"_s, deployment.path},
            {u"reason"_s, deployment.reason},
            {u"nodes"_s, QJsonArray::fromStringList(deployment.nodes)},
            {u"offline"_s, QJsonArray::fromStringList(deployment.offline)},
            {u"ended"_s, deployment.ended},
            {u"inUse"_s, deployment.inUse},
            {u"outcome"_s, deployment.outcome},
            {u"sentence"_s, deployment.sentence},
            {u"sha256"_s, QString::fromLatin1(remote::sha256Of(deployment.bytes))},
            {u"oldSha256"_s, old}};
}

int list(const Context &context, const QList<Deployment> &all, bool json)
{
    if (json) {
        QJsonArray array;
        for (const Deployment &deployment : all)
            array.append(toJson(deployment));
        context.terminal.raw(
            QJsonDocument(QJsonObject{{u"format"_s, 1}, {u"deployments"_s, array}}).toJson());
        return Done;
    }
    Table table(
        {{u"ID"_s}, {u"BEGUN"_s}, {u"CLUSTER"_s}, {u"STATE"_s}, {u"FILE"_s}, {u"REASON"_s}});
    for (const Deployment &deployment : all)
        table.addRow({deployment.planId,
                      deployment.begun.toLocalTime().toString(u"yyyy-MM-dd hh:mm:ss"),
                      deployment.cluster, stateOf(deployment), deployment.path, deployment.reason});
    if (!table.isEmpty())
        context.terminal.out(table.toText().trimmed());
    return Done;
}

int show(const Context &context, const Deployment &deployment, bool diffOnly)
{
    if (!diffOnly) {
        context.terminal.out(u"%1 in %2, begun %3: %4"_s.arg(
            deployment.path, deployment.cluster,
            deployment.begun.toLocalTime().toString(u"yyyy-MM-dd hh:mm:ss"), stateOf(deployment)));
        for (const QString &line : {deployment.reason, deployment.sentence}) {
            if (!line.isEmpty())
                context.terminal.out(line);
        }
    }
    QList<QByteArray> shown;
    for (const QString &node : deployment.nodes) {
        const QByteArray diff = diffFor(deployment, node);
        if (!shown.contains(diff) && !diff.isEmpty()) {
            context.terminal.out(u"# what %1 got"_s.arg(node));
            printDiff(context, diff);
        }
        shown.append(diff);
    }
    return Done;
}

/// What the nodes had before; none: it was said why that is not clear.
std::optional<QByteArray> oldBytes(const Context &context, const Deployment &deployment,
                                   const QString &of, int &code)
{
    code = Failed;
    if (!of.isEmpty() && !deployment.old.contains(of)) {
        code = usageError(context, u"that roll-out did not read %1"_s.arg(of));
        return std::nullopt;
    }
    const auto &old = deployment.old;
    const auto first = of.isEmpty() ? old.constBegin() : old.constFind(of);
    const bool differ = of.isEmpty() && std::any_of(old.begin(), old.end(), [&](const auto &bytes) {
                            return bytes != *first;
                        });
    if (old.isEmpty() || !*first) {
        printError(context, u"there was no such file before that roll-out."_s, {});
        return std::nullopt;
    }
    if (differ) {
        printError(context, u"the nodes had different files before that roll-out."_s,
                   u"Say whose to restore: --of NODE"_s);
        return std::nullopt;
    }
    return **first;
}

int restore(const Context &context, const Deployment &deployment, const QCommandLineParser &parser)
{
    int code = Done;
    const auto old = oldBytes(context, deployment, parser.value(u"of"_s), code);
    if (!old)
        return code;
    const base::Result<QList<profiles::Profile>> profiles = profiles::Store().load();
    if (!profiles)
        return failed(context, profiles.error());
    const auto monitor = openCluster(context, *profiles, deployment.cluster,
                                     parser.isSet(u"accept-new-host-keys"_s));
    RollOut wish;
    wish.cluster = deployment.cluster;
    wish.path = deployment.path;
    wish.bytes = *old;
    wish.raiseVersion = deployment.path == pathOnNodes(u"cluster-conf"_s, {});
    wish.leaveOut = parser.values(u"leave-out"_s);
    wish.reason = u"restores what was before %1"_s.arg(deployment.planId);
    wish.dryRun = parser.isSet(u"dry-run"_s);
    wish.yes = parser.isSet(u"yes"_s);
    return rollOut(context, *monitor, std::move(wish));
}

} // namespace

int historyCommand(const Context &context)
{
    QCommandLineParser parser;
    parser.addOptions(
        {{u"cluster"_s, u"Of this cluster only."_s, u"NAME"_s},
         {u"json"_s, u"Print JSON."_s},
         {u"diff"_s, u"Print only what changed."_s},
         {u"restore"_s, u"Roll out again what was there before that roll-out."_s},
         {u"of"_s, u"Whose old file to restore, where the nodes differed."_s, u"NODE"_s},
         {u"leave-out"_s, u"A node that does not get the file now; give one for each."_s,
          u"NODE"_s},
         {u"dry-run"_s, u"Show what would change; change nothing."_s},
         {u"yes"_s, u"Do not ask."_s},
         {u"accept-new-host-keys"_s, u"Save host keys that are not known yet."_s}});
    int code = Done;
    if (!parseArguments(context, parser,
                        u"history [--json] | history ID [--diff] | history ID --restore"_s, code))
        return code;
    const QStringList words = parser.positionalArguments();
    if (words.size() > 1 || (words.isEmpty() && parser.isSet(u"restore"_s)))
        return usageError(context, u"history takes nothing, or the ID of a roll-out"_s);
    const bool ready = parser.isSet(u"yes"_s) || parser.isSet(u"dry-run"_s);
    if (parser.isSet(u"restore"_s) && !ready && !context.terminal.canAsk())
        return nobodyToConfirm(context);
    auto all = operations::deployments(operations::Journal(), std::numeric_limits<int>::max());
    if (!all)
        return failed(context, all.error());
    if (parser.isSet(u"cluster"_s))
        all->removeIf(
            [&](const Deployment &each) { return each.cluster != parser.value(u"cluster"_s); });
    if (words.isEmpty())
        return list(context, *all, parser.isSet(u"json"_s));
    const auto found = std::ranges::find_if(
        *all, [&](const Deployment &each) { return each.planId == words.first(); });
    if (found == all->end())
        return failed(context, {base::ErrorCode::NotFound,
                                u"The history has no roll-out %1."_s.arg(words.first()),
                                u"They are listed by: colonnadectl history"_s});
    if (parser.isSet(u"json"_s))
        return list(context, {*found}, true);
    if (parser.isSet(u"restore"_s))
        return restore(context, *found, parser);
    return show(context, *found, parser.isSet(u"diff"_s));
}

} // namespace colonnade::ctl
