// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/context.h"
#include "operations/migration.h"

namespace colonnade::ctl {

/// Shows each progress on standard error.
operations::MigrationSink progressSink(const Context &context);

/// Tells how a migration ended, and returns what to exit with.
int printResult(const Context &context, const operations::MigrationResult &result);

/// The exit code that stands for @p outcome.
int exitCodeOf(operations::MigrationOutcome outcome);

} // namespace colonnade::ctl
