// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/interaction.h"

#include <QDialog>
#include <QHash>
#include <QPointer>

#include <memory>

class QPushButton;
class QThreadPool;

namespace Ui {
class HostKeyAlarmDialog;
}

namespace colonnade::gui {

/// Tells of a host key that is not the one on file. There is nothing to accept: what it offers is
/// to remove the old keys, in a dialog of its own, after which the host is asked about as a new
/// one.
class HostKeyAlarmDialog final : public QDialog
{
    Q_OBJECT

public:
    HostKeyAlarmDialog(const remote::HostKeyAlarm &alarm, QThreadPool *pool, QWidget *parent);
    ~HostKeyAlarmDialog() override;

    /// The same host again; the dialog shows what is true now.
    void setAlarm(const remote::HostKeyAlarm &alarm);

Q_SIGNALS:
    void connectAgainRequested(const QString &node);

private:
    void showKeys();
    void showWords();
    void addButtons();
    void removeOldKeys();

    remote::HostKeyAlarm m_alarm;
    QThreadPool *m_pool;
    std::unique_ptr<Ui::HostKeyAlarmDialog> m_ui;
    QPushButton *m_remove = nullptr;
    QPointer<QDialog> m_removal;
};

/// Shows the alarms, one dialog a host. Lives in the GUI thread.
class HostKeyAlarms final : public QObject
{
    Q_OBJECT

public:
    /// @p pool must outlive this object.
    HostKeyAlarms(QThreadPool *pool, QWidget *dialogParent);

    void raise(const remote::HostKeyAlarm &alarm);

Q_SIGNALS:
    void connectAgainRequested(const QString &node);

private:
    QThreadPool *m_pool;
    QWidget *m_dialogParent;
    QHash<QString, QPointer<HostKeyAlarmDialog>> m_dialogs; ///< by node and address
};

} // namespace colonnade::gui
