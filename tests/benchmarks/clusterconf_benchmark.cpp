// SPDX-License-Identifier: GPL-3.0-or-later
// What a cluster.conf of 128 nodes and 2,000 vms costs: read, edited once and read again, checked
// by all rules; against `xmllint --noout` as a whole process, which is what an administrator has.
#include "formats/clusterconf.h"

#include "../formats/clusterconfgenerator.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

namespace {

using namespace colonnade::formats;
using namespace Qt::StringLiterals;

const QByteArray &text()
{
    static const QByteArray Text = largeClusterConf(128, 2000);
    return Text;
}

void parse(benchmark::State &run)
{
    for (auto _ : run)
        benchmark::DoNotOptimize(ClusterConf::parse(text()));
    run.SetBytesProcessed(int64_t(run.iterations()) * text().size());
}
BENCHMARK(parse)->Unit(benchmark::kMillisecond);

/// As an editor does: the act on a document that is there, and the document after it.
void editAndParseAgain(benchmark::State &run)
{
    const auto conf = ClusterConf::parse(text());
    for (auto _ : run) {
        const auto edits = conf->moveDomainMember(u"FD64"_s, u"node66.example.com"_s, 0);
        benchmark::DoNotOptimize(ClusterConf::parse(applied(conf->text(), *edits)));
    }
}
BENCHMARK(editAndParseAgain)->Unit(benchmark::kMillisecond);

void parseAndEdit(benchmark::State &run)
{
    for (auto _ : run) {
        const auto conf = ClusterConf::parse(text());
        const auto edits =
            conf->setGroupAttribute(GroupKind::Vm, u"guest1000"_s, u"recovery"_s, u"restart"_s);
        benchmark::DoNotOptimize(applied(conf->text(), *edits));
    }
}
BENCHMARK(parseAndEdit)->Unit(benchmark::kMillisecond);

/// The act that reads most: every vm may refer to the node.
void parseAndRenameNode(benchmark::State &run)
{
    for (auto _ : run) {
        const auto conf = ClusterConf::parse(text());
        const auto edits = conf->renameNode(u"node64.example.com"_s, u"other.example.com"_s);
        benchmark::DoNotOptimize(applied(conf->text(), *edits));
    }
}
BENCHMARK(parseAndRenameNode)->Unit(benchmark::kMillisecond);

void findAll(benchmark::State &run)
{
    const auto conf = ClusterConf::parse(text());
    for (auto _ : run)
        benchmark::DoNotOptimize(conf->diagnostics());
}
BENCHMARK(findAll)->Unit(benchmark::kMillisecond);

void xmllintProcess(benchmark::State &run)
{
    const QString program = QStandardPaths::findExecutable(u"xmllint"_s);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"cluster.conf"_s);
    QFile file(path);
    if (program.isEmpty() || !file.open(QIODevice::WriteOnly)
        || file.write(text()) != text().size()) {
        run.SkipWithError("no xmllint, or no place for the file");
        return;
    }
    file.close();
    for (auto _ : run) {
        if (QProcess::execute(program, {u"--noout"_s, path}) != 0) {
            run.SkipWithError("xmllint refuses the file");
            return;
        }
    }
}
BENCHMARK(xmllintProcess)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

BENCHMARK_MAIN();
