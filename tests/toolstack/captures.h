// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>

#include <gtest/gtest.h>

#include <optional>

/// Real output of a real cluster, where it is at hand (COLONNADE_CAPTURES, or beside the sources),
/// and the few files of it that the tests carry along.
namespace colonnade::test {

inline QString capturesFolder()
{
    const QString fromEnvironment = qEnvironmentVariable("COLONNADE_CAPTURES");
    const QString root = fromEnvironment.isEmpty()
                             ? QStringLiteral(COLONNADE_SOURCE_DIR "/../shared/captures")
                             : fromEnvironment;
    return root + QStringLiteral("/xl-4.17/");
}

inline std::optional<QByteArray> fileBytes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

inline std::optional<QByteArray> capture(const QString &name)
{
    return fileBytes(capturesFolder() + name);
}

/// A file of this folder's data/. It must be there.
inline QByteArray data(const char *name)
{
    const QString path = QStringLiteral(COLONNADE_TEST_DATA "/") + QString::fromUtf8(name);
    const std::optional<QByteArray> bytes = fileBytes(path);
    EXPECT_TRUE(bytes) << "cannot read " << name;
    return bytes.value_or(QByteArray());
}

/// The names of the captures that match @p pattern; empty where there are none at hand.
inline QStringList captureNames(const QString &pattern)
{
    return QDir(capturesFolder()).entryList({pattern}, QDir::Files, QDir::Name);
}

} // namespace colonnade::test
