// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace colonnade::remote {

/// A public key as known_hosts writes it.
struct HostKey
{
    QByteArray type; ///< ssh-ed25519, ...
    QByteArray base64;

    friend bool operator==(const HostKey &, const HostKey &) = default;
};

/// The keys that OpenSSH's known_hosts files (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT) hold: plain and
/// hashed names, wildcards, negations, [host]:port, @revoked. Lines of @cert-authority never match
/// a plain key.
class KnownHosts
{
public:
    enum class Match {
        Known,
        Unknown,   ///< no key of this host is on file
        Changed,   ///< another key of this type is on file
        OtherType, ///< keys of this host are on file, but none of this type
        Revoked,
    };

    struct Verdict
    {
        Match match = Match::Unknown;
        QString file; ///< of the line that decided; empty for Unknown
        int line = 0; ///< counted from 1
    };

    /// Reads the files. One that does not exist holds nothing; one that cannot be read is an error,
    /// since a changed key would look new.
    static base::Result<KnownHosts> read(const QStringList &files);

    Verdict judge(const QString &host, quint16 port, const HostKey &key) const;

    /// The types of the keys on file for a host, so that the server is asked for one of them first.
    QList<QByteArray> knownTypes(const QString &host, quint16 port) const;

private:
    struct Entry
    {
        enum class Marker { None, Revoked, Authority };
        Marker marker = Marker::None;
        QByteArray hosts;
        HostKey key;
        QString file;
        int line = 0;
    };

    void addFile(const QString &file, const QByteArray &text);
    QList<Entry> entriesFor(const QByteArray &name, Entry::Marker marker) const;

    QList<Entry> m_entries;
};

/// Appends a line for a key, as ssh(1) does: creates the folder (0700) and the file (0600) if they
/// are missing, and ends a last line that has no end.
base::Result<void> appendKnownHost(const QString &file, const QString &host, quint16 port,
                                   const HostKey &key);

} // namespace colonnade::remote
