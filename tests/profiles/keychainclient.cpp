// SPDX-License-Identifier: GPL-3.0-or-later
// keychainclient ACT...: does the acts (read, store, remove) for one entry of the keychain of its
// session, and prints a line for each: what came out, or the code and the words of the error.
#include "profiles/keychain.h"

#include <QCoreApplication>

#include <cstdio>
#include <thread>

using namespace Qt::StringLiterals;
using colonnade::base::Result;
using colonnade::base::Secret;
using colonnade::profiles::Keychain;

namespace {

const QString Key = u"1234/password"_s;

void print(const char *act, const Result<void> &result)
{
    std::printf(
        "%s: %s\n", act,
        result ? "done"
               : qPrintable(
                   u"error %1 %2"_s.arg(int(result.error().code)).arg(result.error().message)));
}

void perform(const QByteArray &act)
{
    const Keychain keychain(std::chrono::seconds(30));
    if (act == "store")
        return print("store", keychain.store(Key, Secret(qgetenv("COLONNADE_TEST_SECRET"))));
    if (act == "remove")
        return print("remove", keychain.remove(Key));
    const Result<std::optional<Secret>> read = keychain.read(Key);
    if (!read)
        return print("read", std::unexpected(read.error()));
    std::printf("read: %s\n", *read ? (*read)->reveal() : "nothing");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    std::jthread worker([&] {
        for (int i = 1; i < argc; ++i)
            perform(argv[i]);
        QMetaObject::invokeMethod(&application, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    return QCoreApplication::exec();
}
