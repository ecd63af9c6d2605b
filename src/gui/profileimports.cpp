// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles that come from elsewhere: files, ~/.ssh/config, the nodes themselves.
#include "cluster/discovery.h"
#include "gui/background.h"
#include "gui/connectionmodel.h"
#include "gui/pickdialog.h"
#include "gui/profilechanges.h"
#include "gui/profiledesk.h"
#include "gui/wording.h"
#include "profiles/profileexchange.h"
#include "profiles/sshconfigimport.h"

#include <QDir>
#include <QFileDialog>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using base::Result;
using profiles::Content;
using profiles::ImportCandidate;
using profiles::Profile;

namespace {

QString reachText(const Profile &profile)
{
    QString text = profile.user.isEmpty() ? profile.host : profile.user + u'@' + profile.host;
    if (profile.port != 0)
        text += u' ' + ProfileDesk::tr("port %1").arg(profile.port);
    const QString jump = jumpText(profile.jump);
    return jump.isEmpty() ? text : ProfileDesk::tr("%1 via %2").arg(text, jump);
}

PickDialog::Row rowOf(const ImportCandidate &candidate)
{
    PickDialog::Row row;
    QStringList from{candidate.alias == candidate.profile.name ? QString() : candidate.alias,
                     candidate.origin};
    from.removeAll(QString());
    row.cells = {candidate.profile.name, reachText(candidate.profile), from.join(u", "_s)};
    if (!candidate.problem.isEmpty()) {
        row.state = candidate.problem;
        row.tone = Tone::Warn;
        row.possible = false;
        return row;
    }
    switch (candidate.kind) {
    case ImportCandidate::Kind::New:
        row.state = ProfileDesk::tr("new");
        row.tone = Tone::Good;
        row.ticked = true;
        break;
    case ImportCandidate::Kind::Same:
        row.state = ProfileDesk::tr("there already, the same");
        row.possible = false;
        break;
    case ImportCandidate::Kind::Differs:
        row.state = ProfileDesk::tr("would change: %1").arg(candidate.differences.join(u", "_s));
        row.tone = Tone::Warn;
        row.tip = candidate.differences.join(u'\n');
        break;
    }
    return row;
}

/// What taking the chosen of @p offer does to a store.
ClusterSet::Edit takeOverEdit(const profiles::ImportOffer &offer, const QList<qsizetype> &picked,
                              const QString &cluster)
{
    QList<Profile> chosen;
    QStringList replaced;
    for (const qsizetype row : picked) {
        ImportCandidate candidate = offer.profiles.at(row);
        if (!cluster.isEmpty() && candidate.kind == ImportCandidate::Kind::New)
            candidate.profile.cluster = cluster;
        if (candidate.kind == ImportCandidate::Kind::Differs)
            replaced.append(candidate.profile.name);
        chosen.append(candidate.profile);
    }
    return [chosen, clusters = offer.clusters, replaced](Content &content) {
        return profiles::takeOver(content, chosen, clusters, replaced);
    };
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return base::failure(base::ErrorCode::IoFailed,
                         ProfileDesk::tr("%1 cannot be written: %2.").arg(path, file.errorString()),
                         ProfileDesk::tr("Choose another file."));
}

} // namespace

void ProfileDesk::pickImports(const Source &source, QWidget *over)
{
    PickDialog::Words words;
    words.title = source.title;
    words.headline = source.headline;
    words.columns = {tr("Name"), tr("Reached as"), tr("From")};
    words.accept = tr("&Import");
    words.empty = source.empty;
    words.askForCluster = source.askForCluster;
    auto *dialog = new PickDialog(words, over);
    dialog->setObjectName(u"importDialog"_s);
    dialog->setClusters(clusterNames(), clusterNames().first());
    dialog->setBusy(tr("Reading…"));
    connect(dialog, &QDialog::finished, dialog, &QObject::deleteLater);
    runInBackground(m_environment.pool.get(), dialog, source.read,
                    [this, dialog, ask = source.askForCluster](const Result<Offered> &offered) {
                        if (offered)
                            offer(dialog, *offered, ask);
                        else
                            dialog->showProblem(offered.error());
                    });
    dialog->show();
}

