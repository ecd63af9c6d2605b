// SPDX-License-Identifier: GPL-3.0-or-later
// Which views each kind of document has.
#include "gui/editorpages.h"

#include "gui/clusterconfdocument.h"
#include "gui/everythingview.h"
#include "gui/failoverdomainsview.h"
#include "gui/newclusterdialog.h"
#include "gui/nodesandfencingview.h"
#include "gui/ocfs2document.h"
#include "gui/ocfs2view.h"
#include "gui/virtualmachinesview.h"
#include "gui/wherewoulditrun.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>

namespace colonnade::gui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(colonnade::gui::EditorPage)
};

int versionIn(const QByteArray &text)
{
    const formats::Parsed<formats::ClusterConf> conf = formats::ClusterConf::parse(text);
    return conf ? conf->configVersion() : 0;
}

/// The daemons take a file only when its version is higher than the one that they run.
int nextVersion(const ClusterConfDocument &document, int opened, const cluster::ClusterState &state)
{
    const int now = document.conf() ? document.conf()->configVersion() : 0;
    if (!document.isModified())
        return now;
    int running = opened;
    for (const cluster::NodeState &node : state.nodes) {
        if (node.facts && node.facts->cman)
            running = std::max(running, node.facts->cman->configVersion);
    }
    return std::max(now, running + 1);
}

/// That of the nodes; not set where they are of different ones, or where none tells.
formats::ClusterConfTarget targetIn(const cluster::ClusterState &state)
{
    std::optional<formats::ClusterGeneration> common;
    for (const cluster::NodeState &node : state.nodes) {
        const auto generation = node.facts ? node.facts->clusterGeneration : std::nullopt;
        if (generation && common && *generation != *common)
            return {};
        if (generation)
            common = generation;
    }
    return {common};
}

RollOut::Versions versionsOf(ClusterConfDocument *document)
{
    auto opened = std::make_shared<int>(0);
    QObject::connect(document, &EditorDocument::baseChanged, document,
                     [document, opened] { *opened = versionIn(document->base()); });
    return {[document, opened](const cluster::ClusterState &state) {
                return nextVersion(*document, *opened, state);
            },
            [document] { return document->conf() ? document->conf()->configVersion() : 0; },
            [document](int version) { return document->conf()->setConfigVersion(version); }};
}

template<typename View>
View *add(EditorPage *page, const QString &title, View *view)
{
    QObject::connect(page, &EditorPage::stateChanged, view, &View::setState);
    page->addView(title, view);
    return view;
}

/// Not modal: the board goes on beside it.
void askForCluster(QWidget *page, const std::function<void(const QByteArray &)> &done)
{
    auto *dialog = new NewClusterDialog(static_cast<EditorPage *>(page)->state(), page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, page, [dialog, done] { done(dialog->bytes()); });
    dialog->open();
}

/// The view asks for the cluster's name, and offers the nodes.
void startEmpty(QWidget *, const std::function<void(const QByteArray &)> &done)
{
    done({});
}

/// The one that a node's init script reads is rolled out beside the list.
QStringList o2cbDefaults()
{
    return {QStringLiteral("/etc/default/o2cb"), QStringLiteral("/etc/sysconfig/o2cb")};
}

} // namespace

EditorPage *makeClusterConfEditor(const QString &cluster, const EditorServices &services,
                                  QWidget *parent)
{
    auto *document = new ClusterConfDocument(services.pool);
    const EditorPage::Kind kind{
        .grammar = &xmlTokens, .create = &askForCluster, .versions = versionsOf(document)};
    auto *page = new EditorPage(cluster, document, kind, services, parent);
    document->setParent(page);
    QObject::connect(
        page, &EditorPage::stateChanged, document,
        [document](const cluster::ClusterState &state) { document->setTarget(targetIn(state)); });
    page->setObjectName(QStringLiteral("clusterConf"));
    page->setWindowTitle(Words::tr("Cluster"));
    auto *domains =
        add(page, Words::tr("Failover domains"), new FailoverDomainsView(document, page));
    add(page, Words::tr("Virtual machines"), new VirtualMachinesView(document, page));
    add(page, Words::tr("Nodes and fencing"), new NodesAndFencingView(document, page));
    add(page, Words::tr("Everything"), new EverythingView(document, page));
    page->addSidePanel(domains->panel());
    return page;
}

EditorPage *makeOcfs2Editor(const QString &cluster, const EditorServices &services, QWidget *parent)
{
    auto *document = new Ocfs2Document(services.pool);
    const EditorPage::Kind kind{
        .grammar = &stanzaTokens, .create = &startEmpty, .companions = o2cbDefaults()};
    auto *page = new EditorPage(cluster, document, kind, services, parent);
    document->setParent(page);
    page->setObjectName(QStringLiteral("ocfs2Conf"));
    page->setWindowTitle(Words::tr("OCFS2"));
    const auto *nodes = add(page, Words::tr("Nodes"), new Ocfs2View(document, page));
    QObject::connect(nodes, &Ocfs2View::rollOutRequested, page, &EditorPage::rollOutFiles);
    return page;
}

} // namespace colonnade::gui
