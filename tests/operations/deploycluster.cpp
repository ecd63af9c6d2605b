// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/deploycluster.h"

#include "formats/clusterconf.h"
#include "remote/nodefile.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace colonnade::test {

namespace {

/// cman as far as a roll-out sees it: `running` of a node's folder is the version that it runs, and
/// `activations` what it was told. A node with the file `refuse` says no.
constexpr char CmanTool[] = R"sh(cd "$COLONNADE_ROOT" || exit 1
[ "$1" = -V ] && { echo "cman_tool $(cat generation) (built Sep 29 2012 14:34:10)"; exit 0; }
[ -e running ] || { echo "cman_tool: Cannot open connection to cman, is it running ?" >&2; exit 1; }
if [ "$1" = status ]; then
    printf 'Config Version: %s\nFlags: 2node %s\n' "$(cat running)" "$(cat flags 2>/dev/null)"
elif [ $# -eq 1 ]; then
    echo "6.2.0 config $(cat running)"
else
    echo "cman_tool $*" >>activations
    [ ! -e refuse ] || { echo "cman_tool: it was refused" >&2; exit 1; }
    v=$(sed -n 's/.*config_version="\([0-9]*\)".*/\1/p' etc/cluster/cluster.conf)
    for n in ../node*; do [ ! -e "$n/running" ] || echo "$v" >"$n/running"; done
fi
)sh";

/// The one of cluster 2, whose ccsd writes the file of every member anew.
constexpr char CcsTool[] = R"sh(cd "$COLONNADE_ROOT" || exit 1
echo "ccs_tool $1" >>activations
v=$(sed -n 's/.*config_version="\([0-9]*\)".*/\1/p' "$2")
for n in ../node*; do
    [ -e "$n/running" ] || continue
    [ -e notcman ] || echo "$v" >"$n/running"
    tr "'" '"' <"$n/etc/cluster/cluster.conf" | sed 's/^  */\t/' >"$n/ccsd"
    mv "$n/ccsd" "$n/etc/cluster/cluster.conf"
done
printf 'Config file updated from version 1 to %s\n\nUpdate complete.\n' "$v"
)sh";

} // namespace

const QByteArray DeployCluster::ForeignBytes =
    "of somebody else\n"; // nothing that ccsd spells otherwise

DeployCluster::DeployCluster(int count, QString path, QByteArray bytes)
    : m_path(std::move(path)), m_bytes(std::move(bytes))
{
    for (int i = 1; i <= count; ++i) {
        const QString name = u"node%1"_s.arg(i);
        m_nodes.push_back(std::make_unique<TestNode>(name, m_top.filePath(name)));
        TestNode &node = *m_nodes.back();
        node.write(m_path, m_bytes);
        const std::size_t index = m_nodes.size() - 1;
        node.connection().setHandler(
            [this, index](const Call &call) { return carryOut(index, call); });
    }
}

void DeployCluster::meddle(Meddler meddler)
{
    const std::lock_guard lock(m_mutex);
    m_meddler = std::move(meddler);
}

void DeployCluster::watch(Watcher watcher)
{
    const std::lock_guard lock(m_mutex);
    m_watcher = std::move(watcher);
}

void DeployCluster::install(const QString &program, const QByteArray &script)
{
    for (const auto &node : m_nodes)
        node->write(u"bin/"_s + program, "#!/bin/sh\n" + script, true);
}

void DeployCluster::startCman(const QByteArray &generation, int version, const QStringList &stopped)
{
    install(u"cman_tool"_s, CmanTool);
    if (generation.startsWith("2.")) {
        install(u"ccsd"_s, "exit 1\n");
        install(u"ccs_tool"_s, CcsTool);
    }
    for (const auto &node : m_nodes) {
        node->write(u"generation"_s, generation);
        if (!stopped.contains(node->name()))
            node->write(u"running"_s, QByteArray::number(version) + '\n');
    }
}

int DeployCluster::commands() const
{
    const std::lock_guard lock(m_mutex);
    return m_commands;
}

