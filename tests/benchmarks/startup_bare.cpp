// SPDX-License-Identifier: GPL-3.0-or-later
// What startup measures against: the least that a Qt Widgets program with a main window can be.
#include <QApplication>
#include <QLabel>
#include <QMainWindow>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.setCentralWidget(new QLabel(QStringLiteral("A window of Qt Widgets and nothing else.")));
    window.resize(1320, 840);
    window.show();
    return QApplication::exec();
}
