// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/deploycluster.h"

#include "remote/nodefile.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace colonnade::test {

const QByteArray DeployCluster::ForeignBytes = "somebody else's\n";

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

base::Result<remote::Output> DeployCluster::carryOut(std::size_t index, const Call &call)
{
    const TestNode &node = *m_nodes[index];
    Fault fault = Fault::None;
    {
        const std::lock_guard lock(m_mutex);
        const auto lost =
            base::failure(base::ErrorCode::ConnectionLost, u"The connection was cut."_s);
        if (m_dead || m_silent.contains(node.name()))
            return lost;
        if (m_meddler)
            fault = m_meddler(node.name(), m_commands);
        ++m_commands;
        if (fault == Fault::LostBefore)
            return lost;
        if (fault == Fault::Silent) {
            m_silent.append(node.name());
            return lost;
        }
    }
    if (fault == Fault::DiskFull)
        fillDisk(index);
    if (fault == Fault::Foreign)
        m_nodes[index]->write(m_path, ForeignBytes);
    base::Result<remote::Output> output = node.carryOut(call);
    if (fault == Fault::Died) {
        const std::lock_guard lock(m_mutex);
        m_dead = true;
    }
    if (fault == Fault::Died || fault == Fault::LostAfter)
        return base::failure(base::ErrorCode::ConnectionLost, u"The connection was cut."_s);
    return output;
}

} // namespace colonnade::test
