// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/sshconfiglookup.h"

#include "profiles/jumphost.h"
#include "profiles/localuser.h"
#include "profiles/sshconfigkeywords.h"
#include "profiles/sshconfigwords.h"
#include "profiles/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <glob.h>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {

namespace {

constexpr int DepthLimit = 16; // READCONF_MAX_DEPTH
constexpr int FilesLimit = 1000;
constexpr qsizetype ProblemsLimit = 100;
constexpr qsizetype AddingLimit = 100; // SSH_MAX_IDENTITY_FILES
constexpr qsizetype AliasesLimit = 4096;

struct Place
{
    QString file;
    int line = 0;
};

struct FileRole
{
    bool isUsers = true;       ///< relative paths are below ~/.ssh, not /etc/ssh
    bool isIncluded = false;   ///< or the user's own: who may write it is checked
    bool neverMatches = false; ///< included by a block that is not active
};

/// Reads lines one by one as read_config_file_depth() and process_config_line_depth() do.
class Lookup
{
public:
    Lookup(const SshConfigFiles &files, SshConfigTexts &texts, const SshHostQuery &query)
        : m_files(files), m_texts(texts), m_query(query), m_host(query.host.toUtf8())
    {
    }

    void collect(QList<SshAlias> &aliases) { m_aliases = &aliases; }
    SshLookup run();

private:
    void preset(const QByteArray &keyword, const QString &value);
    void readAll();
    void readFile(const QString &path, const FileRole &role, bool &active, int depth);
    bool checkOwner(const QString &path);
    void readLine(QByteArray line, const Place &at, const FileRole &role, bool &active, int depth);
    void host(const QByteArrayList &patterns, const Place &at, const FileRole &role, bool &active);
    void addAliases(const QByteArrayList &patterns, const Place &at);
    bool match(const QByteArray &conditions, const Place &at);
    bool matchOne(const QByteArray &criterion, const QByteArray &argument) const;
    void include(const QByteArrayList &patterns, const Place &at, const FileRole &role, bool active,
                 int depth);
    QStringList glob(const QByteArray &pattern, const FileRole &role) const;
    void keyword(const SshKeyword &keyword, const QByteArray &rest, const QByteArrayList &words,
                 const Place &at, bool active);
    void jump(QByteArray text, const Place &at, bool active);
    void set(const SshKeyword &keyword, const QByteArrayList &words, const Place &at);
    QByteArray hostName(bool complain);

    void problem(const Place &at, const QString &why, bool stops, const QString &remedy = {});
    void broken(const Place &at, const QString &keyword, const QString &why, bool active);

