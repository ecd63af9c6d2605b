// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusterconfsummary.h"

#include <functional>

namespace colonnade::formats {

/// Where the choices of an act come from: a number from 0 to its argument, which is not among them.
using Chooser = std::function<qsizetype(qsizetype)>;

/// An act on a cluster.conf, as a person might do it, sensible or not.
struct RandomAct
{
    QString name; ///< of the function, with its arguments
    base::Result<TextEdits> edits;
    Summary expected; ///< after it, if it did not fail
};

RandomAct randomAct(const ClusterConf &conf, const Chooser &choose);

} // namespace colonnade::formats
