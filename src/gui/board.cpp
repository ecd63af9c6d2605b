// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/board.h"

#include "gui/card.h"
#include "gui/column.h"
#include "gui/columnheader.h"
#include "gui/columnlist.h"
#include "gui/columnmodel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimerEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using cluster::ClusterState;
using cluster::NodeState;
using rules::GuestRef;

namespace {

constexpr int EmptyPage = 0;
constexpr int ColumnsPage = 1;

/// Whether both hold the same reading of the node. Readings are shared copies, so this is no
/// comparison of guests.
bool sameReading(const NodeState &a, const NodeState &b)
{
    if (a.name() != b.name() || a.facts.has_value() != b.facts.has_value())
        return false;
    return !a.facts
           || (a.facts->readAt == b.facts->readAt && a.facts->guests.isSharedWith(b.facts->guests));
}

/// Whether rules::alarms() sees the same in both. Most readings differ in loads and ages only, and
/// to compare is far cheaper than to look for doubles among thousands of guests again.
bool sameForAlarms(const cluster::Guest &a, const cluster::Guest &b)
{
    if (a.state != b.state || a.name != b.name || a.uuid != b.uuid
        || a.config.has_value() != b.config.has_value())
        return false;
    return !a.config || a.config->disks == b.config->disks;
}

bool sameForAlarms(const NodeState &a, const NodeState &b)
{
    if (a.name() != b.name() || a.connection.phase != b.connection.phase
        || a.probeError.has_value() != b.probeError.has_value()
        || a.facts.has_value() != b.facts.has_value())
        return false;
    return !a.facts || a.facts->guests.isSharedWith(b.facts->guests)
           || std::ranges::equal(a.facts->guests, b.facts->guests,
                                 [](const auto &x, const auto &y) { return sameForAlarms(x, y); });
}

bool sameForAlarms(const ClusterState &a, const ClusterState &b)
{
    return std::ranges::equal(a.nodes, b.nodes,
                              [](const auto &x, const auto &y) { return sameForAlarms(x, y); });
}

bool isCurrent(const NodeState &node, const QDateTime &now)
{
    const Freshness freshness = freshnessOf(node, now);
    return freshness == Freshness::Current || freshness == Freshness::Stale;
}

QStringList movingGuests(const QList<operations::MigrationProgress> &migrations)
{
    QStringList guests;
    for (const operations::MigrationProgress &migration : migrations)
        guests.append(migration.guest);
    return guests;
}

QHash<QString, rules::Reason> alarmsByName(const ClusterState &state, const QStringList &moving)
{
    QHash<QString, rules::Reason> result;
    for (const rules::Reason &alarm : rules::alarms(state, moving)) {
        for (const QString &guest : alarm.guests) {
            if (!result.contains(guest))
                result.insert(guest, alarm);
        }
    }
    return result;
}

} // namespace

Board::Board(QWidget *parent)
    : QWidget(parent),
      m_clock(&QDateTime::currentDateTimeUtc),
      m_theme(Theme::of(palette())),
      m_fonts(font()),
      m_context(std::make_unique<CardContext>()),
      m_colors(std::make_unique<GuestColors>()),
      m_pages(new QStackedWidget(this))
{
    setAccessibleName(tr("Guests by node"));
    m_pages->addWidget(makeEmptyPage());
    m_pages->addWidget(makeColumnsPage());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    applyLook();
}

Board::~Board() = default;

void Board::focusEmptyPage()
{
    m_pages->widget(EmptyPage)->setFocus();
}

