// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/migrationrunner.h"

#include "operations/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::operations {

namespace {

using Clock = std::chrono::steady_clock;

constexpr qsizetype OutputLimit = 64 * 1024;

/// A node whose toolstack does not answer shows no guests, which is not "holds none".
base::Result<cluster::NodeFacts> readNode(cluster::Nodes &nodes, const QString &node,
                                          const QStringList &peers, const std::stop_token &stop)
{
    base::Result<cluster::NodeFacts> facts = nodes.refresh(node, peers, stop);
    if (facts && (!facts->toolstack || !facts->toolstackProblem.isEmpty())) {
        return base::failure(
            base::ErrorCode::Unsupported,
            Words::tr("%1 cannot list its guests: %2").arg(node, facts->toolstackProblem));
    }
    return facts;
}

} // namespace

MigrationRunner::MigrationRunner(cluster::Nodes &nodes, Journal::Record &record,
                                 const MigrationSink &sink, std::stop_token stop,
                                 const MigrationOptions &options)
    : m_nodes(nodes),
      m_record(record),
      m_sink(sink),
      m_stop(std::move(stop)),
      m_options(options),
      m_subject(MigrationSubject::fromDetails(record.plan().details))
{
    const Plan &plan = record.plan();
    m_memoryMiB = plan.details[u"memoryMiB"].toInteger();
    if (!plan.steps.isEmpty())
        m_jobNode = plan.steps.first().node;
    if (remote::Connection *connection = nodes.connection(m_jobNode))
        m_job.emplace(*connection, plan.id);
}

MigrationResult MigrationRunner::carryOut(const Journal &journal)
{
    if (std::optional<MigrationResult> refused = objection(journal))
        return *std::move(refused);
    return start();
}

MigrationResult MigrationRunner::goOn()
{
    if (!m_job)
        return unknown(Words::tr("There is no profile of the node %1 any more.").arg(m_jobNode));
    // "starting" is on the disk before the request is sent: without it nothing ever was.
    if (m_record.factsOf(u"starting"_s).isEmpty())
        return settleStart(Words::tr("The program ended before it started anything."), false);
    if (m_record.factsOf(u"running"_s).isEmpty())
        return settleStart(Words::tr("The program ended while it was starting the migration."),
                           true);
    return follow();
}

std::optional<MigrationResult> MigrationRunner::objection(const Journal &journal)
{
    if (!m_job || !m_nodes.connection(m_subject.from) || !m_nodes.connection(m_subject.to))
        return refuse(
            Words::tr("The cluster has no such nodes: %1, %2.").arg(m_subject.from, m_subject.to));
    if (std::optional<MigrationResult> refused = otherPlan(journal))
        return refused;
    return recheck();
}

/// Begun first and looked second: of two processes that want the same guest at once, at most one
/// goes on.
std::optional<MigrationResult> MigrationRunner::otherPlan(const Journal &journal)
{
    const Plan &mine = m_record.plan();
    const base::Result<QList<JournalEntry>> entries =
        journal.entries(std::numeric_limits<int>::max());
    if (!entries)
        return refuse(entries.error().message, entries.error().remedy);
    const auto concerns = [&](const JournalEntry &entry) {
        return !entry.ended && entry.plan.id != mine.id && entry.plan.kind == mine.kind
               && entry.plan.cluster == mine.cluster
               && entry.plan.details[u"guest"].toString() == m_subject.guest;
    };
    const auto other = std::ranges::find_if(*entries, concerns);
    if (other == entries->end())
        return std::nullopt;
    const QString begun = other->begun.toLocalTime().toString(u"yyyy-MM-dd hh:mm:ss");
    if (other->inUse) {
        return refuse(
            Words::tr("%1 is being migrated already, since %2.").arg(m_subject.guest, begun),
            Words::tr("Wait for that migration to end."));
    }
    return refuse(
        Words::tr("A migration of %1, begun %2, has not been followed to its end.")
            .arg(m_subject.guest, begun),
        Words::tr("Go on with it first: colonnadectl jobs resume %1").arg(other->plan.id));
}

