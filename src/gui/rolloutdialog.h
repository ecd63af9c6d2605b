// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "formats/xmlencoding.h"
#include "gui/diffview.h"
#include "gui/nodefiles.h"
#include "gui/theme.h"
#include "operations/deployment.h"

#include <QDialog>

class QLineEdit;
class QVBoxLayout;

namespace colonnade::gui {

/// What a person is shown before a file leaves the workstation.
struct RollOutProposal
{
    operations::DeployRequest request;
    base::Result<operations::Plan> plan;
    QList<HeldFile> files;
    TextChange change; ///< from the bytes that were opened
    formats::XmlEncoding encoding = formats::XmlEncoding::Utf8;
    int version = 0;        ///< that the file will have; 0: such files have none
    int errors = 0;         ///< that were found in it
    bool isRaised = false;  ///< whether the roll-out raises the version
    QStringList notes = {}; ///< what to know of nodes that do not get it, and of afterwards
};

/// The one confirmation before a file is rolled out: to which nodes, what changes, what runs there,
/// who cannot be reached. Cancel is what Enter and Escape do.
class RollOutDialog final : public QDialog
{
    Q_OBJECT

public:
    RollOutDialog(const RollOutProposal &proposal, QWidget *parent);

    const RollOutProposal &proposal() const { return m_proposal; }
    /// What the person says about it; may be empty.
    QString reason() const;

private:
    void addHeadline(QVBoxLayout *layout);
    void addWarnings(QVBoxLayout *layout);
    void addWarning(QVBoxLayout *layout, Tone tone, const QString &text);
    void addChange(QVBoxLayout *layout);
    void addCommands(QVBoxLayout *layout);
    void addReason(QVBoxLayout *layout);
    void addButtons(QVBoxLayout *layout);
    QStringList namesThat(HeldFile::Holds holds) const;

    RollOutProposal m_proposal;
    QLineEdit *m_reason = nullptr;
};

} // namespace colonnade::gui
