// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connectionmodel.h"

#include "gui/card.h"
#include "gui/columntext.h"
#include "gui/icons.h"
#include "gui/wording.h"

#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

namespace {

constexpr quintptr TopLevel = 0;

QString addressText(const profiles::Profile &profile)
{
    if (profile.port == 0)
        return profile.host;
    const bool brackets = profile.host.contains(u':');
    return (brackets ? u'[' + profile.host + u']' : profile.host) + u':'
           + QString::number(profile.port);
}

QString lastUsedText(const QDateTime &when)
{
    return when.isValid() ? ColumnText::age(when, QDateTime::currentDateTimeUtc())
                          : ConnectionModel::tr("never");
}

QString nodeText(const ConnectionNode &node, int column)
{
    switch (column) {
    case ConnectionModel::NameColumn:
        return CardText::printable(node.profile.name);
    case ConnectionModel::AddressColumn:
        return addressText(node.profile);
    case ConnectionModel::UserColumn:
        return node.profile.user;
    case ConnectionModel::ViaColumn:
        return jumpText(node.profile.jump);
    case ConnectionModel::LastUsedColumn:
        return lastUsedText(node.lastUsed);
    case ConnectionModel::StateColumn:
        return node.sign.spoken;
    default:
        return {};
    }
}

QString nodeTip(const ConnectionNode &node, int column)
{
    switch (column) {
    case ConnectionModel::NameColumn: // the cell may be too narrow for it
        return node.profile.note.isEmpty() ? node.profile.name
                                           : node.profile.name + u'\n' + node.profile.note;
    case ConnectionModel::MarksColumn:
        return tipOf(node.marks);
    case ConnectionModel::UserColumn:
        return node.profile.user.isEmpty()
                   ? ConnectionModel::tr("Not set: as ~/.ssh/config says, root otherwise")
                   : QString();
    case ConnectionModel::LastUsedColumn:
        return node.lastUsed.isValid()
                   ? QLocale().toString(node.lastUsed.toLocalTime(), QLocale::LongFormat)
                   : QString();
    case ConnectionModel::StateColumn:
        return node.sign.tip;
    default:
        return {};
    }
}

/// All that a screen reader says of a line when it is on its first cell.
QString spokenLine(const ConnectionNode &node)
{
    QStringList parts{node.profile.name, node.sign.spoken, addressText(node.profile),
                      wordsOf(node.marks)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

/// How many characters of @p text from @p from on are digits.
qsizetype digitsAt(QStringView text, qsizetype from)
{
    qsizetype end = from;
    while (end < text.size() && text[end].isDigit())
        ++end;
    return end - from;
}

/// xen2 before xen10, whatever the case. QCollator does not know numbers in the C locale.
int compareNaturally(QStringView a, QStringView b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        const qsizetype digitsA = digitsAt(a, i);
        const qsizetype digitsB = digitsAt(b, j);
        const bool numbers = digitsA > 0 && digitsB > 0;
        const qsizetype lengthA = numbers ? digitsA : 1;
        const qsizetype lengthB = numbers ? digitsB : 1;
        const QStringView partA = a.sliced(i, lengthA);
        const QStringView partB = b.sliced(j, lengthB);
        const int order = numbers && partA.toULongLong() != partB.toULongLong()
                              ? (partA.toULongLong() < partB.toULongLong() ? -1 : 1)
                          : numbers ? 0
                                    : partA.compare(partB, Qt::CaseInsensitive);
        if (order != 0)
            return order;
        i += lengthA;
        j += lengthB;
    }
    const auto rest = (a.size() - i) - (b.size() - j);
    return rest != 0 ? (rest < 0 ? -1 : 1) : a.compare(b);
}

QColor toneColour(Tone tone)
{
    return Theme::of(QGuiApplication::palette()).strong(tone);
}

} // namespace

QString keyOf(const profiles::Profile &profile)
{
    return profile.id.isEmpty() ? profile.name : profile.id;
}

bool ConnectionModel::sameShape(const QList<ConnectionCluster> &clusters) const
{
    const auto key = [](const ConnectionNode &node) { return keyOf(node.profile); };
    return std::ranges::equal(
        clusters, m_clusters, [&](const ConnectionCluster &a, const ConnectionCluster &b) {
            return a.name == b.name && std::ranges::equal(a.nodes, b.nodes, {}, key, key);
        });
}

void ConnectionModel::setClusters(const QList<ConnectionCluster> &clusters)
{
    if (!sameShape(clusters)) {
        beginResetModel();
        m_clusters = clusters;
        endResetModel();
        return;
    }
    tellChanges(std::exchange(m_clusters, clusters));
}

void ConnectionModel::tellChanges(const QList<ConnectionCluster> &old)
{
    for (int c = 0; c < m_clusters.size(); ++c) {
        const QModelIndex top = index(c, 0);
        if (old.at(c).note != m_clusters.at(c).note)
            Q_EMIT dataChanged(top, index(c, ColumnCount - 1));
        for (int n = 0; n < m_clusters.at(c).nodes.size(); ++n) {
            if (old.at(c).nodes.at(n) != m_clusters.at(c).nodes.at(n))
                Q_EMIT dataChanged(index(n, 0, top), index(n, ColumnCount - 1, top));
        }
    }
}

QModelIndex ConnectionModel::indexOf(const QString &cluster) const
{
    const auto found = std::ranges::find(m_clusters, cluster, &ConnectionCluster::name);
    return found == m_clusters.end() ? QModelIndex()
                                     : index(int(std::distance(m_clusters.begin(), found)), 0);
}

QModelIndex ConnectionModel::indexOfKey(const QString &key) const
{
    for (int c = 0; c < m_clusters.size(); ++c) {
        for (int n = 0; n < m_clusters.at(c).nodes.size(); ++n) {
            if (keyOf(m_clusters.at(c).nodes.at(n).profile) == key)
                return index(n, 0, index(c, 0));
        }
    }
    return {};
}

QModelIndex ConnectionModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : TopLevel);
}

