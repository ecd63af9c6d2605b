// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "ctl/exitcode.h"
#include "ctl/terminal.h"

#include <QStringList>

#include <stop_token>

class QCommandLineParser;

namespace colonnade::ctl {

/// What every command gets.
struct Context
{
    Terminal &terminal;
    std::stop_token stop;  ///< set by the first SIGINT or SIGTERM
    QStringList arguments; ///< those after the command's name
};

/// Reads @p context's arguments with @p parser. False: they are wrong, or help was asked for; @p
/// code is what to end with then. @p usage: the synopsis after "colonnadectl ".
bool parseArguments(const Context &context, QCommandLineParser &parser, const QString &usage,
                    int &code);

/// Says on standard error what is wrong with the command line.
int usageError(const Context &context, const QString &message);

/// The usageError() of a command that changes something where nobody can be asked.
int nobodyToConfirm(const Context &context);

/// An error as it stands, with its remedy, on standard error.
void printError(const Context &context, const QString &message, const QString &remedy);

/// Prints @p error; the exit status that goes with it.
int failed(const Context &context, const base::Error &error);

int profileCommand(const Context &context);
int hostkeyCommand(const Context &context);
int statusCommand(const Context &context);
int migrateCommand(const Context &context);
int jobsCommand(const Context &context);
int deployCommand(const Context &context);
int historyCommand(const Context &context);
int fileCommand(const Context &context);

/// `colonnadectl` with @p arguments (without the program's name).
int run(const QStringList &arguments, Terminal &terminal, const std::stop_token &stop);

} // namespace colonnade::ctl
