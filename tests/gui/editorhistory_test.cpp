// SPDX-License-Identifier: GPL-3.0-or-later
// What an editor says of earlier roll-outs: those left open, what nodes missed, the history.
#include "gui/editorpagetest.h"
#include "gui/historydialog.h"
#include "gui/messagearea.h"
#include "operations/deploymentdetails.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

using operations::DeployDirection;
using operations::DeployOutcome;
using operations::DeployRequest;

QByteArray nextConf()
{
    QByteArray bytes = seedConf();
    const qsizetype at = bytes.indexOf("config_version=\"") + 16;
    return bytes.replace(at, bytes.indexOf('"', at) - at, "20");
}

struct EditorHistory : EditorPageTest
{
    /// Writes a roll-out of @p bytes to xenhost1 and xenhost2 into the journal; empty @p outcome:
    /// it was left open.
    void journal(const QString &id, const QByteArray &bytes, const QStringList &offline,
                 const QString &outcome) const
    {
        const DeployRequest request{u"domnull"_s, path,
                                    bytes,        {{u"xenhost1"_s, {}}, {u"xenhost2"_s, {}}},
                                    offline,      u"ticket 4711"_s};
        operations::Plan plan{id, u"deploy"_s, u"Roll out"_s, u"domnull"_s, {}, {}};
        plan.details = operations::detailsOf(request);
        const auto record = operations::Journal(services.journalFolder).begin(plan);
        ASSERT_TRUE(record) << record.error().message.toStdString();
        ASSERT_TRUE((*record)->stage(
            u"found"_s,
            operations::factsOf({{u"xenhost1"_s, seedConf()}, {u"xenhost2"_s, seedConf()}})));
        if (!outcome.isEmpty()) {
            ASSERT_TRUE((*record)->end(outcome, u"All nodes hold the file."_s));
        }
    }

    void openWithHistory()
    {
        openAndWait();
        ASSERT_TRUE(waitUntil([&] { return !page->history()->all().isEmpty(); }));
    }
    bool shows(const QString &message) const { return page->messages()->ids().contains(message); }
    void press(const QString &button) const { buttonOf(page->messages(), button)->click(); }
};

TEST_F(EditorHistory, oneThatWasLeftOpenIsToldAndFinished)
{
    journal(u"deploy-a"_s, nextConf(), {}, {});
    QString resumed;
    DeployDirection way{};
    services.deployer.resume = [&](cluster::Nodes &, operations::Journal &journal,
                                   const QString &id, DeployDirection direction,
                                   const operations::DeploySink &,
                                   const std::stop_token &) -> operations::DeployResult {
        resumed = id;
        way = direction;
        auto record = journal.reopen(id);
        if (record)
            (void)(*record)->end(operations::outcomeName(DeployOutcome::Deployed), u"Finished."_s);
        return {DeployOutcome::Deployed, u"Finished."_s, {}, {}};
    };
    openWithHistory();
    ASSERT_TRUE(shows(u"open/deploy-a"_s));
    EXPECT_TRUE(
        page->messages()->sentence(u"open/deploy-a"_s).contains(u"xenhost1 and xenhost2"_s));
    press(u"Finish it"_s);
    ASSERT_TRUE(waitUntil([&] { return shows(u"rollout"_s); }));
    EXPECT_EQ(resumed, u"deploy-a"_s);
    EXPECT_EQ(way, DeployDirection::Finish);
    EXPECT_TRUE(waitUntil([&] { return page->history()->open().isEmpty(); }));
    EXPECT_FALSE(shows(u"open/deploy-a"_s));
}

TEST_F(EditorHistory, whereNothingIsConnectedItStaysOpen)
{
    journal(u"deploy-a"_s, nextConf(), {}, {});
    bool isConnected = true;
    services.nodes = [&]() -> std::shared_ptr<cluster::Nodes> {
        return isConnected ? cluster : nullptr;
    };
    openWithHistory();
    isConnected = false;
    press(u"Take it back"_s);
    EXPECT_TRUE(shows(u"problem"_s));
    EXPECT_TRUE(waitUntil([&] { return shows(u"open/deploy-a"_s); }));
}

TEST_F(EditorHistory, itIsAbandonedOnlyAfterAQuestion)
{
    journal(u"deploy-a"_s, nextConf(), {}, {});
    QList<DeployDirection> ways;
    services.deployer.resume = [&](cluster::Nodes &, operations::Journal &, const QString &,
                                   DeployDirection direction, const operations::DeploySink &,
                                   const std::stop_token &) -> operations::DeployResult {
        ways.append(direction);
        return {DeployOutcome::Mixed, u"They differ."_s, {}, {}};
    };
    openWithHistory();
    page->showHistory();
    auto *dialog = shown<HistoryDialog>();
    ASSERT_TRUE(dialog);
    buttonOf(dialog, u"Leave it as it is…"_s)->click();
    EXPECT_TRUE(ways.isEmpty());
    buttonOf(dialog->findChild<QDialog *>(u"abandonDialog"_s), u"Leave it"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return shows(u"rollout"_s); }));
    EXPECT_EQ(ways, QList{DeployDirection::Abandon});
}

