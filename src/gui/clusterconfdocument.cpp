// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/clusterconfdocument.h"

#include <algorithm>

namespace colonnade::gui {

ClusterConfDocument::ClusterConfDocument(QThreadPool *pool, QObject *parent)
    : EditorDocument(pool, parent)
{
}

QString ClusterConfDocument::path() const
{
    return QStringLiteral("/etc/cluster/cluster.conf");
}

formats::XmlEncoding ClusterConfDocument::encoding() const
{
    return m_conf ? m_conf->xml().encoding() : formats::XmlEncoding::Utf8;
}

void ClusterConfDocument::setTarget(const formats::ClusterConfTarget &target)
{
    if (target.generation == m_target.generation)
        return;
    m_target = target;
    checkAgain();
}

std::optional<formats::ParseError> ClusterConfDocument::parse(const QByteArray &text)
{
    formats::Parsed<formats::ClusterConf> parsed = formats::ClusterConf::parse(text);
    if (!parsed)
        return std::move(parsed).error();
    m_conf = *std::move(parsed);
    return std::nullopt;
}

EditorDocument::Check ClusterConfDocument::check() const
{
    if (const auto &error = parseError()) {
        const qsizetype at = std::min(error->offset, text().size());
        const formats::Diagnostic finding{
            "syntax", formats::Severity::Error, {at, at}, error->message};
        return [finding] { return QList{finding}; };
    }
    return [conf = *m_conf, target = m_target] {
        return formats::clusterConfDiagnostics(conf.xml(), target);
    };
}

} // namespace colonnade::gui
