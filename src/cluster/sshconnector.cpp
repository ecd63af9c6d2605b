// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/connectionsettings.h"
#include "cluster/monitor.h"

namespace colonnade::cluster {

Monitor::Connector sshConnector(std::shared_ptr<remote::Interaction> interaction,
                                remote::ActivitySink activity, ConnectionSource source)
{
    return [interaction = std::move(interaction), activity = std::move(activity),
            source = std::move(source)](const profiles::Profile &profile) {
        remote::ConnectionSettings named;
        named.node = profile.name;
        named.readOnly = profile.readOnly; // refused before there is any attempt
        return std::make_unique<remote::SshConnection>(
            named, interaction, activity,
            [profile, source] { return connectionSettings(profile, source); });
    };
}

} // namespace colonnade::cluster
