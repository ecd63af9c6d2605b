// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs of `colonnadectl file` for all formats but cluster.conf's.
#include "ctl/filetest.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace colonnade::ctl;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

class Ocfs2VerbsTest : public FileTest
{
protected:
    QByteArray edit(const QString &verb, const QList<QByteArray> &removed,
                    const QList<QByteArray> &added) const
    {
        return FileTest::edit(u"ocfs2"_s, m_conf, words(verb), removed, added);
    }

    const QString m_conf = make(u"cluster.conf"_s, Ocfs2Text);
};

TEST_F(Ocfs2VerbsTest, nodes)
{
    edit(u"node set xenhost2 number=5 ip_port=7778 ip=192.168.1.251"_s,
         {"\tip_port = 7777", "\tip_address = 192.168.1.249", "\tnumber = 1"},
         {"\tip_port = 7778", "\tip_address = 192.168.1.251", "\tnumber = 5"});
    edit(u"node rename xenhost2 xenhost5"_s, {"\tname = xenhost2"}, {"\tname = xenhost5"});
    edit(u"node remove xenhost5"_s,
         {"node:", "\tip_port = 7778", "\tip_address = 192.168.1.251", "\tnumber = 5",
          "\tname = xenhost5", "\tcluster = domnull", "\tnode_count = 2"},
         {"\tnode_count = 1"});
    EXPECT_EQ(refused(u"ocfs2"_s, m_conf, words(u"node set xenhost1 colour=red"_s)).status, 1);
    EXPECT_EQ(refused(u"ocfs2"_s, m_conf, words(u"node set xenhost1 number=many"_s)).status, 1);
    EXPECT_EQ(refused(u"ocfs2"_s, m_conf, words(u"set domnull/node_count 9"_s)).status, 1);
    EXPECT_EQ(refused(u"ocfs2"_s, m_conf, words(u"node remove xenhost9"_s)).status, 1);
}

TEST_F(Ocfs2VerbsTest, clustersAndHeartbeat)
{
    edit(u"cluster rename domnull office"_s,
         {"\tcluster = domnull", "\tcluster = domnull", "\tname = domnull"},
         {"\tcluster = office", "\tcluster = office", "\tname = office"});
    EXPECT_EQ(refused(u"ocfs2"_s, m_conf, words(u"heartbeat mode global"_s)).status, 3);
    edit(u"region add 77D95EF51C0149D2823674FCC162CF8B"_s, {},
         {"", "heartbeat:", "\tcluster = office", "\tregion = 77D95EF51C0149D2823674FCC162CF8B"});
    edit(u"heartbeat mode global"_s, {}, {"\theartbeat_mode = global"});
    edit(u"set office/heartbeat_mode local"_s, {"\theartbeat_mode = global"},
         {"\theartbeat_mode = local"});
    run(u"ocfs2"_s, m_conf, u"region remove 77D95EF51C0149D2823674FCC162CF8B"_s);
    EXPECT_EQ(refused(u"ocfs2"_s, m_conf, words(u"heartbeat mode none"_s)).status, 1);

    run(u"ocfs2"_s, m_conf, u"cluster add b"_s);
    const Ran which = refused(u"ocfs2"_s, m_conf, words(u"node add x --ip 10.0.0.1"_s));
    EXPECT_THAT(which.err.toStdString(), HasSubstr("--cluster NAME"));
    run(u"ocfs2"_s, m_conf, u"node add x --ip 10.0.0.1 --cluster b --number 4"_s);
    EXPECT_EQ(get(u"ocfs2"_s, m_conf, u"b/x/number"_s), "4\n");
    run(u"ocfs2"_s, m_conf, u"cluster remove b"_s);
    EXPECT_FALSE(contentOf(m_conf).contains("10.0.0.1"));
}

class GuestVerbsTest : public FileTest
{
protected:
    QByteArray edit(const QString &verb, const QList<QByteArray> &removed,
                    const QList<QByteArray> &added) const
    {
        return FileTest::edit(u"guest"_s, m_conf, words(verb), removed, added);
    }

