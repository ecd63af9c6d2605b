// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QString>

#include <mutex>
#include <optional>
#include <stop_token>

namespace colonnade::ctl {

/// @p text without characters that a terminal would act on: control characters and those that turn
/// the direction of writing come out as \xNN or \uNNNN. Names of guests and words of nodes are
/// foreign.
QString printable(const QString &text);

/// The same for text of several lines, whose line ends stay.
QString printableLines(const QString &text);

/// Standard output and error, and the terminal that a person may sit at. Any thread may call.
class Terminal
{
public:
    Terminal();
    ~Terminal();
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    /// A person can be asked: standard input is a terminal, and /dev/tty can be opened.
    bool canAsk() const { return m_tty >= 0; }

    /// A line (or several) for standard output; @p text is made printable.
    void out(const QString &text);
    /// The same for standard error.
    void err(const QString &text);
    /// Bytes for standard output as they are: JSON, scripts and files. False: not all of them could
    /// be written.
    bool raw(const QByteArray &bytes);
    /// progress() changes one line rather than printing many.
    bool updatesProgress() const { return m_errIsTerminal; }
    /// Shows how far something is: on a terminal one line that changes, else a line each time it
    /// does.
    void progress(const QString &text);

    /// No value: declined, @p stop was set, or nobody can be asked.
    std::optional<QString> askLine(const QString &question, const std::stop_token &stop);
    /// Whether the answer to @p question is y or yes; nothing else is.
    bool askYes(const QString &question, const std::stop_token &stop);
    std::optional<base::Secret> askSecret(const QString &question, const std::stop_token &stop);

private:
    std::optional<QByteArray> ask(const QString &question, bool echo, const std::stop_token &stop);
    void endProgress();
    bool write(int descriptor, const QByteArray &bytes);

    std::mutex m_output;
    std::mutex m_asking; ///< one question at a time
    int m_tty = -1;
    bool m_errIsTerminal = false;
    QString m_progress;
};

} // namespace colonnade::ctl
