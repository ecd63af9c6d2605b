// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/highlighter.h"

#include <QElapsedTimer>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace colonnade::gui {

namespace {

constexpr int PieceMs = 6;
constexpr int AtOnce = 60; ///< blocks: what is typed has its colour when it is seen

} // namespace

Highlighter::Highlighter(QTextDocument *document, Grammar grammar)
    : QObject(document), m_document(document), m_grammar(grammar)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Highlighter::work);
    connect(document, &QTextDocument::contentsChange, this,
            [this](int from, int, int added) { textChanged(from, added); });
}

void Highlighter::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_next = 0;
    m_cleanTail = 0;
    for (QTextBlock block = m_document->begin(); block.isValid(); block = block.next())
        block.setUserState(-1);
    m_timer.start(0);
}

void Highlighter::textChanged(int from, int added)
{
    const QTextBlock first = m_document->findBlock(from);
    QTextBlock last = m_document->findBlock(from + added);
    if (!last.isValid())
        last = m_document->lastBlock();
    const bool idle = m_next + m_cleanTail >= m_document->blockCount() || !m_timer.isActive();
    m_next = idle ? first.blockNumber() : std::min(m_next, first.blockNumber());
    const int tail = m_document->blockCount() - 1 - last.blockNumber();
    m_cleanTail = idle ? tail : std::min(m_cleanTail, tail);
    m_timer.start(0);
}

void Highlighter::work()
{
    QElapsedTimer time;
    time.start();
    QTextBlock block = m_document->findBlockByNumber(m_next);
    const int begin = block.position();
    int end = begin;
    int done = 0;
    bool changed = true;
    while (block.isValid() && (done % AtOnce != 0 || done == 0 || time.elapsed() < PieceMs)) {
        const bool isTail = m_next >= m_document->blockCount() - m_cleanTail;
        if (isTail && !changed)
            break;
        changed = colour(block);
        end = block.position() + block.length();
        block = block.next();
        ++m_next;
        ++done;
    }
    m_document->markContentsDirty(begin, end - begin);
    const bool isTail = m_next >= m_document->blockCount() - m_cleanTail;
    if (block.isValid() && (!isTail || changed)) {
        m_timer.start(0);
        return;
    }
    m_next = m_document->blockCount();
    m_cleanTail = 0;
}

bool Highlighter::colour(QTextBlock &block)
{
    const QTextBlock before = block.previous();
    QList<Token> tokens;
    const int state =
        m_grammar(block.text(), before.isValid() ? std::max(0, before.userState()) : 0, tokens);
    QList<QTextLayout::FormatRange> formats;
    formats.reserve(tokens.size());
    for (const Token &token : tokens)
        formats.append({token.begin, token.length, formatOf(token.kind)});
    block.layout()->setFormats(formats);
    const bool changed = state != block.userState();
    block.setUserState(state);
    return changed;
}

QTextCharFormat Highlighter::formatOf(TokenKind kind) const
{
    QTextCharFormat format;
    switch (kind) {
    case TokenKind::Punctuation:
        format.setForeground(m_theme.muted);
        break;
    case TokenKind::Name:
        format.setForeground(mixed(m_theme.accent, m_theme.text, 0.25));
        break;
    case TokenKind::Key:
        format.setForeground(m_theme.dark ? QColor(0xd7, 0xa6, 0xe0) : QColor(0x7a, 0x3e, 0x87));
        break;
    case TokenKind::Value:
        format.setForeground(m_theme.dark ? QColor(0x9f, 0xd0, 0xb0) : QColor(0x1f, 0x66, 0x4a));
        break;
    case TokenKind::Comment:
        format.setForeground(m_theme.muted);
        format.setFontItalic(true);
        break;
    case TokenKind::Other:
        format.setForeground(m_theme.warn);
        break;
    }
    return format;
}

} // namespace colonnade::gui