    const QByteArray m_text = "# linva06\n"
                              "name = 'linva06'\n"
                              "kernel = '/boot/vmlinuz'\n"
                              "memory = '128'\n"
                              "vcpus=2\n"
                              "disk=['phy:vgxen01/lv_linva06_hda,xvda,w',\n"
                              "      'phy:vgxen01/lv_linva04_06_hdb,xvdb,w' # shared\n"
                              "     ]\n"
                              "vif = [ 'mac=00:16:3e:00:00:01,bridge=xenbr0' ]\n";
    const QString m_conf = make(u"linva06.cfg"_s, m_text);
};

TEST_F(GuestVerbsTest, keys)
{
    edit(u"set memory 256"_s, {"memory = '128'"}, {"memory = '256'"});
    edit(u"set vcpus 4"_s, {"vcpus=2"}, {"vcpus=4"});
    edit(u"set maxmem 512"_s, {}, {"maxmem = 512"});
    edit(u"unset maxmem"_s, {"maxmem = 512"}, {});
    EXPECT_EQ(get(u"guest"_s, m_conf, u"memory"_s), "256\n");
    EXPECT_EQ(get(u"guest"_s, m_conf, u"disk"_s),
              "phy:vgxen01/lv_linva06_hda,xvda,w\nphy:vgxen01/lv_linva04_06_hdb,xvdb,w\n");
    run(u"guest"_s, m_conf, u"set-list vif bridge=a bridge=b"_s);
    EXPECT_EQ(get(u"guest"_s, m_conf, u"vif/1/bridge"_s), "b\n");
    EXPECT_EQ(refused(u"guest"_s, m_conf, words(u"set Memory 1 --dialect xl"_s)).status, 1);
}

TEST_F(GuestVerbsTest, disks)
{
    edit(u"disk add xvdc /dev/vgxen01/new"_s,
         {"      'phy:vgxen01/lv_linva04_06_hdb,xvdb,w' # shared"},
         {"      'phy:vgxen01/lv_linva04_06_hdb,xvdb,w', # shared",
          "      'phy:/dev/vgxen01/new,xvdc,w'"});
    edit(u"disk set xvdb mode=r"_s, {"      'phy:vgxen01/lv_linva04_06_hdb,xvdb,w', # shared"},
         {"      'phy:vgxen01/lv_linva04_06_hdb,xvdb,r', # shared"});
    edit(u"set disk/xvdb/access w"_s, {"      'phy:vgxen01/lv_linva04_06_hdb,xvdb,r', # shared"},
         {"      'phy:vgxen01/lv_linva04_06_hdb,xvdb,w', # shared"});
    EXPECT_EQ(get(u"guest"_s, m_conf, u"disk/xvdc"_s), "phy:/dev/vgxen01/new,xvdc,w\n");
    EXPECT_EQ(get(u"guest"_s, m_conf, u"disk/xvdc/path"_s), "/dev/vgxen01/new\n");
    EXPECT_EQ(refused(u"guest"_s, m_conf, words(u"disk remove xvdz"_s)).status, 1);
    EXPECT_EQ(refused(u"guest"_s, m_conf, words(u"disk add xvda /dev/x/y"_s)).status, 1);
    EXPECT_EQ(m_program.run({u"file"_s, u"get"_s, u"guest"_s, m_conf, u"disk/xvdz/path"_s}).status,
              1);
}

TEST_F(GuestVerbsTest, aModeThatOnlyXmKnowsMakesAFileForXm)
{
    const QByteArray said =
        edit(u"disk set xvdb mode=w!"_s, {"      'phy:vgxen01/lv_linva04_06_hdb,xvdb,w' # shared"},
             {"      'phy:vgxen01/lv_linva04_06_hdb,xvdb,w!' # shared"});
    EXPECT_THAT(said.toStdString(), HasSubstr("is a file for xm now"));
    EXPECT_THAT(said.toStdString(), HasSubstr(": warning: "));
    make(u"linva06.cfg"_s, m_text);
    EXPECT_EQ(refused(u"guest"_s, m_conf, words(u"disk set xvdb mode=w! --dialect xl"_s)).status,
              1);
    EXPECT_EQ(m_program
                  .run({u"file"_s, u"guest"_s, m_conf, u"--dialect"_s, u"xm"_s, u"disk"_s, u"set"_s,
                        u"xvdb"_s, u"mode=w!"_s})
                  .status,
              0);
}

