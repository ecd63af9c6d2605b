// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusterconfrandomact.h"

#include <algorithm>

namespace colonnade::formats {

using namespace Qt::StringLiterals;

namespace {

using Values = XmlValues;

/// One act with what it should make of the summary. Each method is one act; where it refuses, what
/// it did to the summary does not count.
class Actor
{
public:
    Actor(const ClusterConf &conf, const Chooser &choose)
        : m_conf(conf), m_choose(choose), m_summary(Summary::of(conf))
    {
    }

    RandomAct act()
    {
        using Act = base::Result<TextEdits> (Actor::*)();
        static constexpr Act Acts[] = {
            &Actor::addNode,      &Actor::removeNode,        &Actor::renameNode,
            &Actor::setNodeId,    &Actor::setNodeVotes,      &Actor::addFenceDevice,
            &Actor::removeDevice, &Actor::renameDevice,      &Actor::addMethod,
            &Actor::removeMethod, &Actor::moveMethod,        &Actor::renameMethod,
            &Actor::addUse,       &Actor::removeUse,         &Actor::moveUse,
            &Actor::addUnfence,   &Actor::removeUnfence,     &Actor::addDomain,
            &Actor::removeDomain, &Actor::renameDomain,      &Actor::setFlag,
            &Actor::addMember,    &Actor::removeMember,      &Actor::moveMember,
            &Actor::setPriority,  &Actor::addGroup,          &Actor::removeGroup,
            &Actor::renameGroup,  &Actor::setGroupAttribute, &Actor::removeGroupAttribute,
            &Actor::nextVersion,  &Actor::setSection,        &Actor::removeSection,
            &Actor::setName,
        };
        const auto edits = (this->*Acts[m_choose(std::size(Acts))])();
        m_summary.sort();
        return {m_name, edits, m_summary};
    }

private:
    // Choices.
    bool rarely() { return m_choose(12) == 0; }

    QString oneOf(const QStringList &words)
    {
        return words.isEmpty() ? u"nothing"_s : words[m_choose(words.size())];
    }

    QString newName()
    {
        return oneOf({u"alpha"_s, u"b-2"_s, u"c.example.com"_s, u"delta_4"_s, u"E5"_s, u"f6"_s,
                      u"bad name"_s, u"a/b"_s, u""_s, u"q\"q"_s, u"<&>"_s, u"é€"_s, u"7th"_s});
    }

    QString newValue()
    {
        return oneOf({u"0"_s, u"1"_s, u"yes"_s, u""_s, u"a b"_s, u"<a & 'b' \"c\">"_s, u"ä€😀"_s,
                      u" two\nlines\t"_s, u"&amp;"_s, u"relocate"_s, u"\x01"_s});
    }

    QString nodeName()
    {
        QStringList names;
        for (const Summary::Node &node : m_summary.nodes)
            names.append(valueIn(node.values, u"name"_s));
        return rarely() ? newName() : oneOf(names);
    }

    QString deviceName()
    {
        QStringList names;
        for (const Values &device : m_summary.devices)
            names.append(valueIn(device, u"name"_s));
        return rarely() ? newName() : oneOf(names);
    }

    QString domainName()
    {
        QStringList names;
        for (const Summary::Domain &domain : m_summary.domains)
            names.append(valueIn(domain.values, u"name"_s));
        const QString name = rarely() ? newName() : oneOf(names);
        return m_choose(6) == 0 ? name.toUpper() : name;
    }

    QString memberName(const QString &domain)
    {
        QStringList names;
        if (const Summary::Domain *found = domainOf(domain)) {
            for (const Values &member : found->members)
                names.append(valueIn(member, u"name"_s));
        }
        return rarely() ? nodeName() : oneOf(names);
    }

    GroupKind kind() { return m_choose(3) == 0 ? GroupKind::Service : GroupKind::Vm; }

    QString groupName(GroupKind kind)
    {
        QStringList names;
        for (const ResourceGroup &group : kind == GroupKind::Vm ? m_conf.vms() : m_conf.services())
            names.append(group.name());
        return rarely() ? newName() : oneOf(names);
    }

    qsizetype position(qsizetype size) { return m_choose(size + 2) - 1; }

