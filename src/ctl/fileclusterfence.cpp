// SPDX-License-Identifier: GPL-3.0-or-later
// `colonnadectl file cluster-conf`: how nodes are fenced.
#include "ctl/fileclusterconf.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

using base::ErrorCode;
using base::failure;
using base::Result;
using formats::ClusterConf;
using formats::NewFenceUse;
using formats::TextEdits;

/// A position as a person counts, from 1; -1 for the last where @p word is empty.
Result<qsizetype> positionOf(const QString &word)
{
    if (word.isEmpty())
        return -1;
    bool isNumber = false;
    const qsizetype position = word.toLongLong(&isNumber);
    if (isNumber && position >= 1)
        return position - 1;
    return failure(ErrorCode::InvalidInput, u"\"%1\" is no position."_s.arg(word),
                   u"The first is 1."_s);
}

/// An act at the position that @p word tells.
template<typename Act>
Result<TextEdits> atPosition(const QString &word, Act act)
{
    const Result<qsizetype> position = positionOf(word);
    if (!position)
        return std::unexpected(position.error());
    return act(*position);
}

Result<TextEdits> addDevice(const ClusterConf &conf, const FileArguments &arguments)
{
    return conf.addFenceDevice({arguments.words().value(0), arguments.words().value(1),
                                xmlValues(arguments.assignments(2))});
}

Result<TextEdits> removeDevice(const ClusterConf &conf, const FileArguments &arguments)
{
    return conf.removeFenceDevice(arguments.words().value(0));
}

Result<TextEdits> renameDevice(const ClusterConf &conf, const FileArguments &arguments)
{
    return conf.renameFenceDevice(arguments.words().value(0), arguments.words().value(1));
}

Result<TextEdits> setDevice(const ClusterConf &conf, const QString &device, const QString &name,
                            const QString &value)
{
    if (name == u"name")
        return conf.renameFenceDevice(device, value);
    return setOn(conf, named(conf.fenceDevice(device), u"fence device"_s, device), name, value);
}

Result<TextEdits> unsetDevice(const ClusterConf &conf, const QString &device, const QString &name)
{
    return unsetOn(named(conf.fenceDevice(device), u"fence device"_s, device), name);
}

Result<TextEdits> addMethod(const ClusterConf &conf, const FileArguments &arguments)
{
    const Result<QList<NewFenceUse>> uses = fenceUses(arguments.values(u"device"_s));
    if (!uses)
        return std::unexpected(uses.error());
    return atPosition(QString::fromUtf8(arguments.value(u"position"_s).value_or(QByteArray())),
                      [&](qsizetype position) {
                          return conf.addFenceMethod(arguments.words().value(0),
                                                     {arguments.words().value(1), *uses}, position);
                      });
}

Result<TextEdits> removeMethod(const ClusterConf &conf, const FileArguments &arguments)
{
    return conf.removeFenceMethod(arguments.words().value(0), arguments.words().value(1));
}

Result<TextEdits> renameMethod(const ClusterConf &conf, const FileArguments &arguments)
{
    return conf.renameFenceMethod(arguments.words().value(0), arguments.words().value(1),
                                  arguments.words().value(2));
}

Result<TextEdits> moveMethod(const ClusterConf &conf, const FileArguments &arguments)
{
    return atPosition(arguments.words().value(2), [&](qsizetype position) {
        return conf.moveFenceMethod(arguments.words().value(0), arguments.words().value(1),
                                    position);
    });
}

NewFenceUse useOf(const FileArguments &arguments, qsizetype device)
{
    return {arguments.words().value(device), xmlValues(arguments.assignments(device + 1))};
}

Result<TextEdits> addUse(const ClusterConf &conf, const FileArguments &arguments)
{
    return conf.addFenceUse(arguments.words().value(0), arguments.words().value(1),
                            useOf(arguments, 2));
}

Result<TextEdits> removeUse(const ClusterConf &conf, const FileArguments &arguments)
{
    return atPosition(arguments.words().value(2), [&](qsizetype position) {
        return conf.removeFenceUse(arguments.words().value(0), arguments.words().value(1),
                                   position);
    });
}

Result<TextEdits> moveUse(const ClusterConf &conf, const FileArguments &arguments)
{
    return atPosition(arguments.words().value(2), [&](qsizetype from) {
        return atPosition(arguments.words().value(3), [&](qsizetype to) {
            return conf.moveFenceUse(arguments.words().value(0), arguments.words().value(1), from,
                                     to);
        });
    });
}

