// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/migration.h"

#include "operations/migrationrunner.h"
#include "operations/words.h"

using namespace Qt::StringLiterals;

namespace colonnade::operations {

namespace {

constexpr MigrationOutcome AllOutcomes[] = {MigrationOutcome::Moved,   MigrationOutcome::Stayed,
                                            MigrationOutcome::Refused, MigrationOutcome::Undefined,
                                            MigrationOutcome::Lost,    MigrationOutcome::Unknown};

MigrationResult resultOf(MigrationOutcome outcome, const base::Error &error)
{
    MigrationResult result;
    result.outcome = outcome;
    result.sentence = error.message;
    result.remedy = error.remedy;
    return result;
}

/// What the journal says of a plan that cannot be taken over.
MigrationResult resultOf(const JournalEntry &entry)
{
    MigrationResult result;
    for (const MigrationOutcome outcome : AllOutcomes) {
        if (outcomeName(outcome) == entry.outcome)
            result.outcome = outcome;
    }
    result.sentence = entry.sentence;
    result.remedy = entry.remedy;
    return result;
}

} // namespace

QString outcomeName(MigrationOutcome outcome)
{
    switch (outcome) {
    case MigrationOutcome::Moved:
        return u"moved"_s;
    case MigrationOutcome::Stayed:
        return u"stayed"_s;
    case MigrationOutcome::Refused:
        return u"refused"_s;
    case MigrationOutcome::Undefined:
        return u"undefined"_s;
    case MigrationOutcome::Lost:
        return u"lost"_s;
    case MigrationOutcome::Unknown:
        break;
    }
    return u"unknown"_s;
}

MigrationResult runMigration(cluster::Nodes &nodes, Journal &journal, const Plan &plan,
                             const MigrationSink &sink, std::stop_token stop,
                             const MigrationOptions &options)
{
    if (plan.kind != u"migrate" || plan.steps.size() != 1) {
        return resultOf(MigrationOutcome::Refused, {base::ErrorCode::InvalidInput,
                                                    Words::tr("That is no plan of a migration.")});
    }
    const auto record = journal.begin(plan);
    if (!record) // what is not journaled is not started
        return resultOf(MigrationOutcome::Refused, record.error());
    return MigrationRunner(nodes, **record, sink, std::move(stop), options).carryOut(journal);
}

MigrationResult resumeMigration(cluster::Nodes &nodes, Journal &journal, const QString &planId,
                                const MigrationSink &sink, std::stop_token stop,
                                const MigrationOptions &options)
{
    const auto record = journal.reopen(planId);
    if (!record) {
        const base::Result<JournalEntry> entry = journal.entry(planId);
        return entry && entry->ended ? resultOf(*entry)
                                     : resultOf(MigrationOutcome::Unknown, record.error());
    }
    if ((*record)->plan().kind != u"migrate") {
        return resultOf(MigrationOutcome::Unknown, {base::ErrorCode::InvalidInput,
                                                    Words::tr("%1 is no migration.").arg(planId)});
    }
    return MigrationRunner(nodes, **record, sink, std::move(stop), options).goOn();
}

} // namespace colonnade::operations
