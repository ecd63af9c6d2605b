// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/deploymentrunner.h"

#include "operations/watch.h"
#include "operations/words.h"

#include <algorithm>
#include <limits>
#include <thread>

using namespace Qt::StringLiterals;

namespace colonnade::operations {

using base::ErrorCode;
using base::Result;
using Answer = remote::FileReplacement::Answer;
using Holds = DeployNode::Holds;

DeploymentRunner::DeploymentRunner(cluster::Nodes &nodes, Journal::Record &record,
                                   const DeploySink &sink, std::stop_token stop,
                                   const DeployOptions &options)
    : m_nodes(nodes),
      m_record(record),
      m_sink(sink),
      m_stop(std::move(stop)),
      m_options(options),
      m_request(requestFrom(record.plan())),
      m_kind(deployKindOf(m_request.path)),
      m_hash(remote::sha256Of(m_request.bytes))
{
    if (m_kind == DeployKind::ClusterConf)
        m_version = configVersionOf(m_request.bytes);
    for (const DeployTarget &target : m_request.targets) {
        remote::Connection *connection = nodes.connection(target.node);
        if (!connection) {
            m_missing = target.node;
            continue;
        }
        m_targets.push_back({target.node,
                             connection,
                             remote::FileReplacement(*connection, m_request.path, record.plan().id,
                                                     target.expected, m_hash),
                             target.expected,
                             Holds::Unknown,
                             {},
                             false});
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
    if (!m_missing.isEmpty())
        return result(DeployOutcome::Unknown,
                      Words::tr("There is no profile of the node %1 any more.").arg(m_missing), {});
    const bool activated = !m_record.factsOf(u"activating"_s).isEmpty();
    if (direction == DeployDirection::TakeBack && activated)
        return result(
            DeployOutcome::Unknown,
            Words::tr("The cluster may run version %1 already; a lower one would not be "
                      "taken.")
                .arg(version()),
            Words::tr("Finish this roll-out. Then roll out the old content as version %1.")
                .arg(version() + 1));
    if (direction == DeployDirection::TakeBack)
        return takeBack(Words::tr("It was taken back."), {});
    // "checking" came to its end: all nodes held what was expected then.
    if (m_record.factsOf(u"found"_s).isEmpty())
        return takeBack(Words::tr("The program ended before it changed anything."),
                        Words::tr("Roll the file out again."));
    const auto trouble = onAll(
        DeployStage::Checking, [](const Node &) { return true; },
        [this](Node &node) -> std::optional<Trouble> {
            const auto look =
                persist<remote::FileReplacement::Look>([&] { return node.file.look(); });
            if (!look)
                return Trouble{node.name, look.error(), isSilence(look.error())};
            note(node, look->file);
            if (node.holds == Holds::Other)
                return changedBy(node, look->file);
            return std::nullopt;
        });
    if (trouble)
        return result(trouble->silent ? DeployOutcome::Unknown : DeployOutcome::Mixed,
                      trouble->error.message,
                      Words::tr("Take the roll-out back, or finish it once that is settled."));
    return activated ? verify({}) : change();
}

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
    if (!begin(DeployStage::Checking, u"checking"_s))
        return refuse(*m_journalError);
    std::mutex mutex;
    OldFiles old;
    const auto trouble = onAll(
        DeployStage::Checking, [](const Node &) { return true; },
        [&](Node &node) -> std::optional<Trouble> {
            const auto file = persist<remote::NodeFile>(
                [&] { return remote::readNodeFile(*node.connection, m_request.path); });
            if (!file)
                return Trouble{node.name, file.error(), isSilence(file.error())};
            const Place place{file->exists ? remote::FileReplacement::Kind::File
                                           : remote::FileReplacement::Kind::Absent,
                              file->sha256};
            note(node, place);
            const std::lock_guard lock(mutex);
            old[node.name] = file->exists ? std::optional(file->bytes) : std::nullopt;
            if (node.holds == Holds::Other)
                return changedBy(node, place);
            if (m_version > 0 && file->exists && !isServed(node)
                && configVersionOf(file->bytes) >= m_version)
                return Trouble{node.name,
                               {ErrorCode::Refused,
                                Words::tr("%1 has config_version %2 already; this file has %3.")
                                    .arg(node.name)
                                    .arg(configVersionOf(file->bytes))
                                    .arg(m_version)}};
            return std::nullopt;
        });
    if (trouble)
        return refuse(trouble->error);
    if (!begin(DeployStage::Checking, u"found"_s, factsOf(old)))
        return refuse(*m_journalError);
    return std::nullopt;
}

/// All that changes nodes, for those that do not hold the new bytes yet.
DeployResult DeploymentRunner::change()
{
    using Phase = std::optional<Trouble> (DeploymentRunner::*)();
    for (const Phase phase : {&DeploymentRunner::stage, &DeploymentRunner::check,
                              &DeploymentRunner::lookAgain, &DeploymentRunner::swap}) {
        if (const std::optional<Trouble> trouble = (this->*phase)())
            return giveUp(*trouble);
    }
    return finish();
}

std::optional<DeploymentRunner::Trouble> DeploymentRunner::stage()
{
    if (!begin(DeployStage::Staging, u"staging"_s))
        return Trouble{{}, *m_journalError};
    return onAll(
        DeployStage::Staging, [this](const Node &node) { return !isServed(node); },
        [this](Node &node) -> std::optional<Trouble> {
            const auto staged = persist<void>(
                [&] { return node.file.stage(m_request.bytes, newFileModeOf(*m_kind)); });
            if (!staged)
                return Trouble{node.name, staged.error(), isSilence(staged.error())};
            return std::nullopt;
        });
}

std::optional<DeploymentRunner::Trouble> DeploymentRunner::check()
{
    if (!begin(DeployStage::Validating, u"validating"_s))
        return Trouble{{}, *m_journalError};
    return onAll(
        DeployStage::Validating, [this](const Node &node) { return !isServed(node); },
        [this](Node &node) -> std::optional<Trouble> {
            const auto output = persist<remote::Output>([&] {
                return node.file.inspect(Words::tr("Check the new %1").arg(m_request.path),
                                         checkBody(*m_kind));
            });
            if (!output)
                return Trouble{node.name, output.error(), isSilence(output.error())};
            const QByteArray first = output->out.left(output->out.indexOf('\n'));
            if (first.startsWith("checked"))
                return std::nullopt;
            const QString program = QString::fromUtf8(first.mid(first.indexOf(' ') + 1));
            const QString said =
                QString::fromUtf8(output->out.mid(first.size() + 1).left(2000).trimmed());
            return Trouble{
                node.name,
                {ErrorCode::Refused,
                 Words::tr("%1 on %2 does not accept the file: %3").arg(program, node.name, said),
                 Words::tr("Mend it, then roll it out again.")}};
        });
}

/// The last look before the first exchange.
std::optional<DeploymentRunner::Trouble> DeploymentRunner::lookAgain()
{
    return onAll(
        DeployStage::Swapping, [](const Node &) { return true; },
        [this](Node &node) -> std::optional<Trouble> {
            const auto look =
                persist<remote::FileReplacement::Look>([&] { return node.file.look(); });
            if (!look)
                return Trouble{node.name, look.error(), isSilence(look.error())};
            note(node, look->file);
            if (node.holds == Holds::Other)
                return changedBy(node, look->file);
            return std::nullopt;
        });
}

/// One after the other: the first one that fails spares the rest.
std::optional<DeploymentRunner::Trouble> DeploymentRunner::swap()
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
            return Trouble{node.name, outcome.error(), isSilence(outcome.error())};
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

DeployResult DeploymentRunner::finish()
{
    if (m_kind != DeployKind::ClusterConf)
        return verify({});
    // A node that holds something else when the cluster takes the file suspends itself and stops
    // its guests.
    if (std::optional<DeployResult> wrong = verifyBytes())
        return *std::move(wrong);
    return activate();
}

/// Once: what was journaled as begun is not begun again.
DeployResult DeploymentRunner::activate()
{
    if (!begin(DeployStage::Activating, u"activating"_s))
        return result(DeployOutcome::Unknown, m_journalError->message, m_journalError->remedy);
    for (Node &node : m_targets) {
        const auto output = persist<remote::Output>([&] {
            return node.file.activate(Words::tr("Let the cluster take version %1").arg(m_version),
                                      activateBody(m_version));
        });
        if (!output)
            return verify(Words::tr("%1 was asked to let the cluster take the file: %2")
                              .arg(node.name, output.error().message));
        const QByteArray first = output->out.left(output->out.indexOf('\n'));
        if (first == "none")
            continue;
        if (first == "done")
            return verify({});
        const QString said =
            QString::fromUtf8(output->out.mid(first.size() + 1).left(2000).trimmed());
        return verify(
            Words::tr("`%1` failed on %2: %3")
                .arg(QString::fromUtf8(first.mid(first.indexOf(' ') + 1)), node.name, said));
    }
    return verify({});
}

/// @p activation: what went wrong with it; empty: nothing.
DeployResult DeploymentRunner::verify(const QString &activation)
{
    if (std::optional<DeployResult> wrong = verifyBytes())
        return *std::move(wrong);
    if (m_kind == DeployKind::ClusterConf) {
        const QStringList behind = notRunning(m_version);
        if (!behind.isEmpty() || !activation.isEmpty())
            return conclude(
                DeployOutcome::Inactive,
                (activation.isEmpty() ? QString() : activation + u'\n')
                    + (behind.isEmpty()
                           ? Words::tr("All nodes hold the file, and those where cman runs run it.")
                           : Words::tr("All nodes hold the file, but version %1 does not run: %2.")
                                 .arg(m_version)
                                 .arg(behind.join(u", "))),
                Words::tr(
                    "Look at the log of these nodes before anything is activated again: a node "
                    "that suspended itself stops its guests."));
    }
    QString sentence =
        Words::tr("%1 is the same on %n node(s).", nullptr, static_cast<int>(m_targets.size()))
            .arg(m_request.path);
    if (m_version > 0)
        sentence = Words::tr("Version %1 of %2 is on %n node(s).", nullptr,
                             static_cast<int>(m_targets.size()))
                       .arg(m_version)
                       .arg(m_request.path);
    QString remedy;
    if (!m_request.offline.isEmpty())
        remedy = Words::tr("%1 still needs it: finish that when it answers again.")
                     .arg(m_request.offline.join(u", "));
    return conclude(DeployOutcome::Deployed, sentence, remedy);
}

std::optional<DeployResult> DeploymentRunner::verifyBytes()
{
    if (!begin(DeployStage::Verifying, u"verifying"_s))
        return result(DeployOutcome::Unknown, m_journalError->message, m_journalError->remedy);
    const auto trouble = onAll(
        DeployStage::Verifying, [](const Node &) { return true; },
        [this](Node &node) -> std::optional<Trouble> {
            const auto look =
                persist<remote::FileReplacement::Look>([&] { return node.file.look(); });
            if (!look)
                return Trouble{node.name, look.error(), true};
            note(node, look->file);
            if (node.holds != Holds::New && m_kind == DeployKind::ClusterConf)
                putBack(node);
            if (node.holds != Holds::New)
                return changedBy(node, look->file);
            return std::nullopt;
        });
    if (!trouble)
        return std::nullopt;
    if (trouble->silent)
        return result(DeployOutcome::Unknown, trouble->error.message,
                      Words::tr("Finish the roll-out when the node answers again."));
    return conclude(DeployOutcome::Mixed, trouble->error.message,
                    Words::tr("Compare the nodes, then roll out what is right."));
}

/// The ccsd of cluster 2 has written the same content in its own way: the person's bytes again.
void DeploymentRunner::putBack(Node &node)
{
    const auto there = remote::readNodeFile(*node.connection, m_request.path);
    if (!there || !there->exists || !saysTheSame(there->bytes, m_request.bytes))
        return;
    const QString id = m_record.plan().id + u"-again"_s;
    remote::FileReplacement again(*node.connection, m_request.path, id, there->sha256, m_hash);
    if (again.stage(m_request.bytes, newFileModeOf(*m_kind)) && again.swap() && again.forget()) {
        if (const auto look = node.file.look())
            note(node, look->file);
    }
}

/// The nodes, each with what it runs, where that is not @p version.
QStringList DeploymentRunner::notRunning(int version)
{
    const auto end = std::chrono::steady_clock::now() + m_options.activateLimit;
    while (true) {
        QStringList behind;
        for (Node &node : m_targets) {
            const auto output =
                node.file.inspect(Words::tr("Read the version that runs"), verifyBody());
            const QByteArray running =
                output ? output->out.trimmed().split(' ').value(1) : QByteArray();
            if (running != "none" && running.toInt() != version)
                behind.append(
                    output ? Words::tr("%1 runs %2").arg(node.name, QString::fromUtf8(running))
                           : Words::tr("%1 does not answer").arg(node.name));
        }
        if (behind.isEmpty() || std::chrono::steady_clock::now() > end || !pause())
            return behind;
    }
}

/// After a trouble before all have been exchanged.
DeployResult DeploymentRunner::giveUp(const Trouble &trouble)
{
    const bool anySwapped = std::ranges::any_of(m_targets, [&](const Node &node) {
        return node.holds == Holds::New && node.expected != m_hash;
    });
    // Whether a silent node has exchanged its file is not known: a person decides.
    if (trouble.silent && (anySwapped || m_record.lastStage() == u"swapping"))
        return result(DeployOutcome::Unknown, trouble.error.message,
                      Words::tr("Finish the roll-out or take it back when %1 answers again.")
                          .arg(trouble.node));
    if (m_stop.stop_requested() && anySwapped)
        return result(DeployOutcome::Unknown,
                      Words::tr("It was stopped in the middle of the exchange."),
                      Words::tr("Finish the roll-out or take it back."));
    return takeBack(trouble.error.message, trouble.error.remedy);
}

DeployResult DeploymentRunner::takeBack(const QString &reason, const QString &remedy)
{
    if (!begin(DeployStage::RollingBack, u"taking-back"_s))
        return result(DeployOutcome::Unknown, m_journalError->message, m_journalError->remedy);
    const bool mayHaveSwapped = !m_record.factsOf(u"swapping"_s).isEmpty();
    QStringList lost;
    const auto trouble = onAll(
        DeployStage::RollingBack, [](const Node &) { return true; },
        [this](Node &node) -> std::optional<Trouble> {
            const auto outcome = persist<Outcome>([&] { return node.file.takeBack(); });
            if (!outcome)
                return Trouble{node.name, outcome.error(), true};
            switch (outcome->answer) {
            case Answer::Done:
                node.holds = node.expected == m_hash ? Holds::New
                             : node.expected         ? Holds::Old
                                                     : Holds::Nothing;
                return std::nullopt;
            case Answer::Changed: {
                const bool ours = node.holds == Holds::New;
                Trouble changed = changedBy(node, outcome->now);
                return ours ? std::optional(changed) : std::nullopt;
            }
            case Answer::NoBackup:
            case Answer::NotStaged:
                node.holds = Holds::New;
                return Trouble{
                    node.name,
                    {ErrorCode::CommandFailed, Words::tr("The old %1 is not there any more on %2.")
                                                   .arg(m_request.path, node.name)}};
            }
            return std::nullopt;
        });
    if (trouble && trouble->silent)
        return result(
            DeployOutcome::Unknown, reason + u'\n' + trouble->error.message,
            Words::tr("Take the roll-out back when %1 answers again.").arg(trouble->node));
    if (trouble)
        return conclude(DeployOutcome::Mixed, reason + u'\n' + trouble->error.message,
                        Words::tr("Compare the nodes, then roll out what is right."));
    if (mayHaveSwapped)
        return conclude(DeployOutcome::RolledBack,
                        reason + u'\n' + Words::tr("The nodes have their old files again."),
                        remedy);
    return conclude(DeployOutcome::Refused, reason + u'\n' + Words::tr("Nothing was changed."),
                    remedy);
}

DeployResult DeploymentRunner::refuse(const base::Error &error)
{
    return conclude(DeployOutcome::Refused, error.message, error.remedy);
}

DeployResult DeploymentRunner::conclude(DeployOutcome outcome, const QString &sentence,
                                        const QString &remedy)
{
    const DeployResult ended = result(outcome, sentence, remedy);
    if (const auto written = m_record.end(outcomeName(outcome), sentence, remedy); !written)
        return result(DeployOutcome::Unknown, sentence + u'\n' + written.error().message,
                      written.error().remedy);
    return ended;
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
        place.kind != remote::FileReplacement::Kind::Unreadable && place.hash() == node.expected;
    node.holds = isNew           ? Holds::New
                 : !isOld        ? Holds::Other
                 : node.expected ? Holds::Old
                                 : Holds::Nothing;
    node.foreign = node.holds == Holds::Other;
}

DeploymentRunner::Trouble DeploymentRunner::changedBy(Node &node, const Place &now) const
{
    const auto word = [](const std::optional<QByteArray> &hash) {
        return hash ? QString::fromLatin1(hash->left(12)) : Words::tr("no file");
    };
    node.holds = Holds::Other;
    node.foreign = true;
    node.sentence = Words::tr("changed by somebody else");
    return {node.name,
            {ErrorCode::Refused,
             Words::tr("Somebody else has changed %1 on %2: it is %3 now, and was %4.")
                 .arg(m_request.path, node.name, word(now.hash()), word(node.expected)),
             Words::tr("Read it again, bring both changes together, and roll that out.")}};
}

bool DeploymentRunner::isSilence(const base::Error &error)
{
    return error.code == ErrorCode::ConnectionLost || error.code == ErrorCode::ConnectionFailed
           || error.code == ErrorCode::TimedOut;
}

template<typename T>
Result<T> DeploymentRunner::persist(const std::function<Result<T>()> &ask) const
{
    const auto end = std::chrono::steady_clock::now() + m_options.unreachableLimit;
    while (true) {
        Result<T> answer = ask();
        if (answer || !isSilence(answer.error()) || std::chrono::steady_clock::now() > end
            || !pause())
            return answer;
    }
}

/// False: it is to be stopped.
bool DeploymentRunner::pause() const
{
    Bell bell;
    bell.wait(m_options.pollInterval, m_stop);
    return !m_stop.stop_requested();
}

std::optional<DeploymentRunner::Trouble>
DeploymentRunner::onAll(DeployStage stage, const std::function<bool(const Node &)> &wanted,
                        const Ask &ask)
{
    std::vector<std::optional<Trouble>> troubles(m_targets.size());
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < m_targets.size(); ++i) {
            if (wanted(m_targets[i]))
                threads.emplace_back([&, i] { troubles[i] = ask(m_targets[i]); });
        }
    }
    std::optional<Trouble> first;
    for (std::size_t i = 0; i < m_targets.size(); ++i) {
        const std::optional<Trouble> &trouble = troubles[i];
        tell(stage, m_targets[i].name, trouble ? trouble->error.message : QString());
        // A silent one is told first: what it did is not known.
        if (trouble && (!first || (trouble->silent && !first->silent)))
            first = trouble;
    }
    if (!first && m_stop.stop_requested() && stage != DeployStage::RollingBack)
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
