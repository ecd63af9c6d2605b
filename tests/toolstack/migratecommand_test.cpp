// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/migrate.h"

#include <gmock/gmock.h>

namespace colonnade::toolstack {
namespace {

using namespace Qt::StringLiterals;
using testing::ElementsAre;

TEST(MigrateCommand, xlNeverAsksAndNoticesATargetThatIsGone)
{
    const auto command = migrateCommand(Kind::Xl, u"web1"_s, u"xenhost2"_s);
    ASSERT_TRUE(command);
    EXPECT_THAT(*command,
                ElementsAre("xl", "migrate", "-s",
                            "ssh -o BatchMode=yes -o ConnectTimeout=10 -o ServerAliveInterval=15",
                            "web1", "xenhost2"));
}

TEST(MigrateCommand, xlIsToldAnotherPort)
{
    const auto command = migrateCommand(Kind::Xl, u"web1"_s, u"10.0.0.2"_s, {.sshPort = 2222});
    ASSERT_TRUE(command);
    EXPECT_THAT(
        *command,
        ElementsAre("xl", "migrate", "-s",
                    "ssh -o BatchMode=yes -o ConnectTimeout=10 -o ServerAliveInterval=15 -p 2222",
                    "web1", "10.0.0.2"));
}

TEST(MigrateCommand, xmIsAlwaysLiveAndAlwaysSaysThePort)
{
    const auto command = migrateCommand(Kind::Xm, u"xendomU1"_s, u"node2.example.com"_s);
    ASSERT_TRUE(command);
    EXPECT_THAT(*command,
                ElementsAre("xm", "migrate", "-l", "-p", "8002", "xendomU1", "node2.example.com"));
}

TEST(MigrateCommand, neverAsksXlForLive)
{
    // An error up to Xen 4.5; a migration by xl is live in any case.
    const auto command = migrateCommand(Kind::Xl, u"web1"_s, u"xenhost2"_s, {.sshPort = 2222});
    ASSERT_TRUE(command);
    EXPECT_FALSE(command->contains("--live"));
    EXPECT_FALSE(command->contains("-l"));
    EXPECT_FALSE(command->contains("-p")); // "leave it paused" to xl
}

struct Name
{
    const char *guest;
    bool xl;
    bool xm;
};

class GuestNames : public testing::TestWithParam<Name>
{
};

TEST_P(GuestNames, reachTheToolstackOnlyIfItCannotMistakeThem)
{
    const QString guest = QString::fromUtf8(GetParam().guest);
    const auto xl = migrateCommand(Kind::Xl, guest, u"xenhost2"_s);
    const auto xm = migrateCommand(Kind::Xm, guest, u"xenhost2"_s);
    EXPECT_EQ(xl.has_value(), GetParam().xl);
    EXPECT_EQ(xm.has_value(), GetParam().xm);
    EXPECT_EQ(clusvcadmMigrateCommand(guest, u"node2"_s).has_value(), GetParam().xm);
    if (!xl) {
        EXPECT_EQ(xl.error().code, base::ErrorCode::InvalidInput);
        EXPECT_FALSE(xl.error().message.isEmpty());
    }
}

INSTANTIATE_TEST_SUITE_P(Table, GuestNames,
                         testing::Values(Name{"web1", true, true},
                                         Name{"instance1.example.com", true, true},
                                         Name{"a_b-c:d+e", true, true}, Name{"4web", true, true},
                                         Name{"it's;rm", true, false}, Name{"", false, false},
                                         Name{"  ", false, false}, Name{"web 1", false, false},
                                         Name{"web\n1", false, false}, Name{"-p", false, false},
                                         Name{"--debug", false, false}, Name{"17", false, false},
                                         Name{"+5", false, false}, Name{"(null)", false, false},
                                         Name{"Domain-0", false, false}));

TEST(MigrateCommand, aNameOfAnyLengthIsNotPassed)
{
    EXPECT_FALSE(migrateCommand(Kind::Xl, QString(256, u'n'), u"xenhost2"_s));
    EXPECT_TRUE(migrateCommand(Kind::Xl, QString(255, u'n'), u"xenhost2"_s));
}

TEST(MigrateCommand, onlyHostNamesAndAddressesReachXlsShell)
{
    for (const char *address :
         {"xenhost2", "node2.example.com", "10.0.0.2", "fe80::1", "::1", "node_2"})
        EXPECT_TRUE(migrateCommand(Kind::Xl, u"web1"_s, QString::fromUtf8(address))) << address;
    for (const char *address : {"", "-oProxyCommand=x", "host;reboot", "host reboot", "$(reboot)",
                                "`reboot`", "host|x", "host&", "a\nb", "root@host", "host'",
                                "host\"", "h\\x", ".", "host/x", "h\xc3\xb6st", "fe80::1%eth0"}) {
        const auto command = migrateCommand(Kind::Xl, u"web1"_s, QString::fromUtf8(address));
        ASSERT_FALSE(command) << address;
        EXPECT_EQ(command.error().code, base::ErrorCode::InvalidInput);
        EXPECT_FALSE(migrateCommand(Kind::Xm, u"web1"_s, QString::fromUtf8(address))) << address;
    }
    EXPECT_FALSE(migrateCommand(Kind::Xl, u"web1"_s, QString(256, u'h')));
}

TEST(MigrateCommand, xendKnowsNoIpv6)
{
    EXPECT_FALSE(migrateCommand(Kind::Xm, u"web1"_s, u"fe80::1"_s));
}

TEST(MigrateCommand, portsAreTcpPorts)
{
    for (const int port : {0, -1, 65536}) {
        EXPECT_FALSE(migrateCommand(Kind::Xl, u"web1"_s, u"xenhost2"_s, {.sshPort = port}));
        EXPECT_FALSE(migrateCommand(Kind::Xm, u"web1"_s, u"xenhost2"_s, {.relocationPort = port}));
    }
}

TEST(ClusvcadmMigrateCommand, namesTheVmAndTheMember)
{
    const auto command = clusvcadmMigrateCommand(u"web1"_s, u"node2.example.com"_s);
    ASSERT_TRUE(command);
    EXPECT_THAT(*command, ElementsAre("clusvcadm", "-M", "vm:web1", "-m", "node2.example.com"));
    for (const char *member : {"", "-m", "node 2", "node2;x"})
        EXPECT_FALSE(clusvcadmMigrateCommand(u"web1"_s, QString::fromUtf8(member))) << member;
}

} // namespace
} // namespace colonnade::toolstack
