// SPDX-License-Identifier: GPL-3.0-or-later
// What runs in a lab when nobody says otherwise, and how a guest of the options becomes a domain.
#include "lab/roots.h"

#include <QUuid>

namespace colonnade::lab {

namespace {

/// So that a guest has the same uuid in every lab.
QString uuidFor(const QString &name)
{
    const QUuid labs(QStringLiteral("{5f0c7a52-3f0e-4d4e-9d0b-2f6d5a1c0b77}"));
    return QUuid::createUuidV5(labs, name).toString(QUuid::WithoutBraces);
}

Guest guest(const char *name, int node, qint64 memoryMiB, int vcpus, double load)
{
    Guest result;
    result.name = QString::fromLatin1(name);
    result.node = node;
    result.memoryMiB = memoryMiB;
    result.vcpus = vcpus;
    result.load = load;
    return result;
}

} // namespace

QList<Guest> defaultGuests(int nodes, bool rgmanager)
{
    const int second = nodes > 1 ? 1 : 0;
    QList<Guest> guests = {guest("web1", 0, 2048, 2, 0.12),
                           guest("db1", 0, 8192, 4, 0.8),
                           guest("mail1", 0, 4096, 2, 0.07),
                           guest("staging", 0, 1024, 1, 0.0),
                           guest("web2", second, 2048, 2, 0.15),
                           guest("dns1", second, 512, 1, 0.01),
                           guest("wiki", second, 1024, 1, 0.04),
                           guest("build1", second, nodes > 1 ? 14336 : 4096, 8, 1.9)};
    guests[1].managed = guests[2].managed = rgmanager;
    guests[3].paused = true;
    guests[5].autostart = true;
    guests[6].type = toolstack::GuestType::Pvh;
    for (int node = 2; node < nodes; ++node)
        guests.append(guest(qPrintable(QStringLiteral("app%1").arg(node + 1)), node, 2048, 2, 0.2));
    return guests;
}

Domain domainOf(const Guest &guest, int index)
{
    Domain domain;
    domain.name = guest.name.toStdString();
    domain.uuid = (guest.uuid.isEmpty() ? uuidFor(guest.name) : guest.uuid).toStdString();
    domain.type = guest.type == toolstack::GuestType::Pvh ? "pvh" : "pv";
    domain.memoryMiB = domain.targetMiB = guest.memoryMiB;
    domain.vcpus = guest.vcpus;
    domain.pauses = guest.paused ? 1 : 0;
    domain.load = guest.load;
    domain.managed = guest.managed;
    domain.cmdline = "root=/dev/xvda1 ro console=hvc0";
    const auto take = [](std::string &field, const QString &given) {
        if (!given.isEmpty())
            field = given.toStdString();
    };
    take(domain.kernel, guest.kernel);
    take(domain.ramdisk, guest.ramdisk);
    take(domain.cmdline, guest.cmdline);
    domain.disks = {{"/dev/vgshared/" + domain.name, "xvda", "w"}};
    const QString mac = QStringLiteral("00:16:3e:00:%1:%2")
                            .arg(index / 256, 2, 16, QLatin1Char('0'))
                            .arg(16 + index % 240, 2, 16, QLatin1Char('0'));
    domain.nics = {
        {(guest.mac.isEmpty() ? mac : guest.mac).toStdString(), guest.bridge.toStdString()}};
    return domain;
}

} // namespace colonnade::lab
