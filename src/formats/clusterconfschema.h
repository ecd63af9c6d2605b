// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QFlags>
#include <QHash>
#include <QList>

namespace colonnade::formats {

/// The three generations of the cluster suite, which know different elements and attributes.
enum class ClusterGeneration {
    Cluster2 = 1,  ///< cman 2.x with ccsd: RHEL 5, Debian Lenny
    Cluster30 = 2, ///< 3.0.x: Debian squeeze, RHEL 6.0
    Cluster31 = 4, ///< 3.1 and 3.2: Debian wheezy and jessie, RHEL 6.1 and later
};
Q_DECLARE_FLAGS(ClusterGenerations, ClusterGeneration)
Q_DECLARE_OPERATORS_FOR_FLAGS(ClusterGenerations)

/// How the daemons read the text of an attribute.
enum class ClusterValue {
    Text,
    Flag,        ///< atoi() is not 0
    Autostart,   ///< off if "no" or atoi() is 0
    YesFlag,     ///< "yes", or atoi() above 0
    YesOn,       ///< the word yes or on; a number is no
    YesNo,       ///< the word yes or no
    OnOff,       ///< the word on or off
    Integer,     ///< any number
    NotNegative, ///< 0 or more
    Positive,    ///< 1 or more
    Time,        ///< a number, then s, m, h, d, w or y
    Choice,      ///< one of a few words
};

/// An attribute as the schemas have it.
struct ClusterAttribute
{
    QByteArray name;
    ClusterValue value = ClusterValue::Text;
    bool isRequired = false;
    QList<QByteArray> choices = {}; ///< of ClusterValue::Choice
    ClusterGenerations generations =
        ClusterGeneration::Cluster2 | ClusterGeneration::Cluster30 | ClusterGeneration::Cluster31;
};

/// An element as the schemas have it.
class ClusterElement
{
public:
    QByteArray name;
    ClusterGenerations generations =
        ClusterGeneration::Cluster2 | ClusterGeneration::Cluster30 | ClusterGeneration::Cluster31;
    bool isOnce = false;     ///< at most one in its parent
    bool isResource = false; ///< of rgmanager: has an agent, may be referred to by `ref`
    bool isOpen = false;     ///< takes attributes that only a fence agent knows
    bool mayHoldText = false;
    QByteArray primary; ///< of a resource: the attribute that names it
    QList<ClusterAttribute> attributes;
    QList<const ClusterElement *> children;

    const ClusterAttribute *attribute(QByteArrayView attributeName) const;
    const ClusterElement *child(QByteArrayView childName) const;
};

/// The <cluster> element, from which all others are reached. Resources hold resources, so the
/// graph has circles.
///
/// It is the union of three schemas, RELAX NG: cluster.ng of system-config-cluster (RHEL 5),
/// cluster.rng.in of cluster 3.0.12, and that of RHEL 6 with the agents of its metadata.
const ClusterElement &clusterSchema();

/// Of @p known, the name that @p name is most likely a misspelling of: differs in case, by one
/// letter of four, or is a wrong name that people use. Empty if none is near, or two are.
QByteArray nearestName(QByteArrayView name, const QList<QByteArray> &known);

} // namespace colonnade::formats
