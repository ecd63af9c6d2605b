// SPDX-License-Identifier: GPL-3.0-or-later
#include "real/description.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace colonnade::real {

namespace {

Node readNode(const QJsonObject &object)
{
    Node node;
    node.name = object[u"name"].toString();
    node.host = object[u"host"].toString();
    node.port = quint16(object[u"port"].toInt(22));
    node.user = object[u"user"].toString(QStringLiteral("root"));
    node.identity = object[u"identity"].toString();
    node.knownHosts = object[u"knownHosts"].toString();
    node.hostKey = object[u"hostKey"].toString();
    const QJsonObject faults = object[u"faults"].toObject();
    for (auto fault = faults.begin(); fault != faults.end(); ++fault)
        node.faults.insert(fault.key(), fault.value().toString());
    return node;
}

} // namespace

std::optional<Description> describedCluster()
{
    const QString path = qEnvironmentVariable("COLONNADE_REAL_CLUSTER");
    if (path.isEmpty())
        return std::nullopt;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("COLONNADE_REAL_CLUSTER: %s cannot be read", qPrintable(path));
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();

    Description description;
    for (const QJsonValue &node : root[u"nodes"].toArray())
        description.nodes.append(readNode(node.toObject()));
    const QJsonObject guests = root[u"guests"].toObject();
    for (auto guest = guests.begin(); guest != guests.end(); ++guest) {
        const QJsonObject object = guest.value().toObject();
        description.guests.insert(guest.key(),
                                  {object[u"name"].toString(), object[u"create"].toString(),
                                   object[u"counter"].toString()});
    }
    if (description.nodes.size() != 2 || !description.guests.contains(QStringLiteral("moves")))
        qFatal("COLONNADE_REAL_CLUSTER: %s does not describe two nodes and a guest that moves",
               qPrintable(path));
    return description;
}

} // namespace colonnade::real
