// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "profiles/content.h"

#include <QDateTime>

#include <functional>

namespace colonnade::profiles {

/// A former state of a store.
struct Backup
{
    QString path;
    QDateTime savedAt;      ///< UTC, when it was written
    qsizetype profiles = 0; ///< how many it has
    QString problem;        ///< why it cannot be read; empty: it can

    friend bool operator==(const Backup &, const Backup &) = default;
};

/// The profiles of one person: a JSON file that the window and colonnadectl share. No secret is in
/// it; still, its mode is 0600. Writers lock it, read it, change what they want to, and replace it
/// as a whole or not at all. The three states before are kept beside it as FILE.1 (the newest) to
/// FILE.3. A file that cannot be read is never overwritten. Symbolic links are followed and stay.
/// Unknown members of the file, of profiles and of clusters are kept. All calls read the disk.
class Store
{
public:
    /// $XDG_CONFIG_HOME/colonnade/profiles.json
    static QString defaultPath();

    explicit Store(QString path = defaultPath());

    QString path() const { return m_path; }

    /// No file is no profiles. A file that cannot be read or parsed, or that a newer version wrote
    /// (Unsupported), is an error, and stays as it is. Jump hosts that are missing are none; see
    /// jumpProblems().
    base::Result<Content> read() const;
    base::Result<QList<Profile>> load() const;

    /// Lets @p edit change what is there, and stores it. Nothing is stored when @p edit fails, nor
    /// when the result is not sane: settle() in contentedit.h says what that is, gives ids, and
    /// follows renames. @p edit is called once, on this thread, while others wait; it must not use
    /// the store.
    base::Result<void> change(const std::function<base::Result<void>(Content &)> &edit);

    /// Adds @p profile; InvalidInput when its name is taken or a field is not usable.
    base::Result<void> add(const Profile &profile);
    /// Replaces the profile called @p name (which may rename it); it keeps its id.
    base::Result<void> replace(const QString &name, const Profile &profile);
    /// Refused while another profile jumps through it.
    base::Result<void> remove(const QString &name);
    /// An empty note removes what is said of @p cluster (empty: "default").
    base::Result<void> setClusterNote(const QString &cluster, const ClusterNote &note);

    /// Moves a store that cannot be read out of the way, to FILE.broken-YYYYMMDDTHHMMSS (UTC),
    /// whose path is the answer. Only for a person who wishes it. Refused when the store can be
    /// read; NotFound when there is none.
    base::Result<QString> setAside();

    /// The former states, the newest first.
    QList<Backup> backups() const;
    /// Makes @p backup, a former state, the present one; that which is there becomes a backup.
    /// Refused while the store cannot be read: setAside() comes first.
    base::Result<void> restore(const QString &backup);

private:
    QString m_path;
};

} // namespace colonnade::profiles
