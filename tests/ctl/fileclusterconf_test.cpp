// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs of `colonnadectl file cluster-conf`.
#include "ctl/filetest.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace colonnade::ctl;
using testing::HasSubstr;

namespace {

class ClusterConfVerbsTest : public FileTest
{
protected:
    QByteArray edit(const QString &verb, const QList<QByteArray> &removed,
                    const QList<QByteArray> &added) const
    {
        return FileTest::edit(u"cluster-conf"_s, m_conf, words(verb), removed, added);
    }

    const QByteArray m_text = "<?xml version=\"1.0\"?>\n"
                              "<!-- both in the cellar -->\n"
                              "<cluster name=\"domup\" config_version=\"7\">\n"
                              "  <cman two_node='1' expected_votes='1'/>\n"
                              "  <clusternodes>\n"
                              "    <clusternode name=\"node1\" nodeid=\"1\">\n"
                              "      <fence>\n"
                              "        <method name=\"single\">\n"
                              "          <device name=\"manual\" nodename=\"node1\"/>\n"
                              "        </method>\n"
                              "      </fence>\n"
                              "    </clusternode>\n"
                              "    <clusternode name=\"node2\" nodeid=\"2\">\n"
                              "      <fence>\n"
                              "        <method name=\"single\">\n"
                              "          <device name=\"manual\" nodename=\"node2\"/>\n"
                              "        </method>\n"
                              "      </fence>\n"
                              "    </clusternode>\n"
                              "  </clusternodes>\n"
                              "  <fencedevices>\n"
                              "    <fencedevice name=\"manual\" agent=\"fence_manual\"/>\n"
                              "  </fencedevices>\n"
                              "  <rm>\n"
                              "    <failoverdomains/>\n"
                              "    <vm name=\"web1\" autostart=\"0\"/>\n"
                              "  </rm>\n"
                              "</cluster>\n";
    const QString m_conf = make(u"cluster.conf"_s, m_text);
};

TEST_F(ClusterConfVerbsTest, domainsAndTheGuestsInThem)
{
    edit(u"domain add FD --ordered --restricted --member node1:1 --member node2:2"_s,
         {"    <failoverdomains/>"},
         {"    <failoverdomains>",
          "      <failoverdomain name=\"FD\" ordered=\"1\" restricted=\"1\">",
          "        <failoverdomainnode name=\"node1\" priority=\"1\"/>",
          "        <failoverdomainnode name=\"node2\" priority=\"2\"/>", "      </failoverdomain>",
          "    </failoverdomains>"});
    edit(u"vm set web1 domain=FD"_s, {"    <vm name=\"web1\" autostart=\"0\"/>"},
         {"    <vm name=\"web1\" autostart=\"0\" domain=\"FD\"/>"});
    edit(u"domain rename FD pair"_s,
         {"      <failoverdomain name=\"FD\" ordered=\"1\" restricted=\"1\">",
          "    <vm name=\"web1\" autostart=\"0\" domain=\"FD\"/>"},
         {"      <failoverdomain name=\"pair\" ordered=\"1\" restricted=\"1\">",
          "    <vm name=\"web1\" autostart=\"0\" domain=\"pair\"/>"});
    edit(u"domain member move pair node2 1"_s,
         {"        <failoverdomainnode name=\"node1\" priority=\"1\"/>",
          "        <failoverdomainnode name=\"node2\" priority=\"2\"/>"},
         {"        <failoverdomainnode name=\"node1\" priority=\"2\"/>",
          "        <failoverdomainnode name=\"node2\" priority=\"1\"/>"});
    edit(u"domain member priority pair node1 9"_s,
         {"        <failoverdomainnode name=\"node1\" priority=\"2\"/>"},
         {"        <failoverdomainnode name=\"node1\" priority=\"9\"/>"});
    edit(u"domain member remove pair node1"_s,
         {"        <failoverdomainnode name=\"node1\" priority=\"9\"/>"}, {});
    edit(u"domain member add pair node1 --priority 3"_s, {},
         {"        <failoverdomainnode name=\"node1\" priority=\"3\"/>"});
    edit(u"domain set pair restricted=0 nofailback=1"_s,
         {"      <failoverdomain name=\"pair\" ordered=\"1\" restricted=\"1\">"},
         {"      <failoverdomain name=\"pair\" ordered=\"1\" restricted=\"0\" nofailback=\"1\">"});
    EXPECT_EQ(get(u"cluster-conf"_s, m_conf,
                  u"cluster/rm/failoverdomains/failoverdomain[@name=\"pair\"]/"
                  "failoverdomainnode[2]/@name"_s),
              "node1\n");
    edit(u"vm unset web1 domain"_s, {"    <vm name=\"web1\" autostart=\"0\" domain=\"pair\"/>"},
         {"    <vm name=\"web1\" autostart=\"0\"/>"});
}

TEST_F(ClusterConfVerbsTest, nodes)
{
    edit(u"node rename node2 node2.example.com"_s,
         {"    <clusternode name=\"node2\" nodeid=\"2\">",
          "          <device name=\"manual\" nodename=\"node2\"/>"},
         {"    <clusternode name=\"node2.example.com\" nodeid=\"2\">",
          "          <device name=\"manual\" nodename=\"node2.example.com\"/>"});
    edit(u"node add node3 --device manual,nodename=node3 --method by-hand"_s,
         {"  <cman two_node='1' expected_votes='1'/>"},
         {"  <cman/>", "    <clusternode name=\"node3\" nodeid=\"3\">", "      <fence>",
          "        <method name=\"by-hand\">",
          "          <device name=\"manual\" nodename=\"node3\"/>", "        </method>",
          "      </fence>", "    </clusternode>"});
    edit(u"node set node3 nodeid=9 votes=3"_s, {"    <clusternode name=\"node3\" nodeid=\"3\">"},
         {"    <clusternode name=\"node3\" nodeid=\"9\" votes=\"3\">"});
    edit(u"node unset node3 votes"_s, {"    <clusternode name=\"node3\" nodeid=\"9\" votes=\"3\">"},
         {"    <clusternode name=\"node3\" nodeid=\"9\">"});
    EXPECT_EQ(
        m_program.run({u"file"_s, u"cluster-conf"_s, m_conf, u"node"_s, u"remove"_s, u"node3"_s})
            .status,
        0);
    EXPECT_FALSE(contentOf(m_conf).contains("node3"));
    EXPECT_EQ(refused(u"cluster-conf"_s, m_conf, words(u"node remove node9"_s)).status, 1);
    EXPECT_EQ(refused(u"cluster-conf"_s, m_conf, words(u"node unset node9 votes"_s)).status, 1);
}

TEST_F(ClusterConfVerbsTest, fencing)
{
    edit(u"fence device add apc fence_apc ipaddr=10.0.0.9 login=fence passwd=secret"_s, {},
         {"    <fencedevice name=\"apc\" agent=\"fence_apc\" ipaddr=\"10.0.0.9\" login=\"fence\" "
          "passwd=\"secret\"/>"});
    edit(u"fence method add node1 power --device apc,port=1 --device apc,port=2 --position 1"_s, {},
         {"        <method name=\"power\">", "          <device name=\"apc\" port=\"1\"/>",
          "          <device name=\"apc\" port=\"2\"/>", "        </method>"});
    edit(u"fence use move node1 power 1 2"_s, {"          <device name=\"apc\" port=\"1\"/>"},
         {"          <device name=\"apc\" port=\"1\"/>"});
    edit(u"fence use add node1 power apc port=3"_s, {},
         {"          <device name=\"apc\" port=\"3\"/>"});
    edit(u"fence use remove node1 power 3"_s, {"          <device name=\"apc\" port=\"3\"/>"}, {});
    edit(u"fence method rename node1 power outlet"_s, {"        <method name=\"power\">"},
         {"        <method name=\"outlet\">"});
    edit(u"fence device rename apc switch"_s,
         {"          <device name=\"apc\" port=\"2\"/>",
          "          <device name=\"apc\" port=\"1\"/>",
          "    <fencedevice name=\"apc\" agent=\"fence_apc\" ipaddr=\"10.0.0.9\" login=\"fence\" "
          "passwd=\"secret\"/>"},
         {"          <device name=\"switch\" port=\"2\"/>",
          "          <device name=\"switch\" port=\"1\"/>",
          "    <fencedevice name=\"switch\" agent=\"fence_apc\" ipaddr=\"10.0.0.9\" "
          "login=\"fence\" passwd=\"secret\"/>"});
    edit(u"fence device set switch ipaddr=10.0.0.10"_s,
         {"    <fencedevice name=\"switch\" agent=\"fence_apc\" ipaddr=\"10.0.0.9\" "
          "login=\"fence\" passwd=\"secret\"/>"},
         {"    <fencedevice name=\"switch\" agent=\"fence_apc\" ipaddr=\"10.0.0.10\" "
          "login=\"fence\" passwd=\"secret\"/>"});
    run(u"cluster-conf"_s, m_conf, u"fence method move node1 outlet 2"_s);
    EXPECT_EQ(get(u"cluster-conf"_s, m_conf,
                  u"cluster/clusternodes/clusternode[1]/fence/method[2]/@name"_s),
              "outlet\n");
    run(u"cluster-conf"_s, m_conf, u"fence method remove node1 outlet"_s);
    run(u"cluster-conf"_s, m_conf, u"fence device remove switch"_s);
    EXPECT_EQ(contentOf(m_conf), m_text);
    EXPECT_EQ(refused(u"cluster-conf"_s, m_conf,
                      words(u"fence method add node1 x --device manual,port"_s))
                  .status,
              1);
    EXPECT_EQ(
        refused(u"cluster-conf"_s, m_conf, words(u"fence method move node1 single 0"_s)).status, 1);
}

TEST_F(ClusterConfVerbsTest, unfencing)
{
    EXPECT_EQ(m_program
                  .run(QStringList{u"file"_s, u"cluster-conf"_s, m_conf, u"--force"_s}
                       + words(u"unfence add node1 manual action=on"_s))
                  .status,
              0);
    EXPECT_EQ(get(u"cluster-conf"_s, m_conf,
                  u"cluster/clusternodes/clusternode[1]/unfence/device/@action"_s),
              "on\n");
    run(u"cluster-conf"_s, m_conf, u"unfence remove node1 1"_s);
    EXPECT_EQ(refused(u"cluster-conf"_s, m_conf, words(u"unfence remove node1 7"_s)).status, 1);
}

TEST_F(ClusterConfVerbsTest, guestsAndServices)
{
    edit(u"vm add web2 path=/etc/xen recovery=restart"_s, {},
         {"    <vm name=\"web2\" path=\"/etc/xen\" recovery=\"restart\"/>"});
    edit(u"vm rename web2 db2"_s,
         {"    <vm name=\"web2\" path=\"/etc/xen\" recovery=\"restart\"/>"},
         {"    <vm name=\"db2\" path=\"/etc/xen\" recovery=\"restart\"/>"});
    edit(u"service add nfs autostart=0"_s, {}, {"    <service name=\"nfs\" autostart=\"0\"/>"});
    edit(u"service set nfs recovery=relocate"_s, {"    <service name=\"nfs\" autostart=\"0\"/>"},
         {"    <service name=\"nfs\" autostart=\"0\" recovery=\"relocate\"/>"});
    edit(u"service remove nfs"_s,
         {"    <service name=\"nfs\" autostart=\"0\" recovery=\"relocate\"/>"}, {});
    edit(u"vm remove db2"_s, {"    <vm name=\"db2\" path=\"/etc/xen\" recovery=\"restart\"/>"}, {});
    EXPECT_EQ(contentOf(m_conf), m_text);
    EXPECT_EQ(refused(u"cluster-conf"_s, m_conf, words(u"vm set web1 domain=nowhere"_s)).status, 1);
    EXPECT_EQ(refused(u"cluster-conf"_s, m_conf, words(u"vm set web9 domain="_s)).status, 1);
}

TEST_F(ClusterConfVerbsTest, theVersionRisesOnRequestOnly)
{
    edit(u"vm set web1 autostart=1 --bump"_s,
         {"<cluster name=\"domup\" config_version=\"7\">",
          "    <vm name=\"web1\" autostart=\"0\"/>"},
         {"<cluster name=\"domup\" config_version=\"8\">",
          "    <vm name=\"web1\" autostart=\"1\"/>"});
    edit(u"vm set web1 autostart=1 --bump"_s, {}, {});
    edit(u"version bump"_s, {"<cluster name=\"domup\" config_version=\"8\">"},
         {"<cluster name=\"domup\" config_version=\"9\">"});
    edit(u"version set 20"_s, {"<cluster name=\"domup\" config_version=\"9\">"},
         {"<cluster name=\"domup\" config_version=\"20\">"});
    EXPECT_EQ(get(u"cluster-conf"_s, m_conf, u"/cluster/@config_version"_s), "20\n");
}

TEST_F(ClusterConfVerbsTest, valuesByTheirPaths)
{
    edit(u"set cluster/cman/@port 6809"_s, {"  <cman two_node='1' expected_votes='1'/>"},
         {"  <cman two_node='1' expected_votes='1' port='6809'/>"});
    edit(u"unset cluster/cman/@port"_s, {"  <cman two_node='1' expected_votes='1' port='6809'/>"},
         {"  <cman two_node='1' expected_votes='1'/>"});
    edit(u"section set totem token=21000"_s, {}, {"  <totem token=\"21000\"/>"});
    EXPECT_EQ(get(u"cluster-conf"_s, m_conf, u"cluster/totem/@token"_s), "21000\n");
    edit(u"section unset totem token"_s, {"  <totem token=\"21000\"/>"}, {"  <totem/>"});
    for (const QString &path : {u"cluster/nothing/@a"_s, u"cluster"_s, u"@a"_s, u"/@a"_s,
                                u"cluster/rm/vm[9]/@name"_s, u"cluster/@nothing"_s}) {
        EXPECT_EQ(m_program.run({u"file"_s, u"get"_s, u"cluster-conf"_s, m_conf, path}).status, 1);
    }
    EXPECT_EQ(refused(u"cluster-conf"_s, m_conf, words(u"set cluster/nothing/@a 1"_s)).status, 1);
}

TEST_F(ClusterConfVerbsTest, whatWouldBeAnErrorIsNamedAndNeedsForce)
{
    const Ran ran = refused(u"cluster-conf"_s, m_conf, words(u"vm set web1 autostart=yes"_s));
    EXPECT_EQ(ran.status, 3);
    EXPECT_THAT(ran.err.toStdString(), HasSubstr(m_conf.toStdString() + ":26:"));
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("[not-a-flag]"));
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("--force"));
    const Ran shown = m_program.run({u"file"_s, u"cluster-conf"_s, m_conf, u"vm"_s, u"set"_s,
                                     u"web1"_s, u"autostart=yes"_s, u"--diff"_s});
    EXPECT_EQ(shown.status, 3);
    EXPECT_THAT(shown.out.toStdString(), HasSubstr("+    <vm name=\"web1\" autostart=\"yes\"/>"));
    edit(u"vm set web1 autostart=yes --force"_s, {"    <vm name=\"web1\" autostart=\"0\"/>"},
         {"    <vm name=\"web1\" autostart=\"yes\"/>"});
    // What is there already is no obstacle.
    edit(u"version bump"_s, {"<cluster name=\"domup\" config_version=\"7\">"},
         {"<cluster name=\"domup\" config_version=\"8\">"});
}

