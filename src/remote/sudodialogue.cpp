// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/sudodialogue.h"

#include "remote/sudoprogram.h"

#include <algorithm>

namespace colonnade::remote {

namespace {

/// A lecture, a banner and the noise of login files are far less.
constexpr qsizetype MostText = 64 * 1024;

/// What sudo says in the C locale, from 1.6.9 to 1.9.16 and in sudo-rs 0.2. What it says first
/// counts, since "a password is required" is its last word in many cases.
SudoProblem problemOf(const QByteArray &text)
{
    static constexpr struct
    {
        const char *words;
        SudoProblem problem;
    } Sayings[] = {
        {"you must have a tty", SudoProblem::NeedsTerminal},
        {"is not in the sudoers file", SudoProblem::NotAllowed},
        {"is not allowed to execute", SudoProblem::NotAllowed},
        {"is not allowed to run sudo", SudoProblem::NotAllowed},
        {"may not run sudo", SudoProblem::NotAllowed},
        {"I'm afraid I can't do that", SudoProblem::NotAllowed},
        {"reset your password", SudoProblem::AccountExpired},
        {"assword expired", SudoProblem::AccountExpired},
        {"account validation failure", SudoProblem::AccountExpired},
        {"timed out reading password", SudoProblem::AnsweredTooLate},
        {"incorrect password attempt", SudoProblem::WrongPassword},
        {"incorrect authentication attempt", SudoProblem::WrongPassword},
        {"no password was provided", SudoProblem::WrongPassword},
        {"a password is required", SudoProblem::NeedsPassword},
        {"authentication is required", SudoProblem::NeedsPassword},
    };
    for (const auto &[words, problem] : Sayings) {
        if (text.contains(words))
            return problem;
    }
    return SudoProblem::Unknown;
}

/// Text from a node, for a message.
QString plain(const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes).simplified();
    std::replace_if(
        text.begin(), text.end(), [](QChar c) { return !c.isPrint(); },
        QChar::ReplacementCharacter);
    return text.left(200);
}

} // namespace

SudoDialogue::SudoDialogue(QByteArray word, bool overTerminal)
    : m_word(std::move(word)), m_overTerminal(overTerminal), m_ready(!overTerminal)
{
    m_err.open = overTerminal;
}

bool SudoDialogue::isInside() const
{
    return m_out.open && m_err.open && !m_failure;
}

void SudoDialogue::fail(SudoProblem problem)
{
    if (!m_failure)
        m_failure = SudoFailure{problem, lastWords()};
    m_asking = false;
}

void SudoDialogue::feed(Stream stream, QByteArrayView bytes, const ExecChannel::DataSink &rest)
{
    if (m_failure)
        return;
    Part &part = this->part(stream);
    if (!part.open) {
        part.text += bytes;
        search(part);
        if (!part.open)
            return;
        bytes = QByteArrayView(part.text).sliced(part.searched);
    }
    if (rest && !bytes.isEmpty())
        rest(stream, bytes);
    part.text.truncate(std::min(part.text.size(), part.searched));
}

/// Finds "WORD LETTER NUMBER\n" behind the last sign.
void SudoDialogue::search(Part &part)
{
    while (!part.open && !m_failure) {
        const qsizetype place = part.text.indexOf(QByteArray(m_word + ' '), part.searched);
        const qsizetype lineEnd = place < 0 ? -1 : part.text.indexOf('\n', place);
        if (lineEnd < 0) {
            if (part.text.size() > MostText)
                fail(SudoProblem::Rambling);
            break;
        }
        const QByteArray before = part.text.mid(part.searched, place - part.searched);
        const qsizetype letter = place + m_word.size() + 1;
        const qint64 number = part.text.mid(letter + 1, lineEnd - letter).trimmed().toLongLong();
        part.searched = lineEnd + 1;
        takeSign(part, part.text[letter], number, before);
    }
    // It says so before it goes on with questions of its own.
    if (!part.open && problemOf(part.text) == SudoProblem::AccountExpired)
        fail(SudoProblem::AccountExpired);
}

void SudoDialogue::takeSign(Part &part, char letter, qint64 number, const QByteArray &before)
{
    switch (letter) {
    case sudosign::Terminal:
        m_ready = true;
        break;
    case sudosign::NoSudo:
        fail(SudoProblem::NoSudo);
        break;
    case sudosign::Prompt:
        // "Sorry, try again." is what sudoers makes of it (badpass_message, insults).
        if (m_asking || (m_questions > 0 && before.trimmed().isEmpty()))
            fail(SudoProblem::AsksMore);
        m_asking = !m_failure;
        ++m_questions;
        break;
    case sudosign::Inside:
        part.open = true;
        m_processGroup = std::max(m_processGroup, number);
        break;
    default:
        break;
    }
}

void SudoDialogue::end()
{
    if (!isInside())
        fail(problemOf(text()));
}

std::optional<SudoFailure> SudoDialogue::foreignQuestion() const
{
    const QByteArray rest = text().trimmed();
    if (isInside() || m_asking || !(rest.endsWith(':') || rest.endsWith('?')))
        return {};
    return SudoFailure{SudoProblem::AsksMore, lastWords()};
}

QByteArray SudoDialogue::text() const
{
    // Without a terminal what is not ours on standard output is a login file's noise, and comes
    // first.
    return m_out.text + '\n' + (m_overTerminal ? QByteArray() : m_err.text);
}

QString SudoDialogue::lastWords() const
{
    const QList<QByteArray> lines = text().split('\n');
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        if (!line->contains(m_word) && !line->trimmed().isEmpty())
            return plain(*line);
    }
    return {};
}

} // namespace colonnade::remote
