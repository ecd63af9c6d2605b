// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/command/context.h"

namespace colonnade::lab {

// The parts of xl, each the program without its global options. All return the exit status.

int xlList(const Context &context, const Arguments &arguments);
int xlInfo(const Context &context, const Arguments &arguments);
int xlUptime(const Context &context, const Arguments &arguments);
int xlVcpuList(const Context &context, const Arguments &arguments);
int xlVmList(const Context &context, const Arguments &arguments);
int xlDomid(const Context &context, const Arguments &arguments);
int xlDomname(const Context &context, const Arguments &arguments);

int xlPause(const Context &context, const Arguments &arguments);
int xlUnpause(const Context &context, const Arguments &arguments);
int xlDestroy(const Context &context, const Arguments &arguments);
int xlShutdown(const Context &context, const Arguments &arguments);
int xlRename(const Context &context, const Arguments &arguments);
int xlCreate(const Context &context, const Arguments &arguments);

int xlMigrate(const Context &context, const Arguments &arguments);
int xlMigrateReceive(const Context &context, const Arguments &arguments);

/// Says on standard error, as this node's toolstack does, that there is no domain @p word; 1.
int invalidDomain(const Context &context, const std::string &word);

/// The lines that libxl prints when it gives a half-built domain up.
std::string destroyFailed(int id);

/// The key-value lines of `xl info` and `xm info`.
std::string hostInfo(const Node &node, bool xm);

} // namespace colonnade::lab
