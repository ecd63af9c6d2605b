// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a picture of each state of an editor into the folder that is its argument, for people to
// look at.
#include "gui/appearance.h"
#include "gui/comparedialog.h"
#include "gui/editor_fixture.h"
#include "gui/editorpage.h"
#include "gui/historydialog.h"
#include "gui/messagearea.h"
#include "gui/problemlist.h"
#include "gui/problemmodel.h"
#include "gui/textview.h"
#include "operations/deploymentdetails.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QPushButton>
#include <QStyleFactory>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::gui;

namespace {

using formats::TextEdits;

void settle(int ms = 400)
{
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < ms) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        QThread::msleep(1);
    }
}

/// An editor on nodes that exist only here.
struct Scene
{
    QTemporaryDir folder;
    QThreadPool pool;
    std::shared_ptr<FakeCluster> cluster;
    EditorServices services;
    std::unique_ptr<EditorPage> page;

    explicit Scene(const QString &path = u"/etc/cluster/cluster.conf"_s)
        : cluster(std::make_shared<FakeCluster>(path))
    {
        services.pool = &pool;
        services.nodes = [this] { return cluster; };
        services.readFile = cluster->reader();
        services.deployer = fakeDeployer(cluster);
        services.journalFolder = folder.path();
    }
    ~Scene()
    {
        page.reset();
        pool.waitForDone();
    }
    void fill(const QByteArray &bytes)
    {
        for (const char *node : {"xenhost1", "xenhost2", "xenhost3", "xenhost4"})
            cluster->setFile(QString::fromLatin1(node), bytes);
        cluster->setReachable(u"xenhost4"_s, false);
    }
    void open(const QSize &size, bool ocfs2 = false)
    {
        page.reset(ocfs2 ? makeOcfs2Editor(u"domnull"_s, services, nullptr)
                         : makeClusterConfEditor(u"domnull"_s, services, nullptr));
        page->resize(size);
        page->show();
        page->setState(cluster->state());
        settle();
        page->showView(page->textView());
    }
    EditorDocument &document() const { return *page->document(); }
    void replace(const QString &title, const QByteArray &what, const QByteArray &by) const
    {
        const qsizetype at = document().text().indexOf(what);
        document().apply(title, TextEdits{{{at, at + what.size()}, by}});
    }
};

using Setup = std::function<QWidget *(Scene &, const QSize &)>;

struct Picture
{
    QString name;
    Setup setup;
    bool ocfs2 = false;
    QSize size = {1130, 740};
    double scale = 1.0;
    double fontScale = 1.0;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    bool dark = false;
};

QWidget *changed(Scene &scene, const QSize &size)
{
    scene.fill(seedConf());
    scene.open(size);
    scene.replace(u"Move xenhost2 up in FD"_s,
                  "        <failoverdomainnode name=\"xenhost1\" priority=\"1\"/>\n"
                  "        <failoverdomainnode name=\"xenhost2\" priority=\"2\"/>\n",
                  "        <failoverdomainnode name=\"xenhost1\" priority=\"2\"/>\n"
                  "        <failoverdomainnode name=\"xenhost2\" priority=\"1\"/>\n");
    settle();
    return scene.page.get();
}

QWidget *unchanged(Scene &scene, const QSize &size)
{
    scene.fill(seedConf());
    scene.open(size);
    settle();
    return scene.page.get();
}

QWidget *broken(Scene &scene, const QSize &size)
{
    unchanged(scene, size);
    scene.replace(u"Break it"_s, "ordered=\"1\"", "ordered=\"1");
    settle();
    return scene.page.get();
}

QWidget *differing(Scene &scene, const QSize &size)
{
    unchanged(scene, size);
    scene.cluster->setFile(u"xenhost2"_s, seedConf() + "\n");
    scene.cluster->setFile(u"xenhost3"_s, std::nullopt);
    scene.page->setState(scene.cluster->state());
    settle();
    return scene.page.get();
}

QWidget *longNames(Scene &scene, const QSize &size)
{
    QByteArray text = seedConf();
    const QByteArray name = "xenhost1.production.datacentre-frankfurt.example.org";
    text.replace("xenhost1", name);
    for (const QByteArray &node :
         {name, QByteArray("xenhost2.production.datacentre-frankfurt.example.org"),
          QByteArray("<b>evil</b>\xE2\x80\xAE"
                     "name")})
        scene.cluster->setFile(QString::fromUtf8(node), text);
    scene.cluster->setFile(u"xenhost3.production.datacentre-frankfurt.example.org"_s, text + "\n");
    scene.open(size);
    scene.replace(u"Act"_s, "expected_votes=\"3\"", "expected_votes=\"4\"");
    settle();
    return scene.page.get();
}

QWidget *manyProblems(Scene &scene, const QSize &size)
{
    scene.fill(largeConf(16, 60));
    scene.open(size);
    settle();
    return scene.page.get();
}

