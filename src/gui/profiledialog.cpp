// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/profiledialog.h"

#include "gui/background.h"
#include "gui/profileproblems.h"
#include "gui/theme.h"
#include "gui/wording.h"
#include "ui_profiledialog.h"

#include <QDir>
#include <QFileDialog>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using profiles::Profile;

namespace {

enum JumpKind { AsConfig, ThroughProfile, ThroughHost };

JumpKind kindOf(const profiles::JumpHost &jump)
{
    if (!jump.profile.isEmpty())
        return ThroughProfile;
    return jump.host.isEmpty() ? AsConfig : ThroughHost;
}

QString rootHint(int index)
{
    switch (index) {
    case int(profiles::BecomeRoot::NotNeeded):
        return ProfileDialog::tr("The user above may do all that Colonnade does: it is root.");
    case int(profiles::BecomeRoot::Sudo):
        return ProfileDialog::tr("Commands run through sudo, which must not ask: NOPASSWD in "
                                 "sudoers for this user.");
    case int(profiles::BecomeRoot::SudoWithPassword):
        return ProfileDialog::tr(
            "Commands run through sudo. Its password is asked for when it is needed, and goes to "
            "the node over the encrypted connection only.");
    default:
        return {};
    }
}

} // namespace

ProfileDialog::ProfileDialog(Subject subject, const Environment &environment, KeptSecrets secrets,
                             QWidget *parent)
    : QDialog(parent),
      m_subject(std::move(subject)),
      m_environment(environment),
      m_secrets(std::move(secrets)),
      m_ui(std::make_unique<Ui::ProfileDialog>()),
      m_fields(new ProfileFields(this))
{
    m_ui->setupUi(this);
    bindTop();
    bindLogin();
    bindRoute();
    bindRest();
    connect(m_fields, &ProfileFields::changed, this, &ProfileDialog::validate);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &ProfileDialog::saveRequested);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_ui->test, &QPushButton::clicked, this,
            [this] { Q_EMIT testRequested(profiles().first()); });
    m_lookUp.setSingleShot(true);
    m_lookUp.setInterval(250);
    connect(&m_lookUp, &QTimer::timeout, this, &ProfileDialog::lookUpHost);
    connect(m_ui->host, &QLineEdit::textChanged, &m_lookUp, qOverload<>(&QTimer::start));
    begin();
}

ProfileDialog::~ProfileDialog() = default;

void ProfileDialog::begin()
{
    const int character = fontMetrics().averageCharWidth();
    for (QLineEdit *small :
         {m_ui->port, m_ui->jumpPort, m_ui->migrationPort, m_ui->timeout, m_ui->keepalive})
        small->setMaximumWidth(10 * character);
    m_ui->host->setMinimumWidth(50 * character);
    m_ui->note->setMinimumHeight(3 * fontMetrics().lineSpacing());
    for (QLabel *label : {m_ui->hostProblem, m_ui->userProblem, m_ui->nameProblem,
                          m_ui->clusterProblem, m_ui->methodsProblem, m_ui->keysProblem,
                          m_ui->jumpProblem, m_ui->migrationProblem, m_ui->timesProblem})
        label->hide();

    QStringList names;
    for (const Profile &each : m_subject.originals)
        names.append(each.name);
    m_ui->several->setVisible(isSeveral());
    if (isSeveral()) {
        setWindowTitle(tr("Profiles of %n nodes", nullptr, int(names.size())));
        m_ui->several->setText(
            tr("What you change here is changed for %1. The rest stays as it is in each of them.")
                .arg(joined(names)));
        m_ui->form->setRowVisible(m_ui->nameLabel, false);
        m_ui->test->hide();
    } else if (!names.isEmpty()) {
        setWindowTitle(tr("Profile of %1").arg(names.first()));
    }
    Profile fresh = m_subject.likeness.value_or(Profile());
    fresh.cluster = m_subject.cluster;
    m_fields->show(names.isEmpty() ? QList{fresh} : m_subject.originals);
    updateJump();
    validate();
    lookUpHost();
    lookForKept();
    m_ui->tabs->setCurrentIndex(0);
    m_ui->host->setFocus();
}

