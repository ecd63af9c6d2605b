// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a login that need no server.
#include "remote/agentprotocol.h"
#include "remote/algorithms.h"
#include "remote/certificate.h"
#include "remote/plainline.h"
#include "remote/suspendwatch.h"
#include "remote/waiter.h"
#include "remote/wire.h"

#include <gmock/gmock.h>

#include <QRandomGenerator>

#include <sys/socket.h>

#include <latch>
#include <thread>

namespace colonnade::remote {
namespace {

using base::ErrorCode;
using namespace std::chrono_literals;

TEST(PlainLineTest, leavesNothingThatATerminalOrALabelWouldActOn)
{
    EXPECT_EQ(plainLine(QByteArrayView("a\x1b[31m b\r\n\tc\x00z", 14)),
              QStringLiteral("a [31m b c z"));
    EXPECT_EQ(plainLine(QStringLiteral("a\u202eb\u2066c")), QStringLiteral("a b c"));
    EXPECT_EQ(plainLine(QString(1000, u'x'), 10), QString(10, u'x') + QChar(0x2026));
}

int turnsOfTheProcess()
{
    return 2 * std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

TEST(LoginTurnTest, thereAreFewAndWhoeverIsStoppedGetsNone)
{
    std::vector<LoginTurn> all(static_cast<std::size_t>(turnsOfTheProcess()));
    for (LoginTurn &turn : all) {
        turn.take({});
        EXPECT_TRUE(turn.isHeld());
    }
    std::stop_source stop;
    LoginTurn stopped;
    LoginTurn patient;
    std::jthread waits([&] { stopped.take(stop.get_token()); });
    std::jthread waitsOn([&] { patient.take({}); });
    stop.request_stop();
    waits.join();
    EXPECT_FALSE(stopped.isHeld());
    all.front().giveBack();
    waitsOn.join(); // a test that hangs here fails by its time limit
    EXPECT_TRUE(patient.isHeld());
}

TEST(LoginTurnTest, hostsThatDoNotAnswerHoldUpNobody)
{
    const int many = 3 * turnsOfTheProcess();
    std::latch allHadTheirTurn(many);
    std::vector<std::jthread> logins;
    for (int i = 0; i < many; ++i) {
        logins.emplace_back([&] {
            int ends[2];
            ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
            const Descriptor host(ends[0]), us(ends[1]);
            Wakeup wakeup;
            Waiter waiter(wakeup, {}, 30s);
            waiter.takeTurns();
            allHadTheirTurn.count_down();
            const auto silent = waiter.wait(us.get(), POLLIN, Clock::now() + 200ms);
            EXPECT_EQ(silent.error().code, ErrorCode::TimedOut);
            allHadTheirTurn.wait();
            ASSERT_EQ(::write(host.get(), "x", 1), 1);
            EXPECT_TRUE(waiter.wait(us.get(), POLLIN)) << "the time of waiting does not count";
        });
    }
}

TEST(AlgorithmsTest, theTwoOffersAreDisjointAndTheModernOneIsFirst)
{
    for (const AlgorithmKind kind : {AlgorithmKind::KeyExchange, AlgorithmKind::HostKey,
                                     AlgorithmKind::Cipher, AlgorithmKind::Mac}) {
        const QByteArrayList modern = offeredAlgorithms(kind, false);
        const QByteArrayList all = offeredAlgorithms(kind, true);
        EXPECT_EQ(all.mid(0, modern.size()), modern);
        EXPECT_GT(all.size(), modern.size());
        for (const QByteArray &name : all) {
            EXPECT_EQ(isLegacyAlgorithm(name), !modern.contains(name)) << name.constData();
            const bool weak = name == "ssh-rsa" || name.contains("sha1") || name.contains("cbc");
            EXPECT_EQ(weak, isLegacyAlgorithm(name)) << name.constData();
        }
    }
}

TEST(AlgorithmsTest, knownTypesOfHostKeysComeFirst)
{
    EXPECT_EQ(offeredHostKeyAlgorithms({"ssh-rsa", "ssh-dss"}, false).mid(0, 3),
              (QByteArrayList{"rsa-sha2-512", "rsa-sha2-256", "ssh-ed25519"}));
    EXPECT_EQ(offeredHostKeyAlgorithms({"ssh-rsa"}, true).mid(0, 4),
              (QByteArrayList{"rsa-sha2-512", "rsa-sha2-256", "ssh-rsa", "ssh-ed25519"}));
    EXPECT_EQ(offeredHostKeyAlgorithms({}, true), offeredAlgorithms(AlgorithmKind::HostKey, true));
}

TEST(AlgorithmsTest, readsWhatLibsshSaysOfAFailedNegotiation)
{
    const auto error = noCommonAlgorithm(
        "kex error : no match for method mac algo client->server: server [hmac-md5,hmac-sha1], "
        "client [hmac-sha2-256]",
        false);
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, ErrorCode::NoCommonAlgorithm);
    EXPECT_TRUE(error->message.contains(QStringLiteral("no MAC algorithm in common")));
    EXPECT_TRUE(error->message.contains(QStringLiteral("the server has: hmac-md5,hmac-sha1;")));
    EXPECT_TRUE(error->remedy.contains(QStringLiteral("Allow old algorithms")));
    EXPECT_FALSE(noCommonAlgorithm("Socket error: disconnected", false));
}

TEST(AlgorithmsTest, theSwitchIsNotNamedWhereItDoesNotHelp)
{
    const QByteArray words = "kex error : no match for method encryption client->server: server "
                             "[arcfour,none], client [aes128-ctr]";
    EXPECT_FALSE(noCommonAlgorithm(words, false)->remedy.contains(QStringLiteral("Allow old")));
    const QByteArray old = "kex error : no match for method kex algos: server "
                           "[diffie-hellman-group1-sha1], client [x]";
    EXPECT_TRUE(noCommonAlgorithm(old, false)->remedy.contains(QStringLiteral("Allow old")));
    EXPECT_FALSE(noCommonAlgorithm(old, true)->remedy.contains(QStringLiteral("Allow old")));
}

TEST(AlgorithmsTest, aHostileListStaysOneLineAndShort)
{
    // libssh breaks off after a kilobyte, in the middle of the server's list.
    const QByteArray words = "kex error : no match for method kex algos: server [\x1b]0;evil\x07\n"
                             + QByteArray(5000, 'x');
    const auto error = noCommonAlgorithm(words, false);
    ASSERT_TRUE(error);
    EXPECT_LT(error->message.size(), 1500);
    for (const QChar character : error->message)
        EXPECT_TRUE(character.isPrint());
    EXPECT_TRUE(noCommonAlgorithm("no match for method :", false) == std::nullopt);
    EXPECT_TRUE(noCommonAlgorithm("no match for method tea:", false));
}

QByteArray identity(const QByteArray &type, const QByteArray &comment)
{
    return wireString(wireString(type) + wireString("key")) + wireString(comment);
}

TEST(AgentProtocolTest, readsTheKeys)
{
    const QByteArray message = QByteArray(1, agentprotocol::IdentitiesAnswer) + wireUint32(2)
                               + identity("ssh-ed25519", "me@home")
                               + identity("ssh-rsa-cert-v01@openssh.com", "a\x1b[0m\nb");
    const auto keys = agentprotocol::identities(message);
    ASSERT_TRUE(keys);
    ASSERT_EQ(keys->size(), 2);
    EXPECT_EQ(keys->first().type(), "ssh-ed25519");
    EXPECT_EQ(keys->first().comment, QStringLiteral("me@home"));
    EXPECT_EQ(keys->last().comment, QStringLiteral("a [0m b"));
    EXPECT_EQ(agentprotocol::identities(agentprotocol::identitiesAnswer(*keys)), *keys);
}

TEST(AgentProtocolTest, noAnswerCrashesOrIsBelievedByHalf)
{
    const QByteArray good = QByteArray(1, agentprotocol::IdentitiesAnswer) + wireUint32(2)
                            + identity("ssh-ed25519", "one") + identity("ssh-rsa", "two");
    for (qsizetype size = 0; size < good.size(); ++size)
        EXPECT_FALSE(agentprotocol::identities(QByteArrayView(good).first(size))) << size;
    QRandomGenerator random(7);
    for (int round = 0; round < 20000; ++round) {
        QByteArray odd = good;
        for (int i = 0; i < 4; ++i)
            odd[random.bounded(odd.size())] = static_cast<char>(random.bounded(256));
        const auto keys = agentprotocol::identities(odd);
        EXPECT_TRUE(!keys || keys->size() <= 2);
    }
    const QByteArray many = QByteArray(1, agentprotocol::IdentitiesAnswer) + wireUint32(0xffffffff);
    EXPECT_FALSE(agentprotocol::identities(many));
}

TEST(CertificateTest, noBytesAreTakenForOneThatAreNot)
{
    EXPECT_FALSE(Certificate::parse({}));
    const QByteArray plain = wireString("ssh-ed25519") + wireString("key");
    EXPECT_FALSE(Certificate::parse(plain));
    const QByteArray cut = wireString("ssh-ed25519-cert-v01@openssh.com") + wireUint32(0xffffffff);
    EXPECT_FALSE(Certificate::parse(cut));
    EXPECT_FALSE(Certificate::parse(wireString("ssh-dss-cert-v01@openssh.com")));
}

TEST(CertificateTest, aCertificateForEverNeverExpires)
{
    Certificate certificate;
    certificate.validBefore = ~quint64(0);
    const QDateTime now = QDateTime::fromSecsSinceEpoch(4000000000);
    EXPECT_FALSE(certificate.isExpired(now));
    EXPECT_FALSE(certificate.isNotYetValid(now));
    certificate.validBefore = 4000000000;
    EXPECT_TRUE(certificate.isExpired(now));
    certificate.validAfter = 4000000001;
    EXPECT_TRUE(certificate.isNotYetValid(now));
}

TEST(SuspendWatchTest, noticesThatTheClocksWentApartOnce)
{
    std::chrono::nanoseconds lead = 1h;
    SuspendWatch watch([&] { return lead; });
    EXPECT_FALSE(watch.wasSuspended());
    lead += 1s; // no suspend is that short; the clocks are read one after the other
    EXPECT_FALSE(watch.wasSuspended());
    lead += 10min;
    EXPECT_TRUE(watch.wasSuspended());
    EXPECT_FALSE(watch.wasSuspended());
}

TEST(SuspendWatchTest, theClocksOfThisMachineAgreeWhileItRuns)
{
    SuspendWatch watch;
    EXPECT_FALSE(watch.wasSuspended());
}

} // namespace
} // namespace colonnade::remote
