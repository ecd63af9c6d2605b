// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"

#include <QLabel>

namespace colonnade::gui {

/// Plain text in the colour of a tone, whatever the palette becomes; Neutral is muted.
class ToneLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ToneLabel(QWidget *parent, Tone tone = Tone::Neutral, const QString &text = {});

    void setTone(Tone tone);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    Tone m_tone;
    bool m_isColouring = false;
};

/// A sentence or several, as plain text that wraps.
QLabel *wordsIn(QWidget *parent, const QString &text);

/// The title of a part of a column.
QLabel *makeHeading(const QString &text, QWidget *parent);

} // namespace colonnade::gui
