// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/clusterconf_states.h"
#include "gui/clusterconfdocument.h"

#include <QPoint>
#include <QSize>

#include <gmock/gmock.h>

#include <string>
#include <vector>

class QWidget;

namespace colonnade::gui {

/// A cluster.conf that a view is opened on.
struct ClusterConfFixture : testing::Test
{
    QThreadPool pool;
    ClusterConfDocument document{&pool};

    ~ClusterConfFixture() override;

    void open(const QByteArray &text) { document.open(text); }
    /// The title of the last act.
    QString lastAct() const;
    /// The lines, without indentation, that base() has and text() has not, with a minus, then those
    /// that text() has.
    std::vector<std::string> changedLines() const;
    /// Undoes everything.
    void expectUndoRestores(const QByteArray &bytes);
};

void showWindow(QWidget &widget, const QSize &size);

/// Presses the left button at @p from and moves to @p to in steps; both in @p widget.
void dragTo(QWidget *widget, const QPoint &from, const QPoint &to);

} // namespace colonnade::gui
