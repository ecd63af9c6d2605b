// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/editorpage.h"

namespace colonnade::gui {

/// The editor of /etc/cluster/cluster.conf with all its views, and that of OCFS2's node list. Their
/// window titles are those of their tabs.
EditorPage *makeClusterConfEditor(const QString &cluster, const EditorServices &services,
                                  QWidget *parent);
EditorPage *makeOcfs2Editor(const QString &cluster, const EditorServices &services,
                            QWidget *parent);

} // namespace colonnade::gui
