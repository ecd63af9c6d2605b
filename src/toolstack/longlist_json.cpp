// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/bounds.h"
#include "toolstack/longlist_sxp.h"
#include "toolstack/parse.h"
#include "toolstack/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace colonnade::toolstack {

namespace {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;

/// libxl prints its "default" as the largest number of the type (4294967295, 18446744073709551615):
/// whatever is beyond @p max is taken for not said.
std::optional<qint64> numberIn(const QJsonValue &value, qint64 max)
{
    if (!value.isDouble())
        return bounds::number(value.toString().toUtf8(), max);
    const double number = value.toDouble();
    if (!(number >= 0 && number <= double(max)) || number != std::floor(number))
        return std::nullopt;
    return qint64(number);
}

/// libxl's truth: a JSON bool, 0 or 1, or the words "True", "False"; absent for "<default>" and
/// nothing.
std::optional<bool> truth(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    if (value.isDouble())
        return value.toDouble() != 0;
    const QString word = value.toString().toLower();
    if (word == "true"_L1 || word == "1"_L1)
        return true;
    return word == "false"_L1 || word == "0"_L1 ? std::optional(false) : std::nullopt;
}

/// The part of b_info that depends on the type: `u` up to Xen 4.4, `type.pv` and its like since.
QJsonObject typePart(const QJsonObject &buildInfo)
{
    for (const auto key : {"type.pv"_L1, "type.hvm"_L1, "type.pvh"_L1, "u"_L1}) {
        if (buildInfo.value(key).isObject())
            return buildInfo.value(key).toObject();
    }
    return {};
}

GuestType typeOf(const QJsonObject &createInfo, const QJsonObject &buildInfo)
{
    const QString type = createInfo.value("type"_L1).toString();
    if (type == "pv"_L1 || (type.isEmpty() && buildInfo.contains("type.pv"_L1)))
        return GuestType::Pv;
    if (type == "hvm"_L1 || (type.isEmpty() && buildInfo.contains("type.hvm"_L1)))
        return GuestType::Hvm;
    if (type == "pvh"_L1 || (type.isEmpty() && buildInfo.contains("type.pvh"_L1)))
        return GuestType::Pvh;
    return GuestType::Unknown;
}

/// A value of b_info that stood in the type's part in some versions.
QString eitherPlace(const QJsonObject &buildInfo, const QJsonObject &part, QLatin1StringView key)
{
    const QString outer = buildInfo.value(key).toString();
    return outer.isEmpty() ? part.value(key).toString() : outer;
}

QString unlessUnknown(const QString &word)
{
    return word == "unknown"_L1 ? QString() : word;
}

Disk diskOf(const QJsonObject &object)
{
    Disk disk;
    disk.path = object.value("pdev_path"_L1).toString();
    disk.vdev = object.value("vdev"_L1).toString();
    disk.backend = unlessUnknown(object.value("backend"_L1).toString());
    disk.format = unlessUnknown(object.value("format"_L1).toString());
    // From 4.5 on defaults are left out, and the default of readwrite is no.
    disk.mode = truth(object.value("readwrite"_L1)).value_or(false) ? u"w"_s : u"r"_s;
    disk.cdrom = truth(object.value("is_cdrom"_L1)).value_or(false);
    disk.script = object.value("script"_L1).toString();
    return disk;
}

Nic nicOf(const QJsonObject &object)
{
    return {bounds::mac(object.value("mac"_L1).toString()), object.value("bridge"_L1).toString(),
            object.value("model"_L1).toString(), object.value("script"_L1).toString()};
}

QString pciOf(const QJsonObject &object)
{
    const auto hex = [&object](QLatin1StringView key, int width) {
        const qint64 number = numberIn(object.value(key), 0xffff).value_or(0);
        return u"%1"_s.arg(number, width, 16, QLatin1Char('0'));
    };
    return hex("domain"_L1, 4) + u':' + hex("bus"_L1, 2) + u':' + hex("dev"_L1, 2) + u'.'
           + hex("func"_L1, 1);
}

template<typename T, typename Read>
QList<T> listOf(const QJsonValue &value, Read read)
{
    QList<T> result;
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < std::min<qsizetype>(array.size(), bounds::DevicesOfOneDomain); ++i)
        result.append(read(array.at(i).toObject()));
    return result;
}

