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

using Watches = std::vector<std::shared_ptr<NodeWatch>>;

/// Calls @p work for every node at the same time, and returns when all are done.
void onAll(const Watches &nodes, const std::function<void(NodeWatch &)> &work)
{
    std::vector<std::jthread> threads;
    for (const auto &node : nodes)
        threads.emplace_back([&work, &node] { work(*node); });
}

/// Whether a connection made for the one serves the other.
bool sameButForNote(profiles::Profile a, const profiles::Profile &b)
{
    a.note = b.note;
    return a == b;
}

} // namespace

class Monitor::Private
{
public:
    Private(QString clusterName, Connector connector, Listener listener, MonitorOptions options)
        : picture(std::move(clusterName), std::move(listener)),
          m_connector(std::move(connector)),
          m_options(options)
    {
    }
    ~Private();

    void setNodes(const QList<profiles::Profile> &profiles);
    void arrange();
    void start();
    void close(const QString &name, bool closed);
    void wakeAll() const;
    /// Makes what is missing first.
    Watches all();
    std::shared_ptr<NodeWatch> find(const QString &name);

    Picture picture;

private:
    /// A node that is wanted.
    struct Member
    {
        Picture::Place place;
        bool closed = false;              ///< what its connection is to be when it is made
        std::shared_ptr<NodeWatch> watch; ///< null: not made yet
    };

    Watches made() const;
    bool isComplete() const;
    void makeMissing();
    std::optional<Picture::Place> missing() const;
    void adopt(int id, std::shared_ptr<NodeWatch> watch);
    void endLeaving();
    void followStatus(std::stop_token stop) const;
    void detailsCame() const;

    const Connector m_connector;
    const MonitorOptions m_options;

    std::mutex m_making; ///< locked first; held while connections are made
    bool m_started = false;

    mutable std::mutex m_mutex; ///< of what follows; never held while anything waits
    std::vector<Member> m_members;
    Watches m_leaving; ///< to be ended
    int m_lastId = 0;

    std::jthread m_statusThread;
};

Monitor::Private::~Private()
{
    m_statusThread.request_stop();
    Watches nodes = made();
    nodes.insert(nodes.end(), m_leaving.begin(), m_leaving.end());
    // At the same time: each waits for what its node is doing.
    onAll(nodes, [](NodeWatch &node) { node.end(); });
}

void Monitor::Private::setNodes(const QList<profiles::Profile> &profiles)
{
    const std::scoped_lock lock(m_mutex);
    std::vector<Member> next;
    QList<Picture::Place> places;
    for (const profiles::Profile &profile : profiles) {
        const auto same = std::ranges::find_if(m_members, [&profile](const Member &member) {
            return sameButForNote(member.place.profile, profile);
        });
        Member member;
        if (same != m_members.end()) {
            member = std::move(*same);
            m_members.erase(same);
        } else {
            member.place.id = ++m_lastId;
        }
        member.place.profile = profile;
        places.append(member.place);
        next.push_back(std::move(member));
    }
    for (Member &gone : m_members) {
        if (gone.watch)
            m_leaving.push_back(std::move(gone.watch));
    }
    m_members = std::move(next);
    picture.arrange(places);
}

Watches Monitor::Private::made() const
{
    const std::scoped_lock lock(m_mutex);
    Watches nodes;
    for (const Member &member : m_members) {
        if (member.watch)
            nodes.push_back(member.watch);
    }
    return nodes;
}

bool Monitor::Private::isComplete() const
{
    const std::scoped_lock lock(m_mutex);
    return std::ranges::all_of(m_members,
                               [](const Member &member) { return member.watch != nullptr; });
}

Watches Monitor::Private::all()
{
    if (!isComplete())
        makeMissing();
    return made();
}

std::shared_ptr<NodeWatch> Monitor::Private::find(const QString &name)
{
    const Watches nodes = all();
    const auto found =
        std::ranges::find(nodes, name, [](const auto &node) { return node->name(); });
    return found == nodes.end() ? nullptr : *found;
}

void Monitor::Private::arrange()
{
    makeMissing();
    endLeaving();
}

void Monitor::Private::makeMissing()
{
    const std::scoped_lock making(m_making);
    while (const std::optional<Picture::Place> place = missing()) {
        adopt(place->id, std::make_shared<NodeWatch>(place->id, place->profile.name,
                                                     m_connector(place->profile), picture,
                                                     m_options, [this] { detailsCame(); }));
    }
}

std::optional<Picture::Place> Monitor::Private::missing() const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = std::ranges::find(m_members, nullptr, &Member::watch);
    return found == m_members.end() ? std::nullopt : std::optional(found->place);
}

