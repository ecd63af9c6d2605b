// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window_fixture.h"

#include "gui/clusterpage.h"
#include "gui/translation.h"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QApplication>
#include <QEventLoop>
#include <QListView>
#include <QThread>
#include <QTimer>

namespace colonnade::gui {

bool waitUntil(const std::function<bool()> &condition, std::chrono::milliseconds limit)
{
    if (condition())
        return true;
    QEventLoop loop;
    QTimer look;
    QTimer::singleShot(limit, &loop, [&loop] { loop.exit(1); });
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (condition())
            loop.exit(0);
    });
    look.start(5);
    return loop.exec() == 0;
}

/// Passes all on, and counts who calls from the wrong thread.
class FakeNodes::Guarded final : public remote::Connection
{
public:
    Guarded(std::shared_ptr<test::FakeConnection> target, std::atomic<int> &violations)
        : m_target(std::move(target)), m_violations(violations)
    {
    }
    QString node() const override { return m_target->node(); }
    base::Result<remote::Output> run(const remote::Command &command, std::stop_token stop) override
    {
        check();
        return m_target->run(command, stop);
    }
    base::Result<remote::Output> run(const remote::Command &command, const remote::LineSink &lines,
                                     std::stop_token stop) override
    {
        check();
        return m_target->run(command, lines, stop);
    }
    base::Result<remote::Output> query(const remote::Command &command,
                                       std::stop_token stop) override
    {
        check();
        return m_target->query(command, stop);
    }
    remote::Status status() const override { return m_target->status(); }
    void connectNow() override { m_target->connectNow(); }
    void close() override { m_target->close(); }

private:
    void check()
    {
        if (QThread::currentThread() == QCoreApplication::instance()->thread())
            ++m_violations;
    }

    std::shared_ptr<test::FakeConnection> m_target;
    std::atomic<int> &m_violations;
};

Environment::MakeConnector FakeNodes::makeConnector()
{
    return [this](std::shared_ptr<remote::Interaction> interaction, const remote::ActivitySink &) {
        m_interaction = std::move(interaction);
        return [this](const profiles::Profile &profile) -> std::unique_ptr<remote::Connection> {
            if (QThread::currentThread() == QCoreApplication::instance()->thread())
                ++m_madeInGuiThread;
            {
                const std::scoped_lock lock(m_mutex);
                ++m_made[profile.name];
            }
            return std::make_unique<Guarded>(node(profile.name), m_callsFromGuiThread);
        };
    };
}

int FakeNodes::connectionsMade(const QString &name)
{
    const std::scoped_lock lock(m_mutex);
    return m_made[name];
}

std::shared_ptr<test::FakeConnection> FakeNodes::node(const QString &name)
{
    const std::scoped_lock lock(m_mutex);
    std::shared_ptr<test::FakeConnection> &made = m_nodes[name];
    if (!made) {
        made = std::make_shared<test::FakeConnection>(
            name, [this, name](const test::Call &call) { return answer(name, call); });
        remote::Status status;
        status.phase = remote::Phase::Connected;
        status.since = QDateTime::currentDateTimeUtc();
        made->setStatus(status);
    }
    return made;
}

void FakeNodes::setProbe(const QString &name, const test::FakeProbe &probe)
{
    const std::scoped_lock lock(m_mutex);
    m_probes[name] = probe;
}

base::Result<remote::Output> FakeNodes::answer(const QString &name, const test::Call &call)
{
    if (call.command.script == "id -u")
        return test::printed("0\n");
    const std::scoped_lock lock(m_mutex);
    test::FakeProbe probe;
    probe.hostName = name.toUtf8();
    if (const auto found = m_probes.find(name); found != m_probes.end())
        probe = found->second;
    return test::printed(test::FakeProbe::asksFor(call.command.script)
                             ? probe.answer(call.command.script)
                             : QByteArray());
}

WindowTest::WindowTest()
{
    static const bool translated = [] {
        installTranslations();
        return true;
    }();
    EXPECT_TRUE(translated);
    environment.profilesFile = folder.filePath(QStringLiteral("profiles.json"));
    environment.sshConfig = {folder.filePath(QStringLiteral("ssh_config")), {}, folder.path()};
    environment.journalFolder = folder.filePath(QStringLiteral("journal"));
    environment.draftsFolder = folder.filePath(QStringLiteral("files"));
    environment.makeConnector = nodes.makeConnector();
    environment.monitor.interval = std::chrono::milliseconds(50);
    environment.monitor.watchXenstore = false;
    environment.persistent = false;
}

WindowTest::~WindowTest()
{
    closeDown();
}

void WindowTest::addProfile(const QString &name, const QString &cluster)
{
    profiles::Profile profile;
    profile.name = name;
    profile.host = name + QStringLiteral(".example");
    profile.cluster = cluster;
    ASSERT_TRUE(profiles::Store(environment.profilesFile).add(profile));
}

QList<profiles::Profile> WindowTest::savedProfiles() const
{
    return profiles::Store(environment.profilesFile).load().value();
}

void WindowTest::open(const QString &cluster)
{
    window = std::make_unique<MainWindow>(environment);
    window->show();
    QApplication::setActiveWindow(window.get());
    window->begin(cluster);
}

void WindowTest::closeDown()
{
    window.reset();
    environment.pool->waitForDone();
}

bool WindowTest::columnShows(const QString &node, const QString &guest) const
{
    const Board *board = window->page()->board();
    const cluster::NodeState *state = board->state().node(node);
    return state && state->facts
           && std::ranges::any_of(state->facts->guests,
                                  [&](const cluster::Guest &each) { return each.name == guest; });
}

QAbstractButton *buttonOf(const QWidget *dialog, const QString &text)
{
    for (QAbstractButton *button : dialog->findChildren<QAbstractButton *>()) {
        if (button->text().remove(QLatin1Char('&')) == text)
            return button;
    }
    return nullptr;
}

} // namespace colonnade::gui
