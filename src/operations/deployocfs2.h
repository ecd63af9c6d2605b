// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "toolstack/o2cb.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace colonnade::operations {

/// Shell text that prints what a node's kernel has of OCFS2. It only reads.
QByteArray ocfs2LoadedBody();

/// What that printed.
struct Ocfs2Loaded
{
    QList<toolstack::O2cbCluster> clusters;
    QList<toolstack::Ocfs2Mount> mounts;

    static Ocfs2Loaded from(const QByteArray &output);
};

/// Why a node that has volumes mounted must not get the file @p bytes in the place of @p old: it
/// removes, renumbers or readdresses the node itself. None: it may.
std::optional<QString> ocfs2Objection(const QByteArray &old, const QByteArray &bytes,
                                      const Ocfs2Loaded &loaded);

/// What is loaded otherwise than the file @p bytes says, in words without the name of the machine.
/// Where no cluster is loaded, nothing is.
QStringList ocfs2Differences(const QByteArray &bytes, const Ocfs2Loaded &loaded);

} // namespace colonnade::operations
