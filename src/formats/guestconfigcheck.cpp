// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/guestconfigcheck.h"

#include "formats/guestconfigreader.h"
#include "formats/guestconfigrules.h"
#include "formats/shown.h"

#include <algorithm>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;

/// Bytes of xm files that Python does not take.
void checkBytes(const GuestCheck &check)
{
    const QByteArray &text = check.config().text();
    if (check.isXl() || !isRefusedForBytes(text))
        return;
    const auto first = std::ranges::find_if(text, [](char c) { return uchar(c) > 0x7f; });
    const qsizetype at = first - text.begin();
    const qsizetype begin = text.startsWith("#!") ? lineAt(text, 0).end : 0;
    check.add(
        "non-ascii", Severity::Error, {at, at + 1},
        u"Python from 2.5 on refuses the file: it holds a character that is not ASCII, even if "
        "only in a comment, and does not say how it is encoded."_s,
        Fix{u"Say how it is encoded"_s, {TextEdit{{begin, begin}, codingLine(text)}}});
}

/// How xl files end.
void checkEnd(const GuestCheck &check)
{
    const QByteArray &text = check.config().text();
    if (!check.isXl() || text.isEmpty() || text.endsWith('\n'))
        return;
    const Span last{text.size() - 1, text.size()};
    if (!readXlGuest(QByteArray(text + '\n'))) {
        check.add("stray-character", Severity::Warning, last,
                  u"xl overlooks this character only because it is the very last of the file; with "
                  "anything behind it, xl refuses the file."_s,
                  Fix{u"Remove it"_s, {TextEdit{last, {}}}});
        return;
    }
    check.add("no-last-line-end", Severity::Hint, last,
              u"The last line does not end, which xl before 4.3 refuses."_s,
              Fix{u"End the line"_s, {TextEdit{{text.size(), text.size()}, "\n"}}});
}

/// What newer xl reads and older does not.
void checkAge(const GuestCheck &check)
{
    if (!check.isXl())
        return;
    for (const GuestSetting &setting : check.config().settings()) {
        if (setting.appends) {
            check.add("newer-xl", Severity::Hint, setting.keySpan,
                      u"xl before 4.13 refuses files with `+=`."_s);
        }
        if (setting.key.contains('.')) {
            check.add("newer-xl", Severity::Hint, setting.keySpan,
                      u"Old versions of xl, such as 4.4, refuse files with a dot in a key."_s);
        }
        const auto isList = [](const GuestValue &item) {
            return item.kind == GuestValue::Kind::List;
        };
        if (std::ranges::any_of(setting.value.items, isList)) {
            check.add("newer-xl", Severity::Hint, setting.value.span,
                      u"xl before 4.6 refuses files with lists within lists."_s);
        }
    }
}

} // namespace

GuestCheck::GuestCheck(const GuestConfig &config, Findings &findings)
    : m_config(config), m_findings(findings)
{
    const QByteArray &text = config.text();
    m_lines.append(0);
    for (qsizetype at = 0; (at = text.indexOf('\n', at) + 1) > 0;)
        m_lines.append(at);
}

QString GuestCheck::line(qsizetype at) const
{
    return QString::number(std::ranges::upper_bound(m_lines, at) - m_lines.begin());
}

bool GuestCheck::isPlain(Span span, QByteArrayView value) const
{
    return textOf(m_config.text(), span) == value;
}

/// Statements that have no effect, as a later one sets the key anew.
void GuestConfig::findDuplicates(const GuestCheck &check) const
{
    QHash<QByteArray, qsizetype> lastAssignment;
    for (qsizetype i = 0; i < m_settings.size(); ++i) {
        if (!m_settings[i].appends)
            lastAssignment.insert(m_settings[i].key, i);
    }
    for (qsizetype i = 0; i < m_settings.size(); ++i) {
        const GuestSetting &setting = m_settings[i];
        const qsizetype last = lastAssignment.value(setting.key, -1);
        if (i >= last || setting.conditional || m_settings[last].conditional
            || m_used.contains(setting.key))
            continue;
        std::optional<Fix> fix;
        if (!setting.value.isComputed())
            fix = Fix{u"Remove this one"_s, {removedStatement(setting.span)}};
        check.add("duplicate-key", Severity::Warning, setting.span,
                  u"%1 is set again in line %2, and the last one counts."_s.arg(
                      shown(setting.key), check.line(m_settings[last].span.begin)),
                  fix);
    }
}

QList<Diagnostic> GuestConfig::diagnostics() const
{
    Findings findings;
    const GuestCheck check(*this, findings);
    checkBytes(check);
    checkEnd(check);
    checkAge(check);
    findDuplicates(check);
    checkGuestKinds(check);
    checkGuestKeys(check);
    checkGuestDisks(check);
    checkGuestVifs(check);
    return findings.take();
}

} // namespace colonnade::formats
