// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/deployment.h"

#include "formats/clusterconf.h"
#include "operations/deploycluster.h"
#include "remote/nodefile.h"

#include <gmock/gmock.h>

#include <QRandomGenerator>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace colonnade::operations {
namespace {

using test::DeployCluster;
using Fault = DeployCluster::Fault;
using Holds = DeployNode::Holds;
using namespace std::chrono_literals;

const QString ClusterPath = u"/etc/cluster/cluster.conf"_s;
const QString Ocfs2Path = u"/etc/ocfs2/cluster.conf"_s;

QByteArray conf(int version, const QByteArray &rest = {})
{
    return "<?xml version=\"1.0\"?>\n<!-- ours -->\n<cluster name=\"test\" config_version=\""
           + QByteArray::number(version)
           + "\">\n  <clusternodes>\n    <clusternode name='node1' nodeid=\"1\"/>\n"
             "    <clusternode name='node2' nodeid=\"2\"/>\n  </clusternodes>\n"
           + rest + "</cluster>\n";
}

QByteArray ocfs2(int nodes, int first = 1)
{
    QByteArray text;
    for (int i = 0; i < nodes; ++i)
        text += "node:\n\tip_port = 7777\n\tip_address = 10.0.0." + QByteArray::number(i + 1)
                + "\n\tnumber = " + QByteArray::number(i + first) + "\n\tname = node"
                + QByteArray::number(i + 1) + "\n\tcluster = ocfs2\n\n";
    return text + "cluster:\n\tnode_count = " + QByteArray::number(nodes) + "\n\tname = ocfs2\n";
}

class DeploymentTest : public testing::Test
{
protected:
    void begin(int nodes, const QString &path, const QByteArray &bytes)
    {
        m_cluster.emplace(nodes, path, bytes);
    }

    /// Nodes with cluster.conf version 1, of which all but @p stopped run it.
    void beginCman(int nodes, const char *generation, const QStringList &stopped = {})
    {
        begin(nodes, ClusterPath, conf(1));
        m_cluster->startCman(generation, 1, stopped);
    }

    DeployCluster &cluster() { return *m_cluster; }

    Plan planFor(const DeployRequest &request)
    {
        const auto plan = planDeployment(cluster().state(), request);
        EXPECT_TRUE(plan) << qPrintable(plan.error().message);
        return plan.value_or(Plan{});
    }

    DeployResult deploy(const QByteArray &bytes, std::stop_token stop = {})
    {
        return deploy(cluster().request(bytes), std::move(stop));
    }

    DeployResult deploy(const DeployRequest &request, std::stop_token stop = {})
    {
        const Plan plan = planFor(request);
        m_planId = plan.id;
        Journal journal(m_folder.path());
        return runDeployment(cluster(), journal, plan, {}, std::move(stop), m_options);
    }

    DeployResult resume(DeployDirection direction)
    {
        cluster().revive();
        Journal journal(m_folder.path());
        return resumeDeployment(cluster(), journal, m_planId, direction, {}, {}, m_options);
    }

    /// Disturbs the first command whose title contains @p words.
    void disturb(const QString &words, Fault fault, const QString &node = {})
    {
        cluster().watch(
            [=, once = true](const QString &at, const remote::Command &command) mutable {
                if (!once || !command.title.contains(words) || (!node.isEmpty() && node != at))
                    return Fault::None;
                once = false;
                return fault;
            });
    }

    /// Every node has @p bytes and nothing of ours but backups of @p backups roll-outs.
    void expectAll(const QByteArray &bytes, qsizetype backups = 0)
    {
        for (std::size_t i = 0; i < cluster().size(); ++i) {
            EXPECT_EQ(cluster().fileOf(i), bytes) << "on node" << i + 1;
            EXPECT_EQ(cluster().folderOf(i).size(), 1 + backups)
                << qPrintable(cluster().folderOf(i).join(u' '));
        }
    }

    QList<QByteArray> activations()
    {
        QList<QByteArray> lines;
        for (std::size_t i = 0; i < cluster().size(); ++i) {
            for (const QByteArray &line : cluster().node(i).read(u"activations"_s).split('\n')) {
                if (!line.isEmpty())
                    lines.append(line);
            }
        }
        return lines;
    }

    QString refusalOf(const DeployRequest &request)
    {
        return refusalOf(cluster().state(), request);
    }

    static QString refusalOf(const cluster::ClusterState &state, const DeployRequest &request)
    {
        const auto plan = planDeployment(state, request);
        return plan ? u"planned"_s : plan.error().message + u' ' + plan.error().remedy;
    }

