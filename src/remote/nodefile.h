// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/connection.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <stop_token>

namespace colonnade::remote {

/// A file of a node, as it was when it was read.
struct NodeFile
{
    QString path;   ///< as it was asked for
    QString target; ///< the file itself, after all symbolic links
    bool exists = false;
    QByteArray bytes;
    QByteArray sha256; ///< of bytes, in hex; empty where there is no file
    QString mode;      ///< in octal: "640"; empty where there is no file
    QString owner;     ///< "root:root"

    friend bool operator==(const NodeFile &, const NodeFile &) = default;
};

/// Files of more bytes than this are neither read nor written: 4 MiB.
constexpr qsizetype NodeFileLimit = qsizetype(4) << 20;

/// Reads the file at the absolute @p path of a node, in one round trip. That there is none is no
/// error. Fails for what is no regular file, and for more than NodeFileLimit.
base::Result<NodeFile> readNodeFile(Connection &connection, const QString &path,
                                    std::stop_token stop = {});

/// SHA-256 in hex, as a node's sha256sum prints it.
QByteArray sha256Of(QByteArrayView bytes);

/// Puts other bytes in the place of a file's on a node, in two steps that are each done as a whole
/// or not at all: stage() writes them beside the file, swap() exchanges the two, provided that the
/// file is still the one that is expected. The mode, the owner and the SELinux context stay,
/// symbolic links are followed, the old file stays beside the new one, and takeBack() puts it there
/// again.
///
/// All is found by the id: whoever has it can go on after a crash, and every step may be repeated.
/// The scripts need a POSIX shell and of other programs cat, chmod, cp, dd, ln, mkdir, mv,
/// readlink, rm, and sha256sum or openssl; chcon where there is SELinux.
///
/// What remains is the moment between the last look at the file and the rename, of some
/// microseconds: POSIX has no rename that looks.
class FileReplacement
{
public:
    enum class Kind { File, Absent, Unreadable };

    /// What is in a place.
    struct Place
    {
        Kind kind = Kind::Absent;
        QByteArray sha256; ///< of Kind::File

        /// The hash, or none where there is no file.
        std::optional<QByteArray> hash() const
        {
            return kind == Kind::File ? std::optional(sha256) : std::nullopt;
        }
        friend bool operator==(const Place &, const Place &) = default;
    };

    struct Look
    {
        Place file;
        Place staged;
        Place backup;

        friend bool operator==(const Look &, const Look &) = default;
    };

    enum class Answer {
        Done,      ///< also when it was done before
        Changed,   ///< nothing was done: somebody else has changed the file, see `now`
        NotStaged, ///< nothing was done: the staged bytes are not there
        NoBackup,  ///< nothing was done: the old file is not there any more
    };
    struct Outcome
    {
        Answer answer = Answer::Done;
        Place now = {}; ///< of Changed
        /// Of Changed, where it was to be taken back: the old file. That it is there says that the
        /// exchange had been made before somebody else changed the file.
        Place backup = {};

        friend bool operator==(const Outcome &, const Outcome &) = default;
    };

    /// @p id: [a-z0-9-]+. @p expected: the hash of the old bytes; none where there must be no file.
    /// @p wanted: that of the new ones. The connection must outlive this object.
    FileReplacement(Connection &connection, const QString &path, const QString &id,
                    const std::optional<QByteArray> &expected, const QByteArray &wanted);

    base::Result<Look> look(std::stop_token stop = {});
    /// @p newFileMode: of a file that is not there yet, in octal.
    base::Result<void> stage(const QByteArray &bytes, const QByteArray &newFileMode,
                             std::stop_token stop = {});
    /// Runs @p body, shell text in which "$new" is the staged file and "$f" the file, and gives its
    /// output. For what only reads.
    base::Result<Output> inspect(const QString &title, const QByteArray &body,
                                 std::stop_token stop = {});
    /// The same for what changes the node otherwise.
    base::Result<Output> activate(const QString &title, const QByteArray &body,
                                  std::stop_token stop = {});
    base::Result<Outcome> swap(std::stop_token stop = {});
    base::Result<Outcome> takeBack(std::stop_token stop = {});
    /// Removes what was staged, and nothing else.
    base::Result<void> discard(std::stop_token stop = {});
    /// Removes what was staged and the old file beside the new one.
    base::Result<void> forget(std::stop_token stop = {});

    /// The name of the old file beside the new one.
    static QString backupPath(const QString &path, const QString &id);

private:
    QByteArray script(const QByteArray &body, const QByteArray &before = {}) const;
    base::Result<QByteArray> perform(Command command, const std::stop_token &stop);
    base::Result<Output> runWith(const QString &title, const QByteArray &body, bool readsOnly,
                                 const std::stop_token &stop);
    base::Result<Outcome> outcomeOf(const base::Result<QByteArray> &answer) const;

    Connection &m_connection;
    QString m_path;
    QString m_id;
    QByteArray m_expected; ///< a hash or "absent"
    QByteArray m_wanted;
};

} // namespace colonnade::remote
