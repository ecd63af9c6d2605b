// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/connection.h"

#include <QByteArrayView>

namespace colonnade::remote {

/// One script in the resident shell. The shell prints a line with a random word before and after it
/// on both streams; what is between them is the script's. The script cannot print that word, since
/// it cannot know it, and what a login file prints comes before the first one.
class FrameReader
{
public:
    /// A new frame, with a new word.
    explicit FrameReader(qint64 limit = 0);

    /// What the shell is fed, to run @p script in a subshell: no variable, folder, function or exit
    /// of it stays, an unfinished quote in it ends the subshell only, and its standard input is
    /// empty.
    QByteArray wrapped(const QByteArray &script) const;

    /// Takes what the shell has printed.
    void feed(Stream stream, QByteArrayView bytes);

    bool isComplete() const { return m_out.end >= 0 && m_err.end >= 0; }
    /// More was printed than the limit allows.
    bool isOverflowing() const { return m_received > m_limit; }

    /// What the script printed; valid when complete.
    QByteArrayView output(Stream stream) const;
    /// Of the script; valid when complete.
    int exitStatus() const { return m_exitStatus; }
    /// The shell's own process, which leads its group; 0: not known yet.
    qint64 process() const { return m_process; }
    /// The last line of standard error, whoever it was from.
    QByteArray lastWords() const;

private:
    struct Part
    {
        QByteArray bytes;
        qsizetype begin = -1; ///< of the script's output
        qsizetype end = -1;
        qsizetype searched = 0;
    };
    /// Finds "WORD LETTER NUMBER\n" at or after part.searched. The marker's place, or -1.
    qsizetype findMarker(Part &part, char letter, qsizetype &after, qint64 &number) const;
    void scan(Part &part, bool isOut);

    QByteArray m_word;
    qint64 m_limit;
    qint64 m_received = 0;
    Part m_out;
    Part m_err;
    int m_exitStatus = 0;
    qint64 m_process = 0;
};

} // namespace colonnade::remote
