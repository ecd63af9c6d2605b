// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/fakecluster.h"

#include "toolstack/parse.h"

#include <QDir>

#include <csignal>

using namespace Qt::StringLiterals;

namespace colonnade::test {

namespace {

constexpr char FakeXl[] = R"sh(#!/bin/sh
top=${COLONNADE_ROOT%/*}
say() { echo "$1" >&2; }
wait_for() {
    while [ ! -e "$top/$1" ]; do [ -e "$top/over" ] && exit 99; sleep 0.02; done
}
show() {
    node=$1; shift
    {
        printf 'Name                                        ID   Mem VCPUs\tState\tTime(s)\n'
        printf 'Domain-0                                     0  1024     1     r-----      76.0\n'
        for row; do set -- $row; printf '%-40s %5s %5s %5s     %s  %8.1f\n' "$@" 3.8; done
    } >"$top/$node/list.$$"
    mv "$top/$node/list.$$" "$top/$node/list"
}
happy() {
    say 'migration target: Ready to receive domain.'
    say 'Saving to migration stream new xl format (info 0x3/0x0/1246)'
    show xenhost2 'web1--incoming 5 80 0 --p---'
    wait_for half
    show xenhost2 'web1--incoming 5 160 1 --p---'
    say 'migration target: Transfer complete, requesting permission to start domain.'
    show xenhost1 'web1--migratedaway 2 160 1 --pss-'
    say 'migration sender: Giving target permission to start.'
    show xenhost2 'web1 5 160 1 -b----'
    say 'migration target: Domain started successsfully.'
    say 'migration sender: Target reports successful startup.'
    wait_for all
    show xenhost1
    say 'Migration successful.'
}
case $1 in
list) cat "$COLONNADE_ROOT/list";;
migrate)
    echo "$*" >>"$top/migrations"
    . "$top/behaviour";;
esac
)sh";

cluster::Guest toGuest(const toolstack::DomainRow &row)
{
    cluster::Guest guest;
    guest.name = row.name;
    guest.domainId = row.id;
    guest.state = runState(row, toolstack::Kind::Xl);
    guest.stateLetters = row.state;
    guest.memoryMiB = row.memoryMiB;
    guest.maxMemoryMiB = row.memoryMiB;
    guest.vcpus = row.vcpus;
    if (row.name != u"web1")
        return guest;
    guest.uuid = u"2fd0ee93-7f4c-4e2a-9d54-3d8a4f6f7a10"_s;
    guest.config.emplace();
    guest.config->name = row.name;
    guest.config->uuid = guest.uuid;
    guest.config->type = toolstack::GuestType::Pv;
    guest.config->vcpus = 1;
    guest.config->maxMemoryKiB = guest.config->targetMemoryKiB = 160 * 1024;
    return guest;
}

} // namespace

FakeCluster::FakeCluster()
    : m_source(u"xenhost1"_s, m_top.path() + u"/xenhost1"_s),
      m_target(u"xenhost2"_s, m_top.path() + u"/xenhost2"_s)
{
    m_state.name = u"lab"_s;
    makeNode(m_source);
    makeNode(m_target);
    show(m_source, "web1 2 160 1 -b----");
    show(m_target, "");
    behave("happy");
    for (const QString &node : {m_source.name(), m_target.name()})
        static_cast<void>(refresh(node, {m_target.name()}, {}));
}

FakeCluster::~FakeCluster()
{
    give(u"over"_s);
    // What waits in a loop may find its folder gone before it looks again.
    m_source.killJobs();
    m_target.killJobs();
}

void FakeCluster::makeNode(TestNode &node)
{
    node.write(u"bin/xl"_s, FakeXl, true);
    node.setBootId("boot-of-" + node.name().toUtf8());
    cluster::NodeState state;
    state.profile.name = node.name();
    state.profile.cluster = m_state.name;
    state.profile.host = u"127.0.0.1"_s;
    state.connection = node.connection().status();
    m_state.nodes.append(state);
}

void FakeCluster::show(TestNode &node, const QByteArray &rows)
{
    QByteArray list =
        "Name                                        ID   Mem VCPUs\tState\tTime(s)\n"
        "Domain-0                                     0  1024     1     r-----      76.0\n";
    for (const QByteArray &row : rows.split('\n')) {
        const QList<QByteArray> words = row.split(' ');
        if (words.size() == 5) {
            list += words[0].leftJustified(40) + ' ' + words[1].rightJustified(5) + ' '
                    + words[2].rightJustified(5) + ' ' + words[3].rightJustified(5) + "     "
                    + words[4] + "       3.8\n";
        }
    }
    node.write(u"list"_s, list);
}

void FakeCluster::behave(const QByteArray &script)
{
    m_source.write(u"../behaviour"_s, script + '\n');
}

void FakeCluster::give(const QString &file)
{
    m_source.write(u"../"_s + file, {});
}

qsizetype FakeCluster::migrations()
{
    return m_source.read(u"../migrations"_s).count('\n');
}

void FakeCluster::cutPowerOfSource(const QString &planId)
{
    ::kill(static_cast<pid_t>(-m_source.jobPid(planId)), SIGKILL);
    m_source.connection().lose();
    m_source.setBootId("boot-2");
}

void FakeCluster::setFacts(const QString &node,
                           const std::function<void(cluster::NodeFacts &)> &change)
{
    const std::lock_guard lock(m_mutex);
    m_changes[node] = change;
}

remote::Connection *FakeCluster::connection(const QString &node)
{
    for (TestNode *each : {&m_source, &m_target}) {
        if (each->name() == node)
            return &each->connection();
    }
    return nullptr;
}

cluster::ClusterState FakeCluster::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

base::Result<cluster::NodeFacts> FakeCluster::refresh(const QString &node, const QStringList &peers,
                                                      std::stop_token stop)
{
    remote::Command command;
    command.script = "xl list";
    const auto output = connection(node)->query(command, stop);
    if (!output)
        return std::unexpected(output.error());
    cluster::NodeFacts facts = factsOf(node == m_source.name() ? m_source : m_target, output->out);
    for (const QString &peer : peers)
        facts.peers[peer] = {facts.readAt, peer, true, {}};

    const std::lock_guard lock(m_mutex);
    if (const auto &change = m_changes.value(node))
        change(facts);
    for (cluster::NodeState &state : m_state.nodes) {
        if (state.name() == node)
            state.facts = facts;
    }
    return facts;
}

cluster::NodeFacts FakeCluster::factsOf(const TestNode &node, const QByteArray &list) const
{
    cluster::NodeFacts facts;
    facts.readAt = QDateTime::currentDateTimeUtc();
    facts.toolstack = toolstack::Kind::Xl;
    facts.hostName = node.name();
    facts.bootId = QString::fromUtf8(node.read(u"proc/sys/kernel/random/boot_id"_s).trimmed());
    facts.info.host = node.name();
    facts.info.machine = u"x86_64"_s;
    facts.info.cpus = 2;
    facts.info.totalMemoryMiB = 4096;
    facts.info.freeMemoryMiB = 2048;
    facts.info.xenMajor = 4;
    facts.info.xenMinor = 17;
    facts.info.xenCaps = {u"xen-3.0-x86_64"_s, u"hvm-3.0-x86_64"_s};
    facts.info.virtCaps = {u"pv"_s, u"hvm"_s, u"hap"_s, u"shadow"_s};
    facts.info.hwCaps = u"178bfbff:f6d83203:2e500800:000001f3"_s;
    facts.clockOffsetMs = 0;
    for (const toolstack::DomainRow &row :
         toolstack::parseList(list, toolstack::Kind::Xl).value_or(QList<toolstack::DomainRow>{})) {
        if (row.id != 0)
            facts.guests.append(toGuest(row));
    }
    return facts;
}

Following::Following(const Work &work)
{
    m_result = std::async(std::launch::async, [this, work] {
        const auto sink = [this](const operations::MigrationProgress &progress) {
            const std::lock_guard lock(m_mutex);
            m_progress.append(progress);
        };
        return work(sink, m_stop.get_token());
    });
}

bool Following::saw(
    const std::function<bool(const operations::MigrationProgress &)> &condition) const
{
    return waitUntil([&] {
        const std::lock_guard lock(m_mutex);
        return std::ranges::any_of(m_progress, condition);
    });
}

bool Following::saw(const QString &words) const
{
    return saw([&](const auto &progress) { return progress.sentence.contains(words); });
}

QList<operations::MigrationProgress> Following::progress() const
{
    const std::lock_guard lock(m_mutex);
    return m_progress;
}

} // namespace colonnade::test
