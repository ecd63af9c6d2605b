// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"

#include <QAbstractButton>

namespace colonnade::gui {

/// A switch with its words beside it: on is to the end of the line. What screen readers call it is
/// its accessible name; the words may change with the state.
class ToggleSwitch final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ToggleSwitch(QWidget *parent = nullptr);

    /// The words while it is off, and while it is on.
    void setWords(const QString &off, const QString &on);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString words() const { return isChecked() ? m_on : m_off; }
    QSize track(const Fonts &fonts) const;

    QString m_off;
    QString m_on;
};

} // namespace colonnade::gui
