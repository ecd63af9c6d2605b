// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demolab.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace colonnade::app {

namespace {

/// Beside this program in a build folder, in libexec where it is installed.
QString labProgram()
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &folder :
         QStringList{here, here + QStringLiteral("/../libexec/colonnade")}) {
        const QFileInfo program(folder + QStringLiteral("/colonnade-lab"));
        if (program.isExecutable())
            return program.canonicalFilePath();
    }
    return QStringLiteral("colonnade-lab");
}

} // namespace

DemoLab::DemoLab(QObject *parent) : QObject(parent)
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoLab::read);
    connect(&m_process, &QProcess::finished, this, &DemoLab::ended);
    connect(&m_process, &QProcess::errorOccurred, this, &DemoLab::ended);
}

DemoLab::~DemoLab()
{
    m_process.disconnect(this);
    m_process.closeWriteChannel(); // it ends with its standard input, and removes its folder
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5000))
        m_process.kill();
}

gui::Environment DemoLab::environment() const
{
    gui::Environment environment;
    environment.profilesFile = m_folder.filePath(QStringLiteral("profiles.json"));
    environment.makeConnector = gui::Environment::overSsh({environment.profilesFile, {}});
    environment.journalFolder = m_folder.filePath(QStringLiteral("journal"));
    environment.persistent = false;
    return environment;
}

void DemoLab::start(int nodes)
{
    m_process.start(labProgram(), {QStringLiteral("--print-json"), QStringLiteral("--nodes"),
                                   QString::number(nodes)});
}

void DemoLab::read()
{
    if (m_told || !m_process.canReadLine())
        return;
    m_told = true;
    const QJsonDocument json = QJsonDocument::fromJson(m_process.readLine());
    const base::Result<void> added = addProfiles(json.object());
    if (added)
        Q_EMIT ready();
    else
        Q_EMIT failed(added.error());
}

void DemoLab::ended()
{
    if (std::exchange(m_told, true))
        return;
    const QString said = QString::fromUtf8(m_process.readAllStandardError().left(500)).simplified();
    Q_EMIT failed({base::ErrorCode::CommandFailed,
                   tr("The simulated cluster did not start: %1")
                       .arg(said.isEmpty() ? m_process.errorString() : said),
                   tr("The program colonnade-lab must be beside colonnade.")});
}

base::Result<void> DemoLab::addProfiles(const QJsonObject &lab) const
{
    profiles::Store store(environment().profilesFile);
    const QJsonArray nodes = lab[QLatin1String("nodes")].toArray();
    std::printf(
        "The simulated cluster is in %s; to break something there: colonnade-lab control %s fault "
        "xenhost2 hang\n",
        qPrintable(lab[QLatin1String("folder")].toString()),
        qPrintable(lab[QLatin1String("folder")].toString()));
    std::fflush(stdout);
    if (nodes.isEmpty())
        return base::failure(base::ErrorCode::ParseFailed,
                             tr("colonnade-lab did not tell of any node."));
    for (const QJsonValue &node : nodes) {
        profiles::Profile profile;
        profile.name = node[QLatin1String("name")].toString();
        profile.cluster = QStringLiteral("demo");
        profile.host = node[QLatin1String("host")].toString();
        profile.port = quint16(node[QLatin1String("port")].toInt());
        profile.user = lab[QLatin1String("user")].toString();
        profile.identityFiles = {lab[QLatin1String("keyFile")].toString()};
        profile.methods = {profiles::LoginMethod::KeyFile};
        profile.knownHostsFile = lab[QLatin1String("knownHostsFile")].toString();
        if (base::Result<void> added = store.add(profile); !added)
            return added;
    }
    return {};
}

} // namespace colonnade::app
