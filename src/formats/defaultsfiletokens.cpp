// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/defaultsfileshell.h"
#include "formats/shown.h"

#include <algorithm>

namespace colonnade::formats {

using namespace Qt::StringLiterals;

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

} // namespace

void ShellScanner::fail(qsizetype offset, const QString &message)
{
    if (!m_error)
        m_error = {offset, message};
    m_at = m_text.size();
}

void ShellScanner::failUnexpected()
{
    if (peek() == Token::End)
        return fail(m_at, u"The file ends in the middle of a command; no shell reads it."_s);
    qsizetype end = m_at + 1;
    while (end < m_text.size() && !QByteArrayView(" \t\n;&|<>()").contains(m_text[end]))
        ++end;
    fail(m_at, u"“%1” cannot stand here; no shell reads the file."_s.arg(
                   shown(textOf(m_text, {m_at, end}))));
}

void ShellScanner::skipBlanks()
{
    while (m_at < m_text.size()) {
        if (isBlank(m_text[m_at]))
            ++m_at;
        else if (m_text[m_at] == '\\' && isNext('\n'))
            m_at += 2;
        else
            break;
    }
}

void ShellScanner::skipComment()
{
    const qsizetype begin = m_at;
    const qsizetype end = m_text.indexOf('\n', m_at);
    m_at = end < 0 ? m_text.size() : end;
    if (m_levels == 0)
        noteComment({begin, m_at});
}

/// Of a comment that is a line of its own and holds an assignment and nothing else.
void ShellScanner::noteComment(Span comment)
{
    const Span line = lineAt(m_text, comment.begin);
    qsizetype begin = comment.begin;
    while (begin < comment.end && (m_text[begin] == '#' || isBlank(m_text[begin])))
        ++begin;
    const QByteArrayView text = textOf(m_text, {begin, comment.end});
    const qsizetype equals = text.indexOf('=');
    if (equals < 0 || !isShellName(text.first(equals))
        || !textOf(m_text, {line.begin, comment.begin}).trimmed().isEmpty())
        return;
    const auto inner = ShellScanner(text).scan();
    if (!inner || inner->assignments.size() != 1 || !inner->assignments.first().isCertain)
        return;
    const Assignment &assignment = inner->assignments.first();
    m_scan.commented.append({line, assignment.key, textOf(text, assignment.word).toByteArray()});
}

/// Behind the number of a file descriptor that a redirection begins with.
qsizetype ShellScanner::redirectionAt() const
{
    qsizetype at = m_at;
    while (at < m_text.size() && m_text[at] >= '0' && m_text[at] <= '9')
        ++at;
    return at;
}

ShellScanner::Token ShellScanner::peek()
{
    skipBlanks();
    if (isAt('#'))
        skipComment();
    if (m_at >= m_text.size())
        return Token::End;
    if (const qsizetype at = redirectionAt();
        at < m_text.size() && (m_text[at] == '<' || m_text[at] == '>'))
        return Token::Redirection;
    switch (m_text[m_at]) {
    case '\n':
        return Token::Newline;
    case ';':
        return isNext(';') || isNext('&') ? Token::DoubleSemicolon : Token::Semicolon;
    case '&':
        if (isNext('&'))
            return Token::And;
        return isNext('>') && !m_text.sliced(m_at).startsWith("&>&") ? Token::Redirection
                                                                     : Token::Ampersand;
    case '|':
        return isNext('|') ? Token::Or : Token::Pipe;
    case '(':
        return Token::Open;
    case ')':
        return Token::Close;
    default:
        return Token::Word;
    }
}

void ShellScanner::skipNewlines()
{
    while (peek() == Token::Newline)
        takeNewline();
}

void ShellScanner::takeNewline()
{
    ++m_at;
    for (const HereDocument &document : std::exchange(m_hereDocuments, {}))
        takeHereDocument(document);
}

/// Up to a line that is the delimiter, or to the end, which shells accept.
void ShellScanner::takeHereDocument(const HereDocument &document)
{
    while (m_at < m_text.size()) {
        const Span line = lineAt(m_text, m_at);
        QByteArrayView text = textOf(m_text, line);
        m_at = line.end;
        if (text.endsWith('\n'))
            text.chop(1);
        while (document.isIndented && text.startsWith('\t'))
            text = text.sliced(1);
        if (text == document.delimiter)
            return;
    }
}

void ShellScanner::takeRedirection()
{
    static constexpr QByteArrayView Operators[] = {"<<<", "<<-", "<<", "<&", "<>",  "<",
                                                   ">>",  ">&",  ">|", ">",  "&>>", "&>"};
    m_at = redirectionAt();
    const auto found = std::ranges::find_if(Operators, [this](QByteArrayView candidate) {
        return m_text.sliced(m_at).startsWith(candidate);
    });
    const Span span{m_at, m_at + found->size()};
    const QByteArrayView operation = *found;
    if (takeProcess())
        return;
    m_at = span.end;
    if (operation == "<<<" || operation.startsWith('&'))
        noteBashOnly(span, shown(operation));
    const Token token = peek();
    if (token == Token::Redirection && takeProcess())
        return;
    if (token != Token::Word)
        return failUnexpected();
    const ShellWord target = scanWord();
    if (operation == "<<" || operation == "<<-")
        m_hereDocuments.append(
            {target.value.value_or(textOf(m_text, target.span).toByteArray()), operation == "<<-"});
}

/// <(…) and >(…) of bash, which are words.
bool ShellScanner::takeProcess()
{
    if (!(isAt('<') || isAt('>')) || !isNext('('))
        return false;
    noteBashOnly({m_at, m_at + 2}, shown(textOf(m_text, {m_at, m_at + 1})) + u"(…)"_s);
    scanSubstitution();
    return true;
}

/// The word here, where it consists of what reserved words consist of; else empty. A line may be
/// continued within it.
QByteArray ShellScanner::keyword(qsizetype *end) const
{
    QByteArray word;
    qsizetype at = m_at;
    for (; at < m_text.size() && !QByteArrayView(" \t\n;&|<>()").contains(m_text[at]); ++at) {
        const char c = m_text[at];
        const bool isContinued = c == '\\' && at + 1 < m_text.size() && m_text[at + 1] == '\n';
        if (isContinued)
            ++at;
        else if ((c >= 'a' && c <= 'z') || QByteArrayView("{}![]").contains(c))
            word += c;
        else
            return {};
    }
    if (end)
        *end = at;
    return word;
}

bool ShellScanner::takeKeyword(QByteArrayView word)
{
    qsizetype end = 0;
    if (peek() != Token::Word || keyword(&end) != word)
        return false;
    m_at = end;
    return true;
}

void ShellScanner::expectKeyword(QByteArrayView word, QByteArrayView opener, qsizetype openedAt)
{
    if (m_error || takeKeyword(word))
        return;
    if (peek() != Token::End)
        return failUnexpected();
    fail(openedAt, u"The “%1” that begins here has no “%2”; no shell reads the file."_s.arg(
                       shown(opener), shown(word)));
}

} // namespace colonnade::formats
