// SPDX-License-Identifier: GPL-3.0-or-later
// What the profile dialog says while a person types, its list of key files, and the keychain.
#include "gui/background.h"
#include "gui/profiledialog.h"

#include "gui/profileproblems.h"
#include "gui/theme.h"
#include "gui/wording.h"
#include "profiles/contentedit.h"
#include "ui_profiledialog.h"

#include <QDir>
#include <QFileDialog>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using profiles::Profile;

namespace {

/// What is wrong with the number in @p edit; empty: nothing.
QString numberProblem(const QLineEdit *edit, int least, int most)
{
    const QString text = edit->text().trimmed();
    if (text.isEmpty())
        return {};
    bool good = false;
    const int number = text.toInt(&good);
    return good && number >= least && number <= most
               ? QString()
               : ProfileDialog::tr("Give a number from %1 to %2, or nothing.")
                     .arg(QString::number(least), QString::number(most));
}

QString portProblem(const QLineEdit *edit)
{
    const QString problem = numberProblem(edit, 1, 65535);
    return problem.isEmpty() ? QString() : ProfileDialog::tr("Port: %1").arg(problem);
}

QString firstOf(const QStringList &problems)
{
    const auto found =
        std::ranges::find_if(problems, [](const QString &each) { return !each.isEmpty(); });
    return found == problems.end() ? QString() : *found;
}

} // namespace

void ProfileDialog::validate()
{
    m_firstProblem.clear();
    const Profile profile = profiles().first();
    const bool hostOpen = !isSeveral() || m_fields->isTouched(m_ui->host);
    const QString host =
        profile.host.isEmpty()
            ? QString()
            : problemOf(profile, [](const Profile &from, Profile &to) { to.host = from.host; });
    say(m_ui->hostProblem, firstOf({hostOpen ? host : QString(), portProblem(m_ui->port)}));
    say(m_ui->userProblem,
        problemOf(profile, [](const Profile &from, Profile &to) { to.user = from.user; }));
    say(m_ui->nameProblem, nameProblem(profile));
    say(m_ui->clusterProblem,
        problemOf(profile, [](const Profile &from, Profile &to) { to.cluster = from.cluster; }));
    say(m_ui->methodsProblem,
        m_ui->methodsBox->isChecked() && m_ui->methods->methods().isEmpty()
            ? tr("Without any way to log in, nobody gets in: tick one at least.")
            : QString());
    say(m_ui->keysProblem, problemOf(profile, [](const Profile &from, Profile &to) {
            to.identityFiles = from.identityFiles;
        }));
    say(m_ui->jumpProblem, jumpProblem(profile));
    say(m_ui->migrationProblem, firstOf({problemOf(profile,
                                                   [](const Profile &from, Profile &to) {
                                                       to.migrationAddress = from.migrationAddress;
                                                   }),
                                         portProblem(m_ui->migrationPort)}));
    say(m_ui->timesProblem,
        firstOf({numberProblem(m_ui->timeout, 1, 3600), numberProblem(m_ui->keepalive, 1, 3600)}));
    const bool noHost = hostOpen && profile.host.isEmpty();
    const QString problem = noHost ? tr("The host is missing.") : m_firstProblem;
    m_ui->buttons->button(QDialogButtonBox::Save)->setEnabled(problem.isEmpty());
    m_ui->test->setEnabled(problem.isEmpty());
    const Theme theme = Theme::of(palette());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, theme.muted);
    m_ui->result->setPalette(colours);
    m_ui->result->setText(problem.isEmpty() ? QString()
                                            : tr("Cannot be saved yet: %1").arg(problem));
    m_ui->result->setVisible(!problem.isEmpty());
    grow();
}

/// Words that come while typing must not squeeze the rest.
void ProfileDialog::grow()
{
    layout()->activate();
    const int needed = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                     : layout()->totalMinimumSize().height();
    if (height() < needed)
        resize(width(), needed);
}

void ProfileDialog::say(QLabel *label, const QString &problem)
{
    if (m_firstProblem.isEmpty())
        m_firstProblem = problem;
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Theme::of(palette()).bad);
    label->setPalette(colours);
    label->setText(problem.isEmpty() ? QString() : signOf(Tone::Bad) + u' ' + problem);
    label->setAccessibleName(problem);
    label->setVisible(!problem.isEmpty());
}

QString ProfileDialog::nameProblem(const Profile &profile) const
{
    if (isSeveral() || profile.name.isEmpty())
        return {};
    const QString original = m_subject.originals.value(0).name;
    const auto taken = std::ranges::find(m_subject.all, profile.name, &Profile::name);
    if (taken != m_subject.all.end() && profile.name != original) {
        return tr("There is a node called %1 in cluster %2 already.")
            .arg(profile.name, profiles::clusterNameOf(*taken));
    }
    if (profile.name == profile.host)
        return {}; // the host says it
    return problemOf(profile, [](const Profile &from, Profile &to) { to.name = from.name; });
}

