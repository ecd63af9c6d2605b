// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/diffview.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QThreadPool;

namespace colonnade::gui {

class EditorDocument;

/// What changed in a document since its base, kept up to date beside the window's thread. It is
/// hidden while nothing has.
class DiffPanel final : public QWidget
{
    Q_OBJECT

public:
    DiffPanel(EditorDocument *document, QThreadPool *pool, QWidget *parent);

    const TextChange &change() const { return m_change; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void compare();
    void present(const TextChange &change);

    EditorDocument *m_document;
    QThreadPool *m_pool;
    QLabel *m_head;
    DiffView *m_view;
    QTimer m_pause;
    TextChange m_change;
    bool m_isComparing = false;
};

} // namespace colonnade::gui
