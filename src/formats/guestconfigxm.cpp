// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/guestconfigliteral.h"
#include "formats/guestconfigreader.h"
#include "formats/guestconfigxmlexer.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <span>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using Type = XmToken::Type;
using Tokens = std::span<const XmToken>;
using Kind = GuestValue::Kind;

/// Keywords that begin a statement with a block.
constexpr std::array<QByteArrayView, 11> BlockWords = {
    "if", "elif", "else", "for", "while", "try", "except", "finally", "with", "def", "class"};
/// Other keywords that begin a statement.
constexpr std::array<QByteArrayView, 14> StatementWords = {
    "import", "from",  "del",      "exec",   "print",  "pass",  "raise",
    "return", "break", "continue", "global", "assert", "yield", "lambda"};
/// Keywords of expressions.
constexpr std::array<QByteArrayView, 6> OperatorWords = {"and", "or", "not", "in", "is", "as"};
/// What may change any variable behind our back.
constexpr std::array<QByteArrayView, 5> ReachingNames = {"execfile", "globals", "locals", "vars",
                                                         "eval"};

bool isOneOf(QByteArrayView word, const auto &words)
{
    return std::ranges::find(words, word) != words.end();
}

bool isKeyword(QByteArrayView word)
{
    return isOneOf(word, BlockWords) || isOneOf(word, StatementWords)
           || isOneOf(word, OperatorWords);
}

class Reader
{
public:
    explicit Reader(QByteArrayView text) : m_text(text), m_lexer(text) {}

    Parsed<GuestReading> read();

private:
    using Problem = std::optional<ParseError>;
    /// A block, and whether its statements may or may not be run, or set variables of their own.
    enum class Block { Conditional, Function };

    QByteArrayView word(const XmToken &token) const { return textOf(m_text, token.span); }
    bool isOperator(const XmToken &token, QByteArrayView text) const;
    bool isName(const XmToken &token) const { return token.type == Type::Name; }
    Problem bad(const XmToken &token, const QString &message) const;
    Span spanOf(Tokens tokens) const;

    Problem line(const XmLine &line);
    Problem enter(const XmLine &line);
    qsizetype colonOf(Tokens tokens) const;
    Problem simpleStatements(Tokens tokens);
    Problem simpleStatement(Tokens tokens);
    Problem keywordStatement(Tokens tokens);
    Problem assignment(Tokens tokens, QList<qsizetype> signs);
    Problem checkTarget(Tokens target) const;
    Problem checkExpression(Tokens tokens) const;
    Problem checkString(const XmToken &token) const;
    bool isUnchecked(Tokens tokens) const;

    std::optional<GuestValue> literal(Tokens &tokens) const;
    std::optional<GuestValue> strings(Tokens &tokens) const;
    std::optional<GuestValue> bracketed(Tokens &tokens) const;
    std::optional<GuestValue> items(Tokens inner, bool isTuple) const;
    GuestValue valueOf(Tokens tokens) const;
    GuestValue itemOf(Tokens tokens) const;
    QList<Tokens> split(Tokens tokens, QByteArrayView separator) const;

    void setComputed(const XmToken &name, Tokens statement);
    void setNames(Tokens target, Tokens statement);
    Tokens boundNames(Tokens header) const;
    void importNames(Tokens statement);
    void useNames(Tokens tokens, Tokens statement);
    void addCode(Tokens statement);
    void store(GuestSetting setting);
    bool isInFunction() const { return m_blocks.contains(Block::Function); }

    QByteArrayView m_text;
    XmLexer m_lexer;
    GuestReading m_reading;
    QHash<QByteArrayView, Kind> m_kinds; ///< of the names that are set so far
    QList<Block> m_blocks;               ///< of the line that is read
    std::optional<Block> m_opening;      ///< the line before ended with a colon
    qsizetype m_reached = 0; ///< settings before this one may have been changed by any means
};

bool Reader::isOperator(const XmToken &token, QByteArrayView text) const
{
    return token.type == Type::Operator && word(token) == text;
}

