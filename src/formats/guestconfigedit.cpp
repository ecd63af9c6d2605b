// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/guestconfig.h"

#include "formats/guestconfiglist.h"
#include "formats/guestconfigliteral.h"
#include "formats/guestconfigrules.h"
#include "formats/shown.h"

#include <algorithm>
#include <array>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using Kind = GuestValue::Kind;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isBareNumber(QByteArrayView value)
{
    return !value.isEmpty() && std::ranges::all_of(value, isDigit)
           && (value.size() == 1 || value[0] != '0');
}

base::Result<void> checkValue(QByteArrayView key, QByteArrayView value)
{
    if (value.contains('\0'))
        return failure(
            ErrorCode::InvalidInput,
            u"The value for %1 holds a NUL byte, which no guest file can."_s.arg(shown(key)));
    return {};
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\f';
}

} // namespace

bool isGuestKey(QByteArrayView key, GuestDialect dialect)
{
    const auto isLower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto isLetter = [=](char c) { return isLower(c) || (c >= 'A' && c <= 'Z') || c == '_'; };
    const bool isXl = dialect == GuestDialect::Xl;
    if (key.isEmpty() || !(isXl ? isLower(key[0]) : isLetter(key[0])))
        return false;
    const auto fits = [&](char c) {
        return isDigit(c) || (isXl ? isLower(c) || c == '_' || c == '.' : isLetter(c));
    };
    return std::ranges::all_of(key, fits) && (isXl || !isPythonWord(key));
}

bool isPythonWord(QByteArrayView word)
{
    constexpr std::array<QByteArrayView, 32> words = {
        "and",   "as",     "assert", "break", "class",   "continue", "def",   "del",
        "elif",  "else",   "except", "exec",  "finally", "for",      "from",  "global",
        "if",    "import", "in",     "is",    "lambda",  "not",      "or",    "pass",
        "print", "raise",  "return", "try",   "while",   "with",     "yield", "None"};
    return std::ranges::find(words, word) != words.end();
}

/// The quotes of the last string of the file, for those to come.
char GuestConfig::usualQuote() const
{
    for (auto i = m_settings.crbegin(); i != m_settings.crend(); ++i) {
        const GuestValue &value = i->value.kind == Kind::List && !i->value.items.isEmpty()
                                      ? i->value.items.last()
                                      : i->value;
        if (value.kind == Kind::String)
            return quoteOf(value);
    }
    return '\'';
}

/// Whether a statement of @p key may be edited: fails for what is computed.
base::Result<void> GuestConfig::checkKey(QByteArrayView key) const
{
    if (!isGuestKey(key, m_dialect)) {
        return failure(
            ErrorCode::InvalidInput, u"%1 is no name for a key."_s.arg(shown(key)),
            m_dialect == GuestDialect::Xl
                ? u"xl's keys have small letters, digits, dots and underscores, and "
                  "begin with a letter."_s
                : u"xm's keys are names of Python's: letters, digits and underscores."_s);
    }
    const GuestSetting *last = setting(key);
    if (last && (last->conditional || last->value.isComputed())) {
        return failure(
            ErrorCode::Refused,
            u"%1 is computed in line %2, so it is not edited here."_s.arg(
                shown(key), QString::number(formats::placeOf(m_text, last->span.begin).line)),
            u"Edit the code in the text."_s);
    }
    return {};
}

/// What stands between a key and its value, as it does in the last plain statement of the file:
/// with the `=` in the same column where that one is aligned.
QByteArray GuestConfig::equalsFor(QByteArrayView key) const
{
    const auto isPlain = [this](const GuestSetting &setting) {
        const Span gap{setting.keySpan.end, setting.value.span.begin};
        return gap.begin < gap.end && !setting.appends && !setting.conditional
               && std::ranges::all_of(textOf(m_text, gap),
                                      [](char c) { return isBlank(c) || c == '='; });
    };
    const auto like = std::find_if(m_settings.crbegin(), m_settings.crend(), isPlain);
    if (like == m_settings.crend())
        return " = ";
    const QByteArray between =
        textOf(m_text, {like->keySpan.end, like->value.span.begin}).toByteArray();
    const qsizetype sign = between.indexOf('=');
    if (sign <= 0 || between.startsWith('\t'))
        return between;
    const qsizetype column = like->key.size() + sign;
    const auto other = std::find_if(std::next(like), m_settings.crend(), isPlain);
    const bool isAligned =
        sign > 1
        || (other != m_settings.crend() && other->key.size() != like->key.size()
            && m_text.indexOf('=', other->keySpan.end) - other->keySpan.begin == column);
    const qsizetype pad = isAligned ? std::max<qsizetype>(1, column - key.size()) : sign;
    return QByteArray(pad, ' ') + between.sliced(sign);
}

