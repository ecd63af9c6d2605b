// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/nodefiles.h"

#include <QWidget>

class QVBoxLayout;

namespace colonnade::gui {

/// Which nodes hold the file as it was opened, and which hold something else, with a button to
/// compare with those.
class HolderList final : public QWidget
{
    Q_OBJECT

public:
    explicit HolderList(QWidget *parent);

    void setFiles(const QList<HeldFile> &files);
    const QList<HeldFile> &files() const { return m_files; }

Q_SIGNALS:
    void compareRequested(const QString &node);

private:
    void addRow(const QStringList &nodes, HeldFile::Holds holds);

    QList<HeldFile> m_files;
    QVBoxLayout *m_layout;
};

} // namespace colonnade::gui
