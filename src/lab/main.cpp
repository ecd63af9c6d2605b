// SPDX-License-Identifier: GPL-3.0-or-later
// colonnade-lab: simulated Xen nodes for a demonstration, for tests, and for whoever is curious.
#include "lab/control.h"
#include "lab/lab.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>
#include <cstdio>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace {

using namespace colonnade;
using base::ErrorCode;
using base::failure;
using base::Result;
using lab::Lab;

constexpr int UsageError = 2;

int complain(const QString &message, int status)
{
    std::fprintf(stderr, "colonnade-lab: %s\n", qPrintable(message));
    return status;
}

/// The node of "xenhost2" or "2", counted from 0; absent: neither.
std::optional<int> nodeIndex(const QString &word)
{
    const QString prefix = QStringLiteral("xenhost");
    bool isNumber = false;
    const int number = (word.startsWith(prefix) ? word.mid(prefix.size()) : word).toInt(&isNumber);
    return isNumber && number > 0 ? std::optional(number - 1) : std::nullopt;
}

bool setFlag(lab::Guest &guest, const QString &flag)
{
    if (flag == QLatin1String("paused"))
        guest.paused = true;
    else if (flag == QLatin1String("managed"))
        guest.managed = true;
    else if (flag == QLatin1String("halted"))
        guest.halted = true;
    else if (flag == QLatin1String("autostart"))
        guest.autostart = true;
    else if (flag == QLatin1String("pvh"))
        guest.type = toolstack::GuestType::Pvh;
    else
        return false;
    return true;
}

/// NAME:MEMORY:VCPUS:NODE[:FLAG,FLAG]
Result<lab::Guest> parseGuest(const QString &text)
{
    const auto bad = [&text] {
        return failure(
            ErrorCode::InvalidInput,
            QStringLiteral("'%1' is not of the form name:MiB:vcpus:node[:flag,flag].").arg(text));
    };
    const QStringList fields = text.trimmed().split(QLatin1Char(':'));
    if (fields.size() < 4 || fields.size() > 5 || fields[0].isEmpty())
        return bad();
    lab::Guest guest;
    guest.name = fields[0];
    guest.memoryMiB = fields[1].toLongLong();
    guest.vcpus = fields[2].toInt();
    const std::optional<int> node = nodeIndex(fields[3]);
    if (guest.memoryMiB < 1 || guest.vcpus < 1 || !node)
        return bad();
    guest.node = *node;
    for (const QString &flag : fields.value(4).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!setFlag(guest, flag))
            return bad();
    }
    return guest;
}

Result<QList<lab::Guest>> readGuests(const QCommandLineParser &parser)
{
    QStringList lines = parser.values(QStringLiteral("guest"));
    for (const QString &path : parser.values(QStringLiteral("guests"))) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
            return failure(ErrorCode::IoFailed,
                           QStringLiteral("%1 cannot be read: %2.").arg(path, file.errorString()));
        for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
            if (!line.trimmed().isEmpty() && !line.startsWith(QLatin1Char('#')))
                lines.append(line);
        }
    }
    QList<lab::Guest> guests;
    for (const QString &line : lines) {
        const auto guest = parseGuest(line);
        if (!guest)
            return std::unexpected(guest.error());
        guests.append(*guest);
    }
    return guests;
}

Result<lab::Options> readOptions(const QCommandLineParser &parser)
{
    lab::Options options;
    options.nodes = parser.value(QStringLiteral("nodes")).toInt();
    const QString toolstack = parser.value(QStringLiteral("toolstack"));
    if (toolstack != QLatin1String("xl") && toolstack != QLatin1String("xm"))
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("A toolstack is xl or xm, not '%1'.").arg(toolstack));
    options.kind = toolstack == QLatin1String("xm") ? toolstack::Kind::Xm : toolstack::Kind::Xl;
    options.rgmanager = parser.isSet(QStringLiteral("rgmanager"));
    options.noGuests = parser.isSet(QStringLiteral("no-guests"));
    options.folder = parser.value(QStringLiteral("dir"));
    options.keepFolder = parser.isSet(QStringLiteral("keep"));
    options.migrationTime =
        std::chrono::milliseconds(parser.value(QStringLiteral("migration-time")).toInt());
    const qint64 memory = parser.value(QStringLiteral("node-memory")).toLongLong();
    if (options.nodes < 1 || memory < 1 || options.migrationTime.count() < 1)
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("Numbers of nodes, MiB and milliseconds are 1 or more."));
    lab::NodeSpec spec;
    spec.memoryMiB = memory;
    options.specs.fill(spec, options.nodes);
    const auto guests = readGuests(parser);
    if (!guests)
        return std::unexpected(guests.error());
    options.guests = *guests;
    return options;
}

