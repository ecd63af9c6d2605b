// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/sxp.h"

#include <algorithm>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;

constexpr char EndOfText = 4;
constexpr int OctalDigits = 3;

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
bool isPrintable(char c)
{
    return c > ' ' && c < 0x7f;
}
bool isSeparator(char c)
{
    return c != '\0' && QByteArrayView("{}()<>[];").contains(c);
}
bool isOctal(char c)
{
    return c >= '0' && c <= '7';
}

/// The digits from A to F count from 0 again in xend's code.
int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char upper = char(c & ~0x20);
    return upper >= 'A' && upper <= 'F' ? upper - 'A' : -1;
}

char simpleEscape(char c)
{
    constexpr QByteArrayView letters = "abtnvfr\\'\"";
    constexpr QByteArrayView meanings = "\a\b\t\n\v\f\r\\'\"";
    const qsizetype index = c == '\0' ? -1 : letters.indexOf(c);
    return index < 0 ? '\0' : meanings[index];
}

class StringReader
{
public:
    StringReader(QByteArrayView text, qsizetype begin)
        : m_text(text), m_begin(begin), m_at(begin + 1)
    {
    }

    /// Reads up to the closing quote.
    std::optional<ParseError> read();
    SxpString take() { return std::move(m_string); }
    qsizetype end() const { return m_at; }

private:
    std::optional<ParseError> escape();
    std::optional<ParseError> octal();
    std::optional<ParseError> hex();
    ParseError unclosed() const;
    bool atEnd() const { return m_at >= m_text.size(); }
    void add(char c, qsizetype place)
    {
        m_string.bytes += c;
        m_string.places.append(place);
    }

    QByteArrayView m_text;
    qsizetype m_begin;
    qsizetype m_at;
    SxpString m_string;
};

ParseError StringReader::unclosed() const
{
    return {m_begin,
            u"This string is not closed up to the end of the file, so xend does not start; "
            "put the closing quote (%1)."_s.arg(QLatin1Char(m_text[m_begin]))};
}

std::optional<ParseError> StringReader::read()
{
    while (true) {
        if (atEnd())
            return unclosed();
        const char c = m_text[m_at];
        if (c == m_text[m_begin])
            break;
        if (c != '\\') {
            add(c, m_at++);
            continue;
        }
        if (auto problem = escape())
            return problem;
    }
    m_string.places.append(m_at++);
    return {};
}

std::optional<ParseError> StringReader::escape()
{
    if (m_at + 1 >= m_text.size())
        return unclosed();
    const char c = m_text[m_at + 1];
    if (const char simple = simpleEscape(c)) {
        add(simple, m_at);
    } else if (c == 'x') {
        return hex();
    } else if (isOctal(c)) {
        return octal();
    } else {
        m_string.unknownEscapes.append({m_at, m_at + 2});
        add('\\', m_at);
    }
    m_at += 2;
    return {};
}

std::optional<ParseError> StringReader::octal()
{
    int value = 0;
    qsizetype end = m_at + 1;
    for (; end < m_text.size() && end <= m_at + OctalDigits && isOctal(m_text[end]); ++end)
        value = value * 8 + (m_text[end] - '0');
    if (value > 0xff)
        return ParseError{m_at, u"No character has this number, so xend does not start: an octal "
                                "escape goes up to \\377."_s};
    add(char(value), m_at);
    m_at = end;
    return {};
}

std::optional<ParseError> StringReader::hex()
{
    const auto digit = [this](qsizetype at) {
        return at < m_text.size() ? hexDigit(m_text[at]) : -1;
    };
    const int high = digit(m_at + 2);
    const int low = digit(m_at + 3);
    if (high < 0 || low < 0)
        return ParseError{m_at, u"xend wants two hexadecimal digits behind \\x, and does not start "
                                "without them."_s};
    add(char(high * 16 + low), m_at);
    m_at += 4;
    return {};
}

class Reader
{
public:
    explicit Reader(QByteArrayView text) : m_text(text) { m_reading.end = text.size(); }

    Parsed<SxpReading> read();

private:
    using Problem = std::optional<ParseError>;

    Problem next();
    void open();
    Problem close();
    Problem string();
    void word();
    void drop();
    void add(SxpItem item);
    bool atEnd() const { return m_at >= m_reading.end; }
    Problem unclosed() const;

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_isCutOff =
        false; ///< the end came within a word or a comment, where xend does not notice
    bool m_beginsList = false;
    SxpForm m_form; ///< the list that is open
    SxpReading m_reading;
};

