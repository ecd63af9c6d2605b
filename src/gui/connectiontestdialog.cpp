// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connectiontestdialog.h"

#include "gui/background.h"
#include "gui/card.h"
#include "gui/icons.h"
#include "gui/nodesign.h"
#include "gui/roomyrows.h"
#include "gui/wording.h"
#include "ui_connectiontestdialog.h"

#include <QHeaderView>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using cluster::TestStage;
using cluster::TestStep;

namespace {

constexpr TestStage Stages[] = {
    TestStage::Resolve,        TestStage::Connect, TestStage::KeyExchange, TestStage::HostKey,
    TestStage::Authentication, TestStage::Root,    TestStage::Toolstack};
constexpr int RowCount = int(std::size(Stages));

} // namespace

ConnectionTestDialog::ConnectionTestDialog(const profiles::Profile &profile,
                                           const Environment &environment,
                                           std::shared_ptr<remote::Interaction> interaction,
                                           QWidget *parent)
    : QDialog(parent),
      m_profile(profile),
      m_environment(environment),
      m_interaction(std::move(interaction)),
      m_ui(std::make_unique<Ui::ConnectionTestDialog>())
{
    m_ui->setupUi(this);
    setWindowTitle(tr("Test of %1").arg(profile.name));
    makeRows();
    connect(m_ui->again, &QPushButton::clicked, this, &ConnectionTestDialog::start);
    connect(m_ui->stop, &QPushButton::clicked, this, [this] {
        end(Tone::Neutral, tr("Stopped by you."));
        m_ui->close->setFocus();
    });
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    m_ui->close->setFocus();
    resize(88 * fontMetrics().averageCharWidth(), 24 * fontMetrics().lineSpacing());
    start();
}

ConnectionTestDialog::~ConnectionTestDialog()
{
    stop();
}

void ConnectionTestDialog::makeRows()
{
    m_ui->stages->setHeaderLabels({tr("Stage"), tr("Result")});
    m_ui->stages->setRootIsDecorated(false);
    m_ui->stages->setWordWrap(true);
    m_ui->stages->setItemDelegate(new RoomyRows(m_ui->stages));
    m_ui->stages->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_ui->stages->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    for (const TestStage stage : Stages)
        new QTreeWidgetItem(m_ui->stages, {cluster::stageName(stage), QString()});
}

void ConnectionTestDialog::start()
{
    stop();
    for (int row = 0; row < RowCount; ++row)
        setRow(row, Mark::Waiting, {});
    m_ui->headline->setText(tr("Connecting to %1 as its profile says. Nothing is changed there.")
                                .arg(CardText::printable(m_profile.name)));
    m_ui->result->hide();
    m_ui->again->setEnabled(false);
    m_ui->stop->setEnabled(true);
    m_absent.clear();
    m_stop = std::stop_source();
    m_connection = m_environment.makeConnector(m_interaction, {})(m_profile);
    m_inbox = std::make_unique<Inbox<News>>(
        this, [this](const QList<News> &news) { take(news); }, 1000, std::chrono::milliseconds(50));
    m_environment.pool->start(
        [connection = m_connection, tell = m_inbox->sink(), token = m_stop.get_token()]() mutable {
            const auto step = [&tell](const TestStep &each) { tell({each, std::nullopt}); };
            const base::Result<void> result = cluster::testConnection(*connection, step, token);
            connection.reset();
            tell({std::nullopt, result});
        });
}

void ConnectionTestDialog::take(const QList<News> &news)
{
    for (const News &each : news) {
        if (each.step)
            showStep(*each.step);
        if (each.result)
            finish(*each.result); // takes the inbox away
    }
}

void ConnectionTestDialog::stop()
{
    m_stop.request_stop();
    m_inbox.reset();
    if (m_connection) // its end may take a while
        m_environment.pool->start(
            [connection = std::move(m_connection)]() mutable { connection.reset(); });
    m_connection.reset();
}

void ConnectionTestDialog::showStep(const TestStep &step)
{
    const int row = int(std::ranges::find(Stages, step.stage) - std::begin(Stages));
    for (int before = 0; before < row; ++before) { // a connection that stands tells less
        if (markOf(before) == Mark::Waiting || markOf(before) == Mark::Running)
            setRow(before, Mark::Done, {});
    }
    switch (step.outcome) {
    case TestStep::Outcome::Begun:
        setRow(row, Mark::Running, step.detail);
        break;
    case TestStep::Outcome::Passed:
        setRow(row, Mark::Done, step.detail);
        break;
    case TestStep::Outcome::Absent:
        m_absent = step.detail;
        setRow(row, Mark::Absent, step.detail);
        break;
    case TestStep::Outcome::Failed:
        setRow(row, Mark::Failed, step.detail);
        for (int later = row + 1; later < RowCount; ++later)
            setRow(later, Mark::Skipped, {});
        break;
    }
}

void ConnectionTestDialog::finish(const base::Result<void> &result)
{
    if (!result)
        end(Tone::Bad, NodeSign::sentence(result.error()));
    else if (!m_absent.isEmpty())
        end(Tone::Warn, tr("The connection works, but: %1").arg(CardText::printable(m_absent)));
    else
        end(Tone::Good, tr("Everything that Colonnade needs works."));
}

ConnectionTestDialog::Mark ConnectionTestDialog::markOf(int row) const
{
    return Mark(m_ui->stages->topLevelItem(row)->data(0, Qt::UserRole).toInt());
}

void ConnectionTestDialog::end(Tone tone, const QString &text)
{
    stop();
    for (int row = 0; row < RowCount; ++row) {
        if (markOf(row) == Mark::Running)
            setRow(row, Mark::Skipped, {});
    }
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, tone == Tone::Neutral
                                               ? palette().color(QPalette::WindowText)
                                               : Theme::of(palette()).strong(tone));
    const QString sign = signOf(tone);
    m_ui->result->setPalette(colours);
    m_ui->result->setText(sign.isEmpty() ? text : sign + u' ' + text);
    m_ui->result->show();
    m_ui->again->setEnabled(true);
    m_ui->stop->setEnabled(false);
}

void ConnectionTestDialog::setRow(int row, Mark mark, const QString &detail)
{
    struct Look
    {
        const char *symbol;
        Tone tone;
        QString word;
    };
    const Look looks[] = {
        {"state-off", Tone::Neutral, tr("not yet")},
        {"state-busy", Tone::Neutral, tr("going on")},
        {"good", Tone::Good, tr("done")},
        {"warning", Tone::Warn, tr("not there")},
        {"error", Tone::Bad, tr("failed")},
        {"state-off", Tone::Neutral, tr("not reached")},
    };
    const Look &look = looks[int(mark)];
    QTreeWidgetItem *item = m_ui->stages->topLevelItem(row);
    const QString words = detail.isEmpty() ? look.word : CardText::printable(detail);
    item->setIcon(0,
                  icon(QString::fromLatin1(look.symbol), Theme::of(palette()).strong(look.tone)));
    item->setText(1, mark == Mark::Waiting ? QString() : words);
    item->setToolTip(1, plainTip(words));
    item->setData(1, Qt::AccessibleTextRole, words);
    item->setData(0, Qt::UserRole, int(mark));
    item->setData(0, Qt::AccessibleTextRole, u"%1: %2, %3"_s.arg(item->text(0), look.word, words));
}

} // namespace colonnade::gui
