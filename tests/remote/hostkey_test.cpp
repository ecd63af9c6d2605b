// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostkeys.h"
#include "remote/hostkeywords.h"
#include "remote/knownhostsfile.h"
#include "remote/loginsteps.h"
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

    HostKey serverKey() const
    {
        const QList<QByteArray> both = server.hostKey().split(' ');
        return readHostKey(both[0], both[1]).value();
    }

    /// Whether ssh(1) gets in with our known_hosts file, with StrictHostKeyChecking=yes unless
    /// @p options say something else.
    bool sshConnects(const QStringList &options, QByteArray *output) const
    {
        return sshConnectsTo(server, options, output);
    }

    bool sshConnectsTo(const test::Sshd &sshd, QStringList options, QByteArray *output) const
    {
        options += {QStringLiteral("BatchMode=yes"), QStringLiteral("StrictHostKeyChecking=yes"),
                    QStringLiteral("UserKnownHostsFile=") + own.knownHostsFiles.first(),
                    QStringLiteral("GlobalKnownHostsFile=none"),
                    QStringLiteral("IdentityFile=") + sshd.clientKey()};
        QStringList words{QStringLiteral("-F"), QStringLiteral("none"), QStringLiteral("-p"),
                          QString::number(sshd.port())};
        for (const QString &option : std::as_const(options))
            words += {QStringLiteral("-o"), option};
        words += {own.user + QLatin1Char('@') + sshd.address(), QStringLiteral("true")};
        return test::runProgram(QStringLiteral("ssh"), words, {}, output);
    }

    /// A certificate of the server's key by a new authority, ca.
    static QString certificateFor(test::Sshd &sshd)
    {
        const QString authority =
            sshd.addKey(QStringLiteral("ca"), QStringLiteral("ed25519"), {}, false);
        EXPECT_TRUE(keygen({QStringLiteral("-s"), authority, QStringLiteral("-h"),
                            QStringLiteral("-I"), QStringLiteral("node"), QStringLiteral("-n"),
                            sshd.address(), sshd.path(QStringLiteral("host_ed25519.pub"))}));
        return sshd.path(QStringLiteral("host_ed25519-cert.pub"));
    }

    /// What the client said in its KEXINIT, from a log of level DEBUG2 or more.
    static QByteArray offeredHostKeys(const QByteArray &log)
    {
        const qsizetype peer = log.indexOf("peer client KEXINIT proposal");
        const qsizetype begin = log.indexOf("host key algorithms:", peer);
        EXPECT_GE(begin, 0);
        return log.mid(begin, log.indexOf('\n', begin) - begin);
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

    QByteArray output;
    EXPECT_TRUE(sshConnects({}, &output)) << output.constData();
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
    ASSERT_EQ(interaction->hostKeyAlarms().size(), 1);
    const HostKeyAlarm alarm = interaction->hostKeyAlarms().first();
    EXPECT_EQ(alarm.kind, HostKeyAlarm::Kind::Changed);
    EXPECT_EQ(alarm.node, own.node);
    EXPECT_EQ(alarm.keyType, QStringLiteral("ssh-ed25519"));
    EXPECT_EQ(alarm.oldKeyType, QStringLiteral("ssh-ed25519"));
    EXPECT_EQ(alarm.fingerprint, fingerprint(serverKey()));
    EXPECT_NE(alarm.oldFingerprint, alarm.fingerprint);
    EXPECT_EQ(alarm.file, own.knownHostsFiles.first());
    EXPECT_EQ(alarm.line, 2);
    for (const QString &part : {alarm.fingerprint, alarm.oldFingerprint})
        EXPECT_TRUE(result.error().message.contains(part)) << qPrintable(result.error().message);
}

TEST_F(HostKeyTest, afterTheOldKeysAreRemovedTheNewOneIsAskedAbout)
{
    writeKnownHosts("other " + words(rsaKey('o')) + '\n' + name() + ' ' + anotherKey() + name()
                    + ' ' + words(rsaKey('x')) + '\n');
    ASSERT_FALSE(connectOnce(own));
    const HostKeyAlarm alarm = interaction->hostKeyAlarms().first();
    ASSERT_EQ(alarm.onFile.size(), 2);
    EXPECT_EQ(alarm.onFile.first().line, alarm.line);
    ASSERT_TRUE(removeKnownHosts(alarm.onFile));
    interaction->hostKeyAnswer = HostKeyAnswer::AcceptAndSave;
    ASSERT_TRUE(connectOnce(own));
    EXPECT_EQ(interaction->hostKeyQuestions().size(), 1);
    EXPECT_EQ(knownHosts(),
              "other " + words(rsaKey('o')) + '\n' + name() + ' ' + server.hostKey() + '\n');
}

