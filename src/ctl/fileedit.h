// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/context.h"
#include "ctl/fileformat.h"

namespace colonnade::ctl {

/// The options of all that changes a file.
QList<QCommandLineOption> editOptions();

/// `file check`: what is wrong with each of @p paths.
int checkFiles(const Context &context, const FileFormat &format, const QCommandLineParser &parser,
               const QStringList &paths);

/// Prints what a verb reads in a file.
int readFrom(const Context &context, const FileFormat &format, const FileVerb &verb,
             const FileArguments &arguments);

/// What a verb does to a file: shown, refused, or written. `-` is standard input, and then standard
/// output gets the result.
int editFile(const Context &context, const FileFormat &format, const FileVerb &verb,
             const FileArguments &arguments);

/// `file fix`: makes the fixes that findings offer, one after the other, as each may change what
/// the next one has to be. The words are the ids that are meant.
base::Result<QByteArray> fixedText(const FileFormat &format, const QByteArray &text,
                                   const FileArguments &arguments);

} // namespace colonnade::ctl
