// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rolloutdialog.h"

#include "gui/codeedit.h"
#include "gui/dialogbuttons.h"
#include "gui/tonelabel.h"
#include "gui/wording.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace colonnade::gui {

using Holds = HeldFile::Holds;

namespace {

QStringList targetsOf(const operations::DeployRequest &request)
{
    QStringList names;
    for (const operations::DeployTarget &target : request.targets)
        names.append(target.node);
    return names;
}

} // namespace

RollOutDialog::RollOutDialog(const RollOutProposal &proposal, QWidget *parent)
    : QDialog(parent), m_proposal(proposal)
{
    setObjectName(QStringLiteral("rollOutDialog"));
    setWindowTitle(tr("Roll out %1").arg(proposal.request.path));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    addHeadline(layout);
    addWarnings(layout);
    addChange(layout);
    if (proposal.plan)
        addCommands(layout);
    addReason(layout);
    addButtons(layout);
    const int character = fontMetrics().averageCharWidth();
    setMinimumWidth(std::min(96 * character, screen()->availableSize().width() * 9 / 10));
    resize(std::max(minimumWidth(), sizeHint().width()),
           std::min(sizeHint().height() + 8 * fontMetrics().lineSpacing(),
                    screen()->availableSize().height() * 9 / 10));
}

QString RollOutDialog::reason() const
{
    return m_reason->text().trimmed();
}

QStringList RollOutDialog::namesThat(Holds holds) const
{
    QStringList names;
    const QByteArray hash = hashOf(m_proposal.request.bytes);
    for (const HeldFile &file : m_proposal.files) {
        if (file.holds == holds && file.hash != hash) // it has the new one already
            names.append(file.node);
    }
    return names;
}

void RollOutDialog::addHeadline(QVBoxLayout *layout)
{
    const operations::DeployRequest &request = m_proposal.request;
    const QStringList targets = targetsOf(request);
    QLabel *headline = wordsIn(
        this,
        m_proposal.version > 0
            ? tr("Roll out version %1 of %2 to %n node(s)?", nullptr, int(targets.size()))
                  .arg(m_proposal.version)
                  .arg(request.path)
            : tr("Roll out %1 to %n node(s)?", nullptr, int(targets.size())).arg(request.path));
    QFont font = headline->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    font.setWeight(QFont::DemiBold);
    headline->setFont(font);
    layout->addWidget(headline);
    QStringList lines;
    if (!targets.isEmpty())
        lines.append(tr("To %1: all of them get it, or none does.").arg(joined(targets, 12)));
    if (m_proposal.isRaised)
        lines.append(tr("The version is raised to %1, as the daemons take no other file.")
                         .arg(m_proposal.version));
    if (!lines.isEmpty())
        layout->addWidget(wordsIn(this, lines.join(u'\n')));
}

void RollOutDialog::addWarnings(QVBoxLayout *layout)
{
    if (!m_proposal.plan) {
        const base::Error &error = m_proposal.plan.error();
        addWarning(layout, Tone::Bad,
                   error.remedy.isEmpty() ? error.message : error.message + u'\n' + error.remedy);
    }
    if (const QStringList names = namesThat(Holds::Other); !names.isEmpty())
        addWarning(layout, Tone::Warn,
                   tr("%1: another file than the one that was opened is replaced. It is kept "
                      "beside the new one.")
                       .arg(joined(names, 12)));
    for (const QString &note : m_proposal.notes)
        addWarning(layout, Tone::Warn, note);
    if (m_proposal.errors > 0)
        addWarning(layout, Tone::Warn,
                   tr("%n error(s) were found in it; see the problems beside the text.", nullptr,
                      m_proposal.errors));
}

void RollOutDialog::addWarning(QVBoxLayout *layout, Tone tone, const QString &text)
{
    auto *row = new QHBoxLayout;
    auto *sign = new ToneLabel(this, tone, signOf(tone));
    sign->setFont(Fonts(font()).name);
    sign->setAccessibleName(tone == Tone::Bad ? tr("Refused") : tr("Warning"));
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addWidget(wordsIn(this, text), 1);
    layout->addLayout(row);
}

void RollOutDialog::addChange(QVBoxLayout *layout)
{
    auto *title = new QLabel(tr("What &changes: %1").arg(m_proposal.change.sentence()), this);
    auto *view = new DiffView(this);
    view->setFrameShape(QFrame::StyledPanel);
    view->setChange(m_proposal.change, m_proposal.encoding);
    view->setMinimumHeight(view->heightFor(3));
    view->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    title->setBuddy(view);
    layout->addWidget(title);
    layout->addWidget(view, 1);
}

void RollOutDialog::addCommands(QVBoxLayout *layout)
{
    QStringList commands;
    for (const operations::Step &step : m_proposal.plan->steps) {
        commands.append(QStringLiteral("# %1: %2").arg(step.node, step.title));
        commands.append(QString::fromUtf8(step.command));
    }
    auto *title = new QLabel(tr("What &runs, and where:"), this);
    auto *view = new QPlainTextEdit(commands.join(u'\n'), this);
    view->setObjectName(QStringLiteral("commands"));
    view->setReadOnly(true);
    view->setFont(codeFont());
    view->setTabChangesFocus(true);
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    const int lines = qBound(3, int(commands.size()) + 1, 9);
    const auto heightOf = [view](int count) {
        return view->fontMetrics().lineSpacing() * count + 4 * view->frameWidth() + 8;
    };
    view->setMinimumHeight(heightOf(2)); // on a small screen the rest can be scrolled to
    view->setMaximumHeight(heightOf(lines));
    title->setBuddy(view);
    layout->addWidget(title);
    layout->addWidget(view);
}

void RollOutDialog::addReason(QVBoxLayout *layout)
{
    auto *title = new QLabel(tr("&Why (for the history):"), this);
    m_reason = new QLineEdit(this);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setPlaceholderText(tr("New node, ticket 4711, …"));
    title->setBuddy(m_reason);
    auto *row = new QHBoxLayout;
    row->addWidget(title);
    row->addWidget(m_reason, 1);
    layout->addLayout(row);
}

void RollOutDialog::addButtons(QVBoxLayout *layout)
{
    auto *box = new QDialogButtonBox(this);
    auto *copy = box->addButton(tr("Copy as &shell script"), QDialogButtonBox::ActionRole);
    copy->setEnabled(m_proposal.plan.has_value());
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(m_proposal.plan->toScript()));
    });
    auto *go = box->addButton(tr("Roll &out"), QDialogButtonBox::AcceptRole);
    go->setObjectName(QStringLiteral("go"));
    go->setEnabled(m_proposal.plan.has_value() && !m_proposal.request.targets.isEmpty());
    box->addButton(QDialogButtonBox::Cancel);
    cancelByDefault(box, this);
    layout->addWidget(box);
}

} // namespace colonnade::gui
