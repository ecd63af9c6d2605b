// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/knownhosts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace colonnade::remote {
namespace {

using Match = KnownHosts::Match;

const HostKey Ed{"ssh-ed25519", "AAAAed"};
const HostKey OtherEd{"ssh-ed25519", "AAAAotherEd"};
const HostKey Rsa{"ssh-rsa", "AAAArsa"};

class KnownHostsTest : public testing::Test
{
protected:
    QString write(const QString &name, const QByteArray &text)
    {
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return file.fileName();
    }

    KnownHosts read(const QByteArray &text)
    {
        return KnownHosts::read({write(QStringLiteral("known_hosts"), text)}).value();
    }

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    Match judge(const QByteArray &text, const char *host, quint16 port, const HostKey &key)
    {
        return read(text).judge(QString::fromUtf8(host), port, key).match;
    }

    QTemporaryDir folder;
};

TEST_F(KnownHostsTest, tellsKnownChangedOtherTypeAndUnknown)
{
    const QByteArray text = "# comment\n\nnode1,10.0.0.1 ssh-ed25519 AAAAed root@node1\n";
    EXPECT_EQ(judge(text, "node1", 22, Ed), Match::Known);
    EXPECT_EQ(judge(text, "NODE1", 22, Ed), Match::Known);
    EXPECT_EQ(judge(text, "10.0.0.1", 22, Ed), Match::Known);
    EXPECT_EQ(judge(text, "node1", 22, OtherEd), Match::Changed);
    EXPECT_EQ(judge(text, "node1", 22, Rsa), Match::OtherType);
    EXPECT_EQ(judge(text, "node2", 22, Ed), Match::Unknown);
    EXPECT_EQ(judge("", "node1", 22, Ed), Match::Unknown);
}

TEST_F(KnownHostsTest, namesFileAndLineOfTheOldKey)
{
    const KnownHosts hosts = read("# one\nother ssh-rsa AAAArsa\r\n\nnode1 ssh-ed25519 AAAAed\r\n");
    const KnownHosts::Verdict verdict = hosts.judge(QStringLiteral("node1"), 22, OtherEd);
    EXPECT_EQ(verdict.match, Match::Changed);
    EXPECT_EQ(verdict.file, folder.filePath(QStringLiteral("known_hosts")));
    EXPECT_EQ(verdict.line, 4);
}

TEST_F(KnownHostsTest, anyOfSeveralKeysIsGood)
{
    const QByteArray text = "node1 ssh-ed25519 AAAAotherEd\nnode1 ssh-ed25519 AAAAed\n";
    EXPECT_EQ(judge(text, "node1", 22, Ed), Match::Known);
}

TEST_F(KnownHostsTest, otherPortsHaveTheirOwnName)
{
    const QByteArray text = "[node1]:2222 ssh-ed25519 AAAAed\n";
    EXPECT_EQ(judge(text, "node1", 2222, Ed), Match::Known);
    EXPECT_EQ(judge(text, "node1", 2222, OtherEd), Match::Changed);
    EXPECT_EQ(judge(text, "node1", 22, Ed), Match::Unknown);
    EXPECT_EQ(judge(text, "node1", 2223, Ed), Match::Unknown);
}

TEST_F(KnownHostsTest, aBareNameServesOtherPortsWithTheSameKeyOnly)
{
    const QByteArray text = "node1 ssh-ed25519 AAAAed\n";
    EXPECT_EQ(judge(text, "node1", 2222, Ed), Match::Known);
    EXPECT_EQ(judge(text, "node1", 2222, OtherEd), Match::Unknown);
}

TEST_F(KnownHostsTest, readsHashedNames)
{
    // The hash is the HMAC-SHA1 of "node1" under this salt, from another implementation.
    const QByteArray salt = QByteArray("0123456789abcdefghij").toBase64();
    const auto line = [&](const char *hash) -> QByteArray {
        return "|1|" + salt + '|' + hash + " ssh-ed25519 AAAAed\n";
    };
    const QByteArray plain = line("4+PhM7zEZNAu8btY59ubjCUTuOI=");
    EXPECT_EQ(judge(plain, "node1", 22, Ed), Match::Known);
    EXPECT_EQ(judge(plain, "node1", 22, OtherEd), Match::Changed);
    EXPECT_EQ(judge(plain, "node2", 22, Ed), Match::Unknown);
    EXPECT_EQ(judge("|1|broken ssh-ed25519 AAAAed\n", "node1", 22, Ed), Match::Unknown);
}

TEST_F(KnownHostsTest, readsWildcardsAndNegations)
{
    const QByteArray text = "*.example.org,!bad.example.org,node? ssh-ed25519 AAAAed\n";
    EXPECT_EQ(judge(text, "a.example.org", 22, Ed), Match::Known);
    EXPECT_EQ(judge(text, "bad.example.org", 22, Ed), Match::Unknown);
    EXPECT_EQ(judge(text, "node7", 22, Ed), Match::Known);
    EXPECT_EQ(judge(text, "node77", 22, Ed), Match::Unknown);
    EXPECT_EQ(judge("a*b*c ssh-ed25519 AAAAed\n", "axxbyyc", 22, Ed), Match::Known);
    EXPECT_EQ(judge("a*b*c ssh-ed25519 AAAAed\n", "axxbyy", 22, Ed), Match::Unknown);
}

TEST_F(KnownHostsTest, revokedKeysAreRefusedEverywhere)
{
    const QByteArray text = "node1 ssh-ed25519 AAAAed\n@revoked * ssh-ed25519 AAAAed\n";
    const KnownHosts::Verdict verdict = read(text).judge(QStringLiteral("node1"), 22, Ed);
    EXPECT_EQ(verdict.match, Match::Revoked);
    EXPECT_EQ(verdict.line, 2);
    EXPECT_EQ(judge(text, "node2", 2222, Ed), Match::Revoked);
    EXPECT_EQ(judge(text, "node2", 22, OtherEd), Match::Unknown);
}

TEST_F(KnownHostsTest, authoritiesAreNoHostKeys)
{
    const QByteArray text = "@cert-authority * ssh-ed25519 AAAAed\n";
    EXPECT_EQ(judge(text, "node1", 22, Ed), Match::Unknown);
    EXPECT_EQ(judge(text, "node1", 22, Rsa), Match::Unknown);
    EXPECT_TRUE(read(text).knownTypes(QStringLiteral("node1"), 22).isEmpty());
}

TEST_F(KnownHostsTest, readsSeveralFilesAndSkipsMissingOnes)
{
    const QString first = write(QStringLiteral("first"), "node1 ssh-ed25519 AAAAed\n");
    const QString second = write(QStringLiteral("second"), "node1 ssh-rsa AAAArsa");
    const auto hosts =
        KnownHosts::read({first, folder.filePath(QStringLiteral("missing")), second});
    ASSERT_TRUE(hosts);
    EXPECT_EQ(hosts->judge(QStringLiteral("node1"), 22, Rsa).file, second);
    EXPECT_EQ(hosts->knownTypes(QStringLiteral("node1"), 22),
              (QList<QByteArray>{"ssh-ed25519", "ssh-rsa"}));
}

TEST_F(KnownHostsTest, aFileThatCannotBeReadIsAnError)
{
    const auto hosts = KnownHosts::read({folder.path()});
    ASSERT_FALSE(hosts);
    EXPECT_EQ(hosts.error().code, base::ErrorCode::IoFailed);
}

TEST_F(KnownHostsTest, appendsAndCreatesPrivately)
{
    const QString file = folder.filePath(QStringLiteral("home/.ssh/known_hosts"));
    ASSERT_TRUE(appendKnownHost(file, QStringLiteral("Node1"), 22, Ed));
    ASSERT_TRUE(appendKnownHost(file, QStringLiteral("node1"), 2222, Rsa));
    EXPECT_EQ(contents(file), "node1 ssh-ed25519 AAAAed\n[node1]:2222 ssh-rsa AAAArsa\n");

    const auto mode = [](const QString &path) { return QFileInfo(path).permissions(); };
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    EXPECT_EQ(mode(file), owner);
    EXPECT_EQ(mode(QFileInfo(file).path()), owner | QFile::ExeOwner | QFile::ExeUser);
}

TEST_F(KnownHostsTest, endsALineThatHasNoEndBeforeAppending)
{
    const QString file = write(QStringLiteral("known_hosts"), "node1 ssh-ed25519 AAAAed");
    ASSERT_TRUE(appendKnownHost(file, QStringLiteral("node2"), 22, Rsa));
    EXPECT_EQ(contents(file), "node1 ssh-ed25519 AAAAed\nnode2 ssh-rsa AAAArsa\n");
}

} // namespace
} // namespace colonnade::remote
