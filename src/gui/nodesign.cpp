// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/nodesign.h"

#include "gui/card.h"
#include "gui/wording.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using base::ErrorCode;
using remote::Phase;
using remote::Stage;

namespace {

QString refusedPart(ErrorCode code)
{
    switch (code) {
    case ErrorCode::HostKeyUnknown:
    case ErrorCode::HostKeyChanged:
    case ErrorCode::HostKeyOtherType:
        return NodeSign::tr("host key");
    case ErrorCode::NoCommonAlgorithm:
        return NodeSign::tr("algorithms");
    case ErrorCode::AuthenticationFailed:
        return NodeSign::tr("login");
    case ErrorCode::RootDenied:
        return NodeSign::tr("root");
    case ErrorCode::InvalidInput:
        return NodeSign::tr("profile");
    case ErrorCode::IoFailed:
        return NodeSign::tr("a file here");
    default:
        return {};
    }
}

NodeSign said(const char *symbol, Tone tone, const QString &word, const QString &tip = {})
{
    return {QString::fromLatin1(symbol), tone, word, word, tip.isEmpty() ? word : tip};
}

NodeSign connectedSign(const cluster::NodeState &node)
{
    if (node.probeError)
        return said("state-warn", Tone::Warn, NodeSign::tr("not read"),
                    NodeSign::sentence(node.probeError));
    if (!node.facts)
        return said("state-busy", Tone::Neutral, NodeSign::tr("reading"));
    if (!node.facts->toolstack)
        return said("state-warn", Tone::Warn, NodeSign::tr("no Xen"), node.facts->toolstackProblem);
    const qsizetype guests = runningGuests(*node.facts).size();
    NodeSign sign = said("state-good", Tone::Good, QLocale().toString(guests));
    sign.spoken = NodeSign::tr("%n guest(s)", nullptr, int(guests));
    sign.tip = sign.spoken;
    return sign;
}

} // namespace

QString NodeSign::stage(const remote::Status &status)
{
    if (status.stages.isEmpty())
        return tr("connecting");
    switch (status.stages.last().stage) {
    case Stage::Resolve:
        return tr("looking up");
    case Stage::Connect:
        return tr("connecting");
    case Stage::KeyExchange:
        return tr("key exchange");
    case Stage::HostKey:
        return tr("host key");
    case Stage::Authentication:
        return tr("logging in");
    case Stage::Root:
        break;
    }
    return tr("becoming root");
}

QString NodeSign::refusal(const std::optional<base::Error> &error)
{
    const QString part = error ? refusedPart(error->code) : QString();
    return part.isEmpty() ? tr("refused") : tr("refused: %1").arg(part);
}

QString NodeSign::sentence(const std::optional<base::Error> &error)
{
    if (!error)
        return {};
    const QString message = CardText::printable(error->message);
    return error->remedy.isEmpty() ? message : message + u'\n' + CardText::printable(error->remedy);
}

NodeSign NodeSign::of(const cluster::NodeState &node, bool wanted)
{
    if (!wanted)
        return said("state-off", Tone::Neutral, tr("not connected"));
    const QString error = sentence(node.connection.error);
    switch (node.connection.phase) {
    case Phase::Idle:
    case Phase::Connecting:
        return said("state-busy", Tone::Neutral, stage(node.connection), error);
    case Phase::WaitingForUser:
        return said("state-warn", Tone::Warn, tr("asks you"),
                    tr("A question about this node waits for your answer."));
    case Phase::Waiting:
        return said("state-bad", Tone::Bad, tr("no answer"), error);
    case Phase::Refused:
        return said("state-bad", Tone::Bad, refusal(node.connection.error), error);
    case Phase::Closed:
        return said("state-off", Tone::Neutral, tr("disconnected"),
                    tr("Disconnected by you, or by a question that was not answered."));
    case Phase::Connected:
        break;
    }
    return connectedSign(node);
}

} // namespace colonnade::gui
