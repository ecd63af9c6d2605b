// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/monitor.h"
#include "operations/journal.h"
#include "operations/plan.h"
#include "rules/placement.h"

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

namespace colonnade::operations {

/// The plan that moves @p guest from @p from to @p to, or Refused with the verdict's hard reasons.
/// Pure.
base::Result<Plan> planMigration(const cluster::ClusterState &state, const QString &guest,
                                 const QString &from, const QString &to,
                                 const rules::PlacementOptions &options = {});

enum class MigrationStage { Checking, Starting, Copying, Handover, Verifying, Ended };

struct MigrationProgress
{
    QString planId;
    QString guest;
    QString from;
    QString to;
    MigrationStage stage = MigrationStage::Checking;
    QString sentence; ///< "memory 80 of 160 MiB", "xenhost1 does not answer; the migration goes on
                      ///< there"
    std::optional<double> fraction; ///< 0..1, measured (percent of old xl, or the growing memory at
                                    ///< the target); else absent
    std::chrono::seconds elapsed{0};
    bool sourceReachable = true;
    bool targetReachable = true;
};

/// Called on the thread that carries the migration out; must not block.
using MigrationSink = std::function<void(const MigrationProgress &)>;

enum class MigrationOutcome {
    Moved,     ///< runs at the target, gone from the source
    Stayed,    ///< runs at the source, nothing of it at the target
    Refused,   ///< a re-check said no; nothing was started
    Undefined, ///< both hold something, or it runs on neither: a person must look, nothing is done
               ///< by itself
    Lost,      ///< runs nowhere
    Unknown,   ///< a node does not answer, so the truth cannot be seen yet; the plan stays open
};

/// The word for @p outcome in the journal and in JSON: moved, stayed, refused, undefined, lost,
/// unknown.
QString outcomeName(MigrationOutcome outcome);

struct MigrationResult
{
    MigrationOutcome outcome = MigrationOutcome::Unknown;
    QString sentence;  ///< what is true now, with names
    QString remedy;    ///< the safe way out; empty when all is well
    QByteArray output; ///< what the toolstack printed, at most 64 KiB
    std::optional<int> exitStatus;

    friend bool operator==(const MigrationResult &, const MigrationResult &) = default;
};

struct MigrationOptions
{
    std::chrono::milliseconds pollInterval = std::chrono::seconds(1);
    std::chrono::seconds unreachableLimit =
        std::chrono::minutes(10);      ///< then the answer is Unknown
    rules::PlacementOptions placement; ///< its `now` is set anew at the re-check
    std::chrono::milliseconds settleLimit =
        std::chrono::seconds(30); ///< leftovers may take that long to go
    std::chrono::milliseconds beginLimit =
        std::chrono::seconds(15); ///< a started job must show signs of life
};

/// Carries @p plan out: re-reads both nodes and judges again, starts the command detached on the
/// source in a job folder, follows it through lost connections, then looks on both nodes. Setting
/// @p stop stops following, not the migration: the answer is then Unknown and the plan stays open.
MigrationResult runMigration(cluster::Nodes &nodes, Journal &journal, const Plan &plan,
                             const MigrationSink &sink, std::stop_token stop = {},
                             const MigrationOptions &options = {});

/// Goes on with a plan that an earlier process left open; never starts the command a second time.
MigrationResult resumeMigration(cluster::Nodes &nodes, Journal &journal, const QString &planId,
                                const MigrationSink &sink, std::stop_token stop = {},
                                const MigrationOptions &options = {});

} // namespace colonnade::operations
