// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "formats/diagnostic.h"
#include "formats/guestconfigvalue.h"
#include "formats/guestdisk.h"
#include "formats/guestvif.h"

#include <QHash>
#include <QSet>

#include <utility>

namespace colonnade::formats {

/// What a conversion does, and what it cannot do.
struct GuestConversion
{
    TextEdits edits;             ///< the act; the document that it makes is of the other dialect
    QList<Diagnostic> obstacles; ///< what the act leaves, and the other dialect does not take or
                                 ///< takes for something else; spans are of the text before
};

/// A guest's file: /etc/xen/NAME or NAME.cfg. Nothing in it is ever run.
///
/// Where a key is set more than once the last one counts, for both dialects.
class GuestConfig
{
public:
    /// Fails where the dialect's tool refuses the whole file. What is computed (xm) is no failure,
    /// and neither are bytes that are not ASCII, which Python 2.5 and later refuse: see
    /// diagnostics().
    static Parsed<GuestConfig> parse(QByteArray text, GuestDialect dialect);

    /// Whose file it looks like: the only dialect that takes it; where both do, the one whose tool
    /// takes its builder, disks and cards too, and then Xl, also if repair() must help first; where
    /// none does, Xm if it has Python in it.
    static GuestDialect likelyDialect(const QByteArray &text);

    /// The act that takes out of a text what makes the dialect's tool refuse all of it and means
    /// nothing: a byte order mark, the line ends of Windows, a last comment without a line end.
    /// Nothing where that does not make it a document.
    static std::optional<Fix> repair(const QByteArray &text, GuestDialect dialect);

    const QByteArray &text() const { return m_text; }
    GuestDialect dialect() const { return m_dialect; }

    /// All of them, in the order of the file, those that do not count too.
    const QList<GuestSetting> &settings() const { return m_settings; }
    /// The one of that key that counts; nullptr where the file does not set it.
    const GuestSetting *setting(QByteArrayView key) const;
    /// What the key is in the end: `+=` is done (xl), and what is computed anywhere on the way is
    /// Computed. Nothing where the file does not set it.
    std::optional<GuestValue> value(QByteArrayView key) const;
    /// The value if it is one string or number.
    std::optional<QByteArray> string(QByteArrayView key) const;
    /// The value if it is a whole number, in quotes or not, as both tools take it.
    std::optional<qint64> number(QByteArrayView key) const;
    /// The value if it is a list of strings and numbers only.
    std::optional<QList<QByteArray>> list(QByteArrayView key) const;

    QList<GuestDisk> disks() const;
    QList<GuestVif> vifs() const;

    /// Sets a key where it counts, or adds a line for it. A string keeps the quotes that stand
    /// there. Fails: the key is no key of the dialect, it is computed, or the value holds a NUL
    /// byte.
    base::Result<TextEdits> setString(QByteArrayView key, QByteArrayView value) const;
    base::Result<TextEdits> setNumber(QByteArrayView key, qint64 value) const;
    /// A list of strings. Items that stay are not touched, nor is what stands between them.
    base::Result<TextEdits> setList(QByteArrayView key, const QList<QByteArray> &values) const;
    /// Sets a key to what @p value looks like: a whole number in place of a number or of nothing,
    /// else a string. Fails also where the key is a list.
    base::Result<TextEdits> set(QByteArrayView key, QByteArrayView value) const;
    /// Takes every statement that sets the key out, with its line where nothing else is on it.
    base::Result<TextEdits> remove(QByteArrayView key) const;

    /// Adds to the end of `disk`, written so that both toolstacks understand it where possible.
    base::Result<TextEdits> addDisk(const GuestDiskSpec &disk) const;
    /// @p vdev names the disk: "xvda". Fails where no disk, or more than one, has that name.
    base::Result<TextEdits> removeDisk(QByteArrayView vdev) const;
    /// Gives fields of a disk other values, in the syntax in which it is written. Names are those
    /// of GuestDisk::fields, and `path` for target, `mode` for access. An empty value takes a field
    /// out where the disk can do without it.
    base::Result<TextEdits>
    changeDisk(QByteArrayView vdev, const QList<std::pair<QByteArray, QByteArray>> &fields) const;

    /// Adds a network card: names and values in the order in which they are to stand.
    base::Result<TextEdits> addVif(const QList<std::pair<QByteArray, QByteArray>> &fields) const;
    /// @p index counts from 0.
    base::Result<TextEdits> removeVif(qsizetype index) const;
    /// Gives fields of a card other values, adds those that it has not, and takes those out whose
    /// value is empty.
    base::Result<TextEdits> changeVif(qsizetype index,
                                      const QList<std::pair<QByteArray, QByteArray>> &fields) const;

    /// The act that makes a file for the other dialect of this one, as far as that is possible.
    GuestConversion convertedTo(GuestDialect dialect) const;

    /// What is wrong or risky, in order of place, for this file's dialect.
    QList<Diagnostic> diagnostics() const;

private:
    GuestConfig() = default;

    base::Result<void> checkKey(QByteArrayView key) const;
    QByteArray equalsFor(QByteArrayView key) const;
    TextEdits appended(QByteArrayView key, QByteArrayView written) const;
    TextEdits replacedValue(QByteArrayView key, const QByteArray &written) const;
    TextEdits assignmentOf(const GuestSetting &setting) const;
    TextEdits rewritten(const GuestValue &item, QByteArrayView value) const;
    TextEdits changedList(const GuestValue &list, const QList<QByteArray> &values) const;
    base::Result<void> checkList(QByteArrayView key) const;
    std::pair<const GuestValue *, qsizetype> listOf(QByteArrayView key, qsizetype index) const;
    base::Result<TextEdits> addItem(QByteArrayView key, QByteArrayView spec) const;
    TextEdits changedItem(const GuestValue &item, const TextEdits &edits) const;
    base::Result<qsizetype> diskIndex(QByteArrayView vdev) const;
    base::Result<void> checkVif(qsizetype index) const;
    TextEdit removedStatement(Span statement) const;
    qsizetype endOfLine(qsizetype at) const;
    bool isOnlySemicolon(Span between) const;
    bool isLineEnd(qsizetype at) const;
    bool isLineEndBefore(qsizetype begin) const;
    qsizetype behindBlanks(qsizetype at) const;
    void findDuplicates(const class GuestCheck &check) const;
    char usualQuote() const;
    char quoteOf(const GuestValue &item) const;
    QList<const GuestSetting *> chain(QByteArrayView key) const;
    QList<const GuestValue *> items(QByteArrayView key) const;

    QByteArray m_text;
    GuestDialect m_dialect = GuestDialect::Xl;
    QList<GuestSetting> m_settings;
    QHash<QByteArray, qsizetype> m_last; ///< key -> index of its last setting
    QList<Span> m_code;                  ///< xm: statements that are no literal assignments
    QSet<QByteArray> m_used;             ///< xm: names that code uses
};

/// How a disk is written so that xl and xm both understand it: "phy:/dev/vg/web1,xvda,w". Fails
/// where no such spelling exists: a comma in the path, `w!`, a format that only xl knows.
base::Result<QByteArray> portableSpelling(const GuestDiskSpec &disk);

} // namespace colonnade::formats
