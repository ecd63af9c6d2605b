// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chipflow.h"
#include "gui/domainsmodel.h"

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace colonnade::gui {

class NameButton;
class ToggleSwitch;

/// The head of a failover domain's column: its name, which is changed in place, what its switches
/// do, and the virtual machines that have it.
class DomainHead final : public QWidget
{
    Q_OBJECT

public:
    explicit DomainHead(QWidget *parent);

    void setDomain(const DomainsModel::Domain &domain, const QList<GroupName> &groups);
    const QString &domain() const { return m_domain.name; }
    ChipFlow *chips() const { return m_chips; }
    ToggleSwitch *flag(formats::DomainFlag flag) const;
    /// Puts the name into a line that can be written in.
    void editName();
    /// A chip is being dragged onto it.
    void setTarget(bool target);

    /// The width that shows everything but very long names.
    int wantedWidth() const;

Q_SIGNALS:
    void flagWanted(const QString &domain, colonnade::formats::DomainFlag flag, bool on);
    void renameWanted(const QString &domain, const QString &newName);
    void menuWanted(const QString &domain, const QPoint &screenPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void finishName(bool take);
    ToggleSwitch *addFlag(formats::DomainFlag flag, const QString &name);
    void showFlag(formats::DomainFlag flag, bool on);

    DomainsModel::Domain m_domain;
    bool m_target = false;
    NameButton *m_name;
    QLineEdit *m_edit;
    QToolButton *m_menu;
    QList<ToggleSwitch *> m_flags; ///< in the order of DomainFlag
    ChipFlow *m_chips;
};

} // namespace colonnade::gui