    // What the summary has.
    Summary::Node *nodeOf(const QString &name)
    {
        for (Summary::Node &node : m_summary.nodes) {
            if (valueIn(node.values, u"name"_s) == name)
                return &node;
        }
        return nullptr;
    }

    Summary::Method *methodOf(const QString &node, const QString &name)
    {
        Summary::Node *found = nodeOf(node);
        for (qsizetype i = 0; found && i < found->methods.size(); ++i) {
            if (found->methods[i].name == name)
                return &found->methods[i];
        }
        return nullptr;
    }

    QString methodName(const QString &node)
    {
        QStringList names;
        if (const Summary::Node *found = nodeOf(node)) {
            for (const Summary::Method &method : found->methods)
                names.append(method.name);
        }
        return rarely() ? newName() : oneOf(names);
    }

    Summary::Domain *domainOf(const QString &name)
    {
        for (Summary::Domain &domain : m_summary.domains) {
            if (valueIn(domain.values, u"name"_s).compare(name, Qt::CaseInsensitive) == 0)
                return &domain;
        }
        return nullptr;
    }

    static int priorityOf(const Values &member)
    {
        const int priority = daemonNumber(valueIn(member, u"priority"_s));
        return priority >= 1 && priority <= 100 ? priority : 0;
    }

    static bool isOrdered(const Summary::Domain &domain)
    {
        return daemonFlag(valueIn(domain.values, u"ordered"_s));
    }

    /// Members without a priority follow the others.
    static int fill(Summary::Domain &domain, const QString &but = {})
    {
        int next = 1;
        for (const Values &member : domain.members)
            next = std::max(next, std::min(100, priorityOf(member) + 1));
        for (Values &member : domain.members) {
            if (priorityOf(member) > 0 || valueIn(member, u"name"_s) == but)
                continue;
            setIn(member, u"priority"_s, QString::number(next));
            next = std::min(100, next + 1);
        }
        return next;
    }

    /// Calls @p change with the tag and the values of everything that may refer to something.
    template<typename Change>
    void forAll(const Change &change)
    {
        for (Summary::Plain &plain : m_summary.rest)
            change(plain.tag, plain.values);
        for (Summary::Plain &plain : m_summary.sections)
            change(plain.tag, plain.values);
        forGroups(m_summary.groups, change);
    }

    template<typename Change>
    static void forGroups(QList<Summary::Group> &groups, const Change &change)
    {
        for (Summary::Group &group : groups) {
            change(group.tag, group.values);
            for (Summary::Plain &plain : group.rest)
                change(plain.tag, plain.values);
            forGroups(group.groups, change);
        }
    }

    Summary::Plain *section(const QString &tag)
    {
        for (Summary::Plain &section : m_summary.sections) {
            if (section.tag == tag)
                return &section;
        }
        return nullptr;
    }

    qint64 sumOfVotes() const
    {
        qint64 sum = 0;
        for (const Summary::Node &node : m_summary.nodes)
            sum +=
                isIn(node.values, u"votes"_s) ? daemonNumber(valueIn(node.values, u"votes"_s)) : 1;
        return sum;
    }

    qint64 diskVotes()
    {
        const Summary::Plain *disk = section(u"quorumd"_s);
        if (!disk)
            return 0;
        return isIn(disk->values, u"votes"_s) ? daemonNumber(valueIn(disk->values, u"votes"_s))
                                              : m_summary.nodes.size() - 1;
    }

    /// To be called around a change of nodes, with what this says before it.
    void followVotes(bool wasSum)
    {
        Summary::Plain *cman = section(u"cman"_s);
        if (!cman)
            return;
        if (daemonFlag(valueIn(cman->values, u"two_node"_s))) {
            if (m_summary.nodes.size() != 2) {
                removeIn(cman->values, u"two_node"_s);
                removeIn(cman->values, u"expected_votes"_s);
            }
        } else if (wasSum) {
            setIn(cman->values, u"expected_votes"_s, QString::number(sumOfVotes() + diskVotes()));
        }
    }

    bool expectedIsSum()
    {
        const Summary::Plain *cman = section(u"cman"_s);
        return cman && isIn(cman->values, u"expected_votes"_s)
               && daemonNumber(valueIn(cman->values, u"expected_votes"_s))
                      == sumOfVotes() + diskVotes();
    }

    static Values valuesOf(const NewFenceUse &use)
    {
        return Values{{u"name"_s, use.device}} + use.attributes;
    }

