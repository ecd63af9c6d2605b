// SPDX-License-Identifier: GPL-3.0-or-later
#include "waytest.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <atomic>
#include <thread>

namespace colonnade::remote {
namespace {

using base::ErrorCode;
using base::Result;
using test::SudoUser;
using namespace std::chrono_literals;

constexpr char WithPassword[] = "USER ALL=(root) ALL\nDefaults:USER timestamp_timeout=0\n";
constexpr char WithoutPassword[] = "USER ALL=(root) NOPASSWD: ALL\n";

QByteArray md5(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex();
}

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator random(4711);
    std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<char>(random()); });
    return bytes;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class SudoTest : public SshdTest
{
protected:
    void SetUp() override
    {
        if (!SudoUser::unavailable().isEmpty())
            GTEST_SKIP() << qPrintable(SudoUser::unavailable());
        SshdTest::SetUp();
        if (IsSkipped() || HasFatalFailure())
            return;
        ASSERT_TRUE(user.create(server)) << user.problem().constData();
    }

    void allow(const QByteArray &sudoers)
    {
        ASSERT_TRUE(user.allow(sudoers)) << user.problem().constData();
    }

    ConnectionSettings settings(BecomeRoot how) const { return settingsFor(server, how); }

    ConnectionSettings settingsFor(const test::Sshd &sshd, BecomeRoot how) const
    {
        EXPECT_TRUE(user.admitTo(sshd));
        ConnectionSettings result = SshdTest::settingsFor(sshd);
        result.user = user.name();
        result.becomeRoot = how;
        return result;
    }

    Result<Output> whoAmI(const ConnectionSettings &how)
    {
        SshConnection connection(how, interaction);
        return connection.run(command("id -u"));
    }

    void expectRoot(const Result<Output> &result)
    {
        ASSERT_TRUE(result) << qPrintable(result.error().message);
        EXPECT_EQ(*result, (Output{"0\n", "", 0}));
    }

    void expectDenied(const Result<Output> &result, const QString &reason, const QString &remedy)
    {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::RootDenied) << qPrintable(result.error().message);
        EXPECT_TRUE(result.error().message.contains(reason)) << qPrintable(result.error().message);
        EXPECT_TRUE(result.error().remedy.contains(remedy)) << qPrintable(result.error().remedy);
    }

    /// A server whose sudo is @p script. It stands where simulated nodes have theirs.
    std::unique_ptr<test::Sshd> serverWithSudo(const QByteArray &script)
    {
        const QString bin = server.path(QStringLiteral("fake/usr/bin"));
        QDir().mkpath(bin);
        QFile file(bin + QStringLiteral("/sudo"));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        // A -k of its own is not what the tests are about.
        file.write("#!/bin/sh\n[ \"$1\" = -k ] && exit 0\nword=${3%% *}\n" + script);
        file.close();
        test::runProgram(QStringLiteral("chmod"), {QStringLiteral("-R"), QStringLiteral("a+rx"),
                                                   server.path(QStringLiteral("fake"))});
        auto result = std::make_unique<test::Sshd>(test::Sshd::Options{
            .config = "SetEnv COLONNADE_ROOT=" + server.folder().toLocal8Bit() + "/fake\n"});
        EXPECT_TRUE(result->start()) << qPrintable(result->error());
        return result;
    }

    SudoUser user;
};

TEST_F(SudoTest, withoutAPassword)
{
    allow(WithoutPassword);
    expectRoot(whoAmI(settings(BecomeRoot::Sudo)));
    EXPECT_TRUE(interaction->secretQuestions().isEmpty());
}

TEST_F(SudoTest, withAPassword)
{
    allow(WithPassword);
    interaction->secrets = {SudoUser::password()};
    ConnectionSettings how = settings(BecomeRoot::SudoWithPassword);
    how.secretsId = QStringLiteral("profile 7");
    SshConnection connection(how, interaction);
    StatusWatch watch(connection);
    for (int i = 0; i < 3; ++i) {
        expectRoot(connection.run(command("id -u")));
        expectRoot(connection.query(command("id -u")));
    }
    ASSERT_EQ(interaction->secretQuestions().size(), 1) << "it is asked for once a session";
    const SecretQuestion question = interaction->secretQuestions().first();
    EXPECT_EQ(question.kind, SecretQuestion::Kind::SudoPassword);
    EXPECT_EQ(question.user, user.name());
    EXPECT_EQ(question.secretsId, how.secretsId);
    EXPECT_EQ(question.attempt, 1);
    ASSERT_EQ(interaction->accepted().size(), 1);
    EXPECT_EQ(interaction->accepted().first().kind, SecretQuestion::Kind::SudoPassword);
    EXPECT_TRUE(interaction->refused().isEmpty());
    EXPECT_TRUE(watch.reached(Phase::WaitingForUser));
}