TEST_F(EditorHistory, whatANodeMissedIsOfferedAndAskedAbout)
{
    journal(u"deploy-a"_s, nextConf(), {u"xenhost3"_s},
            operations::outcomeName(DeployOutcome::Deployed));
    for (const char *node : {"xenhost1", "xenhost2"})
        cluster->setFile(QString::fromLatin1(node), nextConf());
    cluster->setReachable(u"xenhost3"_s, false);
    openWithHistory();
    const QString id = u"owed/"_s + path + u"/xenhost3"_s;
    EXPECT_FALSE(shows(id)) << "it cannot be reached";
    cluster->setReachable(u"xenhost3"_s, true);
    page->setState(cluster->state());
    ASSERT_TRUE(shows(id));
    press(u"Roll it out there…"_s);
    auto *dialog = shown<RollOutDialog>();
    ASSERT_TRUE(dialog);
    ASSERT_EQ(dialog->proposal().request.targets.size(), 1);
    EXPECT_EQ(dialog->proposal().request.targets[0].node, u"xenhost3"_s);
    EXPECT_EQ(dialog->proposal().request.targets[0].expected, hashOf(seedConf()));
    EXPECT_TRUE(dialog->proposal().change.diff.contains("config_version=\"20\""));
    buttonOf(dialog, u"Roll out"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return cluster->file(u"xenhost3"_s) == nextConf(); }));
    page->setState(cluster->state());
    EXPECT_TRUE(waitUntil([&] { return !shows(id); }));
}

TEST_F(EditorHistory, anOldVersionComesBackIntoTheEditorWithTheNextNumber)
{
    journal(u"deploy-a"_s, nextConf(), {}, operations::outcomeName(DeployOutcome::Deployed));
    for (const char *node : {"xenhost1", "xenhost2", "xenhost3"})
        cluster->setFile(QString::fromLatin1(node), nextConf());
    openWithHistory();
    page->showHistory();
    auto *dialog = shown<HistoryDialog>();
    ASSERT_TRUE(dialog);
    const auto *list = dialog->findChild<QTreeWidget *>(u"rollOuts"_s);
    ASSERT_EQ(list->topLevelItemCount(), 1);
    EXPECT_EQ(list->topLevelItem(0)->text(1), u"rolled out"_s);
    EXPECT_EQ(list->topLevelItem(0)->text(4), u"ticket 4711"_s);
    EXPECT_TRUE(waitUntil([&] {
        return dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(
            u"config_version=\"20\""_s);
    }));
    EXPECT_EQ(dialog->findChild<QComboBox *>()->currentText(),
              u"The old one of xenhost1 and xenhost2"_s);
    buttonOf(dialog, u"Put it into the editor"_s)->click();
    EXPECT_TRUE(page->document()->text().contains("config_version=\"21\""));
    EXPECT_EQ(QByteArray(page->document()->text()).replace("\"21\"", "\"20\""), nextConf());
    EXPECT_TRUE(page->document()->history()->undoText().startsWith(u"Restore the file of "_s));
    page->document()->history()->undo();
    EXPECT_EQ(page->document()->text(), nextConf());
}

TEST_F(EditorHistory, filesOfNodesAreAskedAboutOneAfterTheOther)
{
    journal(u"deploy-a"_s, nextConf(), {}, operations::outcomeName(DeployOutcome::Deployed));
    openWithHistory();
    const QString o2cb = u"/etc/default/o2cb"_s;
    page->rollOutFiles({{u"xenhost1"_s, o2cb, "A=1\n", "A=2\n"},
                        {u"xenhost2"_s, o2cb, "# x\nA=1\n", "# x\nA=2\n"},
                        {u"xenhost3"_s, o2cb, "A=1\n", "A=2\n"}});
    auto *first = shown<RollOutDialog>();
    ASSERT_TRUE(first);
    ASSERT_EQ(first->proposal().request.targets.size(), 2);
    EXPECT_EQ(first->proposal().request.targets[1].node, u"xenhost3"_s);
    EXPECT_EQ(first->proposal().request.path, o2cb);
    EXPECT_EQ(first->proposal().request.targets[0].expected, hashOf("A=1\n"));
    buttonOf(first, u"Roll out"_s)->click();
    ASSERT_TRUE(waitUntil([&] {
        const auto *second = shown<RollOutDialog>();
        return second && second->proposal().request.targets.size() == 1;
    }));
    shown<RollOutDialog>()->reject();
    EXPECT_EQ(page->rollOut()->request().targets.size(), 2) << "the second was not wanted";
    EXPECT_FALSE(page->document()->isModified());
}

} // namespace
} // namespace colonnade::gui