Reader::Problem Reader::bad(const XmToken &token, const QString &message) const
{
    return ParseError{token.span.begin, message};
}

Span Reader::spanOf(Tokens tokens) const
{
    return {tokens.front().span.begin, tokens.back().span.end};
}

Parsed<GuestReading> Reader::read()
{
    if (const qsizetype nul = m_text.indexOf('\0'); nul >= 0) {
        return std::unexpected(
            ParseError{nul, u"A NUL byte stands here, and Python stops at it; remove it."_s});
    }
    XmLine next;
    while (true) {
        const Parsed<bool> more = m_lexer.next(next);
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            break;
        if (auto problem = line(next))
            return std::unexpected(*problem);
    }
    if (m_opening)
        return std::unexpected(
            ParseError{m_text.size(), u"The file ends where a block is to begin."_s});
    for (qsizetype i = 0; i < m_reached; ++i) {
        GuestSetting &setting = m_reading.settings[i];
        setting.conditional = true;
        setting.value.kind = Kind::Computed;
    }
    return std::move(m_reading);
}

Reader::Problem Reader::enter(const XmLine &line)
{
    const XmToken &first = line.tokens.first();
    const bool isDeeper = line.depth > m_blocks.size();
    if (isDeeper && !m_opening) {
        return bad(first, u"This line is indented although no block begins before it, which Python "
                          "refuses; remove the blanks in front of it."_s);
    }
    if (!isDeeper && m_opening)
        return bad(first, u"An indented block must follow the line with the colon."_s);
    if (isDeeper)
        m_blocks.append(*m_opening);
    m_blocks.resize(line.depth);
    m_opening.reset();
    return {};
}

Reader::Problem Reader::line(const XmLine &line)
{
    if (auto problem = enter(line))
        return problem;
    const Tokens tokens(line.tokens);
    if (isOperator(tokens.front(), "@")) { // a decorator: the function behind it is passed over
        addCode(tokens);
        return {};
    }
    if (!isName(tokens.front()) || !isOneOf(word(tokens.front()), BlockWords))
        return simpleStatements(tokens);

    const qsizetype colon = colonOf(tokens);
    if (colon < 0)
        return bad(tokens.back(), u"A colon is missing at the end of this line."_s);
    const Tokens header = tokens.first(colon);
    const QByteArrayView keyword = word(header.front());
    const bool isFunction = keyword == "def" || keyword == "class";
    addCode(tokens);
    if (!isInFunction()) {
        if (isFunction && header.size() > 1)
            setComputed(header[1], header);
        else
            setNames(boundNames(header), header);
        useNames(header.subspan(1), header);
    }
    const Block block = isFunction ? Block::Function : Block::Conditional;
    if (colon + 1 == qsizetype(tokens.size())) {
        m_opening = block;
        return {};
    }
    m_blocks.append(block);
    auto problem = simpleStatements(tokens.subspan(colon + 1));
    m_blocks.removeLast();
    return problem;
}

/// The colon that begins the block: those of lambdas and in brackets do not.
qsizetype Reader::colonOf(Tokens tokens) const
{
    int depth = 0;
    int lambdas = 0;
    for (size_t i = 0; i < tokens.size(); ++i) {
        if (isName(tokens[i])) {
            lambdas += depth == 0 && word(tokens[i]) == "lambda";
            continue;
        }
        if (tokens[i].type != Type::Operator)
            continue;
        const char c = m_text[tokens[i].span.begin];
        if (c == '(' || c == '[' || c == '{')
            ++depth;
        else if (c == ')' || c == ']' || c == '}')
            --depth;
        else if (c == ':' && depth == 0 && lambdas-- == 0)
            return qsizetype(i);
    }
    return -1;
}

