// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/profiledialog.h"

#include "gui/background.h"
#include "gui/questiondialogs.h"
#include "gui/theme.h"
#include "ui_profiledialog.h"

#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>

namespace colonnade::gui {

ProfileDialog::ProfileDialog(const std::optional<profiles::Profile> &original,
                             const QStringList &clusters, const Environment &environment,
                             std::shared_ptr<remote::Interaction> interaction, QWidget *parent)
    : QDialog(parent),
      m_environment(environment),
      m_interaction(std::move(interaction)),
      m_ui(std::make_unique<Ui::ProfileDialog>())
{
    m_ui->setupUi(this);
    m_ui->cluster->addItems(clusters);
    if (original) {
        setWindowTitle(tr("Profile of %1").arg(original->name));
        m_original = *original;
        fill(*original);
    }
    connect(m_ui->host, &QLineEdit::textChanged, this, &ProfileDialog::updateButtons);
    connect(m_ui->user, &QLineEdit::textChanged, this, &ProfileDialog::updateButtons);
    connect(m_ui->browse, &QToolButton::clicked, this, &ProfileDialog::chooseIdentity);
    connect(m_ui->test, &QPushButton::clicked, this, &ProfileDialog::test);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &ProfileDialog::saveRequested);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_ui->cluster->lineEdit()->setAccessibleName(tr("Cluster"));
    m_ui->result->hide();
    m_ui->host->setMinimumWidth(fontMetrics().averageCharWidth() * 66);
    m_ui->host->setFocus();
    updateButtons();
}

ProfileDialog::~ProfileDialog()
{
    m_test.request_stop();
}

void ProfileDialog::fill(const profiles::Profile &profile)
{
    m_ui->name->setText(profile.name);
    m_ui->cluster->setCurrentText(profile.cluster);
    m_ui->host->setText(profile.host);
    m_ui->port->setValue(profile.port == 0 ? 22 : profile.port);
    m_ui->user->setText(profile.user.isEmpty() ? QStringLiteral("root") : profile.user);
    m_ui->identity->setText(profile.identityFiles.value(0));
    m_ui->useAgent->setChecked(profile.methods.isEmpty()
                               || profile.methods.contains(profiles::LoginMethod::Agent));
    m_ui->migrationAddress->setText(profile.migrationAddress);
    m_ui->migrationPort->setValue(profile.migrationPort);
}

profiles::Profile ProfileDialog::profile() const
{
    profiles::Profile profile = m_original; // keeps what has no field here
    profile.host = m_ui->host->text().trimmed();
    const QString name = m_ui->name->text().trimmed();
    profile.name = name.isEmpty() ? profile.host : name;
    profile.cluster = m_ui->cluster->currentText().trimmed();
    profile.port = quint16(m_ui->port->value());
    profile.user = m_ui->user->text().trimmed();
    using profiles::LoginMethod;
    profile.methods =
        m_ui->useAgent->isChecked()
            ? QList<LoginMethod>()
            : QList{LoginMethod::KeyFile, LoginMethod::KeyboardInteractive, LoginMethod::Password};
    profile.migrationAddress = m_ui->migrationAddress->text().trimmed();
    profile.migrationPort = quint16(m_ui->migrationPort->value());
    const QString identity = m_ui->identity->text().trimmed();
    if (identity.isEmpty())
        profile.identityFiles.clear();
    else if (profile.identityFiles.value(0) != identity)
        profile.identityFiles = {identity};
    return profile;
}

void ProfileDialog::updateButtons()
{
    const bool usable =
        !m_ui->host->text().trimmed().isEmpty() && !m_ui->user->text().trimmed().isEmpty();
    m_ui->buttons->button(QDialogButtonBox::Save)->setEnabled(usable);
    m_ui->test->setEnabled(usable);
}

void ProfileDialog::chooseIdentity()
{
    auto *chooser = new QFileDialog(this, tr("Choose the private key"),
                                    QDir::home().filePath(QStringLiteral(".ssh")));
    connect(chooser, &QDialog::finished, chooser, &QObject::deleteLater);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, m_ui->identity, &QLineEdit::setText);
    chooser->open();
}

void ProfileDialog::test()
{
    m_ui->test->setEnabled(false);
    showResult(tr("Connecting to %1…").arg(m_ui->host->text()), true);
    m_test.request_stop();
    m_test = std::stop_source();
    runInBackground(
        m_environment.pool.get(), this,
        [connector = m_environment.makeConnector(m_interaction, {}), tried = profile(),
         stop = m_test.get_token()] {
            const std::unique_ptr<remote::Connection> connection = connector(tried);
            remote::Command command;
            command.title = tr("Test the connection");
            command.script = "uname -n -s -r";
            command.readsOnly = true;
            command.deadline = std::chrono::minutes(2); // a person may be typing a password
            return connection->run(command, stop);
        },
        [this](const base::Result<remote::Output> &answer) {
            updateButtons();
            if (answer)
                showResult(tr("Connected. The node says: %1")
                               .arg(plainServerText(QString::fromUtf8(answer->out))),
                           true);
            else
                showProblem(answer.error());
        });
}

void ProfileDialog::showProblem(const base::Error &error)
{
    showResult(error.remedy.isEmpty() ? error.message
                                      : error.message + QLatin1Char('\n') + error.remedy,
               false);
}

void ProfileDialog::showResult(const QString &text, bool good)
{
    const Theme theme = Theme::of(palette());
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, good ? theme.text : theme.bad);
    m_ui->result->setPalette(colors);
    m_ui->result->setText(text);
    m_ui->result->setVisible(true);
}

} // namespace colonnade::gui
