// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/fileformat.h"
#include "formats/clusterconf.h"

namespace colonnade::ctl {

/// @name The verbs of cluster-conf, by what they are about
/// @{
QList<FileVerb> fenceVerbs();  ///< fence devices, methods and their use
QList<FileVerb> domainVerbs(); ///< failover domains and their members
QList<FileVerb> groupVerbs();  ///< vm and service
/// @}

/// DEVICE[,ATTRIBUTE=VALUE]... of --device, each a fence device that is used.
base::Result<QList<formats::NewFenceUse>> fenceUses(const QStringList &words);
/// What --device is, for the help.
QCommandLineOption deviceOption();

/// @p values as cluster.conf's own functions take them.
formats::XmlValues xmlValues(const FileValues &values);

/// @p element, of which there may be none, or that there is no @p what of that name.
base::Result<formats::XmlElement> named(const std::optional<formats::XmlElement> &element,
                                        const QString &what, const QString &name);
/// @name An attribute of an element that was looked for
/// @{
base::Result<formats::TextEdits> setOn(const formats::ClusterConf &conf,
                                       const base::Result<formats::XmlElement> &element,
                                       const QString &attribute, const QString &value);
base::Result<formats::TextEdits> unsetOn(const base::Result<formats::XmlElement> &element,
                                         const QString &attribute);
/// @}

/// An act for each of @p items, one after the other.
template<typename Item, typename Act>
base::Result<QByteArray> changedByEach(const QByteArray &text, const QList<Item> &items, Act act)
{
    base::Result<QByteArray> result = text;
    for (const Item &item : items) {
        if (!result)
            break;
        result = changedBy(formats::ClusterConf::parse(*result),
                           [&](const formats::ClusterConf &conf) { return act(conf, item); });
    }
    return result;
}

/// A verb `NAME ATTRIBUTE=VALUE...`: an act for each of the attributes.
template<typename Act>
FileAct editsEach(Act act)
{
    return [act](const QByteArray &text, const FileArguments &arguments) {
        const QString name = arguments.words().value(0);
        return changedByEach(text, xmlValues(arguments.assignments(1)),
                             [&](const formats::ClusterConf &conf, const auto &attribute) {
                                 return act(conf, name, attribute.first, attribute.second);
                             });
    };
}

/// A verb `NAME ATTRIBUTE...`, likewise.
template<typename Act>
FileAct editsEachName(Act act)
{
    return [act](const QByteArray &text, const FileArguments &arguments) {
        const QString name = arguments.words().value(0);
        return changedByEach(text, arguments.words().mid(1),
                             [&](const formats::ClusterConf &conf, const QString &attribute) {
                                 return act(conf, name, attribute);
                             });
    };
}

} // namespace colonnade::ctl
