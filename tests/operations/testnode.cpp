// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/testnode.h"

#include "support/sshd.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;

namespace colonnade::test {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TestNode::TestNode(QString name, QString root, QStringList shell)
    : m_name(std::move(name)),
      m_root(std::move(root)),
      m_shell(std::move(shell)),
      m_connection(m_name, [this](const Call &call) { return carryOut(call); })
{
    QDir().mkpath(path(u"bin"_s));
    setBootId("boot-1");
}

void TestNode::write(const QString &inside, const QByteArray &bytes, bool executable)
{
    const QString target = path(inside);
    QDir().mkpath(QFileInfo(target).absolutePath());
    QFile file(target + u".new"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(target));
    file.close();
    if (executable)
        file.setPermissions(file.permissions() | QFile::ExeOwner);
    // As a whole or not at all: somebody may be reading.
    if (std::rename(QFile::encodeName(file.fileName()).constData(),
                    QFile::encodeName(target).constData())
        != 0)
        qFatal("cannot rename %s", qPrintable(target));
}

QByteArray TestNode::read(const QString &inside) const
{
    return contentOf(path(inside));
}

bool TestNode::exists(const QString &inside) const
{
    return QFileInfo::exists(path(inside));
}

QString TestNode::jobPath(const QString &id)
{
    return u"var/lib/colonnade/jobs/"_s + id;
}

qint64 TestNode::jobPid(const QString &id) const
{
    return read(jobPath(id) + u"/pid"_s).split(' ').value(0).toLongLong();
}

void TestNode::killJobs() const
{
    const QDir jobs(path(jobPath({})));
    for (const QString &id : jobs.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (const qint64 pid = jobPid(id); pid > 1)
            ::kill(static_cast<pid_t>(-pid), SIGKILL);
    }
}

void TestNode::setBootId(const QByteArray &id)
{
    write(u"proc/sys/kernel/random/boot_id"_s, id + '\n');
}

base::Result<remote::Output> TestNode::carryOut(const Call &call) const
{
    const QTemporaryDir files;
    const QString out = files.filePath(u"out"_s);
    const QString err = files.filePath(u"err"_s);
    const QStringList environment{u"COLONNADE_ROOT="_s + m_root,
                                  u"PATH="_s + path(u"bin"_s) + u":/usr/sbin:/usr/bin:/sbin:/bin"_s,
                                  u"LC_ALL=C"_s};
    QString in;
    if (!call.command.input.isEmpty()) {
        in = files.filePath(u"in"_s);
        QFile file(in);
        if (!file.open(QIODevice::WriteOnly) || file.write(call.command.input) < 0)
            qFatal("cannot write %s", qPrintable(in));
    }
    ChildProcess shell;
    const bool started = shell.start(
        u"env"_s,
        environment + m_shell + QStringList{u"-c"_s, QString::fromUtf8(call.command.script)},
        {in, out, err});
    if (!started || !shell.waitForEnd(static_cast<int>(call.command.deadline.count())))
        return base::failure(base::ErrorCode::TimedOut, u"The script did not end."_s);
    return remote::Output{contentOf(out), contentOf(err), shell.exitStatus()};
}

bool waitUntil(const std::function<bool()> &condition)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

} // namespace colonnade::test
