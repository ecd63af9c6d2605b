// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/nonce.h"

#include "remote/randomword.h"

namespace colonnade::cluster {

QByteArray freshNonce()
{
    return remote::randomWord().prepend('m');
}

} // namespace colonnade::cluster