TEST_F(SudoTest, asRoot)
{
    for (const BecomeRoot how : {BecomeRoot::Sudo, BecomeRoot::SudoWithPassword}) {
        ConnectionSettings own = settings(how);
        own.user = test::Sshd::user();
        expectRoot(whoAmI(own));
    }
    EXPECT_TRUE(interaction->secretQuestions().isEmpty());
}

TEST_F(SudoTest, aWrongPasswordIsAskedForAgain)
{
    for (const QByteArray tries : {"3", "1"}) {
        allow(WithPassword + ("Defaults:USER passwd_tries=" + tries + '\n'));
        interaction->secrets = {"wrong", SudoUser::password()};
        expectRoot(whoAmI(settings(BecomeRoot::SudoWithPassword)));
    }
    const QList<SecretQuestion> questions = interaction->secretQuestions();
    ASSERT_EQ(questions.size(), 4);
    EXPECT_EQ(questions[1].attempt, 2);
    EXPECT_EQ(questions[3].attempt, 2);
    ASSERT_EQ(interaction->refused().size(), 2);
    EXPECT_EQ(interaction->refused().first().attempt, 1);
    ASSERT_EQ(interaction->accepted().size(), 2);
    EXPECT_EQ(interaction->accepted().first().attempt, 2);
}

TEST_F(SudoTest, threeWrongPasswordsAreARefusal)
{
    for (const QByteArray tries : {"1", "3", "5"}) {
        allow(WithPassword + ("Defaults:USER passwd_tries=" + tries + '\n'));
        interaction->secrets = {"a", "b", "c", SudoUser::password()};
        SshConnection connection(settings(BecomeRoot::SudoWithPassword), interaction);
        expectDenied(connection.run(command("id -u")), QStringLiteral("password is wrong"),
                     user.name());
        EXPECT_EQ(interaction->secrets.size(), 1);
        EXPECT_EQ(connection.status().phase, Phase::Refused);
    }
    EXPECT_TRUE(interaction->accepted().isEmpty());
    EXPECT_EQ(interaction->refused().size(), 9);
}

TEST_F(SudoTest, aDeclinedPasswordIsARefusal)
{
    allow(WithPassword);
    expectDenied(whoAmI(settings(BecomeRoot::SudoWithPassword)), QStringLiteral("none was given"),
                 QStringLiteral("password"));
    for (const QByteArray &unusable : {QByteArray(SudoUser::password() + "\nrm -rf"),
                                       QByteArray("a\rb"), QByteArray("a\0b", 3), QByteArray()}) {
        interaction->secrets = {unusable};
        expectDenied(whoAmI(settings(BecomeRoot::SudoWithPassword)),
                     QStringLiteral("one line of text"), QStringLiteral("password"));
    }
    const auto nobody = std::shared_ptr<Interaction>();
    SshConnection alone(settings(BecomeRoot::SudoWithPassword), nobody);
    expectDenied(alone.run(command("id -u")), QStringLiteral("none was given"), {});
}

TEST_F(SudoTest, aPasswordThatIsWantedUnexpectedlyIsToldApart)
{
    allow(WithPassword);
    expectDenied(whoAmI(settings(BecomeRoot::Sudo)), QStringLiteral("asks for a password"),
                 user.name() + QStringLiteral(" ALL=(root) NOPASSWD: ALL"));
    EXPECT_TRUE(interaction->secretQuestions().isEmpty());
}

TEST_F(SudoTest, notAllowedIsToldApart)
{
    for (const QByteArray sudoers : {"", "USER ALL=(root) /bin/ls\n"}) {
        allow(sudoers + "Defaults:USER timestamp_timeout=0\n");
        interaction->secrets = {SudoUser::password()};
        expectDenied(whoAmI(settings(BecomeRoot::SudoWithPassword)),
                     QStringLiteral("does not allow it to ") + user.name(),
                     user.name() + QStringLiteral(" ALL=(root) ALL"));
    }
    EXPECT_TRUE(interaction->accepted().isEmpty());
}

