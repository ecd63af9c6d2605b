// SPDX-License-Identifier: GPL-3.0-or-later
#include "remotetest.h"
#include "support/temporaryuser.h"

#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

namespace colonnade::remote {
namespace {

using base::ErrorCode;
using base::Result;
using test::TemporaryUser;

class AuthenticationTest : public SshdTest
{
protected:
    Result<Output> logIn(const ConnectionSettings &own)
    {
        SshConnection connection(own, interaction);
        return connection.run(command("id -un"));
    }

    void expectRefused(const Result<Output> &result, const QString &reason)
    {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::AuthenticationFailed);
        EXPECT_TRUE(result.error().message.contains(reason)) << qPrintable(result.error().message);
    }

    /// A server for user(), who has a password; skips without the right to make one.
    void startWithUser(const QByteArray &methods)
    {
        if (::getuid() != 0)
            GTEST_SKIP() << "only root can make a user with a password";
        ASSERT_TRUE(user.create(server.folder())) << user.problem().constData();
        withUser = std::make_unique<test::Sshd>(test::Sshd::Options{.config = methods});
        ASSERT_TRUE(withUser->start()) << qPrintable(withUser->error());
        how = settingsFor(*withUser);
        how.user = user.name();
        how.identityFiles = QStringList{server.path(QStringLiteral("none"))};
    }

