// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/findings.h"
#include "formats/shown.h"
#include "formats/sxp.h"
#include "formats/xendconfig.h"
#include "formats/xendconfighosts.h"
#include "formats/xendconfigoptions.h"

#include <algorithm>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 LastPort = 65535;
constexpr QByteArrayView HostsAllow = "xend-relocation-hosts-allow";

QString lineNumber(const QByteArray &text, qsizetype at)
{
    return QString::number(placeOf(text, at).line);
}

/// What is wrong with one value of one option, whatever the others say.
class OptionCheck
{
public:
    OptionCheck(const XendConfig &config, const XendOption &option, Findings &findings)
        : m_config(config), m_option(option), m_findings(findings)
    {
    }

    void run()
    {
        checkEscapes();
        if (!m_option.counts)
            return;
        const KnownXendOption *known = knownXendOption(m_option.key);
        if (!known) {
            add("unknown-key", Severity::Hint, m_option.keySpan,
                u"xend of Xen 4.4 does not know %1, and passes over it."_s.arg(name()));
            return;
        }
        if (checkShape(known->kind))
            checkKind(known->kind);
    }

private:
    QString name() const { return shown(m_option.key); }
    void add(const char *id, Severity severity, Span span, const QString &message,
             std::optional<Fix> fix = {})
    {
        m_findings.add(id, severity, span, message, std::move(fix));
    }
    void checkEscapes();
    bool checkShape(XendValueKind kind);
    void checkKind(XendValueKind kind);

    const XendConfig &m_config;
    const XendOption &m_option;
    Findings &m_findings;
};

void OptionCheck::checkEscapes()
{
    if (!m_option.isString)
        return;
    const SxpString string = readSxpString(m_config.text(), m_option.valueSpan);
    for (const Span escape : string.unknownEscapes) {
        const QString written = shown(textOf(m_config.text(), escape));
        add("lone-backslash", Severity::Error, escape,
            u"xend does not know the escape `%1`: it keeps the backslash and drops what stands "
            "behind it. A backslash is written as two."_s.arg(written),
            Fix{u"Write `\\%1`"_s.arg(written), {TextEdit{{escape.begin, escape.begin}, "\\"}}});
    }
}

/// Whether the option has a value that can be judged.
bool OptionCheck::checkShape(XendValueKind kind)
{
    if (m_option.valueSpan.isEmpty()) {
        add("no-value", Severity::Warning, m_option.span,
            u"%1 has no value, so xend's default holds."_s.arg(name()));
        return false;
    }
    if (m_option.isList && kind != XendValueKind::List) {
        add("list-value", Severity::Error, m_option.valueSpan,
            u"%1 wants one value and not a list; xend does not start, or fails when it needs it."_s
                .arg(name()));
        return false;
    }
    if (!m_option.isSingle && kind != XendValueKind::List) {
        add("several-values", Severity::Warning, m_option.span,
            u"xend takes only the first value of %1; several words belong in quotes."_s.arg(
                name()));
    }
    return true;
}

void OptionCheck::checkKind(XendValueKind kind)
{
    const auto refuse = [&](const char *id, const QString &wanted) {
        add(id, Severity::Error, m_option.valueSpan,
            u"%1 is `%2`, and xend wants %3: it does not start, or fails when it needs it."_s.arg(
                name(), shown(m_option.value), wanted));
    };
    switch (kind) {
    case XendValueKind::Boolean:
        if (!xendBoolean(m_option.value))
            refuse("bad-boolean", u"yes or no"_s);
        break;
    case XendValueKind::Number:
        if (!xendNumber(m_option.value))
            refuse("bad-number", u"a whole number"_s);
        break;
    case XendValueKind::Port:
        if (const auto port = xendNumber(m_option.value); !port)
            refuse("bad-number", u"the number of a port"_s);
        else if (*port < 1 || *port > LastPort)
            refuse("bad-port", u"a port from 1 to %1"_s.arg(LastPort));
        break;
    case XendValueKind::Text:
    case XendValueKind::Hosts:
    case XendValueKind::List:
        break;
    }
}