std::optional<MigrationResult> MigrationRunner::recheck()
{
    tell(MigrationStage::Checking, Words::tr("Both nodes are being checked again"));
    if (const base::Result<void> written = m_record.stage(u"checking"_s); !written)
        return refuse(written.error().message, written.error().remedy);
    // What is read from here on is fresh, also where a slow node makes the reading of both take
    // long.
    m_options.placement.now = QDateTime::currentDateTimeUtc();
    for (const QString &node : {m_subject.from, m_subject.to}) {
        const QStringList peers =
            node == m_subject.from ? QStringList{m_subject.to} : QStringList{};
        const base::Result<cluster::NodeFacts> facts = readNode(m_nodes, node, peers, m_stop);
        if (stopped())
            return refuse(Words::tr("It was canceled before anything was started."));
        if (!facts)
            return refuse(facts.error().message, facts.error().remedy);
    }

    const base::Result<Plan> again = planMigration(m_nodes.state(), m_subject.guest, m_subject.from,
                                                   m_subject.to, m_options.placement);
    if (!again)
        return refuse(again.error().message, again.error().remedy);
    const Plan &plan = m_record.plan();
    const Step &now = again->steps.first();
    if (now.command != plan.steps.first().command || now.node != m_jobNode) {
        return refuse(Words::tr("The command would be another one by now: %1")
                          .arg(QString::fromUtf8(now.command)),
                      Words::tr("Plan the migration again."));
    }
    m_memoryMiB = again->details[u"memoryMiB"].toInteger();
    return std::nullopt;
}

MigrationResult MigrationRunner::start()
{
    tell(MigrationStage::Starting,
         Words::tr("The migration is being started on %1").arg(m_jobNode));
    const cluster::ClusterState state = m_nodes.state();
    const cluster::NodeState *node = state.node(m_jobNode);
    const QJsonObject facts{{u"bootId"_s, node && node->facts ? node->facts->bootId : QString()},
                            {u"memoryMiB"_s, m_memoryMiB}};
    if (const base::Result<void> written = m_record.stage(u"starting"_s, facts); !written)
        return refuse(written.error().message, written.error().remedy);

    const base::Result<JobStart> started =
        m_job->start(m_subject.guest, m_record.plan().steps.first().command, m_stop);
    if (!started) {
        // Not reached at all, or an answer that says no: nothing can be on its way then.
        const base::ErrorCode code = started.error().code;
        const bool certain =
            code == base::ErrorCode::CommandFailed || code == base::ErrorCode::ConnectionFailed;
        return settleStart(started.error().message, !certain);
    }
    if (started->answer == JobStart::Answer::Busy) {
        return refuse(Words::tr("%1 is being migrated already: job %2 runs on %3.")
                          .arg(m_subject.guest, started->otherId, m_jobNode),
                      Words::tr("Wait for that migration to end."));
    }
    return follow();
}

/// Finds out whether the job began, and makes the answer final.
MigrationResult MigrationRunner::settleStart(const QString &problem, bool mayBeOnItsWay)
{
    const Clock::time_point begun = Clock::now();
    Bell pause;
    while (!stopped()) {
        const base::Result<JobLook> look = m_job->look(0, m_stop);
        if (look && look->exists)
            return follow();
        const base::Result<bool> never =
            look ? m_job->forbid(m_stop) : std::unexpected(look.error());
        if (never && !*never)
            return follow();
        if (never) {
            m_note = problem;
            m_keepFolder = mayBeOnItsWay;
            return m_record.factsOf(u"starting"_s).isEmpty()
                       ? refuse(Words::tr("Nothing was started. %1").arg(problem))
                       : verify();
        }
        if (Clock::now() - begun >= m_options.unreachableLimit)
            break;
        MigrationProgress progress;
        progress.stage = MigrationStage::Starting;
        progress.sourceReachable = false;
        progress.sentence =
            Words::tr("%1 does not answer; whether the migration began there is not known yet")
                .arg(m_jobNode);
        tell(progress);
        pause.wait(m_options.pollInterval, m_stop);
    }
    if (stopped()) {
        return unknown(
            Words::tr(
                "It is not followed any more; whether the migration of %1 began was not seen.")
                .arg(m_subject.guest));
    }
    return unknown(Words::tr("Whether the migration of %1 began is not known: %2 does not answer.")
                       .arg(m_subject.guest, m_jobNode));
}

MigrationResult MigrationRunner::verify()
{
    const QJsonObject facts{
        {u"output"_s, QString::fromUtf8(m_output)},
        {u"exitStatus"_s, m_exitStatus ? QJsonValue(*m_exitStatus) : QJsonValue()}};
    static_cast<void>(m_record.stage(u"verifying"_s, facts)); // what was found counts, not this
    tell(MigrationStage::Verifying, Words::tr("Looking for %1 on both nodes").arg(m_subject.guest));

    Clock::time_point answered = Clock::now(); // both nodes, last
    Clock::time_point silent = answered;       // one of them, last
    Bell pause;
    while (true) {
        const auto source = readNode(m_nodes, m_subject.from, {}, m_stop);
        const auto target = readNode(m_nodes, m_subject.to, {}, m_stop);
        if (stopped()) {
            return unknown(Words::tr("It is not followed any more; where %1 is was not seen yet.")
                               .arg(m_subject.guest));
        }
        const bool both = source && target;
        (both ? answered : silent) = Clock::now();
        if (both) {
            const Finding finding = findGuest(m_subject, *source, *target);
            if (finding.settled || answered - silent >= m_options.settleLimit)
                return conclude(finding);
        }
        MigrationProgress progress;
        progress.stage = MigrationStage::Verifying;
        progress.sourceReachable = source.has_value();
        progress.targetReachable = target.has_value();
        progress.sentence = both ? Words::tr("Looking for %1 on both nodes").arg(m_subject.guest)
                                 : describeSilence(source, target);
        if (!both && silent - answered >= m_options.unreachableLimit) {
            return unknown(Words::tr("Where %1 is cannot be seen: %2.")
                               .arg(m_subject.guest, progress.sentence));
        }
        tell(progress);
        pause.wait(m_options.pollInterval, m_stop);
    }
}

