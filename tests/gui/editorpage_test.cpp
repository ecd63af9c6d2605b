// SPDX-License-Identifier: GPL-3.0-or-later
// The frame around a document: opening, who holds it, problems, roll-out, drafts, comparison.
#include "gui/clusterconfdocument.h"
#include "gui/codeedit.h"
#include "gui/comparedialog.h"
#include "gui/diffpanel.h"
#include "gui/drafts.h"
#include "gui/editorpagetest.h"
#include "gui/messagearea.h"
#include "gui/problemlist.h"
#include "gui/problemmodel.h"
#include "gui/textview.h"
#include "gui/threeway.h"
#include "gui/window_fixture.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

using formats::TextEdits;
using Kind = DocumentDesk::Origin::Kind;

struct EditorPages : EditorPageTest
{
    EditorDocument &document() const { return *page->document(); }
    void change() const
    {
        const qsizetype at = document().text().indexOf("autostart=\"yes\"");
        document().apply(u"Start db1 by itself"_s, TextEdits{{{at + 11, at + 14}, "1"}});
    }
    QString held() const
    {
        return plain(page->findChild<QWidget *>(u"heldSentence"_s)->accessibleName());
    }
    /// Whether or not the plurals are translated.
    static QString plain(QString text) { return text.replace(u"(s)"_s, u"s"_s); }
    QPushButton *rollOutButton() const { return page->findChild<QPushButton *>(u"rollOut"_s); }
    RollOutDialog *dialog() const { return shown<RollOutDialog>(); }
    QStringList files() const { return QDir(services.draftsFolder).entryList(QDir::Files); }
};

TEST_F(EditorPages, opensWhatMostNodesHoldAndSaysWhoDoes)
{
    cluster->setFile(u"xenhost1"_s, "<cluster name=\"other\" config_version=\"1\"/>\n");
    openAndWait();
    EXPECT_EQ(document().text(), seedConf());
    EXPECT_EQ(page->desk()->origin().name, u"xenhost2"_s);
    EXPECT_EQ(held(), u"Same on 2 of 3 nodes · differs on xenhost1"_s);
    cluster->setReachable(u"xenhost3"_s, false);
    cluster->setFile(u"xenhost1"_s, std::nullopt);
    page->setState(cluster->state());
    EXPECT_EQ(held(), u"Same on 1 of 3 nodes · missing on xenhost1 · xenhost3 not reachable"_s);
}

TEST_F(EditorPages, saysWhatToDoWhereNoNodeHasIt)
{
    for (const char *node : {"xenhost1", "xenhost2", "xenhost3"})
        cluster->setFile(QString::fromLatin1(node), std::nullopt);
    open();
    auto *headline = page->findChild<QLabel *>(u"emptyHeadline"_s);
    ASSERT_TRUE(waitUntil([&] { return page->desk()->isAtALoss(); }));
    EXPECT_EQ(headline->text(), u"No node has /etc/cluster/cluster.conf."_s);
    EXPECT_FALSE(rollOutButton()->isEnabled());
}