TEST_F(GuestVerbsTest, networkCards)
{
    edit(u"vif add bridge=xenbr1"_s, {"vif = [ 'mac=00:16:3e:00:00:01,bridge=xenbr0' ]"},
         {"vif = [ 'mac=00:16:3e:00:00:01,bridge=xenbr0', 'bridge=xenbr1' ]"});
    edit(u"vif set 1 bridge=xenbr2 mac=00:16:3e:00:00:02"_s,
         {"vif = [ 'mac=00:16:3e:00:00:01,bridge=xenbr0', 'bridge=xenbr1' ]"},
         {"vif = [ 'mac=00:16:3e:00:00:01,bridge=xenbr0', "
          "'bridge=xenbr2,mac=00:16:3e:00:00:02' ]"});
    EXPECT_EQ(get(u"guest"_s, m_conf, u"vif/1/mac"_s), "00:16:3e:00:00:02\n");
    run(u"guest"_s, m_conf, u"vif remove 1"_s);
    EXPECT_FALSE(contentOf(m_conf).contains("xenbr2"));
    EXPECT_EQ(refused(u"guest"_s, m_conf, words(u"vif remove 1"_s)).status, 1);
    EXPECT_EQ(refused(u"guest"_s, m_conf, words(u"vif remove first"_s)).status, 1);
}

TEST_F(GuestVerbsTest, whatIsComputedIsSaidToBe)
{
    const QString python = make(u"python"_s, "import os\nname = 'a'\nmemory = 64 * 2\n"
                                             "disk = [ 'phy:' + name + ',hda,w' ]\n");
    for (const QString &path : {u"memory"_s, u"disk"_s}) {
        const Ran ran = m_program.run({u"file"_s, u"get"_s, u"guest"_s, python, path});
        EXPECT_EQ(ran.status, 1);
        EXPECT_THAT(ran.err.toStdString(), HasSubstr("is computed"));
    }
    EXPECT_EQ(get(u"guest"_s, python, u"name"_s), "a\n");
    EXPECT_EQ(refused(u"guest"_s, python, words(u"set memory 128"_s)).status, 3);
}

TEST_F(GuestVerbsTest, conversionIsAskedForAndSaysWhatItCannotDo)
{
    const QString xm = make(u"xm"_s, "name = 'a'\nkernel = '/k'\nmemory = 64\n"
                                     "disk = [ 'phy:vg/a,xvda,w!' ]\n");
    const Ran ran = refused(u"guest"_s, xm, words(u"convert xl"_s));
    EXPECT_EQ(ran.status, 3);
    EXPECT_THAT(ran.err.toStdString(), HasSubstr(xm.toStdString() + ":4:"));
    EXPECT_EQ(refused(u"guest"_s, xm, words(u"convert kvm"_s)).status, 1);
    FileTest::edit(u"guest"_s, xm, words(u"disk set xvda mode=w --dialect xm"_s),
                   {"disk = [ 'phy:vg/a,xvda,w!' ]"}, {"disk = [ 'phy:vg/a,xvda,w' ]"});
    EXPECT_EQ(
        m_program.run({u"file"_s, u"guest"_s, xm, u"convert"_s, u"xl"_s, u"--dialect"_s, u"xm"_s})
            .status,
        0);
}

class SettingsVerbsTest : public FileTest
{
};

