// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace colonnade::operations {

/// tr() for the sentences of this folder; see remote/words.h.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(colonnade::operations)
};

} // namespace colonnade::operations
