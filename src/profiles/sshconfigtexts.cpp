// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/sshconfigtexts.h"

namespace colonnade::profiles {

namespace {

constexpr qint64 FileLimit = 1024 * 1024;

} // namespace

const SshConfigTexts::Lines &SshConfigTexts::lines(const QString &path)
{
    auto known = m_known.find(path);
    if (known == m_known.end()) {
        const auto bytes = readRegularFile(path, FileLimit);
        known = m_known.insert(path, bytes ? Lines(bytes->split('\n'))
                                           : Lines(std::unexpected(bytes.error())));
    }
    return *known;
}

} // namespace colonnade::profiles
