// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/ocfs2conf.h"
#include "toolstack/addresses.h"

#include <QDialog>

#include <memory>

namespace Ui {
class Ocfs2NodeDialog;
}

namespace colonnade::gui {

/// Asks for a new node of an OCFS2 cluster: one of the hosts that are known, or another. What the
/// list would refuse cannot be accepted, and the dialog says why.
class Ocfs2NodeDialog final : public QDialog
{
    Q_OBJECT

public:
    /// A host that may become a node.
    struct Candidate
    {
        QString profile;                          ///< the name of its connection
        QString hostName;                         ///< as `uname -n` tells
        QList<toolstack::BoundAddress> addresses; ///< the likely one first
    };

    Ocfs2NodeDialog(const formats::Ocfs2Conf &conf, const QByteArray &cluster,
                    const QList<Candidate> &candidates, QWidget *parent);
    ~Ocfs2NodeDialog() override;

    /// As it is filled in.
    formats::Ocfs2Node node() const;

private:
    void takeHost(int index);
    void check();

    const formats::Ocfs2Conf m_conf;
    const QByteArray m_cluster;
    const QList<Candidate> m_candidates;
    std::unique_ptr<Ui::Ocfs2NodeDialog> m_ui;
};

} // namespace colonnade::gui
