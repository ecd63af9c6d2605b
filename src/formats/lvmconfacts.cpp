// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/lvmconf.h"
#include "formats/lvmconfparser.h"
#include "formats/lvmconfschema.h"
#include "formats/lvmconfwriter.h"
#include "formats/shown.h"

#include <algorithm>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using Setting = LvmConf::Setting;

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
           || QByteArrayView("_-+.@").contains(c);
}

/// Sections and a key, in characters that need no quotes in any version.
bool isSettingPath(const QByteArray &path)
{
    return path.contains('/') && !path.endsWith('/')
           && std::ranges::all_of(path, [](char c) { return c == '/' || isNameCharacter(c); });
}

QList<Setting> settingsOf(const LvmConf &conf, const QByteArray &path)
{
    QList<Setting> settings;
    std::ranges::copy_if(conf.settings(), std::back_inserter(settings),
                         [&path](const Setting &setting) { return setting.path == path; });
    return settings;
}

/// What a file says, without where.
QList<std::pair<QByteArray, QByteArray>> contentOf(const LvmConf &conf, const QByteArray &except)
{
    QList<std::pair<QByteArray, QByteArray>> content;
    for (const Setting &setting : conf.settings()) {
        if (setting.path != except)
            content.append({setting.path, setting.value.text});
    }
    return content;
}

/// @p edits, unless they change what the file says of anything but @p path, or what it says then is
/// not @p expected.
base::Result<TextEdits> verified(const LvmConf &conf, const QByteArray &path,
                                 const TextEdits &edits, const std::optional<QByteArray> &expected)
{
    const auto after = LvmConf::parse(applied(conf.text(), edits));
    const Setting *setting = after ? after->setting(path) : nullptr;
    const std::optional<QByteArray> actual =
        setting ? std::optional(setting->value.text) : std::nullopt;
    if (!after || actual != expected || contentOf(*after, path) != contentOf(conf, path))
        return failure(
            ErrorCode::Refused,
            u"%1 cannot be changed without changing what stands beside it in the line"_s.arg(
                shown(path)),
            u"Give each setting of the file a line of its own, then try again."_s);
    return edits;
}

/// Whether nothing else stands in the lines of @p span.
bool isAlone(QByteArrayView text, Span span)
{
    const qsizetype begin = lineAt(text, span.begin).begin;
    const qsizetype end = lineAt(text, span.end).end;
    return textOf(text, {begin, span.begin}).trimmed().isEmpty()
           && textOf(text, {span.end, end}).trimmed().isEmpty();
}

/// Removes the setting, with its lines where nothing else stands in them.
void removeLines(QByteArrayView text, Span span, TextEdits &edits)
{
    if (isAlone(text, span))
        span = {lineAt(text, span.begin).begin, lineAt(text, span.end).end};
    else
        while (span.end < text.size() && (text[span.end] == ' ' || text[span.end] == '\t'))
            ++span.end;
    edits.append({span, QByteArray()});
}

/// Puts # before all lines of the setting.
void commentOutLines(QByteArrayView text, Span span, TextEdits &edits)
{
    for (qsizetype at = lineAt(text, span.begin).begin; at < span.end; at = lineAt(text, at).end) {
        const qsizetype begin = at + indentationAt(text, at).size();
        const bool isDone = !edits.isEmpty() && edits.last().span.begin == begin;
        if (!isDone && !textOf(text, lineAt(text, at)).trimmed().isEmpty())
            edits.append({{begin, begin}, "# "});
    }
}

/// What @p edit makes of each setting of @p path, after which there is none.
base::Result<TextEdits> without(const LvmConf &conf, const QByteArray &path,
                                void (*edit)(QByteArrayView, Span, TextEdits &))
{
    TextEdits edits;
    for (const Setting &setting : settingsOf(conf, path))
        edit(conf.text(), setting.span, edits);
    if (edits.isEmpty())
        return failure(ErrorCode::NotFound, u"lvm.conf does not set %1"_s.arg(shown(path)),
                       u"Settings that stand there as comments are defaults: nothing sets them."_s);
    return verified(conf, path, edits, std::nullopt);
}

} // namespace

base::Result<TextEdits> LvmConf::set(QByteArrayView path, const QByteArray &literal) const
{
    const QByteArray name = lvmPath(path);
    const auto value = valueOf(literal);
    if (!isSettingPath(name))
        return failure(ErrorCode::InvalidInput,
                       u"“%1” does not name a setting of LVM"_s.arg(shown(path)),
                       u"Write its section, a slash and its key, as in global/locking_type."_s);
    const bool isBare = value && value->type == Value::Type::String && literal.front() != '"'
                        && literal.front() != '\'';
    if (!value || isBare)
        return failure(ErrorCode::InvalidInput,
                       u"“%1” is not a value that lvm.conf can hold"_s.arg(shown(literal)),
                       u"Write a number, a string in quotes, or a list of those in [ and ]."_s);
    if (const auto type = lvmType(name); type && !isOfLvmType(*value, *type))
        return failure(ErrorCode::InvalidInput,
                       u"%1 cannot be %2"_s.arg(shown(name), shown(literal)),
                       u"LVM takes %1 there."_s.arg(lvmTypeName(*type)));
    TextEdits edits;
    const QList<Setting> settings = settingsOf(*this, name);
    for (const Setting &setting : settings) {
        if (textOf(m_text, setting.value.span) != literal)
            edits.append({setting.value.span, literal});
    }
    if (!settings.isEmpty())
        return verified(*this, name, edits, value->text);
    base::Result<TextEdits> result;
    for (const TextEdit &edit : LvmWriter(*this).additions(name, literal)) {
        result = verified(*this, name, {edit}, value->text);
        if (result)
            break;
    }
    return result;
}

base::Result<TextEdits> LvmConf::commentOut(QByteArrayView path) const
{
    return without(*this, lvmPath(path), commentOutLines);
}

base::Result<TextEdits> LvmConf::remove(QByteArrayView path) const
{
    return without(*this, lvmPath(path), removeLines);
}

} // namespace colonnade::formats
