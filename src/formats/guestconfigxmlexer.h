// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/diagnostic.h"

#include <cstdint>

namespace colonnade::formats {

/// A word of Python 2.
struct XmToken
{
    enum class Type : std::uint8_t { Name, Number, String, Operator };

    Type type = Type::Operator;
    Span span;

    friend bool operator==(const XmToken &, const XmToken &) = default;
};

/// A string of Python 2, without those that stand beside it.
struct XmStringToken
{
    Span span;  ///< with prefix and quotes
    Span inner; ///< between the quotes
    bool isRaw = false;
    bool isUnicode = false;
};

/// What Python calls a logical line: a statement, or several with semicolons between.
struct XmLine
{
    QList<XmToken> tokens = {};
    int depth = 0; ///< how many blocks it stands in, by its indentation
};

/// Splits Python 2 into logical lines and words (Python 2.7, Parser/tokenizer.c). Comments and
/// blank lines are passed over.
class XmLexer
{
public:
    explicit XmLexer(QByteArrayView text);

    /// Reads the next line into @p line; false at the end. Fails where Python refuses the text.
    Parsed<bool> next(XmLine &line);

private:
    using Problem = std::optional<ParseError>;

    char at(qsizetype i) const { return i < m_text.size() ? m_text[i] : '\0'; }
    qsizetype lineEndBehind(qsizetype i) const;
    bool skipToLine(int &column);
    Problem indent(int column, XmLine &line);
    Problem words(XmLine &line);
    Problem word(XmLine &line);
    Problem bracket(char c, qsizetype begin);
    Problem number(XmLine &line);
    Problem operatorWord(XmLine &line);

    QByteArrayView m_text;
    qsizetype m_at = 0;
    QList<int> m_columns{0};
    QByteArray m_brackets; ///< the open ones
};

/// The string at text[begin]. Fails where it is not closed.
Parsed<XmStringToken> readXmString(QByteArrayView text, qsizetype begin);

/// The strings within @p span, which holds only strings, blanks, comments, line ends and
/// parentheses.
QList<XmStringToken> xmStringsIn(QByteArrayView text, Span span);

/// Whether a string, perhaps with a prefix such as r, begins at text[begin].
bool beginsXmString(QByteArrayView text, qsizetype begin);

} // namespace colonnade::formats
