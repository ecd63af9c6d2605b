// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconfcheck.h"

#include "formats/fenceagents.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::formats {

namespace {

/// The structure: which node has which methods, made of which devices.
class FencingCheck
{
public:
    explicit FencingCheck(ClusterConfCheck &check) : m_check(check) {}

    void run()
    {
        for (const XmlElement &device : m_check.elements("fencedevices", "fencedevice"))
            checkFenceDevice(device);
        for (const ClusterNode &node : m_check.nodes())
            checkNode(node);
        reportUnfenced();
        for (const XmlElement &device : m_check.elements("fencedevices", "fencedevice")) {
            const QString name = device.value("name");
            if (!name.isEmpty() && !m_used.contains(name))
                m_check.report("unused-fence-device", Severity::Hint, device.spanOf("name"),
                               u"No node is fenced with %1."_s.arg(shown(name)));
        }
    }

private:
    void checkFenceDevice(const XmlElement &device)
    {
        const QString name = device.value("name");
        if (name.isEmpty())
            return; // reported as missing
        if (const auto first = m_devices.constFind(name); first != m_devices.cend()) {
            reportDuplicate(device, *first);
            return;
        }
        m_devices.insert(name, device);
        m_deviceNames.append(name);
        if (!isXmlNcName(name))
            m_check.report("fence-device-name", m_check.bySchema(), device.spanOf("name"),
                           u"The daemons take %1, ccs_config_validate (3.x) does not: a fence "
                           "device's name begins with a letter or _, and has no blank and no "
                           "colon."_s.arg(quoted(name)));
        if (device.value("agent") == u"fence_manual")
            reportManual(device);
    }

    void reportDuplicate(const XmlElement &device, const XmlElement &first)
    {
        const QByteArrayView text = m_check.document().text();
        const bool isCopy = textOf(text, device.span()) == textOf(text, first.span());
        m_check.report("duplicate-fence-device", Severity::Error, device.spanOf("name"),
                       u"There is another fence device %1 before: fenced looks it up by its name "
                       "and finds that one's agent."_s.arg(shown(device.value("name"))),
                       isCopy ? m_check.fixByRemoving(device) : std::nullopt);
    }

    void reportManual(const XmlElement &device)
    {
        const QString text =
            m_check.hasSchema()
                ? u"fence_manual is not part of this version: fencing with %1 fails, and the "
                  u"cluster "
                  "stops until fence_ack_manual is run."_s
                : u"With fence_manual a dead node stops the cluster until a person says that it is "
                  "off; 3.x has no such agent. It is not for production."_s;
        m_check.report("fence-manual", Severity::Warning, device.spanOf("agent"),
                       m_check.hasSchema() ? text.arg(shown(device.value("name"))) : text);
    }

    void checkNode(const ClusterNode &node)
    {
        const QList<FenceMethod> methods = node.methods();
        if (methods.size() > MostFenceMethods)
            m_check.report("too-many-methods", Severity::Error,
                           methods[MostFenceMethods].nameSpan(),
                           u"fenced tries 8 methods of a node at most: this one and all later ones "
                           "do not count."_s);
        QSet<QString> names;
        bool isFenced = false;
        for (const FenceMethod &method : methods) {
            const QString name = method.name();
            if (!name.isEmpty() && names.contains(name))
                reportDuplicate(method);
            names.insert(name);
            isFenced = isFenced || !method.devices().isEmpty();
            checkMethod(node, method);
        }
        for (const FenceUse &use : node.unfenceDevices())
            checkUse(use);
        if (!isFenced)
            m_unfenced.append(node);
    }

    void reportDuplicate(const FenceMethod &method)
    {
        m_check.report(
            "duplicate-method", Severity::Error, method.spanOf("name"),
            u"The node has another method %1 before: fenced looks the devices up by the "
            "method's name, and uses those of the first twice."_s.arg(quoted(method.name())),
            m_check.fixByNumbering(method));
    }

    void checkMethod(const ClusterNode &node, const FenceMethod &method)
    {
        const QList<FenceUse> devices = method.devices();
        if (devices.isEmpty())
            m_check.report(
                "method-without-device", Severity::Warning, method.spanOf("name"),
                u"This method of %1 has no device: it always fails."_s.arg(shown(node.name())));
        if (devices.size() > MostFenceDevices)
            m_check.report("too-many-devices", Severity::Error,
                           devices[MostFenceDevices].nameSpan(),
                           u"fenced takes 8 devices of a method at most: this one and all later "
                           "ones are left out."_s);
        for (const FenceUse &use : devices)
            checkUse(use);
    }

    void checkUse(const FenceUse &use)
    {
        const QString name = use.device();
        m_used.insert(name);
        if (name.isEmpty() || m_devices.contains(name))
            return;
        const QString near = m_check.nearestOwnName(name, m_deviceNames);
        m_check.report("unknown-fence-device", Severity::Error, use.spanOf("name"),
                       u"There is no fence device %1: fencing with it fails (\"fence type '%1' not "
                       "known\")."_s.arg(shown(name)),
                       near.isEmpty() ? std::nullopt : m_check.fixBySetting(use, "name", near));
    }

    void reportUnfenced()
    {
        if (m_unfenced.isEmpty())
            return;
        if (m_unfenced.size() == m_check.nodes().size()) {
            m_check.report(
                "no-fencing", Severity::Warning, m_check.section("clusternodes").nameSpan(),
                u"No node can be fenced: when one dies, GFS, clvmd and rgmanager wait on "
                "all others until fence_ack_manual is run."_s);
            return;
        }
        for (const ClusterNode &node : std::as_const(m_unfenced))
            m_check.report(
                "node-without-fencing", Severity::Warning, node.spanOf("name"),
                u"%1 cannot be fenced: when it dies, GFS, clvmd and rgmanager wait until "
                "fence_ack_manual is run."_s.arg(shown(node.name())));
    }

    ClusterConfCheck &m_check;
    QHash<QString, XmlElement> m_devices;
    QStringList m_deviceNames;
    QSet<QString> m_used;
    QList<ClusterNode> m_unfenced;
};

} // namespace

void checkFencing(ClusterConfCheck &check)
{
    FencingCheck(check).run();
}

} // namespace colonnade::formats
