// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include <cstring>

namespace colonnade::base {

void Secret::wipe()
{
    if (!m_bytes.isEmpty())
        explicit_bzero(m_bytes.data(), size_t(m_bytes.size()));
    m_bytes.clear();
}

} // namespace colonnade::base
