// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/captures.h"
#include "toolstack/migrate.h"

#include <gmock/gmock.h>

namespace colonnade::toolstack {
namespace {

using namespace Qt::StringLiterals;
using testing::HasSubstr;

struct Ending
{
    const char *capture;
    MigrateStage stage;
    const char *cause; ///< a part of it; empty: none
};

void PrintTo(const Ending &ending, std::ostream *out)
{
    *out << ending.capture;
}

class CapturedMigration : public testing::TestWithParam<Ending>
{
};

TEST_P(CapturedMigration, isJudgedByItsText)
{
    const std::optional<QByteArray> output = test::capture(QString::fromUtf8(GetParam().capture));
    if (!output)
        GTEST_SKIP() << "no capture " << GetParam().capture;
    const MigrateReport report = readXlMigrate(*output);
    EXPECT_EQ(report.stage, GetParam().stage);
    EXPECT_EQ(report.percent, std::nullopt); // 4.17 prints none, and none is invented
    EXPECT_THAT(report.cause.toStdString(), HasSubstr(GetParam().cause));
    EXPECT_EQ(report.cause.isEmpty(), *GetParam().cause == '\0');
}

INSTANTIATE_TEST_SUITE_P(
    Table, CapturedMigration,
    testing::Values(
        Ending{"xl-migrate.err", MigrateStage::Succeeded, ""},
        Ending{"xl-migrate_back_tty.out", MigrateStage::Succeeded, ""},
        Ending{"xl-vvv-migrate.err", MigrateStage::Succeeded, ""},
        Ending{"xl-T-migrate.err", MigrateStage::Succeeded, ""},
        Ending{"xl-migrate_p.err", MigrateStage::Succeeded, ""},
        Ending{"xl-migrate_D_preserve-domid.err", MigrateStage::Succeeded, ""},
        Ending{"xl-migrate_s-command.err", MigrateStage::Succeeded, ""},
        Ending{"xl-migrate_after-interrupted-one.err", MigrateStage::Succeeded, ""},
        Ending{"xl-migrate-fail_to-itself.err", MigrateStage::Succeeded, ""},
        Ending{"xl-migrate-fail_second-at-once.first.out", MigrateStage::Succeeded, ""},
        Ending{"pvh_xl-migrate.err", MigrateStage::Succeeded, ""},
        Ending{"xen-4.17.7_xl-migrate_pvh.err", MigrateStage::Succeeded, ""},
        Ending{"xl-migrate-fail_unknown-domain.err", MigrateStage::Failed, "no guest nosuch"},
        Ending{"xl-migrate-fail_unknown-host.err", MigrateStage::Failed,
               "cannot resolve the name nosuchhost"},
        Ending{"xl-migrate-fail_host-key-unknown.err", MigrateStage::Failed,
               "does not know the target's SSH host key"},
        Ending{"xl-migrate-fail_no-ssh-key.err", MigrateStage::Failed,
               "does not let root of the source in"},
        Ending{"xl-migrate-fail_nothing-on-address.err", MigrateStage::Failed,
               "no route to 192.168.1.77"},
        Ending{"xl-migrate-fail_port-closed.err", MigrateStage::Failed,
               "xenhost2 refuses connections on port 2"},
        Ending{"xl-migrate-fail_no-xl-on-target.err", MigrateStage::Failed, "no xl on the target"},
        Ending{"xl-migrate-fail_no-host.err", MigrateStage::Failed,
               "did not understand the command"},
        Ending{"xl-migrate-fail_name-clash.err", MigrateStage::Failed, "another guest named web1"},
        Ending{"xl-migrate-fail_second-at-once.err", MigrateStage::Failed,
               "another migration of web1"},
        Ending{"xl-migrate-fail_no-block-device.err", MigrateStage::Failed,
               "the disk /dev/vgshared/web1 (xvda) is not there"},
        Ending{"xl-migrate-fail_no-memory.err", MigrateStage::Failed, "not enough free memory"},
        Ending{"xl-migrate_while-paused.err", MigrateStage::Failed, "paused"},
        Ending{"xl-migrate_while-paused.again1.err", MigrateStage::Failed, "paused"},
        Ending{"xl-migrate_while-paused.again2.err", MigrateStage::Failed, "paused"},
        Ending{"pvh_xl-migrate_while-paused.err", MigrateStage::Failed,
               "did not answer the request to suspend"},
        Ending{"xl-migrate-fail_destroyed-midway.err", MigrateStage::Failed,
               "did not answer the request to suspend"},
        Ending{"xen-4.17.7_xl-migrate_pv.err", MigrateStage::Failed, "no shadow paging"},
        Ending{"xl-migrate-fail_Domain-0.err", MigrateStage::Failed,
               "this domain cannot be migrated"},
        // Killed, or cut off: the text does not say how it ended, and nothing is claimed.
        Ending{"xl-migrate-fail_SIGINT-at-7s.err", MigrateStage::Copying, ""},
        Ending{"xl-migrate-fail_SIGKILL-at-7s.err", MigrateStage::Copying, ""},
        Ending{"xl-migrate-fail_source-power-cut.err", MigrateStage::Copying, ""},
        Ending{"xl-migrate-fail_target-power-cut.err", MigrateStage::Copying, ""}));

TEST(CapturedMigrations, areAllJudged)
{
    const QStringList names = test::captureNames(u"*xl-*migrate*.err"_s);
    if (names.isEmpty())
        GTEST_SKIP() << "no captures at " << test::capturesFolder().toStdString();
    for (const QString &name : names) {
        if (name.contains("-list"_L1) || name.contains("source-later"_L1)
            || name.contains("target-create"_L1))
            continue;
        EXPECT_NE(readXlMigrate(*test::capture(name)).stage, MigrateStage::Connecting)
            << name.toStdString();
    }
}

TEST(ReadXlMigrate, advancesWithTheLines)
{
    const QByteArray whole = test::data("xl-migrate.err");
    MigrateStage last = MigrateStage::Connecting;
    QList<MigrateStage> stages{last};
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        const MigrateStage stage = readXlMigrate(QByteArrayView(whole).first(size)).stage;
        EXPECT_GE(int(stage), int(last)) << "at byte " << size;
        if (stage != last)
            stages.append(stage);
        last = stage;
    }
    EXPECT_EQ(stages, (QList<MigrateStage>{MigrateStage::Connecting, MigrateStage::Copying,
                                           MigrateStage::Handover, MigrateStage::Started,
                                           MigrateStage::Succeeded}));
}

TEST(ReadXlMigrate, readsThePercentagesOfOldXl)
{
    const QByteArray lines = "migration target: Ready to receive domain.\n"
                             "Saving to migration stream new xl format (info 0x0/0x0/413)\n"
                             "xc: progress: Reloading memory pages: 26624/524288    5%\n";
    EXPECT_EQ(readXlMigrate(lines).percent, 5);
    const QByteArray more =
        QByteArray(lines).append("\rxc: progress: Reloading memory pages: 52224/524288   10%\r");
    EXPECT_EQ(readXlMigrate(more).percent, 10);
    EXPECT_EQ(readXlMigrate("xc: progress: Reloading memory pages: 9/1  900%\n").percent,
              std::nullopt);
    EXPECT_EQ(readXlMigrate("xc: progress: Frames iteration 1: 2048/40960    5%\n").percent,
              std::nullopt);
}

TEST(ReadXlMigrate, anUndefinedEndOutweighsEverything)
{
    const MigrateReport report =
        readXlMigrate("migration sender: Giving target permission to start.\n"
                      "libxl: error: libxl_utils.c:505:libxl_read_exactly: file/stream truncated "
                      "reading final report\n"
                      "** Migration failed during final handshake **\n"
                      "Domain state is now undefined !\n");
    EXPECT_EQ(report.stage, MigrateStage::Undefined);
    EXPECT_THAT(report.cause.toStdString(), HasSubstr("both sides"));
}

TEST(ReadXlMigrate, quotesTheFirstErrorOfACauseThatItDoesNotKnow)
{
    const MigrateReport report = readXlMigrate("migration target: Ready to receive domain.\n"
                                               "libxl: error: something unheard of\n"
                                               "libxl: error: a consequence of it\n"
                                               "Migration failed, resuming at sender.\n");
    EXPECT_EQ(report.stage, MigrateStage::Failed);
    EXPECT_EQ(report.cause, u"libxl: error: something unheard of"_s);
}

struct Line
{
    const char *line;
    const char *cause;
};

TEST(ReadXlMigrate, explainsWhatTheReferenceNames)
{
    for (const Line &line :
         {Line{"migration receiver stream contained unexpected data instead of banner",
               "login file"},
          Line{"No config file stored for running domain and none supplied - cannot migrate.",
               "keeps no configuration"},
          Line{"xend is running, which may cause unpredictable results when using",
               "xend is running"},
          Line{"Savefile has mandatory flag(s) 0x4 which are not supported; need newer "
               "xl\nMigration failed, resuming at sender.",
               "older than the source's"},
          Line{"libxl: error: script: Could not find bridge device xenbr9\nMigration failed, "
               "resuming at sender.",
               "no bridge xenbr9"},
          Line{"@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\nHost key verification "
               "failed.\n"
               "file/stream truncated reading banner from migration receiver stream",
               "another SSH host key"},
          Line{"ssh: connect to host n2 port 22: Connection timed out\nfile/stream truncated "
               "reading banner",
               "n2, port 22: Connection timed out"}}) {
        const MigrateReport report = readXlMigrate(line.line);
        EXPECT_EQ(report.stage, MigrateStage::Failed) << line.line;
        EXPECT_THAT(report.cause.toStdString(), HasSubstr(line.cause));
    }
}

TEST(ReadXlMigrate, aFloodIsJudgedByItsBeginningAndEnd)
{
    QByteArray flood = "migration target: Ready to receive domain.\n";
    flood += QByteArray("libxl: debug: noise\n").repeated(100000);
    flood += "Migration successful.\n";
    EXPECT_EQ(readXlMigrate(flood).stage, MigrateStage::Succeeded);
}

TEST(ReadXmMigrate, saysNothingUntilItEnds)
{
    EXPECT_EQ(readXmMigrate("", std::nullopt).stage, MigrateStage::Connecting);
    EXPECT_EQ(readXmMigrate("", 0).stage, MigrateStage::Succeeded);
    const MigrateReport silent = readXmMigrate("", 1);
    EXPECT_EQ(silent.stage, MigrateStage::Failed);
    EXPECT_THAT(silent.cause.toStdString(), HasSubstr("status 1"));
}

TEST(ReadXmMigrate, explainsItsErrors)
{
    for (const Line &line :
         {Line{"Error: can't connect: Connection refused",
               "relocation port cannot be reached (Connection refused)"},
          Line{"Error: VM name 'web1' already exists as domain 3 (from node2)",
               "another guest named web1"},
          Line{"Error: Domain 'nosuch' does not exist.", "no guest nosuch"},
          Line{"Error: /usr/lib/xen/bin/xc_save 27 12 0 0 1 failed", "hosts-allow"},
          Line{"Error: Migration not permitted with assigned PCI device.", "PCI device"},
          Line{"Error: I need 524288 KiB, but dom0_min_mem is 200", "not enough free memory"},
          Line{"Error: Unable to connect to xend: Connection refused. Is xend running?",
               "xend does not answer"},
          Line{"Error: something else", "something else"}}) {
        const MigrateReport report = readXmMigrate(line.line, 1);
        EXPECT_EQ(report.stage, MigrateStage::Failed) << line.line;
        EXPECT_THAT(report.cause.toStdString(), HasSubstr(line.cause));
        EXPECT_EQ(readXmMigrate(line.line, std::nullopt).stage, MigrateStage::Failed);
    }
}

struct Exit
{
    int status;
    const char *cause;
};

class ClusvcadmExit : public testing::TestWithParam<Exit>
{
};

TEST_P(ClusvcadmExit, meansWhatRgmanagersNumbersMean)
{
    const MigrateReport report =
        readClusvcadm("Trying to migrate vm:web1 to node2...Failure\n", GetParam().status);
    EXPECT_EQ(report.stage, MigrateStage::Failed);
    EXPECT_THAT(report.cause.toStdString(), HasSubstr(GetParam().cause));
}

INSTANTIATE_TEST_SUITE_P(
    Table, ClusvcadmExit,
    testing::Values(Exit{255, "may be running"}, Exit{254, "may well be running"},
                    Exit{253, "does not hold"}, Exit{252, "no such guest"},
                    Exit{251, "another operation"}, Exit{250, "later"},
                    Exit{249, "forbids the target"}, Exit{248, "part of a service"},
                    Exit{247, "no quorum"}, Exit{245, "frozen"}, Exit{244, "no live member"},
                    Exit{243, "fenced"}, Exit{242, "event script"}, Exit{241, "may not run"},
                    Exit{240, "exclusive"}, Exit{239, "still runs at the source"},
                    Exit{238, "permission"}, Exit{237, "system log"}, Exit{1, "Failure"}));

TEST(ReadClusvcadm, followsTheCommand)
{
    EXPECT_EQ(readClusvcadm("", std::nullopt).stage, MigrateStage::Connecting);
    EXPECT_EQ(readClusvcadm("Trying to migrate vm:web1 to node2...", std::nullopt).stage,
              MigrateStage::Copying);
    EXPECT_EQ(readClusvcadm("Trying to migrate vm:web1 to node2...Success\n", 0).stage,
              MigrateStage::Succeeded);
}

TEST(ReadClusvcadm, alreadyRunningIsSaid)
{
    const MigrateReport report =
        readClusvcadm("Trying to migrate vm:web1 to node2...Service is already running\n", 0);
    EXPECT_EQ(report.stage, MigrateStage::Succeeded);
    EXPECT_THAT(report.cause.toStdString(), HasSubstr("already"));
}

TEST(ReadClusvcadm, theClosestMatchIsNotWhatWasAsked)
{
    const MigrateReport report =
        readClusvcadm("'node' not in membership list\nClosest match: 'node1.example.com'\nTrying "
                      "to migrate vm:web1 to node1.example.com...Success\n",
                      0);
    EXPECT_EQ(report.stage, MigrateStage::Undefined);
    EXPECT_THAT(report.cause.toStdString(), HasSubstr("node1.example.com"));
}

TEST(ReadClusvcadm, explainsExitOneByItsText)
{
    EXPECT_THAT(
        readClusvcadm("Could not connect to resource group manager\n", 1).cause.toStdString(),
        HasSubstr("does not answer"));
    EXPECT_THAT(readClusvcadm("'node2' is offline\n", 1).cause.toStdString(), HasSubstr("offline"));
    EXPECT_THAT(readClusvcadm("", 1).cause.toStdString(), HasSubstr("said nothing"));
}

} // namespace
} // namespace colonnade::toolstack
