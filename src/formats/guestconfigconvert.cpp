// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/guestconfigconvert.h"

#include "formats/guestconfigdevices.h"
#include "formats/guestconfigliteral.h"
#include "formats/guestconfigrules.h"
#include "formats/guestdiskspec.h"
#include "formats/guestvifspec.h"
#include "formats/shown.h"

#include <algorithm>
#include <array>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using Kind = GuestValue::Kind;

QString toolOf(GuestDialect dialect)
{
    return dialect == GuestDialect::Xl ? u"xl"_s : u"xm"_s;
}

bool isXlNumber(QByteArrayView word)
{
    return std::ranges::all_of(
        word, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == 'x'; });
}

/// Appends the places of the strings that @p value is or holds, in the order of the text.
void addStrings(const GuestValue &value, QList<Span> &strings)
{
    if (value.kind == Kind::String)
        strings.append(value.span);
    for (const GuestValue &item : value.items)
        addStrings(item, strings);
}

} // namespace

GuestConverter::GuestConverter(const GuestConfig &config, GuestDialect dialect)
    : m_config(config), m_text(config.text()), m_dialect(dialect)
{
}

void GuestConverter::obstacle(const char *id, Span span, const QString &message)
{
    m_hasObstacle = true;
    m_obstacles.add(id, Severity::Error, span, message);
}

/// The quotes that a string begins with; the usual ones where it has none.
char GuestConverter::quoteAt(Span span) const
{
    const QByteArrayView text = textOf(m_text, span);
    const auto quote =
        std::find_if(text.begin(), text.end(), [](char c) { return c == '\'' || c == '"'; });
    return quote == text.end() ? '\'' : *quote;
}

void GuestConverter::replace(Span span, const QByteArray &text)
{
    m_edits.append(TextEdit{span, text});
}

GuestConversion GuestConverter::converted(const QList<Span> &code)
{
    for (const Span span : code) {
        obstacle(
            "python-code", span,
            u"xl runs no Python, and refuses a file that has any: write what `%1` comes to."_s.arg(
                shown(textOf(m_text, span))));
    }
    convertDisks(); // before what only rewrites strings: of two edits of one place, the first is
                    // made
    convertVifs();
    convertType();
    for (const GuestSetting &setting : m_config.settings())
        convertSetting(setting);
    if (m_dialect == GuestDialect::Xl)
        convertLayoutToXl();
    else
        convertLayoutToXm();
    GuestConversion result{withoutOverlaps(), {}};
    if (m_dialect == GuestDialect::Xm && isRefusedForBytes(applied(m_text, result.edits)))
        result.edits.prepend(TextEdit{{0, 0}, codingLine(m_text)});
    checkResult(result.edits);
    result.obstacles = m_obstacles.take();
    return result;
}

/// The edits in order; of those that overlap, the longest, and of equals the first.
TextEdits GuestConverter::withoutOverlaps()
{
    TextEdits edits = inOrder(m_edits);
    TextEdits result;
    for (const TextEdit &edit : std::as_const(edits)) {
        if (result.isEmpty() || edit.span.begin >= result.last().span.end)
            result.append(edit);
        else if (edit.span.size() > result.last().span.size())
            result.last() = edit;
    }
    return result;
}

/// What the rules have not foreseen is told by the other dialect's reader.
void GuestConverter::checkResult(const TextEdits &edits)
{
    if (m_hasObstacle)
        return;
    const Parsed<GuestConfig> result = GuestConfig::parse(applied(m_text, edits), m_dialect);
    if (result)
        return;
    qsizetype at = result.error().offset;
    for (const TextEdit &edit : edits) { // back to the text before
        if (edit.span.begin >= at)
            break;
        at = std::max(edit.span.end, at - edit.replacement.size() + edit.span.size());
    }
    at = std::min(at, m_text.size());
    obstacle("not-understood", lineAt(m_text, at),
             u"%1 would refuse the file: %2"_s.arg(toolOf(m_dialect), result.error().message));
}

void GuestConverter::convertSetting(const GuestSetting &setting)
{
    if (setting.conditional || setting.value.isComputed())
        return; // a part of the code
    if (!isGuestKey(setting.key, m_dialect)) {
        obstacle("key-name", setting.keySpan,
                 u"%1 takes no key of the name %2."_s.arg(toolOf(m_dialect), shown(setting.key)));
    }
    const QByteArrayView gap = textOf(m_text, {setting.keySpan.end, setting.value.span.begin});
    if (gap.contains('\\') || gap.contains('\f'))
        replace({setting.keySpan.end, setting.value.span.begin}, " = ");
    const bool isSet = m_kinds.contains(setting.key);
    if (m_dialect == GuestDialect::Xm && setting.appends) {
        const qsizetype plus = m_text.indexOf('+', setting.keySpan.end);
        if (!isSet)
            replace({plus, plus + 1}, {});
        else if (m_kinds.value(setting.key) != setting.value.kind)
            obstacle("append", setting.span, u"Python cannot add a string to a number."_s);
    }
    m_kinds.insert(setting.key, setting.value.kind);
    convertValue(setting.value);
}

