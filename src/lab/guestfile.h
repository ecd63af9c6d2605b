// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/state.h"

#include <optional>
#include <string>

namespace colonnade::lab {

/// The text of /etc/xen/NAME.cfg for @p domain, as xl and xm both read it.
std::string guestFileOf(const Domain &domain);

/// What `xl create` would make of a guest file, with nothing running yet. Knows the assignments
/// that a lab's own files have: strings, numbers and lists of strings, one a line. Absent: it is
/// not of that form, or has no name. The uuid stays empty when the file gives none.
std::optional<Domain> parseGuestFile(const std::string &text);

} // namespace colonnade::lab
