// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/lab.h"
#include "lab/state.h"

namespace colonnade::lab {

/// @p options with its defaults filled in: specs and guests are complete. InvalidInput where they
/// make no lab.
base::Result<Options> completed(const Options &options);

/// The cluster of completed @p options at its first moment, as yet without ports.
State initialState(const Options &options);

/// A boot id as the kernel makes one at each start.
std::string newBootId();

/// The folder of a lab, empty and for its owner only; where @p wanted is empty, a new temporary
/// one.
base::Result<QString> makeFolder(const QString &wanted);

/// Where the program of the nodes' commands is; @p given is looked at first.
base::Result<QString> findCommandProgram(const QString &given);

} // namespace colonnade::lab
