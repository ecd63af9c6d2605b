// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/program.h"

#include <gmock/gmock.h>

#include <QByteArray>
#include <QTemporaryDir>

namespace colonnade::ctl {

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

    /// `colonnadectl file` with @p words, which blanks separate, and @p more.
    Ran file(const QString &words, const QStringList &more = {}, const QString &input = {}) const;

    /// Runs an edit, as a diff first, then for good. Checks that patch(1) makes the same of the old
    /// file as the edit did, that the diff has exactly these removed and added lines, and that the
    /// edit made a second time changes nothing more where @p again says so. Returns the new file.
    QByteArray edited(const QString &path, const QString &words, const QStringList &more,
                      const QList<QByteArray> &removed, const QList<QByteArray> &added) const;

    const Program m_program;
    const QTemporaryDir m_folder;
};

/// Fixtures.
extern const QByteArray Ocfs2Text;

} // namespace colonnade::ctl
