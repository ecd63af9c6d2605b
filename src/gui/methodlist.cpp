// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/methodlist.h"

#include <QKeyEvent>
#include <QSignalBlocker>

namespace colonnade::gui {

using profiles::LoginMethod;

namespace {

constexpr LoginMethod All[] = {LoginMethod::Agent, LoginMethod::KeyFile,
                               LoginMethod::KeyboardInteractive, LoginMethod::Password};

} // namespace

QString methodName(LoginMethod method)
{
    switch (method) {
    case LoginMethod::Agent:
        return MethodList::tr("SSH agent");
    case LoginMethod::KeyFile:
        return MethodList::tr("Key files");
    case LoginMethod::KeyboardInteractive:
        return MethodList::tr("Questions of the server (keyboard-interactive)");
    case LoginMethod::Password:
        break;
    }
    return MethodList::tr("Password");
}

MethodList::MethodList(QWidget *parent) : QListWidget(parent)
{
    setDragDropMode(InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setSizeAdjustPolicy(AdjustToContents);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListWidget::itemChanged, this, &MethodList::edited);
    setMethods({});
    setMinimumHeight(count() * sizeHintForRow(0) + 2 * frameWidth());
}

void MethodList::setMethods(const QList<LoginMethod> &methods)
{
    const QSignalBlocker quiet(this);
    clear();
    for (const LoginMethod method : methods)
        add(method, true);
    for (const LoginMethod method : All) {
        if (!methods.contains(method))
            add(method, methods.isEmpty());
    }
    setCurrentRow(0);
}

void MethodList::add(LoginMethod method, bool ticked)
{
    auto *item = new QListWidgetItem(methodName(method), this);
    item->setData(Qt::UserRole, int(method));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                   | Qt::ItemIsDragEnabled);
    item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
}

QList<LoginMethod> MethodList::methods() const
{
    QList<LoginMethod> result;
    for (int row = 0; row < count(); ++row) {
        if (item(row)->checkState() == Qt::Checked)
            result.append(LoginMethod(item(row)->data(Qt::UserRole).toInt()));
    }
    return result;
}

void MethodList::moveCurrent(int rows)
{
    const int from = currentRow();
    const int to = qBound(0, from + rows, count() - 1);
    if (from < 0 || from == to)
        return;
    {
        const QSignalBlocker quiet(this);
        insertItem(to, takeItem(from));
        setCurrentRow(to);
    }
    Q_EMIT edited();
}

void MethodList::keyPressEvent(QKeyEvent *event)
{
    const bool up = event->key() == Qt::Key_Up;
    if (event->modifiers() == Qt::AltModifier && (up || event->key() == Qt::Key_Down))
        moveCurrent(up ? -1 : 1);
    else
        QListWidget::keyPressEvent(event);
}

void MethodList::dropEvent(QDropEvent *event)
{
    QListWidget::dropEvent(event);
    Q_EMIT edited();
}

} // namespace colonnade::gui
