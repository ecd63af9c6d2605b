// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/guestconfigliteral.h"
#include "formats/guestconfigreader.h"

#include <QHash>

#include <algorithm>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype DeepestList = 100;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
bool continuesKey(char c)
{
    return isLower(c) || isDigit(c) || c == '_' || c == '.';
}
bool continuesNumber(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || c == 'x';
}

enum class Type { Key, Number, String, NewLine, Add, Sign, End };

struct Token
{
    Type type = Type::End;
    Span span;
    char sign = 0; ///< of a Sign: one of , [ ] = ;
    QByteArray bytes = {};
};

/// The lexer of libxlu_cfg_l.l.
class Lexer
{
public:
    explicit Lexer(QByteArrayView text) : m_text(text) {}

    Parsed<Token> next();

private:
    char at(qsizetype i) const { return i < m_text.size() ? m_text[i] : '\0'; }
    Parsed<Token> string();
    Parsed<Token> comment();
    Parsed<Token> bad();
    QString reasonFor(char c) const;
    Token take(Type type, qsizetype end);

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

Token Lexer::take(Type type, qsizetype end)
{
    const Span span{m_at, end};
    m_at = end;
    return {type, span};
}

Parsed<Token> Lexer::next()
{
    while (at(m_at) == ' ' || at(m_at) == '\t')
        ++m_at;
    if (m_at >= m_text.size())
        return Token{Type::End, {m_text.size(), m_text.size()}};
    const char c = m_text[m_at];
    if (isLower(c) || isDigit(c)) {
        const auto end = std::find_if_not(m_text.begin() + m_at, m_text.end(),
                                          isLower(c) ? continuesKey : continuesNumber);
        Token token = take(isLower(c) ? Type::Key : Type::Number, end - m_text.begin());
        token.bytes = textOf(m_text, token.span).toByteArray();
        return token;
    }
    switch (c) {
    case '\n':
        return take(Type::NewLine, m_at + 1);
    case '#':
        return comment();
    case '\'':
    case '"':
        return string();
    case '+':
        if (at(m_at + 1) == '=')
            return take(Type::Add, m_at + 2);
        return bad();
    case ',':
    case '[':
    case ']':
    case '=':
    case ';': {
        Token token = take(Type::Sign, m_at + 1);
        token.sign = c;
        return token;
    }
    default:
        return bad();
    }
}

Parsed<Token> Lexer::comment()
{
    const qsizetype end = m_text.indexOf('\n', m_at);
    return end < 0 ? bad() : take(Type::NewLine, end + 1);
}

Parsed<Token> Lexer::string()
{
    qsizetype end = m_at + 1;
    while (end < m_text.size() && m_text[end] != m_text[m_at] && m_text[end] != '\n') {
        if (m_text[end] == '\0') {
            return std::unexpected(ParseError{
                end, u"A NUL byte stands in a string, and xl crashes on it; remove it."_s});
        }
        end += m_text[end] == '\\' && at(end + 1) != '\n' ? 2 : 1;
    }
    if (at(end) != m_text[m_at])
        return bad();
    GuestLiteral literal;
    if (const auto error = literal.addPiece(m_text, {m_at + 1, end}, false, GuestDialect::Xl))
        return std::unexpected(*error);
    Token token = take(Type::String, end + 1);
    token.bytes = literal.bytes();
    return token;
}

/// flex tells of a bad character when it has read the next one, and so never of a file's last.
Parsed<Token> Lexer::bad()
{
    if (m_at + 1 == m_text.size())
        return Token{Type::End, {m_text.size(), m_text.size()}};
    return std::unexpected(ParseError{m_at, reasonFor(m_text[m_at])});
}

QString Lexer::reasonFor(char c) const
{
    switch (c) {
    case '#':
        return u"The last line is a comment and has no line end, so xl refuses the whole file; end "
               "the line."_s;
    case '\r':
        return u"xl does not take the line ends of Windows (a carriage return before the line "
               "end), and refuses the whole file; remove the carriage returns."_s;
    case '\'':
    case '"':
        return u"This string is not closed in its line; put the closing quote (%1)."_s.arg(
            QLatin1Char(c));
    case '-':
        return u"xl takes no minus: keys have no dashes, and numbers no sign; a negative number is "
               "written in quotes."_s;
    case '\\':
        return u"xl does not continue lines with a backslash; write the value in one line."_s;
    case '(':
    case ')':
    case '.':
    case ':':
    case '+':
    case '%':
    case '{':
        return u"This is Python, which xm runs and xl refuses; write the value itself."_s;
    default:
        break;
    }
    if (m_at == 0 && m_text.startsWith("\xef\xbb\xbf"))
        return u"The file begins with a byte order mark, and xl refuses it; save it without."_s;
    if (c >= 'A' && c <= 'Z')
        return u"xl takes no capital letters outside strings: a key is written in small letters, a "
               "value in quotes, true as 1."_s;
    return u"xl does not take this character outside a string."_s;
}

/// The grammar of libxlu_cfg_y.y.
class Reader
{
public:
    explicit Reader(QByteArrayView text) : m_lexer(text) {}

    Parsed<GuestReading> read();

private:
    using Problem = std::optional<ParseError>;

