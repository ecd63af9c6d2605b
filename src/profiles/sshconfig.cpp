// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/sshconfig.h"

#include "profiles/jumphost.h"
#include "profiles/localuser.h"
#include "profiles/profilecheck.h"
#include "profiles/sshconfiglookup.h"
#include "profiles/words.h"

#include <QCryptographicHash>
#include <QDir>
#include <QHash>

#include <algorithm>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {

namespace {

using Expanded = std::expected<QString, QString>;

QString localHostName()
{
    char name[256] = {};
    ::gethostname(name, sizeof name - 1);
    return QString::fromLocal8Bit(name);
}

/// Makes values of what the lines say.
class Reading
{
public:
    Reading(const SshConfigFiles &files, const SshHostQuery &query, SshLookup found)
        : m_files(files), m_query(query), m_found(std::move(found))
    {
    }

    SshHostConfig read();

private:
    bool has(const char *keyword) const { return m_found.settings.contains(keyword); }
    QString text(const char *keyword) const;
    bool isYes(const char *keyword) const { return text(keyword) == u"yes"; }
    std::chrono::seconds seconds(const char *keyword) const;

    void prepareTokens();
    Expanded expanded(const QString &value, bool withVariables) const;
    Expanded variable(const QString &value, qsizetype &at) const;
    QStringList paths(const char *keyword);
    std::optional<QString> path(const char *keyword, const QString &value);
    std::optional<QStringList> fileList(const char *keyword, bool expand);
    void readAgent();
    void readMethods();
    void readJumps();
    void readObstacles();
    SshConfigProblem problemAt(const char *keyword, const QString &why, const QString &remedy);

    const SshConfigFiles &m_files;
    const SshHostQuery &m_query;
    const SshLookup m_found;
    QHash<QChar, QString> m_tokens;
    SshHostConfig m_host;
};

SshHostConfig Reading::read()
{
    m_host.problems = m_found.problems;
    m_host.host = QString::fromUtf8(m_found.host);
    m_host.port = quint16(text("port").toUInt());
    m_host.user = text("user");
    m_host.hostKeyAlias = text("hostkeyalias").toLower();
    prepareTokens();
    m_host.identityFiles = paths("identityfile");
    m_host.identityFiles.removeAll(u"none"_s);
    m_host.certificateFiles = paths("certificatefile");
    m_host.certificateFiles.removeAll(u"none"_s);
    m_host.identitiesOnly = isYes("identitiesonly");
    m_host.userKnownHostsFiles = fileList("userknownhostsfile", true);
    m_host.globalKnownHostsFiles = fileList("globalknownhostsfile", false);
    m_host.hashKnownHosts = isYes("hashknownhosts");
    m_host.strictHostKeyChecking = isYes("stricthostkeychecking");
    m_host.connectTimeout = seconds("connecttimeout");
    m_host.serverAliveInterval = seconds("serveraliveinterval");
    m_host.serverAliveCountMax = std::max(0, text("serveralivecountmax").toInt());
    readAgent();
    readMethods();
    readJumps();
    readObstacles();
    return m_host;
}

QString Reading::text(const char *keyword) const
{
    const auto found = m_found.settings.constFind(keyword);
    return found == m_found.settings.cend() ? QString() : QString::fromUtf8(found->words.first());
}

std::chrono::seconds Reading::seconds(const char *keyword) const
{
    constexpr qint64 Day = 86'400;
    return std::chrono::seconds(std::min(text(keyword).toLongLong(), Day));
}

/// TOKENS of ssh_config(5)
void Reading::prepareTokens()
{
    const QString local = localHostName();
    const QString user = !m_host.user.isEmpty()          ? m_host.user
                         : m_query.defaultUser.isEmpty() ? localUserName()
                                                         : m_query.defaultUser;
    const QString port = QString::number(m_host.port != 0 ? m_host.port : 22);
    const QString all = local + m_host.host + port + user;
    m_tokens = {
        {u'%', u"%"_s},
        {u'C', QString::fromLatin1(
                   QCryptographicHash::hash(all.toUtf8(), QCryptographicHash::Sha1).toHex())},
        {u'd', m_files.home},
        {u'h', m_host.host},
        {u'i', QString::number(::getuid())},
        {u'k', m_host.hostKeyAlias.isEmpty() ? m_query.host : m_host.hostKeyAlias},
        {u'L', local.left(local.indexOf(u'.'))},
        {u'l', local},
        {u'n', m_query.host},
        {u'p', port},
        {u'r', user},
        {u'u', localUserName()},
    };
}

/// percent_dollar_expand() of misc.c; the error is a sentence.
Expanded Reading::expanded(const QString &value, bool withVariables) const
{
    QString result;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (withVariables && value[i] == u'$' && value.mid(i + 1, 1) == u"{") {
            const Expanded inserted = variable(value, i);
            if (!inserted)
                return inserted;
            result += *inserted;
        } else if (value[i] != u'%') {
            result += value[i];
        } else {
            const QChar token = ++i < value.size() ? value[i] : QChar();
            if (!m_tokens.contains(token))
                return std::unexpected(
                    Words::tr("\"%1\" has a token that is not known.").arg(value.left(200)));
            result += m_tokens[token];
        }
    }
    return result;
}

