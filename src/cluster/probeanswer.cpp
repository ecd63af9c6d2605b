// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/probeanswer.h"

#include "cluster/probescript.h"
#include "cluster/words.h"
#include "toolstack/parse.h"

#include <QRegularExpression>

#include <set>

namespace colonnade::cluster {

using namespace Qt::StringLiterals;
using base::Result;
using toolstack::DomainConfig;
using toolstack::DomainRow;
using toolstack::Kind;

namespace {

/// The configurations of one node, found as the rows need them.
class Configs
{
public:
    explicit Configs(QList<DomainConfig> configs) : m_configs(std::move(configs))
    {
        for (qsizetype i = 0; i < m_configs.size(); ++i) {
            if (m_configs[i].id)
                m_byId.insert(*m_configs[i].id, i);
            else
                m_byName.insert(m_configs[i].name, i);
        }
    }

    std::optional<DomainConfig> of(const DomainRow &row) const
    {
        const qsizetype index = row.id ? m_byId.value(*row.id, -1) : m_byName.value(row.name, -1);
        if (index < 0)
            return {};
        return m_configs[index];
    }

private:
    QList<DomainConfig> m_configs;
    QHash<int, qsizetype> m_byId;
    QHash<QString, qsizetype> m_byName;
};

Guest makeGuest(const DomainRow &row, Kind kind, std::optional<DomainConfig> config)
{
    Guest guest;
    guest.name = row.name;
    guest.domainId = row.id;
    guest.state = toolstack::runState(row, kind);
    guest.stateLetters = row.state;
    guest.memoryMiB = row.memoryMiB;
    guest.vcpus = row.vcpus;
    guest.cpuSeconds = row.cpuSeconds;
    if (config) {
        guest.uuid = config->uuid;
        guest.maxMemoryMiB = config->maxMemoryKiB / 1024;
    }
    guest.config = std::move(config);
    return guest;
}

/// One node's answer on its way to facts.
class FactsReader
{
public:
    FactsReader(const ProbeSections &sections, const QString &node, const ProbeRequest &request,
                const ProbeTimes &times)
        : m_sections(sections), m_node(node), m_request(request), m_times(times)
    {
    }

    NodeFacts read();

private:
    void readIdentity();
    void readToolstack();
    void readList(Kind kind);
    void readInfo();
    void readSuite();
    void readDetails();
    void readClusterConf();
    void readGeneration();
    void readPorts();
    void readHashes();
    void readAddresses();
    void readOcfs2();
    void keepDetails(const NodeFacts &known);
    QList<DomainConfig> configs(Kind kind, const QList<DomainRow> &rows) const;
    QList<DomainConfig> knownConfigs(const QList<DomainRow> &rows) const;
    QString failed(const QString &command, const QString &why) const;