/// Who may migrate to this host.
class HostsCheck
{
public:
    HostsCheck(const XendConfig &config, Findings &findings)
        : m_config(config), m_option(config.option(HostsAllow)), m_findings(findings)
    {
    }

    void run();

private:
    void checkPattern(Span span);
    Span written(Span span) const;
    Fix changed(const QString &title, Span span, const QByteArray &text) const;
    void add(const char *id, Severity severity, Span span, const QString &message,
             std::optional<Fix> fix = {})
    {
        m_findings.add(id, severity, span, message, std::move(fix));
    }

    const XendConfig &m_config;
    const XendOption *m_option;
    Findings &m_findings;
    QByteArray m_value;
    QList<qsizetype> m_places; ///< where each byte of the value is written
};

void HostsCheck::run()
{
    const bool isListening = m_config.boolean("xend-relocation-server").value_or(false)
                             || m_config.boolean("xend-relocation-ssl-server").value_or(false);
    const bool isTold = m_option && !m_option->valueSpan.isEmpty();
    if (!isTold || (m_option->value.isEmpty() && !m_option->isList)) {
        if (!isListening)
            return;
        const XendOption *server = m_config.option("xend-relocation-server");
        const Span span = m_option ? m_option->span : server ? server->span : Span{0, 0};
        add("hosts-allow-everyone", Severity::Warning, span,
            u"Every host that reaches the relocation port may send a guest to this one, as %1 is "
            "%2. Name the hosts of the cluster."_s.arg(shown(HostsAllow),
                                                       isTold ? u"empty"_s : u"not set"_s));
        return;
    }
    if (m_option->isList)
        return;
    m_value = m_option->value;
    if (m_option->isString) {
        m_places = readSxpString(m_config.text(), m_option->valueSpan).places;
    } else {
        for (qsizetype i = 0; i <= m_value.size(); ++i)
            m_places.append(m_option->valueSpan.begin + i);
    }
    const QList<Span> patterns = hostPatternSpans(m_value);
    const bool hasEmpty = std::ranges::any_of(patterns, &Span::isEmpty);
    if (hasEmpty) {
        QByteArrayList kept;
        for (const Span span : patterns) {
            if (!span.isEmpty())
                kept.append(textOf(m_value, span).toByteArray());
        }
        const auto first = std::ranges::find_if(patterns, &Span::isEmpty);
        const qsizetype at = std::min(first->begin, m_value.size() - 1);
        std::optional<Fix> fix;
        if (!kept.isEmpty())
            fix = changed(u"Leave one blank between the hosts"_s, {0, m_value.size()},
                          kept.join(' '));
        add("hosts-allow-blank", Severity::Error, written({at, at + 1}),
            u"Two blanks in a row, or one at an end, let every host in: xend finds an empty "
            "expression there, which matches everything."_s,
            fix);
    }
    for (const Span span : patterns) {
        if (!span.isEmpty())
            checkPattern(span);
    }
}

Span HostsCheck::written(Span span) const
{
    return {m_places[span.begin], m_places[span.end]};
}

/// The act that puts @p text where @p span of the value is.
Fix HostsCheck::changed(const QString &title, Span span, const QByteArray &text) const
{
    const char quote = m_option->isString ? m_config.text()[m_option->valueSpan.begin] : '\'';
    if (m_option->isString) {
        const QByteArray string = sxpString(text, quote);
        return {title, {TextEdit{written(span), string.sliced(1, string.size() - 2)}}};
    }
    const QByteArray whole = QByteArray(m_value).replace(span.begin, span.size(), text);
    return {title, {TextEdit{m_option->valueSpan, sxpString(whole, quote)}}};
}