    NewFenceUse newUse()
    {
        NewFenceUse use{deviceName()};
        if (m_choose(2) == 0)
            use.attributes = {{u"port"_s, newValue()}};
        return use;
    }

    NewFenceMethod newMethod()
    {
        NewFenceMethod method{newName(), {newUse()}};
        while (m_choose(2) == 0)
            method.devices.append(newUse());
        return method;
    }

    static Summary::Method methodFor(const NewFenceMethod &method)
    {
        Summary::Method result{method.name, {}};
        for (const NewFenceUse &use : method.devices)
            result.devices.append(valuesOf(use));
        return result;
    }

    // Acts.
    base::Result<TextEdits> addNode()
    {
        NewClusterNode node{newName(), int(m_choose(4)) == 0 ? int(m_choose(6)) : 0,
                            int(m_choose(3))};
        if (m_choose(2) == 0)
            node.methods.append(newMethod());
        m_name = u"addNode "_s + node.name;
        const bool wasSum = expectedIsSum();
        const int id = node.nodeId > 0 ? node.nodeId : m_conf.freeNodeId();
        Summary::Node added{
            {{u"name"_s, node.name}, {u"nodeid"_s, QString::number(id)}}, {}, {}, {}};
        if (node.votes > 0)
            added.values.append({u"votes"_s, QString::number(node.votes)});
        for (const NewFenceMethod &method : node.methods)
            added.methods.append(methodFor(method));
        m_summary.nodes.append(added);
        followVotes(wasSum);
        return m_conf.addNode(node);
    }

    base::Result<TextEdits> removeNode()
    {
        const QString name = nodeName();
        m_name = u"removeNode "_s + name;
        const bool wasSum = expectedIsSum();
        const Summary::Node *found = nodeOf(name);
        if (found)
            m_summary.nodes.removeAt(found - m_summary.nodes.constData());
        if (!nodeOf(name)) {
            for (Summary::Domain &domain : m_summary.domains) {
                domain.members.removeIf(
                    [&name](const Values &member) { return valueIn(member, u"name"_s) == name; });
            }
            forGroups(m_summary.groups, [&name](const QString &tag, Values &values) {
                QStringList pairs = valueIn(values, u"migration_mapping"_s).split(u',');
                const auto isOfNode = [&name](const QString &pair) {
                    return pair.section(u':', 0, 0).trimmed() == name;
                };
                if (tag != "vm"_L1 || pairs.removeIf(isOfNode) == 0)
                    return;
                if (pairs.isEmpty())
                    removeIn(values, u"migration_mapping"_s);
                else
                    setIn(values, u"migration_mapping"_s, pairs.join(u',').trimmed());
            });
        }
        followVotes(wasSum);
        return m_conf.removeNode(name);
    }

    base::Result<TextEdits> renameNode()
    {
        const QString name = nodeName();
        const QString newer = newName();
        m_name = u"renameNode %1 to %2"_s.arg(name, newer);
        if (Summary::Node *found = nodeOf(name))
            renameIn(*found, name, newer);
        for (Summary::Node &node : m_summary.nodes) {
            for (Summary::Method &method : node.methods)
                renameNodeNames(method.devices, name, newer);
            renameNodeNames(node.unfence, name, newer);
        }
        for (Summary::Domain &domain : m_summary.domains) {
            for (Values &member : domain.members) {
                if (valueIn(member, u"name"_s) == name)
                    setIn(member, u"name"_s, newer);
            }
        }
        forGroups(m_summary.groups, [&](const QString &tag, Values &values) {
            if (tag != "vm"_L1 || !isIn(values, u"migration_mapping"_s))
                return;
            QStringList words;
            for (const QString &pair : valueIn(values, u"migration_mapping"_s).split(u',')) {
                QStringList parts = pair.split(u':');
                for (QString &part : parts) {
                    if (part.trimmed() == name)
                        part.replace(name, newer); // blanks around it stay
                }
                words.append(parts.join(u':'));
            }
            setIn(values, u"migration_mapping"_s, words.join(u','));
        });
        return m_conf.renameNode(name, newer);
    }

    static void renameNodeNames(QList<Values> &devices, const QString &name, const QString &newer)
    {
        for (Values &device : devices) {
            if (isIn(device, u"nodename"_s) && valueIn(device, u"nodename"_s) == name)
                setIn(device, u"nodename"_s, newer);
        }
    }

