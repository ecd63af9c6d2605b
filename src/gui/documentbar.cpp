// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/documentbar.h"

#include "gui/accentbutton.h"
#include "gui/card.h"
#include "gui/documentdesk.h"
#include "gui/elidedlabel.h"
#include "gui/theme.h"
#include "gui/wording.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace colonnade::gui {

namespace {

QToolButton *flatButton(const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QToolButton *menuButton(const QString &text, QMenu *menu, QWidget *parent)
{
    QToolButton *button = flatButton(text, parent);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    return button;
}

QString textOf(const DocumentDesk &desk)
{
    using Kind = DocumentDesk::Origin::Kind;
    const DocumentDesk::Origin &origin = desk.origin();
    const QString time = QLocale().toString(origin.at.toLocalTime(), QLocale::ShortFormat);
    if (!desk.reading().isEmpty())
        return DocumentBar::tr("reading %1…").arg(CardText::printable(desk.reading()));
    const QString name = CardText::printable(origin.name);
    switch (origin.kind) {
    case Kind::Nothing:
        return {};
    case Kind::Node:
        return DocumentBar::tr("read from %1, %2").arg(name, time);
    case Kind::File:
        return DocumentBar::tr("opened from %1").arg(name);
    case Kind::LastCopy:
        return DocumentBar::tr("offline: as %1 had it at %2").arg(name, time);
    case Kind::New:
        return DocumentBar::tr("new file");
    case Kind::Draft:
        return DocumentBar::tr("changes of %1").arg(time);
    }
    return {};
}

} // namespace

DocumentBar::DocumentBar(bool canCreate, QWidget *parent)
    : QWidget(parent),
      m_openMenu(new QMenu(this)),
      m_compareMenu(new QMenu(this)),
      m_open(menuButton(tr("&Open"), m_openMenu, this)),
      m_compare(menuButton(tr("Co&mpare"), m_compareMenu, this)),
      m_history(flatButton(tr("&History…"), this)),
      m_origin(new ElidedLabel(Qt::AlignLeft, this)),
      m_sentence(new ElidedLabel(Qt::AlignRight, this)),
      m_rollOut(new AccentButton(this)),
      m_canCreate(canCreate)
{
    m_open->setAccessibleName(tr("Open or save the file"));
    m_compare->setAccessibleName(tr("Compare with a node"));
    m_history->setObjectName(QStringLiteral("history"));
    m_history->setAccessibleName(tr("Roll-outs of this file"));
    m_rollOut->setObjectName(QStringLiteral("rollOut"));
    m_rollOut->setAutoDefault(false);
    m_sentence->setObjectName(QStringLiteral("heldSentence"));
    const int unit = Fonts(font()).unit;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2 * unit, unit, 2 * unit, 0);
    row->setSpacing(unit);
    row->addWidget(m_open);
    row->addWidget(m_compare);
    row->addWidget(m_history);
    row->addWidget(m_origin);
    row->addWidget(m_sentence);
    row->addSpacing(unit);
    row->addWidget(m_rollOut);
    connect(m_history, &QToolButton::clicked, this, &DocumentBar::historyRequested);
    connect(m_rollOut, &QPushButton::clicked, this, &DocumentBar::rollOutRequested);
    fillMenus();
}

void DocumentBar::setNodes(const QList<HeldFile> &files)
{
    if (files == m_files)
        return;
    m_files = files;
    fillMenus();
    m_sentence->setText(sentenceOf(files));
}

void DocumentBar::fillMenus()
{
    m_openMenu->clear();
    m_compareMenu->clear();
    for (const HeldFile &file : std::as_const(m_files)) {
        using Holds = HeldFile::Holds;
        const bool canRead = file.holds == Holds::Same || file.holds == Holds::Other;
        const QString name = QString(file.node).replace(u'&', QStringLiteral("&&"));
        m_openMenu
            ->addAction(tr("From %1").arg(name), this,
                        [this, node = file.node] { Q_EMIT openFromNodeRequested(node); })
            ->setEnabled(canRead);
        m_compareMenu
            ->addAction(tr("With %1…").arg(name), this,
                        [this, node = file.node] { Q_EMIT compareRequested(node); })
            ->setEnabled(canRead);
    }
    m_compare->setEnabled(!m_files.isEmpty());
    m_openMenu->addSeparator();
    m_openMenu->addAction(tr("From &disk…"), this, &DocumentBar::openFileRequested);
    if (m_canCreate)
        m_openMenu->addAction(tr("&New…"), this, &DocumentBar::newRequested);
    m_openMenu->addSeparator();
    m_openMenu->addAction(tr("&Save a copy as…"), this, &DocumentBar::saveAsRequested);
}

void DocumentBar::setOrigin(const DocumentDesk &desk)
{
    m_origin->setText(textOf(desk));
}

void DocumentBar::setRollOut(const QString &title, const QString &why)
{
    m_rollOut->setText(title);
    m_rollOut->setEnabled(why.isEmpty());
    m_rollOut->setToolTip(plainTip(why));
    m_rollOut->setAccessibleDescription(why);
}

} // namespace colonnade::gui
