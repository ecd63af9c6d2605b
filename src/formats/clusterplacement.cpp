// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterplacement.h"

#include "formats/clusterconf.h"

#include <QHash>

#include <algorithm>

namespace colonnade::formats {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;

namespace {

constexpr qsizetype MostBytes = 4 * 1024 * 1024;

std::unexpected<base::Error> refused(QByteArrayView text, qsizetype offset, const QString &problem)
{
    const Place place = placeOf(text, offset);
    return failure(
        ErrorCode::ParseFailed,
        u"cluster.conf, line %1, column %2: %3"_s.arg(place.line).arg(place.column).arg(problem));
}

PlacementDomain placementOf(const FailoverDomain &domain)
{
    PlacementDomain result{domain.name(),        domain.isOrdered(), domain.isRestricted(), {}, {},
                           domain.isNoFailback()};
    for (const DomainMember &member : domain.members()) {
        result.nodes.append(member.node());
        result.priorities.append(result.ordered ? member.priority() : 0);
    }
    return result;
}

/// The vms that run. One among <resources> only exists where something refers to it, and lends its
/// domain to what does.
QList<PlacedVm> placedVms(const ClusterConf &conf)
{
    QList<PlacedVm> result;
    QHash<QString, QString> definedDomains;
    for (const ResourceGroup &vm : conf.vms()) {
        const XmlElement service = vm.service();
        const QString serviceName = service ? ResourceGroup(service).name() : QString();
        if (vm.isDefinition())
            definedDomains.insert(vm.name(), vm.domain());
        else if (!vm.name().isEmpty())
            result.append({vm.name(), vm.domain(),
                           service && serviceName.isEmpty() ? u"?"_s : serviceName,
                           vm.hasResources()});
    }
    for (PlacedVm &vm : result) {
        if (vm.domain.isEmpty())
            vm.domain = definedDomains.value(vm.name);
    }
    return result;
}

} // namespace

const PlacementDomain *ClusterPlacement::failoverDomain(const QString &domainName) const
{
    for (const PlacementDomain &domain : failoverDomains) {
        if (domain.name.compare(domainName, Qt::CaseInsensitive) == 0)
            return &domain;
    }
    return nullptr;
}

base::Result<ClusterPlacement> ClusterPlacement::parse(QByteArrayView bytes)
{
    if (bytes.size() > MostBytes)
        return failure(ErrorCode::OutputTooLarge,
                       u"cluster.conf is larger than 4 MiB, which no such file is"_s);
    const auto conf = ClusterConf::parse(bytes.toByteArray());
    if (!conf)
        return refused(bytes, conf.error().offset, conf.error().message);
    if (!conf->xml().entities().isEmpty())
        return refused(
            bytes, conf->xml().entities().first().declaration.begin,
            u"The file declares entities, which the daemons of the cluster do not follow."_s);
    ClusterPlacement placement{
        conf->name(), std::max(0, conf->configVersion()), {}, {}, placedVms(*conf)};
    for (const ClusterNode &node : conf->nodes())
        placement.nodes.append(node.name());
    for (const FailoverDomain &domain : conf->failoverDomains())
        placement.failoverDomains.append(placementOf(domain));
    return placement;
}

} // namespace colonnade::formats
