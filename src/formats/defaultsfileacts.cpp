// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/defaultsfile.h"
#include "formats/defaultsfileshell.h"
#include "formats/shown.h"

#include <algorithm>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using Assignment = DefaultsFile::Assignment;

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// Characters that mean themselves wherever a value stands. Not ~, which is a home folder.
bool isBare(const QByteArray &value)
{
    return std::ranges::all_of(value, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || QByteArrayView("_-./:,@%+=").contains(c);
    });
}

QByteArray inDoubleQuotes(const QByteArray &value)
{
    QByteArray word = "\"";
    for (const char c : value) {
        if (QByteArrayView("$`\"\\").contains(c))
            word += '\\';
        word += c;
    }
    return word + '"';
}

bool isQuotedWith(const QByteArrayView word, char quote)
{
    return word.size() >= 2 && word.front() == quote && word.back() == quote;
}

/// @p value as a shell's word, in the quotes that @p model has where they can hold it.
QByteArray wordLike(QByteArrayView model, const QByteArray &value)
{
    if (isQuotedWith(model, '"'))
        return inDoubleQuotes(value);
    const bool fitsSingle = !value.contains('\'');
    if (isQuotedWith(model, '\'') && fitsSingle)
        return '\'' + value + '\'';
    if (isBare(value) && !isQuotedWith(model, '\''))
        return value;
    const bool isSpecial =
        std::ranges::any_of(value, [](char c) { return QByteArrayView("$`\"\\").contains(c); });
    return isSpecial && fitsSingle ? '\'' + value + '\'' : inDoubleQuotes(value);
}

/// What a file does, but for @p except.
QList<Assignment> effectsOf(const DefaultsFile &file, QByteArrayView except)
{
    QList<Assignment> effects;
    for (Assignment assignment : file.assignments()) {
        if (assignment.key == except)
            continue;
        assignment.span = assignment.name = assignment.word = {};
        effects.append(assignment);
    }
    return effects;
}

/// @p edits, unless they change what else the file does, or do not do what they should.
base::Result<TextEdits> verified(const DefaultsFile &file, QByteArrayView key,
                                 const TextEdits &edits, const std::optional<QByteArray> &expected)
{
    const auto after = DefaultsFile::parse(applied(file.text(), edits));
    const bool isDone =
        after && (expected ? after->value(key) == expected : after->assignment(key) == nullptr);
    if (!isDone || effectsOf(*after, key) != effectsOf(file, key))
        return failure(ErrorCode::Refused,
                       u"%1 cannot be changed for certain: what stands around it, or an exit or a "
                       u"command of the file, decides as well"_s.arg(shown(key)),
                       u"Change the file as text."_s);
    return edits;
}

base::Error noSuchSetting(QByteArrayView key)
{
    return {ErrorCode::NotFound, u"The file does not set %1"_s.arg(shown(key)),
            u"What stands in comments is not set."_s};
}

/// How the last assignment of the file is quoted, as a model for another.
QByteArrayView lastWord(const DefaultsFile &file)
{
    if (file.assignments().isEmpty())
        return {};
    return textOf(file.text(), file.assignments().last().word);
}

/// A new line at the end of the file.
TextEdit appended(const QByteArray &text, const QByteArray &line)
{
    const QByteArray lineEnd = lineEndOf(text);
    const bool isLineOpen = !text.isEmpty() && !text.endsWith('\n');
    return {{text.size(), text.size()}, (isLineOpen ? lineEnd : QByteArray()) + line + lineEnd};
}

/// Where it stands in its line: what of the command stands before and behind it.
struct Surroundings
{
    QByteArrayView before;
    QByteArrayView behind;
};

Surroundings surroundings(QByteArrayView text, Span span)
{
    const qsizetype begin = lineAt(text, span.begin).begin;
    const qsizetype end = lineAt(text, span.end).end;
    return {textOf(text, {begin, span.begin}).trimmed(), textOf(text, {span.end, end}).trimmed()};
}

