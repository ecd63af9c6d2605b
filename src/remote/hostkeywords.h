// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/knownhosts.h"
#include "remote/sshconnection.h"

namespace colonnade::remote {

/// What a connection says about a host's key: the question, the alarm and the errors.
class HostKeyWords
{
public:
    /// All must outlive this object.
    HostKeyWords(const ConnectionSettings &settings, const HostKey &key, const KnownHosts &known,
                 const KnownHosts::Verdict &verdict);

    HostKeyQuestion question(const QString &fileToWrite) const;
    HostKeyAlarm alarm() const;

    base::Error notAccepted() const;      ///< the person said no
    base::Error refusedAsUnknown() const; ///< StrictHostKeyChecking yes
    base::Error refusal() const;          ///< changed, other type, revoked

private:
    QStringList remarks() const;
    QStringList authorityRemarks() const;
    QStringList elsewhereRemarks() const;
    QStringList brokenRemarks() const;
    QString shown() const;
    QString onFile() const;
    QString doubt() const;

    const ConnectionSettings &m_settings;
    const HostKey &m_key;
    const KnownHosts &m_known;
    const KnownHosts::Verdict &m_verdict;
};

/// The name under which the key of this host is looked up.
HostName hostNameOf(const ConnectionSettings &settings);

} // namespace colonnade::remote
