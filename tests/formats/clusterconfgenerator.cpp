// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusterconfgenerator.h"

#include "formats/xmledit.h"

#include <algorithm>

namespace colonnade::formats {

using namespace Qt::StringLiterals;

namespace {

QString numbered(const QString &word, int number)
{
    return word + QString::number(number);
}

/// Chooses the content.
class Content
{
public:
    explicit Content(std::mt19937 &random) : m_random(random) {}

    NewXmlElement cluster()
    {
        m_nodes = 1 + below(5);
        m_devices = below(4);
        m_domains = below(4);
        m_vms = below(6);
        NewXmlElement root{u"cluster"_s,
                           {{u"name"_s, u"gen"_s}, {u"config_version"_s, numbered({}, below(90))}}};
        if (maybe())
            root.children.append(cman());
        if (below(4) == 0)
            root.children.append({u"quorumd"_s,
                                  {{u"label"_s, u"q"_s}},
                                  {{u"heuristic"_s, {{u"program"_s, u"ping -c1 <gw>"_s}}}}});
        root.children.append(nodes());
        if (m_devices > 0 || maybe())
            root.children.append(devices());
        if (below(4) > 0)
            root.children.append(rm());
        if (below(3) == 0)
            root.children.append(unknown());
        if (maybe())
            std::ranges::shuffle(root.children, m_random);
        return root;
    }

private:
    int below(int end) { return int(m_random() % quint32(end)); }
    bool maybe() { return below(2) == 0; }
    QString node() { return numbered(u"node"_s, 1 + below(m_nodes)); }

    NewXmlElement unknown()
    {
        return {u"com_info"_s,
                {{u"a"_s, u"x < y & z"_s}, {u"b"_s, u"it's \"this\""_s}},
                {{u"eth"_s, {{u"name"_s, u"eth0"_s}}}}};
    }

    NewXmlElement cman()
    {
        NewXmlElement cman{u"cman"_s};
        if (m_nodes == 2)
            cman.attributes = {{u"two_node"_s, u"1"_s}, {u"expected_votes"_s, u"1"_s}};
        else if (maybe())
            cman.attributes = {{u"expected_votes"_s, numbered({}, m_nodes)}};
        return cman;
    }

    NewXmlElement use()
    {
        NewXmlElement device{u"device"_s,
                             {{u"name"_s, numbered(u"fence"_s, 1 + below(m_devices))}}};
        if (maybe())
            device.attributes.append({maybe() ? u"nodename"_s : u"ipaddr"_s, node()});
        return device;
    }

    NewXmlElement nodes()
    {
        NewXmlElement nodes{u"clusternodes"_s};
        for (int i = 1; i <= m_nodes; ++i) {
            NewXmlElement node{u"clusternode"_s, {{u"name"_s, numbered(u"node"_s, i)}}};
            if (below(5) > 0)
                node.attributes.append({u"nodeid"_s, numbered({}, i)});
            if (below(4) == 0)
                node.attributes.append({u"votes"_s, u"1"_s});
            if (below(6) == 0)
                node.children.append(unknown());
            if (m_devices > 0 && below(4) > 0)
                node.children.append(fence());
            if (m_devices > 0 && below(4) == 0)
                node.children.append({u"unfence"_s, {}, {use()}});
            nodes.children.append(node);
        }
        return nodes;
    }

    NewXmlElement fence()
    {
        NewXmlElement fence{u"fence"_s};
        for (int i = below(3); i > 0; --i) {
            NewXmlElement method{u"method"_s, {{u"name"_s, numbered({}, i)}}};
            do
                method.children.append(use());
            while (below(3) == 0);
            fence.children.append(method);
        }
        return fence;
    }

    NewXmlElement devices()
    {
        NewXmlElement devices{u"fencedevices"_s};
        for (int i = 1; i <= m_devices; ++i)
            devices.children.append(
                {u"fencedevice"_s,
                 {{u"agent"_s, maybe() ? u"fence_manual"_s : u"fence_ipmilan"_s},
                  {u"name"_s, numbered(u"fence"_s, i)},
                  {u"passwd"_s, u"p&<ä>\""_s}}});
        return devices;
    }