    std::optional<DeployCluster> m_cluster;
    QTemporaryDir m_folder;
    QString m_planId;
    DeployOptions m_options{1ms, 20ms, 50ms};
};

testing::AssertionResult says(const QString &text, const QString &words)
{
    if (text.contains(words))
        return testing::AssertionSuccess();
    return testing::AssertionFailure()
           << "\"" << qPrintable(text) << "\" does not say \"" << qPrintable(words) << "\"";
}

// What is planned

TEST_F(DeploymentTest, thePlanStagesEverywhereBeforeItExchangesAnywhere)
{
    begin(2, ClusterPath, conf(1));
    const Plan plan = planFor(cluster().request(conf(2)));
    EXPECT_EQ(plan.kind, u"deploy");
    ASSERT_EQ(plan.steps.size(), 5);
    EXPECT_EQ(plan.steps[0].node, u"node1");
    EXPECT_TRUE(plan.steps[1].command.contains("ccs_config_validate"));
    EXPECT_TRUE(plan.steps[2].command.contains("mv -f"));
    EXPECT_FALSE(plan.steps[2].undo.isEmpty());
    EXPECT_EQ(plan.steps[3].node, u"node2");
    EXPECT_TRUE(plan.steps[4].command.contains("cman_tool version -r"));
    EXPECT_TRUE(says(plan.title, u"version 2"_s));
    EXPECT_EQ(Plan::fromJson(plan.toJson()), plan);
}

TEST_F(DeploymentTest, theClusterIsToldWhereCmanIsKnownToRun)
{
    begin(3, ClusterPath, conf(1));
    cluster::ClusterState state = cluster().state();
    state.nodes[1].facts->cman.emplace().configVersion = 1;
    state.nodes[2].facts->cman.emplace().configVersion = 1;
    const auto plan = planDeployment(state, cluster().request(conf(2)));
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->steps.last().node, u"node2");
}

TEST_F(DeploymentTest, aNodeThatHasTheBytesGetsNoSteps)
{
    begin(2, Ocfs2Path, ocfs2(3));
    DeployRequest request = cluster().request(ocfs2(4));
    request.targets[0].expected = remote::sha256Of(ocfs2(4));
    const Plan plan = planFor(request);
    ASSERT_EQ(plan.steps.size(), 2);
    EXPECT_EQ(plan.steps[0].node, u"node2");
}

TEST_F(DeploymentTest, refusesWhatCannotBeRight)
{
    begin(2, ClusterPath, conf(3));
    DeployRequest request = cluster().request(conf(4));
    EXPECT_EQ(refusalOf(request), u"planned");
    EXPECT_TRUE(says(refusalOf(cluster().request(conf(3, " "))), u"Raise config_version to 4"_s));
    EXPECT_TRUE(says(refusalOf(cluster().request("<cluster")), u"Line 1"_s));

    DeployRequest other = request;
    other.path = u"/etc/passwd"_s;
    EXPECT_TRUE(says(refusalOf(other), u"no file that is rolled out"_s));
    other = request;
    other.targets[1].node = u"node9"_s;
    EXPECT_TRUE(says(refusalOf(other), u"node9"_s));
    other = request;
    other.targets[1].node = u"node1"_s;
    EXPECT_TRUE(says(refusalOf(other), u"node1"_s));
    other.targets.clear();
    EXPECT_TRUE(says(refusalOf(other), u"No node"_s));
    other = request;
    other.bytes = conf(4, QByteArray(remote::NodeFileLimit, ' '));
    EXPECT_TRUE(says(refusalOf(other), u"4 MiB"_s));

    cluster::ClusterState state = cluster().state();
    state.nodes[1].profile.readOnly = true;
    EXPECT_TRUE(says(refusalOf(state, request), u"node2 is read-only"_s));
    state = cluster().state();
    state.nodes[0].facts->cman.emplace().configVersion = 7;
    EXPECT_TRUE(says(refusalOf(state, request), u"Raise config_version to 8"_s));
}

TEST_F(DeploymentTest, aRunningClusterKeepsItsNameAndItsMembers)
{
    begin(2, ClusterPath, conf(3));
    const auto running = [this](const QString &name) {
        cluster::ClusterState state = cluster().state();
        for (cluster::NodeState &node : state.nodes) {
            node.facts->cman.emplace().clusterName = name;
            node.facts->cmanMembers = {
                {u"node1"_s, 1, true}, {u"node2"_s, 2, true}, {u"node3"_s, 3, false}};
        }
        return state;
    };
    const DeployRequest request = cluster().request(conf(4));
    EXPECT_TRUE(planDeployment(running(u"test"_s), request)) << "node3 is down, and may go";
    EXPECT_TRUE(says(refusalOf(running(u"other"_s), request),
                     u"runs as other on node1, and the file calls it test"_s));

    DeployRequest without = request;
    without.bytes.replace("    <clusternode name='node2' nodeid=\"2\"/>\n", "");
    EXPECT_TRUE(says(refusalOf(running(u"test"_s), without),
                     u"node2 is a member of the running cluster and is not in the file"_s));
    EXPECT_TRUE(planDeployment(cluster().state(), without)) << "nothing runs";

    cluster::ClusterState cut = running(u"other"_s);
    for (cluster::NodeState &node : cut.nodes)
        node.connection.phase = remote::Phase::Waiting;
    EXPECT_TRUE(planDeployment(cut, request)) << "what they ran is long ago";
}

