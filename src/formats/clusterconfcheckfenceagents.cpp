// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconfcheck.h"

#include "formats/fenceagents.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::formats {

namespace {

QString text(QByteArrayView name)
{
    return shown(QString::fromUtf8(name));
}

/// A use of a fence device, with both elements that are handed to the agent.
struct Use
{
    const ClusterNode &node;
    XmlElement device;                 ///< <device>
    XmlElement fenceDevice;            ///< <fencedevice>
    const FenceAgent *agent = nullptr; ///< nullptr: not known here

    bool has(QByteArrayView name) const { return device.has(name) || fenceDevice.has(name); }
    /// As an agent gets it: the fence device's come last, and agents take the last.
    QString value(QByteArrayView name) const
    {
        return fenceDevice.has(name) ? fenceDevice.value(name) : device.value(name);
    }
    /// Under its name or an old one.
    bool hasByAnyName(const QByteArray &name) const
    {
        if (has(name))
            return true;
        return agent && std::ranges::any_of(agent->oldNames, [&](const FenceOldName &old) {
                   return old.name == name && has(old.oldName);
               });
    }
    QString action() const { return has("action") ? value("action") : value("option"); }
};

class FenceAgentCheck
{
public:
    explicit FenceAgentCheck(ClusterConfCheck &check) : m_check(check)
    {
        for (const XmlElement &device : check.elements("fencedevices", "fencedevice")) {
            if (!m_devices.contains(device.value("name")))
                m_devices.insert(device.value("name"), device);
        }
    }

    void run()
    {
        for (const XmlElement &device : m_check.elements("fencedevices", "fencedevice"))
            checkAttributes(device, fenceAgent(device.value("agent").toUtf8()));
        for (const ClusterNode &node : m_check.nodes())
            checkNode(node);
        reportScsi();
    }

private:
    void checkNode(const ClusterNode &node)
    {
        bool usesScsi = false;
        for (const FenceMethod &method : node.methods()) {
            QList<Use> uses;
            for (const FenceUse &device : method.devices()) {
                const Use use = useOf(node, device);
                if (!use.fenceDevice)
                    continue; // reported as unknown
                checkUse(use);
                checkBoard(use);
                usesScsi = usesScsi || (use.agent && use.agent->name == "fence_scsi");
                uses.append(use);
            }
            checkDualPower(method, uses);
        }
        for (const FenceUse &device : node.unfenceDevices()) {
            if (const Use use = useOf(node, device); use.fenceDevice) {
                checkUse(use);
                checkUnfence(use);
            }
        }
        if (usesScsi && node.unfenceDevices().isEmpty())
            m_scsiNodes.append(node);
    }

    Use useOf(const ClusterNode &node, const FenceUse &device) const
    {
        const XmlElement fenceDevice = m_devices.value(device.device());
        const QByteArray agent = fenceDevice ? fenceDevice.value("agent").toUtf8() : QByteArray();
        return {node, device, fenceDevice, fenceAgent(agent)};
    }

    void checkUse(const Use &use)
    {
        checkAttributes(use.device, use.agent);
        if (use.agent) {
            for (const FenceAttribute &attribute : use.agent->attributes) {
                if (attribute.isNeeded)
                    checkNeeded(use, attribute);
            }
        }
        for (const XmlAttribute &attribute : use.device.attributes())
            checkTwice(use, textOf(m_check.document().text(), attribute.name));
    }

    void checkNeeded(const Use &use, const FenceAttribute &attribute)
    {
        const auto isThere = [&use](const QByteArray &name) { return use.hasByAnyName(name); };
        if (isThere(attribute.name) || std::ranges::any_of(attribute.instead, isThere))
            return;
        const bool addedByFenced = attribute.name == "nodename";
        if (addedByFenced && m_check.hasSchema())
            return;
        const bool onDevice = attribute.place == FenceAttribute::Place::Device;
        const XmlElement &element = onDevice ? use.device : use.fenceDevice;
        const QByteArray key =
            "missing " + attribute.name + ' ' + QByteArray::number(element.index());
        if (!isFirst(key))
            return;
        QStringList names{text(attribute.name)};
        for (const QByteArray &other : attribute.instead)
            names.append(text(other));
        const bool isHint = addedByFenced && m_check.maybe(ClusterGeneration::Cluster30);
        m_check.report("fence-attribute-missing", isHint ? Severity::Hint : Severity::Warning,
                       element.spanOf("name"),
                       u"%1 needs %2 on the <%3>%4: without it fencing %5 fails."_s.arg(
                           text(use.agent->name), names.join(u" or "_s), text(element.tag()),
                           isHint ? u" (fenced adds it since 3.0)"_s : QString(),
                           shown(use.node.name())));
    }

