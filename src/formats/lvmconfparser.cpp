// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/lvmconfparser.h"

#include "formats/shown.h"

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using Value = LvmConf::Value;

/// isspace() of C.
bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

struct Token
{
    enum class Type {
        Integer,
        Float,
        Quoted,  ///< '…'
        Escaped, ///< "…", in which a backslash quotes
        Bare,    ///< a string without quotes
        Equals,
        SectionBegin,
        SectionEnd,
        ListBegin,
        ListEnd,
        Identifier,
        Comma,
        End,
        Unclosed, ///< a string to the end of the text
    };

    Type type = Type::End;
    Span span;
};

class Tokens
{
public:
    explicit Tokens(QByteArrayView text) : m_text(text.first(lvmEnd(text))) { advance(); }

    const Token &token() const { return m_token; }
    QByteArrayView text() const { return textOf(m_text, m_token.span); }

    /// On to the next token. LVM takes it for a value, which may be bare, only behind an =, a [ or
    /// a comma: elsewhere what is not in quotes is an identifier, even a number.
    void advance()
    {
        const bool isValue = m_token.type == Token::Type::Equals
                             || m_token.type == Token::Type::ListBegin
                             || m_token.type == Token::Type::Comma;
        skipSpace(m_token.span.end);
        if (m_at == m_text.size())
            m_token = {Token::Type::End, {m_at, m_at}};
        else
            m_token = next(isValue);
    }

private:
    void skipSpace(qsizetype from)
    {
        m_at = from;
        while (m_at < m_text.size() && (isSpace(m_text[m_at]) || m_text[m_at] == '#')) {
            if (m_text[m_at] == '#') {
                const qsizetype end = m_text.indexOf('\n', m_at);
                m_at = end < 0 ? m_text.size() : end;
            } else {
                ++m_at;
            }
        }
    }

    Token next(bool isValue) const
    {
        const char c = m_text[m_at];
        switch (c) {
        case '{':
            return single(Token::Type::SectionBegin);
        case '}':
            return single(Token::Type::SectionEnd);
        case '[':
            return single(Token::Type::ListBegin);
        case ']':
            return single(Token::Type::ListEnd);
        case ',':
            return single(Token::Type::Comma);
        case '=':
            return single(Token::Type::Equals);
        case '"':
        case '\'':
            return string(c);
        default:
            return isValue && (isDigit(c) || c == '.' || c == '+' || c == '-') ? number()
                                                                               : word(isValue);
        }
    }

    Token single(Token::Type type) const { return {type, {m_at, m_at + 1}}; }

    Token string(char quote) const
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text[end] != quote)
            end += quote == '"' && m_text[end] == '\\' ? 2 : 1;
        if (end >= m_text.size())
            return {Token::Type::Unclosed, {m_at, m_text.size()}};
        return {quote == '"' ? Token::Type::Escaped : Token::Type::Quoted, {m_at, end + 1}};
    }

    /// A sign or a digit and what digits follow, or with one dot a float.
    Token number() const
    {
        bool isFloat = m_text[m_at] == '.';
        qsizetype end = m_at + 1;
        while (end < m_text.size() && (isDigit(m_text[end]) || (m_text[end] == '.' && !isFloat)))
            isFloat = m_text[end++] == '.' || isFloat;
        return {isFloat ? Token::Type::Float : Token::Type::Integer, {m_at, end}};
    }

    Token word(bool isValue) const
    {
        qsizetype end = m_at;
        while (end < m_text.size() && !isSpace(m_text[end])
               && !QByteArrayView("#={}").contains(m_text[end]))
            ++end;
        return {isValue ? Token::Type::Bare : Token::Type::Identifier, {m_at, end}};
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    Token m_token;
};

QByteArray unescaped(QByteArrayView text)
{
    QByteArray result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\'))
            ++i;
        result += text[i];
    }
    return result;
}

class Parser
{
public:
    explicit Parser(QByteArrayView text) : m_text(text), m_tokens(text) {}

    Parsed<LvmParse> parse()
    {
        while (!m_error && m_tokens.token().type != Token::Type::End) {
            if (m_tokens.token().type == Token::Type::SectionEnd && m_open >= 0)
                closeSection();
            else
                parseItem();
        }
        if (!m_error && m_open >= 0)
            refuse(
                u"The section “%1” is not closed: its } is missing; LVM refuses the whole file."_s
                    .arg(shown(m_parse.sections[m_open].path)),
                m_parse.sections[m_open].name.begin);
        if (m_error)
            return std::unexpected(*m_error);
        return std::move(m_parse);
    }

private:
    static constexpr int DeepestNesting = 64;

    void closeSection()
    {
        LvmConf::Section &section = m_parse.sections[m_open];
        section.body.end = m_tokens.token().span.begin;
        section.span.end = m_tokens.token().span.end;
        m_open = section.parent;
        --m_depth;
        m_tokens.advance();
    }

