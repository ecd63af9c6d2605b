// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/problemlist.h"

#include "gui/problemdelegate.h"
#include "gui/problemmodel.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

namespace colonnade::gui {

namespace {

constexpr int ShownAtOnce = 7; ///< of more, one scrolls

} // namespace

ProblemList::ProblemList(EditorDocument *document, QWidget *parent)
    : QListView(parent), m_document(document), m_model(new ProblemModel(document, this))
{
    setObjectName(QStringLiteral("problems"));
    setAccessibleName(tr("Problems"));
    setModel(m_model);
    setItemDelegate(new ProblemDelegate(this));
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setLayoutMode(Batched); // thousands of rows wrap their words without a stall
    setBatchSize(20);
    setResizeMode(Adjust);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ProblemList::fit);
    fit();
}

void ProblemList::fit()
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.widget = this;
    int height = 0;
    for (int row = 0; row < std::min(m_model->rowCount(), ShownAtOnce); ++row)
        height += itemDelegate()->sizeHint(option, m_model->index(row, 0)).height();
    if (height == m_height)
        return;
    m_height = height;
    updateGeometry();
}

QSize ProblemList::sizeHint() const
{
    return {QListView::sizeHint().width(), m_height};
}

QSize ProblemList::minimumSizeHint() const
{
    return {0, m_height};
}

void ProblemList::goTo(const QModelIndex &index)
{
    if (!index.isValid() || !m_document->areDiagnosticsCurrent())
        return;
    m_document->select(m_model->finding(index).span);
    Q_EMIT wentTo();
}

bool ProblemList::fix(const QModelIndex &index)
{
    if (!index.isValid() || !m_document->areDiagnosticsCurrent() || !m_model->finding(index).fix)
        return false;
    const formats::Fix fix = *m_model->finding(index).fix;
    m_document->apply(fix.title, fix.edits);
    return true;
}

bool ProblemList::isOnFix(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid())
        return false;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    return static_cast<ProblemDelegate *>(itemDelegate())
        ->fixRect(option, index)
        .contains(position);
}

void ProblemList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!isOnFix(event->position().toPoint()) || !fix(index))
        goTo(index);
}

void ProblemList::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    viewport()->setCursor(isOnFix(event->position().toPoint()) ? Qt::PointingHandCursor
                                                               : Qt::ArrowCursor);
}

void ProblemList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        goTo(currentIndex());
    else if (event->key() != Qt::Key_F || event->modifiers() != Qt::NoModifier
             || !fix(currentIndex()))
        QListView::keyPressEvent(event);
}

void ProblemList::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index =
        event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const formats::Diagnostic &finding = m_model->finding(index);
    const QPersistentModelIndex place = index;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Go there"), this, [this, place] { goTo(place); });
    if (finding.fix)
        menu->addAction(
            tr("&Fix: %1").arg(QString(finding.fix->title).replace(u'&', QStringLiteral("&&"))),
            this, [this, place] { fix(place); });
    menu->addAction(tr("&Copy"), this,
                    [text = finding.message] { QGuiApplication::clipboard()->setText(text); });
    menu->popup(event->reason() == QContextMenuEvent::Keyboard
                    ? viewport()->mapToGlobal(visualRect(index).center())
                    : event->globalPos());
}

void ProblemList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    fit();
}

void ProblemList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_model)
        fit();
}

} // namespace colonnade::gui
