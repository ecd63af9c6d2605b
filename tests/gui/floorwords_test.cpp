// SPDX-License-Identifier: GPL-3.0-or-later
// What the floors below the window say is said in the window's language.
#include "cluster/probeanswer.h"
#include "operations/migration.h"
#include "operations/whereabouts.h"
#include "profiles/profilecheck.h"
#include "rules/placement.h"
#include "toolstack/migrate.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

cluster::NodeState node(const QString &name, const QStringList &guests)
{
    cluster::NodeState state;
    state.profile.name = name;
    state.profile.host = name;
    state.connection.phase = remote::Phase::Connected;
    cluster::NodeFacts facts;
    facts.readAt = QDateTime::currentDateTimeUtc();
    facts.toolstack = toolstack::Kind::Xl;
    facts.hostName = name;
    facts.bootId = name;
    facts.info.totalMemoryMiB = 4096;
    facts.info.freeMemoryMiB = 512;
    for (const QString &guest : guests) {
        cluster::Guest running;
        running.name = guest;
        running.uuid = u"uuid of "_s + guest;
        running.state = toolstack::RunState::Blocked;
        running.memoryMiB = 1024;
        running.config.emplace();
        facts.guests.append(running);
    }
    state.facts = facts;
    return state;
}

rules::Reason reasonOf(const rules::Verdict &verdict, const QString &id)
{
    for (const rules::Reason &reason : verdict.reasons) {
        if (reason.id == id)
            return reason;
    }
    ADD_FAILURE() << "there is no reason " << qPrintable(id);
    return {};
}

struct FloorWords : testing::Test
{
    FloorWords()
    {
        EXPECT_TRUE(m_translator.load(u":/i18n/colonnade_de"_s));
        QCoreApplication::installTranslator(&m_translator);
    }
    ~FloorWords() override { QCoreApplication::removeTranslator(&m_translator); }

    const cluster::ClusterState state{
        u"lab"_s, {node(u"xenhost1"_s, {u"web1"_s, u"db1"_s}), node(u"xenhost2"_s, {})}};

private:
    QTranslator m_translator;
};

TEST_F(FloorWords, aVerdictIsGerman)
{
    const rules::Verdict one = rules::canRun(state, u"web1"_s, u"xenhost1"_s, u"xenhost2"_s);
    EXPECT_EQ(one.headline(),
              u"web1 benötigt 1026\u00a0MiB, und auf xenhost2 sind 512\u00a0MiB frei."_s);
    EXPECT_EQ(reasonOf(one, u"peer-untested"_s).sentence,
              u"Ob xenhost1 für eine Migration xenhost2 erreicht, wurde in letzter Zeit nicht "
              u"getestet; es wird getestet, bevor etwas startet."_s);

    const rules::Verdict both = rules::canRunAll(
        state, {{u"web1"_s, u"xenhost1"_s}, {u"db1"_s, u"xenhost1"_s}}, u"xenhost2"_s);
    EXPECT_EQ(reasonOf(both, u"memory"_s).sentence,
              u"Die 2\u00a0Gäste benötigen zusammen 2052\u00a0MiB, und auf xenhost2 sind "
              u"512\u00a0MiB frei."_s);
}

/// A sentence out of a table, and one that joins names.
TEST_F(FloorWords, whatIsMarkedInATableIsGerman)
{
    cluster::ClusterState paused = state;
    paused.nodes[0].facts->guests[0].state = toolstack::RunState::Paused;
    paused.nodes[1].facts->guests = paused.nodes[0].facts->guests;
    EXPECT_EQ(
        reasonOf(rules::canRun(paused, u"web1"_s, u"xenhost1"_s, u"xenhost2"_s), u"guest-paused"_s)
            .remedy,
        u"Lassen Sie ihn weiterlaufen (`xl unpause web1`), dann migrieren Sie ihn."_s);
    const QList<rules::Reason> alarms = rules::alarms(paused);
    ASSERT_FALSE(alarms.isEmpty());
    EXPECT_EQ(alarms.first().sentence, u"db1 läuft gleichzeitig auf xenhost1 und xenhost2."_s);
    EXPECT_TRUE(alarms.first().remedy.contains(
        u"(`xl destroy db1` auf xenhost1 oder `xl destroy db1` auf xenhost2)"_s))
        << qPrintable(alarms.first().remedy);
}

