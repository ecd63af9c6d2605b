// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "profiles/profile.h"

#include <functional>
#include <memory>

namespace colonnade::gui {

/// What the keychain has of profiles, and how it is removed. Both may be empty, and both wait: not
/// on the GUI thread.
struct KeptSecrets
{
    /// In words that a person knows: "password", "passphrase of FILE".
    std::function<QStringList(const profiles::Profile &)> kept;
    /// Removes all of it.
    std::function<base::Result<void>(const profiles::Profile &)> forget;
};

class WindowInteraction;

/// Those that @p interaction remembers and keeps.
KeptSecrets keptSecretsOf(std::shared_ptr<WindowInteraction> interaction);

} // namespace colonnade::gui