QList<Tokens> Reader::split(Tokens tokens, QByteArrayView separator) const
{
    QList<Tokens> parts;
    int depth = 0;
    size_t begin = 0;
    for (size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].type != Type::Operator)
            continue;
        const char c = m_text[tokens[i].span.begin];
        if (c == '(' || c == '[' || c == '{') {
            ++depth;
        } else if (c == ')' || c == ']' || c == '}') {
            --depth;
        } else if (depth == 0 && word(tokens[i]) == separator) {
            parts.append(tokens.subspan(begin, i - begin));
            begin = i + 1;
        }
    }
    parts.append(tokens.subspan(begin));
    return parts;
}

Reader::Problem Reader::simpleStatements(Tokens tokens)
{
    QList<Tokens> statements = split(tokens, ";");
    if (statements.last().empty() && statements.size() > 1)
        statements.removeLast();
    for (const Tokens statement : std::as_const(statements)) {
        if (statement.empty())
            return bad(tokens.front(), u"Nothing stands before a semicolon of this line."_s);
        if (auto problem = simpleStatement(statement))
            return problem;
    }
    return {};
}

Reader::Problem Reader::simpleStatement(Tokens tokens)
{
    if (isName(tokens.front()) && isKeyword(word(tokens.front())) && word(tokens.front()) != "not"
        && word(tokens.front()) != "lambda")
        return keywordStatement(tokens);

    QList<qsizetype> signs;
    int depth = 0;
    for (size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].type != Type::Operator)
            continue;
        const QByteArrayView op = word(tokens[i]);
        if (op == "(" || op == "[" || op == "{")
            ++depth;
        else if (op == ")" || op == "]" || op == "}")
            --depth;
        else if (depth == 0
                 && (op == "="
                     || (op.size() > 1 && op.back() == '='
                         && !QByteArrayView("=!<>").contains(op[0]))
                     || op == "<<=" || op == ">>="))
            signs.append(qsizetype(i));
    }
    if (!signs.isEmpty())
        return assignment(tokens, signs);
    addCode(tokens);
    useNames(tokens, tokens);
    return checkExpression(tokens);
}

Reader::Problem Reader::keywordStatement(Tokens tokens)
{
    const QByteArrayView keyword = word(tokens.front());
    const Tokens rest = tokens.subspan(1);
    if (isOneOf(keyword, BlockWords))
        return bad(tokens.front(), u"A block cannot begin behind a semicolon or a colon."_s);
    if (isOneOf(keyword, OperatorWords))
        return bad(tokens.front(),
                   u"`%1` is a word of Python's and cannot begin a statement."_s.arg(
                       QLatin1StringView(keyword)));
    if (!rest.empty() && isOperator(rest.front(), "=")) {
        return bad(tokens.front(), u"`%1` is a word of Python's and no name of a key."_s.arg(
                                       QLatin1StringView(keyword)));
    }
    addCode(tokens);
    if (keyword == "from")
        importNames(tokens);
    else if (keyword == "import" || keyword == "del")
        setNames(rest, tokens);
    else
        useNames(rest, tokens);
    const bool takesAll = keyword == "from" && isOperator(tokens.back(), "*");
    if ((takesAll || keyword == "exec") && !isInFunction())
        m_reached = m_reading.settings.size();
    return {};
}

Reader::Problem Reader::checkTarget(Tokens target) const
{
    if (target.empty())
        return {};
    const XmToken &first = target.front();
    if (!isName(first) && !isOperator(first, "(") && !isOperator(first, "["))
        return bad(first, u"A value cannot be set to another; a key stands before the `=`."_s);
    if (isName(first) && isKeyword(word(first)))
        return bad(first, u"`%1` is a word of Python's and no name of a key."_s.arg(
                              QLatin1StringView(word(first))));
    int depth = 0;
    for (const XmToken &token : target) {
        const char c = m_text[token.span.begin];
        if (token.type != Type::Operator)
            continue;
        if (c == '(' || c == '[' || c == '{')
            ++depth;
        else if (c == ')' || c == ']' || c == '}')
            --depth;
        else if (depth == 0 && c != '.' && c != ',')
            return bad(token, u"Only a name can be set, and a name has no `%1`."_s.arg(
                                  QLatin1StringView(word(token))));
    }
    return checkExpression(target);
}

