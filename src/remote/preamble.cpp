// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/connection.h"

namespace colonnade::remote {

QByteArray scriptPreamble()
{
    // Login files may have set what changes the answers of grep.
    // One line, so that the shell's own messages count lines from almost the script's first one.
    return QByteArrayLiteral(
        "LC_ALL=C;"
        "PATH=\"${COLONNADE_ROOT:+$COLONNADE_ROOT/usr/sbin:$COLONNADE_ROOT/usr/bin:}"
        "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/lib/xen-common/bin\";"
        "export LC_ALL PATH;unset GREP_OPTIONS;umask 077\n");
}

} // namespace colonnade::remote
