// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace colonnade::rules {

/// tr() for the sentences of this folder; see remote/words.h.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(colonnade::rules)
};

} // namespace colonnade::rules
