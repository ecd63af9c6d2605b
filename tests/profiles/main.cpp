// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <QCoreApplication>

int main(int argc, char **argv)
{
    testing::InitGoogleMock(&argc, argv);
    // No desktop here: what the tests meet is a machine without a keychain.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    qunsetenv("KDE_FULL_SESSION");
    qunsetenv("XDG_CURRENT_DESKTOP");
    const QCoreApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