    NewXmlElement domains()
    {
        NewXmlElement domains{u"failoverdomains"_s};
        for (int i = 1; i <= m_domains; ++i) {
            NewXmlElement domain{u"failoverdomain"_s, {{u"name"_s, numbered(u"FD"_s, i)}}};
            if (maybe())
                domain.attributes.append({u"ordered"_s, maybe() ? u"1"_s : u"0"_s});
            if (maybe())
                domain.attributes.append({u"restricted"_s, maybe() ? u"1"_s : u"yes"_s});
            for (int n = 1; n <= m_nodes; ++n) {
                if (maybe())
                    continue;
                NewXmlElement member{u"failoverdomainnode"_s,
                                     {{u"name"_s, numbered(u"node"_s, n)}}};
                if (maybe())
                    member.attributes.append({u"priority"_s, numbered({}, below(5))});
                domain.children.append(member);
            }
            domains.children.append(domain);
        }
        return domains;
    }

    NewXmlElement vm(int number)
    {
        NewXmlElement vm{u"vm"_s, {{u"name"_s, numbered(u"vm"_s, number)}}};
        if (m_domains > 0 && maybe())
            vm.attributes.append(
                {u"domain"_s, numbered(maybe() ? u"FD"_s : u"fd"_s, 1 + below(m_domains))});
        if (maybe())
            vm.attributes.append({u"autostart"_s, u"0"_s});
        if (below(4) == 0)
            vm.attributes.append({u"depend"_s, numbered(u"vm:vm"_s, 1 + below(6))});
        if (below(4) == 0)
            vm.attributes.append(
                {u"migration_mapping"_s, u"node1:"_s + node() + u", node2:10.0.0.2"_s});
        if (below(6) == 0)
            vm.children.append({u"action"_s, {{u"name"_s, u"status"_s}, {u"depth"_s, u"*"_s}}});
        return vm;
    }

    NewXmlElement rm()
    {
        NewXmlElement rm{u"rm"_s};
        if (m_domains > 0 || maybe())
            rm.children.append(domains());
        NewXmlElement resources{
            u"resources"_s,
            {},
            {{u"ip"_s, {{u"address"_s, u"10.0.0.1"_s}}}, {u"vm"_s, {{u"name"_s, u"defined"_s}}}}};
        if (maybe())
            rm.children.append(resources);
        if (maybe())
            rm.children.append({u"vm"_s, {{u"ref"_s, u"defined"_s}}});
        for (int i = 1; i <= m_vms; ++i)
            rm.children.append(vm(i));
        if (maybe())
            rm.children.append({u"service"_s,
                                {{u"name"_s, u"web"_s}, {u"depend"_s, u"vm:vm1"_s}},
                                {{u"ip"_s, {{u"ref"_s, u"10.0.0.1"_s}}}, vm(90)}});
        return rm;
    }

    std::mt19937 &m_random;
    int m_nodes = 1;
    int m_devices = 0;
    int m_domains = 0;
    int m_vms = 0;
};

/// Chooses the form.
class Hand
{
public:
    explicit Hand(std::mt19937 &random) : m_random(random)
    {
        static const QByteArrayList Units{"  ", "\t", "    ", "", " "};
        m_unit = Units[below(int(Units.size()))];
        m_isOneLine = below(6) == 0;
        m_lineEnd = m_isOneLine ? "" : below(5) == 0 ? "\r\n" : "\n";
        m_quote = below(4) == 0 ? '\'' : '"';
        m_hasBlankBeforeSlash = below(4) == 0;
        m_encoding = below(6) == 0 ? XmlEncoding::Latin1 : XmlEncoding::Utf8;
        m_hasAttributeLines = below(8) == 0;
    }

    QByteArray written(const NewXmlElement &root)
    {
        QByteArray text = m_encoding == XmlEncoding::Latin1
                              ? "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"
                          : below(5) == 0 ? ""
                                          : "<?xml version=\"1.0\"?>";
        if (!text.isEmpty())
            text += m_lineEnd;
        if (below(8) == 0)
            text += "<!DOCTYPE cluster>" + m_lineEnd;
        write(text, root, {});
        return below(8) == 0 ? text : text + m_lineEnd;
    }

private:
    int below(int end) { return int(m_random() % quint32(end)); }