QByteArray description(const Lab &lab, const lab::Options &options)
{
    QJsonArray nodes;
    for (const lab::NodeAccess &node : lab.nodes()) {
        nodes.append(QJsonObject{{QStringLiteral("name"), node.name},
                                 {QStringLiteral("host"), node.host},
                                 {QStringLiteral("port"), node.port},
                                 {QStringLiteral("relocationPort"), node.relocationPort},
                                 {QStringLiteral("root"), node.root},
                                 {QStringLiteral("hostKeyType"), node.hostKeyType},
                                 {QStringLiteral("hostPublicKey"), node.hostPublicKey},
                                 {QStringLiteral("fingerprint"), node.fingerprint}});
    }
    const QJsonObject all{{QStringLiteral("folder"), lab.folder()},
                          {QStringLiteral("control"), lab.controlSocket()},
                          {QStringLiteral("toolstack"), toolstack::kindName(options.kind)},
                          {QStringLiteral("rgmanager"), options.rgmanager},
                          {QStringLiteral("user"), lab.user()},
                          {QStringLiteral("keyFile"), lab.privateKeyFile()},
                          {QStringLiteral("knownHostsFile"), lab.knownHostsFile()},
                          {QStringLiteral("nodes"), nodes}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact) + '\n';
}

void printForPeople(const Lab &lab)
{
    for (const lab::NodeAccess &node : lab.nodes())
        std::printf("%s: ssh -i %s -o UserKnownHostsFile=%s -p %d root@%s\n", qPrintable(node.name),
                    qPrintable(lab.privateKeyFile()), qPrintable(lab.knownHostsFile()), node.port,
                    qPrintable(node.host));
    std::printf(
        "Faults: colonnade-lab control %s fault xenhost2 slow 500\nThe lab ends with Ctrl-D.\n",
        qPrintable(lab.folder()));
}

/// NODE:NAME[:VALUE]
Result<void> setFaults(Lab &lab, const QStringList &faults)
{
    for (const QString &fault : faults) {
        const auto done =
            lab.control(QStringList{QStringLiteral("fault")} + fault.split(QLatin1Char(':')));
        if (!done)
            return std::unexpected(done.error());
    }
    return {};
}

int endSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signalfd(-1, &signals, SFD_CLOEXEC);
}

/// Until standard input ends or a signal asks for the end.
void waitForEnd(int signals)
{
    for (;;) {
        pollfd fds[2] = {{STDIN_FILENO, POLLIN, 0}, {signals, POLLIN, 0}};
        if (poll(fds, 2, -1) < 0)
            continue;
        char bytes[512];
        if (fds[1].revents != 0
            || (fds[0].revents != 0 && read(STDIN_FILENO, bytes, sizeof bytes) <= 0))
            return;
    }
}

int control(const QStringList &words)
{
    if (words.size() < 2)
        return complain(
            QStringLiteral(
                "control DIR fault|clear|cut|die|boot|list NODE ..., or control DIR nodes"),
            UsageError);
    const auto answer = lab::ControlPort::ask(words[0], words.mid(1));
    if (!answer)
        return complain(answer.error().message, 1);
    std::printf("%s\n", qPrintable(*answer));
    return 0;
}

void addOptions(QCommandLineParser &parser)
{
    const auto add = [&parser](const char *name, const char *text, const char *value = "",
                               const char *preset = "") {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(text),
                          QString::fromLatin1(value),
                          preset[0] ? QString::fromLatin1(preset) : QString()});
    };
    parser.addHelpOption();
    parser.addVersionOption();
    add("nodes", "How many nodes there are.", "N", "2");
    add("toolstack", "What runs the guests: xl or xm.", "xl|xm", "xl");
    add("rgmanager", "cman and rgmanager run on every node.");
    add("guest", "A guest: name:MiB:vcpus:node[:paused,managed,pvh,halted,autostart].", "GUEST");
    add("guests", "A file with a guest on each line.", "FILE");
    add("no-guests", "Begin with no guest at all.");
    add("node-memory", "The memory of a node in MiB.", "MiB", "32768");
    add("migration-time", "How long a live migration takes, in milliseconds.", "MS", "6000");
    add("dir", "The lab's folder; must be empty or absent.", "DIR");
    add("keep", "Leave the folder behind.");
    add("fault", "Something that is wrong from the start: NODE:NAME[:VALUE].", "FAULT");
    add("print-json", "Say in one line of JSON how the nodes are reached.");
    parser.addPositionalArgument(QStringLiteral("control"),
                                 QStringLiteral("DIR WORD...: command a lab that is running."),
                                 QStringLiteral("[control DIR WORD...]"));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("colonnade-lab"));
    QCoreApplication::setApplicationVersion(QStringLiteral(COLONNADE_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Simulated Xen nodes behind real SSH servers on loopback."));
    addOptions(parser);
    if (!parser.parse(QCoreApplication::arguments()))
        return complain(parser.errorText(), UsageError);
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp(0);
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    const QStringList words = parser.positionalArguments();
    if (!words.isEmpty())
        return words[0] == QLatin1String("control")
                   ? control(words.mid(1))
                   : complain(QStringLiteral("'%1' is not understood.").arg(words[0]), UsageError);
    const int signals = endSignals();
    const auto options = readOptions(parser);
    if (!options)
        return complain(options.error().message, UsageError);
    const auto lab = Lab::start(*options);
    if (!lab)
        return complain(lab.error().message, 1);
    if (const auto set = setFaults(**lab, parser.values(QStringLiteral("fault"))); !set)
        return complain(set.error().message, UsageError);
    if (parser.isSet(QStringLiteral("print-json")))
        std::fputs(description(**lab, *options).constData(), stdout);
    else
        printForPeople(**lab);
    std::fflush(stdout);
    waitForEnd(signals);
    return 0;
}