    TemporaryUser user;
    std::unique_ptr<test::Sshd> withUser;
    ConnectionSettings how;
};

TEST_F(AuthenticationTest, key)
{
    const Result<Output> result = logIn(settings());
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_EQ(result->out, test::Sshd::user().toLocal8Bit() + '\n');
    EXPECT_TRUE(interaction->secretQuestions().isEmpty());
}

TEST_F(AuthenticationTest, keysOfEveryType)
{
    for (const char *type : {"ecdsa", "rsa"}) {
        ConnectionSettings own = settings();
        own.identityFiles =
            QStringList{server.addKey(QString::fromLatin1(type), QString::fromLatin1(type))};
        const Result<Output> result = logIn(own);
        EXPECT_TRUE(result) << type << qPrintable(result ? QString() : result.error().message);
    }
}

TEST_F(AuthenticationTest, encryptedKeyWithTheRightPassphrase)
{
    for (const char *type : {"ed25519", "rsa", "ecdsa"}) {
        ConnectionSettings own = settings();
        const QString key = server.addKey(QStringLiteral("locked_") + QString::fromLatin1(type),
                                          QString::fromLatin1(type), QStringLiteral("open sesame"));
        own.identityFiles = QStringList{key};
        interaction->secrets = {"wrong", "open sesame"};
        const Result<Output> result = logIn(own);
        ASSERT_TRUE(result) << qPrintable(result.error().message);
        const SecretQuestion last = interaction->secretQuestions().last();
        EXPECT_EQ(last.kind, SecretQuestion::Kind::Passphrase);
        EXPECT_EQ(last.keyFile, key);
        EXPECT_EQ(last.attempt, 2);
        EXPECT_EQ(interaction->accepted().last().keyFile, key);
    }
    EXPECT_EQ(interaction->secretQuestions().size(), 6);
    EXPECT_EQ(interaction->refused().size(), 3);
}

TEST_F(AuthenticationTest, encryptedKeysOfTheOldFormat)
{
    for (const char *type : {"rsa", "ecdsa"}) {
        const QString key =
            server.addKey(QStringLiteral("pem_") + QLatin1String(type), QLatin1String(type));
        ASSERT_TRUE(test::runProgram(QStringLiteral("ssh-keygen"),
                                     {QStringLiteral("-q"), QStringLiteral("-p"),
                                      QStringLiteral("-m"), QStringLiteral("PEM"),
                                      QStringLiteral("-P"), QString(), QStringLiteral("-N"),
                                      QStringLiteral("open sesame"), QStringLiteral("-f"), key}));
        ConnectionSettings own = settings();
        own.identityFiles = QStringList{key};
        interaction->secrets = {"open sesame"};
        const Result<Output> result = logIn(own);
        EXPECT_TRUE(result) << type << qPrintable(result ? QString() : result.error().message);
        // Without its public half beside it, too.
        ASSERT_TRUE(QFile::remove(key + QStringLiteral(".pub")));
        interaction->secrets = {"open sesame"};
        EXPECT_TRUE(logIn(own)) << type;
    }
}

TEST_F(AuthenticationTest, encryptedKeyWithWrongPassphrases)
{
    ConnectionSettings own = settings();
    own.identityFiles = QStringList{server.addKey(
        QStringLiteral("locked"), QStringLiteral("ed25519"), QStringLiteral("open sesame"))};
    interaction->secrets = {"a", "b", "c", "open sesame"};
    expectRefused(logIn(own), QStringLiteral("passphrase of ") + own.identityFiles.first());
    EXPECT_EQ(interaction->secretQuestions().size(), 3);
    EXPECT_TRUE(interaction->accepted().isEmpty());
    EXPECT_EQ(interaction->refused().size(), 3) << "what was kept of it is worth nothing";
}

TEST_F(AuthenticationTest, declinedPassphrase)
{
    ConnectionSettings own = settings();
    own.identityFiles = QStringList{server.addKey(
        QStringLiteral("locked"), QStringLiteral("ed25519"), QStringLiteral("open sesame"))};
    expectRefused(logIn(own), QStringLiteral("no passphrase was given"));
    EXPECT_EQ(interaction->secretQuestions().size(), 1);
}

TEST_F(AuthenticationTest, nobodyIsAskedForAKeyThatIsNotWanted)
{
    ConnectionSettings own = settings();
    own.identityFiles =
        QStringList{server.addKey(QStringLiteral("locked"), QStringLiteral("ed25519"),
                                  QStringLiteral("open sesame"), false),
                    server.clientKey()};
    EXPECT_TRUE(logIn(own));
    EXPECT_TRUE(interaction->secretQuestions().isEmpty());
}

TEST_F(AuthenticationTest, passesOverKeyFilesThatDoNotServe)
{
    const QString missing = server.path(QStringLiteral("missing"));
    const QString rubbish = server.path(QStringLiteral("log"));
    const QString stranger =
        server.addKey(QStringLiteral("stranger"), QStringLiteral("ed25519"), {}, false);
    ConnectionSettings own = settings();
    own.identityFiles = QStringList{missing, rubbish, stranger, server.clientKey()};
    EXPECT_TRUE(logIn(own));

    own.identityFiles = QStringList{missing, rubbish, stranger};
    const Result<Output> result = logIn(own);
    expectRefused(result, missing + QStringLiteral(" does not exist"));
    expectRefused(result, rubbish + QStringLiteral(" is not a private key"));
    expectRefused(result, stranger + QStringLiteral(" was not accepted"));
    expectRefused(result, QStringLiteral("publickey"));
}

TEST_F(AuthenticationTest, password)
{
    ASSERT_NO_FATAL_FAILURE(startWithUser("UsePAM yes\nPasswordAuthentication yes\n"));
    if (IsSkipped())
        return;
    interaction->secrets = {"wrong", TemporaryUser::password()};
    const Result<Output> result = logIn(how);
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_EQ(result->out, user.name().toLocal8Bit() + '\n');
    ASSERT_EQ(interaction->secretQuestions().size(), 2);
    EXPECT_EQ(interaction->secretQuestions().first().kind, SecretQuestion::Kind::Password);
    ASSERT_EQ(interaction->accepted().size(), 1);
    EXPECT_EQ(interaction->accepted().first().attempt, 2);
    ASSERT_EQ(interaction->refused().size(), 1);
    EXPECT_EQ(interaction->refused().first().attempt, 1);

    interaction->secrets = {};
    expectRefused(logIn(how), QStringLiteral("no password was given"));
}

TEST_F(AuthenticationTest, keyboardInteractive)
{
    ASSERT_NO_FATAL_FAILURE(startWithUser("UsePAM yes\nKbdInteractiveAuthentication yes\n"));
    if (IsSkipped())
        return;
    interaction->secrets = {"wrong", TemporaryUser::password()};
    const Result<Output> result = logIn(how);
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_EQ(result->out, user.name().toLocal8Bit() + '\n');
    // PAM's only question is for the login password, so one that is kept serves here too.
    ASSERT_EQ(interaction->secretQuestions().size(), 2);
    const SecretQuestion question = interaction->secretQuestions().last();
    EXPECT_EQ(question.kind, SecretQuestion::Kind::Password);
    EXPECT_EQ(question.attempt, 2);
    EXPECT_TRUE(interaction->keyboardQuestions().isEmpty());
    EXPECT_EQ(interaction->refused().size(), 1);
    EXPECT_EQ(interaction->accepted().size(), 1);

    interaction->secrets = {};
    expectRefused(logIn(how), QStringLiteral("questions were not answered"));
}

TEST_F(AuthenticationTest, keyAndPasswordOneAfterTheOther)
{
    ASSERT_NO_FATAL_FAILURE(startWithUser("UsePAM yes\nPasswordAuthentication yes\n"
                                          "AuthenticationMethods publickey,password\n"));
    if (IsSkipped())
        return;
    how.identityFiles = QStringList{withUser->clientKey()};
    // sshd reads authorized_keys as the user.
    ASSERT_TRUE(test::runProgram(QStringLiteral("chmod"),
                                 {QStringLiteral("a+rx"), withUser->folder(),
                                  withUser->path(QStringLiteral("authorized_keys"))}));
    interaction->secrets = {TemporaryUser::password()};
    const Result<Output> result = logIn(how);
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_EQ(interaction->secretQuestions().size(), 1);

    interaction->secrets = {};
    how.identityFiles = QStringList{server.path(QStringLiteral("none"))};
    expectRefused(logIn(how), QStringLiteral("does not exist"));
}

/// A server that trusts an authority, and keys that it has certified.
class CertificateTest : public AuthenticationTest
{
protected:
    void SetUp() override
    {
        AuthenticationTest::SetUp();
        if (IsSkipped() || HasFatalFailure())
            return;
        authority = server.addKey(QStringLiteral("ca"), QStringLiteral("ed25519"), {}, false);
        trusting = std::make_unique<test::Sshd>(test::Sshd::Options{
            .config = "TrustedUserCAKeys " + authority.toLocal8Bit() + ".pub\n"});
        ASSERT_TRUE(trusting->start()) << qPrintable(trusting->error());
        how = settingsFor(*trusting);
    }

