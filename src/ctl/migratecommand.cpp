// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/context.h"
#include "ctl/following.h"
#include "ctl/session.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

/// The command line of `migrate`, understood.
struct Request
{
    QString guest;
    QString node;
    QString cluster;
    bool dryRun = false;
    bool yes = false;
    bool acceptNewHostKeys = false;
};

std::optional<Request> readRequest(const Context &context, int &code)
{
    QCommandLineParser parser;
    parser.addOptions(
        {{u"cluster"_s, u"The cluster; not needed where there is only one."_s, u"NAME"_s},
         {u"dry-run"_s, u"Judge and show the plan as a script; change nothing."_s},
         {u"yes"_s, u"Do not ask."_s},
         {u"accept-new-host-keys"_s, u"Save host keys that are not known yet."_s}});
    if (!parseArguments(context, parser,
                        u"migrate GUEST NODE [--cluster NAME] [--dry-run] [--yes]"_s, code))
        return std::nullopt;
    const QStringList names = parser.positionalArguments();
    if (names.size() != 2) {
        code = usageError(context, u"migrate takes a guest and a node"_s);
        return std::nullopt;
    }
    Request request{names[0],
                    names[1],
                    parser.value(u"cluster"_s),
                    parser.isSet(u"dry-run"_s),
                    parser.isSet(u"yes"_s),
                    parser.isSet(u"accept-new-host-keys"_s)};
    if (!request.dryRun && !request.yes && !context.terminal.canAsk()) {
        code = nobodyToConfirm(context);
        return std::nullopt;
    }
    return request;
}

QStringList nodeNames(const cluster::ClusterState &state)
{
    QStringList names;
    for (const cluster::NodeState &node : state.nodes)
        names.append(node.name());
    return names;
}

/// Where the guest is. No value: that is not clear, it was said why, and @p code is what to end
/// with.
std::optional<QString> locate(const Context &context, const cluster::ClusterState &state,
                              const QString &guest, int &code)
{
    QStringList places;
    for (const cluster::Placement &place : state.find(guest)) {
        if (place.guest->state != toolstack::RunState::Halted)
            places.append(place.node->name());
    }
    if (places.size() == 1)
        return places.first();
    if (places.size() > 1) {
        printError(context,
                   u"%1 is on several nodes at once: %2."_s.arg(guest, places.join(u", "_s)),
                   u"Look at: colonnadectl status"_s);
        code = Refused;
        return std::nullopt;
    }
    printError(context, u"%1 runs on no node of %2 that answers."_s.arg(guest, state.name), {});
    for (const cluster::NodeState &node : state.nodes) {
        if (node.probeError)
            context.terminal.err(u"%1: %2"_s.arg(node.name(), node.probeError->message));
    }
    code = Failed;
    return std::nullopt;
}

/// Reads again, now that it is known which disks count and who has to reach whom.
bool readForPlan(const Context &context, cluster::Nodes &nodes, const QString &from,
                 const QString &to)
{
    for (const QString &node : {from, to}) {
        const auto facts =
            nodes.refresh(node, node == from ? QStringList{to} : QStringList{}, context.stop);
        if (!facts) {
            printError(context, facts.error().message, facts.error().remedy);
            return false;
        }
    }
    return true;
}

void printWarnings(const Context &context, const cluster::ClusterState &state,
                   const operations::Plan &plan, const rules::PlacementOptions &options)
{
    const rules::Verdict verdict =
        rules::canRun(state, plan.details[u"guest"].toString(), plan.details[u"from"].toString(),
                      plan.details[u"to"].toString(), options);
    for (const rules::Reason &reason : verdict.reasons) {
        const QString word =
            reason.severity == rules::Severity::Warning ? u"Warning: "_s : u"Note: "_s;
        context.terminal.err(word + reason.sentence);
        if (!reason.remedy.isEmpty())
            context.terminal.err(u"  "_s + reason.remedy);
    }
}

bool confirm(const Context &context, const operations::Plan &plan)
{
    const operations::Step &step = plan.steps.first();
    return context.terminal.askYes(u"%1\n  on %2: %3\nGo on? [y/N] "_s.arg(
                                       plan.title, step.node, QString::fromUtf8(step.command)),
                                   context.stop);
}

int carryOut(const Context &context, cluster::Nodes &nodes, const operations::Plan &plan)
{
    operations::Journal journal;
    const operations::MigrationResult result =
        operations::runMigration(nodes, journal, plan, progressSink(context), context.stop);
    if (context.stop.stop_requested() && result.outcome == operations::MigrationOutcome::Unknown) {
        context.terminal.err(result.sentence + u"\nFollow it with: colonnadectl jobs resume "_s
                             + plan.id);
        return Failed;
    }
    const int code = printResult(context, result);
    return context.stop.stop_requested() && code == Refused ? Failed : code; // no rule: the person
}

int migrate(const Context &context, const Request &request, cluster::Nodes &nodes,
            const cluster::ClusterState &state)
{
    if (!state.node(request.node)) {
        return usageError(context, u"there is no node \"%1\" in %2, but: %3"_s.arg(
                                       request.node, state.name, nodeNames(state).join(u", "_s)));
    }
    int code = Failed;
    const std::optional<QString> from = locate(context, state, request.guest, code);
    if (!from)
        return code;
    rules::PlacementOptions options; // what is read from here on is fresh, however slow the nodes
    options.now = QDateTime::currentDateTimeUtc();
    if (!readForPlan(context, nodes, *from, request.node))
        return Failed;

    const cluster::ClusterState fresh = nodes.state();
    const base::Result<operations::Plan> plan =
        operations::planMigration(fresh, request.guest, *from, request.node, options);
    if (!plan) {
        printError(context, plan.error().message, plan.error().remedy);
        return Refused;
    }
    printWarnings(context, fresh, *plan, options);
    if (request.dryRun) {
        context.terminal.out(QString::fromUtf8(plan->toScript()).trimmed());
        return Done;
    }
    if (!request.yes && !confirm(context, *plan)) {
        context.terminal.err(u"Nothing was changed."_s);
        return Failed;
    }
    return carryOut(context, nodes, *plan);
}

} // namespace

int migrateCommand(const Context &context)
{
    int code = Done;
    const std::optional<Request> request = readRequest(context, code);
    if (!request)
        return code;
    const base::Result<QList<profiles::Profile>> profiles = profiles::Store().load();
    if (!profiles) {
        printError(context, profiles.error().message, profiles.error().remedy);
        return Failed;
    }
    const std::optional<QString> name = chooseCluster(context, *profiles, request->cluster, code);
    if (!name)
        return code;
    const auto monitor = openCluster(context, *profiles, *name, request->acceptNewHostKeys);
    const cluster::ClusterState state = monitor->readOnce(context.stop);
    if (context.stop.stop_requested())
        return Failed;
    return migrate(context, *request, *monitor, state);
}

} // namespace colonnade::ctl
