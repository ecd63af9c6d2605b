// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

#include <expected>
#include <optional>

namespace colonnade::profiles {

/// How the arguments of a keyword are read.
enum class SshArgument {
    Text,
    Port,
    Number,
    Time,
    Choice, ///< one of SshKeyword::choices
    List,   ///< several words; none stands alone
    Adding, ///< a word; the lines add up
    Jump,   ///< the rest of the line: ProxyJump
    Line,   ///< the rest of the line as it is: ProxyCommand
};

/// A keyword of ssh_config(5) that has an effect here.
struct SshKeyword
{
    QByteArray name; ///< the one that counts where there are several, in lower case
    SshArgument argument = SshArgument::Text;
    QByteArrayList choices = {}; ///< "WRITTEN" or "WRITTEN=MEANING"
};

/// Null: not one of those. @p name in lower case.
const SshKeyword *sshKeyword(const QByteArray &name);

/// The value that @p words of a line give to @p keyword; no value: none ("none" of a time). The
/// error is a part of a sentence. Not for Jump and Line.
std::expected<std::optional<QByteArrayList>, QString> sshValue(const SshKeyword &keyword,
                                                               const QByteArrayList &words);

/// A port number, or the name of a service of /etc/services.
std::optional<quint16> sshPort(const QByteArray &text);

} // namespace colonnade::profiles
