// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/lvmconf.h"

#include <optional>

namespace colonnade::formats {

/// Where and how a setting is added to a file that does not have it.
class LvmWriter
{
public:
    explicit LvmWriter(const LvmConf &conf);

    /// How the setting can be added, the best way first: behind the comment that tells its default,
    /// or to the innermost section of @p path that there is, with those that are missing around it.
    QList<TextEdit> additions(const QByteArray &path, const QByteArray &literal) const;

private:
    using Section = LvmConf::Section;
    using Setting = LvmConf::Setting;

    /// How a line looks that sets a key.
    struct Look
    {
        QByteArray indentation;
        QByteArray equals;
    };

    std::optional<TextEdit> behindComment(qsizetype section, const QByteArray &key,
                                          const QByteArray &literal) const;
    TextEdit inSection(qsizetype section, const QByteArray &key, const QByteArray &literal) const;
    TextEdit inNewSections(qsizetype section, const QList<QByteArray> &names, const QByteArray &key,
                           const QByteArray &literal) const;
    TextEdit beforeBrace(const Section &section, const QByteArray &lines) const;
    const Setting *lastSettingIn(qsizetype section) const;
    Look lookIn(qsizetype section) const;
    QByteArray indentationIn(qsizetype section) const;

    const LvmConf &m_conf;
    QByteArrayView m_text;
    QByteArray m_lineEnd;
};

} // namespace colonnade::formats
