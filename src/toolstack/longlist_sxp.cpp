// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/longlist_sxp.h"

#include "toolstack/bounds.h"
#include "toolstack/parse.h"
#include "toolstack/sxp.h"
#include "toolstack/words.h"

#include <algorithm>

namespace colonnade::toolstack {

namespace {

using namespace Qt::StringLiterals;

qint64 numberOf(const Sxp &form, QStringView key, qint64 max)
{
    // xend prints some whole numbers with a fraction.
    const QString digits = form.value(key).section(u'.', 0, 0);
    return bounds::number(digits.toUtf8(), max).value_or(0);
}

bool isTrue(const QString &value)
{
    return value == "1"_L1 || value.compare("True"_L1, Qt::CaseInsensitive) == 0;
}

/// A value that xl printed from a null pointer, or that xend left empty, is none.
QString known(const QString &value)
{
    return value == "(null)"_L1 || value == "<unknown>"_L1 ? QString() : value;
}

/// Takes the driver prefixes of xend's `uname` apart: phy:, file:, tap:aio:, tap2:tapdisk:qcow:,
/// ...
void readUname(const QString &uname, Disk &disk)
{
    static const QStringList Backends = {u"phy"_s, u"file"_s, u"tap"_s, u"tap2"_s, u"tapdisk"_s};
    static const QStringList Formats = {u"aio"_s,  u"raw"_s,   u"sync"_s, u"ram"_s,
                                        u"qcow"_s, u"qcow2"_s, u"vhd"_s,  u"vmdk"_s};
    disk.path = uname;
    for (;;) {
        const QString prefix = disk.path.section(u':', 0, 0);
        if (prefix.size() == disk.path.size() || prefix.contains(u'/'))
            return;
        if (Backends.contains(prefix))
            disk.backend = disk.backend.isEmpty() ? prefix : disk.backend;
        else if (Formats.contains(prefix))
            disk.format = prefix == "aio"_L1 || prefix == "sync"_L1 ? u"raw"_s : prefix;
        else
            disk.script = "block-"_L1 + prefix; // drbd:, iscsi:, npiv: are names of hotplug scripts
        disk.path = disk.path.mid(prefix.size() + 1);
    }
}

Disk xendDisk(const Sxp &form)
{
    Disk disk;
    readUname(form.value(u"uname"), disk);
    if (disk.backend.isEmpty() && form.name() != "vbd"_L1)
        disk.backend = form.name();
    QString device = form.value(u"dev");
    if (device.startsWith("ioemu:"_L1))
        device.remove(0, 6);
    disk.vdev = device.section(u':', 0, 0);
    disk.cdrom = device.section(u':', 1).startsWith("cdrom"_L1);
    disk.mode = form.value(u"mode");
    return disk;
}

/// `tap` of xl's form: physpath, and the backend as the number of libxl's enumeration.
Disk xlDisk(const Sxp &form)
{
    static const QStringList Backends = {QString(), u"phy"_s, u"tap"_s, u"qdisk"_s};
    Disk disk;
    disk.path = known(form.value(u"physpath"));
    disk.vdev = known(form.value(u"virtpath"));
    disk.backend = Backends.value(int(numberOf(form, u"phystype", 3)));
    disk.mode = isTrue(form.value(u"readwrite")) ? u"w"_s : u"r"_s;
    disk.cdrom = isTrue(form.value(u"is_cdrom"));
    return disk;
}

Nic nicOf(const Sxp &form)
{
    return {bounds::mac(known(form.value(u"mac"))), known(form.value(u"bridge")),
            known(form.value(u"model")), known(form.value(u"script"))};
}

/// xend has a list of addresses in parts (hexadecimal with 0x), xl a line `(pci dev
/// 0000:03:00.0@00)`.
QString pciOf(const Sxp &form)
{
    if (const QString line = form.value(u"pci"); !line.isEmpty())
        return line.section(u' ', -1).section(u'@', 0, 0);
    const Sxp *device = form.child(u"dev");
    if (!device)
        return u"pci"_s;
    const auto part = [device](QStringView key) {
        const QString value = device->value(key);
        return value.startsWith("0x"_L1) ? value.mid(2) : value;
    };
    return u"%1:%2:%3.%4"_s.arg(part(u"domain").rightJustified(4, u'0'),
                                part(u"bus").rightJustified(2, u'0'),
                                part(u"slot").rightJustified(2, u'0'), part(u"func"));
}

void addDevice(const Sxp &device, DomainConfig &config)
{
    if (device.items.size() < 2 || !device.items[1].isList)
        return;
    const Sxp &form = device.items[1];
    const QString kind = form.name();
    if (config.disks.size() + config.nics.size() + config.pciDevices.size()
        >= bounds::DevicesOfOneDomain)
        return;
    if (kind == "vbd"_L1 || kind == "tap"_L1 || kind == "tap2"_L1)
        config.disks.append(form.child(u"physpath") ? xlDisk(form) : xendDisk(form));
    else if (kind == "vif"_L1)
        config.nics.append(nicOf(form));
    else if (kind == "pci"_L1)
        config.pciDevices.append(pciOf(form));
    else if (kind == "vusb"_L1 || kind == "vscsi"_L1)
        config.pciDevices.append(kind);
}

/// xend nests it (`(image (linux (kernel ...)))`), xl sets it beside (`(image (linux 0) (kernel
/// ...))`).
const Sxp *imageBody(const Sxp &image, QStringView type)
{
    const Sxp *inner = image.child(type);
    return inner && inner->items.size() > 1 && inner->items.last().isList ? inner : &image;
}

void readImage(const Sxp &domain, DomainConfig &config)
{
    const Sxp *image = domain.child(u"image");
    if (!image)
        return;
    const bool hvm = image->child(u"hvm") || isTrue(domain.value(u"hvm"));
    const Sxp *body = imageBody(*image, hvm ? u"hvm" : u"linux");
    config.type = hvm ? GuestType::Hvm : GuestType::Pv;
    config.kernel = hvm ? QString() : known(body->value(u"kernel"));
    config.ramdisk = known(body->value(u"ramdisk"));
    config.shadowMemoryKiB = numberOf(*body, u"shadow_memkb", bounds::MemoryKiB);
    if (isTrue(body->value(u"nomigrate")))
        config.migratable = false;
    if (const QString hap = body->value(u"hap"); !hap.isEmpty())
        config.hap = isTrue(hap);
}

void readMemory(const Sxp &domain, DomainConfig &config)
{
    config.maxMemoryKiB = numberOf(domain, u"max_memkb", bounds::MemoryKiB);
    config.targetMemoryKiB = numberOf(domain, u"target_memkb", bounds::MemoryKiB);
    if (domain.child(u"memory")) {
        config.targetMemoryKiB = numberOf(domain, u"memory", bounds::MemoryMiB) * 1024;
        config.maxMemoryKiB =
            std::max(config.targetMemoryKiB, numberOf(domain, u"maxmem", bounds::MemoryMiB) * 1024);
    }
    if (config.shadowMemoryKiB == 0)
        config.shadowMemoryKiB = numberOf(domain, u"shadow_memory", bounds::MemoryMiB) * 1024;
}

DomainConfig domainOf(const Sxp &domain)
{
    DomainConfig config;
    if (const auto id = bounds::number(domain.value(u"domid").toUtf8(), bounds::DomainId))
        config.id = int(*id);
    config.name = known(domain.value(u"name"));
    config.uuid = bounds::uuid(domain.value(u"uuid"));
    config.vcpus = int(std::max(numberOf(domain, u"vcpus", bounds::Vcpus),
                                numberOf(domain, u"max_vcpus", bounds::Vcpus)));
    config.bootloader = known(domain.value(u"bootloader"));
    config.migratable = !isTrue(domain.value(u"nomigrate"));
    readImage(domain, config);
    readMemory(domain, config);
    if (!config.hap && domain.child(u"hap") && domain.value(u"hap") != "<default>"_L1)
        config.hap = isTrue(domain.value(u"hap"));
    for (const Sxp &item : domain.items) {
        if (item.name() == "device"_L1)
            addDevice(item, config);
    }
    return config;
}

/// Domain-0 of xend says the most that a number holds: it has no limit.
void dropAbsurdMaximum(DomainConfig &config)
{
    if (config.id == 0)
        config.maxMemoryKiB = config.targetMemoryKiB;
}

} // namespace

base::Result<QList<DomainConfig>> readDomainForms(QByteArrayView text)
{
    const base::Result<QList<Sxp>> forms = readSxp(text);
    if (!forms)
        return std::unexpected(forms.error());
    QList<DomainConfig> domains;
    for (const Sxp &form : *forms) {
        // xl closes the form of a PV guest too early: its devices follow it as forms of their own.
        if (form.name() == "device"_L1 && !domains.isEmpty()) {
            addDevice(form, domains.last());
            continue;
        }
        if (form.name() != "domain"_L1)
            continue;
        domains.append(domainOf(form));
        dropAbsurdMaximum(domains.last());
        if (domains.size() > bounds::Domains)
            return base::failure(base::ErrorCode::OutputTooLarge,
                                 Words::tr("more guests than a Xen host can have"));
    }
    return domains;
}

base::Result<QList<DomainConfig>> parseXmListLong(QByteArrayView output)
{
    // Warnings may stand before the first form.
    qsizetype begin = 0;
    if (!output.startsWith('(')) {
        const qsizetype found = output.indexOf("\n(");
        if (found < 0)
            return base::failure(base::ErrorCode::ParseFailed,
                                 Words::tr("xm list -l printed no configuration of a guest"));
        begin = found + 1;
    }
    base::Result<QList<DomainConfig>> domains = readDomainForms(output.sliced(begin));
    if (domains && domains->isEmpty())
        return base::failure(base::ErrorCode::ParseFailed,
                             Words::tr("xm list -l printed no configuration of a guest"));
    return domains;
}

} // namespace colonnade::toolstack
