// SPDX-License-Identifier: GPL-3.0-or-later
// The window on simulated nodes behind real SSH servers: what a person does from drag to "Move
// back".
#include "gui/activitymodel.h"
#include "gui/clusterpage.h"
#include "gui/confirmdialog.h"
#include "gui/migrationcontroller.h"
#include "gui/window_fixture.h"
#include "lab/lab.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTcpServer>
#include <QTimer>

#include <QFile>
#include <QKeyEvent>
#include <QTcpSocket>

#include <future>
#include <thread>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

const rules::GuestRef web1{u"web1"_s, u"xenhost1"_s};

struct WindowOnLab : WindowTest
{
    std::unique_ptr<lab::Lab> lab;

    WindowOnLab()
    {
        environment.makeConnector = Environment::overSsh({environment.profilesFile, {}});
        environment.monitor.interval = std::chrono::milliseconds(300);
        environment.migration.pollInterval = std::chrono::milliseconds(100);
    }
    ~WindowOnLab() override { closeDown(); }

    void startLab(std::chrono::milliseconds migrationTime = std::chrono::milliseconds(500))
    {
        lab::Options options;
        options.migrationTime = migrationTime;
        auto started = lab::Lab::start(options);
        ASSERT_TRUE(started) << started.error().message.toStdString();
        lab = std::move(*started);
        for (const lab::NodeAccess &node : lab->nodes()) {
            profiles::Profile profile;
            profile.name = node.name;
            profile.cluster = u"lab"_s;
            profile.host = node.host;
            profile.port = node.port;
            profile.user = lab->user();
            profile.identityFiles = {lab->privateKeyFile()};
            profile.methods = {profiles::LoginMethod::KeyFile};
            profile.knownHostsFile = lab->knownHostsFile();
            ASSERT_TRUE(profiles::Store(environment.profilesFile).add(profile));
        }
    }
    void openAndWait()
    {
        open();
        ASSERT_TRUE(waitUntil([&] {
            return columnShows(u"xenhost1"_s, u"web1"_s)
                   && window->page()->board()->column(u"xenhost2"_s)
                   && window->page()->board()->state().node(u"xenhost2"_s)->facts;
        }));
    }
    /// As a drop does.
    ConfirmDialog *drop(const QList<rules::GuestRef> &guests, const QString &node)
    {
        Q_EMIT window->page()->board()->migrationRequested(guests, node);
        return waitFor<ConfirmDialog>(u"confirmDialog"_s);
    }
    void confirm(const QList<rules::GuestRef> &guests, const QString &node)
    {
        ConfirmDialog *dialog = drop(guests, node);
        ASSERT_NE(dialog, nullptr);
        dialog->findChild<QPushButton *>(u"migrate"_s)->click();
    }
    QString messageWith(const QString &prefix) const
    {
        for (const QString &id : window->page()->messages()->ids()) {
            if (id.startsWith(prefix))
                return window->page()->messages()->sentence(id);
        }
        return {};
    }
};

TEST_F(WindowOnLab, theConfirmationShowsTheCommandsAndEnterCancels)
{
    startLab();
    openAndWait();
    ConfirmDialog *dialog = drop({web1}, u"xenhost2"_s);
    ASSERT_NE(dialog, nullptr);
    const auto *commands = dialog->findChild<QPlainTextEdit *>(u"commands"_s);
    EXPECT_TRUE(commands->toPlainText().contains(u"xl migrate"));
    EXPECT_TRUE(commands->toPlainText().startsWith(u"xenhost1# "));
    EXPECT_TRUE(dialog->script().contains("xl migrate"));
    auto *cancel = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel);
    EXPECT_TRUE(cancel->isDefault());
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QCoreApplication::sendEvent(dialog, &enter);
    EXPECT_TRUE(waitUntil([&] { return !shown<ConfirmDialog>(u"confirmDialog"_s); }));
    EXPECT_EQ(window->migrations()->running(), 0);
    EXPECT_THAT(lab->domains(u"xenhost1"_s), Contains(u"web1"_s));
}

