// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ocfs2view.h"

#include "gui/card.h"
#include "gui/icons.h"
#include "gui/ocfs2nodemodel.h"
#include "gui/panel.h"
#include "gui/roomyrows.h"
#include "gui/wording.h"
#include "ui_ocfs2view.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTabBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using formats::Ocfs2Conf;
using formats::Ocfs2Node;
using rules::Ocfs2Act;

namespace {

constexpr int MostRowsWithoutScrolling = 16;

QString text(const QByteArray &bytes)
{
    return CardText::printable(QString::fromUtf8(bytes));
}

/// The key of a column's attribute; nullptr for one that shows none.
const char *keyOf(int column)
{
    static const char *const keys[] = {"number", "name", "ip_address", "ip_port", nullptr};
    return column >= 0 && column < int(std::size(keys)) ? keys[column] : nullptr;
}

/// The stanza that the place is in or right behind; nullptr where there is none.
const Ocfs2Conf::Stanza *stanzaAt(const Ocfs2Conf &conf, qsizetype offset)
{
    const Ocfs2Conf::Stanza *found = nullptr;
    for (const Ocfs2Conf::Stanza &stanza : conf.stanzas()) {
        if (stanza.span.begin <= offset && offset <= stanza.span.end)
            found = &stanza; // of two that touch, the one that begins there
    }
    return found;
}

QByteArray valueOf(const Ocfs2Conf::Stanza &stanza, const char *key)
{
    const Ocfs2Conf::Attribute *attribute = stanza.attribute(key);
    return attribute ? attribute->text : QByteArray();
}

Tone toneOf(rules::Severity severity)
{
    switch (severity) {
    case rules::Severity::Hard:
        return Tone::Bad;
    case rules::Severity::Warning:
        return Tone::Warn;
    case rules::Severity::Soft:
        break;
    }
    return Tone::Neutral;
}

void setBold(QWidget *widget)
{
    QFont font = widget->font();
    font.setWeight(QFont::DemiBold);
    widget->setFont(font);
}

/// A field that may not be changed stays readable, and says why not.
void setLocked(QLineEdit *field, const QString &why)
{
    const QList<QAction *> actions = field->actions();
    field->setReadOnly(!why.isEmpty());
    field->setToolTip(why.isEmpty() ? QString() : plainTip(why));
    field->setAccessibleDescription(why);
    if (why.isEmpty() == actions.isEmpty())
        return;
    if (why.isEmpty())
        delete actions.first();
    else
        field->addAction(icon(u"locked"_s), QLineEdit::TrailingPosition);
}

} // namespace

Ocfs2View::Ocfs2View(Ocfs2Document *document, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_nodes(new Ocfs2NodeModel(this)),
      m_ui(std::make_unique<Ui::Ocfs2View>())
{
    m_ui->setupUi(this);
    for (QWidget *title :
         {static_cast<QWidget *>(m_ui->regionTitle), static_cast<QWidget *>(m_ui->orphanTitle),
          static_cast<QWidget *>(m_ui->checkTitle)})
        setBold(title);
    m_ui->clusters->setAccessibleName(tr("Clusters of the list"));
    m_ui->clusters->setDrawBase(false);
    m_ui->clusters->setExpanding(false);
    m_ui->heartbeat->setAccessibleName(tr("Heartbeat"));
    m_ui->regions->setItemDelegate(new RoomyRows(m_ui->regions));
    m_ui->regions->setFrameShape(QFrame::NoFrame);
    m_ui->content->setAutoFillBackground(false);
    m_ui->scroll->viewport()->setAutoFillBackground(false);
    makeTable();
    connectParts();
    updateColours();
    refresh();
}

Ocfs2View::~Ocfs2View()
{
    // Fields that lose the keyboard while they go would tell of it.
    for (QObject *part : findChildren<QObject *>())
        part->disconnect(this);
}

void Ocfs2View::makeTable()
{
    QTableView *table = m_ui->nodes;
    table->setModel(m_nodes);
    table->setItemDelegate(new RoomyRows(table));
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::AnyKeyPressed);
    table->setTextElideMode(Qt::ElideMiddle); // names of one site differ at their ends
    table->verticalHeader()->hide();
    table->setWordWrap(false);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [this, table](const QString &text, const QKeySequence &key, auto slot) {
        auto *action = new QAction(text, table);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, slot);
        table->addAction(action);
    };
    add(tr("Change the cell"), Qt::Key_F2, &Ocfs2View::editCurrent);
    add(tr("Add a node…"), Qt::Key_Insert, &Ocfs2View::addNode);
    add(tr("Remove"), QKeySequence::Delete, &Ocfs2View::removeNode);
}

