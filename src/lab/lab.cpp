// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/lab.h"

#include "lab/control.h"
#include "lab/guestfile.h"
#include "lab/initial.h"
#include "lab/keys.h"
#include "lab/nodeshell.h"
#include "lab/roots.h"
#include "lab/server.h"
#include "lab/statefile.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <ctime>
#include <map>
#include <mutex>

namespace colonnade::lab {

using base::ErrorCode;
using base::failure;
using base::Result;

class Lab::Private
{
public:
    ~Private();

    Result<void> start();
    NodeServer *server(const QString &node);
    QString rootOf(const QString &node) const { return folder + QLatin1Char('/') + node; }
    Result<void> setFault(const QString &node, const QString &fault, std::optional<int> value);
    Result<void> powerOff(const QString &node);
    Result<void> boot(const QString &node);
    Result<void> cut(const QString &node);
    QStringList domains(const QString &node) const;
    Result<QString> control(const QStringList &words);
    QString nodeLines() const;

    Options options;
    QString folder;
    QString program;
    StateFile file{""};
    State initial;
    Key clientKey;
    QList<NodeAccess> access;
    std::map<QString, std::unique_ptr<NodeServer>> servers;
    std::unique_ptr<ControlPort> port;
    std::mutex power; ///< one node goes on or off at a time

private:
    Result<void> startServers();
    Result<void> writeKnownHosts() const;
    Result<void> startControl();
    void startAutostarted(Node &node) const;
};

Lab::Private::~Private()
{
    if (port)
        port->stop();
    for (const auto &[name, server] : servers)
        server->setListening(false);
    for (const auto &[name, server] : servers)
        server->cut();
    if (!folder.isEmpty())
        killProcesses(folder.toStdString() + '/', true);
    servers.clear(); // waits for the children
    port.reset();
    if (!folder.isEmpty() && !options.keepFolder)
        QDir(folder).removeRecursively();
}

NodeServer *Lab::Private::server(const QString &node)
{
    const auto found = servers.find(node);
    return found == servers.end() ? nullptr : found->second.get();
}

Result<void> Lab::Private::startServers()
{
    for (Node &node : initial.nodes) {
        auto hostKey = newKey();
        if (!hostKey)
            return std::unexpected(hostKey.error());
        NodeAccess entry;
        entry.name = QString::fromStdString(node.name);
        entry.host = QString::fromStdString(node.address);
        entry.root = rootOf(entry.name);
        entry.hostKeyType = QStringLiteral("ssh-ed25519");
        entry.hostPublicKey = publicText(hostKey->get());
        entry.fingerprint = fingerprintOf(hostKey->get());
        auto server = NodeServer::start(entry.root.toStdString(), node.address, *std::move(hostKey),
                                        clientKey.get());
        if (!server)
            return std::unexpected(server.error());
        node.port = (*server)->port();
        entry.port = static_cast<quint16>(node.port);
        access.append(entry);
        if (!servers.emplace(entry.name, *std::move(server)).second)
            return failure(ErrorCode::InvalidInput,
                           QStringLiteral("Two nodes of the lab are called %1.").arg(entry.name));
    }
    return {};
}

Result<void> Lab::Private::writeKnownHosts() const
{
    QFile known(folder + QStringLiteral("/known_hosts"));
    if (!known.open(QIODevice::WriteOnly))
        return failure(ErrorCode::IoFailed,
                       QStringLiteral("%1 cannot be written.").arg(known.fileName()));
    for (const NodeAccess &node : access)
        known.write(QStringLiteral("[%1]:%2 %3 %4\n")
                        .arg(node.host)
                        .arg(node.port)
                        .arg(node.hostKeyType, node.hostPublicKey)
                        .toLatin1());
    return {};
}

Result<void> Lab::Private::startControl()
{
    auto opened = ControlPort::open(folder + QStringLiteral("/control"),
                                    [this](const QStringList &words) { return control(words); });
    if (!opened)
        return std::unexpected(opened.error());
    port = *std::move(opened);
    for (NodeAccess &node : access) {
        Node &begun = *initial.node(node.name.toStdString());
        if (options.kind != toolstack::Kind::Xm)
            continue;
        const auto relocation = port->openRelocation(node.name, node.host);
        if (!relocation)
            return std::unexpected(relocation.error());
        node.relocationPort = *relocation;
        begun.relocationPort = *relocation;
    }
    return {};
}

Result<void> Lab::Private::setFault(const QString &node, const QString &fault,
                                    std::optional<int> value)
{
    NodeServer *to = server(node);
    if (!to)
        return failure(ErrorCode::NotFound, QStringLiteral("The lab has no node %1.").arg(node));
    bool isOn = true;
    file.update([&](State &state) {
        Node &changed = *state.node(node.toStdString());
        isOn = changed.on;
        if (value)
            changed.faults[fault.toStdString()] = *value;
        else
            changed.faults.erase(fault.toStdString());
    });
    if (fault == QLatin1String("slow"))
        to->switches().delayMs = value.value_or(0);
    else if (fault == QLatin1String("hang"))
        to->setHanging(value.has_value());
    else if (fault == QLatin1String("refuse") && isOn)
        to->setListening(!value);
    else if (fault == QLatin1String("full-disk")) {
        to->switches().diskFull = value.has_value();
        limitFileSize(rootOf(node).toStdString(), value.has_value());
    }
    return {};
}

Result<void> Lab::Private::cut(const QString &node)
{
    NodeServer *to = server(node);
    if (!to)
        return failure(ErrorCode::NotFound, QStringLiteral("The lab has no node %1.").arg(node));
    to->cut();
    return {};
}

Result<void> Lab::Private::powerOff(const QString &node)
{
    NodeServer *to = server(node);
    if (!to)
        return failure(ErrorCode::NotFound, QStringLiteral("The lab has no node %1.").arg(node));
    const std::lock_guard lock(power);
    // First the state: whoever notices that its peer is gone must find that it has no power.
    file.update([&](State &state) {
        Node &off = *state.node(node.toStdString());
        off.on = false;
        off.domains.clear();
        off.faults.erase("migration-death");
        for (Service &service : state.services) {
            if (service.owner == off.name) {
                service.lastOwner = service.owner;
                service.owner = "none";
                service.state = 117; // recoverable: a lab fences nobody, so rgmanager waits
                service.transition = ::time(nullptr);
            }
        }
    });
    to->setListening(false);
    port->setRelocation(node, false);
    to->cut();
    killProcesses(rootOf(node).toStdString());
    return {};
}

/// What xendomains does at the end of a boot.
void Lab::Private::startAutostarted(Node &node) const
{
    const QDir links(rootOf(QString::fromStdString(node.name)) + QStringLiteral("/etc/xen/auto"));
    for (const QString &name : links.entryList(QDir::Files, QDir::Name)) {
        QFile guestFile(links.filePath(name));
        if (!guestFile.open(QIODevice::ReadOnly))
            continue;
        std::optional<Domain> domain = parseGuestFile(guestFile.readAll().toStdString());
        if (!domain || domain->memoryMiB > node.freeMiB())
            continue;
        domain->id = node.nextId++;
        domain->startedAt = domain->cpuSince = monotonicNow();
        node.domains.push_back(*std::move(domain));
    }
}

Result<void> Lab::Private::boot(const QString &node)
{
    NodeServer *to = server(node);
    if (!to)
        return failure(ErrorCode::NotFound, QStringLiteral("The lab has no node %1.").arg(node));
    const std::lock_guard lock(power);
    Result<void> written = failure(ErrorCode::Refused, QStringLiteral("%1 is on.").arg(node));
    file.update([&](State &state) {
        Node &on = *state.node(node.toStdString());
        if (on.on)
            return;
        on.on = true;
        on.bootId = newBootId();
        on.bootedAt = monotonicNow();
        on.nextId = 1;
        startAutostarted(on);
        written = RootBuilder::writeBootId(on, rootOf(node));
    });
    if (!written)
        return written;
    port->setRelocation(node, true);
    const std::optional<State> state = file.read();
    State now = state.value_or(initial);
    to->setListening(!now.node(node.toStdString())->fault("refuse"));
    return {};
}

QStringList Lab::Private::domains(const QString &node) const
{
    QStringList names;
    std::optional<State> state = file.read();
    const Node *found = state ? state->node(node.toStdString()) : nullptr;
    for (const Domain &domain : found ? found->domains : std::vector<Domain>())
        names.append(domain.name.empty() ? QStringLiteral("(null)")
                                         : QString::fromStdString(domain.name));
    return names;
}

QString Lab::Private::nodeLines() const
{
    QString lines;
    const std::optional<State> state = file.read();
    for (const Node &node : state ? state->nodes : std::vector<Node>()) {
        QString faults;
        for (const auto &[fault, value] : node.faults)
            faults += QStringLiteral(" %1=%2").arg(QString::fromStdString(fault)).arg(value);
        lines += QStringLiteral("%1 %2%3\n")
                     .arg(QString::fromStdString(node.name),
                          node.on ? QStringLiteral("on") : QStringLiteral("off"), faults);
    }
    return lines;
}

Result<QString> Lab::Private::control(const QStringList &words)
{
    const QString verb = words.value(0);
    const QString node = words.value(1);
    const auto answer = [](const Result<void> &result, const QString &sentence) -> Result<QString> {
        return result ? Result<QString>(sentence) : std::unexpected(result.error());
    };
    if (verb == QLatin1String("nodes"))
        return nodeLines();
    if (words.size() < 2)
        return failure(
            ErrorCode::InvalidInput,
            QStringLiteral("'%1' is not a command of a lab.").arg(words.join(QLatin1Char(' '))));
    if (verb == QLatin1String("list"))
        return domains(node).join(QLatin1Char('\n'));
    if (verb == QLatin1String("die"))
        return answer(powerOff(node), QStringLiteral("%1 is off").arg(node));
    if (verb == QLatin1String("boot"))
        return answer(boot(node), QStringLiteral("%1 is on").arg(node));
    if (verb == QLatin1String("cut"))
        return answer(cut(node), QStringLiteral("the connections to %1 are cut").arg(node));
    const QString fault = words.value(2);
    if (verb == QLatin1String("clear") && fault.isEmpty()) {
        for (const QString &each : faultNames()) {
            if (const auto cleared = setFault(node, each, std::nullopt); !cleared)
                return std::unexpected(cleared.error());
        }
        return QStringLiteral("%1 is well").arg(node);
    }
    if ((verb == QLatin1String("fault") || verb == QLatin1String("clear"))
        && faultNames().contains(fault)) {
        const bool set = verb == QLatin1String("fault");
        return answer(
            setFault(node, fault, set ? std::optional(words.value(3).toInt()) : std::nullopt),
            QStringLiteral("%1: %2 %3")
                .arg(node, fault, set ? QStringLiteral("set") : QStringLiteral("cleared")));
    }
    return failure(
        ErrorCode::InvalidInput,
        QStringLiteral("'%1' is not a command of a lab.").arg(words.join(QLatin1Char(' '))));
}

Result<void> Lab::Private::start()
{
    auto key = newKey();
    if (!key)
        return std::unexpected(key.error());
    clientKey = *std::move(key);
    file = StateFile(folder.toStdString());
    for (const auto &step : {writeKey(clientKey.get(), folder + QStringLiteral("/id_ed25519")),
                             startServers(), writeKnownHosts(), startControl()}) {
        if (!step)
            return step;
    }
    if (const auto built = RootBuilder(options, initial, access, folder, program).build(); !built)
        return built;
    if (!file.create(initial))
        return failure(ErrorCode::IoFailed,
                       QStringLiteral("The lab's state cannot be written in %1.").arg(folder));
    return {};
}

Result<std::unique_ptr<Lab>> Lab::start(const Options &options)
{
    const auto complete = completed(options);
    if (!complete)
        return std::unexpected(complete.error());
    const auto program = findCommandProgram(options.commandProgram);
    if (!program)
        return std::unexpected(program.error());
    const auto folder = makeFolder(options.folder);
    if (!folder)
        return std::unexpected(folder.error());
    std::signal(SIGPIPE, SIG_IGN);
    // The nodes' shells inherit this: a write to a full disk fails, and kills nobody.
    std::signal(SIGXFSZ, SIG_IGN);
    auto parts = std::make_unique<Private>();
    parts->options = *complete;
    parts->program = *program;
    parts->folder = *folder;
    parts->initial = initialState(*complete);
    if (const auto started = parts->start(); !started)
        return std::unexpected(started.error());
    return std::unique_ptr<Lab>(new Lab(std::move(parts)));
}

Lab::Lab(std::unique_ptr<Private> parts) : d(std::move(parts)) {}

Lab::~Lab() = default;

QList<NodeAccess> Lab::nodes() const
{
    return d->access;
}
QString Lab::user() const
{
    return QStringLiteral("root");
}
QString Lab::privateKeyFile() const
{
    return d->folder + QStringLiteral("/id_ed25519");
}
QString Lab::knownHostsFile() const
{
    return d->folder + QStringLiteral("/known_hosts");
}
QString Lab::folder() const
{
    return d->folder;
}
QString Lab::controlSocket() const
{
    return d->folder + QStringLiteral("/control");
}

Result<void> Lab::setFault(const QString &node, Fault fault, int value)
{
    return d->setFault(node, faultName(fault), value);
}

Result<void> Lab::clearFault(const QString &node, Fault fault)
{
    return d->setFault(node, faultName(fault), std::nullopt);
}

Result<void> Lab::cut(const QString &node)
{
    return d->cut(node);
}
Result<void> Lab::powerOff(const QString &node)
{
    return d->powerOff(node);
}
Result<void> Lab::boot(const QString &node)
{
    return d->boot(node);
}
QStringList Lab::domains(const QString &node) const
{
    return d->domains(node);
}
Result<QString> Lab::control(const QStringList &words)
{
    return d->control(words);
}

} // namespace colonnade::lab
