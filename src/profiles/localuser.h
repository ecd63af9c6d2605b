// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace colonnade::profiles {

/// The name of who runs this program, of the password database.
QString localUserName();

/// @p path with ~ and ~NAME at its beginning replaced, the first by @p home; as it is where nobody
/// is called so.
QString withHome(const QString &path, const QString &home);

/// Whether anybody but root and who runs this program may write @p path, as OpenSSH with Debian's
/// changes judges it: a group that has nobody else is no other. False where it cannot be told.
bool mayOthersWrite(const QString &path);

} // namespace colonnade::profiles
