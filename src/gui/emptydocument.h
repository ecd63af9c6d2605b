// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace colonnade::gui {

class DocumentDesk;

/// What an editor shows while no file is open: why, and what can be done.
class EmptyDocument final : public QWidget
{
    Q_OBJECT

public:
    /// @p canCreate: whether there are new files of this kind.
    EmptyDocument(const QString &path, bool canCreate, QWidget *parent);

    void present(const DocumentDesk &desk, const cluster::ClusterState &state);

Q_SIGNALS:
    void openFileRequested();
    void newRequested();

private:
    QString m_path;
    bool m_canCreate;
    QLabel *m_headline;
    QLabel *m_words;
    QPushButton *m_open;
    QPushButton *m_new;
};

} // namespace colonnade::gui
