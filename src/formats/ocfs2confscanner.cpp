// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ocfs2confscanner.h"

#include "formats/shown.h"

#include <algorithm>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// GLib's G_CSET_a_2_z, G_CSET_A_2_Z, digits and the underscore: letters of ASCII only.
bool isWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// What g_strchomp() takes off the end of a value: all white space of ASCII but \v.
bool isChomped(char c)
{
    return isBlank(c) || c == '\n' || c == '\r' || c == '\f';
}

class Scanner
{
public:
    explicit Scanner(QByteArrayView text) : m_text(text.first(ocfs2End(text))) {}

    Ocfs2Scan scan()
    {
        skipByteOrderMark();
        while (m_at < m_text.size())
            scanLine();
        return std::move(m_scan);
    }

private:
    void scanLine()
    {
        m_lineBegin = m_at;
        const char c = m_text[m_at];
        if (c == '\n')
            closeAtBlankLine();
        else if (isBlank(c))
            scanIndentedLine();
        else if (c == '#')
            skipLine();
        else if (isWord(c))
            scanHeader();
        else
            refuseLine();
    }

    void skipByteOrderMark()
    {
        constexpr QByteArrayView Mark = "\xef\xbb\xbf";
        if (!m_text.startsWith(Mark))
            return;
        m_at = Mark.size();
        refuse("byte-order-mark", {0, m_at},
               u"The file begins with a byte order mark, and so the tools refuse all of it."_s,
               Fix{u"Remove the byte order mark"_s, {{{0, m_at}, {}}}});
    }

    void closeAtBlankLine()
    {
        m_at = lineEnd();
        if (m_isOpen)
            m_blankLines.clear();
        m_blankLines.append({{m_lineBegin, m_at}, QByteArray()});
        m_isOpen = false;
    }

    void scanIndentedLine()
    {
        skipBlanks();
        if (m_at == m_text.size())
            return;
        const char c = m_text[m_at];
        if (c == '\n')
            closeAtBlankLine();
        else if (isWord(c))
            scanAttribute();
        else if (c == '#')
            refuseIndentedComment();
        else if (isCarriageReturnAtEnd(m_at)) {
            refuseCarriageReturn(m_at);
            closeAtBlankLine();
        } else {
            refuse("bad-key", restOfLine(),
                   u"Here a key has to begin, with a letter, a digit or _; the tools refuse the "
                   u"whole file."_s);
            skipLine();
        }
    }

    void refuseIndentedComment()
    {
        refuse("indented-comment", restOfLine(),
               u"A comment has to begin at the start of its line; the tools take this one for a "
               u"key and refuse the whole file."_s,
               Fix{u"Move the comment to the start of its line"_s, {{{m_lineBegin, m_at}, {}}}});
        skipLine();
    }

    void refuseLine()
    {
        if (isCarriageReturnAtEnd(m_at)) {
            refuseCarriageReturn(m_at);
            closeAtBlankLine();
            return;
        }
        refuse("bad-line", restOfLine(),
               u"A line has to begin with a blank, a # or a word such as node; the tools refuse "
               u"the whole file."_s);
        skipLine();
    }

    void scanHeader()
    {
        Ocfs2Conf::Stanza stanza;
        stanza.type = scanWord(stanza.name);
        if (m_at < m_text.size() && m_text[m_at] == ':') {
            ++m_at;
            checkEndOfHeader(stanza.type);
        } else {
            refuseHeader(stanza.type);
        }
        skipLine();
        stanza.span = {stanza.type.begin, m_at};
        m_scan.stanzas.append(stanza);
        m_isOpen = true;
    }

    void checkEndOfHeader(Span type)
    {
        const qsizetype colon = m_at;
        skipBlanks();
        if (m_at == m_text.size() || m_text[m_at] == '\n')
            return;
        if (isCarriageReturnAtEnd(m_at)) {
            refuseCarriageReturn(m_at);
            return;
        }
        refuse("text-after-colon", restOfLine(),
               u"Behind “%1:” the line has to end; the tools refuse the whole file."_s.arg(
                   shown(textOf(m_text, type))),
               m_text[m_at] == '#'
                   ? std::optional(Fix{u"Remove the comment"_s, {{{colon, lineTextEnd()}, {}}}})
                   : std::nullopt);
    }

    /// Of a line that begins with a word and has no colon behind it.
    void refuseHeader(Span type)
    {
        const QByteArrayView word = textOf(m_text, type);
        const qsizetype wordEnd = m_at;
        skipBlanks();
        std::optional<Fix> fix;
        if (m_at < m_text.size() && m_text[m_at] == ':')
            fix = Fix{u"Remove the blanks before the colon"_s, {{{wordEnd, m_at}, {}}}};
        else if (m_at < m_text.size() && m_text[m_at] == '=')
            fix = Fix{u"Indent the line"_s, {{{type.begin, type.begin}, "\t"}}};
        else if (m_at == lineTextEnd())
            fix = Fix{u"Add the colon"_s, {{{wordEnd, wordEnd}, ":"}}};
        refuse("missing-colon", {type.begin, lineTextEnd()},
               u"“%1” begins a line and has no colon right behind it; the tools refuse the whole "
               u"file."_s.arg(shown(word)),
               fix);
    }

    void scanAttribute()
    {
        Ocfs2Conf::Attribute attribute;
        attribute.key = scanWord(attribute.name);
        if (!m_isOpen)
            refuseAttributeOutside(attribute);
        skipBlanks();
        if (m_at == m_text.size() || m_text[m_at] != '=') {
            refuseAttribute(attribute);
            skipLine();
            return;
        }
        ++m_at;
        scanValue(attribute);
        attribute.line = {m_lineBegin, m_at};
        if (!m_scan.stanzas.isEmpty()) {
            m_scan.stanzas.last().attributes.append(attribute);
            m_scan.stanzas.last().span.end = m_at;
        }
    }

