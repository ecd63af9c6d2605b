// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cluster/discovery.h"
#include "gui/clusterset.h"
#include "gui/keptsecrets.h"
#include "profiles/profileexchange.h"

#include <QObject>

class QWidget;

namespace colonnade::gui {

class PickDialog;
class ProfileDialog;

/// What a person can do with profiles and clusters, each with its dialog: the same from the menus
/// of the window and from the connection manager. Nothing is modal to the window, nothing waits.
/// Keys are those of keyOf(). @p over: the window that a dialog stands on.
class ProfileDesk final : public QObject
{
    Q_OBJECT

public:
    ProfileDesk(ClusterSet *clusters, const Environment &environment,
                std::shared_ptr<remote::Interaction> interaction, KeptSecrets secrets,
                QObject *parent);

    void create(const QString &cluster, QWidget *over);
    /// One, or several at once.
    void edit(const QStringList &keys, QWidget *over);
    /// Opens the dialog for a new one that is like it.
    void duplicate(const QString &key, QWidget *over);
    void remove(const QStringList &keys, QWidget *over);
    /// Asks which cluster.
    void moveSomewhere(const QStringList &keys, QWidget *over);
    /// @p cluster empty: asks for the name of a new one.
    void moveTo(const QStringList &keys, const QString &cluster, QWidget *over);
    void editCluster(const QString &cluster, QWidget *over);
    void test(const profiles::Profile &profile, QWidget *over);

    void importSshConfig(QWidget *over);
    void importFile(QWidget *over);
    /// A file that exportTo() wrote.
    void importFrom(const QString &path, QWidget *over);
    void exportTo(const QString &path, const QStringList &keys);
    /// Asks for the file. @p keys empty: all.
    void exportFile(const QStringList &keys, QWidget *over);
    /// Looks for the nodes that @p node, which has to be connected, knows.
    void discover(const QString &node, QWidget *over);

    QList<profiles::Profile> profilesOf(const QStringList &keys) const;

Q_SIGNALS:
    /// A change failed that has no dialog to say so.
    void problem(const colonnade::base::Error &error);
    /// A sentence about what was done.
    void done(const QString &sentence);
    /// A profile was saved in @p cluster by a person's hand.
    void saved(const QString &cluster);

private:
    /// What a source of profiles has, and what it could not read.
    struct Offered
    {
        profiles::ImportOffer offer;
        QStringList problems;
    };
    struct Source
    {
        QString title;
        QString headline;
        QString empty;
        bool askForCluster = false;
        std::function<base::Result<Offered>()> read; ///< on a thread of the pool
    };

    void pickImports(const Source &source, QWidget *over);
    void offer(PickDialog *dialog, const Offered &offered, bool askForCluster);
    void offerFound(PickDialog *dialog, const cluster::Discovery &found,
                    const profiles::Profile &from);
    void addFound(PickDialog *dialog, const QList<cluster::FoundNode> &picked,
                  const profiles::Profile &from);
    void open(const QList<profiles::Profile> &originals, const profiles::Profile *likeness,
              const QString &cluster, QWidget *over);
    void save(ProfileDialog *dialog, const QList<profiles::Profile> &originals);
    void askForCluster(const QStringList &keys, const QString &title, const QStringList &offered,
                       QWidget *over);
    void change(ClusterSet::Edit edit, const QString &sentence);
    void forget(const QList<profiles::Profile> &gone);
    QStringList clusterNames() const;
    QString removalWarning(const QList<profiles::Profile> &going) const;

    ClusterSet *m_clusters;
    const Environment m_environment;
    std::shared_ptr<remote::Interaction> m_interaction;
    const KeptSecrets m_secrets;
};

} // namespace colonnade::gui
