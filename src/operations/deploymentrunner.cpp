// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/deploymentrunner.h"

#include "operations/watch.h"
#include "operations/words.h"

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;

namespace colonnade::operations {

using base::ErrorCode;
using base::Result;
using remote::FileReplacement;
using Answer = FileReplacement::Answer;
using Holds = DeployNode::Holds;

DeploymentRunner::DeploymentRunner(cluster::Nodes &nodes, Journal::Record &record,
                                   const DeploySink &sink, std::stop_token stop,
                                   const DeployOptions &options)
    : m_record(record),
      m_sink(sink),
      m_stop(std::move(stop)),
      m_options(options),
      m_request(requestFrom(record.plan())),
      m_kind(deployKindOf(m_request.path)),
      m_hash(remote::sha256Of(m_request.bytes))
{
    if (m_kind == DeployKind::ClusterConf) {
        m_version = configVersionOf(m_request.bytes);
        m_runsAlready = runsAlready(nodes.state(), m_request);
    }
    for (const DeployTarget &target : m_request.targets) {
        remote::Connection *connection = nodes.connection(target.node);
        if (!connection) {
            m_missing = target.node;
            continue;
        }
        m_targets.push_back({target.node, connection,
                             FileReplacement(*connection, m_request.path, record.plan().id,
                                             target.expected, m_hash),
                             target.expected});
    }
    rememberWhatWasThere();
}

/// What an earlier process wrote down.
void DeploymentRunner::rememberWhatWasThere()
{
    const OldFiles old = oldFilesFrom(m_record.factsOf(u"found"_s));
    for (Node &node : m_targets) {
        node.old = old.value(node.name);
        node.hadIt = node.old && remote::sha256Of(*node.old) == m_hash;
    }
}

DeployResult DeploymentRunner::carryOut(const Journal &journal)
{
    if (std::optional<DeployResult> refused = objection(journal))
        return *std::move(refused);
    if (std::optional<DeployResult> refused = read())
        return *std::move(refused);
    return change();
}

DeployResult DeploymentRunner::goOn(DeployDirection direction)
{
    if (direction == DeployDirection::Abandon)
        return abandon();
    if (!m_missing.isEmpty())
        return leaveOpen(Words::tr("There is no profile of the node %1 any more.").arg(m_missing),
                         Words::tr("Add it again, or abandon the roll-out."));
    const bool activated = !m_record.factsOf(u"activating"_s).isEmpty();
    if (direction == DeployDirection::TakeBack && activated)
        return leaveOpen(
            Words::tr("The cluster may run version %1 already; a lower one would not be taken.")
                .arg(m_version),
            Words::tr("Finish this roll-out. Then roll out the old content as version %1.")
                .arg(m_version + 1));
    if (direction == DeployDirection::TakeBack)
        return takeBack(Words::tr("It was taken back."), {});
    if (activated) {
        forgetPutBack();
        return verify({});
    }
    // "found" says that all nodes held what was expected then.
    if (m_record.factsOf(u"found"_s).isEmpty())
        return takeBack(Words::tr("The program ended before it changed anything."),
                        Words::tr("Roll the file out again."));
    if (const Troubles trouble =
            onAll(DeployStage::Checking, [this](Node &node) { return look(node); }))
        return trouble->silent ? leaveOpen(trouble->error.message,
                                           Words::tr("Finish the roll-out or take it back when "
                                                     "%1 answers again.")
                                               .arg(trouble->node))
                               : giveUp(*trouble);
    return change();
}

/// All that changes nodes, for those that do not hold the new bytes yet.
DeployResult DeploymentRunner::change()
{
    using Phase = Troubles (DeploymentRunner::*)();
    for (const Phase phase : {&DeploymentRunner::stage, &DeploymentRunner::check,
                              &DeploymentRunner::lookAgain, &DeploymentRunner::swap}) {
        if (const Troubles trouble = (this->*phase)())
            return giveUp(*trouble);
    }
    return finish();
}

DeployResult DeploymentRunner::finish()
{
    if (m_kind != DeployKind::ClusterConf)
        return verify({});
    if (const Troubles trouble = lookBeforeActivation())
        return giveUp(*trouble);
    // Once: what was journaled as begun is not begun again.
    if (!begin(DeployStage::Activating, u"activating"_s))
        return leaveOpen(m_journalError->message, m_journalError->remedy);
    return verify(activate());
}

/// After a trouble before all have been exchanged.
DeployResult DeploymentRunner::giveUp(const Trouble &trouble)
{
    const bool anySwapped = std::ranges::any_of(
        m_targets, [](const Node &node) { return isServed(node) && !node.hadIt; });
    if (m_stop.stop_requested() && anySwapped)
        return leaveOpen(Words::tr("It was stopped in the middle of the exchange."),
                         Words::tr("Finish the roll-out or take it back."));
    // Whether a silent node has exchanged its file is not known: a person decides.
    if (trouble.silent && (anySwapped || m_record.lastStage() == u"swapping"))
        return leaveOpen(trouble.error.message,
                         Words::tr("Finish the roll-out or take it back when %1 answers again.")
                             .arg(trouble.node));
    return takeBack(trouble.error.message, trouble.error.remedy);
}

DeployResult DeploymentRunner::takeBack(const QString &reason, const QString &remedy)
{
    if (!begin(DeployStage::RollingBack, u"taking-back"_s))
        return leaveOpen(m_journalError->message, m_journalError->remedy);
    const bool mayHaveSwapped = !m_record.factsOf(u"swapping"_s).isEmpty();
    const Troubles trouble =
        onAll(DeployStage::RollingBack, [this](Node &node) { return takeBackFrom(node); });
    if (trouble && trouble->silent)
        return leaveOpen(
            reason + u'\n' + trouble->error.message,
            Words::tr("Take the roll-out back when %1 answers again.").arg(trouble->node));
    if (trouble)
        return conclude(DeployOutcome::Mixed, reason + u'\n' + trouble->error.message,
                        Words::tr("Compare the nodes, then roll out what is right."));
    QString sentence = reason + u'\n'
                       + (mayHaveSwapped ? Words::tr("The nodes have their old files again.")
                                         : Words::tr("Nothing was changed."));
    if (const QStringList foreign = foreignNodes(); !foreign.isEmpty())
        sentence +=
            u'\n' + Words::tr("What somebody else wrote stays: %1.").arg(foreign.join(u", "));
    return conclude(mayHaveSwapped ? DeployOutcome::RolledBack : DeployOutcome::Refused, sentence,
                    remedy);
}

DeploymentRunner::Troubles DeploymentRunner::takeBackFrom(Node &node)
{
    if (node.hadIt) {
        const auto discarded = persist<void>([&] { return node.file.discard(); });
        if (!discarded)
            return Trouble{node.name, discarded.error(), true};
        node.holds = Holds::New;
        node.sentence = Words::tr("had the new file already");
        return std::nullopt;
    }
    const auto outcome = persist<Outcome>([&] { return node.file.takeBack(); });
    if (!outcome)
        return Trouble{node.name, outcome.error(), true};
    const bool wasOurs =
        node.holds == Holds::New || outcome->backup.kind == FileReplacement::Kind::File;
    switch (outcome->answer) {
    case Answer::Done:
        node.holds = node.expected ? Holds::Old : Holds::Nothing;
        return std::nullopt;
    case Answer::Changed: {
        Trouble changed = changedBy(node, outcome->now);
        if (outcome->backup.kind == FileReplacement::Kind::File)
            node.sentence =
                Words::tr("changed by somebody else; the file before the roll-out is %1")
                    .arg(FileReplacement::backupPath(m_request.path, m_record.plan().id));
        return wasOurs ? std::optional(changed) : std::nullopt;
    }
    case Answer::NoBackup:
    case Answer::NotStaged:
        break;
    }
    node.holds = Holds::New;
    return Trouble{node.name,
                   {ErrorCode::CommandFailed,
                    Words::tr("The old %1 is not there any more on %2, so the new one stays.")
                        .arg(m_request.path, node.name)}};
}

/// Removes what was staged where that is possible, and tells what every node holds.
DeployResult DeploymentRunner::abandon()
{
    QStringList silent;
    m_options.unreachableLimit = std::chrono::milliseconds(0);
    if (!begin(DeployStage::RollingBack, u"abandoning"_s))
        return leaveOpen(m_journalError->message, m_journalError->remedy);
    forgetPutBack();
    onAll(DeployStage::RollingBack, [this](Node &node) -> Troubles {
        if (const auto discarded = node.file.discard(); !discarded)
            return troubleOf(node, discarded.error());
        return look(node);
    });
    QStringList lines{Words::tr("The roll-out was abandoned.")};
    for (const Node &node : m_targets) {
        if (node.holds == Holds::Unknown)
            silent.append(node.name);
    }
    if (!m_missing.isEmpty())
        silent.append(m_missing);
    if (!silent.isEmpty())
        lines.append(Words::tr("What these nodes hold is not known, and a file that was put beside "
                               "%1 may be left there: %2.")
                         .arg(m_request.path, silent.join(u", ")));
    return conclude(DeployOutcome::Mixed, lines.join(u'\n'),
                    Words::tr("Compare the nodes, then roll out what is right."));
}

DeployResult DeploymentRunner::refuse(const base::Error &error)
{
    return conclude(DeployOutcome::Refused, error.message, error.remedy);
}

DeployResult DeploymentRunner::conclude(DeployOutcome outcome, const QString &sentence,
                                        const QString &remedy)
{
    if (const auto written = m_record.end(outcomeName(outcome), sentence, remedy); !written)
        return leaveOpen(sentence + u'\n' + written.error().message, written.error().remedy);
    return result(outcome, sentence, remedy);
}

/// The plan stays in the journal as one that can be gone on with.
DeployResult DeploymentRunner::leaveOpen(const QString &sentence, const QString &remedy)
{
    return result(DeployOutcome::Unknown, sentence, remedy);
}

DeployResult DeploymentRunner::result(DeployOutcome outcome, const QString &sentence,
                                      const QString &remedy) const
{
    DeployResult ended{outcome, sentence, remedy, {}};
    for (const Node &node : m_targets)
        ended.nodes.append({node.name, node.holds, node.sentence});
    if (m_sink)
        m_sink({m_record.plan().id, DeployStage::Ended, {}, sentence});
    return ended;
}

void DeploymentRunner::note(Node &node, const Place &place)
{
    const bool isNew = place.hash() == m_hash;
    const bool isOld =
        place.kind != FileReplacement::Kind::Unreadable && place.hash() == node.expected;
    node.holds = isNew           ? Holds::New
                 : !isOld        ? Holds::Other
                 : node.expected ? Holds::Old
                                 : Holds::Nothing;
}

DeploymentRunner::Trouble DeploymentRunner::changedBy(Node &node, const Place &now) const
{
    const auto word = [](const std::optional<QByteArray> &hash) {
        return hash ? QString::fromLatin1(hash->left(12)) : Words::tr("no file");
    };
    node.holds = Holds::Other;
    node.sentence = Words::tr("changed by somebody else");
    return {node.name,
            {ErrorCode::Refused,
             Words::tr("Somebody else has changed %1 on %2: it is %3 now, and was %4.")
                 .arg(m_request.path, node.name, word(now.hash()), word(node.expected)),
             Words::tr("Read it again, bring both changes together, and roll that out.")}};
}

/// What the command of an answer that did not come has done is not known; where it said no, it is.
DeploymentRunner::Trouble DeploymentRunner::troubleOf(const Node &node, const base::Error &error)
{
    const bool answered = error.code == ErrorCode::CommandFailed
                          || error.code == ErrorCode::ParseFailed
                          || error.code == ErrorCode::Refused;
    return {node.name, error, !answered};
}

QStringList DeploymentRunner::foreignNodes() const
{
    QStringList names;
    for (const Node &node : m_targets) {
        if (node.holds == Holds::Other)
            names.append(node.name);
    }
    return names;
}

bool DeploymentRunner::mayAnswerLater(const base::Error &error)
{
    return error.code == ErrorCode::ConnectionLost || error.code == ErrorCode::ConnectionFailed
           || error.code == ErrorCode::TimedOut;
}

/// False: it is to be stopped.
bool DeploymentRunner::pause() const
{
    Bell bell;
    bell.wait(m_options.pollInterval, m_stop);
    return !m_stop.stop_requested();
}

DeploymentRunner::Troubles DeploymentRunner::onAll(DeployStage stage, const Ask &ask)
{
    return onAll(
        stage, [](const Node &) { return true; }, ask);
}

DeploymentRunner::Troubles DeploymentRunner::onUnserved(DeployStage stage, const Ask &ask)
{
    return onAll(
        stage, [](const Node &node) { return !isServed(node); }, ask);
}

DeploymentRunner::Troubles DeploymentRunner::onAll(DeployStage stage,
                                                   const std::function<bool(const Node &)> &wanted,
                                                   const Ask &ask)
{
    std::vector<Troubles> troubles(m_targets.size());
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < m_targets.size(); ++i) {
            if (wanted(m_targets[i]))
                threads.emplace_back([&, i] { troubles[i] = ask(m_targets[i]); });
        }
    }
    Troubles first;
    for (std::size_t i = 0; i < m_targets.size(); ++i) {
        const Troubles &trouble = troubles[i];
        tell(stage, m_targets[i].name, trouble ? trouble->error.message : m_targets[i].sentence);
        // A silent one is told first: what it did is not known.
        if (trouble && (!first || (trouble->silent && !first->silent)))
            first = trouble;
    }
    const bool mayStop = stage == DeployStage::Checking || stage == DeployStage::Staging
                         || stage == DeployStage::Validating || stage == DeployStage::Swapping;
    if (!first && mayStop && m_stop.stop_requested())
        first = Trouble{{}, {ErrorCode::Canceled, Words::tr("It was stopped.")}};
    return first;
}

void DeploymentRunner::tell(DeployStage stage, const QString &node, const QString &sentence)
{
    if (m_sink)
        m_sink({m_record.plan().id, stage, node, sentence});
}

/// Journals that a stage begins, before anything of it is done.
bool DeploymentRunner::begin(DeployStage stage, const QString &word, const QJsonObject &facts)
{
    const Result<void> written = m_record.stage(word, facts);
    if (!written) {
        m_journalError = written.error();
        return false;
    }
    tell(stage, {}, {});
    return true;
}

} // namespace colonnade::operations