    void parseItem()
    {
        const Span key = m_tokens.token().span;
        const std::optional<QByteArray> name = takeKey();
        if (!name)
            return;
        QByteArray path = m_open < 0 ? QByteArray() : m_parse.sections[m_open].path + '/';
        path += lvmPath(*name);
        if (m_tokens.token().type == Token::Type::SectionBegin)
            openSection(key, path);
        else if (m_tokens.token().type == Token::Type::Equals)
            parseSetting(key, path);
        else
            refuse(u"Behind “%1” there is neither a { nor a =; LVM refuses the whole file."_s.arg(
                shown(*name)));
    }

    /// The name of a setting or a section, in quotes or not.
    std::optional<QByteArray> takeKey()
    {
        const Token token = m_tokens.token();
        if (refuseUnclosed())
            return std::nullopt;
        if (token.type != Token::Type::Identifier && token.type != Token::Type::Quoted
            && token.type != Token::Type::Escaped) {
            refuse(u"Here the name of a setting or of a section has to stand, not “%1”; LVM "
                   u"refuses the whole file."_s.arg(shown(m_tokens.text())));
            return std::nullopt;
        }
        const QByteArray name = stringOf(token);
        if (name.isEmpty()) {
            refuse(u"A name cannot be empty; LVM refuses the whole file."_s);
            return std::nullopt;
        }
        m_tokens.advance();
        return name;
    }

    void openSection(Span key, const QByteArray &path)
    {
        if (++m_depth > DeepestNesting) {
            refuse(u"Sections are nested more than %1 deep."_s.arg(DeepestNesting));
            return;
        }
        const Span brace = m_tokens.token().span;
        m_parse.sections.append(
            {path, {key.begin, brace.end}, key, {brace.end, brace.end}, m_open});
        m_open = m_parse.sections.size() - 1;
        m_tokens.advance();
    }

    void parseSetting(Span key, const QByteArray &path)
    {
        m_tokens.advance();
        const std::optional<Value> value =
            m_tokens.token().type == Token::Type::ListBegin ? parseList() : parseSingle();
        if (value)
            m_parse.settings.append({path, {key.begin, value->span.end}, key, *value, m_open});
    }

    /// Commas may be missing between strings and stand behind the last item.
    std::optional<Value> parseList()
    {
        Value list{Value::Type::List, m_tokens.token().span, {}, {}};
        m_tokens.advance();
        while (m_tokens.token().type != Token::Type::ListEnd) {
            const std::optional<Value> item = parseSingle();
            if (!item)
                return std::nullopt;
            list.items.append(*item);
            if (m_tokens.token().type == Token::Type::Comma)
                m_tokens.advance();
        }
        list.span.end = m_tokens.token().span.end;
        list.text = textOf(m_text, list.span).toByteArray();
        m_tokens.advance();
        return list;
    }

    std::optional<Value> parseSingle()
    {
        const Token token = m_tokens.token();
        Value value{Value::Type::String, token.span, {}, {}};
        if (refuseUnclosed())
            return std::nullopt;
        if (token.type == Token::Type::Integer || token.type == Token::Type::Float) {
            value.type =
                token.type == Token::Type::Integer ? Value::Type::Integer : Value::Type::Float;
            value.text = m_tokens.text().toByteArray();
        } else if (token.type == Token::Type::Quoted || token.type == Token::Type::Escaped
                   || token.type == Token::Type::Bare) {
            value.text = stringOf(token);
        } else {
            refuse(u"Here a value has to stand; LVM refuses the whole file."_s);
            return std::nullopt;
        }
        m_tokens.advance();
        return value;
    }

    QByteArray stringOf(const Token &token) const
    {
        const QByteArrayView text = m_tokens.text();
        if (token.type == Token::Type::Escaped)
            return unescaped(text.sliced(1, text.size() - 2));
        if (token.type == Token::Type::Quoted)
            return text.sliced(1, text.size() - 2).toByteArray();
        return text.toByteArray();
    }

    bool refuseUnclosed()
    {
        if (m_tokens.token().type != Token::Type::Unclosed)
            return false;
        refuse(u"The string that begins here is not closed: its quote is missing."_s);
        return true;
    }

    void refuse(const QString &message) { refuse(message, m_tokens.token().span.begin); }
    void refuse(const QString &message, qsizetype offset) { m_error = {offset, message}; }

    QByteArrayView m_text;
    Tokens m_tokens;
    LvmParse m_parse;
    qsizetype m_open = -1; ///< index of the innermost section
    int m_depth = 0;
    std::optional<ParseError> m_error;
};

} // namespace

qsizetype lvmEnd(QByteArrayView text)
{
    const qsizetype nul = text.indexOf('\0');
    return nul < 0 ? text.size() : nul;
}

QByteArray lvmPath(QByteArrayView path)
{
    QByteArray result;
    for (const char c : path) {
        if (c != '/' || (!result.isEmpty() && !result.endsWith('/')))
            result += c;
    }
    return result;
}

QByteArray lvmString(QByteArrayView bytes)
{
    QByteArray text = "\"";
    for (const char c : bytes) {
        if (c == '"' || c == '\\')
            text += '\\';
        text += c;
    }
    return text + '"';
}

Parsed<LvmParse> parseLvm(QByteArrayView text)
{
    return Parser(text).parse();
}

} // namespace colonnade::formats
