// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a picture of each state of the board into the folder that is its argument, for people to
// look at.
#include "gui/appearance.h"
#include "gui/board.h"
#include "gui/board_states.h"
#include "gui/boarddrag.h"
#include "gui/column.h"
#include "gui/columnlist.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleFactory>

#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::gui;

namespace {

using rules::GuestRef;
using Setup = std::function<void(Board &)>;

struct Picture
{
    QString name;
    Setup setup;
    QSize size = {1190, 590};
    double scale = 1.0;
    double fontScale = 1.0;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    bool dark = false;
};

QImage paint(Board &board, double scale)
{
    QImage image(board.size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(board.palette().color(QPalette::Window));
    board.render(&image);
    return image;
}

/// A rendered board has no pointer: puts what the drag holds where the pointer would be.
void paintDrag(QImage &image, const Board &board, double scale)
{
    const QPixmap card =
        drawDragPicture({{u"web1"_s, u"web2"_s}, 4, 8192, 2}, Theme::of(board.palette()),
                        Fonts(board.font()), scale, board.layoutDirection());
    QPainter painter(&image);
    painter.drawPixmap(QPoint(330 * board.width() / 1190, 400), card);
}

bool make(const Picture &picture, const QDir &folder)
{
    QApplication::setPalette(picture.dark ? darkPalette() : lightPalette());
    Board board;
    QFont font = board.font();
    font.setPointSizeF(font.pointSizeF() * picture.fontScale);
    board.setFont(font);
    board.setLayoutDirection(picture.direction);
    board.setClock(&boardNow);
    board.resize(picture.size);
    board.show();
    picture.setup(board);
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    QImage image = paint(board, picture.scale);
    if (board.isDragging())
        paintDrag(image, board, picture.scale);
    const QString path = folder.filePath(picture.name + u".png"_s);
    if (!image.save(path))
        return false;
    std::printf("%s\n", qUtf8Printable(path));
    return true;
}

void calm(Board &board)
{
    board.setState(fourNodes());
    board.setMigrations({wikiMigration()});
}

void dragged(Board &board)
{
    calm(board);
    board.beginDrag({{u"web1"_s, u"xenhost1"_s}, {u"web2"_s, u"xenhost1"_s}});
    board.hoverDrag(u"xenhost2"_s);
}

void selected(Board &board)
{
    calm(board);
    board.select(
        {{u"db1"_s, u"xenhost1"_s}, {u"web1"_s, u"xenhost1"_s}, {u"crm"_s, u"xenhost3"_s}});
    board.activateWindow();
    ColumnList *list = board.column(u"xenhost1"_s)->list();
    list->setFocus();
    list->selectionModel()->setCurrentIndex(list->model()->index(1, 0),
                                            QItemSelectionModel::NoUpdate);
    QKeyEvent down(QEvent::KeyPress, Qt::Key_Down, Qt::ControlModifier); // moves the focus alone
    QCoreApplication::sendEvent(list, &down);
}

void refusedHover(Board &board)
{
    cluster::ClusterState state = fourNodes();
    state.nodes[1].facts->info.freeMemoryMiB = 3000;
    board.setState(state);
    board.beginDrag({{u"web1"_s, u"xenhost1"_s}, {u"web2"_s, u"xenhost1"_s}});
    board.hoverDrag(u"xenhost2"_s);
}

void longNames(Board &board)
{
    cluster::ClusterState state = fourNodes();
    state.nodes[0].profile.name = u"xenhost1.production.datacentre-frankfurt.example.org"_s;
    QList<cluster::Guest> &guests = state.nodes[0].facts->guests;
    guests[0].name = u"customer-relationship-management-production-database-replica-01"_s;
    guests[1].name = u"customer-relationship-management-production-database-replica-02"_s;
    guests[2].name = u"db1-with-a-longer-name"_s;
    guests[3].name = u"邮件服务器-主要"_s;
    guests.append(guestOf(u"evil\n\u202Ename<b>bold</b>"_s, 1, 512, 1));
    formats::ClusterPlacement conf;
    conf.vms = {{guests[2].name, u"databases-failover-domain"_s, {}},
                {guests[0].name, u"FD"_s, {}}};
    state.nodes[0].facts->clusterConf = conf;
    board.setState(state);
}

void broken(Board &board)
{
    cluster::ClusterState state = fourNodes();
    QList<cluster::NodeState> &nodes = state.nodes;
    nodes[0].facts->guests.append(nodes[2].facts->guests.last()); // wiki, the same one
    nodes[2].facts->guests.append(
        guestOf(u"mail1--incoming"_s, 1, 1024, {}, toolstack::RunState::Paused));
    nodes[1].facts->guests.append(guestOf(u"old"_s, 1, 1024, {}, toolstack::RunState::Crashed));
    nodes[1].probeError = base::Error{
        base::ErrorCode::TimedOut, u"xenhost2 did not answer the reading within 30 s."_s, {}};
    nodes[1].facts->readAt = boardNow().addSecs(-47);
    nodes[2].facts->cman =
        toolstack::CmanStatus{u"domnull"_s, 12, u"xenhost3"_s, false, false, 1, 4, 1};
    board.setState(state);
}

cluster::NodeState unread(const QString &name, remote::Phase phase,
                          std::optional<base::Error> error = {})
{
    cluster::NodeState node;
    node.profile.name = name;
    node.connection = {phase, std::move(error), boardNow().addSecs(-300), boardNow().addSecs(8)};
    return node;
}

void neverRead(Board &board)
{
    using base::ErrorCode;
    cluster::ClusterState state;
    state.nodes = {
        unread(u"xenhost1"_s, remote::Phase::Connecting),
        unread(u"xenhost2"_s, remote::Phase::WaitingForUser),
        unread(
            u"xenhost3"_s, remote::Phase::Refused,
            base::Error{
                ErrorCode::HostKeyChanged,
                u"xenhost3 shows another host key than the one in ~/.ssh/known_hosts, line 12."_s,
                u"Ask its administrator whether it was installed anew. If so, remove that line "
                "and connect again; if not, somebody may be listening."_s}),
        unread(u"xenhost4"_s, remote::Phase::Waiting,
               base::Error{ErrorCode::ConnectionFailed,
                           u"xenhost4 refused the connection on port 22."_s,
                           u"Is sshd running there?"_s})};
    board.setState(state);
}

void classic(Board &board)
{
    cluster::ClusterState state;
    const auto node = [](const QString &name, const QList<cluster::Guest> &guests) {
        cluster::NodeState result = liveNode(name, 7935, guests, 4);
        result.facts->toolstack = toolstack::Kind::Xm;
        result.facts->info.xenMajor = 3;
        result.facts->info.xenMinor = 2;
        result.facts->cman = toolstack::CmanStatus{u"lenny"_s, 31, name, true, false, 3, 3, 3};
        return result;
    };
    state.nodes = {
        node(u"lenny1"_s, {guestOf(u"ldap"_s, 1, 512, 1), guestOf(u"nfs"_s, 2, 1024, 14)}),
        node(u"lenny2"_s, {guestOf(u"web"_s, 2, 1024, 33),
                           guestOf(u"spare"_s, 1, 512, {}, toolstack::RunState::Halted)}),
        node(u"lenny3"_s, {})};
    formats::ClusterPlacement conf;
    conf.vms = {{u"ldap"_s, u"FD"_s, {}}, {u"nfs"_s, u"FD"_s, {}}, {u"web"_s, {}, {}}};
    state.nodes[0].facts->clusterConf = conf;
    operations::MigrationProgress moving = wikiMigration();
    moving.guest = u"web"_s;
    moving.from = u"lenny2"_s;
    moving.to = u"lenny3"_s;
    moving.sentence = u"clusvcadm moves it; rgmanager tells no progress"_s;
    moving.fraction.reset();
    board.setState(state);
    board.setMigrations({moving});
}

void filtered(Board &board)
{
    calm(board);
    board.setFilter(u"web"_s);
}

QList<Picture> pictures()
{
    QList<Picture> list = {
        {.name = u"board"_s, .setup = calm},
        {.name = u"drag"_s, .setup = dragged},
        {.name = u"drag-refused"_s, .setup = refusedHover},
        {.name = u"selection"_s, .setup = selected},
        {.name = u"broken"_s, .setup = broken},
        {.name = u"never-read"_s, .setup = neverRead},
        {.name = u"classic"_s, .setup = classic},
        {.name = u"long-names"_s, .setup = longNames},
        {.name = u"filter"_s, .setup = filtered},
        {.name = u"empty"_s, .setup = [](Board &board) { board.setState({}); }},
        {.name = u"many"_s, .setup = [](Board &board) { board.setState(largeCluster(64, 5000)); }},
    };
    QList<Picture> all;
    for (Picture picture : list) {
        all.append(picture);
        picture.dark = true;
        picture.name += u"-dark"_s;
        all.append(picture);
    }
    all.append({.name = u"drag-200-percent"_s, .setup = dragged, .scale = 2.0});
    all.append({.name = u"drag-large-font"_s, .setup = dragged, .fontScale = 2.0});
    all.append({.name = u"drag-right-to-left"_s, .setup = dragged, .direction = Qt::RightToLeft});
    return all;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    if (argc != 2 || !QDir().mkpath(QFile::decodeName(argv[1]))) {
        std::fprintf(stderr, "usage: board_screenshots FOLDER\n");
        return 2;
    }
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QFont font = QApplication::font();
    font.setPointSizeF(10); // what desktops use; the offscreen platform's own is smaller
    QApplication::setFont(font);
    const QDir folder(QFile::decodeName(argv[1]));
    for (const Picture &picture : pictures()) {
        if (!make(picture, folder)) {
            std::fprintf(stderr, "cannot write %s into %s\n", qUtf8Printable(picture.name),
                         argv[1]);
            return 1;
        }
    }
    return 0;
}
