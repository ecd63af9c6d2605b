// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/bounds.h"
#include "toolstack/parse.h"

#include <cstdint>
#include <cstdlib>

using namespace colonnade::toolstack;

namespace {

void check(const colonnade::base::Result<QList<DomainConfig>> &domains)
{
    if (!domains)
        return;
    for (const DomainConfig &domain : *domains) {
        for (const qint64 memory :
             {domain.maxMemoryKiB, domain.targetMemoryKiB, domain.shadowMemoryKiB}) {
            if (memory < 0 || memory > bounds::MemoryKiB)
                std::abort();
        }
        if (domain.vcpus < 0 || (domain.id && *domain.id < 0))
            std::abort();
        if (!domain.uuid.isEmpty() && domain.uuid.size() != 36)
            std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView output(data, qsizetype(size));
    check(parseXlListLong(output));
    check(parseXmListLong(output));
    return 0;
}
