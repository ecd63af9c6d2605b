// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/migrationrunner.h"
#include "operations/words.h"
#include "toolstack/parse.h"

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;

namespace colonnade::operations {

namespace {

constexpr qsizetype OutputLimit = 64 * 1024;

/// A light reading: the list of domains and nothing else.
base::Result<QList<toolstack::DomainRow>> listDomains(remote::Connection &connection,
                                                      toolstack::Kind kind, std::stop_token stop)
{
    remote::Command command;
    command.title = Words::tr("List the guests");
    command.script = toolstack::kindName(kind).toLatin1() + " list\n";
    command.quiet = true;
    const base::Result<remote::Output> output = connection.query(command, stop);
    if (!output)
        return std::unexpected(output.error());
    return toolstack::parseList(output->out, kind);
}

MigrationStage shownStage(toolstack::MigrateStage stage)
{
    switch (stage) {
    case toolstack::MigrateStage::Connecting:
        return MigrationStage::Starting;
    case toolstack::MigrateStage::Copying:
        return MigrationStage::Copying;
    case toolstack::MigrateStage::Handover:
    case toolstack::MigrateStage::Started:
    case toolstack::MigrateStage::Succeeded:
    case toolstack::MigrateStage::Failed:
    case toolstack::MigrateStage::Undefined:
        break;
    }
    return MigrationStage::Handover;
}

} // namespace

MigrationResult MigrationRunner::follow()
{
    if (m_record.factsOf(u"running"_s).isEmpty())
        static_cast<void>(m_record.stage(u"running"_s)); // without it, resuming looks once more
    if (const qint64 memory = m_record.factsOf(u"starting"_s)[u"memoryMiB"].toInteger(); memory > 0)
        m_memoryMiB = memory;

    Bell bell;
    std::atomic<bool> targetSilent = false;
    Watch<SourceLook> source([&](std::stop_token stop) { return lookAtSource(stop, targetSilent); },
                             m_options.pollInterval, bell);
    Watch<TargetLook> target([&](std::stop_token stop) { return lookAtTarget(stop); },
                             m_options.pollInterval, bell);
    while (!stopped()) {
        bell.wait(m_options.pollInterval, m_stop);
        const auto atSource = source.seen();
        const auto atTarget = target.seen();
        targetSilent = atTarget.error.has_value();
        if (atSource.value && !atSource.error) {
            m_output = atSource.value->output;
            m_exitStatus = atSource.value->job.exitStatus;
            if (hasEnded(*atSource.value))
                break;
        }
        reportFollowing(atSource, atTarget);
        if (atSource.silence() >= m_options.unreachableLimit) {
            return unknown(
                Words::tr("%1 does not answer. The migration of %2 goes on there, if it runs.")
                    .arg(m_jobNode, m_subject.guest));
        }
        if (atTarget.silence() >= m_options.unreachableLimit) {
            return unknown(Words::tr("%1 does not answer, and %2 on %3 has not given up yet.")
                               .arg(m_subject.to, toolName(), m_jobNode));
        }
    }
    if (stopped()) {
        return unknown(Words::tr("The migration of %1 is not followed any more; it goes on on %2.")
                           .arg(m_subject.guest, m_jobNode));
    }
    return verify();
}

/// Called on the watch's thread. What was printed is collected there, from look to look.
base::Result<SourceLook> MigrationRunner::lookAtSource(std::stop_token stop, bool withGuest)
{
    const base::Result<JobLook> look = m_job->look(m_outputOffset, stop);
    if (!look)
        return std::unexpected(look.error());
    m_collected = QByteArray(m_collected + look->news).right(OutputLimit);
    m_outputOffset = look->newsOffset + look->news.size();

    SourceLook result{*look, m_collected, false};
    remote::Connection *connection = m_nodes.connection(m_subject.from);
    if (withGuest && connection) {
        const auto rows = listDomains(*connection, m_subject.toolstack, stop);
        const auto isGuest = [&](const toolstack::DomainRow &row) {
            return row.name == m_subject.guest && isAlive(runState(row, m_subject.toolstack));
        };
        result.guestSeenAlive = rows && std::ranges::any_of(*rows, isGuest);
    }
    return result;
}

base::Result<TargetLook> MigrationRunner::lookAtTarget(std::stop_token stop)
{
    remote::Connection *connection = m_nodes.connection(m_subject.to);
    if (!connection)
        return base::failure(base::ErrorCode::NotFound,
                             Words::tr("There is no node %1.").arg(m_subject.to));
    const auto rows = listDomains(*connection, m_subject.toolstack, stop);
    if (!rows)
        return std::unexpected(rows.error());
    TargetLook look;
    for (const toolstack::DomainRow &row : *rows) {
        const cluster::GuestName name = cluster::splitGuestName(row.name);
        if (name.kind == cluster::NameKind::Incoming && name.guest == m_subject.guest)
            look.incomingMiB = row.memoryMiB;
    }
    return look;
}

/// Ended in whatever way. What is left to do is to look where the guest is.
bool MigrationRunner::hasEnded(const SourceLook &look)
{
    const JobLook &job = look.job;
    if (job.exitStatus)
        return job.newsOffset + job.news.size()
               >= job.outputSize; // all of what it printed was read
    if (!job.exists) {
        m_note = Words::tr("The job folder on %1 has gone.").arg(m_jobNode);
    } else if (job.rebooted) {
        m_note = Words::tr("%1 was started anew in the middle of it.").arg(m_jobNode);
    } else if (job.forbidden) {
        m_note = job.news.isEmpty()
                     ? Words::tr("It was never started.")
                     : Words::tr("It was never started: another migration of %1 began on %2 at the "
                                 "same moment.")
                           .arg(m_subject.guest, m_jobNode);
    } else if (job.begun && !job.alive) {
        m_note = Words::tr("The migration was killed on %1.").arg(m_jobNode);
    } else {
        return isStillborn(job);
    }
    return true;
}

/// The folder was made, and then nothing came: whoever made it died in between. Made final after a
/// while.
bool MigrationRunner::isStillborn(const JobLook &job)
{
    const auto now = std::chrono::steady_clock::now();
    if (job.begun || m_unbegunSince == decltype(m_unbegunSince){})
        m_unbegunSince = now;
    if (job.begun || now - m_unbegunSince < m_options.beginLimit)
        return false;
    const base::Result<bool> never = m_job->forbid(m_stop);
    if (!never || !*never)
        return false;
    m_note = Words::tr("It was never started.");
    return true;
}

void MigrationRunner::reportFollowing(const Watch<SourceLook>::Seen &source,
                                      const Watch<TargetLook>::Seen &target)
{
    if (!source.asked && !target.asked)
        return;
    const toolstack::MigrateReport report = this->report();
    MigrationProgress progress;
    progress.stage = shownStage(report.stage);
    progress.sourceReachable = !source.error;
    progress.targetReachable = !target.error;
    if (report.percent)
        progress.fraction = std::clamp(*report.percent / 100.0, 0.0, 1.0);
    else if (!target.error && target.value && target.value->incomingMiB && m_memoryMiB > 0)
        progress.fraction = std::clamp(static_cast<double>(*target.value->incomingMiB)
                                           / static_cast<double>(m_memoryMiB),
                                       0.0, 1.0);
    progress.sentence = followingSentence(source, target, report);
    tell(progress);
}

QString MigrationRunner::followingSentence(const Watch<SourceLook>::Seen &source,
                                           const Watch<TargetLook>::Seen &target,
                                           const toolstack::MigrateReport &report) const
{
    if (source.error && target.error)
        return Words::tr("Neither %1 nor %2 answers; the migration goes on there")
            .arg(m_subject.from, m_subject.to);
    if (source.error)
        return Words::tr("%1 does not answer; the migration goes on there").arg(m_jobNode);
    if (target.error && source.value && source.value->guestSeenAlive) {
        return Words::tr("%1 does not answer; %2 still runs on %3; %4 has not given up yet")
            .arg(m_subject.to, m_subject.guest, m_subject.from, toolName());
    }
    if (target.error)
        return Words::tr("%1 does not answer; %2 has not given up yet")
            .arg(m_subject.to, toolName());
    switch (report.stage) {
    case toolstack::MigrateStage::Connecting:
        return Words::tr("%1 is connecting to %2").arg(m_subject.from, m_subject.to);
    case toolstack::MigrateStage::Copying:
        if (report.percent)
            return Words::tr("memory %1 %").arg(*report.percent);
        if (target.value && target.value->incomingMiB)
            return Words::tr("memory %1 of %2 MiB")
                .arg(*target.value->incomingMiB)
                .arg(m_memoryMiB);
        return Words::tr("the memory is being copied");
    case toolstack::MigrateStage::Failed:
    case toolstack::MigrateStage::Undefined:
        return Words::tr("%1 reports: %2").arg(toolName(), report.cause);
    case toolstack::MigrateStage::Handover:
    case toolstack::MigrateStage::Started:
    case toolstack::MigrateStage::Succeeded:
        break;
    }
    return Words::tr("%1 is taking over").arg(m_subject.to);
}

} // namespace colonnade::operations
