// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/lvmconfwriter.h"

#include "formats/lvmconfparser.h"

#include <algorithm>

namespace colonnade::formats {

namespace {

using Section = LvmConf::Section;
using Setting = LvmConf::Setting;

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isBlankText(QByteArrayView text)
{
    return text.trimmed().isEmpty();
}

/// A comment of its own line that tells how @p key is set: what stands before the key and between
/// it and its value.
struct CommentedSetting
{
    QByteArrayView indentation;
    QByteArrayView equals;
    QByteArrayView value;
};

std::optional<CommentedSetting> commentedSetting(QByteArrayView line, QByteArrayView key)
{
    const auto skip = [line](qsizetype at, auto wanted) {
        while (at < line.size() && wanted(line[at]))
            ++at;
        return at;
    };
    const qsizetype hash = skip(0, isBlank);
    const qsizetype begin = skip(skip(hash, [](char c) { return c == '#'; }), isBlank);
    if (begin == hash || !line.sliced(begin).startsWith(key))
        return std::nullopt;
    const qsizetype end = begin + key.size();
    const qsizetype equals = skip(end, isBlank);
    if (equals == line.size() || line[equals] != '=')
        return std::nullopt;
    const qsizetype value = skip(equals + 1, isBlank);
    return CommentedSetting{line.first(hash), textOf(line, {end, value}),
                            line.sliced(value).trimmed()};
}

} // namespace

LvmWriter::LvmWriter(const LvmConf &conf)
    : m_conf(conf),
      m_text(QByteArrayView(conf.text()).first(lvmEnd(conf.text()))),
      m_lineEnd(lineEndOf(m_text))
{
}

QList<TextEdit> LvmWriter::additions(const QByteArray &path, const QByteArray &literal) const
{
    QList<QByteArray> names = path.split('/');
    const QByteArray key = names.takeLast();
    qsizetype section = -1;
    QByteArray prefix;
    while (!names.isEmpty()) {
        prefix += (prefix.isEmpty() ? "" : "/") + names.first();
        const auto found = std::ranges::find(m_conf.sections(), prefix, &Section::path);
        if (found == m_conf.sections().end())
            return {inNewSections(section, names, key, literal)};
        section = found - m_conf.sections().begin();
        names.removeFirst();
    }
    QList<TextEdit> additions = {inSection(section, key, literal)};
    if (const auto edit = behindComment(section, key, literal))
        additions.prepend(*edit);
    return additions;
}

/// Behind the last comment of the section that tells the key's default, which may be a list over
/// several lines.
std::optional<TextEdit> LvmWriter::behindComment(qsizetype section, const QByteArray &key,
                                                 const QByteArray &literal) const
{
    const Span body = m_conf.sections()[section].body;
    std::optional<TextEdit> edit;
    bool isInList = false;
    for (qsizetype at = lineAt(m_text, body.begin).end; at < body.end;) {
        const Span line = lineAt(m_text, at);
        at = line.end;
        const QByteArrayView text = textOf(m_text, line);
        const bool isComment = text.trimmed().startsWith('#');
        const auto comment = commentedSetting(text, key);
        if (comment)
            edit = TextEdit{{line.end, line.end},
                            comment->indentation + key + comment->equals + literal + m_lineEnd};
        else if (isInList && isComment)
            edit->span = {line.end, line.end};
        isInList = (comment ? comment->value.startsWith('[') : isInList && isComment)
                   && !text.contains(']');
    }
    if (edit && lineAt(m_text, body.end).begin < edit->span.begin)
        return std::nullopt; // the brace that closes the section is in the comment's line
    return edit;
}

TextEdit LvmWriter::inSection(qsizetype section, const QByteArray &key,
                              const QByteArray &literal) const
{
    const Look look = lookIn(section);
    const QByteArray assignment = key + look.equals + literal;
    const Setting *last = lastSettingIn(section);
    if (!last)
        return beforeBrace(m_conf.sections()[section], look.indentation + assignment + m_lineEnd);
    const Span line = lineAt(m_text, last->span.end);
    const QByteArrayView rest = textOf(m_text, {last->span.end, line.end}).trimmed();
    if (!rest.isEmpty() && !rest.startsWith('#'))
        return {{last->span.end, last->span.end}, ' ' + assignment};
    return {{line.end, line.end}, look.indentation + assignment + m_lineEnd};
}

TextEdit LvmWriter::inNewSections(qsizetype section, const QList<QByteArray> &names,
                                  const QByteArray &key, const QByteArray &literal) const
{
    const Look look = lookIn(-1);
    QByteArray indentation = section < 0 ? QByteArray() : indentationIn(section);
    QByteArray opening;
    QByteArray closing;
    for (const QByteArray &name : names) {
        opening += indentation + name + " {" + m_lineEnd;
        closing.prepend(indentation + '}' + m_lineEnd);
        indentation += look.indentation;
    }
    const QByteArray lines =
        opening + indentation + key + look.equals + literal + m_lineEnd + closing;
    if (section >= 0)
        return beforeBrace(m_conf.sections()[section], lines);
    const QByteArrayView end = m_text.endsWith('\n') ? "" : QByteArrayView(m_lineEnd);
    const qsizetype at = m_text.size();
    return {{at, at}, m_text.isEmpty() ? lines : end + m_lineEnd + lines};
}

/// Before the line of the closing brace, or in that line where something else stands in it.
TextEdit LvmWriter::beforeBrace(const Section &section, const QByteArray &lines) const
{
    const qsizetype brace = section.body.end;
    const qsizetype line = lineAt(m_text, brace).begin;
    if (isBlankText(textOf(m_text, {line, brace})))
        return {{line, line}, lines};
    const bool isApart = m_text[brace - 1] == ' ' || m_text[brace - 1] == '\t';
    return {{brace, brace}, (isApart ? "" : " ") + lines.trimmed() + ' '};
}

const Setting *LvmWriter::lastSettingIn(qsizetype section) const
{
    const auto found = std::ranges::find(m_conf.settings().crbegin(), m_conf.settings().crend(),
                                         section, &Setting::section);
    return found == m_conf.settings().crend() ? nullptr : &*found;
}

/// As the last setting of the section is written, or else the first of the file that stands at the
/// begin of its line.
LvmWriter::Look LvmWriter::lookIn(qsizetype section) const
{
    const auto lookOf = [this](const Setting &setting) {
        const QByteArrayView equals = textOf(m_text, {setting.key.end, setting.value.span.begin});
        return Look{indentationAt(m_text, setting.key.begin).toByteArray(),
                    isBlankText(equals) || equals.contains('#') || equals.contains('\n')
                        ? " = "
                        : equals.toByteArray()};
    };
    if (const Setting *last = section < 0 ? nullptr : lastSettingIn(section))
        return lookOf(*last);
    const auto first = std::ranges::find_if(m_conf.settings(), [this](const Setting &setting) {
        return setting.section >= 0 && m_conf.sections()[setting.section].parent < 0
               && !indentationAt(m_text, setting.key.begin).isEmpty();
    });
    Look look = first == m_conf.settings().end() ? Look{"\t", " = "} : lookOf(*first);
    if (section >= 0)
        look.indentation = indentationIn(section);
    return look;
}

/// Of what stands in a section.
QByteArray LvmWriter::indentationIn(qsizetype section) const
{
    if (const Setting *last = lastSettingIn(section))
        return indentationAt(m_text, last->key.begin).toByteArray();
    return indentationAt(m_text, m_conf.sections()[section].name.begin) + lookIn(-1).indentation;
}

} // namespace colonnade::formats
