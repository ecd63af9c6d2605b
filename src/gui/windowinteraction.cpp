// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windowinteraction.h"

#include "profiles/keychain.h"

#include <algorithm>

namespace colonnade::gui {

namespace {

QString keyOf(const remote::SecretQuestion &question)
{
    switch (question.kind) {
    case remote::SecretQuestion::Kind::Passphrase:
        return question.keyFile + QStringLiteral("/passphrase");
    case remote::SecretQuestion::Kind::SudoPassword:
        return question.secretsId + QStringLiteral("/sudo");
    case remote::SecretQuestion::Kind::Password:
        break;
    }
    return question.secretsId + QStringLiteral("/password");
}

base::Secret copyOf(const base::Secret &secret)
{
    return base::Secret(QByteArray(secret.reveal(), secret.size()));
}

} // namespace

SecretStore keychainStore()
{
    SecretStore store;
    store.find = [](const remote::SecretQuestion &question, std::stop_token stop) {
        return profiles::Keychain().read(keyOf(question), stop);
    };
    store.keep = [](const remote::SecretQuestion &question, const base::Secret &secret) {
        // Not being able to keep it costs a question the next time, no more.
        (void)profiles::Keychain().store(keyOf(question), secret);
    };
    return store;
}

WindowInteraction::WindowInteraction(QuestionDesk *desk, SecretStore store)
    : m_desk(desk), m_store(std::move(store))
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
    if (m_store.find && question.attempt == 1) {
        SecretStore::Found kept = m_store.find(question, stop);
        m_keychain = kept.has_value();
        if (kept && *kept)
            return std::move(*kept);
    }
    const auto asked = std::make_shared<Question>();
    asked->content = question;
    asked->canRemember = m_keychain;
    QuestionReply reply = askWindow(asked, stop);
    if (!reply.given || reply.secrets.empty())
        return std::nullopt;
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_remembered, [&](const Remembered &r) { return r.key == keyOf(question); });
    if (reply.remember)
        m_remembered.push_back({keyOf(question), copyOf(reply.secrets.front())});
    return std::move(reply.secrets.front());
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
    std::optional<base::Secret> secret;
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = std::ranges::find(m_remembered, keyOf(question), &Remembered::key);
        if (found == m_remembered.end())
            return;
        secret = std::move(found->secret);
        m_remembered.erase(found);
    }
    m_store.keep(question, *secret);
}

} // namespace colonnade::gui