void Board::setListBroken(bool broken)
{
    QWidget *page = m_pages->widget(EmptyPage);
    page->findChild<QLabel *>(u"emptyTitle"_s)
        ->setText(broken ? tr("The list of nodes cannot be read") : tr("Add a node to begin"));
    page->findChild<QLabel *>(u"emptyText"_s)
        ->setText(broken ? tr("Nothing in it is lost or changed. Nodes can be added as soon as it "
                              "is mended or set aside.")
                         : tr("Each node becomes a column here, each of its guests a card in it. A "
                              "node needs nothing but SSH: nothing is installed on it."));
    auto *mend = page->findChild<QPushButton *>(u"mendButton"_s);
    auto *add = page->findChild<QPushButton *>(u"connectButton"_s);
    const bool focused = mend->hasFocus() || add->hasFocus();
    mend->setVisible(broken);
    add->setVisible(!broken);
    page->findChild<QPushButton *>(u"connectionsButton"_s)->setVisible(!broken);
    page->setFocusProxy(broken ? mend : add);
    if (focused)
        page->setFocus();
}

QWidget *Board::makeEmptyPage()
{
    auto *page = new QWidget(this);
    auto *title = new QLabel(tr("Add a node to begin"), page);
    title->setObjectName(u"emptyTitle"_s);
    QFont font = title->font();
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * 1.3);
    title->setFont(font);
    auto *text = new QLabel(
        tr("Each node becomes a column here, each of its guests a card in it. A node needs "
           "nothing but SSH: nothing is installed on it."),
        page);
    text->setObjectName(u"emptyText"_s);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignCenter);
    text->setFixedWidth(fontMetrics().averageCharWidth() * 56);
    auto *button = new QPushButton(tr("C&onnect to a node…"), page);
    button->setObjectName(u"connectButton"_s);
    button->setAutoDefault(true); // Enter presses it while it has the focus
    connect(button, &QPushButton::clicked, this, &Board::connectRequested);
    page->setFocusProxy(button);
    auto *connections = new QPushButton(tr("&Import or manage connections…"), page);
    connections->setObjectName(u"connectionsButton"_s);
    connections->setAutoDefault(true);
    connect(connections, &QPushButton::clicked, this, &Board::connectionsRequested);
    auto *mend = new QPushButton(tr("&What can be done…"), page);
    mend->setObjectName(u"mendButton"_s);
    mend->setAutoDefault(true);
    mend->hide();
    connect(mend, &QPushButton::clicked, this, &Board::mendingRequested);
    auto *layout = new QVBoxLayout(page);
    layout->setSpacing(fontMetrics().height());
    layout->addStretch(2);
    layout->addWidget(title, 0, Qt::AlignHCenter);
    // No alignment for the text: a layout asks an aligned item for no height that fits its width.
    auto *textRow = new QHBoxLayout;
    textRow->addStretch();
    textRow->addWidget(text);
    textRow->addStretch();
    layout->addLayout(textRow);
    layout->addWidget(button, 0, Qt::AlignHCenter);
    layout->addWidget(connections, 0, Qt::AlignHCenter);
    layout->addWidget(mend, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return page;
}

QWidget *Board::makeColumnsPage()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *contents = new QWidget(m_scroll);
    m_layout = new QHBoxLayout(contents);
    m_layout->addStretch(0);
    m_scroll->setWidget(contents);
    return m_scroll;
}

void Board::setState(const ClusterState &state)
{
    const ClusterState old = m_state; // copies first: @p state may be state()
    m_state = state;
    arrangeColumns();
    const QDateTime now = m_clock();
    QList<bool> same(m_state.nodes.size(), false);
    for (qsizetype i = 0; i < qMin(old.nodes.size(), m_state.nodes.size()); ++i) {
        const NodeState &before = old.nodes.at(i);
        const NodeState &after = m_state.nodes.at(i);
        same[i] = sameReading(before, after) && isCurrent(before, now) == isCurrent(after, now);
    }
    const bool newManagers = same.contains(false) && updateManagers();
    const bool newAlarms = !sameForAlarms(old, m_state) && updateAlarms();
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        if (newManagers || newAlarms || !same.at(i))
            updateCards(m_columns.at(i), m_state.nodes.at(i));
    }
    updateTexts();
    m_pages->setCurrentIndex(m_columns.isEmpty() ? EmptyPage : ColumnsPage);
}

