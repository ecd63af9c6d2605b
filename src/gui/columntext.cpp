// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/columntext.h"

#include "gui/nodesign.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using cluster::NodeFacts;
using cluster::NodeState;
using remote::Phase;

namespace {

const QString separator = u" · "_s;

QString joined(QStringList parts, const QString &between = separator)
{
    parts.removeAll(QString());
    return parts.join(between);
}

Notice signedNotice(Tone tone, const QString &text, const QString &more = {})
{
    const QString sign = signOf(tone);
    const QString words = CardText::printable(text);
    return {tone, sign.isEmpty() ? words : sign + u' ' + words, joined({words, more}, u"\n"_s)};
}

Notice problem(Tone tone, const base::Error &error)
{
    Notice result = signedNotice(tone, error.message, error.remedy);
    if (!error.remedy.isEmpty())
        result.text += u' ' + CardText::printable(error.remedy);
    return result;
}

QString versionText(const NodeFacts &facts)
{
    const toolstack::HostInfo &info = facts.info;
    const QString xen = info.xenMajor > 0
                            ? ColumnText::tr("Xen %1.%2").arg(info.xenMajor).arg(info.xenMinor)
                            : QString();
    return joined({xen, facts.toolstack ? toolstack::kindName(*facts.toolstack) : QString()});
}

QString retryText(const remote::Status &status, const QDateTime &now)
{
    if (!status.nextAttempt.isValid())
        return {};
    const qint64 seconds = now.secsTo(status.nextAttempt);
    return seconds <= 0 ? ColumnText::tr("trying again")
                        : ColumnText::tr("trying again in %1 s").arg(seconds);
}

QString sinceText(const remote::Status &status, const QDateTime &now)
{
    if (!status.since.isValid())
        return {};
    return ColumnText::tr("since %1").arg(ColumnText::since(status.since, now));
}

/// The second line of a node without a connection.
QString connectionText(const NodeState &node, const QDateTime &now)
{
    const remote::Status &status = node.connection;
    const QString since = status.since.isValid() ? ColumnText::since(status.since, now) : QString();
    switch (status.phase) {
    case Phase::Idle:
    case Phase::Closed:
        return ColumnText::tr("no connection");
    case Phase::Connecting:
        return status.error && !since.isEmpty()
                   ? ColumnText::tr("no answer since %1 · trying again").arg(since)
                   : ColumnText::tr("opening the connection");
    case Phase::WaitingForUser:
        return ColumnText::tr("waits for your answer");
    case Phase::Waiting:
        return joined({since.isEmpty() ? ColumnText::tr("no answer")
                                       : ColumnText::tr("no answer since %1").arg(since),
                       retryText(status, now)});
    case Phase::Refused:
        return joined({sinceText(status, now), ColumnText::tr("does not try again by itself")});
    case Phase::Connected:
        break;
    }
    return ColumnText::tr("connected, being read for the first time");
}

void describeConnection(ColumnText &text, const NodeState &node, const QDateTime &now)
{
    text.about = connectionText(node, now);
    if (node.connection.phase == Phase::Waiting)
        text.shortAbout =
            joined({sinceText(node.connection, now), retryText(node.connection, now)});
    text.left = node.facts
                    ? ColumnText::tr("last read %1").arg(ColumnText::age(node.facts->readAt, now))
                    : ColumnText::tr("never read");
    if (node.connection.error)
        text.notice = problem(Tone::Bad, *node.connection.error);
    switch (node.connection.phase) {
    case Phase::Idle:
    case Phase::Closed:
        text.state = ColumnText::tr("not connected");
        break;
    case Phase::Connecting:
        text.state = NodeSign::stage(node.connection);
        break;
    case Phase::WaitingForUser:
        text.state = ColumnText::tr("asks you");
        text.tone = Tone::Warn;
        text.notice = signedNotice(
            Tone::Warn, ColumnText::tr("A question about this node waits for your answer."));
        break;
    case Phase::Waiting:
        text.state = ColumnText::tr("unreachable");
        text.tone = Tone::Bad;
        break;
    case Phase::Refused:
        text.state = NodeSign::refusal(node.connection.error);
        text.tone = Tone::Bad;
        break;
    case Phase::Connected:
        text.state = ColumnText::tr("reading");
        break;
    }
}

struct Trouble
{
    QString state;
    QString sentence;
};

/// What is wrong with a node that answers, the worst first.
std::optional<Trouble> troubleOf(const NodeFacts &facts)
{
    if (!facts.toolstackProblem.isEmpty())
        return Trouble{ColumnText::tr("no toolstack"), facts.toolstackProblem};
    if (facts.cman && facts.cman->configError) {
        return Trouble{
            ColumnText::tr("suspended"),
            ColumnText::tr("This node has suspended itself: its cluster.conf could not be used.")};
    }
    const bool quorumLost =
        facts.cman ? !facts.cman->quorate : facts.clustat && !facts.clustat->quorate;
    if (quorumLost) {
        return Trouble{
            ColumnText::tr("no quorum"),
            ColumnText::tr("The cluster has no quorum here: its services and file systems wait.")};
    }
    if (!facts.clusterConfProblem.isEmpty())
        return Trouble{ColumnText::tr("online"), facts.clusterConfProblem};
    return std::nullopt;
}

void describeFacts(ColumnText &text, const NodeState &node, const QDateTime &now)
{
    text.about = joined({versionText(*node.facts),
                         ColumnText::tr("read %1").arg(ColumnText::age(node.facts->readAt, now))});
    if (text.freshness == Freshness::Stale) {
        text.state = ColumnText::tr("stale");
        text.tone = Tone::Warn;
        text.notice =
            node.probeError
                ? problem(Tone::Warn, *node.probeError)
                : signedNotice(Tone::Warn, ColumnText::tr("This node is slow to answer; what is "
                                                          "shown may have changed."));
    } else if (const std::optional<Trouble> trouble = troubleOf(*node.facts)) {
        text.state = trouble->state;
        text.tone = Tone::Warn;
        text.notice = signedNotice(Tone::Warn, trouble->sentence);
    } else {
        text.state = ColumnText::tr("online");
        text.tone = Tone::Good;
    }
}

/// "23.0", or "640" on a host so small that people count it in MiB.
QString amount(qint64 mebibytes, bool gibibytes)
{
    return gibibytes ? QLocale().toString(static_cast<double>(mebibytes) / 1024, 'f', 1)
                     : QLocale().toString(mebibytes);
}

void describeMemory(ColumnText &text, const MemoryPicture &memory)
{
    if (memory.total <= 0) {
        text.left = ColumnText::tr("memory unknown");
        return;
    }
    const bool gibibytes = memory.total >= 4096;
    const QString used = amount(memory.used(), gibibytes);
    const QString total = gibibytes
                              ? QLocale().toString(qRound(static_cast<double>(memory.total) / 1024))
                              : amount(memory.total, false);
    text.left =
        (gibibytes ? ColumnText::tr("%1 of %2 GiB used") : ColumnText::tr("%1 of %2 MiB used"))
            .arg(used, total);
    if (memory.incoming > 0)
        text.left += ColumnText::tr(", + %1 with these").arg(amount(memory.incoming, gibibytes));
    text.right = ColumnText::tr("%1 free").arg(amount(memory.free, gibibytes));
}

QString reasonLine(const rules::Reason &reason)
{
    const Tone tone = reason.severity == rules::Severity::Hard      ? Tone::Bad
                      : reason.severity == rules::Severity::Warning ? Tone::Warn
                                                                    : Tone::Neutral;
    const QString sign = tone == Tone::Neutral ? u"·"_s : signOf(tone);
    return joined(
        {sign + u' ' + CardText::printable(reason.sentence), CardText::printable(reason.remedy)},
        u" "_s);
}

} // namespace