TEST_F(SettingsVerbsTest, xend)
{
    const QString conf =
        make(u"xend-config.sxp"_s, "# -*- sh -*-\n"
                                   "#(xend-relocation-port 8002)\n"
                                   "(xend-relocation-server yes)\n"
                                   "(xend-relocation-port 9000)\n"
                                   "(xend-relocation-address '')\n"
                                   "(xend-relocation-address '10.0.0.1')\n"
                                   "(xend-relocation-hosts-allow '^localhost$')\n");
    const auto editXend = [&](const QString &verb, const QList<QByteArray> &removed,
                              const QList<QByteArray> &added) {
        edit(u"xend"_s, conf, words(verb), removed, added);
    };
    editXend(u"set xend-relocation-port 8002"_s, {"(xend-relocation-port 9000)"},
             {"(xend-relocation-port 8002)"});
    editXend(u"set xend-relocation-address 10.0.0.2"_s, {"(xend-relocation-address '')"},
             {"(xend-relocation-address '10.0.0.2')"});
    EXPECT_EQ(get(u"xend"_s, conf, u"xend-relocation-address"_s), "10.0.0.2\n");
    editXend(
        u"hosts-allow add 192.168.1.249 xenhost1"_s,
        {"(xend-relocation-hosts-allow '^localhost$')"},
        {"(xend-relocation-hosts-allow '^localhost$ ^192\\\\.168\\\\.1\\\\.249$ ^xenhost1$')"});
    EXPECT_EQ(m_program.run({u"file"_s, u"xend"_s, conf, u"hosts-allow"_s, u"list"_s}).out,
              "^localhost$\n^192\\.168\\.1\\.249$\n^xenhost1$\n");
    editXend(u"hosts-allow add xenhost1"_s, {}, {});
    editXend(u"hosts-allow remove localhost xenhost1"_s,
             {"(xend-relocation-hosts-allow '^localhost$ ^192\\\\.168\\\\.1\\\\.249$ ^xenhost1$')"},
             {"(xend-relocation-hosts-allow '^192\\\\.168\\\\.1\\\\.249$')"});
    EXPECT_NE(refused(u"xend"_s, conf, words(u"hosts-allow remove 192.168.1.249"_s)).status, 0);
    EXPECT_EQ(refused(u"xend"_s, conf, words(u"hosts-allow remove elsewhere"_s)).status, 1);
    editXend(u"hosts-allow set node1.example.com"_s,
             {"(xend-relocation-hosts-allow '^192\\\\.168\\\\.1\\\\.249$')"},
             {"(xend-relocation-hosts-allow '^node1\\\\.example\\\\.com$')"});
    editXend(u"comment xend-relocation-port"_s, {"(xend-relocation-port 8002)"},
             {"#(xend-relocation-port 8002)"});
    editXend(u"unset xend-relocation-address"_s,
             {"(xend-relocation-address '10.0.0.2')", "(xend-relocation-address '10.0.0.1')"}, {});
    EXPECT_EQ(m_program.run({u"file"_s, u"get"_s, u"xend"_s, conf, u"xend-port"_s}).status, 1);

    const QString wide = make(u"wide.sxp"_s, "(xend-relocation-hosts-allow '^10\\\\.')\n");
    EXPECT_EQ(refused(u"xend"_s, wide, words(u"hosts-allow add xenhost1"_s)).status, 1);
}

TEST_F(SettingsVerbsTest, lvm)
{
    const QString conf = make(u"lvm.conf"_s, "global {\n"
                                             "    # Type of locking.\n"
                                             "    locking_type = 1\n"
                                             "    # use_lvmetad = 1\n"
                                             "}\n"
                                             "devices {\n"
                                             "\tfilter = [ \"a/sda/\", \"r/.*/\" ]\n"
                                             "}\n");
    edit(u"lvm"_s, conf, words(u"set global/locking_type 3"_s), {"    locking_type = 1"},
         {"    locking_type = 3"});
    edit(u"lvm"_s, conf, words(u"set global/use_lvmetad 0"_s), {}, {"    use_lvmetad = 0"});
    EXPECT_EQ(get(u"lvm"_s, conf, u"devices/filter"_s), "a/sda/\nr/.*/\n");
    edit(u"lvm"_s, conf, {u"set"_s, u"devices/filter"_s, u"[ \"a/.*/\" ]"_s},
         {"\tfilter = [ \"a/sda/\", \"r/.*/\" ]"}, {"\tfilter = [ \"a/.*/\" ]"});
    edit(u"lvm"_s, conf, words(u"comment global/use_lvmetad"_s), {"    use_lvmetad = 0"},
         {"    # use_lvmetad = 0"});
    edit(u"lvm"_s, conf, words(u"unset devices/filter"_s), {"\tfilter = [ \"a/.*/\" ]"}, {});
    EXPECT_EQ(refused(u"lvm"_s, conf, words(u"set global/locking_type three"_s)).status, 1);
    EXPECT_EQ(m_program.run({u"file"_s, u"get"_s, u"lvm"_s, conf, u"devices/filter"_s}).status, 1);
}

