// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;
class QDialogButtonBox;

namespace colonnade::gui {

/// For a question that must not be answered in passing: Enter and Escape are Cancel. @p box has its
/// buttons already, Cancel among them.
void cancelByDefault(QDialogButtonBox *box, QDialog *dialog);

} // namespace colonnade::gui
