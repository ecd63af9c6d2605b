// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace colonnade::remote {

/// tr() for the sentences of this folder, most of which are said outside of any QObject. A free
/// function named tr() will not do: lupdate would file each sentence under the class that says it,
/// and nobody would find it there.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(colonnade::remote)
};

} // namespace colonnade::remote