    void refuseAttributeOutside(const Ocfs2Conf::Attribute &attribute)
    {
        const bool isBehindBlankLines = !m_scan.stanzas.isEmpty();
        refuse("attribute-outside", {attribute.key.begin, lineTextEnd()},
               isBehindBlankLines
                   ? u"A blank line ended the stanza before “%1”, which so belongs to none; the "
                     u"tools refuse the whole file."_s.arg(shown(attribute.name))
                   : u"“%1” stands before any stanza such as node:; the tools refuse the whole "
                     u"file."_s.arg(shown(attribute.name)),
               isBehindBlankLines
                   ? std::optional(Fix{u"Remove what is blank there"_s, m_blankLines})
                   : std::nullopt);
        m_isOpen = isBehindBlankLines;
    }

    void refuseAttribute(const Ocfs2Conf::Attribute &attribute)
    {
        std::optional<Fix> fix;
        if (m_at < lineTextEnd() && m_text[m_at] == ':')
            fix = Fix{u"Write = for the colon"_s, {{{m_at, m_at + 1}, "="}}};
        else if (m_at < lineTextEnd() && m_at > attribute.key.end)
            fix = Fix{u"Insert the ="_s, {{{m_at, m_at}, "= "}}};
        refuse("missing-equals", {attribute.key.begin, lineTextEnd()},
               u"“%1” has no = behind it; the tools refuse the whole file."_s.arg(
                   shown(attribute.name)),
               fix);
    }

    /// A backslash before a line's end carries the value over to the next line, and the line end
    /// into the value; before anything else it is itself.
    void scanValue(Ocfs2Conf::Attribute &attribute)
    {
        skipBlanks();
        attribute.value = {m_at, m_at};
        qsizetype kept = 0;
        while (m_at < m_text.size() && m_text[m_at] != '\n') {
            if (m_text[m_at] == '\\' && m_at + 1 == m_text.size())
                break;
            if (m_text.sliced(m_at).startsWith("\\\n"))
                ++m_at;
            const char c = m_text[m_at++];
            attribute.text += c;
            skipNul();
            if (!isChomped(c)) {
                kept = attribute.text.size();
                attribute.value.end = m_at;
            }
        }
        attribute.text.truncate(kept);
        m_at = lineEnd();
    }

    /// The word at hand; sets @p name to it.
    Span scanWord(QByteArray &name)
    {
        const qsizetype begin = m_at;
        skipWord();
        name = textOf(m_text, {begin, m_at}).toByteArray();
        skipNul();
        return {begin, m_at};
    }

    void skipWord()
    {
        while (m_at < m_text.size() && isWord(m_text[m_at]))
            ++m_at;
    }

    /// Of a NUL that does not end the text: GLib's scanner takes it, and the word behind it, for a
    /// part of the word before it, which in C ends there.
    void skipNul()
    {
        if (m_at == m_text.size() || m_text[m_at] != '\0')
            return;
        ++m_at;
        skipWord();
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at]))
            ++m_at;
    }

    void skipLine() { m_at = lineEnd(); }

    /// Behind the line end of the line at hand.
    qsizetype lineEnd() const
    {
        const qsizetype end = m_text.indexOf('\n', m_at);
        return end < 0 ? m_text.size() : end + 1;
    }

    /// Before the line end of the line at hand.
    qsizetype lineTextEnd() const
    {
        const qsizetype end = m_text.indexOf('\n', m_at);
        return end < 0 ? m_text.size() : end;
    }

    Span restOfLine() const { return {m_at, lineTextEnd()}; }

    bool isCarriageReturnAtEnd(qsizetype offset) const
    {
        return m_text[offset] == '\r'
               && (offset + 1 == m_text.size() || m_text[offset + 1] == '\n');
    }

    /// One finding for all of them: the file came from another system as a whole.
    void refuseCarriageReturn(qsizetype offset)
    {
        if (m_hasCarriageReturn)
            return;
        m_hasCarriageReturn = true;
        TextEdits edits;
        for (qsizetype at = m_text.indexOf("\r\n"); at >= 0; at = m_text.indexOf("\r\n", at + 2))
            edits.append({{at, at + 1}, QByteArray()});
        if (m_text.endsWith('\r'))
            edits.append({{m_text.size() - 1, m_text.size()}, QByteArray()});
        refuse("carriage-return", {offset, offset + 1},
               u"A line ends with a carriage return, as lines of Windows do; the tools refuse the "
               u"whole file."_s,
               Fix{u"Give all lines the ends of Unix"_s, edits});
    }

    void refuse(QByteArray id, Span span, const QString &message,
                const std::optional<Fix> &fix = std::nullopt)
    {
        m_scan.problems.append({std::move(id), Severity::Error, span, message, fix});
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    qsizetype m_lineBegin = 0;
    bool m_isOpen = false;  ///< attributes go to the last stanza
    TextEdits m_blankLines; ///< since it was closed: what removes them
    bool m_hasCarriageReturn = false;
    Ocfs2Scan m_scan;
};

} // namespace

qsizetype ocfs2End(QByteArrayView text)
{
    qsizetype passed = -1;
    for (qsizetype at = text.indexOf('\0'); at >= 0; at = text.indexOf('\0', at + 1)) {
        const bool isBehindLetter = at > 0 && isWord(text[at - 1]);
        const bool isBehindWord = at > 1 && (isWord(text[at - 2]) || passed == at - 2);
        if (!isBehindLetter || isBehindWord)
            return at;
        passed = at;
    }
    return text.size();
}

Ocfs2Scan scanOcfs2(QByteArrayView text)
{
    return Scanner(text).scan();
}

} // namespace colonnade::formats