void Ocfs2View::connectParts()
{
    connect(m_document, &EditorDocument::textChanged, this, [this] {
        m_ui->messages->remove(u"ocfs2/question"_s);
        m_ui->messages->remove(u"ocfs2/refused"_s);
        m_ui->messages->remove(u"ocfs2/note"_s);
        m_ui->name->setModified(false);
        refresh();
    });
    connect(m_document, &EditorDocument::diagnosticsChanged, this, &Ocfs2View::refreshOrphans);
    connect(m_document, &EditorDocument::selectionChanged, this, &Ocfs2View::followSelection);
    connect(m_document, &EditorDocument::refused, this, &Ocfs2View::sayRefused);
    connect(m_ui->clusters, &QTabBar::currentChanged, this, &Ocfs2View::showCluster);
    connect(m_nodes, &Ocfs2NodeModel::changeRequested, this, &Ocfs2View::changeCell);
    connect(m_ui->nodes->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &Ocfs2View::markCurrent);
    connect(m_ui->nodes, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (!m_nodes->refusal(index).isEmpty())
            editCurrent(); // which tells why not
    });
    connect(m_ui->addNode, &QPushButton::clicked, this, &Ocfs2View::addNode);
    connect(m_ui->removeNode, &QPushButton::clicked, this, &Ocfs2View::removeNode);
    connect(m_ui->name, &QLineEdit::editingFinished, this, &Ocfs2View::renameCluster);
    connect(m_ui->heartbeat, &QComboBox::activated, this, &Ocfs2View::setHeartbeat);
    connect(m_ui->moreClusters, &QPushButton::clicked, this, [this] {
        m_ui->newPanel->show();
        m_ui->newCluster->setFocus();
    });
    connect(m_ui->addCluster, &QPushButton::clicked, this, &Ocfs2View::addCluster);
    connect(m_ui->newCluster, &QLineEdit::returnPressed, this, &Ocfs2View::addCluster);
    connect(m_ui->newCluster, &QLineEdit::textChanged, this, &Ocfs2View::updateButtons);
    connect(m_ui->removeCluster, &QPushButton::clicked, this, &Ocfs2View::removeCluster);
    connect(m_ui->addRegion, &QPushButton::clicked, this, &Ocfs2View::addRegion);
    connect(m_ui->newRegion, &QLineEdit::returnPressed, this, &Ocfs2View::addRegion);
    connect(m_ui->newRegion, &QLineEdit::textChanged, this, &Ocfs2View::updateButtons);
    connect(m_ui->removeRegion, &QPushButton::clicked, this, &Ocfs2View::removeRegion);
    connect(m_ui->regions, &QListWidget::currentRowChanged, this, &Ocfs2View::updateButtons);
    connect(m_ui->timeouts, &O2cbTimeoutPanel::setRequested, this, &Ocfs2View::setTimeout);
}

void Ocfs2View::updateColours()
{
    const Theme theme = Theme::of(palette());
    for (QWidget *label :
         {static_cast<QWidget *>(m_ui->running), static_cast<QWidget *>(m_ui->regionHint),
          static_cast<QWidget *>(m_ui->newHint)})
        setTextColour(label, theme.muted);
}

void Ocfs2View::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColours();
}

