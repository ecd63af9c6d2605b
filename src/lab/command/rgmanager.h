// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/command/context.h"

namespace colonnade::lab {

/// rgmanager's word for the number of a state.
std::string serviceStateName(int state);

} // namespace colonnade::lab
