// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a picture of each state of the connection manager and its dialogs into the folder that is
// its argument, for people to look at, in the language of the locale that is its second one.
#include "gui/appearance.h"
#include "gui/clusterpage.h"
#include "gui/connectionmanager.h"
#include "gui/pickdialog.h"
#include "gui/profiledesk.h"
#include "gui/profiledialog.h"
#include "gui/window_fixture.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeView>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::gui;

namespace {

QString suffix;
QDir folder_;

void save(QWidget *widget, const QString &name, double scale = 1)
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    QImage image(widget->size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(widget->palette().color(QPalette::Window));
    widget->render(&image);
    const QString path = folder_.filePath(name + suffix + u".png"_s);
    if (image.save(path))
        std::printf("%s\n", qPrintable(path));
}

profiles::Profile profile(const QString &name, const QString &cluster, const QString &host)
{
    profiles::Profile made;
    made.name = name;
    made.cluster = cluster;
    made.host = host;
    return made;
}

profiles::Content content(bool longNames)
{
    profiles::Content all;
    profiles::Profile bastion = profile(u"bastion"_s, u"production"_s, u"bastion.example.org"_s);
    bastion.user = u"admin"_s;
    bastion.readOnly = true;
    profiles::Profile one = profile(u"xenhost1"_s, u"production"_s, u"10.20.0.11"_s);
    one.jump.profile = u"bastion"_s;
    one.becomeRoot = profiles::BecomeRoot::SudoWithPassword;
    one.user = u"colonnade"_s;
    one.note = u"Rack 4, left. Its console is on the serial server."_s;
    profiles::Profile two = profile(u"xenhost2"_s, u"production"_s, u"10.20.0.12"_s);
    two.jump = one.jump;
    two.becomeRoot = one.becomeRoot;
    two.user = one.user;
    profiles::Profile ten = profile(u"xenhost10"_s, u"production"_s, u"2001:db8::10"_s);
    ten.port = 2222;
    profiles::Profile lenny = profile(u"lenny1"_s, u"old"_s, u"lenny1"_s);
    lenny.legacyAlgorithms = true;
    lenny.jump.host = u"gate.example.org"_s;
    lenny.jump.port = 2022;
    profiles::Profile etch = profile(u"lenny2"_s, u"old"_s, u"lenny2"_s);
    etch.legacyAlgorithms = true;
    all.profiles = {bastion,
                    one,
                    two,
                    ten,
                    lenny,
                    etch,
                    profile(u"test1"_s, u"staging"_s, u"test1.lab"_s),
                    profile(u"test2"_s, u"staging"_s, u"test2.lab"_s)};
    all.clusters[u"production"_s] = {u"#d64545"_s, u"The customers' machines. Change nothing on a "
                                                   "Friday."_s};
    all.clusters[u"staging"_s] = {u"#4b9e5f"_s, {}};
    if (longNames) {
        for (profiles::Profile &each : all.profiles)
            each.name += u"-in-the-very-long-named-datacentre-of-the-northern-region"_s;
        for (profiles::Profile &each : all.profiles) {
            if (!each.jump.profile.isEmpty())
                each.jump.profile = all.profiles.first().name;
        }
    }
    return all;
}

remote::Status status(remote::Phase phase, std::optional<base::Error> error = {})
{
    remote::Status made;
    made.phase = phase;
    made.error = std::move(error);
    made.since = QDateTime::currentDateTimeUtc().addSecs(-95);
    made.nextAttempt = QDateTime::currentDateTimeUtc().addSecs(17);
    return made;
}

class Scene : public WindowTest
{
public:
    explicit Scene(bool filled, bool longNames = false)
    {
        const profiles::Content all = content(longNames);
        if (filled)
            (void)profiles::Store(environment.profilesFile)
                .change([&](profiles::Content &stored) -> base::Result<void> {
                    stored = all;
                    return {};
                });
        const QString tail = longNames ? all.profiles.first().name.mid(7) : QString();
        remote::Status legacy = status(remote::Phase::Connected);
        legacy.legacy = true;
        nodes.node(u"lenny1"_s + tail)->setStatus(legacy);
        remote::Status busy = status(remote::Phase::Connecting);
        busy.stages = {{remote::Stage::Resolve, {}}, {remote::Stage::KeyExchange, {}}};
        nodes.node(u"xenhost10"_s + tail)->setStatus(busy);
        nodes.node(u"xenhost2"_s + tail)
            ->setStatus(status(remote::Phase::Refused,
                               base::Error{base::ErrorCode::HostKeyChanged,
                                           u"xenhost2 shows another host key than the one in "
                                           "/home/a/.ssh/known_hosts:12."_s,
                                           u"Find out why before you remove the old one."_s}));
        nodes.node(u"lenny2"_s + tail)
            ->setStatus(status(remote::Phase::Waiting,
                               base::Error{base::ErrorCode::TimedOut,
                                           u"lenny2 did not answer within 15 s (lenny2:22)."_s,
                                           {}}));
        nodes.node(u"test1"_s + tail)->setStatus(status(remote::Phase::WaitingForUser));
        QFile config(environment.sshConfig.user);
        if (config.open(QIODevice::WriteOnly))
            config.write("Host gate\n HostName gate.example.org\n User mira\n Port 2022\n"
                         "Host bastion\n HostName bastion.example.org\n User root\n"
                         "Host db7 db8\n HostName %h.db.example.org\n ProxyJump gate\n"
                         "Host *.example.org\n IdentityFile ~/.ssh/id_work\nMatch exec \"true\"\n");
        config.close();
        open();
        window->resize(1400, 880);
        if (filled)
            waitUntil([&] { return !window->page()->cluster().isEmpty(); });
        waitUntil([&] {
            const cluster::NodeState *node =
                window->page()->board()->state().node(u"xenhost1"_s + tail);
            return !filled || (node && node->facts);
        });
    }
    ~Scene() override { closeDown(); }
    void TestBody() override {}