void Ocfs2View::keyPressEvent(QKeyEvent *event)
{
    const bool asked = m_ui->messages->ids().contains(u"ocfs2/question"_s);
    if (event->key() != Qt::Key_Escape || !asked) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_ui->messages->remove(u"ocfs2/question"_s);
    m_ui->name->setModified(false); // fields show again what is so
    refresh();
    if (m_asker)
        m_asker->setFocus();
}

void Ocfs2View::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < 120 * fontMetrics().averageCharWidth();
    m_ui->columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_ui->columns->setStretch(0, narrow ? 0 : 3);
    m_ui->columns->setStretch(1, narrow ? 1 : 2);
    m_ui->leftSpacer->changeSize(0, 0, QSizePolicy::Minimum,
                                 narrow ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    m_ui->left->invalidate();
}

void Ocfs2View::setState(const cluster::ClusterState &state)
{
    m_state = state;
    refresh();
}

void Ocfs2View::refresh()
{
    m_refreshing = true;
    refreshProblem();
    refreshClusters();
    refreshCluster();
    refreshNodes();
    refreshRegions();
    refreshOrphans();
    refreshChecks();
    updateButtons();
    m_refreshing = false;
    followSelection();
}

void Ocfs2View::refreshProblem()
{
    const auto &error = m_document->parseError();
    m_ui->content->setEnabled(!error && m_document->conf());
    if (!error) {
        m_ui->messages->remove(u"ocfs2/broken"_s);
        return;
    }
    const formats::Place place = formats::placeOf(m_document->text(), error->offset);
    m_ui->messages->put(
        {u"ocfs2/broken"_s,
         Tone::Bad,
         tr("Line %1, column %2: %3")
             .arg(QString::number(place.line), QString::number(place.column), error->message),
         tr("The tools refuse the whole list as it is. Below is what it was before; it can be "
            "changed again once the text is in order."),
         {},
         {},
         false});
}

void Ocfs2View::refreshClusters()
{
    QList<QByteArray> names;
    if (m_document->conf()) {
        for (const formats::Ocfs2Cluster &cluster : conf().clusters())
            names.append(cluster.name);
    }
    if (!names.contains(m_cluster))
        m_cluster = names.value(std::max(0, m_ui->clusters->currentIndex()), names.value(0));
    QTabBar *tabs = m_ui->clusters;
    while (tabs->count() > names.size())
        tabs->removeTab(tabs->count() - 1);
    for (int i = 0; i < int(names.size()); ++i) {
        if (i == tabs->count())
            tabs->addTab({});
        tabs->setTabText(i, text(names[i]).replace(u'&', u"&&"_s));
        tabs->setTabData(i, names[i]);
    }
    tabs->setCurrentIndex(int(names.indexOf(m_cluster)));
    tabs->setVisible(names.size() > 1);
    m_ui->clusterPanel->setVisible(!names.isEmpty());
    for (QWidget *part :
         {static_cast<QWidget *>(m_ui->timeouts), static_cast<QWidget *>(m_ui->checkTitle),
          static_cast<QWidget *>(m_ui->checks)})
        part->setVisible(!names.isEmpty());
    m_ui->newPanel->setVisible(names.isEmpty() || !m_ui->newCluster->text().isEmpty()
                               || m_ui->newCluster->hasFocus());
    m_ui->newTitle->setText(names.isEmpty() ? tr("No cluster yet") : tr("Another cluster"));
    m_ui->newHint->setText(
        names.isEmpty() ? tr("The list must be the same on all nodes of its cluster. Name the "
                             "cluster first; its nodes are added next.")
                        : tr("A node is in one cluster at a time: of those in the list, only one "
                             "can be online on it."));
}

void Ocfs2View::showCluster(int tab)
{
    const QByteArray name = m_ui->clusters->tabData(tab).toByteArray();
    if (m_refreshing || name.isEmpty() || name == m_cluster)
        return;
    m_cluster = name;
    const Ocfs2Conf::Stanza *stanza = conf().clusterStanza(name);
    if (stanza && !m_following)
        m_document->select(stanza->span);
    refresh();
}

