// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/columntext.h"
#include "gui/theme.h"

#include <QWidget>

namespace colonnade::gui {

/// A sentence in a column: what is wrong with the node, or what the node answers to a drag.
class ColumnBanner final : public QWidget
{
    Q_OBJECT

public:
    ColumnBanner(const Theme &theme, const Fonts &fonts, QWidget *parent = nullptr);

    void setLook(const Theme &theme, const Fonts &fonts);
    /// Hidden where @p notice has no text. @p solid: drawn in the full colour, as a drag's answer
    /// is; @p expanded: all its details instead of the one sentence.
    void setNotice(const Notice &notice, bool solid, bool expanded);
    const Notice &notice() const { return m_notice; }
    /// What is shown now.
    QString text() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, heightForWidth(width())}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int maxLines() const { return m_expanded ? 14 : 8; }
    QRect inner(const QRect &outer) const;

    Theme m_theme;
    Fonts m_fonts;
    Notice m_notice;
    bool m_solid = false;
    bool m_expanded = false;
};

} // namespace colonnade::gui