Reader::Problem Reader::assignment(Tokens tokens, QList<qsizetype> signs)
{
    const Tokens value = tokens.subspan(signs.last() + 1);
    const bool isPlain = isOperator(tokens[signs.first()], "=");
    if (value.empty())
        return bad(tokens.back(), u"No value stands behind this `=`."_s);
    if (signs.first() == 0)
        return bad(tokens.front(), u"No key stands before this `=`."_s);
    qsizetype begin = 0;
    for (const qsizetype sign : std::as_const(signs)) {
        if (sign == begin)
            return bad(tokens[sign], u"Nothing stands between two `=`."_s);
        if (auto problem = checkTarget(tokens.subspan(begin, sign - begin)))
            return problem;
        if (signs.size() > 1 && !isOperator(tokens[sign], "="))
            return bad(tokens[sign], u"Only one such operator may stand in a statement."_s);
        begin = sign + 1;
    }
    if (auto problem = checkExpression(value))
        return problem;
    if (isInFunction())
        return {};
    if (!isPlain || signs.size() > 1 || signs.first() != 1 || !isName(tokens.front())) {
        addCode(tokens);
        for (qsizetype i = 0, target = 0; i < signs.size(); target = signs[i++] + 1)
            setNames(tokens.subspan(target, signs[i] - target), tokens);
        useNames(value, tokens);
        return {};
    }
    GuestSetting setting;
    setting.keySpan = tokens.front().span;
    setting.key = word(tokens.front()).toByteArray();
    setting.span = spanOf(tokens);
    setting.conditional = !m_blocks.isEmpty();
    setting.value = valueOf(value);
    if (setting.conditional) {
        setting.value = {Kind::Computed, spanOf(value),
                         textOf(m_text, spanOf(value)).toByteArray()};
    }
    const bool isComputed = setting.value.isComputed();
    const bool hasComputed =
        isComputed || std::ranges::any_of(setting.value.items, &GuestValue::isComputed);
    store(std::move(setting));
    if (hasComputed)
        useNames(value, tokens);
    if (isComputed)
        addCode(tokens);
    return {};
}

void Reader::store(GuestSetting setting)
{
    m_kinds.insert(textOf(m_text, setting.keySpan), setting.value.kind);
    m_reading.settings.append(std::move(setting));
}

void Reader::addCode(Tokens statement)
{
    const Span span = spanOf(statement);
    if (m_reading.code.isEmpty() || m_reading.code.last().end < span.end)
        m_reading.code.append(span);
}

/// From here on @p name is what @p statement makes of it.
void Reader::setComputed(const XmToken &name, Tokens statement)
{
    GuestSetting setting;
    setting.key = word(name).toByteArray();
    setting.keySpan = name.span;
    setting.span = spanOf(statement);
    setting.conditional = !m_blocks.isEmpty();
    setting.value = {Kind::Computed, setting.span, textOf(m_text, setting.span).toByteArray()};
    store(std::move(setting));
}

/// Statements that set names to what is no literal. Of names that no statement set before, only
/// what may be a key of xm's is told: not modules, functions and counters.
void Reader::setNames(Tokens target, Tokens statement)
{
    if (isInFunction())
        return;
    const bool isAssignment = !isKeyword(word(statement.front()));
    for (const XmToken &token : target) {
        if (!isName(token) || isKeyword(word(token)))
            continue;
        if (isAssignment || m_kinds.contains(word(token)))
            setComputed(token, statement);
    }
}

/// Where the names stand that the header of a block sets.
Tokens Reader::boundNames(Tokens header) const
{
    const QByteArrayView keyword = word(header.front());
    const auto find = [&](auto fits) {
        return size_t(std::ranges::find_if(header, fits) - header.begin());
    };
    if (keyword == "for")
        return header.subspan(1, find([&](auto &token) { return word(token) == "in"; }) - 1);
    if (keyword != "except" && keyword != "with")
        return {};
    return header.subspan(find([&](auto &token) {
        return word(token) == "as" || (keyword == "except" && word(token) == ",");
    }));
}

