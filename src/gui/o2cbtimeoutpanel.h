// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/o2cbtimeouts.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace colonnade::gui {

/// o2cb's timeouts: what each means, and where each node stands with it.
class O2cbTimeoutPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit O2cbTimeoutPanel(QWidget *parent = nullptr);

    /// What looks the same stays, open or not.
    void setTimeouts(const QList<rules::O2cbTimeoutState> &timeouts);
    /// The current timeout; absent: none.
    std::optional<rules::O2cbTimeoutState> current() const;
    /// Its line as the file of a node has it: O2CB_IDLE_TIMEOUT_MS=30000. Empty where nodes differ.
    QString currentLine() const;

Q_SIGNALS:
    /// The current timeout is to be set on all nodes.
    void setRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateColours();
    void fill();
    void addTimeout(const rules::O2cbTimeoutState &timeout);
    void addNode(QTreeWidgetItem *parent, const rules::O2cbTimeoutState &timeout,
                 const rules::O2cbNodeValue &node);
    void fitHeight();
    void updateButtons();
    void copyLine();

    QList<rules::O2cbTimeoutState> m_timeouts;
    QTreeWidget *m_tree;
    QLabel *m_hint;
    QPushButton *m_set;
    QPushButton *m_copy;
};

} // namespace colonnade::gui
