// SPDX-License-Identifier: GPL-3.0-or-later
// `colonnadectl file guest`: a guest's file for xl or xm.
#include "ctl/fileformat.h"
#include "formats/guestconfig.h"

using namespace Qt::StringLiterals;

namespace colonnade::ctl {

namespace {

using base::ErrorCode;
using base::failure;
using base::Result;
using formats::GuestConfig;
using formats::GuestDialect;
using formats::GuestDisk;
using formats::GuestField;
using formats::GuestValue;
using formats::GuestVif;
using formats::Parsed;
using formats::TextEdits;

std::optional<GuestDialect> dialectNamed(const QByteArray &name)
{
    if (name == "xl")
        return GuestDialect::Xl;
    if (name == "xm")
        return GuestDialect::Xm;
    return std::nullopt;
}

bool isAutomatic(const FileArguments &arguments)
{
    return arguments.value(u"dialect"_s).value_or("auto") == "auto";
}

/// The dialect that was told, or the one that @p text looks like.
GuestDialect dialectOf(const QByteArray &text, const FileArguments &arguments)
{
    return dialectNamed(arguments.value(u"dialect"_s).value_or(QByteArray()))
        .value_or(GuestConfig::likelyDialect(text));
}

Parsed<GuestConfig> parse(const QByteArray &text, const FileArguments &arguments)
{
    return GuestConfig::parse(text, dialectOf(text, arguments));
}

QString problem(const FileArguments &arguments)
{
    const QByteArray told = arguments.value(u"dialect"_s).value_or("auto");
    return told != "auto" && !dialectNamed(told) ? u"--dialect is xl, xm or auto"_s : QString();
}

std::optional<formats::ParseError> parseError(const QByteArray &text,
                                              const FileArguments &arguments)
{
    const Parsed<GuestConfig> config = parse(text, arguments);
    return config ? std::nullopt : std::optional(config.error());
}

Findings findings(const QByteArray &text, const FileArguments &arguments)
{
    const Parsed<GuestConfig> config = parse(text, arguments);
    if (config)
        return config->diagnostics();
    formats::Diagnostic finding = syntaxFinding(config.error(), text.size());
    finding.fix = GuestConfig::repair(text, dialectOf(text, arguments));
    return {finding};
}

/// An edit may turn a file that both toolstacks take into one for xm alone.
QString note(const QByteArray &before, const QByteArray &after, const FileArguments &arguments)
{
    if (dialectOf(before, arguments) != GuestDialect::Xl
        || dialectOf(after, arguments) != GuestDialect::Xm)
        return {};
    return u"%1 is a file for xm now: xl would not take it as it stands. (--dialect xl makes sure "
           "that it stays one for xl.)"_s.arg(arguments.path());
}

template<typename Act>
Result<QByteArray> changedIn(GuestDialect dialect, const QByteArray &text,
                             const FileArguments &arguments, Act act)
{
    return changedBy(GuestConfig::parse(text, dialect),
                     [&](const GuestConfig &config) { return act(config, arguments); });
}

/// A verb that is one act.
template<typename Act>
FileAct edits(Act act)
{
    return [act](const QByteArray &text, const FileArguments &arguments) {
        return changedIn(dialectOf(text, arguments), text, arguments, act);
    };
}

/// A verb about disks, whose modes differ: w! is xm's alone. Where nobody said whose file it is, it
/// may be xm's as well.
template<typename Act>
FileAct editsDisks(Act act)
{
    return [act](const QByteArray &text, const FileArguments &arguments) {
        const GuestDialect likely = dialectOf(text, arguments);
        const Result<QByteArray> result = changedIn(likely, text, arguments, act);
        if (result || !isAutomatic(arguments) || likely == GuestDialect::Xm)
            return result;
        const Result<QByteArray> other = changedIn(GuestDialect::Xm, text, arguments, act);
        return other ? other : result;
    };
}

/// `disk/xvda/access`, `vif/0/bridge` or `disk/xvda`: a part of a list that has parts.
struct Path
{
    QByteArray list;
    QByteArray item;
    QByteArray field; ///< empty: all of the item
};

/// No value: a plain key.
std::optional<Path> pathOf(const QByteArray &word)
{
    const QList<QByteArray> parts = word.split('/');
    if (parts.size() < 2 || parts.size() > 3 || (parts[0] != "disk" && parts[0] != "vif"))
        return std::nullopt;
    return Path{parts[0], parts[1], parts.value(2)};
}

/// The number of a network card, counting from 0.
Result<qsizetype> indexOf(const QByteArray &word)
{
    bool isNumber = false;
    const qsizetype index = word.toLongLong(&isNumber);
    if (isNumber && index >= 0)
        return index;
    return failure(ErrorCode::InvalidInput,
                   u"\"%1\" is no network card."_s.arg(QString::fromUtf8(word)),
                   u"They are told by their place in vif: 0 is the first."_s);
}

/// xl-disk-configuration's names of fields, and the shorter ones that people use.
QByteArray diskField(const QByteArray &name)
{
    if (name == "mode")
        return "access";
    return name == "path" ? QByteArray("target") : name;
}

template<typename Item>
Result<QByteArray> valueIn(const Item &item, const QByteArray &field,
                           const FileArguments &arguments)
{
    if (field.isEmpty())
        return item.spec + '\n';
    if (item.isComputed)
        return computedValue(arguments);
    const GuestField *found = item.field(field);
    if (!found)
        return noSuchValue(arguments);
    return found->value + '\n';
}

Result<QByteArray> partOf(const GuestConfig &config, const Path &path,
                          const FileArguments &arguments)
{
    if (path.list == "disk") {
        for (const GuestDisk &disk : config.disks()) {
            if (disk.vdev() == path.item)
                return valueIn(disk, diskField(path.field), arguments);
        }
        return noSuchValue(arguments);
    }
    const Result<qsizetype> index = indexOf(path.item);
    if (!index)
        return std::unexpected(index.error());
    const QList<GuestVif> vifs = config.vifs();
    return *index < vifs.size() ? valueIn(vifs[*index], path.field, arguments)
                                : noSuchValue(arguments);
}

Result<QByteArray> valueOf(const GuestConfig &config, const FileArguments &arguments)
{
    if (const std::optional<Path> path = pathOf(arguments.word(0)))
        return partOf(config, *path, arguments);
    const std::optional<GuestValue> value = config.value(arguments.word(0));
    if (!value)
        return noSuchValue(arguments);
    if (value->isComputed())
        return computedValue(arguments);
    if (value->kind != GuestValue::Kind::List)
        return value->bytes + '\n';
    QByteArray lines;
    for (const GuestValue &item : value->items) {
        if (item.isComputed())
            return computedValue(arguments);
        lines += item.bytes + '\n';
    }
    return lines;
}

Result<QByteArray> get(const QByteArray &text, const FileArguments &arguments)
{
    const Parsed<GuestConfig> config = parse(text, arguments);
    if (!config)
        return notADocument(config.error());
    return valueOf(*config, arguments);
}

Result<TextEdits> setIn(const GuestConfig &config, const Path &path, const FileValues &values)
{
    if (path.list == "disk")
        return config.changeDisk(path.item, values);
    const Result<qsizetype> index = indexOf(path.item);
    if (!index)
        return std::unexpected(index.error());
    return config.changeVif(*index, values);
}

Result<TextEdits> set(const GuestConfig &config, const FileArguments &arguments)
{
    const std::optional<Path> path = pathOf(arguments.word(0));
    if (path && !path->field.isEmpty())
        return setIn(config, *path, {{path->field, arguments.word(1)}});
    return config.set(arguments.word(0), arguments.word(1));
}

Result<QByteArray> setPath(const QByteArray &text, const FileArguments &arguments)
{
    const std::optional<Path> path = pathOf(arguments.word(0));
    const FileAct act = path && path->list == "disk" ? editsDisks(set) : edits(set);
    return act(text, arguments);
}

Result<TextEdits> setList(const GuestConfig &config, const FileArguments &arguments)
{
    QList<QByteArray> values;
    for (const QString &word : arguments.words().mid(1))
        values.append(word.toUtf8());
    return config.setList(arguments.word(0), values);
}

Result<TextEdits> unset(const GuestConfig &config, const FileArguments &arguments)
{
    return config.remove(arguments.word(0));
}

Result<TextEdits> addDisk(const GuestConfig &config, const FileArguments &arguments)
{
    const bool isCdrom = arguments.isSet(u"cdrom"_s);
    return config.addDisk({.target = arguments.word(1),
                           .vdev = arguments.word(0),
                           .access = arguments.value(u"mode"_s).value_or(isCdrom ? "r" : "w"),
                           .isCdrom = isCdrom,
                           .prefix = arguments.value(u"prefix"_s).value_or(QByteArray()),
                           .format = arguments.value(u"format"_s).value_or(QByteArray())});
}

Result<TextEdits> setDisk(const GuestConfig &config, const FileArguments &arguments)
{
    return setIn(config, {"disk", arguments.word(0), {}}, arguments.assignments(1));
}

Result<TextEdits> removeDisk(const GuestConfig &config, const FileArguments &arguments)
{
    return config.removeDisk(arguments.word(0));
}

Result<TextEdits> addVif(const GuestConfig &config, const FileArguments &arguments)
{
    return config.addVif(arguments.assignments(0));
}

Result<TextEdits> setVif(const GuestConfig &config, const FileArguments &arguments)
{
    return setIn(config, {"vif", arguments.word(0), {}}, arguments.assignments(1));
}

Result<TextEdits> removeVif(const GuestConfig &config, const FileArguments &arguments)
{
    const Result<qsizetype> index = indexOf(arguments.word(0));
    if (!index)
        return std::unexpected(index.error());
    return config.removeVif(*index);
}

/// Makes a file for the other toolstack. Without --force, all of it has to go over.
Result<QByteArray> convert(const QByteArray &text, const FileArguments &arguments)
{
    const std::optional<GuestDialect> dialect = dialectNamed(arguments.word(0));
    if (!dialect)
        return failure(ErrorCode::InvalidInput, u"A guest's file is converted to xl or to xm."_s);
    const Parsed<GuestConfig> config = parse(text, arguments);
    if (!config)
        return notADocument(config.error());
    const formats::GuestConversion conversion = config->convertedTo(*dialect);
    if (!conversion.obstacles.isEmpty() && !arguments.isSet(u"force"_s)) {
        return failure(ErrorCode::Refused,
                       u"%1 cannot be converted as a whole:\n%2"_s.arg(
                           arguments.path(),
                           findingLines(arguments.path(), text, conversion.obstacles).join(u'\n')),
                       u"Nothing was changed. --force converts what can be."_s);
    }
    return formats::applied(text, conversion.edits);
}

QList<FileVerb> keyVerbs()
{
    return {{u"get"_s,
             u"PATH"_s,
             u"print a value; of a list, an item a line"_s,
             get,
             {},
             FileVerb::Kind::Read},
            {u"set"_s, u"PATH VALUE"_s, u"set a key, where it counts"_s, setPath},
            {u"set-list"_s, u"KEY VALUE..."_s, u"set a key to a list of strings"_s, edits(setList)},
            {u"unset"_s, u"KEY"_s, u"remove a key"_s, edits(unset)},
            {u"convert"_s,
             u"DIALECT"_s,
             u"make a file for xl or xm of it"_s,
             convert,
             {},
             FileVerb::Kind::Turn}};
}

QList<FileVerb> diskVerbs()
{
    const QList<QCommandLineOption> options{
        {u"mode"_s, u"r, w, or w! (xm only); if not given, r for a CD drive, else w."_s, u"MODE"_s},
        {u"cdrom"_s, u"It is a CD drive."_s},
        {u"prefix"_s,
         u"phy, file, tap:aio, ...; phy for what is in /dev, else file, if not given."_s,
         u"PREFIX"_s},
        {u"format"_s, u"raw, qcow2, vhd, ..."_s, u"FORMAT"_s}};
    return {{u"disk add"_s, u"VDEV [TARGET]"_s, u"add a disk: xvdb /dev/vg/web1-data"_s,
             editsDisks(addDisk), options},
            {u"disk set"_s, u"VDEV FIELD=VALUE..."_s,
             u"change target, format, access (mode), ... of a disk"_s, editsDisks(setDisk)},
            {u"disk remove"_s, u"VDEV"_s, u"remove a disk"_s, edits(removeDisk)}};
}

QList<FileVerb> vifVerbs()
{
    return {
        {u"vif add"_s, u"FIELD=VALUE..."_s, u"add a network card: bridge=xenbr0"_s, edits(addVif)},
        {u"vif set"_s, u"INDEX FIELD=VALUE..."_s, u"change a network card; 0 is the first"_s,
         edits(setVif)},
        {u"vif remove"_s, u"INDEX"_s, u"remove a network card"_s, edits(removeVif)}};
}

} // namespace

FileFormat guestFormat()
{
    return {
        .name = u"guest"_s,
        .help = u"a guest's file for xl or xm: /etc/xen/NAME.cfg"_s,
        .options = {{u"dialect"_s, u"Whose file it is: xl, xm, or auto, which is as it looks."_s,
                     u"DIALECT"_s}},
        .problem = problem,
        .parseError = parseError,
        .findings = findings,
        .pathHelp = u"a key (memory), disk/VDEV/FIELD (disk/xvda/access) or vif/INDEX/FIELD"_s,
        .verbs = keyVerbs() + diskVerbs() + vifVerbs(),
        .note = note,
    };
}

} // namespace colonnade::ctl