Parsed<SxpReading> Reader::read()
{
    while (!atEnd()) {
        if (auto problem = next())
            return std::unexpected(*problem);
    }
    if (m_depth == 0)
        return std::move(m_reading);
    if (!m_isCutOff)
        return std::unexpected(*unclosed());
    m_reading.dropped = {m_form.span.begin, m_reading.end};
    m_reading.droppedDepth = m_depth;
    return std::move(m_reading);
}

Reader::Problem Reader::unclosed() const
{
    return ParseError{m_form.span.begin, u"This form is not closed up to the end of the file, so "
                                         "xend does not start; put the missing `)`."_s};
}

Reader::Problem Reader::next()
{
    const char c = m_text[m_at];
    if (isSpace(c)) {
        ++m_at;
    } else if (c == '#') {
        const qsizetype end = m_text.indexOf('\n', m_at);
        m_isCutOff = end < 0;
        m_at = end < 0 ? m_reading.end : end + 1;
    } else if (c == '(') {
        open();
    } else if (c == ')') {
        return close();
    } else if (c == '\'' || c == '"') {
        return string();
    } else if (isPrintable(c)) {
        word();
    } else if (c == EndOfText) {
        if (m_depth > 0)
            return unclosed();
        m_reading.end = m_at;
    } else {
        return ParseError{m_at, u"xend takes no such character (number %1) outside strings and "
                                "comments, and does not start."_s.arg(uchar(c))};
    }
    return {};
}

void Reader::add(SxpItem item)
{
    if (m_depth == 0)
        m_reading.strays.append(item.span);
    else if (m_depth == 1)
        m_form.items.append(std::move(item));
    else if (m_depth == 2 && m_beginsList)
        m_form.items.last().isAttributes = item.bytes == "@";
    m_beginsList = false;
}

void Reader::open()
{
    const Span span{m_at, m_at + 1};
    if (m_depth == 0)
        m_form = {span, {}};
    else if (m_depth == 1)
        m_form.items.append({SxpItem::Kind::List, span});
    m_beginsList = true;
    ++m_depth;
    ++m_at;
}

Reader::Problem Reader::close()
{
    if (m_depth == 0)
        return ParseError{m_at, u"This `)` closes nothing, so xend does not start; remove it."_s};
    --m_depth;
    ++m_at;
    m_beginsList = false;
    if (m_depth == 1) {
        m_form.items.last().span.end = m_at;
    } else if (m_depth == 0) {
        m_form.span.end = m_at;
        m_reading.forms.append(std::move(m_form));
    }
    return {};
}

Reader::Problem Reader::string()
{
    StringReader reader(m_text, m_at);
    if (auto problem = reader.read())
        return problem;
    add({SxpItem::Kind::String, {m_at, reader.end()}, reader.take().bytes});
    m_at = reader.end();
    return {};
}

void Reader::word()
{
    qsizetype end = m_at + 1;
    while (end < m_text.size() && !isSeparator(m_text[end]) && !isSpace(m_text[end])
           && m_text[end] != '#')
        ++end;
    m_isCutOff = end == m_text.size();
    add({SxpItem::Kind::Word, {m_at, end}, textOf(m_text, {m_at, end}).toByteArray()});
    m_at = end;
}

} // namespace

Parsed<SxpReading> readSxp(QByteArrayView text)
{
    return Reader(text).read();
}

SxpString readSxpString(QByteArrayView text, Span span)
{
    StringReader reader(text, span.begin);
    reader.read();
    return reader.take();
}

QByteArray sxpString(QByteArrayView bytes, char quote)
{
    QByteArray result(1, quote);
    for (const char c : bytes) {
        if (c == '\\' || c == quote)
            result += '\\';
        if (c == '\n')
            result += "\\n";
        else if (c == '\r')
            result += "\\r";
        else
            result += c;
    }
    return result + quote;
}

bool isSxpWord(QByteArrayView bytes)
{
    return !bytes.isEmpty() && std::ranges::all_of(bytes, [](char c) {
        return isPrintable(c) && !isSeparator(c) && c != '\'' && c != '"' && c != '#' && c != '\\';
    });
}

} // namespace colonnade::formats
