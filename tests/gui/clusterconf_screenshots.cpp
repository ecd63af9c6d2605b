// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a picture of each view of cluster.conf into the folder that is its argument, for people to
// look at. A second argument takes only the pictures whose name has it.
#include "gui/appearance.h"
#include "gui/clusterconf_fixture.h"
#include "gui/domainsmodel.h"
#include "gui/domainstable.h"
#include "gui/everythingview.h"
#include "gui/failoverdomainsview.h"
#include "gui/newclusterdialog.h"
#include "gui/nodesandfencingview.h"
#include "gui/virtualmachinesview.h"
#include "gui/wherewoulditrun.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPainter>
#include <QScrollBar>
#include <QStyleFactory>

#include <cstdio>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::gui;

namespace {

using Make = std::function<std::unique_ptr<QWidget>(ClusterConfDocument &)>;
using Touch = std::function<void(ClusterConfDocument &, QWidget &)>;

struct Picture
{
    QString name;
    Make make;
    QByteArray text;
    Touch touch = {};
    QSize size = {1120, 640};
    double scale = 1.0;
    double fontScale = 1.0;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    bool dark = false;
};

template<typename View>
std::unique_ptr<QWidget> made(ClusterConfDocument &document)
{
    auto view = std::make_unique<View>(&document, nullptr);
    view->setState(fourNodeState());
    return view;
}

void settle()
{
    for (int i = 0; i < 8; ++i)
        QCoreApplication::processEvents();
}

bool write(const Picture &picture, const QDir &folder)
{
    QApplication::setPalette(picture.dark ? darkPalette() : lightPalette());
    QThreadPool pool;
    ClusterConfDocument document(&pool);
    document.open(picture.text);
    const std::unique_ptr<QWidget> view = picture.make(document);
    QFont font = view->font();
    font.setPointSizeF(font.pointSizeF() * picture.fontScale);
    view->setFont(font);
    view->setLayoutDirection(picture.direction);
    view->setContentsMargins(14, 14, 14, 14);
    showWindow(*view, picture.size);
    if (picture.touch)
        picture.touch(document, *view);
    settle();
    QImage image(view->size() * picture.scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(picture.scale);
    image.fill(view->palette().color(QPalette::Window));
    view->render(&image);
    pool.waitForDone();
    settle();
    const QString path = folder.filePath(picture.name + u".png"_s);
    std::printf("%s\n", qUtf8Printable(path));
    return image.save(path);
}

// ---- failover domains

void dragPill(ClusterConfDocument &, QWidget &widget)
{
    auto &view = static_cast<FailoverDomainsView &>(widget);
    const auto centre = [&view](int row) {
        return view.table()->pillRect(view.model()->index(row, 0)).center();
    };
    dragTo(view.table()->viewport(), centre(2), centre(0));
}

void dragPillWrong(ClusterConfDocument &, QWidget &widget)
{
    auto &view = static_cast<FailoverDomainsView &>(widget);
    const auto centre = [&view](int row) {
        return view.table()->pillRect(view.model()->index(row, 0)).center();
    };
    dragTo(view.table()->viewport(), centre(1), centre(3));
}

void focusCell(ClusterConfDocument &, QWidget &widget)
{
    auto &view = static_cast<FailoverDomainsView &>(widget);
    view.table()->setFocus();
    view.table()->setCurrentIndex(view.model()->index(1, 0));
}

void scrollRight(ClusterConfDocument &, QWidget &widget)
{
    auto *bar = static_cast<FailoverDomainsView &>(widget).table()->horizontalScrollBar();
    bar->setValue(bar->maximum() / 2);
}

void killNode(ClusterConfDocument &, QWidget &widget)
{
    auto *panel = static_cast<FailoverDomainsView &>(widget).panel();
    panel->setVm(u"db1"_s);
    panel->setDead(u"xenhost1"_s, true);
}

void breakText(ClusterConfDocument &document, QWidget &)
{
    const qsizetype at = document.text().indexOf("<rm>");
    document.type({{at, at + 4}, "<rm"});
}

QList<Picture> domainPictures()
{
    const Make make = &made<FailoverDomainsView>;
    return {
        {.name = u"domains"_s, .make = make, .text = fourNodeConf()},
        {.name = u"domains-drag"_s, .make = make, .text = fourNodeConf(), .touch = dragPill},
        {.name = u"domains-drag-no"_s,
         .make = make,
         .text = fourNodeConf(),
         .touch = dragPillWrong},
        {.name = u"domains-focus"_s, .make = make, .text = fourNodeConf(), .touch = focusCell},
        {.name = u"domains-dead"_s, .make = make, .text = fourNodeConf(), .touch = killNode},
        {.name = u"domains-long"_s, .make = make, .text = awkwardConf()},
        {.name = u"domains-empty"_s, .make = make, .text = seedFirst()},
        {.name = u"domains-broken"_s, .make = make, .text = fourNodeConf(), .touch = breakText},
        {.name = u"domains-many"_s,
         .make = make,
         .text = largeConf(16, 30, 300),
         .touch = scrollRight},
    };
}

// ---- the other views

void showWeb1(ClusterConfDocument &document, QWidget &widget)
{
    document.setTarget({formats::ClusterGeneration::Cluster30});
    static_cast<VirtualMachinesView &>(widget).setCurrent(u"web1"_s);
}

void showNode(ClusterConfDocument &, QWidget &widget)
{
    static_cast<NodesAndFencingView &>(widget).setCurrentNode(u"xenhost1"_s);
}

void showDevice(ClusterConfDocument &, QWidget &widget)
{
    static_cast<NodesAndFencingView &>(widget).setCurrentDevice(u"apc"_s);
}

void showService(ClusterConfDocument &, QWidget &widget)
{
    static_cast<EverythingView &>(widget).setCurrent(u"/cluster/rm/service/ip"_s);
}

std::unique_ptr<QWidget> newCluster(ClusterConfDocument &)
{
    return std::make_unique<NewClusterDialog>(fourNodeState(), nullptr);
}

QList<Picture> otherPictures()
{
    const Make vms = &made<VirtualMachinesView>;
    const Make nodes = &made<NodesAndFencingView>;
    const Make everything = &made<EverythingView>;
    return {
        {.name = u"vms"_s, .make = vms, .text = fourNodeConf(), .touch = showWeb1},
        {.name = u"vms-many"_s, .make = vms, .text = largeConf(128, 60, 2000)},
        {.name = u"vms-long"_s, .make = vms, .text = awkwardConf()},
        {.name = u"vms-empty"_s, .make = vms, .text = seedFirst()},
        {.name = u"nodes"_s, .make = nodes, .text = fourNodeConf(), .touch = showNode},
        {.name = u"nodes-device"_s, .make = nodes, .text = fourNodeConf(), .touch = showDevice},
        {.name = u"nodes-long"_s, .make = nodes, .text = awkwardConf()},
        {.name = u"nodes-seed"_s, .make = nodes, .text = seedFirst()},
        {.name = u"everything"_s, .make = everything, .text = fourNodeConf(), .touch = showService},
        {.name = u"everything-long"_s, .make = everything, .text = awkwardConf()},
        {.name = u"new-cluster"_s, .make = newCluster, .text = {}, .size = {640, 700}},
    };
}

QList<Picture> pictures()
{
    QList<Picture> all;
    for (Picture picture : domainPictures() + otherPictures()) {
        all.append(picture);
        picture.dark = true;
        picture.name += u"-dark"_s;
        all.append(picture);
        picture.dark = false;
        picture.name.replace(u"-dark"_s, u"-200"_s);
        picture.scale = 2.0;
        all.append(picture);
    }
    for (Picture picture : domainPictures().first(2)) {
        picture.direction = Qt::RightToLeft;
        picture.name += u"-rtl"_s;
        all.append(picture);
        picture.direction = Qt::LeftToRight;
        picture.name.replace(u"-rtl"_s, u"-large-font"_s);
        picture.fontScale = 1.8;
        all.append(picture);
    }
    return all;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    if (argc < 2 || argc > 3 || !QDir().mkpath(QFile::decodeName(argv[1]))) {
        std::fprintf(stderr, "usage: clusterconf_screenshots FOLDER [PART-OF-A-NAME]\n");
        return 2;
    }
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QFont font = QApplication::font();
    font.setPointSizeF(10); // what desktops use; the offscreen platform's own is smaller
    QApplication::setFont(font);
    const QDir folder(QFile::decodeName(argv[1]));
    const QString part = argc == 3 ? QFile::decodeName(argv[2]) : QString();
    for (const Picture &picture : pictures()) {
        if (picture.name.contains(part) && !write(picture, folder)) {
            std::fprintf(stderr, "cannot write %s into %s\n", qUtf8Printable(picture.name),
                         argv[1]);
            return 1;
        }
    }
    return 0;
}