TEST_F(EditorPages, isReadFromTheLastCopyWhileNoNodeAnswers)
{
    openAndWait();
    close();
    ASSERT_EQ(files().size(), 1);
    const QFileInfo copy(services.draftsFolder + u'/' + files().first());
    EXPECT_EQ(copy.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    services.nodes = [] { return nullptr; };
    for (const char *node : {"xenhost1", "xenhost2", "xenhost3"})
        cluster->setReachable(QString::fromLatin1(node), false);
    openAndWait();
    EXPECT_EQ(page->desk()->origin().kind, Kind::LastCopy);
    EXPECT_EQ(document().text(), seedConf());
    services.nodes = [this] { return cluster; };
    close();
    openAndWait(); // and then a node comes back
    EXPECT_EQ(page->desk()->origin().kind, Kind::LastCopy);
    cluster->setFile(u"xenhost2"_s, seedConf() + "<!-- newer -->\n");
    cluster->setReachable(u"xenhost2"_s, true);
    page->setState(cluster->state());
    ASSERT_TRUE(waitUntil([&] { return page->desk()->origin().kind == Kind::Node; }));
    EXPECT_TRUE(document().text().endsWith("<!-- newer -->\n"));
}

TEST_F(EditorPages, whatCannotBeReadIsToldAndAnotherNodeIsNotTriedInCircles)
{
    open();
    cluster->setReachable(u"xenhost1"_s, false);
    cluster->setReachable(u"xenhost2"_s, false);
    cluster->setReachable(u"xenhost3"_s, false); // the facts do not know yet
    ASSERT_TRUE(waitUntil([&] { return page->messages()->ids().contains(u"problem"_s); }));
    for (int i = 0; i < 20; ++i)
        QTest::qWait(5);
    EXPECT_LE(cluster->reads(), 3);
}

TEST_F(EditorPages, aBrokenTextIsToldWithItsPlaceAndTheWayThere)
{
    openAndWait();
    document().apply(u"Break it"_s, TextEdits{{{22, 23}, ""}});
    ASSERT_TRUE(page->messages()->ids().contains(u"parse"_s));
    EXPECT_TRUE(page->messages()->sentence(u"parse"_s).startsWith(u"cluster.conf:2:"_s))
        << page->messages()->sentence(u"parse"_s).toStdString();
    buttonOf(page->messages(), u"Go there"_s)->click();
    EXPECT_EQ(page->currentView(), page->textView());
    EXPECT_EQ(page->textView()->edit()->textCursor().blockNumber(), 1);
    QCoreApplication::processEvents();
    EXPECT_TRUE(page->messages()->ids().contains(u"parse"_s)) << "it is still broken";
    document().history()->undo();
    EXPECT_FALSE(page->messages()->ids().contains(u"parse"_s));
}

TEST_F(EditorPages, problemsAreBySeverityLeadToTheirPlaceAndAreFixedInOneAct)
{
    openAndWait();
    auto *list = page->findChild<ProblemList *>();
    ProblemModel *model = list->problems();
    const QAbstractItemModelTester tester(model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_TRUE(waitUntil([&] { return model->rowCount() > 0; }));
    int row = -1;
    for (int i = 0; i < model->rowCount(); ++i) {
        if (i > 0) {
            EXPECT_LE(model->finding(model->index(i - 1, 0)).severity,
                      model->finding(model->index(i, 0)).severity);
        }
        if (model->finding(model->index(i, 0)).message.contains(u"autostart"_s))
            row = i;
    }
    ASSERT_GE(row, 0);
    list->setCurrentIndex(model->index(row, 0));
    QTest::keyClick(list, Qt::Key_Return);
    EXPECT_TRUE(formats::textOf(document().text(), document().selection()).contains("yes"));
    const int before = model->rowCount();
    QTest::keyClick(list, Qt::Key_F);
    EXPECT_TRUE(document().isModified());
    ASSERT_TRUE(waitUntil([&] { return model->rowCount() == before - 1; }));
    document().history()->undo();
    EXPECT_EQ(document().text(), seedConf());
    ASSERT_TRUE(waitUntil([&] { return model->rowCount() == before; }));
}

TEST_F(EditorPages, theChangeIsShownAsDiff)
{
    openAndWait();
    auto *diff = page->findChild<DiffPanel *>();
    EXPECT_FALSE(diff->isVisible());
    change();
    ASSERT_TRUE(waitUntil([&] { return diff->isVisible(); }));
    EXPECT_TRUE(diff->findChild<QLabel *>(u"diffHead"_s)
                    ->text()
                    .startsWith(u"/etc/cluster/cluster.conf · 1 line"_s));
    EXPECT_EQ(diff->change().untouched, seedConf().count('\n') - 1);
    document().history()->undo();
    ASSERT_TRUE(waitUntil([&] { return !diff->isVisible(); }));
}

TEST_F(EditorPages, aRollOutShowsThePlanRaisesTheVersionOnceAndMovesTheBase)
{
    cluster->setReachable(u"xenhost3"_s, false);
    openAndWait();
    change();
    EXPECT_EQ(rollOutButton()->text().remove(u'&'), u"Roll out version 13…"_s);
    rollOutButton()->click();
    RollOutDialog *shown = dialog();
    ASSERT_TRUE(shown);
    EXPECT_TRUE(shown->proposal().change.diff.contains("+<cluster name=\"domnull\" "
                                                       "config_version=\"13\">"));
    EXPECT_EQ(shown->proposal().request.offline, QStringList{u"xenhost3"_s});
    EXPECT_TRUE(buttonOf(shown, u"Cancel"_s)->property("default").toBool());
    EXPECT_EQ(document().history()->count(), 1) << "nothing is raised before it is agreed to";
    shown->findChild<QLineEdit *>(u"reason"_s)->setText(u"ticket 4711"_s);
    buttonOf(shown, u"Roll out"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return page->messages()->ids().contains(u"rollout"_s); }));
    EXPECT_EQ(document().history()->undoText(), u"Raise the version to 13"_s);
    EXPECT_FALSE(document().isModified());
    EXPECT_EQ(cluster->file(u"xenhost1"_s), document().text());
    EXPECT_EQ(cluster->file(u"xenhost2"_s), document().text());
    EXPECT_EQ(cluster->file(u"xenhost3"_s), seedConf());
    EXPECT_EQ(page->rollOut()->request().reason, u"ticket 4711"_s);
    EXPECT_EQ(held(), u"Same on 2 of 3 nodes · xenhost3 not reachable"_s)
        << "although the facts are older";
    EXPECT_EQ(rollOutButton()->text().remove(u'&'), u"Roll out version 13…"_s)
        << "not raised again for what is unchanged";
}