TEST_F(ClusterConfVerbsTest, aNewFileIsOneThatTheCheckLikes)
{
    const QString made = path(u"new.conf"_s);
    EXPECT_EQ(m_program
                  .run({u"file"_s, u"cluster-conf"_s, made, u"new"_s, u"domnull"_s, u"--node"_s,
                        u"node1"_s, u"--node"_s, u"node2"_s})
                  .status,
              0);
    EXPECT_EQ(QFile::permissions(made) & (QFile::ReadOther | QFile::WriteGroup),
              QFile::Permissions());
    EXPECT_EQ(get(u"cluster-conf"_s, made, u"cluster/cman/@two_node"_s), "1\n");
    EXPECT_FALSE(check(u"cluster-conf"_s, made).contains(": error: "));
}

TEST_F(ClusterConfVerbsTest, fixMendsAllThatAreSaidInTheSameWords)
{
    make(u"cluster.conf"_s, QByteArray(m_text).replace("nodename=", "ipaddr="));
    EXPECT_EQ(check(u"cluster-conf"_s, m_conf).count("[fence-old-name]"), 2);
    edit(u"fix fence-old-name"_s,
         {"          <device name=\"manual\" ipaddr=\"node1\"/>",
          "          <device name=\"manual\" ipaddr=\"node2\"/>"},
         {"          <device name=\"manual\" nodename=\"node1\"/>",
          "          <device name=\"manual\" nodename=\"node2\"/>"});
    EXPECT_EQ(contentOf(m_conf), m_text);
}

