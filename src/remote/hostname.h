// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace colonnade::remote {

/// What a host is called where its key is looked up.
struct HostName
{
    QString host; ///< as it is connected to: a name or an address
    quint16 port = 22;
    QString alias = {}; ///< ssh_config's HostKeyAlias; where there is one, the others do not count
};

/// The name under which ssh(1) looks a host up and writes it: in lower case, an address in its
/// usual form, with the port where it is not 22.
QByteArray lookupName(const HostName &host);

/// The name without the port, under which ssh(1) looks for the same key when there is none under
/// lookupName(). Empty: there is no other name.
QByteArray bareName(const HostName &host);

/// Whether the first field of a known_hosts line (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT) names the
/// host: names, wildcards and negations in a row, or one hashed name.
bool matchesHosts(QByteArrayView hosts, const QByteArray &name);

/// Whether the field is a hash: |1|...
bool isHashed(QByteArrayView hosts);

/// Whether a hash is of the form that it has to have.
bool isWholeHash(QByteArrayView hosts);

/// @p name as a field that does not tell it, with a new salt.
QByteArray hashedName(const QByteArray &name);

} // namespace colonnade::remote
