// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/holderlist.h"

#include "gui/tonelabel.h"
#include "gui/wording.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace colonnade::gui {

using Holds = HeldFile::Holds;

namespace {

Tone toneOf(Holds holds)
{
    switch (holds) {
    case Holds::Same:
        return Tone::Good;
    case Holds::Other:
    case Holds::Nothing:
        return Tone::Warn;
    case Holds::NotReachable:
    case Holds::Unknown:
        break;
    }
    return Tone::Neutral;
}

QString signOf(Holds holds)
{
    const QString sign = signOf(toneOf(holds));
    return sign.isEmpty() ? QStringLiteral("–") : sign;
}

QString wordOf(Holds holds)
{
    switch (holds) {
    case Holds::Same:
        return HolderList::tr("same bytes");
    case Holds::Other:
        return HolderList::tr("another file");
    case Holds::Nothing:
        return HolderList::tr("no such file");
    case Holds::NotReachable:
        return HolderList::tr("needs it when it returns");
    case Holds::Unknown:
        break;
    }
    return HolderList::tr("not read yet");
}

/// A sign, names and a word, with a thin line below.
class Row final : public QWidget
{
public:
    Row(const QStringList &nodes, Holds holds, QWidget *parent) : QWidget(parent)
    {
        const int unit = Fonts(font()).unit;
        QStringList shown;
        for (const QString &node : nodes)
            shown.append(breakable(node));
        auto *names = new QLabel(joined(shown, 8), this);
        names->setTextFormat(Qt::PlainText);
        names->setToolTip(plainTip(nodes.join(QStringLiteral(", "))));
        const Tone tone = toneOf(holds);
        auto *word = new ToneLabel(this, tone == Tone::Good ? Tone::Neutral : tone, wordOf(holds));
        names->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        word->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
        for (QLabel *label : {names, static_cast<QLabel *>(word)}) {
            label->setWordWrap(true);
            label->setMinimumWidth(1); // long names must not widen the column
        }
        m_grid = new QGridLayout(this);
        m_grid->setContentsMargins(0, unit, 0, unit);
        m_grid->setHorizontalSpacing(unit);
        m_grid->setColumnStretch(1, 3);
        m_grid->setColumnStretch(2, 2);
        m_grid->addWidget(new ToneLabel(this, tone, signOf(holds)), 0, 0, Qt::AlignTop);
        m_grid->addWidget(names, 0, 1);
        m_grid->addWidget(word, 0, 2);
        setAccessibleName(
            QStringLiteral("%1: %2").arg(nodes.join(QStringLiteral(", ")), word->text()));
    }
    void addButton(QPushButton *button)
    {
        m_grid->addWidget(button, 1, 1, 1, 2, Qt::AlignTrailing);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(Theme::of(palette()).columnBorder);
        painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    }

private:
    QGridLayout *m_grid;
};

} // namespace

HolderList::HolderList(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("holders"));
    setAccessibleName(tr("What the nodes hold"));
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
}

void HolderList::setFiles(const QList<HeldFile> &files)
{
    if (files == m_files)
        return;
    m_files = files;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    // Of those that hold the same there is no more to say than that; the others one by one.
    for (const Holds holds :
         {Holds::Same, Holds::Other, Holds::Nothing, Holds::NotReachable, Holds::Unknown}) {
        QStringList nodes;
        for (const HeldFile &file : files) {
            if (file.holds == holds)
                nodes.append(file.node);
        }
        if (holds != Holds::Other && !nodes.isEmpty())
            addRow(nodes, holds);
        else if (holds == Holds::Other)
            for (const QString &node : std::as_const(nodes))
                addRow({node}, holds);
    }
}

void HolderList::addRow(const QStringList &nodes, Holds holds)
{
    auto *row = new Row(nodes, holds, this);
    if (holds == Holds::Other) {
        const QString node = nodes.first();
        auto *compare = new QPushButton(tr("Compare…"), row);
        compare->setAutoDefault(false);
        compare->setAccessibleName(tr("Compare with %1").arg(node));
        connect(compare, &QPushButton::clicked, this,
                [this, node] { Q_EMIT compareRequested(node); });
        row->addButton(compare);
    }
    m_layout->addWidget(row);
}

} // namespace colonnade::gui
