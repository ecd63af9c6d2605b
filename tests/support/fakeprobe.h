// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace colonnade::test {

struct FakeGuest
{
    QByteArray name;
    int id = 1;
    qint64 memoryMiB = 160;
    QByteArray state = "-b----";
    double cpuSeconds = 1;
    QByteArray disk = {}; ///< path of its only disk; empty: none
};

/// What a node would answer to the script of cluster::probe(), for a FakeConnection's handler: a
/// dom0 with xl 4.17.
struct FakeProbe
{
    QByteArray hostName = "xenhost1";
    QList<FakeGuest> guests = {};
    qint64 totalMemoryMiB = 4096;
    qint64 freeMemoryMiB = 2048;
    QList<QByteArray> bridges = {"xenbr0"};
    QList<QByteArray> presentPaths =
        {}; ///< of those asked about; each is a block device with its name as LVM UUID
    bool xenstoreWatch = false;

    /// Whether @p script is one that this answers.
    static bool asksFor(QByteArrayView script);
    /// The answer to @p script, without details where it asks for none and the guests are the same.
    QByteArray answer(QByteArrayView script) const;

private:
    QByteArray list() const;
    QByteArray longList() const;
    QByteArray details(QByteArrayView script, const QByteArray &mark) const;
};

} // namespace colonnade::test
