// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconfrestart.h"

#include <QSet>

namespace colonnade::formats {

using namespace Qt::StringLiterals;

namespace {

using Values = QList<std::pair<QString, QString>>; ///< XPath of an attribute -> its value

/// The attributes of @p element and of all that is inside of it, but those that are taken at once.
void addAll(Values &values, const XmlElement &element, const QString &parent,
            const QStringList &taken = {})
{
    if (element.isNull())
        return;
    const QString path = parent + u'/' + element.tagName();
    for (const XmlAttribute &attribute : element.attributes()) {
        const QString name = element.nameOf(attribute);
        if (!taken.contains(name))
            values.append({path + u"/@"_s + name, element.value(attribute)});
    }
    for (const XmlElement &child : element.children())
        addAll(values, child, path);
}

void addOne(Values &values, const XmlElement &element, const QString &path, const QString &name)
{
    if (element.has(name.toUtf8()))
        values.append({path + u"/@"_s + name, element.value(name.toUtf8())});
}

/// A node that comes or goes is taken at once, but udpu has its list of addresses from the start.
void addNodes(Values &values, const ClusterConf &conf, const ClusterConf &other)
{
    const bool isListFixed = conf.section("cman").value("transport") == u"udpu";
    for (const ClusterNode &node : conf.nodes()) {
        if (!isListFixed && !other.node(node.name()))
            continue;
        const QString path = u"/cluster/clusternodes/clusternode[@name='%1']"_s.arg(node.name());
        addOne(values, node, path, u"nodeid"_s);
        if (isListFixed)
            addOne(values, node, path, u"name"_s);
        for (const XmlElement &name : node.altNames())
            addAll(values, name, path);
    }
}

/// All that only a start takes.
Values fixedValues(const ClusterConf &conf, const ClusterConf &other)
{
    const QString root = u"/cluster"_s;
    Values values;
    addOne(values, conf.root(), root, u"name"_s);
    addAll(values, conf.section("cman"), root, {u"expected_votes"_s});
    addAll(values, conf.section("totem"), root);
    addNodes(values, conf, other);
    addAll(values, conf.section("quorumd"), root);
    addAll(values, conf.section("fence_daemon"), root,
           {u"post_join_delay"_s, u"post_fail_delay"_s, u"override_time"_s});
    addOne(values, conf.section("rm"), u"/cluster/rm"_s, u"central_processing"_s);
    return values;
}

} // namespace

QStringList restartChanges(const ClusterConf &before, const ClusterConf &after)
{
    const Values old = fixedValues(before, after);
    const Values now = fixedValues(after, before);
    QStringList changes;
    const auto addMissing = [&changes](const Values &from, const Values &in) {
        for (const auto &value : from) {
            if (!in.contains(value) && !changes.contains(value.first))
                changes.append(value.first);
        }
    };
    addMissing(now, old);
    addMissing(old, now);
    return changes;
}

QStringList droppedVms(const ClusterConf &before, const ClusterConf &after)
{
    QSet<QString> left;
    for (const ResourceGroup &vm : after.vms()) {
        if (!vm.isDefinition())
            left.insert(vm.name());
    }
    QStringList names;
    for (const ResourceGroup &vm : before.vms()) {
        if (!vm.isDefinition() && !left.contains(vm.name()) && !names.contains(vm.name()))
            names.append(vm.name());
    }
    return names;
}

} // namespace colonnade::formats
