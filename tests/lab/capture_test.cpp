// SPDX-License-Identifier: GPL-3.0-or-later
// What the nodes' commands print, against what xl 4.17 printed on a real cluster. Ids, pids, memory
// addresses and CPU times are made the same on both sides; every other byte counts.
#include "lab/labtest.h"

#include <QDir>
#include <QFile>

#include <gmock/gmock.h>

namespace colonnade::lab {
namespace {

struct Case
{
    const char *capture; ///< without .out and .err
    const char *command;
    int status;
};

void PrintTo(const Case &each, std::ostream *stream)
{
    *stream << each.command;
}

class CaptureTest : public testing::TestWithParam<Case>
{
protected:
    static void SetUpTestSuite() { s_lab = startLab(captureOptions()).release(); }
    static void TearDownTestSuite()
    {
        delete s_lab;
        s_lab = nullptr;
    }

    static QByteArray expected(const char *capture, const char *stream)
    {
        const QString name = QLatin1String(capture) + QLatin1String(stream);
        return QFile::exists(QStringLiteral(COLONNADE_TEST_DATA "/") + name) ? captured(name)
                                                                             : QByteArray();
    }

    static Lab *s_lab;
};

Lab *CaptureTest::s_lab = nullptr;

TEST_P(CaptureTest, commandAnswersAsCaptured)
{
    const Case &each = GetParam();
    const Ran ran = run(*s_lab, 0, QString::fromLatin1(each.command));
    EXPECT_EQ(normalized(ran.out), normalized(expected(each.capture, ".out")));
    EXPECT_EQ(normalized(ran.err), normalized(expected(each.capture, ".err")));
    EXPECT_EQ(ran.status, each.status);
}

INSTANTIATE_TEST_SUITE_P(
    Reading, CaptureTest,
    testing::Values(Case{"xl-list.node1", "xl list", 0}, Case{"xl-list_v", "xl list -v", 0},
                    Case{"xl-list_l_web1", "xl list -l web1", 0},
                    Case{"xl-list_nosuch", "xl list nosuch", 1},
                    Case{"xl-list_--vcpu", "xl list --vcpu", 2}, Case{"xl-info", "xl info", 0},
                    Case{"xl-vcpu-list", "xl vcpu-list", 0}, Case{"xl-vm-list", "xl vm-list", 0},
                    Case{"xl-domid_nosuch", "xl domid nosuch", 1},
                    Case{"xl-domname_999", "xl domname 999", 1},
                    Case{"xl-nosuchcommand", "xl nosuchcommand", 1}));

INSTANTIATE_TEST_SUITE_P(
    Refusing, CaptureTest,
    testing::Values(
        Case{"xl-destroy_Domain-0", "xl destroy Domain-0", 1},
        Case{"xl-unpause_running", "xl unpause web1", 0},
        Case{"xl-create_no-such-file", "xl create /etc/xen/none.cfg", 3},
        Case{"xl-create_again-same-name", "xl create /etc/xen/web1.cfg", 3},
        Case{"xl-create_no-such-disk",
             "sed 's#vgshared/web1#vgshared/none#; s/web1\"/web2\"/' "
             "$COLONNADE_ROOT/etc/xen/web1.cfg "
             ">$COLONNADE_ROOT/tmp/b.cfg; xl create /tmp/b.cfg",
             3},
        Case{"xl-create_not-enough-memory",
             "sed 's#^memory.*#memory=9000#; s/web1\"/web2\"/' $COLONNADE_ROOT/etc/xen/web1.cfg "
             ">$COLONNADE_ROOT/tmp/b.cfg; xl create /tmp/b.cfg",
             3},
        Case{"xl-migrate-fail_no-host", "xl migrate web1", 2},
        Case{"xl-migrate-fail_unknown-domain", "xl migrate nosuch xenhost2", 1},
        Case{"xl-migrate-fail_unknown-host", "xl migrate web1 nosuchhost", 1},
        Case{"xl-migrate-fail_port-closed", "xl migrate -s 'ssh -p 2' web1 xenhost2", 1},
        Case{"xl-migrate-fail_host-key-unknown",
             "xl migrate -s 'ssh -o BatchMode=yes -o UserKnownHostsFile=/dev/null' web1 xenhost2",
             1},
        Case{"xl-migrate-fail_no-ssh-key",
             "xl migrate -s 'ssh -o BatchMode=yes -o IdentityFile=/tmp/absent -o "
             "IdentitiesOnly=yes' web1 "
             "xenhost2",
             1}));

TEST_F(CaptureTest, listLongOfANodeWithoutGuests)
{
    const Ran ran = run(*s_lab, 1, QStringLiteral("xl list -l"));
    EXPECT_EQ(ran.out.toStdString(),
              captured(QStringLiteral("xl-list_l.node2-no-guest.out")).toStdString());
}

TEST_F(CaptureTest, uptimeHasTheCapturedForm)
{
    const QList<QByteArray> expected = captured(QStringLiteral("xl-uptime.out")).split('\n');
    const QList<QByteArray> lines = run(*s_lab, 0, QStringLiteral("xl uptime")).out.split('\n');
    EXPECT_EQ(lines.at(0), expected.at(0));
    EXPECT_EQ(lines.at(2).left(43), expected.at(2).left(43)); // up to the minutes
    EXPECT_EQ(lines.at(2).size(), expected.at(2).size());
}

// Migrations: sender and receiver share standard error unsynchronised, on a real cluster as here,
// so lines are compared as a set, and the order only where it is one side's own.
class MigrationCaptureTest : public testing::Test
{
protected:
    static void expectCaptured(const Ran &ran, const char *capture, int status)
    {
        const QByteArray expected = captured(QLatin1String(capture) + QStringLiteral(".err"));
        EXPECT_EQ(sortedLines(normalized(ran.err)), sortedLines(normalized(expected)));
        EXPECT_EQ(only(ran.err, "migration target:"), only(expected, "migration target:"));
        EXPECT_EQ(only(ran.err, "migration sender:"), only(expected, "migration sender:"));
        EXPECT_EQ(ran.err.trimmed().split('\n').last().left(20),
                  expected.trimmed().split('\n').last().left(20));
        EXPECT_EQ(ran.out, QByteArray());
        EXPECT_EQ(ran.status, status);
    }