void GuestConverter::convertValue(const GuestValue &value)
{
    switch (value.kind) {
    case Kind::String:
        convertString(value);
        break;
    case Kind::Number:
        convertNumber(value);
        break;
    case Kind::List:
        for (const GuestValue &item : value.items)
            convertValue(item);
        break;
    case Kind::Tuple:
        obstacle(
            "tuple", value.span,
            u"xm passes over a tuple, and xl refuses parentheses; write a list in brackets, or "
            "remove it."_s);
        break;
    case Kind::Computed:
        obstacle("python-code", value.span,
                 u"xl runs no Python: write what `%1` comes to."_s.arg(shown(value.bytes)));
        break;
    }
}

/// Whether the string as it is written means the same to the other tool.
bool GuestConverter::isShared(const GuestValue &string) const
{
    const QByteArrayView written = textOf(m_text, string.span);
    const char quote = written[0];
    const bool isOnePiece = (quote == '\'' || quote == '"') && written.size() >= 2
                            && written.back() == quote
                            && (written.size() == 2 || written[1] != quote);
    if (!isOnePiece || written.contains('\n') || written.contains('\r') || written.contains('\0'))
        return false;
    const bool isAscii = std::ranges::all_of(written, [](char c) { return uchar(c) < 0x80; });
    if (m_dialect == GuestDialect::Xm && !isAscii)
        return false;
    for (qsizetype i = 1; i < written.size() - 1; i += written[i] == '\\' ? 2 : 1) {
        if (written[i] == quote) // it ends here, and another string follows
            return false;
    }
    GuestLiteral literal;
    const Span inner{string.span.begin + 1, string.span.end - 1};
    return !literal.addPiece(m_text, inner, false, m_dialect) && literal.bytes() == string.bytes;
}

void GuestConverter::convertString(const GuestValue &string)
{
    if (string.bytes.contains('\0')) {
        obstacle("nul-byte", string.span, u"xl takes no NUL byte in a string."_s);
        return;
    }
    if (!isShared(string)) {
        replace(string.span, guestLiteral(string.bytes, quoteAt(string.span), m_dialect));
    }
}

void GuestConverter::convertNumber(const GuestValue &number)
{
    const GuestDialect from = m_config.dialect();
    const std::optional<qint64> meant = guestNumber(number, from);
    const std::optional<qint64> read = guestNumber(number, m_dialect);
    const bool isPlain = m_dialect == GuestDialect::Xm || isXlNumber(number.bytes);
    if (meant && meant == read && isPlain)
        return;
    if (from == GuestDialect::Xl) // a word that only begins like a number
        replace(number.span, guestLiteral(number.bytes, '\'', m_dialect));
    else if (meant && *meant >= 0)
        replace(number.span, QByteArray::number(*meant));
    else if (meant)
        replace(number.span, '\'' + QByteArray::number(*meant) + '\'');
    else
        obstacle("number", number.span,
                 u"xl knows whole numbers only, and not `%1`."_s.arg(shown(number.bytes)));
}