TEST_F(EditorPages, cancellingARollOutChangesNothing)
{
    openAndWait();
    change();
    rollOutButton()->click();
    RollOutDialog *shown = dialog();
    ASSERT_TRUE(shown);
    QTest::keyClick(shown, Qt::Key_Return); // Cancel is the default
    EXPECT_FALSE(shown->isVisible());
    EXPECT_EQ(document().history()->count(), 1);
    EXPECT_EQ(cluster->file(u"xenhost1"_s), seedConf());
}

TEST_F(EditorPages, aRefusedPlanCanBeReadAndNotRun)
{
    services.deployer.plan = [](const cluster::ClusterState &, const operations::DeployRequest &) {
        return base::Result<operations::Plan>(
            base::failure(base::ErrorCode::Refused, u"xenhost1 is read-only."_s));
    };
    openAndWait();
    change();
    rollOutButton()->click();
    RollOutDialog *shown = dialog();
    ASSERT_TRUE(shown);
    EXPECT_FALSE(buttonOf(shown, u"Roll out"_s)->isEnabled());
    const auto labels = shown->findChildren<QLabel *>();
    EXPECT_TRUE(std::ranges::any_of(
        labels, [](const QLabel *label) { return label->text() == u"xenhost1 is read-only."_s; }));
}

TEST_F(EditorPages, aRollOutThatRunsLeavesTheWindowFreeAndCanBeStopped)
{
    std::atomic<bool> goOn = false;
    services.deployer.run = [&](cluster::Nodes &, operations::Journal &,
                                const operations::Plan &plan, const operations::DeploySink &sink,
                                const std::stop_token &stop) -> operations::DeployResult {
        sink({plan.id, operations::DeployStage::Staging, u"xenhost1"_s, u"half written"_s});
        while (!goOn && !stop.stop_requested())
            QThread::msleep(2);
        return {operations::DeployOutcome::RolledBack,
                u"All hold the old file."_s,
                u"Try again."_s,
                {}};
    };
    openAndWait();
    change();
    rollOutButton()->click();
    buttonOf(dialog(), u"Roll out"_s)->click();
    auto *panel = page->findChild<QWidget *>(u"rollOutPanel"_s);
    ASSERT_TRUE(waitUntil([&] { return panel->isVisible(); }));
    ASSERT_TRUE(waitUntil([&] {
        const auto labels = panel->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text() == u"half written"_s; });
    }));
    EXPECT_FALSE(rollOutButton()->isEnabled());
    document().apply(u"Go on meanwhile"_s, TextEdits{{{0, 0}, ""}});
    buttonOf(panel, u"Stop"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return !panel->isVisible(); }));
    EXPECT_EQ(page->messages()->sentence(u"rollout"_s), u"All hold the old file."_s);
    EXPECT_TRUE(document().isModified());

    // The version is raised already.
    const int acts = document().history()->count();
    EXPECT_EQ(rollOutButton()->text().remove(u'&'), u"Roll out version 13…"_s);
    rollOutButton()->click();
    ASSERT_TRUE(dialog());
    EXPECT_FALSE(dialog()->proposal().isRaised);
    goOn = true;
    buttonOf(dialog(), u"Roll out"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return !page->rollOut()->isRunning(); }));
    EXPECT_EQ(document().history()->count(), acts);
}