Freshness freshnessOf(const NodeState &node, const QDateTime &now)
{
    const bool connected = node.connection.phase == Phase::Connected;
    if (!node.facts)
        return Freshness::Unread;
    if (!connected)
        return Freshness::Lost;
    const bool old = node.facts->readAt.secsTo(now) > StaleAfter.count();
    return old || node.probeError ? Freshness::Stale : Freshness::Current;
}

ColumnText ColumnText::of(const NodeState &node, const MemoryPicture &memory, const QDateTime &now)
{
    ColumnText text;
    text.freshness = freshnessOf(node, now);
    text.marks = activeMarks(node.profile, node.connection.legacy);
    if (text.freshness == Freshness::Current || text.freshness == Freshness::Stale) {
        describeFacts(text, node, now);
        describeMemory(text, memory);
        return text;
    }
    describeConnection(text, node, now);
    if (node.probeError && node.connection.phase == Phase::Connected) {
        text.state = tr("not readable");
        text.about = tr("connected, but could not be read");
        text.tone = Tone::Bad;
        text.notice = problem(Tone::Bad, *node.probeError);
    }
    return text;
}

Notice ColumnText::answer(const rules::Verdict &verdict, const QStringList &guests)
{
    QStringList lines;
    for (const rules::Reason &reason : verdict.reasons)
        lines.append(reasonLine(reason));
    const QString headline = CardText::printable(verdict.headline());
    Notice result;
    switch (verdict.answer()) {
    case rules::Answer::Yes:
        result =
            signedNotice(Tone::Good, tr("%1 can run here", nullptr, static_cast<int>(guests.size()))
                                         .arg(CardText::names(guests)));
        break;
    case rules::Answer::Warn:
        result = signedNotice(Tone::Warn, tr("Possible. %1").arg(headline));
        break;
    case rules::Answer::No:
        result = signedNotice(Tone::Bad, headline);
        break;
    }
    const qsizetype more = verdict.reasons.size() - 1;
    if (more > 0 && verdict.answer() != rules::Answer::Yes)
        result.text += u' ' + tr("(and %n more)", nullptr, static_cast<int>(more));
    lines.prepend(verdict.answer() == rules::Answer::Yes ? result.text : QString());
    result.details = joined(lines, u"\n"_s);
    return result;
}

QString ColumnText::age(const QDateTime &then, const QDateTime &now)
{
    const qint64 seconds = std::max<qint64>(0, then.secsTo(now));
    if (seconds < 60)
        return tr("%1 s ago").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min ago").arg(seconds / 60);
    if (seconds < 48 * 3600)
        return tr("%1 h ago").arg(seconds / 3600);
    return tr("%1 days ago").arg(seconds / 86400);
}

QString ColumnText::since(const QDateTime &then, const QDateTime &now)
{
    const QDateTime local = then.toLocalTime();
    const QString time = local.toString(u"HH:mm"_s);
    if (local.date() == now.toLocalTime().date())
        return time;
    const QString day = tr("ddd d MMM", "a day, as QLocale::toString() takes it: Mon 3 Nov");
    return QLocale().toString(local.date(), day) + u", "_s + time;
}

} // namespace colonnade::gui
