// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/profile.h"
#include "remote/knownhostslist.h"

#include <QDialog>

#include <memory>

class QPushButton;
class QSortFilterProxyModel;
class QThreadPool;

namespace Ui {
class KnownHostsDialog;
}

namespace colonnade::gui {

class KnownHostsModel;

/// The keys of hosts that are on file, to look at and to remove; what is wrong in the files. Reads
/// on a thread of the pool. Not modal.
class KnownHostsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p profiles: whose hosts the hashed names are compared with, and whose own files are read.
    KnownHostsDialog(const QList<profiles::Profile> &profiles, QThreadPool *pool, QWidget *parent);
    ~KnownHostsDialog() override;

private:
    void makeTable();
    void addButtons();
    void reload();
    void present(const remote::KnownHostsList &list);
    void updateState();
    QList<remote::StoredHostKey> selected() const;
    void removeSelected();

    QThreadPool *m_pool;
    QStringList m_files;
    QList<remote::NamedHost> m_hosts;
    std::unique_ptr<Ui::KnownHostsDialog> m_ui;
    KnownHostsModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QPushButton *m_remove = nullptr;
    bool m_read = false;
};

} // namespace colonnade::gui