QString MigrationRunner::describeSilence(const base::Result<cluster::NodeFacts> &source,
                                         const base::Result<cluster::NodeFacts> &target) const
{
    if (!source && !target)
        return Words::tr("neither %1 nor %2 answers").arg(m_subject.from, m_subject.to);
    if (!source) {
        return Words::tr("%1 does not answer; %2")
            .arg(m_subject.from, describeCopies(m_subject, m_subject.to, *target));
    }
    return Words::tr("%1 does not answer; %2")
        .arg(m_subject.to, describeCopies(m_subject, m_subject.from, *source));
}

MigrationResult MigrationRunner::conclude(const Finding &finding)
{
    MigrationResult result{finding.outcome, finding.sentence, finding.remedy,
                           m_output.right(OutputLimit), m_exitStatus};
    if (const QString cause = causeWords(); !cause.isEmpty())
        result.sentence += u' ' + cause;
    // If the end cannot be written, the plan stays open, and a later look comes to the same answer.
    const base::Result<void> ended =
        m_record.end(outcomeName(result.outcome), result.sentence, result.remedy);
    if (ended && !m_keepFolder)
        static_cast<void>(
            m_job->remove()); // what stays behind is an empty shell; the truth is told
    tell(MigrationStage::Ended, result.sentence);
    return result;
}

MigrationResult MigrationRunner::refuse(const QString &sentence, const QString &remedy)
{
    static_cast<void>(m_record.end(outcomeName(MigrationOutcome::Refused), sentence, remedy));
    tell(MigrationStage::Ended, sentence);
    MigrationResult result;
    result.outcome = MigrationOutcome::Refused;
    result.sentence = sentence;
    result.remedy = remedy;
    return result;
}

MigrationResult MigrationRunner::unknown(const QString &sentence) const
{
    return {MigrationOutcome::Unknown, sentence,
            Words::tr("Do not start %1 anywhere before it is known. Go on when both nodes answer: "
                      "colonnadectl jobs resume %2")
                .arg(m_subject.guest, m_record.plan().id),
            m_output.right(OutputLimit), m_exitStatus};
}

/// Why it is as it was found, as far as the toolstack or we can tell.
QString MigrationRunner::causeWords() const
{
    if (!m_note.isEmpty())
        return m_note;
    if (m_exitStatus.value_or(0) == 0)
        return {};
    const QString cause = report().cause;
    if (cause.isEmpty())
        return Words::tr("%1 ended with status %2.")
            .arg(toolName(), QString::number(*m_exitStatus));
    return Words::tr("%1 said: %2").arg(toolName(), cause);
}

toolstack::MigrateReport MigrationRunner::report() const
{
    if (m_subject.rgmanager)
        return toolstack::readClusvcadm(m_output, m_exitStatus);
    if (m_subject.toolstack == toolstack::Kind::Xm)
        return toolstack::readXmMigrate(m_output, m_exitStatus);
    return toolstack::readXlMigrate(m_output);
}

QString MigrationRunner::toolName() const
{
    return m_subject.rgmanager ? u"clusvcadm"_s : toolstack::kindName(m_subject.toolstack);
}

void MigrationRunner::tell(MigrationStage stage, const QString &sentence)
{
    MigrationProgress progress;
    progress.stage = stage;
    progress.sentence = sentence;
    tell(progress);
}

void MigrationRunner::tell(MigrationProgress progress)
{
    if (!m_sink)
        return;
    progress.planId = m_record.plan().id;
    progress.guest = m_subject.guest;
    progress.from = m_subject.from;
    progress.to = m_subject.to;
    const qint64 elapsed = m_record.begun().secsTo(QDateTime::currentDateTimeUtc());
    progress.elapsed = std::chrono::seconds(std::max<qint64>(elapsed, 0));
    m_sink(progress);
}

} // namespace colonnade::operations