/// ${NAME}, which begins at @p at; that is its last character then.
Expanded Reading::variable(const QString &value, qsizetype &at) const
{
    const qsizetype end = value.indexOf(u'}', at);
    const QByteArray name = value.mid(at + 2, end - at - 2).toUtf8();
    if (end < 0 || name.isEmpty())
        return std::unexpected(Words::tr("\"%1\" lacks a }.").arg(value.left(200)));
    if (!qEnvironmentVariableIsSet(name.constData()))
        return std::unexpected(Words::tr("The environment has no variable %1.")
                                   .arg(QString::fromUtf8(name.left(100))));
    at = end;
    return qEnvironmentVariable(name.constData());
}

SshConfigProblem Reading::problemAt(const char *keyword, const QString &why, const QString &remedy)
{
    const SshSetting setting = m_found.settings.value(keyword);
    return {setting.file, setting.line, why, true, remedy};
}

std::optional<QString> Reading::path(const char *keyword, const QString &value)
{
    const Expanded result = expanded(withHome(value, m_files.home), true);
    if (result)
        return *result;
    m_host.problems.append(problemAt(keyword, result.error(), {}));
    return std::nullopt;
}

QStringList Reading::paths(const char *keyword)
{
    QStringList found;
    for (const QByteArray &word : m_found.settings.value(keyword).words) {
        if (const std::optional<QString> each = path(keyword, QString::fromUtf8(word)))
            found.append(*each);
    }
    return found;
}

std::optional<QStringList> Reading::fileList(const char *keyword, bool expand)
{
    if (!has(keyword))
        return std::nullopt;
    if (text(keyword).compare(u"none", Qt::CaseInsensitive) == 0)
        return QStringList();
    if (expand)
        return paths(keyword);
    QStringList files;
    for (const QByteArray &word : m_found.settings[keyword].words)
        files.append(QString::fromUtf8(word));
    return files;
}

void Reading::readAgent()
{
    const QString value = text("identityagent");
    if (value.isEmpty() || value == u"SSH_AUTH_SOCK")
        return;
    if (value == u"none") {
        m_host.noAgent = true;
    } else if (value.startsWith(u'$') && !value.startsWith(u"${")) {
        m_host.agentSocket = qEnvironmentVariable(value.mid(1).toUtf8().constData());
        m_host.noAgent = m_host.agentSocket.isEmpty(); // as ssh does
    } else {
        m_host.agentSocket = path("identityagent", value).value_or(QString());
    }
}

