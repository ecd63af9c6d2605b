// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/guestdiskspec.h"
#include "formats/shown.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<QByteArrayView, 13> ValueKeys = {
    "format",    "access",    "backend",     "backendtype", "specification", "vdev",   "script",
    "colo-host", "colo-port", "colo-export", "active-disk", "hidden-disk",   "devtype"};
constexpr std::array<QByteArrayView, 6> Words = {"cdrom",      "direct-io-safe", "discard",
                                                 "no-discard", "colo",           "no-colo"};
constexpr std::array<QByteArrayView, 4> FormatPrefixes = {"raw:", "qcow:", "qcow2:", "vhd:"};
constexpr std::array<QByteArrayView, 4> ScriptPrefixes = {"iscsi:", "nbd:", "enbd:", "drbd:"};
constexpr std::array<QByteArrayView, 7> PlainPrefixes = {
    "tapdisk:", "tap:", "tap2:", "aio:", "ioemu:", "file:", "phy:"};
constexpr std::array<QByteArrayView, 6> Formats = {"raw", "qcow", "qcow2", "vhd", "empty", "qed"};
constexpr std::array<QByteArrayView, 4> BackendTypes = {"phy", "tap", "qdisk", "standalone"};
constexpr std::array<QByteArrayView, 2> Specifications = {"xen", "virtio"};

bool isOneOf(QByteArrayView word, const auto &words)
{
    return std::ranges::find(words, word) != words.end();
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}
bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
bool isLowerOrDigit(char c)
{
    return isLower(c) || (c >= '0' && c <= '9');
}

/// flex takes the rule that reads on farthest, and of equals the first: so what each would read is
/// measured, and the rules are asked in the order of the file.
class Reader
{
public:
    explicit Reader(QByteArrayView spec) : m_spec(spec) {}

    GuestDiskReading read();

private:
    enum class Rule {
        Blanks,
        Value,
        Word,
        Target,
        UnknownKey,
        Prefix,
        UnknownPrefix,
        Positional,
        Bad
    };
    struct Match
    {
        Rule rule = Rule::Bad;
        qsizetype reach = 0; ///< how far it reads on, with what it only looks at
        qsizetype end = 0;   ///< where it stops
        QByteArrayView word = {};
    };

    Match longest();
    void consider(Match &best, Match match) const;
    void considerKeys(Match &best);
    void considerPrefixes(Match &best);
    qsizetype stopBehind(qsizetype at, QByteArrayView stops, qsizetype &known) const;
    qsizetype lineEnd(qsizetype at);
    bool act(const Match &match);
    void value(QByteArrayView key, Span span);
    void word(QByteArrayView word, Span span);
    void prefix(const Match &match);
    bool positional(Span span);
    bool vdevAndType(Span span);
    bool hasText(QByteArrayView name) const;
    bool setOnce(QByteArrayView name, Span span);
    void setFormat(QByteArrayView format, Span span);
    void setAccess(Span span);
    void add(QByteArrayView name, Span span, bool isWord = false);
    void refuse(const QString &reason);
    void finish();
    QByteArrayView at(Span span) const { return textOf(m_spec, span); }

    QByteArrayView m_spec;
    qsizetype m_at = 0;
    qsizetype m_nextLineEnd = -1; ///< what was found by looking ahead, not to look twice
    qsizetype m_nextStop = -1;
    GuestDiskReading m_reading;
    std::optional<QByteArray> m_target;
    std::optional<QByteArray> m_vdev;
    QByteArray m_format; ///< empty: not told yet
    QByteArray m_backendType;
    QByteArray m_specification;
    bool m_isCdrom = false;
    bool m_hasPrefix = false;
    bool m_hasScriptPrefix = false;
    bool m_hasAccess = false;
    bool m_isDone = false;
};

/// The first of @p stops from @p at on, or the end. @p known remembers it.
qsizetype Reader::stopBehind(qsizetype at, QByteArrayView stops, qsizetype &known) const
{
    if (known < at) {
        const auto found = std::find_if(m_spec.begin() + at, m_spec.end(),
                                        [stops](char c) { return stops.contains(c); });
        known = found - m_spec.begin();
    }
    return known;
}

