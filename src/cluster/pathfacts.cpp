// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/probeanswer.h"
#include "cluster/probescript.h"

#include <QRegularExpression>

#include <algorithm>

namespace colonnade::cluster {

using namespace Qt::StringLiterals;

namespace {

/// One spelling for what nodes of different age call the same disk: sysfs says naa.600...,
/// multipath (dm uuid) mpath-3600..., udev 3600....
QString diskIdentity(QByteArrayView spelt)
{
    const QString text = QString::fromUtf8(spelt).simplified();
    static const QRegularExpression named(
        u"^(?:(part\\d+)-)?(?:mpath-)?3([0-9a-f]{16}|[0-9a-f]{32})(?: (part\\d+))?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = named.match(text);
    if (match.hasMatch()) {
        const QString part = match.captured(1) + match.captured(3);
        return u"naa."_s + match.captured(2).toLower() + (part.isEmpty() ? QString() : u' ' + part);
    }
    return text.startsWith("naa."_L1) ? text.toLower() : text;
}

/// A file is the same when filesystem and inode are. @p filesystem: UUID, type and source, one
/// blank between; network filesystems have no UUID, but their source names the server.
QString fileIdentity(QByteArrayView filesystem, QByteArrayView inode)
{
    const QStringList fields = QString::fromUtf8(filesystem).split(u' ');
    if (fields.size() < 3 || inode.isEmpty())
        return {};
    static const QStringList shared = {u"nfs"_s,  u"nfs4"_s, u"cifs"_s,
                                       u"smb3"_s, u"ceph"_s, u"fuse.glusterfs"_s};
    QString name = fields[0];
    if (name.isEmpty() && shared.contains(fields[1]))
        name = fields[2];
    if (name.isEmpty())
        return {};
    return u"%1 inode %2"_s.arg(name, QString::fromLatin1(inode));
}

/// Bytes, or s and a number of sectors of 512 bytes as sysfs counts them.
qint64 pathSize(QByteArrayView text)
{
    const bool sectors = text.startsWith('s');
    const qint64 number = text.sliced(sectors ? 1 : 0).trimmed().toByteArray().toLongLong();
    constexpr qint64 Limit = qint64(1) << 53;
    return number < 0 || number > Limit ? 0 : number * (sectors ? 512 : 1);
}

QStringList backingOf(QByteArrayView text)
{
    QStringList result;
    for (const QByteArray &disk : text.toByteArray().split(';')) {
        if (const QString identity = diskIdentity(disk); !identity.isEmpty())
            result.append(identity);
    }
    std::ranges::sort(result);
    return result;
}

/// @p fields: kind, size, inode, identity, what is below, filesystem, name.
PathFact pathFact(const QList<QByteArray> &fields)
{
    PathFact fact;
    fact.exists = true;
    fact.blockDevice = fields[0] == "block";
    if (fact.blockDevice) {
        fact.size = pathSize(fields[1]);
        fact.identity = diskIdentity(fields[3]);
        fact.backing = backingOf(fields[4]);
    } else if (fields[0] == "file") {
        fact.size = pathSize(fields[1]);
        fact.identity = fileIdentity(fields[5], fields[2]);
    }
    return fact;
}

} // namespace

QHash<QString, PathFact> readPaths(QByteArrayView section, const QStringList &asked, bool complete)
{
    QHash<QString, PathFact> found;
    for (const QByteArray &line : section.toByteArray().split('\n')) {
        const QList<QByteArray> fields = line.split('\t');
        if (fields.size() == 7)
            found.insert(QString::fromUtf8(fields[6]), pathFact(fields));
    }
    QHash<QString, PathFact> result;
    for (const QString &path : asked) {
        const auto fact = found.constFind(nodePath(path));
        if (fact != found.cend())
            result.insert(path, *fact);
        else if (complete)
            result.insert(path, {});
    }
    return result;
}

} // namespace colonnade::cluster
