// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/guestconfigdevices.h"
#include "formats/guestdiskspec.h"
#include "formats/shown.h"

#include <algorithm>
#include <array>
#include <map>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;

using Values = std::map<QByteArray, QByteArray>;

GuestDiskReading readDisk(QByteArrayView spec, GuestDialect dialect)
{
    return dialect == GuestDialect::Xl ? readXlDisk(spec) : readXmDisk(spec);
}

/// The last value of each field.
Values valuesOf(QByteArrayView spec, const GuestDiskReading &reading)
{
    Values values;
    for (const GuestDiskPart &part : reading.parts)
        values[part.name] = part.isWord ? QByteArray("1") : textOf(spec, part.span).toByteArray();
    return values;
}

QByteArray nameOf(const QByteArray &name)
{
    return name == "path" ? "target" : name == "mode" ? "access" : name;
}

/// What a field means when it is not told.
QByteArray meaning(const Values &values, const QByteArray &name)
{
    const auto found = values.find(name);
    QByteArray value = found == values.end() ? QByteArray() : found->second;
    if (value.isEmpty() && name == "devtype")
        value = values.contains("cdrom") ? "cdrom" : "disk";
    if (name == "format" && value.isEmpty())
        value = "raw";
    if (name == "access" && value.isEmpty())
        value = "w";
    return value;
}

bool isXlName(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 9> names = {"target",        "format",  "vdev",
                                                     "access",        "backend", "backendtype",
                                                     "specification", "script",  "devtype"};
    return name == "prefix" || std::ranges::find(names, name) != names.end();
}

bool isXmName(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 7> names = {"target",   "vdev",    "access", "backend",
                                                     "protocol", "devtype", "prefix"};
    return std::ranges::find(names, name) != names.end();
}

class DiskEdit
{
public:
    DiskEdit(const QByteArray &spec, GuestDialect dialect)
        : m_spec(spec),
          m_dialect(dialect),
          m_reading(readDisk(spec, dialect)),
          m_values(valuesOf(spec, m_reading))
    {
    }

    base::Result<TextEdits> changed(const GuestFields &fields);

private:
    base::Result<void> checkName(const QByteArray &name) const;
    void change(const QByteArray &name, const QByteArray &value);
    void removePart(const GuestDiskPart &part);
    void addPart(const QByteArray &name, const QByteArray &value);
    bool isNamed(const GuestDiskPart &part) const;
    const GuestDiskPart *part(QByteArrayView name) const;
    bool reads(QByteArrayView spec, const GuestFields &fields) const;
    QByteArray keyed(const GuestFields &fields) const;
    base::Result<TextEdits> refused(QByteArrayView spec, const GuestFields &fields) const;
    void replace(Span span, const QByteArray &text) { m_edits.append(TextEdit{span, text}); }

    const QByteArray &m_spec;
    GuestDialect m_dialect;
    GuestDiskReading m_reading;
    Values m_values;
    TextEdits m_edits;
    QByteArray m_added;
};

const GuestDiskPart *DiskEdit::part(QByteArrayView name) const
{
    const QList<GuestDiskPart> &parts = m_reading.parts;
    const auto found = std::find_if(parts.crbegin(), parts.crend(),
                                    [name](const GuestDiskPart &p) { return p.name == name; });
    return found == parts.crend() ? nullptr : &*found;
}

/// Whether the part is written with its name and `=`.
bool DiskEdit::isNamed(const GuestDiskPart &part) const
{
    return m_dialect == GuestDialect::Xl && !part.isWord
           && QByteArrayView(m_spec).first(part.span.begin).endsWith(QByteArray(part.name + '='));
}

base::Result<void> DiskEdit::checkName(const QByteArray &name) const
{
    const bool isXl = m_dialect == GuestDialect::Xl;
    if (isXl ? isXlName(name) : isXmName(name))
        return {};
    return failure(ErrorCode::InvalidInput,
                   u"%1 knows no `%2` of a disk."_s.arg(isXl ? "xl"_L1 : "xm"_L1, shown(name)),
                   !isXl && name == "format" ? u"The prefix tells xm the format: tap:qcow."_s
                                             : QString());
}

void DiskEdit::removePart(const GuestDiskPart &part)
{
    Span span = part.span;
    if (part.name == "prefix") {
        replace({span.begin, span.end + 1}, {});
        return;
    }
    const bool isSuffix = part.name == "devtype" && !isNamed(part);
    if (isSuffix) { // ":cdrom"
        replace({span.begin - 1, span.end}, {});
        return;
    }
    if (isNamed(part))
        span.begin -= part.name.size() + 1;
    const bool isLast = span.end == m_spec.size();
    if (isNamed(part) && !isLast)
        ++span.end; // its comma
    else if (isLast && span.begin > 0)
        --span.begin; // the comma before it
    replace(span, {});
}

