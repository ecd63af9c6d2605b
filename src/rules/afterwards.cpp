// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/checks.h"

#include "rules/words.h"

namespace colonnade::rules {

using namespace Qt::StringLiterals;

void checkAutostart(const Question &question, Reasons &reasons)
{
    const QString &guest = question.guest.name;
    for (const QString &link : question.sourceFacts().autostart) {
        const QString name =
            link.endsWith(".cfg"_L1) || link.endsWith(".sxp"_L1) ? link.chopped(4) : link;
        if (name == guest || link == guest)
            reasons.warning(
                u"autostart"_s,
                Words::tr("/etc/xen/auto/%1 on %2 starts a second copy of %3 when %2 boots.")
                    .arg(link, question.source.name(), guest),
                Words::tr("Move the link to %1 after the migration.").arg(question.target.name()));
    }
}

void checkGuestFile(const Question &question, Reasons &reasons)
{
    const QString base = u"/etc/xen/"_s + question.guest.name;
    for (const QString &path : {base, QString(base + u".cfg"_s)}) {
        const QByteArray here = question.sourceFacts().fileHashes.value(path);
        const QByteArray there = question.targetFacts().fileHashes.value(path);
        if (here.isEmpty() || here == there)
            continue;
        if (there.isEmpty())
            reasons.soft(u"guest-file-missing"_s,
                         Words::tr("%1 does not have %2: %3 could not be started there again.")
                             .arg(question.target.name(), path, question.guest.name),
                         Words::tr("Copy the file to %1.").arg(question.target.name()));
        else
            reasons.soft(u"guest-file-differs"_s,
                         Words::tr("%1 differs between %2 and %3.")
                             .arg(path, question.source.name(), question.target.name()),
                         Words::tr("Compare them: %1 would start with other settings there.")
                             .arg(question.guest.name));
    }
}

} // namespace colonnade::rules
