// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/clusterconfview.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace colonnade::gui {

class AttributeForm;
class FencingTree;
struct FencePlace;

/// The nodes with their votes and how they are fenced, the fence devices, and what the votes mean.
class NodesAndFencingView final : public ClusterConfView
{
    Q_OBJECT

public:
    /// Of the rows of nodes() and devices(): the name as the file spells it.
    static constexpr int NameRole = Qt::UserRole;

    NodesAndFencingView(ClusterConfDocument *document, QWidget *parent);
    ~NodesAndFencingView() override;

    QTreeWidget *nodes() const { return m_nodes; }
    QTreeWidget *devices() const { return m_devices; }
    FencingTree *fencing() const { return m_fencing; }
    AttributeForm *clusterForm() const { return m_clusterForm; }
    AttributeForm *nodeForm() const { return m_nodeForm; }
    AttributeForm *useForm() const { return m_useForm; }
    AttributeForm *deviceForm() const { return m_deviceForm; }
    /// What the votes mean, in words.
    QString quorumText() const;

public Q_SLOTS:
    void setCurrentNode(const QString &node);
    void setCurrentDevice(const QString &device);
    void askForNode();
    void askForNodeName();
    void askToRemoveNode();
    void askForDevice();
    void askForDeviceName();
    void askToRemoveDevice();
    /// A method with that fence device, behind the others of the current node.
    void addMethod(const QString &device);
    /// Another device in the current method of the current node.
    void addUse(const QString &device);
    void askForMethodName();
    void removeFencing();

protected:
    void refresh() override;

private:
    QWidget *buildCluster();
    QWidget *buildNodes();
    QWidget *buildDevices();
    QWidget *buildNodePage();
    QWidget *buildDevicePage();
    QWidget *buildFencingButtons(QWidget *parent);
    void connectFencing();

    void showCluster();
    void showNodes();
    void showDevices();
    void showNode();
    void showUse();
    void showDevice();
    void showDocumentSelection();
    void selectInDocument(const formats::XmlElement &element);
    void fillDeviceMenu(QPushButton *button, void (NodesAndFencingView::*add)(const QString &));

    void setClusterAttribute(const QString &name, const std::optional<QString> &value);
    void setTwoNode(bool on);
    void setNodeAttribute(const QString &name, const std::optional<QString> &value);
    /// Any attribute of an element that has no act of its own.
    void setAttribute(const formats::XmlElement &element, const QString &what, const QString &name,
                      const std::optional<QString> &value);

    std::optional<formats::ClusterNode> node() const;
    std::optional<formats::FenceDevice> device() const;
    std::optional<formats::FenceUse> use() const;
    /// "ipmi of node1, node2 and node3"
    QStringList usersOf(const QString &device) const;

    QLabel *m_quorum = nullptr;
    AttributeForm *m_clusterForm = nullptr;
    QTreeWidget *m_nodes = nullptr;
    QTreeWidget *m_devices = nullptr;
    QList<QPushButton *> m_nodeButtons;   ///< that need a node
    QList<QPushButton *> m_deviceButtons; ///< that need a device
    QList<QPushButton *> m_methodButtons; ///< that need a method
    QStackedWidget *m_pages = nullptr;
    QLabel *m_nodeTitle = nullptr;
    AttributeForm *m_nodeForm = nullptr;
    QLabel *m_noFencing = nullptr;
    FencingTree *m_fencing = nullptr;
    QLabel *m_useTitle = nullptr;
    AttributeForm *m_useForm = nullptr;
    QLabel *m_deviceTitle = nullptr;
    QLabel *m_deviceAbout = nullptr;
    AttributeForm *m_deviceForm = nullptr;
    QString m_node;
    QString m_device;
    bool m_selecting = false;
};

} // namespace colonnade::gui
