// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/monitor.h"
#include "remote/sshconnection.h"

namespace colonnade::cluster {

namespace {

remote::LoginMethod loginMethod(profiles::LoginMethod method)
{
    switch (method) {
    case profiles::LoginMethod::Agent:
        return remote::LoginMethod::Agent;
    case profiles::LoginMethod::KeyFile:
        return remote::LoginMethod::KeyFile;
    case profiles::LoginMethod::KeyboardInteractive:
        return remote::LoginMethod::KeyboardInteractive;
    case profiles::LoginMethod::Password:
        break;
    }
    return remote::LoginMethod::Password;
}

remote::BecomeRoot becomeRoot(profiles::BecomeRoot how)
{
    switch (how) {
    case profiles::BecomeRoot::NotNeeded:
        return remote::BecomeRoot::NotNeeded;
    case profiles::BecomeRoot::Sudo:
        return remote::BecomeRoot::Sudo;
    case profiles::BecomeRoot::SudoWithPassword:
        break;
    }
    return remote::BecomeRoot::SudoWithPassword;
}

remote::ConnectionSettings connectionSettings(const profiles::Profile &profile)
{
    remote::ConnectionSettings settings;
    settings.node = profile.name;
    settings.secretsId = profile.id.isEmpty() ? profile.name : profile.id;
    settings.host = profile.host;
    if (profile.port != 0)
        settings.port = profile.port;
    if (!profile.user.isEmpty())
        settings.user = profile.user;
    if (!profile.methods.isEmpty()) {
        settings.methods.clear();
        for (const profiles::LoginMethod method : profile.methods)
            settings.methods.append(loginMethod(method));
    }
    settings.identityFiles = profile.identityFiles;
    settings.identitiesOnly = profile.identitiesOnly;
    if (!profile.knownHostsFile.isEmpty())
        settings.knownHostsFiles = QStringList{profile.knownHostsFile};
    settings.becomeRoot = becomeRoot(profile.becomeRoot);
    settings.legacyAlgorithms = profile.legacyAlgorithms;
    settings.readOnly = profile.readOnly;
    if (profile.connectTimeout.count() != 0)
        settings.connectTimeout = profile.connectTimeout;
    if (profile.keepalive.count() != 0)
        settings.keepaliveInterval = profile.keepalive;
    return settings;
}

} // namespace

Monitor::Connector sshConnector(std::shared_ptr<remote::Interaction> interaction,
                                remote::ActivitySink activity)
{
    return [interaction = std::move(interaction),
            activity = std::move(activity)](const profiles::Profile &profile) {
        return std::make_unique<remote::SshConnection>(connectionSettings(profile), interaction,
                                                       activity);
    };
}

} // namespace colonnade::cluster