TEST_F(FloorWords, theOutcomeOfAMigrationIsGerman)
{
    const operations::MigrationSubject subject{u"web1"_s, {}, u"xenhost1"_s, u"xenhost2"_s};
    const cluster::NodeFacts holds = *node({}, {u"web1"_s}).facts;
    const cluster::NodeFacts empty = *node({}, {}).facts;
    EXPECT_EQ(findGuest(subject, empty, holds).sentence,
              u"web1 läuft auf xenhost2, und auf xenhost1 ist nichts davon."_s);
    EXPECT_EQ(findGuest(subject, holds, empty).sentence,
              u"web1 läuft auf xenhost1 wie zuvor; auf xenhost2 ist nichts davon."_s);

    cluster::NodeFacts starts = empty;
    starts.autostart = {u"web1"_s};
    const operations::Finding lost =
        findGuest(subject, starts, *node({}, {u"web1--incoming"_s}).facts);
    EXPECT_EQ(lost.sentence, u"web1 läuft weder auf xenhost1 noch auf xenhost2. Auf xenhost2 liegt "
                             u"noch web1--incoming, eine unvollständige Kopie."_s);
    EXPECT_EQ(lost.remedy,
              u"Entfernen Sie die unvollständige Kopie auf xenhost2 mit `xl destroy "
              u"web1--incoming`; sie lässt sich nicht zum Laufen bringen. xenhost1 startet web1 "
              u"beim Booten von selbst (/etc/xen/auto): Sehen Sie nach, ob das bevorsteht. Wenn "
              u"nicht, starten Sie web1 auf nur einem Knoten: xl create, mit seiner "
              u"Konfigurationsdatei."_s);
}

TEST_F(FloorWords, aRefusedPlanIsGerman)
{
    const auto plan = operations::planMigration(state, u"web1"_s, u"xenhost1"_s, u"xenhost2"_s, {});
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().message,
              u"web1 benötigt 1026\u00a0MiB, und auf xenhost2 sind 512\u00a0MiB frei."_s);
}

/// The plan says in German what it does; what is run and what is compared stays.
TEST_F(FloorWords, aPlanIsGermanAndItsCommandIsNot)
{
    cluster::ClusterState roomy = state;
    roomy.nodes[1].facts->info.freeMemoryMiB = 4096;
    const auto plan = operations::planMigration(roomy, u"web1"_s, u"xenhost1"_s, u"xenhost2"_s, {});
    ASSERT_TRUE(plan) << qPrintable(plan.error().message);
    EXPECT_EQ(plan->title, u"web1 von xenhost1 nach xenhost2 migrieren"_s);
    EXPECT_EQ(plan->kind, u"migrate"_s);
    EXPECT_TRUE(plan->steps.first().command.startsWith("xl migrate "));
    EXPECT_EQ(operations::Plan::fromJson(plan->toJson()), *plan);
    EXPECT_EQ(operations::outcomeName(operations::MigrationOutcome::Moved), u"moved"_s);
}

TEST_F(FloorWords, theFloorsBelowAreGerman)
{
    EXPECT_EQ(toolstack::readXlMigrate("ssh: connect to host xenhost2 port 22: Connection refused\n"
                                       "Migration failed\n")
                  .cause,
              u"xenhost2 lehnt Verbindungen auf Port\u00a022 ab"_s);
    const auto split = cluster::ProbeSections::split("", "nonce");
    ASSERT_FALSE(split);
    EXPECT_EQ(split.error().message, u"die Antwort ist unvollständig"_s);
    profiles::Profile profile;
    profile.name = u"a/b"_s;
    profile.host = u"xenhost1"_s;
    const auto checked = profiles::check(profile);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().message, u"„a/b“ kann kein Name eines Knotens sein."_s);
}

} // namespace
} // namespace colonnade::gui
