// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/drafts.h"

#include "profiles/files.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <atomic>

#include <unistd.h>

namespace colonnade::gui {

namespace {

constexpr qint64 Limit = qint64(32) << 20; ///< two texts of 4 MiB in base64, and some room

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(colonnade::gui::Drafts)
};

QString coded(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray decodedFrom(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QDateTime timeFrom(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

std::optional<QJsonObject> objectIn(const QString &path)
{
    const auto bytes = profiles::readRegularFile(path, Limit);
    if (!bytes)
        return std::nullopt;
    const QJsonDocument json = QJsonDocument::fromJson(*bytes);
    if (!json.isObject())
        return std::nullopt;
    return json.object();
}

/// When the process began, in clock ticks since the boot: field 22 of /proc/PID/stat, see
/// proc_pid_stat(5); 0: there is none. A number alone may be of another process by now.
qint64 startOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray stat = file.read(4096);
    // The second field is the program's name in parentheses, which may hold anything.
    return stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(19).toLongLong();
}

/// Whether the process that a draft's name names runs, and is another.
bool isInUse(const QString &name)
{
    const QString owner = name.section(u'.', -2, -2);
    const qint64 pid = owner.section(u'-', -2, -2).toLongLong();
    const qint64 start = owner.section(u'-', -1).toLongLong();
    return start > 0 && pid != getpid() && startOf(pid) == start;
}

} // namespace

QString Drafts::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
           + QStringLiteral("/colonnade/files");
}

Drafts::Drafts(QString folder, const QString &cluster, const QString &path)
    : m_folder(std::move(folder)),
      m_key(QString::fromLatin1(
          QCryptographicHash::hash((cluster + u'\n' + path).toUtf8(), QCryptographicHash::Sha256)
              .toHex()
              .first(20)))
{
}

QString Drafts::pathOf(const QString &name) const
{
    return m_folder + u'/' + name;
}

base::Result<void> Drafts::write(const QString &name, const QByteArray &bytes) const
{
    if (m_folder.isEmpty())
        return {};
    const QString path = pathOf(name);
    QDir().mkpath(m_folder);
    QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (const auto written = profiles::replaceDurably(path, bytes); !written)
        return base::failure(base::ErrorCode::IoFailed,
                             Words::tr("%1 cannot be written: %2").arg(path, written.error()));
    return {};
}

std::optional<LastCopy> Drafts::lastCopy() const
{
    if (m_folder.isEmpty())
        return std::nullopt;
    const std::optional<QJsonObject> json = objectIn(pathOf(m_key + QStringLiteral(".copy")));
    if (!json)
        return std::nullopt;
    return LastCopy{decodedFrom(json->value(u"bytes")), json->value(u"node").toString(),
                    timeFrom(json->value(u"readAt"))};
}

base::Result<void> Drafts::keepLastCopy(const LastCopy &copy) const
{
    const QJsonObject json{{QStringLiteral("bytes"), coded(copy.bytes)},
                           {QStringLiteral("node"), copy.node},
                           {QStringLiteral("readAt"), copy.readAt.toString(Qt::ISODateWithMs)}};
    return write(m_key + QStringLiteral(".copy"),
                 QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QStringList Drafts::left() const
{
    if (m_folder.isEmpty())
        return {};
    QStringList names = QDir(m_folder).entryList({m_key + QStringLiteral("-*.draft")}, QDir::Files,
                                                 QDir::Name | QDir::Reversed);
    names.removeIf(&isInUse);
    return names;
}

QString Drafts::newName() const
{
    static std::atomic<int> counter = 0;
    return QStringLiteral("%1-%2-%3-%4-%5.draft")
        .arg(m_key, QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMddHHmmsszzz")))
        .arg(++counter)
        .arg(getpid())
        .arg(startOf(getpid()));
}

std::optional<Draft> Drafts::draft(const QString &name) const
{
    const std::optional<QJsonObject> json = objectIn(pathOf(name));
    if (!json)
        return std::nullopt;
    return Draft{decodedFrom(json->value(u"text")), decodedFrom(json->value(u"base")),
                 timeFrom(json->value(u"savedAt"))};
}

base::Result<void> Drafts::keep(const QString &name, const Draft &draft) const
{
    const QJsonObject json{{QStringLiteral("text"), coded(draft.text)},
                           {QStringLiteral("base"), coded(draft.base)},
                           {QStringLiteral("savedAt"), draft.savedAt.toString(Qt::ISODateWithMs)}};
    return write(name, QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void Drafts::remove(const QString &name) const
{
    if (!m_folder.isEmpty())
        QFile::remove(pathOf(name));
}

} // namespace colonnade::gui
