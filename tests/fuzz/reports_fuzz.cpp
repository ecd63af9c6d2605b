// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/migrate.h"

#include <cstdint>
#include <cstdlib>

using namespace colonnade::toolstack;

namespace {

/// Every report can be shown: a percentage is one, an undefined end says why, no cause is endless.
void checkEnding(const MigrateReport &report)
{
    if (report.percent && (*report.percent < 0 || *report.percent > 100))
        std::abort();
    if (report.stage == MigrateStage::Undefined && report.cause.isEmpty())
        std::abort();
    if (report.cause.size() > 8192)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView output(data, qsizetype(size));
    checkEnding(readXlMigrate(output));
    for (const std::optional<int> status :
         {std::optional<int>(), std::optional(0), std::optional(1)}) {
        checkEnding(readXmMigrate(output, status));
        checkEnding(readClusvcadm(output, status));
    }
    return 0;
}
