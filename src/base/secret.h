// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <utility>

namespace colonnade::base {

/// A password or passphrase in memory: on a page of its own that is kept out of core dumps and, as
/// far as the system lets us, out of swap; wiped when it goes. It cannot be copied, printed or
/// compared by accident.
class Secret
{
public:
    Secret() = default;
    /// Takes @p bytes over, and wipes them unless somebody else holds them too.
    explicit Secret(QByteArray bytes);
    Secret(Secret &&other) noexcept
        : m_bytes(std::exchange(other.m_bytes, nullptr)), m_size(std::exchange(other.m_size, 0))
    {
    }
    Secret &operator=(Secret &&other) noexcept
    {
        std::swap(m_bytes, other.m_bytes);
        std::swap(m_size, other.m_size);
        return *this;
    }
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    /// A second one, for whoever has to keep it longer.
    [[nodiscard]] Secret copy() const;

    /// The bytes, NUL-terminated, for the one call that needs them. Do not keep the pointer.
    const char *reveal() const { return m_bytes ? m_bytes : ""; }
    qsizetype size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

private:
    void assign(const char *bytes, qsizetype size);

    char *m_bytes = nullptr;
    qsizetype m_size = 0;
};

/// Overwrites @p bytes, if nobody else holds them too, and empties it: for the containers that a
/// secret has to pass through.
void wipe(QByteArray &bytes);

/// Makes the system write no core file when this process crashes: what libraries hold of a secret
/// is not ours to wipe. Not where the environment has COLONNADE_CORE, which is for looking into a
/// crash.
void forbidCoreFiles();

} // namespace colonnade::base
