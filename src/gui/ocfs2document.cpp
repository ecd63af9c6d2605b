// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ocfs2document.h"

namespace colonnade::gui {

Ocfs2Document::Ocfs2Document(QThreadPool *pool, QObject *parent) : EditorDocument(pool, parent) {}

QString Ocfs2Document::path() const
{
    return QStringLiteral("/etc/ocfs2/cluster.conf");
}

std::optional<formats::ParseError> Ocfs2Document::parse(const QByteArray &text)
{
    formats::Parsed<formats::Ocfs2Conf> parsed = formats::Ocfs2Conf::parse(text);
    if (!parsed)
        return std::move(parsed).error();
    m_conf = *std::move(parsed);
    return std::nullopt;
}

EditorDocument::Check Ocfs2Document::check() const
{
    return [text = text()] { return formats::Ocfs2Conf::check(text); };
}

} // namespace colonnade::gui