qsizetype Reader::lineEnd(qsizetype at)
{
    return stopBehind(at, "\n", m_nextLineEnd);
}

void Reader::consider(Match &best, Match match) const
{
    if (match.reach > best.reach || (match.reach == best.reach && match.rule < best.rule))
        best = match;
}

void Reader::considerKeys(Match &best)
{
    const QByteArrayView rest = m_spec.sliced(m_at);
    const auto keyEnd = std::find_if(rest.begin(), rest.end(), [](char c) {
        return !isLowerOrDigit(c) && c != '-' && c != '_';
    });
    const QByteArrayView key = rest.first(keyEnd - rest.begin());
    const qsizetype behind = m_at + key.size();
    const char next = behind < m_spec.size() ? m_spec[behind] : '\0';
    if (next != '=') {
        if (isOneOf(key, Words)) {
            const qsizetype end = behind + (next == ',' ? 1 : 0);
            consider(best, {Rule::Word, end, end, key});
        }
        return;
    }
    if (key == "target") {
        const qsizetype end = lineEnd(behind + 1);
        consider(best, {Rule::Target, end, end, key});
        return;
    }
    if (isOneOf(key, ValueKeys)) {
        const qsizetype comma = m_spec.indexOf(',', behind);
        const qsizetype end = comma < 0 ? m_spec.size() : comma + 1;
        consider(best, {Rule::Value, end, end, key});
    } else if (!key.isEmpty() && isLower(key[0]) && !key.contains('_') && behind + 1 < m_spec.size()
               && m_spec[behind + 1] != ',') {
        const bool hasComma = behind + 2 < m_spec.size() && m_spec[behind + 2] == ',';
        const qsizetype end = behind + 2 + (hasComma ? 1 : 0);
        consider(best, {Rule::UnknownKey, end, end, key});
    }
}

void Reader::considerPrefixes(Match &best)
{
    const auto fits = [rest = m_spec.sliced(m_at)](QByteArrayView p) { return rest.startsWith(p); };
    const auto known = [&](const auto &prefixes) {
        if (const auto found = std::ranges::find_if(prefixes, fits); found != prefixes.end()) {
            const qsizetype end = m_at + found->size();
            consider(best, {Rule::Prefix, lineEnd(end), end, *found});
        }
    };
    known(FormatPrefixes);
    known(ScriptPrefixes);
    known(PlainPrefixes);
    if (!isLower(m_spec[m_at]))
        return;
    const auto colon = std::find_if_not(m_spec.begin() + m_at, m_spec.end(), isLowerOrDigit);
    if (colon == m_spec.end() || *colon != ':')
        return;
    const qsizetype end = colon - m_spec.begin() + 1;
    const bool looksOn = end < m_spec.size() && !isLowerOrDigit(m_spec[end]);
    qsizetype reach = looksOn ? lineEnd(end) : end;
    if (looksOn && m_spec[end] == '\n') { // the first character behind it may be any
        reach = m_spec.indexOf('\n', end + 1);
        reach = reach < 0 ? m_spec.size() : reach;
    }
    consider(best, {Rule::UnknownPrefix, reach, end});
}

Reader::Match Reader::longest()
{
    Match best{Rule::Bad, m_at + (m_spec[m_at] == '\n' ? 0 : 1), m_at + 1};
    const auto text = std::find_if_not(m_spec.begin() + m_at, m_spec.end(), isBlank);
    if (const qsizetype end = text - m_spec.begin(); end > m_at) {
        const qsizetype reach = end < m_spec.size() ? lineEnd(end) : end;
        consider(best, {Rule::Blanks, reach, end});
    } else {
        considerKeys(best);
        considerPrefixes(best);
    }
    const qsizetype stop = stopBehind(m_at, "=,", m_nextStop);
    const bool hasComma = stop < m_spec.size() && m_spec[stop] == ',';
    if (const qsizetype end = stop + (hasComma ? 1 : 0); end > m_at)
        consider(best, {Rule::Positional, end, end});
    return best;
}

