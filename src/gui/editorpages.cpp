// SPDX-License-Identifier: GPL-3.0-or-later
// Which views each kind of document has.
#include "gui/editorpages.h"

#include "gui/clusterconfdocument.h"
#include "gui/ocfs2document.h"

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

} // namespace

EditorPage *makeClusterConfEditor(const QString &cluster, const EditorServices &services,
                                  QWidget *parent)
{
    auto *document = new ClusterConfDocument(services.pool);
    const EditorPage::Kind kind{.grammar = &xmlTokens, .versions = versionsOf(document)};
    auto *page = new EditorPage(cluster, document, kind, services, parent);
    document->setParent(page);
    page->setObjectName(QStringLiteral("clusterConf"));
    page->setWindowTitle(Words::tr("Cluster"));
    return page;
}

EditorPage *makeOcfs2Editor(const QString &cluster, const EditorServices &services, QWidget *parent)
{
    auto *document = new Ocfs2Document(services.pool);
    auto *page = new EditorPage(cluster, document, {.grammar = &stanzaTokens}, services, parent);
    document->setParent(page);
    page->setObjectName(QStringLiteral("ocfs2Conf"));
    page->setWindowTitle(Words::tr("OCFS2"));
    return page;
}

} // namespace colonnade::gui
