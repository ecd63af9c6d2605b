// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/context.h"

namespace colonnade::ctl {

/// The subcommands of `profile`, with the arguments behind their names.
int profileList(const Context &context);
int profileExport(const Context &context);
int profileImport(const Context &context);
int profileImportSshConfig(const Context &context);
int profileSetAside(const Context &context);
int profileBackups(const Context &context);
int profileRestore(const Context &context);
int profileTest(const Context &context);
int profileDiscover(const Context &context);

} // namespace colonnade::ctl