void DiskEdit::addPart(const QByteArray &name, const QByteArray &value)
{
    if (name == "prefix") {
        if (const GuestDiskPart *target = part("target"))
            replace({target->span.begin, target->span.begin}, value + ':');
        return;
    }
    const GuestDiskPart *vdev = part("vdev");
    const bool isPositional = vdev && !isNamed(*vdev);
    if (name == "devtype" && isPositional) {
        replace({vdev->span.end, vdev->span.end}, ':' + value);
        return;
    }
    const bool isXm = m_dialect == GuestDialect::Xm;
    const qsizetype commas = m_spec.count(',');
    const bool isNext = (name == "access" && commas == 1) || (name == "backend" && commas == 2)
                        || (name == "protocol" && commas == 3);
    if (isXm)
        m_added += (name == "protocol" && !isNext ? ",," : ",") + value;
    else if (name == "access" && isPositional && vdev->span.end == m_spec.size())
        m_added += ',' + value;
    else if (const GuestDiskPart *target = part("target"); target && isNamed(*target)) {
        const qsizetype begin = target->span.begin - qsizetype(sizeof("target"));
        replace({begin, begin}, name + '=' + value + ',');
    } else {
        m_added += (m_spec.isEmpty() || m_spec.endsWith(',') ? "" : ",") + name + '=' + value;
    }
}

void DiskEdit::change(const QByteArray &name, const QByteArray &value)
{
    const GuestDiskPart *written = part(name);
    if (written && value.isEmpty() && name != "target")
        removePart(*written);
    else if (written && textOf(m_spec, written->span) != value)
        replace(written->span, value);
    else if (!written && !value.isEmpty() && meaning(m_values, name) != value)
        addPart(name, value);
}

/// Whether @p spec says what is asked for, and else what was said before.
bool DiskEdit::reads(QByteArrayView spec, const GuestFields &fields) const
{
    const GuestDiskReading reading = readDisk(spec, m_dialect);
    if (reading.refusal && reading.refusal != m_reading.refusal)
        return false;
    Values wanted = m_values;
    for (const auto &[name, value] : fields)
        wanted[nameOf(name)] = value;
    const Values values = valuesOf(spec, reading);
    const auto agree = [&](const Values &names) {
        return std::ranges::all_of(names, [&](const auto &field) {
            const bool isOnlyXls = m_dialect == GuestDialect::Xl && field.first == "prefix"
                                   && !values.contains("prefix");
            return isOnlyXls || meaning(values, field.first) == meaning(wanted, field.first);
        });
    };
    return agree(wanted) && agree(values);
}

/// The disk in xl's own syntax, which can say everything: target comes last and takes the rest.
QByteArray DiskEdit::keyed(const GuestFields &fields) const
{
    Values values = m_values;
    for (const auto &[name, value] : fields)
        values[nameOf(name)] = value;
    const QByteArray prefix = values["prefix"];
    for (const QByteArrayView script : {"iscsi", "nbd", "enbd", "drbd"}) {
        if (prefix == script)
            values["script"] = "block-" + script.toByteArray();
    }
    const QByteArray driver = prefix.sliced(prefix.lastIndexOf(':') + 1);
    if (values["format"].isEmpty() && (driver == "qcow" || driver == "qcow2" || driver == "vhd"))
        values["format"] = driver;
    QByteArray result;
    for (const auto &[name, value] : values) {
        if (name == "target" || name == "prefix" || value.isEmpty())
            continue;
        const bool isWord = part(name) && part(name)->isWord;
        result += name + (isWord ? QByteArray() : '=' + value) + ',';
    }
    return result + "target=" + values["target"];
}

base::Result<TextEdits> DiskEdit::refused(QByteArrayView spec, const GuestFields &fields) const
{
    const GuestDiskReading reading = readDisk(spec, m_dialect);
    QStringList asked;
    for (const auto &[name, value] : fields)
        asked.append(u"%1=%2"_s.arg(shown(name), shown(value)));
    const QString tool = m_dialect == GuestDialect::Xl ? u"xl"_s : u"xm"_s;
    const QString reason =
        reading.refusal ? *reading.refusal : u"%1 would read it as something else"_s.arg(tool);
    return failure(ErrorCode::InvalidInput, u"The disk `%1` cannot get %2: %3."_s.arg(
                                                shown(m_spec), asked.join(u", "), reason));
}

