// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/interaction.h"

#include "base/shell.h"
#include "cluster/secretname.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

QString portSuffix(quint16 port)
{
    return port == 22 ? QString() : u" port %1"_s.arg(port);
}

QString nobodyToAsk(const QString &node, const QString &what)
{
    return u"%1: it asks for %2, and there is no terminal to ask you on. Use an SSH agent, a key "
           u"without a passphrase, or a keychain that has it."_s.arg(printable(node), what);
}

QString through(const QString &jump)
{
    return jump.isEmpty() ? QString() : u" (through %1)"_s.arg(printable(jump));
}

/// What removes the keys on file: from the last line on, so that the others keep their numbers.
QString removalCommands(QList<remote::StoredHostKey> keys)
{
    std::ranges::sort(keys, std::ranges::greater(), &remote::StoredHostKey::line);
    QString commands;
    for (const remote::StoredHostKey &key : std::as_const(keys))
        commands += u"\n  colonnadectl hostkey remove "_s
                    + QString::fromUtf8(base::shellQuoted(remote::placeOf(key).toUtf8()));
    return commands;
}

QString whatIsWrong(remote::HostKeyAlarm::Kind kind)
{
    using Kind = remote::HostKeyAlarm::Kind;
    return kind == Kind::Revoked     ? u"shows a host key that is marked as revoked"_s
           : kind == Kind::OtherType ? u"shows a host key of another type than those on file"_s
                                     : u"shows another host key than the one on file"_s;
}

/// One line of a dialogue that a server wrote, so that it cannot pass for a line of ours.
QString quotedWords(const QString &text)
{
    return u"| "_s + printableLines(text.trimmed()).replace(u'\n', u"\n| "_s) + u'\n';
}

} // namespace

remote::HostKeyAnswer TerminalInteraction::unknownHostKey(const remote::HostKeyQuestion &question,
                                                          std::stop_token stop)
{
    QString key = u"%1: the host %2%3 shows the %4 key %5, which no known_hosts file has."_s.arg(
        printable(question.node), printable(question.host),
        portSuffix(question.port) + through(question.jump), printable(question.keyType),
        printable(question.fingerprint));
    for (const QString &remark : question.remarks)
        key += u'\n' + printable(remark);
    if (m_acceptNewHostKeys) {
        m_terminal.err(key + u" It is added to "_s + question.knownHostsFile + u'.');
        return remote::HostKeyAnswer::AcceptAndSave;
    }
    if (!m_terminal.canAsk()) {
        m_terminal.err(key
                       + u"\nCompare it with what the host itself says (ssh-keygen -lf "
                         u"/etc/ssh/ssh_host_ed25519_key.pub); then run this again with "
                         u"--accept-new-host-keys."_s);
        return remote::HostKeyAnswer::Cancel;
    }
    const std::optional<QString> answer = m_terminal.askLine(
        key
            + u"\nOn the host, `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` (or the file of "
              u"that "
              u"type) shows the right one.\nTrust it? [yes: and save it, once: this time only, No] "_s,
        stop);
    if (answer == u"yes"_s)
        return remote::HostKeyAnswer::AcceptAndSave;
    return answer == u"once"_s ? remote::HostKeyAnswer::ConnectOnce : remote::HostKeyAnswer::Cancel;
}

std::optional<base::Secret> TerminalInteraction::secret(const remote::SecretQuestion &question,
                                                        std::stop_token stop)
{
    const profiles::SecretName name = cluster::secretName(question);
    if (question.attempt == 1) {
        std::optional<base::Secret> known = m_keeper.find(name, stop);
        if (!known)
            known = m_keeper.findInTurn(name, stop);
        if (known)
            return known;
    }
    std::optional<base::Secret> secret = askSecret(question, stop);
    if (secret)
        m_keeper.typed(name, *secret, false);
    else
        m_keeper.givenUp(name);
    return secret;
}

