// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/statefile.h"

#include <string>
#include <vector>

namespace colonnade::lab {

/// What a command on a simulated node knows of itself: which node it runs on, and the cluster's
/// state. The node is the last part of COLONNADE_ROOT, the lab's folder what is before it.
class Context
{
public:
    /// Ends the program with status 1 when COLONNADE_ROOT names no node of a living lab.
    Context();

    const StateFile &file() const { return m_file; }
    const std::string &nodeName() const { return m_node; }
    const std::string &root() const { return m_root; }
    std::string rootOf(const std::string &node) const { return m_file.folder() + '/' + node; }

    /// The present state. Ends the program when the lab is gone.
    State state() const;
    /// The present state of this node.
    Node self() const;
    /// Changes the cluster's state. Ends the program when the lab is gone.
    void update(const std::function<void(State &)> &change) const;
    /// Changes this node's state.
    void updateSelf(const std::function<void(Node &)> &change) const;

    /// Whether @p node has run without a break since it had @p bootId.
    bool sameBoot(const std::string &node, const std::string &bootId) const;
    /// Asks the lab's process for something; see Lab::control(). False when it did not answer.
    bool control(const std::string &line) const;
    /// Waits until the lab is gone: what a program does whose peer lost its power.
    [[noreturn]] void hang() const;

private:
    static std::string folderOf(const std::string &root);

    std::string m_root;
    std::string m_node;
    StateFile m_file;
};

using Arguments = std::vector<std::string>;

/// printf into a string.
[[gnu::format(printf, 1, 2)]] std::string text(const char *format, ...);
/// Writes all of @p bytes to standard output or standard error with as few calls as may be, so that
/// lines of two programs which share a pipe stay whole.
void out(const std::string &bytes);
void err(const std::string &bytes);

void sleepMs(double milliseconds);

// The programs of a node. Each gets the words after its own name and returns its exit status.
int xl(const Context &context, const Arguments &arguments);
int xm(const Context &context, const Arguments &arguments);
int ssh(const Context &context, const Arguments &arguments);
int findmnt(const Context &context, const Arguments &arguments);
int hostName(const Context &context, const Arguments &arguments);
int ipAddresses(const Context &context, const Arguments &arguments);
int unixName(const Context &context, const Arguments &arguments);
int xenstoreWatch(const Context &context, const Arguments &arguments);
int o2cb(const Context &context, const Arguments &arguments);
int clustat(const Context &context, const Arguments &arguments);
int ccsConfigValidate(const Context &context, const Arguments &arguments);
int ccsTool(const Context &context, const Arguments &arguments);
int cmanTool(const Context &context, const Arguments &arguments);
int xcRestore(const Context &context, const Arguments &arguments);
int rgmanagerMigrate(const Context &context, const Arguments &arguments);
int clusvcadm(const Context &context, const Arguments &arguments);

} // namespace colonnade::lab
