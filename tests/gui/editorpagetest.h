// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/documentdesk.h"
#include "gui/editor_fixture.h"
#include "gui/editorpage.h"
#include "gui/window_fixture.h"

#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace colonnade::gui {

/// The page of /etc/cluster/cluster.conf of three nodes, which hold the seed's.
struct EditorPageTest : testing::Test
{
    const QString path = QStringLiteral("/etc/cluster/cluster.conf");
    QTemporaryDir folder;
    QThreadPool pool;
    std::shared_ptr<FakeCluster> cluster = std::make_shared<FakeCluster>(path);
    EditorServices services;
    std::unique_ptr<EditorPage> page;

    EditorPageTest()
    {
        services.pool = &pool;
        services.nodes = [this] { return cluster; };
        services.readFile = cluster->reader();
        services.deployer = fakeDeployer(cluster);
        services.draftsFolder = folder.filePath(QStringLiteral("files"));
        services.journalFolder = folder.filePath(QStringLiteral("journal"));
        for (const char *node : {"xenhost1", "xenhost2", "xenhost3"})
            cluster->setFile(QString::fromLatin1(node), seedConf());
    }
    ~EditorPageTest() override { close(); }

    /// As if the program ended without asking anybody.
    void close()
    {
        page.reset();
        pool.waitForDone();
    }
    void open()
    {
        page.reset(makeClusterConfEditor(QStringLiteral("domnull"), services, nullptr));
        page->resize(1100, 700);
        page->show();
        page->setState(cluster->state());
    }
    bool waitOpen() const
    {
        return waitUntil(
            [&] { return page->desk()->isOpen() && page->desk()->reading().isEmpty(); });
    }
    void openAndWait()
    {
        open();
        ASSERT_TRUE(waitOpen());
    }
    /// The dialog of that kind that is shown; those before wait to be deleted.
    template<typename Dialog>
    Dialog *shown() const
    {
        Dialog *found = nullptr;
        waitUntil([&] {
            for (Dialog *each : page->findChildren<Dialog *>())
                found = each->isVisible() ? each : found;
            return found != nullptr;
        });
        return found;
    }
};

} // namespace colonnade::gui
