// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/command/context.h"

namespace colonnade::lab {

int xmMigrate(const Context &context, const Arguments &arguments);

} // namespace colonnade::lab
