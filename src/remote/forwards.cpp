// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/forwards.h"

#include "remote/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace colonnade::remote {

using base::Error;
using base::ErrorCode;

void Forwards::admit(std::shared_ptr<Forward> forward)
{
    if (forward->wantsSessionOnly())
        forward->answer(Descriptor());
    else if (!forward->isAbandoned())
        open(std::move(forward));
}

void Forwards::open(std::shared_ptr<Forward> forward)
{
    m_opening.push_back(std::make_unique<ForwardChannel>(m_session, m_event, std::move(forward)));
}

bool Forwards::advance()
{
    bool changed = advanceOpening();
    for (const auto &channel : m_open)
        changed |= channel->advance();
    std::erase_if(m_open, [](const auto &channel) {
        return channel->state() == ForwardChannel::State::Ended;
    });
    // libssh wants to be polled after each write, so who is first takes the turn of the others.
    if (!m_open.empty())
        std::rotate(m_open.begin(), m_open.begin() + 1, m_open.end());
    return changed;
}

/// What is being opened stays until the answer comes, abandoned or not: destroying a channel that
/// is being opened would leave it open on the server.
bool Forwards::advanceOpening()
{
    using State = ForwardChannel::State;
    Channels denied;
    bool changed = false;
    // libssh keeps the reason of the last denial only. A second look tells whether there were more.
    for (int look = 0; look < 2; ++look) {
        for (auto &channel : m_opening) {
            channel->advance();
            // The answer may have come with the first call, when it was asked for.
            const State state = channel->state();
            changed |= state != State::Opening;
            if (state == State::Denied)
                denied.push_back(std::move(channel));
            else if (state == State::Open)
                m_open.push_back(std::move(channel));
        }
        std::erase_if(m_opening, [](const auto &channel) {
            return !channel || channel->state() == State::Ended;
        });
        if (denied.empty())
            break;
    }
    judgeDenied(std::move(denied));
    openNextAlone();
    return changed;
}

void Forwards::judgeDenied(Channels denied)
{
    for (const auto &channel : denied) {
        const std::shared_ptr<Forward> &forward = channel->forward();
        if (denied.size() == 1)
            forward->answer(std::unexpected(forwardDenied(m_jump, *forward, channel->problem())));
        else
            m_again.push_back(forward);
        if (forward == m_alone)
            m_alone.reset();
    }
}

void Forwards::openNextAlone()
{
    const auto isBeingOpened = [this](const std::shared_ptr<Forward> &forward) {
        return std::any_of(m_opening.begin(), m_opening.end(),
                           [&](const auto &channel) { return channel->forward() == forward; });
    };
    if (m_alone && !m_alone->isAbandoned() && isBeingOpened(m_alone))
        return;
    m_alone.reset();
    std::erase_if(m_again, [](const auto &forward) { return forward->isAbandoned(); });
    if (m_again.empty())
        return;
    m_alone = m_again.front();
    m_again.pop_front();
    open(m_alone);
    m_opening.back()->advance();
}

std::vector<std::shared_ptr<Forward>> Forwards::fail(const Error &error)
{
    for (const auto &channel : m_open)
        channel->forward()->setEnd(error.message);
    m_open.clear();
    std::vector<std::shared_ptr<Forward>> rest(m_again.begin(), m_again.end());
    for (const auto &channel : m_opening)
        rest.push_back(channel->forward());
    m_opening.clear();
    m_again.clear();
    m_alone.reset();
    return rest;
}

Error forwardDenied(const QString &jump, const Forward &forward, const QString &problem)
{
    const QRegularExpression pattern(
        QStringLiteral("^Channel opening failure: channel \\d+ error \\((\\d+)\\) ?(.*)$"));
    const QRegularExpressionMatch match = pattern.match(problem);
    const QString reason = match.hasMatch() ? match.captured(2) : problem;
    const QString target =
        QStringLiteral("%1:%2").arg(QString::fromUtf8(forward.host())).arg(forward.port());
    switch (match.hasMatch() ? match.captured(1).toInt() : 0) {
    case 1: // SSH_OPEN_ADMINISTRATIVELY_PROHIBITED
        return {ErrorCode::ConnectionFailed,
                Words::tr("%1 does not let us through to it (%2)").arg(jump, reason),
                Words::tr("Allow %1 in the sshd_config of %2 (AllowTcpForwarding, PermitOpen, "
                          "DisableForwarding), and in its authorized_keys (restrict, permitopen).")
                    .arg(target, jump)};
    case 2: // SSH_OPEN_CONNECT_FAILED
        return {ErrorCode::ConnectionFailed, Words::tr("%1 reports: %2").arg(jump, reason),
                Words::tr("Check that sshd runs there, and that %1 can look up and reach %2.")
                    .arg(jump, target)};
    default:
        return {ErrorCode::ConnectionFailed, Words::tr("%1 reports: %2").arg(jump, reason),
                Words::tr("Check the sshd of %1.").arg(jump)};
    }
}

} // namespace colonnade::remote
