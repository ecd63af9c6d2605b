// SPDX-License-Identifier: GPL-3.0-or-later
// A cluster.conf as the programs of a simulated node with cman 3.0 take it.
#include "lab/labtest.h"

#include "toolstack/clustersuite.h"

#include <gmock/gmock.h>

#include <QFile>

namespace colonnade::lab {
namespace {

using testing::HasSubstr;

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

class ClusterFileTest : public testing::Test
{
protected:
    ClusterFileTest()
    {
        Options options;
        options.nodes = 2;
        options.rgmanager = true;
        m_lab = startLab(options);
    }

    QString fileOf(int node) const
    {
        return m_lab->nodes()[node].root + word("/etc/cluster/cluster.conf");
    }

    QByteArray read(int node) const
    {
        QFile file(fileOf(node));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(int node, const QByteArray &bytes) const
    {
        QFile file(fileOf(node));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    }

    QByteArray withVersion(int version) const
    {
        QByteArray bytes = read(0);
        const QByteArray attribute = "config_version=\"" + QByteArray::number(version) + '"';
        return bytes.replace("config_version=\"7\"", attribute);
    }

    std::string version(int node)
    {
        return run(*m_lab, node, word("cman_tool version")).out.toStdString();
    }

    bool isQuorate(int node)
    {
        const auto cman =
            toolstack::parseCmanStatus(run(*m_lab, node, word("cman_tool status")).out);
        return cman && cman->quorate;
    }

    std::unique_ptr<Lab> m_lab;
};

TEST_F(ClusterFileTest, ccsToolHasNoUpdateAnyMore)
{
    const Ran ran = run(*m_lab, 0, word("ccs_tool update /etc/cluster/cluster.conf"));
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(ran.err, "Unknown command, update.\n");
    EXPECT_THAT(run(*m_lab, 0, word("cman_tool -V")).out.toStdString(), HasSubstr(" 3.0.12"));
}

TEST_F(ClusterFileTest, validatesFiles)
{
    const auto validate = [this](const QByteArray &bytes) {
        write(1, bytes);
        return run(*m_lab, 1,
                   word("ccs_config_validate -f $COLONNADE_ROOT/etc/cluster/cluster.conf"));
    };
    const Ran good = validate(read(0));
    EXPECT_EQ(good.status, 0);
    EXPECT_EQ(good.out, "Configuration validates\n");
    EXPECT_EQ(validate("<?xml version='1.0'?>\n<!-- <a> -->\n"
                       "<cluster name='a>b' config_version='8'><cman/></cluster>\n")
                  .status,
              0);
    for (const char *bad :
         {"", "<cluster name=\"a\" config_version=\"8\">", "<cluster name=\"a\"/>", "<rm/>",
          "<cluster config_version=\"8\"><rm></cluster></rm>",
          "<cluster config_version=\"8\"/><rm/>", "<cluster config_version=\"8\"",
          "<cluster config_version=\"8\"><!-- </cluster>"})
        EXPECT_EQ(validate(bad).status, 3) << bad;
    EXPECT_EQ(run(*m_lab, 1, word("ccs_config_validate -f /nothing")).status, 255);
}

TEST_F(ClusterFileTest, allMembersTakeAVersionThatTheyHave)
{
    const QByteArray next = withVersion(8);
    write(0, next);
    write(1, next);
    EXPECT_EQ(version(1), "6.2.0 config 7\n") << "a file alone is nothing";
    const Ran ran = run(*m_lab, 0, word("cman_tool version -r 8 -S"));
    EXPECT_EQ(ran.status, 0) << ran.err.constData();
    EXPECT_EQ(version(0), "6.2.0 config 8\n");
    EXPECT_EQ(version(1), "6.2.0 config 8\n");
    EXPECT_TRUE(isQuorate(1));
}

TEST_F(ClusterFileTest, theVersionMayComeFromTheFile)
{
    const QByteArray next = withVersion(12);
    write(0, next);
    write(1, next);
    EXPECT_EQ(run(*m_lab, 0, word("cman_tool version -r 0 -S")).status, 0);
    EXPECT_EQ(version(1), "6.2.0 config 12\n");
}

/// Without ricci there is nobody who would give the others the file.
TEST_F(ClusterFileTest, refusesWhatItCannotDo)
{
    const Ran unsynced = run(*m_lab, 0, word("cman_tool version -r 8"));
    EXPECT_EQ(unsynced.status, 1);
    EXPECT_THAT(unsynced.err.toStdString(), HasSubstr("ccs_sync failed."));
    EXPECT_EQ(run(*m_lab, 0, word("cman_tool version -r 7 -S")).status, 1) << "it runs already";
    write(0, "<cluster");
    EXPECT_EQ(run(*m_lab, 0, word("cman_tool version -r 8 -S")).status, 1);
    EXPECT_EQ(version(0), "6.2.0 config 7\n");
    EXPECT_EQ(version(1), "6.2.0 config 7\n");
}

/// What a roll-out must never come to: a member that has another file stops all that it runs.
TEST_F(ClusterFileTest, aMemberWithoutTheFileSuspendsItself)
{
    ASSERT_TRUE(m_lab->domains(word("xenhost1")).contains(word("db1")));
    write(1, withVersion(8));
    EXPECT_EQ(run(*m_lab, 1, word("cman_tool version -r 8 -S")).status, 0) << "nothing is said";
    EXPECT_EQ(version(0), "6.2.0 config 7\n");
    EXPECT_EQ(version(1), "6.2.0 config 8\n");
    EXPECT_THAT(run(*m_lab, 0, word("cman_tool status")).out.toStdString(),
                HasSubstr("Flags: 2node Error"));
    EXPECT_FALSE(isQuorate(0));
    EXPECT_TRUE(isQuorate(1));
    EXPECT_FALSE(m_lab->domains(word("xenhost1")).contains(word("db1")));

    const QByteArray mended = read(1).replace("config_version=\"8\"", "config_version=\"9\"");
    write(0, mended);
    write(1, mended);
    EXPECT_EQ(run(*m_lab, 1, word("cman_tool version -r 9 -S")).status, 0);
    EXPECT_EQ(version(0), "6.2.0 config 9\n");
    EXPECT_TRUE(isQuorate(0));
}

} // namespace
} // namespace colonnade::lab
