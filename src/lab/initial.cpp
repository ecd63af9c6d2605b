// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/initial.h"

#include "lab/roots.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <unistd.h>

namespace colonnade::lab {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr int MaxNodes = 200;

/// Names become parts of paths and words of a protocol.
bool isUsableName(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[A-Za-z0-9_][A-Za-z0-9_.+-]*\\z"));
    return pattern.match(name).hasMatch();
}

Result<void> checkGuest(const Guest &guest, const Options &options)
{
    const auto refused = [](const QString &message) {
        return failure(ErrorCode::InvalidInput, message);
    };
    if (!isUsableName(guest.name))
        return refused(QStringLiteral("'%1' is no name for a guest.").arg(guest.name));
    if (guest.node < 0 || guest.node >= options.specs.size())
        return refused(QStringLiteral("The guest %1 is to run on node %2, and there are %3.")
                           .arg(guest.name)
                           .arg(guest.node + 1)
                           .arg(options.specs.size()));
    if (guest.managed && !options.rgmanager)
        return refused(
            QStringLiteral("The guest %1 is to be managed, and the lab has no rgmanager.")
                .arg(guest.name));
    return {};
}

Node nodeOf(const NodeSpec &spec, int index, bool xm)
{
    Node node;
    node.name = spec.name.toStdString();
    node.address = "127.0.0." + std::to_string(index + 1);
    node.bootId = newBootId();
    node.bootedAt = monotonicNow();
    node.totalMiB = spec.memoryMiB;
    node.dom0MiB = spec.dom0MemoryMiB;
    node.cpus = spec.cpus;
    node.xenVersion =
        spec.xenVersion.isEmpty() ? (xm ? "4.4.1" : "4.17.5") : spec.xenVersion.toStdString();
    node.shadow = spec.shadow;
    return node;
}

void place(State &state, const QList<Guest> &guests)
{
    for (qsizetype i = 0; i < guests.size(); ++i) {
        Node &node = state.nodes[static_cast<std::size_t>(guests[i].node)];
        Domain domain = domainOf(guests[i], static_cast<int>(i));
        domain.id = guests[i].halted ? -1 : node.nextId++;
        domain.startedAt = domain.cpuSince = monotonicNow();
        if (guests[i].managed)
            state.services.push_back(
                {.name = "vm:" + domain.name, .owner = node.name, .transition = ::time(nullptr)});
        node.domains.push_back(std::move(domain));
    }
}

} // namespace

Result<Options> completed(const Options &options)
{
    Options result = options;
    if (result.specs.isEmpty())
        result.specs.resize(std::clamp(options.nodes, 0, MaxNodes + 1));
    if (result.specs.isEmpty() || result.specs.size() > MaxNodes)
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("A lab has 1 to %1 nodes.").arg(MaxNodes));
    for (qsizetype i = 0; i < result.specs.size(); ++i) {
        QString &name = result.specs[i].name;
        if (name.isEmpty())
            name = QStringLiteral("xenhost%1").arg(i + 1);
        if (!isUsableName(name))
            return failure(ErrorCode::InvalidInput,
                           QStringLiteral("'%1' is no name for a node.").arg(name));
    }
    if (result.guests.isEmpty() && !result.noGuests)
        result.guests = defaultGuests(static_cast<int>(result.specs.size()), result.rgmanager);
    for (const Guest &guest : result.guests) {
        if (const auto fine = checkGuest(guest, result); !fine)
            return std::unexpected(fine.error());
    }
    return result;
}

State initialState(const Options &options)
{
    State state;
    state.xm = options.kind == toolstack::Kind::Xm;
    state.rgmanager = options.rgmanager;
    state.migrationMs = static_cast<int>(options.migrationTime.count());
    state.labPid = ::getpid();
    for (qsizetype i = 0; i < options.specs.size(); ++i) {
        state.nodes.push_back(nodeOf(options.specs[i], static_cast<int>(i), state.xm));
        state.nodes.back().nextId = options.firstDomainId;
    }
    place(state, options.guests);
    return state;
}

std::string newBootId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

Result<QString> makeFolder(const QString &wanted)
{
    if (!wanted.isEmpty()) {
        const QDir folder(wanted);
        if (!folder.mkpath(QStringLiteral(".")) || !folder.isEmpty())
            return failure(
                ErrorCode::IoFailed,
                QStringLiteral("The lab's folder %1 cannot be made, or is not empty.").arg(wanted));
        QFile::setPermissions(wanted, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return folder.canonicalPath();
    }
    QByteArray pattern = QFile::encodeName(QDir::tempPath()) + "/colonnade-lab-XXXXXX";
    if (!::mkdtemp(pattern.data()))
        return failure(
            ErrorCode::IoFailed,
            QStringLiteral("No folder for a lab can be made in %1.").arg(QDir::tempPath()));
    return QDir(QFile::decodeName(pattern)).canonicalPath();
}

Result<QString> findCommandProgram(const QString &given)
{
    const QString own =
        QFile::symLinkTarget(QStringLiteral("/proc/self/exe")).section(QLatin1Char('/'), 0, -2);
    const QString name = QStringLiteral("/colonnade-lab-command");
    const QStringList places = {given, own + name,
                                own + QStringLiteral("/../libexec/colonnade") + name};
    for (const QString &path : places) {
        if (!path.isEmpty() && ::access(QFile::encodeName(path).constData(), X_OK) == 0)
            return path;
    }
    return failure(
        ErrorCode::NotFound,
        QStringLiteral("The program colonnade-lab-command, which plays the nodes' commands, is not "
                       "beside this one."));
}

} // namespace colonnade::lab
