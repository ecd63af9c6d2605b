// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/o2cbtimeoutpanel.h"

#include "gui/card.h"
#include "gui/icons.h"
#include "gui/panel.h"
#include "gui/roomyrows.h"
#include "gui/theme.h"
#include "gui/wording.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using rules::O2cbNodeValue;
using rules::O2cbTimeout;
using rules::O2cbTimeoutState;

namespace {

enum Column { NameColumn, ValueColumn, StateColumn, ColumnCount };

void setTone(QTreeWidgetItem *item, Tone tone)
{
    if (tone == Tone::Neutral)
        return;
    const QColor colour = Theme::of(QGuiApplication::palette()).strong(tone);
    const QString symbol = tone == Tone::Good ? u"state-good"_s : u"state-warn"_s;
    item->setIcon(StateColumn, icon(symbol, colour));
}

/// "60 s (31)"
QString valueText(O2cbTimeout timeout, qint64 value)
{
    return O2cbTimeoutPanel::tr("%1 (%2)", "a span and the value that makes it")
        .arg(rules::o2cbSpan(timeout, value), QString::number(value));
}

/// Whether the node runs with what its file sets.
bool isPending(const O2cbTimeoutState &timeout, const O2cbNodeValue &node)
{
    const auto next = timeout.next(node);
    return next && node.running && *next != *node.running;
}

/// Those that nodes differ in: "60 s, 120 s".
QString spansText(const O2cbTimeoutState &timeout)
{
    QStringList spans;
    for (const O2cbNodeValue &node : timeout.nodes) {
        const auto next = timeout.next(node);
        const QString span =
            next ? rules::o2cbSpan(timeout.timeout, *next) : O2cbTimeoutPanel::tr("unknown");
        if (!spans.contains(span))
            spans.append(span);
    }
    return spans.join(", "_L1);
}

QString stateText(const O2cbTimeoutState &timeout, const O2cbNodeValue &node)
{
    if (!node.isReadable)
        return O2cbTimeoutPanel::tr("its file cannot be read");
    if (node.isComputed)
        return O2cbTimeoutPanel::tr("only a shell can tell");
    if (isPending(timeout, node))
        return O2cbTimeoutPanel::tr("loaded: %1").arg(valueText(timeout.timeout, *node.running));
    const QString source =
        node.set ? O2cbTimeoutPanel::tr("set") : O2cbTimeoutPanel::tr("not set: the kernel's own");
    return node.running ? source + u" · "_s + O2cbTimeoutPanel::tr("loaded") : source;
}

} // namespace

O2cbTimeoutPanel::O2cbTimeoutPanel(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *title = new QLabel(tr("&Timeouts"), this);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    layout->addWidget(title);
    auto *panel = new Panel(this);
    layout->addWidget(panel);
    auto *inner = new QVBoxLayout(panel);
    m_tree = new QTreeWidget(panel);
    title->setBuddy(m_tree);
    m_tree->setObjectName(u"timeoutTree"_s);
    m_tree->setAccessibleName(tr("Timeouts"));
    m_tree->setHeaderLabels({tr("Timeout"), tr("Next start"), tr("Nodes")});
    m_tree->setItemDelegate(new RoomyRows(m_tree));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_tree->setUniformRowHeights(true);
    inner->addWidget(m_tree);
    m_hint = new QLabel(panel);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    inner->addWidget(m_hint);
    updateColours();
    auto *buttons = new QHBoxLayout;
    m_set = new QPushButton(tr("&Set on all nodes…"), panel);
    m_set->setObjectName(u"setTimeout"_s);
    m_copy = new QPushButton(tr("Cop&y the line"), panel);
    m_copy->setObjectName(u"copyTimeout"_s);
    buttons->addWidget(m_set);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    inner->addLayout(buttons);
    connect(m_set, &QPushButton::clicked, this, &O2cbTimeoutPanel::setRequested);
    connect(m_copy, &QPushButton::clicked, this, &O2cbTimeoutPanel::copyLine);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &O2cbTimeoutPanel::updateButtons);
    connect(m_tree, &QTreeWidget::itemExpanded, this, &O2cbTimeoutPanel::fitHeight);
    connect(m_tree, &QTreeWidget::itemCollapsed, this, &O2cbTimeoutPanel::fitHeight);
    fill();
}

void O2cbTimeoutPanel::updateColours()
{
    setTextColour(m_hint, Theme::of(palette()).muted);
}

void O2cbTimeoutPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColours();
}

void O2cbTimeoutPanel::setTimeouts(const QList<O2cbTimeoutState> &timeouts)
{
    if (timeouts == m_timeouts)
        return;
    m_timeouts = timeouts;
    fill();
}

