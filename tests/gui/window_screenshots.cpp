// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a picture of each state of the window into the folder that is its argument, for people to
// look at, in the language of the locale that is its second one. The nodes are simulated ones.
#include "gui/activitypanel.h"
#include "gui/appearance.h"
#include "gui/clusterpage.h"
#include "gui/confirmdialog.h"
#include "gui/migratetodialog.h"
#include "gui/migrationcontroller.h"
#include "gui/profiledialog.h"
#include "gui/questions.h"
#include "gui/window_fixture.h"
#include "lab/lab.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QPushButton>
#include <QTreeView>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::gui;

namespace {

const rules::GuestRef web1{u"web1"_s, u"xenhost1"_s};

/// A window on a lab of its own, which a picture may break.
class Scene : public WindowTest
{
public:
    explicit Scene(int nodeCount, bool knownHosts = true)
    {
        environment.makeConnector = Environment::overSsh({environment.profilesFile, {}});
        environment.monitor.interval = std::chrono::milliseconds(1100);
        environment.migration.pollInterval = std::chrono::milliseconds(200);
        if (nodeCount > 0)
            startLab(nodeCount, knownHosts);
        open();
        window->resize(1400, 880);
        if (nodeCount > 0 && knownHosts)
            waitUntil([&] { return read(); });
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    ~Scene() override { closeDown(); }
    void TestBody() override {}

    QWidget *dialog() const
    {
        for (QDialog *each : window->findChildren<QDialog *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    void drop(const QList<rules::GuestRef> &guests, const QString &node)
    {
        Q_EMIT window->page()->board()->migrationRequested(guests, node);
        waitFor<ConfirmDialog>(u"confirmDialog"_s);
    }
    void confirm() { dialog()->findChild<QPushButton *>(u"migrate"_s)->click(); }
    bool says(const QString &prefix) const
    {
        return std::ranges::any_of(window->page()->messages()->ids(),
                                   [&](const QString &id) { return id.startsWith(prefix); });
    }

    std::unique_ptr<lab::Lab> lab;

private:
    void startLab(int nodeCount, bool knownHosts)
    {
        lab::Options options;
        options.nodes = nodeCount;
        lab = std::move(*lab::Lab::start(options));
        profiles::Store store(environment.profilesFile);
        for (const lab::NodeAccess &node : lab->nodes()) {
            profiles::Profile profile;
            profile.name = node.name;
            profile.cluster = u"domnull"_s;
            profile.host = node.host;
            profile.port = node.port;
            profile.user = lab->user();
            profile.identityFiles = {lab->privateKeyFile()};
            profile.methods = {profiles::LoginMethod::KeyFile};
            profile.knownHostsFile =
                knownHosts ? lab->knownHostsFile() : folder.filePath(u"known_hosts"_s);
            (void)store.add(profile);
        }
    }
    bool read() const
    {
        const QList<cluster::NodeState> &all = window->page()->board()->state().nodes;
        return !all.isEmpty() && std::ranges::all_of(all, [](const cluster::NodeState &node) {
            return node.facts && !node.facts->guests.isEmpty()
                   && node.facts->guests.first().cpuPercent;
        });
    }
};

/// The window with its dialog where a window manager would put it.
QImage paint(const Scene &scene, double scale)
{
    const auto render = [scale](QWidget *widget) {
        QImage image(widget->size() * scale, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(scale);
        image.fill(widget->palette().color(QPalette::Window));
        widget->render(&image);
        return image;
    };
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    QImage picture = render(scene.window.get());
    if (QWidget *dialog = scene.dialog()) {
        QPainter painter(&picture);
        painter.fillRect(QRect({}, scene.window->size()), QColor(0, 0, 0, 40));
        const QRect place(QPoint((scene.window->width() - dialog->width()) / 2,
                                 (scene.window->height() - dialog->height()) / 3),
                          dialog->size());
        painter.drawImage(place.topLeft(), render(dialog));
        painter.setPen(dialog->palette().color(QPalette::Mid));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
    return picture;
}

void save(const QDir &folder, const QString &name, const Scene &scene, double scale = 1)
{
    const QString path = folder.filePath(name + u".png"_s);
    if (paint(scene, scale).save(path))
        std::printf("%s\n", qPrintable(path));
}

void rest(const QDir &folder, const QString &look)
{
    Scene scene(4);
    save(folder, u"cluster-"_s + look, scene);
    save(folder, u"cluster-"_s + look + u"-200"_s, scene, 2);
    scene.window->page()->board()->select({web1});
    scene.window->migrateTo();
    save(folder, u"migrate-to-"_s + look, scene);
    static_cast<QDialog *>(scene.dialog())->reject();
    scene.drop({web1, {u"staging"_s, u"xenhost1"_s}}, u"xenhost2"_s);
    save(folder, u"confirmation-"_s + look, scene);
}

void migrating(const QDir &folder, const QString &look)
{
    Scene scene(3);
    scene.drop({web1, {u"mail1"_s, u"xenhost1"_s}}, u"xenhost2"_s);
    scene.confirm();
    waitUntil([&] {
        for (const auto &each : scene.window->migrations()->progress(u"domnull"_s)) {
            if (each.fraction.value_or(0) > 0.4)
                return true;
        }
        return false;
    });
    save(folder, u"migrating-"_s + look, scene);
    waitUntil(
        [&] { return scene.says(u"moved/"_s) && scene.window->migrations()->running() == 0; });
    auto *view = scene.window->findChild<QTreeView *>(u"activityView"_s);
    view->setCurrentIndex(view->model()->index(view->model()->rowCount() - 1, 0));
    save(folder, u"moved-activity-"_s + look, scene);
}

void lost(const QDir &folder, const QString &look)
{
    Scene scene(4);
    (void)scene.lab->powerOff(u"xenhost3"_s);
    waitUntil([&] {
        return scene.window->page()->board()->state().node(u"xenhost3"_s)->connection.phase
               == remote::Phase::Waiting;
    });
    save(folder, u"lost-node-"_s + look, scene);
}

void dialogs(const QDir &folder, const QString &look)
{
    Scene hostKey(2, false);
    waitUntil([&] { return hostKey.dialog() != nullptr; });
    save(folder, u"host-key-"_s + look, hostKey);

    Scene empty(0);
    save(folder, u"first-start-"_s + look, empty);
    empty.window->newProfile();
    save(folder, u"profile-"_s + look, empty);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    testing::InitGoogleMock(&argc, argv);
    if (argc != 2 && argc != 3) {
        std::fprintf(stderr, "usage: window_screenshots FOLDER [LOCALE]\n");
        return 2;
    }
    QLocale::setDefault(argc == 3 ? QLocale(QString::fromLocal8Bit(argv[2])) : QLocale::c());
    QApplication application(argc, argv);
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    folder.mkpath(u"."_s);
    for (const auto &[look, name] :
         {std::pair(Appearance::Light, u"light"_s), std::pair(Appearance::Dark, u"dark"_s)}) {
        setAppearance(look);
        rest(folder, name);
        migrating(folder, name);
        lost(folder, name);
        dialogs(folder, name);
    }
    return 0;
}
