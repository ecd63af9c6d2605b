// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/captures.h"
#include "toolstack/parse.h"

#include <gmock/gmock.h>

namespace colonnade::toolstack {
namespace {

using namespace Qt::StringLiterals;

constexpr const char *XlHeader =
    "Name                                        ID   Mem VCPUs\tState\tTime(s)\n";
constexpr const char *XmHeader =
    "Name                                        ID   Mem VCPUs      State   Time(s)\n";

QByteArray row(const char *name, const char *id, int memory, int vcpus, const char *state,
               double time)
{
    return QString::asprintf("%-40s %5s %5d %5d %10s %8.1f\n", name, id, memory, vcpus, state, time)
        .toUtf8();
}

QList<DomainRow> parsed(const QByteArray &text, Kind kind)
{
    const auto rows = parseList(text, kind);
    EXPECT_TRUE(rows) << rows.error().message.toStdString();
    return rows.value_or(QList<DomainRow>());
}

TEST(ParseList, readsWhatXl417Printed)
{
    const QList<DomainRow> rows = parsed(test::data("xl-list.out"), Kind::Xl);
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows[0], (DomainRow{u"Domain-0"_s, 0, 1024, 1, "r-----", rows[0].cpuSeconds}));
    EXPECT_EQ(rows[1].name, u"web1"_s);
    EXPECT_EQ(rows[1].memoryMiB, 160);
    EXPECT_EQ(rows[1].id, 3);
}

TEST(ParseList, readsTheRowsOfAMigration)
{
    const QList<DomainRow> rows =
        parsed(XlHeader + row("(null)", "5", 0, 0, "--p---", 0)
                   + row("web1--incoming", "6", 74, 0, "--p---", 0)
                   + row("web1--migratedaway", "2", 160, 1, "--pss-", 6.8),
               Kind::Xl);
    ASSERT_EQ(rows.size(), 3);
    EXPECT_EQ(rows[0].name, u"(null)"_s);
    EXPECT_EQ(rows[1], (DomainRow{u"web1--incoming"_s, 6, 74, 0, "--p---", 0}));
    EXPECT_EQ(runState(rows[1], Kind::Xl), RunState::Paused);
    EXPECT_EQ(runState(rows[2], Kind::Xl), RunState::Suspended);
}

TEST(ParseList, readsNamesThatAreLongOrHoldBlanksAndDigits)
{
    const QByteArray name(57, 'n');
    const QList<DomainRow> rows =
        parsed(XlHeader + row(name.constData(), "12", 512, 2, "-b----", 1.5)
                   + row("web server 2", "13", 512, 2, "------", 1.5)
                   + row("7 of 9", "14", 123456, 64, "r-----", 99999.9),
               Kind::Xl);
    ASSERT_EQ(rows.size(), 3);
    EXPECT_EQ(rows[0].name, QString::fromUtf8(name));
    EXPECT_EQ(rows[1].name, u"web server 2"_s);
    EXPECT_EQ(rows[2], (DomainRow{u"7 of 9"_s, 14, 123456, 64, "r-----", 99999.9}));
}

TEST(ParseList, xmLeavesTheIdOfAStoppedGuestBlank)
{
    const QByteArray longName(44, 'n');
    const QList<DomainRow> rows = parsed(
        XmHeader + row("Domain-0", "0", 1023, 1, "r-----", 154706.1)
            + row("stopped", "", 512, 1, "", 0) + row("web 2", "", 65536, 1, "", 0)
            + row("web 2", "3", 65536, 1, "-b----", 0) + row("huge 7", "", 1048576, 1, "------", 0)
            + row("huge 7", "8", 1048576, 1, "------", 0)
            + row(longName.constData(), "", 512, 1, "", 0),
        Kind::Xm);
    ASSERT_EQ(rows.size(), 7);
    EXPECT_EQ(rows[1], (DomainRow{u"stopped"_s, std::nullopt, 512, 1, {}, 0}));
    EXPECT_EQ(runState(rows[1], Kind::Xm), RunState::Halted);
    EXPECT_EQ(rows[2], (DomainRow{u"web 2"_s, std::nullopt, 65536, 1, {}, 0}));
    EXPECT_EQ(rows[3], (DomainRow{u"web 2"_s, 3, 65536, 1, "-b----", 0}));
    EXPECT_EQ(rows[4].name, u"huge 7"_s);
    EXPECT_EQ(rows[4].id, std::nullopt);
    EXPECT_EQ(rows[5].id, 8);
    EXPECT_EQ(rows[6].name, QString::fromUtf8(longName));
}

TEST(ParseList, readsTheNarrowerColumnsOfXenThree)
{
    const QList<DomainRow> rows =
        parsed("Name                                      ID Mem(MiB) VCPUs State   Time(s)\n"
               "Domain-0                                   0     1500     4 r-----   3120.8\n"
               "vm 3                                       7      511     1 -b----     12.4\n"
               "vm 3                                              511     1              0.0\n",
               Kind::Xm);
    ASSERT_EQ(rows.size(), 3);
    EXPECT_EQ(rows[1], (DomainRow{u"vm 3"_s, 7, 511, 1, "-b----", 12.4}));
    EXPECT_EQ(rows[2].name, u"vm 3"_s);
    EXPECT_EQ(rows[2].id, std::nullopt);
}

TEST(ParseList, passesOverWhatIsNoRow)
{
    const QList<DomainRow> rows =
        parsed(QByteArray("Warning: something 1 2 3\n") + XlHeader + "\n"
                   + "libxl: error: nothing to see 1.0\n" + row("web1", "4", 160, 1, "-b----", 2.9)
                   + "web2  -7  160 1 -b---- 1.0\nweb3 99999999 160 1 -b---- 1.0\n"
                   + "web4 5 99999999999999999999 1 -b---- 1.0\nweb5 5 1 1 -b---- 1e400\n",
               Kind::Xl);
    ASSERT_EQ(rows.size(), 1);
    EXPECT_EQ(rows[0].name, u"web1"_s);
}

TEST(ParseList, anAnswerWithoutHeaderIsAnError)
{
    for (const char *text : {"", "\n", "cannot init xl context\n", "web1 4 160 1 -b---- 2.9\n"}) {
        const auto rows = parseList(text, Kind::Xl);
        ASSERT_FALSE(rows) << text;
        EXPECT_EQ(rows.error().code, base::ErrorCode::ParseFailed);
    }
}

TEST(ParseList, moreGuestsThanXenCanHaveAreRefused)
{
    QByteArray text = XlHeader;
    for (int i = 0; i < 33000; ++i)
        text += "g 1 1 1 ------ 0.0\n";
    const auto rows = parseList(text, Kind::Xl);
    ASSERT_FALSE(rows);
    EXPECT_EQ(rows.error().code, base::ErrorCode::OutputTooLarge);
}

TEST(ParseList, readsEveryListOfTheCaptures)
{
    const QStringList names =
        test::captureNames(u"xl-list*.out"_s) + test::captureNames(u"*-list.out"_s);
    if (names.isEmpty())
        GTEST_SKIP() << "no captures at " << test::capturesFolder().toStdString();
    int lists = 0;
    for (const QString &name : names) {
        const QByteArray text = test::capture(name).value_or(QByteArray());
        // Those with columns that we never ask for (-Z, -c, -n, -v) are no lists of ours.
        if (!text.contains("Time(s)\n"))
            continue;
        const QByteArray list =
            text.left(text.indexOf("\n\n") < 0 ? text.size() : text.indexOf("\n\n"));
        for (const DomainRow &row : parsed(list, Kind::Xl)) {
            EXPECT_NE(runState(row, Kind::Xl), RunState::Unknown) << name.toStdString();
            EXPECT_TRUE(row.id);
        }
        ++lists;
    }
    EXPECT_GT(lists, 10);
}

TEST(ParseList, followsTheCapturedMigration)
{
    const std::optional<QByteArray> polls = test::capture(u"xl-list_during-migrate.target"_s);
    if (!polls)
        GTEST_SKIP() << "no captures at " << test::capturesFolder().toStdString();
    QStringList names;
    qint64 memory = -1;
    for (const QByteArray &poll : polls->split('=')) {
        const auto rows = parseList(poll, Kind::Xl);
        if (!rows || rows->size() < 2)
            continue;
        if (names.isEmpty() || names.last() != rows->at(1).name)
            names.append(rows->at(1).name);
        EXPECT_GE(rows->at(1).memoryMiB, memory);
        memory = rows->at(1).memoryMiB;
    }
    EXPECT_EQ(names, (QStringList{u"(null)"_s, u"web1--incoming"_s, u"web1"_s}));
    EXPECT_EQ(memory, 160);
}

struct Letters
{
    const char *letters;
    RunState xl;
    RunState xm;
};

class StateLetters : public testing::TestWithParam<Letters>
{
};

TEST_P(StateLetters, meanWhatTheReferenceSays)
{
    const DomainRow row{u"web1"_s, 4, 160, 1, GetParam().letters, 0};
    EXPECT_EQ(runState(row, Kind::Xl), GetParam().xl);
    EXPECT_EQ(runState(row, Kind::Xm), GetParam().xm);
}

INSTANTIATE_TEST_SUITE_P(Table, StateLetters,
                         testing::Values(Letters{"r-----", RunState::Running, RunState::Running},
                                         Letters{"-b----", RunState::Blocked, RunState::Blocked},
                                         Letters{"------", RunState::Runnable, RunState::Runnable},
                                         Letters{"--p---", RunState::Paused, RunState::Paused},
                                         Letters{"-bp---", RunState::Paused, RunState::Paused},
                                         Letters{"---ss-", RunState::Suspended, RunState::Unknown},
                                         Letters{"--pss-", RunState::Suspended, RunState::Unknown},
                                         Letters{"---s--", RunState::ShutDown, RunState::ShutDown},
                                         Letters{"--ps--", RunState::ShutDown, RunState::ShutDown},
                                         Letters{"---sr-", RunState::ShutDown, RunState::Unknown},
                                         Letters{"---sc-", RunState::Crashed, RunState::Crashed},
                                         Letters{"----c-", RunState::Crashed, RunState::Crashed},
                                         Letters{"---sw-", RunState::Crashed, RunState::Unknown},
                                         Letters{"---sS-", RunState::ShutDown, RunState::Unknown},
                                         Letters{"-----d", RunState::Dying, RunState::Dying},
                                         Letters{"---s-d", RunState::Dying, RunState::Dying},
                                         Letters{"--psc-", RunState::Crashed, RunState::Crashed},
                                         Letters{"------x", RunState::Unknown, RunState::Unknown},
                                         Letters{"b-----", RunState::Unknown, RunState::Unknown},
                                         Letters{"", RunState::Unknown, RunState::Unknown}));

} // namespace
} // namespace colonnade::toolstack
