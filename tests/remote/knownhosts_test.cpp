// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostkeys.h"
#include "remote/fingerprintcheck.h"
#include "remote/knownhostsfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <thread>

namespace colonnade::remote {
namespace {

using Match = KnownHosts::Match;

const HostKey Ed = ed25519Key('a');
const HostKey OtherEd = ed25519Key('b');
const HostKey Rsa = rsaKey('a');

/// @p text with ED, OTHER and RSA standing for the keys above.
QByteArray filled(QByteArray text)
{
    return text.replace("ED", words(Ed))
        .replace("OTHER", words(OtherEd))
        .replace("RSA", words(Rsa));
}

class KnownHostsTest : public testing::Test
{
protected:
    QString write(const QString &name, const QByteArray &text)
    {
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(filled(text));
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
        return read(text).judge({QString::fromUtf8(host), port}, key).match;
    }

    QTemporaryDir folder;
};

TEST_F(KnownHostsTest, tellsKnownChangedOtherTypeAndUnknown)
{
    const QByteArray text = "# comment\n\nnode1,10.0.0.1 ED root@node1\n";
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
    const KnownHosts hosts = read("# one\nother RSA\r\n\nnode1 ED\r\n");
    const KnownHosts::Verdict verdict = hosts.judge({QStringLiteral("node1")}, OtherEd);
    EXPECT_EQ(verdict.match, Match::Changed);
    EXPECT_EQ(verdict.decided->file, folder.filePath(QStringLiteral("known_hosts")));
    EXPECT_EQ(verdict.decided->line, 4);
}

TEST_F(KnownHostsTest, anyOfSeveralKeysIsGood)
{
    const QByteArray text = "node1 OTHER\nnode1 ED\n";
    EXPECT_EQ(judge(text, "node1", 22, Ed), Match::Known);
}

TEST_F(KnownHostsTest, otherPortsHaveTheirOwnName)
{
    const QByteArray text = "[node1]:2222 ED\n";
    EXPECT_EQ(judge(text, "node1", 2222, Ed), Match::Known);
    EXPECT_EQ(judge(text, "node1", 2222, OtherEd), Match::Changed);
    EXPECT_EQ(judge(text, "node1", 22, Ed), Match::Unknown);
    EXPECT_EQ(judge(text, "node1", 2223, Ed), Match::Unknown);
}

TEST_F(KnownHostsTest, aBareNameServesOtherPortsWithTheSameKeyOnly)
{
    const QByteArray text = "node1 ED\n";
    EXPECT_EQ(judge(text, "node1", 2222, Ed), Match::Known);
    EXPECT_EQ(judge(text, "node1", 2222, OtherEd), Match::Unknown);
}

TEST_F(KnownHostsTest, readsHashedNames)
{
    // The hash is the HMAC-SHA1 of "node1" under this salt, from another implementation.
    const QByteArray salt = QByteArray("0123456789abcdefghij").toBase64();
    const auto line = [&](const char *hash) -> QByteArray {
        return "|1|" + salt + '|' + hash + " ED\n";
    };
    const QByteArray plain = line("4+PhM7zEZNAu8btY59ubjCUTuOI=");
    EXPECT_EQ(judge(plain, "node1", 22, Ed), Match::Known);
    EXPECT_EQ(judge(plain, "node1", 22, OtherEd), Match::Changed);
    EXPECT_EQ(judge(plain, "node2", 22, Ed), Match::Unknown);
    EXPECT_EQ(judge("|1|broken ED\n", "node1", 22, Ed), Match::Unknown);
}

TEST_F(KnownHostsTest, readsWildcardsAndNegations)
{
    const QByteArray text = "*.example.org,!bad.example.org,node? ED\n";
    EXPECT_EQ(judge(text, "a.example.org", 22, Ed), Match::Known);
    EXPECT_EQ(judge(text, "bad.example.org", 22, Ed), Match::Unknown);
    EXPECT_EQ(judge(text, "node7", 22, Ed), Match::Known);
    EXPECT_EQ(judge(text, "node77", 22, Ed), Match::Unknown);
    EXPECT_EQ(judge("a*b*c ED\n", "axxbyyc", 22, Ed), Match::Known);
    EXPECT_EQ(judge("a*b*c ED\n", "axxbyy", 22, Ed), Match::Unknown);
}

TEST_F(KnownHostsTest, revokedKeysAreRefusedEverywhere)
{
    const QByteArray text = "node1 ED\n@revoked * ED\n";
    const KnownHosts::Verdict verdict = read(text).judge({QStringLiteral("node1")}, Ed);
    EXPECT_EQ(verdict.match, Match::Revoked);
    EXPECT_EQ(verdict.decided->line, 2);
    EXPECT_EQ(judge(text, "node2", 2222, Ed), Match::Revoked);
    EXPECT_EQ(judge(text, "node2", 22, OtherEd), Match::Unknown);
}

TEST_F(KnownHostsTest, authoritiesAreNoHostKeys)
{
    const QByteArray text = "@cert-authority * ED\n";
    EXPECT_EQ(judge(text, "node1", 22, Ed), Match::Unknown);
    EXPECT_EQ(judge(text, "node1", 22, Rsa), Match::Unknown);
    EXPECT_TRUE(read(text).knownTypes({QStringLiteral("node1")}).isEmpty());
}

TEST_F(KnownHostsTest, readsSeveralFilesAndSkipsMissingOnes)
{
    const QString first = write(QStringLiteral("first"), "node1 ED\n");
    const QString second = write(QStringLiteral("second"), "node1 RSA");
    const auto hosts =
        KnownHosts::read({first, folder.filePath(QStringLiteral("missing")), second});
    ASSERT_TRUE(hosts);
    EXPECT_EQ(hosts->judge({QStringLiteral("node1")}, Rsa).decided->file, second);
    EXPECT_EQ(hosts->knownTypes({QStringLiteral("node1")}),
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
    ASSERT_TRUE(appendKnownHost(file, {QStringLiteral("Node1")}, Ed));
    ASSERT_TRUE(appendKnownHost(file, {QStringLiteral("node1"), 2222}, Rsa));
    EXPECT_EQ(contents(file), filled("node1 ED\n[node1]:2222 RSA\n"));

    const auto mode = [](const QString &path) { return QFileInfo(path).permissions(); };
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    EXPECT_EQ(mode(file), owner);
    EXPECT_EQ(mode(QFileInfo(file).path()), owner | QFile::ExeOwner | QFile::ExeUser);
}

TEST_F(KnownHostsTest, endsALineThatHasNoEndBeforeAppending)
{
    const QString file = write(QStringLiteral("known_hosts"), "node1 ED");
    ASSERT_TRUE(appendKnownHost(file, {QStringLiteral("node2")}, Rsa));
    EXPECT_EQ(contents(file), filled("node1 ED\nnode2 RSA\n"));
}

TEST_F(KnownHostsTest, looksUpAsSshDoes)
{
    EXPECT_EQ(lookupName({QStringLiteral("Node1"), 22}), "node1");
    EXPECT_EQ(lookupName({QStringLiteral("Node1"), 2222}), "[node1]:2222");
    EXPECT_EQ(lookupName({QStringLiteral("0:0:0:0:0:0:0:1"), 22}), "::1");
    EXPECT_EQ(lookupName({QStringLiteral("FE80::1"), 2222}), "[fe80::1]:2222");
    EXPECT_EQ(lookupName({QStringLiteral("127.1"), 22}), "127.0.0.1");
    EXPECT_EQ(lookupName({QStringLiteral("node1"), 2222, QStringLiteral("Rack7")}), "rack7");
    EXPECT_EQ(bareName({QStringLiteral("node1"), 2222}), "node1");
    EXPECT_TRUE(bareName({QStringLiteral("node1"), 22}).isEmpty());
    EXPECT_TRUE(bareName({QStringLiteral("node1"), 2222, QStringLiteral("rack7")}).isEmpty());
}

TEST_F(KnownHostsTest, namesBrokenLinesAndReadsTheRest)
{
    const QByteArray cut = words(Ed).chopped(3);
    const KnownHosts hosts = read("node1\n" // 1
                                  "@revoke node1 ED\n"
                                  "@revoked @cert-authority node1 ED\n"
                                  "|1|abc|def ED\n"
                                  "node1 "
                                  + cut
                                  + "\n" // 5
                                    "node1 ssh-rsa "
                                  + Ed.base64
                                  + "\n"
                                    "node1 ssh-magic AAAA\n"
                                    "node1 1024 35 1234567\n"
                                    "\xEF\xBB\xBFnode1 ED\n"
                                    "\x01\x02\xff\x80junk\n" // 10
                                    "node9 "
                                  + cut
                                  + "\n"
                                    "# comment\n\n \t\n\r\n"
                                    "node1 OTHER\n" // 16
                                  + QByteArray(KnownHostsLineLimit, 'x') + " ED\n");
    QList<int> lines;
    for (const KnownHostsProblem &problem : hosts.problems()) {
        lines.append(problem.line);
        EXPECT_FALSE(problem.broken.reason.isEmpty());
        EXPECT_TRUE(problem.sentence().contains(QStringLiteral("known_hosts:")));
    }
    EXPECT_EQ(lines, (QList<int>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 17}));
    const KnownHosts::Verdict verdict = hosts.judge({QStringLiteral("node1")}, Ed);
    EXPECT_EQ(verdict.match, Match::Changed);
    EXPECT_EQ(verdict.decided->line, 16);
    lines.clear();
    for (const KnownHostsProblem &problem : verdict.doubts)
        lines.append(problem.line);
    EXPECT_EQ(lines, (QList<int>{1, 2, 3, 4, 5, 6, 7, 8, 9, 17})); // not node9, and not the junk
}

TEST_F(KnownHostsTest, aLineEndsAtANulAndAMarkerAtATab)
{
    EXPECT_EQ(judge(QByteArray("node1 ED\0junk\n", 14), "node1", 22, Ed), Match::Known);
    EXPECT_EQ(judge("@revoked\tnode1 ED\nnode1 ED\n", "node1", 22, Ed), Match::Revoked);
}

TEST_F(KnownHostsTest, countsTheProblemsOfAFileOfGarbage)
{
    QByteArray garbage;
    for (int i = 0; i < 5000; ++i)
        garbage += "\x7f"
                   "ELF garbage\n";
    const KnownHosts hosts = read(garbage + "node1 ED\n");
    ASSERT_EQ(hosts.problems().size(), KnownHosts::ProblemLimit + 1);
    EXPECT_TRUE(hosts.problems().last().sentence().contains(QStringLiteral("4900")));
    EXPECT_EQ(hosts.judge({QStringLiteral("node1")}, Ed).match, Match::Known);
}

TEST_F(KnownHostsTest, refusesWhatIsTooLargeAndWhatIsNoFile)
{
    const QString large = folder.filePath(QStringLiteral("large"));
    QFile file(large);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.resize(KnownHostsFileLimit + 1));
    EXPECT_FALSE(KnownHosts::read({large}));
    const QString pipe = folder.filePath(QStringLiteral("pipe"));
    ASSERT_EQ(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    EXPECT_FALSE(KnownHosts::read({pipe}));
    EXPECT_TRUE(KnownHosts::read({QStringLiteral("/dev/null")}));
    EXPECT_EQ(KnownHosts::readAsFarAsPossible({large, pipe}).problems().size(), 2);
}

TEST_F(KnownHostsTest, tellsAuthoritiesAndTheOnesThatAreRevoked)
{
    const KnownHosts::Verdict verdict =
        read("@cert-authority *.example RSA\n@cert-authority other RSA\n@revoked * RSA\n")
            .judge({QStringLiteral("node1.example")}, Ed);
    EXPECT_EQ(verdict.match, Match::Unknown);
    ASSERT_EQ(verdict.authorities.size(), 1);
    EXPECT_EQ(verdict.authorities.first().line, 1);
    ASSERT_EQ(verdict.revoked.size(), 1);
    EXPECT_EQ(verdict.revoked.first().line, 3);
}

TEST_F(KnownHostsTest, aRevokedTypeIsNotPreferred)
{
    EXPECT_EQ(
        read("node1 ED\nnode1 RSA\n@revoked node1 ED\n").knownTypes({QStringLiteral("node1")}),
        QList<QByteArray>{"ssh-rsa"});
}

TEST_F(KnownHostsTest, sshKeygenFindsWhatIsWritten)
{
    for (const bool hashed : {false, true}) {
        const QString file =
            folder.filePath(hashed ? QStringLiteral("hashed") : QStringLiteral("plain"));
        ASSERT_TRUE(appendKnownHost(file, {QStringLiteral("node1")}, Ed, hashed));
        ASSERT_TRUE(appendKnownHost(file, {QStringLiteral("FE80::1"), 2222}, Rsa, hashed));
        EXPECT_EQ(contents(file).startsWith("|1|"), hashed);
        EXPECT_EQ(contents(file).contains("node1"), !hashed);
        for (const auto &[name, key] : {std::pair(QStringLiteral("node1"), Ed),
                                        std::pair(QStringLiteral("[fe80::1]:2222"), Rsa)}) {
            QByteArray found;
            EXPECT_TRUE(keygen({QStringLiteral("-F"), name, QStringLiteral("-f"), file}, &found));
            EXPECT_TRUE(found.contains(words(key))) << found.constData();
        }
        const KnownHosts hosts = KnownHosts::read({file}).value();
        EXPECT_EQ(hosts.judge({QStringLiteral("fe80::1"), 2222}, Rsa).match, Match::Known);
        ASSERT_TRUE(keygen({QStringLiteral("-H"), QStringLiteral("-f"), file}));
        ASSERT_TRUE(
            keygen({QStringLiteral("-R"), QStringLiteral("node1"), QStringLiteral("-f"), file}));
        const KnownHosts after = KnownHosts::read({file}).value();
        EXPECT_EQ(after.judge({QStringLiteral("fe80::1"), 2222}, Rsa).match, Match::Known);
        EXPECT_EQ(after.judge({QStringLiteral("node1")}, Ed).match, Match::Unknown);
    }
}

TEST_F(KnownHostsTest, aNameThatWouldSayMoreIsNotWritten)
{
    const QString file = folder.filePath(QStringLiteral("known_hosts"));
    for (const char *name : {"a b", "a\nb", "*", "a,b", "!a", "@revoked", "#a", "|1|a"})
        EXPECT_FALSE(
            appendKnownHost(file, {QStringLiteral("h"), 22, QString::fromLatin1(name)}, Ed))
            << name;
    EXPECT_FALSE(QFile::exists(file));
}

TEST_F(KnownHostsTest, manyAppendAndRemoveAtOnceAndNothingIsLost)
{
    const QString file = write(QStringLiteral("known_hosts"), "first ED\nlast RSA\n");
    constexpr int Writers = 4, Each = 25;
    std::vector<std::thread> threads;
    for (int writer = 0; writer < Writers; ++writer) {
        threads.emplace_back([&, writer] {
            for (int i = 0; i < Each; ++i)
                EXPECT_TRUE(appendKnownHost(file, {QStringLiteral("w%1n%2").arg(writer).arg(i)}, Ed,
                                            i % 2 == 1));
        });
    }
    threads.emplace_back([&] {
        const KnownHosts hosts = KnownHosts::read({file}).value();
        EXPECT_TRUE(removeKnownHosts(hosts.keysOf({QStringLiteral("first")})));
    });
    for (std::thread &thread : threads)
        thread.join();
    const KnownHosts hosts = KnownHosts::read({file}).value();
    EXPECT_TRUE(hosts.problems().isEmpty());
    EXPECT_EQ(hosts.all().size(), 1 + Writers * Each);
    for (int writer = 0; writer < Writers; ++writer)
        for (int i = 0; i < Each; ++i)
            EXPECT_EQ(hosts.keysOf({QStringLiteral("w%1n%2").arg(writer).arg(i)}).size(), 1);
}

TEST_F(KnownHostsTest, removesTheLineAndKeepsAllElse)
{
    const QString file =
        write(QStringLiteral("real"), "# mine\nnode1 ED\r\n\nnode2 RSA # x\nnode1 RSA");
    const QByteArray before = contents(file);
    ASSERT_EQ(::chmod(QFile::encodeName(file).constData(), 0640), 0);
    const QString link = folder.filePath(QStringLiteral("known_hosts"));
    ASSERT_TRUE(QFile::link(QStringLiteral("real"), link));
    write(QStringLiteral("real.old"), "older");

    EXPECT_EQ(knownHostsBackup(link), file + QStringLiteral(".old.1"));
    const auto done =
        removeKnownHosts(KnownHosts::read({link}).value().keysOf({QStringLiteral("node1")}));
    ASSERT_TRUE(done) << qPrintable(done.error().message);
    ASSERT_EQ(done->size(), 1);
    EXPECT_EQ(done->first().lines, 2);
    EXPECT_EQ(done->first().backup, file + QStringLiteral(".old.1"));
    EXPECT_EQ(contents(file), filled("# mine\n\nnode2 RSA # x\n"));
    EXPECT_EQ(contents(done->first().backup), before);
    EXPECT_EQ(contents(folder.filePath(QStringLiteral("real.old"))), "older");
    EXPECT_TRUE(QFileInfo(link).isSymLink());
    struct stat status;
    ASSERT_EQ(::stat(QFile::encodeName(file).constData(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777, 0640u);
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 4); // and no draft
}

TEST_F(KnownHostsTest, removesNothingWhenTheLineIsNotWhatWasShown)
{
    const QString file = write(QStringLiteral("known_hosts"), "node1 ED\nnode2 RSA\n");
    const QList<StoredHostKey> shown =
        KnownHosts::read({file}).value().keysOf({QStringLiteral("node1")});
    write(QStringLiteral("known_hosts"), "new ED\nnode1 ED\n");
    const auto done = removeKnownHosts(shown);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, base::ErrorCode::Refused);
    EXPECT_EQ(contents(file), filled("new ED\nnode1 ED\n"));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

TEST_F(KnownHostsTest, removesAHashedLine)
{
    const QString file = folder.filePath(QStringLiteral("known_hosts"));
    ASSERT_TRUE(appendKnownHost(file, {QStringLiteral("node1")}, Ed, true));
    ASSERT_TRUE(appendKnownHost(file, {QStringLiteral("node2")}, Rsa, true));
    ASSERT_TRUE(
        removeKnownHosts(KnownHosts::read({file}).value().keysOf({QStringLiteral("node1")})));
    EXPECT_FALSE(
        keygen({QStringLiteral("-F"), QStringLiteral("node1"), QStringLiteral("-f"), file}));
    EXPECT_TRUE(
        keygen({QStringLiteral("-F"), QStringLiteral("node2"), QStringLiteral("-f"), file}));
}

TEST_F(KnownHostsTest, aDiskThatIsFullKeepsTheFileWhole)
{
    // /dev/full takes nothing, as a full disk does.
    EXPECT_FALSE(appendKnownHost(QStringLiteral("/dev/full"), {QStringLiteral("node1")}, Ed));
    EXPECT_TRUE(appendKnownHost(QStringLiteral("/dev/null"), {QStringLiteral("node1")}, Ed));
}

TEST(FingerprintTest, comparesWhatAPersonPastes)
{
    using enum FingerprintMatch;
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("key"));
    ASSERT_TRUE(keygen({QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                        QStringLiteral("-N"), QString(), QStringLiteral("-C"),
                        QStringLiteral("root@node (a b)"), QStringLiteral("-f"), file}));
    QFile publicFile(file + QStringLiteral(".pub"));
    ASSERT_TRUE(publicFile.open(QIODevice::ReadOnly));
    const QByteArray line = publicFile.readAll();
    const HostKey key = readHostKey(line.split(' ')[0], line.split(' ')[1]).value();
    const auto listed = [&](const char *kind) {
        QByteArray printed;
        EXPECT_TRUE(keygen({QStringLiteral("-l"), QStringLiteral("-E"), QString::fromLatin1(kind),
                            QStringLiteral("-f"), file},
                           &printed));
        return QString::fromUtf8(printed);
    };
    const QString own = fingerprint(key);
    EXPECT_EQ(listed("sha256").split(QLatin1Char(' '))[1], own);
    EXPECT_EQ(listed("md5").split(QLatin1Char(' '))[1], md5Fingerprint(key));
    for (const QString &text :
         QStringList{own, own.mid(7), QStringLiteral("  ") + own + QStringLiteral("\n"),
                     listed("sha256"), QString::fromUtf8(line), own + QStringLiteral("=")})
        EXPECT_EQ(compareFingerprint(text, key), Same) << qPrintable(text);
    for (const QString &text : QStringList{listed("md5"), md5Fingerprint(key).mid(4).toUpper(),
                                           md5Fingerprint(key).mid(4).remove(QLatin1Char(':'))})
        EXPECT_EQ(compareFingerprint(text, key), SameMd5Only) << qPrintable(text);
    const QString other = fingerprint(Ed);
    for (const QString &text :
         QStringList{other, other.mid(7), md5Fingerprint(Ed), QString::fromLatin1(words(Ed)),
                     QStringLiteral("256 ") + other + QStringLiteral(" root (ED25519)")})
        EXPECT_EQ(compareFingerprint(text, key), Different) << qPrintable(text);
    EXPECT_EQ(
        compareFingerprint(QStringLiteral("3072 ") + other + QStringLiteral(" root (RSA)"), key),
        OtherType);
    EXPECT_EQ(compareFingerprint(QString::fromLatin1(words(Rsa)), key), OtherType);
    EXPECT_EQ(compareFingerprint(QStringLiteral("3072 ") + other + QStringLiteral(" a (RSA) 256 ")
                                     + own + QStringLiteral(" b (ED25519)"),
                                 key),
              Same);
    EXPECT_EQ(compareFingerprint(QStringLiteral(" \n"), key), Nothing);
    for (const QString &text :
         QStringList{own.chopped(2), QStringLiteral("yes"), QStringLiteral("SHA256:"),
                     QString(100'000, QLatin1Char('x'))})
        EXPECT_EQ(compareFingerprint(text, key), Unrecognized);
}

} // namespace
} // namespace colonnade::remote