QWidget *empty(Scene &scene, const QSize &size)
{
    scene.cluster->setFile(u"xenhost1"_s, std::nullopt);
    scene.cluster->setFile(u"xenhost2"_s, std::nullopt);
    scene.open(size);
    settle();
    return scene.page.get();
}

QWidget *ocfs2(Scene &scene, const QSize &size)
{
    scene.fill("cluster:\n\tnode_count = 3\n\tname = ocfs2\n\n"
               "# the two of the first rack\n"
               "node:\n\tip_port = 7777\n\tip_address = 10.0.0.1\n\tnumber = 0\n"
               "\tname = xenhost1\n\tcluster = ocfs2\n\n"
               "node:\n\tip_port = 7777\n\tip_address = 10.0.0.2\n\tnumber = 1\n"
               "\tname = xenhost2\n\tcluster = ocfs2\n");
    scene.open(size, true);
    scene.replace(u"Act"_s, "10.0.0.2", "10.0.0.12");
    settle();
    return scene.page.get();
}

QWidget *draft(Scene &scene, const QSize &size)
{
    scene.services.draftsFolder = scene.folder.filePath(u"files"_s);
    const Drafts drafts(scene.services.draftsFolder, u"domnull"_s, u"/etc/cluster/cluster.conf"_s);
    (void)drafts.keep(drafts.newName(),
                      {seedConf() + "\n", seedConf(), QDateTime::currentDateTimeUtc()});
    return unchanged(scene, size);
}

QWidget *rollOutDialog(Scene &scene, const QSize &size)
{
    changed(scene, size);
    scene.cluster->setFile(u"xenhost2"_s, seedConf() + "\n");
    scene.page->setState(scene.cluster->state());
    scene.page->askForRollOut();
    settle();
    return scene.page->findChild<RollOutDialog *>();
}

QWidget *rollingOut(Scene &scene, const QSize &size)
{
    scene.services.deployer.run = [](cluster::Nodes &, operations::Journal &,
                                     const operations::Plan &plan,
                                     const operations::DeploySink &sink,
                                     const std::stop_token &) -> operations::DeployResult {
        sink({plan.id, operations::DeployStage::Validating, u"xenhost1"_s,
              u"ccs_config_validate says it is valid"_s});
        sink({plan.id, operations::DeployStage::Staging, u"xenhost2"_s, {}});
        QThread::msleep(900);
        return {operations::DeployOutcome::RolledBack,
                u"Nothing changed: xenhost2 refused the file, and all nodes hold version 12."_s,
                u"Look at what xenhost2 says, mend it, and roll out again."_s,
                {{u"xenhost2"_s, operations::DeployNode::Holds::Old,
                  u"Relax-NG validity error: line 26"_s}}};
    };
    changed(scene, size);
    scene.page->askForRollOut();
    settle();
    scene.page->findChild<RollOutDialog *>()->findChild<QPushButton *>(u"go"_s)->click();
    settle(300);
    return scene.page.get();
}

QWidget *rolledBack(Scene &scene, const QSize &size)
{
    rollingOut(scene, size);
    settle(1500);
    return scene.page.get();
}

QWidget *compare(Scene &scene, const QSize &size)
{
    changed(scene, size);
    QByteArray theirs = seedConf();
    theirs.replace("priority=\"2\"", "priority=\"7\"");
    theirs.replace("expected_votes=\"3\"", "expected_votes=\"4\"");
    scene.cluster->setFile(u"xenhost2"_s, theirs);
    scene.page->compareWith(u"xenhost2"_s);
    settle();
    return scene.page->findChild<CompareDialog *>();
}

/// Roll-outs of before: a good one, one that left xenhost3 out, and one that was left open.
void rolledOutBefore(const Scene &scene)
{
    const auto write = [&](const QString &id, const QStringList &offline, const QString &outcome) {
        operations::DeployRequest request{u"domnull"_s,
                                          u"/etc/cluster/cluster.conf"_s,
                                          seedConf() + "<!-- " + id.toUtf8() + " -->\n",
                                          {{u"xenhost1"_s, {}}, {u"xenhost2"_s, {}}},
                                          offline,
                                          u"Second rack, ticket 4711"_s};
        operations::Plan plan{id, u"deploy"_s, u"Roll out"_s, u"domnull"_s, {}, {}};
        plan.details = operations::detailsOf(request);
        const auto record = operations::Journal(scene.services.journalFolder).begin(plan);
        (void)(*record)->stage(u"checking"_s, {{u"by"_s, u"admin@desk"_s}});
        (void)(*record)->stage(u"found"_s, operations::factsOf({{u"xenhost1"_s, seedConf()},
                                                                {u"xenhost2"_s, seedConf()}}));
        if (!outcome.isEmpty())
            (void)(*record)->end(outcome,
                                 u"Version 13 of /etc/cluster/cluster.conf is on 2 nodes."_s);
        QThread::msleep(5);
    };
    write(u"deploy-1"_s, {}, u"deployed"_s);
    write(u"deploy-2"_s, {u"xenhost3"_s}, u"deployed"_s);
    write(u"deploy-3"_s, {}, {});
}

