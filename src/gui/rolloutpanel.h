// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/deployment.h"

#include <QHash>
#include <QWidget>

class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace colonnade::gui {

class RollOut;

/// How far a roll-out is, node by node. It is shown while one runs.
class RollOutPanel final : public QWidget
{
    Q_OBJECT

public:
    RollOutPanel(RollOut *rollOut, QWidget *parent);

private:
    void begin();
    void present(const operations::DeployProgress &progress);

    RollOut *m_rollOut;
    QLabel *m_head;
    QProgressBar *m_bar;
    QPushButton *m_stop;
    QGridLayout *m_grid;
    QHash<QString, QLabel *> m_words; ///< by node
};

} // namespace colonnade::gui
