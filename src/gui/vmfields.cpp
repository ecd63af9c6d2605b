// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vmfields.h"

#include "formats/vmattributes.h"
#include "gui/card.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using formats::ClusterGeneration;
using formats::VmAgent;
using formats::VmAgents;
using formats::VmAttribute;
using formats::VmValue;

namespace {

/// The agents that a cluster of that generation may have.
VmAgents agentsOf(const formats::ClusterConfTarget &target)
{
    if (!target.generation)
        return {};
    switch (*target.generation) {
    case ClusterGeneration::Cluster2:
        return VmAgent::Early2007 | VmAgent::Early2008 | VmAgent::Cluster30; // RHEL 5.4 and later
    case ClusterGeneration::Cluster30:
        return VmAgent::Cluster30;
    case ClusterGeneration::Cluster31:
        break;
    }
    return VmAgent::Cluster30 | VmAgent::Last;
}

bool isKnown(const VmAttribute &attribute, const formats::ClusterConfTarget &target)
{
    const VmAgents agents = agentsOf(target);
    return !agents || (attribute.agents & agents);
}

QString versionsOf(VmAgents agents)
{
    const std::pair<VmAgent, QString> names[] = {
        {VmAgent::Early2007, VmFields::tr("RHEL 5.0")},
        {VmAgent::Early2008, VmFields::tr("RHEL 5.2 and Lenny")},
        {VmAgent::Cluster30, VmFields::tr("RHEL 5.4, 6.0 and squeeze")},
        {VmAgent::Last, VmFields::tr("RHEL 6.6")}};
    int first = -1;
    int last = -1;
    for (int i = 0; i < int(std::size(names)); ++i) {
        if (agents.testFlag(names[i].first)) {
            first = first < 0 ? i : first;
            last = i;
        }
    }
    if (first == 0 && last == 3)
        return VmFields::tr("All versions");
    if (last == 3)
        return VmFields::tr("Since %1").arg(names[first].second);
    return first == 0 ? VmFields::tr("Up to %1").arg(names[last].second)
                      : VmFields::tr("%1 to %2").arg(names[first].second, names[last].second);
}

bool isLive(const VmAttribute &attribute, const formats::ClusterConfTarget &target)
{
    const VmAgents agents = agentsOf(target);
    return bool(agents ? attribute.liveIn & agents : attribute.liveIn);
}

/// What a change means for a guest that runs.
QString liveTip(bool isLive)
{
    return isLive
               ? VmFields::tr("A change takes effect while the guest runs.")
               : VmFields::tr("A change while the guest runs: rgmanager drops the old entry and "
                              "takes up a new one without touching the guest. With autostart it "
                              "finds the guest running; without, it shows it as disabled while it "
                              "still runs.");
}

QString unitOf(VmValue value)
{
    return value == VmValue::Time ? VmFields::tr("s, or with s m h d w y") : QString();
}

QList<AttributeField::Choice> domainChoices(const formats::ClusterConf &conf)
{
    QList<AttributeField::Choice> choices;
    for (const formats::FailoverDomain &domain : conf.failoverDomains())
        choices.append({domain.name(), CardText::printable(domain.name())});
    return choices;
}

QList<AttributeField::Choice> choicesOf(const VmAttribute &attribute,
                                        const formats::ClusterConf &conf)
{
    switch (attribute.value) {
    case VmValue::Flag:
    case VmValue::YesFlag:
        return onOffChoices();
    case VmValue::YesNo:
        return {{u"yes"_s, u"yes"_s}, {u"no"_s, u"no"_s}};
    case VmValue::Domain:
        return domainChoices(conf);
    case VmValue::Choice: {
        QList<AttributeField::Choice> choices;
        for (const QByteArray &word : attribute.choices)
            choices.append({QString::fromLatin1(word), QString::fromLatin1(word)});
        return choices;
    }
    default:
        return {};
    }
}

QString absentOf(const VmAttribute &attribute)
{
    if (attribute.value == VmValue::Domain)
        return VmFields::tr("any node");
    const bool isFlag = attribute.value == VmValue::Flag || attribute.value == VmValue::YesFlag;
    if (isFlag && !attribute.defaultValue.isEmpty())
        return attribute.defaultValue == "1" ? VmFields::tr("on") : VmFields::tr("off");
    return QString::fromLatin1(attribute.defaultValue);
}

AttributeField fieldFor(const VmAttribute &attribute, const formats::ClusterConf &conf,
                        const formats::ClusterConfTarget &target)
{
    const bool live = isLive(attribute, target);
    AttributeField field;
    field.name = QString::fromLatin1(attribute.name);
    field.choices = choicesOf(attribute, conf);
    field.absent = absentOf(attribute);
    field.unit = attribute.name == "memory" ? VmFields::tr("MiB") : unitOf(attribute.value);
    field.note = QString::fromUtf8(attribute.note);
    field.tip = versionsOf(attribute.agents) + u". "_s + liveTip(live);
    if (!isKnown(attribute, target)) {
        field.note += u' ' + VmFields::tr("This cluster's version does not know it.");
        field.tone = Tone::Warn;
    }
    field.note +=
        u' ' + (live ? VmFields::tr("Takes effect at once.") : VmFields::tr("Not while it runs."));
    field.note = field.note.trimmed();
    return field;
}

} // namespace

QHash<QString, QString> valuesOf(const formats::XmlElement &element)
{
    QHash<QString, QString> values;
    for (const formats::XmlAttribute &attribute : element.attributes())
        values.insert(element.nameOf(attribute), element.value(attribute));
    return values;
}

QList<AttributeField> VmFields::of(const formats::ClusterConf &conf,
                                   const formats::ResourceGroup &vm,
                                   const formats::ClusterConfTarget &target, bool all)
{
    QList<AttributeField> fields;
    for (const VmAttribute &attribute : formats::vmAttributes()) {
        if (attribute.name == "name")
            continue; // renaming is an act of its own
        if (all || isKnown(attribute, target) || vm.has(attribute.name))
            fields.append(fieldFor(attribute, conf, target));
    }
    for (const formats::XmlAttribute &attribute : vm.attributes()) {
        const QString name = vm.nameOf(attribute);
        if (name != u"name" && !formats::vmAttribute(name.toLatin1()))
            fields.append({.name = name,
                           .label = {},
                           .note = tr("No version of vm.sh has it; 2008's hands it to xm create."),
                           .tone = Tone::Warn});
    }
    return fields;
}

int VmFields::hidden(const formats::ResourceGroup &vm, const formats::ClusterConfTarget &target)
{
    return int(std::ranges::count_if(formats::vmAttributes(), [&](const VmAttribute &attribute) {
        return !isKnown(attribute, target) && !vm.has(attribute.name);
    }));
}

} // namespace colonnade::gui