TEST_F(SudoTest, anotherUserThanRootIsNotEnough)
{
    allow("USER ALL=(ALL) NOPASSWD: ALL\nDefaults:USER runas_default=nobody\n");
    expectDenied(whoAmI(settings(BecomeRoot::Sudo)), QStringLiteral("runas_default"),
                 QStringLiteral("id"));
}

TEST_F(SudoTest, anExpiredAccountIsToldApart)
{
    allow(WithPassword);
    for (const QStringList &how : {QStringList{QStringLiteral("-E"), QStringLiteral("100")},
                                   QStringList{QStringLiteral("-E"), QStringLiteral("-1"),
                                               QStringLiteral("-d"), QStringLiteral("0")}}) {
        ASSERT_TRUE(test::runProgram(QStringLiteral("chage"), how + QStringList{user.name()}));
        // sshd would refuse the login, too, but for PAM's, which is off.
        interaction->secrets = {SudoUser::password()};
        SshConnection connection(settings(BecomeRoot::SudoWithPassword), interaction);
        const Result<Output> result = connection.run(command("id -u"));
        ASSERT_FALSE(result);
        if (result.error().code == ErrorCode::RootDenied)
            expectDenied(result, QStringLiteral("expired"), QStringLiteral("new password"));
        else
            EXPECT_EQ(result.error().code, ErrorCode::AuthenticationFailed);
    }
}

TEST_F(SudoTest, aTerminalIsUsedWhereSudoDemandsOne)
{
    allow(WithoutPassword + QByteArray("Defaults:USER requiretty\n"));
    SshConnection connection(settings(BecomeRoot::Sudo), interaction);
    expectRoot(connection.run(command("id -u")));
    expectRoot(connection.query(command("id -u")));
    const Result<Output> tty = connection.run(command("tty; test -t 0 -o -t 1 -o -t 2; echo $?"));
    ASSERT_TRUE(tty);
    EXPECT_EQ(tty->out, "not a tty\n1\n") << "no program is to believe that it talks to a person";
}

TEST_F(SudoTest, aTerminalThatTheServerRefusesIsTold)
{
    allow(WithoutPassword + QByteArray("Defaults:USER requiretty\n"));
    test::Sshd without({.config = "PermitTTY no\n"});
    ASSERT_TRUE(without.start()) << qPrintable(without.error());
    expectDenied(whoAmI(settingsFor(without, BecomeRoot::Sudo)), QStringLiteral("requiretty"),
                 QStringLiteral("!requiretty"));
}

TEST_F(SudoTest, withAndWithoutATerminalOfItsOwn)
{
    for (const QByteArray defaults :
         {"use_pty", "!use_pty", "use_pty,requiretty", "!use_pty,requiretty",
          "pwfeedback,requiretty", "insults", "lecture=always"}) {
        allow(WithPassword + ("Defaults:USER " + defaults + '\n'));
        interaction->secrets = {"wrong", SudoUser::password()};
        SshConnection connection(settings(BecomeRoot::SudoWithPassword), interaction);
        const Result<Output> result = connection.run(command("id -u; echo e >&2; exit 3"));
        ASSERT_TRUE(result) << defaults.constData() << qPrintable(result.error().message);
        EXPECT_EQ(*result, (Output{"0\n", "e\n", 3})) << defaults.constData();
        expectRoot(connection.query(command("id -u")));
    }
}

class SudoWayTest : public WayTest
{
};

TEST_P(SudoWayTest, inputIsTheScriptsToTheByte)
{
    SshConnection connection(settings(), interaction);
    for (const QByteArray &input :
         {QByteArray(), QByteArray("\n"),
          QByteArray("\0\n\0\r\n\x03\x04\x11\x13\x1a\x1c\x7f\xff", 13),
          QByteArray(SudoUser::password() + '\n'), randomBytes(5'000'000)}) {
        Command hash = command("md5sum | cut -d' ' -f1; echo done >&2; exit 4");
        hash.input = input;
        const Result<Output> result = connection.run(hash);
        ASSERT_TRUE(result) << qPrintable(result.error().message);
        EXPECT_EQ(*result, (Output{md5(input) + '\n', "done\n", 4})) << input.size();
    }
}