    ConnectionManager *manager()
    {
        window->showConnections();
        return window->findChild<ConnectionManager *>();
    }
    QStringList keys(const QStringList &names) const
    {
        QStringList result;
        for (const profiles::Profile &each : savedProfiles()) {
            if (names.contains(each.name))
                result.append(each.id);
        }
        return result;
    }
    template<typename T>
    T *dialog() const
    {
        T *found = nullptr;
        waitUntil([&] {
            for (T *each : window->findChildren<T *>()) {
                if (each->isVisible())
                    found = each;
            }
            return found != nullptr;
        });
        return found;
    }
};

void managerPictures()
{
    Scene scene(true);
    save(scene.window.get(), u"window"_s);
    ConnectionManager *manager = scene.manager();
    save(manager, u"manager"_s);
    save(manager, u"manager-200"_s, 2);
    manager->findChild<QTreeView *>(u"tree"_s)->selectAll();
    save(manager, u"manager-all"_s);
    manager->findChild<QLineEdit *>(u"find"_s)->setText(u"prod xen"_s);
    save(manager, u"manager-found"_s);
    manager->findChild<QLineEdit *>(u"find"_s)->setText(u"nothing like it"_s);
    save(manager, u"manager-none"_s);
    Scene longScene(true, true);
    save(longScene.window.get(), u"window-long"_s);
    save(longScene.manager(), u"manager-long"_s);
    Scene empty(false);
    save(empty.window.get(), u"window-empty"_s);
    save(empty.manager(), u"manager-empty"_s);
}

void profilePictures()
{
    Scene scene(true);
    ProfileDesk *desk = scene.window->profileDesk();
    desk->create(u"staging"_s, scene.window.get());
    auto *fresh = scene.dialog<ProfileDialog>();
    save(fresh, u"profile-new"_s);
    fresh->close();
    desk->edit(scene.keys({u"xenhost1"_s}), scene.window.get());
    waitUntil([] { return false; }, std::chrono::milliseconds(50));
    auto *dialog = scene.dialog<ProfileDialog>();
    auto *tabs = dialog->findChild<QTabWidget *>(u"tabs"_s);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        save(dialog, u"profile-tab%1"_s.arg(tab));
    }
    tabs->setCurrentIndex(0);
    auto *host = dialog->findChild<QLineEdit *>(u"host"_s);
    host->setText(u"-oProxyCommand=x"_s);
    Q_EMIT host->textEdited(host->text());
    auto *port = dialog->findChild<QLineEdit *>(u"port"_s);
    port->setText(u"99999"_s);
    Q_EMIT port->textEdited(port->text());
    auto *name = dialog->findChild<QLineEdit *>(u"name"_s);
    name->setText(u"xenhost2"_s);
    Q_EMIT name->textEdited(name->text());
    save(dialog, u"profile-bad"_s);
    dialog->close();
    QCoreApplication::processEvents();
    desk->edit(scene.keys({u"xenhost1"_s, u"lenny1"_s, u"test1"_s}), scene.window.get());
    auto *several = scene.dialog<ProfileDialog>();
    save(several, u"profile-several"_s);
    several->findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(3);
    save(several, u"profile-several-3"_s);
}

