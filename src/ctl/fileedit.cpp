// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/fileedit.h"

#include "ctl/filestore.h"
#include "formats/unifieddiff.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

using formats::Diagnostic;
using formats::Severity;

/// More fixes than any file needs, in case some undo each other.
constexpr int FixLimit = 10'000;

/// What tells findings apart, wherever they stand.
using FindingKey = std::pair<QByteArray, QString>;

FindingKey keyOf(const Diagnostic &finding)
{
    return {finding.id, finding.message};
}

/// A file, or standard input.
struct Source
{
    QByteArray bytes;
    std::optional<StoredFile> file; ///< none: standard input, or a file that is to be made
};

base::Result<Source> readSource(const Context &context, const QString &path)
{
    if (path == u"-") {
        base::Result<QByteArray> bytes = readStandardInput(context.stop);
        if (!bytes)
            return std::unexpected(bytes.error());
        return Source{*std::move(bytes), {}};
    }
    base::Result<StoredFile> file = readFile(path);
    if (!file)
        return std::unexpected(file.error());
    const QByteArray bytes = file->bytes;
    return Source{bytes, *std::move(file)};
}

int fail(const Context &context, const base::Error &error)
{
    printError(context, error.message, error.remedy);
    return error.code == base::ErrorCode::Refused ? Refused : Failed;
}

/// Prints what a person asked for.
base::Result<void> print(const Context &context, const QByteArray &bytes)
{
    if (context.terminal.raw(bytes))
        return {};
    return base::failure(base::ErrorCode::IoFailed,
                         u"Not everything could be written to standard output."_s);
}

void sayFindings(const Context &context, const QString &path, const QByteArray &text,
                 const Findings &findings)
{
    for (const QString &line : findingLines(path, text, findings))
        context.terminal.err(line);
}

/// That a text is no document, with the fix that the format may have for it.
Diagnostic parseFinding(const FileFormat &format, const FileArguments &arguments,
                        const QByteArray &text, const formats::ParseError &error)
{
    const Diagnostic plain = syntaxFinding(error, text.size());
    const Findings findings = format.findings(text, arguments);
    const auto found = std::ranges::find(findings, keyOf(plain), keyOf);
    return found == findings.end() ? plain : *found;
}

/// Says why a text is no document. False: it is one.
bool saysParseError(const Context &context, const FileFormat &format,
                    const FileArguments &arguments, const QByteArray &text)
{
    const std::optional<formats::ParseError> error = format.parseError(text, arguments);
    if (error)
        sayFindings(context, arguments.path(), text,
                    {parseFinding(format, arguments, text, *error)});
    return error.has_value();
}

/// A verb's result, with what is to be said about it.
struct Outcome
{
    QByteArray before;
    QByteArray after;
    Findings errors;   ///< that the file has not now, and would have
    Findings warnings; ///< likewise, or why it still is no document
    QString note;
};

Outcome judged(const FileFormat &format, const FileVerb &verb, const FileArguments &arguments,
               const QByteArray &before, const QByteArray &after)
{
    Outcome outcome{before, after, {}, {}, {}};
    if (before == after || verb.kind == FileVerb::Kind::Turn)
        return outcome;
    // Of a text that was no document before, nobody knows what else was wrong with it.
    if (verb.kind == FileVerb::Kind::Mend && format.parseError(before, arguments)) {
        if (const auto error = format.parseError(after, arguments))
            outcome.warnings = {syntaxFinding(*error, after.size())};
        return outcome;
    }
    const Findings old =
        verb.kind == FileVerb::Kind::Make ? Findings() : format.findings(before, arguments);
    const Findings now = format.findings(after, arguments);
    outcome.errors = newFindings(old, now, Severity::Error);
    outcome.warnings = newFindings(old, now, Severity::Warning);
    if (format.note)
        outcome.note = format.note(before, after, arguments);
    return outcome;
}

/// Lets the result go where it belongs.
base::Result<void> put(const Context &context, const FileFormat &format,
                       const FileArguments &arguments, const Source &source, const Outcome &outcome)
{
    if (context.stop.stop_requested())
        return base::failure(base::ErrorCode::Canceled, u"Interrupted; nothing was written."_s);
    if (arguments.path() == u"-")
        return print(context, outcome.after);
    if (!source.file)
        return createFile(arguments.path(), outcome.after, format.newFileMode);
    if (outcome.before != outcome.after)
        return replaceFile(*source.file, outcome.after);
    return {};
}

base::Result<void> showDiff(const Context &context, const FileArguments &arguments,
                            const FileVerb &verb, const Outcome &outcome)
{
    const QByteArray name = QFile::encodeName(arguments.path());
    const QByteArray oldName = verb.kind == FileVerb::Kind::Make ? QByteArray("/dev/null") : name;
    return print(context, formats::unifiedDiff(outcome.before, outcome.after, oldName, name));
}

int refuse(const Context &context, const FileArguments &arguments, const Outcome &outcome)
{
    printError(context,
               u"%1 was not changed: the result would have errors that it does not have now."_s.arg(
                   arguments.path()),
               {});
    sayFindings(context, arguments.path(), outcome.after, outcome.errors);
    context.terminal.err(u"The places are those of the result. --force writes it all the same."_s);
    return Refused;
}

