// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/simulatednode.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>

namespace colonnade::cluster::test {

using namespace Qt::StringLiterals;

std::vector<std::string> shells()
{
    std::vector<std::string> found;
    for (const char *shell : {"dash", "bash", "busybox"}) {
        if (!QStandardPaths::findExecutable(QString::fromLatin1(shell)).isEmpty())
            found.emplace_back(shell);
    }
    return found;
}

QByteArray dataFile(const QString &name)
{
    QFile file(QStringLiteral(COLONNADE_TEST_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    return file.readAll();
}

SimulatedNode::SimulatedNode(const std::string &shell)
    : connection(u"node1"_s,
                 [this](const colonnade::test::Call &call) { return run(call.command); }),
      m_shell(shell)
{
    write(u"/proc/xen/capabilities"_s, "control_d\n");
    write(u"/proc/sys/kernel/hostname"_s, "xenhost1\n");
    write(u"/proc/sys/kernel/random/boot_id"_s, "5f0c1a2e-0000-4000-8000-000000000001\n");
    write(u"/proc/net/tcp"_s,
          "  sl  local_address rem_address   st\n"
          "   0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000\n"
          "   1: 0100007F:1F42 00000000:0000 0A 00000000:00000000 00:00000000\n"
          "   2: 0100007F:0050 0100007F:9999 01 00000000:00000000 00:00000000\n");
    write(u"/proc/net/tcp6"_s, "   0: 00000000000000000000000000000000:0016 "
                               "00000000000000000000000000000000:0000 0A 00000000:00000000\n");
    makeFolder(u"/sys/class/net/xenbr0/bridge"_s);
    makeFolder(u"/sys/class/net/eth0"_s);
    write(u"/etc/xen/web1.cfg"_s, "name = \"web1\"\n");
    makeFolder(u"/etc/xen/auto"_s);
    link(u"../web1.cfg"_s, u"/etc/xen/auto/web1.cfg"_s);
    link(QStringLiteral(COLONNADE_TEST_DATA), u"/data"_s);
    command(u"xl"_s, "case \"$*\" in list) cat \"$COLONNADE_ROOT/data/xl-list.out\" ;;\n"
                     "info) cat \"$COLONNADE_ROOT/data/xl-info.out\" ;;\n"
                     "'list -l') cat \"$COLONNADE_ROOT/data/xl-list-l.out\" ;;\n"
                     "*) echo \"unexpected: $*\" >&2; exit 2 ;; esac\n");
}

void SimulatedNode::write(const QString &below, const QByteArray &bytes)
{
    makeFolder(QFileInfo(below).path());
    QFile file(path(below));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
}

void SimulatedNode::command(const QString &name, const QByteArray &body)
{
    const QString below = u"/usr/sbin/"_s + name;
    write(below, "#!/bin/sh\n" + body);
    QFile(path(below)).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void SimulatedNode::remove(const QString &below)
{
    if (!QFile::remove(path(below)) && !QDir(path(below)).removeRecursively())
        qFatal("cannot remove %s", qPrintable(path(below)));
}

void SimulatedNode::link(const QString &target, const QString &below)
{
    makeFolder(QFileInfo(below).path());
    if (!QFile::link(target, path(below)))
        qFatal("cannot link %s", qPrintable(path(below)));
}

void SimulatedNode::makeFolder(const QString &below)
{
    QDir().mkpath(path(below));
}

base::Result<remote::Output> SimulatedNode::run(const remote::Command &command)
{
    // Not scriptPreamble(): a Xen host's own commands must not answer for the simulated node.
    const QString tools = path(u"/tools"_s);
    linkTools();

    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"COLONNADE_ROOT"_s, m_root.path());
    environment.insert(u"PATH"_s, path(u"/usr/sbin"_s) + u':' + tools);
    environment.insert(u"LC_ALL"_s, u"C"_s);
    shell.setProcessEnvironment(environment);
    const QString program = QStandardPaths::findExecutable(QString::fromStdString(m_shell));
    shell.start(program, m_shell == "busybox" ? QStringList{u"sh"_s} : QStringList{});
    shell.write(command.script);
    shell.closeWriteChannel();
    if (!shell.waitForFinished(60'000))
        qFatal("the script does not end");
    return remote::Output{shell.readAllStandardOutput(), shell.readAllStandardError(),
                          shell.exitCode()};
}

void SimulatedNode::linkTools()
{
    static const QStringList tools = {
        u"sh"_s,     u"bash"_s,      u"cat"_s,     u"date"_s, u"head"_s, u"tail"_s,
        u"grep"_s,   u"stat"_s,      u"sleep"_s,   u"kill"_s, u"true"_s, u"timeout"_s,
        u"setsid"_s, u"sha256sum"_s, u"openssl"_s, u"df"_s,   u"yes"_s,  u"python3"_s,
        u"perl"_s,   u"tr"_s,        u"touch"_s};
    for (const QString &tool : tools) {
        // The system's own: a person's PATH may hold shims that need more than themselves.
        const QString found = QStandardPaths::findExecutable(
            tool, {u"/usr/bin"_s, u"/bin"_s, u"/usr/sbin"_s, u"/sbin"_s});
        const QString below = u"/tools/"_s + tool;
        if (m_hidden.contains(tool))
            QFile::remove(path(below));
        else if (!found.isEmpty() && !QFileInfo(path(below)).isSymLink())
            link(found, below);
    }
}

} // namespace colonnade::cluster::test
