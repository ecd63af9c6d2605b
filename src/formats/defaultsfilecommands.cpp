// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/defaultsfileshell.h"
#include "formats/shown.h"

#include <algorithm>

namespace colonnade::formats {

using namespace Qt::StringLiterals;

std::expected<ShellScan, ParseError> ShellScanner::scan()
{
    scanList();
    if (!m_error && peek() != Token::End)
        failUnexpected();
    if (m_error)
        return std::unexpected(*m_error);
    applyClobbers();
    m_scan.findings = m_findings.take();
    return std::move(m_scan);
}

/// Commands up to what ends them, which is left to the caller. Whether there was one.
bool ShellScanner::scanList()
{
    static const QSet<QByteArray> ends = {"then", "do", "done", "fi", "else", "elif", "esac", "}"};
    for (bool isEmpty = true;; isEmpty = false) {
        skipNewlines();
        const Token token = peek();
        if (m_error || token == Token::End || token == Token::Close
            || token == Token::DoubleSemicolon
            || (token == Token::Word && ends.contains(keyword())))
            return !isEmpty;
        const qsizetype from = m_scan.assignments.size();
        scanAndOr();
        const Token separator = peek();
        if (separator == Token::Ampersand)
            m_scan.assignments.resize(from); // a process of its own
        if (separator == Token::Semicolon || separator == Token::Ampersand)
            ++m_at;
        else if (separator != Token::Newline)
            return true;
    }
}

void ShellScanner::expectList()
{
    if (!m_error && !scanList() && !m_error)
        failUnexpected();
}

void ShellScanner::scanAndOr()
{
    scanPipeline();
    const Level level(*this, false);
    for (Token token = peek(); token == Token::And || token == Token::Or; token = peek()) {
        m_at += 2;
        skipNewlines();
        scanPipeline();
    }
}

void ShellScanner::scanPipeline()
{
    const qsizetype from = m_scan.assignments.size();
    bool isNegated = false;
    while (takeKeyword("!"))
        isNegated = true;
    // To bash a ! is a command by itself.
    const Token token = peek();
    if (isNegated && (token == Token::Newline || token == Token::End || token == Token::Semicolon))
        return;
    scanCommand();
    if (peek() != Token::Pipe)
        return;
    m_scan.assignments.resize(from); // a process of its own
    const Level level(*this, false, true);
    while (peek() == Token::Pipe) {
        m_at += isNext('&') ? 2 : 1;
        skipNewlines();
        scanCommand();
    }
}

void ShellScanner::scanCommand()
{
    const Token token = peek();
    bool isCompound = false;
    if (token == Token::Open) {
        scanSubshell();
        isCompound = true;
    } else if (token == Token::Word) {
        isCompound = scanCompound(keyword());
    }
    if (!isCompound)
        return scanSimpleCommand();
    while (!m_error && peek() == Token::Redirection)
        takeRedirection();
}

/// Whether a compound command, or the definition of a function, begins with @p word; if so it is
/// read.
bool ShellScanner::scanCompound(QByteArrayView word)
{
    const Level level(*this);
    const qsizetype begin = m_at;
    if (word == "{") {
        takeKeyword("{");
        expectList();
        expectKeyword("}", "{", begin);
    } else if (word == "if") {
        scanIf();
    } else if (word == "while" || word == "until") {
        scanLoop(word);
    } else if (word == "for" || word == "select") {
        scanFor(word);
    } else if (word == "case") {
        scanCase();
    } else if (word == "[[") {
        scanTest();
    } else if (word == "function") {
        scanFunction();
    } else {
        return false;
    }
    return true;
}

void ShellScanner::scanSubshell()
{
    if (isNext('(')) {
        noteBashOnly({m_at, m_at + 2}, u"((…))"_s);
        return scanArithmetic();
    }
    const Level level(*this, false, true);
    const qsizetype begin = m_at++;
    expectList();
    if (m_error)
        return;
    if (peek() == Token::End)
        return fail(begin, u"The ( that begins here has no ); no shell reads the file."_s);
    if (peek() != Token::Close)
        return failUnexpected();
    ++m_at;
}

void ShellScanner::scanIf()
{
    const qsizetype begin = m_at;
    takeKeyword("if");
    expectList();
    const Level level(*this, false);
    expectKeyword("then", "if", begin);
    expectList();
    while (!m_error && takeKeyword("elif")) {
        expectList();
        expectKeyword("then", "if", begin);
        expectList();
    }
    if (!m_error && takeKeyword("else"))
        expectList();
    expectKeyword("fi", "if", begin);
}

void ShellScanner::scanLoop(QByteArrayView word)
{
    const Level level(*this, false);
    const qsizetype begin = m_at;
    takeKeyword(word);
    expectList();
    expectKeyword("do", word, begin);
    expectList();
    expectKeyword("done", word, begin);
}

void ShellScanner::scanFor(QByteArrayView word)
{
    const Level level(*this, false);
    const qsizetype begin = m_at;
    takeKeyword(word);
    if (peek() == Token::Open) {
        scanSubshell();
    } else {
        const QByteArray name = peek() == Token::Word ? scanWord().value.value_or("") : "";
        if (!isShellName(name))
            return failUnexpected();
        clobber(name);
        skipNewlines();
        if (takeKeyword("in")) {
            while (!m_error && peek() == Token::Word)
                scanWord();
        }
    }
    if (peek() == Token::Semicolon)
        ++m_at;
    skipNewlines();
    const bool isBraced = takeKeyword("{");
    if (!isBraced)
        expectKeyword("do", word, begin);
    expectList();
    expectKeyword(isBraced ? "}" : "done", word, begin);
}

void ShellScanner::scanCase()
{
    const Level level(*this, false);
    const qsizetype begin = m_at;
    takeKeyword("case");
    if (peek() != Token::Word)
        return failUnexpected();
    scanWord();
    skipNewlines();
    expectKeyword("in", "case", begin);
    skipNewlines();
    while (!m_error && !takeKeyword("esac")) {
        if (peek() == Token::End)
            return fail(begin,
                        u"The “case” that begins here has no “esac”; no shell reads the file."_s);
        scanCaseItem();
        if (!m_error && peek() == Token::DoubleSemicolon)
            m_at += m_text.sliced(m_at).startsWith(";;&") ? 3 : 2;
        else if (!m_error && peek() != Token::End && keyword() != "esac")
            return failUnexpected();
        skipNewlines();
    }
}

/// PATTERN|PATTERN) commands
void ShellScanner::scanCaseItem()
{
    if (peek() == Token::Open)
        ++m_at;
    for (;;) {
        if (peek() != Token::Word)
            return failUnexpected();
        scanWord();
        if (peek() != Token::Pipe)
            break;
        ++m_at;
    }
    if (peek() != Token::Close)
        return failUnexpected();
    ++m_at;
    scanList();
}

/// [[ … ]] of bash, in which operators are words.
void ShellScanner::scanTest()
{
    const qsizetype begin = m_at;
    noteBashOnly({begin, begin + 2}, u"[[ … ]]"_s);
    takeKeyword("[[");
    while (!m_error && !takeKeyword("]]")) {
        const Token token = peek();
        if (token == Token::End)
            return fail(begin, u"The [[ that begins here has no ]]; no shell reads the file."_s);
        if (token == Token::Newline)
            takeNewline();
        else if (token == Token::Word)
            scanWord();
        else
            ++m_at;
    }
}

void ShellScanner::scanFunction()
{
    noteBashOnly({m_at, m_at + 8}, u"The word function"_s);
    takeKeyword("function");
    if (peek() != Token::Word)
        return failUnexpected();
    const QByteArray name = scanWord().value.value_or("");
    if (peek() == Token::Open) {
        ++m_at;
        if (peek() != Token::Close)
            return failUnexpected();
        ++m_at;
    }
    scanFunctionBody(name);
}

/// What it does counts where it is called.
void ShellScanner::scanFunctionBody(const QByteArray &name)
{
    const Level level(*this, false, true);
    const QByteArray outer = std::exchange(m_function, name.isEmpty() ? QByteArray("?") : name);
    const int outerProcesses = std::exchange(m_functionProcesses, m_processes);
    m_functions[m_function];
    skipNewlines();
    scanCommand();
    m_function = outer;
    m_functionProcesses = outerProcesses;
}

} // namespace colonnade::formats