TEST_F(HostKeyTest, anAliasIsTheNameOnFileForUsAndForSsh)
{
    own.hostKeyAlias = QStringLiteral("Rack7");
    own.hashKnownHosts = true;
    interaction->hostKeyAnswer = HostKeyAnswer::AcceptAndSave;
    ASSERT_TRUE(connectOnce(own));
    EXPECT_TRUE(knownHosts().startsWith("|1|"));
    ASSERT_EQ(interaction->hostKeyQuestions().size(), 1);
    EXPECT_TRUE(interaction->hostKeyQuestions().first().remarks.first().contains(own.hostKeyAlias));
    EXPECT_TRUE(connectOnce(own));
    EXPECT_EQ(interaction->hostKeyQuestions().size(), 1);
    QByteArray output;
    EXPECT_TRUE(sshConnects({QStringLiteral("HostKeyAlias=rack7")}, &output)) << output.constData();
    EXPECT_TRUE(keygen({QStringLiteral("-F"), QStringLiteral("rack7"), QStringLiteral("-f"),
                        own.knownHostsFiles.first()}));
}

TEST_F(HostKeyTest, whatSshHasAcceptedIsKnown)
{
    for (const char *hash : {"HashKnownHosts=no", "HashKnownHosts=yes"}) {
        writeKnownHosts({});
        QByteArray output;
        ASSERT_TRUE(sshConnects(
            {QStringLiteral("StrictHostKeyChecking=accept-new"), QString::fromLatin1(hash)},
            &output))
            << output.constData();
        ASSERT_FALSE(knownHosts().isEmpty());
        EXPECT_TRUE(connectOnce(own));
    }
    EXPECT_TRUE(interaction->hostKeyQuestions().isEmpty());
}

TEST_F(HostKeyTest, strictCheckingRefusesANewKeyAndSaysWhere)
{
    own.refuseUnknownHostKeys = true;
    interaction->hostKeyAnswer = HostKeyAnswer::AcceptAndSave;
    const Result<Output> result = connectOnce(own);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::HostKeyUnknown);
    EXPECT_TRUE(result.error().message.contains(QStringLiteral("StrictHostKeyChecking yes")));
    EXPECT_TRUE(interaction->hostKeyQuestions().isEmpty());
    EXPECT_FALSE(QFile::exists(own.knownHostsFiles.first()));
}

TEST_F(HostKeyTest, theQuestionTellsOfAuthoritiesOtherNamesAndBrokenLines)
{
    writeKnownHosts("@cert-authority * " + words(rsaKey('c')) + "\nelsewhere " + server.hostKey()
                    + '\n' + name() + " ssh-ed25519 AAAA\n");
    ASSERT_FALSE(connectOnce(own));
    ASSERT_EQ(interaction->hostKeyQuestions().size(), 1);
    const HostKeyQuestion question = interaction->hostKeyQuestions().first();
    EXPECT_EQ(question.key, serverKey());
    const QStringList &remarks = question.remarks;
    ASSERT_EQ(remarks.size(), 3) << qPrintable(remarks.join(QLatin1Char('\n')));
    const QString file = own.knownHostsFiles.first();
    EXPECT_TRUE(remarks[0].contains(file + QStringLiteral(":1"))) << qPrintable(remarks[0]);
    EXPECT_TRUE(remarks[0].contains(QStringLiteral("cannot be checked"))) << qPrintable(remarks[0]);
    EXPECT_TRUE(remarks[1].contains(QStringLiteral("elsewhere"))) << qPrintable(remarks[1]);
    EXPECT_TRUE(remarks[2].contains(file + QStringLiteral(":3"))) << qPrintable(remarks[2]);
}

TEST_F(HostKeyTest, theQuestionTellsThatAnAuthorityIsRevoked)
{
    const QByteArray authority = words(rsaKey('c'));
    writeKnownHosts("@cert-authority * " + authority + "\n@revoked * " + authority + '\n');
    ASSERT_FALSE(connectOnce(own));
    const QStringList remarks = interaction->hostKeyQuestions().first().remarks;
    ASSERT_EQ(remarks.size(), 1);
    EXPECT_TRUE(remarks[0].contains(QStringLiteral("revoked in"))) << qPrintable(remarks[0]);
}

