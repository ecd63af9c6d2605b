// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/xmlentities.h"

#include "formats/xmlscanner.h"

namespace colonnade::formats {

using namespace Qt::StringLiterals;

namespace {

constexpr int DeepestEntities = 40; // as in libxml2

bool isPredefined(QByteArrayView name)
{
    return name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
}

int digitValue(char c, int base)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return base == 16 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// `&#1;` or `&#x1;`, being at its `&`.
bool takeCharacter(XmlCursor &cursor, char32_t &code)
{
    const qsizetype begin = cursor.offset();
    const int base = cursor.skip("&#x") ? 16 : 10;
    if (base == 10)
        cursor.skip("&#");
    code = 0;
    const qsizetype digits = cursor.offset();
    for (int digit; (digit = digitValue(cursor.peek(), base)) >= 0;
         cursor.setOffset(cursor.offset() + 1))
        code = std::min<char32_t>(code * char32_t(base) + char32_t(digit), 0x110000);
    if (cursor.offset() == digits || !cursor.skip(";"))
        return cursor.fail(begin, u"A character reference must be written as &#38; or &#x26;."_s);
    return isXmlChar(code)
           || cursor.fail(begin, u"This reference names a character that XML does not allow."_s);
}

/// `&name;`, being at its `&`.
bool takeEntityName(XmlCursor &cursor, Span &name)
{
    const qsizetype begin = cursor.offset();
    cursor.skip("&");
    if (!cursor.takeName(name, u"A & must be written as &amp;."_s))
        return false;
    return cursor.skip(";")
           || cursor.fail(begin,
                          u"A & must be written as &amp;, or the ; is missing after &%1."_s.arg(
                              decoded(cursor.encoding(), cursor.text(name))));
}

} // namespace

void XmlEntities::declare(const QByteArray &name, const Entity &entity)
{
    if (!m_entities.contains(name))
        m_entities.insert(name, {entity, {}});
}

bool XmlEntities::takeReference(XmlCursor &cursor, Context context, bool &isEntity)
{
    const qsizetype begin = cursor.offset();
    if (cursor.isAt("&#")) {
        char32_t code = 0;
        return takeCharacter(cursor, code);
    }
    Span name;
    if (!takeEntityName(cursor, name))
        return false;
    if (isPredefined(cursor.text(name)))
        return true;
    isEntity = true;
    const QString shown = decoded(cursor.encoding(), cursor.text(name));
    return checkEntity(cursor, begin, shown.toUtf8(), context);
}

bool XmlEntities::takeValue(XmlCursor &cursor, Span &value, bool &hasEntity)
{
    const char quote = cursor.peek();
    if (quote != '"' && quote != '\'')
        return cursor.fail(
            u"The value of an attribute must stand between quotes, but %1 follows."_s.arg(
                cursor.shownNext()));
    const QByteArrayView text = cursor.text();
    const qsizetype begin = cursor.offset() + 1;
    cursor.setOffset(begin);
    while (!cursor.atEnd() && cursor.peek() != quote) {
        qsizetype end = cursor.offset();
        while (end < text.size() && text[end] != quote && text[end] != '<' && text[end] != '&')
            ++end;
        if (!cursor.checkChars({cursor.offset(), end}))
            return false;
        cursor.setOffset(end);
        if (cursor.peek() == '<')
            return cursor.fail(u"A < within a value must be written as &lt;, or a quote is missing "
                               "before it."_s);
        if (cursor.peek() == '&' && !takeReference(cursor, Context::Value, hasEntity))
            return false;
    }
    value = {begin, cursor.offset()};
    return cursor.take(QByteArrayView(&quote, 1),
                       u"The value of an attribute does not end: a quote is missing."_s);
}

bool XmlEntities::takeEntityValue(XmlCursor &cursor, QByteArray &replacement)
{
    Span value;
    const QString what = u"The value of an entity"_s;
    if (!cursor.takeQuoted(value, what))
        return false;
    const qsizetype end = cursor.offset();
    cursor.setOffset(value.begin);
    while (cursor.offset() < value.end) {
        const qsizetype begin = cursor.offset();
        qsizetype plain = begin;
        while (plain < value.end && cursor.text()[plain] != '&' && cursor.text()[plain] != '%')
            ++plain;
        replacement += decoded(cursor.encoding(), cursor.text({begin, plain})).toUtf8();
        cursor.setOffset(plain);
        char32_t code = 0;
        Span name;
        if (cursor.isAt("%"))
            return cursor.fail(u"A % is not allowed in the value of an entity."_s);
        if (cursor.isAt("&#") && takeCharacter(cursor, code))
            replacement += QString::fromUcs4(&code, 1).toUtf8();
        else if (cursor.isAt("&") && !cursor.error() && takeEntityName(cursor, name))
            replacement += '&' + decoded(cursor.encoding(), cursor.text(name)).toUtf8() + ';';
        if (cursor.error())
            return false;
    }
    cursor.setOffset(end);
    return true;
}

bool XmlEntities::checkEntity(XmlCursor &cursor, qsizetype at, const QByteArray &name,
                              Context context)
{
    const auto found = m_entities.find(name);
    const QString shown = QString::fromUtf8(name);
    if (found == m_entities.end())
        return m_undeclaredAllowed
               || cursor.fail(
                   at,
                   u"The entity &%1; is not declared; a & must be written as &amp;."_s.arg(shown));
    const Entity &entity = found->entity;
    if (entity.isUnparsed)
        return cursor.fail(at, u"The entity &%1; is not text and cannot stand here."_s.arg(shown));
    if (entity.isExternal)
        return context == Context::Content
               || cursor.fail(
                   at,
                   u"The entity &%1; is another file and cannot stand in a value."_s.arg(shown));
    const auto check = found->checks.constFind(context);
    if (check != found->checks.cend())
        return *check == Check::Good
               || cursor.fail(at, u"The entity &%1; refers to itself."_s.arg(shown));
    if (m_depth == DeepestEntities)
        return cursor.fail(at, u"Entities refer to entities too deeply, at &%1;."_s.arg(shown));
    return checkReplacement(cursor, at, name, context);
}

bool XmlEntities::checkReplacement(XmlCursor &cursor, qsizetype at, const QByteArray &name,
                                   Context context)
{
    m_entities[name].checks.insert(context, Check::Open);
    ++m_depth;
    const QByteArray replacement = m_entities[name].entity.replacement;
    std::optional<ParseError> error;
    if (context == Context::Content) {
        XmlTree unused;
        XmlScanner scanner(replacement, unused, *this);
        scanner.takeFragment();
        error = scanner.error();
    } else {
        XmlCursor inside(replacement);
        bool hasEntity = false;
        while (!inside.atEnd() && !inside.error()) {
            if (inside.isAt("<"))
                inside.fail(u"it holds a <, which cannot stand in a value"_s);
            else if (inside.isAt("&"))
                takeReference(inside, Context::Value, hasEntity);
            else
                inside.setOffset(inside.offset() + 1);
        }
        error = inside.error();
    }
    --m_depth;
    if (error)
        return cursor.fail(at, u"The entity &%1; cannot be used here: %2"_s.arg(
                                   QString::fromUtf8(name), error->message));
    m_entities[name].checks.insert(context, Check::Good);
    return true;
}

} // namespace colonnade::formats