void Board::setMigrations(const QList<operations::MigrationProgress> &running)
{
    QSet<QString> nodes;
    for (const QList<operations::MigrationProgress> &list : {m_context->migrations, running}) {
        for (const operations::MigrationProgress &migration : list)
            nodes << migration.from << migration.to;
    }
    const bool sameGuests = movingGuests(m_context->migrations) == movingGuests(running);
    m_context->migrations = running;
    const bool newAlarms = !sameGuests && updateAlarms();
    updateCardsOf([&](const QString &node) { return newAlarms || nodes.contains(node); });
    updateTexts();
}

void Board::setFilter(const QString &text)
{
    if (m_context->filter == text)
        return;
    m_context->filter = text;
    updateCardsOf([](const QString &) { return true; });
}

void Board::setDragLocked(bool locked)
{
    m_dragLocked = locked;
}

void Board::setClock(Clock clock)
{
    m_clock = std::move(clock);
    updateTexts();
}

/// Returns whether cards of nodes that were not read again may look different now, as
/// updateAlarms() does.
bool Board::updateManagers()
{
    QHash<QString, QString> managers = managersOf(m_state);
    std::swap(managers, m_context->managedBy);
    return managers != m_context->managedBy;
}

bool Board::updateAlarms()
{
    QHash<QString, rules::Reason> alarms =
        alarmsByName(m_state, movingGuests(m_context->migrations));
    std::swap(alarms, m_context->alarms);
    return alarms != m_context->alarms;
}

void Board::updateCardsOf(const std::function<bool(const QString &)> &isWanted)
{
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        if (isWanted(m_columns.at(i)->node()))
            updateCards(m_columns.at(i), m_state.nodes.at(i));
    }
}

void Board::updateCards(Column *column, const NodeState &node)
{
    column->setMemory(node.facts ? memoryOf(*node.facts, node.name(), *m_colors) : MemoryPicture());
    column->setCards(makeCards(node, isCurrent(node, m_clock()), *m_context, *m_colors));
    column->setPlaceholder(placeholder(node));
}

QString Board::placeholder(const NodeState &node) const
{
    if (!node.facts)
        return tr("Its guests are shown as soon as it has been read.");
    if (!m_context->filter.isEmpty() && !node.facts->guests.isEmpty())
        return tr("No guest here matches “%1”.").arg(CardText::printable(m_context->filter));
    return isCurrent(node, m_clock()) ? tr("No guests. Drag one here to migrate it to this node.")
                                      : tr("It had no guests when it last answered.");
}

void Board::updateTexts()
{
    if (isDragging())
        updateAnswers();
    const QDateTime now = m_clock();
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        m_columns.at(i)->updateText(m_state.nodes.at(i), now);
}

void Board::arrangeColumns()
{
    QList<Column *> columns;
    QHash<QString, Column *> columnOf;
    for (const NodeState &node : m_state.nodes) {
        Column *column = m_columnOf.value(node.name());
        // Two nodes of one name cannot be told apart by any command; the store refuses them.
        if (!column || columnOf.contains(node.name()))
            column = makeColumn(node.name());
        columnOf.insert(node.name(), column);
        columns.append(column);
    }
    if (columns == m_columns)
        return;
    for (Column *column : std::as_const(m_columns)) {
        if (!columns.contains(column))
            retire(column);
    }
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (m_layout->indexOf(columns.at(i)) != i) {
            m_layout->removeWidget(columns.at(i));
            m_layout->insertWidget(static_cast<int>(i), columns.at(i), 1);
        }
    }
    m_columns = columns;
    m_columnOf = columnOf;
}

Column *Board::makeColumn(const QString &node)
{
    auto *column = new Column(node, m_theme, m_fonts, m_scroll->widget());
    connectColumn(column);
    column->show();
    return column;
}

