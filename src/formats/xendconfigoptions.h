// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>
#include <optional>

namespace colonnade::formats {

/// What xend takes the value of a key for.
enum class XendValueKind : std::uint8_t { Text, Boolean, Number, Port, Hosts, List };

/// A key that xend knows.
struct KnownXendOption
{
    QByteArrayView key;
    XendValueKind kind;
    std::optional<QByteArrayView> byDefault; ///< nothing: none
};

/// What xend 4.4 knows of that key (tools/python/xen/xend/XendOptions.py), or xend of SLES; nullptr
/// for others.
const KnownXendOption *knownXendOption(QByteArrayView key);

/// The value as xend reads booleans; nothing where it raises an error.
std::optional<bool> xendBoolean(QByteArrayView value);

/// The value as Python's int() reads it.
std::optional<qint64> xendNumber(QByteArrayView value);

} // namespace colonnade::formats
