// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/program.h"

#include <gmock/gmock.h>

#include <QByteArray>
#include <QTemporaryDir>

namespace colonnade::ctl {

/// @p line in words, which blanks separate.
QStringList words(const QString &line);

/// `colonnadectl file` on files in a folder of its own.
class FileTest : public testing::Test
{
protected:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Makes a file and returns its path.
    QString make(const QString &name, const QByteArray &bytes) const;
    static QByteArray contentOf(const QString &path);
    /// What else than the files of that names is in the folder.
    QStringList othersThan(const QStringList &names) const;

    /// `colonnadectl file` with the words of @p line.
    Ran file(const QString &line, const QString &input = {}) const;

    /// Runs an edit of the file @p path: as a diff, which has to have exactly these removed and
    /// added lines, then for good. Checks that patch(1) makes the same of the old file as the edit
    /// did. Returns what the edit said on standard error.
    QByteArray edit(const QString &format, const QString &path, const QStringList &verb,
                    const QList<QByteArray> &removed, const QList<QByteArray> &added) const;
    /// The status with which an edit ends that must not touch the file, and what it said.
    Ran refused(const QString &format, const QString &path, const QStringList &verb) const;

    /// `file FORMAT PATH VERB...`, which has to succeed and to say nothing.
    void run(const QString &format, const QString &path, const QString &verb) const;
    /// What `file check` prints.
    QByteArray check(const QString &format, const QString &path) const;
    /// The value that `file get` prints.
    QByteArray get(const QString &format, const QString &path, const QString &what) const;

    const Program m_program;
    const QTemporaryDir m_folder;
};

/// What patch(1) makes of a file with the content @p before.
QByteArray patched(const QByteArray &before, const QByteArray &diff);

/// /etc/ocfs2/cluster.conf of two nodes.
extern const QByteArray Ocfs2Text;

} // namespace colonnade::ctl
