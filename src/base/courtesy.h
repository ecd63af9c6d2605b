// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace colonnade::base {

/// From now on the calling thread leaves the processor to threads of ordinary priority, as that of
/// the window is, when there are more of them than processors. For threads that talk to nodes:
/// there are some for each node, and what they do can wait for a moment. For good.
void giveWay();

} // namespace colonnade::base
