// SPDX-License-Identifier: GPL-3.0-or-later
// Files as they are found in the wild, through the whole frame: every view of each is shown, and
// closing it has changed no byte. Skipped where the corpus is not there.
#include "gui/editorpagetest.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

QStringList corpus(const QString &folder)
{
    const QString root = qEnvironmentVariable(
        "COLONNADE_CORPUS", QStringLiteral(COLONNADE_SOURCE_DIR "/../shared/corpus"));
    QStringList files;
    QDirIterator each(root + u'/' + folder, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext())
        files.append(each.next());
    files.removeIf([](const QString &file) { return !file.endsWith(u".conf"); });
    files.sort();
    return files;
}

struct EditorCorpus : EditorPageTest
{
    using Make = EditorPage *(*)(const QString &, const EditorServices &, QWidget *);

    /// Opens @p file and looks at all of it.
    void lookAt(const QString &file, Make make)
    {
        SCOPED_TRACE(file.toStdString());
        QFile source(file);
        ASSERT_TRUE(source.open(QIODevice::ReadOnly));
        const QByteArray bytes = source.readAll();
        page.reset(make(u"domnull"_s, services, nullptr));
        page->resize(1300, 800);
        page->show();
        page->setState(cluster->state());
        ASSERT_TRUE(waitUntil([&] { return page->desk()->reading().isEmpty(); }));
        page->desk()->openFile(file);
        ASSERT_TRUE(waitUntil([&] { return page->desk()->origin().name == file; }));
        ASSERT_TRUE(waitUntil([&] { return page->document()->areDiagnosticsCurrent(); }));
        for (QWidget *view : page->views()) {
            page->showView(view);
            QTest::qWait(1);
        }
        EXPECT_EQ(page->document()->text(), bytes);
        EXPECT_FALSE(page->document()->isModified());
        EXPECT_EQ(page->document()->history()->count(), 0);
        page->desk()->keepDraftNow();
        close();
        EXPECT_TRUE(QDir(services.draftsFolder).entryList({u"*draft*"_s}, QDir::Files).isEmpty());
    }
};

TEST_F(EditorCorpus, clusterConfFilesStayAsTheyAre)
{
    const QStringList files = corpus(u"cluster-conf"_s);
    if (files.isEmpty())
        GTEST_SKIP() << "no corpus";
    for (const QString &file : files)
        lookAt(file, &makeClusterConfEditor);
}

TEST_F(EditorCorpus, ocfs2FilesStayAsTheyAre)
{
    const QStringList files = corpus(u"ocfs2-conf"_s);
    if (files.isEmpty())
        GTEST_SKIP() << "no corpus";
    for (const QString &file : files)
        lookAt(file, &makeOcfs2Editor);
}

} // namespace
} // namespace colonnade::gui
