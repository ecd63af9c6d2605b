// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/defaultsfileshell.h"

#include <algorithm>
#include <cctype>

namespace colonnade::formats {

using namespace Qt::StringLiterals;

namespace {

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isNameCharacter(char c)
{
    return isNameStart(c) || isDigit(c);
}

bool endsWord(char c)
{
    return QByteArrayView(" \t\n;&|<>()").contains(c);
}

/// What one of bash's escapes in $'…' stands for; @p at is behind its backslash, and moves behind
/// it. Whether that is the same everywhere: characters beyond ASCII depend on the locale.
bool appendAnsiEscape(QByteArray &bytes, QByteArrayView text, qsizetype &at)
{
    static constexpr QByteArrayView Letters = "abeEfnrtv\\'\"?";
    static constexpr QByteArrayView Meanings = "\a\b\x1b\x1b\f\n\r\t\v\\'\"?";
    const char c = text[at++];
    const auto number = [&](int base, qsizetype most) {
        uint value = 0;
        const auto isValid = [base](char digit) {
            return base == 8 ? digit >= '0' && digit <= '7' : std::isxdigit(uchar(digit)) != 0;
        };
        for (; most > 0 && at < text.size() && isValid(text[at]); --most, ++at)
            value = value * uint(base) + text.sliced(at, 1).toUInt(nullptr, base);
        return value;
    };
    if (const qsizetype letter = Letters.indexOf(c); letter >= 0) {
        bytes += Meanings[letter];
    } else if (c >= '0' && c <= '7') {
        --at;
        bytes += char(number(8, 3));
    } else if (c == 'x' && at < text.size() && std::isxdigit(uchar(text[at]))) {
        bytes += char(number(16, 2));
    } else if ((c == 'u' || c == 'U') && at < text.size() && std::isxdigit(uchar(text[at]))) {
        const uint character = number(16, c == 'u' ? 4 : 8);
        bytes += char(character);
        return character < 0x80;
    } else if (c == 'c' && at < text.size()) {
        bytes += char(std::toupper(uchar(text[at++])) & 0x1f);
    } else {
        bytes += '\\';
        bytes += c;
    }
    return true;
}

} // namespace

bool isShellName(QByteArrayView name)
{
    return !name.isEmpty() && isNameStart(name.front())
           && std::ranges::all_of(name, isNameCharacter);
}

void ShellScanner::append(ShellWord &word, char c)
{
    if (word.value)
        *word.value += c;
}

void ShellScanner::compute(ShellWord &word)
{
    word.value.reset();
    word.isPlain = false;
}

/// What stands here to the next blank or operator outside quotes.
ShellWord ShellScanner::scanWord()
{
    ShellWord word;
    word.span = {m_at, m_at};
    while (m_at < m_text.size() && !endsWord(m_text[m_at]))
        scanCharacter(word);
    const bool isArray = isAt('(') && word.equals == m_at - 1 && word.equals >= 0;
    if (isArray) {
        scanArray();
        compute(word);
    }
    if (m_text.first(m_at).sliced(word.span.begin).contains('\0'))
        compute(word);
    word.span.end = m_at;
    return word;
}

void ShellScanner::scanCharacter(ShellWord &word)
{
    const char c = m_text[m_at];
    switch (c) {
    case '\\':
        return scanBackslash(word);
    case '\'':
        return scanSingleQuotes(word);
    case '"':
        return scanDoubleQuotes(word);
    case '`':
        compute(word);
        return scanBackquotes();
    case '$':
        return scanDollar(word, false);
    case '*':
    case '?':
    case '[':
        word.isPattern = true;
        break;
    case '~':
        if (word.equals >= 0 && (m_text[m_at - 1] == '=' || m_text[m_at - 1] == ':'))
            compute(word);
        break;
    case '=':
        checkName(word);
        break;
    default:
        break;
    }
    append(word, c);
    ++m_at;
}

/// At the first = of a word, which makes it an assignment where a name stands before.
void ShellScanner::checkName(ShellWord &word) const
{
    if (word.equals >= 0 || !word.isPlain || !word.value)
        return;
    QByteArrayView name = *word.value;
    word.isAppended = name.endsWith('+');
    if (word.isAppended)
        name.chop(1);
    if (!isShellName(name))
        return;
    word.name = name.toByteArray();
    word.equals = m_at;
}

void ShellScanner::scanBackslash(ShellWord &word)
{
    if (isNext('\n')) {
        m_at += 2;
        return;
    }
    word.isPlain = false;
    if (m_at + 1 < m_text.size())
        ++m_at;
    append(word, m_text[m_at++]);
}

void ShellScanner::scanSingleQuotes(ShellWord &word)
{
    const qsizetype begin = m_at++;
    word.isPlain = false;
    const qsizetype end = m_text.indexOf('\'', m_at);
    if (end < 0)
        return fail(begin,
                    u"The quote ' that begins here is not closed; no shell reads the file."_s);
    if (word.value)
        *word.value += textOf(m_text, {m_at, end});
    m_at = end + 1;
}

void ShellScanner::scanAnsiQuotes(ShellWord &word)
{
    const qsizetype begin = m_at;
    m_at += 2;
    word.isPlain = false;
    noteBashOnly({begin, m_at}, u"$'…'"_s);
    QByteArray bytes;
    bool isCertain = true;
    while (m_at < m_text.size() && m_text[m_at] != '\'') {
        if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
            isCertain = appendAnsiEscape(bytes, m_text, ++m_at) && isCertain;
        else
            bytes += m_text[m_at++];
    }
    if (m_at == m_text.size())
        return fail(begin,
                    u"The quote $' that begins here is not closed; no shell reads the file."_s);
    ++m_at;
    if (!isCertain)
        compute(word);
    // To bash the string ends at a NUL; what follows the quotes is another matter.
    if (word.value)
        *word.value += bytes.first(bytes.contains('\0') ? bytes.indexOf('\0') : bytes.size());
}

void ShellScanner::scanDoubleQuotes(ShellWord &word)
{
    const Level level(*this);
    const qsizetype begin = m_at++;
    word.isPlain = false;
    while (m_at < m_text.size() && m_text[m_at] != '"') {
        if (m_text[m_at] == '\\')
            scanBackslashInQuotes(word);
        else if (m_text[m_at] == '$')
            scanDollar(word, true);
        else if (m_text[m_at] == '`') {
            compute(word);
            scanBackquotes();
        } else
            append(word, m_text[m_at++]);
    }
    if (m_at >= m_text.size())
        return fail(begin,
                    u"The quote \" that begins here is not closed; no shell reads the file."_s);
    ++m_at;
}

void ShellScanner::scanBackslashInQuotes(ShellWord &word)
{
    if (isNext('\n')) {
        m_at += 2;
        return;
    }
    if (m_at + 1 < m_text.size() && QByteArrayView("$`\"\\").contains(m_text[m_at + 1]))
        ++m_at;
    append(word, m_text[m_at++]);
}

void ShellScanner::scanDollar(ShellWord &word, bool isInQuotes)
{
    const char next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
    if (next == '\'' && !isInQuotes)
        return scanAnsiQuotes(word);
    const bool isExpansion = isNameCharacter(next) || QByteArrayView("({@*#?-$![").contains(next)
                             || (next == '"' && !isInQuotes);
    if (next == '\0' || !isExpansion) {
        word.isPlain = false;
        append(word, m_text[m_at++]);
        return;
    }
    compute(word);
    if (next == '(')
        return scanSubstitution();
    if (next == '{')
        return scanParameter(isInQuotes);
    m_at += next == '"' ? 1 : 2;
    while (isNameStart(next) && m_at < m_text.size() && isNameCharacter(m_text[m_at]))
        ++m_at;
}

/// ${…}. Within double quotes a single quote is itself.
void ShellScanner::scanParameter(bool isInQuotes)
{
    const Level level(*this);
    const qsizetype begin = m_at;
    m_at += 2;
    scanParameterName();
    ShellWord inner;
    compute(inner);
    while (m_at < m_text.size() && m_text[m_at] != '}') {
        if (m_text[m_at] == '\'' && isInQuotes)
            ++m_at;
        else if (m_text[m_at] == '$')
            scanDollar(inner, isInQuotes);
        else
            scanCharacter(inner);
    }
    if (m_at >= m_text.size())
        return fail(begin, u"The ${ that begins here has no }; no shell reads the file."_s);
    ++m_at;
}

/// Notes ${NAME=…} and ${NAME:=…}, which assign.
void ShellScanner::scanParameterName()
{
    const qsizetype begin = m_at;
    while (m_at < m_text.size() && isNameCharacter(m_text[m_at]))
        ++m_at;
    const QByteArrayView name = textOf(m_text, {begin, m_at});
    if (isShellName(name) && (isAt('=') || (isAt(':') && isNext('='))))
        clobber(name.toByteArray());
}

void ShellScanner::scanBackquotes()
{
    const qsizetype begin = m_at++;
    while (m_at < m_text.size() && m_text[m_at] != '`')
        m_at += m_text[m_at] == '\\' ? 2 : 1;
    if (m_at >= m_text.size())
        return fail(begin, u"The ` that begins here is not closed; no shell reads the file."_s);
    ++m_at;
}

/// $(…), or $((…)).
void ShellScanner::scanSubstitution()
{
    const Level level(*this, false, true);
    const qsizetype begin = m_at++;
    if (isNext('('))
        return scanArithmetic();
    ++m_at;
    scanList();
    if (m_error)
        return;
    if (peek() != Token::Close)
        return fail(begin, u"The $( that begins here has no ); no shell reads the file."_s);
    ++m_at;
}

/// ((…)), whose parentheses are counted.
void ShellScanner::scanArithmetic()
{
    const Level level(*this);
    const qsizetype begin = m_at;
    int open = 0;
    ShellWord inner;
    compute(inner);
    do {
        if (m_at >= m_text.size())
            return fail(begin, u"The (( that begins here has no )); no shell reads the file."_s);
        const char c = m_text[m_at];
        if (c == '(' || c == ')') {
            open += c == '(' ? 1 : -1;
            ++m_at;
        } else if (c == '\'' || endsWord(c)) {
            ++m_at;
        } else {
            scanCharacter(inner);
        }
    } while (open > 0 && !m_error);
    const QByteArrayView text = m_text.first(m_at).sliced(begin);
    if (text.contains('=') || text.contains("++") || text.contains("--"))
        clobberAll();
}

/// NAME=(…) of bash: words with blanks and line ends between.
void ShellScanner::scanArray()
{
    const Level level(*this);
    const qsizetype begin = m_at++;
    noteBashOnly({begin, begin + 1}, u"An array"_s);
    while (!m_error) {
        skipNewlines();
        if (peek() != Token::Word)
            break;
        scanWord();
    }
    if (m_error)
        return;
    if (peek() != Token::Close)
        return fail(begin, u"The ( that begins here has no ); no shell reads the file."_s);
    ++m_at;
}

} // namespace colonnade::formats
