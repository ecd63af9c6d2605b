// SPDX-License-Identifier: GPL-3.0-or-later
#include "profiles/secretservice.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace colonnade::profiles {

namespace {

constexpr int PatienceMs = 1000;

const QString ServiceName = u"org.freedesktop.secrets"_s;

/// A connection for this thread and call alone.
class SessionBus
{
public:
    SessionBus() : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_name)) {}
    ~SessionBus() { QDBusConnection::disconnectFromBus(m_name); }
    Q_DISABLE_COPY_MOVE(SessionBus)

    bool hasService() const
    {
        if (!m_bus.isConnected())
            return false;
        QDBusConnectionInterface *bus = m_bus.interface();
        return bus->isServiceRegistered(ServiceName).value()
               || bus->activatableServiceNames().value().contains(ServiceName);
    }

    /// Of the collection that new secrets go to; one that does not exist yet is not locked.
    bool isLocked() const
    {
        QDBusMessage call = QDBusMessage::createMethodCall(
            ServiceName, u"/org/freedesktop/secrets/aliases/default"_s,
            u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
        call << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
        const QDBusReply<QVariant> reply = m_bus.call(call, QDBus::Block, PatienceMs);
        return reply.isValid() && reply.value().toBool();
    }

private:
    const QString m_name = QUuid::createUuid().toString();
    QDBusConnection m_bus;
};

} // namespace

SecretService lookAtSecretService()
{
    const SessionBus bus;
    if (!bus.hasService())
        return SecretService::Absent;
    return bus.isLocked() ? SecretService::Locked : SecretService::Open;
}

} // namespace colonnade::profiles
