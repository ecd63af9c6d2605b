// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconfelements.h"

#include <algorithm>
#include <limits>

namespace colonnade::formats {

using namespace Qt::StringLiterals;

namespace {

template<typename Element>
QList<Element> asList(const QList<XmlElement> &elements)
{
    QList<Element> result;
    result.reserve(elements.size());
    for (const XmlElement &element : elements)
        result.append(Element(element));
    return result;
}

} // namespace

int daemonNumber(QStringView text)
{
    const auto isSpace = [](QChar c) { return c == u' ' || (c >= u'\t' && c <= u'\r'); };
    while (!text.isEmpty() && isSpace(text.front()))
        text = text.sliced(1);
    const bool isNegative = text.startsWith(u'-');
    if (isNegative || text.startsWith(u'+'))
        text = text.sliced(1);
    qint64 number = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9' || number > std::numeric_limits<int>::max())
            break;
        number = number * 10 + (c.unicode() - u'0');
    }
    return int(std::clamp<qint64>(isNegative ? -number : number, std::numeric_limits<int>::min(),
                                  std::numeric_limits<int>::max()));
}

bool daemonFlag(QStringView text)
{
    return daemonNumber(text) != 0;
}

bool daemonYesFlag(QStringView text)
{
    return text.compare("yes"_L1, Qt::CaseInsensitive) == 0 || daemonNumber(text) > 0;
}

bool daemonAutostart(QStringView text)
{
    return daemonNumber(text) != 0;
}

int numberOf(const XmlElement &element, QByteArrayView attribute, int missing)
{
    return element.has(attribute) ? daemonNumber(element.value(attribute)) : missing;
}

QList<FenceUse> FenceMethod::devices() const
{
    return asList<FenceUse>(children("device"));
}

std::optional<int> ClusterNode::nodeId() const
{
    return has("nodeid") ? std::optional(daemonNumber(value("nodeid"))) : std::nullopt;
}

QList<FenceMethod> ClusterNode::methods() const
{
    return asList<FenceMethod>(child("fence").children("method"));
}

QList<FenceUse> ClusterNode::unfenceDevices() const
{
    return asList<FenceUse>(child("unfence").children("device"));
}

int DomainMember::priority() const
{
    const int number = numberOf(*this, "priority", 0);
    return number >= 1 && number <= 100 ? number : 0;
}

QList<DomainMember> FailoverDomain::members() const
{
    return asList<DomainMember>(children("failoverdomainnode"));
}

QList<DomainMember> FailoverDomain::membersByPriority() const
{
    QList<DomainMember> result = members();
    std::ranges::stable_sort(result, {}, [](const DomainMember &member) {
        const int priority = member.priority();
        return priority > 0 ? priority : std::numeric_limits<int>::max();
    });
    return result;
}

QString ResourceGroup::fullName() const
{
    return tagName() + u':' + name();
}

XmlElement ResourceGroup::service() const
{
    XmlElement outer = parent();
    while (outer && !outer.is("service"))
        outer = outer.parent();
    return outer;
}

bool ResourceGroup::isDefinition() const
{
    for (XmlElement outer = parent(); outer; outer = outer.parent()) {
        if (outer.is("resources"))
            return true;
    }
    return false;
}

bool ResourceGroup::hasResources() const
{
    for (XmlElement inner = firstChild(); inner; inner = inner.next()) {
        if (!inner.is("action"))
            return true;
    }
    return false;
}

} // namespace colonnade::formats
