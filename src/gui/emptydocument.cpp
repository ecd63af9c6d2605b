// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/emptydocument.h"

#include "gui/documentdesk.h"
#include "gui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace colonnade::gui {

namespace {

QLabel *wordsIn(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter);
    return label;
}

bool isRead(const cluster::NodeState &node)
{
    return node.facts && node.connection.phase == remote::Phase::Connected;
}

} // namespace

EmptyDocument::EmptyDocument(const QString &path, bool canCreate, QWidget *parent)
    : QWidget(parent),
      m_path(path),
      m_canCreate(canCreate),
      m_headline(wordsIn(this)),
      m_words(wordsIn(this)),
      m_open(new QPushButton(tr("Open from &disk…"), this)),
      m_new(new QPushButton(tr("&New…"), this))
{
    m_headline->setObjectName(QStringLiteral("emptyHeadline"));
    m_headline->setFont(Fonts(font()).title);
    m_new->setVisible(canCreate);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_open);
    buttons->addWidget(m_new);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(2 * Fonts(font()).unit);
    layout->addStretch(2);
    layout->addWidget(m_headline);
    layout->addWidget(m_words);
    layout->addLayout(buttons);
    layout->addStretch(3);
    connect(m_open, &QPushButton::clicked, this, &EmptyDocument::openFileRequested);
    connect(m_new, &QPushButton::clicked, this, &EmptyDocument::newRequested);
}

void EmptyDocument::present(const DocumentDesk &desk, const cluster::ClusterState &state)
{
    const bool isReading = !desk.reading().isEmpty();
    const bool anyRead = std::ranges::any_of(state.nodes, &isRead);
    const bool allRead = anyRead && std::ranges::all_of(state.nodes, &isRead);
    if (isReading) {
        m_headline->setText(tr("%1 is being read from %2…").arg(m_path, desk.reading()));
        m_words->clear();
    } else if (anyRead) {
        m_headline->setText(allRead ? tr("No node has %1.").arg(m_path)
                                    : tr("No node that answers has %1.").arg(m_path));
        m_words->setText(m_canCreate
                             ? tr("Open a file of this computer, or make a new one. Nothing "
                                  "reaches a node before you roll it out.")
                             : tr("Open a file of this computer. Nothing reaches a node before you "
                                  "roll it out."));
    } else {
        m_headline->setText(tr("%1 was never read from this cluster.").arg(m_path));
        m_words->setText(
            tr("It opens by itself when a node can be reached. A file of this computer "
               "can be edited meanwhile."));
    }
    for (QWidget *button : {m_open, m_new})
        button->setEnabled(!isReading);
}

} // namespace colonnade::gui