TEST_F(EditorPages, somebodyElsesChangeIsTold)
{
    openAndWait();
    page->setState(cluster->state());
    cluster->setFile(u"xenhost2"_s, seedConf() + "\n");
    page->setState(cluster->state());
    EXPECT_TRUE(std::ranges::any_of(
        page->messages()->ids(), [](const QString &id) { return id.startsWith(u"strangers/"_s); }));
}

TEST_F(EditorPages, aCrashLosesNothing)
{
    openAndWait();
    change();
    const QByteArray text = document().text();
    ASSERT_TRUE(waitUntil([&] { return files().size() == 2; })) << "within a second or so";
    close(); // nobody asked
    for (const QString &name : files()) {
        const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther;
        EXPECT_EQ(QFileInfo(services.draftsFolder + u'/' + name).permissions() & others,
                  QFile::Permissions());
    }
    openAndWait();
    EXPECT_EQ(document().text(), seedConf());
    ASSERT_TRUE(waitUntil([&] { return buttonOf(page->messages(), u"Open them"_s) != nullptr; }));
    buttonOf(page->messages(), u"Open them"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return document().text() == text; }));
    EXPECT_EQ(document().base(), seedConf());
    EXPECT_TRUE(document().history()->canUndo());
    document().history()->undo();
    EXPECT_EQ(document().text(), seedConf());
    ASSERT_TRUE(waitUntil([&] { return files().size() == 1; })) << "what is undone needs no draft";
}

TEST_F(EditorPages, aDraftThatAllNodesHoldIsNotOffered)
{
    openAndWait();
    change();
    const QByteArray text = document().text();
    ASSERT_TRUE(waitUntil([&] { return files().size() == 2; }));
    close();
    cluster->setFile(u"xenhost1"_s, text);
    openAndWait();
    ASSERT_TRUE(waitUntil([&] { return buttonOf(page->messages(), u"Open them"_s) != nullptr; }))
        << "two nodes do not have it";
    cluster->setFile(u"xenhost2"_s, text);
    cluster->setFile(u"xenhost3"_s, text);
    page->setState(cluster->state());
    EXPECT_FALSE(std::ranges::any_of(page->messages()->ids(),
                                     [](const QString &id) { return id.startsWith(u"draft/"_s); }));
    EXPECT_TRUE(waitUntil([&] { return files().size() == 1; }));
}

TEST_F(EditorPages, aDraftOfAProcessWhoseNumberIsInUseAgainIsOffered)
{
    openAndWait();
    change();
    ASSERT_TRUE(waitUntil([&] { return files().size() == 2; }));
    close();
    const QString draft = QDir(services.draftsFolder).entryList({u"*.draft"_s}).value(0);
    const QString stem = draft.section(u'-', 0, -3);
    // The parent runs, and began at another time; the second one is really its.
    QFile stat(u"/proc/%1/stat"_s.arg(getppid()));
    ASSERT_TRUE(stat.open(QIODevice::ReadOnly));
    const QByteArray line = stat.readAll();
    const QByteArray start = line.mid(line.lastIndexOf(')') + 2).split(' ').value(19);
    const auto rename = [&](const QString &from, const QString &to) {
        return QFile::rename(services.draftsFolder + u'/' + from,
                             services.draftsFolder + u'/' + to);
    };
    const QString inUse =
        u"%1-%2-%3.draft"_s.arg(stem).arg(getppid()).arg(QLatin1StringView(start));
    ASSERT_TRUE(rename(draft, inUse));
    const Drafts drafts(services.draftsFolder, u"domnull"_s, path);
    EXPECT_EQ(drafts.left(), QStringList());
    ASSERT_TRUE(rename(inUse, u"%1-%2-1.draft"_s.arg(stem).arg(getppid())));
    EXPECT_EQ(drafts.left().size(), 1);
}

TEST_F(EditorPages, whatIsDiscardedIsGone)
{
    openAndWait();
    change();
    ASSERT_TRUE(waitUntil([&] { return files().size() == 2; }));
    close();
    openAndWait();
    ASSERT_TRUE(waitUntil([&] { return buttonOf(page->messages(), u"Discard"_s) != nullptr; }));
    buttonOf(page->messages(), u"Discard"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return files().size() == 1; }));
}

TEST_F(EditorPages, aTornDraftIsPassedOver)
{
    openAndWait();
    change();
    ASSERT_TRUE(waitUntil([&] { return files().size() == 2; }));
    close();
    for (const QString &name : files()) {
        QFile file(services.draftsFolder + u'/' + name);
        ASSERT_TRUE(file.resize(file.size() / 2));
    }
    openAndWait();
    EXPECT_EQ(document().text(), seedConf());
    EXPECT_FALSE(buttonOf(page->messages(), u"Open them"_s));
}

