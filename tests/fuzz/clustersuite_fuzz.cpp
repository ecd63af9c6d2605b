// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/clustersuite.h"

#include <cstdint>
#include <cstdlib>

using namespace colonnade::toolstack;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView output(data, qsizetype(size));
    if (const auto status = parseClustat(output)) {
        for (const Group &group : status->groups) {
            if (group.state < 0)
                std::abort();
        }
    }
    if (const auto status = parseCmanStatus(output)) {
        if (status->nodes < 0 || status->totalVotes < 0 || status->clusterName.isEmpty())
            std::abort();
    }
    if (const auto nodes = parseCmanNodes(output)) {
        for (const Member &member : *nodes) {
            if (member.nodeId <= 0 || member.name.isEmpty())
                std::abort();
        }
    }
    return 0;
}