TEST_F(DeploymentTest, notesTellWhatARunningClusterDoesNotTake)
{
    begin(2, ClusterPath, conf(3));
    const QByteArray before = conf(3, "  <cman two_node=\"1\"/>\n  <rm><vm name=\"web1\"/></rm>\n");
    const DeployRequest request = cluster().request(conf(4, "  <cman/>\n  <rm/>\n"));
    EXPECT_TRUE(deploymentNotes(cluster().state(), request, {before}).isEmpty());

    cluster::ClusterState state = cluster().state();
    state.nodes[0].facts->cman.emplace();
    const QStringList notes = deploymentNotes(state, request, {before, conf(3)});
    ASSERT_EQ(notes.size(), 2);
    EXPECT_TRUE(says(notes[0], u"started anew, on all nodes: /cluster/cman/@two_node."_s));
    EXPECT_TRUE(says(notes[1], u"No longer in the file: web1."_s));
    EXPECT_TRUE(deploymentNotes(state, request, {"no document", {}}).isEmpty());
}

TEST_F(DeploymentTest, notesNameWhoIsOffline)
{
    begin(2, ClusterPath, conf(3));
    DeployRequest request = cluster().request(conf(4));
    EXPECT_TRUE(deploymentNotes(cluster().state(), request, {conf(3)}).isEmpty());
    request.targets.removeLast();
    request.offline = {u"node2"_s};
    const QString notes = deploymentNotes(cluster().state(), request, {conf(3)}).join(u' ');
    EXPECT_TRUE(says(notes, u"node2 cannot be reached"_s));
    EXPECT_TRUE(says(notes, u"had version 3"_s));
    EXPECT_TRUE(says(notes, u"highest config_version wins"_s));
}

// How the generations take it

struct Generation
{
    const char *version;
    QList<QByteArray> told;
};

class GenerationTest : public DeploymentTest, public testing::WithParamInterface<Generation>
{
};

TEST_P(GenerationTest, oneNodeIsToldOnce)
{
    beginCman(3, GetParam().version, {u"node1"_s});
    const DeployResult result = deploy(conf(2));
    EXPECT_EQ(result.outcome, DeployOutcome::Deployed) << qPrintable(result.sentence);
    EXPECT_EQ(activations(), GetParam().told);
    EXPECT_FALSE(cluster().node(0).exists(u"activations"_s)) << "cman does not run there";
    EXPECT_EQ(cluster().node(2).read(u"running"_s), "2\n");
    expectAll(conf(2), 1); // also where ccsd has written it anew
}

std::string nameOfGeneration(const testing::TestParamInfo<Generation> &info)
{
    const std::string version = info.param.version;
    return "v" + version.substr(0, 1) + version.substr(2, 1);
}

INSTANTIATE_TEST_SUITE_P(clusters, GenerationTest,
                         testing::Values(Generation{"2.03.09", {"ccs_tool update"}},
                                         Generation{"3.0.12", {"cman_tool version -r 2 -S"}},
                                         Generation{"3.1.8", {"cman_tool version -r -S"}}),
                         nameOfGeneration);

TEST_F(DeploymentTest, anOldCcsToolLeavesItToCmanTool)
{
    beginCman(2, "2.00.00");
    cluster().node(0).write(u"notcman"_s, {});
    const DeployResult result = deploy(conf(2));
    EXPECT_EQ(result.outcome, DeployOutcome::Deployed) << qPrintable(result.sentence);
    EXPECT_EQ(activations(), (QList<QByteArray>{"ccs_tool update", "cman_tool version -r 2"}));
}

TEST_F(DeploymentTest, nothingIsToldWhereCmanDoesNotRun)
{
    beginCman(2, "3.1.8", {u"node1"_s, u"node2"_s});
    EXPECT_EQ(deploy(conf(2)).outcome, DeployOutcome::Deployed);
    EXPECT_TRUE(activations().isEmpty());
}