TEST_F(SettingsVerbsTest, defaults)
{
    const QString conf = make(u"cman"_s, "CLUSTERNAME=\"old\"\n"
                                         "NODENAME=$(hostname -f) # as in /etc/hosts\n"
                                         "#USE_CCS=\"yes\"\n"
                                         "CLUSTER_JOIN_TIMEOUT=300\n");
    edit(u"defaults"_s, conf, words(u"set CLUSTERNAME domnull"_s), {"CLUSTERNAME=\"old\""},
         {"CLUSTERNAME=\"domnull\""});
    edit(u"defaults"_s, conf, words(u"set USE_CCS no"_s), {}, {"USE_CCS=\"no\""});
    EXPECT_EQ(get(u"defaults"_s, conf, u"CLUSTERNAME"_s), "domnull\n");
    const Ran computed = m_program.run({u"file"_s, u"get"_s, u"defaults"_s, conf, u"NODENAME"_s});
    EXPECT_EQ(computed.status, 1);
    EXPECT_THAT(computed.err.toStdString(), HasSubstr("is computed"));
    EXPECT_EQ(m_program.run({u"file"_s, u"get"_s, u"defaults"_s, conf, u"NOTHING"_s}).status, 1);
    edit(u"defaults"_s, conf, words(u"comment CLUSTER_JOIN_TIMEOUT"_s),
         {"CLUSTER_JOIN_TIMEOUT=300"}, {"#CLUSTER_JOIN_TIMEOUT=300"});
    edit(u"defaults"_s, conf, words(u"unset USE_CCS"_s), {"USE_CCS=\"no\""}, {});
    EXPECT_EQ(refused(u"defaults"_s, conf, words(u"set USE-CCS no"_s)).status, 1);
}

TEST_F(SettingsVerbsTest, theKindOfDefaultsIsThatOfTheFileNameOrAsTold)
{
    const QByteArray text = "O2CB_ENABLED=yes\n";
    const QString named = make(u"o2cb"_s, text);
    const QString other = make(u"settings"_s, text);
    EXPECT_NE(check(u"defaults"_s, named), "");
    EXPECT_EQ(check(u"defaults"_s, other), "");
    const QString o2cb = u"--kind=o2cb"_s;
    EXPECT_NE(m_program.run({u"file"_s, u"check"_s, u"defaults"_s, o2cb, other}).out, "");
    EXPECT_EQ(
        m_program.run({u"file"_s, u"check"_s, u"defaults"_s, named, u"--kind"_s, u"other"_s}).out,
        "");
    EXPECT_EQ(m_program.run({u"file"_s, u"check"_s, u"defaults"_s, named, u"--kind=mine"_s}).status,
              2);
}

/// The words that @p line begins with, up to the first that is not all in small letters.
QByteArray lowerCaseWords(const QByteArray &line)
{
    QByteArrayList words = line.simplified().split(' ');
    const auto end = std::ranges::find_if(words, [](const QByteArray &word) {
        return word.isEmpty() || word[0] < 'a' || word[0] > 'z';
    });
    words.erase(end, words.end());
    return words.join(' ');
}

TEST(FileManual, namesEveryVerb)
{
    QFile file(QStringLiteral(COLONNADE_SOURCE_DIR "/installer/man/colonnadectl.1"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    QByteArray manual = file.readAll();
    for (const char *markup : {"\\fB", "\\fI", "\\fR", "\\fP"})
        manual.replace(markup, "");
    manual.replace("\\-", "-");
    const Program program;
    for (const QString &format :
         {u"cluster-conf"_s, u"ocfs2"_s, u"guest"_s, u"xend"_s, u"lvm"_s, u"defaults"_s}) {
        const qsizetype begin = manual.indexOf(QByteArray(".SS file " + format.toUtf8()));
        ASSERT_GE(begin, 0) << format.toStdString();
        const QByteArray section = manual.sliced(begin, manual.indexOf("\n.S", begin + 1) - begin);
        const QByteArray help = program.run({u"file"_s, format, u"--help"_s}).out;
        const QList<QByteArray> lines = help.sliced(help.indexOf("Verbs:\n")).split('\n').mid(1);
        int verbs = 0;
        for (const QByteArray &line : lines) {
            if (!line.startsWith("  ") || line.startsWith("   "))
                continue;
            const QByteArray name = lowerCaseWords(line.mid(2, 34)); // "node add"
            if (name == "check" || name == "fix")
                continue;
            ++verbs;
            EXPECT_TRUE(section.contains(QByteArray(".TP\n" + name))
                        || section.contains(QByteArray(".TQ\n" + name)))
                << format.toStdString() << ": " << name.toStdString();
        }
        EXPECT_GE(verbs, 4);
    }
}

} // namespace
