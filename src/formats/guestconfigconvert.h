// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/findings.h"
#include "formats/guestconfig.h"

#include <QHash>

namespace colonnade::formats {

/// Makes the act that turns a guest file into one of the other dialect.
class GuestConverter
{
public:
    /// @p dialect is not the one of @p config.
    GuestConverter(const GuestConfig &config, GuestDialect dialect);

    /// @p code: the statements that only Python understands.
    GuestConversion converted(const QList<Span> &code);

private:
    void convertSetting(const GuestSetting &setting);
    void convertValue(const GuestValue &value);
    void convertString(const GuestValue &string);
    void convertNumber(const GuestValue &number);
    bool isShared(const GuestValue &string) const;
    void convertDisks();
    QByteArray diskFor(const GuestDisk &disk);
    bool isSameDisk(const GuestDisk &disk, const QByteArray &written) const;
    void convertVifs();
    void convertType();
    void setKey(const GuestSetting &setting, const QByteArray &key, const QByteArray &value);
    void convertLayoutToXl();
    void removeContinuations(const GuestValue &list);
    void convertLayoutToXm();
    void convertGap(Span gap, bool hasBefore, bool hasBehind);
    TextEdits withoutOverlaps();
    void checkResult(const TextEdits &edits);
    void obstacle(const char *id, Span span, const QString &message);
    void replace(Span span, const QByteArray &text);
    char quoteAt(Span span) const;

    const GuestConfig &m_config;
    const QByteArray &m_text;
    GuestDialect m_dialect;
    TextEdits m_edits;
    Findings m_obstacles;
    bool m_hasObstacle = false;
    QHash<QByteArray, GuestValue::Kind> m_kinds; ///< of the keys that are set so far
};

} // namespace colonnade::formats