TEST_F(WindowOnLab, aDroppedGuestIsMovedAndMoveBackBringsItHome)
{
    startLab();
    openAndWait();
    confirm({web1}, u"xenhost2"_s);
    ASSERT_TRUE(waitUntil([&] { return !messageWith(u"moved/"_s).isEmpty(); }));
    EXPECT_THAT(lab->domains(u"xenhost2"_s), Contains(u"web1"_s));
    EXPECT_THAT(lab->domains(u"xenhost1"_s), Not(Contains(u"web1"_s)));
    EXPECT_TRUE(waitUntil([&] {
        return columnShows(u"xenhost2"_s, u"web1"_s) && !columnShows(u"xenhost1"_s, u"web1"_s);
    }));
    buttonOf(window->page()->messages(), u"Move back"_s)->click();
    auto *dialog = waitFor<ConfirmDialog>(u"confirmDialog"_s);
    ASSERT_NE(dialog, nullptr) << "moving back is confirmed like any migration";
    EXPECT_EQ(window->findChildren<ConfirmDialog *>().size(), 1) << "the first one is gone";
    dialog->findChild<QPushButton *>(u"migrate"_s)->click();
    EXPECT_TRUE(waitUntil([&] {
        return columnShows(u"xenhost1"_s, u"web1"_s) && !columnShows(u"xenhost2"_s, u"web1"_s);
    }));
    EXPECT_THAT(lab->domains(u"xenhost1"_s), Contains(u"web1"_s));
}

TEST_F(WindowOnLab, theActivityLogHasThePlanAndItsCommands)
{
    startLab();
    openAndWait();
    confirm({web1}, u"xenhost2"_s);
    ASSERT_TRUE(waitUntil([&] { return !messageWith(u"moved/"_s).isEmpty(); }));
    const auto rows = [&](bool plans) {
        int count = 0;
        for (int row = 0; row < window->activity()->rowCount(); ++row) {
            const ActivityRow &each = window->activity()->at(row);
            count += !each.planId.isEmpty() == plans && !each.quiet;
        }
        return count;
    };
    EXPECT_EQ(rows(true), 1);
    EXPECT_TRUE(waitUntil([&] { return rows(false) > 0; }));
}

TEST_F(WindowOnLab, guestsOfOneSourceMoveOneAfterAnother)
{
    startLab();
    openAndWait();
    const rules::GuestRef second{u"mail1"_s, u"xenhost1"_s};
    ASSERT_THAT(lab->domains(u"xenhost1"_s), Contains(u"mail1"_s));
    int most = 0;
    QObject::connect(window->migrations(), &MigrationController::progressChanged, window.get(),
                     [&] { most = std::max(most, window->migrations()->running()); });
    confirm({web1, second}, u"xenhost2"_s);
    ASSERT_TRUE(waitUntil([&] { return messageWith(u"moved/"_s).contains(u"mail1"); }));
    EXPECT_EQ(most, 1);
    EXPECT_EQ(messageWith(u"moved/"_s), u"web1 and mail1 run on xenhost2 now."_s);
}

TEST_F(WindowOnLab, aMissingDiskIsRefusedAndTheOtherGuestStillCan)
{
    startLab();
    QFile::remove(lab->nodes().at(1).root + u"/dev/vgshared/mail1"_s);
    openAndWait();
    ConfirmDialog *dialog = drop({web1, {u"mail1"_s, u"xenhost1"_s}}, u"xenhost2"_s);
    ASSERT_NE(dialog, nullptr);
    EXPECT_NE(buttonOf(dialog, u"Migrate the 1 that can"_s), nullptr);
    EXPECT_FALSE(dialog->script().contains("mail1"));
}

