// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/checks.h"

#include "cluster/probe.h"

#include <cstdlib>

namespace colonnade::rules {

using namespace Qt::StringLiterals;
using cluster::PeerFact;
using toolstack::Kind;
using toolstack::Nic;

namespace {

/// Cards that a routing or NAT script attaches hang on no bridge.
bool usesBridge(const Nic &nic)
{
    return nic.script.isEmpty() || nic.script.contains("bridge"_L1)
           || nic.script.contains("openvswitch"_L1);
}

/// xl's default is one name; xend takes the first bridge that it finds.
QString bridgeOf(const Nic &nic, Kind kind)
{
    return nic.bridge.isEmpty() && kind == Kind::Xl ? u"xenbr0"_s : nic.bridge;
}

/// Open vSwitch takes a VLAN after the name: ovsbr1.118:119.
QString withoutVlan(const QString &bridge)
{
    return bridge.section(u'.', 0, 0).section(u':', 0, 0);
}

void checkNic(const Question &question, const Nic &nic, Reasons &reasons)
{
    const QStringList &bridges = question.targetFacts().bridges;
    const QString bridge = bridgeOf(nic, question.kind());
    const bool there = bridge.isEmpty()
                           ? !bridges.isEmpty()
                           : bridges.contains(bridge) || bridges.contains(withoutVlan(bridge));
    if (there)
        return;
    const QString what = bridge.isEmpty() ? u"a bridge"_s : u"the bridge "_s + bridge;
    reasons.hard(
        u"bridge-missing"_s,
        u"%1 needs %2, which %3 does not have."_s.arg(question.guest.name, what,
                                                      question.target.name()),
        u"Set it up on %1, with the same network behind it."_s.arg(question.target.name()));
}

} // namespace

void checkBridges(const Question &question, Reasons &reasons)
{
    if (!question.guest.config)
        return;
    for (const Nic &nic : question.guest.config->nics) {
        if (usesBridge(nic))
            checkNic(question, nic, reasons);
    }
}

void checkRelocationPort(const Question &question, Reasons &reasons)
{
    const int port = question.targetFacts().relocationPort;
    if (question.kind() == Kind::Xm && !question.targetFacts().listeningPorts.contains(port))
        reasons.hard(
            u"relocation-port"_s,
            u"xend on %1 does not listen for migrations on port %2."_s.arg(question.target.name(),
                                                                           QString::number(port)),
            u"Set (xend-relocation-server yes) in /etc/xen/xend-config.sxp of %1 and restart "
            u"xend."_s.arg(question.target.name()));
}

void checkPeer(const Question &question, Reasons &reasons)
{
    const QString &source = question.source.name();
    const QString &target = question.target.name();
    const PeerFact fact = question.sourceFacts().peers.value(target);
    const QString address = cluster::migrationAddress(question.target);
    const bool fresh =
        fact.checkedAt.isValid()
        && fact.checkedAt.secsTo(question.options.now) <= question.options.peerStaleAfter.count()
        && (fact.address.isEmpty() || fact.address == address);
    if (!fresh) {
        reasons.warning(
            u"peer-untested"_s,
            u"Whether %1 reaches %2 for a migration has not been tested lately; it is tested "
            u"before anything starts."_s.arg(source, target));
        return;
    }
    if (fact.ok)
        return;
    const QString problem = fact.problem.isEmpty() ? u"."_s : u": "_s + fact.problem;
    if (question.kind() == Kind::Xl)
        reasons.hard(
            u"peer-unreachable"_s,
            u"Root on %1 cannot run xl on %2 (%3) over SSH%4"_s.arg(source, target, address,
                                                                    problem),
            u"Let root of %1 log in to %2 with a key, and accept its host key there once: `ssh "
            u"root@%2 xl list` must print the list and nothing else."_s.arg(source, address));
    else
        reasons.hard(u"peer-unreachable"_s,
                     u"%1 cannot reach xend's relocation port on %2 (%3)%4"_s.arg(source, target,
                                                                                  address, problem),
                     u"Open the port, and allow %1 in xend-relocation-hosts-allow of %2."_s.arg(
                         source, target));
}

void checkClocks(const Question &question, Reasons &reasons)
{
    constexpr qint64 MostMs = 2000;
    const auto here = question.sourceFacts().clockOffsetMs;
    const auto there = question.targetFacts().clockOffsetMs;
    if (here && there && std::abs(*here - *there) > MostMs)
        reasons.warning(
            u"clock"_s,
            u"The clocks of %1 and %2 are %3 s apart, and guests take their time from the node."_s
                .arg(question.source.name(), question.target.name(),
                     QString::number(double(std::abs(*here - *there)) / 1000, 'f', 1)),
            u"Run a time service (chrony, ntpd) on both."_s);
}

} // namespace colonnade::rules
