// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterplacement.h"

#include "documents.h"

#include <gmock/gmock.h>

#include <random>

namespace colonnade::formats {
namespace {

using namespace Qt::StringLiterals;
using testing::HasSubstr;

QByteArray domup()
{
    return fixture(u"cluster-conf/domup.conf"_s);
}

ClusterPlacement parsed(const QByteArray &bytes)
{
    const auto conf = ClusterPlacement::parse(bytes);
    EXPECT_TRUE(conf) << conf.error().message.toStdString();
    return conf.value_or(ClusterPlacement());
}

TEST(ClusterPlacement, readsACluster)
{
    const ClusterPlacement conf = parsed(fixture(u"cluster-conf/domnull.conf"_s));
    EXPECT_EQ(conf.clusterName, u"domnull"_s);
    EXPECT_EQ(conf.configVersion, 1);
    EXPECT_EQ(conf.nodes, (QStringList{u"node1.example.com"_s, u"node2.example.com"_s}));
    EXPECT_TRUE(conf.vms.isEmpty());
    EXPECT_TRUE(conf.failoverDomains.isEmpty());
}

TEST(ClusterPlacement, readsFailoverDomainsAndVms)
{
    const ClusterPlacement conf = parsed(domup());
    ASSERT_EQ(conf.failoverDomains.size(), 1);
    const PlacementDomain expected{
        u"FD"_s, true, true, {u"saito.example.com"_s, u"obeliks.example.com"_s}, {0, 0}, false};
    EXPECT_EQ(conf.failoverDomains[0], expected);
    ASSERT_EQ(conf.vms.size(), 1);
    EXPECT_EQ(conf.vms[0], (PlacedVm{u"xendomU1"_s, u"FD"_s, {}, false}));
    EXPECT_EQ(conf.failoverDomain(u"fd"_s),
              &conf.failoverDomains[0]); // rgmanager compares without case
    EXPECT_EQ(conf.failoverDomain(u"other"_s), nullptr);
}

TEST(ClusterPlacement, truthIsANumberOtherThanZero)
{
    const auto restricted = [](const char *value) {
        const QByteArray text =
            QByteArray("<cluster><rm><failoverdomains><failoverdomain name='a' restricted='")
            + value + "'/></failoverdomains></rm></cluster>";
        const ClusterPlacement conf = parsed(text);
        return !conf.failoverDomains.isEmpty() && conf.failoverDomains[0].restricted;
    };
    for (const char *value : {"1", "2", " 1", "-1", "1x", "+1"})
        EXPECT_TRUE(restricted(value)) << value;
    for (const char *value : {"0", "yes", "true", "on", "", "x1"})
        EXPECT_FALSE(restricted(value)) << value;
}

TEST(ClusterPlacement, prioritiesCountInOrderedDomainsFromOneToHundred)
{
    const ClusterPlacement conf = parsed(
        "<cluster><rm><failoverdomains>"
        "<failoverdomain name='a' ordered='1' nofailback='1'><failoverdomainnode name='x' "
        "priority='3'/>"
        "<failoverdomainnode name='y' priority='101'/><failoverdomainnode "
        "name='z'/></failoverdomain>"
        "<failoverdomain name='b'><failoverdomainnode name='x' priority='3'/></failoverdomain>"
        "</failoverdomains></rm></cluster>");
    ASSERT_EQ(conf.failoverDomains.size(), 2);
    EXPECT_EQ(conf.failoverDomains[0].priorities, (QList<int>{3, 0, 0}));
    EXPECT_TRUE(conf.failoverDomains[0].noFailback);
    EXPECT_EQ(conf.failoverDomains[1].priorities, (QList<int>{0}));
}

TEST(ClusterPlacement, seesVmsInsideServicesAndResourcesInsideVms)
{
    const ClusterPlacement conf =
        parsed("<cluster><rm>"
               "<service name='web'><fs name='f'><vm name='inner'/></fs></service>"
               "<vm name='plain'><action name='status' interval='30'/></vm>"
               "<vm name='parent'><ip address='10.0.0.1'/></vm>"
               "</rm></cluster>");
    ASSERT_EQ(conf.vms.size(), 3);
    EXPECT_EQ(conf.vms[0].service, u"web"_s);
    EXPECT_FALSE(conf.vms[1].hasResources);
    EXPECT_TRUE(conf.vms[2].hasResources);
}

TEST(ClusterPlacement, aVmAmongTheResourcesExistsWhereItIsReferredTo)
{
    const ClusterPlacement conf =
        parsed("<cluster><rm><resources><vm name='a' domain='FD'/><vm name='unused'/></resources>"
               "<vm ref='a'/></rm></cluster>");
    ASSERT_EQ(conf.vms.size(), 1);
    EXPECT_EQ(conf.vms[0], (PlacedVm{u"a"_s, u"FD"_s, {}, false}));
}

TEST(ClusterPlacement, errorsSayWhere)
{
    const auto conf = ClusterPlacement::parse(
        "<?xml version=\"1.0\"?>\n<cluster name=\"a\">\n  <rm>\n</cluster>\n");
    ASSERT_FALSE(conf);
    EXPECT_EQ(conf.error().code, base::ErrorCode::ParseFailed);
    EXPECT_THAT(conf.error().message.toStdString(), HasSubstr("line 4"));
}

TEST(ClusterPlacement, whatIsNoClusterConfIsRefused)
{
    for (const char *text : {"", "cluster", "<html/>", "<cluster>", "<cluster/><cluster/>",
                             "<cluster name=\"&undefined;\"/>",
                             "<!DOCTYPE cluster [<!ENTITY a \"b\">]><cluster name=\"&a;\"/>"})
        EXPECT_FALSE(ClusterPlacement::parse(text)) << text;
}

TEST(ClusterPlacement, aPlainDocumentTypeIsHarmless)
{
    EXPECT_EQ(parsed("<!DOCTYPE cluster><cluster name=\"a&amp;b&#33;\"/>").clusterName, u"a&b!"_s);
}

TEST(ClusterPlacement, entitiesWithinEntitiesAreNotExpanded)
{
    QByteArray bomb = "<!DOCTYPE cluster [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 30; ++i)
        bomb += "<!ENTITY a" + QByteArray::number(i) + " \"&a" + QByteArray::number(i - 1) + ";&a"
                + QByteArray::number(i - 1) + ";\">";
    bomb += "]><cluster name=\"&a29;\"/>";
    EXPECT_FALSE(ClusterPlacement::parse(bomb));
}

TEST(ClusterPlacement, depthAndSizeAreBounded)
{
    EXPECT_FALSE(ClusterPlacement::parse(QByteArray("<cluster>").repeated(100000)));
    EXPECT_EQ(ClusterPlacement::parse(QByteArray(5 * 1024 * 1024, ' ')).error().code,
              base::ErrorCode::OutputTooLarge);
}

TEST(ClusterPlacement, survivesCutOffAndGarbledFiles)
{
    const QByteArray whole = domup();
    for (qsizetype size = 0; size < whole.size() - 12; ++size)
        EXPECT_FALSE(ClusterPlacement::parse(QByteArrayView(whole).first(size))) << size;
    std::mt19937 random(1236942500);
    for (int i = 0; i < 2000; ++i) {
        QByteArray bytes = whole;
        for (int j = 0; j < 3; ++j)
            bytes[qsizetype(random() % quint32(bytes.size()))] = char(random());
        const auto conf = ClusterPlacement::parse(bytes);
        EXPECT_GE(conf ? conf->configVersion : 0, 0);
    }
}

TEST(ClusterPlacement, readsTheFilesOfTheCorpus)
{
    const QList<Sample> samples = corpus(u"cluster-conf"_s);
    if (samples.isEmpty())
        GTEST_SKIP() << "no corpus";
    for (const auto &[name, bytes] : samples) {
        const auto conf = ClusterPlacement::parse(bytes);
        if (name == u"clufter-test5-vm.conf"_s || name == u"clufter-test6-vm-dup-nodeid.conf"_s) {
            ASSERT_TRUE(conf) << name.toStdString();
            ASSERT_EQ(conf->vms.size(), 1);
            EXPECT_EQ(conf->vms[0], (PlacedVm{u"the-vm"_s, u"one"_s, {}, false}));
            EXPECT_TRUE(conf->failoverDomains.at(0).restricted);
        } else if (!conf) {
            EXPECT_THAT(conf.error().message.toStdString(), HasSubstr("line "))
                << name.toStdString();
        }
    }
}

} // namespace
} // namespace colonnade::formats