TEST_F(DeploymentTest, aRefusedActivationIsShownAndNotRepeated)
{
    beginCman(2, "3.1.8");
    cluster().node(0).write(u"refuse"_s, {});
    const DeployResult result = deploy(conf(2));
    EXPECT_EQ(result.outcome, DeployOutcome::Inactive);
    EXPECT_TRUE(says(result.sentence, u"it was refused"_s));
    EXPECT_TRUE(says(result.sentence, u"node2 runs 1"_s));
    EXPECT_EQ(activations().size(), 1);
    expectAll(conf(2), 1);
}

TEST_F(DeploymentTest, anActivationWhoseAnswerIsLostIsLookedUp)
{
    beginCman(2, "3.1.8");
    disturb(u"Let the cluster take"_s, Fault::LostAfter);
    EXPECT_EQ(deploy(conf(2)).outcome, DeployOutcome::Deployed);
    EXPECT_EQ(activations().size(), 1);
}

TEST_F(DeploymentTest, anActivationThatNeverArrivedIsShown)
{
    beginCman(2, "3.1.8");
    disturb(u"Let the cluster take"_s, Fault::LostBefore);
    const DeployResult result = deploy(conf(2));
    EXPECT_EQ(result.outcome, DeployOutcome::Inactive);
    EXPECT_TRUE(says(result.sentence, u"The connection was cut"_s));
    EXPECT_TRUE(activations().isEmpty());
}

TEST_F(DeploymentTest, nothingIsToldWhereAFileWasChangedAfterTheExchange)
{
    beginCman(2, "3.1.8");
    int exchanges = 0;
    cluster().watch([&](const QString &, const remote::Command &command) {
        if (command.title.contains(u"Exchange") && ++exchanges == 2)
            cluster().node(0).write(ClusterPath, conf(1));
        return Fault::None;
    });
    const DeployResult result = deploy(conf(2));
    EXPECT_EQ(result.outcome, DeployOutcome::RolledBack) << qPrintable(result.sentence);
    EXPECT_TRUE(activations().isEmpty());
    expectAll(conf(1));
}

TEST_F(DeploymentTest, aNodeThatSuspendsItselfIsNamed)
{
    beginCman(2, "3.1.8");
    cluster().node(1).write(u"flags"_s, "Error");
    const DeployResult result = deploy(conf(2));
    EXPECT_EQ(result.outcome, DeployOutcome::Inactive);
    EXPECT_TRUE(says(result.sentence, u"node2 has suspended itself"_s));
}

TEST_F(DeploymentTest, aHigherVersionThatRunsIsRefusedBeforeAnything)
{
    beginCman(2, "3.1.8");
    cluster().node(1).write(u"running"_s, "5\n");
    const DeployResult result = deploy(conf(2));
    EXPECT_EQ(result.outcome, DeployOutcome::Refused);
    EXPECT_TRUE(says(result.sentence, u"runs version 5 on node2"_s));
    expectAll(conf(1));
}

TEST_F(DeploymentTest, whatCcsdWroteAnewIsMendedByTheNextProcess)
{
    for (const QString &at : {u"beside the old one"_s, u"Exchange"_s, u"Remove the old"_s}) {
        beginCman(2, "2.03.09");
        bool activated = false;
        bool done = false;
        cluster().watch([&](const QString &, const remote::Command &command) {
            activated = activated || command.title.contains(u"Let the cluster take");
            if (!activated || done || !command.title.contains(at))
                return Fault::None;
            done = true;
            return Fault::Died;
        });
        EXPECT_EQ(deploy(conf(2)).outcome, DeployOutcome::Unknown) << qPrintable(at);
        EXPECT_TRUE(done) << qPrintable(at);
        const DeployResult result = resume(DeployDirection::Finish);
        EXPECT_EQ(result.outcome, DeployOutcome::Deployed) << qPrintable(result.sentence);
        EXPECT_EQ(activations().size(), 1);
        expectAll(conf(2), 1);
    }
}

TEST_F(DeploymentTest, whatMayRunIsNotTakenBack)
{
    beginCman(2, "3.1.8");
    disturb(u"Let the cluster take"_s, Fault::Died);
    EXPECT_EQ(deploy(conf(2)).outcome, DeployOutcome::Unknown);
    const DeployResult refused = resume(DeployDirection::TakeBack);
    EXPECT_EQ(refused.outcome, DeployOutcome::Unknown);
    EXPECT_TRUE(says(refused.remedy, u"as version 3"_s));
    EXPECT_EQ(resume(DeployDirection::Finish).outcome, DeployOutcome::Deployed);
    EXPECT_EQ(resume(DeployDirection::Finish).outcome, DeployOutcome::Deployed) << "as it ended";
}