QString Ocfs2View::whyNot(const rules::Ocfs2Change &change) const
{
    const rules::Verdict verdict = rules::mayChange(m_state, change);
    if (verdict.answer() != rules::Answer::No)
        return {};
    const rules::Reason &reason = verdict.reasons.first();
    return reason.remedy.isEmpty() ? reason.sentence : reason.sentence + u'\n' + reason.remedy;
}

QString Ocfs2View::runningSentence() const
{
    QStringList loaded;
    bool anySeen = false;
    for (const Ocfs2Row &row : m_nodes->rows()) {
        anySeen = anySeen || row.state.isCurrent;
        if (row.state.isCurrent
            && (row.state.running == rules::Ocfs2Running::Loaded
                || row.state.running == rules::Ocfs2Running::Differs))
            loaded.append(row.state.host);
    }
    if (m_nodes->rows().isEmpty())
        return tr("No node yet: a cluster needs at least one to come online.");
    if (!anySeen)
        return tr("None of its nodes is connected: what is in use cannot be seen.");
    if (loaded.isEmpty())
        return tr("Not loaded on any connected node: everything may be changed.");
    return tr("Loaded on %1. What is in use is locked: names, numbers, addresses and ports of "
              "these nodes.")
        .arg(joined(loaded));
}

void Ocfs2View::refreshCluster()
{
    if (!m_document->conf())
        return;
    const QString name = QString::fromUtf8(m_cluster);
    if (!m_ui->name->hasFocus() || !m_ui->name->isModified())
        m_ui->name->setText(name);
    setLocked(m_ui->name, whyNot({Ocfs2Act::RenameCluster, name}));
    const auto clusters = conf().clusters();
    const auto found = std::ranges::find(clusters, m_cluster, &formats::Ocfs2Cluster::name);
    const bool isGlobal =
        found != clusters.end() && found->heartbeat == formats::Ocfs2Heartbeat::Global;
    m_ui->heartbeat->setCurrentIndex(isGlobal ? 1 : 0);
    const QString whyNoMode = whyNot({Ocfs2Act::SetHeartbeat, name});
    for (int i = 0; i < m_ui->heartbeat->count(); ++i)
        m_ui->heartbeat->setItemIcon(i, whyNoMode.isEmpty() ? QIcon() : icon(u"locked"_s));
    m_ui->heartbeat->setToolTip(whyNoMode.isEmpty() ? QString() : plainTip(whyNoMode));
    m_ui->heartbeat->setAccessibleDescription(whyNoMode);
}

Ocfs2Row Ocfs2View::rowOf(const Ocfs2Node &node) const
{
    const QString cluster = QString::fromUtf8(node.cluster);
    const QString name = QString::fromUtf8(node.name);
    return {node, rules::ocfs2NodeState(m_state, node),
            whyNot({Ocfs2Act::RenumberNode, cluster, name, QString::number(node.number)}),
            whyNot({Ocfs2Act::RenameNode, cluster, name}),
            whyNot({Ocfs2Act::ReaddressNode, cluster, name, QString::fromUtf8(node.address)})};
}

void Ocfs2View::refreshNodes()
{
    if (!m_document->conf())
        return;
    const Ocfs2Node *before = currentNode();
    const QByteArray current = before ? before->name : QByteArray();
    const bool hadRows = m_nodes->rowCount() > 0;
    QList<Ocfs2Row> rows;
    for (const Ocfs2Node &node : conf().nodes(m_cluster))
        rows.append(rowOf(node));
    m_nodes->setRows(rows);
    restoreCurrent(current);
    QTableView *table = m_ui->nodes;
    if (!hadRows) {
        table->resizeColumnsToContents();
        const int most = 30 * fontMetrics().averageCharWidth();
        const int air = 2 * fontMetrics().averageCharWidth();
        for (int column = 0; column < Ocfs2NodeModel::Running; ++column)
            table->setColumnWidth(column, std::min(table->columnWidth(column) + air, most));
    }
    int height = table->horizontalHeader()->sizeHint().height() + 4;
    for (int row = 0; row < std::min(int(rows.size()), MostRowsWithoutScrolling); ++row)
        height += table->rowHeight(row);
    table->setFixedHeight(height);
    table->setVisible(!rows.isEmpty());
    m_ui->running->setText(runningSentence());
}

