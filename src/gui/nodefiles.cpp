// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/nodefiles.h"

#include "gui/card.h"
#include "gui/wording.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace colonnade::gui {

using Holds = HeldFile::Holds;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(colonnade::gui::HeldFile)
};

Holds holdsOf(const cluster::NodeState &node, const QByteArray &held, const QByteArray &wanted)
{
    if (node.connection.phase != remote::Phase::Connected)
        return Holds::NotReachable;
    if (!node.facts)
        return Holds::Unknown;
    if (held.isEmpty())
        return Holds::Nothing;
    return held == wanted ? Holds::Same : Holds::Other;
}

QStringList namesOf(const QList<HeldFile> &files, Holds holds)
{
    QStringList names;
    for (const HeldFile &file : files) {
        if (file.holds == holds)
            names.append(CardText::printable(file.node));
    }
    return names;
}

} // namespace

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QList<HeldFile> heldFiles(const cluster::ClusterState &state, const QString &path,
                          const QByteArray &hash)
{
    QList<HeldFile> files;
    for (const cluster::NodeState &node : state.nodes) {
        const QByteArray held = node.facts ? node.facts->fileHashes.value(path) : QByteArray();
        files.append({node.name(), holdsOf(node, held, hash), held});
    }
    return files;
}

QString sentenceOf(const QList<HeldFile> &files)
{
    if (files.isEmpty())
        return {};
    const auto same = int(namesOf(files, Holds::Same).size());
    const auto all = int(files.size());
    QStringList parts;
    if (same == all && all > 1)
        parts.append(Words::tr("Same on all %n node(s)", nullptr, all));
    else
        parts.append(Words::tr("Same on %1 of %n node(s)", nullptr, all).arg(same));
    const auto add = [&](Holds holds, const QString &words) {
        if (const QStringList names = namesOf(files, holds); !names.isEmpty())
            parts.append(words.arg(joined(names, 3)));
    };
    add(Holds::Other, Words::tr("differs on %1"));
    add(Holds::Nothing, Words::tr("missing on %1"));
    add(Holds::NotReachable, Words::tr("%1 not reachable"));
    add(Holds::Unknown, Words::tr("%1 not read yet"));
    return parts.join(QStringLiteral(" · "));
}

} // namespace colonnade::gui
