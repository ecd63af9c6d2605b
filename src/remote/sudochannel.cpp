// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/sudochannel.h"

#include "remote/randomword.h"

namespace colonnade::remote {

SudoChannel::SudoChannel(ssh_session session, const SudoUse &use, RootProgram program,
                         PasswordSource password, Explain explain, DataSink sink)
    : SudoChannel(session, use, std::move(program), std::move(password), std::move(explain),
                  std::move(sink), randomWord())
{
}

SudoChannel::SudoChannel(ssh_session session, const SudoUse &use, RootProgram program,
                         PasswordSource password, Explain explain, DataSink sink,
                         const QByteArray &word)
    : ExecChannel(
        session,
        use.terminal ? loginProgramWithTerminal(sudoScript(use, word, program).size(), word)
                     : loginProgram(sudoScript(use, word, program).size()),
        [this](Stream stream, QByteArrayView bytes) { hear(stream, bytes); },
        use.terminal ? Terminal::Yes : Terminal::No),
      m_use(use),
      m_program(std::move(program)),
      m_script(sudoScript(use, word, m_program)),
      m_password(std::move(password)),
      m_explain(std::move(explain)),
      m_rest(std::move(sink)),
      m_dialogue(word, use.terminal),
      m_streamsWord(randomWord()),
      m_streams(m_streamsWord)
{
    if (!m_program.isShell) {
        write(m_program.script + m_program.input);
        endInput();
    }
}

/// Called by libssh: takes note, and leaves what is to be done to advance().
void SudoChannel::hear(Stream stream, QByteArrayView bytes)
{
    m_dialogue.feed(stream, bytes, [this](Stream from, QByteArrayView rest) {
        if (m_use.terminal)
            m_streams.feed(rest, m_rest);
        else if (m_rest)
            m_rest(from, rest);
    });
}

bool SudoChannel::advance()
{
    bool changed = ExecChannel::advance();
    if (state() == State::Running && converse()) {
        ExecChannel::advance();
        changed = true;
    }
    if (!m_denial)
        noticeEnd();
    return changed;
}

bool SudoChannel::converse()
{
    if (m_dialogue.isReady() && !m_started) {
        ExecChannel::write(m_script);
        return m_started = true;
    }
    if (m_dialogue.isAsking()) {
        answer();
        return true;
    }
    if (m_dialogue.isInside() && !m_released) {
        release();
        return true;
    }
    return false;
}

void SudoChannel::answer()
{
    const base::Secret *const password = m_password(++m_questions);
    if (password) {
        writeSecretLine(*password);
        m_dialogue.answered();
    } else {
        m_dialogue.fail(m_questions > 1 ? SudoProblem::WrongPassword : SudoProblem::NeedsPassword);
    }
}

void SudoChannel::release()
{
    m_released = true;
    if (m_use.terminal)
        ExecChannel::write(m_streamsWord + '\n');
    ExecChannel::write(std::exchange(m_held, {}));
    // A terminal's input has no end; the program knows how much it is to read.
    if (m_endHeld && !m_use.terminal)
        ExecChannel::endInput();
}

void SudoChannel::write(const QByteArray &bytes)
{
    const QByteArray input = sudoInput(m_use, m_program, bytes);
    if (m_released)
        ExecChannel::write(input);
    else
        m_held += input;
}

void SudoChannel::noticeEnd()
{
    if (state() == State::Ended)
        m_dialogue.end();
    else if (isTerminalRefused())
        m_dialogue.fail(SudoProblem::NoTerminal);
    // sudo itself may hang on over input that the script has left.
    if (m_streams.exitStatus())
        giveUp();
    if (!m_dialogue.failure())
        return;
    m_denial = m_explain(*m_dialogue.failure());
    giveUp();
}

std::optional<int> SudoChannel::exitStatus() const
{
    if (m_denial)
        return {};
    return m_streams.exitStatus() ? m_streams.exitStatus() : ExecChannel::exitStatus();
}

} // namespace colonnade::remote