void Ocfs2View::restoreCurrent(const QByteArray &node)
{
    const int row = m_nodes->rowOf(node);
    if (m_ui->nodes->currentIndex().isValid() || row < 0)
        return;
    m_following = true;
    m_ui->nodes->setCurrentIndex(m_nodes->index(row, Ocfs2NodeModel::Name));
    m_following = false;
}

void Ocfs2View::refreshRegions()
{
    if (!m_document->conf())
        return;
    const QList<QByteArray> regions = conf().regions(m_cluster);
    const bool isGlobal = m_ui->heartbeat->currentIndex() == 1;
    m_ui->regionPanel->setVisible(!m_cluster.isEmpty() && (isGlobal || !regions.isEmpty()));
    m_ui->regionHint->setText(
        isGlobal ? tr("All nodes write their heartbeat to these volumes. Take three or more: with "
                      "fewer, one slow disk resets every node.")
                 : tr("In local mode they do not count: each volume carries its own heartbeat."));
    QStringList names;
    for (const QByteArray &region : regions)
        names.append(text(region));
    QStringList shown;
    for (int i = 0; i < m_ui->regions->count(); ++i)
        shown.append(m_ui->regions->item(i)->text());
    if (shown != names) {
        m_ui->regions->clear();
        m_ui->regions->addItems(names);
        m_ui->regions->setCurrentRow(int(names.size()) - 1);
    }
    const int row = m_ui->regions->sizeHintForRow(0);
    m_ui->regions->setFixedHeight(std::max(row, 1) * std::clamp(int(names.size()), 1, 8) + 4);
    m_ui->regions->setVisible(!names.isEmpty());
}

FindingRow Ocfs2View::orphanRow(const Ocfs2Node &node)
{
    FindingRow row{
        Tone::Bad,
        node.cluster.isEmpty()
            ? tr("%1 (number %2, %3) does not say of which cluster it is.")
                  .arg(text(node.name), QString::number(node.number), text(node.address))
            : tr("%1 (number %2, %3) is of the cluster %4, which the list does not have.")
                  .arg(text(node.name), QString::number(node.number), text(node.address),
                       text(node.cluster)),
        tr("The tools ignore it, and drop it when they next write the list."),
        {}};
    const Ocfs2Conf::Stanza *stanza = conf().nodeStanza(node.cluster, node.name);
    for (const formats::Diagnostic &found : m_document->diagnostics()) {
        if (stanza && m_document->areDiagnosticsCurrent() && found.id == "orphan-node" && found.fix
            && stanza->span.contains(found.span.begin))
            row.actions.append({found.fix->title, [this, fix = *found.fix] {
                                    m_document->apply(fix.title, fix.edits);
                                }});
    }
    if (conf().addCluster(node.cluster)) {
        const QString title = tr("Add the cluster %1").arg(text(node.cluster));
        row.actions.append(
            {title, [this, title, name = node.cluster] {
                 act(title, {}, [name](const Ocfs2Conf &list) { return list.addCluster(name); });
             }});
    }
    const QString title = tr("Remove %1").arg(text(node.name));
    row.actions.append({title, [this, title, node] {
                            act(title, {}, [node](const Ocfs2Conf &list) {
                                return list.removeNode(node.cluster, node.name);
                            });
                        }});
    return row;
}

void Ocfs2View::refreshOrphans()
{
    if (!m_document->conf() || m_document->parseError())
        return;
    QList<FindingRow> rows;
    for (const Ocfs2Node &node : conf().orphanNodes())
        rows.append(orphanRow(node));
    m_ui->orphans->setRows(rows);
    m_ui->orphans->setVisible(!rows.isEmpty());
    m_ui->orphanTitle->setVisible(!rows.isEmpty());
}

FindingRow Ocfs2View::checkRow(const rules::Reason &reason, const std::optional<formats::Fix> &fix)
{
    FindingRow row{toneOf(reason.severity), reason.sentence, reason.remedy, {}};
    if (fix)
        row.actions.append(
            {fix->title, [this, fix = *fix] { m_document->apply(fix.title, fix.edits); }});
    return row;
}

