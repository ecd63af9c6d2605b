// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/state.h"

#include "lab/statefile.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <thread>

namespace colonnade::lab {
namespace {

State sample()
{
    State state;
    state.rgmanager = true;
    state.labPid = 4711;
    Node node;
    node.name = "xenhost1";
    node.address = "127.0.0.1";
    node.bootId = "b-1";
    node.totalMiB = 2559;
    node.dom0MiB = 1024;
    node.faults["slow"] = 500;
    Domain domain;
    domain.id = 4;
    domain.name = "web1 with = and % and \n";
    domain.memoryMiB = 160;
    domain.targetMiB = 160;
    domain.cpuSeconds = 0.1 + 0.2;
    domain.shutdown = 's';
    domain.disks = {{"/dev/vgshared/web1", "xvda", "w!"}};
    domain.nics = {{"00:16:3e:00:00:10", "xenbr0"}};
    node.domains.push_back(domain);
    state.nodes.push_back(node);
    state.services.push_back({"vm:web1", "xenhost1", "none", 120, 1795374958, true});
    return state;
}

TEST(State, readsBackWhatItWrote)
{
    const State state = sample();
    const std::optional<State> back = State::parse(state.serialized());
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, state);
}

TEST(State, refusesATornText)
{
    const std::string text = sample().serialized();
    EXPECT_FALSE(State::parse(text.substr(0, text.size() - 3)));
    EXPECT_FALSE(State::parse(""));
}

TEST(State, countsMemoryAsTheCapturedHostDoes)
{
    const State state = sample();
    EXPECT_EQ(state.nodes[0].freeMiB(), 1346); // captures/xl-4.17/xl-info
}

TEST(State, aDomainThatIsNotStartedHoldsNoMemory)
{
    State state = sample();
    state.nodes[0].domains[0].id = -1;
    EXPECT_EQ(state.nodes[0].freeMiB(), 1346 + 160);
}

TEST(State, resolvesNamesAndAddresses)
{
    State state = sample();
    EXPECT_EQ(state.resolve("xenhost1"), &state.nodes[0]);
    EXPECT_EQ(state.resolve("root@xenhost1"), &state.nodes[0]);
    EXPECT_EQ(state.resolve("127.0.0.1"), &state.nodes[0]);
    EXPECT_EQ(state.resolve("xenhost"), nullptr);
}

TEST(Domain, usesTheProcessorOnlyWhileItIsAlive)
{
    Domain domain;
    domain.id = 1;
    domain.load = 0.5;
    EXPECT_DOUBLE_EQ(domain.cpuAt(4'000'000'000), 2.0);
    domain.settle(4'000'000'000);
    domain.pauses = 1;
    EXPECT_DOUBLE_EQ(domain.cpuAt(8'000'000'000), 2.0);
}

TEST(StateFile, losesNoChangeOfManyWriters)
{
    const QTemporaryDir folder;
    const StateFile file(folder.path().toStdString());
    ASSERT_TRUE(file.create(sample()));
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 8; ++writer)
        writers.emplace_back([&file] {
            for (int i = 0; i < 25; ++i)
                file.update([](State &state) { ++state.nodes[0].nextId; });
        });
    for (std::thread &writer : writers)
        writer.join();
    EXPECT_EQ(file.read()->nodes[0].nextId, 1 + 8 * 25);
}

TEST(StateFile, saysWhenTheLabIsGone)
{
    const StateFile file("/nonexistent/lab");
    EXPECT_FALSE(file.read());
    EXPECT_FALSE(file.update([](State &) {}));
}

} // namespace
} // namespace colonnade::lab
