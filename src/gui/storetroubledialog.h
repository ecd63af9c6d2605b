// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/environment.h"

#include <QDialog>

#include <memory>

namespace Ui {
class StoreTroubleDialog;
}

namespace colonnade::gui {

/// What can be done about a profiles file that cannot be read. Nothing is done to it but by the
/// person's choice, and it is never overwritten.
class StoreTroubleDialog final : public QDialog
{
    Q_OBJECT

public:
    StoreTroubleDialog(const base::Error &reason, const Environment &environment, QWidget *parent);
    ~StoreTroubleDialog() override;

Q_SIGNALS:
    /// The file is another one now, or may be: it is to be read again.
    void storeChanged();

private:
    struct Choice
    {
        QString backup; ///< empty: begin with none
        QString explanation;
    };

    void offer(const QList<profiles::Backup> &backups);
    void add(const QString &text, const Choice &choice, bool possible = true);
    void explain();
    void carryOut();
    void finish(const base::Result<QString> &aside);

    const Environment m_environment;
    QList<Choice> m_choices;
    std::unique_ptr<Ui::StoreTroubleDialog> m_ui;
};

} // namespace colonnade::gui
