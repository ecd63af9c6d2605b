// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ocfs2nodemodel.h"

#include "gui/card.h"
#include "gui/icons.h"
#include "gui/wording.h"

#include <QFont>
#include <QGuiApplication>
#include <QPixmap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using rules::Ocfs2NodeState;
using rules::Ocfs2Running;

namespace {

bool areSameNodes(const QList<Ocfs2Row> &a, const QList<Ocfs2Row> &b)
{
    const auto name = [](const Ocfs2Row &row) { return row.node.name; };
    return std::ranges::equal(a, b, {}, name, name);
}

QString symbolOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return u"state-good"_s;
    case Tone::Warn:
        return u"state-warn"_s;
    case Tone::Bad:
        return u"state-bad"_s;
    case Tone::Neutral:
        break;
    }
    return u"state-off"_s;
}

QColor colour(Tone tone)
{
    return Theme::of(QGuiApplication::palette()).strong(tone);
}

} // namespace

void Ocfs2NodeModel::setRows(const QList<Ocfs2Row> &rows)
{
    if (!areSameNodes(m_rows, rows)) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    for (int row = 0; row < int(rows.size()); ++row) {
        if (m_rows[row] == rows[row])
            continue;
        m_rows[row] = rows[row];
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

int Ocfs2NodeModel::rowOf(const QByteArray &node) const
{
    const auto found = std::ranges::find_if(
        m_rows, [&node](const Ocfs2Row &row) { return row.node.name == node; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

QString Ocfs2NodeModel::refusal(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Ocfs2Row &row = m_rows.at(index.row());
    switch (index.column()) {
    case Number:
        return row.noNumber;
    case Name:
        return row.noName;
    case Address:
    case Port:
        return row.noAddress;
    default:
        return {};
    }
}

int Ocfs2NodeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int Ocfs2NodeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

Tone Ocfs2NodeModel::tone(const Ocfs2NodeState &state)
{
    if (!state.isCurrent)
        return Tone::Neutral;
    if (state.running == Ocfs2Running::Differs)
        return Tone::Warn;
    return state.running == Ocfs2Running::Loaded ? Tone::Good : Tone::Neutral;
}

QString Ocfs2NodeModel::runningText(const Ocfs2NodeState &state)
{
    if (state.host.isEmpty())
        return tr("no connection of this name");
    if (state.running == Ocfs2Running::Unseen)
        return tr("not connected");
    QString text = state.running == Ocfs2Running::NotLoaded ? tr("not loaded")
                   : state.running == Ocfs2Running::Differs ? tr("loaded as %1").arg(state.loadedAs)
                                                            : tr("loaded");
    if (!state.folders.isEmpty())
        text += u" · "_s + tr("%1 mounted").arg(joined(state.folders, 2));
    return state.isCurrent ? text : tr("not connected; was: %1").arg(text);
}

QString Ocfs2NodeModel::text(const Ocfs2Row &row, int column) const
{
    switch (column) {
    case Number:
        return QString::number(row.node.number);
    case Name:
        return CardText::printable(QString::fromUtf8(row.node.name));
    case Address:
        return CardText::printable(QString::fromUtf8(row.node.address));
    case Port:
        return QString::number(row.node.port);
    default:
        return CardText::printable(runningText(row.state));
    }
}

QString Ocfs2NodeModel::tip(const Ocfs2Row &row, const QModelIndex &index) const
{
    if (const QString why = refusal(index); !why.isEmpty())
        return why;
    if (index.column() != Running)
        return text(row, index.column());
    QString tip = text(row, Running);
    if (!row.state.notKnownBy.isEmpty())
        tip += u'\n' + tr("Not loaded on %1 yet.").arg(joined(row.state.notKnownBy));
    return tip;
}

QString Ocfs2NodeModel::spoken(const Ocfs2Row &row, const QModelIndex &index) const
{
    const QString value = text(row, index.column());
    const QString header = headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    return refusal(index).isEmpty() ? tr("%1: %2", "a column and its value").arg(header, value)
                                    : tr("%1: %2, locked").arg(header, value);
}

/// Numbers without one stand below those with one all the same.
QVariant Ocfs2NodeModel::lock(const Ocfs2Row &row) const
{
    const auto isLocked = [](const Ocfs2Row &each) { return !each.noNumber.isEmpty(); };
    if (isLocked(row))
        return icon(u"locked"_s, colour(Tone::Neutral));
    if (std::ranges::none_of(m_rows, isLocked))
        return {};
    QPixmap nothing(16, 16);
    nothing.fill(Qt::transparent);
    return QIcon(nothing);
}

QVariant Ocfs2NodeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Ocfs2Row &row = m_rows.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return plainTip(tip(row, index));
    case Qt::AccessibleTextRole:
        return spoken(row, index);
    case Qt::DecorationRole:
        if (column == Running)
            return icon(symbolOf(tone(row.state)), colour(tone(row.state)));
        return column == Number ? lock(row) : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return column == Name ? QVariant(font) : QVariant();
    }
    default:
        return {};
    }
}

QVariant Ocfs2NodeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    static const char *const titles[] = {QT_TR_NOOP("Number"), QT_TR_NOOP("Name"),
                                         QT_TR_NOOP("Address"), QT_TR_NOOP("Port"),
                                         QT_TR_NOOP("On the node")};
    return section >= 0 && section < ColumnCount ? tr(titles[section]) : QVariant();
}

Qt::ItemFlags Ocfs2NodeModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (!index.isValid())
        return Qt::NoItemFlags;
    return index.column() == Running || !refusal(index).isEmpty() ? base
                                                                  : base | Qt::ItemIsEditable;
}

bool Ocfs2NodeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole)
        return false;
    const QString typed = value.toString().trimmed();
    if (typed != text(m_rows.at(index.row()), index.column()))
        Q_EMIT changeRequested(index.row(), index.column(), typed);
    return false; // the row changes when the text has
}

} // namespace colonnade::gui
