// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/monitor.h"

#include "cluster/nodewatch.h"
#include "cluster/picture.h"
#include "cluster/words.h"

#include <algorithm>

namespace colonnade::cluster {

using namespace std::chrono_literals;
using base::Result;

namespace {

constexpr auto StatusInterval = 250ms; // how long a lost connection may go unseen

} // namespace

class Monitor::Private
{
public:
    Private(QString clusterName, const QList<profiles::Profile> &profiles,
            const Connector &connector, Listener listener, MonitorOptions options);
    ~Private();

    NodeWatch *find(const QString &name) const;
    /// Calls @p work for every node at the same time, and returns when all are done.
    void onAll(const std::function<void(NodeWatch &)> &work) const;
    void followStatus(std::stop_token stop) const;
    void detailsCame() const;
    QStringList names() const;

    Picture picture;
    std::vector<std::unique_ptr<NodeWatch>> nodes;
    std::jthread statusThread;
};

Monitor::Private::Private(QString clusterName, const QList<profiles::Profile> &profiles,
                          const Connector &connector, Listener listener, MonitorOptions options)
    : picture(std::move(clusterName), profiles, std::move(listener))
{
    for (qsizetype i = 0; i < profiles.size(); ++i) {
        nodes.push_back(std::make_unique<NodeWatch>(i, connector(profiles[i]), picture, options,
                                                    [this] { detailsCame(); }));
    }
}

Monitor::Private::~Private()
{
    statusThread.request_stop();
    // At the same time: each waits for what its node is doing.
    onAll([](NodeWatch &node) { node.requestStop(); });
}

NodeWatch *Monitor::Private::find(const QString &name) const
{
    const auto found =
        std::ranges::find(nodes, name, [](const auto &node) { return node->name(); });
    return found == nodes.end() ? nullptr : found->get();
}

void Monitor::Private::onAll(const std::function<void(NodeWatch &)> &work) const
{
    std::vector<std::jthread> threads;
    for (const auto &node : nodes)
        threads.emplace_back([&work, &node] { work(*node); });
}

/// By asking, as not every kind of connection tells of itself, and as its node's thread may be
/// waiting for an answer that will not come.
void Monitor::Private::followStatus(std::stop_token stop) const
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
        for (const auto &node : nodes)
            node->noteStatus();
        never.wait_for(lock, stop, StatusInterval, [] { return false; });
    }
}

void Monitor::Private::detailsCame() const
{
    const QStringList paths = picture.paths();
    for (const auto &node : nodes)
        node->wantPaths(paths);
}

QStringList Monitor::Private::names() const
{
    QStringList result;
    for (const auto &node : nodes)
        result.append(node->name());
    return result;
}

Monitor::Monitor(QString clusterName, const QList<profiles::Profile> &nodes,
                 const Connector &connector, Listener listener, MonitorOptions options)
    : d(std::make_unique<Private>(std::move(clusterName), nodes, connector, std::move(listener),
                                  options))
{
}

Monitor::~Monitor() = default;

void Monitor::start()
{
    if (d->statusThread.joinable())
        return;
    for (const auto &node : d->nodes)
        node->start();
    d->statusThread =
        std::jthread([this](std::stop_token stop) { d->followStatus(std::move(stop)); });
}

void Monitor::refreshAll()
{
    for (const auto &node : d->nodes)
        node->wake(true);
}

ClusterState Monitor::readOnce(std::stop_token stop, bool withPeers)
{
    d->onAll([&stop](NodeWatch &node) { std::ignore = node.read(true, stop); });
    const QStringList paths = d->picture.paths();
    d->onAll([&stop, &paths](NodeWatch &node) {
        // One that failed is not tried twice: it may have cost its whole deadline.
        if (node.hasBeenRead() && node.lacksPaths(paths))
            std::ignore = node.read(true, stop);
    });
    if (withPeers) {
        const QStringList names = d->names();
        d->onAll([&stop, &names](NodeWatch &node) { std::ignore = node.testPeers(names, stop); });
    }
    return d->picture.state();
}

remote::Connection *Monitor::connection(const QString &node)
{
    const NodeWatch *found = d->find(node);
    return found ? &found->connection() : nullptr;
}

ClusterState Monitor::state() const
{
    return d->picture.state();
}

Result<NodeFacts> Monitor::refresh(const QString &node, const QStringList &peers,
                                   std::stop_token stop)
{
    NodeWatch *found = d->find(node);
    if (!found) {
        return base::failure(
            base::ErrorCode::NotFound,
            Words::tr("There is no node called %1 in cluster %2.").arg(node, state().name));
    }
    Result<void> done = found->read(true, stop);
    // The first reading is what tells which paths there are to look up.
    if (done && found->lacksPaths(d->picture.paths()))
        done = found->read(true, stop);
    if (done && !peers.isEmpty())
        done = found->testPeers(peers, stop);
    if (!done)
        return std::unexpected(done.error());
    return *state().node(node)->facts;
}

} // namespace colonnade::cluster
