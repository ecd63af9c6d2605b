// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/codeedit.h"

#include "gui/theme.h"
#include "gui/tones.h"
#include "gui/wording.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

namespace colonnade::gui {

/// The numbers and signs beside the lines.
class CodeEdit::Gutter final : public QWidget
{
public:
    explicit Gutter(CodeEdit *edit) : QWidget(edit), m_edit(edit) {}

protected:
    void paintEvent(QPaintEvent *event) override { m_edit->paintGutter(event->rect()); }
    void wheelEvent(QWheelEvent *event) override
    {
        QCoreApplication::sendEvent(m_edit->viewport(), event);
    }

private:
    CodeEdit *m_edit;
};

QFont codeFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFont other = QApplication::font();
    if (other.pointSizeF() > 0)
        font.setPointSizeF(other.pointSizeF());
    else
        font.setPixelSize(other.pixelSize());
    return font;
}

CodeEdit::CodeEdit(QWidget *parent) : QPlainTextEdit(parent), m_gutter(new Gutter(this))
{
    setUndoRedoEnabled(false);
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    setFont(codeFont());
    setTabStopDistance(8 * fontMetrics().horizontalAdvance(u' '));
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEdit::layOut);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
        if (dy != 0 || rect.contains(viewport()->rect()))
            Q_EMIT scrolled();
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        showSelections();
        m_gutter->update();
    });
    layOut();
}

void CodeEdit::setMarks(const QHash<int, formats::Severity> &marks)
{
    m_marks = marks;
    m_gutter->update();
}

void CodeEdit::setLineNumbersShown(bool shown)
{
    m_showsNumbers = shown;
    m_gutter->setVisible(shown);
    layOut();
}

QPair<int, int> CodeEdit::visibleLines() const
{
    const int height = qMax(1, qRound(blockBoundingRect(firstVisibleBlock()).height()));
    const int first = firstVisibleBlock().blockNumber();
    return {first, first + viewport()->height() / height + 1};
}

void CodeEdit::reveal(int anchor, int position)
{
    QTextCursor cursor(document());
    cursor.setPosition(anchor);
    cursor.setPosition(position, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    const auto [first, last] = visibleLines();
    const int line = cursor.blockNumber();
    if (line < first || line > last - 2)
        centerCursor();
}

void CodeEdit::setUnderlines(const QList<QTextEdit::ExtraSelection> &underlines)
{
    m_underlines = underlines;
    showSelections();
}

void CodeEdit::showSelections()
{
    if (isReadOnly() && !m_showsNumbers)
        return; // others mark lines there
    QTextEdit::ExtraSelection line;
    const Theme theme = Theme::of(palette());
    line.format.setBackground(mixed(theme.surface, theme.text, 0.045));
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    line.cursor = textCursor();
    line.cursor.clearSelection();
    setExtraSelections(QList{line} + m_underlines);
}

bool CodeEdit::event(QEvent *event)
{
    // Undo and redo are acts of the document: the window's actions get these keys.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void CodeEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo)) {
        Q_EMIT undoRequested();
        return;
    }
    if (event->matches(QKeySequence::Redo)) {
        Q_EMIT redoRequested();
        return;
    }
    if (event->matches(QKeySequence::InsertLineSeparator) && !isReadOnly()) {
        textCursor().insertBlock(); // a file has no other kind of line ends
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

bool CodeEdit::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !m_tipAt)
        return QPlainTextEdit::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString tip = m_tipAt(cursorForPosition(help->pos()).position());
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainTip(tip), viewport());
    return true;
}

void CodeEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *action : menu->actions()) { // they would ask the history that is switched off
        if (action->objectName() == u"edit-undo" || action->objectName() == u"edit-redo")
            menu->removeAction(action);
    }
    if (!menu->actions().isEmpty() && menu->actions().first()->isSeparator())
        menu->removeAction(menu->actions().first());
    menu->popup(event->globalPos());
}

void CodeEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layOut();
    Q_EMIT scrolled();
}

void CodeEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_gutter)
        layOut();
    if (event->type() == QEvent::PaletteChange && m_gutter)
        showSelections();
}

int CodeEdit::gutterWidth() const
{
    if (!m_showsNumbers)
        return 0;
    const int digits = qMax(3, int(QString::number(blockCount()).size()));
    return fontMetrics().horizontalAdvance(u'9') * (digits + 3);
}

void CodeEdit::layOut()
{
    const int width = gutterWidth();
    const bool left = layoutDirection() == Qt::LeftToRight;
    setViewportMargins(left ? width : 0, 0, left ? 0 : width, 0);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(left ? inside.left() : inside.right() + 1 - width, inside.top(), width,
                          viewport()->height());
}

void CodeEdit::paintGutter(const QRect &dirty)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(m_gutter);
    painter.fillRect(dirty, mixed(theme.surface, theme.text, 0.03));
    painter.setFont(font());
    const int sign = fontMetrics().horizontalAdvance(u'9') * 2;
    const int line = textCursor().blockNumber();
    QTextBlock block = firstVisibleBlock();
    double top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= dirty.bottom()) {
        const double height = blockBoundingRect(block).height();
        if (block.isVisible() && top + height >= dirty.top()) {
            const QRectF row(0, top, m_gutter->width() - sign / 2, fontMetrics().height());
            painter.setPen(block.blockNumber() == line ? theme.text : theme.muted);
            painter.drawText(row, Qt::AlignRight, QString::number(block.blockNumber() + 1));
            if (const auto found = m_marks.constFind(block.blockNumber());
                found != m_marks.constEnd()) {
                painter.setPen(theme.strong(toneOf(*found)));
                painter.drawText(QRectF(0, top, sign, fontMetrics().height()), Qt::AlignHCenter,
                                 signOf(*found));
            }
        }
        top += height;
        block = block.next();
    }
}

} // namespace colonnade::gui