/// By now another profile may have come in the place of the one that it was made for.
void Monitor::Private::adopt(int id, std::shared_ptr<NodeWatch> watch)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = std::ranges::find(m_members, id, [](const Member &m) { return m.place.id; });
    if (found == m_members.end()) {
        m_leaving.push_back(std::move(watch));
        return;
    }
    if (found->closed)
        watch->connection()->close();
    if (m_started)
        watch->start();
    found->watch = std::move(watch);
}

void Monitor::Private::endLeaving()
{
    Watches leaving;
    {
        const std::scoped_lock lock(m_mutex);
        leaving = std::exchange(m_leaving, {});
    }
    onAll(leaving, [](NodeWatch &node) { node.end(); });
}

void Monitor::Private::start()
{
    const std::scoped_lock making(m_making);
    if (std::exchange(m_started, true))
        return;
    for (const auto &node : made())
        node->start();
    m_statusThread = std::jthread([this](std::stop_token stop) { followStatus(std::move(stop)); });
}

void Monitor::Private::close(const QString &name, bool closed)
{
    const std::scoped_lock lock(m_mutex);
    for (Member &member : m_members) {
        if (member.place.profile.name != name)
            continue;
        member.closed = closed;
        if (member.watch && closed)
            member.watch->connection()->close();
        else if (member.watch)
            member.watch->connection()->connectNow();
    }
}

void Monitor::Private::wakeAll() const
{
    const std::scoped_lock lock(m_mutex);
    for (const Member &member : m_members) {
        if (member.watch)
            member.watch->wake(true);
    }
}

/// By asking, as not every kind of connection tells of itself, and as its node's thread may be
/// waiting for an answer that will not come.
void Monitor::Private::followStatus(std::stop_token stop) const
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
        for (const auto &node : made())
            node->noteStatus();
        never.wait_for(lock, stop, StatusInterval, [] { return false; });
    }
}

void Monitor::Private::detailsCame() const
{
    const QStringList paths = picture.paths();
    for (const auto &node : made())
        node->wantPaths(paths);
}

Monitor::Monitor(QString clusterName, Connector connector, Listener listener,
                 MonitorOptions options)
    : d(std::make_unique<Private>(std::move(clusterName), std::move(connector), std::move(listener),
                                  options))
{
}

Monitor::Monitor(QString clusterName, const QList<profiles::Profile> &nodes, Connector connector,
                 Listener listener, MonitorOptions options)
    : Monitor(std::move(clusterName), std::move(connector), std::move(listener), options)
{
    setNodes(nodes);
    arrange();
}

Monitor::~Monitor() = default;

void Monitor::setNodes(const QList<profiles::Profile> &nodes)
{
    d->setNodes(nodes);
}

void Monitor::arrange()
{
    d->arrange();
}

void Monitor::start()
{
    d->start();
}

void Monitor::connectNow(const QString &node)
{
    d->close(node, false);
}

void Monitor::close(const QString &node)
{
    d->close(node, true);
}

void Monitor::refreshAll()
{
    d->wakeAll();
}

ClusterState Monitor::readOnce(std::stop_token stop, bool withPeers)
{
    const Watches nodes = d->all();
    onAll(nodes, [&stop](NodeWatch &node) { std::ignore = node.read(true, stop); });
    const QStringList paths = d->picture.paths();
    onAll(nodes, [&stop, &paths](NodeWatch &node) {
        // One that failed is not tried twice: it may have cost its whole deadline.
        if (node.hasBeenRead() && node.lacksPaths(paths))
            std::ignore = node.read(true, stop);
    });
    if (withPeers) {
        QStringList names;
        for (const auto &node : nodes)
            names.append(node->name());
        onAll(nodes,
              [&stop, &names](NodeWatch &node) { std::ignore = node.testPeers(names, stop); });
    }
    return d->picture.state();
}

remote::Connection *Monitor::connection(const QString &node)
{
    return share(node).get();
}

std::shared_ptr<remote::Connection> Monitor::share(const QString &node)
{
    const std::shared_ptr<NodeWatch> found = d->find(node);
    return found ? found->connection() : nullptr;
}

ClusterState Monitor::state() const
{
    return d->picture.state();
}

Result<NodeFacts> Monitor::refresh(const QString &node, const QStringList &peers,
                                   std::stop_token stop)
{
    const std::shared_ptr<NodeWatch> found = d->find(node);
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
    if (std::optional<NodeFacts> facts = d->picture.node(found->id()).facts)
        return *std::move(facts);
    return base::failure(base::ErrorCode::Canceled,
                         Words::tr("%1 was taken out of cluster %2 or is reached in another way "
                                   "now.")
                             .arg(node, state().name));
}

remote::Connection *NodesInUse::connection(const QString &node)
{
    const std::shared_ptr<remote::Connection> found = m_monitor->share(node);
    const std::scoped_lock lock(m_mutex);
    if (found && std::ranges::find(m_given, found) == m_given.end())
        m_given.push_back(found);
    return found.get();
}

} // namespace colonnade::cluster