void ProfileDesk::offer(PickDialog *dialog, const Offered &offered, bool askForCluster)
{
    QList<PickDialog::Row> rows;
    for (const ImportCandidate &candidate : offered.offer.profiles)
        rows.append(rowOf(candidate));
    dialog->setRows(rows, offered.problems);
    connect(dialog, &PickDialog::pickRequested, this, [this, dialog, offered, askForCluster] {
        const QPointer<PickDialog> guarded(dialog);
        const QString cluster = askForCluster ? dialog->cluster() : QString();
        m_clusters->change(takeOverEdit(offered.offer, dialog->picked(), cluster),
                           [this, guarded, cluster](const Result<void> &taken) {
                               if (taken)
                                   Q_EMIT saved(cluster);
                               if (guarded && taken)
                                   guarded->accept();
                               else if (guarded)
                                   guarded->showProblem(taken.error());
                           });
    });
}

void ProfileDesk::importSshConfig(QWidget *over)
{
    Source source;
    source.title = tr("Import from ~/.ssh/config");
    source.headline = tr(
        "Each host of the file that has a name without wildcards can become a node. Import again "
        "whenever the file has new ones: nothing comes twice, and what is not ticked stays as it "
        "is.");
    source.empty = tr("The file names no host that could be a node.");
    source.askForCluster = true;
    source.read = [file = m_environment.profilesFile,
                   config = m_environment.sshConfig]() -> Result<Offered> {
        const Result<Content> present = profiles::Store(file).read();
        if (!present)
            return std::unexpected(present.error());
        const profiles::SshConfigOffer found =
            profiles::sshConfigHosts(profiles::SshConfig(config), *present);
        Offered offered{{found.hosts, {}}, {}};
        for (const profiles::SshConfigProblem &problem : found.problems)
            offered.problems.append(tr("%1: %2").arg(problem.place(), problem.why));
        return offered;
    };
    pickImports(source, over);
}

void ProfileDesk::importFile(QWidget *over)
{
    auto *chooser = new QFileDialog(over, tr("Import profiles"), QDir::homePath(),
                                    tr("Exported profiles (*.json);;All files (*)"));
    connect(chooser, &QDialog::finished, chooser, &QObject::deleteLater);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, over](const QString &path) { importFrom(path, over); });
    chooser->open();
}

void ProfileDesk::importFrom(const QString &path, QWidget *over)
{
    Source source;
    source.title = tr("Import profiles");
    source.headline = tr("From %1. What is not ticked stays as it is.").arg(path);
    source.empty = tr("The file has no profiles.");
    source.read = [file = m_environment.profilesFile, path]() -> Result<Offered> {
        const Result<Content> present = profiles::Store(file).read();
        if (!present)
            return std::unexpected(present.error());
        const Result<profiles::ImportOffer> found = profiles::readExport(path, *present);
        if (!found)
            return std::unexpected(found.error());
        return Offered{*found, {}};
    };
    pickImports(source, over);
}

void ProfileDesk::exportFile(const QStringList &keys, QWidget *over)
{
    auto *chooser = new QFileDialog(over, tr("Export profiles"), QDir::homePath(),
                                    tr("Exported profiles (*.json)"));
    connect(chooser, &QDialog::finished, chooser, &QObject::deleteLater);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(u"json"_s);
    chooser->selectFile(u"colonnade-profiles.json"_s);
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, keys](const QString &path) { exportTo(path, keys); });
    chooser->open();
}

void ProfileDesk::exportTo(const QString &path, const QStringList &keys)
{
    QStringList names;
    for (const Profile &profile : profilesOf(keys))
        names.append(profile.name);
    runInBackground(
        m_environment.pool.get(), this,
        [file = m_environment.profilesFile, names, path]() -> Result<void> {
            const Result<Content> content = profiles::Store(file).read();
            if (!content)
                return std::unexpected(content.error());
            const Result<QByteArray> bytes = profiles::exported(*content, names);
            return bytes ? write(path, *bytes) : std::unexpected(bytes.error());
        },
        [this, path, names](const Result<void> &written) {
            if (!written)
                Q_EMIT problem(written.error());
            else
                Q_EMIT done(
                    names.isEmpty()
                        ? tr("All profiles are in %1, without any secret.").arg(path)
                        : tr("Exported to %1, without any secret: %2").arg(path, joined(names)));
        });
}

