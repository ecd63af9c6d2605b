// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakeconnection.h"

#include <QTemporaryDir>

namespace colonnade::cluster::test {

/// The shells of this machine that a node may have: dash, bash, busybox sh.
std::vector<std::string> shells();

/// A folder that stands for a node's root, and a connection that really runs scripts in it. It
/// begins as a dom0 with xl, whose answers are captures of a real one; its only commands beside
/// those of the folder are the POSIX tools of this machine.
class SimulatedNode
{
public:
    explicit SimulatedNode(const std::string &shell = "sh");

    QString path(const QString &below) const { return m_root.path() + below; }
    /// Writes a file below the root, with its folders.
    void write(const QString &below, const QByteArray &bytes);
    /// Makes a command of the node: @p body is sh.
    void command(const QString &name, const QByteArray &body);
    void remove(const QString &below);
    /// Takes away a command that this machine has: the script then does not find it.
    void hideTool(const QString &name) { m_hidden.append(name); }
    void link(const QString &target, const QString &below);
    void makeFolder(const QString &below);

    colonnade::test::FakeConnection connection;

private:
    base::Result<remote::Output> run(const remote::Command &command);
    void linkTools();

    std::string m_shell;
    QTemporaryDir m_root;
    QStringList m_hidden;
};

QByteArray dataFile(const QString &name);

} // namespace colonnade::cluster::test