void ProfileDialog::bindTop()
{
    m_ui->cluster->addItems(m_subject.clusters);
    m_ui->cluster->lineEdit()->setAccessibleName(tr("Cluster"));
    m_ui->cluster->lineEdit()->setPlaceholderText(u"default"_s);
    m_fields->addLine(m_ui->host, [](Profile &p) -> QString & { return p.host; });
    m_fields->addNumber(
        m_ui->port, [](const Profile &p) { return int(p.port); },
        [](Profile &p, int port) { p.port = quint16(qBound(0, port, 65535)); });
    m_fields->addLine(m_ui->user, [](Profile &p) -> QString & { return p.user; });
    if (!isSeveral())
        m_fields->addLine(m_ui->name, [](Profile &p) -> QString & { return p.name; });
    m_fields->addEditableChoice(m_ui->cluster, [](Profile &p) -> QString & { return p.cluster; });
    const QString origin = tr("Empty: as ~/.ssh/config says for this host, and %1 where it says "
                              "nothing");
    m_ui->port->setToolTip(origin.arg(m_ui->port->placeholderText()));
    m_ui->user->setToolTip(origin.arg(m_ui->user->placeholderText()));
}

void ProfileDialog::bindLogin()
{
    m_fields->addOther(
        m_ui->methodsBox, [](const Profile &a, const Profile &b) { return a.methods == b.methods; },
        [this](const Profile &profile, bool same) {
            m_ui->methodsBox->setChecked(same && !profile.methods.isEmpty());
            m_ui->methods->setMethods(same ? profile.methods : QList<profiles::LoginMethod>());
            m_ui->methodsBox->setToolTip(same ? tr("Otherwise all of them, as ~/.ssh/config says")
                                              : ProfileFields::severalValues());
        },
        [this](Profile &profile) {
            profile.methods = m_ui->methodsBox->isChecked() ? m_ui->methods->methods()
                                                            : QList<profiles::LoginMethod>();
        });
    const auto touched = [this] { m_fields->touch(m_ui->methodsBox); };
    connect(m_ui->methodsBox, &QGroupBox::clicked, this, touched);
    connect(m_ui->methods, &MethodList::edited, this, touched);
    connect(m_ui->methodUp, &QPushButton::clicked, this,
            [this] { m_ui->methods->moveCurrent(-1); });
    connect(m_ui->methodDown, &QPushButton::clicked, this,
            [this] { m_ui->methods->moveCurrent(1); });
    m_ui->methodUp->setAccessibleName(tr("Move up"));
    m_ui->methodDown->setAccessibleName(tr("Move down"));
    bindKeys();
    m_fields->addCheck(m_ui->identitiesOnly, [](Profile &p) -> bool & { return p.identitiesOnly; });
    connect(m_ui->forget, &QPushButton::clicked, this, &ProfileDialog::forgetKept);
}

void ProfileDialog::bindRoute()
{
    m_ui->jumpKind->addItems({tr("Directly, or as ~/.ssh/config says"),
                              tr("Through another node of Colonnade"), tr("Through a host")});
    offerJumps();
    m_fields->addOther(
        m_ui->jumpKind, [](const Profile &a, const Profile &b) { return a.jump == b.jump; },
        [this](const Profile &profile, bool same) {
            m_ui->jumpKind->setPlaceholderText(ProfileFields::severalValues());
            m_ui->jumpKind->setCurrentIndex(same ? kindOf(profile.jump) : -1);
            m_ui->jumpProfile->setCurrentText(profile.jump.profile);
            m_ui->jumpHost->setText(profile.jump.host);
            m_ui->jumpPort->setText(profile.jump.port ? QString::number(profile.jump.port)
                                                      : QString());
            m_ui->jumpUser->setText(profile.jump.user);
        },
        [this](Profile &profile) {
            profile.jump = {};
            if (m_ui->jumpKind->currentIndex() == ThroughProfile)
                profile.jump.profile = m_ui->jumpProfile->currentText();
            if (m_ui->jumpKind->currentIndex() != ThroughHost)
                return;
            profile.jump.host = m_ui->jumpHost->text().trimmed();
            profile.jump.port = m_ui->jumpPort->text().trimmed().toUShort();
            profile.jump.user = m_ui->jumpUser->text().trimmed();
        });
    const auto touched = [this] { m_fields->touch(m_ui->jumpKind); };
    connect(m_ui->jumpKind, &QComboBox::activated, this, touched);
    connect(m_ui->jumpKind, &QComboBox::currentIndexChanged, this, &ProfileDialog::updateJump);
    connect(m_ui->jumpProfile, &QComboBox::activated, this, touched);
    for (QLineEdit *edit : {m_ui->jumpHost, m_ui->jumpPort, m_ui->jumpUser})
        connect(edit, &QLineEdit::textEdited, this, touched);
    m_fields->addLine(m_ui->knownHosts, [](Profile &p) -> QString & { return p.knownHostsFile; });
    connect(m_ui->knownHostsBrowse, &QToolButton::clicked, this,
            [this] { browse(m_ui->knownHosts, tr("Choose the known hosts file")); });
    m_fields->addLine(m_ui->migrationAddress,
                      [](Profile &p) -> QString & { return p.migrationAddress; });
    m_fields->addNumber(
        m_ui->migrationPort, [](const Profile &p) { return int(p.migrationPort); },
        [](Profile &p, int port) { p.migrationPort = quint16(qBound(0, port, 65535)); }, 22);
}

