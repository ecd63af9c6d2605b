// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogbuttons.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>

namespace colonnade::gui {

void cancelByDefault(QDialogButtonBox *box, QDialog *dialog)
{
    QPushButton *cancel = box->button(QDialogButtonBox::Cancel);
    for (QAbstractButton *each : box->buttons()) {
        auto *button = static_cast<QPushButton *>(each);
        button->setAutoDefault(button == cancel);
        button->setIcon({}); // some platforms give icons to some of them
    }
    cancel->setDefault(true);
    cancel->setFocus();
    QObject::connect(box, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(box, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
}

} // namespace colonnade::gui
