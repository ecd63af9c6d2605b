// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "profiles/content.h"

#include <QJsonObject>

namespace colonnade::profiles {

/// The format of the store that is written. Files without a number are older and are read.
constexpr int FormatVersion = 1;

/// The profiles and notes of a store or an export. ParseFailed names what is missing, of the wrong
/// type or there twice; Unsupported: a newer version wrote it. The messages are parts of sentences.
base::Result<Content> contentFromJson(const QJsonObject &json);

/// @p json, from which @p before was read, with what @p after has instead. Members that are not
/// known stay where they are. What has its default value is left out.
QJsonObject mergedIntoJson(QJsonObject json, const Content &before, const Content &after);

/// The members of one profile, without its id.
QJsonObject toJson(const Profile &profile);

/// How a way to log in is written in files and on command lines: agent, keyFile,
/// keyboardInteractive, password.
QString methodName(LoginMethod method);
std::optional<LoginMethod> methodFromName(const QString &name);

/// No word, sudo or sudoWithPassword.
QString becomeRootName(BecomeRoot how);

} // namespace colonnade::profiles
