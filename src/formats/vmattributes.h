// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QFlags>
#include <QList>

namespace colonnade::formats {

/// rgmanager's agent for guests, vm.sh, at four times. `vm.sh meta-data` on a node tells which
/// attributes its agent has; these are for when nobody has asked it.
enum class VmAgent {
    Early2007 = 1, ///< RHEL 5.0
    Early2008 = 2, ///< cluster 2: RHEL 5.2, Lenny
    Cluster30 = 4, ///< 3.0.12: squeeze, RHEL 6.0; RHEL 5.4 and later are alike
    Last = 8,      ///< RHEL 6.6 and later
};
Q_DECLARE_FLAGS(VmAgents, VmAgent)
Q_DECLARE_OPERATORS_FOR_FLAGS(VmAgents)

/// What vm.sh makes of an attribute's text.
enum class VmValue {
    Text,
    Flag,    ///< off if it is "no" or begins with no number other than 0; write 0 or 1
    YesFlag, ///< on if it is "yes" or a number above 0; write 0 or 1
    YesNo,   ///< the words yes and no
    Number,  ///< not negative
    Time,    ///< a number, then s, m, h, d, w or y
    Choice,  ///< one of the values
    Domain,  ///< the name of a failover domain
    Folders, ///< folders with a colon between them
    Path,
    Mapping,  ///< member:address,member:address
    Resource, ///< service:NAME or vm:NAME
    Command,  ///< for the shell
};

/// An attribute of <vm>.
struct VmAttribute
{
    QByteArray name;
    VmValue value = VmValue::Text;
    QByteArray defaultValue = {};   ///< what vm.sh takes where it is absent; empty: nothing
    VmAgents agents = {};           ///< those that know it; the others ignore it or, early 2008,
                                    ///< hand it to `xm create`
    VmAgents liveIn = {};           ///< those that take a change over while the guest runs
    QList<QByteArray> choices = {}; ///< of VmValue::Choice
    QByteArray note = {};           ///< a sentence for a person; may be empty
};

/// All attributes of <vm>, those that a person needs first. Source: rgmanager's
/// src/resources/vm.sh from 2007 to 2015.
const QList<VmAttribute> &vmAttributes();

/// The attribute called @p name; nullptr where vm.sh never had it.
const VmAttribute *vmAttribute(QByteArrayView name);

} // namespace colonnade::formats
