// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/diffview.h"

#include "formats/unifieddiff.h"
#include "gui/codeedit.h"
#include "gui/theme.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace colonnade::gui {

using formats::XmlEncoding;

namespace {

constexpr int MostLines = 2000;

qsizetype linesOf(const QByteArray &text)
{
    return text.count('\n') + (text.isEmpty() || text.endsWith('\n') ? 0 : 1);
}

/// Which bytes mean what: as the file is read, or byte for byte.
QString readable(const QByteArray &bytes, XmlEncoding encoding)
{
    QString text = formats::decoded(encoding, bytes);
    if (encoding == XmlEncoding::Utf8 && text.toUtf8() != bytes)
        text = QString::fromLatin1(bytes);
    std::ranges::replace(text, QChar(u'\0'), QChar(u'␀'));
    return text;
}

/// Line ends are shown where some of the changed lines have other ones.
bool haveLineEndsChanged(const QList<QByteArray> &lines)
{
    const auto isChanged = [](const QByteArray &line) {
        return line.startsWith('+') || line.startsWith('-');
    };
    const auto dos = std::ranges::count_if(
        lines, [&](const QByteArray &line) { return isChanged(line) && line.endsWith('\r'); });
    return dos > 0 && dos < std::ranges::count_if(lines, isChanged);
}

} // namespace

TextChange TextChange::between(const QByteArray &before, const QByteArray &after)
{
    TextChange change;
    const QByteArray diff = formats::unifiedDiff(before, after, "a", "b");
    const qsizetype begin = diff.indexOf('\n', diff.indexOf('\n') + 1) + 1;
    change.diff = diff.sliced(begin);
    for (qsizetype at = 0; at < change.diff.size();) {
        change.removed += change.diff[at] == '-';
        change.added += change.diff[at] == '+';
        const qsizetype end = change.diff.indexOf('\n', at);
        at = end < 0 ? change.diff.size() : end + 1;
    }
    change.untouched = linesOf(before) - change.removed;
    return change;
}

QString TextChange::sentence() const
{
    if (diff.isEmpty())
        return DiffView::tr("no line changed");
    return DiffView::tr("%n line(s) changed, %1 untouched", nullptr, int(std::max(removed, added)))
        .arg(untouched);
}

DiffView::DiffView(QWidget *parent) : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("diff"));
    setAccessibleName(tr("What changes"));
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    setTabChangesFocus(true);
    setFont(codeFont());
    setTabStopDistance(8 * fontMetrics().horizontalAdvance(u' '));
}

void DiffView::setChange(const TextChange &change, XmlEncoding encoding)
{
    if (change == m_change && encoding == m_encoding)
        return;
    m_change = change;
    m_encoding = encoding;
    present();
}

void DiffView::present()
{
    const Theme theme = Theme::of(palette());
    QList<QByteArray> lines = m_change.diff.split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    const qsizetype more = lines.size() - MostLines;
    if (more > 0)
        lines.resize(MostLines);
    const bool showsEnds = haveLineEndsChanged(lines);
    const int at = verticalScrollBar()->value();
    clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    bool isFirst = true;
    for (QByteArray line : std::as_const(lines)) {
        if (!std::exchange(isFirst, false))
            cursor.insertBlock();
        const char sign = line.isEmpty() ? ' ' : line.front();
        QTextBlockFormat block;
        QTextCharFormat text;
        text.setForeground(sign == '@' || sign == '\\' ? theme.muted : theme.text);
        if (sign == '-' || sign == '+') {
            const Tone tone = sign == '-' ? Tone::Bad : Tone::Good;
            block.setBackground(theme.tinted(tone));
            text.setForeground(theme.strong(tone));
        }
        const bool endsDos = line.endsWith('\r');
        if (endsDos)
            line.chop(1);
        cursor.setBlockFormat(block);
        cursor.insertText(readable(line, m_encoding) + (endsDos && showsEnds ? u"␍" : u""), text);
    }
    if (more > 0) {
        cursor.insertBlock(QTextBlockFormat());
        cursor.insertText(tr("… and %n more line(s)", nullptr, int(more)), QTextCharFormat());
    }
    cursor.endEditBlock();
    verticalScrollBar()->setValue(at);
}

int DiffView::heightFor(int most) const
{
    const int lines = std::min(most, blockCount());
    return lines * fontMetrics().lineSpacing() + 2 * int(document()->documentMargin())
           + horizontalScrollBar()->sizeHint().height();
}

void DiffView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        present();
}

} // namespace colonnade::gui
