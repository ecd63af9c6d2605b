// SPDX-License-Identifier: GPL-3.0-or-later
// The tokens of the files, as far as colours need them. What is wrong is the parsers' to tell.
#include "gui/highlighter.h"

#include <algorithm>

namespace colonnade::gui {

namespace {

enum State { Text, Comment, Tag, InDouble, InSingle, Instruction, Cdata };

/// One line of XML on its way from left to right.
class XmlLine
{
public:
    XmlLine(const QString &line, QList<Token> &tokens) : m_line(line), m_tokens(tokens) {}

    int run(int state)
    {
        while (m_at < m_line.size()) {
            switch (state) {
            case Comment:
                state = upTo(u"-->", TokenKind::Comment, state);
                break;
            case Instruction:
                state = upTo(u"?>", TokenKind::Punctuation, state);
                break;
            case Cdata:
                state = upTo(u"]]>", TokenKind::Other, state);
                break;
            case InDouble:
                state = value(u'"', m_at, state);
                break;
            case InSingle:
                state = value(u'\'', m_at, state);
                break;
            case Tag:
                state = inTag();
                break;
            default:
                state = text();
            }
        }
        return state;
    }

private:
    void add(qsizetype end, TokenKind kind)
    {
        if (end > m_at)
            m_tokens.append({int(m_at), int(end - m_at), kind});
        m_at = end;
    }

    int upTo(QStringView mark, TokenKind kind, int state)
    {
        const qsizetype end = m_line.indexOf(mark, m_at);
        add(end < 0 ? m_line.size() : end + mark.size(), kind);
        return end < 0 ? state : Text;
    }

    /// Up to the quote; a value that nobody closed ends where the next tag begins.
    int value(QChar quote, qsizetype from, int state)
    {
        const qsizetype end = m_line.indexOf(quote, from);
        const qsizetype tag = m_line.indexOf(u'<', from);
        if (tag >= 0 && (end < 0 || tag < end)) {
            add(tag, TokenKind::Other);
            return Text;
        }
        add(end < 0 ? m_line.size() : end + 1, TokenKind::Value);
        return end < 0 ? state : Tag;
    }

    int text()
    {
        const qsizetype open = m_line.indexOf(u'<', m_at);
        m_at = open < 0 ? m_line.size() : open;
        if (open < 0)
            return Text;
        const QStringView rest = QStringView(m_line).sliced(open);
        if (rest.startsWith(u"<!--"))
            return Comment;
        if (rest.startsWith(u"<![CDATA["))
            return Cdata;
        if (rest.startsWith(u"<?"))
            return Instruction;
        add(open + (rest.startsWith(u"</") || rest.startsWith(u"<!") ? 2 : 1),
            TokenKind::Punctuation);
        add(endOfName(), TokenKind::Name);
        return Tag;
    }

    int inTag()
    {
        const QChar c = m_line[m_at];
        if (c == u'"' || c == u'\'') {
            return value(c, m_at + 1, c == u'"' ? InDouble : InSingle);
        }
        if (c == u'>' || c == u'/' || c == u'=') {
            add(m_at + 1, TokenKind::Punctuation);
            return c == u'>' ? Text : Tag;
        }
        if (c == u'<') // a tag that nobody closed
            return Text;
        if (const qsizetype end = endOfName(); end > m_at)
            add(end, TokenKind::Key);
        else
            ++m_at;
        return Tag;
    }

    qsizetype endOfName() const
    {
        qsizetype end = m_at;
        while (end < m_line.size() && !m_line[end].isSpace()
               && !QStringView(u"<>=/\"'").contains(m_line[end]))
            ++end;
        return end;
    }

    const QString &m_line;
    QList<Token> &m_tokens;
    qsizetype m_at = 0;
};

} // namespace

int xmlTokens(const QString &line, int state, QList<Token> &tokens)
{
    return XmlLine(line, tokens).run(state);
}

int stanzaTokens(const QString &line, int, QList<Token> &tokens)
{
    const auto add = [&](qsizetype begin, qsizetype end, TokenKind kind) {
        if (end > begin)
            tokens.append({int(begin), int(end - begin), kind});
    };
    const qsizetype begin =
        std::ranges::find_if_not(line, [](QChar c) { return c.isSpace(); }) - line.begin();
    const qsizetype equals = line.indexOf(u'=');
    if (begin < line.size() && line[begin] == u'#') {
        add(begin, line.size(), TokenKind::Comment);
    } else if (equals >= 0) {
        add(begin, equals, TokenKind::Key);
        add(equals, equals + 1, TokenKind::Punctuation);
        add(equals + 1, line.size(), TokenKind::Value);
    } else if (const qsizetype colon = line.indexOf(u':'); colon >= 0) {
        add(begin, colon, TokenKind::Name);
        add(colon, colon + 1, TokenKind::Punctuation);
    }
    return 0;
}

} // namespace colonnade::gui
