// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lastused.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

namespace {

const QString Group = u"lastUsed"_s;

} // namespace

LastUsed::LastUsed(bool persistent) : m_persistent(persistent)
{
    if (!persistent)
        return;
    QSettings settings;
    settings.beginGroup(Group);
    for (const QString &id : settings.childKeys()) {
        const QDateTime when =
            QDateTime::fromString(settings.value(id).toString(), Qt::ISODate).toUTC();
        if (when.isValid())
            m_times.insert(id, when);
    }
}

void LastUsed::note(const QString &profileId, const QDateTime &when)
{
    if (profileId.isEmpty())
        return;
    m_times.insert(profileId, when.toUTC());
    if (m_persistent)
        QSettings().setValue(Group + u'/' + profileId, when.toUTC().toString(Qt::ISODate));
}

void LastUsed::forget(const QStringList &profileIds)
{
    for (const QString &id : profileIds) {
        if (m_times.remove(id) > 0 && m_persistent)
            QSettings().remove(Group + u'/' + id);
    }
}

} // namespace colonnade::gui
