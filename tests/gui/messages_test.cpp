// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inbox.h"
#include "gui/messagearea.h"
#include "gui/window_fixture.h"
#include "gui/wording.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QPushButton>

#include <QThread>

#include <thread>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

Message messageOf(const QString &id, const QString &sentence)
{
    Message message;
    message.id = id;
    message.sentence = sentence;
    return message;
}

void closeBar(MessageArea &area, const QString &id)
{
    for (QAbstractButton *button :
         area.findChild<QWidget *>(id)->findChildren<QAbstractButton *>()) {
        if (button->accessibleName() == u"Close this message")
            button->click();
    }
}

TEST(Messages, oneWithTheSameIdTakesThePlaceOfTheOld)
{
    MessageArea area;
    area.put(messageOf(u"a"_s, u"first"_s));
    area.put(messageOf(u"b"_s, u"other"_s));
    area.put(messageOf(u"a"_s, u"second"_s));
    EXPECT_EQ(area.ids().size(), 2);
    EXPECT_EQ(area.sentence(u"a"_s), u"second"_s);
}

TEST(Messages, theButtonRunsItsActionOnceAndTheBarGoes)
{
    MessageArea area;
    int runs = 0;
    Message message = messageOf(u"a"_s, u"web1 runs on xenhost2."_s);
    message.action = u"Move back"_s;
    message.run = [&] { ++runs; };
    area.put(message);
    buttonOf(&area, u"Move back"_s)->click();
    EXPECT_EQ(runs, 1);
    EXPECT_TRUE(area.ids().isEmpty());
    EXPECT_FALSE(area.isVisibleTo(area.parentWidget()));
}

TEST(Messages, aClosedAlarmStaysAwayUntilItWasGoneOnce)
{
    MessageArea area;
    const QList<Message> alarms{messageOf(u"alarm/1"_s, u"web1 runs twice."_s)};
    area.showGroup(u"alarm/"_s, alarms);
    ASSERT_EQ(area.ids().size(), 1);
    closeBar(area, u"alarm/1"_s);
    area.showGroup(u"alarm/"_s, alarms);
    EXPECT_TRUE(area.ids().isEmpty());
    area.showGroup(u"alarm/"_s, {});
    area.showGroup(u"alarm/"_s, alarms);
    EXPECT_EQ(area.ids().size(), 1);
}

TEST(Messages, aGroupLeavesOtherMessagesAlone)
{
    MessageArea area;
    area.put(messageOf(u"moved/1"_s, u"done"_s));
    area.showGroup(u"alarm/"_s, {messageOf(u"alarm/1"_s, u"x"_s)});
    area.showGroup(u"alarm/"_s, {});
    EXPECT_EQ(area.ids(), QStringList{u"moved/1"_s});
}

TEST(InboxTest, valuesOfOtherThreadsComeInBatchesInTheOwnersThread)
{
    QObject owner;
    QList<int> got;
    int batches = 0;
    Inbox<int> inbox(
        &owner,
        [&](const QList<int> &batch) {
            EXPECT_EQ(QThread::currentThread(), owner.thread());
            got += batch;
            ++batches;
        },
        1000);
    std::jthread([sink = inbox.sink()] {
        for (int i = 0; i < 500; ++i)
            sink(i);
    }).join();
    ASSERT_TRUE(waitUntil([&] { return got.size() == 500; }));
    EXPECT_EQ(got.last(), 499);
    EXPECT_EQ(batches, 1);
}

TEST(InboxTest, theOldestAreDroppedAndNothingIsDeliveredAfterItsEnd)
{
    QObject owner;
    QList<int> got;
    auto inbox = std::make_unique<Inbox<int>>(
        &owner, [&](const QList<int> &batch) { got += batch; }, 2);
    const auto sink = inbox->sink();
    for (int i = 0; i < 5; ++i)
        sink(i);
    ASSERT_TRUE(waitUntil([&] { return !got.isEmpty(); }));
    EXPECT_EQ(got, (QList{3, 4}));
    sink(6);
    inbox.reset();
    sink(7);
    QCoreApplication::processEvents();
    EXPECT_EQ(got.size(), 2);
}

TEST(Wording, namesAreJoinedAsInASentence)
{
    EXPECT_EQ(joined({u"web1"_s}), u"web1"_s);
    EXPECT_EQ(joined({u"web1"_s, u"web2"_s}), u"web1 and web2"_s);
    EXPECT_EQ(joined({u"a"_s, u"b"_s, u"c"_s}), u"a, b and c"_s);
    EXPECT_EQ(joined({u"a"_s, u"b"_s, u"c"_s, u"d"_s}, 2), u"a, b and 2 more"_s);
}

} // namespace
} // namespace colonnade::gui
