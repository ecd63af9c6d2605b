// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocfs2conf_samples.h"

namespace colonnade::formats {

namespace {

using Words = std::vector<QByteArray>;

/// How one author writes attributes.
struct Hand
{
    QByteArray indentation;
    QByteArray equals;
    QByteArray lineEnd;
};

Hand randomHand(std::mt19937 &random)
{
    return {oneOf(random, Words{"\t", "\t", "  ", "    ", " \t "}),
            oneOf(random, Words{" = ", " = ", "=", " =", "=  ", "\t=\t"}),
            oneOf(random, Words{"\n", "\n", "\n", "\n", " \n", "\t\n", "\r\n"})};
}

/// Mostly the first of @p choices.
QByteArray mostly(std::mt19937 &random, const QByteArray &usual, const Words &others)
{
    return below(random, 25) ? usual : oneOf(random, others);
}

QByteArray attribute(std::mt19937 &random, const Hand &hand, const QByteArray &key,
                     const QByteArray &value)
{
    static const Words Values = {"",    "a b",   "-1",    "+5", "010",  "0x10",      "99999999999",
                                 "x",   "\"q\"", "a # b", "7 ", "1\\",  "\v1",       "4294967295",
                                 "1\f", "a\\b",  "b\\\n", "é",  "12.0", "2147483647"};
    return hand.indentation
           + mostly(random, key, {"", "note", "Name", "ip-port", "#key", key + "x"})
           + mostly(random, hand.equals, {" ", ":", "==", " \\\n= "})
           + mostly(random, value, Values)
           + mostly(random, "", {" # note", " ", "\t", "\r", "\\\n\t continued"}) + hand.lineEnd;
}

QByteArray header(std::mt19937 &random, const QByteArray &type)
{
    return mostly(random, type, {"stuff", "Node", "", "a-b"})
           + mostly(random, ":", {" :", "", ": x"})
           + mostly(random, "\n", {" \n", "\t\n", "\r\n", "# x\n"});
}

QByteArray shuffled(std::mt19937 &random, std::vector<QByteArray> lines)
{
    std::ranges::shuffle(lines, random);
    QByteArray text;
    for (const QByteArray &line : lines)
        text +=
            line + mostly(random, "", {"# comment\n", "#", "   # indented\n", "\n", "  \n", line});
    return text;
}

QByteArray nodeStanza(std::mt19937 &random, const Hand &hand, const QByteArray &cluster)
{
    const QByteArray number = QByteArray::number(below(random, 12));
    const QByteArray address = "10.0." + QByteArray::number(below(random, 2)) + "."
                               + QByteArray::number(below(random, 20));
    return header(random, "node")
           + shuffled(
               random,
               {attribute(random, hand, "number", number),
                attribute(random, hand, "name", "n" + QByteArray::number(below(random, 40))),
                attribute(random, hand, "ip_address",
                          mostly(random, address, {"::1", "10.0.0.1x", "10.0.00.1", "host"})),
                attribute(random, hand, "ip_port", "7777"),
                attribute(random, hand, "cluster", cluster)});
}

QByteArray clusterStanza(std::mt19937 &random, const Hand &hand, const QByteArray &name)
{
    std::vector<QByteArray> lines = {
        attribute(random, hand, "name", name),
        attribute(random, hand, "node_count", QByteArray::number(below(random, 4)))};
    if (below(random, 3) == 0)
        lines.push_back(attribute(
            random, hand, "heartbeat_mode",
            mostly(random, oneOf(random, Words{"local", "global", "Global"}), {"both", ""})));
    return header(random, "cluster") + shuffled(random, lines);
}

QByteArray regionStanza(std::mt19937 &random, const Hand &hand, const QByteArray &cluster)
{
    QByteArray region;
    for (int i = 0; i < 32; ++i)
        region += "0123456789ABCDEF"[below(random, 16)];
    return header(random, "heartbeat")
           + shuffled(random, {attribute(random, hand, "region", region),
                               attribute(random, hand, "cluster", cluster)});
}

} // namespace

const std::vector<QByteArray> &ocfs2Pieces()
{
    static const std::vector<QByteArray> pieces = {"\n",
                                                   " ",
                                                   "\t",
                                                   "\\\n",
                                                   "#",
                                                   "# note\n",
                                                   "=",
                                                   ":",
                                                   "\r",
                                                   "\r\n",
                                                   "node:\n",
                                                   "node",
                                                   "cluster:",
                                                   "heartbeat:\n",
                                                   "\tname = x\n",
                                                   "\n\n",
                                                   "\f",
                                                   "\v",
                                                   "\xef\xbb\xbf",
                                                   "\tnumber = 3\n",
                                                   "\\",
                                                   "\\\\\n",
                                                   "\xc3",
                                                   "  ",
                                                   "\tcluster = domnull\n",
                                                   "mode",
                                                   "unknown:\n",
                                                   "\tkey=\n",
                                                   "0",
                                                   QByteArray("\0", 1)};
    return pieces;
}

QByteArray randomOcfs2(std::mt19937 &random)
{
    const Hand hand = randomHand(random);
    const QByteArray separator = oneOf(random, Words{"\n", "\n", "", "  \n", "\n\n", "\n# c\n"});
    const Words clusters = {"a", "b", mostly(random, "a", {"", "c d", "x-y"})};
    QByteArray text;
    for (int stanzas = below(random, 9); stanzas > 0; --stanzas) {
        const QByteArray cluster = oneOf(random, clusters);
        const int type = below(random, 8);
        text += type < 4    ? nodeStanza(random, hand, cluster)
                : type == 4 ? regionStanza(random, hand, cluster)
                : type == 5 ? header(random, "unknown") + attribute(random, hand, "k", "v")
                            : clusterStanza(random, hand, cluster);
        text += separator;
    }
    if (below(random, 4) == 0 && text.endsWith('\n'))
        text.chop(1);
    return text;
}

} // namespace colonnade::formats
