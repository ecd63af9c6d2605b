// SPDX-License-Identifier: GPL-3.0-or-later
// Acts on <cluster> and on sections as a whole.
#include "formats/clusterconfnames.h"

#include <algorithm>
#include <limits>

namespace colonnade::formats {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Result;

Result<TextEdits> ClusterConf::withNextVersion() const
{
    const QString version = root().value("config_version").trimmed();
    const bool isNumber =
        std::ranges::all_of(version, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (isNumber && configVersion() < std::numeric_limits<int>::max())
        return setConfigVersion(configVersion() + 1);
    ClusterConfAct act(*this);
    act.fail(ErrorCode::InvalidInput,
             u"config_version is \"%1\", after which there is no next one."_s.arg(version),
             u"Set it to a number that is higher than that of the running configuration, which "
             "`cman_tool version` prints."_s);
    return act.finished();
}

Result<TextEdits> ClusterConf::setConfigVersion(int version) const
{
    ClusterConfAct act(*this);
    if (version < 1)
        act.fail(ErrorCode::InvalidInput, u"%1 cannot be a config_version."_s.arg(version),
                 u"Use a number from 1."_s);
    act.set(root(), u"config_version"_s, QString::number(version));
    return act.finished();
}

Result<TextEdits> ClusterConf::setName(const QString &name) const
{
    ClusterConfAct act(*this);
    checkClusterName(act, name);
    act.set(root(), u"name"_s, name);
    return act.finished();
}

Result<TextEdits> ClusterConf::setSectionAttribute(const QString &section, const QString &attribute,
                                                   const QString &value) const
{
    ClusterConfAct act(*this);
    if (const XmlElement found = root().child(section.toUtf8()))
        act.set(found, attribute, value);
    else
        act.addChild(root(), {section, {{attribute, value}}});
    return act.finished();
}

Result<TextEdits> ClusterConf::removeSectionAttribute(const QString &section,
                                                      const QString &attribute) const
{
    ClusterConfAct act(*this);
    const XmlElement found = root().child(section.toUtf8());
    if (!found)
        act.fail(ErrorCode::NotFound, u"There is no <%1> in cluster.conf."_s.arg(section));
    act.remove(found, attribute.toUtf8());
    return act.finished();
}

} // namespace colonnade::formats
