// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/residentshell.h"

#include "remote/words.h"

namespace colonnade::remote {

using base::ErrorCode;
using base::failure;

namespace {

constexpr auto RetryPause = std::chrono::milliseconds(100);

} // namespace

bool ResidentShell::advance(bool mayOpen)
{
    bool changed = dropAbandoned();
    if (m_channel)
        changed |= m_channel->advance();
    changed |= finishCurrent();
    changed |= noticeEnd();
    if (!m_current && !m_waiting.empty())
        changed |= start(mayOpen);
    return changed;
}

bool ResidentShell::dropAbandoned()
{
    std::erase_if(m_waiting, [](const auto &request) { return request->isAbandoned(); });
    if (!m_current || !m_current->isAbandoned())
        return false;
    abandonShell();
    finish(failure(ErrorCode::Canceled, Words::tr("nobody waits for it any more")));
    return true;
}

bool ResidentShell::finishCurrent()
{
    if (!m_current)
        return false;
    if (m_frame.isOverflowing()) {
        abandonShell();
        finish(failure(ErrorCode::OutputTooLarge,
                       Words::tr("%1 prints more than is allowed").arg(m_node)));
        return true;
    }
    if (!m_frame.isComplete())
        return false;
    const bool fits = m_current->append(Stream::Out, m_frame.output(Stream::Out))
                      && m_current->append(Stream::Err, m_frame.output(Stream::Err));
    if (fits)
        finish(m_frame.exitStatus());
    else
        finish(failure(ErrorCode::OutputTooLarge,
                       Words::tr("%1 prints more than is allowed").arg(m_node)));
    return true;
}

bool ResidentShell::noticeEnd()
{
    if (!m_channel)
        return false;
    if (m_channel->state() == ExecChannel::State::Refused) {
        // sshd frees a place some time after a channel was closed: asking once more helps.
        if (m_current)
            m_waiting.push_front(std::exchange(m_current, nullptr));
        m_retryAt = Clock::now() + RetryPause;
    } else if (m_channel->state() == ExecChannel::State::Ended) {
        if (const auto denial = m_channel->denial(); m_current && denial) {
            finish(std::unexpected(*denial));
        } else if (m_current) {
            const QString words = QString::fromUtf8(m_frame.lastWords()).simplified();
            finish(
                failure(ErrorCode::ConnectionLost,
                        Words::tr("the shell on %1 ended in the middle of the script").arg(m_node)
                            + (words.isEmpty() ? QString() : QStringLiteral(": ") + words)));
        }
    } else {
        return false;
    }
    m_channel.reset();
    return true;
}

bool ResidentShell::start(bool mayOpen)
{
    if (!m_channel) {
        if (m_root.denial() || !mayOpen || Clock::now() < m_retryAt)
            return false;
        m_channel = m_root.shell(m_session, [this](Stream stream, QByteArrayView bytes) {
            m_frame.feed(stream, bytes);
        });
    }
    m_current = m_waiting.front();
    m_waiting.pop_front();
    m_frame = FrameReader(m_current->limit());
    m_channel->write(m_frame.wrapped(m_current->script()));
    m_channel->advance();
    return true;
}

void ResidentShell::abandonShell()
{
    if (!m_channel)
        return;
    m_channel->mute();
    const qint64 group = m_channel->processGroup();
    m_leftover = {std::move(m_channel), group > 0 ? group : m_frame.process()};
}

void ResidentShell::giveUp()
{
    if (!isBusy())
        m_channel.reset();
}

void ResidentShell::finish(base::Result<int> end)
{
    m_current->finish(std::move(end));
    m_current.reset();
}

std::deque<std::shared_ptr<Request>> ResidentShell::fail(const base::Error &error)
{
    if (m_current)
        finish(std::unexpected(error));
    m_channel.reset();
    m_leftover = {};
    return std::exchange(m_waiting, {});
}

} // namespace colonnade::remote
