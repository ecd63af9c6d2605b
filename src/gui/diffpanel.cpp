// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/diffpanel.h"

#include "gui/background.h"
#include "gui/codeedit.h"
#include "gui/editordocument.h"
#include "gui/surface.h"
#include "gui/theme.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace colonnade::gui {

namespace {

constexpr std::chrono::milliseconds Pause(120); ///< letters that follow each other are one change

} // namespace

DiffPanel::DiffPanel(EditorDocument *document, QThreadPool *pool, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_pool(pool),
      m_head(new QLabel(this)),
      m_view(new DiffView(this))
{
    const int unit = Fonts(font()).unit;
    m_head->setObjectName(QStringLiteral("diffHead"));
    m_head->setTextFormat(Qt::PlainText);
    m_head->setFont(Fonts(codeFont()).small);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(unit, unit, unit, unit);
    layout->setSpacing(unit / 2);
    layout->addWidget(m_head);
    layout->addWidget(m_view, 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_pause, &QTimer::timeout, this, &DiffPanel::compare);
    connect(document, &EditorDocument::textChanged, &m_pause, [this] { m_pause.start(); });
    connect(document, &EditorDocument::baseChanged, &m_pause, [this] { m_pause.start(); });
    hide();
}

void DiffPanel::compare()
{
    if (m_isComparing) {
        m_pause.start();
        return;
    }
    m_isComparing = true;
    runInBackground(
        m_pool, this,
        [base = m_document->base(), text = m_document->text()] {
            return TextChange::between(base, text);
        },
        [this](const TextChange &change) {
            m_isComparing = false;
            present(change);
        });
}

void DiffPanel::present(const TextChange &change)
{
    if (change == m_change)
        return;
    m_change = change;
    m_head->setText(QStringLiteral("%1 · %2").arg(m_document->path(), change.sentence()));
    m_view->setChange(change, m_document->encoding());
    setVisible(!change.diff.isEmpty());
    updateGeometry();
    Q_EMIT changed();
}

/// Twelve lines, but no more than a third of what it shares with the views.
QSize DiffPanel::sizeHint() const
{
    const QMargins margins = layout()->contentsMargins();
    const int others =
        m_head->sizeHint().height() + layout()->spacing() + margins.top() + margins.bottom();
    const int third = parentWidget()->height() / 3;
    return {QWidget::sizeHint().width(), std::max(others + m_view->heightFor(3),
                                                  std::min(others + m_view->heightFor(12), third))};
}

void DiffPanel::paintEvent(QPaintEvent *)
{
    paintSurface(this);
}

} // namespace colonnade::gui