TEST_P(SudoWayTest, outputIsTheScriptsToTheByte)
{
    const QByteArray bytes = randomBytes(3'000'000);
    QFile file(server.path(QStringLiteral("bytes")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    SshConnection connection(settings(), interaction);
    const Command both =
        command("cd " + server.folder().toLocal8Bit() + "; head -c 3000 bytes >&2; cat bytes");
    for (const bool query : {false, true}) {
        const Result<Output> result = query ? connection.query(both) : connection.run(both);
        ASSERT_TRUE(result) << qPrintable(result.error().message);
        EXPECT_EQ(md5(result->out), md5(bytes));
        EXPECT_EQ(md5(result->err), md5(bytes.first(3000)));
    }
}

TEST_P(SudoWayTest, whatSaysHowItWasStartedIsOutputLikeAnyOther)
{
    // The words that the way to root is marked with stand in these, and must not be taken for
    // marks.
    SshConnection connection(settings(), interaction);
    const Command script = command("printf '%s' \"$SUDO_COMMAND\" >&2; printf '%s' "
                                   "\"$SUDO_COMMAND\"; exit 3");
    const Command list = command("cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '; echo end");
    for (const bool query : {false, true}) {
        const Result<Output> result = query ? connection.query(script) : connection.run(script);
        ASSERT_TRUE(result) << qPrintable(result.error().message);
        EXPECT_EQ(result->exitStatus, 3);
        EXPECT_EQ(result->out, result->err);
        const Result<Output> all = query ? connection.query(list) : connection.run(list);
        ASSERT_TRUE(all) << qPrintable(all.error().message);
        EXPECT_EQ(all->exitStatus, 0);
        EXPECT_TRUE(all->out.endsWith("end\n"));
        EXPECT_EQ(all->err, "");
    }
}

TEST_P(SudoWayTest, inputThatNobodyReadsHoldsNothingUp)
{
    SshConnection connection(settings(), interaction);
    Command deaf = command("exit 5");
    deaf.input = QByteArray(3'000'000, 'x');
    const Result<Output> result = connection.run(deaf);
    ASSERT_TRUE(result) << qPrintable(result.error().message);
    EXPECT_EQ(*result, (Output{"", "", 5}));
}

TEST_P(SudoWayTest, eightAtOnce)
{
    SshConnection connection(settings(), interaction);
    std::atomic<int> good = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&, i] {
                Command cat = command("cat; echo " + QByteArray::number(i) + " >&2; id -u");
                cat.input = QByteArray(100'000, static_cast<char>('a' + i));
                const Result<Output> result = connection.run(cat);
                if (result && *result == Output{cat.input + "0\n", QByteArray::number(i) + '\n', 0})
                    ++good;
            });
        }
    }
    EXPECT_EQ(good, 8);
}

/// Whether a process has this word in its command line.
bool isThere(const QByteArray &word)
{
    for (const QString &pid : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        if (pid[0].isDigit()
            && contents(QStringLiteral("/proc/%1/cmdline").arg(pid)).contains(word))
            return true;
    }
    return false;
}

TEST_P(SudoWayTest, aHungQueryIsEndedOnTheNode)
{
    SshConnection connection(settings(), interaction);
    ASSERT_TRUE(connection.query(command("true")));
    const QByteArray number = QByteArray::number(100'000 + ::getpid());
    const QByteArray seconds = number + ".5";
    const Result<Output> result =
        connection.query(command("sleep " + seconds + " & sleep " + seconds + "; true", 300ms));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::TimedOut);
    // The way that it goes is a command of ours, so a command that waits for it waits long enough.
    const Result<Output> gone = connection.run(
        command("n=0; while grep -q " + number
                + "[.]5 /proc/[0-9]*/cmdline 2>/dev/null && [ $n -lt 300 ]; do sleep 0.1;"
                  " n=$((n + 1)); done; echo over"));
    ASSERT_TRUE(gone) << qPrintable(gone.error().message);
    EXPECT_FALSE(isThere(QByteArrayLiteral("sleep\0") + seconds));
    EXPECT_TRUE(connection.query(command("true")));
    EXPECT_EQ(server.connectionCount(), 1);
}

INSTANTIATE_TEST_SUITE_P(, SudoWayTest, allWays(), nameOfWay);

