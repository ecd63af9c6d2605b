// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/clusterconfview.h"
#include "gui/groupchip.h"

#include <QPointer>

class QFrame;
class QLabel;
class QMenu;
class QPushButton;

namespace colonnade::gui {

class ChipFlow;
class DomainHead;
class DomainHeads;
class DomainsModel;
class DomainsTable;
class DragGhost;
class Surface;
class WhereWouldItRun;

/// The failover domains as a picture: a row a node, a column a domain. Pills that are dragged up or
/// down order the nodes of a domain, chips that are dragged to a column get its domain; keys and
/// menus do the same.
class FailoverDomainsView final : public ClusterConfView
{
    Q_OBJECT

public:
    FailoverDomainsView(ClusterConfDocument *document, QWidget *parent);
    ~FailoverDomainsView() override;

    DomainsModel *model() const { return m_model; }
    DomainsTable *table() const { return m_table; }
    DomainHeads *heads() const { return m_heads; }
    /// The virtual machines and services without a domain.
    ChipFlow *looseGroups() const { return m_loose; }
    /// The panel beside the picture; who has a better place for it, such as
    /// EditorPage::addSidePanel(), may take it there, and gives it the state then.
    WhereWouldItRun *panel() const;
    /// What the line above the picture says: what can be done, or what a drop would do now.
    QString hint() const;

public Q_SLOTS:
    /// Asks for the name and the nodes of a new domain.
    void askForDomain();
    /// Says what refers to the domain, and removes it with that if it is confirmed.
    void askToRemove(const QString &domain);
    void editName(const QString &domain);

Q_SIGNALS:
    /// Somebody wants to see where that virtual machine would run.
    void vmChosen(const QString &vm);

protected:
    void refresh() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void buildGrid();
    void connectTable();
    void connectHead(DomainHead *head);
    void connectChips(ChipFlow *chips);

    void showHint(const QString &text);
    void showDocumentSelection();
    void selectInDocument();
    void showPlaceholder();
    /// No higher than its rows: what comes below follows at once.
    void fitHeight();

    void moveMember(const QString &domain, const QString &node, qsizetype position);
    void addMember(const QString &domain, const QString &node);
    void removeMember(const QString &domain, const QString &node);
    void setPriority(const QString &domain, const QString &node, int now);
    void setFlag(const QString &domain, formats::DomainFlag flag, bool on);
    void rename(const QString &domain, const QString &newName);
    void setDomainOf(const GroupName &group, const QString &domain);

    void showCellMenu(const QModelIndex &index, const QPoint &position);
    void addMoves(QMenu *menu, const QModelIndex &index);
    void showHeadMenu(const QString &domain, const QPoint &position);
    void showChipMenu(const GroupName &group, const QPoint &position);

    void dragChip(const GroupName &group, const QPoint &position);
    void dropChip(const GroupName &group, const QPoint &position);
    void endChipDrag();
    /// The domain whose column is at that place of the screen; empty: the place for those without
    /// one; none: neither.
    std::optional<QString> domainAt(const QPoint &position) const;
    QString domainOf(const GroupName &group) const;

    DomainsModel *m_model;
    QLabel *m_hint;
    QPushButton *m_add;
    Surface *m_grid;
    DomainsTable *m_table;
    DomainHeads *m_heads;
    QLabel *m_placeholder;
    QFrame *m_looseRow;
    QLabel *m_looseLabel;
    ChipFlow *m_loose;
    DragGhost *m_ghost;
    QPointer<WhereWouldItRun> m_panel; ///< who took it may have ended it
    bool m_selecting = false;
};

} // namespace colonnade::gui