    Problem advance();
    Problem skipNewLines();
    Problem statement();
    Problem value(GuestValue &result);
    Problem list(GuestValue &result);
    Problem item(QList<GuestValue> &open);
    Problem unexpected(const QString &wanted) const;
    Problem checkAddition(const GuestSetting &setting);
    bool isSign(char sign) const { return m_token.type == Type::Sign && m_token.sign == sign; }
    bool isAtom() const { return m_token.type == Type::String || m_token.type == Type::Number; }

    Lexer m_lexer;
    Token m_token;
    GuestReading m_reading;
    QHash<QByteArray, GuestValue::Kind> m_kinds; ///< of the last value of each key
};

Reader::Problem Reader::advance()
{
    Parsed<Token> token = m_lexer.next();
    if (!token)
        return token.error();
    m_token = std::move(*token);
    return {};
}

Reader::Problem Reader::unexpected(const QString &wanted) const
{
    return ParseError{m_token.span.begin, wanted};
}

Reader::Problem Reader::skipNewLines()
{
    while (m_token.type == Type::NewLine) {
        if (auto problem = advance())
            return problem;
    }
    return {};
}

Parsed<GuestReading> Reader::read()
{
    if (auto problem = advance())
        return std::unexpected(*problem);
    while (m_token.type != Type::End) {
        if (auto problem = statement())
            return std::unexpected(*problem);
    }
    return std::move(m_reading);
}

Reader::Problem Reader::statement()
{
    if (m_token.type == Type::NewLine || isSign(';'))
        return advance();
    if (m_token.type != Type::Key) {
        return unexpected(u"A statement begins with a key, as in `memory = 512`; a key begins with "
                          "a small letter."_s);
    }
    GuestSetting setting;
    setting.key = m_token.bytes;
    setting.keySpan = m_token.span;
    if (auto problem = advance())
        return problem;
    setting.appends = m_token.type == Type::Add;
    if (!setting.appends && !isSign('='))
        return unexpected(u"An `=` must follow the key."_s);
    if (auto problem = advance())
        return problem;
    if (auto problem = value(setting.value))
        return problem;
    setting.span = {setting.keySpan.begin, setting.value.span.end};
    if (auto problem = checkAddition(setting))
        return problem;
    m_reading.settings.append(std::move(setting));
    if (m_token.type != Type::End && m_token.type != Type::NewLine && !isSign(';')) {
        return unexpected(u"A statement ends with its line, or with a semicolon; only one value "
                          "may follow the `=`."_s);
    }
    return {};
}

Reader::Problem Reader::checkAddition(const GuestSetting &setting)
{
    const auto kind = setting.value.kind == GuestValue::Kind::List ? GuestValue::Kind::List
                                                                   : GuestValue::Kind::String;
    const auto before = m_kinds.constFind(setting.key);
    if (setting.appends && before != m_kinds.cend() && *before != kind) {
        return ParseError{setting.value.span.begin,
                          u"A list cannot be added to a string, nor a string to a list."_s};
    }
    m_kinds.insert(setting.key, kind);
    return {};
}

Reader::Problem Reader::value(GuestValue &result)
{
    if (isSign('['))
        return list(result);
    if (m_token.type == Type::NewLine)
        return unexpected(u"The value, even of a list only its `[`, must stand in the line of its "
                          "key."_s);
    if (!isAtom())
        return unexpected(u"A value is a string in quotes, a number, or a list in brackets."_s);
    result.kind =
        m_token.type == Type::String ? GuestValue::Kind::String : GuestValue::Kind::Number;
    result.span = m_token.span;
    result.bytes = std::move(m_token.bytes);
    return advance();
}

Reader::Problem Reader::list(GuestValue &result)
{
    QList<GuestValue> open; // the lists that are not closed yet, the innermost last
    do {
        if (auto problem = item(open))
            return problem;
    } while (open.size() > 1 || !open.first().span.end);
    result = std::move(open.first());
    return {};
}

/// Reads from a `[`, or from what may follow a value within a list, up to the next such place.
Reader::Problem Reader::item(QList<GuestValue> &open)
{
    const auto begin = [&]() -> Problem {
        if (open.size() == DeepestList)
            return unexpected(u"Lists are nested more deeply than 100."_s);
        open.append(GuestValue{GuestValue::Kind::List, {m_token.span.begin, 0}});
        if (auto problem = advance())
            return problem;
        return skipNewLines();
    };
    if (open.isEmpty())
        return begin();
    if (isSign(']')) {
        open.last().span.end = m_token.span.end;
        if (auto problem = advance())
            return problem;
        if (open.size() == 1)
            return {};
        GuestValue closed = open.takeLast();
        open.last().items.append(std::move(closed));
    } else if (isSign('[')) {
        return begin();
    } else if (isAtom()) {
        GuestValue atom;
        if (auto problem = value(atom))
            return problem;
        open.last().items.append(std::move(atom));
    } else {
        return unexpected(u"A list holds strings, numbers and lists, with commas between, and ends "
                          "with `]`."_s);
    }
    if (auto problem = skipNewLines())
        return problem;
    if (isSign(',')) {
        if (auto problem = advance())
            return problem;
        return skipNewLines();
    }
    if (!isSign(']'))
        return unexpected(u"A comma or the closing `]` of the list must follow its item."_s);
    return {};
}

} // namespace

Parsed<GuestReading> readXlGuest(QByteArrayView text)
{
    return Reader(text).read();
}

} // namespace colonnade::formats
