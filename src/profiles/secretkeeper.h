// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <stop_token>

namespace colonnade::profiles {

/// Which secret of which profile: one entry of the keychain.
struct SecretName
{
    enum class Purpose { Password, SudoPassword, Passphrase };

    QString profile; ///< Profile::id
    Purpose purpose = Purpose::Password;
    QString keyFile; ///< of a passphrase

    /// As the keychain names it: "ID/password", "ID/sudo", "ID/passphrase/FILE".
    QString key() const;
    /// For a person: "password", "passphrase of FILE".
    QString title() const;

    friend bool operator==(const SecretName &, const SecretName &) = default;
};

/// Where secrets outlive the program. The functions may block, so they are not called on the main
/// thread; see Keychain for their errors.
struct SecretStore
{
    std::function<base::Result<std::optional<base::Secret>>(const QString &key, std::stop_token)>
        read;
    std::function<base::Result<void>(const QString &key, const base::Secret &)> store;
    std::function<base::Result<void>(const QString &key)> remove;

    bool isNone() const { return !read; }
};

/// The system's keychain.
SecretStore keychainStore();

/// The secrets of one run of the program: those that were typed or read and turned out to be right
/// stay in memory until it ends, so that a connection that is made again asks nobody; and those
/// that a person wants to keep are in the keychain. A passphrase is of its key file: in memory it
/// serves every profile that uses the file. Any thread but the main one.
class SecretKeeper
{
public:
    enum class Keychain {
        Unknown,   ///< not asked yet
        Available, ///< it answered
        Missing,   ///< there is none: secrets are asked for once a run and stored nowhere
        Locked,    ///< it was not unlocked
        Failing,   ///< it answers with an error
    };

    explicit SecretKeeper(SecretStore store) : m_store(std::move(store)) {}

    /// What is remembered, else what is kept. It is on trial from now on. A kept one that turned
    /// out to be wrong is not given again.
    std::optional<base::Secret> find(const SecretName &name, std::stop_token stop);
    /// Before a person is asked for @p name: waits while somebody else asks for the same, and finds
    /// what that one was told. No value: now it is the caller's turn, until the secret is
    /// accepted, refused or givenUp().
    std::optional<base::Secret> findInTurn(const SecretName &name, std::stop_token stop);
    /// Nobody gave a secret: whoever waits for the turn goes on.
    void givenUp(const SecretName &name);
    /// @p secret was typed by a person, and is on trial; with @p keep it goes to the keychain once
    /// it is accepted.
    void typed(const SecretName &name, const base::Secret &secret, bool keep);
    /// Whether find() gave what is kept, and it turned out to be wrong.
    bool isStale(const SecretName &name) const;

    /// What is on trial for @p name was right: it is remembered, and kept where that was wanted. A
    /// stale one that is kept is replaced or removed. The error is the keychain's.
    base::Result<void> accepted(const SecretName &name);
    /// It was wrong.
    void refused(const SecretName &name);

    /// The entries that the keychain has of @p profile, with a passphrase for one of @p keyFiles.
    base::Result<QList<SecretName>> kept(const QString &profile, const QStringList &keyFiles,
                                         std::stop_token stop = {});
    /// Removes @p name from memory and keychain. It is no error that it is not there.
    base::Result<void> forget(const SecretName &name);

    Keychain keychain() const;
    /// Of Locked and Failing: why.
    std::optional<base::Error> keychainError() const;

private:
    /// Given to a server that has not judged it yet.
    struct OnTrial
    {
        base::Secret secret;
        bool isKept = false; ///< it came from the keychain
        bool keep = false;   ///< it is to go there
    };

    void note(const base::Result<void> &answer);
    std::optional<base::Secret> remembered(const SecretName &name);
    void put(const SecretName &name, OnTrial trial);
    base::Result<void> removeKept(const QString &key);

    const SecretStore m_store;
    mutable std::mutex m_mutex; // of what follows
    std::condition_variable_any m_turnEnded;
    std::map<QString, QString> m_turns; ///< what is being asked for -> SecretName::key() of whom
    std::map<QString, base::Secret> m_memory;
    std::map<QString, OnTrial> m_onTrial; ///< by SecretName::key()
    std::set<QString> m_stale;            ///< likewise
    Keychain m_keychain = Keychain::Unknown;
    std::optional<base::Error> m_error;
};

} // namespace colonnade::profiles
