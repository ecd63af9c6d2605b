// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/status.h"

#include <gmock/gmock.h>

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::ctl;
using testing::HasSubstr;
using testing::Not;

namespace {

const QDateTime Now(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);

cluster::ClusterState exampleState()
{
    cluster::NodeState up;
    up.profile.name = u"xenhost1"_s;
    up.facts.emplace();
    up.facts->readAt = Now.addSecs(-90);
    up.facts->toolstack = toolstack::Kind::Xl;
    up.facts->info.xenMajor = 4;
    up.facts->info.xenMinor = 17;
    up.facts->info.xenExtra = u".5"_s;
    up.facts->info.totalMemoryMiB = 2559;
    up.facts->info.freeMemoryMiB = 1300;
    cluster::Guest guest;
    guest.name = u"web1\x1b]0;evil\a"_s;
    guest.state = toolstack::RunState::Blocked;
    guest.memoryMiB = 160;
    up.facts->guests = {guest};

    cluster::NodeState down;
    down.profile.name = u"xenhost2"_s;
    down.probeError = base::Error{base::ErrorCode::ConnectionFailed, u"Nobody answers."_s,
                                  u"Look at its power."_s};
    return {u"lab"_s, {up, down}};
}

const QList<rules::Reason> Alarms{
    {rules::Severity::Hard, u"twice"_s, u"web1 runs twice."_s, u"Stop one."_s}};

TEST(StatusTest, textTellsNodesGuestsAndLastTheAlarms)
{
    const std::string text = statusText(exampleState(), Alarms, Now).toStdString();
    EXPECT_THAT(text, HasSubstr("xenhost1  up         90 s   4.17.5  xl"));
    EXPECT_THAT(text, HasSubstr("1300 of 2559 MiB free"));
    EXPECT_THAT(text, HasSubstr("xenhost2  no answer  never"));
    EXPECT_THAT(text, HasSubstr("xenhost2: Nobody answers.\n    Look at its power."));
    EXPECT_THAT(text, testing::EndsWith("Alarms\n  ! web1 runs twice.\n    Stop one.\n"));
}

TEST(StatusTest, aHostileNameReachesNoTerminal)
{
    const std::string text = statusText(exampleState(), {}, Now).toStdString();
    EXPECT_THAT(text, HasSubstr("web1\\x1b]0;evil\\x07"));
    EXPECT_THAT(text, Not(HasSubstr("\x1b")));
}

TEST(StatusTest, jsonHasWhatTheManualPromises)
{
    QJsonObject json;
    addStatusJson(json, exampleState(), Alarms);
    const QJsonArray nodes = json[u"nodes"].toArray();
    ASSERT_EQ(nodes.size(), 2);
    const QJsonObject up = nodes[0].toObject();
    for (const char *member : {"name", "cluster", "host", "port", "answered", "problem", "readAt",
                               "hostName", "toolstack", "toolstackProblem", "xen", "cpus",
                               "totalMemoryMiB", "freeMemoryMiB", "quorate", "guests"})
        EXPECT_TRUE(up.contains(QLatin1String(member))) << member;
    const QJsonObject guest = up[u"guests"].toArray()[0].toObject();
    for (const char *member : {"name", "uuid", "domainId", "state", "stateLetters", "memoryMiB",
                               "vcpus", "cpuSeconds", "rgmanager"})
        EXPECT_TRUE(guest.contains(QLatin1String(member))) << member;
    EXPECT_EQ(up[u"cluster"].toString(), u"lab"_s);
    EXPECT_TRUE(up[u"answered"].toBool());
    EXPECT_EQ(guest[u"state"].toString(), u"idle"_s);

    const QJsonObject down = nodes[1].toObject();
    EXPECT_FALSE(down[u"answered"].toBool());
    EXPECT_EQ(down[u"problem"].toString(), u"Nobody answers."_s);
    EXPECT_EQ(json[u"alarms"].toArray()[0].toObject()[u"id"].toString(), u"twice"_s);
}

TEST(StatusTest, clustersAreAddedToOneDocument)
{
    QJsonObject json;
    addStatusJson(json, exampleState(), Alarms);
    addStatusJson(json, exampleState(), Alarms);
    EXPECT_EQ(json[u"nodes"].toArray().size(), 4);
    EXPECT_EQ(json[u"alarms"].toArray().size(), 2);
}

} // namespace
