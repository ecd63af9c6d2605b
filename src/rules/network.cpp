// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/checks.h"

#include "cluster/probe.h"
#include "rules/words.h"

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
    const QString &guest = question.guest.name;
    const QString &target = question.target.name();
    reasons.hard(u"bridge-missing"_s,
                 bridge.isEmpty()
                     ? Words::tr("%1 needs a bridge, which %2 does not have.").arg(guest, target)
                     : Words::tr("%1 needs the bridge %2, which %3 does not have.")
                           .arg(guest, bridge, target),
                 Words::tr("Set it up on %1, with the same network behind it.").arg(target));
}

/// With one decimal.
QString secondsText(qint64 milliseconds)
{
    const QString number = QString::number(double(milliseconds) / 1000, 'f', 1);
    return Words::tr("%1.%2", "a number with decimals")
        .arg(number.section(u'.', 0, 0), number.section(u'.', 1));
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
        reasons.hard(u"relocation-port"_s,
                     Words::tr("xend on %1 does not listen for migrations on port %2.")
                         .arg(question.target.name(), QString::number(port)),
                     Words::tr("Set (xend-relocation-server yes) in /etc/xen/xend-config.sxp of %1 "
                               "and restart xend.")
                         .arg(question.target.name()));
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
        reasons.warning(u"peer-untested"_s,
                        Words::tr("Whether %1 reaches %2 for a migration has not been tested "
                                  "lately; it is tested before anything starts.")
                            .arg(source, target));
        return;
    }
    if (fact.ok)
        return;
    const QString &problem = fact.problem;
    if (question.kind() == Kind::Xl)
        reasons.hard(
            u"peer-unreachable"_s,
            problem.isEmpty() ? Words::tr("Root on %1 cannot run xl on %2 (%3) over SSH.")
                                    .arg(source, target, address)
                              : Words::tr("Root on %1 cannot run xl on %2 (%3) over SSH: %4")
                                    .arg(source, target, address, problem),
            Words::tr("Let root of %1 log in to %2 with a key, and accept its host key there once: "
                      "`ssh root@%2 xl list` must print the list and nothing else.")
                .arg(source, address));
    else
        reasons.hard(u"peer-unreachable"_s,
                     problem.isEmpty()
                         ? Words::tr("%1 cannot reach xend's relocation port on %2 (%3).")
                               .arg(source, target, address)
                         : Words::tr("%1 cannot reach xend's relocation port on %2 (%3): %4")
                               .arg(source, target, address, problem),
                     Words::tr("Open the port, and allow %1 in xend-relocation-hosts-allow of %2.")
                         .arg(source, target));
}

void checkClocks(const Question &question, Reasons &reasons)
{
    constexpr qint64 MostMs = 2000;
    const auto here = question.sourceFacts().clockOffsetMs;
    const auto there = question.targetFacts().clockOffsetMs;
    if (here && there && std::abs(*here - *there) > MostMs)
        reasons.warning(
            u"clock"_s,
            Words::tr(
                "The clocks of %1 and %2 are %3 s apart, and guests take their time from the node.")
                .arg(question.source.name(), question.target.name(),
                     secondsText(std::abs(*here - *there))),
            Words::tr("Run a time service (chrony, ntpd) on both."));
}

} // namespace colonnade::rules
