// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "remote/knownhostsfile.h"

#include <QDialog>

#include <memory>

class QPushButton;
class QThreadPool;

namespace Ui {
class RemoveHostKeysDialog;
}

namespace colonnade::gui {

/// The explicit act that takes host keys out of their files: names lines, files and backups, asks,
/// does it on a thread of the pool, and says what was done. Cancel is what Enter and Escape do.
class RemoveHostKeysDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p host: whose keys they are, where that is known; then it offers to connect to it again.
    RemoveHostKeysDialog(const QList<remote::StoredHostKey> &keys, const QString &host,
                         QThreadPool *pool, QWidget *parent);
    ~RemoveHostKeysDialog() override;

Q_SIGNALS:
    void removed();
    void connectAgainRequested();

private:
    using Removal = base::Result<QList<remote::KnownHostsRemoval>>;

    void showKeys();
    void showBackups(const QStringList &backups);
    void addButtons();
    void remove();
    void showResult(const Removal &removal);
    void offerToConnect();

    const QList<remote::StoredHostKey> m_keys;
    const QString m_host;
    QThreadPool *m_pool;
    std::unique_ptr<Ui::RemoveHostKeysDialog> m_ui;
    QPushButton *m_remove = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace colonnade::gui
