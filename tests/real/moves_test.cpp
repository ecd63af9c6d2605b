// SPDX-License-Identifier: GPL-3.0-or-later
// Seeing a real cluster, and moving a guest on it.
#include "real/realtest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace colonnade::real {
namespace {

/// How often the guest moves: COLONNADE_REAL_MOVES, or ten times.
int moves()
{
    const int asked = qEnvironmentVariableIntValue("COLONNADE_REAL_MOVES");
    return asked > 0 ? asked : 10;
}

class MovesTest : public RealTest
{
};

/// Names of the guests that `status --json` shows on @p node.
QStringList shownOn(const QJsonDocument &status, const QString &node)
{
    QStringList names;
    for (const QJsonValue &entry : status[u"nodes"].toArray()) {
        if (entry[u"name"].toString() != node)
            continue;
        for (const QJsonValue &guest : entry[u"guests"].toArray())
            names.append(guest[u"name"].toString());
    }
    return names;
}

TEST_F(MovesTest, statusShowsBothHostsAndTheGuest)
{
    const Workstation workstation(nodes());
    ASSERT_TRUE(workstation.problem().isEmpty()) << workstation.problem().toStdString();
    const Ran status =
        workstation.colonnadectl({QStringLiteral("status"), QStringLiteral("--json")});
    ASSERT_EQ(status.status, 0) << status.err.toStdString();

    const QJsonDocument json = QJsonDocument::fromJson(status.out);
    ASSERT_EQ(json[u"nodes"].toArray().size(), nodes().size()) << status.out.toStdString();
    const qsizetype place = home(mover());
    EXPECT_EQ(shownOn(json, node(place).name).count(mover().name), 1) << status.out.toStdString();
    EXPECT_FALSE(shownOn(json, node(1 - place).name).contains(mover().name));

    const Ran table = workstation.colonnadectl({QStringLiteral("status")});
    EXPECT_EQ(table.status, 0);
    for (const QString &word : {node(0).name, node(1).name, mover().name})
        EXPECT_TRUE(table.out.contains(word.toUtf8())) << table.out.toStdString();
}

TEST_F(MovesTest, movesInARowAndTheCounterNeverGoesBack)
{
    const Workstation workstation(nodes());
    ASSERT_TRUE(workstation.problem().isEmpty()) << workstation.problem().toStdString();
    const Counter counter(node(0), mover());
    ASSERT_TRUE(waitUntil([&] { return !counter.numbers().isEmpty(); }, std::chrono::seconds(30)));

    for (int move = 1; move <= moves(); ++move) {
        const qsizetype target = 1 - home(mover());
        const Ran moved = workstation.colonnadectl(
            {QStringLiteral("migrate"), mover().name, node(target).name, QStringLiteral("--yes")},
            MoveLimit);
        ASSERT_EQ(moved.status, 0)
            << "move " << move << ": " << moved.out.toStdString() << moved.err.toStdString();
        ASSERT_EQ(home(mover()), target) << "move " << move;
        const qsizetype before = counter.numbers().size();
        ASSERT_TRUE(waitUntil([&] { return counter.numbers().size() > before + 1; },
                              std::chrono::seconds(60)))
            << "the guest does not count after move " << move;
    }
    const QList<qint64> numbers = counter.numbers();
    EXPECT_EQ(backwardStep(numbers), QByteArray());
    EXPECT_GT(numbers.last(), numbers.first());
}

TEST_F(MovesTest, dryRunShowsTheCommandAndChangesNothing)
{
    const Workstation workstation(nodes());
    const qsizetype place = home(mover());
    const Ran shown = workstation.colonnadectl({QStringLiteral("migrate"), mover().name,
                                                node(1 - place).name, QStringLiteral("--dry-run")});
    EXPECT_EQ(shown.status, 0) << shown.err.toStdString();
    EXPECT_TRUE(shown.out.contains("xl migrate")) << shown.out.toStdString();
    EXPECT_EQ(home(mover()), place);
}

} // namespace
} // namespace colonnade::real
