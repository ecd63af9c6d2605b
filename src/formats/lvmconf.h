// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "formats/diagnostic.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace colonnade::formats {

/// /etc/lvm/lvm.conf: sections of settings, and comments that explain them.
/// Grammar: lvm2, libdm/libdm-config.c; lvm.conf(5).
class LvmConf
{
public:
    /// A value as the file writes it.
    struct Value
    {
        enum class Type { Integer, Float, String, List };

        Type type = Type::Integer;
        Span span;
        QByteArray text;    ///< of a string, without quotes and escapes; else as it stands there
        QList<Value> items; ///< of a list, none of which is a list

        friend bool operator==(const Value &, const Value &) = default;
    };

    /// `key = value`.
    struct Setting
    {
        QByteArray path; ///< its sections and its key: `global/locking_type`
        Span span;       ///< from key to the end of value
        Span key;
        Value value;
        qsizetype section = -1; ///< index among sections() of the one that it stands in; -1: none

        friend bool operator==(const Setting &, const Setting &) = default;
    };

    /// `name { … }`.
    struct Section
    {
        QByteArray path;
        Span span; ///< from its name to the closing brace
        Span name;
        Span body;             ///< between the braces
        qsizetype parent = -1; ///< index among sections(); -1: none

        friend bool operator==(const Section &, const Section &) = default;
    };

    /// Fails where LVM does not read on, and where a string is not closed or sections are nested
    /// more than 64 deep, which LVM takes.
    static Parsed<LvmConf> parse(QByteArray text);

    const QByteArray &text() const { return m_text; }

    /// In file order, those of nested sections among them.
    const QList<Setting> &settings() const { return m_settings; }
    const QList<Section> &sections() const { return m_sections; }

    /// The setting that LVM takes for @p path, as there may be several; nullptr where there is
    /// none.
    const Setting *setting(QByteArrayView path) const;

    /// What the file would take @p literal for: `3`, `"/dev"`, `[ "a", "b" ]`. Nothing where it is
    /// not one value.
    static std::optional<Value> valueOf(QByteArrayView literal);

    /// The text that @p word, as a person types it, is written with as the value of @p path: a
    /// number, a string in quotes, or a list as it is; a bare word in quotes where the key takes a
    /// string. Refuses what that key cannot take.
    static base::Result<QByteArray> literalFor(QByteArrayView path, const QByteArray &word);

    /// Sets @p path to @p literal, which is written as it is: `3`, `"/dev"`, `[ "a", "b" ]`. Adds
    /// the key, after the comment that tells its default where there is one, and the section where
    /// they are missing.
    base::Result<TextEdits> set(QByteArrayView path, const QByteArray &literal) const;

    /// Puts `#` before each setting of @p path. Refuses where something else stands in the line.
    base::Result<TextEdits> commentOut(QByteArrayView path) const;

    /// Removes each setting of @p path, with its line where nothing else stands there.
    base::Result<TextEdits> remove(QByteArrayView path) const;

    /// What LVM takes for something else than it says, and what a cluster does not work with. In
    /// order of place.
    QList<Diagnostic> diagnostics() const;

private:
    QByteArray m_text;
    QList<Setting> m_settings;
    QList<Section> m_sections;
};

} // namespace colonnade::formats
