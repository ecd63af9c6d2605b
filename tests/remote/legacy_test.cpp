// SPDX-License-Identifier: GPL-3.0-or-later
// Servers of Debian Lenny's and RHEL 5's time, played by today's sshd with yesterday's algorithms.
#include "remotetest.h"

#include <QFile>

namespace colonnade::remote {
namespace {

using base::ErrorCode;
using base::Result;

constexpr char Lenny[] = "KexAlgorithms diffie-hellman-group14-sha1\n"
                         "HostKeyAlgorithms ssh-rsa\n"
                         "Ciphers aes128-cbc\n"
                         "MACs hmac-sha1\n"
                         "PubkeyAcceptedAlgorithms ssh-rsa\n"
                         "RequiredRSASize 1024\n";

class LegacyTest : public testing::Test
{
protected:
    /// A server with a host key of @p keyType, and us with a key of that type.
    void start(const QByteArray &config, const QString &keyType = QStringLiteral("rsa"))
    {
        if (!test::Sshd::unavailable().isEmpty())
            GTEST_SKIP() << qPrintable(test::Sshd::unavailable());
        server = std::make_unique<test::Sshd>(
            test::Sshd::Options{.hostKeyTypes = {keyType}, .config = config});
        ASSERT_TRUE(server->start()) << qPrintable(server->error());
        how = settingsOf(*server);
        if (keyType == QStringLiteral("rsa"))
            how.identityFiles = QStringList{server->addKey(QStringLiteral("rsa_key"), keyType)};
    }

    /// The status after a command, whose answer is in result.
    Status statusAfter(const ConnectionSettings &own)
    {
        SshConnection connection(own, nullptr);
        result = connection.run(command("id -un"));
        return connection.status();
    }

    /// That the next attempt fails for want of a common algorithm; gives the words.
    QString refusal()
    {
        const Status status = statusAfter(how);
        EXPECT_EQ(status.phase, Phase::Refused) << "trying again does not help";
        EXPECT_FALSE(status.legacy);
        EXPECT_EQ(status.stages.last().stage, Stage::KeyExchange);
        if (result) {
            ADD_FAILURE() << "it was not refused";
            return {};
        }
        EXPECT_EQ(result.error().code, ErrorCode::NoCommonAlgorithm);
        EXPECT_TRUE(result.error().remedy.contains(QStringLiteral("Allow old algorithms")))
            << qPrintable(result.error().remedy);
        return result.error().message;
    }

    std::unique_ptr<test::Sshd> server;
    ConnectionSettings how;
    Result<Output> result = Output{};
};

#define START(...)                                                                                 \
    ASSERT_NO_FATAL_FAILURE(start(__VA_ARGS__));                                                   \
    if (IsSkipped())                                                                               \
    return

TEST_F(LegacyTest, lennyIsRefusedWithBothListsAndTheSwitch)
{
    START(Lenny);
    const QString words = refusal();
    EXPECT_TRUE(words.contains(QStringLiteral("no key exchange algorithm in common")))
        << qPrintable(words);
    EXPECT_TRUE(words.contains(QStringLiteral("the server has: diffie-hellman-group14-sha1")))
        << qPrintable(words);
    EXPECT_TRUE(words.contains(QStringLiteral("offered is: curve25519-sha256,")))
        << qPrintable(words);
    EXPECT_FALSE(words.contains(QStringLiteral("ext-info-c"))) << qPrintable(words);
}

TEST_F(LegacyTest, lennyWorksWithTheSwitchAndIsMarked)
{
    START(Lenny);
    how.legacyAlgorithms = true;
    const Status status = statusAfter(how);
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_EQ(result->out, test::Sshd::user().toLocal8Bit() + '\n');
    EXPECT_TRUE(status.legacy);
    ASSERT_GT(status.stages.size(), 2);
    const QString agreed = status.stages[2].detail;
    EXPECT_TRUE(agreed.endsWith(
        QStringLiteral(": diffie-hellman-group14-sha1, ssh-rsa, aes128-cbc, hmac-sha1")))
        << qPrintable(agreed);
}

TEST_F(LegacyTest, aServerThatIsOldInOneThingIsToldWhich)
{
    const struct
    {
        const char *config;
        const char *words;
        const char *server;
        const char *keyType = "ed25519"; // rsa takes a long time to make
    } cases[] = {
        {"KexAlgorithms diffie-hellman-group1-sha1\n", "no key exchange algorithm",
         "diffie-hellman-group1-sha1"},
        {"HostKeyAlgorithms ssh-rsa\n", "no host key algorithm", "ssh-rsa;", "rsa"},
        {"Ciphers aes256-cbc,3des-cbc\n", "no cipher algorithm", "aes256-cbc,3des-cbc;"},
        {"MACs hmac-sha1,hmac-md5\nCiphers aes128-ctr\n", "no MAC algorithm",
         "hmac-sha1,hmac-md5;"},
    };
    for (const auto &each : cases) {
        START(each.config, QLatin1String(each.keyType));
        const QString words = refusal();
        EXPECT_TRUE(words.contains(QLatin1String(each.words))) << qPrintable(words);
        EXPECT_TRUE(words.contains(QLatin1String(each.server))) << qPrintable(words);
        how.legacyAlgorithms = true;
        EXPECT_TRUE(statusAfter(how).legacy) << each.config;
        EXPECT_TRUE(result) << each.config
                            << qPrintable(result ? QString() : result.error().message);
    }
}

TEST_F(LegacyTest, anRsaKeySignsWithSha1OnlyWithTheSwitch)
{
    START("PubkeyAcceptedAlgorithms ssh-rsa\n");
    Status status = statusAfter(how);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::AuthenticationFailed);
    EXPECT_FALSE(status.legacy);