void Ocfs2View::refreshChecks()
{
    if (!m_document->conf() || m_document->parseError())
        return;
    QStringList nodes;
    for (const Ocfs2Row &row : m_nodes->rows())
        nodes.append(QString::fromUtf8(row.node.name));
    const auto timeouts = rules::o2cbTimeouts(m_state, QString::fromUtf8(m_cluster), nodes);
    m_ui->timeouts->setTimeouts(timeouts);
    QList<FindingRow> rows;
    for (const rules::Ocfs2Finding &finding : rules::ocfs2CrossCheck(conf(), m_state)) {
        if (finding.cluster.isEmpty() || finding.cluster == m_cluster)
            rows.append(checkRow(finding.reason, finding.fix));
    }
    for (const rules::Reason &reason : rules::o2cbTimeoutFindings(timeouts))
        rows.append(checkRow(reason, {}));
    std::ranges::stable_sort(rows, std::ranges::greater(), &FindingRow::tone);
    const auto isCurrent = [](const Ocfs2Row &row) { return row.state.isCurrent; };
    const bool anySeen = std::ranges::any_of(m_nodes->rows(), isCurrent);
    if (rows.isEmpty())
        rows.append({anySeen ? Tone::Good : Tone::Neutral,
                     anySeen ? tr("Names, addresses, timeouts and what is loaded fit together.")
                             : tr("No node of this list has answered: there is nothing to compare "
                                  "it with."),
                     {},
                     {}});
    m_ui->checks->setRows(rows);
}

void Ocfs2View::updateButtons()
{
    m_ui->removeNode->setEnabled(currentNode() != nullptr);
    m_ui->addCluster->setEnabled(!m_ui->newCluster->text().trimmed().isEmpty());
    m_ui->addRegion->setEnabled(!m_ui->newRegion->text().trimmed().isEmpty());
    m_ui->removeRegion->setEnabled(m_ui->regions->currentItem() != nullptr);
}

const Ocfs2Node *Ocfs2View::currentNode() const
{
    const QModelIndex index = m_ui->nodes->currentIndex();
    return index.isValid() ? &m_nodes->rows().at(index.row()).node : nullptr;
}

/// The text shows what the table has as its current cell.
void Ocfs2View::markCurrent()
{
    updateButtons();
    const Ocfs2Node *node = currentNode();
    if (m_following || m_refreshing || !node || m_document->parseError())
        return;
    const Ocfs2Conf::Stanza *stanza = conf().nodeStanza(node->cluster, node->name);
    const char *key = keyOf(m_ui->nodes->currentIndex().column());
    const Ocfs2Conf::Attribute *attribute = stanza && key ? stanza->attribute(key) : nullptr;
    if (stanza)
        m_document->select(attribute ? attribute->value : stanza->span);
}

/// The table shows where the text is marked.
void Ocfs2View::followSelection()
{
    if (m_refreshing || m_document->parseError() || !m_document->conf())
        return;
    const formats::Span selection = m_document->selection();
    const Ocfs2Conf::Stanza *stanza = stanzaAt(conf(), selection.begin);
    if (!stanza || selection == formats::Span())
        return;
    const QByteArray owner = valueOf(*stanza, stanza->name == "cluster" ? "name" : "cluster");
    m_following = true;
    for (int tab = 0; tab < m_ui->clusters->count(); ++tab) {
        if (m_ui->clusters->tabData(tab).toByteArray() == owner)
            m_ui->clusters->setCurrentIndex(tab);
    }
    const int row = stanza->name == "node" ? m_nodes->rowOf(valueOf(*stanza, "name")) : -1;
    if (row >= 0 && owner == m_cluster && row != m_ui->nodes->currentIndex().row())
        m_ui->nodes->setCurrentIndex(m_nodes->index(row, Ocfs2NodeModel::Name));
    m_following = false;
}

} // namespace colonnade::gui