/// A line at the end of the file that sets @p key, laid out like the setting before it.
TextEdits GuestConfig::appended(QByteArrayView key, QByteArrayView written) const
{
    const QByteArray lineEnd = m_dialect == GuestDialect::Xm ? lineEndOf(m_text) : QByteArray("\n");
    const QByteArray equals = equalsFor(key);
    const QByteArray line = key.toByteArray() + equals + written.toByteArray() + lineEnd;
    Span end{m_text.size(), m_text.size()};
    const bool endsLine = m_text.isEmpty() || m_text.endsWith('\n')
                          || (m_dialect == GuestDialect::Xm && m_text.endsWith('\r'));
    if (!endsLine) {
        // xl overlooks one bad character at the very end, and would not in the middle.
        if (m_dialect == GuestDialect::Xl && !parse(m_text + '\n', m_dialect))
            --end.begin;
        return {TextEdit{end, lineEnd + line}};
    }
    const bool isContinued = m_dialect == GuestDialect::Xm && m_text.trimmed().endsWith('\\');
    return {TextEdit{end, (isContinued ? lineEnd : QByteArray()) + line}};
}

/// Puts @p written where the value of @p key is, or in a new line.
TextEdits GuestConfig::replacedValue(QByteArrayView key, const QByteArray &written) const
{
    const GuestSetting *last = setting(key);
    if (!last)
        return appended(key, written);
    TextEdits edits = assignmentOf(*last);
    if (textOf(m_text, last->value.span) != written)
        edits.append(TextEdit{last->value.span, written});
    return edits;
}

/// The act that makes a `+=` an `=`, as a value that is set anew does not go on from what was.
TextEdits GuestConfig::assignmentOf(const GuestSetting &setting) const
{
    if (!setting.appends)
        return {};
    const qsizetype plus = m_text.indexOf('+', setting.keySpan.end);
    return {TextEdit{{plus, plus + 1}, {}}};
}

base::Result<TextEdits> GuestConfig::setString(QByteArrayView key, QByteArrayView value) const
{
    for (const auto &allowed : {checkKey(key), checkValue(key, value)}) {
        if (!allowed)
            return std::unexpected(allowed.error());
    }
    const GuestSetting *last = setting(key);
    if (!last || last->value.kind != Kind::String)
        return replacedValue(key, guestLiteral(value, usualQuote(), m_dialect));
    if (last->value.bytes == value && !last->appends)
        return TextEdits();
    TextEdits edits = assignmentOf(*last);
    edits += rewritten(last->value, value);
    return edits;
}

/// The act that makes the string @p item say @p value, in its quotes if possible.
TextEdits GuestConfig::rewritten(const GuestValue &item, QByteArrayView value) const
{
    const bool isUnicode = (m_text[item.span.begin] | 0x20) == 'u'; // xm passes over such values
    if (item.kind == Kind::String && !isUnicode) {
        const GuestLiteral literal = readGuestLiteral(m_text, item.span, m_dialect);
        if (literal.bytes() == value)
            return {};
        if (const auto edit = literal.replaced(0, literal.bytes().size(), value))
            return {*edit};
    }
    return {TextEdit{item.span, guestLiteral(value, quoteOf(item), m_dialect)}};
}

char GuestConfig::quoteOf(const GuestValue &item) const
{
    if (item.kind != Kind::String)
        return usualQuote();
    qsizetype at = item.span.begin; // behind a prefix or a parenthesis
    while (m_text[at] != '\'' && m_text[at] != '"')
        ++at;
    return m_text[at];
}

