// SPDX-License-Identifier: GPL-3.0-or-later
// KnownHosts against ssh(1) itself, over known_hosts files that nobody would write.
#include "hostkeys.h"
#include "remote/knownhostsfile.h"

#include <QFile>

#include <gtest/gtest.h>

#include <random>

namespace colonnade::remote {
namespace {

using Match = KnownHosts::Match;

/// Files with lines about node1, right and wrong ones.
class Generator
{
public:
    Generator(unsigned seed, const HostKey &server) : m_random(seed), m_server(server) {}

    QByteArray file()
    {
        QByteArray text;
        for (int i = pick(1, 6); i > 0; --i)
            text += line() + (pick(0, 5) ? "\n" : "\r\n");
        return pick(0, 5) ? text : text.chopped(1);
    }

private:
    int pick(int least, int most) { return std::uniform_int_distribution(least, most)(m_random); }

    template<typename Value>
    Value oneOf(const QList<Value> &values)
    {
        return values[pick(0, int(values.size()) - 1)];
    }

    QByteArray hosts()
    {
        static const QList<QByteArray> names{
            "node1",     "NODE1",   "[node1]:2222", "[node1]:22", "node2",        "*",
            "node?",     "n*1",     "!node1",       "!node2",     "node1.",       "",
            "[*]:2222",  "!*:2222", "127.0.0.1",    "*d*e*1*",    "[NODE1]:2222", "node",
            "|1|abc|de", "@node1",  "node1#"};
        if (pick(0, 3) == 0)
            return hashed();
        QByteArray all = oneOf(names);
        for (int i = pick(0, 2); i > 0; --i)
            all += ',' + oneOf(names);
        return all;
    }

    QByteArray hashed()
    {
        QByteArray name = hashedName(oneOf(QList<QByteArray>{"node1", "[node1]:2222", "node2"}));
        if (pick(0, 4) == 0)
            name.remove(pick(0, int(name.size()) - 1), 1);
        return name;
    }

    QByteArray key()
    {
        QByteArray type = m_server.type, base64 = m_server.base64;
        switch (pick(0, 9)) {
        case 0:
            return words(ed25519Key(char(pick(1, 99))));
        case 1:
            return words(rsaKey(char(pick(1, 99))));
        case 2:
            base64.chop(pick(1, 5));
            break;
        case 3:
            base64.insert(pick(0, int(base64.size())), "=");
            break;
        case 4:
            type = oneOf(QList<QByteArray>{"ssh-rsa", "ssh-magic", "#", "rsa-sha2-512", ""});
            break;
        case 5:
            base64[pick(0, int(base64.size()) - 1)] = 'Q';
            break;
        default:
            break;
        }
        return type + oneOf(QList<QByteArray>{" ", "\t", "  "}) + base64;
    }

    QByteArray line()
    {
        static const QList<QByteArray> markers{"@revoked ", "@cert-authority ", "@revoke ",
                                               "@revoked @cert-authority "};
        QByteArray text = hosts() + oneOf(QList<QByteArray>{" ", " ", "\t", " \t"}) + key();
        if (pick(0, 4) == 0)
            text.prepend(oneOf(markers));
        if (pick(0, 5) == 0)
            text.prepend(oneOf(QList<QByteArray>{" ", "#", "\t", "\x01", "\xEF\xBB\xBF"}));
        if (pick(0, 3) == 0)
            text.append(oneOf(
                QList<QByteArray>{" root@node1", " # x", QByteArray("\0x", 2), "\t", " a b c"}));
        return text;
    }

    std::mt19937 m_random;
    const HostKey m_server;
};

class HostKeyOracleTest : public testing::Test
{
protected:
    void SetUp() override
    {
        if (!test::Sshd::unavailable().isEmpty())
            GTEST_SKIP() << qPrintable(test::Sshd::unavailable());
        ASSERT_TRUE(sshd.start()) << qPrintable(sshd.error()); // makes key and configuration
        const QList<QByteArray> both = sshd.hostKey().split(' ');
        key = readHostKey(both[0], both[1]).value();
    }

    /// What ssh says of the host key of "node1" at @p port; a login is not tried.
    bool sshTrusts(quint16 port, const QString &knownHosts, QByteArray &said) const
    {
        const auto option = [](const QString &text) -> QString {
            return QStringLiteral("-o") + text;
        };
        test::runProgram(QStringLiteral("ssh"),
                         {QStringLiteral("-F"), QStringLiteral("none"),
                          option(QStringLiteral("BatchMode=yes")),
                          option(QStringLiteral("StrictHostKeyChecking=yes")),
                          option(QStringLiteral("GlobalKnownHostsFile=none")),
                          option(QStringLiteral("UserKnownHostsFile=") + knownHosts),
                          option(QStringLiteral("PreferredAuthentications=none")),
                          option(QStringLiteral("ProxyCommand=/usr/sbin/sshd -i -f ")
                                 + sshd.path(QStringLiteral("sshd_config"))),
                          QStringLiteral("-p"), QString::number(port), QStringLiteral("node1"),
                          QStringLiteral("true")},
                         {}, &said);
        const bool trusted = said.contains("Permission denied");
        EXPECT_NE(trusted, said.contains("Host key verification failed")) << said.constData();
        return trusted;
    }

    test::Sshd sshd;
    HostKey key;
};

TEST_F(HostKeyOracleTest, trustsWhatSshTrustsAndNothingElse)
{
    const QString path = sshd.path(QStringLiteral("generated"));
    int trusted = 0, refused = 0;
    for (unsigned seed = 1; seed <= 50; ++seed) {
        const QByteArray text = Generator(seed, key).file();
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
        file.close();
        const quint16 port = seed % 2 ? 22 : 2222;
        QByteArray said;
        const bool theirs = sshTrusts(port, path, said);
        const KnownHosts::Verdict ours =
            KnownHosts::read({path}).value().judge({QStringLiteral("node1"), port}, key);
        // Stricter on purpose: what is revoked for the host is revoked on all its ports.
        if (theirs && ours.match == Match::Revoked && port != 22)
            continue;
        EXPECT_EQ(ours.match == Match::Known, theirs) << "seed " << seed << " port " << port << '\n'
                                                      << text.constData() << '\n'
                                                      << said.constData();
        EXPECT_EQ(ours.match == Match::Revoked, said.contains("revoked")) << "seed " << seed;
        EXPECT_EQ(ours.match == Match::Changed || ours.match == Match::OtherType,
                  said.contains("IDENTIFICATION HAS CHANGED"))
            << "seed " << seed << '\n'
            << text.constData() << '\n'
            << said.constData();
        (theirs ? trusted : refused) += 1;
    }
    EXPECT_GT(trusted, 10);
    EXPECT_GT(refused, 10);
}

} // namespace
} // namespace colonnade::remote
