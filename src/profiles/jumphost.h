// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/profile.h"

#include <optional>

namespace colonnade::profiles {

/// "[USER@]HOST[:PORT]", with an IPv6 address in brackets, or an ssh URI, as ProxyJump of
/// ssh_config(5) takes it. No value: it is neither.
std::optional<JumpHost> jumpHostFrom(const QByteArray &text);

} // namespace colonnade::profiles
