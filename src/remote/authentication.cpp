// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/keylogin.h"
#include "remote/loginsteps.h"
#include "remote/plainline.h"
#include "remote/words.h"

#include <QRegularExpression>

namespace colonnade::remote {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr int MostAttempts = 3;
constexpr int MostFactors = 4; ///< methods that a server may want one after another

bool isGood(const LoginAnswer &answer)
{
    return answer && (*answer == SSH_AUTH_SUCCESS || *answer == SSH_AUTH_PARTIAL);
}

QStringList namesOf(int methods)
{
    QStringList names;
    if (methods & SSH_AUTH_METHOD_PUBLICKEY)
        names.append(QStringLiteral("publickey"));
    if (methods & SSH_AUTH_METHOD_INTERACTIVE)
        names.append(QStringLiteral("keyboard-interactive"));
    if (methods & SSH_AUTH_METHOD_PASSWORD)
        names.append(QStringLiteral("password"));
    if (methods & SSH_AUTH_METHOD_HOSTBASED)
        names.append(QStringLiteral("hostbased"));
    if (methods & SSH_AUTH_METHOD_GSSAPI_MIC)
        names.append(QStringLiteral("gssapi-with-mic"));
    return names;
}

/// "Password:", "Password for root:" and "root's password:", hidden and alone; not one for a new
/// password or a token.
bool asksForPassword(const KeyboardQuestion &question)
{
    static const QRegularExpression words(
        QStringLiteral("^(password( for [^ ]{1,100})?|[^ ]{1,100}'s password):?$"),
        QRegularExpression::CaseInsensitiveOption);
    return question.prompts.size() == 1 && !question.prompts.first().echo
           && words.match(question.prompts.first().text.left(300).trimmed()).hasMatch();
}

/// One login, method by method. What failed is noted for the final error.
class Authenticator
{
public:
    explicit Authenticator(const LoginContext &login) : m_login(login), m_keys(login, m_notes) {}

    Result<void> run();

private:
    template<typename Call>
    LoginAnswer finish(Call call)
    {
        return m_login.waiter.finish(m_login.session, SSH_AUTH_AGAIN, call);
    }

    LoginAnswer tryMethods(int offered);
    LoginAnswer tryMethod(LoginMethod method, int offered);
    LoginAnswer tryKeyboardInteractive();
    LoginAnswer answerPrompts(int attempt);
    KeyboardQuestion keyboardQuestion(int count, int attempt) const;
    std::optional<std::vector<base::Secret>> askPrompts(const KeyboardQuestion &question,
                                                        std::optional<SecretQuestion> &password);
    void judge(const SecretQuestion &password, const LoginAnswer &answer);
    LoginAnswer tryPassword();
    QString banner() const;
    QString serverWords() const;
    QString reasons() const;
    std::unexpected<base::Error> broken() const;
    std::unexpected<base::Error> denied(int offered);