    static QList<QByteArray> only(const QByteArray &text, const char *prefix)
    {
        QList<QByteArray> lines;
        for (const QByteArray &line : text.split('\n')) {
            if (line.startsWith(prefix))
                lines.append(line);
        }
        return lines;
    }

    static Ran migrate(const Lab &lab)
    {
        return run(lab, 0, QStringLiteral("xl migrate web1 xenhost2"));
    }
};

TEST_F(MigrationCaptureTest, success)
{
    const auto lab = startLab(captureOptions());
    expectCaptured(migrate(*lab), "xl-migrate", 0);
    EXPECT_TRUE(hasDomains(*lab, 0, {}));
    EXPECT_TRUE(hasDomains(*lab, 1, {QStringLiteral("web1")}));
}

TEST_F(MigrationCaptureTest, pvhGuest)
{
    Options options = captureOptions();
    options.guests[0].type = toolstack::GuestType::Pvh;
    const auto lab = startLab(options);
    expectCaptured(migrate(*lab), "pvh_xl-migrate", 0);
}

TEST_F(MigrationCaptureTest, pausedGuest)
{
    const auto lab = startLab(captureOptions());
    run(*lab, 0, QStringLiteral("xl pause web1"));
    expectCaptured(migrate(*lab), "xl-migrate_while-paused", 1);
    EXPECT_TRUE(hasDomains(*lab, 0, {QStringLiteral("web1")}));
    EXPECT_TRUE(hasDomains(*lab, 1, {}));
}

TEST_F(MigrationCaptureTest, pausedPvhGuest)
{
    Options options = captureOptions();
    options.guests[0].type = toolstack::GuestType::Pvh;
    options.guests[0].paused = true;
    const auto lab = startLab(options);
    expectCaptured(migrate(*lab), "pvh_xl-migrate_while-paused", 1);
}

TEST_F(MigrationCaptureTest, withoutShadowPaging)
{
    Options options = captureOptions();
    options.specs[0].shadow = false;
    const auto lab = startLab(options);
    expectCaptured(migrate(*lab), "xen-4.17.7_xl-migrate_pv", 1);
}

TEST_F(MigrationCaptureTest, missingDisk)
{
    const auto lab = startLab(captureOptions());
    ASSERT_TRUE(QFile::remove(lab->nodes()[1].root + QStringLiteral("/dev/vgshared/web1")));
    expectCaptured(migrate(*lab), "xl-migrate-fail_no-block-device", 1);
    EXPECT_TRUE(hasDomains(*lab, 0, {QStringLiteral("web1")}));
    EXPECT_TRUE(hasDomains(*lab, 1, {}));
}

TEST_F(MigrationCaptureTest, tooLittleMemory)
{
    Options options = captureOptions();
    Guest fat1;
    fat1.name = QStringLiteral("fat1");
    fat1.memoryMiB = 1446;
    fat1.node = 1;
    options.guests.append(fat1);
    const auto lab = startLab(options);
    EXPECT_THAT(run(*lab, 1, QStringLiteral("xl info")).out.toStdString(),
                testing::HasSubstr("free_memory            : 60\n"));
    expectCaptured(migrate(*lab), "xl-migrate-fail_no-memory", 1);
    EXPECT_TRUE(hasDomains(*lab, 1, {QStringLiteral("fat1")}));
}

TEST_F(MigrationCaptureTest, nameClashIsFoundAtTheVeryEnd)
{
    const auto lab = startLab(captureOptions());
    run(*lab, 1, QStringLiteral("xl create /etc/xen/web1.cfg"));
    expectCaptured(migrate(*lab), "xl-migrate-fail_name-clash", 1);
    EXPECT_TRUE(hasDomains(*lab, 0, {QStringLiteral("web1")}));
    EXPECT_TRUE(hasDomains(*lab, 1, {QStringLiteral("web1")}));
    EXPECT_THAT(run(*lab, 0, QStringLiteral("xl list web1")).out.toStdString(),
                testing::HasSubstr("-b----"));
}

TEST_F(MigrationCaptureTest, secondMigrationOfTheSameGuest)
{
    Options options = captureOptions();
    options.migrationTime = std::chrono::seconds(3);
    const auto lab = startLab(options);
    const auto first = begin(*lab, 0, QStringLiteral("xl migrate web1 xenhost2"));
    ASSERT_TRUE(
        eventually([&] { return hasDomains(*lab, 1, {QStringLiteral("web1--incoming")}); }));
    expectCaptured(migrate(*lab), "xl-migrate-fail_second-at-once", 1);
    EXPECT_EQ(finish(*first).status, 0);
    EXPECT_TRUE(hasDomains(*lab, 1, {QStringLiteral("web1")}));
}

TEST_F(MigrationCaptureTest, guestDestroyedMidway)
{
    const auto lab = startLab(captureOptions());
    const auto migration = begin(*lab, 0, QStringLiteral("xl migrate web1 xenhost2"));
    ASSERT_TRUE(
        eventually([&] { return hasDomains(*lab, 1, {QStringLiteral("web1--incoming")}); }));
    run(*lab, 0, QStringLiteral("xl destroy web1"));
    expectCaptured(finish(*migration), "xl-migrate-fail_destroyed-midway", 1);
    EXPECT_TRUE(hasDomains(*lab, 0, {}));
    EXPECT_TRUE(hasDomains(*lab, 1, {}));
}

TEST_F(MigrationCaptureTest, domain0)
{
    const auto lab = startLab(captureOptions());
    expectCaptured(run(*lab, 0, QStringLiteral("xl migrate Domain-0 xenhost2")),
                   "xl-migrate-fail_Domain-0", 1);
}

TEST_F(MigrationCaptureTest, shutdownAndWait)
{
    const auto lab = startLab(captureOptions());
    const Ran ran = run(*lab, 0, QStringLiteral("xl shutdown -w web1; xl list web1"));
    EXPECT_EQ(normalized(ran.err), normalized(captured(QStringLiteral("xl-shutdown_w.err"))));
    EXPECT_THAT(ran.out.toStdString(), testing::HasSubstr("--ps--"));
    EXPECT_TRUE(eventually([&] { return hasDomains(*lab, 0, {}); }));
}

} // namespace
} // namespace colonnade::lab
