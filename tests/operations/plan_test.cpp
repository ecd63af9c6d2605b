// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/plan.h"

#include <gmock/gmock.h>

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace colonnade::operations;
using testing::HasSubstr;
using testing::Not;

namespace {

Plan examplePlan()
{
    Plan plan;
    plan.id = u"migrate-1"_s;
    plan.kind = u"migrate"_s;
    plan.title = u"Migrate web1 from xenhost1 to xenhost2"_s;
    plan.cluster = u"lab"_s;
    plan.steps = {{u"xenhost1"_s,
                   u"Migrate web1 to xenhost2"_s,
                   "xl migrate web1 xenhost2",
                   {u"web1 runs on xenhost1"_s},
                   u"web1 runs on xenhost2"_s,
                   u"Move it back"_s}};
    plan.details = {{u"guest"_s, u"web1"_s}, {u"memoryMiB"_s, 160}};
    return plan;
}

TEST(PlanTest, comesBackFromJsonAsItWas)
{
    const QByteArray text = QJsonDocument(examplePlan().toJson()).toJson();
    EXPECT_EQ(Plan::fromJson(QJsonDocument::fromJson(text).object()), examplePlan());
}

TEST(PlanTest, jsonWithoutAnUsableIdIsNoPlan)
{
    QJsonObject json = examplePlan().toJson();
    for (const QString &id : {u""_s, u"../../etc/passwd"_s, u"A"_s, u"a b"_s, u"a;rm"_s}) {
        json[u"id"] = id;
        EXPECT_EQ(Plan::fromJson(json), std::nullopt) << id.toStdString();
    }
    EXPECT_EQ(Plan::fromJson({}), std::nullopt);
}

TEST(PlanTest, scriptHoldsTheCommandsAndSaysWhere)
{
    const std::string script = examplePlan().toScript().toStdString();
    EXPECT_THAT(script, HasSubstr("#!/bin/sh\n"));
    EXPECT_THAT(script, HasSubstr("# On xenhost1, as root:\n"));
    EXPECT_THAT(script, HasSubstr("\nxl migrate web1 xenhost2\n"));
    EXPECT_THAT(script, HasSubstr("# Proof: web1 runs on xenhost2\n"));
}

TEST(PlanTest, aNameWithALineEndDoesNotBecomeACommandOfTheScript)
{
    Plan plan = examplePlan();
    plan.title = u"Migrate web1\nreboot\r\n\x1b[2J"_s;
    const std::string script = plan.toScript().toStdString();
    EXPECT_THAT(script, HasSubstr("# Migrate web1?reboot??"));
    EXPECT_THAT(script, Not(HasSubstr("\nreboot")));
}

} // namespace