TEST_F(WindowOnLab, closingWhileAGuestMovesAsksAndTheNextStartTakesItOver)
{
    startLab(std::chrono::seconds(4));
    openAndWait();
    confirm({web1}, u"xenhost2"_s);
    ASSERT_TRUE(
        waitUntil([&] { return lab->domains(u"xenhost2"_s).contains(u"web1--incoming"_s); }));
    window->close();
    ASSERT_TRUE(window->isVisible());
    auto *box = waitFor<QMessageBox>(u"closeDialog"_s);
    ASSERT_NE(box, nullptr);
    EXPECT_EQ(box->defaultButton(), box->button(QMessageBox::Cancel));
    buttonOf(box, u"Close the window"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return !window->isVisible(); }));
    closeDown();

    open();
    ASSERT_TRUE(
        waitUntil([&] { return messageWith(u"plan/"_s).contains(u"web1 was being moved"); }));
    ASSERT_TRUE(waitUntil([&] { return !messageWith(u"moved/"_s).isEmpty(); }));
    EXPECT_TRUE(messageWith(u"moved/"_s).startsWith(u"web1 was being moved when Colonnade ended."));
    EXPECT_TRUE(messageWith(u"plan/"_s).isEmpty());
    EXPECT_THAT(lab->domains(u"xenhost2"_s), Contains(u"web1"_s));
}

TEST_F(WindowOnLab, aMigrationThatFailsIsToldWithWhatIsTrue)
{
    startLab();
    openAndWait();
    ConfirmDialog *dialog = drop({web1}, u"xenhost2"_s);
    ASSERT_NE(dialog, nullptr);
    // It was possible when it was asked for, and is not any more when it is confirmed.
    QFile::remove(lab->nodes().at(1).root + u"/dev/vgshared/web1"_s);
    dialog->findChild<QPushButton *>(u"migrate"_s)->click();
    ASSERT_TRUE(waitUntil([&] {
        return window->migrations()->running() == 0 && !messageWith(u"plan/"_s).isEmpty();
    }));
    EXPECT_TRUE(messageWith(u"plan/"_s).contains(u"web1")) << messageWith(u"plan/"_s).toStdString();
    EXPECT_THAT(lab->domains(u"xenhost1"_s), Contains(u"web1"_s));
}

/// Takes connections and writes rubbish as fast as they take it.
class FloodingServer
{
public:
    FloodingServer()
        : m_thread([this](std::stop_token stop) {
              QTcpServer server;
              server.listen(QHostAddress::LocalHost);
              m_port.set_value(server.serverPort());
              while (!stop.stop_requested()) {
                  if (!server.waitForNewConnection(100))
                      continue;
                  const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
                  while (!stop.stop_requested() && socket->state() == QTcpSocket::ConnectedState) {
                      socket->write(QByteArray(65536, '\xfe'));
                      socket->waitForBytesWritten(100);
                  }
              }
          })
    {
    }
    quint16 port() { return m_port.get_future().get(); }

private:
    std::promise<quint16> m_port;
    std::jthread m_thread;
};

TEST_F(WindowOnLab, deafRefusingAndFloodingNodesLeaveTheWindowAndTheOthersAlive)
{
    startLab();
    QTcpServer deaf; // its kernel accepts, nobody answers
    ASSERT_TRUE(deaf.listen(QHostAddress::LocalHost));
    FloodingServer flooding;
    const auto add = [&](const QString &name, quint16 port) {
        profiles::Profile profile = savedProfiles().first();
        profile.name = name;
        profile.host = u"127.0.0.1"_s;
        profile.port = port;
        ASSERT_TRUE(profiles::Store(environment.profilesFile).add(profile));
    };
    add(u"deaf"_s, deaf.serverPort());
    add(u"refusing"_s, 1);
    add(u"flooding"_s, flooding.port());

    int beats = 0;
    QTimer heart;
    QObject::connect(&heart, &QTimer::timeout, &heart, [&] { ++beats; });
    heart.start(0);
    openAndWait();
    const auto troubled = [&](const QString &name) {
        const cluster::NodeState *node = window->page()->board()->state().node(name);
        return node && (node->connection.error || node->probeError);
    };
    EXPECT_TRUE(waitUntil([&] { return troubled(u"refusing"_s) && troubled(u"flooding"_s); }));
    EXPECT_FALSE(window->page()->board()->state().node(u"deaf"_s)->facts);
    // The healthy ones are read on, and a guest can be moved, while the deaf one is still waited
    // for.
    const int before = beats;
    confirm({web1}, u"xenhost2"_s);
    EXPECT_TRUE(waitUntil([&] { return columnShows(u"xenhost2"_s, u"web1"_s); }));
    EXPECT_GT(beats, before + 20);
}

} // namespace
} // namespace colonnade::gui
