// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/sudodialogue.h"
#include "remote/sudoprogram.h"
#include "remote/terminalstreams.h"

namespace colonnade::remote {

/// A program that is run as root by sudo: what is written to it waits until root's shell is there.
class SudoChannel final : public ExecChannel
{
public:
    /// Gives the password when sudo asks for the @p question'th time, counted from 1; null: there
    /// is none. Called by advance(). What it points to must live until it is called again.
    using PasswordSource = std::function<const base::Secret *(int question)>;
    /// Says in words what went wrong. Called once, by advance().
    using Explain = std::function<base::Error(const SudoFailure &)>;

    SudoChannel(ssh_session session, const SudoUse &use, RootProgram program,
                PasswordSource password, Explain explain, DataSink sink);

    bool advance() override;
    void write(const QByteArray &bytes) override;
    void endInput() override { m_endHeld = true; }
    std::optional<int> exitStatus() const override;
    std::optional<base::Error> denial() const override { return m_denial; }
    qint64 processGroup() const override { return m_dialogue.processGroup(); }

    const std::optional<SudoFailure> &failure() const { return m_dialogue.failure(); }
    std::optional<SudoFailure> foreignQuestion() const { return m_dialogue.foreignQuestion(); }

private:
    SudoChannel(ssh_session session, const SudoUse &use, RootProgram program,
                PasswordSource password, Explain explain, DataSink sink, const QByteArray &word);

    void hear(Stream stream, QByteArrayView bytes);
    bool converse();
    void answer();
    void release();
    void noticeEnd();

    const SudoUse m_use;
    const RootProgram m_program;
    const QByteArray m_script; ///< that starts sudo
    const PasswordSource m_password;
    const Explain m_explain;
    DataSink m_rest;
    SudoDialogue m_dialogue;
    const QByteArray m_streamsWord;
    TerminalStreams m_streams;
    QByteArray m_held;
    bool m_endHeld = false;
    bool m_started = false;
    bool m_released = false;
    int m_questions = 0;
    std::optional<base::Error> m_denial;
};

} // namespace colonnade::remote
