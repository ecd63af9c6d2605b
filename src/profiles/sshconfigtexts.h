// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/files.h"

#include <QByteArrayList>
#include <QHash>

namespace colonnade::profiles {

/// The lines of files, each of which is read once.
class SshConfigTexts
{
public:
    using Lines = std::expected<QByteArrayList, FileProblem>;
    const Lines &lines(const QString &path);

private:
    QHash<QString, Lines> m_known;
};

} // namespace colonnade::profiles
