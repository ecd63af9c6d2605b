// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QStringList>

namespace colonnade::gui {

/// When each profile was connected to last. Kept in QSettings, so that the profiles' file does not
/// change with every connection.
class LastUsed
{
public:
    /// @p persistent: reads and writes QSettings; otherwise it forgets all when it goes.
    explicit LastUsed(bool persistent);

    /// UTC; not valid: never, as far as this workstation knows.
    QDateTime of(const QString &profileId) const { return m_times.value(profileId); }
    void note(const QString &profileId, const QDateTime &when);
    void forget(const QStringList &profileIds);

private:
    bool m_persistent;
    QHash<QString, QDateTime> m_times;
};

} // namespace colonnade::gui
