// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/ocfs2conf.h"

namespace colonnade::formats {

/// Collects the edits of one act on an Ocfs2Conf, in the handwriting of the stanzas around them.
class Ocfs2Writer
{
public:
    using Stanza = Ocfs2Conf::Stanza;

    struct Setting
    {
        QByteArray key;
        QByteArray value;
    };

    explicit Ocfs2Writer(const Ocfs2Conf &conf);

    /// Puts a stanza of @p type behind @p after, or at the end where that is nullptr. Keys stand in
    /// the order, and are indented and spaced, as in the stanza @p model; where that is nullptr, as
    /// o2cb writes them.
    void insertStanza(const Stanza *after, const Stanza *model, const QByteArray &type,
                      QList<Setting> settings);

    /// Sets a key, or adds it as the last of the stanza.
    void set(const Stanza &stanza, const QByteArray &key, const QByteArray &value);

    /// Removes stanzas, given in file order, each with one of the blank lines around it where there
    /// is one on both sides. Once an act.
    void remove(const QList<const Stanza *> &stanzas);

    /// The act on a text that the tools refuse, before it and maybe after it.
    TextEdits uncheckedEdits() const;

    /// The act. Fails where the tools would refuse what comes of it.
    base::Result<TextEdits> edits() const;

private:
    qsizetype insertionPoint(const Stanza *after) const;
    QByteArray separatorAt(const Stanza *after) const;
    QByteArray stanzaText(const Stanza *model, const QByteArray &type,
                          QList<Setting> settings) const;
    QByteArray attributePrefix(const Stanza *model, const QByteArray &key) const;
    bool isBehindBlankLine(qsizetype begin) const;
    bool isBlankLine(qsizetype offset) const;
    Span withBlankLine(Span lines) const;

    const Ocfs2Conf &m_conf;
    QByteArrayView m_text;
    TextEdits m_edits;
};

} // namespace colonnade::formats