void O2cbTimeoutPanel::fill()
{
    const int row = m_tree->indexOfTopLevelItem(m_tree->currentItem());
    m_tree->clear();
    for (const O2cbTimeoutState &timeout : std::as_const(m_timeouts))
        addTimeout(timeout);
    m_tree->setCurrentItem(m_tree->topLevelItem(std::max(row, 0)));
    m_tree->resizeColumnToContents(ValueColumn);
    m_tree->resizeColumnToContents(NameColumn);
    const bool hasNodes = !m_timeouts.isEmpty() && !m_timeouts.first().nodes.isEmpty();
    m_tree->setVisible(hasNodes);
    m_copy->setVisible(hasNodes);
    m_set->setVisible(hasNodes);
    fitHeight();
    updateButtons();
}

/// The panel grows, and does not scroll.
void O2cbTimeoutPanel::fitHeight()
{
    int rows = 0;
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it)
        rows += !(*it)->parent() || (*it)->parent()->isExpanded() ? 1 : 0;
    const int height = m_tree->sizeHintForIndex(m_tree->model()->index(0, StateColumn)).height();
    m_tree->setFixedHeight(m_tree->header()->sizeHint().height() + rows * height + 4);
}

void O2cbTimeoutPanel::addTimeout(const O2cbTimeoutState &timeout)
{
    auto *item = new QTreeWidgetItem(m_tree);
    const std::optional<qint64> common = timeout.common();
    const bool pending = std::ranges::any_of(
        timeout.nodes, [&timeout](const O2cbNodeValue &node) { return isPending(timeout, node); });
    item->setText(NameColumn, rules::o2cbName(timeout.timeout));
    item->setToolTip(NameColumn, plainTip(rules::o2cbSentence(timeout.timeout)));
    item->setText(ValueColumn, common ? valueText(timeout.timeout, *common) : spansText(timeout));
    item->setText(StateColumn, !common   ? tr("differs")
                               : pending ? tr("not loaded yet")
                                         : tr("the same"));
    const bool mayDiffer = timeout.timeout == O2cbTimeout::Reconnect;
    if (!timeout.nodes.isEmpty())
        setTone(item, common && !pending      ? Tone::Good
                      : mayDiffer && !pending ? Tone::Neutral
                                              : Tone::Warn);
    for (const O2cbNodeValue &node : timeout.nodes)
        addNode(item, timeout, node);
    item->setExpanded(!timeout.nodes.isEmpty() && (!common || pending));
}

void O2cbTimeoutPanel::addNode(QTreeWidgetItem *parent, const O2cbTimeoutState &timeout,
                               const O2cbNodeValue &node)
{
    auto *item = new QTreeWidgetItem(parent);
    const std::optional<qint64> next = timeout.next(node);
    item->setText(NameColumn, CardText::printable(node.node));
    item->setText(ValueColumn, next ? valueText(timeout.timeout, *next) : tr("unknown"));
    item->setText(StateColumn, stateText(timeout, node));
    item->setToolTip(StateColumn, plainTip(stateText(timeout, node)));
    if (!next || isPending(timeout, node))
        setTone(item, Tone::Warn);
}

std::optional<O2cbTimeoutState> O2cbTimeoutPanel::current() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    const QTreeWidgetItem *top = item && item->parent() ? item->parent() : item;
    const int row = top ? m_tree->indexOfTopLevelItem(const_cast<QTreeWidgetItem *>(top)) : -1;
    return row < 0 ? std::nullopt : std::optional(m_timeouts.at(row));
}

QString O2cbTimeoutPanel::currentLine() const
{
    const auto timeout = current();
    const auto value = timeout ? timeout->common() : std::nullopt;
    return value ? QString::fromLatin1(rules::o2cbKey(timeout->timeout)) + u'='
                       + QString::number(*value)
                 : QString();
}

void O2cbTimeoutPanel::copyLine()
{
    QGuiApplication::clipboard()->setText(currentLine());
}

void O2cbTimeoutPanel::updateButtons()
{
    const auto timeout = current();
    const bool hasNodes = timeout && !timeout->nodes.isEmpty();
    m_set->setEnabled(hasNodes);
    m_copy->setEnabled(!currentLine().isEmpty());
    m_copy->setToolTip(currentLine());
    m_hint->setText(hasNodes ? rules::o2cbSentence(timeout->timeout) + u'\n'
                                   + (timeout->timeout == O2cbTimeout::Reconnect
                                          ? QString()
                                          : tr("All nodes must have the same, or they do not "
                                               "connect."))
                             : tr("No connected node is in this cluster: its timeouts are in "
                                  "/etc/default/o2cb or /etc/sysconfig/o2cb of each node, and must "
                                  "be the same on all."));
    m_hint->setText(m_hint->text().trimmed());
}

} // namespace colonnade::gui
