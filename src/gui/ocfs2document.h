// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/ocfs2conf.h"
#include "gui/editordocument.h"

namespace colonnade::gui {

/// /etc/ocfs2/cluster.conf while it is edited.
class Ocfs2Document final : public EditorDocument
{
    Q_OBJECT

public:
    explicit Ocfs2Document(QThreadPool *pool, QObject *parent = nullptr);

    QString path() const override;

    /// As ClusterConfDocument::conf().
    const std::optional<formats::Ocfs2Conf> &conf() const { return m_conf; }

protected:
    std::optional<formats::ParseError> parse(const QByteArray &text) override;
    Check check() const override;

private:
    std::optional<formats::Ocfs2Conf> m_conf;
};

} // namespace colonnade::gui