    const LoginContext &m_login;
    LoginNotes m_notes;
    KeyLogin m_keys;
    QString m_firstBanner;      ///< shown to everybody, before anything was tried
    QStringList m_worked;       ///< one a factor
    bool m_personAsked = false; ///< wrong answers to the server's own dialogue were given
    bool m_declined = false;    ///< the person does not want to go on
};

Result<void> Authenticator::run()
{
    m_login.progress.stageReached(Stage::Authentication, {});
    LoginAnswer answer = finish([this] { return ssh_userauth_none(m_login.session, nullptr); });
    m_firstBanner = banner();
    for (int factor = 0; factor < MostFactors; ++factor) {
        if (!answer)
            return std::unexpected(answer.error());
        if (*answer == SSH_AUTH_SUCCESS) {
            m_login.progress.stageReached(Stage::Authentication,
                                          m_worked.isEmpty() ? Words::tr("the server wants none")
                                                             : m_worked.join(QStringLiteral(", ")));
            return {};
        }
        if (*answer == SSH_AUTH_ERROR)
            return broken();
        const int offered = ssh_userauth_list(m_login.session, nullptr);
        answer = tryMethods(offered);
        if (isDenied(answer))
            return denied(offered);
    }
    return denied(0);
}

LoginAnswer Authenticator::tryMethods(int offered)
{
    for (const LoginMethod method : m_login.settings.methods) {
        const LoginAnswer answer = tryMethod(method, offered);
        m_declined = m_declined || m_keys.isDeclined();
        if (!isDenied(answer) || m_declined)
            return answer;
    }
    return SSH_AUTH_DENIED;
}

LoginAnswer Authenticator::tryMethod(LoginMethod method, int offered)
{
    LoginAnswer answer = SSH_AUTH_DENIED;
    QString name;
    if (method == LoginMethod::KeyboardInteractive && (offered & SSH_AUTH_METHOD_INTERACTIVE)) {
        answer = tryKeyboardInteractive();
        name = QStringLiteral("keyboard-interactive");
    } else if (method == LoginMethod::Password && (offered & SSH_AUTH_METHOD_PASSWORD)
               && !m_personAsked) {
        // Behind both is the same PAM as a rule: who answered wrongly there is not asked once more.
        answer = tryPassword();
        name = QStringLiteral("password");
    } else if (offered & SSH_AUTH_METHOD_PUBLICKEY) {
        if (method == LoginMethod::Agent)
            answer = m_keys.tryAgent();
        else if (method == LoginMethod::KeyFile)
            answer = m_keys.tryFiles();
        name = QStringLiteral("publickey (%1)").arg(m_keys.accepted());
    }
    if (isGood(answer))
        m_worked.append(name);
    return answer;
}

LoginAnswer Authenticator::tryKeyboardInteractive()
{
    for (int attempt = 1; attempt <= MostAttempts; ++attempt) {
        const qsizetype notes = m_notes.reasons.size();
        const LoginAnswer answer = answerPrompts(attempt);
        if (!isDenied(answer) || m_declined)
            return answer;
        if (!m_personAsked || m_notes.reasons.size() > notes)
            return answer; // refused without a question: asking again changes nothing
    }
    m_notes.add(Words::tr("the answers to the server's questions were wrong"));
    return SSH_AUTH_DENIED;
}

LoginAnswer Authenticator::answerPrompts(int attempt)
{
    ssh_session session = m_login.session;
    std::optional<SecretQuestion> password; ///< that was asked for, until the server judges it
    for (;;) {
        const LoginAnswer answer =
            finish([&] { return ssh_userauth_kbdint(session, nullptr, nullptr); });
        if (!answer || *answer != SSH_AUTH_INFO) {
            if (password)
                judge(*password, answer);
            return answer;
        }
        const int count = ssh_userauth_kbdint_getnprompts(session);
        if (count <= 0)
            continue; // a message without a question; it wants an empty answer

        const auto answers = askPrompts(keyboardQuestion(count, attempt), password);
        if (!answers) {
            m_notes.add(Words::tr("the server's questions were not answered"));
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

KeyboardQuestion Authenticator::keyboardQuestion(int count, int attempt) const
{
    ssh_session session = m_login.session;
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
        const char *text = ssh_userauth_kbdint_getprompt(session, static_cast<unsigned>(i), &echo);
        question.prompts.append({QString::fromUtf8(text), echo != 0});
    }
    return question;
}

/// The dialogue of PAM is the login password by another way: it is asked for as that, so that one
/// that is kept serves here too. @p password is set then.
std::optional<std::vector<base::Secret>>
Authenticator::askPrompts(const KeyboardQuestion &question, std::optional<SecretQuestion> &password)
{
    if (!m_login.interaction)
        return std::nullopt;
    if (!asksForPassword(question) || password)
        return m_login.ask([&] {
            return m_login.interaction->keyboardInteractive(question, m_login.waiter.stop());
        });
    password = secretQuestion(m_login.settings, SecretQuestion::Kind::Password);
    password->attempt = question.attempt;
    std::optional<base::Secret> secret =
        m_login.ask([&] { return m_login.interaction->secret(*password, m_login.waiter.stop()); });
    if (!secret)
        return std::nullopt;
    std::vector<base::Secret> answers;
    answers.push_back(*std::move(secret));
    return answers;
}

void Authenticator::judge(const SecretQuestion &password, const LoginAnswer &answer)
{
    if (isGood(answer))
        m_login.interaction->secretAccepted(password);
    else if (isDenied(answer) || !farewell(m_login.session).isEmpty())
        m_login.interaction->secretRefused(password); // the last wrong one gets a goodbye
}

LoginAnswer Authenticator::tryPassword()
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
            m_notes.add(Words::tr("no password was given"));
            m_declined = m_login.interaction != nullptr;
            return SSH_AUTH_DENIED;
        }
        const LoginAnswer answer = finish(
            [&] { return ssh_userauth_password(m_login.session, nullptr, secret->reveal()); });
        judge(question, answer);
        if (!isGood(answer))
            m_notes.add(Words::tr("the password was wrong"));
        if (!isDenied(answer))
            return answer;
    }
    return SSH_AUTH_DENIED;
}

