// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/guestconfigxmlexer.h"

#include <algorithm>
#include <array>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype DeepestBrackets = 100; // MAXLEVEL and MAXINDENT of tokenizer.c
constexpr int TabWidth = 8;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool beginsName(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool continuesName(char c)
{
    return beginsName(c) || isDigit(c);
}
bool isHexDigit(char c)
{
    return isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

/// Longer ones first, as the longest that fits is taken.
constexpr std::array<QByteArrayView, 21> LongOperators = {
    "**=", "//=", ">>=", "<<=", "==", "!=", "<>", "<=", ">=", "+=", "-=",
    "*=",  "/=",  "%=",  "&=",  "|=", "^=", "**", "//", ">>", "<<"};

qsizetype prefixSize(QByteArrayView text, qsizetype begin)
{
    qsizetype i = begin;
    const auto lower = [&](qsizetype k) { return k < text.size() ? char(text[k] | 0x20) : '\0'; };
    if (lower(i) == 'u' || lower(i) == 'b')
        ++i;
    if (lower(i) == 'r')
        ++i;
    return i < text.size() && (text[i] == '\'' || text[i] == '"') ? i - begin : -1;
}

ParseError problem(qsizetype at, const QString &message)
{
    return {at, message};
}

} // namespace

bool beginsXmString(QByteArrayView text, qsizetype begin)
{
    return prefixSize(text, begin) >= 0;
}

Parsed<XmStringToken> readXmString(QByteArrayView text, qsizetype begin)
{
    const qsizetype prefix = prefixSize(text, begin);
    qsizetype i = begin + prefix;
    const char quote = text[i];
    const bool isTriple = i + 2 < text.size() && text[i + 1] == quote && text[i + 2] == quote;
    i += isTriple ? 3 : 1;
    XmStringToken string;
    string.inner.begin = i;
    string.isUnicode = prefix > 0 && (text[begin] | 0x20) == 'u';
    string.isRaw = prefix > 0 && (text[begin + prefix - 1] | 0x20) == 'r';
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\') {
            i += i + 2 < text.size() && text[i + 1] == '\r' && text[i + 2] == '\n' ? 2 : 1;
        } else if (c == quote && !isTriple) {
            string.inner.end = i;
            string.span = {begin, i + 1};
            return string;
        } else if (c == quote && text.sliced(i).startsWith(QByteArray(3, quote))) {
            string.inner.end = i;
            string.span = {begin, i + 3};
            return string;
        } else if ((c == '\n' || c == '\r') && !isTriple) {
            break;
        }
    }
    return std::unexpected(problem(
        begin, isTriple
                   ? u"This string in triple quotes is not closed up to the end of the file."_s
                   : u"This string is not closed in its line; put the closing quote (%1)."_s.arg(
                       QLatin1Char(quote))));
}

QList<XmStringToken> xmStringsIn(QByteArrayView text, Span span)
{
    QList<XmStringToken> strings;
    for (qsizetype i = span.begin; i < span.end;) {
        if (text[i] == '#') {
            while (i < span.end && text[i] != '\n' && text[i] != '\r')
                ++i;
        } else if (beginsXmString(text, i)) {
            const auto string = readXmString(text, i);
            if (!string)
                break;
            strings.append(*string);
            i = string->span.end;
        } else {
            ++i;
        }
    }
    return strings;
}

XmLexer::XmLexer(QByteArrayView text) : m_text(text)
{
    if (text.startsWith("\xef\xbb\xbf"))
        m_at = 3;
}

/// Where the line end at @p i ends; @p i where there is none. A lone CR is one, too.
qsizetype XmLexer::lineEndBehind(qsizetype i) const
{
    if (at(i) == '\n')
        return i + 1;
    if (i < m_text.size() && at(i) == '\r')
        return at(i + 1) == '\n' ? i + 2 : i + 1;
    return i;
}

/// Goes to the first word of the next line that has one, and tells its column.
bool XmLexer::skipToLine(int &column)
{
    column = 0;
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (c == ' ') {
            ++column;
            ++m_at;
        } else if (c == '\t') {
            column = (column / TabWidth + 1) * TabWidth;
            ++m_at;
        } else if (c == '\f') {
            column = 0;
            ++m_at;
        } else if (c == '#') {
            while (m_at < m_text.size() && lineEndBehind(m_at) == m_at)
                ++m_at;
        } else if (const qsizetype end = lineEndBehind(m_at); end > m_at) {
            m_at = end;
            column = 0;
        } else {
            return true;
        }
    }
    return false;
}

XmLexer::Problem XmLexer::indent(int column, XmLine &line)
{
    if (column > m_columns.last()) {
        if (m_columns.size() == DeepestBrackets)
            return problem(m_at,
                           u"Blocks are nested more deeply than 100, which Python refuses."_s);
        m_columns.append(column);
    }
    while (column < m_columns.last())
        m_columns.removeLast();
    if (column != m_columns.last()) {
        return problem(m_at, u"This line is indented like none of the blocks around it, which "
                             "Python refuses."_s);
    }
    line.depth = int(m_columns.size()) - 1;
    return {};
}

Parsed<bool> XmLexer::next(XmLine &line)
{
    line.tokens.clear();
    int column = 0;
    while (line.tokens.isEmpty()) { // a backslash may be all that a line has
        if (!skipToLine(column))
            return false;
        if (auto bad = indent(column, line))
            return std::unexpected(*bad);
        if (auto bad = words(line))
            return std::unexpected(*bad);
    }
    return true;
}