// Who stands against it

TEST_F(DeploymentTest, aProgramOfANodeThatRefusesSparesAll)
{
    begin(2, ClusterPath, conf(1));
    cluster().node(1).write(u"bin/ccs_config_validate"_s,
                            "#!/bin/sh\necho 'Relax-NG validity error' >&2\nexit 3\n", true);
    const DeployResult result = deploy(conf(2));
    EXPECT_EQ(result.outcome, DeployOutcome::Refused);
    EXPECT_TRUE(says(result.sentence, u"ccs_config_validate on node2"_s));
    EXPECT_TRUE(says(result.sentence, u"Relax-NG validity error"_s));
    expectAll(conf(1));
}

TEST_F(DeploymentTest, somebodyElsesChangeIsShownWithBothHashes)
{
    begin(2, Ocfs2Path, ocfs2(2));
    const Plan plan = planFor(cluster().request(ocfs2(3)));
    cluster().node(1).write(Ocfs2Path, DeployCluster::ForeignBytes);
    Journal journal(m_folder.path());
    const DeployResult result = runDeployment(cluster(), journal, plan, {}, {}, m_options);
    EXPECT_EQ(result.outcome, DeployOutcome::Refused);
    EXPECT_TRUE(says(result.sentence, u"on node2"_s));
    for (const QByteArray &bytes : {DeployCluster::ForeignBytes, ocfs2(2)})
        EXPECT_TRUE(says(result.sentence, QString::fromLatin1(remote::sha256Of(bytes).left(12))));
    EXPECT_EQ(cluster().fileOf(0), ocfs2(2));
    EXPECT_EQ(result.nodes[1].holds, Holds::Other);
}

TEST_F(DeploymentTest, aForeignChangeFoundOnResumingTakesTheRestBack)
{
    begin(3, Ocfs2Path, ocfs2(2));
    disturb(u"Exchange"_s, Fault::Died, u"node2"_s);
    EXPECT_EQ(deploy(ocfs2(3)).outcome, DeployOutcome::Unknown);
    cluster().node(2).write(Ocfs2Path, DeployCluster::ForeignBytes);
    const DeployResult result = resume(DeployDirection::Finish);
    EXPECT_EQ(result.outcome, DeployOutcome::RolledBack) << qPrintable(result.sentence);
    EXPECT_TRUE(says(result.sentence, u"What somebody else wrote stays: node3"_s));
    EXPECT_EQ(cluster().fileOf(0), ocfs2(2));
    EXPECT_EQ(cluster().fileOf(1), ocfs2(2));
    EXPECT_EQ(cluster().fileOf(2), DeployCluster::ForeignBytes);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ(cluster().folderOf(i).size(), 1);
}

TEST_F(DeploymentTest, whatWasChangedAfterTheExchangeIsTold)
{
    begin(2, Ocfs2Path, ocfs2(2));
    disturb(u"Exchange"_s, Fault::Died, u"node2"_s);
    EXPECT_EQ(deploy(ocfs2(3)).outcome, DeployOutcome::Unknown);
    cluster().node(0).write(Ocfs2Path, DeployCluster::ForeignBytes);
    const DeployResult result = resume(DeployDirection::TakeBack);
    EXPECT_EQ(result.outcome, DeployOutcome::Mixed);
    EXPECT_TRUE(says(result.nodes[0].sentence, u"cluster.conf.deploy-"_s));
    EXPECT_EQ(result.nodes[1].holds, Holds::Old);
}

TEST_F(DeploymentTest, aNodeThatHadTheFileKeepsItWhenTheRestIsTakenBack)
{
    begin(3, Ocfs2Path, ocfs2(2));
    const Plan plan = planFor(cluster().request(ocfs2(3)));
    cluster().node(0).write(Ocfs2Path, ocfs2(3));
    disturb(u"Exchange"_s, Fault::Foreign, u"node3"_s);
    Journal journal(m_folder.path());
    const DeployResult result = runDeployment(cluster(), journal, plan, {}, {}, m_options);
    EXPECT_EQ(result.outcome, DeployOutcome::RolledBack) << qPrintable(result.sentence);
    EXPECT_EQ(cluster().fileOf(0), ocfs2(3));
    EXPECT_EQ(cluster().fileOf(1), ocfs2(2));
    EXPECT_EQ(result.nodes[0].holds, Holds::New);
}