TEST_F(SudoTest, thePasswordIsNowhereToBeSeen)
{
    for (const QByteArray more : {"", "Defaults:USER requiretty\n"}) {
        allow(WithPassword + more);
        interaction->secrets = {SudoUser::password()};
        std::mutex mutex;
        QList<ActivityRecord> records;
        SshConnection connection(settings(BecomeRoot::SudoWithPassword), interaction,
                                 [&](const ActivityRecord &record) {
                                     const std::lock_guard lock(mutex);
                                     records.append(record);
                                 });
        // Its own environment, and the command line and environment of everybody else on this
        // machine.
        const Command search = command("env; for p in /proc/[0-9]*; do tr '\\0' '\\n' <$p/cmdline;"
                                       " tr '\\0' '\\n' <$p/environ; done 2>/dev/null"
                                       " | grep -a -c 'right[ ]horse'; cat");
        for (const bool query : {false, true}) {
            const Result<Output> result = query ? connection.query(search) : connection.run(search);
            ASSERT_TRUE(result) << qPrintable(result.error().message);
            EXPECT_TRUE(result->out.endsWith("\n0\n")) << result->out.constData();
            EXPECT_FALSE(result->out.contains(SudoUser::password()));
            EXPECT_EQ(result->err, "");
        }
        EXPECT_FALSE(server.log().contains(SudoUser::password()));
        for (const ActivityRecord &record : records)
            EXPECT_FALSE(QByteArray(record.script + record.outputHead + record.problem.toUtf8())
                             .contains(SudoUser::password()));
    }
}

TEST_F(SudoTest, aPasswordThatNobodyAsksForReachesNobody)
{
    // The password is known from the login; then sudo stops asking for it.
    allow(WithPassword);
    interaction->secrets = {SudoUser::password()};
    SshConnection connection(settings(BecomeRoot::SudoWithPassword), interaction);
    ASSERT_TRUE(connection.run(command("true")));
    allow(WithoutPassword);
    for (const QByteArray &input : {QByteArray(), QByteArray("one\ntwo"), randomBytes(5'000'000)}) {
        Command hash = command("md5sum | cut -d' ' -f1");
        hash.input = input;
        const Result<Output> result = connection.run(hash);
        ASSERT_TRUE(result) << qPrintable(result.error().message);
        EXPECT_EQ(*result, (Output{md5(input) + '\n', "", 0}));
    }
    const Result<Output> query = connection.query(command("cat"));
    ASSERT_TRUE(query) << qPrintable(query.error().message);
    EXPECT_EQ(query->out, "");
}

TEST_F(SudoTest, aPasswordThatIsWrongMeanwhileIsTriedOnce)
{
    allow(WithPassword);
    interaction->secrets = {SudoUser::password()};
    SshConnection connection(settings(BecomeRoot::SudoWithPassword), interaction);
    StatusWatch watch(connection);
    ASSERT_TRUE(connection.run(command("true")));
    std::atomic<bool> goesOn = false;
    std::jthread longOne([&] {
        const Result<Output> result = connection.run(
            command("echo begun; until [ -e " + server.path(QStringLiteral("end")).toLocal8Bit()
                    + " ]; do sleep 0.1; done; exit 6"),
            [&](Stream, const QByteArray &) {
                goesOn = true;
                goesOn.notify_all();
            });
        EXPECT_TRUE(result && result->exitStatus == 6) << "it is not sudo's denial that ends it";
    });
    goesOn.wait(false);
    ASSERT_TRUE(user.setPassword("another horse"));
    for (int i = 0; i < 3; ++i)
        expectDenied(connection.run(command("id -u")), QStringLiteral("password is wrong"),
                     QStringLiteral("Connect again"));
    EXPECT_EQ(connection.status().phase, Phase::Connected);
    QFile end(server.path(QStringLiteral("end")));
    ASSERT_TRUE(end.open(QIODevice::WriteOnly));
    longOne.join();
    ASSERT_TRUE(watch.reached(Phase::Refused));
    EXPECT_EQ(connection.status().error->code, ErrorCode::RootDenied);

    interaction->secrets = {"another horse"};
    connection.connectNow();
    ASSERT_TRUE(watch.reached(Phase::Connected, 2));
    expectRoot(connection.run(command("id -u")));
}

TEST_F(SudoTest, aSudoThatAsksTwiceGetsOneAnswer)
{
    const auto sshd = serverWithSudo("echo \"$word P 0\" >&2; echo \"$word P 0\" >&2\n"
                                     "exec cat >"
                                     + server.folder().toLocal8Bit() + "/caught\n");
    interaction->secrets = {"first", "second", "third"};
    expectDenied(whoAmI(settingsFor(*sshd, BecomeRoot::SudoWithPassword)),
                 QStringLiteral("more than a password"), QStringLiteral("NOPASSWD"));
    EXPECT_GE(interaction->secrets.size(), 2);
}

