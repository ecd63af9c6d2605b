// SPDX-License-Identifier: GPL-3.0-or-later
// colonnadectl deploy and history on simulated nodes, over real SSH.
#include "ctl/program.h"
#include "lab/labtest.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::ctl;
using testing::HasSubstr;

namespace {

QByteArray conf(int nodes)
{
    QByteArray text;
    for (int i = 1; i <= nodes; ++i)
        text += "node:\n\tip_port = 7777\n\tip_address = 10.0.0." + QByteArray::number(i)
                + "\n\tnumber = " + QByteArray::number(i) + "\n\tname = xenhost"
                + QByteArray::number(i) + "\n\tcluster = ocfs2\n\n";
    return text + "cluster:\n\tnode_count = " + QByteArray::number(nodes) + "\n\tname = ocfs2\n";
}

class CtlDeployTest : public testing::Test
{
protected:
    CtlDeployTest()
    {
        m_lab = lab::startLab(lab::captureOptions());
        for (const lab::NodeAccess &node : m_lab->nodes()) {
            const Ran ran =
                m_program.run({u"profile"_s, u"add"_s, node.name, u"--host"_s, node.host,
                               u"--port"_s, QString::number(node.port), u"--user"_s, m_lab->user(),
                               u"--identity"_s, m_lab->privateKeyFile(), u"--cluster"_s, u"lab"_s,
                               u"--known-hosts"_s, m_lab->knownHostsFile()});
            EXPECT_EQ(ran.status, 0) << ran.err.toStdString();
            write(fileOf(node.name), conf(2));
        }
    }

