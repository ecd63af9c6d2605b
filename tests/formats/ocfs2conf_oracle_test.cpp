// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ocfs2conf.h"

#include "ocfs2conf_samples.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace colonnade::formats {
namespace {

using namespace Qt::StringLiterals;

/// The o2cb of ocfs2-tools, which reads a file of ours and says what it takes it for.
class Ocfs2ConfOracle : public testing::Test
{
protected:
    void SetUp() override
    {
        m_program =
            QStandardPaths::findExecutable(u"o2cb"_s, {u"/usr/sbin"_s, u"/sbin"_s, u"/usr/bin"_s});
        if (m_program.isEmpty())
            GTEST_SKIP() << "o2cb (Debian: ocfs2-tools) is not installed";
        ASSERT_TRUE(m_folder.isValid());
    }

    /// Fails unless o2cb and we refuse @p text alike, or read the same.
    void compare(const QByteArray &text)
    {
        ++m_compared;
        write(text);
        const auto conf = Ocfs2Conf::parse(text);
        const std::optional<QByteArray> names = o2cb({u"list-clusters"_s});
        ASSERT_EQ(conf.has_value(), names.has_value())
            << (conf ? "we take it" : conf.error().message.toStdString());
        if (!conf)
            return;
        ++m_accepted;
        QByteArray expectedNames;
        for (const Ocfs2Cluster &cluster : conf->clusters()) {
            expectedNames += cluster.name + '\n';
            if (!cluster.name.isValidUtf8()) // QProcess cannot pass it
                continue;
            ASSERT_EQ(o2cb({u"list-cluster"_s, u"--"_s, QString::fromUtf8(cluster.name)}),
                      listing(*conf, cluster));
        }
        ASSERT_EQ(*names, expectedNames);
    }

    int m_compared = 0;
    int m_accepted = 0;

private:
    /// What `o2cb list-cluster` prints of a cluster: o2cb_ctl/op_lists.c.
    static QByteArray listing(const Ocfs2Conf &conf, const Ocfs2Cluster &cluster)
    {
        const auto line = [](const char *key, const QByteArray &value) -> QByteArray {
            return QByteArray("\t") + key + " = " + value + '\n';
        };
        const auto number = [](qint64 value) { return QByteArray::number(qint32(value)); };
        QByteArray text;
        for (const QByteArray &region : conf.regions(cluster.name))
            text += "heartbeat:\n" + line("region", region) + line("cluster", cluster.name) + '\n';
        for (const Ocfs2Node &node : conf.nodes(cluster.name))
            text += "node:\n" + line("number", number(node.number)) + line("name", node.name)
                    + line("ip_address", node.address) + line("ip_port", number(node.port))
                    + line("cluster", node.cluster) + '\n';
        const bool isGlobal = cluster.heartbeat == Ocfs2Heartbeat::Global;
        text += "cluster:\n" + line("node_count", number(cluster.nodeCount))
                + line("heartbeat_mode", isGlobal ? "global" : "local") + line("name", cluster.name)
                + '\n';
        return text;
    }

    void write(const QByteArray &text)
    {
        QFile file(m_folder.filePath(u"cluster.conf"_s));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        ASSERT_EQ(file.write(text), text.size());
    }

    /// What it prints; nothing where it fails.
    std::optional<QByteArray> o2cb(const QStringList &arguments)
    {
        QProcess process;
        process.start(m_program,
                      QStringList{u"--config-file="_s + m_folder.filePath(u"cluster.conf"_s)}
                          + arguments);
        if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit
            || process.exitCode() != 0)
            return std::nullopt;
        return process.readAllStandardOutput();
    }

    QString m_program;
    QTemporaryDir m_folder;
};

TEST_F(Ocfs2ConfOracle, readsOurFixturesAsWeDo)
{
    for (const Sample &sample : fixtures(u"ocfs2"_s)) {
        SCOPED_TRACE(sample.name.toStdString());
        compare(sample.bytes);
    }
}

TEST_F(Ocfs2ConfOracle, readsTheCorpusAsWeDo)
{
    const QList<Sample> samples = corpus(u"ocfs2-conf"_s);
    if (samples.isEmpty())
        GTEST_SKIP() << "no corpus of OCFS2 files";
    for (const Sample &sample : samples) {
        SCOPED_TRACE(sample.name.toStdString());
        compare(sample.bytes);
    }
}

TEST_F(Ocfs2ConfOracle, readsGeneratedFilesAsWeDo)
{
    std::mt19937 random(1);
    for (int run = oracleRuns(500); run > 0 && !HasFatalFailure(); --run) {
        const QByteArray text = randomOcfs2(random);
        SCOPED_TRACE(text.toStdString());
        compare(text);
    }
    EXPECT_GT(m_accepted * 8, m_compared);
    EXPECT_GT((m_compared - m_accepted) * 8, m_compared);
}

TEST_F(Ocfs2ConfOracle, readsGarbledFilesAsWeDo)
{
    QList<Sample> samples = fixtures(u"ocfs2"_s) + corpus(u"ocfs2-conf"_s);
    std::mt19937 random(2);
    for (int run = oracleRuns(500); run > 0 && !HasFatalFailure(); --run) {
        const QByteArray text =
            garbled(random, samples[below(random, samples.size())].bytes, ocfs2Pieces());
        SCOPED_TRACE(text.toStdString());
        compare(text);
    }
    EXPECT_GT(m_accepted * 8, m_compared);
    EXPECT_GT((m_compared - m_accepted) * 8, m_compared);
}

/// GLib's scanner, which o2cb reads with, takes the file in pieces of some thousand bytes.
TEST_F(Ocfs2ConfOracle, readsLargeFilesAsWeDo)
{
    std::mt19937 random(3);
    for (int run = 0; run < 40 && !HasFatalFailure(); ++run) {
        QByteArray text = "# " + QByteArray(3900 + run, 'x') + '\n' + randomOcfs2(random);
        SCOPED_TRACE(text.toStdString());
        compare(text);
    }
}

} // namespace
} // namespace colonnade::formats
