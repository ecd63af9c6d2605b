// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/agentlogin.h"
#include "remote/keyfile.h"
#include "remote/loginsteps.h"
#include "remote/words.h"

#include <QDir>
#include <QFileInfo>

namespace colonnade::remote {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr int MostAttempts = 3;
constexpr int MostFactors = 4; ///< methods that a server may want one after another

/// One login, method by method. What failed is noted for the final error.
class Authenticator
{
public:
    explicit Authenticator(const LoginContext &login) : m_login(login) {}

    Result<void> run();

private:
    /// An SSH_AUTH_ value; anything but denied ends the search for this factor.
    using Answer = Result<int>;

    template<typename Call>
    Answer finish(Call call)
    {
        return m_login.waiter.finish(m_login.session, SSH_AUTH_AGAIN, call);
    }
    static bool isDenied(const Answer &answer) { return answer && *answer == SSH_AUTH_DENIED; }
    void note(const QString &text) { m_notes.append(text); }

    Answer tryMethods(int offered);
    Answer tryAgent();
    Answer tryKeyFiles();
    Answer tryKeyFile(const QString &path, bool named);
    Answer tryKey(const QString &path, ssh_key key);
    Answer tryKeyboardInteractive();
    Answer answerPrompts(int attempt);
    Answer tryPassword();
    Answer isWanted(const QString &path);
    std::unexpected<base::Error> broken() const;
    std::unexpected<base::Error> denied(int offered) const;

    const LoginContext &m_login;
    QStringList m_notes;
    QStringList m_usedKeys;
    bool m_agentUsed = false;
    bool m_personAsked = false; ///< wrong answers to the server's own dialogue were given
    bool m_declined = false;    ///< the person does not want to go on
};

Result<void> Authenticator::run()
{
    Answer answer = finish([this] { return ssh_userauth_none(m_login.session, nullptr); });
    for (int factor = 0; factor < MostFactors; ++factor) {
        if (!answer)
            return std::unexpected(answer.error());
        if (*answer == SSH_AUTH_SUCCESS)
            return {};
        if (*answer == SSH_AUTH_ERROR)
            return broken();
        const int offered = ssh_userauth_list(m_login.session, nullptr);
        answer = tryMethods(offered);
        if (isDenied(answer))
            return denied(offered);
    }
    return denied(0);
}

Authenticator::Answer Authenticator::tryMethods(int offered)
{
    Answer answer = SSH_AUTH_DENIED;
    const auto attempt = [&](int method, Answer (Authenticator::*call)()) {
        if (isDenied(answer) && (offered & method) && !m_declined)
            answer = (this->*call)();
    };
    attempt(SSH_AUTH_METHOD_PUBLICKEY, &Authenticator::tryAgent);
    attempt(SSH_AUTH_METHOD_PUBLICKEY, &Authenticator::tryKeyFiles);
    attempt(SSH_AUTH_METHOD_INTERACTIVE, &Authenticator::tryKeyboardInteractive);
    // Behind both is the same PAM as a rule: who answered wrongly there is not asked once more.
    if (!m_personAsked)
        attempt(SSH_AUTH_METHOD_PASSWORD, &Authenticator::tryPassword);
    return answer;
}

Authenticator::Answer Authenticator::tryAgent()
{
    if (!m_login.settings.methods.contains(LoginMethod::Agent) || m_agentUsed)
        return SSH_AUTH_DENIED;
    m_agentUsed = true;
    const AgentLogin agent(m_login);
    if (!agent.problem().isEmpty()) {
        note(agent.problem());
        return SSH_AUTH_DENIED;
    }
    const Answer answer = finish([this] { return ssh_userauth_agent(m_login.session, nullptr); });
    if (isDenied(answer))
        note(Words::tr("no key of the agent was accepted"));
    return answer;
}

Authenticator::Answer Authenticator::tryKeyFiles()
{
    QStringList files = m_login.settings.identityFiles;
    const bool named = !files.isEmpty();
    if (!named) {
        for (const char *name : {".ssh/id_ed25519", ".ssh/id_ecdsa", ".ssh/id_rsa"})
            files.append(QDir::home().filePath(QLatin1String(name)));
    }
    for (const QString &file : files) {
        const Answer answer = tryKeyFile(file, named);
        if (!isDenied(answer) || m_declined)
            return answer;
    }
    return SSH_AUTH_DENIED;
}

Authenticator::Answer Authenticator::tryKeyFile(const QString &path, bool named)
{
    if (m_usedKeys.contains(path))
        return SSH_AUTH_DENIED;
    m_usedKeys.append(path);
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable()) {
        if (named || info.exists())
            note(info.exists() ? Words::tr("the key file %1 cannot be read").arg(path)
                               : Words::tr("the key file %1 does not exist").arg(path));
        return SSH_AUTH_DENIED;
    }

