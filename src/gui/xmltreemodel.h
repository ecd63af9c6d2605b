// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/xmldocument.h"

#include <QAbstractItemModel>
#include <QList>

#include <optional>

namespace colonnade::gui {

/// All elements of an XML document, with their attributes in short. A projection of the document.
class XmlTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Tag, Attributes, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    /// Where the elements are the same as before, and only their attributes are not, indexes stay.
    void setDocument(const formats::XmlDocument &document);
    /// The element of @p index; none for none.
    formats::XmlElement element(const QModelIndex &index) const;
    QModelIndex indexOf(const formats::XmlElement &element) const;
    /// The document that is shown.
    const std::optional<formats::XmlDocument> &document() const { return m_document; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    struct Node
    {
        QByteArray tag;
        qsizetype parent = -1;
        int row = 0;
        QList<qsizetype> children;
    };
    static QList<Node> nodesOf(const formats::XmlDocument &document);
    bool hasShapeOf(const QList<Node> &nodes) const;

    std::optional<formats::XmlDocument> m_document;
    QList<Node> m_nodes; ///< by the numbers of the elements
};

/// What an element is called in a sentence: "vm web1", "cman".
QString spokenName(const formats::XmlElement &element);

} // namespace colonnade::gui