    how.legacyAlgorithms = true;
    status = statusAfter(how);
    EXPECT_TRUE(result) << qPrintable(result ? QString() : result.error().message);
    EXPECT_TRUE(status.legacy);
}

TEST_F(LegacyTest, aShortRsaKeyOfThatTimeWorks)
{
    START(Lenny);
    const QString key = server->path(QStringLiteral("short"));
    ASSERT_TRUE(test::runProgram(QStringLiteral("ssh-keygen"),
                                 {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("rsa"),
                                  QStringLiteral("-b"), QStringLiteral("1024"),
                                  QStringLiteral("-N"), QString(), QStringLiteral("-f"), key}));
    ASSERT_TRUE(QFile::remove(server->path(QStringLiteral("authorized_keys"))));
    ASSERT_TRUE(
        QFile::copy(key + QStringLiteral(".pub"), server->path(QStringLiteral("authorized_keys"))));
    how.identityFiles = QStringList{key};
    how.legacyAlgorithms = true;
    statusAfter(how);
    EXPECT_TRUE(result) << qPrintable(result ? QString() : result.error().message);
}

TEST_F(LegacyTest, theSwitchDoesNotMarkAServerThatCanDoBetter)
{
    START("");
    how.legacyAlgorithms = true;
    const Status status = statusAfter(how);
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_FALSE(status.legacy);
    EXPECT_TRUE(status.stages[2].detail.contains(QStringLiteral("curve25519-sha256, rsa-sha2-512")))
        << qPrintable(status.stages[2].detail);
}

TEST_F(LegacyTest, theKnownTypeOfHostKeyComesFirst)
{
    START("", QStringLiteral("ed25519"));
    test::Sshd both({.hostKeyTypes = {QStringLiteral("ed25519"), QStringLiteral("rsa")}});
    ASSERT_TRUE(both.start()) << qPrintable(both.error());
    ConnectionSettings own = settingsOf(both);
    QFile known(both.knownHosts());
    ASSERT_TRUE(known.open(QIODevice::ReadOnly));
    QByteArray lines;
    while (!known.atEnd()) {
        const QByteArray line = known.readLine();
        if (line.contains("ssh-rsa"))
            lines += line;
    }
    QFile rsaOnly(both.path(QStringLiteral("rsa_only")));
    ASSERT_TRUE(rsaOnly.open(QIODevice::WriteOnly) && rsaOnly.write(lines) > 0);
    rsaOnly.close();
    own.knownHostsFiles = QStringList{rsaOnly.fileName()};
    for (const bool legacy : {false, true}) {
        own.legacyAlgorithms = legacy;
        EXPECT_FALSE(statusAfter(own).legacy);
        EXPECT_TRUE(result) << qPrintable(result ? QString() : result.error().message);
    }
}

} // namespace
} // namespace colonnade::remote
