// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/migrate.h"

#include "toolstack/words.h"

#include <QRegularExpression>

namespace colonnade::toolstack {

namespace {

using namespace Qt::StringLiterals;

struct ExitMeaning
{
    int status; ///< 256 minus rgmanager's error number
    const char *words;
};

constexpr ExitMeaning Meanings[] = {
    {255, QT_TRANSLATE_NOOP("colonnade::toolstack", "rgmanager could not migrate it; the guest may "
                                                    "be running while rgmanager calls it failed")},
    {254,
     QT_TRANSLATE_NOOP("colonnade::toolstack",
                       "rgmanager gave up and calls the guest failed; it may well be running")},
    {253,
     QT_TRANSLATE_NOOP("colonnade::toolstack", "the node that was asked does not hold the guest")},
    {252, QT_TRANSLATE_NOOP("colonnade::toolstack", "rgmanager knows no such guest")},
    {251, QT_TRANSLATE_NOOP("colonnade::toolstack", "another operation on the guest is under way")},
    {250, QT_TRANSLATE_NOOP("colonnade::toolstack", "rgmanager asks to try again later")},
    {249, QT_TRANSLATE_NOOP("colonnade::toolstack",
                            "the guest's failover domain or a dependency forbids the target")},
    {248, QT_TRANSLATE_NOOP(
              "colonnade::toolstack",
              "rgmanager cannot migrate this one: it is part of a service, or not set up for it")},
    {247, QT_TRANSLATE_NOOP("colonnade::toolstack", "the cluster has no quorum")},
    {245, QT_TRANSLATE_NOOP("colonnade::toolstack", "the guest is frozen in rgmanager")},
    {244, QT_TRANSLATE_NOOP("colonnade::toolstack", "the target is no live member of the cluster")},
    {243, QT_TRANSLATE_NOOP("colonnade::toolstack", "a node is waiting to be fenced")},
    {242, QT_TRANSLATE_NOOP("colonnade::toolstack", "the cluster's own event script failed")},
    {241, QT_TRANSLATE_NOOP("colonnade::toolstack", "the guest may not run on the target")},
    {240, QT_TRANSLATE_NOOP("colonnade::toolstack",
                            "the target has an exclusive service, or the guest is one")},
    {239, QT_TRANSLATE_NOOP("colonnade::toolstack",
                            "the migration failed and the guest still runs at the source")},
    {238, QT_TRANSLATE_NOOP("colonnade::toolstack", "permission denied")},
    {237,
     QT_TRANSLATE_NOOP("colonnade::toolstack", "rgmanager warns and refers to the system log")},
};

QString meaningOf(int status, const QString &text)
{
    for (const ExitMeaning &meaning : Meanings) {
        if (meaning.status == status)
            return Words::tr(meaning.words);
    }
    if (text.contains("Could not connect to"_L1))
        return Words::tr("rgmanager or cman does not answer on the node");
    if (text.contains("is offline"_L1))
        return Words::tr("the target is offline in the cluster");
    if (text.contains("Migration requires a target"_L1))
        return Words::tr("clusvcadm was given no target");
    const QString lastLine = text.trimmed().section(u'\n', -1).trimmed().left(300);
    return lastLine.isEmpty()
               ? Words::tr("clusvcadm ended with status %1 and said nothing").arg(status)
               : lastLine;
}

} // namespace

MigrateReport readClusvcadm(QByteArrayView output, std::optional<int> exitStatus)
{
    const QString text = QString::fromUtf8(output.first(std::min<qsizetype>(output.size(), 65536)));
    static const QRegularExpression Closest(u"Closest match: '([^'\\n]{1,255})'"_s);
    const QRegularExpressionMatch closest = Closest.match(text);
    // It goes on with a node that nobody named: where the guest lands is not what was asked.
    if (closest.hasMatch())
        return {MigrateStage::Undefined, std::nullopt,
                Words::tr("clusvcadm did not know the target and took %1 in its place")
                    .arg(closest.captured(1))};
    if (!exitStatus) {
        const bool asked = text.contains("Trying to migrate"_L1);
        return {asked ? MigrateStage::Copying : MigrateStage::Connecting, std::nullopt, {}};
    }
    if (*exitStatus != 0)
        return {MigrateStage::Failed, std::nullopt, meaningOf(*exitStatus, text)};
    if (text.contains("already running"_L1))
        return {MigrateStage::Succeeded, std::nullopt,
                Words::tr("rgmanager says that it was running there already")};
    return {MigrateStage::Succeeded, std::nullopt, {}};
}

} // namespace colonnade::toolstack
