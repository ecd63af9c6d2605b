// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/text.h"

namespace colonnade::gui {

/// A place where three texts are not the same. The spans are whole lines of each; a span that is
/// empty says where the lines would be.
struct Hunk
{
    enum class Kind {
        Theirs, ///< only they differ from the base
        Mine,   ///< only I do
        Same,   ///< both changed it, to the same
        Both    ///< both changed it: one has to decide
    };
    Kind kind = Kind::Both;
    formats::Span base;
    formats::Span mine;
    formats::Span theirs;

    friend bool operator==(const Hunk &, const Hunk &) = default;
};

/// The hunks of @p mine and @p theirs, which both came from @p base, in order. May take a second
/// for large texts that have little in common; any thread.
QList<Hunk> threeWay(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs);

} // namespace colonnade::gui
