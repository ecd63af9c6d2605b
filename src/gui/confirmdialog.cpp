// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confirmdialog.h"

#include "gui/dialogbuttons.h"
#include "gui/icons.h"
#include "gui/theme.h"
#include "gui/tonelabel.h"
#include "gui/wording.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace colonnade::gui {

namespace {

QStringList namesOf(const QList<PreparedMigration> &answers)
{
    QStringList names;
    for (const PreparedMigration &answer : answers)
        names.append(answer.guest.guest);
    return names;
}

} // namespace

ConfirmDialog::ConfirmDialog(const QList<PreparedMigration> &answers, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("confirmDialog"));
    setWindowTitle(tr("Confirm the migration"));
    for (const PreparedMigration &answer : answers) {
        if (answer.plan)
            m_moving.append(answer);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    addGuests(layout, answers);
    addReasons(layout, answers);
    addCommands(layout);
    addButtons(layout, answers.size());
    setMinimumWidth(fontMetrics().averageCharWidth() * 84);
}

void ConfirmDialog::addGuests(QVBoxLayout *layout, const QList<PreparedMigration> &answers)
{
    const QString to = answers.first().to;
    QLabel *headline = wordsIn(this, tr("Migrate %1 to %2?").arg(joined(namesOf(m_moving)), to));
    QFont font = headline->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    font.setWeight(QFont::DemiBold);
    headline->setFont(font);
    layout->addWidget(headline);

    QStringList lines;
    for (const PreparedMigration &answer : std::as_const(m_moving))
        lines.append(tr("%1: from %2 to %3").arg(answer.guest.guest, answer.guest.node, to));
    lines.append(
        tr("The %n guest(s) keep running while they move.", nullptr, int(m_moving.size())));
    layout->addWidget(wordsIn(this, lines.join(QLatin1Char('\n'))));
}

void ConfirmDialog::addReasons(QVBoxLayout *layout, const QList<PreparedMigration> &answers)
{
    const Theme theme = Theme::of(palette());
    QStringList told;
    for (const PreparedMigration &answer : answers) {
        if (!answer.plan) {
            addReason(layout, QStringLiteral("error"), theme.bad,
                      tr("%1 stays on %2: %3")
                          .arg(answer.guest.guest, answer.guest.node, answer.plan.error().message));
            continue;
        }
        for (const rules::Reason &reason : answer.verdict.reasons) {
            if (reason.severity == rules::Severity::Hard || told.contains(reason.sentence))
                continue;
            told.append(reason.sentence);
            const bool warning = reason.severity == rules::Severity::Warning;
            const QString text = reason.remedy.isEmpty()
                                     ? reason.sentence
                                     : reason.sentence + QLatin1Char('\n') + reason.remedy;
            addReason(layout, warning ? QStringLiteral("warning") : QStringLiteral("info"),
                      warning ? theme.warn : theme.muted, text);
        }
    }
}

void ConfirmDialog::addReason(QVBoxLayout *layout, const QString &symbol, const QColor &color,
                              const QString &text)
{
    auto *row = new QHBoxLayout;
    auto *sign = new QLabel(this);
    const int size = fontMetrics().height();
    sign->setPixmap(icon(symbol, color).pixmap(QSize(size, size), devicePixelRatioF()));
    sign->setAccessibleName(symbol == QLatin1String("error")     ? tr("Stays")
                            : symbol == QLatin1String("warning") ? tr("Warning")
                                                                 : tr("Note"));
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addWidget(wordsIn(this, text), 1);
    layout->addLayout(row);
}

QByteArray ConfirmDialog::script() const
{
    QByteArray script;
    for (const PreparedMigration &answer : m_moving)
        script += (script.isEmpty() ? "" : "\n") + answer.plan->toScript();
    return script;
}

void ConfirmDialog::addCommands(QVBoxLayout *layout)
{
    QStringList commands;
    for (const PreparedMigration &answer : std::as_const(m_moving)) {
        for (const operations::Step &step : answer.plan->steps)
            commands.append(step.node + QStringLiteral("# ") + QString::fromUtf8(step.command));
    }
    auto *title = new QLabel(tr("What &runs, and where:"), this);
    auto *view = new QPlainTextEdit(commands.join(QLatin1Char('\n')), this);
    view->setObjectName(QStringLiteral("commands"));
    view->setReadOnly(true);
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    view->setTabChangesFocus(true);
    const int lines = qBound(2, int(commands.size()) + 1, 8);
    view->setFixedHeight(view->fontMetrics().lineSpacing() * lines + 4 * view->frameWidth() + 8);
    title->setBuddy(view);
    layout->addWidget(title);
    layout->addWidget(view);
}

void ConfirmDialog::addButtons(QVBoxLayout *layout, qsizetype asked)
{
    auto *box = new QDialogButtonBox(this);
    auto *copy = box->addButton(tr("Copy as &shell script"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(script())); });
    const int moving = int(m_moving.size());
    auto *migrate = box->addButton(moving < asked ? tr("&Migrate the %n that can", nullptr, moving)
                                                  : tr("&Migrate"),
                                   QDialogButtonBox::AcceptRole);
    migrate->setObjectName(QStringLiteral("migrate"));
    box->addButton(QDialogButtonBox::Cancel);
    cancelByDefault(box, this);
    layout->addSpacing(4);
    layout->addWidget(box);
}

} // namespace colonnade::gui