TEST_F(DeploymentTest, anOpenRollOutOfTheSameFileStandsAgainstIt)
{
    begin(2, Ocfs2Path, ocfs2(2));
    disturb(u"Exchange"_s, Fault::Died);
    EXPECT_EQ(deploy(ocfs2(3)).outcome, DeployOutcome::Unknown);
    const QString first = m_planId;
    cluster().revive();
    const DeployResult result = deploy(ocfs2(4));
    EXPECT_EQ(result.outcome, DeployOutcome::Refused);
    EXPECT_TRUE(says(result.remedy, first));
}

TEST_F(DeploymentTest, stoppedBeforeTheExchangeNothingIsLeft)
{
    begin(2, Ocfs2Path, ocfs2(2));
    std::stop_source stop;
    cluster().watch([&](const QString &, const remote::Command &command) {
        if (command.title.contains(u"Check"))
            stop.request_stop();
        return Fault::None;
    });
    const DeployResult result = deploy(ocfs2(3), stop.get_token());
    EXPECT_EQ(result.outcome, DeployOutcome::Refused) << qPrintable(result.sentence);
    expectAll(ocfs2(2));
}

TEST_F(DeploymentTest, stoppedInTheMiddleThePlanStaysOpen)
{
    begin(2, Ocfs2Path, ocfs2(2));
    std::stop_source stop;
    cluster().watch([&](const QString &, const remote::Command &command) {
        if (command.title.contains(u"Exchange"))
            stop.request_stop();
        return Fault::None;
    });
    EXPECT_EQ(deploy(ocfs2(3), stop.get_token()).outcome, DeployOutcome::Unknown);
    EXPECT_EQ(resume(DeployDirection::TakeBack).outcome, DeployOutcome::RolledBack);
    expectAll(ocfs2(2));
}

TEST_F(DeploymentTest, aNodeThatNeverComesBackIsLeftOut)
{
    begin(3, Ocfs2Path, ocfs2(2));
    disturb(u"Exchange"_s, Fault::Silent, u"node2"_s);
    EXPECT_EQ(deploy(ocfs2(3)).outcome, DeployOutcome::Unknown);
    Journal journal(m_folder.path());
    const DeployResult open = resumeDeployment(cluster(), journal, m_planId,
                                               DeployDirection::TakeBack, {}, {}, m_options);
    EXPECT_EQ(open.outcome, DeployOutcome::Unknown);
    const DeployResult result =
        resumeDeployment(cluster(), journal, m_planId, DeployDirection::Abandon, {}, {}, m_options);
    EXPECT_EQ(result.outcome, DeployOutcome::Mixed);
    EXPECT_TRUE(says(result.sentence, u"node2"_s));
    EXPECT_FALSE(result.sentence.contains(u"node1"));
    EXPECT_EQ(result.nodes[0].holds, Holds::Old);
    EXPECT_EQ(cluster().folderOf(0).size(), 1);
    EXPECT_EQ(cluster().folderOf(2).size(), 1);
    EXPECT_TRUE(journal.entry(m_planId)->ended);
}

TEST_F(DeploymentTest, aJournalThatIsFullStopsBeforeItBegins)
{
    begin(2, Ocfs2Path, ocfs2(2));
    const Plan plan = planFor(cluster().request(ocfs2(3)));
    Journal journal(u"/proc/no/such/folder"_s);
    const DeployResult result = runDeployment(cluster(), journal, plan, {}, {}, m_options);
    EXPECT_EQ(result.outcome, DeployOutcome::Refused);
    expectAll(ocfs2(2));
    EXPECT_EQ(cluster().commands(), 0);
}

// OCFS2 that runs

class Ocfs2DeploymentTest : public DeploymentTest
{
protected:
    /// node1 has nodes 1 and 2 loaded and, with @p mounted, a volume in use.
    void beginLoaded(bool mounted)
    {
        begin(2, Ocfs2Path, ocfs2(2));
        for (int i = 1; i <= 2; ++i) {
            const QString folder = u"sys/kernel/config/cluster/ocfs2/node/node%1/"_s.arg(i);
            const QByteArray number = QByteArray::number(i);
            cluster().node(0).write(folder + u"num"_s, number + '\n');
            cluster().node(0).write(folder + u"ipv4_address"_s, "10.0.0." + number + '\n');
            cluster().node(0).write(folder + u"ipv4_port"_s, "7777\n");
            cluster().node(0).write(folder + u"local"_s, i == 1 ? "1\n" : "0\n");
        }
        if (mounted)
            cluster().node(0).write(u"proc/mounts"_s, "/dev/sdb1 /srv/xen ocfs2 rw 0 0\n");
    }
};

