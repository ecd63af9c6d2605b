// SPDX-License-Identifier: GPL-3.0-or-later
// A text, and at its end the seed of the acts that are done to it.
#include "../formats/xendconfig_laws.h"

#include "act.h"

#include <cstdio>

using namespace colonnade::formats;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzedDataProvider choices(data, size);
    std::mt19937 random(choices.ConsumeIntegral<uint32_t>());
    const QByteArray text = bytesOf(choices.ConsumeRemainingBytesAsString());
    const QStringList broken = brokenXendLaws(text, random);
    for (const QString &law : broken)
        std::fprintf(stderr, "%s\n", law.toUtf8().constData());
    require(broken.isEmpty());
    return 0;
}