void otherPictures()
{
    Scene scene(true);
    ProfileDesk *desk = scene.window->profileDesk();
    desk->editCluster(u"production"_s, scene.window.get());
    save(scene.window->findChild<QDialog *>(u"ClusterDialog"_s), u"cluster-dialog"_s);
    desk->remove(scene.keys({u"xenhost1"_s, u"test2"_s}), scene.window.get());
    save(scene.window->findChild<QDialog *>(u"removeDialog"_s), u"delete"_s);
    desk->remove(scene.keys({u"bastion"_s}), scene.window.get());
    for (QDialog *each : scene.window->findChildren<QDialog *>(u"removeDialog"_s))
        save(each, u"delete-jump"_s);
    desk->moveSomewhere(scene.keys({u"test2"_s}), scene.window.get());
    save(scene.window->findChild<QDialog *>(u"clusterQuestion"_s), u"move"_s);
    desk->importSshConfig(scene.window.get());
    auto *import = scene.dialog<PickDialog>();
    waitUntil([&] { return !import->picked().isEmpty(); }, std::chrono::seconds(2));
    save(import, u"import"_s);
    profiles::Profile tried = profile(u"xenhost1"_s, {}, u"10.20.0.11"_s);
    desk->test(tried, scene.window.get());
    auto *good = scene.window->findChild<QDialog *>(u"ConnectionTestDialog"_s);
    waitUntil([&] { return good->findChild<QPushButton *>(u"again"_s)->isEnabled(); });
    save(good, u"test-good"_s);
    delete good;
    remote::Status refused = status(remote::Phase::Refused,
                                    base::Error{base::ErrorCode::AuthenticationFailed,
                                                u"xenhost2 refuses to let root in; it would still "
                                                "take: publickey, password."_s,
                                                u"Add a key to its authorized_keys, or allow "
                                                "another way to log in in the profile."_s});
    refused.stages = {{remote::Stage::Resolve, u"10.20.0.12"_s},
                      {remote::Stage::Connect, u"10.20.0.12 port 22"_s},
                      {remote::Stage::KeyExchange, u"curve25519-sha256, aes256-gcm@openssh.com"_s},
                      {remote::Stage::HostKey, u"ssh-ed25519 SHA256:n4X…"_s},
                      {remote::Stage::Authentication, {}}};
    remote::Status closed;
    closed.phase = remote::Phase::Closed;
    scene.nodes.node(u"xenhost2"_s)->lose();
    scene.nodes.node(u"xenhost2"_s)->setStatus(closed);
    const int asked = scene.nodes.node(u"xenhost2"_s)->connectRequests();
    tried.name = u"xenhost2"_s;
    tried.becomeRoot = profiles::BecomeRoot::Sudo;
    desk->test(tried, scene.window.get());
    auto *bad = scene.window->findChild<QDialog *>(u"ConnectionTestDialog"_s);
    waitUntil([&] { return scene.nodes.node(u"xenhost2"_s)->connectRequests() > asked; });
    remote::Status connecting = refused;
    connecting.phase = remote::Phase::Connecting;
    scene.nodes.node(u"xenhost2"_s)->setStatus(connecting);
    waitUntil([] { return false; }, std::chrono::milliseconds(200));
    scene.nodes.node(u"xenhost2"_s)->setStatus(refused);
    waitUntil([&] { return bad->findChild<QPushButton *>(u"again"_s)->isEnabled(); });
    save(bad, u"test-bad"_s);
}

void brokenPictures()
{
    Scene scene(true);
    profiles::Store store(scene.environment.profilesFile);
    (void)store.remove(u"test2"_s);
    scene.closeDown();
    QFile file(scene.environment.profilesFile);
    if (file.open(QIODevice::WriteOnly))
        file.write("{\n  \"profiles\": [\n    oops\n");
    file.close();
    scene.open();
    scene.window->resize(1400, 880);
    QDialog *dialog = nullptr;
    waitUntil([&] {
        return (dialog = scene.window->findChild<QDialog *>(u"StoreTroubleDialog"_s)) != nullptr;
    });
    waitUntil([&] { return dialog->findChild<QPushButton *>(u"go"_s)->isEnabled(); });
    save(dialog, u"broken"_s);
    save(scene.window.get(), u"window-broken"_s);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    testing::InitGoogleMock(&argc, argv);
    if (argc != 2 && argc != 3) {
        std::fprintf(stderr, "usage: manager_screenshots FOLDER [LOCALE]\n");
        return 2;
    }
    QLocale::setDefault(argc == 3 ? QLocale(QString::fromLocal8Bit(argv[2])) : QLocale::c());
    QApplication application(argc, argv);
    folder_ = QDir(QString::fromLocal8Bit(argv[1]));
    folder_.mkpath(u"."_s);
    for (const auto &[look, name] :
         {std::pair(Appearance::Light, u"-light"_s), std::pair(Appearance::Dark, u"-dark"_s)}) {
        setAppearance(look);
        suffix = name;
        managerPictures();
        profilePictures();
        otherPictures();
        brokenPictures();
    }
    return 0;
}