std::optional<base::Secret> TerminalInteraction::askSecret(const remote::SecretQuestion &question,
                                                           const std::stop_token &stop)
{
    const bool passphrase = question.kind == remote::SecretQuestion::Kind::Passphrase;
    const bool sudo = question.kind == remote::SecretQuestion::Kind::SudoPassword;
    if (!m_terminal.canAsk()) {
        m_terminal.err(nobodyToAsk(question.node, passphrase
                                                      ? u"the passphrase of "_s + question.keyFile
                                                  : sudo ? u"the password for sudo"_s
                                                         : u"a password"_s));
        return std::nullopt;
    }
    const QString again = question.attempt > 1 ? u"That was not it. "_s : QString();
    const QString who = question.user + u'@' + question.host;
    if (passphrase)
        return m_terminal.askSecret(
            again + u"%1: passphrase of %2: "_s.arg(question.node, question.keyFile), stop);
    return m_terminal.askSecret(
        again
            + (sudo ? u"%1: password of %2 for sudo: "_s : u"%1: password of %2: "_s)
                  .arg(question.node, who),
        stop);
}

void TerminalInteraction::secretAccepted(const remote::SecretQuestion &question)
{
    // Not being able to take a wrong one out of the keychain costs a question, no more.
    std::ignore = m_keeper.accepted(cluster::secretName(question));
}

void TerminalInteraction::secretRefused(const remote::SecretQuestion &question)
{
    m_keeper.refused(cluster::secretName(question));
}

std::optional<std::vector<base::Secret>>
TerminalInteraction::keyboardInteractive(const remote::KeyboardQuestion &question,
                                         std::stop_token stop)
{
    std::vector<base::Secret> answers;
    if (!question.prompts.isEmpty() && !m_terminal.canAsk()) {
        m_terminal.err(nobodyToAsk(question.node, u"answers"_s));
        return std::nullopt;
    }
    QString words;
    for (const QString &text : {question.name, question.instruction}) {
        if (!text.trimmed().isEmpty())
            words += quotedWords(text);
    }
    for (const remote::KeyboardQuestion::Prompt &prompt : question.prompts) {
        const QString line =
            words + u"%1 asks: %2 "_s.arg(question.node, printable(prompt.text.trimmed()));
        words.clear();
        if (prompt.echo) {
            const std::optional<QString> answer = m_terminal.askLine(line, stop);
            if (!answer)
                return std::nullopt;
            answers.emplace_back(answer->toUtf8());
        } else {
            std::optional<base::Secret> answer = m_terminal.askSecret(line, stop);
            if (!answer)
                return std::nullopt;
            answers.push_back(*std::move(answer));
        }
    }
    return answers;
}

void TerminalInteraction::hostKeyAlarm(const remote::HostKeyAlarm &alarm)
{
    const bool revoked = alarm.kind == remote::HostKeyAlarm::Kind::Revoked;
    QString text = u"%1: DANGER: the host %2%3 %4.\n  %5 %6 %7\n          in %8:%9\n"_s.arg(
        printable(alarm.node), printable(alarm.host), portSuffix(alarm.port) + through(alarm.jump),
        whatIsWrong(alarm.kind), revoked ? u"revoked"_s : u"on file"_s, alarm.oldKeyType,
        alarm.oldFingerprint, printable(alarm.file), QString::number(alarm.line));
    text += u"  shown:  %1 %2\n"_s.arg(printable(alarm.keyType), printable(alarm.fingerprint));
    for (const QString &remark : alarm.remarks)
        text += printable(remark) + u'\n';
    if (revoked)
        text += u"Do not connect. Give the host new keys at its console."_s;
    else
        text +=
            u"Somebody may be listening in, or the host was installed anew. At its console, "
            u"ssh-keygen -lf shows the fingerprint of each /etc/ssh/ssh_host_*_key.pub. Only if "
            u"the one that is shown now is among them, remove what is on file (a backup is "
            u"kept), and run this again:"_s
            + removalCommands(alarm.onFile);
    m_terminal.err(text);
}

} // namespace colonnade::ctl
