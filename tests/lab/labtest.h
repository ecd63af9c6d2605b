// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/lab.h"
#include "lab/program.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <string>

namespace colonnade::lab {

/// A lab that answers at once: migrations take 400 ms. Ends the test program when it cannot be
/// started.
std::unique_ptr<Lab> startLab(Options options = {});

/// A lab like the one of captures/xl-4.17: two nodes of 2559 MiB, web1 with 160 MiB on the first.
Options captureOptions();

struct Ran
{
    QByteArray out;
    QByteArray err;
    int status = 0;
};

/// Runs @p script on a node as its SSH server does, without SSH.
Ran run(const Lab &lab, int node, const QString &script);

/// The same, begun and not waited for.
std::unique_ptr<Program> begin(const Lab &lab, int node, const QString &script);

/// Waits for the end of what begin() began.
Ran finish(Program &program);

/// Looks again and again until @p condition holds; false after 20 seconds.
bool eventually(const std::function<bool()> &condition);

/// Whether a node's domains have these names, in any order.
bool hasDomains(const Lab &lab, int node, QStringList names);

/// Bytes of a capture in data/.
QByteArray captured(const QString &name);

/// @p text with what differs from run to run made the same: domain ids, pids, addresses in memory,
/// CPU times.
std::string normalized(const QByteArray &text);

/// The lines of a text in alphabetical order: two programs that share standard error do not keep
/// theirs.
std::string sortedLines(const std::string &text);

} // namespace colonnade::lab
