// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/nonce.h"

#include <QRandomGenerator>

#include <array>

namespace colonnade::cluster {

QByteArray freshNonce()
{
    std::array<quint32, 4> words;
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    QByteArray nonce = "m";
    for (const quint32 word : words)
        nonce += QByteArray::number(word, 16).rightJustified(8, '0');
    return nonce;
}

} // namespace colonnade::cluster
