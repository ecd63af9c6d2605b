// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterplacement.h"

#include <cstdint>
#include <cstdlib>

using namespace colonnade::formats;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto conf = ClusterPlacement::parse(QByteArrayView(data, qsizetype(size)));
    if (!conf)
        return 0;
    if (conf->configVersion < 0)
        std::abort();
    for (const PlacementDomain &domain : conf->failoverDomains) {
        if (domain.nodes.size() != domain.priorities.size())
            std::abort();
    }
    return 0;
}
