// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/bounds.h"
#include "toolstack/parse.h"
#include "toolstack/words.h"

#include <QHash>

namespace colonnade::toolstack {

namespace {

/// The lines `key : value`. A value may hold colons; of a key that comes twice the first counts.
QHash<QByteArray, QByteArray> readPairs(QByteArrayView output)
{
    QHash<QByteArray, QByteArray> pairs;
    for (qsizetype begin = 0; begin < output.size();) {
        qsizetype end = output.indexOf('\n', begin);
        end = end < 0 ? output.size() : end;
        const QByteArrayView line = output.sliced(begin, end - begin);
        begin = end + 1;
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || line.size() > bounds::LineBytes)
            continue;
        const QByteArray key = line.first(colon).trimmed().toByteArray();
        if (!key.contains(' ') && !pairs.contains(key))
            pairs.insert(key, line.sliced(colon + 1).trimmed().toByteArray());
    }
    return pairs;
}

QStringList words(const QByteArray &value)
{
    return QString::fromUtf8(value).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

base::Result<HostInfo> parseInfo(QByteArrayView output)
{
    if (output.size() > bounds::AnswerBytes)
        return base::failure(base::ErrorCode::OutputTooLarge,
                             Words::tr("the description of the host is too long to be one"));
    const QHash<QByteArray, QByteArray> pairs = readPairs(output);
    const auto number = [&pairs](const char *key, qint64 max) {
        return bounds::number(pairs.value(key), max).value_or(0);
    };
    const auto text = [&pairs](const char *key) { return QString::fromUtf8(pairs.value(key)); };

    // A hypervisor always says its version and memory; an answer without them is cut off or none at
    // all.
    if (number("xen_major", 1000) == 0 || number("total_memory", bounds::MemoryMiB) == 0)
        return base::failure(
            base::ErrorCode::ParseFailed,
            Words::tr("the toolstack's info does not tell the Xen version and memory of the host"));
    HostInfo info;
    info.host = text("host");
    info.machine = text("machine");
    info.cpus = int(number("nr_cpus", bounds::Vcpus));
    info.totalMemoryMiB = number("total_memory", bounds::MemoryMiB);
    info.freeMemoryMiB = number("free_memory", info.totalMemoryMiB);
    info.xenMajor = int(number("xen_major", 1000));
    info.xenMinor = int(number("xen_minor", 1000));
    info.xenExtra = text("xen_extra");
    info.xenCaps = words(pairs.value("xen_caps"));
    info.virtCaps = words(pairs.value("virt_caps"));
    info.hwCaps = text("hw_caps");
    info.cpuMhz = bounds::fraction(pairs.value("cpu_mhz"), 1e6).value_or(0);
    return info;
}

} // namespace colonnade::toolstack
