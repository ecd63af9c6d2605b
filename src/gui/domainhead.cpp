// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/domainhead.h"

#include "gui/card.h"
#include "gui/namebutton.h"
#include "gui/toggleswitch.h"
#include "gui/wording.h"

#include <QContextMenuEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using formats::DomainFlag;

namespace {

/// One sentence on what a switch does.
QString sentenceOn(DomainFlag flag)
{
    switch (flag) {
    case DomainFlag::Ordered:
        return DomainHead::tr("On: of its nodes that are up, the one with the lowest priority runs "
                              "the guests. Off: any of them does.");
    case DomainFlag::Restricted:
        return DomainHead::tr("On: nodes outside of it never run the guests, which rather stay "
                              "down. Off: others run them while none of its nodes is up.");
    case DomainFlag::NoFailback:
        break;
    }
    return DomainHead::tr("On: a guest stays where it is when a node before that one returns. "
                          "Off: it is moved back then.");
}

} // namespace

DomainHead::DomainHead(QWidget *parent)
    : QWidget(parent),
      m_name(new NameButton(this)),
      m_edit(new QLineEdit(this)),
      m_menu(new QToolButton(this)),
      m_chips(new ChipFlow(2, this))
{
    const int unit = Fonts(font()).unit;
    m_name->installEventFilter(this);
    m_menu->setAutoRaise(true);
    m_menu->setText(u"⋯"_s);
    m_edit->hide();
    m_edit->installEventFilter(this);
    auto *title = new QHBoxLayout;
    title->setSpacing(0);
    title->addWidget(m_name, 1);
    title->addWidget(m_edit, 1);
    title->addWidget(m_menu);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * unit, unit, 2 * unit, unit);
    layout->setSpacing(unit / 4);
    layout->addLayout(title);
    layout->addWidget(addFlag(DomainFlag::Ordered, tr("Ordered")));
    layout->addWidget(addFlag(DomainFlag::Restricted, tr("Restricted")));
    layout->addWidget(addFlag(DomainFlag::NoFailback, tr("No failback")));
    layout->addSpacing(unit / 2);
    layout->addWidget(m_chips);
    layout->addStretch();
    flag(DomainFlag::Ordered)->setWords(tr("Ordered"), tr("Ordered: the first that is up"));
    flag(DomainFlag::Restricted)->setWords(tr("Restricted"), tr("Restricted: nowhere else"));
    flag(DomainFlag::NoFailback)->setWords(tr("No failback"), tr("No failback: stays where it is"));
    connect(m_name, &NameButton::clicked, this, &DomainHead::editName);
    connect(m_menu, &QToolButton::clicked, this, [this] {
        Q_EMIT menuWanted(m_domain.name, m_menu->mapToGlobal(m_menu->rect().bottomLeft()));
    });
    connect(m_edit, &QLineEdit::returnPressed, this, [this] { finishName(true); });
}

ToggleSwitch *DomainHead::addFlag(DomainFlag flag, const QString &name)
{
    auto *toggle = new ToggleSwitch(this);
    toggle->setAccessibleName(name);
    toggle->setAccessibleDescription(sentenceOn(flag));
    toggle->setToolTip(plainTip(name + u'\n' + sentenceOn(flag)));
    connect(toggle, &ToggleSwitch::clicked, this, [this, flag](bool on) {
        showFlag(flag, !on); // as the document still has it; the act shows the new one
        Q_EMIT flagWanted(m_domain.name, flag, on);
    });
    m_flags.append(toggle);
    return toggle;
}

ToggleSwitch *DomainHead::flag(DomainFlag flag) const
{
    return m_flags[qsizetype(flag)];
}

void DomainHead::showFlag(DomainFlag flag, bool on)
{
    this->flag(flag)->setChecked(on);
}

void DomainHead::setDomain(const DomainsModel::Domain &domain, const QList<GroupName> &groups)
{
    if (domain.name != m_domain.name && m_edit->isVisible())
        finishName(false);
    m_domain = domain;
    const QString name = CardText::printable(domain.name);
    setAccessibleName(tr("Failover domain %1").arg(name));
    m_name->setToolTip(plainTip(tr("%1\nClick to rename").arg(name)));
    m_name->setAccessibleName(tr("Failover domain %1, rename").arg(name));
    m_menu->setToolTip(tr("More"));
    m_menu->setAccessibleName(tr("More on failover domain %1").arg(name));
    showFlag(DomainFlag::Ordered, domain.isOrdered);
    showFlag(DomainFlag::Restricted, domain.isRestricted);
    showFlag(DomainFlag::NoFailback, domain.isNoFailback);
    m_chips->setGroups(groups, tr("no virtual machine uses it"));
    m_chips->setAccessibleName(tr("Virtual machines of %1").arg(name));
    m_name->setText(name);
    update();
}

int DomainHead::wantedWidth() const
{
    const Fonts fonts(font());
    int width =
        fonts.titleMetrics.horizontalAdvance(CardText::printable(m_domain.name)) + 10 * fonts.unit;
    for (const ToggleSwitch *toggle : m_flags)
        width = std::max(width, toggle->sizeHint().width());
    width += 4 * fonts.unit;
    const int letter = fontMetrics().averageCharWidth();
    return std::clamp(width, 22 * letter, 38 * letter);
}

void DomainHead::setTarget(bool target)
{
    m_target = target;
    update();
}

void DomainHead::editName()
{
    m_edit->setAccessibleName(tr("Name of failover domain %1").arg(m_name->text()));
    m_edit->setText(m_domain.name);
    m_edit->selectAll();
    m_name->hide();
    m_edit->show();
    m_edit->setFocus();
}

void DomainHead::finishName(bool take)
{
    if (m_edit->isHidden())
        return;
    const bool hadFocus = m_edit->hasFocus();
    const QString name = m_edit->text().trimmed();
    m_edit->hide();
    m_name->show();
    if (hadFocus)
        m_name->setFocus();
    if (take && name != m_domain.name)
        Q_EMIT renameWanted(m_domain.name, name);
}

bool DomainHead::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_edit && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        finishName(false);
        return true;
    }
    if (object == m_edit && event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        finishName(true);
    if (object == m_name && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F2) {
        editName();
        return true;
    }
    return QWidget::eventFilter(object, event);
}

void DomainHead::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuWanted(m_domain.name, event->globalPos());
}

void DomainHead::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), m_target ? theme.tinted(Tone::Good) : theme.surface);
    painter.setPen(theme.columnBorder);
    const bool mirrored = isRightToLeft();
    painter.drawLine(mirrored ? rect().topLeft() : rect().topRight(),
                     mirrored ? rect().bottomLeft() : rect().bottomRight());
}

} // namespace colonnade::gui
