// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "real/counter.h"
#include "real/workstation.h"

#include <gmock/gmock.h>

#include <chrono>
#include <functional>

namespace colonnade::real {

/// How long a move may take before the test gives up on it: far longer than it does, as the nodes
/// may be emulated on a busy machine.
constexpr std::chrono::seconds MoveLimit{900};

/// Waits until @p condition holds, asking again and again; false when @p limit passes first.
bool waitUntil(const std::function<bool()> &condition, std::chrono::seconds limit);

/// A test on the cluster that COLONNADE_REAL_CLUSTER names; skipped where there is none. Before
/// each, the guest that moves runs on exactly one node, and of the others there is no trace.
class RealTest : public testing::Test
{
protected:
    void SetUp() override;
    void TearDown() override;

    const Node &node(qsizetype index) const { return m_description->nodes[index]; }
    const QList<Node> &nodes() const { return m_description->nodes; }
    const Guest &guest(const char *purpose) const;
    const Guest &mover() const { return guest("moves"); }

    /// The names that `xl list` shows on @p node and that belong to @p guest: its own, and
    /// temporary ones.
    QStringList domains(const Node &node, const Guest &guest) const;
    /// Index of the node that has @p guest, and nothing else of it anywhere; -1 where that is not
    /// so.
    qsizetype home(const Guest &guest) const;
    /// Starts @p guest on @p node.
    void create(const Guest &guest, const Node &node) const;
    /// Destroys all of @p guest, on every node.
    void removeEverywhere(const Guest &guest) const;
    /// Breaks @p node in the way that the description calls @p fault.
    void fault(const Node &node, const char *fault) const;
    /// Waits until the target shows the guest arriving: the migration that @p mover asked for is
    /// under way. Fails when @p mover ends before.
    testing::AssertionResult underWay(QProcess &mover, const Guest &guest,
                                      const Node &target) const;

private:
    /// The names that `xl list` shows on @p node.
    QStringList domains(const Node &node) const;
    void destroyOthers(const Node &node) const;

    std::optional<Description> m_description;
};

} // namespace colonnade::real