void ProfileDialog::offerJumps()
{
    for (const Profile &profile : m_subject.all) {
        const bool edited = std::ranges::any_of(
            m_subject.originals, [&](const Profile &each) { return each.name == profile.name; });
        if (!edited)
            m_ui->jumpProfile->addItem(profile.name);
    }
    for (const Profile &each : m_subject.originals) { // one that is gone stays to be seen
        if (!each.jump.profile.isEmpty() && m_ui->jumpProfile->findText(each.jump.profile) < 0)
            m_ui->jumpProfile->addItem(each.jump.profile);
    }
}

void ProfileDialog::bindRest()
{
    m_ui->becomeRoot->addItems({tr("Not needed: the user is root"), tr("sudo, without a password"),
                                tr("sudo, with a password")});
    m_fields->addChoice(
        m_ui->becomeRoot, [](const Profile &p) { return int(p.becomeRoot); },
        [](Profile &p, int index) { p.becomeRoot = profiles::BecomeRoot(index); });
    connect(m_ui->becomeRoot, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_ui->becomeRootHint->setText(rootHint(index)); });
    m_ui->becomeRootHint->setText(rootHint(m_ui->becomeRoot->currentIndex()));
    m_fields->addCheck(m_ui->readOnly, [](Profile &p) -> bool & { return p.readOnly; });
    m_fields->addCheck(m_ui->legacy, [](Profile &p) -> bool & { return p.legacyAlgorithms; });
    m_fields->addNumber(
        m_ui->timeout, [](const Profile &p) { return int(p.connectTimeout.count()); },
        [](Profile &p, int s) { p.connectTimeout = std::chrono::seconds(s); });
    m_fields->addNumber(
        m_ui->keepalive, [](const Profile &p) { return int(p.keepalive.count()); },
        [](Profile &p, int s) { p.keepalive = std::chrono::seconds(s); });
    m_fields->addText(m_ui->note, [](Profile &p) -> QString & { return p.note; });
}

QList<Profile> ProfileDialog::profiles() const
{
    QList<Profile> result = m_fields->edited();
    for (Profile &profile : result) {
        if (profile.name.isEmpty())
            profile.name = profile.host;
    }
    return result;
}

void ProfileDialog::browse(QLineEdit *edit, const QString &title)
{
    auto *chooser = new QFileDialog(this, title, QDir::home().filePath(u".ssh"_s));
    connect(chooser, &QDialog::finished, chooser, &QObject::deleteLater);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, edit, [edit](const QString &file) {
        edit->setText(file);
        Q_EMIT edit->textEdited(file);
    });
    chooser->open();
}

void ProfileDialog::updateJump()
{
    const int kind = m_ui->jumpKind->currentIndex();
    m_ui->routeForm->setRowVisible(m_ui->jumpProfileLabel, kind == ThroughProfile);
    m_ui->routeForm->setRowVisible(m_ui->jumpHostLabel, kind == ThroughHost);
    m_ui->routeForm->setRowVisible(m_ui->jumpUserLabel, kind == ThroughHost);
}

void ProfileDialog::showProblem(const base::Error &error)
{
    say(m_ui->result,
        error.remedy.isEmpty() ? error.message : error.message + u'\n' + error.remedy);
}

} // namespace colonnade::gui
