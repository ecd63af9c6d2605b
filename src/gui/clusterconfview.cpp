// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/clusterconfview.h"

#include "gui/card.h"
#include "gui/theme.h"

#include <QEvent>
#include <QLabel>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

ClusterConfView::ClusterConfView(ClusterConfDocument *document, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_trouble(new QLabel(this)),
      m_content(new QWidget(this))
{
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_trouble);
    layout->addWidget(m_content, 1);
    connect(document, &EditorDocument::textChanged, this, &ClusterConfView::markOutdated);
}

bool ClusterConfView::isEditable() const
{
    return m_document->conf() && !m_document->parseError();
}

void ClusterConfView::setState(const cluster::ClusterState &state)
{
    m_state = state;
    markOutdated();
}

bool ClusterConfView::act(const QString &title, const base::Result<formats::TextEdits> &edits)
{
    const QScopedValueRollback acting(m_acting, true);
    return isEditable() && m_document->apply(title, edits);
}

void ClusterConfView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_outdated)
        refreshNow();
}

void ClusterConfView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // Icons and marks are in the palette's colours.
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        markOutdated();
}

void ClusterConfView::markOutdated()
{
    m_outdated = true;
    if (isVisible())
        refreshNow();
}

void ClusterConfView::refreshNow()
{
    m_outdated = false;
    showTrouble();
    if (m_document->conf())
        refresh();
    m_content->setEnabled(isEditable());
}

void ClusterConfView::showTrouble()
{
    const auto &error = m_document->parseError();
    m_trouble->setVisible(error.has_value());
    if (!error)
        return;
    const qsizetype at = std::min(error->offset, m_document->text().size());
    const formats::Place place = formats::placeOf(m_document->text(), at);
    const QString where =
        tr("%1 Line %2, column %3: %4")
            .arg(signOf(Tone::Bad), QString::number(place.line), QString::number(place.column),
                 CardText::printable(error->message));
    m_trouble->setText(m_document->conf()
                           ? tr("%1 Until that is mended in the text, this shows the last that "
                                "could be read, and cannot be edited.")
                                 .arg(where)
                           : where);
}

} // namespace colonnade::gui