TEST_F(ClusterConfVerbsTest, crlfAndLatin1Survive)
{
    const QByteArray text =
        QByteArray(m_text)
            .replace("<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>")
            .replace("cellar", "k\xfc"
                               "che")
            .replace("\n", "\r\n");
    make(u"cluster.conf"_s, text);
    edit(u"vm set web1 autostart=1"_s, {"    <vm name=\"web1\" autostart=\"0\"/>\r"},
         {"    <vm name=\"web1\" autostart=\"1\"/>\r"});
    EXPECT_EQ(contentOf(m_conf), QByteArray(text).replace("autostart=\"0\"", "autostart=\"1\""));
}

TEST_F(ClusterConfVerbsTest, theGenerationIsAMatterOfTheCheck)
{
    edit(u"section set logging debug=on"_s, {}, {"  <logging debug=\"on\"/>"});
    const Ran old = m_program.run(
        {u"file"_s, u"check"_s, u"cluster-conf"_s, u"--generation"_s, u"2"_s, m_conf});
    EXPECT_THAT(old.out.toStdString(), HasSubstr("[wrong-generation]"));
    const Ran fresh =
        m_program.run({u"file"_s, u"check"_s, u"cluster-conf"_s, m_conf, u"--generation=3.1"_s});
    EXPECT_FALSE(fresh.out.contains("[wrong-generation]"));
    EXPECT_EQ(m_program.run({u"file"_s, u"check"_s, u"cluster-conf"_s, m_conf, u"--generation=4"_s})
                  .status,
              2);
}

