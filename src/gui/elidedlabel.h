// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace colonnade::gui {

/// One muted line, cut short where there is no room for all of it; the tool tip has the rest.
class ElidedLabel final : public QWidget
{
    Q_OBJECT

public:
    ElidedLabel(Qt::Alignment alignment, QWidget *parent);

    const QString &text() const { return m_text; }
    void setText(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Qt::Alignment m_alignment;
};

} // namespace colonnade::gui
