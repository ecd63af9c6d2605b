// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/migrate.h"

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
    {255,
     "rgmanager could not migrate it; the guest may be running while rgmanager calls it failed"},
    {254, "rgmanager gave up and calls the guest failed; it may well be running"},
    {253, "the node that was asked does not hold the guest"},
    {252, "rgmanager knows no such guest"},
    {251, "another operation on the guest is under way"},
    {250, "rgmanager asks to try again later"},
    {249, "the guest's failover domain or a dependency forbids the target"},
    {248, "rgmanager cannot migrate this one: it is part of a service, or not set up for it"},
    {247, "the cluster has no quorum"},
    {245, "the guest is frozen in rgmanager"},
    {244, "the target is no live member of the cluster"},
    {243, "a node is waiting to be fenced"},
    {242, "the cluster's own event script failed"},
    {241, "the guest may not run on the target"},
    {240, "the target has an exclusive service, or the guest is one"},
    {239, "the migration failed and the guest still runs at the source"},
    {238, "permission denied"},
    {237, "rgmanager warns and refers to the system log"},
};

QString meaningOf(int status, const QString &text)
{
    for (const ExitMeaning &meaning : Meanings) {
        if (meaning.status == status)
            return QString::fromLatin1(meaning.words);
    }
    if (text.contains("Could not connect to"_L1))
        return u"rgmanager or cman does not answer on the node"_s;
    if (text.contains("is offline"_L1))
        return u"the target is offline in the cluster"_s;
    if (text.contains("Migration requires a target"_L1))
        return u"clusvcadm was given no target"_s;
    const QString lastLine = text.trimmed().section(u'\n', -1).trimmed().left(300);
    return lastLine.isEmpty() ? u"clusvcadm ended with status %1 and said nothing"_s.arg(status)
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
                u"clusvcadm did not know the target and took %1 in its place"_s.arg(
                    closest.captured(1))};
    if (!exitStatus) {
        const bool asked = text.contains("Trying to migrate"_L1);
        return {asked ? MigrateStage::Copying : MigrateStage::Connecting, std::nullopt, {}};
    }
    if (*exitStatus != 0)
        return {MigrateStage::Failed, std::nullopt, meaningOf(*exitStatus, text)};
    if (text.contains("already running"_L1))
        return {MigrateStage::Succeeded, std::nullopt,
                u"rgmanager says that it was running there already"_s};
    return {MigrateStage::Succeeded, std::nullopt, {}};
}

} // namespace colonnade::toolstack
