// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/context.h"
#include "ctl/signals.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    // Before any thread begins, as threads inherit which signals are blocked.
    colonnade::ctl::StopOnSignal signalStop;
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("colonnade"));
    QCoreApplication::setApplicationVersion(QStringLiteral(COLONNADE_VERSION));
    colonnade::ctl::Terminal terminal;
    return colonnade::ctl::run(QCoreApplication::arguments().mid(1), terminal, signalStop.token());
}
