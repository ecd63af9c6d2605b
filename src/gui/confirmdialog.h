// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/migrationcontroller.h"

#include <QDialog>

class QVBoxLayout;

namespace colonnade::gui {

/// The one confirmation before guests are moved: which, from where, to where, what to mind, which
/// stay and why, and the exact commands. Cancel is what Enter and Escape do.
class ConfirmDialog final : public QDialog
{
    Q_OBJECT

public:
    ConfirmDialog(const QList<PreparedMigration> &answers, QWidget *parent);

    /// The commands as they can be copied.
    QByteArray script() const;

private:
    void addGuests(QVBoxLayout *layout, const QList<PreparedMigration> &answers);
    void addReasons(QVBoxLayout *layout, const QList<PreparedMigration> &answers);
    void addCommands(QVBoxLayout *layout);
    void addButtons(QVBoxLayout *layout, qsizetype asked);
    void addReason(QVBoxLayout *layout, const QString &symbol, const QColor &color,
                   const QString &text);

    QList<PreparedMigration> m_moving;
};

} // namespace colonnade::gui
