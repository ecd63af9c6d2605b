// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demolab.h"
#include "base/secret.h"
#include "gui/clusterpage.h"
#include "gui/mainwindow.h"
#include "gui/translation.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>

namespace {

using namespace colonnade;

struct Arguments
{
    bool demo = false;
    int nodes = 2;
    QString cluster;
};

/// Handles --help, --version and mistakes itself, before a display is needed.
Arguments readArguments(int argc, char **argv)
{
    // Translations need an application, and one with windows would need the display.
    const QCoreApplication application(argc, argv);
    gui::installTranslations();
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Runs small Xen clusters from a workstation."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption demo(
        QStringLiteral("demo"),
        QCoreApplication::translate("main", "Open the window on a simulated cluster."));
    const QCommandLineOption nodes(
        QStringLiteral("nodes"),
        QCoreApplication::translate("main", "With --demo: how many nodes to simulate (2)."),
        QCoreApplication::translate("main", "number"), QStringLiteral("2"));
    const QCommandLineOption cluster(
        QStringLiteral("cluster"), QCoreApplication::translate("main", "Show this cluster first."),
        QCoreApplication::translate("main", "name"));
    parser.addOptions({demo, nodes, cluster});
    const bool understood = parser.parse(QCoreApplication::arguments());
    if (understood && parser.isSet(QStringLiteral("help")))
        parser.showHelp();
    if (understood && parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    const int count = parser.value(nodes).toInt();
    if (!understood || !parser.positionalArguments().isEmpty() || count < 1 || count > 16) {
        const QString problem = understood ? QCoreApplication::translate("main", "Not understood.")
                                           : parser.errorText();
        std::fprintf(stderr, "%s\n%s", qPrintable(problem), qPrintable(parser.helpText()));
        std::exit(2);
    }
    return {parser.isSet(demo), count, parser.value(cluster)};
}

void openDemo(app::DemoLab &lab, gui::MainWindow &window, int nodes)
{
    QObject::connect(&lab, &app::DemoLab::ready, &window, [&window] { window.begin(); });
    QObject::connect(&lab, &app::DemoLab::failed, &window, [&window](const base::Error &error) {
        gui::Message message;
        message.id = QStringLiteral("demo");
        message.tone = gui::Tone::Bad;
        message.sentence = error.message;
        message.remedy = error.remedy;
        window.page()->messages()->put(message);
    });
    lab.start(nodes);
}

} // namespace

int main(int argc, char **argv)
{
    base::forbidCoreFiles();
    QCoreApplication::setApplicationName(QStringLiteral("colonnade"));
    QCoreApplication::setApplicationVersion(QStringLiteral(COLONNADE_VERSION));
    QCoreApplication::setOrganizationName(QStringLiteral("colonnade"));
    const Arguments arguments = readArguments(argc, argv);

    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Colonnade"));
    QGuiApplication::setDesktopFileName(QStringLiteral("colonnade"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/colonnade/colonnade.svg")));
    gui::installTranslations();

    std::optional<app::DemoLab> lab;
    if (arguments.demo)
        lab.emplace();
    gui::Environment environment = lab ? lab->environment() : gui::Environment();
    if (!lab)
        environment.secrets = profiles::keychainStore();
    auto window = std::make_unique<gui::MainWindow>(environment);
    window->show();
    if (lab)
        openDemo(*lab, *window, arguments.nodes);
    else
        window->begin(arguments.cluster);
    const int status = QApplication::exec();

    window.reset();
    // What still waits for a node has been told to stop; a thread that does not hear it is left
    // behind.
    if (!environment.pool->waitForDone(10000))
        std::quick_exit(status);
    return status;
}
