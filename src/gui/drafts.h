// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace colonnade::gui {

/// A file as it was last read from a node: what is worked on while no node answers.
struct LastCopy
{
    QByteArray bytes;
    QString node;
    QDateTime readAt; ///< UTC

    friend bool operator==(const LastCopy &, const LastCopy &) = default;
};

/// A text that is being edited.
struct Draft
{
    QByteArray text;
    QByteArray base;   ///< see EditorDocument::base()
    QDateTime savedAt; ///< UTC

    friend bool operator==(const Draft &, const Draft &) = default;
};

/// What is kept on the workstation of one file of one cluster, for its user alone: files of mode
/// 0600, in a folder of mode 0700. Everything blocks; any thread may call, one at a time.
class Drafts
{
public:
    /// $XDG_DATA_HOME/colonnade/files
    static QString defaultFolder();

    /// Empty @p folder: nothing is kept.
    Drafts(QString folder, const QString &cluster, const QString &path);

    std::optional<LastCopy> lastCopy() const;
    base::Result<void> keepLastCopy(const LastCopy &copy) const;

    /// The names of texts that nobody has rolled out, saved or thrown away, and nobody edits now;
    /// the newest first.
    QStringList left() const;
    /// A name that is not in use, for a text that begins to be edited.
    QString newName() const;
    std::optional<Draft> draft(const QString &name) const;
    /// Puts it in the place of the older one of that name, all of it or nothing, to the disk.
    base::Result<void> keep(const QString &name, const Draft &draft) const;
    void remove(const QString &name) const;

private:
    QString pathOf(const QString &name) const;
    base::Result<void> write(const QString &name, const QByteArray &bytes) const;

    QString m_folder;
    QString m_key;
};

} // namespace colonnade::gui
