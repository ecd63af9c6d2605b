// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

/// What the parsers of this folder take for possible. A node's answer is foreign data: a number
/// beyond these is not believed, an answer beyond these is refused.
namespace colonnade::toolstack::bounds {

inline constexpr qsizetype AnswerBytes = 16 * 1024 * 1024;
inline constexpr qsizetype LineBytes = 4096;
inline constexpr int Domains = 32768; // Xen's own limit is 0x7ff0
inline constexpr int DomainId = 0x7fff;
inline constexpr int Vcpus = 65536;
inline constexpr qint64 MemoryKiB = qint64(1) << 40; // 1 PiB
inline constexpr qint64 MemoryMiB = MemoryKiB / 1024;
inline constexpr double CpuSeconds = 1e12;
inline constexpr int DevicesOfOneDomain = 4096;
inline constexpr int NestingDepth = 64;

/// The decimal digits of @p text as a number from 0 to @p max; absent where it is anything else.
std::optional<qint64> number(QByteArrayView text, qint64 max);

/// A decimal fraction like 2596.123, from 0 to @p max; absent where it is anything else.
std::optional<double> fraction(QByteArrayView text, double max);

/// A uuid in lower case with dashes; empty where @p text is none, or only zeros (Domain-0 of xend).
QString uuid(const QString &text);

/// A network address in lower case with colons, also from twelve hex digits alone; otherwise @p
/// text.
QString mac(const QString &text);

} // namespace colonnade::toolstack::bounds
