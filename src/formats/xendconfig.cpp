// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/xendconfig.h"

#include "formats/sxp.h"
#include "formats/xendconfighosts.h"
#include "formats/xendconfigoptions.h"

#include <algorithm>

namespace colonnade::formats {

namespace {

using Kind = SxpItem::Kind;

constexpr QByteArrayView HostsAllow = "xend-relocation-hosts-allow";

/// The option that a form sets; nothing where it begins with a list.
std::optional<XendOption> optionOfForm(const SxpForm &form)
{
    if (form.items.isEmpty() || form.items[0].kind == Kind::List)
        return {};
    XendOption option;
    option.key = form.items[0].bytes;
    option.keySpan = form.items[0].span;
    option.span = form.span;
    const qsizetype first = form.items.size() > 1 && form.items[1].isAttributes ? 2 : 1;
    option.isSingle = form.items.size() == first + 1;
    if (first >= form.items.size()) {
        option.valueSpan = {option.keySpan.end, option.keySpan.end};
        return option;
    }
    const SxpItem &value = form.items[first];
    option.value = value.bytes;
    option.valueSpan = value.span;
    option.isString = value.kind == Kind::String;
    option.isList = value.kind == Kind::List;
    option.isSingle &= !option.isList;
    return option;
}

} // namespace

Parsed<XendConfig> XendConfig::parse(QByteArray text)
{
    Parsed<SxpReading> reading = readSxp(text);
    if (!reading)
        return std::unexpected(reading.error());
    XendConfig config;
    config.m_text = std::move(text);
    for (const SxpForm &form : std::as_const(reading->forms)) {
        config.m_forms.append(form.span);
        std::optional<XendOption> option = optionOfForm(form);
        if (!option)
            continue;
        option->counts = !config.m_first.contains(option->key);
        if (option->counts)
            config.m_first.insert(option->key, config.m_options.size());
        config.m_options.append(std::move(*option));
    }
    config.m_strays = std::move(reading->strays);
    config.m_dropped = reading->dropped;
    config.m_droppedDepth = reading->droppedDepth;
    config.m_end = reading->end;
    return config;
}

const XendOption *XendConfig::option(QByteArrayView key) const
{
    const auto found = m_first.constFind(key.toByteArray());
    return found == m_first.cend() ? nullptr : &m_options[*found];
}

std::optional<QByteArray> XendConfig::value(QByteArrayView key) const
{
    const XendOption *found = option(key);
    if (found && !found->valueSpan.isEmpty()) {
        if (found->isList)
            return {};
        return found->value;
    }
    const KnownXendOption *known = knownXendOption(key);
    if (!known || !known->byDefault)
        return {};
    return known->byDefault->toByteArray();
}

std::optional<bool> XendConfig::boolean(QByteArrayView key) const
{
    const std::optional<QByteArray> found = value(key);
    return found ? xendBoolean(*found) : std::nullopt;
}

QList<QByteArray> XendConfig::relocationPatterns() const
{
    QList<QByteArray> patterns;
    const QByteArray allowed = value(HostsAllow).value_or(QByteArray());
    for (const Span span : hostPatternSpans(allowed))
        patterns.append(textOf(allowed, span).toByteArray());
    return patterns;
}

std::optional<QStringList> XendConfig::relocationHosts() const
{
    QStringList hosts;
    for (const QByteArray &pattern : relocationPatterns()) {
        const std::optional<QString> host = hostOfPattern(pattern);
        if (!host)
            return {};
        hosts.append(*host);
    }
    return hosts;
}

bool XendConfig::admits(QByteArrayView address, QByteArrayView name) const
{
    const XendOption *found = option(HostsAllow);
    if (found && found->isList)
        return false; // xend does not start
    const QList<QByteArray> patterns = relocationPatterns();
    const auto isBad = [](const QByteArray &pattern) {
        return hostPatternError(pattern).has_value();
    };
    if (std::ranges::any_of(patterns, isBad))
        return false; // nor with an expression that Python refuses
    return patterns.isEmpty() || std::ranges::any_of(patterns, [&](const QByteArray &pattern) {
               return hostPatternMatches(pattern, name) || hostPatternMatches(pattern, address);
           });
}

} // namespace colonnade::formats