    void checkTwice(const Use &use, QByteArrayView name)
    {
        if (name == "name" || name == "agent" || !use.fenceDevice.has(name)
            || use.fenceDevice.value(name) == use.device.value(name))
            return;
        m_check.report(
            "fence-attribute-twice", Severity::Warning, use.device.spanOf(name),
            u"%1 stands on the <fencedevice> too, with another value: fenced hands both "
            "to the agent, that one last, and most agents take the last."_s.arg(text(name)));
    }

    void checkAttributes(const XmlElement &element, const FenceAgent *agent)
    {
        QList<const XmlAttribute *> attributes;
        QList<QByteArrayView> names;
        for (const XmlAttribute &attribute : element.attributes()) {
            const QByteArrayView name = textOf(m_check.document().text(), attribute.name);
            if (name == "name" || (name == "agent" && element.is("fencedevice")))
                continue;
            attributes.append(&attribute);
            names.append(name);
        }
        const bool isGroup = isFenceGroup(names);
        if (!agent)
            return checkGroup(element, isGroup, !m_check.isKnown(ClusterGeneration::Cluster2));
        bool allKnown = true;
        for (const XmlAttribute *attribute : std::as_const(attributes))
            allKnown = checkAttribute(element, *attribute, *agent, isGroup) && allKnown;
        checkGroup(element, isGroup, m_check.hasSchema() && allKnown);
    }

    /// Whether the agent takes it.
    bool checkAttribute(const XmlElement &element, const XmlAttribute &attribute,
                        const FenceAgent &agent, bool isGroup)
    {
        const QByteArrayView name = textOf(m_check.document().text(), attribute.name);
        if (const QByteArray newName = agent.replacementOf(name); !newName.isEmpty()) {
            reportOldName(element, attribute, agent, newName);
            return true;
        }
        if (const FenceAttribute *known = agent.attribute(name)) {
            if (known->isNewer)
                reportNewer(attribute, agent);
            return true;
        }
        QList<QByteArray> known;
        for (const FenceAttribute &other : agent.attributes) {
            if (!element.has(other.name))
                known.append(other.name);
        }
        const QByteArray near = m_check.nearest(name, known);
        if (!near.isEmpty()) {
            m_check.report("misspelt-attribute", Severity::Warning, attribute.name,
                           u"%1 does not know %2, and so ignores it: %3 may be meant."_s.arg(
                               text(agent.name), text(name), text(near)),
                           m_check.fixByRenaming(element, attribute, near));
        } else if (isFirst("unknown " + agent.name + ' ' + name.toByteArray())) {
            m_check.report("fence-attribute-unknown", isGroup ? Severity::Hint : m_check.bySchema(),
                           attribute.name,
                           u"No attribute %1 of %2 is known: the agent ignores what it does not "
                           "know."_s.arg(text(name), text(agent.name)));
        }
        return false;
    }

    void reportNewer(const XmlAttribute &attribute, const FenceAgent &agent)
    {
        const QByteArrayView name = textOf(m_check.document().text(), attribute.name);
        if (m_check.isKnown(ClusterGeneration::Cluster30)
            && isFirst("newer " + agent.name + ' ' + name.toByteArray()))
            m_check.report("wrong-generation", Severity::Warning, attribute.name,
                           u"%1 of 3.0 does not know %2 yet: ccs_config_validate refuses the file "
                           "because of it."_s.arg(text(agent.name), text(name)));
    }

