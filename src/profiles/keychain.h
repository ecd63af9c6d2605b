// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QString>

#include <chrono>
#include <optional>
#include <stop_token>

namespace colonnade::profiles {

/// The system's keychain (Secret Service, KWallet) by QtKeychain. Calls block until it answered,
/// was unlocked or the deadline passed, so any thread may call but the main one, whose event loop
/// does the work. There is no fallback to a file: without a keychain the answer is Unsupported, and
/// secrets are asked for each time; of one that was not unlocked it is Refused.
class Keychain
{
public:
    explicit Keychain(std::chrono::milliseconds deadline = std::chrono::minutes(2))
        : m_deadline(deadline)
    {
    }

    /// No value: nothing is kept under @p key, which names node and kind: "xenhost1/password".
    base::Result<std::optional<base::Secret>> read(const QString &key,
                                                   std::stop_token stop = {}) const;
    base::Result<void> store(const QString &key, const base::Secret &secret,
                             std::stop_token stop = {}) const;
    base::Result<void> remove(const QString &key, std::stop_token stop = {}) const;

private:
    std::chrono::milliseconds m_deadline;
};

} // namespace colonnade::profiles
