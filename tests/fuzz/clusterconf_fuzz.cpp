// SPDX-License-Identifier: GPL-3.0-or-later
// A text, and behind a NUL the choices of the acts that are done to it, one after the other. With
// -dict=tests/fuzz/clusterconf.dict it gets to the content sooner.
#include "formats/clusterplacement.h"

#include "act.h"

#include "../formats/clusterconfrandomact.h"
#include "../formats/xmlrandomact.h"

using namespace colonnade::formats;

namespace {

constexpr int Acts = 4;

void requireSpans(const XmlDocument &document)
{
    qsizetype former = -1;
    for (qsizetype i = 0; i < document.elementCount(); ++i) {
        const XmlElement element = document.element(i);
        const Span span = element.span();
        require(span.begin > former && document.text()[span.begin] == '<'
                && document.text()[span.end - 1] == '>');
        require(!element.parent()
                || (element.parent().content().begin <= span.begin
                    && span.end <= element.parent().content().end));
        require(document.elementAt(span.begin) == element);
        former = span.begin;
        for (const XmlAttribute &attribute : element.attributes()) {
            require(document.text()[attribute.whole.end - 1] == attribute.quote
                    && attribute.whole.end == attribute.value.end + 1 && attribute.value.size() >= 0
                    && attribute.whole.begin < attribute.name.begin);
        }
    }
}

/// The text after an edit of any element, which must be what it was to be.
QByteArray editedAnywhere(const XmlDocument &document,
                          const std::function<qsizetype(qsizetype)> &choose)
{
    const XmlRandomAct act = randomXmlAct(document, choose);
    if (!act.edits)
        return document.text();
    const QByteArray after = actedOn(document.text(), *act.edits);
    const auto parsed = XmlDocument::parse(after);
    require(parsed.has_value() && XmlContent::of(parsed->root()) == act.expected);
    return after;
}

/// Files that nobody would write may have two of what the summary takes for one; that they can be
/// read afterwards holds for all.
QByteArray editedByMeaning(const ClusterConf &conf,
                           const std::function<qsizetype(qsizetype)> &choose)
{
    const RandomAct act = randomAct(conf, choose);
    if (!act.edits)
        return conf.text();
    const QByteArray after = actedOn(conf.text(), *act.edits);
    require(ClusterConf::parse(after).has_value());
    return after;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype separator = input.indexOf('\0');
    const QByteArray script = separator < 0 ? input.right(64) : input.sliced(separator + 1);
    FuzzedDataProvider provider(reinterpret_cast<const uint8_t *>(script.constData()),
                                size_t(script.size()));
    uint32_t state = uint32_t(input.size());
    const auto choose = [&provider, &state](qsizetype end) {
        if (provider.remaining_bytes() > 0)
            return provider.ConsumeIntegralInRange<qsizetype>(0, end - 1);
        state = state * 1103515245 + 12345;
        return qsizetype(state >> 16) % end;
    };
    QByteArray text = separator < 0 ? input : input.first(separator);
    for (int i = 0; i < Acts; ++i) {
        const auto document = XmlDocument::parse(text);
        if (!document) {
            require(i == 0 && document.error().offset >= 0
                    && document.error().offset <= text.size());
            break;
        }
        require(document->text() == text);
        requireSpans(*document);
        const auto conf = ClusterConf::parse(text);
        text = conf && choose(2) == 0 ? editedByMeaning(*conf, choose)
                                      : editedAnywhere(*document, choose);
    }
    const auto placement = ClusterPlacement::parse(text);
    if (placement) {
        require(placement->configVersion >= 0);
        for (const PlacementDomain &domain : placement->failoverDomains)
            require(domain.nodes.size() == domain.priorities.size());
    }
    return 0;
}
