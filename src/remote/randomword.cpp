// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/randomword.h"

#include <QRandomGenerator>

namespace colonnade::remote {

QByteArray randomWord()
{
    quint32 words[4];
    QRandomGenerator::system()->fillRange(words);
    return QByteArray(reinterpret_cast<const char *>(words), sizeof words).toHex();
}

} // namespace colonnade::remote
