// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace colonnade::gui {

/// Buttons side by side of which one is pressed: which view of a document is shown.
class ViewSwitcher final : public QWidget
{
    Q_OBJECT

public:
    explicit ViewSwitcher(QWidget *parent);

    /// Before the one that is at @p index now.
    void insert(int index, const QString &title);
    int current() const;
    void setCurrent(int index);
    int count() const;

Q_SIGNALS:
    /// A person pressed one.
    void chosen(int index);

private:
    class Segment;
    QList<Segment *> m_segments;
    QButtonGroup *m_group;
    QHBoxLayout *m_layout;
};

} // namespace colonnade::gui