QModelIndex ConnectionModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || isTop(index))
        return {};
    return createIndex(int(index.internalId()) - 1, 0, TopLevel);
}

int ConnectionModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_clusters.size());
    if (!isTop(parent) || parent.column() != 0)
        return 0;
    return int(m_clusters.at(parent.row()).nodes.size());
}

int ConnectionModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool ConnectionModel::isTop(const QModelIndex &index) const
{
    return index.internalId() == TopLevel;
}

const ConnectionCluster &ConnectionModel::clusterOf(const QModelIndex &index) const
{
    return m_clusters.at(isTop(index) ? index.row() : int(index.internalId()) - 1);
}

QVariant ConnectionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ConnectionCluster &cluster = clusterOf(index);
    if (role == ClusterRole)
        return cluster.name;
    const QVariant value = isTop(index)
                               ? clusterData(cluster, index.column(), role)
                               : nodeData(cluster.nodes.at(index.row()), index.column(), role);
    // A screen reader that comes to an empty cell says that it is one.
    if (role == Qt::AccessibleTextRole && value.toString().isEmpty())
        return tr("empty");
    return value;
}

QVariant ConnectionModel::clusterData(const ConnectionCluster &cluster, int column, int role)
{
    const auto newest = std::ranges::max_element(cluster.nodes, {}, &ConnectionNode::lastUsed);
    const QDateTime lastUsed =
        newest == cluster.nodes.end() ? QDateTime() : QDateTime(newest->lastUsed);
    switch (role) {
    case FilterRole:
        return QString(cluster.name + u' ' + cluster.note.note);
    case SortRole:
        return column == LastUsedColumn ? QVariant(lastUsed) : QVariant(cluster.name);
    case ColourRole:
        return column == NameColumn && !cluster.note.colour.isEmpty()
                   ? QVariant(QColor(cluster.note.colour))
                   : QVariant();
    case Qt::ToolTipRole:
        return plainTip(cluster.note.note);
    case Qt::FontRole: {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return column == NameColumn ? QVariant(font) : QVariant();
    }
    case Qt::DisplayRole:
        break;
    case Qt::AccessibleTextRole:
        return column == NameColumn
                   ? tr("Cluster %1, %n node(s)", nullptr, int(cluster.nodes.size()))
                         .arg(cluster.name)
                   : clusterData(cluster, column, Qt::DisplayRole);
    default:
        return {};
    }
    if (column == NameColumn)
        return CardText::printable(cluster.name);
    return column == StateColumn ? tr("%n node(s)", nullptr, int(cluster.nodes.size())) : QString();
}

