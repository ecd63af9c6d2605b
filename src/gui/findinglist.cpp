// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/findinglist.h"

#include "gui/card.h"
#include "gui/panel.h"
#include "gui/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

bool FindingRow::looksLike(const FindingRow &other) const
{
    return tone == other.tone && sentence == other.sentence && remedy == other.remedy
           && std::ranges::equal(actions, other.actions, {}, &FindingAction::title,
                                 &FindingAction::title);
}

/// One finding.
class FindingList::Entry final : public QWidget
{
public:
    Entry(FindingList *list, qsizetype index, const FindingRow &row) : QWidget(list), m_row(row)
    {
        setAccessibleName(row.sentence);
        setAccessibleDescription(row.remedy);
        auto *line = new QHBoxLayout(this);
        line->setContentsMargins(0, 6, 0, 6);
        m_sign = new QLabel(signOf(row.tone).isEmpty() ? u"·"_s : signOf(row.tone), this);
        m_sign->setAccessibleName(signWord());
        m_sign->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        m_sign->setFixedWidth(fontMetrics().horizontalAdvance(u"✕✕"_s));
        line->addWidget(m_sign);
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        words->addWidget(makeLabel(row.sentence));
        if (!row.remedy.isEmpty()) {
            m_remedy = makeLabel(row.remedy);
            words->addWidget(m_remedy);
        }
        addActions(words, list, index);
        line->addLayout(words, 1);
        updateColours();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(Theme::of(palette()).columnBorder);
        painter.drawLine(0, height() - 1, width(), height() - 1);
    }

    void changeEvent(QEvent *event) override
    {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::PaletteChange)
            updateColours();
    }

private:
    QString signWord() const
    {
        switch (m_row.tone) {
        case Tone::Bad:
            return FindingList::tr("Problem");
        case Tone::Warn:
            return FindingList::tr("Warning");
        case Tone::Good:
            return FindingList::tr("In order");
        case Tone::Neutral:
            break;
        }
        return FindingList::tr("Note");
    }

    QLabel *makeLabel(const QString &text)
    {
        auto *label = new QLabel(CardText::printable(text), this);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        return label;
    }

    void addActions(QVBoxLayout *words, FindingList *list, qsizetype index)
    {
        if (m_row.actions.isEmpty())
            return;
        auto *buttons = new QHBoxLayout;
        for (qsizetype i = 0; i < m_row.actions.size(); ++i) {
            const QString title = CardText::printable(m_row.actions[i].title);
            const int most = 40 * fontMetrics().averageCharWidth();
            auto *button = new QPushButton(
                fontMetrics().elidedText(title, Qt::ElideMiddle, most).replace(u'&', "&&"_L1),
                this);
            button->setAccessibleName(title);
            button->setToolTip(plainTip(title));
            button->setAccessibleDescription(m_row.sentence);
            connect(button, &QPushButton::clicked, list, [list, index, i] {
                const FindingAction action = list->rows().value(index).actions.value(i);
                if (action.run)
                    action.run();
            });
            buttons->addWidget(button);
        }
        buttons->addStretch();
        words->addLayout(buttons);
    }

    void updateColours()
    {
        const Theme theme = Theme::of(palette());
        setTextColour(m_sign, theme.strong(m_row.tone));
        if (m_remedy)
            setTextColour(m_remedy, theme.muted);
    }

    FindingRow m_row;
    QLabel *m_sign;
    QLabel *m_remedy = nullptr;
};

FindingList::FindingList(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void FindingList::setRows(const QList<FindingRow> &rows)
{
    const bool same = std::ranges::equal(
        m_rows, rows, [](const FindingRow &a, const FindingRow &b) { return a.looksLike(b); });
    m_rows = rows; // what the buttons do may be for another text
    if (same)
        return;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide(); // it may be the sender: it goes later, and is not to be seen
        item->widget()->deleteLater();
        delete item;
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_layout->addWidget(new Entry(this, i, m_rows[i]));
}

} // namespace colonnade::gui