base::Result<TextEdits> DiskEdit::changed(const GuestFields &fields)
{
    for (const auto &[name, value] : fields) {
        if (const auto allowed = checkName(nameOf(name)); !allowed)
            return std::unexpected(allowed.error());
        const auto isSame = [&](const auto &field) { return nameOf(field.first) == nameOf(name); };
        if (std::ranges::count_if(fields, isSame) > 1) {
            return failure(ErrorCode::InvalidInput,
                           u"%1 of a disk cannot get two values at once."_s.arg(shown(name)));
        }
        if (name == "vdev" && value.isEmpty())
            return failure(ErrorCode::InvalidInput, u"A disk must have a vdev, such as xvda."_s);
        change(nameOf(name), value);
    }
    if (!m_added.isEmpty())
        replace({m_spec.size(), m_spec.size()}, m_added);
    m_edits = inOrder(m_edits);
    if (!areApplicable(m_edits, m_spec.size()))
        return refused(m_spec, fields);
    const QByteArray edited = applied(m_spec, m_edits);
    if (reads(edited, fields))
        return m_edits;
    if (m_dialect == GuestDialect::Xl) {
        const QByteArray renewed = keyed(fields);
        if (reads(renewed, fields))
            return TextEdits{TextEdit{{0, m_spec.size()}, renewed}};
    }
    return refused(edited, fields);
}

QByteArray legacySpelling(const GuestDiskSpec &disk)
{
    const bool isDevice = disk.target.startsWith("/dev/") || !disk.target.startsWith('/');
    QByteArray prefix = disk.prefix;
    if (prefix.isEmpty())
        prefix = isDevice ? "phy" : "file";
    if (!disk.format.isEmpty() && disk.format != "raw")
        prefix = "tap:" + disk.format;
    const QByteArray target = disk.target.isEmpty() ? QByteArray() : prefix + ':' + disk.target;
    return target + ',' + disk.vdev + (disk.isCdrom ? ":cdrom," : ",") + disk.access;
}

QByteArray keyedSpelling(const GuestDiskSpec &disk)
{
    QByteArray spec = "format=" + (disk.format.isEmpty() ? QByteArray("raw") : disk.format);
    spec += ",vdev=" + disk.vdev + ",access=" + disk.access;
    if (disk.isCdrom)
        spec += ",devtype=cdrom";
    return spec + ",target=" + disk.target;
}

/// Whether the dialect's tool reads @p spec as @p disk.
bool isSpelling(QByteArrayView spec, const GuestDiskSpec &disk, GuestDialect dialect)
{
    const GuestDiskReading reading = readDisk(spec, dialect);
    const Values values = valuesOf(spec, reading);
    return !reading.refusal && meaning(values, "target") == disk.target
           && meaning(values, "vdev") == disk.vdev && meaning(values, "access") == disk.access
           && (meaning(values, "devtype") == "cdrom") == disk.isCdrom;
}

} // namespace

base::Result<TextEdits> changedDisk(const QByteArray &spec, const GuestFields &fields,
                                    GuestDialect dialect)
{
    return DiskEdit(spec, dialect).changed(fields);
}

base::Result<QByteArray> diskSpelling(const GuestDiskSpec &disk, GuestDialect dialect)
{
    const QByteArray legacy = legacySpelling(disk);
    const bool needsKeys = dialect == GuestDialect::Xl && disk.format == "qed";
    if (!needsKeys && isSpelling(legacy, disk, dialect))
        return legacy;
    const QByteArray keyed = keyedSpelling(disk);
    if (dialect == GuestDialect::Xl && isSpelling(keyed, disk, dialect))
        return keyed;
    const GuestDiskReading reading = readDisk(legacy, dialect);
    return failure(ErrorCode::InvalidInput,
                   u"A disk %1 of %2 cannot be written for %3: %4."_s.arg(
                       shown(disk.vdev), shown(disk.target),
                       dialect == GuestDialect::Xl ? "xl"_L1 : "xm"_L1,
                       reading.refusal.value_or(u"its path holds what separates the parts"_s)));
}

base::Result<QByteArray> portableSpelling(const GuestDiskSpec &disk)
{
    const QByteArray legacy = legacySpelling(disk);
    for (const GuestDialect dialect : {GuestDialect::Xl, GuestDialect::Xm}) {
        if (isSpelling(legacy, disk, dialect))
            continue;
        const GuestDiskReading reading = readDisk(legacy, dialect);
        return failure(ErrorCode::Unsupported,
                       u"No spelling of a disk %1 of %2 is right for both xl and xm: %3."_s.arg(
                           shown(disk.vdev), shown(disk.target),
                           reading.refusal.value_or(u"its path holds what separates the parts"_s)));
    }
    return legacy;
}

} // namespace colonnade::formats
