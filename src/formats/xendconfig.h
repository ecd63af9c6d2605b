// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "formats/diagnostic.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace colonnade::formats {

/// A form of xend-config.sxp: `(xend-relocation-port 8002)`.
struct XendOption
{
    QByteArray key;
    QByteArray value;      ///< the first one, as xend reads it: without quotes and escapes
    bool isSingle = true;  ///< there is one value, a word or a string: not none, several, or a list
    bool isString = false; ///< the value stands in quotes
    bool isList = false;   ///< the value is a list
    Span keySpan;
    Span valueSpan; ///< of the first value, with quotes; empty, behind the key, where there is none
    Span span;      ///< of the form, with its parentheses
    bool counts = true; ///< xend takes the first form of a key, and passes over the others

    friend bool operator==(const XendOption &, const XendOption &) = default;
};

/// /etc/xen/xend-config.sxp. A change takes effect when xend is restarted.
///
/// The grammar is that of xend's own reader (Xen 4.4, tools/python/xen/xend/sxp.py).
class XendConfig
{
public:
    /// Fails where xend does: it does not start then.
    static Parsed<XendConfig> parse(QByteArray text);

    const QByteArray &text() const { return m_text; }

    /// The forms that begin with a word, in the order of the file.
    const QList<XendOption> &options() const { return m_options; }
    /// The one of that key that counts; nullptr where the file does not set it.
    const XendOption *option(QByteArrayView key) const;
    /// What xend takes a key for: the file's, or else the default of xend's code. Nothing for a key
    /// that is neither in the file nor known.
    std::optional<QByteArray> value(QByteArrayView key) const;
    /// The value as xend reads booleans: yes y 1 on true t, no n 0 off false f, in any case.
    std::optional<bool> boolean(QByteArrayView key) const;

    /// The regular expressions of `xend-relocation-hosts-allow`. Empty: xend lets everybody in.
    QList<QByteArray> relocationPatterns() const;
    /// The same as plain addresses and names, where each expression stands for exactly one; nothing
    /// where one does not. Empty: xend lets everybody in.
    std::optional<QStringList> relocationHosts() const;
    /// Whether xend would take a migration from a host with that address and name (of reverse DNS).
    bool admits(QByteArrayView address, QByteArrayView name) const;

    /// Sets a key where it counts: in the first form, or in a new one behind the commented one of
    /// that key, or at the end. Fails: no key, a value with a NUL byte, or one that xend would not
    /// start with.
    base::Result<TextEdits> set(QByteArrayView key, QByteArrayView value) const;
    /// Lets exactly these hosts migrate to this one: each becomes an expression with anchors and
    /// escapes, with single blanks between. Addresses and host names only; not an empty list, which
    /// would let everybody in.
    base::Result<TextEdits> setRelocationHosts(const QStringList &hosts) const;
    /// Puts `#` before every line of every form of a key, so that xend's default holds.
    base::Result<TextEdits> commentOut(QByteArrayView key) const;
    /// Takes every form of a key out, with its line where nothing else is on it.
    base::Result<TextEdits> remove(QByteArrayView key) const;

    /// What is wrong or risky, in order of place.
    QList<Diagnostic> diagnostics() const;

private:
    XendConfig() = default;

    const XendOption *optionOf(QByteArrayView key) const;
    base::Result<TextEdits> added(QByteArrayView key, QByteArrayView value) const;
    TextEdits replaced(const XendOption &option, QByteArrayView value) const;
    qsizetype behindComment(QByteArrayView key) const;
    base::Result<Span> ownLines(const XendOption &option) const;
    bool isWithin(qsizetype at) const;

    QByteArray m_text;
    QList<XendOption> m_options;
    QHash<QByteArray, qsizetype> m_first; ///< key -> index of the form that counts
    QList<Span> m_forms;                  ///< all of them, also those that set no key
    QList<Span> m_strays;                 ///< words and strings outside forms
    Span m_dropped; ///< a form cut off by the end of the file, which xend drops silently
    int m_droppedDepth = 0;
    qsizetype m_end = 0; ///< how far xend reads
};

} // namespace colonnade::formats
