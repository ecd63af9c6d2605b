// SPDX-License-Identifier: GPL-3.0-or-later
// The keychain against GNOME's Secret Service, on a session bus of its own.
#include "base/error.h"
#include "support/sshd.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {
namespace {

using base::ErrorCode;
using testing::ElementsAre;
using testing::StartsWith;

#define SECRET "dr\xc3\xb6ge \"horse\" $battery"
constexpr char Secret[] = SECRET;
constexpr char Kept[] = "read: " SECRET;
#undef SECRET

class SecretServiceTest : public testing::Test
{
protected:
    void SetUp() override
    {
        for (const QString &program : {u"dbus-run-session"_s, u"gnome-keyring-daemon"_s}) {
            if (QStandardPaths::findExecutable(program).isEmpty())
                GTEST_SKIP() << "no " << qPrintable(program);
        }
        // A bus that starts nothing by itself, or there would be a keychain in every case.
        QFile config(folder.filePath(u"bus.conf"_s));
        ASSERT_TRUE(config.open(QIODevice::WriteOnly));
        config.write("<busconfig><type>session</type><listen>unix:tmpdir=" + folder.path().toUtf8()
                     + "</listen><policy context=\"default\"><allow send_destination=\"*\"/>"
                       "<allow eavesdrop=\"false\"/><allow own=\"*\"/></policy></busconfig>");
    }

    /// The service of a session that has ended may still be putting its files away.
    void TearDown() override
    {
        for (int attempt = 0; attempt < 100 && !folder.remove(); ++attempt)
            ::usleep(50'000);
    }

    /// What keychainclient prints for @p acts in a session that @p begin, sh, prepares.
    std::vector<std::string> session(const QByteArray &begin, const QByteArray &acts)
    {
        const QByteArray script =
            "cd \"$HOME\"; " + begin + "\nexec \"" COLONNADE_KEYCHAIN_CLIENT "\" " + acts + " >out";
        EXPECT_TRUE(test::runProgram(
            u"env"_s, {u"-u"_s, u"DISPLAY"_s, u"-u"_s, u"XDG_CURRENT_DESKTOP"_s, u"-u"_s,
                       u"KDE_FULL_SESSION"_s, u"HOME="_s + folder.path(),
                       u"XDG_RUNTIME_DIR="_s + folder.path(), u"XDG_DATA_HOME="_s + folder.path(),
                       u"COLONNADE_TEST_SECRET="_s + QString::fromUtf8(Secret),
                       u"dbus-run-session"_s, u"--config-file="_s + folder.filePath(u"bus.conf"_s),
                       u"--"_s, u"sh"_s, u"-c"_s, QString::fromUtf8(script)}));
        QFile output(folder.filePath(u"out"_s));
        EXPECT_TRUE(output.open(QIODevice::ReadOnly));
        std::vector<std::string> lines;
        while (!output.atEnd())
            lines.push_back(output.readLine().trimmed().toStdString());
        return lines;
    }

    static QByteArray unlocked() { return daemon("printf opener |", "--unlock"); }
    static QByteArray locked() { return daemon("", "--start"); }
    /// It comes back before it can be asked.
    static QByteArray daemon(const QByteArray &before, const QByteArray &option)
    {
        return before + " gnome-keyring-daemon " + option
               + " --components=secrets >/dev/null\n"
                 "until dbus-send --session --print-reply --dest=org.freedesktop.DBus / "
                 "org.freedesktop.DBus.GetNameOwner string:org.freedesktop.secrets >/dev/null\n"
                 "do sleep 0.02; done";
    }
    static std::string error(ErrorCode code)
    {
        return "error " + std::to_string(static_cast<int>(code));
    }

    QTemporaryDir folder;
};

TEST_F(SecretServiceTest, keepsASecretForTheNextSessionAndForgetsIt)
{
    EXPECT_THAT(session(unlocked(), "read store read"),
                ElementsAre("read: nothing", "store: done", Kept));
    EXPECT_THAT(session(unlocked(), "read remove read remove"),
                ElementsAre(Kept, "remove: done", "read: nothing", testing::_));
}

TEST_F(SecretServiceTest, aLockedOneIsNotTakenForAnEmptyOne)
{
    ASSERT_THAT(session(unlocked(), "store"), ElementsAre("store: done"));
    EXPECT_THAT(session(locked(), "read store"),
                ElementsAre(StartsWith("read: " + error(ErrorCode::Refused)),
                            StartsWith("store: " + error(ErrorCode::Refused))));
    EXPECT_THAT(session(unlocked(), "read"), ElementsAre(Kept));
}

TEST_F(SecretServiceTest, whereThereIsNoneNothingIsKept)
{
    const std::string none = error(ErrorCode::Unsupported);
    EXPECT_THAT(session(":", "read store read"),
                ElementsAre(StartsWith("read: " + none), StartsWith("store: " + none),
                            StartsWith("read: " + none)));
    EXPECT_THAT(session("unset DBUS_SESSION_BUS_ADDRESS", "read store"),
                ElementsAre(StartsWith("read: " + none), StartsWith("store: " + none)));
}

TEST_F(SecretServiceTest, theSecretIsNotReadableOnDisk)
{
    ASSERT_THAT(session(unlocked(), "store"), ElementsAre("store: done"));
    QByteArray found;
    test::runProgram(u"grep"_s, {u"-rlF"_s, QString::fromUtf8(Secret), folder.path()}, {}, &found);
    EXPECT_EQ(found, "");
    EXPECT_FALSE(QDir(folder.filePath(u"keyrings"_s)).isEmpty());
}

} // namespace
} // namespace colonnade::profiles