TEST_F(Ocfs2DeploymentTest, whatIsLoadedIsToldAndNothingIsRestarted)
{
    beginLoaded(true);
    const DeployResult result = deploy(ocfs2(3));
    EXPECT_EQ(result.outcome, DeployOutcome::Deployed) << qPrintable(result.sentence);
    EXPECT_TRUE(says(result.sentence, u"node1: node3 is not loaded yet"_s));
    EXPECT_TRUE(result.nodes[1].sentence.contains(u"o2cb")
                || result.nodes[1].sentence.contains(u"no program"))
        << qPrintable(result.nodes[1].sentence);
}

TEST_F(Ocfs2DeploymentTest, aMountedNodeIsNeitherRenumberedNorRemoved)
{
    beginLoaded(true);
    const DeployResult renumbered = deploy(ocfs2(2, 5));
    EXPECT_EQ(renumbered.outcome, DeployOutcome::Refused);
    EXPECT_TRUE(says(renumbered.sentence, u"/srv/xen is mounted"_s));
    QByteArray without = ocfs2(2);
    without.replace("name = node1", "name = other");
    const DeployResult removed = deploy(without);
    EXPECT_EQ(removed.outcome, DeployOutcome::Refused);
    EXPECT_TRUE(says(removed.sentence, u"removes the node node1"_s));
    expectAll(ocfs2(2));
}

TEST_F(Ocfs2DeploymentTest, aNodeThatHasNothingMountedMayBeRenumbered)
{
    beginLoaded(false);
    const DeployResult result = deploy(ocfs2(2, 5));
    EXPECT_EQ(result.outcome, DeployOutcome::Deployed);
    EXPECT_TRUE(says(result.sentence, u"node1 is loaded as 1 · 10.0.0.1:7777"_s));
}

// What is remembered

TEST_F(DeploymentTest, theHistoryHoldsOldAndNewBytes)
{
    begin(2, ClusterPath, conf(1));
    cluster().node(1).write(ClusterPath, conf(2));
    DeployRequest request = cluster().request(conf(3));
    request.targets[1].expected = remote::sha256Of(conf(2));
    request.reason = u"a third node"_s;
    EXPECT_EQ(deploy(request).outcome, DeployOutcome::Deployed);
    EXPECT_EQ(deploy(conf(4)).outcome, DeployOutcome::Refused) << "expects conf(1)";

    const auto history = deployments(Journal(m_folder.path()));
    ASSERT_TRUE(history);
    ASSERT_EQ(history->size(), 2);
    const Deployment &first = history->last();
    EXPECT_EQ(first.outcome, u"deployed");
    EXPECT_EQ(first.path, ClusterPath);
    EXPECT_EQ(first.reason, u"a third node");
    EXPECT_TRUE(first.by.contains(u'@')) << qPrintable(first.by);
    EXPECT_EQ(first.nodes, (QStringList{u"node1"_s, u"node2"_s}));
    EXPECT_EQ(first.bytes, conf(3));
    EXPECT_EQ(first.old.value(u"node1"_s), conf(1));
    EXPECT_EQ(first.old.value(u"node2"_s), conf(2));
    EXPECT_EQ(history->first().outcome, u"refused");
    EXPECT_EQ(deployments(Journal(m_folder.path()), 1)->size(), 1);

    const auto restored = restoredBytes(ClusterPath, conf(1), conf(3));
    ASSERT_TRUE(restored);
    EXPECT_EQ(*restored, conf(4));
    EXPECT_EQ(*restoredBytes(Ocfs2Path, ocfs2(2), ocfs2(3)), ocfs2(2));
    EXPECT_FALSE(restoredBytes(ClusterPath, "<no", conf(3)));
}

TEST_F(DeploymentTest, largeFilesCanBeGoneOnWith)
{
    const auto large = [](int seed) -> QByteArray {
        QRandomGenerator random(seed);
        QByteArray bytes(2'500'000, Qt::Uninitialized);
        for (char &c : bytes)
            c = static_cast<char>(random.generate());
        return "X=" + bytes.toBase64(QByteArray::Base64UrlEncoding) + '\n';
    };
    const QString path = u"/etc/default/o2cb"_s;
    begin(2, path, large(1));
    disturb(u"Exchange"_s, Fault::Died);
    EXPECT_EQ(deploy(large(2)).outcome, DeployOutcome::Unknown);
    EXPECT_EQ(resume(DeployDirection::TakeBack).outcome, DeployOutcome::RolledBack);
    expectAll(large(1));
}

class OwedTest : public DeploymentTest
{
protected:
    /// Rolls out to the first @p count nodes; the others are offline.
    void deployToFirst(int count, const QByteArray &bytes)
    {
        DeployRequest request = cluster().request(bytes);
        while (request.targets.size() > count)
            request.offline.prepend(request.targets.takeLast().node);
        for (DeployTarget &target : request.targets)
            target.expected =
                cluster().state().node(target.node)->facts->fileHashes.value(request.path);
        const DeployResult result = deploy(request);
        ASSERT_EQ(result.outcome, DeployOutcome::Deployed) << qPrintable(result.sentence);
        EXPECT_EQ(result.remedy.isEmpty(), request.offline.isEmpty());
    }