void readBuildInfo(const QJsonObject &buildInfo, DomainConfig &config)
{
    const QJsonObject part = typePart(buildInfo);
    config.vcpus = int(numberIn(buildInfo.value("max_vcpus"_L1), bounds::Vcpus).value_or(0));
    config.maxMemoryKiB = numberIn(buildInfo.value("max_memkb"_L1), bounds::MemoryKiB).value_or(0);
    config.targetMemoryKiB = numberIn(buildInfo.value("target_memkb"_L1), bounds::MemoryKiB)
                                 .value_or(config.maxMemoryKiB);
    config.shadowMemoryKiB =
        numberIn(buildInfo.value("shadow_memkb"_L1), bounds::MemoryKiB).value_or(0);
    config.kernel = eitherPlace(buildInfo, part, "kernel"_L1);
    config.ramdisk = eitherPlace(buildInfo, part, "ramdisk"_L1);
    config.bootloader = eitherPlace(buildInfo, part, "bootloader"_L1);
    config.migratable = !truth(buildInfo.value("disable_migrate"_L1)).value_or(false);
    config.vnuma = !buildInfo.value("vnuma_nodes"_L1).toArray().isEmpty();
}

DomainConfig domainOf(const QJsonObject &domain)
{
    const QJsonObject object = domain.value("config"_L1).toObject();
    const QJsonObject createInfo = object.value("c_info"_L1).toObject();
    const QJsonObject buildInfo = object.value("b_info"_L1).toObject();
    DomainConfig config;
    // c_info has a domid too; it is what was asked for at creation, and usually "any".
    if (const auto id = numberIn(domain.value("domid"_L1), bounds::DomainId))
        config.id = int(*id);
    config.name = createInfo.value("name"_L1).toString();
    config.uuid = bounds::uuid(createInfo.value("uuid"_L1).toString());
    config.type = typeOf(createInfo, buildInfo);
    config.hap = truth(createInfo.value("hap"_L1));
    readBuildInfo(buildInfo, config);
    config.disks = listOf<Disk>(object.value("disks"_L1), diskOf);
    config.nics = listOf<Nic>(object.value("nics"_L1), nicOf);
    config.pciDevices = listOf<QString>(object.value("pcidevs"_L1), pciOf);
    for (const auto key : {"usbdevs"_L1, "dtdevs"_L1}) {
        if (!object.value(key).toArray().isEmpty())
            config.pciDevices.append(key);
    }
    return config;
}

base::Result<QList<DomainConfig>> readJson(QByteArrayView text)
{
    QJsonParseError error;
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), text.size()), &error);
    if (error.error != QJsonParseError::NoError || !document.isArray())
        return failure(ErrorCode::ParseFailed,
                       Words::tr("xl list -l printed JSON that cannot be read (%1 at byte %2)")
                           .arg(error.errorString())
                           .arg(error.offset));
    const QJsonArray array = document.array();
    if (array.size() > bounds::Domains)
        return failure(ErrorCode::OutputTooLarge,
                       Words::tr("xl list -l printed more guests than a Xen host can have"));
    QList<DomainConfig> domains;
    for (const QJsonValue &value : array) {
        DomainConfig domain = domainOf(value.toObject());
        if (!domain.name.isEmpty() || domain.id)
            domains.append(std::move(domain));
    }
    return domains;
}

/// Where the answer begins: the first line that opens JSON or SXP. What stands before it are
/// warnings.
qsizetype beginOfAnswer(QByteArrayView output)
{
    for (qsizetype begin = 0; begin < output.size();) {
        while (begin < output.size() && (output[begin] == ' ' || output[begin] == '\t'))
            ++begin;
        if (begin < output.size() && (output[begin] == '[' || output[begin] == '('))
            return begin;
        const qsizetype end = output.indexOf('\n', begin);
        if (end < 0)
            break;
        begin = end + 1;
    }
    return -1;
}

} // namespace

base::Result<QList<DomainConfig>> parseXlListLong(QByteArrayView output)
{
    if (output.size() > bounds::AnswerBytes)
        return failure(ErrorCode::OutputTooLarge,
                       Words::tr("xl list -l printed too much to be a list of guests"));
    // With output_format="sxp" a host without guests prints nothing at all.
    if (output.trimmed().isEmpty())
        return QList<DomainConfig>();
    const qsizetype begin = beginOfAnswer(output);
    if (begin < 0)
        return failure(ErrorCode::ParseFailed,
                       Words::tr("xl list -l printed neither JSON nor SXP"));
    return output[begin] == '[' ? readJson(output.sliced(begin))
                                : readDomainForms(output.sliced(begin));
}

} // namespace colonnade::toolstack
