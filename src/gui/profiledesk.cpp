// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/profiledesk.h"

#include "gui/background.h"
#include "gui/clusterdialog.h"
#include "gui/connectionmodel.h"
#include "gui/connectiontestdialog.h"
#include "gui/profilechanges.h"
#include "gui/profiledialog.h"
#include "gui/profileproblems.h"
#include "gui/wording.h"

#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using profiles::Profile;

namespace {

QStringList namesOf(const QList<Profile> &profiles)
{
    QStringList names;
    for (const Profile &profile : profiles)
        names.append(profile.name);
    return names;
}

/// Deletes @p dialog when it is closed, and shows it without stopping the rest of the window.
void present(QDialog *dialog)
{
    QObject::connect(dialog, &QDialog::finished, dialog, &QObject::deleteLater);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace

ProfileDesk::ProfileDesk(ClusterSet *clusters, const Environment &environment,
                         std::shared_ptr<remote::Interaction> interaction, KeptSecrets secrets,
                         QObject *parent)
    : QObject(parent),
      m_clusters(clusters),
      m_environment(environment),
      m_interaction(std::move(interaction)),
      m_secrets(std::move(secrets))
{
}

QList<Profile> ProfileDesk::profilesOf(const QStringList &keys) const
{
    QList<Profile> result;
    for (const Profile &profile : m_clusters->content().profiles) {
        if (keys.contains(keyOf(profile)))
            result.append(profile);
    }
    return result;
}

QStringList ProfileDesk::clusterNames() const
{
    const QStringList names = m_clusters->names();
    return names.isEmpty() ? QStringList{u"default"_s} : names;
}

void ProfileDesk::create(const QString &cluster, QWidget *over)
{
    open({}, nullptr, cluster.isEmpty() ? clusterNames().first() : cluster, over);
}

void ProfileDesk::edit(const QStringList &keys, QWidget *over)
{
    const QList<Profile> originals = profilesOf(keys);
    if (!originals.isEmpty())
        open(originals, nullptr, originals.first().cluster, over);
}

void ProfileDesk::duplicate(const QString &key, QWidget *over)
{
    const QList<Profile> found = profilesOf({key});
    if (found.isEmpty())
        return;
    Profile likeness = found.first();
    likeness.id.clear();
    likeness.name = freeName(likeness.name, m_clusters->content().profiles);
    open({}, &likeness, likeness.cluster, over);
}

void ProfileDesk::open(const QList<Profile> &originals, const Profile *likeness,
                       const QString &cluster, QWidget *over)
{
    ProfileDialog::Subject subject{
        originals, cluster, m_clusters->content().profiles, clusterNames(), {}};
    if (likeness)
        subject.likeness = *likeness;
    auto *dialog = new ProfileDialog(subject, m_environment, m_secrets, over);
    connect(dialog, &ProfileDialog::testRequested, this,
            [this, dialog](const Profile &profile) { test(profile, dialog); });
    connect(dialog, &ProfileDialog::saveRequested, this,
            [this, dialog, originals] { save(dialog, originals); });
    present(dialog);
}

void ProfileDesk::save(ProfileDialog *dialog, const QList<Profile> &originals)
{
    const QList<Profile> edited = dialog->profiles();
    const QPointer<ProfileDialog> guarded(dialog);
    m_clusters->change(
        [originals, edited](profiles::Content &content) {
            return originals.isEmpty() ? addProfiles(content, edited)
                                       : replaceProfiles(content, originals, edited);
        },
        [this, guarded, edited](const base::Result<void> &result) {
            if (result)
                Q_EMIT saved(clusterNameOf(edited.first()));
            if (!guarded)
                return;
            if (result)
                guarded->accept();
            else
                guarded->showProblem(result.error());
        });
}

void ProfileDesk::test(const Profile &profile, QWidget *over)
{
    present(new ConnectionTestDialog(profile, m_environment, m_interaction, over));
}

QString ProfileDesk::removalWarning(const QList<Profile> &going) const
{
    const QStringList names = namesOf(going);
    QStringList stranded;
    for (const Profile &profile : m_clusters->content().profiles) {
        if (names.contains(profile.jump.profile) && !names.contains(profile.name))
            stranded.append(profile.name);
    }
    return stranded.isEmpty() ? QString()
                              : tr("%1 cannot be deleted alone. Reached through it: %2. Give those "
                                   "another way first, or delete them with it.")
                                    .arg(joined(names), joined(stranded));
}

void ProfileDesk::remove(const QStringList &keys, QWidget *over)
{
    const QList<Profile> going = profilesOf(keys);
    if (going.isEmpty())
        return;
    const QStringList names = namesOf(going);
    const QString warning = removalWarning(going);
    auto *box = new QMessageBox(
        warning.isEmpty() ? QMessageBox::Question : QMessageBox::Warning,
        tr("Delete %1").arg(joined(names, 3)),
        warning.isEmpty() ? tr("Delete %1 from Colonnade?").arg(joined(names, 30)) : warning,
        QMessageBox::Cancel, over);
    box->setTextFormat(Qt::PlainText);
    box->setObjectName(u"removeDialog"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box, &QDialog::finished, box, &QObject::deleteLater);
    if (warning.isEmpty()) {
        box->setInformativeText(
            tr("Only what this workstation knows of them goes, and what the keychain keeps for "
               "them. Nothing is changed on the nodes, and their guests go on running."));
        QPushButton *button = box->addButton(tr("&Delete"), QMessageBox::AcceptRole);
        connect(button, &QPushButton::clicked, this, [this, keys, names, going] {
            m_clusters->change(
                [keys](profiles::Content &content) { return removeProfiles(content, keys); },
                [this, going, names](const base::Result<void> &removed) {
                    if (!removed) {
                        Q_EMIT problem(removed.error());
                        return;
                    }
                    forget(going);
                    Q_EMIT done(tr("Deleted: %1").arg(joined(names)));
                });
        });
    }
    box->open();
}

void ProfileDesk::forget(const QList<Profile> &gone)
{
    QStringList keys;
    for (const Profile &profile : gone)
        keys.append(keyOf(profile));
    m_clusters->lastUsed().forget(keys);
    if (!m_secrets.forget)
        return;
    runInBackground(
        m_environment.pool.get(), this,
        [forget = m_secrets.forget, gone] {
            base::Result<void> result;
            for (const Profile &profile : gone) {
                if (base::Result<void> forgotten = forget(profile); !forgotten)
                    result = std::move(forgotten);
            }
            return result;
        },
        [this](const base::Result<void> &forgotten) {
            if (!forgotten)
                Q_EMIT problem(forgotten.error());
        });
}

void ProfileDesk::change(ClusterSet::Edit edit, const QString &sentence)
{
    m_clusters->change(std::move(edit), [this, sentence](const base::Result<void> &changed) {
        if (changed)
            Q_EMIT done(sentence);
        else
            Q_EMIT problem(changed.error());
    });
}

void ProfileDesk::moveSomewhere(const QStringList &keys, QWidget *over)
{
    askForCluster(keys, tr("Move to a cluster"), clusterNames(), over);
}

void ProfileDesk::moveTo(const QStringList &keys, const QString &cluster, QWidget *over)
{
    if (cluster.isEmpty()) {
        askForCluster(keys, tr("A new cluster"), {}, over);
        return;
    }
    const QString names = joined(namesOf(profilesOf(keys)));
    change([keys,
            cluster](profiles::Content &content) { return moveProfiles(content, keys, cluster); },
           tr("Moved to %1: %2").arg(cluster, names));
}

void ProfileDesk::askForCluster(const QStringList &keys, const QString &title,
                                const QStringList &offered, QWidget *over)
{
    if (keys.isEmpty())
        return;
    auto *dialog = new QInputDialog(over);
    dialog->setObjectName(u"clusterQuestion"_s);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("The &cluster for %1; a name that is not there yet makes a new one:")
                             .arg(joined(namesOf(profilesOf(keys)))));
    if (!offered.isEmpty()) {
        dialog->setComboBoxEditable(true);
        dialog->setComboBoxItems(offered);
        const QString home = clusterNameOf(profilesOf(keys).first());
        dialog->setTextValue(offered.value(offered.value(0) == home ? 1 : 0));
    }
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, keys, over](const QString &cluster) {
                if (!cluster.trimmed().isEmpty())
                    moveTo(keys, cluster.trimmed(), over);
            });
    present(dialog);
}

void ProfileDesk::editCluster(const QString &cluster, QWidget *over)
{
    QStringList others = m_clusters->names();
    others.removeOne(cluster);
    auto *dialog = new ClusterDialog(cluster, m_clusters->note(cluster), others, over);
    const QPointer<ClusterDialog> guarded(dialog);
    connect(dialog, &ClusterDialog::saveRequested, this, [this, cluster, guarded] {
        const QString name = guarded->name();
        m_clusters->change(
            [cluster, name, note = guarded->note()](profiles::Content &content) {
                return changeCluster(content, cluster, name, note);
            },
            [this, guarded, name](const base::Result<void> &changed) {
                if (changed)
                    Q_EMIT saved(name);
                if (guarded && changed)
                    guarded->accept();
                else if (guarded)
                    guarded->showProblem(changed.error());
            });
    });
    present(dialog);
}

} // namespace colonnade::gui
