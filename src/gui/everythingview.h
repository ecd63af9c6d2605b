// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/clusterconfschema.h"
#include "gui/clusterconfview.h"

class QLabel;
class QMenu;
class QPushButton;
class QTableWidget;
class QTableWidgetItem;
class QTreeView;

namespace colonnade::gui {

class XmlTreeModel;

/// Every element of the file as a tree, and every attribute of the current one as a table: what no
/// other view has a form for is here too, and can be changed.
class EverythingView final : public ClusterConfView
{
    Q_OBJECT

public:
    EverythingView(ClusterConfDocument *document, QWidget *parent);
    ~EverythingView() override;

    XmlTreeModel *model() const { return m_model; }
    QTreeView *tree() const { return m_tree; }
    QTableWidget *attributes() const { return m_attributes; }
    /// The current element; none where there is none.
    formats::XmlElement current() const;

public Q_SLOTS:
    void setCurrent(const QString &path);
    void setAttribute(const QString &name, const QString &value);
    void removeAttribute(const QString &name);
    void renameAttribute(const QString &name, const QString &newName);
    /// Behind the children of the current one; asks for what has to be in it.
    void askForElement(const QString &tag);
    void askForAttribute(const QString &name);
    void removeElement();
    void moveElement(int step);

protected:
    void refresh() override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QWidget *buildTree();
    QWidget *buildAttributes();
    void showAttributes();
    void showTreeMenu(const QPoint &position);
    void fillElementMenu(QMenu *menu);
    void fillAttributeMenu(QMenu *menu);
    void attributeEdited(QTableWidgetItem *item);
    void selectAttribute(int row);
    void showDocumentSelection();
    void restoreTree(const QStringList &expanded, const QString &current);
    QStringList expandedPaths() const;
    void addElement(const formats::XmlElement &parent, const QString &tag, const QString &attribute,
                    const QString &value);
    /// What the schema knows of an element; nullptr: nothing.
    static const formats::ClusterElement *schemaOf(const formats::XmlElement &element);

    XmlTreeModel *m_model;
    QTreeView *m_tree = nullptr;
    QLabel *m_title = nullptr;
    QTableWidget *m_attributes = nullptr;
    QPushButton *m_removeAttribute = nullptr;
    QList<QPushButton *> m_elementButtons; ///< not for the root
    bool m_filling = false;
    bool m_selecting = false;
};

} // namespace colonnade::gui