GuestDiskReading Reader::read()
{
    while (m_at < m_spec.size() && !m_isDone) {
        const Match match = longest();
        if (match.rule == Rule::Bad && m_at + 1 == m_spec.size())
            break; // flex tells of a bad character when it has read the next one
        if (!act(match))
            break;
        m_at = match.end;
    }
    finish();
    return std::move(m_reading);
}

/// False where the lexer gives up.
bool Reader::act(const Match &match)
{
    Span span{m_at, match.end};
    const bool hasComma = m_spec[match.end - 1] == ',';
    switch (match.rule) {
    case Rule::Blanks:
        return true;
    case Rule::Word:
        span.end = m_at + match.word.size();
        word(match.word, span);
        return true;
    case Rule::Value:
    case Rule::Target:
        span = {m_at + match.word.size() + 1, match.end - (hasComma ? 1 : 0)};
        value(match.word, span);
        return true;
    case Rule::UnknownKey:
        m_reading.isKeyed = true;
        refuse(u"xl knows no `%1` of a disk"_s.arg(shown(match.word)));
        return true;
    case Rule::Prefix:
        prefix(match);
        return true;
    case Rule::UnknownPrefix:
        refuse(u"xl knows no prefix `%1`"_s.arg(shown(at(span))));
        return false;
    case Rule::Positional:
        span.end -= hasComma ? 1 : 0;
        return positional(span);
    case Rule::Bad:
        refuse(u"xl does not understand `%1`"_s.arg(shown(m_spec.sliced(m_at))));
        return false;
    }
    return false;
}

void Reader::refuse(const QString &reason)
{
    if (!m_reading.refusal)
        m_reading.refusal = reason;
}

void Reader::add(QByteArrayView name, Span span, bool isWord)
{
    m_reading.parts.append({name.toByteArray(), span, isWord});
}

bool Reader::hasText(QByteArrayView name) const
{
    return std::ranges::any_of(m_reading.parts, [name](const GuestDiskPart &part) {
        return part.name == name && !part.span.isEmpty();
    });
}

/// Whether the part is told for the first time; a text that is empty does not count.
bool Reader::setOnce(QByteArrayView name, Span span)
{
    const bool isFirst = !hasText(name);
    if (!isFirst)
        refuse(u"`%1` is told twice"_s.arg(QLatin1StringView(name)));
    add(name, span);
    return isFirst;
}

void Reader::value(QByteArrayView key, Span span)
{
    m_reading.isKeyed = true;
    const QByteArray text = at(span).toByteArray();
    const auto choose = [&](QByteArray &chosen, const auto &choices) {
        if (!isOneOf(text, choices))
            refuse(u"xl knows no %1 `%2`"_s.arg(QLatin1StringView(key), shown(text)));
        else if (!chosen.isEmpty() && chosen != text)
            refuse(u"`%1` is told twice"_s.arg(QLatin1StringView(key)));
        else
            chosen = text;
        add(key, span);
    };
    if (key == "format") {
        setFormat(text, span);
    } else if (key == "access") {
        setAccess(span);
    } else if (key == "backendtype") {
        choose(m_backendType, BackendTypes);
    } else if (key == "specification") {
        choose(m_specification, Specifications);
    } else if (key == "devtype") {
        if (text != "cdrom" && text != "disk")
            refuse(u"xl knows no devtype `%1`"_s.arg(shown(text)));
        else
            m_isCdrom = text == "cdrom";
        add(key, span);
    } else if (key == "colo-port") {
        if (std::atoi(text.constData()) == 0)
            refuse(u"xl wants a port number for colo-port"_s);
        add(key, span);
    } else {
        const bool isFirst = setOnce(key, span);
        if (key == "script" && m_hasScriptPrefix)
            refuse(u"its prefix tells the script already"_s);
        if (isFirst && key == "target")
            m_target = text;
        else if (isFirst && key == "vdev")
            m_vdev = text;
    }
}

