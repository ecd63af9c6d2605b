// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconfnames.h"

#include <algorithm>

namespace colonnade::formats {

using namespace Qt::StringLiterals;
using base::ErrorCode;

namespace {

bool isAsciiWord(QStringView text, QStringView others)
{
    return std::ranges::all_of(text, [others](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
               || others.contains(c);
    });
}

bool isPlain(QStringView text)
{
    return std::ranges::none_of(text,
                                [](QChar c) { return c < u' ' || c == u'\x7f' || c == u'"'; });
}

void refuse(ClusterConfAct &act, const QString &what, const QString &name, const QString &remedy)
{
    act.fail(ErrorCode::InvalidInput, u"\"%1\" cannot be the name of %2."_s.arg(name, what),
             remedy);
}

} // namespace

void checkClusterName(ClusterConfAct &act, const QString &name)
{
    if (name.isEmpty() || name.size() > 15 || !isAsciiWord(name, u"_-"))
        refuse(act, u"a cluster"_s, name, u"Use 1 to 15 letters, digits, \"_\" and \"-\"."_s);
}

void checkNodeName(ClusterConfAct &act, const QString &name)
{
    if (name.isEmpty() || name.size() > 255 || !isAsciiWord(name, u"._-:"))
        refuse(act, u"a node"_s, name,
               u"Use the name that `uname -n` prints on it: letters, digits, \".\" and \"-\"."_s);
}

void checkFenceDeviceName(ClusterConfAct &act, const QString &name)
{
    if (!isXmlNcName(name))
        refuse(act, u"a fence device"_s, name,
               u"Use letters, digits, \"_\", \"-\" and \".\", beginning with a letter."_s);
}

void checkDomainName(ClusterConfAct &act, const QString &name)
{
    if (name.isEmpty() || !isPlain(name))
        refuse(act, u"a failover domain"_s, name, u"Use at least one character, and no quotes."_s);
}

void checkGroupName(ClusterConfAct &act, GroupKind kind, const QString &name)
{
    const qsizetype most = kind == GroupKind::Vm ? 60 : 55;
    const bool isGuest = kind == GroupKind::Vm;
    const bool hasForbidden =
        isGuest && std::ranges::any_of(name, [](QChar c) { return c.isSpace() || c == u'/'; });
    if (name.isEmpty() || name.toUtf8().size() > most || !isPlain(name) || hasForbidden)
        refuse(act, isGuest ? u"a vm"_s : u"a service"_s, name,
               isGuest ? u"Use at most 60 characters without blanks, slashes and quotes."_s
                       : u"Use at most 55 characters without quotes."_s);
}

void checkNodeId(ClusterConfAct &act, int nodeId)
{
    if (nodeId < 1 || nodeId > 4096)
        act.fail(ErrorCode::InvalidInput, u"%1 cannot be the number of a node."_s.arg(nodeId),
                 u"Use a number from 1 to 4096."_s);
}

} // namespace colonnade::formats