/// The disk as the other tool is to be told of it; an empty text: it cannot be.
QByteArray GuestConverter::diskFor(const GuestDisk &disk)
{
    const bool isToXl = m_dialect == GuestDialect::Xl;
    constexpr std::array<QByteArrayView, 9> carried = {"target", "vdev",        "access",
                                                       "prefix", "format",      "devtype",
                                                       "cdrom",  "backendtype", "backend"};
    for (const GuestField &field : disk.fields) {
        if (std::ranges::find(carried, field.name) == carried.end()
            && field.name != "vdev-prefix") {
            obstacle("disk-field", disk.span,
                     u"%1 has no way to say `%2` of the disk %3."_s.arg(
                         toolOf(m_dialect), shown(field.name), shown(disk.vdev())));
        }
    }
    if (!isToXl && disk.isForDriverOfQemu()) {
        obstacle("disk", disk.span,
                 u"xm has no driver for the disk `%1`."_s.arg(shown(disk.target())));
        return {};
    }
    GuestDiskSpec spec;
    spec.target = disk.target();
    spec.vdev = disk.vdev();
    spec.access = disk.access().startsWith('r') && disk.access() != "rw" ? "r" : "w";
    spec.isCdrom = disk.isCdrom();
    spec.format = disk.format == "empty" ? QByteArray() : disk.format;
    spec.prefix = disk.value("prefix");
    const QByteArray backendType = disk.value("backendtype");
    if (spec.prefix.isEmpty() && backendType == "phy")
        spec.prefix = "phy";
    else if (spec.prefix.isEmpty() && backendType == "tap")
        spec.prefix = "tap:aio";
    if (disk.isUnprotected()) {
        obstacle(
            "disk-access", disk.span,
            u"xl knows no w!: it has no check of its own that other guests of the host use %1, so "
            "w does the same there. Decide, and write w."_s.arg(shown(disk.target())));
        return {};
    }
    const base::Result<QByteArray> written = diskSpelling(spec, m_dialect);
    if (!written) {
        obstacle("disk", disk.span, written.error().message);
        return {};
    }
    const QByteArray backend = disk.value("backend");
    if (backend.isEmpty())
        return *written;
    const qsizetype target = written->indexOf("target=");
    if (!isToXl || target < 0)
        return *written + (isToXl ? ",backend=" : ",") + backend;
    return QByteArray(*written).insert(target, "backend=" + backend + ',');
}

void GuestConverter::convertDisks()
{
    for (const GuestDisk &disk : m_config.disks()) {
        if (disk.isComputed)
            continue; // told of already
        if (disk.refusal) {
            obstacle("disk", disk.span,
                     u"%1 does not take the disk `%2` either: %3."_s.arg(
                         toolOf(m_config.dialect()), shown(disk.spec), *disk.refusal));
            continue;
        }
        const QByteArray written = diskFor(disk);
        if (!written.isEmpty() && !isSameDisk(disk, written))
            replace(disk.span, guestLiteral(written, quoteAt(disk.span), m_dialect));
    }
}

/// Whether the disk as it stands is read by the other tool as what @p written says.
bool GuestConverter::isSameDisk(const GuestDisk &disk, const QByteArray &written) const
{
    const auto fields = [this](const QByteArray &spec) {
        const GuestDiskReading reading =
            m_dialect == GuestDialect::Xl ? readXlDisk(spec) : readXmDisk(spec);
        QList<std::pair<QByteArray, QByteArray>> values;
        if (reading.refusal)
            return values;
        for (const GuestDiskPart &part : reading.parts) {
            if (part.name != "vdev-prefix")
                values.append({part.name, textOf(spec, part.span).toByteArray()});
        }
        return values;
    };
    return fields(disk.spec) == fields(written);
}

void GuestConverter::convertVifs()
{
    for (const GuestVif &vif : m_config.vifs()) {
        for (const GuestField &field : vif.fields) {
            if (!isVifName(field.name, m_dialect)) {
                obstacle("vif-field", vif.span,
                         u"%1 knows no `%2` of a network card."_s.arg(toolOf(m_dialect),
                                                                      shown(field.name)));
            } else if (m_dialect == GuestDialect::Xl && field.name == "type" && field.value != "vif"
                       && field.value != "ioemu") {
                obstacle("vif-field", vif.span,
                         u"xl knows no type `%1` of a network card."_s.arg(shown(field.value)));
            }
        }
    }
}

void GuestConverter::setKey(const GuestSetting &setting, const QByteArray &key,
                            const QByteArray &value)
{
    replace(setting.keySpan, key);
    if (setting.value.bytes != value)
        replace(setting.value.span, guestLiteral(value, quoteAt(setting.value.span), m_dialect));
}

/// builder and type, which have other values for the other tool.
void GuestConverter::convertType()
{
    const GuestSetting *builder = m_config.setting("builder");
    const GuestSetting *type = m_config.setting("type");
    const auto isText = [](const GuestSetting *setting) {
        return setting && !setting->conditional && setting->value.kind == Kind::String;
    };
    if (m_dialect == GuestDialect::Xl) {
        if (isText(builder) && builder->value.bytes == "linux")
            setKey(*builder, "builder", "generic");
        if (!m_config.setting("name"))
            obstacle("no-name", {0, 0}, u"xl wants a name; xm took the file's."_s);
        return;
    }
    if (isText(builder) && builder->value.bytes == "generic")
        setKey(*builder, "builder", "linux");
    if (isText(type) && type->value.bytes == "pvh")
        obstacle("type", type->span, u"xm makes no guests of type pvh."_s);
    else if (isText(type) && !builder)
        setKey(*type, "builder", type->value.bytes == "hvm" ? "hvm" : "linux");
    const GuestSetting *commandLine = m_config.setting("cmdline");
    if (!isText(commandLine))
        return;
    if (m_config.setting("root") || m_config.setting("extra"))
        obstacle("cmdline", commandLine->span,
                 u"xm knows no cmdline, but root and extra, which the file sets, too."_s);
    else
        setKey(*commandLine, "extra", commandLine->value.bytes);
}