int finish(const Context &context, const FileFormat &format, const FileVerb &verb,
           const FileArguments &arguments, const Source &source, const Outcome &outcome)
{
    const bool isRefused = !outcome.errors.isEmpty() && !arguments.isSet(u"force"_s);
    base::Result<void> done;
    if (arguments.isSet(u"diff"_s))
        done = showDiff(context, arguments, verb, outcome);
    else if (!isRefused)
        done = put(context, format, arguments, source, outcome);
    if (!done)
        return fail(context, done.error());
    if (isRefused)
        return refuse(context, arguments, outcome);
    sayFindings(context, arguments.path(), outcome.after, outcome.errors + outcome.warnings);
    if (!outcome.note.isEmpty())
        context.terminal.err(outcome.note);
    return Done;
}

/// What `file check` finds in one file, or why it cannot be read.
struct Checked
{
    QString path;
    QByteArray text;
    Findings findings;
    std::optional<base::Error> problem;
};

Checked check(const Context &context, const FileFormat &format, const QCommandLineParser &parser,
              const QString &path)
{
    const base::Result<Source> source = readSource(context, path);
    if (!source)
        return {path, {}, {}, source.error()};
    const Findings findings = format.findings(source->bytes, FileArguments(parser, path, {}));
    return {path, source->bytes, findings, {}};
}

QJsonObject toJson(const Checked &checked)
{
    return {{u"file"_s, checked.path},
            {u"problem"_s, checked.problem ? QJsonValue(checked.problem->message) : QJsonValue()},
            {u"findings"_s, ctl::toJson(checked.text, checked.findings)}};
}

} // namespace

QList<QCommandLineOption> editOptions()
{
    return {{{u"diff"_s, u"dry-run"_s}, u"Show the change as a unified diff, and write nothing."_s},
            {u"force"_s, u"Write a result that has errors which the file does not have now."_s}};
}

int checkFiles(const Context &context, const FileFormat &format, const QCommandLineParser &parser,
               const QStringList &paths)
{
    int code = Done;
    QJsonArray files;
    QByteArray report;
    for (const QString &path : paths) {
        const Checked checked = check(context, format, parser, path);
        if (checked.problem || hasErrors(checked.findings))
            code = Failed;
        if (checked.problem)
            printError(context, checked.problem->message, checked.problem->remedy);
        files.append(toJson(checked));
        for (const QString &line : findingLines(path, checked.text, checked.findings))
            report += line.toUtf8() + '\n';
    }
    const QJsonDocument json(QJsonObject{{u"format"_s, 1}, {u"files"_s, files}});
    const base::Result<void> printed =
        print(context, parser.isSet(u"json"_s) ? json.toJson() : report);
    return printed ? code : fail(context, printed.error());
}

int readFrom(const Context &context, const FileFormat &format, const FileVerb &verb,
             const FileArguments &arguments)
{
    const base::Result<Source> source = readSource(context, arguments.path());
    if (!source)
        return fail(context, source.error());
    if (saysParseError(context, format, arguments, source->bytes))
        return Failed;
    const base::Result<QByteArray> value = verb.act(source->bytes, arguments);
    if (!value)
        return fail(context, value.error());
    const base::Result<void> printed = print(context, *value);
    return printed ? Done : fail(context, printed.error());
}

int editFile(const Context &context, const FileFormat &format, const FileVerb &verb,
             const FileArguments &arguments)
{
    const base::Result<Source> source =
        verb.kind == FileVerb::Kind::Make ? Source() : readSource(context, arguments.path());
    if (!source)
        return fail(context, source.error());
    if ((verb.kind == FileVerb::Kind::Edit || verb.kind == FileVerb::Kind::Turn)
        && saysParseError(context, format, arguments, source->bytes))
        return Failed;
    const base::Result<QByteArray> after = verb.act(source->bytes, arguments);
    if (!after)
        return fail(context, after.error());
    // Nobody is to take a file that no fix helps for one that needs none.
    if (verb.kind == FileVerb::Kind::Mend && *after == source->bytes
        && saysParseError(context, format, arguments, *after))
        return Failed;
    return finish(context, format, verb, arguments, *source,
                  judged(format, verb, arguments, source->bytes, *after));
}

base::Result<QByteArray> fixedText(const FileFormat &format, const QByteArray &text,
                                   const FileArguments &arguments)
{
    QByteArray now = text;
    Findings findings = format.findings(now, arguments);
    QSet<FindingKey> stuck; // those whose fix does not end them
    const auto isWanted = [&](const Diagnostic &finding) {
        return finding.fix && !stuck.contains(keyOf(finding))
               && (arguments.words().isEmpty()
                   || arguments.words().contains(QString::fromUtf8(finding.id)));
    };
    for (int fixes = 0; fixes < FixLimit; ++fixes) {
        const auto next = std::ranges::find_if(findings, isWanted);
        if (next == findings.end())
            break;
        const FindingKey key = keyOf(*next);
        const QByteArray fixed = formats::applied(now, next->fix->edits);
        Findings left = format.findings(fixed, arguments);
        if (std::ranges::count(left, key, keyOf) >= std::ranges::count(findings, key, keyOf)) {
            stuck.insert(key);
            continue;
        }
        now = fixed;
        findings = std::move(left);
    }
    return now;
}

} // namespace colonnade::ctl