base::Result<TextEdits> GuestConfig::setNumber(QByteArrayView key, qint64 value) const
{
    const GuestSetting *last = setting(key);
    const bool isQuoted =
        (last && last->value.kind == Kind::String) || (value < 0 && m_dialect == GuestDialect::Xl);
    if (isQuoted)
        return setString(key, QByteArray::number(value));
    if (const auto allowed = checkKey(key); !allowed)
        return std::unexpected(allowed.error());
    return replacedValue(key, QByteArray::number(value));
}

base::Result<TextEdits> GuestConfig::set(QByteArrayView key, QByteArrayView value) const
{
    const GuestSetting *last = setting(key);
    if (last && (last->value.kind == Kind::List || last->value.kind == Kind::Tuple)) {
        return failure(ErrorCode::InvalidInput,
                       u"%1 is a list, and not one value."_s.arg(shown(key)),
                       u"Give all its items, or change one of them."_s);
    }
    const bool isNumber = isBareNumber(value) && key != "name" && key != "uuid"
                          && (!last || last->value.kind == Kind::Number);
    if (!isNumber)
        return setString(key, value);
    if (const auto allowed = checkKey(key); !allowed)
        return std::unexpected(allowed.error());
    return replacedValue(key, value.toByteArray());
}

base::Result<TextEdits> GuestConfig::setList(QByteArrayView key,
                                             const QList<QByteArray> &values) const
{
    auto allowed = checkKey(key);
    for (const QByteArray &value : values)
        allowed = allowed ? checkValue(key, value) : allowed;
    if (!allowed)
        return std::unexpected(allowed.error());
    if (m_used.contains(key.toByteArray())) {
        return failure(ErrorCode::Refused,
                       u"Code in the file uses %1, and may change a list."_s.arg(shown(key)),
                       u"Edit the code in the text."_s);
    }
    const QList<const GuestSetting *> settings = chain(key);
    const bool isOneList = settings.size() == 1 && settings[0]->value.kind == Kind::List;
    if (isOneList)
        return changedList(settings[0]->value, values);
    QList<QByteArray> written;
    for (const QByteArray &value : values)
        written.append(guestLiteral(value, usualQuote(), m_dialect));
    return replacedValue(key, "[ " + written.join(", ") + (written.isEmpty() ? "]" : " ]"));
}

/// Makes a list hold @p values: what stays at its begin and at its end is not touched.
TextEdits GuestConfig::changedList(const GuestValue &list, const QList<QByteArray> &values) const
{
    const auto same = [](const GuestValue &item, const QByteArray &value) {
        return (item.kind == Kind::String || item.kind == Kind::Number) && item.bytes == value;
    };
    const qsizetype before = list.items.size();
    const qsizetype after = values.size();
    qsizetype first = 0;
    while (first < std::min(before, after) && same(list.items[first], values[first]))
        ++first;
    qsizetype last = 0;
    while (last < std::min(before, after) - first
           && same(list.items[before - 1 - last], values[after - 1 - last]))
        ++last;

    TextEdits edits;
    const qsizetype kept =
        std::min(before, after) - last; // items that get another value, from first on
    for (qsizetype i = first; i < kept; ++i)
        edits += rewritten(list.items[i], values[i]);
    const GuestList layout(m_text, list, m_dialect);
    const char quote = list.items.isEmpty() ? usualQuote() : quoteOf(list.items.last());
    QList<QByteArray> added;
    for (qsizetype i = kept; i < after - last; ++i)
        added.append(guestLiteral(values[i], quote, m_dialect));
    if (!added.isEmpty())
        edits += layout.inserted(kept - 1, added);
    if (kept < before - last)
        edits += layout.removed(kept, before - last);
    return inOrder(edits);
}

