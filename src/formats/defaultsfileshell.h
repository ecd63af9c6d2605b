// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/defaultsfile.h"
#include "formats/findings.h"

#include <QHash>
#include <QSet>

namespace colonnade::formats {

/// What reading a file as a shell does, without running it, finds.
struct ShellScan
{
    QList<DefaultsFile::Assignment> assignments;
    QList<DefaultsFile::CommentedAssignment> commented;
    QList<Diagnostic> findings; ///< in order of place
};

/// A word of a command.
struct ShellWord
{
    Span span;
    std::optional<QByteArray> value = QByteArray(); ///< without its quotes; nothing: computed
    QByteArray name;                                ///< NAME where it is NAME=… or NAME+=…
    qsizetype equals = -1;                          ///< where the = of those is
    bool isPlain = true;                            ///< neither quotes nor expansions
    bool isAppended = false;                        ///< NAME+=…
    bool isPattern = false;                         ///< *, ? or [ outside quotes
};

/// Reads the language of POSIX's shell, and what bash adds to it. Nothing is run. Every byte is
/// read once.
class ShellScanner
{
public:
    explicit ShellScanner(QByteArrayView text) : m_text(text) {}

    std::expected<ShellScan, ParseError> scan();

private:
    using Assignment = DefaultsFile::Assignment;

    enum class Token {
        End,
        Newline,
        Semicolon,
        DoubleSemicolon,
        Ampersand,
        And,
        Or,
        Pipe,
        Open,
        Close,
        Redirection,
        Word
    };

    /// What calling a function of the file may do.
    struct Function
    {
        QSet<QByteArray> changed; ///< variables
        QSet<QByteArray> called;  ///< what may be functions as well
        bool changesAny = false;
        bool mayExit = false;
    };

    /// What may change a variable, or all, that were set before.
    struct Call
    {
        QByteArray function;
        qsizetype assignments = 0; ///< how many there were by then
    };

    struct HereDocument
    {
        QByteArray delimiter;
        bool isIndented = false;
    };

    /// One level of what may stand within itself: compound commands, substitutions.
    class Level;

    // Words: defaultsfilewords.cpp
    ShellWord scanWord();
    void scanCharacter(ShellWord &word);
    void checkName(ShellWord &word) const;
    void scanBackslash(ShellWord &word);
    void scanSingleQuotes(ShellWord &word);
    void scanAnsiQuotes(ShellWord &word);
    void scanDoubleQuotes(ShellWord &word);
    void scanBackslashInQuotes(ShellWord &word);
    void scanDollar(ShellWord &word, bool isInQuotes);
    void scanParameter(bool isInQuotes);
    void scanParameterName();
    void scanBackquotes();
    void scanArithmetic();
    void scanArray();
    static void append(ShellWord &word, char c);
    static void compute(ShellWord &word);

    // Tokens: defaultsfiletokens.cpp
    Token peek();
    void skipBlanks();
    void skipComment();
    void noteComment(Span comment);
    void skipNewlines();
    void takeNewline();
    void takeHereDocument(const HereDocument &document);
    qsizetype redirectionAt() const;
    void takeRedirection();
    bool takeProcess();
    QByteArray keyword(qsizetype *end = nullptr) const;
    bool takeKeyword(QByteArrayView word);
    void expectKeyword(QByteArrayView word, QByteArrayView opener, qsizetype openedAt);

    // Commands: defaultsfilecommands.cpp
    bool scanList();
    void expectList();
    void scanAndOr();
    void scanPipeline();
    void scanCommand();
    bool scanCompound(QByteArrayView word);
    void scanSubshell();
    void scanSubstitution();
    void scanIf();
    void scanLoop(QByteArrayView word);
    void scanFor(QByteArrayView word);
    void scanCase();
    void scanCaseItem();
    void scanTest();
    void scanFunction();
    void scanFunctionBody(const QByteArray &name);

    // Simple commands and their effects: defaultsfileeffects.cpp
    struct Command;
    void scanSimpleCommand();
    void takeWord(Command &command, const ShellWord &word);
    void takeArgument(Command &command, const ShellWord &word);
    void applyEffects(const Command &command);
    void checkSpelling(const Command &command);
    void checkBlanksBeforeEquals(const Command &command);
    void checkBlanksInValue(const Command &command);
    bool addAssignment(const ShellWord &word, bool isExported);
    void clobber(const QByteArray &name);
    void clobberAll();
    void endUncertainly();
    void noteCall(const QByteArray &name);
    void applyCalls();
    Function effectsOf(const QByteArray &name) const;
    void applyClobbers();
    bool isInProcess() const { return m_processes > m_functionProcesses; }
    bool isInFunction() const { return !m_function.isEmpty(); }
    void noteBashOnly(Span span, const QString &what);

    bool isAt(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    bool isNext(char c) const { return m_at + 1 < m_text.size() && m_text[m_at + 1] == c; }
    void fail(qsizetype offset, const QString &message);
    void failUnexpected();

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_levels = 0;    ///< how deep what stands within itself is nested
    int m_uncertain = 0; ///< more than 0: what is read may not be run, or not only once
    int m_processes = 0; ///< more than 0: what is read is run in a process of its own
    QList<HereDocument> m_hereDocuments; ///< whose text begins behind the next line end
    QByteArray m_function;               ///< the one whose body is read; empty: none
    int m_functionProcesses = 0;         ///< m_processes in that body, but for processes of its own
    QHash<QByteArray, Function> m_functions;
    QList<Call> m_calls;
    QHash<QByteArray, qsizetype> m_clobbered; ///< by name: how many assignments were there by then
    qsizetype m_allClobbered = 0;             ///< likewise, for all names
    qsizetype m_uncertainFrom = -1;           ///< the first assignment behind an exit; -1: none
    ShellScan m_scan;
    Findings m_findings;
    std::optional<ParseError> m_error;
};

/// Raises a level for as long as it lives.
class ShellScanner::Level
{
public:
    explicit Level(ShellScanner &scanner, bool isCertain = true, bool isProcess = false)
        : m_scanner(scanner), m_uncertain(isCertain ? 0 : 1), m_process(isProcess ? 1 : 0)
    {
        constexpr int Deepest = 100;
        m_scanner.m_uncertain += m_uncertain;
        m_scanner.m_processes += m_process;
        if (++m_scanner.m_levels > Deepest)
            m_scanner.fail(m_scanner.m_at, QStringLiteral("Commands are nested too deeply here."));
    }
    ~Level()
    {
        --m_scanner.m_levels;
        m_scanner.m_uncertain -= m_uncertain;
        m_scanner.m_processes -= m_process;
    }
    Q_DISABLE_COPY_MOVE(Level)

private:
    ShellScanner &m_scanner;
    int m_uncertain;
    int m_process;
};

/// Whether @p name can be that of a shell's variable.
bool isShellName(QByteArrayView name);

} // namespace colonnade::formats
