// SPDX-License-Identifier: GPL-3.0-or-later
// What comes after the exchange: the cluster takes the file, and all nodes are looked at again.
#include "operations/deploymentrunner.h"
#include "operations/deployocfs2.h"
#include "operations/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::operations {

using Answer = remote::FileReplacement::Answer;
using Holds = DeployNode::Holds;

/// Asks one node, once: what became of a command whose answer was lost is seen by what runs
/// afterwards, and a second one would meet the first. Gives what went wrong; empty: nothing.
QString DeploymentRunner::activate()
{
    const auto node = std::ranges::find_if(
        m_targets, [this](const Node &each) { return each.runs && *each.runs < m_version; });
    if (node == m_targets.end())
        return {};
    tell(
        DeployStage::Activating, node->name,
        Words::tr("%1 is asked to let the cluster take version %2").arg(node->name).arg(m_version));
    const auto output = node->file.activate(
        Words::tr("Let the cluster take version %1").arg(m_version), activateBody(m_version));
    if (!output)
        return Words::tr("%1 was asked to let the cluster take the file: %2")
            .arg(node->name, output.error().message);
    if (!output->out.startsWith("failed "))
        return {};
    const QByteArray first = output->out.left(output->out.indexOf('\n'));
    return Words::tr("`%1` failed on %2: %3")
        .arg(QString::fromUtf8(first.mid(first.indexOf(' ') + 1)), node->name,
             QString::fromUtf8(output->out.mid(first.size() + 1).left(2000).trimmed()));
}

/// @p activation: what went wrong with it; empty: nothing.
DeployResult DeploymentRunner::verify(const QString &activation)
{
    if (!begin(DeployStage::Verifying, u"verifying"_s))
        return leaveOpen(m_journalError->message, m_journalError->remedy);
    // First what runs: the ccsd of cluster 2 writes the files while it takes a version.
    const QStringList behind = m_version > 0 ? notRunning() : QStringList();
    if (!behind.isEmpty() && m_stop.stop_requested())
        return leaveOpen(
            Words::tr("It was stopped while the cluster took version %1.").arg(m_version),
            Words::tr("Finish the roll-out: that looks again."));
    const QString loaded = loadedOtherwise();
    // The bytes last: nothing that was changed up to here is passed over.
    if (const Troubles trouble = verifyBytes())
        return trouble->silent ? leaveOpen(trouble->error.message,
                                           Words::tr("Finish the roll-out when the node answers "
                                                     "again."))
                               : conclude(DeployOutcome::Mixed, trouble->error.message,
                                          Words::tr("Compare the nodes, then roll out what is "
                                                    "right."));
    if (!behind.isEmpty())
        return conclude(
            DeployOutcome::Inactive,
            (activation.isEmpty() ? QString() : activation + u'\n')
                + Words::tr("All nodes hold the file, but version %1 does not run: %2.")
                      .arg(m_version)
                      .arg(behind.join(u", ")),
            Words::tr("Look at the log of these nodes before anything is activated again: a node "
                      "that suspended itself stops its guests."));
    const int count = static_cast<int>(m_targets.size());
    QString sentence =
        m_version > 0
            ? Words::tr("Version %1 of %2 is on %n node(s).", nullptr, count)
                  .arg(m_version)
                  .arg(m_request.path)
            : Words::tr("%1 is the same on %n node(s).", nullptr, count).arg(m_request.path);
    if (!loaded.isEmpty())
        sentence += u'\n' + loaded;
    QString remedy;
    if (!m_request.offline.isEmpty())
        remedy = Words::tr("%1 still needs it: finish that when it answers again.")
                     .arg(m_request.offline.join(u", "));
    return conclude(DeployOutcome::Deployed, sentence, remedy);
}

DeploymentRunner::Troubles DeploymentRunner::verifyBytes()
{
    return onAll(DeployStage::Verifying, [this](Node &node) { return verifyNode(node); });
}

DeploymentRunner::Troubles DeploymentRunner::verifyNode(Node &node)
{
    const auto look = persist<Look>([&] { return node.file.look(); });
    if (!look)
        return Trouble{node.name, look.error(), true};
    note(node, look->file);
    if (node.holds == Holds::New)
        return std::nullopt;
    return m_kind == DeployKind::ClusterConf ? putBack(node) : changedBy(node, look->file);
}

