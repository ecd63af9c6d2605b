// SPDX-License-Identifier: GPL-3.0-or-later
#include "real/realtest.h"

#include <QDeadlineTimer>
#include <QRegularExpression>
#include <QThread>

namespace colonnade::real {

namespace {

constexpr std::chrono::seconds CreateLimit{600}; // ten on an idle machine
constexpr std::chrono::seconds FaultLimit{600};  // booting a node takes most of a minute
constexpr unsigned long PollMs = 300;

bool belongsTo(const QString &domain, const QString &guest)
{
    return domain == guest || domain.startsWith(guest + QStringLiteral("--"))
           || domain == QStringLiteral("migrating-") + guest;
}

} // namespace

bool waitUntil(const std::function<bool()> &condition, std::chrono::seconds limit)
{
    const QDeadlineTimer deadline(limit);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QThread::msleep(PollMs);
    }
    return true;
}

void RealTest::SetUp()
{
    m_description = describedCluster();
    if (!m_description)
        GTEST_SKIP() << "COLONNADE_REAL_CLUSTER names no cluster";
    for (const Node &node : nodes())
        destroyOthers(node);
    if (home(mover()) >= 0)
        return;
    removeEverywhere(mover());
    create(mover(), node(0));
    ASSERT_EQ(home(mover()), 0);
}

void RealTest::TearDown()
{
    if (!m_description || !HasFailure())
        return;
    for (const Node &node : nodes())
        std::cerr << qPrintable(node.name) << ":\n"
                  << ssh(node, QStringLiteral("xl list; tail -n 5 /var/log/xen/xl-%1.log")
                                   .arg(mover().name))
                         .out.constData();
}

const Guest &RealTest::guest(const char *purpose) const
{
    const auto found = m_description->guests.constFind(QString::fromLatin1(purpose));
    if (found == m_description->guests.constEnd())
        qFatal("the description names no guest for: %s", purpose);
    return *found;
}

QStringList RealTest::domains(const Node &node) const
{
    const Ran list = ssh(node, QStringLiteral("xl list"));
    EXPECT_EQ(list.status, 0) << node.name.toStdString() << ": " << list.err.toStdString();
    QStringList found;
    for (const QByteArray &row : list.out.split('\n'))
        found.append(QString::fromUtf8(row.left(row.indexOf(' '))));
    return found;
}

QStringList RealTest::domains(const Node &node, const Guest &guest) const
{
    QStringList found = domains(node);
    found.removeIf([&](const QString &domain) { return !belongsTo(domain, guest.name); });
    return found;
}

void RealTest::destroyOthers(const Node &node) const
{
    const QStringList shown = domains(node);
    for (const Guest &guest : std::as_const(m_description->guests)) {
        for (const QString &domain : shown) {
            if (guest.name != mover().name && belongsTo(domain, guest.name))
                ssh(node, QStringLiteral("xl destroy %1").arg(domain));
        }
    }
}

qsizetype RealTest::home(const Guest &guest) const
{
    QList<qsizetype> places;
    for (qsizetype index = 0; index < nodes().size(); ++index) {
        for (const QString &domain : domains(node(index), guest))
            places.append(domain == guest.name ? index : -1);
    }
    return places.size() == 1 ? places[0] : -1;
}

void RealTest::create(const Guest &guest, const Node &node) const
{
    const Ran created = ssh(node, guest.create, CreateLimit);
    ASSERT_EQ(created.status, 0) << guest.name.toStdString() << ": " << created.err.toStdString();
    if (guest.counter.isEmpty())
        return;
    bool counts = false;
    const bool decided = waitUntil(
        [&] {
            counts = ssh(node, guest.counter).out.contains("tick");
            return counts || !domains(node).contains(guest.name);
        },
        CreateLimit);
    ASSERT_TRUE(counts) << guest.name.toStdString()
                        << (decided ? " died before it counted" : " does not count");
}

void RealTest::removeEverywhere(const Guest &guest) const
{
    for (const Node &node : nodes()) {
        for (const QString &domain : domains(node, guest))
            ssh(node, QStringLiteral("xl destroy %1").arg(domain));
    }
}

void RealTest::fault(const Node &node, const char *fault) const
{
    const QString command = node.faults.value(QString::fromLatin1(fault));
    ASSERT_FALSE(command.isEmpty())
        << "the description does not tell how to make the fault " << fault;
    const Ran made = runHere(command, FaultLimit);
    ASSERT_EQ(made.status, 0) << made.err.toStdString();
}

testing::AssertionResult RealTest::underWay(QProcess &mover, const Guest &guest,
                                            const Node &target) const
{
    const QString half = guest.name + QStringLiteral("--incoming");
    bool ended = false;
    const bool seen = waitUntil(
        [&] {
            ended = mover.waitForFinished(0);
            return ended || domains(target, guest).contains(half);
        },
        MoveLimit);
    if (seen && !ended)
        return testing::AssertionSuccess();
    mover.kill();
    mover.waitForFinished();
    return testing::AssertionFailure()
           << target.name.toStdString() << " shows no " << half.toStdString() << "; "
           << mover.program().toStdString()
           << " printed: " << mover.readAllStandardOutput().toStdString()
           << mover.readAllStandardError().toStdString();
}

} // namespace colonnade::real
