// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/activitymodel.h"
#include "gui/clustercontroller.h"
#include "gui/inbox.h"
#include "gui/messagearea.h"
#include "operations/migration.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <stop_token>

namespace colonnade::gui {

/// One guest of a request, judged with facts that were read for it.
struct PreparedMigration
{
    rules::GuestRef guest;
    QString to;
    rules::Verdict verdict;
    base::Result<operations::Plan> plan;
};

/// The migrations of the window: reads and judges again, has them confirmed, carries them out on
/// threads of the pool, one at a time from each source, and takes over what an earlier process left
/// open.
class MigrationController final : public QObject
{
    Q_OBJECT

public:
    using FindCluster = std::function<ClusterController *(const QString &name)>;

    MigrationController(const Environment &environment, ActivityModel *activity, FindCluster find,
                        QWidget *dialogParent);
    ~MigrationController() override; ///< stops following; what runs on the nodes goes on

    /// Reads the nodes that take part, then asks for confirmation.
    void request(const QString &cluster, const QList<rules::GuestRef> &guests, const QString &to);
    /// Follows what the journal holds open, and puts the latest ended plans into the activity log.
    void resumeOpen();

    /// Running and waiting ones of @p cluster.
    QList<operations::MigrationProgress> progress(const QString &cluster) const;
    int running() const; ///< of all clusters
    QStringList
    waitingGuests() const; ///< confirmed, not begun: they are lost when the program ends
    QStringList runningGuests() const;

Q_SIGNALS:
    void progressChanged(const QString &cluster);
    void messageRequested(const QString &cluster, const colonnade::gui::Message &message);
    void messageWithdrawn(const QString &cluster, const QString &id);
    /// For the status bar; empty when there is nothing more to say.
    void hint(const QString &text);

private:
    struct Job
    {
        operations::Plan plan;
        operations::MigrationProgress progress;
        QString batch; ///< those of one confirmation share it
        bool resumed = false;
        bool started = false;
        QDateTime startedAt;
        std::stop_source stop;
    };
    struct Batch
    {
        QStringList moved;
        QString sentence; ///< of the last one
    };
    using JobPointer = std::shared_ptr<Job>;

    void prepared(const QString &cluster, const QList<PreparedMigration> &answers);
    void confirm(const QList<PreparedMigration> &answers);
    void enqueue(const QList<operations::Plan> &plans);
    void startNext();
    void start(const JobPointer &job);
    void progressed(const operations::MigrationProgress &progress);
    void finished(const JobPointer &job, const operations::MigrationResult &result);
    void tellMoved(const JobPointer &job, const operations::MigrationResult &result);
    void tellProblem(const JobPointer &job, const operations::MigrationResult &result);
    /// Without a result: it runs.
    void logPlan(const JobPointer &job, const operations::MigrationResult *result = nullptr);
    void journalRead(const QList<operations::JournalEntry> &entries);
    void resume(const operations::Plan &plan);
    void refuse(const QString &cluster, const QList<PreparedMigration> &answers);

    const Environment m_environment;
    ActivityModel *m_activity;
    FindCluster m_find;
    QWidget *m_dialogParent;
    QList<JobPointer> m_jobs; ///< in the order of confirmation, running and waiting
    QHash<QString, Batch> m_batches;
    std::stop_source m_reading; ///< ends the readings of requests when the window goes
    Inbox<operations::MigrationProgress> m_inbox;
};

} // namespace colonnade::gui