/// The ccsd of cluster 2 has written the same content in its own way: the person's bytes again.
DeploymentRunner::Troubles DeploymentRunner::putBack(Node &node)
{
    const auto there = persist<remote::NodeFile>(
        [&] { return remote::readNodeFile(*node.connection, m_request.path); });
    if (!there)
        return Trouble{node.name, there.error(), true};
    const std::optional<QByteArray> hash =
        there->exists ? std::optional(there->sha256) : std::nullopt;
    const Place place{hash ? remote::FileReplacement::Kind::File
                           : remote::FileReplacement::Kind::Absent,
                      there->sha256};
    if (!hash || !saysTheSame(there->bytes, m_request.bytes))
        return changedBy(node, place);
    remote::FileReplacement again = secondReplacement(node, hash);
    const auto staged =
        persist<void>([&] { return again.stage(m_request.bytes, newFileModeOf(*m_kind)); });
    if (!staged)
        return Trouble{node.name, staged.error(), true};
    const auto swapped = persist<Outcome>([&] { return again.swap(); });
    if (!swapped)
        return Trouble{node.name, swapped.error(), true};
    if (const auto cleared = persist<void>([&] { return again.forget(); }); !cleared)
        return Trouble{node.name, cleared.error(), true};
    if (swapped->answer != Answer::Done)
        return changedBy(node, swapped->now);
    // The bytes last, here too.
    const auto look = persist<Look>([&] { return node.file.look(); });
    if (!look)
        return Trouble{node.name, look.error(), true};
    note(node, look->file);
    return node.holds == Holds::New ? std::nullopt : Troubles(changedBy(node, look->file));
}

remote::FileReplacement
DeploymentRunner::secondReplacement(Node &node, const std::optional<QByteArray> &expected) const
{
    return {*node.connection, m_request.path, m_record.plan().id + u"-again"_s, expected, m_hash};
}

/// What an earlier process left that ended in putBack().
void DeploymentRunner::forgetPutBack()
{
    if (m_kind != DeployKind::ClusterConf)
        return;
    for (Node &node : m_targets)
        persist<void>([&] { return secondReplacement(node, std::nullopt).forget(); });
}

/// The nodes, each with what it runs, where that is not the version. Waits for them.
QStringList DeploymentRunner::notRunning()
{
    const auto end = std::chrono::steady_clock::now() + m_options.activateLimit;
    while (true) {
        QStringList behind;
        for (Node &node : m_targets) {
            if (const QString problem = runningProblem(node); !problem.isEmpty())
                behind.append(problem);
        }
        if (behind.isEmpty() || std::chrono::steady_clock::now() > end || !pause())
            return behind;
    }
}

QString DeploymentRunner::runningProblem(Node &node)
{
    const auto output =
        node.file.inspect(Words::tr("Read the version that runs"), runningBody(), m_stop);
    if (!output)
        return Words::tr("%1 does not answer").arg(node.name);
    const RunningConfig running = RunningConfig::from(output->out);
    if (running.suspended)
        return Words::tr("%1 has suspended itself (Flags: Error)").arg(node.name);
    if (!running.version)
        return node.runs ? Words::tr("cman does not run on %1 any more").arg(node.name) : QString();
    if (*running.version != m_version)
        return Words::tr("%1 runs %2").arg(node.name).arg(*running.version);
    return {};
}

/// What running clusters of OCFS2 have loaded that is not as the file says; empty: nothing. It is
/// told, and nothing is restarted.
QString DeploymentRunner::loadedOtherwise()
{
    if (m_kind != DeployKind::Ocfs2Conf)
        return {};
    QStringList lines;
    for (Node &node : m_targets) {
        const auto output =
            node.file.inspect(Words::tr("Read what OCFS2 has loaded"), ocfs2LoadedBody(), m_stop);
        if (!output)
            continue;
        const QStringList differences =
            ocfs2Differences(m_request.bytes, Ocfs2Loaded::from(output->out));
        if (differences.isEmpty())
            continue;
        node.sentence = differences.join(u"; ");
        lines.append(node.name + u": "_s + node.sentence);
    }
    if (lines.isEmpty())
        return {};
    return Words::tr("OCFS2 runs as before until it is started anew or told by `o2cb "
                     "register-cluster`:")
           + u'\n' + lines.join(u'\n');
}

} // namespace colonnade::operations