    const ProbeSections &m_sections;
    const QString &m_node;
    const ProbeRequest &m_request;
    const ProbeTimes &m_times;
    NodeFacts m_facts;
};

NodeFacts FactsReader::read()
{
    m_facts.readAt = m_times.answered;
    readIdentity();
    readToolstack();
    readSuite();
    if (m_sections.has("details"))
        readDetails();
    else if (m_request.known)
        keepDetails(*m_request.known);
    return m_facts;
}

QString FactsReader::failed(const QString &command, const QString &why) const
{
    return Words::tr("%1 failed on %2: %3.")
        .arg(command, m_node, why.endsWith(u'.') ? why.chopped(1) : why);
}

void FactsReader::readIdentity()
{
    m_facts.hostName = m_sections.line("hostname").left(255);
    m_facts.bootId = m_sections.line("boot").left(64);
    m_facts.clockOffsetMs = clockOffset(m_sections, m_times);
    m_facts.guestSignature = m_sections.text("signature").toByteArray();
}

void FactsReader::readToolstack()
{
    const QString tool = m_sections.line("toolstack");
    if (tool == "xl"_L1 || tool == "xm"_L1) {
        m_facts.toolstack = tool == "xl"_L1 ? Kind::Xl : Kind::Xm;
        readList(*m_facts.toolstack);
        readInfo();
        return;
    }
    const QString why = m_sections.line("why");
    if (why == "no-command"_L1)
        m_facts.toolstackProblem = Words::tr("%1 runs Xen, but has neither xl nor xm.").arg(m_node);
    else if (why == "no-control"_L1)
        m_facts.toolstackProblem = Words::tr("%1 runs on Xen, but is not its control domain "
                                             "(/proc/xen/capabilities does not say control_d).")
                                       .arg(m_node);
    else
        m_facts.toolstackProblem = Words::tr("%1 does not run Xen.").arg(m_node);
}

void FactsReader::readList(Kind kind)
{
    const QString command = toolstack::kindName(kind) + u" list"_s;
    if (!m_sections.succeeded("list")) {
        m_facts.toolstackProblem = failed(command, m_sections.problem("list"));
        return;
    }
    const Result<QList<DomainRow>> rows = toolstack::parseList(m_sections.text("list"), kind);
    if (!rows) {
        m_facts.toolstackProblem = failed(command, rows.error().message);
        return;
    }
    const Configs known(configs(kind, *rows));
    for (const DomainRow &row : *rows) {
        if (row.id == 0)
            m_facts.domain0 = row;
        else
            m_facts.guests.append(makeGuest(row, kind, known.of(row)));
    }
}

QList<DomainConfig> FactsReader::configs(Kind kind, const QList<DomainRow> &rows) const
{
    if (m_sections.has("long")) {
        const QByteArrayView text = m_sections.text("long");
        const Result<QList<DomainConfig>> configs =
            kind == Kind::Xl ? toolstack::parseXlListLong(text) : toolstack::parseXmListLong(text);
        if (configs && (m_sections.succeeded("long") || !configs->isEmpty()))
            return *configs;
    }
    return knownConfigs(rows);
}

/// The last known configurations of guests that are still the same domain.
QList<DomainConfig> FactsReader::knownConfigs(const QList<DomainRow> &rows) const
{
    QList<DomainConfig> result;
    if (!m_request.known || m_request.known->bootId != m_facts.bootId)
        return result;
    std::set<std::pair<int, QString>> present;
    for (const DomainRow &row : rows)
        present.insert({row.id.value_or(-1), row.name});
    for (const Guest &guest : m_request.known->guests) {
        if (guest.config && present.contains({guest.domainId.value_or(-1), guest.name}))
            result.append(*guest.config);
    }
    return result;
}

void FactsReader::readInfo()
{
    if (!m_sections.has("info"))
        return;
    const QString command = toolstack::kindName(*m_facts.toolstack) + u" info"_s;
    if (!m_sections.succeeded("info")) {
        m_facts.infoProblem = failed(command, m_sections.problem("info"));
        return;
    }
    if (Result<toolstack::HostInfo> info = toolstack::parseInfo(m_sections.text("info")))
        m_facts.info = *std::move(info);
    else
        m_facts.infoProblem = failed(command, info.error().message);
}

void FactsReader::readSuite()
{
    if (m_sections.has("clustat")) {
        // Its exit status is that of the service asked for; what it printed tells.
        if (auto status = toolstack::parseClustat(m_sections.text("clustat")))
            m_facts.clustat = *std::move(status);
        else
            m_facts.clustatProblem = failed(u"clustat -x"_s, m_sections.problem("clustat"));
    }
    if (m_sections.has("cman")) {
        auto status = toolstack::parseCmanStatus(m_sections.text("cman"));
        if (status && m_sections.succeeded("cman"))
            m_facts.cman = *std::move(status);
        else
            m_facts.cmanProblem = failed(u"cman_tool status"_s, m_sections.problem("cman"));
    }
    if (m_sections.succeeded("nodes"))
        m_facts.cmanMembers = toolstack::parseCmanNodes(m_sections.text("nodes"))
                                  .value_or(QList<toolstack::Member>());
}

void FactsReader::readDetails()
{
    m_facts.detailsReadAt = m_facts.readAt;
    // Configurations that were not told, as of a guest that is just being built, are asked for
    // again.
    if (m_sections.has("long") && !m_sections.succeeded("long"))
        m_facts.guestSignature.clear();
    m_facts.bridges = m_sections.lines("bridges");
    if (m_sections.succeeded("ovs"))
        m_facts.bridges += m_sections.lines("ovs");
    m_facts.autostart = m_sections.lines("auto");
    m_facts.relocationPort = relocationPort(m_sections.text("xend"));
    m_facts.hasXenstoreWatch = m_sections.line("watch") == "yes"_L1;
    m_facts.paths = readPaths(m_sections.text("paths"), askablePaths(m_request.paths),
                              m_sections.succeeded("paths"));
    readClusterConf();
    readGeneration();
    readPorts();
    readHashes();
    readAddresses();
    readOcfs2();
}

void FactsReader::readClusterConf()
{
    if (!m_sections.has("conf"))
        return;
    const QString file = u"/etc/cluster/cluster.conf"_s;
    if (!m_sections.succeeded("conf")) {
        m_facts.clusterConfProblem =
            Words::tr("%1 of %2 cannot be read: %3.").arg(file, m_node, m_sections.problem("conf"));
        return;
    }
    if (auto conf = formats::ClusterPlacement::parse(m_sections.text("conf")))
        m_facts.clusterConf = *std::move(conf);
    else
        m_facts.clusterConfProblem =
            Words::tr("%1 of %2: %3").arg(file, m_node, conf.error().message);
}

/// Of `cman_tool -V`: "cman_tool 3.0.12 (built Feb 14 2011 10:00:00)". The protocol's number, which
/// `cman_tool version` and `status` print (6.2.0), is the same in all of them.
void FactsReader::readGeneration()
{
    static const QRegularExpression version(u"^cman_tool ([0-9])\\.([0-9]{1,9})\\b"_s);
    if (!m_sections.succeeded("suite"))
        return;
    const auto match = version.match(m_sections.lines("suite").value(0));
    const int major = match.captured(1).toInt();
    const int minor = match.captured(2).toInt();
    if (major == 1 || major == 2)
        m_facts.clusterGeneration = formats::ClusterGeneration::Cluster2;
    else if (major == 3)
        m_facts.clusterGeneration = minor == 0 ? formats::ClusterGeneration::Cluster30
                                               : formats::ClusterGeneration::Cluster31;
}

/// Of lines as in /proc/net/tcp: number, local address:port, remote one, state (0A: listening).
void FactsReader::readPorts()
{
    std::set<int> ports;
    for (const QByteArrayView bytes : m_sections.rawLines("ports")) {
        const QList<QByteArray> fields = bytes.toByteArray().simplified().split(' ');
        if (fields.size() < 4 || fields[3] != "0A")
            continue;
        bool ok = false;
        const int port = fields[1].mid(fields[1].lastIndexOf(':') + 1).toInt(&ok, 16);
        if (ok && port > 0 && port < 65536)
            ports.insert(port);
    }
    m_facts.listeningPorts = QList<int>(ports.begin(), ports.end());
}

/// Of sha256sum ("HASH  NAME") or, where a node has none, of openssl ("SHA256(NAME)= HASH").
void FactsReader::readHashes()
{
    static const QRegularExpression sum(u"^([0-9a-f]{64}) [ *](.+)$"_s);
    static const QRegularExpression digest(u"^SHA(?:2-)?256\\((.+)\\)= ([0-9a-f]{64})$"_s);
    for (const QByteArrayView bytes : m_sections.rawLines("hashes")) {
        const QString line = QString::fromUtf8(bytes);
        if (const auto match = sum.match(line); match.hasMatch())
            m_facts.fileHashes.insert(u"/etc/"_s + match.captured(2), match.captured(1).toLatin1());
        else if (const auto other = digest.match(line); other.hasMatch())
            m_facts.fileHashes.insert(u"/etc/"_s + other.captured(1), other.captured(2).toLatin1());
    }
}

void FactsReader::readAddresses()
{
    if (m_sections.succeeded("ip"))
        m_facts.addresses = toolstack::parseIpAddresses(m_sections.text("ip"));
    else if (m_sections.has("fib"))
        m_facts.addresses = toolstack::parseFibTrie(m_sections.text("fib"));
}

void FactsReader::readOcfs2()
{
    Ocfs2Facts &ocfs2 = m_facts.ocfs2;
    ocfs2.stack = m_sections.line("stack").left(16);
    ocfs2.isLoaded = m_sections.has("o2cb");
    ocfs2.clusters = toolstack::parseO2cbTree(m_sections.text("o2cb"));
    ocfs2.mounts = toolstack::parseOcfs2Mounts(m_sections.text("mounts"));
    ocfs2.defaultsPath = m_sections.line("defaults");
    if (m_sections.succeeded("o2cbfile"))
        ocfs2.defaults = m_sections.text("o2cbfile").toByteArray();
    else if (!ocfs2.defaultsPath.isEmpty())
        ocfs2.defaultsProblem =
            Words::tr("%1 of %2 cannot be read: %3.")
                .arg(ocfs2.defaultsPath, m_node, m_sections.problem("o2cbfile"));
}

void FactsReader::keepDetails(const NodeFacts &known)
{
    m_facts.detailsReadAt = known.detailsReadAt;
    m_facts.clusterConf = known.clusterConf;
    m_facts.clusterConfProblem = known.clusterConfProblem;
    m_facts.bridges = known.bridges;
    m_facts.listeningPorts = known.listeningPorts;
    m_facts.paths = known.paths;
    m_facts.autostart = known.autostart;
    m_facts.fileHashes = known.fileHashes;
    m_facts.relocationPort = known.relocationPort;
    m_facts.hasXenstoreWatch = known.hasXenstoreWatch;
    m_facts.clusterGeneration = known.clusterGeneration;
    m_facts.addresses = known.addresses;
    m_facts.ocfs2 = known.ocfs2;
}

} // namespace

NodeFacts readFacts(const ProbeSections &sections, const QString &node, const ProbeRequest &request,
                    const ProbeTimes &times)
{
    return FactsReader(sections, node, request, times).read();
}

} // namespace colonnade::cluster
