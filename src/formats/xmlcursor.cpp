// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/xmlcursor.h"

namespace colonnade::formats {

using namespace Qt::StringLiterals;

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace

bool XmlCursor::fail(qsizetype offset, const QString &message)
{
    if (!m_error)
        m_error = ParseError{offset, message};
    return false;
}

XmlChar XmlCursor::next() const
{
    return atEnd() ? XmlChar() : decodedChar(m_encoding, m_text.sliced(m_offset));
}

bool XmlCursor::skip(QByteArrayView literal)
{
    if (!isAt(literal))
        return false;
    m_offset += literal.size();
    return true;
}

bool XmlCursor::skipSpace()
{
    const qsizetype begin = m_offset;
    while (m_offset < m_text.size() && isSpace(m_text[m_offset]))
        ++m_offset;
    return m_offset > begin;
}

bool XmlCursor::takeSpace(const QString &what)
{
    return skipSpace() || fail(u"A blank is missing before %1."_s.arg(what));
}

bool XmlCursor::take(QByteArrayView literal, const QString &message)
{
    return skip(literal) || fail(message);
}

bool XmlCursor::skipName(Span &name)
{
    const qsizetype begin = m_offset;
    if (!isXmlNameStart(next().code))
        return false;
    skipNameChars();
    name = {begin, m_offset};
    return true;
}

bool XmlCursor::takeName(Span &name, const QString &message)
{
    return skipName(name) || fail(message);
}

void XmlCursor::skipNameChars()
{
    while (!atEnd()) {
        const auto byte = uchar(m_text[m_offset]);
        const XmlChar character = byte < 0x80 ? XmlChar{byte, 1} : next();
        if (character.size == 0 || !isXmlNameChar(character.code))
            break;
        m_offset += character.size;
    }
}

bool XmlCursor::takeNameChars(const QString &message)
{
    const qsizetype begin = m_offset;
    skipNameChars();
    return m_offset > begin || fail(message);
}

bool XmlCursor::takeUntil(QByteArrayView end, const QString &what)
{
    const qsizetype found = m_text.indexOf(end, m_offset);
    if (found < 0)
        return checkChars({m_offset, m_text.size()})
               && fail(u"%1 does not end: there is no %2."_s.arg(what, QLatin1StringView(end)));
    if (!checkChars({m_offset, found}))
        return false;
    m_offset = found + end.size();
    return true;
}

bool XmlCursor::takeQuoted(Span &value, const QString &what)
{
    const char quote = peek();
    if (quote != '"' && quote != '\'')
        return fail(u"%1 must stand between quotes, but %2 follows."_s.arg(what, shownNext()));
    const qsizetype begin = ++m_offset;
    if (!takeUntil(QByteArrayView(&quote, 1), what))
        return false;
    value = {begin, m_offset - 1};
    return true;
}

bool XmlCursor::takeComment()
{
    m_offset += 4;
    return takeUntil("--", u"The comment"_s)
           && take(">", u"A comment must not contain \"--\" before its end."_s);
}

bool XmlCursor::takeInstruction()
{
    const qsizetype begin = m_offset;
    m_offset += 2;
    Span target;
    if (!takeName(target, u"The name of a processing instruction is missing after \"<?\"."_s))
        return false;
    if (text(target).compare("xml", Qt::CaseInsensitive) == 0)
        return fail(begin, u"An XML declaration is allowed at the very beginning only."_s);
    if (skip("?>"))
        return true;
    return takeSpace(u"what follows in the processing instruction"_s)
           && takeUntil("?>", u"The processing instruction"_s);
}

bool XmlCursor::failAtChar(qsizetype offset, XmlChar character)
{
    if (character.size > 0)
        return fail(offset, u"The character U+%1 is not allowed in XML."_s.arg(
                                uint(character.code), 4, 16, QLatin1Char('0')));
    return fail(offset,
                u"The byte 0x%1 is no text in the encoding of the file, %2."_s
                    .arg(uint(uchar(m_text[offset])), 2, 16, QLatin1Char('0'))
                    .arg(m_encoding == XmlEncoding::Utf8
                             ? u"UTF-8; if it is another one, the XML declaration must say so"_s
                             : u"which its XML declaration names"_s));
}

bool XmlCursor::checkChars(Span span)
{
    const QByteArrayView bytes = m_text.first(span.end);
    qsizetype offset = span.begin;
    while (offset < span.end) {
        const auto byte = uchar(bytes[offset]);
        if (byte >= 0x20 && byte < 0x80) {
            ++offset;
            continue;
        }
        const XmlChar character = decodedChar(m_encoding, bytes.sliced(offset));
        if (character.size == 0 || !isXmlChar(character.code))
            return failAtChar(offset, character);
        offset += character.size;
    }
    return true;
}

QString XmlCursor::shownNext() const
{
    if (atEnd())
        return u"the end of the file"_s;
    const XmlChar character = next();
    if (character.code < ' ' || character.size == 0)
        return isSpace(char(character.code)) ? u"white space"_s : u"something that is no text"_s;
    return u"\"%1\""_s.arg(QString::fromUcs4(&character.code, 1));
}

} // namespace colonnade::formats