    void renameIn(Summary::Node &node, const QString &name, const QString &newer)
    {
        setIn(node.values, u"name"_s, newer);
        for (Summary::Method &method : node.methods) {
            for (Values &device : method.devices) {
                const auto isManual = [&](const Values &fence) {
                    return valueIn(fence, u"name"_s) == valueIn(device, u"name"_s)
                           && valueIn(fence, u"agent"_s) == "fence_manual"_L1;
                };
                if (std::ranges::any_of(m_summary.devices, isManual) && isIn(device, u"ipaddr"_s)
                    && valueIn(device, u"ipaddr"_s) == name)
                    setIn(device, u"ipaddr"_s, newer);
            }
        }
    }

    base::Result<TextEdits> setNodeId()
    {
        const QString name = nodeName();
        const int id = int(m_choose(9));
        m_name = u"setNodeId %1 %2"_s.arg(name).arg(id);
        if (Summary::Node *node = nodeOf(name))
            setIn(node->values, u"nodeid"_s, QString::number(id));
        return m_conf.setNodeId(name, id);
    }

    base::Result<TextEdits> setNodeVotes()
    {
        const QString name = nodeName();
        const int votes = int(m_choose(5));
        m_name = u"setNodeVotes %1 %2"_s.arg(name).arg(votes);
        const bool wasSum = expectedIsSum();
        if (Summary::Node *node = nodeOf(name))
            setIn(node->values, u"votes"_s, QString::number(votes));
        followVotes(wasSum);
        return m_conf.setNodeVotes(name, votes);
    }

    base::Result<TextEdits> addFenceDevice()
    {
        NewFenceDevice device{newName(), oneOf({u"fence_ipmilan"_s, u"fence_manual"_s, u""_s})};
        if (m_choose(2) == 0)
            device.attributes = {{u"passwd"_s, newValue()}};
        m_name = u"addFenceDevice "_s + device.name;
        m_summary.devices.append(Values{{u"name"_s, device.name}, {u"agent"_s, device.agent}}
                                 + device.attributes);
        return m_conf.addFenceDevice(device);
    }

    base::Result<TextEdits> removeDevice()
    {
        const QString name = deviceName();
        m_name = u"removeFenceDevice "_s + name;
        const auto isIt = [&name](const Values &values) {
            return valueIn(values, u"name"_s) == name;
        };
        const auto found = std::ranges::find_if(m_summary.devices, isIt);
        if (found != m_summary.devices.end())
            m_summary.devices.erase(found);
        for (Summary::Node &node : m_summary.nodes) {
            node.methods.removeIf([&isIt](const Summary::Method &method) {
                return std::ranges::any_of(method.devices, isIt);
            });
            node.unfence.removeIf(isIt);
        }
        return m_conf.removeFenceDevice(name);
    }

    base::Result<TextEdits> renameDevice()
    {
        const QString name = deviceName();
        const QString newer = newName();
        m_name = u"renameFenceDevice %1 to %2"_s.arg(name, newer);
        const auto rename = [&](QList<Values> &list) {
            for (Values &values : list) {
                if (valueIn(values, u"name"_s) == name)
                    setIn(values, u"name"_s, newer);
            }
        };
        rename(m_summary.devices);
        for (Summary::Node &node : m_summary.nodes) {
            for (Summary::Method &method : node.methods)
                rename(method.devices);
            rename(node.unfence);
        }
        return m_conf.renameFenceDevice(name, newer);
    }

    base::Result<TextEdits> addMethod()
    {
        const QString node = nodeName();
        const NewFenceMethod method = newMethod();
        const Summary::Node *found = nodeOf(node);
        const qsizetype at = position(found ? found->methods.size() : 0);
        m_name = u"addFenceMethod %1 %2 at %3"_s.arg(node, method.name).arg(at);
        if (Summary::Node *target = nodeOf(node))
            target->methods.insert(at < 0 || at > target->methods.size() ? target->methods.size()
                                                                         : at,
                                   methodFor(method));
        return m_conf.addFenceMethod(node, method, at);
    }

