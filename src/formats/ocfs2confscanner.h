// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/ocfs2conf.h"

namespace colonnade::formats {

/// What the parser of ocfs2-tools makes of a text, and why it would refuse it.
struct Ocfs2Scan
{
    QList<Ocfs2Conf::Stanza> stanzas;
    QList<Diagnostic> problems; ///< in order of place; any of them makes the tools refuse the file
};

/// Reads @p text as j_config_parse_base() of o2cb_ctl/jconfig.c does. Goes on behind a problem as
/// if it were solved, so that it is told once.
Ocfs2Scan scanOcfs2(QByteArrayView text);

/// Where the tools stop reading: a NUL, or the end. GLib's scanner passes over a NUL behind a word
/// of one letter.
qsizetype ocfs2End(QByteArrayView text);

/// Why the tools refuse to load @p conf although its grammar is right, in order of place:
/// o2cb_config_fill() of o2cb_ctl/o2cb_config.c.
QList<Diagnostic> ocfs2LoadProblems(const Ocfs2Conf &conf);

} // namespace colonnade::formats
