// SPDX-License-Identifier: GPL-3.0-or-later
#include "real/workstation.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>

namespace colonnade::real {

namespace {

Ran finish(QProcess &process, std::chrono::seconds deadline)
{
    const bool ended = process.waitForFinished(int(std::chrono::milliseconds(deadline).count()));
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    const bool normal = ended && process.exitStatus() == QProcess::NormalExit;
    return {normal ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

QString programPath(const QString &name)
{
    return QStringLiteral(COLONNADE_BIN "/") + name;
}

} // namespace

Ran runProgram(const QString &program, const QStringList &arguments, std::chrono::seconds deadline)
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    return finish(process, deadline);
}

Ran runHere(const QString &script, std::chrono::seconds deadline)
{
    return runProgram(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), script}, deadline);
}

QStringList sshArguments(const Node &node, const QString &command)
{
    QStringList arguments{QStringLiteral("-F"), QStringLiteral("none"), QStringLiteral("-i"),
                          node.identity};
    for (const QString &option :
         {QStringLiteral("IdentitiesOnly=yes"), QStringLiteral("BatchMode=yes"),
          QStringLiteral("LogLevel=ERROR"), QStringLiteral("ConnectTimeout=20"),
          QStringLiteral("ServerAliveInterval=15"),
          QString(QStringLiteral("UserKnownHostsFile=") + node.knownHosts)})
        arguments << QStringLiteral("-o") << option;
    arguments << QStringLiteral("-p") << QString::number(node.port)
              << QString(node.user + QLatin1Char('@') + node.host) << command;
    return arguments;
}

Ran ssh(const Node &node, const QString &command, std::chrono::seconds deadline)
{
    return runProgram(QStringLiteral("ssh"), sshArguments(node, command), deadline);
}

Workstation::Workstation(const QList<Node> &nodes, const QList<Detour> &detours)
{
    QFile knownHosts(m_home.filePath(QStringLiteral("known_hosts")));
    if (!knownHosts.open(QIODevice::WriteOnly))
        m_problem = "the temporary folder cannot be written";
    for (const Node &node : nodes) {
        quint16 port = node.port;
        for (const Detour &detour : detours) {
            if (detour.node == node.name)
                port = detour.port;
        }
        knownHosts.write(
            QStringLiteral("[%1]:%2 %3\n").arg(node.host).arg(port).arg(node.hostKey).toUtf8());
        knownHosts.flush();
        const Ran added = colonnadectl(
            {QStringLiteral("profile"), QStringLiteral("add"), node.name, QStringLiteral("--host"),
             node.host, QStringLiteral("--port"), QString::number(port), QStringLiteral("--user"),
             node.user, QStringLiteral("--identity"), node.identity,
             QStringLiteral("--known-hosts"), knownHosts.fileName(), QStringLiteral("--cluster"),
             QStringLiteral("real")});
        if (added.status != 0)
            m_problem += "profile add " + node.name.toUtf8() + ": " + added.err;
    }
}

QProcessEnvironment Workstation::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), m_home.path());
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"),
                       m_home.filePath(QStringLiteral("config")));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home.filePath(QStringLiteral("data")));
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), m_home.filePath(QStringLiteral("cache")));
    environment.remove(QStringLiteral("SSH_AUTH_SOCK"));
    // The window is to be on the display, and to be seen by whoever looks at it from outside.
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.insert(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));
    return environment;
}

Ran Workstation::colonnadectl(const QStringList &arguments, std::chrono::seconds deadline) const
{
    const std::unique_ptr<QProcess> process = start(QStringLiteral("colonnadectl"), arguments);
    return finish(*process, deadline);
}

QList<Job> Workstation::jobs() const
{
    const Ran answer = colonnadectl({QStringLiteral("jobs"), QStringLiteral("--json")});
    QList<Job> jobs;
    for (const QJsonValue &job : QJsonDocument::fromJson(answer.out)[u"jobs"].toArray())
        jobs.append({job[u"id"].toString(), job[u"outcome"].toString()});
    return jobs;
}

QStringList Workstation::outcomes() const
{
    QStringList outcomes;
    for (const Job &job : jobs())
        outcomes.append(job.outcome);
    return outcomes;
}

std::unique_ptr<QProcess> Workstation::start(const QString &program,
                                             const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment());
    process->setStandardInputFile(QProcess::nullDevice());
    process->start(programPath(program), arguments);
    process->waitForStarted();
    return process;
}

} // namespace colonnade::real
