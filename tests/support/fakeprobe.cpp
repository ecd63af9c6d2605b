// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeprobe.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace colonnade::test {

namespace {

QByteArray variable(QByteArrayView script, QByteArrayView name)
{
    const QByteArray begin = '\n' + name.toByteArray() + '=';
    const qsizetype at = script.indexOf(begin);
    if (at < 0)
        return {};
    const qsizetype from = at + begin.size();
    QByteArray value = script.sliced(from, script.indexOf('\n', from) - from).toByteArray();
    if (value.startsWith('\''))
        value = value.mid(1, value.size() - 2);
    return value;
}

} // namespace

bool FakeProbe::asksFor(QByteArrayView script)
{
    return script.contains("\nmark hostname") && script.contains("\nN=m");
}

QByteArray FakeProbe::list() const
{
    QByteArray text =
        "Name                                        ID   Mem VCPUs\tState\tTime(s)\n"
        "Domain-0                                     0  1024     1     r-----     130.7\n";
    for (const FakeGuest &guest : guests) {
        text += guest.name.leftJustified(40) + ' ' + QByteArray::number(guest.id).rightJustified(5)
                + ' ' + QByteArray::number(guest.memoryMiB).rightJustified(5) + "     1     "
                + guest.state + "  "
                + QByteArray::number(guest.cpuSeconds, 'f', 1).rightJustified(8) + '\n';
    }
    return text;
}

QByteArray FakeProbe::longList() const
{
    QJsonArray domains;
    for (const FakeGuest &guest : guests) {
        QJsonObject about{{QStringLiteral("type"), QStringLiteral("pv")},
                          {QStringLiteral("name"), QString::fromUtf8(guest.name)},
                          {QStringLiteral("uuid"),
                           QStringLiteral("00000000-0000-4000-8000-%1")
                               .arg(qHash(guest.name) & 0xffffff, 12, 16, QLatin1Char('0'))}};
        QJsonObject build{{QStringLiteral("max_vcpus"), 1},
                          {QStringLiteral("max_memkb"), guest.memoryMiB * 1024},
                          {QStringLiteral("target_memkb"), guest.memoryMiB * 1024},
                          {QStringLiteral("type.pv"), QJsonObject()}};
        QJsonArray disks;
        if (!guest.disk.isEmpty()) {
            disks.append(QJsonObject{{QStringLiteral("pdev_path"), QString::fromUtf8(guest.disk)},
                                     {QStringLiteral("vdev"), QStringLiteral("xvda")},
                                     {QStringLiteral("backend"), QStringLiteral("phy")},
                                     {QStringLiteral("format"), QStringLiteral("raw")},
                                     {QStringLiteral("readwrite"), 1}});
        }
        QJsonArray nics{QJsonObject{{QStringLiteral("mac"), QStringLiteral("00:16:3e:00:00:01")},
                                    {QStringLiteral("bridge"), QStringLiteral("xenbr0")}}};
        domains.append(
            QJsonObject{{QStringLiteral("domid"), guest.id},
                        {QStringLiteral("config"), QJsonObject{{QStringLiteral("c_info"), about},
                                                               {QStringLiteral("b_info"), build},
                                                               {QStringLiteral("disks"), disks},
                                                               {QStringLiteral("nics"), nics}}}});
    }
    return QJsonDocument(domains).toJson();
}

QByteArray FakeProbe::details(QByteArrayView script, const QByteArray &mark) const
{
    const QByteArray ok = mark + "status 0\n" + mark + "err\n";
    QByteArray text = mark + "details\n" + mark + "long\n" + longList() + ok;
    text +=
        mark + "watch\n" + (xenstoreWatch ? "yes" : "") + mark + "bridges\n" + bridges.join('\n');
    text += mark + "ports\n   0: 00000000:0016 00000000:0000 0A 0:0\n" + mark + "auto\n" + mark
            + "hashes\n";
    const QByteArrayView asked = script.first(std::max<qsizetype>(script.indexOf("\nN="), 0));
    if (!asked.contains("COLONNADE_ROOT"))
        return text;
    text += mark + "paths\n";
    for (const QByteArray &path : presentPaths) {
        if (asked.contains(path))
            text += "block\ts131072\t5\tLVM-" + path.toHex() + "\t\t\t" + path + '\n';
    }
    return text + mark + "status 0\n";
}

QByteArray FakeProbe::answer(QByteArrayView script) const
{
    const QByteArray mark = '\n' + variable(script, "N") + ' ';
    const QByteArray ok = mark + "status 0\n" + mark + "err\n";
    QByteArray signature = "xl";
    for (const FakeGuest &guest : guests)
        signature += ';' + guest.name + ' ' + QByteArray::number(guest.id);

    QByteArray text =
        mark + "started\n" + mark + "date\n"
        + QByteArray::number(double(QDateTime::currentMSecsSinceEpoch()) / 1000, 'f', 9) + mark
        + "hostname\n" + hostName + mark + "boot\n5f0c1a2e-0000-4000-8000-000000000001" + mark
        + "toolstack\nxl" + mark + "why\n" + mark + "list\n" + list() + ok;
    text +=
        mark + "info\nhost                   : " + hostName
        + "\nmachine                : x86_64\nnr_cpus                : 2\n"
          "virt_caps              : pv hvm hap shadow\n"
          "total_memory           : "
        + QByteArray::number(totalMemoryMiB)
        + "\nfree_memory            : " + QByteArray::number(freeMemoryMiB)
        + "\nxen_major              : 4\nxen_minor              : 17\nxen_extra              : .5\n"
          "xen_caps               : xen-3.0-x86_64 hvm-3.0-x86_64\n"
        + ok;
    text += mark + "signature\n" + signature;
    if (variable(script, "D") == "1" || variable(script, "S") != signature)
        text += details(script, mark);
    return text + mark + "ended\n" + mark + "end\n";
}

} // namespace colonnade::test