/// Whether the lines hold nothing but the assignment, or its export, and what may stand behind it.
bool isAlone(QByteArrayView text, Span span)
{
    const auto [before, behind] = surroundings(text, span);
    return (before.isEmpty() || before == "export" || before == "readonly")
           && (behind.isEmpty() || behind == ";" || behind.startsWith('#'));
}

/// The assignment with the blanks and the one separator that follow, or with its lines.
TextEdit removal(QByteArrayView text, Span span)
{
    if (isAlone(text, span))
        return {{lineAt(text, span.begin).begin, lineAt(text, span.end).end}, QByteArray()};
    const auto skipBlanks = [&] {
        while (span.end < text.size() && isBlank(text[span.end]))
            ++span.end;
    };
    skipBlanks();
    const bool isCommand = surroundings(text, span).before.isEmpty();
    if (isCommand && span.end < text.size() && text[span.end] == ';') {
        ++span.end;
        skipBlanks();
    }
    return {span, QByteArray()};
}

void commentOutLines(QByteArrayView text, Span span, TextEdits &edits)
{
    for (qsizetype at = lineAt(text, span.begin).begin; at < span.end; at = lineAt(text, at).end)
        edits.append({{at, at}, "#"});
}

} // namespace

base::Result<TextEdits> DefaultsFile::set(const QByteArray &key, const QByteArray &value) const
{
    if (!isShellName(key))
        return failure(ErrorCode::InvalidInput,
                       u"“%1” cannot be the name of a setting"_s.arg(shown(key)),
                       u"Take letters, digits and _, and no digit first."_s);
    if (value.contains('\0'))
        return failure(ErrorCode::InvalidInput, u"%1 cannot hold a NUL byte"_s.arg(shown(key)),
                       u"Remove it from the value."_s);
    const Assignment *last = assignment(key);
    if (last && (!last->isCertain || last->word.begin != last->name.end + 1))
        return failure(ErrorCode::Refused,
                       u"The file computes %1: whether and to what its last assignment sets it is "
                       u"known only when a shell has run the file"_s.arg(shown(key)),
                       u"Change the file as text."_s);
    if (last) {
        const QByteArray word = wordLike(textOf(m_text, last->word), value);
        TextEdits edits;
        if (textOf(m_text, last->word) != word)
            edits.append({last->word, word});
        return verified(*this, key, edits, value);
    }
    const auto comment = std::ranges::find(m_commented.crbegin(), m_commented.crend(), key,
                                           &CommentedAssignment::key);
    if (comment == m_commented.crend())
        return verified(*this, key,
                        {appended(m_text, key + '=' + wordLike(lastWord(*this), value))}, value);
    const qsizetype at = comment->line.end;
    const QByteArray lineEnd = lineEndOf(m_text);
    const bool isLineOpen = m_text[at - 1] != '\n';
    return verified(*this, key,
                    {{{at, at},
                      (isLineOpen ? lineEnd : QByteArray()) + key + '='
                          + wordLike(comment->word, value) + lineEnd}},
                    value);
}

base::Result<TextEdits> DefaultsFile::commentOut(QByteArrayView key) const
{
    TextEdits edits;
    for (const Assignment &assignment : m_assignments) {
        if (assignment.key != key)
            continue;
        if (!isAlone(m_text, assignment.span))
            return failure(ErrorCode::Refused,
                           u"%1 shares its line with something else"_s.arg(shown(key)),
                           u"Give it a line of its own, then try again."_s);
        commentOutLines(m_text, assignment.span, edits);
    }
    if (edits.isEmpty())
        return std::unexpected(noSuchSetting(key));
    return verified(*this, key, edits, std::nullopt);
}

base::Result<TextEdits> DefaultsFile::remove(QByteArrayView key) const
{
    TextEdits edits;
    for (const Assignment &assignment : m_assignments) {
        if (assignment.key == key)
            edits.append(removal(m_text, assignment.span));
    }
    if (edits.isEmpty())
        return std::unexpected(noSuchSetting(key));
    return verified(*this, key, edits, std::nullopt);
}

} // namespace colonnade::formats
