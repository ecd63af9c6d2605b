// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/environment.h"
#include "gui/mainwindow.h"
#include "support/fakeconnection.h"
#include "support/fakeprobe.h"

#include <QTemporaryDir>

#include <gmock/gmock.h>

#include <atomic>
#include <map>

class QAbstractButton;

namespace colonnade::gui {

/// Runs the event loop until @p condition holds. False: it did not within @p limit, which only a
/// broken test reaches.
bool waitUntil(const std::function<bool()> &condition,
               std::chrono::milliseconds limit = std::chrono::seconds(30));

/// The nodes of a test, each a connection without a network.
class FakeNodes
{
public:
    /// Connections of profiles that the window makes. All calls are counted that come from the GUI
    /// thread and would wait.
    Environment::MakeConnector makeConnector();

    std::shared_ptr<test::FakeConnection> node(const QString &name);
    void setProbe(const QString &name, const test::FakeProbe &probe);
    /// How many connections were made for profiles called @p name.
    int connectionsMade(const QString &name);
    /// How many connections the GUI thread made.
    int madeInGuiThread() const { return m_madeInGuiThread; }
    int callsFromGuiThread() const { return m_callsFromGuiThread; }
    /// The Interaction that the window gave to its connections.
    std::shared_ptr<remote::Interaction> interaction() const { return m_interaction; }

private:
    class Guarded;

    base::Result<remote::Output> answer(const QString &name, const test::Call &call);

    std::mutex m_mutex;
    std::map<QString, std::shared_ptr<test::FakeConnection>> m_nodes;
    std::map<QString, test::FakeProbe> m_probes;
    std::map<QString, int> m_made;
    std::atomic<int> m_madeInGuiThread = 0;
    std::shared_ptr<remote::Interaction> m_interaction;
    std::atomic<int> m_callsFromGuiThread = 0;
};

/// A window on nodes of the test, with folders of its own.
struct WindowTest : testing::Test
{
    WindowTest();
    ~WindowTest() override;

    void addProfile(const QString &name, const QString &cluster = QStringLiteral("domnull"));
    QList<profiles::Profile> savedProfiles() const;
    /// Makes the window, shows it and lets it begin.
    void open(const QString &cluster = {});
    /// Closes it as the program does, and waits until nothing of it runs any more.
    void closeDown();

    /// The child that is a @p T, visible, and has this object name. nullptr where there is none.
    template<typename T = QWidget>
    T *shown(const QString &name) const
    {
        if (!window)
            return nullptr;
        for (T *found : window->findChildren<T *>(name)) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    template<typename T = QWidget>
    T *waitFor(const QString &name) const
    {
        T *found = nullptr;
        waitUntil([&] { return (found = shown<T>(name)) != nullptr; });
        return found;
    }
    bool columnShows(const QString &node, const QString &guest) const;

    QTemporaryDir folder;
    FakeNodes nodes;
    Environment environment;
    std::unique_ptr<MainWindow> window;
};

/// The button of @p dialog with this text, "&" left out.
QAbstractButton *buttonOf(const QWidget *dialog, const QString &text);

} // namespace colonnade::gui