    base::Result<TextEdits> removeMethod()
    {
        const QString node = nodeName();
        const QString method = methodName(node);
        m_name = u"removeFenceMethod %1 %2"_s.arg(node, method);
        if (const Summary::Method *found = methodOf(node, method))
            nodeOf(node)->methods.removeAt(found - nodeOf(node)->methods.constData());
        return m_conf.removeFenceMethod(node, method);
    }

    template<typename Item>
    static void moveTo(QList<Item> &list, qsizetype from, qsizetype to)
    {
        const Item item = list.takeAt(from);
        list.insert(to < 0 || to > list.size() ? list.size() : to, item);
    }

    base::Result<TextEdits> moveMethod()
    {
        const QString node = nodeName();
        const QString method = methodName(node);
        const Summary::Node *found = nodeOf(node);
        const qsizetype to = position(found ? found->methods.size() : 0);
        m_name = u"moveFenceMethod %1 %2 to %3"_s.arg(node, method).arg(to);
        if (const Summary::Method *moved = methodOf(node, method))
            moveTo(nodeOf(node)->methods, moved - nodeOf(node)->methods.constData(), to);
        return m_conf.moveFenceMethod(node, method, to);
    }

    base::Result<TextEdits> renameMethod()
    {
        const QString node = nodeName();
        const QString method = methodName(node);
        const QString newer = newName();
        m_name = u"renameFenceMethod %1 %2 to %3"_s.arg(node, method, newer);
        if (Summary::Method *found = methodOf(node, method))
            found->name = newer;
        return m_conf.renameFenceMethod(node, method, newer);
    }

    base::Result<TextEdits> addUse()
    {
        const QString node = nodeName();
        const QString method = methodName(node);
        const NewFenceUse use = newUse();
        Summary::Method *found = methodOf(node, method);
        const qsizetype at = position(found ? found->devices.size() : 0);
        m_name = u"addFenceUse %1 %2 %3 at %4"_s.arg(node, method, use.device).arg(at);
        if (found)
            found->devices.insert(at < 0 || at > found->devices.size() ? found->devices.size() : at,
                                  valuesOf(use));
        return m_conf.addFenceUse(node, method, use, at);
    }

    base::Result<TextEdits> removeUse()
    {
        const QString node = nodeName();
        const QString method = methodName(node);
        Summary::Method *found = methodOf(node, method);
        const qsizetype at = m_choose((found ? found->devices.size() : 0) + 1);
        m_name = u"removeFenceUse %1 %2 %3"_s.arg(node, method).arg(at);
        if (found && at < found->devices.size())
            found->devices.removeAt(at);
        return m_conf.removeFenceUse(node, method, at);
    }

    base::Result<TextEdits> moveUse()
    {
        const QString node = nodeName();
        const QString method = methodName(node);
        const qsizetype from = m_choose(3);
        const qsizetype to = m_choose(4) - 1;
        m_name = u"moveFenceUse %1 %2 %3 to %4"_s.arg(node, method).arg(from).arg(to);
        Summary::Method *found = methodOf(node, method);
        if (found && from < found->devices.size())
            moveTo(found->devices, from, to);
        return m_conf.moveFenceUse(node, method, from, to);
    }

    base::Result<TextEdits> addUnfence()
    {
        const QString node = nodeName();
        const NewFenceUse use = newUse();
        m_name = u"addUnfenceUse %1 %2"_s.arg(node, use.device);
        if (Summary::Node *found = nodeOf(node))
            found->unfence.append(valuesOf(use));
        return m_conf.addUnfenceUse(node, use);
    }

    base::Result<TextEdits> removeUnfence()
    {
        const QString node = nodeName();
        const qsizetype at = m_choose(4) / 3;
        m_name = u"removeUnfenceUse %1 %2"_s.arg(node).arg(at);
        Summary::Node *found = nodeOf(node);
        if (found && at < found->unfence.size())
            found->unfence.removeAt(at);
        return m_conf.removeUnfenceUse(node, at);
    }

    static Values memberFor(const NewDomainMember &member)
    {
        Values values{{u"name"_s, member.node}};
        if (member.priority)
            values.append({u"priority"_s, QString::number(*member.priority)});
        return values;
    }

    NewDomainMember newMember()
    {
        NewDomainMember member{nodeName()};
        if (m_choose(2) == 0)
            member.priority = int(m_choose(4)) * 34;
        return member;
    }

