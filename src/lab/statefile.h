// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/state.h"

#include <functional>
#include <string>

namespace colonnade::lab {

/// The cluster's state in the lab's folder, shared by the lab and every command that runs on a
/// node. A change is made under a lock that the kernel drops when its holder is killed, and
/// replaces the file as a whole, so that a reader needs no lock and a kill -9 at any moment leaves
/// a valid state.
class StateFile
{
public:
    explicit StateFile(std::string folder) : m_folder(std::move(folder)) {}

    const std::string &folder() const { return m_folder; }

    /// Absent when the lab is gone.
    std::optional<State> read() const;

    /// Applies @p change to the present state. False when the lab is gone or the state cannot be
    /// written.
    bool update(const std::function<void(State &)> &change) const;

    /// Writes @p state for the first time.
    bool create(const State &state) const;

private:
    std::string statePath() const { return m_folder + "/state"; }

    std::string m_folder;
};

} // namespace colonnade::lab
