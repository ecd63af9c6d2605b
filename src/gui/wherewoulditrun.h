// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/clusterconfview.h"
#include "gui/theme.h"
#include "rules/rehearsal.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QTreeWidget;

namespace colonnade::gui {

/// What is said of a node as a place for a virtual machine: "here, 1st", "3rd · 1.2 GiB short".
struct PlaceWords
{
    QString text; ///< with its sign
    Tone tone = Tone::Neutral;

    static PlaceWords of(const rules::RehearsedVm &vm, const rules::RehearsedNode &node);
    /// "1st", "2nd"
    static QString ordinal(int place);
    /// What becomes of it, in a sentence or two.
    static QString fate(const rules::RehearsedVm &vm);
};

/// Where a virtual machine would run: the nodes in their order, and what happens when those that
/// are ticked are dead. A panel beside the failover domains.
class WhereWouldItRun final : public ClusterConfView
{
    Q_OBJECT

public:
    WhereWouldItRun(ClusterConfDocument *document, QWidget *parent);

    QString vm() const;
    /// The nodes that are ticked.
    const QStringList &deadNodes() const { return m_dead; }
    QTreeWidget *nodes() const { return m_nodes; }
    /// What is said of the chosen one, and of all.
    QString sentence() const;
    QString summary() const;

public Q_SLOTS:
    void setVm(const QString &vm);
    void setDead(const QString &node, bool dead);

protected:
    void refresh() override;

private:
    void rehearseInBackground();
    void present(const rules::Rehearsal &rehearsal);
    void showVms(const rules::Rehearsal &rehearsal);
    void showNodes(const rules::RehearsedVm &vm);
    void showSummary(const rules::Rehearsal &rehearsal);

    QComboBox *m_vms;
    QLabel *m_help;
    QTreeWidget *m_nodes;
    QLabel *m_sentence;
    QLabel *m_summary;
    QStringList m_dead; ///< what is asked, not what the file says
    QTimer m_pause;     ///< until a large cluster is rehearsed
    int m_asked = 0;    ///< how often a rehearsal was asked for
    bool m_filling = false;
};

} // namespace colonnade::gui
