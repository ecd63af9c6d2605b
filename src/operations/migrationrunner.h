// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/migration.h"
#include "operations/remotejob.h"
#include "operations/watch.h"
#include "operations/whereabouts.h"
#include "toolstack/migrate.h"

namespace colonnade::operations {

/// What the source shows while the job runs.
struct SourceLook
{
    JobLook job;
    QByteArray output;           ///< the last 64 KiB of what the job printed
    bool guestSeenAlive = false; ///< at the source; looked at only while the target is silent
};

/// What the target shows while the job runs.
struct TargetLook
{
    std::optional<qint64> incomingMiB; ///< memory of NAME--incoming
};

/// Carries one migration out, or goes on with it. One object, one call, one thread.
class MigrationRunner
{
public:
    MigrationRunner(cluster::Nodes &nodes, Journal::Record &record, const MigrationSink &sink,
                    std::stop_token stop, const MigrationOptions &options);

    /// From the beginning. @p journal tells of other plans for the same guest.
    MigrationResult carryOut(const Journal &journal);
    /// From wherever the record says that an earlier process came to.
    MigrationResult goOn();

private:
    // Before the command runs.
    std::optional<MigrationResult> objection(const Journal &journal);
    std::optional<MigrationResult> otherPlan(const Journal &journal);
    std::optional<MigrationResult> recheck();
    MigrationResult start();
    MigrationResult settleStart(const QString &problem, bool mayBeOnItsWay);

    // While it runs.
    MigrationResult follow();
    base::Result<SourceLook> lookAtSource(std::stop_token stop, bool withGuest);
    base::Result<TargetLook> lookAtTarget(std::stop_token stop);
    bool hasEnded(const SourceLook &look);
    bool isStillborn(const JobLook &job);
    void reportFollowing(const Watch<SourceLook>::Seen &source,
                         const Watch<TargetLook>::Seen &target);
    QString followingSentence(const Watch<SourceLook>::Seen &source,
                              const Watch<TargetLook>::Seen &target,
                              const toolstack::MigrateReport &report) const;

    // After it.
    MigrationResult verify();
    QString describeSilence(const base::Result<cluster::NodeFacts> &source,
                            const base::Result<cluster::NodeFacts> &target) const;
    MigrationResult conclude(const Finding &finding);
    MigrationResult refuse(const QString &sentence, const QString &remedy = {});
    MigrationResult unknown(const QString &sentence) const;
    QString causeWords() const;

    toolstack::MigrateReport report() const;
    void tell(MigrationStage stage, const QString &sentence);
    void tell(MigrationProgress progress);
    bool stopped() const { return m_stop.stop_requested(); }
    QString toolName() const;

    cluster::Nodes &m_nodes;
    Journal::Record &m_record;
    const MigrationSink &m_sink;
    std::stop_token m_stop;
    MigrationOptions m_options;
    MigrationSubject m_subject;
    QString m_jobNode;
    std::optional<RemoteJob> m_job;
    qint64 m_memoryMiB = 0;
    QByteArray m_output;
    std::optional<int> m_exitStatus;
    QString m_note;         ///< how the job ended, where it did not end by itself
    QByteArray m_collected; ///< of the source watch's thread, as is the next
    qint64 m_outputOffset = 0;
    std::chrono::steady_clock::time_point m_unbegunSince{}; ///< zero: it was not seen so
    /// The folder guards against a request to start that may still be on its way.
    bool m_keepFolder = false;
};

} // namespace colonnade::operations