    QString fileOf(const QString &node) const
    {
        QString root;
        for (const lab::NodeAccess &each : m_lab->nodes()) {
            if (each.name == node)
                root = each.root;
        }
        return root + u"/etc/ocfs2/cluster.conf"_s;
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QDir().mkpath(path.section(u'/', 0, -2));
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    bool allHold(const QByteArray &bytes) const
    {
        for (const lab::NodeAccess &node : m_lab->nodes()) {
            if (read(fileOf(node.name)) != bytes)
                return false;
        }
        return true;
    }

    /// A file of this workstation with @p bytes.
    QString local(const QString &name, const QByteArray &bytes) const
    {
        const QString path = m_program.home() + u'/' + name;
        write(path, bytes);
        return path;
    }

    Ran deploy(const QString &file, const QStringList &options) const
    {
        return m_program.run(QStringList{u"deploy"_s, u"ocfs2"_s, file} + options);
    }

    /// What the journal holds, of all plans.
    QByteArray journal() const
    {
        QByteArray text;
        QDirIterator files(m_program.home(), {u"*.jsonl"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            text += read(files.next());
        return text;
    }

    QStringList namesOn(const QString &node) const
    {
        return QDir(fileOf(node).section(u'/', 0, -2)).entryList(QDir::Files | QDir::Hidden);
    }

    Program m_program;
    std::unique_ptr<lab::Lab> m_lab;
};

TEST_F(CtlDeployTest, showsThePlanAndChangesNothing)
{
    const Ran ran = deploy(local(u"new"_s, conf(3)), {u"--dry-run"_s});
    EXPECT_EQ(ran.status, 0) << ran.err.toStdString();
    EXPECT_THAT(ran.out.toStdString(), HasSubstr("+\tname = xenhost3"));
    EXPECT_THAT(ran.out.toStdString(), HasSubstr("o2cb --config-file="));
    EXPECT_TRUE(allHold(conf(2)));
}

TEST_F(CtlDeployTest, allNodesGetIt_AndTheHistoryRestoresIt)
{
    const Ran ran = deploy(local(u"new"_s, conf(3)), {u"--yes"_s, u"--reason"_s, u"a third"_s});
    ASSERT_EQ(ran.status, 0) << ran.err.toStdString();
    EXPECT_TRUE(allHold(conf(3)));

    const Ran json = m_program.run({u"history"_s, u"--json"_s});
    const QJsonObject last = QJsonDocument::fromJson(json.out)[u"deployments"][0].toObject();
    EXPECT_EQ(last[u"outcome"].toString(), u"deployed"_s);
    EXPECT_EQ(last[u"reason"].toString(), u"a third"_s);
    const QString id = last[u"id"].toString();
    const Ran diff = m_program.run({u"history"_s, id, u"--diff"_s});
    EXPECT_THAT(diff.out.toStdString(), HasSubstr("+\tname = xenhost3"));

    const Ran restored = m_program.run({u"history"_s, id, u"--restore"_s, u"--yes"_s});
    EXPECT_EQ(restored.status, 0) << restored.err.toStdString();
    EXPECT_TRUE(allHold(conf(2)));
}

TEST_F(CtlDeployTest, whatSomebodyElseChangedStopsIt)
{
    const QString base = local(u"base"_s, conf(2));
    write(fileOf(u"xenhost2"_s), conf(1));
    const Ran ran = deploy(local(u"new"_s, conf(3)), {u"--yes"_s, u"--base"_s, base});
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("xenhost2"));
    EXPECT_EQ(read(fileOf(u"xenhost1"_s)), conf(2));
}

TEST_F(CtlDeployTest, brokenFilesAreNotSent)
{
    const Ran ran = deploy(local(u"new"_s, conf(3) + " # indented\n"), {u"--yes"_s});
    EXPECT_NE(ran.status, 0);
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("Line "));
    EXPECT_TRUE(allHold(conf(2)));
}

/// kill -9 after each line of the journal; what it left is finished or taken back.
TEST_F(CtlDeployTest, killedInTheMiddleItCanBeGoneOnWith)
{
    const QString file = local(u"new"_s, conf(3));
    for (int lines = 1; lines <= 7; ++lines) {
        for (const lab::NodeAccess &node : m_lab->nodes()) {
            for (const QString &name : namesOn(node.name))
                QFile::remove(fileOf(node.name).section(u'/', 0, -2) + u'/' + name);
            write(fileOf(node.name), conf(2));
        }
        const qsizetype before = journal().count('\n');
        const auto running = m_program.start({u"deploy"_s, u"ocfs2"_s, file, u"--yes"_s});
        ASSERT_TRUE(eventually([&] { return journal().count('\n') >= before + lines; }))
            << running->errors().toStdString();
        running->kill();
        const Ran jobs = m_program.run({u"jobs"_s, u"--json"_s});
        const QJsonObject job = QJsonDocument::fromJson(jobs.out)[u"jobs"][0].toObject();
        const QStringList way = lines % 2 ? QStringList{u"--take-back"_s} : QStringList{};
        const Ran ran =
            m_program.run(QStringList{u"jobs"_s, u"resume"_s, job[u"id"].toString()} + way);
        EXPECT_TRUE(allHold(conf(2)) || allHold(conf(3))) << ran.err.toStdString();
        const Ran after = m_program.run({u"jobs"_s, u"--json"_s});
        EXPECT_TRUE(QJsonDocument::fromJson(after.out)[u"jobs"][0][u"ended"].toBool())
            << lines << ran.err.toStdString();
        for (const lab::NodeAccess &node : m_lab->nodes())
            EXPECT_EQ(namesOn(node.name).size(), allHold(conf(3)) ? 2 : 1)
                << namesOn(node.name).join(u' ').toStdString();
    }
}

TEST_F(CtlDeployTest, aNodeThatIsDownIsLeftOutByName)
{
    ASSERT_TRUE(m_lab->powerOff(u"xenhost2"_s));
    const QString file = local(u"new"_s, conf(3));
    const Ran refused = deploy(file, {u"--yes"_s});
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err.toStdString(), HasSubstr("--leave-out xenhost2"));
    const Ran ran = deploy(file, {u"--yes"_s, u"--leave-out"_s, u"xenhost2"_s});
    EXPECT_EQ(ran.status, 0) << ran.err.toStdString();
    EXPECT_EQ(read(fileOf(u"xenhost1"_s)), conf(3));
}

} // namespace
