// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/context.h"
#include "ctl/fileedit.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

/// Verbs of all formats that may stand before FORMAT as well.
const QStringList CommonVerbs{u"check"_s, u"get"_s, u"set"_s, u"fix"_s};

/// All options that a word follows which is their value.
QSet<QString> valueOptions()
{
    QSet<QString> names;
    for (const FileFormat &format : fileFormats()) {
        QList<QCommandLineOption> options = format.options;
        for (const FileVerb &verb : format.verbs)
            options += verb.options;
        for (const QCommandLineOption &option : options) {
            if (!option.valueName().isEmpty())
                names.insert(u"--"_s + option.names().first());
        }
    }
    return names;
}

/// Takes the next word out of @p arguments that is no option; empty where there is none.
QString takeWord(QStringList &arguments)
{
    static const QSet<QString> withValue = valueOptions();
    for (qsizetype i = 0; i < arguments.size() && arguments[i] != u"--"; ++i) {
        if (withValue.contains(arguments[i]))
            ++i;
        else if (arguments[i] == u"-" || !arguments[i].startsWith(u'-'))
            return arguments.takeAt(i);
    }
    return {};
}

bool asksForHelp(const QStringList &arguments)
{
    return arguments.contains(u"--help") || arguments.contains(u"-h");
}

QString inColumns(const QString &left, const QString &right)
{
    constexpr int Width = 34;
    const QString gap =
        left.size() < Width ? QString(Width - left.size(), u' ') : u'\n' + QString(Width + 2, u' ');
    return u"  "_s + left + gap + right;
}

/// `domain add NAME ...`.
QString usageOf(const FileVerb &verb)
{
    return verb.synopsis.isEmpty() ? verb.words : verb.words + u' ' + verb.synopsis;
}

int printFileHelp(const Context &context)
{
    QStringList lines{
        u"Usage: colonnadectl file check FORMAT FILE... [--json]"_s,
        u"       colonnadectl file get FORMAT FILE PATH"_s,
        u"       colonnadectl file set FORMAT FILE PATH VALUE"_s,
        u"       colonnadectl file fix FORMAT FILE [ID]..."_s,
        u"       colonnadectl file FORMAT FILE VERB... [--diff] [--force]"_s,
        u"Reads, checks and edits configuration files of this workstation; - is standard input."_s,
        u""_s,
        u"Formats, each with its verbs: colonnadectl file FORMAT --help"_s,
    };
    for (const FileFormat &format : fileFormats())
        lines.append(inColumns(format.name, format.help));
    context.terminal.out(lines.join(u'\n'));
    return Done;
}

int printFormatHelp(const Context &context, const FileFormat &format)
{
    QStringList lines{u"Usage: colonnadectl file %1 FILE VERB..."_s.arg(format.name),
                      format.help + u'.',
                      u"A PATH is "_s + format.pathHelp + u'.',
                      u""_s,
                      u"Verbs:"_s,
                      inColumns(u"check [--json]"_s, u"show what is wrong"_s),
                      inColumns(u"fix [ID]..."_s, u"make the fixes that check offers"_s)};
    for (const FileVerb &verb : format.verbs)
        lines.append(inColumns(usageOf(verb), verb.help));
    lines.append(u""_s);
    lines.append(u"Options of a verb: colonnadectl file %1 FILE VERB --help"_s.arg(format.name));
    context.terminal.out(lines.join(u'\n'));
    return Done;
}

/// The verb that the words among @p arguments begin with, the longest; its words are taken out.
const FileVerb *takeVerb(const FileFormat &format, QStringList &arguments)
{
    const FileVerb *found = nullptr;
    QStringList rest;
    for (const FileVerb &verb : format.verbs) {
        QStringList left = arguments;
        const bool matches =
            std::ranges::all_of(verb.words.split(u' '),
                                [&left](const QString &word) { return takeWord(left) == word; });
        if (matches && (!found || verb.words.size() > found->words.size())) {
            found = &verb;
            rest = left;
        }
    }
    if (found)
        arguments = rest;
    return found;
}

