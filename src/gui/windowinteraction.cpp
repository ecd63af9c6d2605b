// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windowinteraction.h"

#include "cluster/secretname.h"

namespace colonnade::gui {

using profiles::SecretKeeper;

WindowInteraction::WindowInteraction(QuestionDesk *desk, profiles::SecretStore store)
    : m_keeper(std::move(store)), m_desk(desk)
{
}

WindowInteraction::~WindowInteraction() = default;

void WindowInteraction::detach()
{
    const std::scoped_lock lock(m_mutex);
    m_desk = nullptr;
}

bool WindowInteraction::post(void (QuestionDesk::*method)(const QuestionPointer &),
                             const QuestionPointer &question)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_desk)
        return false;
    QuestionDesk *desk = m_desk;
    QMetaObject::invokeMethod(
        desk, [desk, method, question] { (desk->*method)(question); }, Qt::QueuedConnection);
    return true;
}

QuestionReply WindowInteraction::askWindow(const QuestionPointer &question, std::stop_token stop)
{
    if (!post(&QuestionDesk::ask, question))
        return {};
    std::unique_lock lock(question->mutex);
    if (question->changed.wait(lock, stop, [&] { return question->answered; }))
        return std::move(question->reply);
    lock.unlock();
    post(&QuestionDesk::withdraw, question);
    return {};
}

remote::HostKeyAnswer WindowInteraction::unknownHostKey(const remote::HostKeyQuestion &question,
                                                        std::stop_token stop)
{
    const auto asked = std::make_shared<Question>();
    asked->content = question;
    const QuestionReply reply = askWindow(asked, stop);
    return reply.given ? reply.hostKey : remote::HostKeyAnswer::Cancel;
}

std::optional<base::Secret> WindowInteraction::secret(const remote::SecretQuestion &question,
                                                      std::stop_token stop)
{
    const profiles::SecretName name = cluster::secretName(question);
    if (question.attempt == 1) {
        std::optional<base::Secret> known = m_keeper.find(name, stop);
        tellAboutKeychain();
        if (!known)
            known = m_keeper.findInTurn(name, stop);
        if (known)
            return known;
    }
    std::optional<base::Secret> secret = typed(question, stop);
    if (!secret)
        m_keeper.givenUp(name);
    return secret;
}

std::optional<base::Secret> WindowInteraction::typed(const remote::SecretQuestion &question,
                                                     const std::stop_token &stop)
{
    const auto asked = std::make_shared<Question>();
    asked->content = question;
    asked->canRemember = m_keeper.keychain() == SecretKeeper::Keychain::Available;
    asked->keptWasWrong = m_keeper.isStale(cluster::secretName(question));
    QuestionReply reply = askWindow(asked, stop);
    if (!reply.given || reply.secrets.empty())
        return std::nullopt;
    m_keeper.typed(cluster::secretName(question), reply.secrets.front(), reply.remember);
    return std::move(reply.secrets.front());
}

/// Says so once when there is no keychain or it does not open; again only when that has changed.
void WindowInteraction::tellAboutKeychain()
{
    const SecretKeeper::Keychain now = m_keeper.keychain();
    {
        const std::scoped_lock lock(m_mutex);
        if (now == SecretKeeper::Keychain::Unknown || now == std::exchange(m_told, now))
            return;
    }
    if (now == SecretKeeper::Keychain::Available)
        return;
    base::Error error = m_keeper.keychainError().value_or(base::Error{});
    if (now == SecretKeeper::Keychain::Missing)
        error.remedy = tr("Passwords and passphrases are asked for once until Colonnade ends, and "
                          "stored nowhere.");
    notice(error);
}

void WindowInteraction::notice(const base::Error &what)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_desk)
        return;
    QuestionDesk *desk = m_desk;
    QMetaObject::invokeMethod(
        desk, [desk, what] { Q_EMIT desk->notice(what); }, Qt::QueuedConnection);
}

std::optional<std::vector<base::Secret>>
WindowInteraction::keyboardInteractive(const remote::KeyboardQuestion &question,
                                       std::stop_token stop)
{
    const auto asked = std::make_shared<Question>();
    asked->content = question;
    QuestionReply reply = askWindow(asked, stop);
    if (!reply.given)
        return std::nullopt;
    return std::move(reply.secrets);
}

void WindowInteraction::secretAccepted(const remote::SecretQuestion &question)
{
    const profiles::SecretName name = cluster::secretName(question);
    const base::Result<void> kept = m_keeper.accepted(name);
    if (!kept)
        notice({kept.error().code,
                tr("The %1 for %2 was right, but is not in the keychain: %3")
                    .arg(name.title(), question.node, kept.error().message),
                kept.error().remedy});
}

void WindowInteraction::secretRefused(const remote::SecretQuestion &question)
{
    m_keeper.refused(cluster::secretName(question));
}

void WindowInteraction::hostKeyAlarm(const remote::HostKeyAlarm &alarm)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_desk)
        return;
    QuestionDesk *desk = m_desk;
    QMetaObject::invokeMethod(
        desk, [desk, alarm] { desk->raiseAlarm(alarm); }, Qt::QueuedConnection);
}

} // namespace colonnade::gui
