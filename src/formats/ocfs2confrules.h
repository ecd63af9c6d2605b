// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/findings.h"
#include "formats/ocfs2confindex.h"
#include "formats/ocfs2conflimits.h"

#include <functional>

namespace colonnade::formats {

/// Findings with the checks that are the same for all values.
class Ocfs2Findings : public Findings
{
public:
    /// Quotes and comments, which the tools take for a part of the value. @p fix makes a fix of the
    /// value without them.
    void checkSuspicious(const Ocfs2Conf::Attribute &attribute,
                         const std::function<std::optional<Fix>(const QByteArray &)> &fix);

    /// Numbers that o2cb reads in the file as decimal, and on its command line otherwise.
    void checkNotation(const Ocfs2Conf::Attribute &attribute);

    /// take() of what is wrong with @p text. Without fixes where that holds a NUL: a byte more or
    /// less before it can make the tools read on behind it.
    QList<Diagnostic> takeFor(QByteArrayView text);

    static Fix replacement(const Ocfs2Conf::Attribute &attribute, const QByteArray &value);
};

/// The rules for @p nodes, which are all of one cluster. Passes over what the tools cannot load.
void checkOcfs2Nodes(const Ocfs2Index::Stanzas &nodes, Ocfs2Findings &findings);

} // namespace colonnade::formats
