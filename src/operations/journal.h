// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "operations/plan.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>

#include <memory>

namespace colonnade::operations {

/// A plan in the journal and what happened to it.
struct JournalEntry
{
    Plan plan;
    QDateTime begun; ///< UTC
    QString stage;   ///< the last one written: planned, started, running, verifying, ...
    bool ended = false;
    QString outcome;    ///< of an ended one: moved, stayed, undefined, refused, ...
    QString sentence;   ///< what to tell, in the language in which it was written, as is the plan
    QString remedy;     ///< the safe way out, where one is needed
    bool inUse = false; ///< another live process is carrying it out
    QHash<QString, QJsonObject> facts; ///< by stage: all that was written for it last
};

/// The journal of plans: a folder of append-only files, one a plan, each line a JSON object,
/// fsynced before the step that it announces. Any number of processes may share the folder: who
/// carries a plan out holds a lock on its file, which the kernel drops when that process dies.
class Journal
{
public:
    /// $XDG_DATA_HOME/colonnade/journal
    static QString defaultPath();

    explicit Journal(QString folder = defaultPath());

    /// A plan that this process holds. Letting it go without end() leaves it open for the next
    /// start.
    class Record
    {
    public:
        virtual ~Record() = default;
        virtual base::Result<void> stage(const QString &stage, const QJsonObject &facts = {}) = 0;
        virtual base::Result<void> end(const QString &outcome, const QString &sentence,
                                       const QString &remedy = {}) = 0;
        /// All that was written for @p stage last; empty where it never was.
        virtual QJsonObject factsOf(const QString &stage) const = 0;
        virtual const Plan &plan() const = 0;
        virtual QDateTime begun() const = 0; ///< UTC
        /// The stage written last, by this process or an earlier one.
        virtual QString lastStage() const = 0;
    };

    base::Result<std::unique_ptr<Record>> begin(const Plan &plan);
    /// Takes an open plan over. Refused while another process holds it.
    base::Result<std::unique_ptr<Record>> reopen(const QString &planId);

    /// Newest first. Lines that cannot be read (a torn last one) are passed over.
    base::Result<QList<JournalEntry>> entries(int limit = 200) const;
    /// The one entry of @p planId; NotFound where there is none.
    base::Result<JournalEntry> entry(const QString &planId) const;

private:
    QString m_folder;
};

} // namespace colonnade::operations