    base::Result<TextEdits> addDomain()
    {
        NewFailoverDomain domain{newName(), m_choose(2) == 0, m_choose(2) == 0, m_choose(2) == 0};
        while (m_choose(3) != 0)
            domain.members.append(newMember());
        m_name = u"addFailoverDomain "_s + domain.name;
        Summary::Domain added{{{u"name"_s, domain.name}}, {}};
        if (domain.ordered)
            added.values.append({u"ordered"_s, u"1"_s});
        if (domain.restricted)
            added.values.append({u"restricted"_s, u"1"_s});
        if (domain.noFailback)
            added.values.append({u"nofailback"_s, u"1"_s});
        for (const NewDomainMember &member : domain.members)
            added.members.append(memberFor(member));
        if (domain.ordered)
            fill(added);
        m_summary.domains.append(added);
        return m_conf.addFailoverDomain(domain);
    }

    template<typename Change>
    void forGroupsOfDomain(const QString &domain, const Change &change)
    {
        forAll([&](const QString &tag, Values &values) {
            const bool isGroup = tag == "vm"_L1 || tag == "service"_L1 || tag == "group"_L1;
            if (isGroup && isIn(values, u"domain"_s)
                && valueIn(values, u"domain"_s).compare(domain, Qt::CaseInsensitive) == 0)
                change(values);
        });
    }

    base::Result<TextEdits> removeDomain()
    {
        const QString name = domainName();
        m_name = u"removeFailoverDomain "_s + name;
        if (const Summary::Domain *found = domainOf(name))
            m_summary.domains.removeAt(found - m_summary.domains.constData());
        forGroupsOfDomain(name, [](Values &values) { removeIn(values, u"domain"_s); });
        return m_conf.removeFailoverDomain(name);
    }

    base::Result<TextEdits> renameDomain()
    {
        const QString name = domainName();
        const QString newer = newName();
        m_name = u"renameFailoverDomain %1 to %2"_s.arg(name, newer);
        if (Summary::Domain *found = domainOf(name))
            setIn(found->values, u"name"_s, newer);
        forGroupsOfDomain(name, [&](Values &values) { setIn(values, u"domain"_s, newer); });
        return m_conf.renameFailoverDomain(name, newer);
    }

    base::Result<TextEdits> setFlag()
    {
        const QString name = domainName();
        const bool on = m_choose(2) == 0;
        const qsizetype flag = m_choose(3);
        const QString attribute = QStringList{u"ordered"_s, u"restricted"_s, u"nofailback"_s}[flag];
        m_name = u"setDomainFlag %1 %2 %3"_s.arg(name, attribute).arg(int(on));
        if (Summary::Domain *found = domainOf(name)) {
            if (daemonFlag(valueIn(found->values, attribute)) != on)
                setIn(found->values, attribute, on ? u"1"_s : u"0"_s);
            if (flag == 0 && on)
                fill(*found);
        }
        return m_conf.setDomainFlag(name, DomainFlag(flag), on);
    }

    base::Result<TextEdits> addMember()
    {
        const QString name = domainName();
        NewDomainMember member = newMember();
        const NewDomainMember given = member;
        m_name = u"addDomainMember %1 %2"_s.arg(name, member.node);
        if (Summary::Domain *found = domainOf(name)) {
            if (isOrdered(*found)) {
                const int next = fill(*found);
                member.priority = member.priority.value_or(next);
            }
            found->members.append(memberFor(member));
        }
        return m_conf.addDomainMember(name, given);
    }

    base::Result<TextEdits> removeMember()
    {
        const QString name = domainName();
        const QString node = memberName(name);
        m_name = u"removeDomainMember %1 %2"_s.arg(name, node);
        if (Summary::Domain *found = domainOf(name))
            takeMember(*found, node);
        return m_conf.removeDomainMember(name, node);
    }

    static Values takeMember(Summary::Domain &domain, const QString &node)
    {
        for (qsizetype i = 0; i < domain.members.size(); ++i) {
            if (valueIn(domain.members[i], u"name"_s) == node)
                return domain.members.takeAt(i);
        }
        return {};
    }

