// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/monitor.h"
#include "gui/drafts.h"
#include "gui/editorservices.h"
#include "gui/windowinteraction.h"
#include "operations/journal.h"
#include "operations/migration.h"
#include "profiles/sshconfig.h"
#include "profiles/store.h"

#include <QThreadPool>

#include <functional>
#include <memory>

namespace colonnade::gui {

/// What the window works with; tests give their own parts.
struct Environment
{
    using MakeConnector = std::function<cluster::Monitor::Connector(
        std::shared_ptr<remote::Interaction>, remote::ActivitySink)>;

    QString profilesFile = profiles::Store::defaultPath();
    profiles::SshConfigFiles sshConfig = profiles::SshConfigFiles::ofThisUser();
    QString journalFolder = operations::Journal::defaultPath();
    MakeConnector makeConnector = overSsh(cluster::ConnectionSource::ofThisUser(profilesFile));
    profiles::SecretStore secrets = {}; ///< none: secrets are asked for each time
    cluster::MonitorOptions monitor = {};
    operations::MigrationOptions migration = {};
    FileReader readFile = &readFileOfNode;
    Deployer deployer = Deployer::ofOperations();   ///< a part that is missing cannot be done
    QString draftsFolder = Drafts::defaultFolder(); ///< what is edited, and was read last
    bool persistent = true;                         ///< keeps geometry and the like in QSettings

    /// Where everything runs that may wait: files, nodes, the end of connections. Must be drained
    /// by its owner after the window is gone.
    std::shared_ptr<QThreadPool> pool = makePool();

    static MakeConnector overSsh(const cluster::ConnectionSource &source)
    {
        return [source](std::shared_ptr<remote::Interaction> interaction,
                        remote::ActivitySink activity) {
            return cluster::sshConnector(std::move(interaction), std::move(activity), source);
        };
    }

private:
    static std::shared_ptr<QThreadPool> makePool()
    {
        auto made = std::make_shared<QThreadPool>();
        made->setMaxThreadCount(128); // they wait, they do not compute
        return made;
    }
};

} // namespace colonnade::gui
