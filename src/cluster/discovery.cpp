// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/discovery.h"

#include "base/shell.h"
#include "cluster/discoverymerge.h"
#include "cluster/nonce.h"
#include "cluster/probeanswer.h"
#include "cluster/probescript.h"
#include "cluster/words.h"
#include "formats/clusterplacement.h"
#include "formats/corosyncnodes.h"
#include "formats/ocfs2conf.h"

#include <algorithm>

namespace colonnade::cluster {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Result;

namespace {

constexpr auto LookUpLimit = 8s;
constexpr qsizetype MostNodes = 300; // above what cman, OCFS2 and corosync can have

const QString ClusterConfName = u"cluster.conf"_s;
const QString Ocfs2Name = u"OCFS2"_s;
const QString CorosyncName = u"corosync.conf"_s;

constexpr char FilesScript[] = R"sh(R=${COLONNADE_ROOT:-}
mark() { printf '\n%s %s\n' "$N" "$1"; }
show() {
    [ -e "$R$2" ] || return 0
    if [ -r "$R$2" ]; then mark "$1"; bound 10 head -c 2000000 "$R$2"; else mark "$1-unreadable"; fi
}
mark host; uname -n
show conf /etc/cluster/cluster.conf
show ocfs2 /etc/ocfs2/cluster.conf
show corosync /etc/corosync/corosync.conf
mark end
)sh";

// Each name by a process of its own: a name server that is silent costs its own time only. An
// answer is one line, INDEX ADDRESS..., as others come in between: bash writes each line by itself.
constexpr char NamesScript[] = R"sh(look() {
    l_found=$(bound 6 getent ahosts "$2" </dev/null 2>/dev/null | head -c 2000 |
        while read -r l_number l_rest; do printf ' %s' "$l_number"; done)
    printf '%s%s\n' "$1" "$l_found"
}
printf '\n%s names\n' "$N"
)sh";

remote::Command reading(const QString &title, const QByteArray &script)
{
    remote::Command command;
    command.title = title;
    command.script = "(\n" + script + ") </dev/null 2>/dev/null\n";
    command.outputLimit = 8 * 1024 * 1024;
    command.readsOnly = true;
    return command;
}

Result<ProbeSections> readFiles(remote::Connection &connection, QByteArray &answer,
                                const std::stop_token &stop)
{
    const QByteArray nonce = freshNonce();
    const Result<remote::Output> output = connection.query(
        reading(Words::tr("Read which nodes the cluster has"),
                "N=" + base::shellQuoted(nonce) + '\n' + boundFunctions() + FilesScript),
        stop);
    if (!output)
        return std::unexpected(output.error());
    answer = output->out;
    Result<ProbeSections> sections = ProbeSections::split(answer, nonce);
    if (!sections)
        return base::failure(sections.error().code,
                             Words::tr("What %1 said of its cluster cannot be used: %2.")
                                 .arg(connection.node(), sections.error().message),
                             Words::tr("Look at the command and its output in the activity log."));
    return sections;
}

/// What the files say, and what is wrong with them.
class FileReader
{
public:
    FileReader(const ProbeSections &sections, QString node)
        : m_sections(sections), m_node(std::move(node))
    {
    }

    void readClusterConf();
    void readOcfs2();
    void readCorosync();

    QString clusterName;
    QList<Mention> mentions;
    QStringList problems;

private:
    bool has(const QByteArray &section, const QString &path);
    void note(const QString &path, const QString &why);
    void add(const QString &file, const QString &name, const QStringList &addresses = {});
    void nameCluster(const QString &name)
    {
        if (clusterName.isEmpty())
            clusterName = name;
    }

    const ProbeSections &m_sections;
    const QString m_node;
};

void FileReader::note(const QString &path, const QString &why)
{
    problems.append(Words::tr("%1 on %2 cannot be read: %3").arg(path, m_node, why.left(500)));
}

bool FileReader::has(const QByteArray &section, const QString &path)
{
    if (m_sections.has(section + "-unreadable"))
        note(path, Words::tr("%1 may not be read by this user").arg(path));
    return m_sections.has(section);
}

void FileReader::add(const QString &file, const QString &name, const QStringList &addresses)
{
    if (mentions.size() < MostNodes)
        mentions.append({file, name, addresses});
}

void FileReader::readClusterConf()
{
    if (!has("conf", u"/etc/cluster/cluster.conf"_s))
        return;
    const auto conf = formats::ClusterPlacement::parse(m_sections.text("conf"));
    if (!conf)
        return note(u"/etc/cluster/cluster.conf"_s, conf.error().message);
    nameCluster(conf->clusterName);
    for (const QString &node : conf->nodes)
        add(ClusterConfName, node);
}

