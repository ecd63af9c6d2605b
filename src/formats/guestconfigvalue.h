// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/text.h"

#include <QByteArray>
#include <QList>

#include <cstdint>
#include <optional>

namespace colonnade::formats {

/// Whose rules a guest file follows. Most files are right for both, and some mean different things.
enum class GuestDialect {
    Xl, ///< the grammar of libxlutil 4.17 (tools/libs/util/libxlu_cfg_l.l, libxlu_cfg_y.y)
    Xm, ///< Python 2, which xm runs as root; of it, what is written as a literal is understood
};

/// What a key of a guest file is set to, as far as it can be known without running anything.
struct GuestValue
{
    enum class Kind : std::uint8_t {
        String,
        Number,   ///< xl: a word that begins with a digit; xm: a number, perhaps with a sign or a
                  ///< point
        List,     ///< in brackets
        Tuple,    ///< xm only; as the value of a key, xm passes over it
        Computed, ///< xm only: what Python makes of it is not known; nothing here guesses it
    };

    Kind kind = Kind::String;
    Span span = {};               ///< in the text, with quotes or brackets
    QByteArray bytes = {};        ///< String: what it means, without escapes; else as it is written
    QList<GuestValue> items = {}; ///< of a List or Tuple

    bool isComputed() const { return kind == Kind::Computed; }
    friend bool operator==(const GuestValue &, const GuestValue &) = default;
};

/// A statement that sets a key.
struct GuestSetting
{
    QByteArray key;
    Span keySpan;
    GuestValue value;
    Span span;            ///< from the key to the end of the value
    bool appends = false; ///< xl: `+=`, to the value before
    /// xm: code may or may not run it (a branch of an `if`), so that its value is Computed even
    /// where it is written as a literal.
    bool conditional = false;

    friend bool operator==(const GuestSetting &, const GuestSetting &) = default;
};

/// A named part of a disk or a network card, and where it stands.
struct GuestField
{
    QByteArray name;  ///< as xl-disk-configuration(5) and xl-network-configuration(5) call it
    QByteArray value; ///< what it means, without escapes
    Span span;        ///< of the value in the file's text; of a word without a value, the word

    friend bool operator==(const GuestField &, const GuestField &) = default;
};

} // namespace colonnade::formats