void ProfileDesk::discover(const QString &node, QWidget *over)
{
    const ClusterController *cluster = m_clusters->clusterOf(node);
    const std::optional<Profile> from = m_clusters->profile(node);
    const std::shared_ptr<cluster::Nodes> nodes = cluster ? cluster->nodes() : nullptr;
    if (!nodes || !from)
        return;
    PickDialog::Words words;
    words.title = tr("Other nodes of %1").arg(clusterNameOf(*from));
    words.headline =
        tr("What the files of %1 say. A node that is added is reached as %1 is, but at its own "
           "address.")
            .arg(node);
    words.columns = {tr("Node"), tr("Address"), tr("From")};
    words.accept = tr("&Add");
    words.empty = tr("%1 has no file that names other nodes: no cluster.conf, no list of OCFS2, "
                     "no corosync.conf.")
                      .arg(node);
    auto *dialog = new PickDialog(words, over);
    dialog->setObjectName(u"discoveryDialog"_s);
    dialog->setBusy(tr("Reading the files of %1…").arg(node));
    connect(dialog, &QDialog::finished, dialog, &QObject::deleteLater);
    const QList<Profile> known = m_clusters->content().profiles;
    std::stop_source stop;
    connect(dialog, &QObject::destroyed, [stop]() mutable { stop.request_stop(); });
    runInBackground(
        m_environment.pool.get(), dialog,
        [nodes, node, from = *from, known,
         token = stop.get_token()]() -> Result<cluster::Discovery> {
            remote::Connection *connection = nodes->connection(node);
            if (!connection)
                return base::failure(base::ErrorCode::NotFound,
                                     tr("%1 has been taken out of its cluster.").arg(node));
            return cluster::discover(*connection, from, known, token);
        },
        [this, dialog, from = *from](const Result<cluster::Discovery> &found) {
            if (found)
                offerFound(dialog, *found, from);
            else
                dialog->showProblem(found.error());
        });
    dialog->show();
}

void ProfileDesk::offerFound(PickDialog *dialog, const cluster::Discovery &found,
                             const Profile &from)
{
    QList<PickDialog::Row> rows;
    for (const cluster::FoundNode &node : found.nodes) {
        PickDialog::Row row;
        row.cells = {node.name, node.address, node.sources.value(0)};
        row.tip = node.sources.join(u'\n');
        row.possible = !node.isSelf && !node.existingProfile;
        row.ticked = row.possible && node.problem.isEmpty();
        row.state = node.isSelf            ? tr("the node that was asked")
                    : node.existingProfile ? tr("there already: %1").arg(*node.existingProfile)
                                           : tr("new");
        if (!node.problem.isEmpty()) {
            row.state = node.problem;
            row.tone = Tone::Warn;
        } else if (row.possible) {
            row.tone = Tone::Good;
        }
        rows.append(row);
    }
    dialog->setRows(rows, found.problems);
    connect(dialog, &PickDialog::pickRequested, this, [this, dialog, found, from] {
        QList<cluster::FoundNode> picked;
        for (const qsizetype row : dialog->picked())
            picked.append(found.nodes.at(row));
        addFound(dialog, picked, from);
    });
}

void ProfileDesk::addFound(PickDialog *dialog, const QList<cluster::FoundNode> &picked,
                           const Profile &from)
{
    const QPointer<PickDialog> guarded(dialog);
    m_clusters->change(
        [picked, from](Content &content) {
            QList<Profile> added;
            for (const cluster::FoundNode &node : picked)
                added.append(cluster::profileFor(node, from, content.profiles + added));
            return addProfiles(content, added);
        },
        [this, guarded, cluster = clusterNameOf(from)](const Result<void> &added) {
            if (added)
                Q_EMIT saved(cluster);
            if (guarded && added)
                guarded->accept();
            else if (guarded)
                guarded->showProblem(added.error());
        });
}

} // namespace colonnade::gui
