// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/command/context.h"

namespace colonnade::lab {

/// The six letters of `xl list`: running, blocked, paused, shut down, its reason, dying.
std::string xlState(const Domain &domain);
/// The six letters of `xm list`: r b p s c d.
std::string xmState(const Domain &domain);

/// Domain-0 as a row of lists.
Domain domain0(const Node &node);

/// The domain that a person means with @p word: digits only are an id, all else is a name.
Domain *meant(Node &node, const std::string &word);

/// The configuration of a domain as libxl prints it, each line after the first with @p indent
/// blanks.
std::string configJson(const Domain &domain, int indent);
std::string configJsonOfDomain0(const Node &node, int indent);

/// A version 4 UUID.
std::string randomUuid();

/// Adds a domain that holds nothing yet and returns its id.
int addDomain(Node &node, Domain domain);
void removeDomain(Node &node, int id);

/// Whether @p path exists on the node with the root @p root.
bool existsOn(const std::string &root, const std::string &path);
bool bridgeExistsOn(const std::string &root, const std::string &bridge);

} // namespace colonnade::lab
