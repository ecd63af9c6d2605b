// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/session.h"

#include "ctl/interaction.h"
#include "profiles/contentedit.h"

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

QStringList clusterNames(const QList<profiles::Profile> &profiles)
{
    QStringList names;
    for (const profiles::Profile &profile : profiles) {
        if (!names.contains(profiles::clusterNameOf(profile)))
            names.append(profiles::clusterNameOf(profile));
    }
    return names;
}

QList<profiles::Profile> nodesOf(const QList<profiles::Profile> &profiles, const QString &cluster)
{
    QList<profiles::Profile> nodes;
    for (const profiles::Profile &profile : profiles) {
        if (profiles::clusterNameOf(profile) == cluster)
            nodes.append(profile);
    }
    return nodes;
}

std::optional<QString> chooseCluster(const Context &context,
                                     const QList<profiles::Profile> &profiles,
                                     const QString &wanted, int &code)
{
    const QStringList names = clusterNames(profiles);
    if (names.isEmpty()) {
        printError(context, u"there are no nodes yet."_s,
                   u"Add one: colonnadectl profile add NAME --host HOST"_s);
        code = Failed;
        return std::nullopt;
    }
    if (names.contains(wanted))
        return wanted;
    if (wanted.isEmpty() && names.size() == 1)
        return names.first();
    code = usageError(
        context,
        wanted.isEmpty()
            ? u"there are several clusters, say which with --cluster: %1"_s.arg(names.join(u", "_s))
            : u"there is no cluster \"%1\", but: %2"_s.arg(wanted, names.join(u", "_s)));
    return std::nullopt;
}

cluster::Monitor::Connector terminalConnector(const Context &context, bool acceptNewHostKeys)
{
    const auto interaction = std::make_shared<TerminalInteraction>(
        context.terminal, acceptNewHostKeys, profiles::keychainStore());
    return cluster::sshConnector(
        interaction, {}, cluster::ConnectionSource::ofThisUser(profiles::Store::defaultPath()));
}

std::unique_ptr<cluster::Monitor> openCluster(const Context &context,
                                              const QList<profiles::Profile> &profiles,
                                              const QString &cluster, bool acceptNewHostKeys)
{
    return std::make_unique<cluster::Monitor>(cluster, nodesOf(profiles, cluster),
                                              terminalConnector(context, acceptNewHostKeys));
}

} // namespace colonnade::ctl