    QList<DeployRequest> owed(const QStringList &silent = {})
    {
        cluster::ClusterState state = cluster().state();
        for (cluster::NodeState &node : state.nodes) {
            if (silent.contains(node.name()))
                node.connection.phase = remote::Phase::Waiting;
        }
        return owedFiles(*deployments(Journal(m_folder.path())), state);
    }
};

TEST_F(OwedTest, aNodeThatReturnsIsGivenItsFile)
{
    begin(3, ClusterPath, conf(1));
    deployToFirst(1, conf(2));
    EXPECT_TRUE(owed({u"node2"_s, u"node3"_s}).isEmpty());
    const QList<DeployRequest> requests = owed({u"node3"_s});
    ASSERT_EQ(requests.size(), 1);
    const QByteArray old = remote::sha256Of(conf(1));
    EXPECT_EQ(requests[0].targets, (QList<DeployTarget>{{u"node2"_s, old}}));
    EXPECT_EQ(requests[0].offline, QStringList{u"node3"_s});
    EXPECT_EQ(deploy(requests[0]).outcome, DeployOutcome::Deployed);
    EXPECT_EQ(cluster().fileOf(1), conf(2));

    // The other one is not forgotten over that.
    ASSERT_EQ(owed().size(), 1);
    EXPECT_EQ(owed()[0].targets, (QList<DeployTarget>{{u"node3"_s, old}}));
    EXPECT_EQ(deploy(owed()[0]).outcome, DeployOutcome::Deployed);
    EXPECT_TRUE(owed().isEmpty());
}

TEST_F(OwedTest, onlyTheLastVersionIsOwed)
{
    begin(2, ClusterPath, conf(1));
    deployToFirst(1, conf(2));
    deployToFirst(1, conf(3));
    ASSERT_EQ(owed().size(), 1);
    EXPECT_EQ(owed()[0].bytes, conf(3));
    cluster().node(1).write(ClusterPath, conf(3, "  <rm/>\n"));
    EXPECT_TRUE(owed().isEmpty()) << "the cluster gave it that version itself";
}

TEST_F(OwedTest, aFileThatIsMissingIsOwedAsANewOne)
{
    begin(2, Ocfs2Path, ocfs2(2));
    deployToFirst(1, ocfs2(3));
    QFile::remove(cluster().node(1).path(Ocfs2Path));
    ASSERT_EQ(owed().size(), 1);
    EXPECT_FALSE(owed()[0].targets[0].expected);
}

// A process that is killed

/// What a kill -9 at each command of a roll-out leaves, the next process finishes or takes back.
TEST_F(DeploymentTest, killedAtEveryCommand)
{
    int kills = 0;
    for (const DeployDirection wish : {DeployDirection::Finish, DeployDirection::TakeBack}) {
        for (int at = 0;; ++at) {
            begin(2, Ocfs2Path, ocfs2(2));
            const Plan plan = planFor(cluster().request(ocfs2(3)));
            m_planId = plan.id;
            const pid_t child = ::fork();
            ASSERT_GE(child, 0);
            if (child == 0) {
                cluster().meddle([at](const QString &, int count) {
                    if (count == at)
                        ::kill(::getpid(), SIGKILL);
                    return Fault::None;
                });
                Journal journal(m_folder.path());
                runDeployment(cluster(), journal, plan, {}, {}, m_options);
                ::_exit(0);
            }
            int status = 0;
            ASSERT_EQ(::waitpid(child, &status, 0), child);
            if (WIFEXITED(status))
                break; // it had no more commands
            ++kills;
            // A shell that was being started when the process died lets go of the lock when it
            // runs.
            ASSERT_TRUE(
                test::waitUntil([&] { return !Journal(m_folder.path()).entry(m_planId)->inUse; }));
            const DeployResult result = resume(wish);
            const bool isNew = result.outcome == DeployOutcome::Deployed;
            EXPECT_TRUE(isNew || result.outcome == DeployOutcome::Refused
                        || result.outcome == DeployOutcome::RolledBack)
                << qPrintable(result.sentence);
            EXPECT_FALSE(isNew && wish == DeployDirection::TakeBack);
            expectAll(ocfs2(isNew ? 3 : 2), isNew ? 1 : 0);
        }
    }
    EXPECT_GE(kills, 20);
}

} // namespace
} // namespace colonnade::operations
