// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/monitor.h"
#include "remote/sshconnection.h"

namespace colonnade::cluster {

Monitor::Connector sshConnector(std::shared_ptr<remote::Interaction> interaction,
                                remote::ActivitySink activity)
{
    return [interaction = std::move(interaction),
            activity = std::move(activity)](const profiles::Profile &profile) {
        remote::ConnectionSettings settings;
        settings.node = profile.name;
        settings.host = profile.host;
        settings.port = profile.port;
        settings.user = profile.user;
        settings.identityFiles = profile.identityFiles;
        settings.useAgent = profile.useAgent;
        settings.knownHostsFile = profile.knownHostsFile;
        return std::make_unique<remote::SshConnection>(settings, interaction, activity);
    };
}

} // namespace colonnade::cluster
