// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/activitymodel.h"

#include "gui/activitypanel.h"

#include <QAbstractItemModelTester>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QTreeView>

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

struct Activity : testing::Test
{
    ActivityModel model{nullptr, 5, 3};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    ActivityFilter filter;
    QAbstractItemModelTester filterTester{&filter,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal};
    QDateTime clock = QDateTime::currentDateTimeUtc();

    Activity() { filter.setSourceModel(&model); }

    remote::ActivityRecord record(qint64 id, bool quiet = false)
    {
        clock = clock.addSecs(1);
        remote::ActivityRecord made;
        made.id = id;
        made.startedAt = clock;
        made.node = u"xenhost1"_s;
        made.title = u"command %1"_s.arg(id);
        made.script = "xl list " + QByteArray::number(id);
        made.quiet = quiet;
        return made;
    }
    remote::ActivityRecord finished(remote::ActivityRecord record, int status)
    {
        record.finished = true;
        record.exitStatus = status;
        record.outputHead = "some output";
        return record;
    }
    QStringList titles(const QAbstractItemModel &of) const
    {
        QStringList list;
        for (int row = 0; row < of.rowCount(); ++row)
            list.append(of.index(row, ActivityModel::TitleColumn).data().toString());
        return list;
    }
    QString outcome(int row) const
    {
        return model.index(row, ActivityModel::OutcomeColumn).data().toString();
    }
};

TEST_F(Activity, aCommandIsOneLineFromStartToEnd)
{
    const auto begun = record(1);
    model.add(begun);
    EXPECT_TRUE(outcome(0).startsWith(u"running"));
    model.add(finished(begun, 0));
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(outcome(0), u"ok"_s);
    model.add(finished(record(2), 1));
    EXPECT_EQ(outcome(0), u"exit status 1"_s);
    auto broken = record(3);
    broken.finished = true;
    broken.problem = u"xenhost1 did not answer within 30 s."_s;
    model.add(broken);
    EXPECT_EQ(outcome(0), broken.problem);
}

TEST_F(Activity, theNewestIsFirstAndTheOldestGoes)
{
    for (int id = 1; id <= 7; ++id)
        model.add(record(id));
    EXPECT_EQ(titles(model), (QStringList{u"command 7"_s, u"command 6"_s, u"command 5"_s,
                                          u"command 4"_s, u"command 3"_s}));
}

TEST_F(Activity, readingsNeverPushOutWhatAPersonDid)
{
    model.add(record(1));
    for (int id = 2; id <= 50; ++id)
        model.add(record(id, true));
    EXPECT_EQ(model.rowCount(), 1 + 3);
    EXPECT_EQ(titles(model).last(), u"command 1"_s);
}

TEST_F(Activity, readingsAreHiddenUnlessAskedFor)
{
    model.add(record(1));
    model.add(record(2, true));
    EXPECT_EQ(titles(filter), QStringList{u"command 1"_s});
    filter.setQuietShown(true);
    EXPECT_EQ(filter.rowCount(), 2);
}

TEST_F(Activity, theFiltersShowRunningAndFailed)
{
    model.add(finished(record(1), 0));
    model.add(finished(record(2), 1));
    model.add(record(3));
    filter.setShow(ActivityFilter::Show::Failed);
    EXPECT_EQ(titles(filter), QStringList{u"command 2"_s});
    filter.setShow(ActivityFilter::Show::Running);
    EXPECT_EQ(titles(filter), QStringList{u"command 3"_s});
    EXPECT_EQ(model.running(), 1);
}

TEST_F(Activity, copiesScriptsInTheOrderInWhichTheyRan)
{
    model.add(record(1));
    model.add(record(2));
    const QByteArray script = model.shellScript({0, 1});
    EXPECT_TRUE(script.startsWith("#!/bin/sh\n"));
    EXPECT_LT(script.indexOf("\nxl list 1\n"), script.indexOf("\nxl list 2\n"));
    EXPECT_GT(script.indexOf("\nxl list 1\n"), 0);
    EXPECT_TRUE(script.contains("# on xenhost1:"));
}

TEST_F(Activity, aTitleCannotSmuggleALineIntoTheScript)
{
    auto hostile = record(1);
    hostile.title = u"innocent\nrm -rf /"_s;
    hostile.node = u"n\nreboot"_s;
    model.add(hostile);
    const QByteArray script = model.shellScript({0});
    EXPECT_FALSE(script.contains("\nrm -rf"));
    EXPECT_FALSE(script.contains("\nreboot"));
}

TEST_F(Activity, aPlanIsOneLineThatChangesInPlace)
{
    ActivityRow plan;
    plan.planId = u"p1"_s;
    plan.at = clock;
    plan.title = u"Migrate web1 to xenhost2"_s;
    plan.script = "xl migrate web1 xenhost2\n";
    model.putPlan(plan);
    plan.state = ActivityState::Ok;
    plan.outcome = u"web1 runs on xenhost2."_s;
    model.putPlan(plan);
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(outcome(0), plan.outcome);
}

TEST_F(Activity, thePanelShowsTheOutputOfTheSelectedLine)
{
    model.add(finished(record(1), 1));
    model.add(record(2));
    ActivityPanel panel(&model);
    panel.show();
    auto *view = panel.findChild<QTreeView *>(u"activityView"_s);
    auto *details = panel.findChild<QPlainTextEdit *>();
    EXPECT_FALSE(details->isVisible());
    view->setCurrentIndex(view->model()->index(1, 0));
    ASSERT_TRUE(details->isVisible());
    EXPECT_TRUE(details->toPlainText().contains(u"xl list 1"));
    EXPECT_TRUE(details->toPlainText().contains(u"some output"));
    EXPECT_TRUE(panel.script().contains("xl list 1"));
    EXPECT_FALSE(panel.script().contains("xl list 2"));
}

} // namespace
} // namespace colonnade::gui