/// `from a import b, c as d`: xm takes b and d for keys.
void Reader::importNames(Tokens statement)
{
    const auto import = std::ranges::find_if(
        statement, [&](const XmToken &token) { return word(token) == "import"; });
    const Tokens names = statement.subspan(size_t(import - statement.begin()));
    for (size_t i = 1; i < names.size() && !isInFunction(); ++i) {
        const bool isLast =
            i + 1 == names.size() || isOperator(names[i + 1], ",") || isOperator(names[i + 1], ")");
        if (isName(names[i]) && isLast)
            setComputed(names[i], statement);
    }
}

/// Code that has a list in its hands may change it.
void Reader::useNames(Tokens tokens, Tokens statement)
{
    for (const XmToken &token : tokens) {
        if (!isName(token) || isKeyword(word(token)))
            continue;
        const QByteArrayView name = word(token);
        m_reading.used.insert(name.toByteArray());
        if (isInFunction())
            continue;
        if (isOneOf(name, ReachingNames))
            m_reached = m_reading.settings.size();
        if (m_kinds.value(name, Kind::Computed) == Kind::List)
            setComputed(token, statement);
    }
}

/// Whether an expression has words in it whose grammar is not followed here.
bool Reader::isUnchecked(Tokens tokens) const
{
    constexpr std::array<QByteArrayView, 5> words = {"lambda", "for", "if", "else", "yield"};
    return std::ranges::any_of(tokens, [&](const XmToken &token) {
        return (isName(token) && isOneOf(word(token), words)) || isOperator(token, "`");
    });
}

Reader::Problem Reader::checkString(const XmToken &token) const
{
    if (token.type != Type::String)
        return {};
    const auto string = readXmString(m_text, token.span.begin);
    return GuestLiteral().addPiece(m_text, string->inner, string->isRaw, GuestDialect::Xm);
}

/// Values and operators must take turns: finds `512 MB`, `= = 1`, a line of prose.
Reader::Problem Reader::checkExpression(Tokens tokens) const
{
    if (isUnchecked(tokens))
        return {};
    bool wantsValue = true;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const XmToken &token = tokens[i];
        const QByteArrayView text = word(token);
        const bool isWordOperator = isName(token) && isOneOf(text, OperatorWords);
        if (token.type != Type::Operator && !isWordOperator) {
            const bool joins =
                i > 0 && token.type == Type::String && tokens[i - 1].type == Type::String;
            if (!wantsValue && !joins) {
                return bad(token, u"Nothing joins this to what stands before it; a string needs "
                                  "quotes, and a list commas."_s);
            }
            wantsValue = false;
            if (auto problem = checkString(token))
                return problem;
        } else if (text == "(" || text == "[" || text == "{") {
            if (!wantsValue && text == "{")
                return bad(token, u"Nothing joins this to what stands before it."_s);
            wantsValue = true;
        } else if (text == ")" || text == "]" || text == "}") {
            const XmToken &before = tokens[i - 1];
            const bool mayClose =
                !wantsValue || QByteArrayView("([{,:").contains(word(before).back());
            if (!mayClose)
                return bad(token,
                           u"A value is missing before this `%1`."_s.arg(QLatin1StringView(text)));
            wantsValue = false;
        } else if (wantsValue) {
            const bool isUnary = text == "-" || text == "+" || text == "~" || text == "not"
                                 || text == ":" || text == "*" || text == "**";
            if (!isUnary)
                return bad(token,
                           u"A value is missing before this `%1`."_s.arg(QLatin1StringView(text)));
        } else {
            wantsValue = true;
        }
    }
    if (wantsValue && !isOperator(tokens.back(), ","))
        return bad(tokens.back(), u"A value is missing behind this."_s);
    return {};
}

