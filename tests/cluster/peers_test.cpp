// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/probe.h"

#include "cluster/simulatednode.h"

#include <gtest/gtest.h>

#include <QTcpServer>

namespace colonnade::cluster {
namespace {

using namespace Qt::StringLiterals;
using test::SimulatedNode;

class Peers : public testing::TestWithParam<std::string>
{
protected:
    QHash<QString, PeerFact> ask(toolstack::Kind kind, const QList<PeerQuestion> &questions)
    {
        const auto peers = probePeers(node.connection, kind, questions);
        EXPECT_TRUE(peers);
        return peers.value_or(QHash<QString, PeerFact>());
    }

    SimulatedNode node{GetParam()};
};

// The stand-in runs what it is given as sshd would, noted with its options.
constexpr char Ssh[] =
    "echo \"$*\" >>\"$COLONNADE_ROOT/ssh.log\"\n"
    "while [ \"$1\" != -- ]; do shift; done\n"
    "case $2 in good) exec sh -c \"$3\" ;;\n"
    "noisy) echo 'Welcome to noisy!'; exec sh -c \"$3\" ;;\n"
    "noxl) exec sh -c 'PATH=/none; eval \"$1\"' sh \"$3\" ;;\n"
    "flood) while :; do echo aaaaaaaaaaaaaaaa; done ;;\n"
    "*) echo 'debug' >&2; echo \"ssh: connect to host $2 port 22: No route to host\" >&2\n"
    "exit 255 ;; esac\n";

TEST_P(Peers, ofXlAreReachedWhenSshCarriesNothingButTheAnswer)
{
    node.command(u"ssh"_s, Ssh);
    const auto peers = ask(toolstack::Kind::Xl, {{u"node2"_s, u"good"_s, 22},
                                                 {u"node3"_s, u"noisy"_s, 2222},
                                                 {u"node4"_s, u"dead"_s, 22},
                                                 {u"node5"_s, u"noxl"_s, 22},
                                                 {u"node6"_s, u"flood"_s, 22},
                                                 {u"node7"_s, u"$(touch /hacked)"_s, 22},
                                                 {u"node8"_s, u"-oProxyCommand=x"_s, 22}});
    EXPECT_TRUE(peers.value(u"node2"_s).ok) << peers.value(u"node2"_s).problem.toStdString();
    EXPECT_EQ(peers.value(u"node2"_s).address, u"good"_s);
    EXPECT_TRUE(peers.value(u"node2"_s).checkedAt.isValid());
    EXPECT_FALSE(peers.value(u"node3"_s).ok);
    EXPECT_TRUE(peers.value(u"node3"_s).problem.contains(u"\"Welcome to noisy!\""_s))
        << peers.value(u"node3"_s).problem.toStdString();
    EXPECT_EQ(peers.value(u"node4"_s).problem,
              u"ssh: connect to host dead port 22: No route to host"_s);
    EXPECT_TRUE(peers.value(u"node5"_s).problem.contains(u"not found"_s))
        << peers.value(u"node5"_s).problem.toStdString();
    EXPECT_FALSE(peers.value(u"node6"_s).ok);
    EXPECT_FALSE(peers.value(u"node7"_s).problem.isEmpty());
    EXPECT_FALSE(peers.value(u"node8"_s).problem.isEmpty());

    QFile log(node.path(u"/ssh.log"_s));
    ASSERT_TRUE(log.open(QIODevice::ReadOnly));
    const QByteArray calls = log.readAll();
    EXPECT_EQ(calls.count('\n'), 5) << "what is no address is never given to ssh\n"
                                    << calls.toStdString();
    EXPECT_TRUE(calls.contains(
        "BatchMode=yes -o StrictHostKeyChecking=yes -o ConnectTimeout=10 -- good xl list"));
    EXPECT_TRUE(calls.contains("ConnectTimeout=10 -p 2222 -- noisy xl list"));
}

TEST_P(Peers, ofXmAreReachedWhenTheirPortIsOpen)
{
    QTcpServer server;
    ASSERT_TRUE(server.listen(QHostAddress::LocalHost));
    QTcpServer closed;
    ASSERT_TRUE(closed.listen(QHostAddress::LocalHost));
    const quint16 closedPort = closed.serverPort();
    closed.close();
    for (const QStringList &hidden : {QStringList{}, QStringList{u"python3"_s}}) {
        for (const QString &tool : hidden)
            node.hideTool(tool);
        const auto peers =
            ask(toolstack::Kind::Xm, {{u"node2"_s, u"127.0.0.1"_s, server.serverPort()},
                                      {u"node3"_s, u"127.0.0.1"_s, closedPort}});
        EXPECT_TRUE(peers.value(u"node2"_s).ok) << peers.value(u"node2"_s).problem.toStdString();
        EXPECT_FALSE(peers.value(u"node3"_s).ok);
        EXPECT_TRUE(peers.value(u"node3"_s).problem.contains(u"refused"_s, Qt::CaseInsensitive))
            << peers.value(u"node3"_s).problem.toStdString();
    }
}

TEST_P(Peers, aLostConnectionIsAnError)
{
    node.connection.lose();
    EXPECT_FALSE(probePeers(node.connection, toolstack::Kind::Xl, {{u"node2"_s, u"good"_s, 22}}));
    EXPECT_TRUE(probePeers(node.connection, toolstack::Kind::Xl, {})) << "nothing to ask";
}

INSTANTIATE_TEST_SUITE_P(Shells, Peers, testing::ValuesIn(test::shells()),
                         [](const auto &parameter) { return parameter.param; });

} // namespace
} // namespace colonnade::cluster
