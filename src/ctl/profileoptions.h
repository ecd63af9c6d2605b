// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/content.h"

#include <QCommandLineParser>

#include <expected>

namespace colonnade::ctl {

/// The options that say what a profile holds. @p cluster: the cluster where none is given.
void addProfileOptions(QCommandLineParser &parser, const QString &cluster = {});

/// Whether one of these options is there.
bool hasProfileOption(const QCommandLineParser &parser);

/// Puts what the options say into @p profile; an empty value unsets. @p others: profiles that a
/// jump host may be the name of. The error is what is wrong with the command line.
std::expected<void, QString> applyProfileOptions(const QCommandLineParser &parser,
                                                 const QList<profiles::Profile> &others,
                                                 profiles::Profile &profile);

/// As --method and --become-root take them.
QString methodWord(profiles::LoginMethod method);
QString becomeRootWord(profiles::BecomeRoot how);

} // namespace colonnade::ctl
