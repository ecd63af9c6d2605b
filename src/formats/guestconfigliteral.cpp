// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/guestconfigliteral.h"

#include "formats/guestconfigxmlexer.h"

#include <algorithm>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;

struct Escape
{
    QByteArray bytes;
    qsizetype end = 0; ///< behind it
};

bool isOctal(char c)
{
    return c >= '0' && c <= '7';
}
bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The escapes that both dialects know; 0 for others.
char simpleEscape(char c)
{
    switch (c) {
    case '\\':
    case '\'':
    case '"':
        return c;
    case 'a':
        return '\a';
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'v':
        return '\v';
    default:
        return 0;
    }
}

/// libxlutil wants two or three characters of a decimal number behind the first digit, as strtoul
/// reads them, and then forgets what they say.
std::expected<Escape, ParseError> xlNumericEscape(QByteArrayView text, qsizetype begin,
                                                  qsizetype end)
{
    const qsizetype first = begin + 2;
    const qsizetype last = std::min(end, first + 3);
    qsizetype i = first;
    while (i < last && isBlank(text[i]))
        ++i;
    if (i < last && (text[i] == '+' || text[i] == '-'))
        ++i;
    const qsizetype digits = i;
    while (i < last && text[i] >= '0' && text[i] <= '9')
        ++i;
    if (i == digits || i < first + 2) {
        return std::unexpected(ParseError{
            begin, u"xl takes no octal escapes in strings; write the character itself."_s});
    }
    return Escape{{}, i};
}

std::expected<Escape, ParseError> xlEscape(QByteArrayView text, qsizetype begin, qsizetype end)
{
    const char c = text[begin + 1];
    if (const char simple = simpleEscape(c))
        return Escape{QByteArray(1, simple), begin + 2};
    if (isOctal(c))
        return xlNumericEscape(text, begin, end);
    return std::unexpected(ParseError{
        begin, u"xl does not know this escape; a backslash itself is written as two of them."_s});
}

std::expected<Escape, ParseError> xmEscape(QByteArrayView text, qsizetype begin, qsizetype end)
{
    const char c = text[begin + 1];
    if (const char simple = simpleEscape(c))
        return Escape{QByteArray(1, simple), begin + 2};
    if (c == '\n')
        return Escape{{}, begin + 2};
    if (c == '\r')
        return Escape{{}, begin + (begin + 2 < end && text[begin + 2] == '\n' ? 3 : 2)};
    if (isOctal(c)) {
        int value = 0;
        qsizetype i = begin + 1;
        for (; i < std::min(end, begin + 4) && isOctal(text[i]); ++i)
            value = value * 8 + (text[i] - '0');
        return Escape{QByteArray(1, char(value & 0xff)), i};
    }
    if (c == 'x') {
        const int high = begin + 2 < end ? hexDigit(text[begin + 2]) : -1;
        const int low = begin + 3 < end ? hexDigit(text[begin + 3]) : -1;
        if (high < 0 || low < 0) {
            return std::unexpected(ParseError{
                begin, u"Python wants two hexadecimal digits behind \\x in a string."_s});
        }
        return Escape{QByteArray(1, char(high * 16 + low)), begin + 4};
    }
    return Escape{text.sliced(begin, 2).toByteArray(), begin + 2};
}

void appendEscaped(QByteArray &result, QByteArrayView bytes, char quote, GuestDialect dialect)
{
    for (const char c : bytes) {
        if (c == '\\' || c == quote) {
            result += '\\';
            result += c;
        } else if (c == '\n') {
            result += "\\n";
        } else if (c == '\r') {
            result += "\\r";
        } else if (dialect == GuestDialect::Xm && c != '\t'
                   && (uchar(c) < 0x20 || uchar(c) > 0x7e)) {
            result += "\\x" + QByteArray(1, c).toHex();
        } else {
            result += c;
        }
    }
}

} // namespace

