// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/keptsecrets.h"

#include "gui/windowinteraction.h"

namespace colonnade::gui {

using base::Result;
using profiles::Profile;
using profiles::SecretName;

namespace {

Result<void> forgetAll(profiles::SecretKeeper &keeper, const Profile &profile)
{
    const Result<QList<SecretName>> kept = keeper.kept(profile.id, profile.identityFiles);
    if (!kept) // without a keychain there is nothing to forget
        return kept.error().code == base::ErrorCode::Unsupported
                   ? Result<void>()
                   : Result<void>(std::unexpected(kept.error()));
    for (const SecretName &name : *kept) {
        if (Result<void> forgotten = keeper.forget(name); !forgotten)
            return forgotten;
    }
    return {};
}

} // namespace

KeptSecrets keptSecretsOf(std::shared_ptr<WindowInteraction> interaction)
{
    KeptSecrets secrets;
    secrets.kept = [interaction](const Profile &profile) {
        QStringList titles;
        const Result<QList<SecretName>> kept =
            interaction->keeper().kept(profile.id, profile.identityFiles);
        for (const SecretName &name : kept.value_or(QList<SecretName>()))
            titles.append(name.title());
        return titles;
    };
    secrets.forget = [interaction](const Profile &profile) {
        return forgetAll(interaction->keeper(), profile);
    };
    return secrets;
}

} // namespace colonnade::gui
