// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/profile.h"

#include <QListWidget>

namespace colonnade::gui {

/// "Key file", "SSH agent", ...
QString methodName(profiles::LoginMethod method);

/// The ways to log in, each with a tick, in an order that is changed by dragging, and by Alt+Up and
/// Alt+Down.
class MethodList final : public QListWidget
{
    Q_OBJECT

public:
    explicit MethodList(QWidget *parent = nullptr);

    /// @p methods are ticked and first; empty: all, in their usual order.
    void setMethods(const QList<profiles::LoginMethod> &methods);
    /// The ticked ones in their order.
    QList<profiles::LoginMethod> methods() const;
    /// Moves the current one by @p rows.
    void moveCurrent(int rows);

Q_SIGNALS:
    /// A person changed ticks or order.
    void edited();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void add(profiles::LoginMethod method, bool ticked);
};

} // namespace colonnade::gui
