// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/secretkeeper.h"

#include "profiles/keychain.h"
#include "profiles/words.h"

using namespace Qt::StringLiterals;

namespace colonnade::profiles {

using base::ErrorCode;
using base::Result;

namespace {

constexpr auto LongestTurn = std::chrono::minutes(2);

/// What it is remembered under: a passphrase belongs to its file, whoever uses it.
QString memoryKey(const SecretName &name)
{
    return name.purpose == SecretName::Purpose::Passphrase ? u"passphrase/"_s + name.keyFile
                                                           : name.key();
}

Result<void> withoutValue(const Result<std::optional<base::Secret>> &answer)
{
    if (!answer)
        return std::unexpected(answer.error());
    return {};
}

} // namespace

QString SecretName::key() const
{
    switch (purpose) {
    case Purpose::Password:
        return profile + u"/password"_s;
    case Purpose::SudoPassword:
        return profile + u"/sudo"_s;
    case Purpose::Passphrase:
        break;
    }
    return profile + u"/passphrase/"_s + keyFile;
}

QString SecretName::title() const
{
    switch (purpose) {
    case Purpose::Password:
        return Words::tr("password");
    case Purpose::SudoPassword:
        return Words::tr("password for sudo");
    case Purpose::Passphrase:
        break;
    }
    return Words::tr("passphrase of %1").arg(keyFile);
}

SecretStore keychainStore()
{
    SecretStore store;
    store.read = [](const QString &key, std::stop_token stop) {
        return Keychain().read(key, std::move(stop));
    };
    store.store = [](const QString &key, const base::Secret &secret) {
        return Keychain().store(key, secret);
    };
    store.remove = [](const QString &key) { return Keychain().remove(key); };
    return store;
}

SecretKeeper::Keychain SecretKeeper::keychain() const
{
    const std::scoped_lock lock(m_mutex);
    return m_keychain;
}

std::optional<base::Error> SecretKeeper::keychainError() const
{
    const std::scoped_lock lock(m_mutex);
    return m_error;
}

void SecretKeeper::note(const Result<void> &answer)
{
    const std::scoped_lock lock(m_mutex);
    m_error = answer ? std::nullopt : std::optional(answer.error());
    if (answer || answer.error().code == ErrorCode::NotFound)
        m_keychain = Keychain::Available;
    else if (answer.error().code == ErrorCode::Unsupported)
        m_keychain = Keychain::Missing;
    else if (answer.error().code == ErrorCode::Refused)
        m_keychain = Keychain::Locked;
    else if (answer.error().code != ErrorCode::Canceled)
        m_keychain = Keychain::Failing;
}

std::optional<base::Secret> SecretKeeper::remembered(const SecretName &name)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_memory.find(memoryKey(name));
    return found == m_memory.end() ? std::nullopt : std::optional(found->second.copy());
}

void SecretKeeper::put(const SecretName &name, OnTrial trial)
{
    const std::scoped_lock lock(m_mutex);
    m_onTrial.insert_or_assign(name.key(), std::move(trial));
}

void SecretKeeper::typed(const SecretName &name, const base::Secret &secret, bool keep)
{
    put(name, {secret.copy(), false, keep});
}

std::optional<base::Secret> SecretKeeper::find(const SecretName &name, std::stop_token stop)
{
    if (std::optional<base::Secret> known = remembered(name)) {
        put(name, {known->copy(), false, false});
        return known;
    }
    if (m_store.isNone() || isStale(name))
        return std::nullopt;
    Result<std::optional<base::Secret>> kept = m_store.read(name.key(), std::move(stop));
    note(withoutValue(kept));
    if (!kept || !*kept)
        return std::nullopt;
    put(name, {(*kept)->copy(), true, false});
    return *std::move(kept);
}

std::optional<base::Secret> SecretKeeper::findInTurn(const SecretName &name, std::stop_token stop)
{
    {
        std::unique_lock lock(m_mutex);
        // Whoever asks may be cut off before it is known whether the answer was right; and one that
        // was, and asks anew, does not wait for itself.
        m_turnEnded.wait_for(lock, stop, LongestTurn, [&] {
            const auto turn = m_turns.find(memoryKey(name));
            return turn == m_turns.end() || turn->second == name.key();
        });
        m_turns.insert_or_assign(memoryKey(name), name.key());
    }
    std::optional<base::Secret> secret = remembered(name);
    if (secret) {
        put(name, {secret->copy(), false, false});
        givenUp(name);
    }
    return secret;
}

void SecretKeeper::givenUp(const SecretName &name)
{
    const std::scoped_lock lock(m_mutex);
    m_turns.erase(memoryKey(name));
    m_turnEnded.notify_all();
}

bool SecretKeeper::isStale(const SecretName &name) const
{
    const std::scoped_lock lock(m_mutex);
    return m_stale.contains(name.key());
}

Result<void> SecretKeeper::accepted(const SecretName &name)
{
    std::optional<OnTrial> trial;
    bool stale = false;
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_onTrial.find(name.key());
        if (found == m_onTrial.end())
            return {};
        trial = std::move(found->second);
        m_onTrial.erase(found);
        m_memory.insert_or_assign(memoryKey(name), trial->secret.copy());
        stale = m_stale.erase(name.key()) > 0;
    }
    givenUp(name);
    if (!trial->keep)
        return stale ? removeKept(name.key()) : Result<void>();
    const Result<void> stored =
        m_store.isNone() ? base::failure(ErrorCode::Unsupported, Words::tr("There is no keychain."))
                         : m_store.store(name.key(), trial->secret);
    note(stored);
    return stored;
}

void SecretKeeper::refused(const SecretName &name)
{
    givenUp(name);
    const std::scoped_lock lock(m_mutex);
    m_memory.erase(memoryKey(name));
    const auto found = m_onTrial.find(name.key());
    if (found == m_onTrial.end())
        return;
    if (found->second.isKept)
        m_stale.insert(name.key());
    m_onTrial.erase(found);
}

Result<QList<SecretName>> SecretKeeper::kept(const QString &profile, const QStringList &keyFiles,
                                             std::stop_token stop)
{
    QList<SecretName> names = {{profile, SecretName::Purpose::Password, {}},
                               {profile, SecretName::Purpose::SudoPassword, {}}};
    for (const QString &file : keyFiles)
        names.append({profile, SecretName::Purpose::Passphrase, file});
    QList<SecretName> result;
    for (const SecretName &name : std::as_const(names)) {
        if (m_store.isNone())
            break;
        const Result<std::optional<base::Secret>> answer = m_store.read(name.key(), stop);
        note(withoutValue(answer));
        if (!answer)
            return std::unexpected(answer.error());
        if (*answer)
            result.append(name);
    }
    return result;
}

Result<void> SecretKeeper::removeKept(const QString &key)
{
    if (m_store.isNone())
        return {};
    const Result<void> removed = m_store.remove(key);
    note(removed);
    if (!removed && removed.error().code == ErrorCode::NotFound)
        return {};
    return removed;
}

Result<void> SecretKeeper::forget(const SecretName &name)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_memory.erase(memoryKey(name));
        m_onTrial.erase(name.key());
        m_stale.erase(name.key());
    }
    return removeKept(name.key());
}

} // namespace colonnade::profiles