void Reader::word(QByteArrayView word, Span span)
{
    m_reading.isKeyed |= word != "cdrom";
    m_isCdrom |= word == "cdrom";
    add(word, span, true);
}

void Reader::setFormat(QByteArrayView format, Span span)
{
    const QByteArray meant = format.isEmpty() ? QByteArray("raw") : format.toByteArray();
    if (!isOneOf(meant, Formats))
        refuse(u"xl knows no format `%1`"_s.arg(shown(meant)));
    else if (!m_format.isEmpty() && m_format != meant)
        refuse(u"its format is told twice, and differently"_s);
    else
        m_format = meant;
    if (span.end >= 0)
        add("format", span);
}

void Reader::setAccess(Span span)
{
    const QByteArrayView access = at(span);
    constexpr std::array<QByteArrayView, 5> known = {"r", "ro", "w", "rw", ""};
    if (access == "w!")
        refuse(
            u"xl does not know the access `w!`, which is xm's; to xl, w lets two guests of a host "
            "share a disk only with a script of their own"_s);
    else if (!isOneOf(access, known))
        refuse(u"xl knows no access `%1`, only r, ro, w and rw%2"_s.arg(
            shown(access),
            isOneOf(access.trimmed(), known) ? u", without blanks behind"_s : QString()));
    add("access", span);
}

void Reader::prefix(const Match &match)
{
    m_hasPrefix = true;
    const Span span{m_at, match.end - 1};
    if (isOneOf(match.word, FormatPrefixes))
        setFormat(match.word.chopped(1), {0, -1});
    if (isOneOf(match.word, ScriptPrefixes)) {
        if (m_hasScriptPrefix || hasText("script"))
            refuse(u"its script is told twice"_s);
        m_hasScriptPrefix = true;
    }
    QList<GuestDiskPart> &parts = m_reading.parts;
    if (!parts.isEmpty() && parts.last().name == "prefix" && parts.last().span.end + 1 == m_at)
        parts.last().span.end = span.end;
    else
        add(m_target ? "vdev-prefix" : "prefix", span);
}

bool Reader::vdevAndType(Span span)
{
    const qsizetype colon = at(span).lastIndexOf(':');
    if (colon < 0)
        return false;
    const Span name{span.begin, span.begin + colon};
    const Span type{name.end + 1, span.end};
    if (setOnce("vdev", name))
        m_vdev = at(name).toByteArray();
    if (at(type) != "cdrom" && at(type) != "disk")
        refuse(u"xl knows no kind of disk `%1`, only cdrom and disk"_s.arg(shown(at(type))));
    m_isCdrom = at(type) == "cdrom";
    add("devtype", type);
    return true;
}

/// False where the lexer gives up.
bool Reader::positional(Span span)
{
    if (m_reading.refusal)
        return true;
    if (!m_target) {
        m_target = at(span).toByteArray();
        add("target", span);
    } else if (!m_hasPrefix && m_format.isEmpty()) {
        if (m_target->isEmpty() && vdevAndType(span))
            m_format = "empty";
        else
            setFormat(at(span), span);
    } else if (!m_vdev) {
        if (!vdevAndType(span)) {
            add("vdev", span);
            m_vdev = at(span).toByteArray();
        }
    } else if (!m_hasAccess) {
        m_hasAccess = true;
        setAccess(span);
    } else {
        refuse(u"there is one part too many, from `%1` on"_s.arg(shown(at(span))));
        return false;
    }
    return true;
}

void Reader::finish()
{
    if (m_isCdrom && (!m_target || m_target->isEmpty()))
        m_format = "empty";
    if (!m_format.isEmpty())
        m_reading.format = m_format;
    if (m_reading.refusal)
        return;
    if (!m_vdev)
        refuse(u"it does not tell as what the guest sees it (vdev)"_s);
    else if (!m_target && !m_isCdrom)
        refuse(u"it does not tell what the disk is (target)"_s);
}

} // namespace

GuestDiskReading readXlDisk(QByteArrayView spec)
{
    return Reader(spec).read();
}

} // namespace colonnade::formats