TEST_F(EditorPages, openingAnotherFileAsksWhereChangesWouldBeLost)
{
    openAndWait();
    change();
    page->openFromNode(u"xenhost2"_s);
    auto *box = page->findChild<QDialog *>(u"changesDialog"_s);
    ASSERT_TRUE(box);
    EXPECT_TRUE(document().isModified());
    buttonOf(box, u"Discard the changes"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return !document().isModified(); }));
}

TEST_F(EditorPages, whatIsReadByItselfTakesNothingAway)
{
    QFile local(folder.filePath(u"local.conf"_s));
    ASSERT_TRUE(local.open(QIODevice::WriteOnly));
    local.write("<cluster name=\"mine\" config_version=\"1\"/>\n");
    local.close();
    std::atomic<bool> goOn = false;
    services.readFile = [&, read = cluster->reader()](remote::Connection &connection,
                                                      const QString &file, std::stop_token stop) {
        while (!goOn)
            QThread::msleep(2);
        return read(connection, file, std::move(stop));
    };
    open();
    ASSERT_TRUE(waitUntil([&] { return !page->desk()->reading().isEmpty(); }));
    page->desk()->openFile(local.fileName());
    ASSERT_TRUE(waitUntil([&] { return page->desk()->isOpen(); }));
    goOn = true;
    ASSERT_TRUE(waitUntil([&] { return page->desk()->reading().isEmpty(); }));
    EXPECT_EQ(page->desk()->origin().name, local.fileName());

    goOn = false;
    page->desk()->openFromNode(u"xenhost1"_s); // asked for, and then something was typed
    document().apply(u"Rename it"_s, TextEdits{{{15, 19}, "ours"}});
    goOn = true;
    ASSERT_TRUE(waitUntil([&] { return page->messages()->ids().contains(u"problem"_s); }));
    EXPECT_TRUE(document().text().contains("\"ours\""));
}

TEST_F(EditorPages, anOcfs2ListCanBeginEmpty)
{
    page.reset(makeOcfs2Editor(u"domnull"_s, services, nullptr));
    page->show();
    page->askForNew();
    EXPECT_EQ(page->desk()->origin().kind, Kind::New);
    EXPECT_FALSE(document().parseError());
    EXPECT_FALSE(document().isModified());
}

TEST_F(EditorPages, aCopyIsSavedByteForByte)
{
    openAndWait();
    change();
    const QString copy = folder.filePath(u"copy.conf"_s);
    page->desk()->saveAs(copy);
    ASSERT_TRUE(waitUntil([&] { return page->messages()->ids().contains(u"done"_s); }));
    QFile file(copy);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), document().text());
    EXPECT_TRUE(document().isModified());
    page->desk()->openFile(copy);
    ASSERT_TRUE(waitUntil([&] { return page->desk()->origin().kind == Kind::File; }));
}

TEST_F(EditorPages, differencesAreTakenInActsThatCanBeUndone)
{
    QByteArray theirs = seedConf();
    theirs.replace("expected_votes=\"3\"", "expected_votes=\"4\"");
    theirs.replace("autostart=\"yes\"", "autostart=\"0\"");
    openAndWait();
    change(); // the line of autostart, too
    cluster->setFile(u"xenhost2"_s, theirs);
    page->setState(cluster->state());
    page->compareWith(u"xenhost2"_s);
    CompareDialog *compare = nullptr;
    ASSERT_TRUE(waitUntil([&] {
        compare = page->findChild<CompareDialog *>();
        return compare && compare->isCurrent();
    }));
    ASSERT_EQ(compare->hunks().size(), 2);
    EXPECT_EQ(compare->hunks()[0].kind, Hunk::Kind::Theirs);
    EXPECT_EQ(compare->hunks()[1].kind, Hunk::Kind::Both);
    const QByteArray mine = document().text();
    compare->take(0);
    EXPECT_TRUE(document().text().contains("expected_votes=\"4\""));
    ASSERT_TRUE(waitUntil([&] { return compare->isCurrent() && compare->hunks().size() == 1; }));
    compare->takeAll();
    EXPECT_EQ(document().text(), theirs);
    document().history()->undo();
    document().history()->undo();
    EXPECT_EQ(document().text(), mine);
    compare->keep(0);
}

