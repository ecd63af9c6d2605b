// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/sshconfigkeywords.h"

#include "profiles/sshconfigwords.h"
#include "profiles/words.h"

#include <QHash>

#include <arpa/inet.h>
#include <netdb.h>

namespace colonnade::profiles {

namespace {

using Value = std::expected<std::optional<QByteArrayList>, QString>;

const QByteArrayList Flag = {"yes", "no", "true=yes", "false=no"};

QHash<QByteArray, SshKeyword> makeTable()
{
    using enum SshArgument;
    const SshKeyword identity{"identityfile", Adding};
    const SshKeyword keyboard{"kbdinteractiveauthentication", Choice, Flag};
    const SshKeyword publicKey{"pubkeyauthentication", Choice,
                               Flag + QByteArrayList{"unbound=yes", "host-bound=yes"}};
    const SshKeyword keywords[] = {
        {"hostname", Text},
        {"user", Text},
        {"port", Port},
        identity,
        {"certificatefile", Adding},
        {"identitiesonly", Choice, Flag},
        {"identityagent", Text},
        {"proxyjump", Jump},
        {"proxycommand", Line},
        {"userknownhostsfile", List},
        {"globalknownhostsfile", List},
        {"revokedhostkeys", Text},
        {"hostkeyalias", Text},
        {"hashknownhosts", Choice, Flag},
        {"stricthostkeychecking", Choice, Flag + QByteArrayList{"off=no", "ask", "accept-new"}},
        {"connecttimeout", Time},
        {"serveraliveinterval", Time},
        {"serveralivecountmax", Number},
        {"preferredauthentications", Text},
        publicKey,
        {"passwordauthentication", Choice, Flag},
        keyboard,
        {"canonicalizehostname", Choice, Flag + QByteArrayList{"always"}},
    };
    QHash<QByteArray, SshKeyword> table{
        {"identityfile2", identity},
        {"dsaauthentication", publicKey},
        {"challengeresponseauthentication", keyboard},
        {"skeyauthentication", keyboard},
        {"tisauthentication", keyboard},
    };
    for (const SshKeyword &keyword : keywords)
        table.insert(keyword.name, keyword);
    return table;
}

std::unexpected<QString> notA(const QString &sentence, const QByteArray &word)
{
    return std::unexpected(sentence.arg(QString::fromUtf8(word.left(100))));
}

Value choice(const SshKeyword &keyword, const QByteArray &word)
{
    for (const QByteArray &each : keyword.choices) {
        const QByteArray written = each.left(each.indexOf('='));
        if (word.compare(each.contains('=') ? written : each, Qt::CaseInsensitive) == 0)
            return QByteArrayList{each.mid(each.indexOf('=') + 1)};
    }
    return notA(Words::tr("\"%1\" is none of the values that it may have"), word);
}

Value time(const QByteArray &word)
{
    if (word == "none")
        return std::nullopt;
    if (const std::optional<qint64> seconds = secondsOf(word))
        return QByteArrayList{QByteArray::number(*seconds)};
    return notA(Words::tr("\"%1\" is not a time"), word);
}

Value port(const QByteArray &word)
{
    if (const std::optional<quint16> number = sshPort(word))
        return QByteArrayList{QByteArray::number(*number)};
    return notA(Words::tr("\"%1\" is not a port"), word);
}

Value number(const QByteArray &word)
{
    bool isNumber = false;
    const int value = word.toInt(&isNumber);
    if (isNumber && value >= 0)
        return QByteArrayList{QByteArray::number(value)};
    return notA(Words::tr("\"%1\" is not a number"), word);
}

Value list(const QByteArrayList &words)
{
    for (const QByteArray &word : words) {
        if (word.isEmpty())
            return std::unexpected(Words::tr("an argument is empty"));
        if (words.size() > 1 && word.compare("none", Qt::CaseInsensitive) == 0)
            return std::unexpected(Words::tr("\"none\" does not stand alone"));
    }
    return words;
}

} // namespace

const SshKeyword *sshKeyword(const QByteArray &name)
{
    static const QHash<QByteArray, SshKeyword> table = makeTable();
    const auto found = table.constFind(name);
    return found == table.cend() ? nullptr : &*found;
}

std::expected<std::optional<QByteArrayList>, QString> sshValue(const SshKeyword &keyword,
                                                               const QByteArrayList &words)
{
    if (words.isEmpty() || words.first().isEmpty())
        return std::unexpected(Words::tr("its argument is missing"));
    if (keyword.argument == SshArgument::List)
        return list(words);
    if (words.size() > 1)
        return std::unexpected(Words::tr("it has more arguments than one"));
    switch (keyword.argument) {
    case SshArgument::Port:
        return port(words.first());
    case SshArgument::Number:
        return number(words.first());
    case SshArgument::Time:
        return time(words.first());
    case SshArgument::Choice:
        return choice(keyword, words.first());
    default:
        return words;
    }
}

std::optional<quint16> sshPort(const QByteArray &text)
{
    bool isNumber = false;
    const uint number = text.toUInt(&isNumber);
    if (isNumber)
        return number >= 1 && number <= 65535 ? std::optional(quint16(number)) : std::nullopt;
    servent entry = {};
    servent *found = nullptr;
    char buffer[2048];
    if (::getservbyname_r(text.constData(), "tcp", &entry, buffer, sizeof buffer, &found) != 0
        || !found)
        return std::nullopt;
    return ntohs(quint16(found->s_port));
}

} // namespace colonnade::profiles
