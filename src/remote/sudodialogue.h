// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/execchannel.h"

namespace colonnade::remote {

enum class SudoProblem {
    NoSudo,
    NeedsTerminal, ///< `requiretty`
    NoTerminal,    ///< and the server, or a missing stty, gives none
    NeedsPassword, ///< it asks, and there is none to answer with
    WrongPassword,
    AnsweredTooLate, ///< it waited for the password as long as it wanted to (passwd_timeout)
    AsksMore,        ///< for something else, as PAM modules do
    NotAllowed,      ///< by sudoers
    AccountExpired,  ///< or its password is
    Rambling,        ///< it prints more than anybody would read
    Unknown,         ///< it ended for a reason of its own
};

/// What kept sudo from running the script.
struct SudoFailure
{
    SudoProblem problem = SudoProblem::Unknown;
    QString words = {}; ///< the last line that it printed: plain text, at most 200 characters

    friend bool operator==(const SudoFailure &, const SudoFailure &) = default;
};

/// What is said between the start of sudo and that of the script. Takes the bytes of a channel and
/// tells what is to be done; does not write itself.
class SudoDialogue
{
public:
    /// With @p overTerminal all comes as Stream::Out.
    SudoDialogue(QByteArray word, bool overTerminal);

    /// Takes what came. What comes from the script itself goes to @p rest.
    void feed(Stream stream, QByteArrayView bytes, const ExecChannel::DataSink &rest);
    /// Takes note that nothing more comes.
    void end();

    /// The script that starts sudo may be sent.
    bool isReady() const { return m_ready; }
    /// sudo waits for the password. It may be sent now, and at no other time.
    bool isAsking() const { return m_asking && !m_failure; }
    /// The password was sent.
    void answered() { m_asking = false; }
    /// Root's shell runs: what is written now goes to the script and to nobody else.
    bool isInside() const;
    /// Of root's shell; 0: not known.
    qint64 processGroup() const { return m_processGroup; }
    const std::optional<SudoFailure> &failure() const { return m_failure; }
    /// Ends the dialogue; the first reason counts.
    void fail(SudoProblem problem);

    /// The question that it has printed last and that is not ours, as AsksMore; empty: there is
    /// none.
    std::optional<SudoFailure> foreignQuestion() const;

private:
    struct Part
    {
        QByteArray text;        ///< until the script begins
        qsizetype searched = 0; ///< behind the last sign
        bool open = false;      ///< the script has begun
    };
    Part &part(Stream stream) { return stream == Stream::Out ? m_out : m_err; }
    void search(Part &part);
    void takeSign(Part &part, char letter, qint64 number, const QByteArray &before);
    QByteArray text() const;
    QString lastWords() const;

    const QByteArray m_word;
    const bool m_overTerminal;
    bool m_ready;
    bool m_asking = false;
    int m_questions = 0;
    qint64 m_processGroup = 0;
    Part m_out;
    Part m_err;
    std::optional<SudoFailure> m_failure;
};

} // namespace colonnade::remote
