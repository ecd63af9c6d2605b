// SPDX-License-Identifier: GPL-3.0-or-later
// colonnadectl deploy of a cluster.conf on simulated nodes with cman, over real SSH.
#include "ctl/program.h"
#include "lab/labtest.h"

#include <gmock/gmock.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::ctl;
using testing::HasSubstr;

namespace {

class CtlClusterTest : public testing::Test
{
protected:
    CtlClusterTest()
    {
        lab::Options options;
        options.nodes = 3;
        options.rgmanager = true;
        m_lab = lab::startLab(options);
        for (const lab::NodeAccess &node : m_lab->nodes()) {
            const Ran ran =
                m_program.run({u"profile"_s, u"add"_s, node.name, u"--host"_s, node.host,
                               u"--port"_s, QString::number(node.port), u"--user"_s, m_lab->user(),
                               u"--identity"_s, m_lab->privateKeyFile(), u"--cluster"_s, u"lab"_s,
                               u"--known-hosts"_s, m_lab->knownHostsFile()});
            EXPECT_EQ(ran.status, 0) << ran.err.toStdString();
        }
        m_old = read(0);
    }

    QByteArray read(int node) const
    {
        QFile file(m_lab->nodes()[node].root + u"/etc/cluster/cluster.conf"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QByteArray running(int node) const
    {
        return lab::run(*m_lab, node, u"cman_tool version"_s).out.trimmed().split(' ').last();
    }

    QByteArray withVersion(int version) const
    {
        QByteArray bytes = m_old;
        const QByteArray attribute = "config_version=\"" + QByteArray::number(version) + '"';
        return bytes.replace("config_version=\"7\"", attribute);
    }

    Ran deploy(const QByteArray &bytes, const QStringList &options) const
    {
        const QString path = m_program.home() + u"/new.conf"_s;
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
        file.close();
        return m_program.run(QStringList{u"deploy"_s, u"cluster-conf"_s, path} + options);
    }

    void expectAll(const QByteArray &bytes, const QByteArray &version) const
    {
        for (int node = 0; node < 3; ++node) {
            EXPECT_EQ(read(node), bytes) << "xenhost" << node + 1;
            EXPECT_EQ(running(node), version) << "xenhost" << node + 1;
        }
    }

    static QJsonObject json(const Ran &ran) { return QJsonDocument::fromJson(ran.out).object(); }

    Program m_program;
    std::unique_ptr<lab::Lab> m_lab;
    QByteArray m_old;
};

TEST_F(CtlClusterTest, allNodesRunTheNewVersionAndThenTheRestoredOne)
{
    const Ran plan = deploy(withVersion(8), {u"--dry-run"_s, u"--json"_s});
    EXPECT_EQ(plan.status, 0) << plan.err.toStdString();
    EXPECT_EQ(json(plan)[u"path"].toString(), u"/etc/cluster/cluster.conf"_s);
    EXPECT_EQ(json(plan)[u"steps"].toArray().size(), 7) << plan.out.toStdString();
    expectAll(m_old, "7");

    const Ran ran = deploy(withVersion(8), {u"--yes"_s, u"--json"_s});
    ASSERT_EQ(ran.status, 0) << ran.err.toStdString();
    EXPECT_EQ(json(ran)[u"outcome"].toString(), u"deployed"_s);
    EXPECT_EQ(json(ran)[u"nodes"][2][u"holds"].toString(), u"new"_s);
    expectAll(withVersion(8), "8");

    const Ran restored =
        m_program.run({u"history"_s, json(ran)[u"id"].toString(), u"--restore"_s, u"--yes"_s});
    EXPECT_EQ(restored.status, 0) << restored.err.toStdString();
    expectAll(withVersion(9), "9");
}

TEST_F(CtlClusterTest, aVersionThatDoesNotRiseIsRefused)
{
    const Ran ran = deploy(m_old + "<!-- x -->\n", {u"--yes"_s, u"--json"_s});
    EXPECT_EQ(ran.status, 3);
    EXPECT_THAT(ran.err.toStdString(), HasSubstr("Raise config_version to 8"));
    expectAll(m_old, "7");
}

TEST_F(CtlClusterTest, aNodeThatIsBackIsGivenWhatItMissed)
{
    ASSERT_TRUE(m_lab->powerOff(u"xenhost3"_s));
    const Ran ran = deploy(withVersion(8), {u"--yes"_s, u"--leave-out"_s, u"xenhost3"_s});
    ASSERT_EQ(ran.status, 0) << ran.err.toStdString();
    EXPECT_EQ(read(2), m_old);

    const Ran away = m_program.run({u"deploy"_s, u"--owed"_s, u"--yes"_s});
    EXPECT_EQ(away.status, 0) << "nothing can be done yet";
    EXPECT_THAT(away.err.toStdString(), HasSubstr("is owed a file"));
    EXPECT_EQ(read(2), m_old);

    ASSERT_TRUE(m_lab->boot(u"xenhost3"_s));
    EXPECT_EQ(m_program.run({u"deploy"_s, u"--owed"_s}).status, 2) << "nobody can be asked";
    const Ran owed = m_program.run({u"deploy"_s, u"--owed"_s, u"--yes"_s});
    EXPECT_EQ(owed.status, 0) << owed.err.toStdString();
    expectAll(withVersion(8), "8");
    EXPECT_EQ(m_program.run({u"deploy"_s, u"--owed"_s, u"x"_s}).status, 2);
}

} // namespace
