// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"
#include "ctl/context.h"
#include "ctl/signals.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <thread>
#include <unistd.h>

namespace {

/// Takes the places of standard streams that were closed, so that no file of ours gets one of them
/// and is read or written as that stream. What takes them fails as what is closed does.
void fillStandardStreams()
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
        if (::fcntl(stream, F_GETFD) < 0)
            ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    fillStandardStreams();
    colonnade::base::forbidCoreFiles();
    // Before any thread begins, as threads inherit which signals are blocked.
    colonnade::ctl::StopOnSignal signalStop;
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("colonnade"));
    QCoreApplication::setApplicationVersion(QStringLiteral(COLONNADE_VERSION));
    colonnade::ctl::Terminal terminal;
    int status = 0;
    // Beside the event loop, in which the keychain works.
    std::thread work([&] {
        status =
            colonnade::ctl::run(QCoreApplication::arguments().mid(1), terminal, signalStop.token());
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    QCoreApplication::exec();
    work.join();
    return status;
}