bool DeployCluster::isDead() const
{
    const std::lock_guard lock(m_mutex);
    return m_dead;
}

void DeployCluster::revive()
{
    const std::lock_guard lock(m_mutex);
    m_meddler = {};
    m_watcher = {};
    m_dead = false;
    m_silent.clear();
    for (const auto &node : m_nodes)
        QFile::remove(node->path(u"bin/dd"_s));
}

QByteArray DeployCluster::fileOf(std::size_t index) const
{
    return m_nodes[index]->read(m_path);
}

QStringList DeployCluster::folderOf(std::size_t index) const
{
    const QString folder = m_nodes[index]->path(m_path).section(u'/', 0, -2);
    return QDir(folder).entryList(QDir::Files | QDir::Hidden);
}

operations::DeployRequest DeployCluster::request(const QByteArray &bytes) const
{
    operations::DeployRequest request{u"test"_s, m_path, bytes, {}, {}, {}};
    for (const auto &node : m_nodes)
        request.targets.append({node->name(), remote::sha256Of(m_bytes)});
    return request;
}

remote::Connection *DeployCluster::connection(const QString &name)
{
    for (const auto &node : m_nodes) {
        if (node->name() == name)
            return &node->connection();
    }
    return nullptr;
}

cluster::ClusterState DeployCluster::state() const
{
    cluster::ClusterState state;
    state.name = u"test"_s;
    for (const auto &node : m_nodes) {
        cluster::NodeState each;
        each.profile.name = node->name();
        each.connection.phase = remote::Phase::Connected;
        each.facts.emplace();
        if (node->exists(m_path))
            each.facts->fileHashes[m_path] = remote::sha256Of(node->read(m_path));
        if (const auto conf = formats::ClusterConf::parse(node->read(m_path))) {
            each.facts->clusterConf.emplace();
            each.facts->clusterConf->configVersion = conf->configVersion();
        }
        state.nodes.append(each);
    }
    return state;
}

base::Result<cluster::NodeFacts> DeployCluster::refresh(const QString &, const QStringList &,
                                                        std::stop_token)
{
    return base::failure(base::ErrorCode::Unsupported, u"not asked for"_s);
}

/// A dd that fails as on a full disk, after it has written a part.
void DeployCluster::fillDisk(std::size_t index)
{
    m_nodes[index]->write(u"bin/dd"_s,
                          "#!/bin/sh\ncase $1 in if=*) exit 0;; esac\ncat >/dev/null\n"
                          "for w; do case $w in of=*) printf half >\"${w#of=}\";; esac; done\n"
                          "echo \"dd: error writing: No space left on device\" >&2\nexit 1\n",
                          true);
}

DeployCluster::Fault DeployCluster::faultOf(const QString &node, const remote::Command &command)
{
    const std::lock_guard lock(m_mutex);
    if (m_dead || m_silent.contains(node))
        return Fault::LostBefore;
    Fault fault = m_meddler ? m_meddler(node, m_commands) : Fault::None;
    if (fault == Fault::None && m_watcher)
        fault = m_watcher(node, command);
    ++m_commands;
    if (fault == Fault::Silent)
        m_silent.append(node);
    return fault;
}

base::Result<remote::Output> DeployCluster::carryOut(std::size_t index, const Call &call)
{
    TestNode &node = *m_nodes[index];
    const Fault fault = faultOf(node.name(), call.command);
    const auto lost = base::failure(base::ErrorCode::ConnectionLost, u"The connection was cut."_s);
    if (fault == Fault::LostBefore || fault == Fault::Silent)
        return lost;
    if (fault == Fault::DiskFull)
        fillDisk(index);
    if (fault == Fault::Foreign)
        node.write(m_path, ForeignBytes);
    base::Result<remote::Output> output = node.carryOut(call);
    if (fault == Fault::Died) {
        const std::lock_guard lock(m_mutex);
        m_dead = true;
    }
    if (fault == Fault::Died || fault == Fault::LostAfter)
        return lost;
    return output;
}

} // namespace colonnade::test
