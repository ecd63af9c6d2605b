// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/nodefiles.h"

#include <QWidget>

class QMenu;
class QPushButton;
class QToolButton;

namespace colonnade::gui {

class DocumentDesk;
class ElidedLabel;

/// What can be done with a file as a whole, and who holds it.
class DocumentBar final : public QWidget
{
    Q_OBJECT

public:
    DocumentBar(bool canCreate, QWidget *parent);

    /// The nodes that the file can be opened from.
    void setNodes(const QList<HeldFile> &files);
    /// Where the open text came from.
    void setOrigin(const DocumentDesk &desk);
    /// @p title: of the button; @p why: why it cannot be pressed, empty where it can.
    void setRollOut(const QString &title, const QString &why);

Q_SIGNALS:
    void openFromNodeRequested(const QString &node);
    void openFileRequested();
    void newRequested();
    void saveAsRequested();
    void compareRequested(const QString &node);
    void historyRequested();
    void rollOutRequested();

private:
    void fillMenus();

    QList<HeldFile> m_files;
    QMenu *m_openMenu;
    QMenu *m_compareMenu;
    QToolButton *m_open;
    QToolButton *m_compare;
    QToolButton *m_history;
    ElidedLabel *m_origin;
    ElidedLabel *m_sentence;
    QPushButton *m_rollOut;
    bool m_canCreate;
};

} // namespace colonnade::gui
