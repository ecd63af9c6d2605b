// SPDX-License-Identifier: GPL-3.0-or-later
#include "toolstack/bounds.h"
#include "toolstack/captures.h"
#include "toolstack/clustersuite.h"
#include "toolstack/migrate.h"
#include "toolstack/parse.h"

#include <gmock/gmock.h>

#include <random>

/// What a node prints is foreign: cut off and garbled answers must neither crash a parser nor make
/// it believe in numbers that cannot be.
namespace colonnade::toolstack {
namespace {

using namespace Qt::StringLiterals;

void expectPossible(const QList<DomainRow> &rows)
{
    for (const DomainRow &row : rows) {
        EXPECT_FALSE(row.name.isEmpty());
        EXPECT_TRUE(!row.id || (*row.id >= 0 && *row.id <= bounds::DomainId));
        EXPECT_TRUE(row.memoryMiB >= 0 && row.memoryMiB <= bounds::MemoryMiB);
        EXPECT_TRUE(row.vcpus >= 0 && row.vcpus <= bounds::Vcpus);
        EXPECT_TRUE(row.cpuSeconds >= 0 && row.cpuSeconds <= bounds::CpuSeconds);
        for (const Kind kind : {Kind::Xl, Kind::Xm})
            (void)runState(row, kind);
    }
}

void expectPossible(const QList<DomainConfig> &domains)
{
    for (const DomainConfig &domain : domains) {
        EXPECT_TRUE(!domain.id || (*domain.id >= 0 && *domain.id <= bounds::DomainId));
        for (const qint64 memory :
             {domain.maxMemoryKiB, domain.targetMemoryKiB, domain.shadowMemoryKiB})
            EXPECT_TRUE(memory >= 0 && memory <= bounds::MemoryKiB);
        EXPECT_TRUE(domain.vcpus >= 0 && domain.vcpus <= bounds::Vcpus);
        EXPECT_TRUE(domain.uuid.isEmpty() || domain.uuid.size() == 36);
    }
}

void expectPossible(const HostInfo &info)
{
    EXPECT_TRUE(info.cpus >= 0 && info.xenMajor > 0 && info.xenMinor >= 0 && info.cpuMhz >= 0);
    EXPECT_TRUE(info.totalMemoryMiB > 0 && info.totalMemoryMiB <= bounds::MemoryMiB);
    EXPECT_TRUE(info.freeMemoryMiB >= 0 && info.freeMemoryMiB <= info.totalMemoryMiB);
}

void feedEveryParser(const QByteArray &text)
{
    for (const Kind kind : {Kind::Xl, Kind::Xm}) {
        if (const auto rows = parseList(text, kind))
            expectPossible(*rows);
    }
    if (const auto domains = parseXlListLong(text))
        expectPossible(*domains);
    if (const auto domains = parseXmListLong(text))
        expectPossible(*domains);
    if (const auto info = parseInfo(text))
        expectPossible(*info);
    const MigrateReport report = readXlMigrate(text);
    EXPECT_TRUE(!report.percent || (*report.percent >= 0 && *report.percent <= 100));
    EXPECT_LT(report.cause.size(), 4096);
    (void)readXmMigrate(text, 1);
    (void)readClusvcadm(text, 1);
    if (const auto status = parseClustat(text)) {
        for (const Group &group : status->groups)
            EXPECT_GE(group.state, 0);
    }
    if (const auto status = parseCmanStatus(text)) {
        EXPECT_TRUE(status->nodes >= 0 && status->expectedVotes >= 0 && status->totalVotes >= 0);
    }
    (void)parseCmanNodes(text);
}

QList<QByteArray> seeds()
{
    return {test::data("xl-list.out"),
            test::data("xl-list_l.out"),
            test::data("xl-info.out"),
            test::data("xl-migrate.err"),
            "(domain (domid 3) (name web1) (memory 512) (maxmem 512) (image (linux (kernel '/k'))) "
            "(device (vbd (uname phy:a) (dev xvda:disk) (mode w))))",
            "<?xml version=\"1.0\"?><clustat version=\"4.1.1\"><cluster name=\"a\"/><quorum "
            "quorate=\"1\"/><groups><group name=\"vm:a\" state=\"112\" "
            "flags=\"1\"/></groups></clustat>",
            "Cluster Name: a\nNodes: 2\nQuorum: 2\nMembership state: Cluster-Member\n",
            "Node  Sts   Inc   Joined               Name\n   1   M     44   2009-03-13 12:08:20  "
            "node1\n"};
}

TEST(HostileOutput, isCutOffAnywhere)
{
    for (const QByteArray &seed : seeds()) {
        const qsizetype step = seed.size() > 600 ? 7 : 1;
        for (qsizetype size = 0; size < seed.size(); size += step)
            feedEveryParser(seed.left(size));
    }
}

/// Garbles @p text in a few places: other bytes, repeated and removed parts, numbers without end.
QByteArray garbled(QByteArray text, std::mt19937 &random)
{
    static const QByteArray Splices[] = {"(",     ")",     "[",
                                         "{",     "\"",    "'",
                                         "\\",    "-1",    "99999999999999999999",
                                         "\n",    "\r",    QByteArray(1, '\0'),
                                         "\xff",  "<",     "&a;",
                                         ":",     " ",     "%",
                                         "1e400", "(null)"};
    const auto below = [&random](qsizetype limit) {
        return qsizetype(random() % quint32(std::max<qsizetype>(limit, 1)));
    };
    for (int i = 0; i < 4; ++i) {
        const qsizetype at = below(text.size());
        switch (random() % 4) {
        case 0:
            text.insert(at, Splices[below(std::size(Splices))]);
            break;
        case 1:
            text.remove(at, below(20));
            break;
        case 2:
            text.insert(below(text.size()), text.mid(at, below(60)));
            break;
        default:
            if (!text.isEmpty())
                text[at] = char(random());
        }
    }
    return text;
}

TEST(HostileOutput, isGarbledAtRandom)
{
    std::mt19937 random(20090313); // the same everywhere: a failure can be had again
    for (const QByteArray &seed : seeds()) {
        for (int i = 0; i < 400; ++i)
            feedEveryParser(garbled(seed, random));
    }
}

} // namespace
} // namespace colonnade::toolstack
