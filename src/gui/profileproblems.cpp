// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/profileproblems.h"

#include "profiles/profilecheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using profiles::Profile;

QString problemOf(const Profile &profile,
                  const std::function<void(const Profile &, Profile &)> &part)
{
    Profile judged;
    judged.name = u"x"_s; // what has to be there, and is right
    judged.host = u"x"_s;
    part(profile, judged);
    const base::Result<void> result = profiles::check(judged);
    if (result)
        return {};
    const base::Error &error = result.error();
    return error.remedy.isEmpty() ? error.message : error.message + u' ' + error.remedy;
}

bool jumpsInCircle(const Profile &profile, const QList<Profile> &all)
{
    QString next = profile.jump.profile;
    for (qsizetype steps = 0; !next.isEmpty() && steps <= all.size(); ++steps) {
        const auto found = std::ranges::find(all, next, &Profile::name);
        if (found == all.end())
            return false;
        if (next == profile.name || (!profile.id.isEmpty() && found->id == profile.id))
            return true;
        next = found->jump.profile;
    }
    return !next.isEmpty();
}

QString freeName(const QString &name, const QList<Profile> &all)
{
    for (int number = 2;; ++number) {
        const QString tried = name + u'-' + QString::number(number);
        if (std::ranges::find(all, tried, &Profile::name) == all.end())
            return tried;
    }
}

} // namespace colonnade::gui
