// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of real files from the shell: what --diff shows is what is written, to the byte.
#include "ctl/filetest.h"
#include "formats/documents.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace colonnade::ctl;
using colonnade::formats::corpus;
using colonnade::formats::Sample;

namespace {

struct Case
{
    const char *format;
    const char *corpus; ///< its folder among the real files; the fixtures' is called as the format
    QStringList verbs;
};

void PrintTo(const Case &one, std::ostream *out)
{
    *out << one.format;
}

QList<Sample> samplesOf(const Case &one)
{
    QList<Sample> samples = corpus(QString::fromLatin1(one.corpus));
    const QDir fixtures(QStringLiteral(COLONNADE_SOURCE_DIR "/tests/formats/data/")
                        + QString::fromLatin1(one.format));
    for (const QFileInfo &info : fixtures.entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        samples.append({info.fileName(), file.readAll()});
    }
    return samples;
}

class FileCorpusTest : public FileTest, public testing::WithParamInterface<Case>
{
protected:
    QStringList command(const QString &path, const QString &verb) const
    {
        return QStringList{u"file"_s, QString::fromLatin1(GetParam().format), path} + words(verb);
    }

    /// Runs a verb on a file, first with --diff.
    void tryOn(const Sample &sample, const QString &verb) const
    {
        SCOPED_TRACE(verb.toStdString());
        const QString path = make(sample.name, sample.bytes);
        const Ran diff = m_program.run(command(path, verb) + QStringList{u"--diff"_s});
        EXPECT_EQ(contentOf(path), sample.bytes);
        const Ran done = m_program.run(command(path, verb));
        EXPECT_EQ(done.status, diff.status);
        EXPECT_EQ(done.err, diff.err);
        EXPECT_THAT(done.status, testing::AnyOf(0, 1, 3)) << done.err.toStdString();
        const bool isWritten = done.status == 0 && !diff.out.isEmpty();
        EXPECT_EQ(contentOf(path), isWritten ? patched(sample.bytes, diff.out) : sample.bytes);
    }
};

TEST_P(FileCorpusTest, whatADiffShowsIsWhatIsWritten)
{
    if (QStandardPaths::findExecutable(u"patch"_s).isEmpty())
        GTEST_SKIP() << "patch is not installed";
    const QList<Sample> samples = samplesOf(GetParam());
    EXPECT_FALSE(samples.isEmpty());
    for (const Sample &sample : samples) {
        SCOPED_TRACE(sample.name.toStdString());
        const Ran checked = m_program.run(command(make(sample.name, sample.bytes), u"check"_s));
        EXPECT_THAT(checked.status, testing::AnyOf(0, 1)) << checked.err.toStdString();
        for (const QString &verb : GetParam().verbs)
            tryOn(sample, verb);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Formats, FileCorpusTest,
    testing::Values(Case{"cluster-conf",
                         "cluster-conf",
                         {u"version bump"_s, u"node add new.example.com"_s, u"domain add new"_s,
                          u"vm add new path=/etc/xen"_s}},
                    Case{"ocfs2", "ocfs2-conf", {u"node add new --ip 10.99.0.1"_s, u"fix"_s}},
                    Case{"guest",
                         "xen-cfg",
                         {u"set memory 777"_s, u"disk add xvdq /dev/vg/new"_s,
                          u"vif add bridge=new0"_s, u"convert xl"_s}},
                    Case{"xend",
                         "xend-config",
                         {u"set xend-relocation-port 8002"_s, u"hosts-allow set 10.0.0.9"_s,
                          u"fix"_s}},
                    Case{"lvm", "lvm-conf", {u"set global/locking_type 3"_s, u"fix"_s}},
                    Case{"defaults", "defaults", {u"set CLUSTERNAME new"_s, u"fix"_s}}),
    [](const testing::TestParamInfo<Case> &one) {
        return QByteArray(one.param.format).replace('-', "").toStdString();
    });

} // namespace