    KeyFile file(path, m_login);
    if (file.isEncrypted()) {
        // Nobody is asked for the passphrase of a key that this server does not want.
        const Answer wanted = isWanted(path);
        if (!wanted || *wanted != SSH_AUTH_SUCCESS)
            return wanted;
        file.decrypt();
        m_declined = file.isDeclined();
    }
    if (!file.key()) {
        note(file.problem());
        return SSH_AUTH_DENIED;
    }
    if (const KeyHandle certified = file.withCertificate()) {
        const Answer answer = tryKey(path + QStringLiteral("-cert.pub"), certified.get());
        if (!isDenied(answer))
            return answer;
    }
    return tryKey(path, file.key());
}

/// Asks the server about the public half, where there is a .pub file.
Authenticator::Answer Authenticator::isWanted(const QString &path)
{
    const KeyHandle publicKey = KeyFile::publicKey(path);
    if (!publicKey)
        return SSH_AUTH_SUCCESS;
    const Answer answer = finish(
        [&] { return ssh_userauth_try_publickey(m_login.session, nullptr, publicKey.get()); });
    if (isDenied(answer))
        note(Words::tr("the key %1 was not accepted").arg(path));
    return answer;
}

Authenticator::Answer Authenticator::tryKey(const QString &path, ssh_key key)
{
    const Answer answer =
        finish([&] { return ssh_userauth_publickey(m_login.session, nullptr, key); });
    if (isDenied(answer))
        note(Words::tr("the key %1 was not accepted").arg(path));
    return answer;
}

Authenticator::Answer Authenticator::tryKeyboardInteractive()
{
    for (int attempt = 1; attempt <= MostAttempts; ++attempt) {
        const qsizetype notes = m_notes.size();
        const Answer answer = answerPrompts(attempt);
        if (!isDenied(answer) || m_declined)
            return answer;
        if (!m_personAsked || m_notes.size() > notes)
            return answer; // refused without a question: asking again changes nothing
    }
    note(Words::tr("the answers to the server's questions were wrong"));
    return SSH_AUTH_DENIED;
}

Authenticator::Answer Authenticator::answerPrompts(int attempt)
{
    ssh_session session = m_login.session;
    for (;;) {
        const Answer answer =
            finish([&] { return ssh_userauth_kbdint(session, nullptr, nullptr); });
        if (!answer || *answer != SSH_AUTH_INFO)
            return answer;
        const int count = ssh_userauth_kbdint_getnprompts(session);
        if (count <= 0)
            continue; // a message without a question; it wants an empty answer

        const ConnectionSettings &settings = m_login.settings;
        KeyboardQuestion question;
        question.node = settings.node;
        question.secretsId = settings.secretsId;
        question.user = settings.user;
        question.host = settings.host;
        question.port = settings.port;
        question.name = QString::fromUtf8(ssh_userauth_kbdint_getname(session));
        question.instruction = QString::fromUtf8(ssh_userauth_kbdint_getinstruction(session));
        question.attempt = attempt;
        for (int i = 0; i < count; ++i) {
            char echo = 0;
            const char *text =
                ssh_userauth_kbdint_getprompt(session, static_cast<unsigned>(i), &echo);
            question.prompts.append({QString::fromUtf8(text), echo != 0});
        }
        const auto answers = m_login.ask([&] {
            return m_login.interaction
                       ? m_login.interaction->keyboardInteractive(question, m_login.waiter.stop())
                       : std::nullopt;
        });
        if (!answers) {
            note(Words::tr("the server's questions were not answered"));
            m_declined = m_login.interaction != nullptr;
            return SSH_AUTH_DENIED;
        }
        m_personAsked = true;
        for (int i = 0; i < count; ++i) {
            const bool given = static_cast<std::size_t>(i) < answers->size();
            ssh_userauth_kbdint_setanswer(session, static_cast<unsigned>(i),
                                          given ? (*answers)[static_cast<std::size_t>(i)].reveal()
                                                : "");
        }
    }
}