    /// Certifies a new key; its path.
    QString certified(const QString &type, const QStringList &options = {},
                      const QString &passphrase = {}, test::Sshd *keeper = nullptr)
    {
        test::Sshd &home = keeper ? *keeper : server;
        const QString key =
            home.addKey(QStringLiteral("certified_") + type, type, passphrase, keeper != nullptr);
        EXPECT_TRUE(sign(authority, key, options));
        return key;
    }

    static bool sign(const QString &authority, const QString &key, const QStringList &options)
    {
        return test::runProgram(QStringLiteral("ssh-keygen"),
                                QStringList{QStringLiteral("-q"), QStringLiteral("-s"), authority,
                                            QStringLiteral("-I"), QStringLiteral("test"),
                                            QStringLiteral("-n"), test::Sshd::user()}
                                    + options + QStringList{key + QStringLiteral(".pub")});
    }

    /// What is told of a login that works.
    QString loginWith(const QStringList &files)
    {
        how.identityFiles = files;
        SshConnection connection(how, interaction);
        const Result<Output> result = connection.run(command("id -un"));
        EXPECT_TRUE(result) << qPrintable(result ? QString() : result.error().message);
        return result ? connection.status().stages.last().detail : QString();
    }

    QString authority;
    std::unique_ptr<test::Sshd> trusting;
};

TEST_F(CertificateTest, besideTheKey)
{
    for (const char *type : {"ed25519", "ecdsa", "rsa"}) {
        const QString key = certified(QLatin1String(type));
        EXPECT_EQ(loginWith({key}), QStringLiteral("publickey (%1-cert.pub)").arg(key));
    }
}

TEST_F(CertificateTest, ofTheSettings)
{
    const QString key = certified(QStringLiteral("ed25519"));
    const QString other = server.path(QStringLiteral("elsewhere.pub"));
    ASSERT_TRUE(QFile::rename(key + QStringLiteral("-cert.pub"), other));
    how.certificateFiles = QStringList{server.path(QStringLiteral("none")), other};
    EXPECT_EQ(loginWith({key}), QStringLiteral("publickey (%1)").arg(other));
}

TEST_F(CertificateTest, ofAnEncryptedKey)
{
    const QString key = certified(QStringLiteral("ed25519"), {}, QStringLiteral("open sesame"));
    interaction->secrets = {"open sesame"};
    EXPECT_EQ(loginWith({key}), QStringLiteral("publickey (%1-cert.pub)").arg(key));
    EXPECT_EQ(interaction->secretQuestions().size(), 1);
}

TEST_F(CertificateTest, anExpiredOneGivesWayToThePlainKey)
{
    const QString key =
        certified(QStringLiteral("ed25519"), {QStringLiteral("-V"), QStringLiteral("-2d:-1d")}, {},
                  trusting.get());
    EXPECT_EQ(loginWith({key}), QStringLiteral("publickey (%1)").arg(key));

    const QString alone =
        certified(QStringLiteral("ecdsa"), {QStringLiteral("-V"), QStringLiteral("-2d:-1d")});
    how.identityFiles = QStringList{alone};
    expectRefused(logIn(how), QStringLiteral("-cert.pub has expired on"));
}

TEST_F(CertificateTest, aForeignOneGivesWayToThePlainKey)
{
    const QString key = certified(QStringLiteral("ed25519"), {}, {}, trusting.get());
    const QString stranger =
        server.addKey(QStringLiteral("other_ca"), QStringLiteral("ed25519"), {}, false);
    ASSERT_TRUE(sign(stranger, key, {}));
    EXPECT_EQ(loginWith({key}), QStringLiteral("publickey (%1)").arg(key));
}

TEST_F(CertificateTest, oneOfAnotherKeyIsNotUsed)
{
    const QString key = certified(QStringLiteral("ed25519"));
    const QString other = trusting->addKey(QStringLiteral("other"), QStringLiteral("ed25519"));
    ASSERT_TRUE(
        QFile::copy(key + QStringLiteral("-cert.pub"), other + QStringLiteral("-cert.pub")));
    EXPECT_EQ(loginWith({other}), QStringLiteral("publickey (%1)").arg(other));
}

TEST_F(AuthenticationTest, aKeyFileThatIsOpenToOthersIsNotUsed)
{
    ASSERT_EQ(::chmod(server.clientKey().toLocal8Bit().constData(), 0644), 0);
    const Result<Output> result = logIn(settings());
    expectRefused(result, server.clientKey() + QStringLiteral(" is open to others (mode 0644)"));
    EXPECT_TRUE(result.error().remedy.contains(QStringLiteral("chmod 600 ")));
    // As ssh(1) does.
    QByteArray output;
    EXPECT_FALSE(test::runProgram(
        QStringLiteral("ssh"),
        {QStringLiteral("-F"), QStringLiteral("none"), QStringLiteral("-i"), server.clientKey(),
         QStringLiteral("-o"), QStringLiteral("BatchMode=yes"), QStringLiteral("-o"),
         QStringLiteral("IdentityAgent=none"), QStringLiteral("-o"),
         QStringLiteral("UserKnownHostsFile=") + server.knownHosts(), QStringLiteral("-p"),
         QString::number(server.port()), server.address(), QStringLiteral("true")},
        {}, &output));
    EXPECT_TRUE(output.contains("are too open")) << output.constData();
}

TEST_F(AuthenticationTest, theMethodsAreTriedInTheirOrder)
{
    ASSERT_NO_FATAL_FAILURE(startWithUser("UsePAM yes\nPasswordAuthentication yes\n"));
    if (IsSkipped())
        return;
    how.identityFiles = QStringList{withUser->clientKey()};
    ASSERT_TRUE(test::runProgram(QStringLiteral("chmod"),
                                 {QStringLiteral("a+rx"), withUser->folder(),
                                  withUser->path(QStringLiteral("authorized_keys"))}));
    how.methods = {LoginMethod::Password, LoginMethod::KeyFile};
    interaction->secrets = {TemporaryUser::password()};
    EXPECT_TRUE(logIn(how));
    EXPECT_EQ(interaction->secretQuestions().size(), 1);
    how.methods = {LoginMethod::KeyFile, LoginMethod::Password};
    EXPECT_TRUE(logIn(how));
    EXPECT_EQ(interaction->secretQuestions().size(), 1);
    how.methods = {LoginMethod::Password};
    expectRefused(logIn(how), QStringLiteral("It accepts: publickey, password"));
}

TEST_F(AuthenticationTest, anExpiredAccountIsSaidInTheServersWords)
{
    ASSERT_NO_FATAL_FAILURE(startWithUser("UsePAM yes\nPasswordAuthentication yes\n"));
    if (IsSkipped())
        return;
    ASSERT_TRUE(test::runProgram(QStringLiteral("/usr/sbin/usermod"),
                                 {QStringLiteral("-e"), QStringLiteral("1"), user.name()}));
    interaction->secrets = {TemporaryUser::password(), TemporaryUser::password(),
                            TemporaryUser::password()};
    const Result<Output> result = logIn(how);
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().message.contains(QStringLiteral("account has expired")))
        << qPrintable(result.error().message);
}

} // namespace
} // namespace colonnade::remote
