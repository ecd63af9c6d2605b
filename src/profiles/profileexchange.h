// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "profiles/content.h"

#include <QByteArray>

namespace colonnade::profiles {

/// Profiles to be given to somebody else: JSON that says what it is and which version of that. It
/// holds no secret, as profiles hold none, and no ids, as those name entries of one person's
/// keychain. With each profile go those that it jumps through. @p names empty: all. NotFound: one
/// of them is not there.
base::Result<QByteArray> exported(const Content &content, const QStringList &names = {});

/// A profile that could be taken over.
struct ImportCandidate
{
    enum class Kind {
        New,     ///< no profile has its name
        Same,    ///< the one of its name is the same
        Differs, ///< the one of its name says something else
    };

    Profile profile; ///< without an id
    Kind kind = Kind::New;
    QStringList differences; ///< of Differs: what would change, a phrase each
    QString alias;           ///< its name where it comes from
    QString origin;          ///< "FILE:LINE"; empty where there is no more to say
    QString problem;         ///< why it cannot be taken over; empty: it can

    friend bool operator==(const ImportCandidate &, const ImportCandidate &) = default;
};

/// What an exported file has.
struct ImportOffer
{
    QList<ImportCandidate> profiles;
    QMap<QString, ClusterNote> clusters;
};

/// Reads the exported file @p path and compares it with @p present. IoFailed, ParseFailed, and
/// Unsupported (a newer format) name the file and the reason.
base::Result<ImportOffer> readExport(const QString &path, const Content &present);

/// Takes the profiles @p chosen over into @p content, and from @p clusters what is said of their
/// clusters where nothing is yet. Refused, with nothing changed, when one differs from that of its
/// name and is not in @p replace.
base::Result<void> takeOver(Content &content, const QList<Profile> &chosen,
                            const QMap<QString, ClusterNote> &clusters, const QStringList &replace);

/// What is different between two profiles but for their ids, a phrase for each field: "port 22
/// becomes 2222".
QStringList differences(const Profile &now, const Profile &then);

} // namespace colonnade::profiles
