// SPDX-License-Identifier: GPL-3.0-or-later
#include "remotetest.h"

#include <QCryptographicHash>
#include <QFile>

namespace colonnade::remote {
namespace {

using base::ErrorCode;
using base::Result;

class HostKeyTest : public SshdTest
{
protected:
    void SetUp() override
    {
        SshdTest::SetUp();
        if (!IsSkipped() && !HasFatalFailure()) {
            own = settings();
            own.knownHostsFiles = QStringList{server.path(QStringLiteral("home/.ssh/known_hosts"))};
        }
    }

    QByteArray name() const
    {
        return '[' + server.address().toLatin1() + "]:" + QByteArray::number(server.port());
    }

    void writeKnownHosts(const QByteArray &text)
    {
        own.knownHostsFiles = QStringList{server.path(QStringLiteral("my_known_hosts"))};
        QFile file(own.knownHostsFiles.first());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    QByteArray knownHosts() const
    {
        QFile file(own.knownHostsFiles.first());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    Result<Output> connectOnce(const ConnectionSettings &how) const
    {
        SshConnection connection(how, interaction);
        const Result<Output> result = connection.run(command("echo in"));
        if (!result) {
            EXPECT_EQ(connection.status().phase, Phase::Refused);
            EXPECT_EQ(connection.status().error, result.error());
        }
        return result;
    }

    /// A key of the server's type that is not the server's.
    QByteArray anotherKey()
    {
        const QString path =
            server.addKey(QStringLiteral("another"), QStringLiteral("ed25519"), {}, false);
        QFile file(path + QStringLiteral(".pub"));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    ConnectionSettings own; ///< with a known_hosts file that does not exist yet
};

TEST_F(HostKeyTest, knownKeyIsNotAskedAbout)
{
    EXPECT_TRUE(connectOnce(settings()));
    EXPECT_TRUE(interaction->hostKeyQuestions().isEmpty());
}

TEST_F(HostKeyTest, unknownKeyAsksAndCancelWritesNothing)
{
    const Result<Output> result = connectOnce(own);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::HostKeyUnknown);
    EXPECT_FALSE(QFile::exists(own.knownHostsFiles.first()));

    ASSERT_EQ(interaction->hostKeyQuestions().size(), 1);
    const HostKeyQuestion question = interaction->hostKeyQuestions().first();
    EXPECT_EQ(question.host, server.address());
    EXPECT_EQ(question.port, server.port());
    EXPECT_EQ(question.keyType, QStringLiteral("ssh-ed25519"));
    QByteArray printed;
    ASSERT_TRUE(test::runProgram(
        QStringLiteral("ssh-keygen"),
        {QStringLiteral("-lf"), server.path(QStringLiteral("host_ed25519.pub"))}, {}, &printed));
    EXPECT_TRUE(printed.contains(question.fingerprint.toLatin1())) << printed.constData();
}

TEST_F(HostKeyTest, withoutAnybodyToAskItIsRefused)
{
    SshConnection connection(own, nullptr);
    const Result<Output> result = connection.run(command("true"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::HostKeyUnknown);
}

TEST_F(HostKeyTest, connectOnceWritesNothing)
{
    interaction->hostKeyAnswer = HostKeyAnswer::ConnectOnce;
    EXPECT_TRUE(connectOnce(own));
    EXPECT_FALSE(QFile::exists(own.knownHostsFiles.first()));
    EXPECT_TRUE(connectOnce(own));
    EXPECT_EQ(interaction->hostKeyQuestions().size(), 2);
}

TEST_F(HostKeyTest, acceptedKeyIsKnownAfterwardsAlsoToSsh)
{
    interaction->hostKeyAnswer = HostKeyAnswer::AcceptAndSave;
    ASSERT_TRUE(connectOnce(own));
    EXPECT_EQ(knownHosts(), name() + ' ' + server.hostKey() + '\n');
    EXPECT_TRUE(connectOnce(own));
    EXPECT_EQ(interaction->hostKeyQuestions().size(), 1);

    const auto option = [](const QString &text) -> QString { return QStringLiteral("-o") + text; };
    QByteArray output;
    EXPECT_TRUE(test::runProgram(
        QStringLiteral("ssh"),
        {QStringLiteral("-F"), QStringLiteral("none"), option(QStringLiteral("BatchMode=yes")),
         option(QStringLiteral("StrictHostKeyChecking=yes")),
         option(QStringLiteral("UserKnownHostsFile=") + own.knownHostsFiles.first()),
         QStringLiteral("-i"), server.clientKey(), QStringLiteral("-p"),
         QString::number(server.port()), own.user + QLatin1Char('@') + server.address(),
         QStringLiteral("true")},
        {}, &output))
        << output.constData();
}

TEST_F(HostKeyTest, hashedNamesAreKnown)
{
    writeKnownHosts(name() + ' ' + server.hostKey() + '\n');
    ASSERT_TRUE(
        test::runProgram(QStringLiteral("ssh-keygen"), {QStringLiteral("-H"), QStringLiteral("-f"),
                                                        own.knownHostsFiles.first()}));
    ASSERT_TRUE(knownHosts().startsWith("|1|"));
    EXPECT_TRUE(connectOnce(own));
    EXPECT_TRUE(interaction->hostKeyQuestions().isEmpty());
}

TEST_F(HostKeyTest, changedKeyRefusesWithFileAndLine)
{
    const QByteArray text = "# first\n" + name() + ' ' + anotherKey();
    writeKnownHosts(text);
    interaction->hostKeyAnswer = HostKeyAnswer::AcceptAndSave;
    const Result<Output> result = connectOnce(own);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::HostKeyChanged);
    EXPECT_TRUE(result.error().message.contains(own.knownHostsFiles.first() + QStringLiteral(":2")))
        << qPrintable(result.error().message);
    EXPECT_TRUE(interaction->hostKeyQuestions().isEmpty());
    EXPECT_EQ(knownHosts(), text);
}

TEST_F(HostKeyTest, keyOfAnotherTypeRefuses)
{
    writeKnownHosts(name() + " ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQC7\n");
    interaction->hostKeyAnswer = HostKeyAnswer::AcceptAndSave;
    const Result<Output> result = connectOnce(own);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::HostKeyOtherType);
    EXPECT_TRUE(interaction->hostKeyQuestions().isEmpty());
}

TEST_F(HostKeyTest, asksTheServerForTheTypeThatIsKnown)
{
    for (const char *type : {"ecdsa", "rsa"}) {
        test::Sshd several(
            {.hostKeyTypes = {QStringLiteral("ed25519"), QString::fromLatin1(type)}});
        ASSERT_TRUE(several.start()) << qPrintable(several.error());
        ConnectionSettings how = settingsFor(several);
        QFile file(several.path(QStringLiteral("one_type")));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write('[' + several.address().toLatin1() + "]:" + QByteArray::number(several.port())
                   + ' ' + several.hostKey(QString::fromLatin1(type)) + '\n');
        file.close();
        how.knownHostsFiles = QStringList{file.fileName()};
        const Result<Output> result = connectOnce(how);
        EXPECT_TRUE(result) << type << qPrintable(result ? QString() : result.error().message);
    }
}

TEST_F(HostKeyTest, revokedKeyRefuses)
{
    writeKnownHosts(name() + ' ' + server.hostKey() + "\n@revoked * " + server.hostKey() + '\n');
    const Result<Output> result = connectOnce(own);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::HostKeyChanged);
    EXPECT_TRUE(result.error().message.contains(QStringLiteral("revoked")));
}

TEST_F(HostKeyTest, aRefusalIsNotRepeatedButCanBeTriedAgain)
{
    SshConnection connection(own, interaction);
    ASSERT_FALSE(connection.run(command("true")));
    ASSERT_FALSE(connection.run(command("true")));
    EXPECT_EQ(interaction->hostKeyQuestions().size(), 1);

    StatusWatch watch(connection);
    interaction->hostKeyAnswer = HostKeyAnswer::AcceptAndSave;
    connection.connectNow();
    ASSERT_TRUE(watch.reached(Phase::WaitingForUser));
    ASSERT_TRUE(watch.reached(Phase::Connected));
    EXPECT_TRUE(connection.run(command("true")));
}

} // namespace
} // namespace colonnade::remote
