// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/clusterconf_fixture.h"

#include <QApplication>
#include <QTest>
#include <QWidget>

namespace colonnade::gui {

ClusterConfFixture::~ClusterConfFixture()
{
    pool.waitForDone();
}

QString ClusterConfFixture::lastAct() const
{
    return const_cast<ClusterConfDocument &>(document).history()->undoText();
}

std::vector<std::string> ClusterConfFixture::changedLines() const
{
    QList<QByteArray> added = document.text().split('\n');
    std::vector<std::string> lines;
    for (const QByteArray &line : document.base().split('\n')) {
        if (!added.removeOne(line))
            lines.push_back('-' + line.trimmed().toStdString());
    }
    for (const QByteArray &line : document.base().split('\n'))
        added.removeOne(line);
    for (const QByteArray &line : added)
        lines.push_back('+' + line.trimmed().toStdString());
    return lines;
}

void ClusterConfFixture::expectUndoRestores(const QByteArray &bytes)
{
    const QByteArray after = document.text();
    while (document.history()->canUndo())
        document.history()->undo();
    EXPECT_EQ(document.text(), bytes);
    while (document.history()->canRedo())
        document.history()->redo();
    EXPECT_EQ(document.text(), after);
}

void showWindow(QWidget &widget, const QSize &size)
{
    widget.resize(size);
    widget.show();
    QApplication::setActiveWindow(&widget);
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
}

void dragTo(QWidget *widget, const QPoint &from, const QPoint &to)
{
    QTest::mousePress(widget, Qt::LeftButton, {}, from);
    constexpr int Steps = 6;
    for (int step = 1; step <= Steps; ++step) {
        const QPoint at = from + (to - from) * step / Steps;
        QMouseEvent move(QEvent::MouseMove, at, widget->mapToGlobal(at), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(widget, &move);
    }
}

} // namespace colonnade::gui
