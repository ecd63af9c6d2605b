// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/question.h"

/// The checks behind canRun(), one function a question, one file a subject. Each adds what it
/// finds; none depends on another having run.
namespace colonnade::rules {

/// Whether @p node has facts, and such as may be relied on now.
bool checkUsable(const cluster::NodeState &node, const PlacementOptions &options, Reasons &reasons);

// nodes.cpp
/// Whether what @p node showed last is still so, as far as can be told: what it showed before it
/// was lost may have changed since.
bool isCurrent(const cluster::NodeState &node);
void checkToolstacks(const Question &question, Reasons &reasons);
void checkSameMachine(const Question &question, Reasons &reasons);

// gueststate.cpp
void checkGuestName(const Question &question, Reasons &reasons);
void checkGuestState(const Question &question, Reasons &reasons);
void checkMigratable(const Question &question, Reasons &reasons);

// identity.cpp
void checkNames(const Question &question, Reasons &reasons);
void checkLeftovers(const Question &question, Reasons &reasons);
void checkUuid(const Question &question, Reasons &reasons);

// rgmanager.cpp
void checkRgmanager(const Question &question, Reasons &reasons);
void checkFailoverDomain(const Question &question, Reasons &reasons);

// storage.cpp
void checkDisks(const Question &question, Reasons &reasons);
void checkBootFiles(const Question &question, Reasons &reasons);

// memory.cpp
/// What the guest needs of the target, in MiB; see xen.md §7, row 5.
qint64 memoryNeeded(const Question &question);
/// Judges @p neededMiB, which @p guests need together. A pure function of the target's facts.
void checkMemory(const cluster::NodeState &target, const QStringList &guests, qint64 neededMiB,
                 Reasons &reasons);
void checkSourceMemory(const Question &question, Reasons &reasons);

// machine.cpp
void checkMachine(const Question &question, Reasons &reasons);
void checkShadowPaging(const Question &question, Reasons &reasons);
void checkXenVersion(const Question &question, Reasons &reasons);
void checkCpuFeatures(const Question &question, Reasons &reasons);

// network.cpp
void checkBridges(const Question &question, Reasons &reasons);
void checkRelocationPort(const Question &question, Reasons &reasons);
void checkPeer(const Question &question, Reasons &reasons);
void checkClocks(const Question &question, Reasons &reasons);

// afterwards.cpp
void checkAutostart(const Question &question, Reasons &reasons);
void checkGuestFile(const Question &question, Reasons &reasons);

} // namespace colonnade::rules
