// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/knownhostslist.h"

#include "remote/words.h"

namespace colonnade::remote {

QString ListedHostKey::hosts() const
{
    const QString shown = shownHosts(key.content.hosts);
    return isHashed(key.content.hosts) && !knownAs.isEmpty()
               ? Words::tr("%1 %2").arg(shown, knownAs.join(QStringLiteral(", ")))
               : shown;
}

QString ListedHostKey::marker() const
{
    switch (key.content.marker) {
    case KeyMarker::Revoked:
        return QStringLiteral("@revoked");
    case KeyMarker::Authority:
        return QStringLiteral("@cert-authority");
    case KeyMarker::None:
        break;
    }
    return {};
}

KnownHostsList listKnownHosts(const QStringList &files, const QList<NamedHost> &hosts)
{
    const KnownHosts known = KnownHosts::readAsFarAsPossible(files);
    KnownHostsList list{files, {}, known.problems()};
    for (const StoredHostKey &key : known.all()) {
        ListedHostKey listed{key, {}};
        for (const NamedHost &host : hosts) {
            if (matchesHosts(key.content.hosts, lookupName(host.host)))
                listed.knownAs.append(host.name);
        }
        list.keys.append(listed);
    }
    return list;
}

} // namespace colonnade::remote
