// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/clusterconfschema.h"
#include "formats/diagnostic.h"
#include "formats/xmldocument.h"

#include <QList>

#include <optional>

namespace colonnade::formats {

/// What is known of the cluster that a cluster.conf is for.
struct ClusterConfTarget
{
    /// Not set: what holds for all generations is reported in full, what holds for some only as a
    /// hint, what needs one of them not at all.
    std::optional<ClusterGeneration> generation = {};
};

// The ids do not change once they are released: tests and scripts know them. E error, W warning,
// H hint. Where several stand, the values, or what is known of the generation, decide.
//
//   id                          says
// The file
//   document-type               H   there is a <!DOCTYPE>
//   entity-in-value             E   the daemons cut such a value off
//   entity-in-content           W   elements may be there that nobody sees
//   stray-text                  W   text between tags
//   duplicate-section           E   a second <cman>, <rm>, ...
//   unknown-element             HW  in no schema
//   misspelt-element            W   in no schema, and near one that is
//   unknown-attribute           HW
//   misspelt-attribute          W
//   wrong-generation            HW  the cluster's version does not know the element or attribute
//   missing-attribute           E   required, and missing or empty
//   not-a-number                E   atoi() makes something else of it, or it is out of range
//   not-a-flag                  EWH `yes` or `true` where only a number is on
//   not-a-word                  EW  `1` or `true` where only yes or on are
//   not-a-time                  W
//   unknown-choice              EW  none of the words that are known
// <cluster>, <cman>, <totem>, <logging>, <fence_daemon>
//   cluster-name-length         E   over 15 bytes
//   cluster-name-characters     W   cannot be in a lock table
//   config-version              E   not a number
//   cluster-id                  W   over 16 bits
//   port-range                  E
//   internal-attribute          W   nodename
//   broadcast-transport         E   both
//   totem-transport             E   belongs to <cman>
//   multicast-address           EWH none, missing (3.0), not 239.192
//   address-family              E   not that of the nodes
//   totem-interface             H   computed by cman
//   logging-daemon              W   no such daemon
//   logging-daemons             W   3.0 takes one
//   deprecated-attribute        H   log_level and log_facility since 3.0
//   clean-start                 W
//   fence-delay                 W   negative
//   post-join-delay             H   3 s and less
// Votes
//   two-node-count              E   two_node with other than two nodes
//   two-node-votes              E   ... with a node that has not one vote
//   two-node-expected-votes     EW  ... with other expected votes, or none
//   two-node-quorum-disk        E   ... with a quorum disk
//   two-nodes-without-two-node  W   two nodes, no quorum disk
//   expected-votes              W   not what the nodes have
//   never-quorate               E   more than the nodes can ever have
//   even-votes                  H   can split into halves
// <clusternodes>
//   missing-clusternodes        E
//   no-nodes                    E
//   many-nodes                  HW  over 16, over 128
//   node-name-length            E   over 255 bytes
//   node-name-characters        W   no host name
//   duplicate-node-name         E
//   missing-node-id             E
//   node-id-range               E   not 1 to 4096
//   duplicate-node-id           E
//   node-votes                  EWH not 0 to 255; 0
//   too-many-rings              E   two <altname>s
//   altname-order               HW  behind <fence>
//   altname-missing             W   other nodes have one
// <quorumd>
//   quorum-disk-device          E   neither device nor label
//   quorum-disk-label           W   device does not count
//   quorum-disk-limit           E   16 nodes, numbers to 16
//   quorum-disk-token           W   interval * tko is not less than token / 2
//   quorum-disk-poll            W   quorum_dev_poll is less than token
//   quorum-disk-wait            W   upgrade_wait, master_wait
//   quorum-disk-score           E   min_score cannot be reached
//   quorum-disk-master-wins     W   with heuristics
//   quorum-disk-priority        W   out of the scheduler's range
//   quorum-disk-ping            W   ping without -w
//   quorum-disk-status-file     H
//   quorum-disk-expected-votes  W   none are written
// Fencing
//   no-fencing                  W   no node can be fenced
//   node-without-fencing        W
//   method-without-device       W
//   duplicate-method            E   two of a name in a node
//   too-many-methods            E   over 8
//   too-many-devices            E   over 8
//   duplicate-fence-device      E
//   fence-device-name           HW  no XML ID
//   unknown-fence-device        E
//   unused-fence-device         H
//   fence-manual                W
//   fence-attribute-missing     WH  the agent needs it
//   fence-attribute-unknown     HW  the agent does not know it
//   fence-attribute-twice       W   different on <device> and <fencedevice>
//   fence-attributes-refused    HW  the schema has no agent with all of them
//   fence-old-name              H   another name is usual now
//   shared-board                W   two nodes, one management board
//   dual-power                  W   outlets of one node are not off at the same time
//   scsi-without-unfence        HW  since 3.0
//   unfence-without-on          W
// <rm>
//   rm-disabled                 W
//   rm-interval                 E   below 1
//   rm-log-level                W   not 0 to 7
//   events-without-central-processing  W
//   event-without-body          W
//   event-priority              W   not 1 to 99
//   duplicate-domain            E   case does not count
//   empty-domain                HW  no nodes; restricted to none
//   duplicate-member            E   case does not count
//   unknown-member              W   no such node
//   member-priority             E   not 1 to 100
//   member-without-priority     W   in an ordered domain
//   unused-priority             H   in another domain
//   unknown-domain              E   of a service or guest
//   duplicate-resource          E
//   unknown-reference           E
//   reference-to-inline         E
//   too-many-references         E   of a service or guest
//   attributes-beside-ref       HW
//   nested-in-resources         W
//   resource-name-length        E   of a service or guest
//   resource-name-characters    W   of a guest
//   recovery-policy             EW
//   unknown-dependency          W
// <vm>
//   vm-in-service               W   cannot be migrated
//   vm-with-resources           W   cannot be migrated
//   vm-path-file                W   a file where folders are asked for
//   vm-mapping-syntax           E
//   vm-mapping-member           W   no such node
//   vm-mapping-incomplete       W   nodes are left out
//   vm-mapping-order            E   the name of one node ends with that of another
//   vm-virsh-conflict           E   use_virsh="0" with what only virsh can do
//   vm-hypervisor               H   asked for with virsh
//   vm-status-program           W   missing (3.0)
//   vm-xmlfile-path             H   path does not count
//   vm-disk-pair                E   physical without virtual

/// What is wrong with a cluster.conf, in order of place. Linear in its size.
///
/// Sources: RELAX NG of RHEL 5 and 6, cman, qdisk, fenced and rgmanager of 2.x, 3.0.12 and 3.2.
QList<Diagnostic> clusterConfDiagnostics(const XmlDocument &document,
                                         const ClusterConfTarget &target = {});

} // namespace colonnade::formats