    base::Result<TextEdits> moveMember()
    {
        const QString name = domainName();
        const QString node = memberName(name);
        Summary::Domain *found = domainOf(name);
        const qsizetype to = position(found ? found->members.size() : 0);
        m_name = u"moveDomainMember %1 %2 to %3"_s.arg(name, node).arg(to);
        if (found && isOrdered(*found)) {
            QStringList order;
            QList<Values> sorted = found->members;
            std::ranges::stable_sort(sorted, {}, [](const Values &member) {
                return priorityOf(member) > 0 ? priorityOf(member) : 1000;
            });
            for (const Values &member : sorted)
                order.append(valueIn(member, u"name"_s));
            order.removeOne(node);
            order.insert(to < 0 || to > order.size() ? order.size() : to, node);
            for (Values &member : found->members)
                setIn(member, u"priority"_s,
                      QString::number(order.indexOf(valueIn(member, u"name"_s)) + 1));
        } else if (found) {
            const Values member = takeMember(*found, node);
            found->members.insert(to < 0 || to > found->members.size() ? found->members.size() : to,
                                  member);
        }
        return m_conf.moveDomainMember(name, node, to);
    }

    base::Result<TextEdits> setPriority()
    {
        const QString name = domainName();
        const QString node = memberName(name);
        const int priority = int(m_choose(5)) * 26;
        m_name = u"setMemberPriority %1 %2 %3"_s.arg(name, node).arg(priority);
        if (Summary::Domain *found = domainOf(name)) {
            if (isOrdered(*found))
                fill(*found, node);
            for (Values &member : found->members) {
                if (valueIn(member, u"name"_s) == node)
                    setIn(member, u"priority"_s, QString::number(priority));
            }
        }
        return m_conf.setMemberPriority(name, node, priority);
    }

    static QString tagOf(GroupKind kind) { return kind == GroupKind::Vm ? u"vm"_s : u"service"_s; }

    static QString nameOf(const Summary::Group &group)
    {
        return valueIn(group.values, isIn(group.values, u"name"_s) ? u"name"_s : u"ref"_s);
    }

    base::Result<TextEdits> addGroup()
    {
        const GroupKind which = kind();
        NewResourceGroup group{newName()};
        if (m_choose(2) == 0)
            group.attributes.append({u"domain"_s, domainName()});
        if (m_choose(2) == 0)
            group.attributes.append({u"autostart"_s, newValue()});
        m_name = u"addGroup %1 %2"_s.arg(tagOf(which), group.name);
        const Summary::Group added{
            tagOf(which), Values{{u"name"_s, group.name}} + group.attributes, false, {}, {}};
        m_summary.groups.append(added);
        return m_conf.addGroup(which, group);
    }

    static void removeGroups(QList<Summary::Group> &groups, const QString &tag, const QString &name)
    {
        groups.removeIf(
            [&](const Summary::Group &group) { return group.tag == tag && nameOf(group) == name; });
        for (Summary::Group &group : groups)
            removeGroups(group.groups, tag, name);
    }

    base::Result<TextEdits> removeGroup()
    {
        const GroupKind which = kind();
        const QString name = groupName(which);
        m_name = u"removeGroup %1 %2"_s.arg(tagOf(which), name);
        removeGroups(m_summary.groups, tagOf(which), name);
        forAll([&](const QString &, Values &values) {
            if (valueIn(values, u"depend"_s) == tagOf(which) + u':' + name) {
                removeIn(values, u"depend"_s);
                removeIn(values, u"depend_mode"_s);
            }
        });
        return m_conf.removeGroup(which, name);
    }

    base::Result<TextEdits> renameGroup()
    {
        const GroupKind which = kind();
        const QString name = groupName(which);
        const QString newer = newName();
        m_name = u"renameGroup %1 %2 to %3"_s.arg(tagOf(which), name, newer);
        forAll([&](const QString &tag, Values &values) {
            const QString key = isIn(values, u"name"_s) ? u"name"_s : u"ref"_s;
            if (tag == tagOf(which) && valueIn(values, key) == name)
                setIn(values, key, newer);
            if (valueIn(values, u"depend"_s) == tagOf(which) + u':' + name)
                setIn(values, u"depend"_s, tagOf(which) + u':' + newer);
        });
        return m_conf.renameGroup(which, name, newer);
    }

