// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/shell.h"

#include <gtest/gtest.h>

#include <QProcess>

namespace colonnade::base {
namespace {

QByteArray whatShellReads(const QString &shell, const QByteArray &word)
{
    QProcess process;
    process.start(shell, {QStringLiteral("-c"),
                          QString::fromLocal8Bit("printf %s " + shellQuoted(word))});
    process.waitForFinished();
    return process.readAllStandardOutput();
}

TEST(ShellQuoting, keepsPlainWordsReadable)
{
    EXPECT_EQ(shellQuoted("/dev/vg-1/web1.img:0"), "/dev/vg-1/web1.img:0");
    EXPECT_EQ(shellCommand({"xl", "migrate", "web 1", "xenhost2"}), "xl migrate 'web 1' xenhost2");
}

TEST(ShellQuoting, everyHostileWordStaysOneWord)
{
    const QList<QByteArray> words = {"", " ", "'", "''", "a'b", "$(id)", "`id`", "\\", "a\nb", "*", "~",
                                     "#x", "-n", "\"$HOME\"", "a;b|c&d", "!1", "\t", "web1 --incoming",
                                     "=x", "{a,b}", "[a]", "\xc3\xa4"};
    for (const QString &shell : {QStringLiteral("dash"), QStringLiteral("bash")}) {
        for (const QByteArray &word : words)
            EXPECT_EQ(whatShellReads(shell, word), word) << shell.toStdString();
    }
}

TEST(ShellQuoting, aWordEndsAtNul)
{
    EXPECT_EQ(shellQuoted(QByteArrayView("a\0b", 3)), "a");
}

} // namespace
} // namespace colonnade::base
