// SPDX-License-Identifier: GPL-3.0-or-later
// The phases of a roll-out up to the exchange.
#include "operations/deploymentrunner.h"
#include "operations/deployocfs2.h"
#include "operations/words.h"

#include <QSysInfo>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace colonnade::operations {

using base::ErrorCode;
using base::Result;
using Answer = remote::FileReplacement::Answer;
using Holds = DeployNode::Holds;

namespace {

/// Of this workstation: what the history says of who began it.
QString whoWeAre()
{
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME", u"?"_s));
    return user + u'@' + QSysInfo::machineHostName();
}

} // namespace

/// Begun first and looked second: of two processes that roll the same file out at once, at most one
/// goes on.
std::optional<DeployResult> DeploymentRunner::objection(const Journal &journal)
{
    if (!m_kind)
        return refuse({ErrorCode::InvalidInput,
                       Words::tr("%1 is no file that is rolled out.").arg(m_request.path)});
    if (!m_missing.isEmpty() || m_targets.empty())
        return refuse({ErrorCode::NotFound,
                       Words::tr("The cluster has no node %1 any more.").arg(m_missing)});
    const Plan &mine = m_record.plan();
    const Result<QList<JournalEntry>> entries = journal.entries(std::numeric_limits<int>::max());
    if (!entries)
        return refuse(entries.error());
    const auto other = std::ranges::find_if(*entries, [&](const JournalEntry &entry) {
        return !entry.ended && entry.plan.id != mine.id && entry.plan.kind == mine.kind
               && entry.plan.cluster == mine.cluster
               && entry.plan.details[u"path"].toString() == m_request.path;
    });
    if (other == entries->end())
        return std::nullopt;
    const QString begun = other->begun.toLocalTime().toString(u"yyyy-MM-dd hh:mm:ss");
    if (other->inUse)
        return refuse(
            {ErrorCode::Refused,
             Words::tr("%1 is being rolled out already, since %2.").arg(m_request.path, begun),
             Words::tr("Wait for that to end.")});
    return refuse({ErrorCode::Refused,
                   Words::tr("A roll-out of %1, begun %2, has not come to its end.")
                       .arg(m_request.path, begun),
                   Words::tr("Finish it or take it back first: colonnadectl jobs resume %1")
                       .arg(other->plan.id)});
}

std::optional<DeployResult> DeploymentRunner::read()
{
    if (!begin(DeployStage::Checking, u"checking"_s, {{u"by"_s, whoWeAre()}}))
        return refuse(*m_journalError);
    const Troubles trouble =
        onAll(DeployStage::Checking, [this](Node &node) { return readNode(node); });
    if (trouble)
        return refuse(trouble->error);
    OldFiles old;
    for (const Node &node : m_targets)
        old[node.name] = node.old;
    if (!begin(DeployStage::Checking, u"found"_s, factsOf(old)))
        return refuse(*m_journalError);
    return std::nullopt;
}

DeploymentRunner::Troubles DeploymentRunner::readNode(Node &node)
{
    const auto file = persist<remote::NodeFile>(
        [&] { return remote::readNodeFile(*node.connection, m_request.path, m_stop); });
    if (!file)
        return troubleOf(node, file.error());
    if (file->exists)
        node.old = file->bytes;
    const Place place{file->exists ? remote::FileReplacement::Kind::File
                                   : remote::FileReplacement::Kind::Absent,
                      file->sha256};
    note(node, place);
    node.hadIt = isServed(node);
    if (node.holds == Holds::Other)
        return changedBy(node, place);
    const int there = m_version > 0 && file->exists ? configVersionOf(file->bytes) : 0;
    if (node.hadIt || there < m_version || m_version == 0)
        return std::nullopt;
    return Trouble{node.name,
                   {ErrorCode::Refused,
                    Words::tr("%1 has config_version %2 already; this file has %3.")
                        .arg(node.name)
                        .arg(there)
                        .arg(m_version),
                    Words::tr("Raise config_version to %1.").arg(there + 1)}};
}

DeploymentRunner::Troubles DeploymentRunner::stage()
{
    if (!begin(DeployStage::Staging, u"staging"_s))
        return Trouble{{}, *m_journalError};
    return onUnserved(DeployStage::Staging, [this](Node &node) -> Troubles {
        const auto staged =
            persist<void>([&] { return node.file.stage(m_request.bytes, newFileModeOf(*m_kind)); });
        if (!staged)
            return troubleOf(node, staged.error());
        return std::nullopt;
    });
}

DeploymentRunner::Troubles DeploymentRunner::check()
{
    if (!begin(DeployStage::Validating, u"validating"_s))
        return Trouble{{}, *m_journalError};
    if (m_kind == DeployKind::ClusterConf) {
        if (const Troubles trouble =
                onAll(DeployStage::Validating, [this](Node &node) { return checkRunning(node); }))
            return trouble;
    }
    return onUnserved(DeployStage::Validating, [this](Node &node) { return checkNode(node); });
}

