// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/labtest.h"

#include "lab/nodeshell.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QRegularExpression>
#include <QThread>

#include <cstdio>
#include <cstdlib>

namespace colonnade::lab {

namespace {

constexpr int PatienceMs = 20'000;

} // namespace

std::unique_ptr<Lab> startLab(Options options)
{
    if (options.migrationTime == Options().migrationTime)
        options.migrationTime = std::chrono::milliseconds(400);
    auto lab = Lab::start(options);
    if (!lab) {
        std::fprintf(stderr, "%s\n", qPrintable(lab.error().message));
        std::abort();
    }
    return *std::move(lab);
}

Options captureOptions()
{
    NodeSpec spec;
    spec.memoryMiB = 2559;
    spec.dom0MemoryMiB = 1024;
    spec.cpus = 1;
    Guest web1;
    web1.name = QStringLiteral("web1");
    web1.memoryMiB = 160;
    web1.uuid = QStringLiteral("9e171ba8-8749-4240-b0d5-93bd91999f9c");
    web1.mac = QStringLiteral("00:16:3e:00:00:10");
    web1.kernel = QStringLiteral("/var/lib/lab/vmlinuz");
    web1.ramdisk = QStringLiteral("/var/lib/lab/guest.img");
    web1.cmdline = QStringLiteral("console=hvc0 quiet guestname=web1 guestip=192.168.1.10");
    Options options;
    options.specs = {spec, spec};
    options.guests = {web1};
    options.firstDomainId = 4;
    return options;
}

std::unique_ptr<Program> begin(const Lab &lab, int node, const QString &script)
{
    const QString root = lab.nodes().at(node).root;
    auto program = std::make_unique<Program>(
        QStringList{QStringLiteral("/bin/sh"), QStringLiteral("-c"), script},
        nodeEnvironment(root.toStdString()), root + QStringLiteral("/root"));
    program->closeInput();
    return program;
}

Ran finish(Program &program)
{
    const bool ended = program.waitForFinished(PatienceMs);
    return {program.output(), ended ? program.errors() : "did not end: " + program.errors(),
            program.status()};
}

Ran run(const Lab &lab, int node, const QString &script)
{
    return finish(*begin(lab, node, script));
}

bool eventually(const std::function<bool()> &condition)
{
    const QDeadlineTimer deadline(PatienceMs);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QThread::msleep(2);
    }
    return true;
}

bool hasDomains(const Lab &lab, int node, QStringList names)
{
    QStringList present = lab.domains(lab.nodes().at(node).name);
    present.sort();
    names.sort();
    return present == names;
}

QByteArray captured(const QString &name)
{
    QFile file(QStringLiteral(COLONNADE_TEST_DATA "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file ") + name.toUtf8();
}

std::string normalized(const QByteArray &text)
{
    static const QList<std::pair<QRegularExpression, QString>> rules = {
        {QRegularExpression(QStringLiteral("\\[\\d+\\]")), QStringLiteral("[PID]")},
        {QRegularExpression(QStringLiteral("\\b([Dd]omain|Dom) [1-9]\\d*")),
         QStringLiteral("\\1 ID")},
        {QRegularExpression(QStringLiteral("0x[0-9a-f]{5}\\b")), QStringLiteral("0xMFN")},
        {QRegularExpression(QStringLiteral(" {1,7}\\d+\\.\\d(?= |\\n|$)")),
         QStringLiteral(" TIME")}};
    QString result = QString::fromUtf8(text);
    for (const auto &[pattern, replacement] : rules)
        result.replace(pattern, replacement);
    return result.toStdString();
}

std::string sortedLines(const std::string &text)
{
    QStringList lines = QString::fromStdString(text).split(QLatin1Char('\n'));
    lines.sort();
    return lines.join(QLatin1Char('\n')).toStdString();
}

} // namespace colonnade::lab
