// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/lvmconf.h"

namespace colonnade::formats {

struct LvmParse
{
    QList<LvmConf::Setting> settings;
    QList<LvmConf::Section> sections;
};

/// Reads @p text as dm_config_parse() of libdm/libdm-config.c does.
Parsed<LvmParse> parseLvm(QByteArrayView text);

/// Where LVM stops reading: a NUL, or the end.
qsizetype lvmEnd(QByteArrayView text);

/// @p path with one slash between its parts, and none in front.
QByteArray lvmPath(QByteArrayView path);

/// @p bytes in double quotes, as the file writes a string.
QByteArray lvmString(QByteArrayView bytes);

} // namespace colonnade::formats
