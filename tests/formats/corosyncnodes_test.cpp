// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/corosyncnodes.h"

#include <gtest/gtest.h>

namespace colonnade::formats {
namespace {

using namespace Qt::StringLiterals;

TEST(CorosyncNodes, ofTheNodeList)
{
    const auto read = CorosyncNodes::parse("# made by hand\n"
                                           "totem {\n"
                                           "    version: 2\n"
                                           "    cluster_name: domnull\n"
                                           "    interface {\n"
                                           "        ringnumber: 0\n"
                                           "    }\n"
                                           "}\n"
                                           "nodelist {\n"
                                           "  node {\n"
                                           "    ring0_addr: 192.168.1.248\n"
                                           "    ring1_addr: fd00::1\n"
                                           "    name: xenhost1\n"
                                           "    nodeid: 1\n"
                                           "  }\n"
                                           "\tnode{\r\n"
                                           "\t\tring0_addr:xenhost2.example.com\r\n"
                                           "\t}\r\n"
                                           "}\n"
                                           "quorum { \n provider: corosync_votequorum\n}\n");
    ASSERT_TRUE(read) << read.error().message.toStdString();
    EXPECT_EQ(read->clusterName, u"domnull"_s);
    const QList<CorosyncNode> nodes = {{u"xenhost1"_s, {u"192.168.1.248"_s, u"fd00::1"_s}},
                                       {{}, {u"xenhost2.example.com"_s}}};
    EXPECT_EQ(read->nodes, nodes);
}

TEST(CorosyncNodes, ofTheMembersOfAnInterface)
{
    const auto read = CorosyncNodes::parse("totem {\ninterface {\nmember {\n"
                                           "memberaddr: 10.0.0.1\n}\nmember {\n"
                                           "memberaddr: 10.0.0.2\n}\n}\n}\n");
    ASSERT_TRUE(read);
    ASSERT_EQ(read->nodes.size(), 2);
    EXPECT_EQ(read->nodes[1].addresses, QStringList{u"10.0.0.2"_s});
}

TEST(CorosyncNodes, ofAnEmptyFileAreNone)
{
    const auto read = CorosyncNodes::parse("");
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->nodes.isEmpty());
}

TEST(CorosyncNodes, ofABrokenFileNameTheLine)
{
    const QList<std::pair<QByteArray, QString>> files = {
        {"totem {\n", u"line 2: the section totem does not end"_s},
        {"\n}\n", u"line 2: a section ends"_s},
        {"totem {\nversion 2\n}\n", u"line 2: it is neither"_s},
        {": x\n", u"line 1: it is neither"_s},
        {QByteArray("a {\n").repeated(17), u"line 17: sections are nested"_s},
        {QByteArray(1024 * 1024 + 1, '#'), u"larger than"_s},
    };
    for (const auto &[bytes, words] : files) {
        const auto read = CorosyncNodes::parse(bytes);
        ASSERT_FALSE(read) << bytes.left(100).constData();
        EXPECT_EQ(read.error().code, base::ErrorCode::ParseFailed);
        EXPECT_TRUE(read.error().message.contains(words)) << read.error().message.toStdString();
    }
}

} // namespace
} // namespace colonnade::formats
