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
// H hint; where two stand, the graver is for a known generation or for values that are certain.
//
//   id                            says
// The file
//   root-not-cluster          E   the outermost element is another
//   document-type             H   there is a <!DOCTYPE>
//   entity-in-value           E   the daemons cut such a value off
//   entity-in-content         W   elements may be there that nobody sees
//   stray-text                W   text between tags
//   duplicate-section         E   a second <cman>, <rm>, ...
//   unknown-element           HW  in no schema, kept
//   misspelt-element          W   in no schema, and near one that is
//   unknown-attribute         HW  the same for attributes
//   misspelt-attribute        W
//   wrong-generation          HW  the generation does not know the element or attribute
//   missing-attribute         E   one that is required, or that names the element, missing or empty
//   not-a-number              E   atoi() makes something else of it
//   not-a-flag                EWH `yes` or `true` where only a number is on
//   not-a-word                EW  another word than yes, no, on, off, as it has to be
//   not-a-time                W
//   unknown-choice            EW  none of the words that the daemons know
// Cluster and cman
//   cluster-name-length, cluster-name-characters, cluster-alias, config-version, cluster-id,
//   two-node-count, two-node-votes, two-node-expected-votes, two-node-quorum-disk,
//   two-nodes-without-two-node, expected-votes, never-quorate, even-votes, broadcast-transport,
//   totem-transport, multicast-address, address-family, port-range, internal-attribute,
//   totem-interface, deprecated-attribute
// Nodes
//   missing-clusternodes, no-nodes, node-name-length, node-name-characters, duplicate-node-name,
//   missing-node-id, node-id-range, duplicate-node-id, node-votes, many-nodes, altname-order,
//   too-many-rings, altname-missing
// Quorum disk
//   quorum-disk-device, quorum-disk-label, quorum-disk-limit, quorum-disk-token,
//   quorum-disk-poll, quorum-disk-wait, quorum-disk-score, quorum-disk-master-wins,
//   quorum-disk-priority, quorum-disk-ping, quorum-disk-status-file, quorum-disk-expected-votes
// Fencing
//   no-fencing, node-without-fencing, method-without-device, duplicate-method, too-many-methods,
//   too-many-devices, duplicate-fence-device, fence-device-name, unknown-fence-device,
//   unused-fence-device, fence-manual, fence-attribute-missing, fence-attribute-unknown,
//   fence-attribute-twice, fence-attributes-refused, fence-old-name, shared-board, dual-power,
//   scsi-without-unfence, unfence-without-on, fence-delay, clean-start, post-join-delay
// Logging, rm
//   logging-daemon, logging-daemons, rm-disabled, rm-interval, rm-log-level,
//   events-without-central-processing, event-without-body, event-priority
// Failover domains
//   duplicate-domain, empty-domain, duplicate-member, unknown-member, member-priority,
//   member-without-priority, unused-priority
// Services and guests
//   unknown-domain, duplicate-resource, unknown-reference, reference-to-inline,
//   too-many-references, attributes-beside-ref, nested-in-resources, resource-name-length,
//   resource-name-characters, recovery-policy, unknown-dependency, vm-in-service,
//   vm-with-resources, vm-path-file, vm-mapping-syntax, vm-mapping-member, vm-mapping-incomplete,
//   vm-virsh-conflict, vm-hypervisor, vm-status-program, vm-xmlfile-path, vm-disk-pair

/// What is wrong with a cluster.conf, in order of place. Linear in its size.
///
/// Sources: RELAX NG of RHEL 5 and 6, cman, qdisk, fenced and rgmanager of 2.x, 3.0.12 and 3.2.
QList<Diagnostic> clusterConfDiagnostics(const XmlDocument &document,
                                         const ClusterConfTarget &target = {});

} // namespace colonnade::formats
