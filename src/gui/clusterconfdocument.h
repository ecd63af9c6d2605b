// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/clusterconf.h"
#include "formats/clusterconfdiagnostics.h"
#include "gui/editordocument.h"

namespace colonnade::gui {

/// /etc/cluster/cluster.conf while it is edited.
class ClusterConfDocument final : public EditorDocument
{
    Q_OBJECT

public:
    explicit ClusterConfDocument(QThreadPool *pool, QObject *parent = nullptr);

    QString path() const override;
    /// Of conf(), so that a text that is broken for a while does not turn into other characters.
    formats::XmlEncoding encoding() const override;

    /// The last text that was a document; none before there was one. It is that of text() while
    /// there is no parseError().
    const std::optional<formats::ClusterConf> &conf() const { return m_conf; }

    /// What the findings are to know of the cluster.
    void setTarget(const formats::ClusterConfTarget &target);
    const formats::ClusterConfTarget &target() const { return m_target; }

protected:
    std::optional<formats::ParseError> parse(const QByteArray &text) override;
    Check check() const override;

private:
    std::optional<formats::ClusterConf> m_conf;
    formats::ClusterConfTarget m_target;
};

} // namespace colonnade::gui