    const SshConfigFiles &m_files;
    SshConfigTexts &m_texts;
    const SshHostQuery &m_query;
    QByteArray m_host; ///< what Host patterns are compared with
    SshLookup m_found;
    QList<SshAlias> *m_aliases = nullptr;
    QSet<QString> m_seenAliases;
    int m_filesRead = 0;
    bool m_isFinal = false;
    bool m_wantsFinal = false;
    bool m_isOver = false; ///< nothing more is read
};

bool isAddress(const QByteArray &host)
{
    return host.contains(':')
           || std::ranges::all_of(host, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

/// %h and %% of HostName.
std::optional<QByteArray> expandedHostName(const QByteArray &name, const QByteArray &host)
{
    QByteArray result;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name[i] != '%') {
            result += name[i];
            continue;
        }
        const char token = ++i < name.size() ? name[i] : '\0';
        if (token != 'h' && token != '%')
            return std::nullopt;
        result += token == 'h' ? host : QByteArray("%");
    }
    return result;
}

SshLookup Lookup::run()
{
    preset("user", m_query.user);
    preset("port", m_query.port != 0 ? QString::number(m_query.port) : QString());
    readAll();
    m_found.host = hostName(true);
    if (m_wantsFinal && !m_isOver) {
        m_found.settings["hostname"].words = {m_found.host};
        m_host = m_found.host;
        m_isFinal = true;
        readAll();
    }
    return m_found;
}

void Lookup::preset(const QByteArray &keyword, const QString &value)
{
    if (!value.isEmpty())
        m_found.settings[keyword] = {{value.toUtf8()}, {}, 0};
}

void Lookup::readAll()
{
    bool active = true;
    if (!m_files.user.isEmpty())
        readFile(m_files.user, {true, true, false}, active, 0);
    active = true;
    if (!m_files.system.isEmpty())
        readFile(m_files.system, {false, false, false}, active, 0);
}

/// The name to connect to, as far as it is known yet.
QByteArray Lookup::hostName(bool complain)
{
    const QByteArray asked = m_query.host.toUtf8();
    QByteArray name = asked;
    if (const auto set = m_found.settings.constFind("hostname"); set != m_found.settings.cend()) {
        const auto expanded = expandedHostName(set->words.first(), asked);
        if (!expanded && complain)
            problem({set->file, set->line}, Words::tr("HostName has a token other than %h and %%."),
                    true);
        name = m_isFinal ? set->words.first() : expanded.value_or(asked);
    }
    return isAddress(name) ? name : name.toLower();
}

void Lookup::readFile(const QString &path, const FileRole &role, bool &active, int depth)
{
    if (m_isOver)
        return;
    if (depth > DepthLimit || ++m_filesRead > FilesLimit) {
        m_isOver = true;
        return problem({path, 0}, Words::tr("Include leads to too many files, or in a circle."),
                       true);
    }
    const SshConfigTexts::Lines &lines = m_texts.lines(path);
    if (!lines) {
        if (!lines.error().isMissing)
            problem({path, 0}, Words::tr("The file cannot be read: %1.").arg(lines.error().why),
                    role.isIncluded);
        return;
    }
    if (role.isIncluded && !checkOwner(path))
        return;
    const QByteArrayList all = *lines; // the cache may move
    for (qsizetype i = 0; i < all.size() && !m_isOver; ++i)
        readLine(all[i], {path, int(i) + 1}, role, active, depth);
}

/// Who else may write the file could send us elsewhere.
bool Lookup::checkOwner(const QString &path)
{
    if (!mayOthersWrite(path))
        return true;
    problem({path, 0}, Words::tr("Others than you may write the file, so ssh does not use it."),
            true, Words::tr("Look through it, then: chmod go-w %1").arg(path));
    return false;
}

void Lookup::readLine(QByteArray line, const Place &at, const FileRole &role, bool &active,
                      int depth)
{
    if (line.contains('\0'))
        return problem(at, Words::tr("The line has a NUL byte."), active);
    while (!line.isEmpty() && QByteArrayView(" \t\r\n\f").contains(line.back()))
        line.chop(1);
    std::optional<QByteArray> rest = line;
    std::optional<QByteArray> word = nextWord(rest);
    if (word && word->isEmpty())
        word = nextWord(rest);
    if (!word || word->isEmpty() || word->startsWith('#'))
        return;
    const QByteArray name = word->toLower();
    const QString shown = QString::fromUtf8(word->left(100));
    const SshKeyword *known = sshKeyword(name);
    const bool leads = name == "host" || name == "match" || name == "include";
    if (!known && !leads)
        return;
    if (!rest || rest->trimmed().isEmpty())
        return broken(at, shown, Words::tr("its argument is missing"), active);
    const std::optional<QByteArrayList> words = splitWords(*rest);
    if (!words && name != "match")
        return broken(at, shown, Words::tr("a quotation mark is not closed"), active);
    if (known)
        keyword(*known, *rest, *words, at, active);
    else if (name == "host")
        host(*words, at, role, active);
    else if (name == "match")
        active = match(*rest, at) && !role.neverMatches;
    else
        include(*words, at, role, active, depth);
}

void Lookup::host(const QByteArrayList &patterns, const Place &at, const FileRole &role,
                  bool &active)
{
    active = false;
    if (m_aliases)
        addAliases(patterns, at);
    if (role.neverMatches)
        return;
    for (const QByteArray &pattern : patterns) {
        if (pattern.isEmpty()) {
            active = false;
            return broken(at, u"Host"_s, Words::tr("an argument is empty"), true);
        }
        const bool excludes = pattern.startsWith('!');
        if (!matchesPattern(m_host, excludes ? QByteArrayView(pattern).sliced(1) : pattern))
            continue;
        active = !excludes;
        if (excludes)
            return;
    }
}

void Lookup::addAliases(const QByteArrayList &patterns, const Place &at)
{
    for (const QByteArray &pattern : patterns) {
        const QString name = QString::fromUtf8(pattern);
        if (pattern.isEmpty() || pattern.contains('*') || pattern.contains('?')
            || pattern.startsWith('!') || m_seenAliases.contains(name)
            || m_aliases->size() >= AliasesLimit)
            continue;
        m_seenAliases.insert(name);
        m_aliases->append({name, at.file, at.line});
    }
}

/// match_cfg_line()
bool Lookup::match(const QByteArray &conditions, const Place &at)
{
    const auto wrong = [&](const QString &why) {
        broken(at, u"Match"_s, why, true);
        return false;
    };
    std::optional<QByteArray> rest = conditions;
    bool result = true;
    int attributes = 0;
    while (const std::optional<QByteArray> word = nextWord(rest)) {
        if (word->isEmpty() || word->startsWith('#'))
            break;
        const bool negates = word->startsWith('!');
        const QByteArray name = word->mid(negates ? 1 : 0).toLower();
        if (name == "all") {
            const std::optional<QByteArray> more = nextWord(rest);
            if (attributes > 1 || (more && !more->isEmpty() && !more->startsWith('#')))
                return wrong(Words::tr("\"all\" does not stand alone"));
            return result && !negates;
        }
        ++attributes;
        if (name == "canonical" || name == "final") {
            m_wantsFinal = m_wantsFinal || name == "final";
            result = result && m_isFinal != negates;
            continue;
        }
        const std::optional<QByteArray> argument = nextWord(rest);
        if (!argument || argument->isEmpty() || argument->startsWith('#'))
            return wrong(Words::tr("\"%1\" lacks its argument").arg(QString::fromUtf8(name)));
        if (name == "host" || name == "originalhost" || name == "user" || name == "localuser") {
            result = result && matchOne(name, *argument) != negates;
        } else if (result) {
            problem(at,
                    name == "exec" ? Words::tr("Match exec is not run; the block was passed over.")
                                   : Words::tr("Match %1 is not known; the block was passed over.")
                                         .arg(QString::fromUtf8(name.left(100))),
                    false);
            result = false;
        }
    }
    return attributes == 0 ? wrong(Words::tr("its argument is missing")) : result;
}

bool Lookup::matchOne(const QByteArray &criterion, const QByteArray &argument) const
{
    const auto user = [this] {
        const auto set = m_found.settings.constFind("user");
        if (set != m_found.settings.cend())
            return set->words.first();
        return (m_query.defaultUser.isEmpty() ? localUserName() : m_query.defaultUser).toUtf8();
    };
    if (criterion == "user")
        return matchesPatternList(user(), argument);
    if (criterion == "localuser")
        return matchesPatternList(localUserName().toUtf8(), argument);
    const QByteArray host =
        criterion == "host" ? const_cast<Lookup *>(this)->hostName(false) : m_query.host.toUtf8();
    return matchesPatternList(host.toLower(), argument.toLower());
}

void Lookup::include(const QByteArrayList &patterns, const Place &at, const FileRole &role,
                     bool active, int depth)
{
    for (const QByteArray &pattern : patterns) {
        if (pattern.isEmpty())
            return broken(at, u"Include"_s, Words::tr("an argument is empty"), active);
        if (pattern.startsWith('~') && !role.isUsers)
            return broken(at, u"Include"_s,
                          Words::tr("a file of the system cannot include one of a user"), active);
        for (const QString &path : glob(pattern, role)) {
            bool inner = active; // which does not change it for what follows here
            readFile(path, {role.isUsers, true, role.neverMatches || !active}, inner, depth + 1);
        }
    }
}

QStringList Lookup::glob(const QByteArray &pattern, const FileRole &role) const
{
    QString path = withHome(QString::fromUtf8(pattern), m_files.home);
    if (!path.startsWith(u'/')) {
        const QString folder = role.isUsers ? m_files.home + u"/.ssh"_s
                               : m_files.system.isEmpty()
                                   ? u"/etc/ssh"_s
                                   : QFileInfo(m_files.system).absolutePath();
        path = folder + u'/' + path;
    }
    glob_t found = {};
    QStringList paths;
    if (::glob(QFile::encodeName(path).constData(), 0, nullptr, &found) == 0) {
        for (size_t i = 0; i < found.gl_pathc && paths.size() <= FilesLimit; ++i)
            paths.append(QFile::decodeName(found.gl_pathv[i]));
    }
    ::globfree(&found);
    return paths;
}

void Lookup::keyword(const SshKeyword &keyword, const QByteArray &rest, const QByteArrayList &words,
                     const Place &at, bool active)
{
    if (keyword.argument == SshArgument::Jump)
        return jump(rest, at, active);
    if (keyword.argument == SshArgument::Line) {
        // Of ProxyJump and ProxyCommand the first counts, but for "ProxyJump none".
        const QByteArrayList jumps = m_found.settings.value("proxyjump").words;
        if (active && (jumps.isEmpty() || jumps == QByteArrayList{"none"}))
            set(keyword, {rest}, at);
        return;
    }
    const auto value = sshValue(keyword, words);
    if (!value)
        return broken(at, QString::fromUtf8(keyword.name), value.error(), active);
    if (active && *value)
        set(keyword, **value, at);
}

/// parse_jump()
void Lookup::jump(QByteArray text, const Place &at, bool active)
{
    if (const qsizetype comment = text.indexOf('#'); comment >= 0)
        text.truncate(comment);
    const QByteArrayList hosts = text.trimmed().split(',');
    const bool isNone =
        hosts.size() == 1 && hosts.first().compare("none", Qt::CaseInsensitive) == 0;
    for (const QByteArray &host : hosts) {
        if (!isNone && !jumpHostFrom(host))
            return broken(at, u"ProxyJump"_s,
                          Words::tr("\"%1\" is not a host").arg(QString::fromUtf8(host.left(100))),
                          active);
    }
    if (active && !m_found.settings.contains("proxycommand"))
        set(*sshKeyword("proxyjump"), isNone ? QByteArrayList{"none"} : hosts, at);
}

void Lookup::set(const SshKeyword &keyword, const QByteArrayList &words, const Place &at)
{
    const auto known = m_found.settings.find(keyword.name);
    if (known == m_found.settings.end()) {
        m_found.settings.insert(keyword.name, {words, at.file, at.line});
        return;
    }
    if (keyword.argument != SshArgument::Adding || known->words.contains(words.first()))
        return;
    if (known->words.size() >= AddingLimit)
        return broken(at, QString::fromUtf8(keyword.name),
                      Words::tr("there are more than %1").arg(AddingLimit), true);
    known->words.append(words.first());
}

void Lookup::problem(const Place &at, const QString &why, bool stops, const QString &remedy)
{
    const SshConfigProblem found{at.file, at.line, why, stops, remedy};
    if (m_found.problems.size() < ProblemsLimit && !m_found.problems.contains(found))
        m_found.problems.append(found);
}

void Lookup::broken(const Place &at, const QString &keyword, const QString &why, bool active)
{
    problem(at, Words::tr("%1 cannot be understood: %2.").arg(keyword, why), active,
            Words::tr("Mend the line; \"ssh -G HOST\" tells whether ssh understands it."));
}

} // namespace

SshLookup lookUpSettings(const SshConfigFiles &files, SshConfigTexts &texts,
                         const SshHostQuery &query)
{
    return Lookup(files, texts, query).run();
}

QList<SshAlias> hostNames(const SshConfigFiles &files, SshConfigTexts &texts,
                          QList<SshConfigProblem> &problems)
{
    QList<SshAlias> aliases;
    const SshHostQuery nobody;
    Lookup lookup(files, texts, nobody);
    lookup.collect(aliases);
    problems = lookup.run().problems;
    return aliases;
}

} // namespace colonnade::profiles
