// SPDX-License-Identifier: GPL-3.0-or-later
// `colonnadectl file defaults`: /etc/default/o2cb, /etc/default/cman, /etc/sysconfig/...
#include "ctl/fileformat.h"
#include "formats/defaultsfile.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

using base::Result;
using formats::DefaultsFile;
using formats::DefaultsKind;

/// What --kind says; none: it is no kind, or was not given.
std::optional<DefaultsKind> kindNamed(const QByteArray &name)
{
    if (name == "o2cb")
        return DefaultsKind::O2cb;
    if (name == "cman")
        return DefaultsKind::Cman;
    if (name == "other")
        return DefaultsKind::Other;
    return std::nullopt;
}

Findings findings(const QByteArray &text, const FileArguments &arguments)
{
    const formats::Parsed<DefaultsFile> file = DefaultsFile::parse(text);
    if (!file)
        return {syntaxFinding(file.error(), text.size())};
    return file->diagnostics(
        kindNamed(arguments.value(u"kind"_s).value_or(QByteArray()))
            .value_or(DefaultsFile::kindOf(QFile::encodeName(arguments.path()))));
}

QString problem(const FileArguments &arguments)
{
    const std::optional<QByteArray> kind = arguments.value(u"kind"_s);
    return kind && !kindNamed(*kind) ? u"--kind is o2cb, cman or other"_s : QString();
}

Result<QByteArray> get(const DefaultsFile &file, const FileArguments &arguments)
{
    const QByteArray key = arguments.word(0);
    if (const std::optional<QByteArray> value = file.value(key))
        return *value + '\n';
    if (file.assignment(key))
        return computedValue(arguments);
    return noSuchValue(arguments);
}

/// An act on one variable.
FileAct onName(Result<formats::TextEdits> (DefaultsFile::*act)(QByteArrayView) const)
{
    return edits<DefaultsFile>([act](const DefaultsFile &file, const FileArguments &arguments) {
        return (file.*act)(arguments.word(0));
    });
}

Result<formats::TextEdits> set(const DefaultsFile &file, const FileArguments &arguments)
{
    return file.set(arguments.word(0), arguments.word(1));
}

} // namespace

FileFormat defaultsFormat()
{
    return {
        .name = u"defaults"_s,
        .help = u"assignments that init scripts read: /etc/default/o2cb, /etc/sysconfig/cman"_s,
        .options = {{u"kind"_s,
                     u"Whose settings they are: o2cb, cman or other; as the file is called, if not "
                     "given."_s,
                     u"KIND"_s}},
        .problem = problem,
        .parseError = parseErrorOf<DefaultsFile>,
        .findings = findings,
        .pathHelp = u"the name of a variable: O2CB_ENABLED"_s,
        .verbs = {getVerb(reads<DefaultsFile>(get)),
                  {u"set"_s, u"NAME VALUE"_s, u"set a variable, where it counts"_s,
                   edits<DefaultsFile>(set)},
                  {u"unset"_s, u"NAME"_s, u"remove every assignment to a variable"_s,
                   onName(&DefaultsFile::remove)},
                  {u"comment"_s, u"NAME"_s, u"put # before every assignment to a variable"_s,
                   onName(&DefaultsFile::commentOut)}},
    };
}

} // namespace colonnade::ctl
