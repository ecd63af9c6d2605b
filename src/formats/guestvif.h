// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/guestconfigvalue.h"

#include <QString>

namespace colonnade::formats {

/// An item of a guest file's `vif`: a network card. Which one it is, only its place in the list
/// tells.
struct GuestVif
{
    Span span;                ///< the item in the file's text, with its quotes
    QByteArray spec;          ///< what the item says: "mac=00:16:3e:00:00:01,bridge=xenbr0"
    bool isComputed = false;  ///< xm: an expression; it has no fields
    QList<GuestField> fields; ///< in the order in which they stand, named as they are named
    /// Why the dialect's tool does not take this card; a sentence.
    std::optional<QString> refusal;

    /// The last field of that name, which is the one that counts.
    const GuestField *field(QByteArrayView name) const;
    /// Its value; empty where there is none.
    QByteArray value(QByteArrayView name) const;

    QByteArray mac() const { return value("mac"); }
    QByteArray bridge() const { return value("bridge"); }

    friend bool operator==(const GuestVif &, const GuestVif &) = default;
};

} // namespace colonnade::formats
