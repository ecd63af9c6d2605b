// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/guestdiskspec.h"
#include "formats/shown.h"

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;

QList<Span> fieldsOf(QByteArrayView spec)
{
    QList<Span> fields;
    qsizetype begin = 0;
    for (qsizetype comma; (comma = spec.indexOf(',', begin)) >= 0; begin = comma + 1)
        fields.append({begin, comma});
    fields.append({begin, spec.size()});
    return fields;
}

bool hasBlanks(QByteArrayView text)
{
    return text.trimmed().size() != text.size();
}

/// "tap:aio:/dev/x": the first word is the driver, and of tap the second, too.
void readUname(QByteArrayView spec, Span uname, GuestDiskReading &reading)
{
    const QByteArrayView text = textOf(spec, uname);
    qsizetype colon = text.indexOf(':');
    for (const QByteArrayView tap : {"tap:", "tap2:", "tap:tapdisk:", "tap2:tapdisk:"}) {
        if (text.startsWith(tap) && text.indexOf(':', tap.size()) > 0)
            colon = text.indexOf(':', tap.size());
    }
    const QByteArray driver = text.first(std::max<qsizetype>(colon, 0)).toByteArray();
    for (const char *format : {"qcow", "qcow2", "vhd"}) {
        if (driver.endsWith(QByteArray(format).prepend(':')))
            reading.format = format;
    }
    if (colon >= 0)
        reading.parts.append({"prefix", {uname.begin, uname.begin + colon}});
    else if (!text.isEmpty())
        reading.refusal =
            u"xend wants to be told what `%1` is, by a prefix such as phy: or file:"_s.arg(
                shown(text));
    if (hasBlanks(text))
        reading.refusal = u"a blank stands before or behind `%1`, and xend takes it for a part of "
                          "it"_s.arg(shown(text.trimmed()));
    reading.parts.append({"target", {uname.begin + colon + 1, uname.end}});
}

/// "ioemu:hda:cdrom".
void readDevice(QByteArrayView spec, Span device, GuestDiskReading &reading)
{
    if (textOf(spec, device).startsWith("ioemu:"))
        device.begin += 6;
    const QByteArrayView text = textOf(spec, device);
    const qsizetype colon = text.indexOf(':');
    const Span name{device.begin, colon < 0 ? device.end : device.begin + colon};
    reading.parts.append({"vdev", name});
    if (colon >= 0)
        reading.parts.append({"devtype", {name.end + 1, device.end}});
    if (reading.refusal)
        return;
    if (name.isEmpty())
        reading.refusal = u"it does not tell as what the guest sees it"_s;
    else if (hasBlanks(textOf(spec, name)))
        reading.refusal = u"a blank stands before or behind `%1`, and xend finds no device of that "
                          "name"_s.arg(shown(textOf(spec, name).trimmed()));
}

} // namespace

GuestDiskReading readXmDisk(QByteArrayView spec)
{
    GuestDiskReading reading;
    const QList<Span> fields = fieldsOf(spec);
    readUname(spec, fields[0], reading);
    if (fields.size() > 1)
        readDevice(spec, fields[1], reading);
    const bool isCdrom = reading.parts.last().name == "devtype"
                         && textOf(spec, reading.parts.last().span) == "cdrom";
    if (fields[0].isEmpty() && isCdrom)
        reading.format = "empty";
    else if (fields[0].isEmpty())
        reading.refusal = u"it does not tell what the disk is"_s;
    for (qsizetype i = 2; i < std::min<qsizetype>(fields.size(), 5); ++i) {
        static const QByteArray names[] = {"access", "backend", "protocol"};
        reading.parts.append({names[i - 2], fields[i]});
    }
    if (fields.size() < 3 || fields.size() > 5) {
        reading.refusal =
            u"xm wants three parts with commas between, as in "
            "`phy:/dev/vg/web1,xvda,w`, or up to five; these are %1"_s.arg(fields.size());
    } else if (const QByteArrayView mode = textOf(spec, fields[2]); !reading.refusal) {
        if (hasBlanks(mode))
            reading.refusal = u"a blank stands before or behind its mode, which xend does not "
                              "take"_s;
        else if (mode != "r" && mode != "w" && mode != "w!")
            reading.refusal = u"xend knows no mode `%1`, only r, w and w!"_s.arg(shown(mode));
    }
    return reading;
}

} // namespace colonnade::formats
