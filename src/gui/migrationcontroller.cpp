// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/migrationcontroller.h"

#include "gui/background.h"
#include "gui/confirmdialog.h"
#include "gui/wording.h"

#include <QUuid>

#include <algorithm>
#include <thread>

namespace colonnade::gui {

namespace {

using operations::MigrationOutcome;
using operations::MigrationResult;
using operations::Plan;

constexpr auto ReadingLimit = std::chrono::seconds(10);
constexpr int ShownHistory = 30;

rules::PlacementOptions now(rules::PlacementOptions options)
{
    options.now = QDateTime::currentDateTimeUtc();
    return options;
}

/// Reads sources and target at the same time. A node that does not answer is judged by its old
/// facts, which the rules refuse when they are stale.
void readAgain(cluster::Nodes &nodes, const QList<rules::GuestRef> &guests, const QString &to,
               std::stop_token stop)
{
    QStringList sources;
    for (const rules::GuestRef &guest : guests) {
        if (!sources.contains(guest.node))
            sources.append(guest.node);
    }
    std::vector<std::jthread> readers;
    readers.emplace_back([&nodes, &to, stop] { (void)nodes.refresh(to, {}, stop); });
    for (const QString &source : std::as_const(sources))
        readers.emplace_back(
            [&nodes, &to, source, stop] { (void)nodes.refresh(source, {to}, stop); });
}

QList<PreparedMigration> prepare(const std::shared_ptr<cluster::Nodes> &nodes,
                                 const QList<rules::GuestRef> &guests, const QString &to,
                                 const rules::PlacementOptions &given, std::stop_token stop)
{
    // What is read from here on is fresh, however slow the nodes: all is read anew before it
    // starts.
    const rules::PlacementOptions options = now(given);
    readAgain(*nodes, guests, to, stop);
    const cluster::ClusterState state = nodes->state();
    QList<PreparedMigration> answers;
    QList<rules::GuestRef> accepted;
    for (const rules::GuestRef &guest : guests) {
        PreparedMigration answer{
            guest, to, rules::canRun(state, guest.guest, guest.node, to, options),
            operations::planMigration(state, guest.guest, guest.node, to, options)};
        // Each may fit alone and all together not: the later ones stay.
        const QList<rules::GuestRef> together = accepted + QList{guest};
        if (answer.plan && together.size() > 1) {
            const rules::Verdict all = rules::canRunAll(state, together, to, options);
            if (all.answer() == rules::Answer::No)
                answer.plan = base::failure(base::ErrorCode::Refused, all.headline(),
                                            all.reasons.first().remedy);
        }
        if (answer.plan)
            accepted = together;
        answers.append(answer);
    }
    return answers;
}

operations::MigrationProgress progressOf(const Plan &plan)
{
    const auto text = [&](const char *key) {
        return plan.details.value(QLatin1String(key)).toString();
    };
    operations::MigrationProgress progress;
    progress.planId = plan.id;
    progress.guest = text("guest");
    progress.from = text("from");
    progress.to = text("to");
    return progress;
}

ActivityState stateOf(MigrationOutcome outcome)
{
    switch (outcome) {
    case MigrationOutcome::Moved:
        return ActivityState::Ok;
    case MigrationOutcome::Unknown:
    case MigrationOutcome::Undefined:
        return ActivityState::Unknown;
    case MigrationOutcome::Stayed:
    case MigrationOutcome::Refused:
    case MigrationOutcome::Lost:
        return ActivityState::Failed;
    }
    return ActivityState::Unknown;
}

QString wordFor(MigrationOutcome outcome)
{
    switch (outcome) {
    case MigrationOutcome::Moved:
        return MigrationController::tr("moved");
    case MigrationOutcome::Stayed:
        return MigrationController::tr("not moved");
    case MigrationOutcome::Refused:
        return MigrationController::tr("refused");
    case MigrationOutcome::Undefined:
        return MigrationController::tr("undecided, look at both nodes");
    case MigrationOutcome::Lost:
        return MigrationController::tr("runs nowhere");
    case MigrationOutcome::Unknown:
        break;
    }
    return MigrationController::tr("not known yet");
}

/// As the journal has it; a word of a later version stays as it is.
QString wordFor(const QString &outcome)
{
    for (const MigrationOutcome each :
         {MigrationOutcome::Moved, MigrationOutcome::Stayed, MigrationOutcome::Refused,
          MigrationOutcome::Undefined, MigrationOutcome::Lost, MigrationOutcome::Unknown}) {
        if (operations::outcomeName(each) == outcome)
            return wordFor(each);
    }
    return outcome;
}

ActivityRow planRow(const Plan &plan, const QDateTime &at)
{
    ActivityRow row;
    row.planId = plan.id;
    row.at = at;
    row.node = plan.steps.isEmpty() ? QString() : plan.steps.first().node;
    row.title = plan.title;
    row.script = plan.toScript();
    return row;
}

} // namespace

MigrationController::MigrationController(const Environment &environment, ActivityModel *activity,
                                         FindCluster find, QWidget *dialogParent)
    : QObject(dialogParent),
      m_environment(environment),
      m_activity(activity),
      m_find(std::move(find)),
      m_dialogParent(dialogParent),
      m_inbox(
          this,
          [this](const QList<operations::MigrationProgress> &batch) {
              for (const operations::MigrationProgress &progress : batch)
                  progressed(progress);
          },
          500)
{
}

MigrationController::~MigrationController()
{
    m_reading.request_stop();
    for (const JobPointer &job : std::as_const(m_jobs))
        job->stop.request_stop();
}

void MigrationController::request(const QString &cluster, const QList<rules::GuestRef> &guests,
                                  const QString &to)
{
    ClusterController *controller = m_find(cluster);
    const std::shared_ptr<cluster::Nodes> nodes = controller ? controller->nodes() : nullptr;
    if (!nodes || guests.isEmpty())
        return;
    Q_EMIT hint(tr("Reading %1 again before anything is moved…").arg(to));
    auto reading = std::make_shared<std::stop_source>();
    QTimer::singleShot(ReadingLimit, this, [reading] { reading->request_stop(); });
    runInBackground(
        m_environment.pool.get(), this,
        [nodes, guests, to, options = m_environment.migration.placement, reading,
         window = m_reading.get_token()] {
            const std::stop_callback ends(window, [&] { reading->request_stop(); });
            return prepare(nodes, guests, to, options, reading->get_token());
        },
        [this, cluster](const QList<PreparedMigration> &answers) { prepared(cluster, answers); });
}

void MigrationController::prepared(const QString &cluster, const QList<PreparedMigration> &answers)
{
    Q_EMIT hint({});
    const bool any = std::ranges::any_of(
        answers, [](const PreparedMigration &answer) { return answer.plan.has_value(); });
    if (any)
        confirm(answers);
    else
        refuse(cluster, answers);
}

void MigrationController::refuse(const QString &cluster, const QList<PreparedMigration> &answers)
{
    for (const PreparedMigration &answer : answers) {
        Message message;
        message.id = QStringLiteral("refused/") + answer.guest.guest;
        message.tone = Tone::Warn;
        message.sentence = tr("%1 was not migrated to %2: %3")
                               .arg(answer.guest.guest, answer.to, answer.plan.error().message);
        message.remedy = answer.plan.error().remedy;
        Q_EMIT messageRequested(cluster, message);
    }
}

void MigrationController::confirm(const QList<PreparedMigration> &answers)
{
    auto *dialog = new ConfirmDialog(answers, m_dialogParent);
    connect(dialog, &QDialog::finished, dialog, &QObject::deleteLater);
    connect(dialog, &QDialog::accepted, this, [this, answers] {
        QList<Plan> plans;
        for (const PreparedMigration &answer : answers) {
            if (answer.plan)
                plans.append(*answer.plan);
        }
        enqueue(plans);
    });
    dialog->open();
}

void MigrationController::enqueue(const QList<Plan> &plans)
{
    const QString batch = QUuid::createUuid().toString(QUuid::WithoutBraces);
    for (const Plan &plan : plans) {
        const auto job = std::make_shared<Job>();
        job->plan = plan;
        job->progress = progressOf(plan);
        job->progress.sentence = tr("waits until the one before has left");
        job->batch = batch;
        m_jobs.append(job);
    }
    startNext();
    if (!plans.isEmpty())
        Q_EMIT progressChanged(plans.first().cluster);
}

void MigrationController::startNext()
{
    QStringList busy; // cluster/source pairs
    for (const JobPointer &job : std::as_const(m_jobs)) {
        if (job->started)
            busy.append(job->plan.cluster + QLatin1Char('/') + job->progress.from);
    }
    const QList<JobPointer> jobs = m_jobs;
    for (const JobPointer &job : jobs) {
        const QString source = job->plan.cluster + QLatin1Char('/') + job->progress.from;
        if (job->started || (!job->resumed && busy.contains(source)))
            continue;
        busy.append(source);
        start(job);
    }
}

void MigrationController::start(const JobPointer &job)
{
    ClusterController *controller = m_find(job->plan.cluster);
    const std::shared_ptr<cluster::Nodes> nodes = controller ? controller->nodes() : nullptr;
    job->started = true;
    job->startedAt = QDateTime::currentDateTimeUtc();
    if (!nodes) {
        MigrationResult result;
        result.sentence = tr("%1 is not connected, so the migration of %2 was not begun.")
                              .arg(job->plan.cluster, job->progress.guest);
        result.outcome = job->resumed ? MigrationOutcome::Unknown : MigrationOutcome::Refused;
        QMetaObject::invokeMethod(
            this, [this, job, result] { finished(job, result); }, Qt::QueuedConnection);
        return;
    }
    job->progress.sentence = tr("checking");
    logPlan(job);
    runInBackground(
        m_environment.pool.get(), this,
        [nodes, plan = job->plan, resumed = job->resumed, stop = job->stop.get_token(),
         sink = m_inbox.sink(), folder = m_environment.journalFolder,
         options = m_environment.migration]() mutable {
            operations::Journal journal(folder);
            options.placement = now(options.placement);
            return resumed ? resumeMigration(*nodes, journal, plan.id, sink, stop, options)
                           : runMigration(*nodes, journal, plan, sink, stop, options);
        },
        [this, job](const MigrationResult &result) { finished(job, result); });
}

void MigrationController::progressed(const operations::MigrationProgress &progress)
{
    const auto found = std::ranges::find_if(
        m_jobs, [&](const JobPointer &job) { return job->plan.id == progress.planId; });
    if (found == m_jobs.end() || progress.stage == operations::MigrationStage::Ended)
        return;
    (*found)->progress = progress;
    Q_EMIT progressChanged((*found)->plan.cluster);
}

void MigrationController::finished(const JobPointer &job, const MigrationResult &result)
{
    m_jobs.removeOne(job);
    logPlan(job, &result);
    if (result.outcome == MigrationOutcome::Moved)
        tellMoved(job, result);
    else
        tellProblem(job, result);
    if (ClusterController *controller = m_find(job->plan.cluster))
        controller->refresh();
    startNext();
    Q_EMIT progressChanged(job->plan.cluster);
}

void MigrationController::tellMoved(const JobPointer &job, const MigrationResult &result)
{
    const QString from = job->progress.from;
    const QString to = job->progress.to;
    const QString cluster = job->plan.cluster;
    Batch &batch = m_batches[job->batch + from];
    batch.moved.append(job->progress.guest);
    Message message;
    message.id =
        QStringLiteral("moved/") + (job->batch.isEmpty() ? job->plan.id : job->batch + from);
    message.tone = Tone::Good;
    message.sentence = batch.moved.size() == 1 || job->resumed
                           ? result.sentence
                           : tr("%1 run on %2 now.").arg(joined(batch.moved), to);
    if (job->resumed)
        message.sentence = tr("%1 was being moved when Colonnade ended. %2")
                               .arg(job->progress.guest, result.sentence);
    message.remedy = result.remedy;
    QList<rules::GuestRef> back;
    for (const QString &guest : job->resumed ? QStringList{job->progress.guest} : batch.moved)
        back.append({guest, to});
    message.action = tr("Move back");
    message.run = [this, cluster, back, from] { request(cluster, back, from); };
    Q_EMIT messageRequested(cluster, message);
    if (job->resumed)
        Q_EMIT messageWithdrawn(cluster, QStringLiteral("plan/") + job->plan.id);
}

void MigrationController::tellProblem(const JobPointer &job, const MigrationResult &result)
{
    Message message;
    message.id = QStringLiteral("plan/") + job->plan.id;
    const bool bad =
        result.outcome == MigrationOutcome::Lost || result.outcome == MigrationOutcome::Undefined;
    message.tone = bad ? Tone::Bad : Tone::Warn;
    message.sentence = job->resumed ? tr("%1 was being moved when Colonnade ended. %2")
                                          .arg(job->progress.guest, result.sentence)
                                    : result.sentence;
    message.remedy = result.remedy;
    if (result.outcome == MigrationOutcome::Unknown) {
        message.action = tr("Look again");
        message.run = [this, plan = job->plan] { resume(plan); };
    }
    Q_EMIT messageRequested(job->plan.cluster, message);
}

void MigrationController::logPlan(const JobPointer &job, const MigrationResult *result)
{
    ActivityRow row = planRow(job->plan, job->startedAt);
    if (result) {
        row.state = stateOf(result->outcome);
        row.outcome = wordFor(result->outcome);
        row.sentence = result->sentence;
        row.output = result->output;
        row.duration =
            std::chrono::milliseconds(job->startedAt.msecsTo(QDateTime::currentDateTimeUtc()));
    }
    m_activity->putPlan(row);
}

void MigrationController::resumeOpen()
{
    runInBackground(
        m_environment.pool.get(), this,
        [folder = m_environment.journalFolder] { return operations::Journal(folder).entries(); },
        [this](const base::Result<QList<operations::JournalEntry>> &entries) {
            if (entries) {
                journalRead(*entries);
                return;
            }
            Message message;
            message.id = QStringLiteral("journal");
            message.tone = Tone::Bad;
            message.sentence = entries.error().message;
            message.remedy = entries.error().remedy;
            Q_EMIT messageRequested({}, message);
        });
}

void MigrationController::journalRead(const QList<operations::JournalEntry> &entries)
{
    int shown = 0;
    for (const operations::JournalEntry &entry : entries) {
        if (entry.plan.kind != QLatin1String("migrate"))
            continue;
        if (!entry.ended && !entry.inUse) {
            resume(entry.plan);
            continue;
        }
        if (++shown > ShownHistory)
            continue;
        ActivityRow row = planRow(entry.plan, entry.begun);
        row.state = entry.outcome == QLatin1String("moved") ? ActivityState::Ok
                    : entry.ended                           ? ActivityState::Failed
                                                            : ActivityState::Unknown;
        row.outcome = entry.ended ? wordFor(entry.outcome) : tr("in another process");
        row.sentence = entry.ended ? entry.sentence
                                   : tr("Another process on this workstation carries this out.");
        m_activity->putPlan(row);
    }
}

void MigrationController::resume(const Plan &plan)
{
    const auto job = std::make_shared<Job>();
    job->plan = plan;
    job->progress = progressOf(plan);
    job->resumed = true;
    m_jobs.append(job);
    Message message;
    message.id = QStringLiteral("plan/") + plan.id;
    message.sentence = tr("%1 was being moved from %2 to %3 when Colonnade ended. Both nodes are "
                          "being looked at.")
                           .arg(job->progress.guest, job->progress.from, job->progress.to);
    ClusterController *controller = m_find(plan.cluster);
    if (controller)
        controller->start();
    Q_EMIT messageRequested(plan.cluster, message);
    startNext();
    Q_EMIT progressChanged(plan.cluster);
}

QList<operations::MigrationProgress> MigrationController::progress(const QString &cluster) const
{
    QList<operations::MigrationProgress> list;
    for (const JobPointer &job : m_jobs) {
        if (job->plan.cluster == cluster)
            list.append(job->progress);
    }
    return list;
}

int MigrationController::running() const
{
    return int(std::ranges::count_if(m_jobs, [](const JobPointer &job) { return job->started; }));
}

QStringList MigrationController::waitingGuests() const
{
    QStringList guests;
    for (const JobPointer &job : m_jobs) {
        if (!job->started)
            guests.append(job->progress.guest);
    }
    return guests;
}

QStringList MigrationController::runningGuests() const
{
    QStringList guests;
    for (const JobPointer &job : m_jobs) {
        if (job->started)
            guests.append(job->progress.guest);
    }
    return guests;
}

} // namespace colonnade::gui