/// What the server shows before the login is over; each time another text, as for accounts that
/// have expired.
QString Authenticator::banner() const
{
    const TextHandle text(ssh_get_issue_banner(m_login.session));
    return text ? plainLine(QByteArrayView(text.get())) : QString();
}

/// What the server said about this login; empty: nothing.
QString Authenticator::serverWords() const
{
    const QString words = banner();
    return words.isEmpty() || words == m_firstBanner
               ? QString()
               : QLatin1Char(' ') + Words::tr("The server says: %1").arg(words);
}

QString Authenticator::reasons() const
{
    return m_notes.reasons.isEmpty() ? Words::tr("nothing that could be tried was offered")
                                     : m_notes.reasons.join(QStringLiteral("; "));
}

/// The connection ended, or the server sent something that libssh does not understand.
std::unexpected<base::Error> Authenticator::broken() const
{
    // A server that says goodbye after wrong keys, or why an account is closed, has refused us; one
    // that just vanishes has not.
    const QString words = farewell(m_login.session);
    const QString banner = serverWords();
    if (words.isEmpty() && banner.isEmpty())
        return failure(ErrorCode::ConnectionFailed,
                       Words::tr("authentication broke off: %1").arg(sessionError(m_login.session)),
                       Words::tr("Look into the log of its sshd for the reason."));
    QStringList remedies = m_notes.remedies;
    if (words.contains(QLatin1String("Too many authentication failures")))
        remedies.append(Words::tr("It allows few tries: name the right key in the profile, and let "
                                  "the agent offer no others."));
    return failure(
        ErrorCode::AuthenticationFailed,
        Words::tr("%1 (%2) refused the login of %3: %4. Tried: %5.")
                .arg(m_login.settings.node, peerName(m_login.settings), m_login.settings.user,
                     words.isEmpty() ? Words::tr("it ended the connection") : words, reasons())
            + banner,
        remedies.join(QLatin1Char(' ')));
}

std::unexpected<base::Error> Authenticator::denied(int offered)
{
    m_keys.noteWhatWasLeft();
    const QString methods = namesOf(offered).join(QStringLiteral(", "));
    QStringList remedies = m_notes.remedies;
    if (remedies.isEmpty())
        remedies.append(Words::tr("Check the user and the key in the profile, and authorized_keys "
                                  "and the account on the node."));
    return failure(ErrorCode::AuthenticationFailed,
                   Words::tr("%1 (%2) refused the login of %3: %4. It accepts: %5.")
                           .arg(m_login.settings.node, peerName(m_login.settings),
                                m_login.settings.user, reasons(),
                                methods.isEmpty() ? Words::tr("nothing") : methods)
                       + serverWords(),
                   remedies.join(QLatin1Char(' ')));
}

} // namespace

Result<void> authenticate(const LoginContext &login)
{
    return Authenticator(login).run();
}

} // namespace colonnade::remote
