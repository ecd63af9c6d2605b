// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/contentedit.h"

#include "profiles/profilecheck.h"
#include "profiles/words.h"

#include <QSet>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {

using base::ErrorCode;
using base::Result;

namespace {

const Profile *findId(const QList<Profile> &profiles, const QString &id)
{
    const auto found = std::ranges::find(profiles, id, &Profile::id);
    return id.isEmpty() || found == profiles.end() ? nullptr : &*found;
}

/// An id that @p before does not have is from elsewhere, and one that several have is that of the
/// one which did not change its name, or of the first.
void keepIds(const Content &before, QList<Profile> &profiles)
{
    QHash<QString, qsizetype> owners;
    for (qsizetype i = 0; i < profiles.size(); ++i) {
        const Profile *old = findId(before.profiles, profiles[i].id);
        if (old && (!owners.contains(old->id) || old->name == profiles[i].name))
            owners[old->id] = i;
    }
    QSet<QString> used(owners.keyBegin(), owners.keyEnd());
    for (qsizetype i = 0; i < profiles.size(); ++i) {
        if (owners.value(profiles[i].id, -1) == i)
            continue;
        const Profile *old = findProfile(before.profiles, profiles[i].name);
        profiles[i].id = old && !used.contains(old->id)
                             ? old->id
                             : QUuid::createUuid().toString(QUuid::WithoutBraces);
        used.insert(profiles[i].id);
    }
}

void followRenames(const Content &before, QList<Profile> &profiles)
{
    const QList<Profile> renamed = profiles;
    for (Profile &profile : profiles) {
        const Profile *old = findId(before.profiles, profile.id);
        if (!old || profile.jump.profile.isEmpty() || profile.jump != old->jump)
            continue;
        const Profile *oldJump = findProfile(before.profiles, old->jump.profile);
        const Profile *jump = oldJump ? findId(renamed, oldJump->id) : nullptr;
        if (jump)
            profile.jump.profile = jump->name;
    }
}

Result<void> checkEach(const Content &content)
{
    if (content.profiles.size() > ProfilesLimit)
        return base::failure(ErrorCode::InvalidInput,
                             Words::tr("More than %1 profiles cannot be kept.").arg(ProfilesLimit));
    QSet<QString> names;
    for (const Profile &profile : content.profiles) {
        if (const Result<void> sane = check(profile); !sane)
            return sane;
        if (names.contains(profile.name)) {
            return base::failure(
                ErrorCode::InvalidInput,
                Words::tr("There is a profile called \"%1\" already.").arg(profile.name),
                Words::tr("Give it another name, or remove the old one first."));
        }
        names.insert(profile.name);
    }
    for (auto note = content.clusters.begin(); note != content.clusters.end(); ++note) {
        if (const Result<void> sane = check(note.key(), *note); !sane)
            return sane;
    }
    return {};
}

Result<void> checkRemovals(const Content &before, const Content &after)
{
    for (const Profile &old : before.profiles) {
        if (findId(after.profiles, old.id) || findProfile(after.profiles, old.name))
            continue;
        QStringList users;
        for (const Profile &profile : after.profiles) {
            if (profile.jump.profile == old.name)
                users.append(profile.name);
        }
        if (!users.isEmpty()) {
            return base::failure(
                ErrorCode::Refused,
                Words::tr("%1 cannot be removed: it is the jump host of %2.")
                    .arg(old.name, users.join(u", "_s)),
                Words::tr("Give them another jump host first, or remove them too."));
        }
    }
    return {};
}

Result<void> checkJumps(const Content &before, const Content &after)
{
    const QStringList known = jumpProblems(before.profiles);
    for (const QString &problem : jumpProblems(after.profiles)) {
        if (!known.contains(problem))
            return base::failure(ErrorCode::InvalidInput, problem,
                                 Words::tr("Choose another jump host."));
    }
    return {};
}

using ByName = QHash<QString, const Profile *>;

/// The way from @p start through its jump hosts, up to one that is missing, has none, or is on it
/// already.
QStringList wayFrom(const Profile &start, const ByName &profiles)
{
    constexpr qsizetype LongestWay = 32;
    QStringList way{start.name};
    const Profile *at = &start;
    while (at && !at->jump.profile.isEmpty() && way.size() < LongestWay) {
        const bool again = way.contains(at->jump.profile);
        way.append(at->jump.profile);
        if (again)
            break;
        at = profiles.value(at->jump.profile);
    }
    return way;
}

} // namespace

QString clusterNameOf(const Profile &profile)
{
    return profile.cluster.isEmpty() ? u"default"_s : profile.cluster;
}

const Profile *findProfile(const QList<Profile> &profiles, const QString &name)
{
    const auto found = std::ranges::find(profiles, name, &Profile::name);
    return found == profiles.end() ? nullptr : &*found;
}

QStringList jumpProblems(const QList<Profile> &profiles)
{
    ByName byName;
    for (const Profile &profile : profiles)
        byName.insert(profile.name, &profile);
    QStringList problems;
    for (const Profile &profile : profiles) {
        const QString jump = profile.jump.profile;
        if (jump.isEmpty())
            continue;
        const QStringList way = wayFrom(profile, byName);
        if (!byName.contains(jump)) {
            problems.append(
                Words::tr("The jump host of %1 is the profile \"%2\", which does not exist.")
                    .arg(profile.name, jump));
        } else if (way.last() == profile.name) {
            problems.append(Words::tr("The jump hosts of %1 lead back to it: %2.")
                                .arg(profile.name, way.join(u" - "_s)));
        }
    }
    return problems;
}

void completeIds(QList<Profile> &profiles)
{
    static const QUuid ours(u"6ad0a6b2-8a2c-4b86-9d8a-3f2a1c7d5e90"_s);
    QSet<QString> used;
    for (Profile &profile : profiles) {
        if (profile.id.isEmpty() || used.contains(profile.id))
            profile.id = QUuid::createUuidV5(ours, profile.name).toString(QUuid::WithoutBraces);
        used.insert(profile.id);
    }
}

Result<void> settle(const Content &before, Content &after)
{
    if (const Result<void> sane = checkEach(after); !sane)
        return sane;
    keepIds(before, after.profiles);
    if (const Result<void> sane = checkRemovals(before, after); !sane)
        return sane;
    followRenames(before, after.profiles);
    return checkJumps(before, after);
}

} // namespace colonnade::profiles
