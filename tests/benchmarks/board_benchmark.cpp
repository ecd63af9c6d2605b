// SPDX-License-Identifier: GPL-3.0-or-later
// What the board costs the GUI thread: a snapshot of 64 nodes and 5,000 guests applied, and
// painted.
#include "gui/board.h"
#include "gui/board_states.h"

#include <QApplication>
#include <QImage>
#include <QStyleFactory>

#include <benchmark/benchmark.h>

#include <memory>

namespace {

using namespace colonnade;
using gui::Board;

constexpr int Nodes = 64;
constexpr int Guests = 5000;

/// A reading that shares nothing with @p state, as one that came over the network shares nothing.
cluster::ClusterState readAgain(const cluster::ClusterState &state, int second)
{
    cluster::ClusterState next = state;
    for (cluster::NodeState &node : next.nodes) {
        node.facts->readAt = node.facts->readAt.addSecs(second);
        node.facts->guests.detach();
    }
    return next;
}

/// Two readings in turn. Every @p each-th guest has another load in the second one; none where it
/// is 0.
struct Readings
{
    cluster::ClusterState even = gui::largeCluster(Nodes, Guests);
    cluster::ClusterState odd;

    explicit Readings(int each)
    {
        odd = readAgain(even, 1);
        int count = 0;
        for (cluster::NodeState &node : odd.nodes) {
            for (cluster::Guest &guest : node.facts->guests) {
                if (each > 0 && ++count % each == 0)
                    guest.cpuPercent = guest.cpuPercent.value_or(0) + 1;
            }
        }
    }
};

std::unique_ptr<Board> shownBoard(const cluster::ClusterState &state)
{
    auto board = std::make_unique<Board>();
    board->setClock(&gui::boardNow);
    board->resize(1920, 1080);
    board->setState(state);
    board->show();
    QCoreApplication::processEvents();
    return board;
}

void applyFirst(benchmark::State &run)
{
    const Readings readings(0);
    for (auto _ : run) {
        run.PauseTiming();
        auto board = std::make_unique<Board>();
        board->setClock(&gui::boardNow);
        run.ResumeTiming();
        board->setState(readings.even);
        run.PauseTiming();
        board.reset();
        run.ResumeTiming();
    }
}
BENCHMARK(applyFirst)->Unit(benchmark::kMillisecond);

/// The same state again, as when only a connection's state was announced.
void applyShared(benchmark::State &run)
{
    const Readings readings(0);
    const auto board = shownBoard(readings.even);
    for (auto _ : run)
        board->setState(readings.even);
}
BENCHMARK(applyShared)->Unit(benchmark::kMillisecond);

void applyReadings(benchmark::State &run)
{
    const Readings readings(static_cast<int>(run.range(0)));
    const auto board = shownBoard(readings.even);
    bool odd = true;
    for (auto _ : run) {
        board->setState(odd ? readings.odd : readings.even);
        odd = !odd;
    }
}
BENCHMARK(applyReadings)->Name("applyUnchanged")->Arg(0)->Unit(benchmark::kMillisecond);
BENCHMARK(applyReadings)->Name("applyOnePercentChanged")->Arg(100)->Unit(benchmark::kMillisecond);
BENCHMARK(applyReadings)->Name("applyAllChanged")->Arg(1)->Unit(benchmark::kMillisecond);

/// With the repainting that it causes, until the event loop is idle.
void applyAndUpdate(benchmark::State &run)
{
    const Readings readings(100);
    const auto board = shownBoard(readings.even);
    bool odd = true;
    for (auto _ : run) {
        board->setState(odd ? readings.odd : readings.even);
        board->repaint();
        QCoreApplication::processEvents();
        odd = !odd;
    }
}
BENCHMARK(applyAndUpdate)->Unit(benchmark::kMillisecond);

void paint(benchmark::State &run)
{
    const auto board = shownBoard(gui::largeCluster(Nodes, Guests));
    QImage image(board->size(), QImage::Format_ARGB32_Premultiplied);
    for (auto _ : run)
        board->render(&image);
}
BENCHMARK(paint)->Unit(benchmark::kMillisecond);

void answerDrag(benchmark::State &run)
{
    const cluster::ClusterState state = gui::largeCluster(Nodes, Guests);
    const auto board = shownBoard(state);
    for (auto _ : run) {
        board->beginDrag({{state.nodes[0].facts->guests[0].name, state.nodes[0].name()}});
        run.PauseTiming();
        board->endDrag();
        run.ResumeTiming();
    }
}
BENCHMARK(answerDrag)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
