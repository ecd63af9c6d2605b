// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remotetest.h"
#include "support/sudouser.h"

namespace colonnade::remote {

/// How the scripts of a test come to run as root.
enum class Way { Direct, Sudo, SudoWithPassword, SudoOnTerminal, SudoWithPasswordOnTerminal };

/// A test that holds for all of them.
class WayTest : public SshdTest, public testing::WithParamInterface<Way>
{
protected:
    void SetUp() override
    {
        if (GetParam() != Way::Direct && !test::SudoUser::unavailable().isEmpty())
            GTEST_SKIP() << qPrintable(test::SudoUser::unavailable());
        SshdTest::SetUp();
        if (IsSkipped() || HasFatalFailure() || GetParam() == Way::Direct)
            return;
        ASSERT_TRUE(user.create(server)) << user.problem().constData();
        ASSERT_TRUE(user.allow(sudoers())) << user.problem().constData();
        interaction->secrets = QList<QByteArray>(20, test::SudoUser::password());
    }

    ConnectionSettings settings() { return settingsFor(server); }

    ConnectionSettings settingsFor(const test::Sshd &sshd)
    {
        ConnectionSettings result = SshdTest::settingsFor(sshd);
        if (GetParam() == Way::Direct)
            return result;
        EXPECT_TRUE(user.admitTo(sshd));
        result.user = user.name();
        result.becomeRoot = asksForPassword() ? BecomeRoot::SudoWithPassword : BecomeRoot::Sudo;
        return result;
    }

    bool asksForPassword() const
    {
        return GetParam() == Way::SudoWithPassword || GetParam() == Way::SudoWithPasswordOnTerminal;
    }

    bool isOnTerminal() const
    {
        return GetParam() == Way::SudoOnTerminal || GetParam() == Way::SudoWithPasswordOnTerminal;
    }

    test::SudoUser user;

private:
    QByteArray sudoers() const
    {
        QByteArray text = asksForPassword()
                              ? "USER ALL=(root) ALL\nDefaults:USER timestamp_timeout=0\n"
                              : "USER ALL=(root) NOPASSWD: ALL\n";
        if (isOnTerminal())
            text += "Defaults:USER requiretty\n";
        return text;
    }
};

inline std::string nameOfWay(const testing::TestParamInfo<Way> &info)
{
    const char *const names[] = {"direct", "sudo", "sudoWithPassword", "sudoOnTerminal",
                                 "sudoWithPasswordOnTerminal"};
    return names[static_cast<std::size_t>(info.param)];
}

inline auto allWays()
{
    return testing::Values(Way::Direct, Way::Sudo, Way::SudoWithPassword, Way::SudoOnTerminal,
                           Way::SudoWithPasswordOnTerminal);
}

} // namespace colonnade::remote
