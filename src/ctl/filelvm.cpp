// SPDX-License-Identifier: GPL-3.0-or-later
// `colonnadectl file lvm`: /etc/lvm/lvm.conf.
#include "ctl/fileformat.h"
#include "formats/lvmconf.h"

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

using base::Result;
using formats::LvmConf;

/// Of a list, each item on a line of its own.
Result<QByteArray> get(const LvmConf &conf, const FileArguments &arguments)
{
    const LvmConf::Setting *setting = conf.setting(arguments.word(0));
    if (!setting)
        return noSuchValue(arguments);
    if (setting->value.type != LvmConf::Value::Type::List)
        return setting->value.text + '\n';
    QByteArray lines;
    for (const LvmConf::Value &item : setting->value.items)
        lines += item.text + '\n';
    return lines;
}

Result<formats::TextEdits> set(const LvmConf &conf, const FileArguments &arguments)
{
    const QByteArray path = arguments.word(0);
    const Result<QByteArray> literal = LvmConf::literalFor(path, arguments.word(1));
    if (!literal)
        return std::unexpected(literal.error());
    return conf.set(path, *literal);
}

/// An act on one setting.
FileAct onPath(Result<formats::TextEdits> (LvmConf::*act)(QByteArrayView) const)
{
    return edits<LvmConf>([act](const LvmConf &conf, const FileArguments &arguments) {
        return (conf.*act)(arguments.word(0));
    });
}

} // namespace

FileFormat lvmFormat()
{
    return {
        .name = u"lvm"_s,
        .help = u"/etc/lvm/lvm.conf"_s,
        .parseError = parseErrorOf<LvmConf>,
        .findings = findingsOf<LvmConf>,
        .pathHelp = u"SECTION/KEY: global/locking_type"_s,
        .verbs = {getVerb(reads<LvmConf>(get)),
                  {u"set"_s, u"PATH VALUE"_s, u"set a number, a string, or [ \"a\", \"b\" ]"_s,
                   edits<LvmConf>(set)},
                  {u"unset"_s, u"PATH"_s, u"remove a setting"_s, onPath(&LvmConf::remove)},
                  {u"comment"_s, u"PATH"_s, u"put # before a setting, so that the default holds"_s,
                   onPath(&LvmConf::commentOut)}},
    };
}

} // namespace colonnade::ctl
