// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/defaultsfileshell.h"
#include "formats/shown.h"

#include <algorithm>

namespace colonnade::formats {

using namespace Qt::StringLiterals;

/// A simple command while it is read.
struct ShellScanner::Command
{
    static constexpr int KeptArguments = 3;

    qsizetype firstAssignment = 0; ///< index of the first assignment before it
    QByteArrayList names = {};     ///< of the assignments before it that are listed
    int assignments = 0;
    QByteArray lastName = {}; ///< of the assignments before it
    Span lastAssignment = {};
    bool isLastEmpty = false; ///< the last assignment before it is NAME=
    std::optional<ShellWord> name = {};
    QList<ShellWord> arguments = {}; ///< the first few
    int argumentCount = 0;
};

namespace {

/// Builtins that take NAME=word as arguments and assign.
bool isDeclaration(const QByteArray &command)
{
    static const QSet<QByteArray> names = {"export", "readonly", "declare", "typeset", "local"};
    return names.contains(command);
}

/// What may change any variable: it runs what only a shell can read.
bool runsAnything(const QByteArray &command)
{
    static const QSet<QByteArray> names = {".",       "source",  "eval", "command",
                                           "builtin", "getopts", "let",  "trap"};
    return names.contains(command);
}

/// Builtins whose arguments are names of variables that they change.
bool changesNamed(const QByteArray &command)
{
    static const QSet<QByteArray> names = {"unset", "read", "mapfile", "readarray", "printf"};
    return names.contains(command);
}

/// POSIX's special built-in utilities.
bool isSpecial(const QByteArray &command)
{
    static const QSet<QByteArray> names = {"break",    "continue", "exec",  "exit",  "export",
                                           "return",   "set",      "shift", "times", "trap",
                                           "readonly", "unset",    "eval",  ".",     ":"};
    return names.contains(command);
}

/// What is set empty for one command on purpose: `LC_ALL= sort`.
bool isUsuallyEmptied(const QByteArray &name)
{
    return name == "IFS" || name.startsWith("LC_") || name.startsWith("LANG") || name == "PATH";
}

} // namespace

void ShellScanner::scanSimpleCommand()
{
    Command command;
    command.firstAssignment = m_scan.assignments.size();
    const qsizetype begin = m_at;
    for (Token token = peek(); !m_error; token = peek()) {
        if (token == Token::Redirection) {
            takeRedirection();
        } else if (token == Token::Word) {
            takeWord(command, scanWord());
        } else if (token == Token::Open && command.name && command.argumentCount == 0
                   && command.assignments == 0) {
            ++m_at;
            if (peek() != Token::Close)
                return failUnexpected();
            ++m_at;
            return scanFunctionBody(command.name->value.value_or(""));
        } else {
            break;
        }
    }
    if (m_error)
        return;
    if (m_at == begin || peek() == Token::Open)
        return failUnexpected();
    applyEffects(command);
    checkSpelling(command);
}

void ShellScanner::takeWord(Command &command, const ShellWord &word)
{
    if (command.name)
        return takeArgument(command, word);
    if (word.equals < 0) {
        command.name = word;
        return;
    }
    if (addAssignment(word, false))
        command.names.append(word.name);
    ++command.assignments;
    command.lastName = word.name;
    command.lastAssignment = word.span;
    command.isLastEmpty = word.equals + 1 == word.span.end && !word.isAppended;
}

void ShellScanner::takeArgument(Command &command, const ShellWord &word)
{
    if (++command.argumentCount <= Command::KeptArguments)
        command.arguments.append(word);
    const QByteArray name = command.name->value.value_or("");
    if (isDeclaration(name)) {
        if (word.equals >= 0)
            addAssignment(word, name == "export");
        else if (!word.isPlain && word.value)
            clobber(word.value->first(std::max<qsizetype>(0, word.value->indexOf('='))));
        else if (!word.value)
            clobberAll();
    } else if (changesNamed(name)) {
        word.value ? clobber(*word.value) : clobberAll();
    }
}

void ShellScanner::applyEffects(const Command &command)
{
    if (!command.name)
        return;
    const QByteArray name = command.name->value.value_or("");
    // What stands before a command is set for it only, but in dash for these.
    for (const QByteArray &key : command.names) {
        m_scan.assignments.remove(command.firstAssignment);
        if (isSpecial(name))
            clobber(key);
    }
    const bool isComputed = !command.name->value;
    const bool isElement = command.name->isPattern && name.contains("]="); // NAME[0]=… of bash
    if (isComputed || isElement || runsAnything(name))
        clobberAll();
    noteCall(name);
    const bool returns = name == "return" && !isInFunction();
    if (name == "exit" || returns || isComputed || (name == "exec" && command.argumentCount > 0))
        endUncertainly();
}

bool ShellScanner::addAssignment(const ShellWord &word, bool isExported)
{
    if (word.isAppended)
        noteBashOnly({word.equals - 1, word.equals + 1}, u"+="_s);
    if (isInFunction() || isInProcess()) {
        clobber(word.name);
        return false;
    }

    Assignment assignment;
    assignment.span = word.span;
    assignment.name = {word.span.begin, word.equals - (word.isAppended ? 1 : 0)};
    assignment.word = {word.equals + 1, word.span.end};
    assignment.key = word.name;
    assignment.isCertain = m_uncertain == 0;
    assignment.isExported = isExported;
    // A declaration's argument is expanded like any other.
    const bool isExpanded = isExported && word.isPattern;
    if (word.value && !word.isAppended && !isExpanded)
        assignment.value = word.value->sliced(word.name.size() + 1);
    m_scan.assignments.append(assignment);
    return true;
}

void ShellScanner::clobber(const QByteArray &name)
{
    if (isInProcess())
        return;
    if (isInFunction())
        m_functions[m_function].changed.insert(name);
    else
        m_clobbered[name] = m_scan.assignments.size();
}

void ShellScanner::clobberAll()
{
    if (isInProcess())
        return;
    if (isInFunction())
        m_functions[m_function].changesAny = true;
    else
        m_allClobbered = m_scan.assignments.size();
}

void ShellScanner::endUncertainly()
{
    if (isInProcess())
        return;
    if (isInFunction())
        m_functions[m_function].mayExit = true;
    else if (m_uncertainFrom < 0)
        m_uncertainFrom = m_scan.assignments.size();
}

void ShellScanner::noteCall(const QByteArray &name)
{
    if (isInProcess())
        return;
    if (isInFunction())
        m_functions[m_function].called.insert(name);
    else if (m_functions.contains(name))
        m_calls.append({name, m_scan.assignments.size()});
}

/// What calling @p name may do, with what that calls.
ShellScanner::Function ShellScanner::effectsOf(const QByteArray &name) const
{
    constexpr qsizetype MostChanges = 32; // more are taken for all
    Function effects;
    QList<QByteArray> pending = {name};
    QSet<QByteArray> seen = {name};
    while (!pending.isEmpty() && !(effects.changesAny && effects.mayExit)) {
        const Function function = m_functions.value(pending.takeLast());
        effects.changed |= function.changed;
        effects.mayExit = effects.mayExit || function.mayExit;
        effects.changesAny =
            effects.changesAny || function.changesAny || effects.changed.size() > MostChanges;
        for (const QByteArray &called : function.called) {
            if (m_functions.contains(called) && !seen.contains(called)) {
                seen.insert(called);
                pending.append(called);
            }
        }
    }
    return effects;
}

void ShellScanner::applyCalls()
{
    QHash<QByteArray, Function> known;
    for (const Call &call : std::as_const(m_calls)) {
        if (!known.contains(call.function))
            known.insert(call.function, effectsOf(call.function));
        const Function &effects = known[call.function];
        if (effects.changesAny)
            m_allClobbered = std::max(m_allClobbered, call.assignments);
        else
            for (const QByteArray &name : effects.changed)
                m_clobbered[name] = std::max(m_clobbered.value(name), call.assignments);
        if (effects.mayExit && (m_uncertainFrom < 0 || call.assignments < m_uncertainFrom))
            m_uncertainFrom = call.assignments;
    }
}

/// What was set before something that may change it is not certain any more.
void ShellScanner::applyClobbers()
{
    applyCalls();
    for (qsizetype i = 0; i < m_scan.assignments.size(); ++i) {
        Assignment &assignment = m_scan.assignments[i];
        const bool isBehindExit = m_uncertainFrom >= 0 && i >= m_uncertainFrom;
        if (isBehindExit || i < m_allClobbered || i < m_clobbered.value(assignment.key, 0))
            assignment.isCertain = false;
    }
}

/// Settings written as other programs take them, which a shell takes for commands.
void ShellScanner::checkSpelling(const Command &command)
{
    if (!command.name || !command.name->value || m_processes > 0)
        return;
    const ShellWord &first = *command.name;
    const QByteArray name = *first.value;
    const QByteArrayView argument =
        command.arguments.isEmpty() ? "" : textOf(m_text, command.arguments.first().span);
    if (command.assignments > 0)
        checkBlanksInValue(command);
    else if (first.isPlain && isShellName(name) && argument.startsWith('='))
        checkBlanksBeforeEquals(command);
    else if (first.isPlain && name.endsWith(':') && isShellName(name.chopped(1)))
        m_findings.add(
            "colon", Severity::Error, first.span,
            u"A shell runs a command “%1” here: a setting is written with =."_s.arg(shown(name)));
    else if (first.isPlain && name.contains('=') && !name.startsWith('='))
        m_findings.add(
            "bad-name", Severity::Error, first.span,
            u"A shell runs a command here: “%1” cannot be the name of a setting, which "
            u"consists of letters, digits and _."_s.arg(shown(name.first(name.indexOf('=')))));
}

/// NAME = value, NAME =value
void ShellScanner::checkBlanksBeforeEquals(const Command &command)
{
    const ShellWord &name = *command.name;
    const Span first = command.arguments.first().span;
    std::optional<Fix> fix;
    if (command.argumentCount == 2 && first.size() == 1)
        fix =
            Fix{u"Remove the blanks"_s, {{{name.span.end, command.arguments[1].span.begin}, "="}}};
    else if (command.argumentCount == 1)
        fix = Fix{u"Remove the blank"_s, {{{name.span.end, first.begin}, QByteArray()}}};
    m_findings.add(
        "blank-around-equals", Severity::Error, {name.span.begin, first.end},
        u"A shell runs a command “%1” here: no blank may stand before or behind the =."_s.arg(
            shown(*name.value)),
        fix);
}

/// NAME= value, NAME=several words
void ShellScanner::checkBlanksInValue(const Command &command)
{
    if (isUsuallyEmptied(command.lastName))
        return;
    const Span first = command.name->span;
    const Span blanks{command.lastAssignment.end, first.begin};
    if (command.isLastEmpty) {
        std::optional<Fix> fix;
        if (command.argumentCount == 0)
            fix = Fix{u"Remove the blank"_s, {{blanks, QByteArray()}}};
        m_findings.add(
            "blank-around-equals", Severity::Error, {command.lastAssignment.begin, first.end},
            u"A shell runs “%1” here, with an empty %2: no blank may stand behind the =."_s.arg(
                shown(*command.name->value), shown(command.lastName)),
            fix);
        return;
    }
    // What looks like a program may well be one: that is for the rules of a known file to say.
    const char start = m_text[first.begin];
    const bool looksLikeValue = start == '-' || (start >= '0' && start <= '9');
    m_findings.add(
        "unquoted-blank", looksLikeValue ? Severity::Warning : Severity::Hint,
        {command.lastAssignment.begin, first.end},
        u"A shell runs “%1” here, and sets %2 for that command only: a value with blanks "
        u"needs quotes."_s.arg(shown(*command.name->value), shown(command.lastName)));
}

void ShellScanner::noteBashOnly(Span span, const QString &what)
{
    m_findings.add("bash-only", Severity::Warning, span,
                   u"%1 is of bash: the sh of Debian, which runs most init scripts, takes it for "
                   u"something else, or refuses the whole file."_s.arg(what));
}

} // namespace colonnade::formats