/// Line ends, and what Python takes between words.
void GuestConverter::convertLayoutToXl()
{
    if (m_text.startsWith("\xef\xbb\xbf"))
        replace({0, 3}, {});
    for (qsizetype i = 0; (i = m_text.indexOf('\r', i)) >= 0; ++i) {
        const bool isPair = i + 1 < m_text.size() && m_text[i + 1] == '\n';
        replace({i, i + 1}, isPair ? "" : "\n");
    }
    QList<Span> strings;
    for (const GuestSetting &setting : m_config.settings())
        addStrings(setting.value, strings);
    auto string = strings.cbegin();
    for (qsizetype i = 0; (i = m_text.indexOf('\f', i)) >= 0; ++i) {
        while (string != strings.cend() && string->end <= i)
            ++string;
        if (string == strings.cend() || i < string->begin)
            replace({i, i + 1}, " ");
    }
    for (const GuestSetting &setting : m_config.settings()) {
        if (!setting.conditional && setting.value.kind == Kind::List)
            removeContinuations(setting.value);
    }
    if (!m_text.isEmpty() && !m_text.endsWith('\n') && !m_text.endsWith('\r'))
        replace({m_text.size(), m_text.size()}, "\n");
}

/// Backslashes at line ends between the items of a list, which needs none.
void GuestConverter::removeContinuations(const GuestValue &list)
{
    qsizetype begin = list.span.begin;
    for (qsizetype i = 0; i <= list.items.size(); ++i) {
        const bool isLast = i == list.items.size();
        const qsizetype end = isLast ? list.span.end : list.items[i].span.begin;
        for (qsizetype at = begin; at < end; ++at) {
            if (m_text[at] == '#')
                at = std::min(end, lineAt(m_text, at).end) - 1;
            else if (m_text[at] == '\\')
                replace({at, at + 1}, {});
        }
        if (!isLast)
            begin = list.items[i].span.end;
    }
}

/// Blanks before statements, semicolons, and characters that Python does not take in comments.
void GuestConverter::convertLayoutToXm()
{
    qsizetype begin = 0;
    const QList<GuestSetting> &settings = m_config.settings();
    for (qsizetype i = 0; i <= settings.size(); ++i) {
        const qsizetype end = i < settings.size() ? settings[i].span.begin : m_text.size();
        convertGap({begin, end}, i > 0, i < settings.size());
        if (i < settings.size())
            begin = settings[i].span.end;
    }
}

/// What stands between two statements: blanks, comments, line ends and semicolons.
void GuestConverter::convertGap(Span gap, bool hasBefore, bool hasBehind)
{
    bool maySeparate = hasBefore;
    qsizetype lineBegin = hasBefore ? -1 : gap.begin;
    for (qsizetype at = gap.begin; at < gap.end; ++at) {
        const char c = m_text[at];
        if (c == ';' && !maySeparate) {
            replace({at, at + 1}, {});
        } else if (c == ';') {
            maySeparate = false;
        } else if (c == '\n') {
            maySeparate = false;
            lineBegin = at + 1;
        } else if (c == '#') {
            const qsizetype end = std::min(gap.end, lineAt(m_text, at).end);
            for (; at < end && m_text[at] != '\n'; ++at) {
                const bool isEnd = m_text[at] == '\r' && at + 1 < end && m_text[at + 1] == '\n';
                if (m_text[at] == '\0' || (m_text[at] == '\r' && !isEnd))
                    replace({at, at + 1}, " ");
            }
            --at;
        } else if (c != ' ' && c != '\t') { // what xl overlooks at the very end
            replace({at, at + 1}, {});
        }
    }
    if (!hasBehind || lineBegin < 0)
        return;
    for (qsizetype at = lineBegin; at < gap.end; ++at) {
        if (m_text[at] == ' ' || m_text[at] == '\t')
            replace({at, at + 1}, {});
    }
}

GuestConversion GuestConfig::convertedTo(GuestDialect dialect) const
{
    if (dialect == m_dialect)
        return {};
    return GuestConverter(*this, dialect).converted(m_code);
}

} // namespace colonnade::formats