void FileReader::readOcfs2()
{
    if (!has("ocfs2", u"/etc/ocfs2/cluster.conf"_s))
        return;
    const auto conf = formats::Ocfs2Conf::parse(m_sections.text("ocfs2").toByteArray());
    if (!conf)
        return note(u"/etc/ocfs2/cluster.conf"_s, conf.error().message);
    for (const formats::Ocfs2Cluster &cluster : conf->clusters()) {
        nameCluster(QString::fromUtf8(cluster.name));
        for (const formats::Ocfs2Node &node : conf->nodes(cluster.name))
            add(Ocfs2Name, QString::fromUtf8(node.name), {QString::fromUtf8(node.address)});
    }
}

/// Where there is a cluster.conf, cman makes corosync's configuration of it.
void FileReader::readCorosync()
{
    if (m_sections.has("conf") || !has("corosync", u"/etc/corosync/corosync.conf"_s))
        return;
    const auto conf = formats::CorosyncNodes::parse(m_sections.text("corosync"));
    if (!conf)
        return note(u"/etc/corosync/corosync.conf"_s, conf.error().message);
    nameCluster(conf->clusterName);
    for (const formats::CorosyncNode &node : conf->nodes)
        add(CorosyncName, node.name, node.addresses);
}

QByteArray namesScript(const QByteArray &nonce, const QStringList &names)
{
    QByteArray script = "N=" + base::shellQuoted(nonce) + '\n' + boundFunctions() + NamesScript;
    for (qsizetype i = 0; i < names.size(); ++i)
        script +=
            "look " + QByteArray::number(i) + ' ' + base::shellQuoted(names[i].toUtf8()) + " &\n";
    return script + "wait\nprintf '\\n%s end\\n' \"$N\"\n";
}

/// How the node itself looks @p names up; without an answer nothing is known.
QHash<QString, QStringList> lookUpOnNode(remote::Connection &connection, const QStringList &names,
                                         const std::stop_token &stop)
{
    const QByteArray nonce = freshNonce();
    const Result<remote::Output> output = connection.query(
        reading(Words::tr("Look up the nodes' names"), namesScript(nonce, names)), stop);
    const auto sections =
        output ? ProbeSections::split(output->out, nonce) : std::unexpected(output.error());
    QHash<QString, QStringList> result;
    for (const QString &line : sections ? sections->lines("names") : QStringList()) {
        QStringList numbers = line.split(u' ');
        const QString index = numbers.takeFirst();
        numbers.removeIf([](const QString &number) { return !isAddress(number); });
        numbers.removeDuplicates();
        bool isNumber = false;
        const qsizetype i = index.toLongLong(&isNumber);
        if (isNumber && i >= 0 && i < names.size() && !numbers.isEmpty())
            result.insert(names[i], numbers);
    }
    return result;
}

/// What can be neither a host's name nor an option of whatever is run with it.
bool isPlainName(const QString &name)
{
    return !name.startsWith(u'-') && name.size() <= 255 && std::ranges::all_of(name, [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || u".-_"_s.contains(c));
    });
}

} // namespace

Result<Discovery> discover(remote::Connection &connection, const profiles::Profile &from,
                           const QList<profiles::Profile> &known, std::stop_token stop)
{
    QByteArray answer; // the sections are views into it
    const Result<ProbeSections> sections = readFiles(connection, answer, stop);
    if (!sections)
        return std::unexpected(sections.error());
    FileReader files(*sections, connection.node());
    files.readClusterConf();
    files.readOcfs2();
    files.readCorosync();

    DiscoveryFacts facts;
    facts.hostName = sections->line("host");
    facts.mentions = files.mentions;
    facts.throughJump = !from.jump.isNone();
    QStringList names = namesToLookUp(files.mentions, known);
    names.removeIf([](const QString &name) { return !isPlainName(name); });
    facts.onNode = lookUpOnNode(connection, names, stop);
    facts.here = facts.throughJump ? facts.onNode : HostLookup::addresses(names, LookUpLimit, stop);
    if (stop.stop_requested())
        return base::failure(base::ErrorCode::Canceled,
                             Words::tr("The search for nodes was stopped."));
    return Discovery{files.clusterName, mergeMentions(facts, from, known), files.problems};
}

profiles::Profile profileFor(const FoundNode &found, const profiles::Profile &from,
                             const QList<profiles::Profile> &known)
{
    profiles::Profile profile = from;
    profile.id.clear();
    profile.note.clear();
    profile.migrationAddress.clear();
    profile.host = found.address;
    profile.name = found.name;
    const auto isTaken = [&](const QString &name) {
        return std::ranges::any_of(known, [&](const auto &p) { return p.name == name; });
    };
    for (int number = 2; isTaken(profile.name); ++number)
        profile.name = u"%1-%2"_s.arg(found.name, QString::number(number));
    return profile;
}

} // namespace colonnade::cluster