    /// The group whose attributes count: one that runs, and for a reference what it refers to.
    static Summary::Group *effective(QList<Summary::Group> &groups, const QString &tag,
                                     const QString &name)
    {
        QList<Summary::Group *> all;
        collect(groups, tag, name, all);
        Summary::Group *first = nullptr;
        for (Summary::Group *group : all) {
            if (!group->isDefinition && !first)
                first = group;
        }
        if (!first)
            return all.value(0);
        if (isIn(first->values, u"name"_s))
            return first;
        for (Summary::Group *group : all) {
            if (isIn(group->values, u"name"_s))
                return group;
        }
        return first;
    }

    static void collect(QList<Summary::Group> &groups, const QString &tag, const QString &name,
                        QList<Summary::Group *> &found)
    {
        for (Summary::Group &group : groups) {
            if (group.tag == tag && nameOf(group) == name)
                found.append(&group);
            collect(group.groups, tag, name, found);
        }
    }

    base::Result<TextEdits> setGroupAttribute()
    {
        const GroupKind which = kind();
        const QString name = groupName(which);
        const QString attribute = oneOf({u"autostart"_s, u"recovery"_s, u"domain"_s, u"depend"_s,
                                         u"migration_mapping"_s, u"name"_s, u"a b"_s});
        const QString value = attribute == "domain"_L1   ? domainName()
                              : attribute == "depend"_L1 ? u"vm:"_s + groupName(GroupKind::Vm)
                              : attribute == "migration_mapping"_L1
                                  ? nodeName() + u":x,"_s + nodeName() + u':' + nodeName()
                                  : newValue();
        m_name = u"setGroupAttribute %1 %2 %3=%4"_s.arg(tagOf(which), name, attribute, value);
        if (Summary::Group *found = effective(m_summary.groups, tagOf(which), name))
            setIn(found->values, attribute, value);
        return m_conf.setGroupAttribute(which, name, attribute, value);
    }

    base::Result<TextEdits> removeGroupAttribute()
    {
        const GroupKind which = kind();
        const QString name = groupName(which);
        const QString attribute =
            oneOf({u"autostart"_s, u"recovery"_s, u"domain"_s, u"depend"_s, u"name"_s});
        m_name = u"removeGroupAttribute %1 %2 %3"_s.arg(tagOf(which), name, attribute);
        if (Summary::Group *found = effective(m_summary.groups, tagOf(which), name))
            removeIn(found->values, attribute);
        return m_conf.removeGroupAttribute(which, name, attribute);
    }

    base::Result<TextEdits> nextVersion()
    {
        m_name = u"withNextVersion"_s;
        setIn(m_summary.cluster, u"config_version"_s,
              QString::number(qint64(m_conf.configVersion()) + 1));
        return m_conf.withNextVersion();
    }

    base::Result<TextEdits> setSection()
    {
        const QString tag =
            oneOf({u"cman"_s, u"totem"_s, u"quorumd"_s, u"logging"_s, u"dlm"_s, u"1x"_s});
        const QString attribute = oneOf({u"votes"_s, u"token"_s, u"two_node"_s, u"x y"_s});
        const QString value = newValue();
        m_name = u"setSectionAttribute %1 %2=%3"_s.arg(tag, attribute, value);
        if (Summary::Plain *found = section(tag))
            setIn(found->values, attribute, value);
        else
            m_summary.sections.append({tag, {{attribute, value}}});
        return m_conf.setSectionAttribute(tag, attribute, value);
    }

    base::Result<TextEdits> removeSection()
    {
        const QString tag = oneOf({u"cman"_s, u"totem"_s, u"quorumd"_s, u"logging"_s, u"dlm"_s});
        const QString attribute =
            oneOf({u"votes"_s, u"token"_s, u"two_node"_s, u"expected_votes"_s});
        m_name = u"removeSectionAttribute %1 %2"_s.arg(tag, attribute);
        if (Summary::Plain *found = section(tag))
            removeIn(found->values, attribute);
        return m_conf.removeSectionAttribute(tag, attribute);
    }

    base::Result<TextEdits> setName()
    {
        const QString name = newName();
        m_name = u"setName "_s + name;
        setIn(m_summary.cluster, u"name"_s, name);
        return m_conf.setName(name);
    }

    const ClusterConf &m_conf;
    const Chooser &m_choose;
    Summary m_summary;
    QString m_name;
};

} // namespace

RandomAct randomAct(const ClusterConf &conf, const Chooser &choose)
{
    return Actor(conf, choose).act();
}

} // namespace colonnade::formats