QString ProfileDialog::jumpProblem(const Profile &profile) const
{
    if (!m_fields->isTouched(m_ui->jumpKind))
        return {};
    const int kind = m_ui->jumpKind->currentIndex();
    if (kind == 1 && profile.jump.profile.isEmpty())
        return tr("There is no other node to go through. Add it first.");
    if (kind == 2 && profile.jump.host.isEmpty())
        return tr("The jump host is missing.");
    const QList<Profile> edited = profiles();
    const auto circle = std::ranges::find_if(
        edited, [&](const Profile &each) { return jumpsInCircle(each, m_subject.all); });
    if (circle != edited.end())
        return tr("%1 would be reached through itself.").arg(circle->name);
    return firstOf({problemOf(profile,
                              [](const Profile &from, Profile &to) {
                                  to.jump = from.jump;
                                  to.jump.profile.clear();
                              }),
                    portProblem(m_ui->jumpPort)});
}

/// Shows what stands for fields that are left empty.
void ProfileDialog::lookUpHost()
{
    const QString host = m_ui->host->text().trimmed();
    if (isSeveral() || host.isEmpty())
        return;
    runInBackground(
        m_environment.pool.get(), this,
        [files = m_environment.sshConfig, host] {
            return profiles::SshConfig(files).lookUp({host, 0, {}, u"root"_s});
        },
        [this, host](const profiles::SshHostConfig &said) {
            if (host != m_ui->host->text().trimmed())
                return;
            m_ui->user->setPlaceholderText(
                said.user.isEmpty() ? u"root"_s : tr("%1 (~/.ssh/config)").arg(said.user));
            m_ui->port->setPlaceholderText(QString::number(said.port == 0 ? 22 : said.port));
        });
}

void ProfileDialog::bindKeys()
{
    m_fields->addOther(
        m_ui->keys,
        [](const Profile &a, const Profile &b) { return a.identityFiles == b.identityFiles; },
        [this](const Profile &profile, bool same) {
            setKeys(same ? profile.identityFiles : QStringList());
            m_ui->keysLabel->setText(
                same ? tr("Key f&iles, the first one first; none: the agent's "
                          "keys and those in ~/.ssh")
                     : tr("Key f&iles: %1").arg(ProfileFields::severalValues()));
        },
        [this](Profile &profile) { profile.identityFiles = keys(); });
    connect(m_ui->keyAdd, &QPushButton::clicked, this, &ProfileDialog::addKey);
    connect(m_ui->keyRemove, &QPushButton::clicked, this, &ProfileDialog::removeKey);
    connect(m_ui->keys, &QListWidget::itemChanged, this, [this] { m_fields->touch(m_ui->keys); });
    connect(m_ui->keys, &QListWidget::currentRowChanged, this,
            [this](int row) { m_ui->keyRemove->setEnabled(row >= 0); });
    m_ui->keys->setAccessibleName(tr("Key files"));
    m_ui->keys->setMaximumHeight(4 * fontMetrics().lineSpacing());
    m_ui->keyRemove->setEnabled(false);
}

void ProfileDialog::setKeys(const QStringList &files)
{
    const QSignalBlocker quiet(m_ui->keys);
    m_ui->keys->clear();
    for (const QString &file : files) {
        auto *item = new QListWidgetItem(file, m_ui->keys);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
    }
}

QStringList ProfileDialog::keys() const
{
    QStringList files;
    for (int row = 0; row < m_ui->keys->count(); ++row) {
        const QString file = m_ui->keys->item(row)->text().trimmed();
        if (!file.isEmpty())
            files.append(file);
    }
    return files;
}

void ProfileDialog::addKey()
{
    auto *chooser =
        new QFileDialog(this, tr("Choose the private key"), QDir::home().filePath(u".ssh"_s));
    connect(chooser, &QDialog::finished, chooser, &QObject::deleteLater);
    chooser->setFileMode(QFileDialog::ExistingFiles);
    connect(chooser, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        setKeys(keys() + files);
        m_ui->keys->setCurrentRow(m_ui->keys->count() - 1);
        m_fields->touch(m_ui->keys);
    });
    chooser->open();
}

void ProfileDialog::removeKey()
{
    delete m_ui->keys->takeItem(m_ui->keys->currentRow());
    m_fields->touch(m_ui->keys);
}

void ProfileDialog::lookForKept()
{
    m_ui->kept->hide();
    m_ui->forget->hide();
    if (m_subject.originals.size() != 1 || !m_secrets.kept)
        return;
    runInBackground(
        m_environment.pool.get(), this,
        [kept = m_secrets.kept, profile = m_subject.originals.first()] { return kept(profile); },
        [this](const QStringList &kept) {
            m_ui->kept->setText(tr("Kept in the keychain: %1").arg(joined(kept)));
            m_ui->kept->setVisible(!kept.isEmpty());
            m_ui->forget->setVisible(!kept.isEmpty());
        });
}

void ProfileDialog::forgetKept()
{
    m_ui->forget->setEnabled(false);
    runInBackground(
        m_environment.pool.get(), this,
        [forget = m_secrets.forget, profile = m_subject.originals.first()] {
            return forget(profile);
        },
        [this](const base::Result<void> &forgotten) {
            m_ui->forget->setEnabled(true);
            if (!forgotten)
                showProblem(forgotten.error());
            else
                lookForKept();
        });
}

} // namespace colonnade::gui
