// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rollouthistory.h"

#include "gui/background.h"

#include <QLocale>

#include <algorithm>

namespace colonnade::gui {

using operations::Deployment;

RollOutHistory::RollOutHistory(QString cluster, QStringList paths, const EditorServices &services,
                               QObject *parent)
    : QObject(parent),
      m_cluster(std::move(cluster)),
      m_paths(std::move(paths)),
      m_services(services)
{
}

void RollOutHistory::read()
{
    m_readAgain = m_isReading;
    if (m_isReading)
        return;
    m_isReading = true;
    runInBackground(
        m_services.pool, this,
        [folder = m_services.journalFolder] {
            return operations::deployments(operations::Journal(folder));
        },
        [this](base::Result<QList<Deployment>> found) {
            m_isReading = false;
            if (m_readAgain)
                read();
            if (!found) {
                Q_EMIT problem(found.error());
                return;
            }
            found->removeIf([this](const Deployment &rollOut) {
                return rollOut.cluster != m_cluster || !m_paths.contains(rollOut.path);
            });
            m_all = *std::move(found);
            Q_EMIT changed();
        });
}

QList<Deployment> RollOutHistory::open() const
{
    QList<Deployment> result;
    std::ranges::copy_if(m_all, std::back_inserter(result), [](const Deployment &rollOut) {
        return !rollOut.ended && !rollOut.inUse;
    });
    return result;
}

QList<operations::DeployRequest> RollOutHistory::owed(const cluster::ClusterState &state) const
{
    return operations::owedFiles(m_all, state);
}

QString beginOf(const Deployment &rollOut)
{
    return QLocale().toString(rollOut.begun.toLocalTime(), QLocale::ShortFormat);
}

QString outcomeWords(const Deployment &rollOut)
{
    using operations::DeployOutcome;
    if (!rollOut.ended)
        return rollOut.inUse ? RollOutHistory::tr("running") : RollOutHistory::tr("not finished");
    const auto is = [&](DeployOutcome outcome) {
        return rollOut.outcome == operations::outcomeName(outcome);
    };
    if (is(DeployOutcome::Deployed))
        return RollOutHistory::tr("rolled out");
    if (is(DeployOutcome::Refused))
        return RollOutHistory::tr("refused");
    if (is(DeployOutcome::RolledBack))
        return RollOutHistory::tr("taken back");
    if (is(DeployOutcome::Inactive))
        return RollOutHistory::tr("there, but not in force");
    if (is(DeployOutcome::Mixed))
        return RollOutHistory::tr("nodes differ");
    return RollOutHistory::tr("unknown");
}

} // namespace colonnade::gui
