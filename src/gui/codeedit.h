// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/diagnostic.h"

#include <QHash>
#include <QPlainTextEdit>

#include <functional>

namespace colonnade::gui {

/// The monospaced font of the system, as large as that of the widgets.
QFont codeFont();

/// The lines of a file in a monospaced font with their numbers. It has no history: whoever asks it
/// to undo gets the signal.
class CodeEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CodeEdit(QWidget *parent);

    /// The worst that is wrong in a line, by its number from 0; a sign beside the number says so.
    void setMarks(const QHash<int, formats::Severity> &marks);
    /// What the tool tip at a position of the text says.
    void setTipSource(std::function<QString(int position)> source) { m_tipAt = std::move(source); }
    /// The first and the last line that can be seen, from 0.
    QPair<int, int> visibleLines() const;
    /// Puts the cursor, or a selection, and shows it.
    void reveal(int anchor, int position);

    /// They are shown unless this says no.
    void setLineNumbersShown(bool shown);

    /// Underlines, above which the line of the cursor is shown.
    void setUnderlines(const QList<QTextEdit::ExtraSelection> &underlines);

Q_SIGNALS:
    void undoRequested();
    void redoRequested();
    /// Other lines can be seen.
    void scrolled();

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Gutter;
    void paintGutter(const QRect &dirty);
    int gutterWidth() const;
    void layOut();
    void showSelections();

    Gutter *m_gutter;
    bool m_showsNumbers = true;
    QHash<int, formats::Severity> m_marks;
    std::function<QString(int)> m_tipAt;
    QList<QTextEdit::ExtraSelection> m_underlines;
};

} // namespace colonnade::gui