    void writeTag(QByteArray &text, const NewXmlElement &element, const QByteArray &indent)
    {
        text += '<' + element.tag.toLatin1();
        bool isFirst = true;
        for (const auto &[name, value] : element.attributes) {
            if (m_hasAttributeLines && !isFirst && !m_isOneLine)
                text += m_lineEnd + indent + "   ";
            else
                text += below(20) == 0 ? "  " : " ";
            const char quote = below(20) == 0 ? '"' : m_quote;
            text += name.toLatin1() + (below(30) == 0 ? " = " : "=") + quote
                    + *encodedValue(m_encoding, value, quote) + quote;
            isFirst = false;
        }
    }

    void write(QByteArray &text, const NewXmlElement &element, const QByteArray &indent)
    {
        text += indent;
        writeTag(text, element, indent);
        const bool isClosed = element.children.isEmpty() && below(5) > 0;
        text += isClosed ? m_hasBlankBeforeSlash ? " />" : "/>" : ">";
        if (!element.children.isEmpty() || (!isClosed && below(2) == 0))
            writeContent(text, element, indent);
        if (!isClosed)
            text += "</" + element.tag.toLatin1() + '>';
        if (below(12) == 0)
            text += " <!-- of " + element.tag.toLatin1() + " -->";
    }

    void writeContent(QByteArray &text, const NewXmlElement &element, const QByteArray &indent)
    {
        text += m_lineEnd;
        const QByteArray inner = m_isOneLine ? QByteArray() : indent + m_unit;
        for (const NewXmlElement &child : element.children) {
            if (below(10) == 0)
                text += inner + "<!-- <old name=\"x\"/> & more -->" + m_lineEnd;
            if (below(15) == 0)
                text += m_lineEnd;
            write(text, child, inner);
            text += below(15) == 0 ? "" : m_lineEnd;
        }
        text += m_isOneLine ? QByteArray() : indent;
    }

    std::mt19937 &m_random;
    QByteArray m_unit;
    QByteArray m_lineEnd;
    bool m_isOneLine = false;
    bool m_hasBlankBeforeSlash = false;
    bool m_hasAttributeLines = false;
    char m_quote = '"';
    XmlEncoding m_encoding = XmlEncoding::Utf8;
};

} // namespace

QByteArray randomClusterConf(std::mt19937 &random)
{
    const NewXmlElement cluster = Content(random).cluster();
    return Hand(random).written(cluster);
}

QByteArray largeClusterConf(int nodes, int vms)
{
    QByteArray text = "<?xml version=\"1.0\"?>\n<cluster name=\"large\" config_version=\"41\">\n"
                      "  <cman expected_votes=\""
                      + QByteArray::number(nodes) + "\"/>\n  <clusternodes>\n";
    for (int i = 1; i <= nodes; ++i) {
        const QByteArray n = QByteArray::number(i);
        text += "    <clusternode name=\"node" + n + ".example.com\" nodeid=\"" + n
                + "\" votes=\"1\">\n      <fence>\n        <method name=\"1\">\n"
                  "          <device name=\"ipmi"
                + n + "\"/>\n        </method>\n      </fence>\n    </clusternode>\n";
    }
    text += "  </clusternodes>\n  <fencedevices>\n";
    for (int i = 1; i <= nodes; ++i) {
        const QByteArray n = QByteArray::number(i);
        text += "    <fencedevice name=\"ipmi" + n + "\" agent=\"fence_ipmilan\" ipaddr=\"10.0.0."
                + n + "\" login=\"admin\" passwd=\"secret\"/>\n";
    }
    text += "  </fencedevices>\n  <rm>\n    <failoverdomains>\n";
    for (int i = 1; i <= nodes; ++i) {
        const QByteArray n = QByteArray::number(i);
        text += "      <failoverdomain name=\"FD" + n + "\" ordered=\"1\" restricted=\"1\">\n";
        for (int member = 0; member < std::min(nodes, 4); ++member)
            text += "        <failoverdomainnode name=\"node"
                    + QByteArray::number(1 + (i + member) % nodes) + ".example.com\" priority=\""
                    + QByteArray::number(member + 1) + "\"/>\n";
        text += "      </failoverdomain>\n";
    }
    text += "    </failoverdomains>\n";
    for (int i = 1; i <= vms; ++i)
        text += "    <vm name=\"guest" + QByteArray::number(i) + "\" domain=\"FD"
                + QByteArray::number(1 + i % nodes)
                + "\" path=\"/etc/xen\" autostart=\"1\" recovery=\"relocate\" migrate=\"live\" "
                  "use_virsh=\"0\"/>\n";
    return text + "  </rm>\n</cluster>\n";
}

} // namespace colonnade::formats
