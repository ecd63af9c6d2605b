// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/fencefields.h"

#include "formats/fenceagents.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using formats::FenceAgent;
using formats::FenceAttribute;
using formats::FenceTarget;
using Place = FenceAttribute::Place;

namespace {

bool has(const formats::XmlElement &element, const FenceAttribute &attribute)
{
    return element.has(attribute.name)
           || std::ranges::any_of(attribute.instead, [&element](const QByteArray &other) {
                  return element.has(other);
              });
}

AttributeField fieldFor(const FenceAttribute &attribute, const formats::XmlElement &element,
                        const formats::XmlElement &other)
{
    AttributeField field;
    field.name = QString::fromLatin1(attribute.name);
    field.absent = QString::fromLatin1(attribute.defaultValue);
    field.isSecret = attribute.name.contains("passwd") && !attribute.name.contains("script");
    field.isStrong = attribute.isNeeded;
    if (!element.has(attribute.name) && other && other.has(attribute.name))
        field.absent = field.isSecret ? FenceFields::tr("as the fence device has it")
                                      : other.value(attribute.name);
    if (attribute.isNeeded && !has(element, attribute) && !(other && has(other, attribute))) {
        const bool isHere = attribute.place != Place::Either || !element.is("fencedevice");
        field.note = isHere ? FenceFields::tr("The agent needs it.")
                            : FenceFields::tr("The agent needs it, here or for each node.");
        field.tone = isHere ? Tone::Bad : Tone::Warn;
    } else if (attribute.isNewer) {
        field.note = FenceFields::tr("Not known to the agents of cluster 3.0.");
    }
    return field;
}

/// What @p element has and the agent does not know.
QList<AttributeField> foreignFields(const formats::XmlElement &element, const FenceAgent *agent,
                                    const QStringList &except)
{
    QList<AttributeField> fields;
    for (const formats::XmlAttribute &attribute : element.attributes()) {
        const QString name = element.nameOf(attribute);
        if (except.contains(name))
            continue;
        const QByteArray bytes = name.toLatin1();
        if (agent && agent->attribute(bytes) && agent->replacementOf(bytes).isEmpty())
            continue;
        AttributeField field;
        field.name = name;
        field.isSecret = name == u"passwd";
        if (agent) {
            const QByteArray now = agent->replacementOf(bytes);
            field.note = now.isEmpty()
                             ? FenceFields::tr("The agent does not know it.")
                             : FenceFields::tr("An old name of %1.").arg(QString::fromLatin1(now));
            field.tone = Tone::Warn;
        }
        fields.append(field);
    }
    return fields;
}

/// The needed ones and those that are set first, then as the table has them.
void sortFields(QList<AttributeField> &fields, const formats::XmlElement &element)
{
    std::ranges::stable_sort(fields, {}, [&element](const AttributeField &field) {
        return field.isStrong ? 0 : element.has(field.name.toLatin1()) ? 1 : 2;
    });
}

QString targetText(FenceTarget target)
{
    switch (target) {
    case FenceTarget::Outlet:
        return FenceFields::tr("The outlet of a node stands on the node's device line.");
    case FenceTarget::ManagementBoard:
        return FenceFields::tr("A board in the node itself: each node has a fence device of its "
                               "own.");
    case FenceTarget::Blade:
        return FenceFields::tr("The slot of a node stands on the node's device line.");
    case FenceTarget::VirtualMachine:
        return FenceFields::tr("The name of the node's guest stands on the node's device line.");
    case FenceTarget::StoragePort:
        return FenceFields::tr("Cuts the node off its storage; it keeps its power.");
    case FenceTarget::Person:
        break;
    }
    return FenceFields::tr("A person has to say that the node is off; until then everything waits. "
                           "Not supported in production.");
}

} // namespace

QString FenceFields::about(const QString &agent)
{
    const FenceAgent *known = formats::fenceAgent(agent.toLatin1());
    return known ? QString::fromUtf8(known->summary) + u". "_s + targetText(known->target)
                 : tr("This agent is not known here: what it needs, its manual page says.");
}

QList<AttributeField> FenceFields::ofDevice(const formats::FenceDevice &device)
{
    AttributeField agentField{.name = u"agent"_s, .label = {}, .isStrong = true};
    for (const FenceAgent &agent : formats::fenceAgents())
        agentField.choices.append(
            {QString::fromLatin1(agent.name),
             tr("%1 – %2").arg(QString::fromLatin1(agent.name), QString::fromUtf8(agent.summary))});
    const FenceAgent *agent = formats::fenceAgent(device.agent().toLatin1());
    QList<AttributeField> fields;
    for (const FenceAttribute &attribute : agent ? agent->attributes : QList<FenceAttribute>()) {
        if (attribute.place != Place::Device || device.has(attribute.name))
            fields.append(fieldFor(attribute, device, {}));
    }
    sortFields(fields, device);
    return QList{agentField} + fields + foreignFields(device, agent, {u"name"_s, u"agent"_s});
}

QList<AttributeField> FenceFields::ofUse(const formats::FenceUse &use,
                                         const std::optional<formats::FenceDevice> &device)
{
    const FenceAgent *agent = device ? formats::fenceAgent(device->agent().toLatin1()) : nullptr;
    const formats::XmlElement other = device ? formats::XmlElement(*device) : formats::XmlElement();
    QList<AttributeField> fields;
    for (const FenceAttribute &attribute : agent ? agent->attributes : QList<FenceAttribute>()) {
        if (attribute.place == Place::Device || use.has(attribute.name))
            fields.append(fieldFor(attribute, use, other));
    }
    sortFields(fields, use);
    return fields + foreignFields(use, agent, {u"name"_s});
}

} // namespace colonnade::gui
