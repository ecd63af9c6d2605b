// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/facts.h"

#include <QSet>
#include <QString>
#include <QStringList>

namespace colonnade::gui {

/// "web1", "web1 and web2", "web1, web2 and db1"; from @p most on the rest is counted.
QString joined(const QStringList &names, int most = 6);

/// The names of the guests that live on a node, without the temporary copies of migrations.
QSet<QString> runningGuests(const cluster::NodeFacts &facts);

/// "512 MiB", "4 GiB", "1.5 GiB"
QString memoryText(qint64 mebibytes);

/// @p name so that it can be shown in a narrow place: without characters that turn the text around,
/// and to be broken after its dots.
QString breakable(const QString &name);

/// @p text, which may be a server's, as a tool tip that is not taken for HTML.
QString plainTip(const QString &text);

} // namespace colonnade::gui