TEST(ThreeWay, hunksLeadFromMineToTheirs)
{
    const QByteArray base = "a\nb\nc\nd\ne\n";
    const QByteArray mine = "a\nB\nc\nd\nE\nf\n";
    const QByteArray theirs = "0\na\nb\nc\nD\nE\nf\n";
    const QList<Hunk> hunks = threeWay(base, mine, theirs);
    ASSERT_EQ(hunks.size(), 3);
    EXPECT_EQ(hunks[0].kind, Hunk::Kind::Theirs);
    EXPECT_EQ(hunks[1].kind, Hunk::Kind::Mine);
    EXPECT_EQ(hunks[2].kind, Hunk::Kind::Both);
    TextEdits edits;
    for (const Hunk &hunk : hunks)
        edits.append({hunk.mine, formats::textOf(theirs, hunk.theirs).toByteArray()});
    EXPECT_EQ(formats::applied(mine, edits), theirs);
    EXPECT_TRUE(threeWay(base, base, base).isEmpty());
    EXPECT_EQ(threeWay({}, mine, theirs).size(), 1);
}

TEST_F(EditorPageTest, findingsKnowTheGenerationOfTheNodesThatAgree)
{
    using formats::ClusterGeneration;
    QByteArray conf = seedConf();
    conf.replace("  <clusternodes>", "  <logging debug=\"on\"/>\n  <clusternodes>");
    for (const char *node : {"xenhost1", "xenhost2", "xenhost3"})
        cluster->setFile(QString::fromLatin1(node), conf);
    openAndWait();
    const auto isForeign = [&](std::optional<ClusterGeneration> first,
                               std::optional<ClusterGeneration> second) {
        cluster::ClusterState state = cluster->state();
        state.nodes[0].facts->clusterGeneration = first;
        state.nodes[1].facts->clusterGeneration = second;
        page->setState(state);
        EXPECT_TRUE(waitUntil([&] { return page->document()->areDiagnosticsCurrent(); }));
        return std::ranges::any_of(page->document()->diagnostics(), [](const auto &each) {
            return each.id == "wrong-generation" && each.severity == formats::Severity::Warning;
        });
    };
    EXPECT_FALSE(isForeign({}, {}));
    EXPECT_TRUE(isForeign(ClusterGeneration::Cluster2, {}));
    EXPECT_FALSE(isForeign(ClusterGeneration::Cluster2, ClusterGeneration::Cluster30));
    EXPECT_TRUE(isForeign(ClusterGeneration::Cluster2, ClusterGeneration::Cluster2));
    EXPECT_FALSE(isForeign(ClusterGeneration::Cluster30, ClusterGeneration::Cluster30));
}

/// What the script does in a shell, with a folder as the root of the node.
TEST(ReadFileOfNode, worksInTheShellsOfNodes)
{
    const QTemporaryDir root;
    ASSERT_TRUE(QDir(root.path()).mkpath(u"etc/it's a folder"_s));
    const QByteArray bytes("a\0b\r\n\xFF no newline", 18);
    QFile file(root.filePath(u"etc/it's a folder/file"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    for (const QStringList &shell :
         {QStringList{u"sh"_s}, QStringList{u"bash"_s}, QStringList{u"busybox"_s, u"sh"_s}}) {
        if (QStandardPaths::findExecutable(shell.first()).isEmpty())
            continue;
        test::FakeConnection connection(u"xenhost1"_s, [&](const test::Call &call) {
            QProcess process;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"COLONNADE_ROOT"_s, root.path());
            process.setProcessEnvironment(environment);
            process.start(shell.first(), shell.mid(1) + QStringList{u"-s"_s});
            process.write(call.command.script);
            process.closeWriteChannel();
            EXPECT_TRUE(process.waitForFinished());
            return test::printed(process.readAllStandardOutput(), process.readAllStandardError(),
                                 process.exitCode());
        });
        EXPECT_EQ(readFileOfNode(connection, u"/etc/it's a folder/file"_s).value(),
                  (ReadFile{true, bytes}));
        EXPECT_EQ(readFileOfNode(connection, u"/etc/none"_s).value(), ReadFile{});
        EXPECT_FALSE(readFileOfNode(connection, u"/etc"_s));
    }
}

} // namespace
} // namespace colonnade::gui