    void reportOldName(const XmlElement &element, const XmlAttribute &attribute,
                       const FenceAgent &agent, const QByteArray &newName)
    {
        const QByteArrayView name = textOf(m_check.document().text(), attribute.name);
        // Agents of 2.x may know the old name only; those that 2.x alone has know both.
        const bool isOldAgent = agent.name == "fence_manual";
        const bool isUsual = name == "option" || name == "domain";
        if (!isOldAgent && !m_check.hasSchema()
            && (isUsual || m_check.isKnown(ClusterGeneration::Cluster2)))
            return;
        m_check.report("fence-old-name", Severity::Hint, attribute.name,
                       u"%1 is an old name: %2 calls it %3 now, and still takes both."_s.arg(
                           text(name), text(agent.name), text(newName)),
                       isOldAgent || m_check.hasSchema()
                           ? m_check.fixByRenaming(element, attribute, newName)
                           : std::nullopt);
    }

    void checkGroup(const XmlElement &element, bool isGroup, bool matters)
    {
        if (!matters || isGroup
            || !isFirst("refused " + element.tag().toByteArray() + element.value("name").toUtf8()))
            return;
        m_check.report("fence-attributes-refused", m_check.bySchema(), element.nameSpan(),
                       u"RHEL 6's schema has no agent with all of these attributes: "
                       "ccs_config_validate (3.x) refuses the file, whatever the agent of %1 "
                       "takes."_s.arg(shown(element.value("name"))));
    }

    /// A board belongs to one node: fencing another with it powers the wrong one off.
    void checkBoard(const Use &use)
    {
        if (!use.agent || use.agent->target != FenceTarget::ManagementBoard)
            return;
        const QString address = use.has("ipaddr") ? use.value("ipaddr") : use.value("hostname");
        if (address.isEmpty())
            return;
        const QString module =
            use.has("module_name") ? use.value("module_name") : use.value("modulename");
        const QString board = address + u'\n' + module + u'\n' + use.value("ipport");
        const auto other = m_boards.constFind(board);
        if (other == m_boards.cend())
            m_boards.insert(board, use.node.name());
        else if (*other != use.node.name())
            m_check.report(
                "shared-board", Severity::Warning, use.device.spanOf("name"),
                u"%1 is fenced by the board at %2, and so is %3: one of them powers the "
                "other off."_s.arg(shown(use.node.name()), shown(address), shown(*other)));
    }

    void checkDualPower(const FenceMethod &method, const QList<Use> &uses)
    {
        const bool isDual = uses.size() > 1 && std::ranges::all_of(uses, [](const Use &use) {
                                return use.agent && use.agent->target == FenceTarget::Outlet
                                       && (use.action().isEmpty() || use.action() == u"reboot");
                            });
        if (isDual)
            m_check.report("dual-power", Severity::Warning, method.spanOf("name"),
                           u"Each of these outlets is switched off and on before the next: a node "
                           "with two power supplies never loses power. Turn all off, then all on "
                           "(action off, off, on, on)."_s);
    }

    void checkUnfence(const Use &use)
    {
        if (use.action() == u"on")
            return;
        m_check.report("unfence-without-on", Severity::Warning, use.device.spanOf("name"),
                       u"Unfencing runs the agent as it is told here, and without action=\"on\" "
                       "most of them turn %1 off."_s.arg(shown(use.node.name())),
                       use.action().isEmpty() && !use.has("action") && !use.has("option")
                           ? m_check.fixBySetting(use.device, "action", u"on"_s)
                           : std::nullopt);
    }

    void reportScsi()
    {
        if (m_scsiNodes.isEmpty() || m_check.isKnown(ClusterGeneration::Cluster2))
            return;
        QStringList names;
        for (const ClusterNode &node : std::as_const(m_scsiNodes))
            names.append(node.name());
        m_check.report("scsi-without-unfence", m_check.bySchema(),
                       m_scsiNodes.first().spanOf("name"),
                       u"Since 3.0 fence_scsi needs <unfence> in the node, which registers it with "
                       "the disks when it starts: missing for %1."_s.arg(listed(names)));
    }

    bool isFirst(const QByteArray &key)
    {
        const qsizetype before = m_said.size();
        m_said.insert(key);
        return m_said.size() > before;
    }

    ClusterConfCheck &m_check;
    QHash<QString, XmlElement> m_devices;
    QHash<QString, QString> m_boards; ///< address and module -> node
    QList<ClusterNode> m_scsiNodes;
    QSet<QByteArray> m_said;
};

} // namespace

void checkFenceAgents(ClusterConfCheck &check)
{
    FenceAgentCheck(check).run();
}

} // namespace colonnade::formats
