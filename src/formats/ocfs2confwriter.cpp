// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ocfs2confwriter.h"

#include <algorithm>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using Attribute = Ocfs2Conf::Attribute;
using Stanza = Ocfs2Conf::Stanza;

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

} // namespace

Ocfs2Writer::Ocfs2Writer(const Ocfs2Conf &conf) : m_conf(conf), m_text(conf.text()) {}

void Ocfs2Writer::insertStanza(const Stanza *after, const Stanza *model, const QByteArray &type,
                               QList<Setting> settings)
{
    const qsizetype at = insertionPoint(after);
    const bool isLineOpen = at > 0 && m_text[at - 1] != '\n';
    m_edits.append({{at, at},
                    (isLineOpen ? "\n" : "") + separatorAt(after)
                        + stanzaText(model, type, std::move(settings))});
}

void Ocfs2Writer::set(const Stanza &stanza, const QByteArray &key, const QByteArray &value)
{
    if (const Attribute *attribute = stanza.attribute(key)) {
        if (attribute->text == value)
            return;
        const qsizetype at = attribute->value.begin;
        const bool needsBlank = m_text[at - 1] == '=' && isBlank(m_text[at - 2]);
        m_edits.append({attribute->value, (needsBlank ? " " : "") + value});
        return;
    }
    const qsizetype at = stanza.span.end;
    const bool isLineOpen = m_text[at - 1] != '\n';
    m_edits.append(
        {{at, at}, (isLineOpen ? "\n" : "") + attributePrefix(&stanza, key) + value + '\n'});
}

void Ocfs2Writer::remove(const QList<const Stanza *> &stanzas)
{
    Span lines;
    for (const Stanza *stanza : stanzas) {
        const QByteArrayView between =
            lines.isEmpty() ? "#" : textOf(m_text, {lines.end, stanza->span.begin});
        if (between.trimmed().isEmpty()) {
            lines.end = stanza->span.end;
            m_edits.removeLast();
        } else {
            lines = stanza->span;
        }
        m_edits.append({withBlankLine(lines), {}});
    }
}

TextEdits Ocfs2Writer::uncheckedEdits() const
{
    return inOrder(m_edits);
}

base::Result<TextEdits> Ocfs2Writer::edits() const
{
    if (m_text.contains('\0'))
        return base::failure(
            base::ErrorCode::Refused,
            u"The file holds a NUL byte, behind which OCFS2's tools may not read"_s,
            u"Remove it as text; `colonnadectl file check` tells the place."_s);
    TextEdits edits = uncheckedEdits();
    const auto after = Ocfs2Conf::parse(applied(m_conf.text(), edits));
    if (!after)
        return base::failure(
            base::ErrorCode::Refused,
            u"OCFS2's tools would refuse the file after that: %1"_s.arg(after.error().message),
            u"Solve that first; `colonnadectl file check` tells the place."_s);
    return edits;
}

/// Behind the stanza and the comments that end it.
qsizetype Ocfs2Writer::insertionPoint(const Stanza *after) const
{
    if (!after)
        return m_text.size();
    qsizetype at = after->span.end;
    while (at < m_text.size() && m_text[at] == '#')
        at = lineAt(m_text, at).end;
    return at == m_text.size() || isBlankLine(at) ? at : after->span.end;
}

/// A blank line, where stanzas are set apart by such, but not within a row of those that are not.
QByteArray Ocfs2Writer::separatorAt(const Stanza *after) const
{
    if (!after)
        return m_text.isEmpty() || m_text.endsWith("\n\n") ? "" : "\n";
    if (m_conf.stanzas().size() < 2)
        return "\n";
    const qsizetype end = insertionPoint(after);
    const bool isFollowed = end < m_text.size() && isBlankLine(end);
    const bool isPreceded = isBehindBlankLine(after->span.begin);
    const bool isFirst = after == &m_conf.stanzas().first();
    const bool endsRow = !isFirst && !isPreceded && end == after->span.end;
    return (isFollowed || isPreceded) && !endsRow ? "\n" : "";
}

/// Whether the line at @p begin, or a comment that ends right before it, stands below a blank line.
bool Ocfs2Writer::isBehindBlankLine(qsizetype begin) const
{
    while (begin > 0 && m_text[lineAt(m_text, begin - 1).begin] == '#')
        begin = lineAt(m_text, begin - 1).begin;
    return begin > 0 && isBlankLine(begin - 1);
}

QByteArray Ocfs2Writer::stanzaText(const Stanza *model, const QByteArray &type,
                                   QList<Setting> settings) const
{
    if (model && model->name == type) {
        const auto place = [model](const Setting &setting) {
            return std::ranges::find(model->attributes, setting.key, &Attribute::name)
                   - model->attributes.begin();
        };
        std::ranges::stable_sort(settings, {}, place);
    }
    QByteArray text = type + ":\n";
    for (const Setting &setting : std::as_const(settings))
        text += attributePrefix(model, setting.key) + setting.value + '\n';
    return text;
}

/// What stands before the value in a line of the stanza @p model that sets @p key.
QByteArray Ocfs2Writer::attributePrefix(const Stanza *model, const QByteArray &key) const
{
    if (!model || model->attributes.isEmpty())
        return '\t' + key + " = ";
    const Attribute *same = model->attribute(key);
    const Attribute &like = same ? *same : model->attributes.last();
    const QByteArray blank = m_text[like.value.begin - 1] == '=' && like.value.isEmpty()
                                     && isBlank(m_text[like.value.begin - 2])
                                 ? " "
                                 : "";
    return textOf(m_text, {like.line.begin, like.key.begin}) + key
           + textOf(m_text, {like.key.end, like.value.begin}) + blank;
}

bool Ocfs2Writer::isBlankLine(qsizetype offset) const
{
    return std::ranges::all_of(textOf(m_text, lineAt(m_text, offset)),
                               [](char c) { return isBlank(c) || c == '\n'; });
}

Span Ocfs2Writer::withBlankLine(Span lines) const
{
    const bool isPreceded = lines.begin == 0 || isBlankLine(lines.begin - 1);
    if (!isPreceded)
        return lines;
    if (lines.end < m_text.size() && isBlankLine(lines.end))
        lines.end = lineAt(m_text, lines.end).end;
    else if (lines.end == m_text.size() && lines.begin > 0)
        lines.begin = lineAt(m_text, lines.begin - 1).begin;
    return lines;
}

} // namespace colonnade::formats
