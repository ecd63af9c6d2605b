// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/connection.h"

namespace colonnade::remote {

/// How sudo(8) is used on one host.
struct SudoUse
{
    bool password = false; ///< its question may be answered; otherwise it must not ask (-n)
    bool terminal = false; ///< it demands one (`requiretty` in sudoers)
    bool forget = false;   ///< the password is wanted even if it was given a moment ago

    friend bool operator==(const SudoUse &, const SudoUse &) = default;
};

/// What is run as root: a command, or the shell that runs the queries.
struct RootProgram
{
    QByteArray script = {}; ///< of a command
    QByteArray input = {};  ///< of a command
    bool isShell = false;
};

/// What a user's login shell is asked to run: the script of @p size bytes that comes first on
/// standard input. The login shell may be csh or fish, which read quotes, newlines and exclamation
/// marks in their own ways; so it gets a line without any of those, the same for every command but
/// for a number. dd takes no byte more than the script (a shell that reads its script from there
/// might), so what follows is the command's input. It also keeps scripts out of the node's process
/// list, and has no limit of size.
QByteArray loginProgram(qsizetype size);

/// What is said on the way to the script, beside what sudo and login files print: "WORD LETTER
/// NUMBER" and a line end. WORD is random, so nobody else says it.
namespace sudosign {
constexpr char Terminal = 'R'; ///< the terminal is ready: nothing of what is sent is echoed
constexpr char NoSudo = 'M';
constexpr char Prompt = 'P'; ///< sudo asks for the password
constexpr char Inside = 'I'; ///< root's shell is there, on each stream; NUMBER: its process group
constexpr char Errors = 'E'; ///< over a terminal: the rest of the line is standard error, in hex
constexpr char Exit = 'X';   ///< over a terminal: NUMBER is the exit status, and the end
} // namespace sudosign

/// As loginProgram(), with a terminal: says when it is ready for the script.
QByteArray loginProgramWithTerminal(qsizetype size, const QByteArray &word);

/// The script that becomes root and runs @p program. Works with sudo 1.7 (RHEL 5) and later; with a
/// password, with 1.6.9 (Debian 5), too. See sudo(8), sudoers(5).
///
/// Over a terminal, which is one stream with no end in either direction, standard output comes as
/// it is, between pieces of it standard error in lines of sudosign::Errors, and the exit status
/// last; @p program reads as many bytes as it is said to have. The word of these signs is another
/// one, which root's shell reads first.
QByteArray sudoScript(const SudoUse &use, const QByteArray &word, const RootProgram &program);

/// What is written to @p program when root's shell is there. Over a terminal the shell takes each
/// script by its size.
QByteArray sudoInput(const SudoUse &use, const RootProgram &program, const QByteArray &bytes);

} // namespace colonnade::remote
