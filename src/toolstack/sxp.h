// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace colonnade::toolstack {

/// One node of what xend and old xl print: a word, or a list in parentheses.
struct Sxp
{
    bool isList = false;
    QString atom;     ///< of a word
    QList<Sxp> items; ///< of a list

    /// The first word of a list; empty for anything else.
    QString name() const;
    /// The first list in this one that begins with @p key; nullptr where there is none. The first
    /// one counts, as it does for xend.
    const Sxp *child(QStringView key) const;
    /// What follows @p key in child(key), words joined by blanks: names with blanks are printed
    /// unquoted.
    QString value(QStringView key) const;
};

/// Reads the forms of @p text. A closing parenthesis too many is passed over, as xl's form for PV
/// guests has one; a missing one, and nesting deeper than bounds::NestingDepth, are errors.
base::Result<QList<Sxp>> readSxp(QByteArrayView text);

} // namespace colonnade::toolstack