base::Result<TextEdits> GuestConfig::remove(QByteArrayView key) const
{
    if (const auto allowed = checkKey(key); !allowed)
        return std::unexpected(allowed.error());
    if (m_used.contains(key.toByteArray())) {
        return failure(ErrorCode::Refused,
                       u"Code in the file uses %1, and would fail without it."_s.arg(shown(key)),
                       u"Edit the code in the text."_s);
    }
    QList<Span> statements;
    for (const GuestSetting &setting : m_settings) {
        if (setting.key != key)
            continue;
        if (setting.conditional || setting.value.isComputed()) {
            return failure(ErrorCode::Refused,
                           u"%1 is also set by code, which is not edited here."_s.arg(shown(key)),
                           u"Edit the code in the text."_s);
        }
        if (!statements.isEmpty() && isOnlySemicolon({statements.last().end, setting.span.begin}))
            statements.last().end = setting.span.end;
        else
            statements.append(setting.span);
    }
    if (statements.isEmpty())
        return failure(ErrorCode::NotFound, u"The file does not set %1."_s.arg(shown(key)));
    TextEdits edits;
    for (const Span statement : std::as_const(statements))
        edits.append(removedStatement(statement));
    return mergedRemovals(edits);
}

/// Whether nothing but a semicolon stands between two statements.
bool GuestConfig::isOnlySemicolon(Span between) const
{
    const qsizetype sign = behindBlanks(between.begin);
    return sign < between.end && m_text[sign] == ';' && behindBlanks(sign + 1) >= between.end;
}

/// Where the line of @p at ends: before its line end.
qsizetype GuestConfig::endOfLine(qsizetype at) const
{
    while (at < m_text.size() && !isLineEnd(at))
        ++at;
    return at;
}

bool GuestConfig::isLineEnd(qsizetype at) const
{
    return m_text[at] == '\n' || (m_text[at] == '\r' && m_dialect == GuestDialect::Xm);
}

/// Behind blanks, and behind line ends that Python passes over because a backslash stands before
/// them.
qsizetype GuestConfig::behindBlanks(qsizetype at) const
{
    for (; at < m_text.size(); ++at) {
        const bool continues = m_dialect == GuestDialect::Xm && at + 1 < m_text.size()
                               && m_text[at] == '\\' && isLineEnd(at + 1);
        if (continues)
            at += QByteArrayView(m_text).sliced(at + 1).startsWith("\r\n") ? 2 : 1;
        else if (!isBlank(m_text[at]))
            break;
    }
    return at;
}

/// Whether a line end stands between the statement at @p begin and the one before it: one that
/// counts, as Python passes over those with a backslash before them.
bool GuestConfig::isLineEndBefore(qsizetype begin) const
{
    qsizetype at = 0;
    const auto setting = std::ranges::lower_bound(
        m_settings, begin, {}, [](const GuestSetting &other) { return other.span.begin; });
    if (setting != m_settings.begin() && std::prev(setting)->span.end <= begin)
        at = std::prev(setting)->span.end;
    const auto code = std::ranges::lower_bound(m_code, begin, {}, &Span::begin);
    if (code != m_code.begin() && std::prev(code)->end <= begin)
        at = std::max(at, std::prev(code)->end);
    if (at == 0)
        return true;
    while ((at = behindBlanks(at)) < begin) {
        if (m_text[at] == '#' || isLineEnd(at))
            return true;
        ++at;
    }
    return false;
}

/// Takes a statement out: with its line and that line's comment, or with a semicolon.
TextEdit GuestConfig::removedStatement(Span statement) const
{
    qsizetype begin = statement.begin;
    while (begin > 0 && isBlank(m_text[begin - 1]))
        --begin;
    const qsizetype first = m_text.startsWith("\xef\xbb\xbf") ? 3 : 0;
    const bool beginsLine = begin == first || (isLineEnd(begin - 1) && isLineEndBefore(begin));
    qsizetype end = behindBlanks(statement.end);
    if (end < m_text.size() && m_text[end] == ';') {
        end = behindBlanks(end + 1);
        if (end < m_text.size() && !isLineEnd(end) && m_text[end] != '#')
            return {{statement.begin, end}, {}};
    }
    if (!beginsLine) { // a statement stands before it
        const bool hasSign = begin > 0 && m_text[begin - 1] == ';';
        return {{hasSign ? begin - 1 : statement.begin, statement.end}, {}};
    }
    end = endOfLine(end);
    if (end < m_text.size())
        end += QByteArrayView(m_text).sliced(end).startsWith("\r\n") ? 2 : 1;
    return {{begin, end}, {}};
}

} // namespace colonnade::formats
