// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/defaultsfile.h"

#include "formats/defaultsfileshell.h"

#include <algorithm>

namespace colonnade::formats {

Parsed<DefaultsFile> DefaultsFile::parse(QByteArray text)
{
    auto scan = ShellScanner(text).scan();
    if (!scan)
        return std::unexpected(scan.error());
    DefaultsFile file;
    file.m_text = std::move(text);
    file.m_assignments = std::move(scan->assignments);
    file.m_commented = std::move(scan->commented);
    file.m_findings = std::move(scan->findings);
    return file;
}

DefaultsKind DefaultsFile::kindOf(QByteArrayView path)
{
    const QByteArrayView name = path.sliced(path.lastIndexOf('/') + 1);
    if (name == "o2cb")
        return DefaultsKind::O2cb;
    return name == "cman" || name == "cluster" ? DefaultsKind::Cman : DefaultsKind::Other;
}

const DefaultsFile::Assignment *DefaultsFile::assignment(QByteArrayView key) const
{
    const auto found = std::ranges::find(m_assignments.crbegin(), m_assignments.crend(), key,
                                         [](const Assignment &a) { return QByteArrayView(a.key); });
    return found == m_assignments.crend() ? nullptr : &*found;
}

std::optional<QByteArray> DefaultsFile::value(QByteArrayView key) const
{
    const Assignment *last = assignment(key);
    return last && last->isCertain ? last->value : std::nullopt;
}

} // namespace colonnade::formats
