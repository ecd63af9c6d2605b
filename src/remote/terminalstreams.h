// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/execchannel.h"

namespace colonnade::remote {

/// Takes the streams of a script apart that come over a terminal as one; see sudoScript().
class TerminalStreams
{
public:
    explicit TerminalStreams(QByteArray word) : m_word(std::move(word)) {}

    /// Tells @p sink what is of the script, without holding back more than might be a sign.
    void feed(QByteArrayView bytes, const ExecChannel::DataSink &sink);

    /// Of the script, when both of its streams have ended.
    std::optional<int> exitStatus() const { return m_exitStatus; }

private:
    bool takeNext(const ExecChannel::DataSink &sink);
    void takeSign(const QByteArray &line, const ExecChannel::DataSink &sink);
    qsizetype possibleSign() const;

    const QByteArray m_word;
    QByteArray m_pending;
    std::optional<int> m_exitStatus;
};

} // namespace colonnade::remote
