// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/secretname.h"

namespace colonnade::cluster {

profiles::SecretName secretName(const remote::SecretQuestion &question)
{
    using Purpose = profiles::SecretName::Purpose;
    switch (question.kind) {
    case remote::SecretQuestion::Kind::Passphrase:
        return {question.secretsId, Purpose::Passphrase, question.keyFile};
    case remote::SecretQuestion::Kind::SudoPassword:
        return {question.secretsId, Purpose::SudoPassword, {}};
    case remote::SecretQuestion::Kind::Password:
        break;
    }
    return {question.secretsId, Purpose::Password, {}};
}

} // namespace colonnade::cluster
