// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"

#include <QObject>
#include <QTextLayout>
#include <QTimer>

class QTextBlock;
class QTextDocument;

namespace colonnade::gui {

/// What a piece of a configuration file is, for its colour.
enum class TokenKind { Punctuation, Name, Key, Value, Comment, Other };

struct Token
{
    int begin = 0;
    int length = 0;
    TokenKind kind = TokenKind::Other;

    friend bool operator==(const Token &, const Token &) = default;
};

/// Splits @p line into tokens; what is left out is plain. @p state is what the line before
/// returned, 0 for the first; the result is that of this one.
using Grammar = int (*)(const QString &line, int state, QList<Token> &tokens);

/// XML, also broken.
int xmlTokens(const QString &line, int state, QList<Token> &tokens);
/// The stanzas of /etc/ocfs2/cluster.conf.
int stanzaTokens(const QString &line, int state, QList<Token> &tokens);

/// Colours a text in pieces of a few milliseconds. QSyntaxHighlighter does a changed range at once,
/// which is seen with 20,000 lines.
class Highlighter final : public QObject
{
    Q_OBJECT

public:
    Highlighter(QTextDocument *document, Grammar grammar);

    void setTheme(const Theme &theme);

private:
    void textChanged(int from, int added);
    void work();
    bool colour(QTextBlock &block);
    QTextCharFormat formatOf(TokenKind kind) const;

    QTextDocument *m_document;
    Grammar m_grammar;
    Theme m_theme;
    QTimer m_timer;
    int m_next = 0;      ///< the first block to look at
    int m_cleanTail = 0; ///< so many blocks at the end change only when the state before them does
};

} // namespace colonnade::gui
