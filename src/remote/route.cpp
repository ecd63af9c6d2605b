// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/route.h"

#include "remote/loginsteps.h"
#include "remote/sessions.h"
#include "remote/words.h"

#include <poll.h>

namespace colonnade::remote {

using base::Error;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr int MostJumps = 8;
constexpr auto LongTime = std::chrono::hours(24 * 365);

int jumpCount(const ConnectionSettings &settings)
{
    int count = 0;
    for (const ConnectionSettings *hop = settings.jump.get(); hop; hop = hop->jump.get())
        ++count;
    return count;
}

QString withoutFullStop(QString sentence)
{
    if (sentence.endsWith(QLatin1Char('.')))
        sentence.chop(1);
    return sentence;
}

/// An error of the jump host becomes one of the host that is behind it; what a person has to do
/// about it stays the same.
Error behindJump(const ConnectionSettings &settings, Error error)
{
    if (error.code == ErrorCode::Canceled || error.code == ErrorCode::ConnectionLost
        || error.code == ErrorCode::TimedOut)
        error.code = ErrorCode::ConnectionFailed;
    error.message = cannotBeReached(settings, withoutFullStop(error.message));
    return error;
}

} // namespace

Route::Route() = default;

Route::~Route() = default;

Result<void> Route::prepare(const Attempt &attempt, const std::shared_ptr<Interaction> &interaction)
{
    const ConnectionSettings &settings = attempt.settings;
    m_wishedAt = attempt.wishedAt;
    if (!settings.jump)
        return {};
    if (jumpCount(settings) > MostJumps)
        return failure(ErrorCode::InvalidInput,
                       cannotBeReached(settings, Words::tr("there are more than %1 jump hosts, one "
                                                           "behind the other")
                                                     .arg(MostJumps)),
                       Words::tr("Check whether the profiles of the jump hosts go in a circle."));

    m_lease = std::make_unique<JumpLease>(*settings.jump, interaction);
    Waiter waiter(attempt.wakeup, attempt.stop, LongTime);
    const auto session = std::make_shared<Forward>(m_wishedAt);
    const Result<Descriptor> answer = await(session, waiter, attempt.phaseChanged);
    if (answer)
        return {};
    return std::unexpected(session->hasSessionFailed() ? behindJump(settings, answer.error())
                                                       : answer.error());
}

Result<Descriptor> Route::open(const ConnectionSettings &settings, Waiter &waiter,
                               const StageSink &stageReached)
{
    if (!m_lease)
        return connectTcp(settings.host, settings.port, waiter, stageReached);
    stageReached(Stage::Connect, {});
    m_forward = std::make_shared<Forward>(settings.host, settings.port, m_wishedAt);
    Result<Descriptor> answer = await(m_forward, waiter, [](Phase) {});
    if (!answer && m_forward->hasSessionFailed())
        return std::unexpected(behindJump(settings, answer.error()));
    if (answer)
        stageReached(Stage::Connect,
                     Words::tr("%1 through %2").arg(peerName(settings), jumpName(settings)));
    return answer;
}

Result<Descriptor> Route::await(const std::shared_ptr<Forward> &forward, Waiter &waiter,
                                const std::function<void(Phase)> &phaseChanged)
{
    Phase shown = Phase::Connecting;
    m_lease->session().submit(forward);
    for (;;) {
        if (auto answer = forward->takeAnswer())
            return *std::move(answer);
        const bool isAsking = m_lease->session().status().phase == Phase::WaitingForUser;
        const Phase phase = isAsking ? Phase::WaitingForUser : Phase::Connecting;
        if (std::exchange(shown, phase) != phase)
            phaseChanged(phase);
        if (const auto ready = waiter.wait(forward->descriptor(), POLLIN); !ready) {
            forward->abandon();
            m_lease->session().wake();
            return std::unexpected(ready.error());
        }
        forward->drain();
    }
}

Error Route::explain(Error lost) const
{
    const QString reason = m_forward ? m_forward->end() : QString();
    if (!reason.isEmpty())
        lost.message += QLatin1Char(' ') + reason;
    return lost;
}

void Route::leave()
{
    m_forward.reset();
    m_lease.reset();
}

QString gateName(const ConnectionSettings &settings)
{
    if (!settings.jump)
        return settings.host;
    return settings.host + QLatin1Char(' ')
           + QString::fromLatin1(identityOf(*settings.jump).toHex());
}

QString jumpName(const ConnectionSettings &settings)
{
    if (!settings.jump)
        return {};
    return settings.jump->node.isEmpty() ? peerName(*settings.jump) : settings.jump->node;
}

QString cannotBeReached(const ConnectionSettings &settings, const QString &why)
{
    if (!settings.jump)
        return Words::tr("%1 cannot be reached at %2: %3.")
            .arg(settings.node, peerName(settings), why);
    return Words::tr("%1 cannot be reached at %2 through %3: %4.")
        .arg(settings.node, peerName(settings), jumpName(settings), why);
}

} // namespace colonnade::remote
