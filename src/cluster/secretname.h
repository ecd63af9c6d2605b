// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/secretkeeper.h"
#include "remote/interaction.h"

namespace colonnade::cluster {

/// Which secret of which profile @p question asks for.
profiles::SecretName secretName(const remote::SecretQuestion &question);

} // namespace colonnade::cluster
