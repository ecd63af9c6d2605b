// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/findings.h"
#include "formats/guestconfig.h"

namespace colonnade::formats {

/// What the rules for guest files look at, and where they tell what they find.
class GuestCheck
{
public:
    GuestCheck(const GuestConfig &config, Findings &findings);

    const GuestConfig &config() const { return m_config; }
    bool isXl() const { return m_config.dialect() == GuestDialect::Xl; }
    QString tool() const { return QString::fromLatin1(isXl() ? "xl" : "xm"); }
    /// The number of the line around @p at, from 1.
    QString line(qsizetype at) const;
    /// Whether @p value is written in @p span as it is, without escapes.
    bool isPlain(Span span, QByteArrayView value) const;

    void add(const char *id, Severity severity, Span span, const QString &message,
             std::optional<Fix> fix = {}) const
    {
        m_findings.add(id, severity, span, message, std::move(fix));
    }

private:
    const GuestConfig &m_config;
    Findings &m_findings;
    QList<qsizetype> m_lines; ///< where each line begins
};

void checkGuestKeys(const GuestCheck &check);
void checkGuestKinds(const GuestCheck &check);
void checkGuestDisks(const GuestCheck &check);
void checkGuestVifs(const GuestCheck &check);

} // namespace colonnade::formats
