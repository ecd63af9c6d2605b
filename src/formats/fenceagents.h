// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace colonnade::formats {

/// What a fence agent works on. It decides what may be shared between nodes, and in which order
/// the devices of a method have to act.
enum class FenceTarget {
    Outlet, ///< a switch with an outlet a node: the outlet stands on the node's device line
    ManagementBoard, ///< a board in the node itself: one fencedevice for each node
    Blade,           ///< a slot of a chassis
    VirtualMachine,  ///< a guest of a host: its name stands on the device line
    StoragePort,     ///< a port of a storage switch, or a reservation: the node keeps its power
    Person,          ///< fence_manual
};

/// An attribute that an agent reads, on <fencedevice> or on <device>: both are handed to it.
struct FenceAttribute
{
    enum class Place {
        Either,      ///< usually on the fencedevice
        Device,      ///< differs from node to node, so on the device line
        FenceDevice, ///< belongs to what all nodes share
    };

    QByteArray name;
    Place place = Place::Either;
    bool isNeeded = false;
    QList<QByteArray> instead = {}; ///< of a needed one: any of these will do as well
    QByteArray defaultValue = {};   ///< as the agent has it; empty: none, or not known
    bool isNewer = false;           ///< known to the agents of RHEL 6, not to those of 3.0.12
};

/// Another name by which an agent still takes an attribute.
struct FenceOldName
{
    QByteArray oldName;
    QByteArray name;
};

/// A fence agent as far as its attributes are known here. Agents of others exist: one that is not
/// in this table is not wrong.
struct FenceAgent
{
    QByteArray name;    ///< the value of fencedevice@agent
    QByteArray summary; ///< what it switches, for a list
    FenceTarget target = FenceTarget::Outlet;
    QList<FenceAttribute> attributes;
    QList<FenceOldName> oldNames;

    /// The attribute of that name, or that has it as an old name; nullptr where there is none.
    const FenceAttribute *attribute(QByteArrayView attributeName) const;

    /// The name that took the place of @p attributeName; empty if it is no old name.
    QByteArray replacementOf(QByteArrayView attributeName) const;
};

/// All agents of the table, by name. Source: RELAX NG of cluster 3.0.12 and of RHEL 6 (fence.rng,
/// made from the agents' own metadata), fence/agents/lib/fencing.py, the manual pages of the C and
/// Perl agents.
const QList<FenceAgent> &fenceAgents();

/// The agent called @p name; nullptr where the table has none.
const FenceAgent *fenceAgent(QByteArrayView name);

/// Whether RHEL 6's schema takes an element with these @p attributes (of a <fencedevice> without
/// name and agent, or of a <device> without name). It knows groups of attributes, not agents: all
/// of one element have to belong to one group.
bool isFenceGroup(const QList<QByteArrayView> &attributes);

} // namespace colonnade::formats