Authenticator::Answer Authenticator::tryPassword()
{
    const ConnectionSettings &settings = m_login.settings;
    SecretQuestion question = secretQuestion(settings, SecretQuestion::Kind::Password);
    for (; question.attempt <= MostAttempts; ++question.attempt) {
        const std::optional<base::Secret> secret = m_login.ask([&] {
            return m_login.interaction
                       ? m_login.interaction->secret(question, m_login.waiter.stop())
                       : std::nullopt;
        });
        if (!secret) {
            note(Words::tr("no password was given"));
            m_declined = m_login.interaction != nullptr;
            return SSH_AUTH_DENIED;
        }
        const Answer answer = finish(
            [&] { return ssh_userauth_password(m_login.session, nullptr, secret->reveal()); });
        if (answer && (*answer == SSH_AUTH_SUCCESS || *answer == SSH_AUTH_PARTIAL))
            m_login.interaction->secretAccepted(question);
        if (!isDenied(answer))
            return answer;
    }
    note(Words::tr("the password was wrong"));
    return SSH_AUTH_DENIED;
}

/// The connection ended, or the server sent something that libssh does not understand.
std::unexpected<base::Error> Authenticator::broken() const
{
    // A server that says goodbye after wrong keys has refused us; one that just vanishes has not.
    const QString reason = sessionError(m_login.session);
    if (!reason.contains(QLatin1String("SSH_MSG_DISCONNECT")))
        return failure(ErrorCode::ConnectionFailed,
                       Words::tr("authentication broke off: %1").arg(reason));
    return failure(
        ErrorCode::AuthenticationFailed,
        Words::tr("%1 (%2) refused the login of %3: %4. %5")
            .arg(m_login.settings.node, peerName(m_login.settings), m_login.settings.user, reason,
                 m_notes.join(QStringLiteral("; "))),
        Words::tr(
            "If the agent holds many keys, name one key file in the profile, and turn the agent "
            "off."));
}

std::unexpected<base::Error> Authenticator::denied(int offered) const
{
    QStringList methods;
    if (offered & SSH_AUTH_METHOD_PUBLICKEY)
        methods.append(QStringLiteral("publickey"));
    if (offered & SSH_AUTH_METHOD_INTERACTIVE)
        methods.append(QStringLiteral("keyboard-interactive"));
    if (offered & SSH_AUTH_METHOD_PASSWORD)
        methods.append(QStringLiteral("password"));
    const QString tried = m_notes.isEmpty() ? Words::tr("nothing that could be tried was offered")
                                            : m_notes.join(QStringLiteral("; "));
    return failure(
        ErrorCode::AuthenticationFailed,
        Words::tr("%1 (%2) refused the login of %3: %4. It accepts: %5.")
            .arg(m_login.settings.node, peerName(m_login.settings), m_login.settings.user, tried,
                 methods.join(QStringLiteral(", "))),
        Words::tr("Check the user and the key in the profile, and authorized_keys on the node."));
}

} // namespace

Result<void> authenticate(const LoginContext &login)
{
    return Authenticator(login).run();
}

} // namespace colonnade::remote