QWidget *leftOpen(Scene &scene, const QSize &size)
{
    rolledOutBefore(scene);
    return unchanged(scene, size);
}

QWidget *history(Scene &scene, const QSize &size)
{
    rolledOutBefore(scene);
    unchanged(scene, size);
    scene.page->showHistory();
    settle();
    return scene.page->findChild<HistoryDialog *>();
}

QWidget *emptyHistory(Scene &scene, const QSize &size)
{
    unchanged(scene, size);
    scene.page->showHistory();
    settle();
    return scene.page->findChild<HistoryDialog *>();
}

/// Each view of cluster.conf in its frame.
Setup view(int index, Setup setup)
{
    return [=](Scene &scene, const QSize &size) {
        QWidget *shown = setup(scene, size);
        scene.page->showView(scene.page->views().at(index));
        settle();
        return shown;
    };
}

bool make(const Picture &picture, const QDir &folder)
{
    QApplication::setPalette(picture.dark ? darkPalette() : lightPalette());
    QFont font(u"DejaVu Sans"_s);
    font.setPointSizeF(10 * picture.fontScale);
    QApplication::setFont(font);
    QApplication::setLayoutDirection(picture.direction);
    Scene scene(picture.ocfs2 ? u"/etc/ocfs2/cluster.conf"_s : u"/etc/cluster/cluster.conf"_s);
    QWidget *widget = picture.setup(scene, picture.size * picture.fontScale);
    QImage image(widget->size() * picture.scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(picture.scale);
    image.fill(widget->palette().color(QPalette::Window));
    widget->render(&image);
    settle(50);
    const QString path = folder.filePath(picture.name + u".png"_s);
    if (!image.save(path))
        return false;
    std::printf("%s\n", qUtf8Printable(path));
    std::fflush(stdout);
    return true;
}

QList<Picture> pictures()
{
    const QList<Picture> list = {
        {.name = u"text"_s, .setup = changed},
        {.name = u"unchanged"_s, .setup = unchanged},
        {.name = u"broken"_s, .setup = broken},
        {.name = u"differing"_s, .setup = differing},
        {.name = u"long-names"_s, .setup = longNames},
        {.name = u"many-problems"_s, .setup = manyProblems},
        {.name = u"empty"_s, .setup = empty},
        {.name = u"ocfs2"_s, .setup = ocfs2, .ocfs2 = true},
        {.name = u"draft"_s, .setup = draft},
        {.name = u"roll-out"_s, .setup = rollOutDialog},
        {.name = u"rolling-out"_s, .setup = rollingOut},
        {.name = u"rolled-back"_s, .setup = rolledBack},
        {.name = u"compare"_s, .setup = compare},
        {.name = u"left-open"_s, .setup = leftOpen},
        {.name = u"history"_s, .setup = history},
        {.name = u"history-empty"_s, .setup = emptyHistory},
        {.name = u"domains"_s, .setup = view(0, changed)},
        {.name = u"domains-long-names"_s, .setup = view(0, longNames)},
        {.name = u"domains-broken"_s, .setup = view(0, broken)},
        {.name = u"vms"_s, .setup = view(1, manyProblems)},
        {.name = u"nodes"_s, .setup = view(2, changed)},
        {.name = u"everything"_s, .setup = view(3, changed)},
        {.name = u"ocfs2-nodes"_s, .setup = view(0, ocfs2), .ocfs2 = true},
    };
    QList<Picture> all;
    for (Picture picture : list) {
        all.append(picture);
        picture.dark = true;
        picture.name += u"-dark"_s;
        all.append(picture);
        picture.dark = false;
        picture.scale = 2;
        picture.name.replace(u"-dark"_s, u"-200-percent"_s);
        all.append(picture);
    }
    all.append({.name = u"text-large-font"_s, .setup = changed, .fontScale = 2.0});
    all.append({.name = u"roll-out-large-font"_s, .setup = rollOutDialog, .fontScale = 2.0});
    all.append({.name = u"narrow"_s, .setup = differing, .size = {760, 520}});
    all.append({.name = u"text-right-to-left"_s, .setup = changed, .direction = Qt::RightToLeft});
    return all;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    if (argc < 2 || !QDir().mkpath(QFile::decodeName(argv[1]))) {
        std::fprintf(stderr, "usage: editor_screenshots FOLDER [NAME...]\n");
        return 2;
    }
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    const QDir folder(QFile::decodeName(argv[1]));
    const QStringList wanted = QCoreApplication::arguments().mid(2);
    for (const Picture &picture : pictures()) {
        if (!wanted.isEmpty() && !wanted.contains(picture.name))
            continue;
        if (!make(picture, folder)) {
            std::fprintf(stderr, "cannot write %s into %s\n", qUtf8Printable(picture.name),
                         argv[1]);
            return 1;
        }
    }
    return 0;
}
