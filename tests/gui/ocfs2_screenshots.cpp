// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a picture of each state of the OCFS2 node list into the folder that is its argument, for
// people to look at.
#include "gui/appearance.h"
#include "gui/ocfs2_states.h"
#include "gui/ocfs2nodemodel.h"
#include "gui/ocfs2view.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::gui;

namespace {

struct Scene
{
    QThreadPool pool;
    Ocfs2Document document{&pool};
    Ocfs2View view{&document};
    ~Scene() { pool.waitForDone(); }

    QTableView *table() { return view.findChild<QTableView *>(u"nodes"_s); }
    void click(const QString &name) { view.findChild<QPushButton *>(name)->click(); }
    void mark(int row, int column)
    {
        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(row, column));
    }
};

using Setup = std::function<void(Scene &)>;

void save(QWidget *widget, const QString &path, double scale)
{
    for (int i = 0; i < 20; ++i) // what is laid out within another thing takes a turn for each
        QTest::qWait(1);
    QImage image(widget->size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(widget->palette().color(QPalette::Window));
    widget->render(&image);
    if (image.save(path))
        std::printf("%s\n", qUtf8Printable(path));
}

void calm(Scene &scene)
{
    scene.document.open(twoNodeList());
    scene.view.setState(ocfs2State());
}

void refused(Scene &scene)
{
    calm(scene);
    scene.mark(1, Ocfs2NodeModel::Number);
    scene.click(u"removeNode"_s);
}

void asked(Scene &scene)
{
    cluster::ClusterState state = ocfs2State();
    state.nodes[1].connection.phase = remote::Phase::Waiting;
    scene.document.open(twoNodeList());
    scene.view.setState(state);
    scene.mark(1, Ocfs2NodeModel::Name);
    scene.click(u"removeNode"_s);
}

void added(Scene &scene)
{
    calm(scene);
    scene.click(u"addNode"_s);
    scene.view.findChild<QDialog *>()->accept();
}

void adding(Scene &scene)
{
    calm(scene);
    scene.click(u"addNode"_s);
}

void settingTimeout(Scene &scene)
{
    calm(scene);
    scene.click(u"setTimeout"_s);
}

void differing(Scene &scene)
{
    cluster::ClusterState state = ocfs2State();
    state.nodes[1].facts->ocfs2.defaults =
        "O2CB_ENABLED=false\nO2CB_BOOTCLUSTER=domnull\nO2CB_HEARTBEAT_THRESHOLD=61\n";
    state.nodes[1].facts->ocfs2.clusters[0].nodes[1].number = 4;
    state.nodes[0].facts->addresses = {{u"10.0.0.7"_s, 24, u"eth1"_s}};
    state.nodes[0].facts->clusterConf = formats::ClusterPlacement();
    state.nodes[0].facts->clusterConf->nodes = {u"xenhost1"_s, u"xenhost2"_s, u"xenhost3"_s};
    scene.document.open(twoNodeList());
    scene.view.setState(state);
}

void longNames(Scene &scene)
{
    const QByteArray tail = "-in-the-very-long-named-datacentre-north";
    QByteArray list = twoNodeList();
    list.replace("xenhost1", QByteArray("xenhost1" + tail));
    list.replace("xenhost2", QByteArray("xenhost2" + tail));
    list.replace("domnull", "abcdefghijklmnop");
    cluster::ClusterState state = ocfs2State();
    for (cluster::NodeState &node : state.nodes) {
        node.profile.name += QString::fromLatin1(tail);
        node.facts->hostName = node.profile.name;
        node.facts->ocfs2.mounts.append(
            {u"/dev/sdc"_s, u"/srv/customers/production/images-of-all-virtual-machines"_s, true});
        for (toolstack::O2cbCluster &cluster : node.facts->ocfs2.clusters) {
            cluster.name = u"abcdefghijklmnop"_s;
            for (toolstack::O2cbNode &each : cluster.nodes)
                each.name += QString::fromLatin1(tail);
        }
    }
    scene.document.open(list);
    scene.view.setState(state);
    scene.mark(0, Ocfs2NodeModel::Name);
}

void global(Scene &scene)
{
    QByteArray list = twoNodeList();
    list.replace("\tname = domnull\n\n", "\tname = domnull\n\theartbeat_mode = global\n\n");
    for (const char *region :
         {"51275FB9AC33446FAA92389906A87FFD", "0B8C9BD2AF1C4FD0AA1BE1B2A0C4D7A1",
          "9E171BA887494240B0D593BD91999F9C"})
        list += QByteArray("heartbeat:\n\tregion = ") + region + "\n\tcluster = domnull\n\n";
    scene.document.open(list);
    scene.view.setState({});
}

void empty(Scene &scene)
{
    scene.document.open("");
    scene.view.setState(ocfs2State());
}

void broken(Scene &scene)
{
    calm(scene);
    scene.document.type({{14, 14}, "  # indented\n"});
}

void several(Scene &scene)
{
    scene.document.open(severalClustersList());
    scene.view.setState(ocfs2State());
}

void orphans(Scene &scene)
{
    scene.document.open(orphanList());
    scene.view.setState(ocfs2State());
    (void)QTest::qWaitFor([&scene] { return scene.document.areDiagnosticsCurrent(); });
}

void many(Scene &scene)
{
    QByteArray list = "cluster:\n\tnode_count = 40\n\tname = domnull\n\n";
    for (int i = 0; i < 40; ++i)
        list += "node:\n\tip_port = 7777\n\tip_address = 10.0.1." + QByteArray::number(i + 1)
                + "\n\tnumber = " + QByteArray::number(i) + "\n\tname = node"
                + QByteArray::number(i + 1) + "\n\tcluster = domnull\n\n";
    scene.document.open(list);
    scene.view.setState({});
}

struct Picture
{
    QString name;
    Setup setup;
    QSize size = {1060, 720};
    double scale = 1;
};

void make(const Picture &picture, const QDir &folder, const QString &suffix)
{
    Scene scene;
    scene.view.resize(picture.size);
    scene.view.show();
    scene.view.activateWindow();
    picture.setup(scene);
    auto *dialog = scene.view.findChild<QDialog *>();
    const bool shown = dialog && dialog->isVisible();
    save(shown ? static_cast<QWidget *>(dialog) : &scene.view,
         folder.filePath(picture.name + suffix + u".png"_s), picture.scale);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc != 2) {
        std::fprintf(stderr, "usage: ocfs2_screenshots FOLDER\n");
        return 2;
    }
    QLocale::setDefault(QLocale::c());
    QApplication application(argc, argv);
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    folder.mkpath(u"."_s);
    const QList<Picture> pictures = {{u"ocfs2"_s, calm},
                                     {u"ocfs2-200"_s, calm, {1060, 720}, 2},
                                     {u"ocfs2-narrow"_s, calm, {620, 900}},
                                     {u"ocfs2-refused"_s, refused},
                                     {u"ocfs2-asked"_s, asked},
                                     {u"ocfs2-added"_s, added},
                                     {u"ocfs2-add-dialog"_s, adding},
                                     {u"ocfs2-timeout-dialog"_s, settingTimeout},
                                     {u"ocfs2-differing"_s, differing, {1060, 900}},
                                     {u"ocfs2-long"_s, longNames},
                                     {u"ocfs2-global"_s, global},
                                     {u"ocfs2-empty"_s, empty},
                                     {u"ocfs2-broken"_s, broken},
                                     {u"ocfs2-several"_s, several},
                                     {u"ocfs2-orphans"_s, orphans},
                                     {u"ocfs2-many"_s, many}};
    for (const auto &[look, suffix] :
         {std::pair(Appearance::Light, u"-light"_s), std::pair(Appearance::Dark, u"-dark"_s)}) {
        setAppearance(look);
        for (const Picture &picture : pictures)
            make(picture, folder, suffix);
    }
    return 0;
}
