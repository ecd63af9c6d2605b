// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "remote/hostname.h"
#include "remote/knownhostsline.h"

#include <QList>
#include <QStringList>

namespace colonnade::remote {

/// ~/.ssh/known_hosts, where new keys are written, and the other files that ssh(1) reads by
/// default.
QStringList defaultKnownHostsFiles();

/// A key on file.
struct StoredHostKey
{
    KnownHostsLine content;
    QString file;
    int line = 0;    ///< counted from 1
    QByteArray text; ///< the whole line as it was read, without its end: what removal compares
};

/// FILE:LINE, for messages.
QString placeOf(const StoredHostKey &key);

/// The names of a line for a person: plain text, shortened; for a hash the word that it is one.
QString shownHosts(const QByteArray &hosts);

/// A line that was skipped, or a file.
struct KnownHostsProblem
{
    QString file;
    int line = 0; ///< counted from 1; 0: the whole file
    BrokenLine broken;

    /// A sentence with file and line.
    QString sentence() const;
};

/// The keys that OpenSSH's known_hosts files hold, looked up as ssh(1) does. Broken lines are
/// skipped and told.
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
        std::optional<StoredHostKey> decided; ///< the line that decided; none for Unknown
        QList<StoredHostKey> onFile;          ///< the plain keys of the host, in the files' order
        QList<StoredHostKey> authorities;     ///< whose certificates the host may have
        QList<StoredHostKey> revoked;         ///< the lines that revoke something for this host
        /// Broken lines that may be about this host.
        QList<KnownHostsProblem> doubts;
    };

    /// So many broken lines of a file are told; the rest is counted.
    static constexpr int ProblemLimit = 100;

    /// Reads the files. One that does not exist holds nothing; one that cannot be read is an error,
    /// since a changed key would look new.
    static base::Result<KnownHosts> read(const QStringList &files);

    /// Reads what can be read; the rest is among the problems.
    static KnownHosts readAsFarAsPossible(const QStringList &files);

    Verdict judge(const HostName &host, const HostKey &key) const;

    /// The types of the keys on file for a host that are not revoked, so that the server is asked
    /// for one of them first.
    QList<QByteArray> knownTypes(const HostName &host) const;

    /// All keys, in the files' order.
    QList<StoredHostKey> all() const;

    /// The plain keys of a host, as ssh-keygen -F finds them.
    QList<StoredHostKey> keysOf(const HostName &host) const;

    /// Where the same key stands, whatever the host; @p most of them.
    QList<StoredHostKey> placesOf(const HostKey &key, int most) const;

    /// What was skipped. Beyond ProblemLimit in a file it is one entry that counts the rest.
    const QList<KnownHostsProblem> &problems() const { return m_problems; }

private:
    struct File
    {
        QString path;
        QByteArray bytes;
    };
    /// A line that holds a key. Parsed again when it is asked for: most never are.
    struct Row
    {
        qsizetype file;
        int line;
        qsizetype begin;
        qsizetype size;
        QByteArray hosts;
    };

    base::Result<void> addFile(const QString &path);
    void scan(qsizetype file);
    void addProblem(const KnownHostsProblem &problem, int &count);
    StoredHostKey keyAt(const Row &row) const;
    QList<StoredHostKey> linesFor(const QByteArray &name) const;
    QList<KnownHostsProblem> doubtsAbout(const QByteArray &name, const QByteArray &bare) const;

    QList<File> m_files;
    QList<Row> m_rows;
    QList<KnownHostsProblem> m_problems;
};

} // namespace colonnade::remote
