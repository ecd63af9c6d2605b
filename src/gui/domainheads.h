// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/domainhead.h"

#include <QWidget>

namespace colonnade::gui {

class DomainsTable;

/// The heads of all domains above their columns of a table, with which they scroll sideways and
/// which they give its widths.
class DomainHeads final : public QWidget
{
    Q_OBJECT

public:
    DomainHeads(DomainsTable *table, QWidget *parent);

    /// @p groups: of each domain, in the order of @p domains.
    void setDomains(const QList<DomainsModel::Domain> &domains,
                    const QList<QList<GroupName>> &groups);
    DomainHead *head(int column) const;
    const QList<DomainHead *> &heads() const { return m_heads; }
    /// Puts the heads where the columns are now.
    void arrange();

    QSize sizeHint() const override;

Q_SIGNALS:
    /// A head was made: connect to it.
    void headAdded(colonnade::gui::DomainHead *head);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setWidths();
    void follow(QWidget *focused);

    DomainsTable *m_table;
    QWidget *m_window; ///< over the columns, so that heads end where the row labels begin
    QList<DomainHead *> m_heads;
};

} // namespace colonnade::gui