Result<TextEdits> addUnfence(const ClusterConf &conf, const FileArguments &arguments)
{
    return conf.addUnfenceUse(arguments.words().value(0), useOf(arguments, 1));
}

Result<TextEdits> removeUnfence(const ClusterConf &conf, const FileArguments &arguments)
{
    return atPosition(arguments.words().value(1), [&](qsizetype position) {
        return conf.removeUnfenceUse(arguments.words().value(0), position);
    });
}

QList<FileVerb> deviceVerbs()
{
    return {{u"fence device add"_s, u"NAME AGENT [ATTRIBUTE=VALUE]..."_s, u"add a fence device"_s,
             edits<ClusterConf>(addDevice)},
            {u"fence device remove"_s, u"NAME"_s, u"remove one, and the methods that use it"_s,
             edits<ClusterConf>(removeDevice)},
            {u"fence device rename"_s, u"NAME NEW-NAME"_s, u"rename one, wherever it is used"_s,
             edits<ClusterConf>(renameDevice)},
            {u"fence device set"_s, u"NAME ATTRIBUTE=VALUE..."_s, u"set attributes of one"_s,
             editsEach(setDevice)},
            {u"fence device unset"_s, u"NAME ATTRIBUTE..."_s, u"remove attributes of one"_s,
             editsEachName(unsetDevice)}};
}

QList<FileVerb> methodVerbs()
{
    return {{u"fence method add"_s,
             u"NODE METHOD --device DEVICE... [--position N]"_s,
             u"add a fence method to a node"_s,
             edits<ClusterConf>(addMethod),
             {deviceOption(),
              {u"position"_s, u"Its place among the methods, from 1; the last if not given."_s,
               u"N"_s}}},
            {u"fence method remove"_s, u"NODE METHOD"_s, u"remove one"_s,
             edits<ClusterConf>(removeMethod)},
            {u"fence method rename"_s, u"NODE METHOD NEW-NAME"_s, u"rename one"_s,
             edits<ClusterConf>(renameMethod)},
            {u"fence method move"_s, u"NODE METHOD POSITION"_s,
             u"let one be tried earlier or later; 1 is first"_s, edits<ClusterConf>(moveMethod)}};
}

QList<FileVerb> useVerbs()
{
    return {{u"fence use add"_s, u"NODE METHOD DEVICE [ATTRIBUTE=VALUE]..."_s,
             u"let a method use a device, too"_s, edits<ClusterConf>(addUse)},
            {u"fence use remove"_s, u"NODE METHOD POSITION"_s,
             u"let a method not use its 1st, 2nd, ... device"_s, edits<ClusterConf>(removeUse)},
            {u"fence use move"_s, u"NODE METHOD POSITION POSITION"_s,
             u"change the order of a method's devices"_s, edits<ClusterConf>(moveUse)},
            {u"unfence add"_s, u"NODE DEVICE [ATTRIBUTE=VALUE]..."_s,
             u"let a device unfence a node"_s, edits<ClusterConf>(addUnfence)},
            {u"unfence remove"_s, u"NODE POSITION"_s, u"remove the 1st, 2nd, ... one of them"_s,
             edits<ClusterConf>(removeUnfence)}};
}

} // namespace

QCommandLineOption deviceOption()
{
    return {u"device"_s,
            u"A fence device that has to succeed, with what it needs for this node; one for "
            "each: DEVICE,port=3."_s,
            u"DEVICE[,ATTRIBUTE=VALUE]..."_s};
}

Result<QList<NewFenceUse>> fenceUses(const QStringList &words)
{
    QList<NewFenceUse> uses;
    for (const QString &word : words) {
        const QStringList parts = word.split(u',');
        NewFenceUse use{parts.first(), {}};
        for (const QString &part : parts.mid(1)) {
            const auto attribute = assignment(part);
            if (!attribute) {
                return failure(ErrorCode::InvalidInput,
                               u"\"%1\" in --device %2 is not ATTRIBUTE=VALUE."_s.arg(part, word));
            }
            use.attributes += xmlValues({*attribute});
        }
        uses.append(use);
    }
    return uses;
}

formats::XmlValues xmlValues(const FileValues &values)
{
    formats::XmlValues result;
    for (const auto &[name, value] : values)
        result.append({QString::fromUtf8(name), QString::fromUtf8(value)});
    return result;
}

QList<FileVerb> fenceVerbs()
{
    return deviceVerbs() + methodVerbs() + useVerbs();
}

} // namespace colonnade::ctl