/// What the node's own programs say of the staged file, and what its kernel does not bear.
DeploymentRunner::Troubles DeploymentRunner::checkNode(Node &node)
{
    const auto output = persist<remote::Output>([&] {
        return node.file.inspect(Words::tr("Check the new %1").arg(m_request.path),
                                 checkBody(*m_kind), m_stop);
    });
    if (!output)
        return troubleOf(node, output.error());
    const CheckAnswer answer = CheckAnswer::from(output->out);
    if (!answer.accepted)
        return Trouble{node.name,
                       {ErrorCode::Refused,
                        Words::tr("%1 on %2 does not accept the file: %3")
                            .arg(answer.programs.join(u", "), node.name, answer.said),
                        Words::tr("Mend it, then roll it out again.")}};
    if (m_kind == DeployKind::Ocfs2Conf) {
        const Ocfs2Loaded loaded = Ocfs2Loaded::from(answer.said.toUtf8());
        if (const auto wrong =
                ocfs2Objection(node.old.value_or(QByteArray()), m_request.bytes, loaded))
            return Trouble{node.name,
                           {ErrorCode::Refused,
                            Words::tr("On %1 OCFS2 is in use: %2").arg(node.name, *wrong),
                            Words::tr("Unmount the OCFS2 volumes of %1 first.").arg(node.name)}};
    }
    node.sentence = answer.programs.isEmpty()
                        ? Words::tr("no program there could check it")
                        : Words::tr("accepted by %1").arg(answer.programs.join(u", "));
    return std::nullopt;
}

/// cman refuses what is not above the version that it runs, whatever the files say.
DeploymentRunner::Troubles DeploymentRunner::checkRunning(Node &node)
{
    const auto output = persist<remote::Output>([&] {
        return node.file.inspect(Words::tr("Read the version that runs"), runningBody(), m_stop);
    });
    if (!output)
        return troubleOf(node, output.error());
    const RunningConfig running = RunningConfig::from(output->out);
    node.runs = running.version;
    // A node that has missed the file runs its version with the others all the same.
    const bool mayRun = node.hadIt || isServed(node) || m_runsAlready;
    const int most = mayRun ? m_version : m_version - 1;
    if (running.version.value_or(0) <= most)
        return std::nullopt;
    return Trouble{node.name,
                   {ErrorCode::Refused,
                    Words::tr("The cluster runs version %1 on %2 already, so it would not take "
                              "version %3.")
                        .arg(*running.version)
                        .arg(node.name)
                        .arg(m_version),
                    Words::tr("Raise config_version to %1.").arg(*running.version + 1)}};
}

DeploymentRunner::Troubles DeploymentRunner::look(Node &node)
{
    const auto look = persist<Look>([&] { return node.file.look(m_stop); });
    if (!look)
        return troubleOf(node, look.error());
    note(node, look->file);
    if (node.holds == Holds::Other)
        return changedBy(node, look->file);
    return std::nullopt;
}

/// The last look before the first exchange.
DeploymentRunner::Troubles DeploymentRunner::lookAgain()
{
    return onAll(DeployStage::Swapping, [this](Node &node) { return look(node); });
}

/// A node that has another file when the cluster takes the new one suspends itself, and its guests
/// are stopped: cman/daemon/commands.c of 3.0.
DeploymentRunner::Troubles DeploymentRunner::lookBeforeActivation()
{
    return onAll(DeployStage::Activating, [this](Node &node) -> Troubles {
        if (const Troubles trouble = look(node))
            return trouble;
        if (isServed(node))
            return std::nullopt;
        return Trouble{node.name,
                       {ErrorCode::Refused,
                        Words::tr("Somebody else has put the old %1 back on %2.")
                            .arg(m_request.path, node.name),
                        Words::tr("Find out who, then roll the file out again.")}};
    });
}

/// One after the other: the first one that fails spares the rest.
DeploymentRunner::Troubles DeploymentRunner::swap()
{
    if (!begin(DeployStage::Swapping, u"swapping"_s))
        return Trouble{{}, *m_journalError};
    for (Node &node : m_targets) {
        if (isServed(node))
            continue;
        if (m_stop.stop_requested())
            return Trouble{{}, {ErrorCode::Canceled, Words::tr("It was stopped.")}};
        const auto outcome = persist<Outcome>([&] { return node.file.swap(); });
        if (!outcome)
            return troubleOf(node, outcome.error());
        if (outcome->answer == Answer::Changed)
            return changedBy(node, outcome->now);
        if (outcome->answer != Answer::Done)
            return Trouble{node.name,
                           {ErrorCode::CommandFailed,
                            Words::tr("What was put beside %1 is not there any more on %2.")
                                .arg(m_request.path, node.name)}};
        node.holds = Holds::New;
        tell(DeployStage::Swapping, node.name, Words::tr("%1 holds the new file").arg(node.name));
    }
    return std::nullopt;
}

} // namespace colonnade::operations
