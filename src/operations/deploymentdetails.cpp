// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/deploymentdetails.h"

#include "operations/deployfile.h"
#include "remote/nodefile.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::operations {

namespace {

QString packed(const QByteArray &bytes)
{
    return QString::fromLatin1(qCompress(bytes).toBase64());
}

QByteArray unpacked(const QJsonValue &value)
{
    return qUncompress(QByteArray::fromBase64(value.toString().toLatin1()));
}

/// A hash, or null where there is no file.
QJsonValue toJson(const std::optional<QByteArray> &hash)
{
    return hash ? QJsonValue(QString::fromLatin1(*hash)) : QJsonValue();
}

std::optional<QByteArray> hashFrom(const QJsonValue &value)
{
    return value.isString() ? std::optional(value.toString().toLatin1()) : std::nullopt;
}

} // namespace

QJsonObject detailsOf(const DeployRequest &request)
{
    QJsonArray targets;
    for (const DeployTarget &target : request.targets)
        targets.append(
            QJsonObject{{u"node"_s, target.node}, {u"expected"_s, toJson(target.expected)}});
    return {{u"path"_s, request.path},
            {u"bytes"_s, packed(request.bytes)},
            {u"targets"_s, targets},
            {u"offline"_s, QJsonArray::fromStringList(request.offline)},
            {u"reason"_s, request.reason}};
}

DeployRequest requestFrom(const Plan &plan)
{
    DeployRequest request;
    request.cluster = plan.cluster;
    request.path = plan.details[u"path"].toString();
    request.bytes = unpacked(plan.details[u"bytes"]);
    request.reason = plan.details[u"reason"].toString();
    for (const QJsonValue &node : plan.details[u"offline"].toArray())
        request.offline.append(node.toString());
    for (const QJsonValue &target : plan.details[u"targets"].toArray())
        request.targets.append({target[u"node"].toString(), hashFrom(target[u"expected"])});
    return request;
}

QJsonObject factsOf(const OldFiles &files)
{
    // Nodes mostly have the same file, which is written once.
    QJsonObject hashes;
    QJsonObject contents;
    for (auto each = files.begin(); each != files.end(); ++each) {
        if (!each.value()) {
            hashes[each.key()] = QJsonValue();
            continue;
        }
        const QString hash = QString::fromLatin1(remote::sha256Of(**each));
        hashes[each.key()] = hash;
        contents[hash] = packed(**each);
    }
    return {{u"nodes"_s, hashes}, {u"contents"_s, contents}};
}

OldFiles oldFilesFrom(const QJsonObject &facts)
{
    OldFiles files;
    const QJsonObject hashes = facts[u"nodes"].toObject();
    for (auto each = hashes.begin(); each != hashes.end(); ++each) {
        if (each.value().isString())
            files[each.key()] = unpacked(facts[u"contents"][each.value().toString()]);
        else
            files[each.key()] = std::nullopt;
    }
    return files;
}

bool holdsFile(const cluster::NodeState &node, const DeployRequest &request)
{
    return node.facts
           && node.facts->fileHashes.value(request.path) == remote::sha256Of(request.bytes);
}

bool runsAlready(const cluster::ClusterState &state, const DeployRequest &request)
{
    const int version = configVersionOf(request.bytes);
    return std::ranges::any_of(state.nodes, [&](const cluster::NodeState &node) {
        return holdsFile(node, request) && node.facts->cman
               && node.facts->cman->configVersion == version;
    });
}

} // namespace colonnade::operations
