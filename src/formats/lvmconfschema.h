// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/lvmconf.h"

#include <optional>

namespace colonnade::formats {

/// What a setting of LVM takes.
enum class LvmType {
    Boolean, ///< a number, or y, yes, on, true, n, no, off, false as a string
    Integer,
    String,
    FilledString,  ///< a string that is not empty
    Strings,       ///< a string, or a list of strings
    FilledStrings, ///< likewise, with something in it
    Any,
};

/// What the setting of @p path takes; nothing where LVM 2.03.16 and earlier know none of that name.
std::optional<LvmType> lvmType(QByteArrayView path);

/// Whether @p value is of @p type: _config_def_check_node_value() of lib/config/config.c.
bool isOfLvmType(const LvmConf::Value &value, LvmType type);

/// What a sentence calls @p type: "a number".
QString lvmTypeName(LvmType type);

} // namespace colonnade::formats
