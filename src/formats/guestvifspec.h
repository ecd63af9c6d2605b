// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/guestconfigvalue.h"

#include <QString>

#include <optional>

namespace colonnade::formats {

/// A part of a network card's description, by its place in it.
struct GuestVifPart
{
    QByteArray name;
    Span value;          ///< empty and behind the name where no `=` stands
    Span whole;          ///< with the blanks around it, without commas
    bool isWord = false; ///< has no `=`
};

/// What an item of `vif` says, by its places in the item.
struct GuestVifReading
{
    QList<GuestVifPart> parts = {};
    std::optional<QString> refusal = {};
};

/// Reads as xl 4.17 does (tools/xl/xl_parse.c, parse_nic_config()), or as xm 4.4 does
/// (xm/create.py, comma_sep_kv_to_dict() and configure_vifs()).
GuestVifReading readVif(QByteArrayView spec, GuestDialect dialect);

/// Whether the dialect's tool knows a part of that name.
bool isVifName(QByteArrayView name, GuestDialect dialect);

/// Whether xl reads all of @p mac as an address.
bool isXlMac(QByteArrayView mac);

} // namespace colonnade::formats
