// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/holderlist.h"

#include "gui/tonelabel.h"
#include "gui/wording.h"

#include <QHBoxLayout>
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
        return HolderList::tr("not reachable: needs it when it returns");
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
        auto *names = new QLabel(joined(nodes, 8), this);
        names->setTextFormat(Qt::PlainText);
        names->setWordWrap(true);
        names->setToolTip(plainTip(nodes.join(QStringLiteral(", "))));
        const Tone tone = toneOf(holds);
        auto *word = new ToneLabel(this, tone == Tone::Good ? Tone::Neutral : tone, wordOf(holds));
        word->setWordWrap(true);
        word->setAlignment(Qt::AlignTrailing | Qt::AlignTop);
        m_row = new QHBoxLayout(this);
        m_row->setContentsMargins(0, unit, 0, unit);
        m_row->setSpacing(unit);
        m_row->addWidget(new ToneLabel(this, tone, signOf(holds)), 0, Qt::AlignTop);
        m_row->addWidget(names, 2, Qt::AlignTop);
        m_row->addWidget(word, 3, Qt::AlignTop);
        setAccessibleName(QStringLiteral("%1: %2").arg(names->text(), word->text()));
    }
    QHBoxLayout *row() const { return m_row; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(Theme::of(palette()).columnBorder);
        painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    }

private:
    QHBoxLayout *m_row;
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
        row->row()->addWidget(compare, 0, Qt::AlignTop);
    }
    m_layout->addWidget(row);
}

} // namespace colonnade::gui