void GuestLiteral::add(QByteArrayView bytes, Span written, bool isEscape)
{
    if (bytes.isEmpty())
        return;
    m_runs.append({m_bytes.size(), bytes.size(), written, m_pieces.size() - 1, isEscape});
    m_bytes += bytes;
}

std::optional<ParseError> GuestLiteral::addPiece(QByteArrayView text, Span inner, bool isRaw,
                                                 GuestDialect dialect)
{
    m_dialect = dialect;
    m_pieces.append({inner, text[inner.end], isRaw});
    const bool isXm = dialect == GuestDialect::Xm;
    qsizetype plain = inner.begin; // where what is not yet added begins
    for (qsizetype i = inner.begin; i < inner.end;) {
        const char c = text[i];
        if (c == '\\' && !isRaw) {
            const auto escape = isXm ? xmEscape(text, i, inner.end) : xlEscape(text, i, inner.end);
            if (!escape)
                return escape.error();
            m_hasNumericEscape |= isOctal(text[i + 1]);
            add(text.sliced(plain, i - plain), {plain, i}, false);
            add(escape->bytes, {i, escape->end}, true);
            plain = i = escape->end;
        } else if (c == '\r' && isXm) { // Python reads every kind of line end as \n
            const qsizetype end = i + (i + 1 < inner.end && text[i + 1] == '\n' ? 2 : 1);
            add(text.sliced(plain, i - plain), {plain, i}, false);
            add("\n", {i, end}, true);
            plain = i = end;
        } else {
            ++i;
        }
    }
    add(text.sliced(plain, inner.end - plain), {plain, inner.end}, false);
    return {};
}

const GuestLiteral::Run &GuestLiteral::runAt(qsizetype byte) const
{
    const auto behind = std::ranges::upper_bound(m_runs, byte, {}, &Run::begin);
    return *std::prev(behind);
}

Span GuestLiteral::written(qsizetype begin, qsizetype end) const
{
    if (m_runs.isEmpty())
        return {m_pieces.first().inner.begin, m_pieces.first().inner.begin};
    const auto start = [this](qsizetype byte) {
        if (byte == m_bytes.size())
            return m_runs.last().written.end;
        const Run &run = runAt(byte);
        return run.written.begin + (run.isEscape ? 0 : byte - run.begin);
    };
    if (begin == end)
        return {start(begin), start(begin)};
    const Run &last = runAt(end - 1);
    return {start(begin),
            last.isEscape ? last.written.end : last.written.begin + (end - last.begin)};
}

std::optional<TextEdit> GuestLiteral::replaced(qsizetype begin, qsizetype end,
                                               QByteArrayView replacement) const
{
    qsizetype piece = 0;
    if (!m_runs.isEmpty()) {
        piece = (begin < m_bytes.size() ? runAt(begin) : m_runs.last()).piece;
        if (begin < end && runAt(end - 1).piece != piece)
            return {};
    }
    QByteArray escaped;
    appendEscaped(escaped, replacement, m_pieces[piece].quote, m_dialect);
    if (m_hasNumericEscape || (m_pieces[piece].isRaw && escaped != replacement))
        return {};
    return TextEdit{written(begin, end), escaped};
}

GuestLiteral readGuestLiteral(QByteArrayView text, Span span, GuestDialect dialect)
{
    GuestLiteral literal;
    if (dialect == GuestDialect::Xl) {
        literal.addPiece(text, {span.begin + 1, span.end - 1}, false, dialect);
        return literal;
    }
    for (const XmStringToken &string : xmStringsIn(text, span))
        literal.addPiece(text, string.inner, string.isRaw, dialect);
    return literal;
}

QByteArray guestLiteral(QByteArrayView bytes, char quote, GuestDialect dialect)
{
    const char other = quote == '"' ? '\'' : '"';
    if (bytes.contains(quote) && !bytes.contains(other))
        quote = other;
    QByteArray result(1, quote);
    appendEscaped(result, bytes, quote, dialect);
    return result + quote;
}

} // namespace colonnade::formats