void HostsCheck::checkPattern(Span span)
{
    const QByteArray pattern = textOf(m_value, span).toByteArray();
    const Span place = written(span);
    if (const auto error = hostPatternError(pattern)) {
        add("hosts-allow-expression", Severity::Error, place,
            u"`%1` is no regular expression, so xend does not start: %2."_s.arg(shown(pattern),
                                                                                *error));
        return;
    }
    if (const QByteArray escaped = withEscapedDots(pattern); escaped != pattern) {
        add("hosts-allow-dot", Severity::Warning, place,
            u"In `%1` a dot stands for any character, so it lets other hosts in, too."_s.arg(
                shown(pattern)),
            changed(u"Write `\\\\.` for each dot"_s, span, escaped));
    }
    if (!pattern.endsWith('$')) {
        add("hosts-allow-open-end", Severity::Warning, place,
            u"`%1` lets every host in whose address or name only begins so, as it does not end "
            u"with "
            "`$`."_s.arg(shown(pattern)),
            changed(u"Add `$`"_s, {span.end, span.end}, "$"));
    }
    if (!pattern.startsWith('^')) {
        add("hosts-allow-open-begin", Severity::Hint, place,
            u"xend looks only at the beginning, so `%1` means the same with a `^`, which says so."_s
                .arg(shown(pattern)),
            changed(u"Add `^`"_s, {span.begin, span.begin}, "^"));
    }
}

void checkServers(const XendConfig &config, Findings &findings)
{
    const bool isListening = config.boolean("xend-relocation-server").value_or(false);
    const XendOption *address = config.option("xend-relocation-address");
    if (isListening && address
        && (address->value == "localhost" || address->value.startsWith("127."))) {
        findings.add("relocation-address-local", Severity::Warning, address->valueSpan,
                     u"xend listens for migrations at %1 only, which no other host reaches."_s.arg(
                         shown(address->value)));
    }
    if (!config.boolean("xend-relocation-ssl-server").value_or(false))
        return;
    const XendOption *server = config.option("xend-relocation-ssl-server");
    for (const char *key :
         {"xend-relocation-server-ssl-key-file", "xend-relocation-server-ssl-cert-file"}) {
        if (config.value(key).value_or(QByteArray()).isEmpty()) {
            findings.add("ssl-file-missing", Severity::Error, server->span,
                         u"xend does not start: the SSL relocation server needs %1."_s.arg(
                             QLatin1StringView(key)));
        }
    }
}

} // namespace

QList<Diagnostic> XendConfig::diagnostics() const
{
    Findings findings;
    for (const XendOption &option : m_options) {
        OptionCheck(*this, option, findings).run();
        if (option.counts)
            continue;
        TextEdits removal{TextEdit{option.span, " "}};
        if (const base::Result<Span> lines = ownLines(option))
            removal = {TextEdit{*lines, {}}};
        findings.add(
            "duplicate-key", Severity::Warning, option.span,
            u"xend takes the first %1, in line %2, and passes over this one."_s.arg(
                shown(option.key), lineNumber(m_text, this->option(option.key)->span.begin)),
            Fix{u"Remove this one"_s, removal});
    }
    for (const Span stray : m_strays) {
        findings.add(
            "stray-word", Severity::Warning, stray,
            u"`%1` stands in no form, so xend passes over it."_s.arg(shown(textOf(m_text, stray))));
    }
    if (!m_dropped.isEmpty()) {
        const QByteArray closing =
            lineEndOf(m_text) + QByteArray(m_droppedDepth, ')') + lineEndOf(m_text);
        findings.add("unclosed-form", Severity::Error, m_dropped,
                     u"The file ends within this form, so xend drops it without a word."_s,
                     Fix{u"Close it"_s, {TextEdit{{m_end, m_end}, closing}}});
    }
    if (m_end < m_text.size()) {
        const TextEdits removal{TextEdit{{m_end, m_end + 1}, {}}};
        std::optional<Fix> fix;
        if (parse(applied(m_text, removal))) // nobody has ever read what follows
            fix = Fix{u"Remove the character"_s, removal};
        findings.add("end-of-text", Severity::Warning, {m_end, m_end + 1},
                     u"xend stops reading at this control character (EOT); what follows does not "
                     "count."_s,
                     fix);
    }
    HostsCheck(*this, findings).run();
    checkServers(*this, findings);
    return findings.take();
}

} // namespace colonnade::formats
