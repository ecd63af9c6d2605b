// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/diagnostic.h"
#include "formats/xmlencoding.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace colonnade::formats {

/// A place in an XML text that moves forward over what XML is made of. What takes something returns
/// false where it is not there; then error() says what is wrong and where.
class XmlCursor
{
public:
    explicit XmlCursor(QByteArrayView text, XmlEncoding encoding = XmlEncoding::Utf8,
                       qsizetype offset = 0)
        : m_text(text), m_encoding(encoding), m_offset(offset)
    {
    }

    QByteArrayView text() const { return m_text; }
    QByteArrayView text(Span span) const { return textOf(m_text, span); }
    XmlEncoding encoding() const { return m_encoding; }
    void setEncoding(XmlEncoding encoding) { m_encoding = encoding; }
    qsizetype offset() const { return m_offset; }
    void setOffset(qsizetype offset) { m_offset = offset; }
    bool atEnd() const { return m_offset >= m_text.size(); }
    /// The next byte; NUL at the end.
    char peek() const { return atEnd() ? '\0' : m_text[m_offset]; }
    /// The next character; NUL at the end.
    XmlChar next() const;
    bool isAt(QByteArrayView literal) const { return m_text.sliced(m_offset).startsWith(literal); }

    const std::optional<ParseError> &error() const { return m_error; }
    /// Keeps the first error. Always false.
    bool fail(const QString &message) { return fail(m_offset, message); }
    bool fail(qsizetype offset, const QString &message);

    /// Moves behind @p literal if it is next.
    bool skip(QByteArrayView literal);
    /// Whether there was any.
    bool skipSpace();
    /// White space, as it must be between @p what and what comes before.
    bool takeSpace(const QString &what);
    /// @p literal, which must come next; @p message says so.
    bool take(QByteArrayView literal, const QString &message);
    /// Moves behind a name if one is next.
    bool skipName(Span &name);
    /// A name, which must come next.
    bool takeName(Span &name, const QString &message);
    /// Characters of names, as many as there are, at least one.
    bool takeNameChars(const QString &message);
    /// All up to @p end, and that as well. @p what is what ends there.
    bool takeUntil(QByteArrayView end, const QString &what);
    /// Between quotes.
    bool takeQuoted(Span &value, const QString &what);
    /// `<!--` ... `-->`, being at the first.
    bool takeComment();
    /// `<?` ... `?>`, being at the first.
    bool takeInstruction();

    /// Whether all that is in @p span are characters that XML allows.
    bool checkChars(Span span);

    /// What stands next, for a message.
    QString shownNext() const;

private:
    void skipNameChars();
    bool failAtChar(qsizetype offset, XmlChar character);

    QByteArrayView m_text;
    XmlEncoding m_encoding;
    qsizetype m_offset;
    std::optional<ParseError> m_error;
};

} // namespace colonnade::formats
