// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rolloutpanel.h"

#include "gui/rollout.h"
#include "gui/tonelabel.h"

#include <QGridLayout>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace colonnade::gui {

using operations::DeployStage;

namespace {

constexpr int Stages = int(DeployStage::RollingBack); ///< those that a good one goes through
constexpr int MostRows = 8;                           ///< of more nodes, the head tells

QString wordOf(DeployStage stage)
{
    switch (stage) {
    case DeployStage::Checking:
        return RollOutPanel::tr("checking");
    case DeployStage::Staging:
        return RollOutPanel::tr("writing beside the old file");
    case DeployStage::Validating:
        return RollOutPanel::tr("validating");
    case DeployStage::Swapping:
        return RollOutPanel::tr("swapping");
    case DeployStage::Activating:
        return RollOutPanel::tr("activating");
    case DeployStage::Verifying:
        return RollOutPanel::tr("verifying");
    case DeployStage::RollingBack:
        return RollOutPanel::tr("taking it back");
    case DeployStage::Ended:
        break;
    }
    return RollOutPanel::tr("done");
}

} // namespace

RollOutPanel::RollOutPanel(RollOut *rollOut, QWidget *parent)
    : QWidget(parent),
      m_rollOut(rollOut),
      m_head(makeHeading({}, this)),
      m_bar(new QProgressBar(this)),
      m_stop(new QPushButton(tr("&Stop"), this)),
      m_grid(new QGridLayout)
{
    setObjectName(QStringLiteral("rollOutPanel"));
    const int unit = Fonts(font()).unit;
    m_bar->setRange(0, Stages);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("How far the roll-out is"));
    m_bar->setMaximumHeight(2 * unit);
    m_stop->setAutoDefault(false);
    m_stop->setAccessibleName(tr("Stop the roll-out"));
    m_stop->setToolTip(tr("Before the first swap nothing stays; later, nodes differ until you "
                          "finish the roll-out or take it back"));
    m_grid->setColumnStretch(1, 1);
    m_grid->setHorizontalSpacing(3 * unit);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(2 * unit, unit, 2 * unit, unit);
    layout->addWidget(m_head, 0, 0);
    layout->addWidget(m_stop, 0, 1, 2, 1, Qt::AlignTop);
    layout->addWidget(m_bar, 1, 0);
    layout->addLayout(m_grid, 2, 0);
    layout->setColumnStretch(0, 1);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        m_rollOut->stop();
    });
    connect(rollOut, &RollOut::runningChanged, this, &RollOutPanel::begin);
    connect(rollOut, &RollOut::progressed, this, &RollOutPanel::present);
    hide();
}

void RollOutPanel::begin()
{
    setVisible(m_rollOut->isRunning());
    if (!m_rollOut->isRunning())
        return;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_words.clear();
    m_stop->setEnabled(true);
    m_bar->setValue(0);
    const QList<operations::DeployTarget> &targets = m_rollOut->request().targets;
    m_head->setText(tr("Rolling out to %n node(s)…", nullptr, int(targets.size())));
    for (const operations::DeployTarget &target :
         targets.first(std::min<qsizetype>(MostRows, targets.size()))) {
        const int row = m_grid->rowCount();
        m_grid->addWidget(new QLabel(target.node, this), row, 0);
        m_words[target.node] = new ToneLabel(this, Tone::Neutral, tr("waiting"));
        m_grid->addWidget(m_words[target.node], row, 1);
    }
}

void RollOutPanel::present(const operations::DeployProgress &progress)
{
    if (progress.stage < DeployStage::RollingBack)
        m_bar->setValue(std::max(m_bar->value(), int(progress.stage) + 1));
    const QString words = progress.sentence.isEmpty() ? wordOf(progress.stage) : progress.sentence;
    if (progress.node.isEmpty()) {
        m_head->setText(words);
        return;
    }
    if (QLabel *label = m_words.value(progress.node))
        label->setText(words);
    else
        m_head->setText(QStringLiteral("%1: %2").arg(progress.node, words));
}

} // namespace colonnade::gui
