// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/clusterconfdiagnostics.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <string>

namespace colonnade::formats {

/// A cluster.conf of three nodes in which nothing is wrong.
extern const QByteArray HealthyCluster;

/// What is wrong with a file, and what is done about it.
struct ClusterConfCase
{
    QByteArray name;
    /// Done to HealthyCluster: each first one is replaced by its second.
    QList<std::pair<QByteArray, QByteArray>> changes;
    QByteArray id;
    Severity severity = Severity::Error;
    QByteArray marked;             ///< the text that the finding's span has
    QByteArray fixed = {};         ///< stands in the text after the fix; empty: there is no fix
    QList<QByteArray> others = {}; ///< ids of what else is found, each once
    std::optional<ClusterGeneration> generation = {};

    QByteArray text() const;
};

/// All of them.
QList<ClusterConfCase> clusterConfCases();

} // namespace colonnade::formats