TEST_F(SudoTest, anAnswerThatCameTooLateIsGivenOnceMore)
{
    const QByteArray folder = server.folder().toLocal8Bit();
    const auto sshd = serverWithSudo("echo \"$word P 0\" >&2; IFS= read -r answer\n"
                                     "if [ ! -e "
                                     + folder
                                     + "/first ]; then\n"
                                       "  : >"
                                     + folder
                                     + "/first\n"
                                       "  echo 'sudo: timed out reading password' >&2; exit 1\n"
                                       "fi\n"
                                       "printf '%s' \"$answer\" >"
                                     + folder
                                     + "/answer\n"
                                       "shift 4; exec \"$@\"\n");
    ConnectionSettings how = settingsFor(*sshd, BecomeRoot::SudoWithPassword);
    how.user = test::Sshd::user();
    SshConnection connection(how, interaction);
    interaction->secrets = {SudoUser::password(), "another"};
    expectRoot(connection.run(command("id -u")));
    EXPECT_EQ(contents(server.path(QStringLiteral("answer"))), SudoUser::password());
    EXPECT_EQ(interaction->secretQuestions().size(), 1);
    EXPECT_EQ(interaction->accepted().size(), 1);
    EXPECT_TRUE(interaction->refused().isEmpty());
}

TEST_F(SudoTest, aSudoThatAsksForEverGetsThreeAnswers)
{
    const auto sshd = serverWithSudo(
        "while :; do echo \"$word P 0\" >&2; read -r answer || exit 1; echo no >&2; done\n");
    interaction->secrets = {"a", "b", "c", "d"};
    expectDenied(whoAmI(settingsFor(*sshd, BecomeRoot::SudoWithPassword)),
                 QStringLiteral("password is wrong"), {});
    EXPECT_EQ(interaction->secrets.size(), 1);
}

TEST_F(SudoTest, aSudoThatPrintsWithoutEndIsCutShort)
{
    for (const QByteArray where : {"", " >&2"}) {
        const auto sshd = serverWithSudo("exec yes rubbish" + where + "\n");
        expectDenied(whoAmI(settingsFor(*sshd, BecomeRoot::SudoWithPassword)),
                     QStringLiteral("without an end"), QStringLiteral("id"));
    }
}

TEST_F(SudoTest, aSudoThatPrintsRubbishAndEndsIsQuoted)
{
    const auto sshd = serverWithSudo("printf 'a\\033[2Jb\\377 \\000c\\n' >&2; exit 1\n");
    expectDenied(whoAmI(settingsFor(*sshd, BecomeRoot::SudoWithPassword)),
                 QStringLiteral("sudo said “a\ufffd[2Jb"), QStringLiteral("id"));
}

TEST_F(SudoTest, aSudoThatNeverEndsIsWaitedForAsLongAsALogin)
{
    const auto sshd = serverWithSudo("exec sleep 100\n");
    ConnectionSettings how = settingsFor(*sshd, BecomeRoot::Sudo);
    how.connectTimeout = 2s;
    const Result<Output> result = whoAmI(how);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::ConnectionFailed);
    EXPECT_TRUE(result.error().message.contains(QStringLiteral("sudo does not answer")))
        << qPrintable(result.error().message);
}

TEST_F(SudoTest, aQuestionThatIsNotForThePasswordIsQuoted)
{
    const auto sshd = serverWithSudo("printf 'Verification code: ' >&2; read -r code; exit 1\n");
    ConnectionSettings how = settingsFor(*sshd, BecomeRoot::SudoWithPassword);
    how.connectTimeout = 2s;
    interaction->secrets = {SudoUser::password()};
    expectDenied(whoAmI(how), QStringLiteral("Verification code:"), QStringLiteral("NOPASSWD"));
    EXPECT_EQ(interaction->secrets.size(), 1) << "the password is no answer to that";
}

TEST_F(SudoTest, closingEndsALoginThatWaitsForSudo)
{
    const auto sshd = serverWithSudo(
        "echo here >" + server.path(QStringLiteral("here")).toLocal8Bit() + "; exec sleep 100\n");
    SshConnection connection(settingsFor(*sshd, BecomeRoot::Sudo), interaction);
    const Result<Output> result = connection.run(command("true", 1s));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::TimedOut);
    // The end of the test is long before the login's minute.
}

} // namespace
} // namespace colonnade::remote