TEST_F(ClusterConfVerbsTest, fixGivesEveryNodeANumberOfItsOwn)
{
    const QString conf = make(u"numbers.conf"_s, "<cluster name=\"c\" config_version=\"1\">\n"
                                                 "  <clusternodes>\n"
                                                 "    <clusternode name=\"a\" nodeid=\"1\"/>\n"
                                                 "    <clusternode name=\"b\" nodeid=\"1\"/>\n"
                                                 "    <clusternode name=\"c\"/>\n"
                                                 "    <clusternode name=\"d\" nodeid=\"2\"/>\n"
                                                 "    <clusternode name=\"e\" nodeid=\"0\"/>\n"
                                                 "    <clusternode name=\"f\"/>\n"
                                                 "  </clusternodes>\n"
                                                 "</cluster>\n");
    ASSERT_EQ(m_program.run({u"file"_s, u"fix"_s, u"cluster-conf"_s, conf}).status, 0);
    const QByteArray text = contentOf(conf);
    const QList<QByteArray> numbers = {"a\" nodeid=\"1", "b\" nodeid=\"3", "c\" nodeid=\"4",
                                       "d\" nodeid=\"2", "e\" nodeid=\"5", "f\" nodeid=\"6"};
    for (const QByteArray &number : numbers)
        EXPECT_THAT(text.toStdString(), HasSubstr("<clusternode name=\"" + number.toStdString()));
}

} // namespace
