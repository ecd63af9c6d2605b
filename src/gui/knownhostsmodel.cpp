// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/knownhostsmodel.h"

#include <QFontDatabase>

namespace colonnade::gui {

void KnownHostsModel::setKeys(const QList<remote::ListedHostKey> &keys)
{
    beginResetModel();
    m_keys = keys;
    endResetModel();
}

int KnownHostsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_keys.size());
}

int KnownHostsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString KnownHostsModel::text(const remote::ListedHostKey &key, int column) const
{
    switch (column) {
    case Host:
        return key.hosts();
    case Type:
        return QString::fromLatin1(key.key.content.key.type);
    case Fingerprint:
        return remote::fingerprint(key.key.content.key);
    case Place:
        return remote::placeOf(key.key);
    default:
        return key.marker();
    }
}

QVariant KnownHostsModel::data(const QModelIndex &index, int role) const
{
    const remote::ListedHostKey &key = m_keys.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(key, index.column());
    case Qt::ToolTipRole:
        return text(key, index.column()).toHtmlEscaped();
    case Qt::FontRole:
        return index.column() == Fingerprint
                   ? QVariant(QFontDatabase::systemFont(QFontDatabase::FixedFont))
                   : QVariant();
    case SortRole:
        return index.column() == Place ? key.key.file + QChar(u'\n')
                                             + QString::number(key.key.line).rightJustified(9, u'0')
                                       : text(key, index.column());
    case SearchRole: {
        QStringList all = key.knownAs;
        for (int column = 0; column < ColumnCount; ++column)
            all.append(text(key, column));
        return all.join(QLatin1Char('\n'));
    }
    default:
        return {};
    }
}

QVariant KnownHostsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Host:
        return tr("Host");
    case Type:
        return tr("Type");
    case Fingerprint:
        return tr("Fingerprint");
    case Place:
        return tr("File and line");
    default:
        return tr("Marker");
    }
}

} // namespace colonnade::gui