/// libssh offers no certificates of hosts; if it ever does, this is where it is noticed.
TEST_F(HostKeyTest, aServerWithACertificateShowsItsPlainKey)
{
    test::Sshd certified({.config = "LogLevel DEBUG3\nHostCertificate "
                                    + certificateFor(server).toLocal8Bit() + "\nHostKey "
                                    + server.path(QStringLiteral("host_ed25519")).toLocal8Bit()
                                    + '\n'});
    ASSERT_TRUE(certified.start()) << qPrintable(certified.error());
    own = settingsFor(certified);
    own.knownHostsFiles = QStringList{server.path(QStringLiteral("ca_known_hosts"))};
    QFile authority(server.path(QStringLiteral("ca.pub")));
    QFile file(own.knownHostsFiles.first());
    ASSERT_TRUE(authority.open(QIODevice::ReadOnly) && file.open(QIODevice::WriteOnly));
    file.write("@cert-authority * " + authority.readAll());
    file.close();
    ASSERT_FALSE(connectOnce(own));
    EXPECT_TRUE(offeredHostKeys(certified.log()).contains("ssh-ed25519"));
    EXPECT_FALSE(offeredHostKeys(certified.log()).contains("cert-v01"));
    ASSERT_EQ(interaction->hostKeyQuestions().size(), 1);
    EXPECT_EQ(interaction->hostKeyQuestions().first().keyType, QStringLiteral("ssh-ed25519"));
    EXPECT_EQ(interaction->hostKeyQuestions().first().remarks.size(), 1);
    QByteArray output; // ssh itself is content with the certificate
    EXPECT_TRUE(sshConnectsTo(certified, {}, &output)) << output.constData();
}

TEST_F(HostKeyTest, aJumpHostIsNamedInTheQuestion)
{
    ConnectionSettings jump = settings();
    jump.node = QStringLiteral("gate");
    own.jump = std::make_shared<const ConnectionSettings>(jump);
    const HostKey key = serverKey();
    const KnownHosts known = KnownHosts::read({}).value();
    const KnownHosts::Verdict verdict = known.judge(hostNameOf(own), key);
    EXPECT_EQ(HostKeyWords(own, key, known, verdict).question({}).jump, QStringLiteral("gate"));
}

TEST_F(HostKeyTest, aKeySavedMeanwhileIsNotSavedTwice)
{
    writeKnownHosts({});
    interaction->hostKeyAnswer = HostKeyAnswer::AcceptAndSave;
    interaction->whileAsking = [&] {
        EXPECT_TRUE(
            appendKnownHost(own.knownHostsFiles.first(), {own.host, own.port}, serverKey()));
    };
    EXPECT_TRUE(connectOnce(own));
    EXPECT_EQ(knownHosts(), name() + ' ' + server.hostKey() + '\n');
}

TEST_F(HostKeyTest, anotherKeySavedMeanwhileRefuses)
{
    writeKnownHosts({});
    interaction->hostKeyAnswer = HostKeyAnswer::AcceptAndSave;
    interaction->whileAsking = [&] {
        EXPECT_TRUE(
            appendKnownHost(own.knownHostsFiles.first(), {own.host, own.port}, ed25519Key('z')));
    };
    const Result<Output> result = connectOnce(own);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::HostKeyChanged);
}

TEST_F(HostKeyTest, aKeyThatCannotBeSavedIsNotConnectedTo)
{
    own.knownHostsFiles = QStringList{QStringLiteral("/dev/full")};
    interaction->hostKeyAnswer = HostKeyAnswer::AcceptAndSave;
    SshConnection connection(own, interaction);
    const Result<Output> result = connection.run(command("true"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::IoFailed);
}

TEST_F(HostKeyTest, keyOfAnotherTypeRefuses)
{
    writeKnownHosts(name() + ' ' + words(rsaKey('x')) + '\n');
    interaction->hostKeyAnswer = HostKeyAnswer::AcceptAndSave;
    const Result<Output> result = connectOnce(own);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::HostKeyOtherType);
    EXPECT_TRUE(interaction->hostKeyQuestions().isEmpty());
    ASSERT_EQ(interaction->hostKeyAlarms().size(), 1);
    const HostKeyAlarm alarm = interaction->hostKeyAlarms().first();
    EXPECT_EQ(alarm.kind, HostKeyAlarm::Kind::OtherType);
    EXPECT_EQ(alarm.oldKeyType, QStringLiteral("ssh-rsa"));
    EXPECT_EQ(alarm.oldFingerprint, fingerprint(rsaKey('x')));
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
    ASSERT_EQ(interaction->hostKeyAlarms().size(), 1);
    EXPECT_EQ(interaction->hostKeyAlarms().first().kind, HostKeyAlarm::Kind::Revoked);
    EXPECT_EQ(interaction->hostKeyAlarms().first().line, 2);
    EXPECT_TRUE(interaction->hostKeyAlarms().first().onFile.isEmpty());
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