/// `fix`, which is the same for all formats.
FileVerb fixVerb(const FileFormat &format)
{
    const auto act = [format](const QByteArray &text, const FileArguments &arguments) {
        return fixedText(format, text, arguments);
    };
    return {u"fix"_s, u"[ID]..."_s, {}, act, {}, FileVerb::Kind::Mend};
}

int runVerb(const Context &context, const FileFormat &format, const QString &path,
            const FileVerb &verb, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(format.options + verb.options);
    const bool reads = verb.kind == FileVerb::Kind::Read;
    if (!reads)
        parser.addOptions(editOptions());
    int code = Done;
    const Context rest{context.terminal, context.stop, arguments};
    if (!parseArguments(rest, parser, u"file %1 FILE "_s.arg(format.name) + usageOf(verb), code))
        return code;
    const FileArguments told(parser, path, parser.positionalArguments());
    QString problem = problemOf(verb, told);
    if (problem.isEmpty() && format.problem)
        problem = format.problem(told);
    if (!problem.isEmpty())
        return usageError(context, problem);
    return reads ? readFrom(context, format, verb, told) : editFile(context, format, verb, told);
}

int runCheck(const Context &context, const FileFormat &format, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(format.options);
    parser.addOption({u"json"_s, u"Print JSON."_s});
    int code = Done;
    const Context rest{context.terminal, context.stop, arguments};
    if (!parseArguments(rest, parser, u"file check %1 FILE... [--json]"_s.arg(format.name), code))
        return code;
    const QStringList paths = parser.positionalArguments();
    if (paths.isEmpty())
        return usageError(context, u"file check takes a format and at least one file"_s);
    const FileArguments told(parser, {}, {});
    if (const QString problem = format.problem ? format.problem(told) : QString();
        !problem.isEmpty())
        return usageError(context, problem);
    return checkFiles(context, format, parser, paths);
}

QString verbList(const FileFormat &format)
{
    QStringList names{u"check"_s, u"fix"_s};
    for (const FileVerb &verb : format.verbs)
        names.append(verb.words);
    return names.join(u", "_s);
}

/// @p arguments: FILE VERB ..., with options among them.
int runFormat(const Context &context, const FileFormat &format, QStringList arguments)
{
    const QString path = takeWord(arguments);
    QStringList rest = arguments;
    const QString first = takeWord(rest);
    if (first.isEmpty() && asksForHelp(rest))
        return printFormatHelp(context, format);
    if (path.isEmpty() || first.isEmpty())
        return usageError(context, u"file %1 takes a file and a verb"_s.arg(format.name));
    if (first == u"check")
        return runCheck(context, format, QStringList{path} + rest);
    if (first == u"fix")
        return runVerb(context, format, path, fixVerb(format), rest);
    if (const FileVerb *verb = takeVerb(format, arguments))
        return runVerb(context, format, path, *verb, arguments);
    return usageError(
        context, u"%1 has no verb \"%2\"; it has: %3"_s.arg(format.name, first, verbList(format)));
}

/// With the verb before the format, as in `file get FORMAT FILE PATH`.
int runCommonVerb(const Context &context, const FileFormat &format, const QString &verb,
                  QStringList arguments)
{
    if (verb == u"check")
        return runCheck(context, format, arguments);
    QString path = takeWord(arguments);
    if (path.isEmpty() && asksForHelp(arguments))
        path = u"-"_s; // none is read
    return path.isEmpty() ? usageError(context, u"a file is missing"_s)
                          : runFormat(context, format, QStringList{path, verb} + arguments);
}

} // namespace

int fileCommand(const Context &context)
{
    QStringList arguments = context.arguments;
    QString name = takeWord(arguments);
    const QString verb = CommonVerbs.contains(name) ? name : QString();
    if (!verb.isEmpty())
        name = takeWord(arguments);
    if (name.isEmpty() && asksForHelp(arguments))
        return printFileHelp(context);
    if (name.isEmpty())
        return usageError(context, u"file takes a format and a file; see: file --help"_s);
    const FileFormat *format = formatNamed(name);
    if (!format)
        return unknownFormat(context, name);
    return verb.isEmpty() ? runFormat(context, *format, arguments)
                          : runCommonVerb(context, *format, verb, arguments);
}

} // namespace colonnade::ctl