void Board::connectColumn(Column *column)
{
    const QString node = column->node();
    ColumnList *list = column->list();
    connect(list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &Board::selectionChanged);
    connect(list, &ColumnList::selectionRestarted, this,
            [this, column] { clearSelectionExceptIn(column); });
    connect(list, &ColumnList::neighbourWanted, this,
            [this, column](int step) { focusNeighbour(column, step); });
    connect(list, &ColumnList::headerWanted, column->header(),
            [header = column->header()] { header->setFocus(); });
    connect(list, &ColumnList::cardsMenuWanted, this,
            [this](const QPoint &position) { Q_EMIT guestMenuRequested(selection(), position); });
    connect(list, &ColumnList::nodeMenuWanted, this,
            [this, node](const QPoint &position) { Q_EMIT nodeMenuRequested(node, position); });
    connect(list, &ColumnList::dragWanted, this, &Board::runDrag);

    connect(column->header(), &ColumnHeader::menuWanted, this,
            [this, node](const QPoint &position) { Q_EMIT nodeMenuRequested(node, position); });
    connect(column->header(), &ColumnHeader::neighbourWanted, this,
            [this, column](int step) { focusNeighbour(column, step); });
    connect(column->header(), &ColumnHeader::listWanted, list, [list] { list->setFocus(); });

    connect(column, &Column::dragMoved, this,
            [this, column](const QPoint &position) { dragMoved(column, position); });
    connect(column, &Column::dragLeft, this, [this] { hoverDrag({}); });
    connect(column, &Column::dropped, this,
            [this, node](const QList<GuestRef> &guests) { drop(node, guests); });
}

void Board::retire(Column *column)
{
    m_layout->removeWidget(column);
    column->hide();
    if (m_pointerDrag)
        m_retired.append(column);
    else
        delete column;
}

Column *Board::column(const QString &node) const
{
    return m_columnOf.value(node);
}

QList<GuestRef> Board::selection() const
{
    QList<GuestRef> guests;
    for (const Column *column : m_columns) {
        for (const QString &name : column->selectedGuests())
            guests.append({name, column->node()});
    }
    return guests;
}

void Board::select(const QList<GuestRef> &guests)
{
    for (const Column *column : std::as_const(m_columns)) {
        QItemSelection wanted;
        for (const GuestRef &guest : guests) {
            const int row = guest.node == column->node() ? column->model()->rowOf(guest.guest) : -1;
            if (row >= 0 && column->model()->card(row).isSelectable())
                wanted.select(column->model()->index(row), column->model()->index(row));
        }
        column->list()->selectionModel()->select(wanted, QItemSelectionModel::ClearAndSelect);
    }
}

void Board::clearSelectionExceptIn(const Column *column)
{
    for (const Column *other : std::as_const(m_columns)) {
        if (other != column)
            other->list()->clearSelection();
    }
}

void Board::focusNeighbour(const Column *column, int step)
{
    const qsizetype index = m_columns.indexOf(column) + step;
    if (index < 0 || index >= m_columns.size())
        return;
    Column *next = m_columns.at(index);
    if (column->header()->hasFocus()) {
        next->header()->setFocus();
    } else {
        clearSelectionExceptIn(next);
        next->list()->enterAt(
            column->list()->visualRect(column->list()->currentIndex()).center().y());
    }
    m_scroll->ensureWidgetVisible(next);
}

void Board::applyLook()
{
    m_theme = Theme::of(palette());
    m_fonts = Fonts(font());
    const int unit = m_fonts.unit;
    m_layout->setContentsMargins(3 * unit, 3 * unit, 3 * unit, 3 * unit);
    m_layout->setSpacing(3 * unit);
    m_scroll->horizontalScrollBar()->setSingleStep(8 * unit);
    for (Column *column : std::as_const(m_columns))
        column->setLook(m_theme, m_fonts);
}

void Board::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    const QEvent::Type type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::StyleChange)
        applyLook();
}

void Board::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateTexts();
    m_second.start(1000, this);
}

void Board::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_second.stop();
}

void Board::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_second.timerId())
        updateTexts();
    else if (event->timerId() == m_autoScroll.timerId())
        scrollDuringDrag();
    else
        QWidget::timerEvent(event);
}

} // namespace colonnade::gui