/// Reads the words up to the end of the logical line.
XmLexer::Problem XmLexer::words(XmLine &line)
{
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (c == ' ' || c == '\t' || c == '\f') {
            ++m_at;
        } else if (c == '#') {
            while (m_at < m_text.size() && lineEndBehind(m_at) == m_at)
                ++m_at;
        } else if (const qsizetype end = lineEndBehind(m_at); end > m_at) {
            m_at = end;
            if (m_brackets.isEmpty())
                return {};
        } else if (c == '\\' && lineEndBehind(m_at + 1) > m_at + 1) {
            m_at = lineEndBehind(m_at + 1);
        } else if (auto bad = word(line)) {
            return bad;
        }
    }
    if (m_brackets.isEmpty())
        return {};
    return problem(m_text.size(), u"The file ends within brackets: a `%1` is not closed."_s.arg(
                                      QLatin1Char(m_brackets.back())));
}

XmLexer::Problem XmLexer::word(XmLine &line)
{
    const qsizetype begin = m_at;
    const char c = m_text[begin];
    if (beginsXmString(m_text, begin)) {
        const auto string = readXmString(m_text, begin);
        if (!string)
            return string.error();
        m_at = string->span.end;
        line.tokens.append({XmToken::Type::String, string->span});
        return {};
    }
    if (beginsName(c)) {
        while (continuesName(at(m_at)))
            ++m_at;
        line.tokens.append({XmToken::Type::Name, {begin, m_at}});
        return {};
    }
    if (isDigit(c) || (c == '.' && isDigit(at(begin + 1))))
        return number(line);
    return operatorWord(line);
}

XmLexer::Problem XmLexer::number(XmLine &line)
{
    const qsizetype begin = m_at;
    const char base = char(at(begin + 1) | 0x20);
    const auto skip = [this](auto fits) {
        const qsizetype first = m_at;
        while (fits(at(m_at)))
            ++m_at;
        return m_at > first;
    };
    bool isWhole = true;
    if (at(begin) == '0' && (base == 'x' || base == 'o' || base == 'b')) {
        m_at += 2;
        const bool hasDigits = base == 'x'   ? skip(isHexDigit)
                               : base == 'o' ? skip([](char c) { return c >= '0' && c <= '7'; })
                                             : skip([](char c) { return c == '0' || c == '1'; });
        if (!hasDigits)
            return problem(begin, u"This is no number of Python's."_s);
    } else {
        skip(isDigit);
        const Span digits{begin, m_at};
        if (at(m_at) == '.') {
            isWhole = false;
            ++m_at;
            skip(isDigit);
        }
        const qsizetype sign = at(m_at + 1) == '+' || at(m_at + 1) == '-' ? 2 : 1;
        if ((at(m_at) | 0x20) == 'e' && isDigit(at(m_at + sign))) {
            isWhole = false;
            m_at += sign;
            skip(isDigit);
        }
        const bool isImaginary = (at(m_at) | 0x20) == 'j';
        const QByteArrayView word = textOf(m_text, digits);
        if (isWhole && !isImaginary && word.startsWith('0')
            && std::ranges::any_of(word, [](char c) { return c > '7'; })) {
            return problem(begin, u"A whole number with a leading 0 is octal to Python, and an "
                                  "octal one has no 8 and no 9."_s);
        }
        if (isImaginary) {
            isWhole = false;
            ++m_at;
        }
    }
    if (isWhole && (at(m_at) | 0x20) == 'l')
        ++m_at;
    line.tokens.append({XmToken::Type::Number, {begin, m_at}});
    return {};
}

XmLexer::Problem XmLexer::bracket(char c, qsizetype begin)
{
    if (c == '(' || c == '[' || c == '{') {
        if (m_brackets.size() == DeepestBrackets)
            return problem(begin, u"Brackets are nested more deeply than 100, which Python "
                                  "refuses."_s);
        m_brackets += c;
        return {};
    }
    const char opened = c == ')' ? '(' : c == ']' ? '[' : '{';
    if (!m_brackets.endsWith(opened))
        return problem(begin, u"This `%1` closes nothing that is open here."_s.arg(QLatin1Char(c)));
    m_brackets.chop(1);
    return {};
}

XmLexer::Problem XmLexer::operatorWord(XmLine &line)
{
    const qsizetype begin = m_at;
    const QByteArrayView rest = m_text.sliced(begin, std::min<qsizetype>(3, m_text.size() - begin));
    const auto longOperator = std::ranges::find_if(
        LongOperators, [rest](QByteArrayView o) { return rest.startsWith(o); });
    if (longOperator != LongOperators.end()) {
        m_at += longOperator->size();
        line.tokens.append({XmToken::Type::Operator, {begin, m_at}});
        return {};
    }
    const char c = m_text[begin];
    if (QByteArrayView("()[]{}").contains(c)) {
        if (auto bad = bracket(c, begin))
            return bad;
    } else if (c == '\0') {
        return problem(begin, u"A NUL byte stands here, and Python stops at it; remove it."_s);
    } else if (!QByteArrayView("+-*/%&|^~<>,:.=;@`").contains(c)) {
        return problem(begin, u"Python does not take this character outside a string or a "
                              "comment."_s);
    }
    ++m_at;
    line.tokens.append({XmToken::Type::Operator, {begin, m_at}});
    return {};
}

} // namespace colonnade::formats
