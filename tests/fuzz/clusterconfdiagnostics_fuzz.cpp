// SPDX-License-Identifier: GPL-3.0-or-later
// A cluster.conf. What is found in it has to be in order, and each fix has to mend what it is for.
#include "formats/clusterconfdiagnostics.h"

#include "act.h"

#include <algorithm>

using namespace colonnade::formats;

namespace {

ClusterConfTarget targetFor(const QByteArray &text)
{
    switch (qChecksum(text) % 4) {
    case 0: return {ClusterGeneration::Cluster2};
    case 1: return {ClusterGeneration::Cluster30};
    case 2: return {ClusterGeneration::Cluster31};
    default: return {};
    }
}

qsizetype countOf(const QList<Diagnostic> &findings, const QByteArray &id)
{
    return std::ranges::count(findings, id, &Diagnostic::id);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const Parsed<XmlDocument> document = XmlDocument::parse(text);
    if (!document)
        return 0;
    const ClusterConfTarget target = targetFor(text);
    const QList<Diagnostic> findings = clusterConfDiagnostics(*document, target);
    requireFindings(text, findings);
    qsizetype tries = 0;
    for (const Diagnostic &finding : findings) {
        if (!finding.fix || ++tries > 8)
            continue;
        const Parsed<XmlDocument> mended = XmlDocument::parse(applied(text, finding.fix->edits));
        require(mended.has_value());
        // What is inside of an element comes to light when its name is mended.
        require(finding.id.startsWith("misspelt-")
                || countOf(clusterConfDiagnostics(*mended, target), finding.id)
                       < countOf(findings, finding.id));
    }
    return 0;
}