std::optional<GuestValue> Reader::strings(Tokens &tokens) const
{
    GuestLiteral literal;
    const qsizetype begin = tokens.front().span.begin;
    qsizetype end = begin;
    while (!tokens.empty() && tokens.front().type == Type::String) {
        const auto string = readXmString(m_text, tokens.front().span.begin);
        const QByteArrayView inner = textOf(m_text, string->inner);
        if (string->isUnicode && inner.contains('\\')) // it may name characters by number
            return {};
        if (literal.addPiece(m_text, string->inner, string->isRaw, GuestDialect::Xm))
            return {};
        end = tokens.front().span.end;
        tokens = tokens.subspan(1);
    }
    return GuestValue{Kind::String, {begin, end}, literal.bytes()};
}

std::optional<GuestValue> Reader::items(Tokens inner, bool isTuple) const
{
    GuestValue value{isTuple ? Kind::Tuple : Kind::List};
    if (inner.empty())
        return value;
    QList<Tokens> parts = split(inner, ",");
    if (parts.size() > 1 && parts.last().empty())
        parts.removeLast();
    for (const Tokens part : std::as_const(parts)) {
        if (!part.empty())
            value.items.append(itemOf(part));
    }
    return value;
}

/// [...], (...): only what a literal can be; a comprehension is none.
std::optional<GuestValue> Reader::bracketed(Tokens &tokens) const
{
    const bool isTuple = isOperator(tokens.front(), "(");
    int depth = 0;
    size_t close = 0;
    for (;; ++close) {
        if (tokens[close].type != Type::Operator)
            continue;
        const char c = m_text[tokens[close].span.begin];
        depth += c == '(' || c == '[' || c == '{';
        depth -= c == ')' || c == ']' || c == '}';
        if (depth == 0)
            break;
    }
    const Tokens inner = tokens.subspan(1, close - 1);
    const Span span = spanOf(tokens.first(close + 1));
    int inBrackets = 0;
    for (const XmToken &token : inner) {
        const char c = m_text[token.span.begin];
        if (token.type == Type::Operator) {
            inBrackets += c == '(' || c == '[' || c == '{';
            inBrackets -= c == ')' || c == ']' || c == '}';
        }
        if (inBrackets == 0 && isName(token) && word(token) == "for")
            return {};
    }
    std::optional<GuestValue> value;
    if (isTuple && !inner.empty() && split(inner, ",").size() == 1) {
        Tokens rest = inner;
        value = literal(rest);
        if (!value || !rest.empty())
            return {};
    } else {
        value = items(inner, isTuple);
    }
    value->span = span;
    tokens = tokens.subspan(close + 1);
    return value;
}

/// Takes one literal from the front of @p tokens.
std::optional<GuestValue> Reader::literal(Tokens &tokens) const
{
    if (tokens.empty())
        return {};
    const XmToken &first = tokens.front();
    if (first.type == Type::String)
        return strings(tokens);
    if (isOperator(first, "[") || isOperator(first, "("))
        return bracketed(tokens);
    const bool isSigned = isOperator(first, "-") && tokens.size() > 1;
    const XmToken &number = isSigned ? tokens[1] : first;
    const char last = m_text[number.span.end - 1];
    if (number.type != Type::Number || last == 'j' || last == 'J')
        return {};
    const Span span{first.span.begin, number.span.end};
    tokens = tokens.subspan(isSigned ? 2 : 1);
    return GuestValue{Kind::Number, span, textOf(m_text, span).toByteArray()};
}

GuestValue Reader::itemOf(Tokens tokens) const
{
    Tokens rest = tokens;
    if (std::optional<GuestValue> value = literal(rest); value && rest.empty())
        return *value;
    return {Kind::Computed, spanOf(tokens), textOf(m_text, spanOf(tokens)).toByteArray()};
}

GuestValue Reader::valueOf(Tokens tokens) const
{
    if (split(tokens, ",").size() > 1) { // a tuple needs no parentheses
        GuestValue value = *items(tokens, true);
        value.span = spanOf(tokens);
        return value;
    }
    return itemOf(tokens);
}

} // namespace

Parsed<GuestReading> readXmGuest(QByteArrayView text)
{
    return Reader(text).read();
}

} // namespace colonnade::formats