QVariant ConnectionModel::nodeData(const ConnectionNode &node, int column, int role)
{
    switch (role) {
    case KeyRole:
        return keyOf(node.profile);
    case FilterRole:
        return QStringList{node.profile.name,           node.profile.host, node.profile.user,
                           jumpText(node.profile.jump), node.profile.note, wordsOf(node.marks)}
            .join(u' ');
    case SortRole:
        return column == LastUsedColumn ? QVariant(node.lastUsed) : nodeText(node, column);
    case MarksRole:
        return column == MarksColumn ? QVariant::fromValue(node.marks) : QVariant();
    case Qt::DecorationRole:
        return column == StateColumn ? QVariant(icon(node.sign.symbol, toneColour(node.sign.tone)))
                                     : QVariant();
    case Qt::ForegroundRole:
        return column == NameColumn || column == AddressColumn ? QVariant()
                                                               : toneColour(Tone::Neutral);
    case Qt::ToolTipRole:
        return plainTip(nodeTip(node, column));
    case Qt::AccessibleTextRole:
        if (column == NameColumn)
            return spokenLine(node);
        return column == MarksColumn ? wordsOf(node.marks) : nodeText(node, column);
    case Qt::DisplayRole:
        return nodeText(node, column);
    default:
        return {};
    }
}

QVariant ConnectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && section == MarksColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter); // as the marks are
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    static const char *const titles[] = {
        QT_TR_NOOP("Name"),  QT_TR_NOOP("Host"),      QT_TR_NOOP("User"), QT_TR_NOOP("Via"),
        QT_TR_NOOP("Marks"), QT_TR_NOOP("Last used"), QT_TR_NOOP("State")};
    return tr(titles[section]);
}

Qt::ItemFlags ConnectionModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const Qt::ItemFlags both = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDropEnabled;
    return isTop(index) ? both : both | Qt::ItemIsDragEnabled;
}

QString ConnectionModel::mimeType()
{
    return u"application/x-colonnade-profiles"_s;
}

QStringList ConnectionModel::mimeTypes() const
{
    return {mimeType()};
}

QMimeData *ConnectionModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList keys;
    for (const QModelIndex &index : indexes) {
        const QString key = index.data(KeyRole).toString();
        if (index.column() == NameColumn && !key.isEmpty())
            keys.append(key);
    }
    if (keys.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(mimeType(), keys.join(u'\n').toUtf8());
    return data;
}

bool ConnectionModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int, int,
                                      const QModelIndex &) const
{
    return action == Qt::MoveAction && data->hasFormat(mimeType());
}

bool ConnectionModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row,
                                   int column, const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    QStringList keys = QString::fromUtf8(data->data(mimeType())).split(u'\n', Qt::SkipEmptyParts);
    const QString cluster = parent.data(ClusterRole).toString();
    keys.removeIf([&](const QString &key) { // of another program, or at home there
        const QModelIndex index = indexOfKey(key);
        return !index.isValid() || index.data(ClusterRole).toString() == cluster;
    });
    if (!keys.isEmpty())
        Q_EMIT moveRequested(keys, cluster);
    return false; // the lines move when the file has changed
}

ConnectionFilter::ConnectionFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(true);
    setDynamicSortFilter(true);
    setSortRole(ConnectionModel::SortRole);
}

void ConnectionFilter::setWords(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool ConnectionFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QString text =
        sourceModel()->index(row, 0, parent).data(ConnectionModel::FilterRole).toString() + u' '
        + parent.data(ConnectionModel::FilterRole).toString();
    return std::ranges::all_of(
        m_words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool ConnectionFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(sortRole());
    const QVariant b = right.data(sortRole());
    if (a.typeId() == QMetaType::QDateTime && a != b)
        return b.toDateTime() < a.toDateTime(); // the last one first
    const int order =
        a.typeId() == QMetaType::QString ? compareNaturally(a.toString(), b.toString()) : 0;
    if (order != 0)
        return order < 0;
    return compareNaturally(left.siblingAtColumn(0).data().toString(),
                            right.siblingAtColumn(0).data().toString())
           < 0;
}

} // namespace colonnade::gui