void Reading::readMethods()
{
    QStringList names = text("preferredauthentications").split(u',', Qt::SkipEmptyParts);
    const bool isGiven = !names.isEmpty();
    if (!isGiven)
        names = {u"publickey"_s, u"keyboard-interactive"_s, u"password"_s};
    const auto isOff = [this](const char *keyword) { return text(keyword) == u"no"; };
    QList<LoginMethod> methods;
    for (const QString &name : std::as_const(names)) {
        if (name == u"publickey" && !isOff("pubkeyauthentication"))
            methods += {LoginMethod::Agent, LoginMethod::KeyFile};
        else if (name == u"keyboard-interactive" && !isOff("kbdinteractiveauthentication"))
            methods += LoginMethod::KeyboardInteractive;
        else if (name == u"password" && !isOff("passwordauthentication"))
            methods += LoginMethod::Password;
    }
    if (m_host.noAgent)
        methods.removeAll(LoginMethod::Agent);
    if (has("identityfile") && m_host.identityFiles.isEmpty()) // none
        methods.removeAll(LoginMethod::KeyFile);
    const QList<LoginMethod> all{LoginMethod::Agent, LoginMethod::KeyFile,
                                 LoginMethod::KeyboardInteractive, LoginMethod::Password};
    if (methods != all)
        m_host.methods = methods;
    if (methods.isEmpty())
        m_host.problems.append(
            problemAt(isGiven ? "preferredauthentications" : "pubkeyauthentication",
                      Words::tr("ssh_config allows no way to log in that Colonnade knows."),
                      Words::tr("Choose the ways to log in in the profile.")));
}

/// The last host of ProxyJump is the one next to the target.
void Reading::readJumps()
{
    const QByteArrayList hosts = m_found.settings.value("proxyjump").words;
    if (hosts == QByteArrayList{"none"})
        return;
    for (const QByteArray &host : hosts) {
        const Expanded name = expanded(QString::fromUtf8(host), false);
        const std::optional<JumpHost> jump = jumpHostFrom(name ? name->toUtf8() : QByteArray());
        if (!jump) {
            m_host.problems.append(
                problemAt("proxyjump",
                          name ? Words::tr("\"%1\" is not a host.").arg(*name) : name.error(), {}));
            return;
        }
        m_host.jumps.append(*jump);
    }
}

/// What changes who is talked to, and cannot be done here.
void Reading::readObstacles()
{
    if (has("proxycommand") && text("proxycommand").compare(u"none", Qt::CaseInsensitive) != 0)
        m_host.proxyCommand = problemAt(
            "proxycommand", Words::tr("ProxyCommand is not run by Colonnade."),
            Words::tr("Set the jump host in the profile, or use ProxyJump; \"none\" there connects "
                      "directly."));
    if (has("revokedhostkeys") && text("revokedhostkeys") != u"none")
        m_host.revokedHostKeys = problemAt(
            "revokedhostkeys", Words::tr("RevokedHostKeys is not known to Colonnade."),
            Words::tr("Write the keys as @revoked lines of known_hosts instead, or set the "
                      "known_hosts file in the profile."));
    const QString canonicalize = text("canonicalizehostname");
    if (canonicalize == u"yes" || canonicalize == u"always")
        m_host.problems.append(problemAt(
            "canonicalizehostname", Words::tr("CanonicalizeHostname is not done by Colonnade."),
            Words::tr("Write the full name as the profile's host, and \"CanonicalizeHostname no\" "
                      "for it in ssh_config.")));
    if (!m_query.host.isEmpty() && !isHost(m_host.host))
        m_host.problems.append(problemAt(
            "hostname", Words::tr("\"%1\" cannot be a host.").arg(m_host.host.left(100)), {}));
}

} // namespace

SshConfigFiles SshConfigFiles::ofThisUser()
{
    const QString home = withHome(u"~"_s + localUserName(), QDir::homePath());
    return {home + u"/.ssh/config"_s, u"/etc/ssh/ssh_config"_s, home};
}

QString SshConfigProblem::place() const
{
    return line == 0 ? file : u"%1:%2"_s.arg(file, QString::number(line));
}

const SshConfigProblem *SshHostConfig::obstacle() const
{
    const auto found = std::ranges::find(problems, true, &SshConfigProblem::stops);
    return found == problems.end() ? nullptr : &*found;
}

class SshConfig::Private
{
public:
    SshConfigFiles files;
    SshConfigTexts texts;
};

SshConfig::SshConfig(SshConfigFiles files) : d(std::make_unique<Private>())
{
    d->files = std::move(files);
}

SshConfig::~SshConfig() = default;

SshHostConfig SshConfig::lookUp(const SshHostQuery &query) const
{
    return Reading(d->files, query, lookUpSettings(d->files, d->texts, query)).read();
}

QString SshConfig::home() const
{
    return d->files.home;
}

QList<SshAlias> SshConfig::aliases(QList<SshConfigProblem> &problems) const
{
    return hostNames(d->files, d->texts, problems);
}

} // namespace colonnade::profiles
