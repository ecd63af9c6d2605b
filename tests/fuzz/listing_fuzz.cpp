// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/bounds.h"
#include "toolstack/parse.h"

#include <cstdint>
#include <cstdlib>

using namespace colonnade::toolstack;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void checkRows(QByteArrayView output, Kind kind)
{
    const auto rows = parseList(output, kind);
    if (!rows)
        return;
    for (const DomainRow &row : *rows) {
        require(!row.name.isEmpty() && row.memoryMiB >= 0 && row.memoryMiB <= bounds::MemoryMiB);
        require(row.vcpus >= 0 && row.cpuSeconds >= 0 && (!row.id || *row.id >= 0));
        require(kind == Kind::Xm || row.id);
        require(row.id || runState(row, kind) == RunState::Halted);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView output(data, qsizetype(size));
    checkRows(output, Kind::Xl);
    checkRows(output, Kind::Xm);
    if (const auto info = parseInfo(output)) {
        require(info->totalMemoryMiB > 0 && info->freeMemoryMiB >= 0);
        require(info->freeMemoryMiB <= info->totalMemoryMiB && info->xenMajor > 0);
    }
    return 0;
}
