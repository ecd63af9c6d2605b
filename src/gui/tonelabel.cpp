// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tonelabel.h"

#include <QEvent>
#include <QScopedValueRollback>

namespace colonnade::gui {

ToneLabel::ToneLabel(QWidget *parent, Tone tone, const QString &text)
    : QLabel(text, parent), m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    colour();
}

void ToneLabel::setTone(Tone tone)
{
    m_tone = tone;
    colour();
}

void ToneLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_isColouring)
        colour();
}

void ToneLabel::colour()
{
    const QScopedValueRollback colouring(m_isColouring, true);
    // From the parent's: its own text colour is the one that is set here.
    const QPalette around = parentWidget() ? parentWidget()->palette() : palette();
    QPalette own;
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text})
        own.setColor(role, Theme::of(around).strong(m_tone)); // the ground decides which is used
    setPalette(own);
}

QLabel *wordsIn(QWidget *parent, const QString &text)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLabel *makeHeading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(Fonts(parent->font()).name);
    return label;
}

} // namespace colonnade::gui
