// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every view of cluster.conf.
#include "gui/clusterconf_fixture.h"
#include "gui/everythingview.h"
#include "gui/failoverdomainsview.h"
#include "gui/nodesandfencingview.h"
#include "gui/virtualmachinesview.h"
#include "gui/wherewoulditrun.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

struct EveryViewTest : ClusterConfFixture
{
    FailoverDomainsView domains{&document, nullptr};
    VirtualMachinesView vms{&document, nullptr};
    NodesAndFencingView nodes{&document, nullptr};
    EverythingView everything{&document, nullptr};
    QList<ClusterConfView *> views = {&domains, &vms, &nodes, &everything};

    void showAll()
    {
        for (ClusterConfView *view : std::as_const(views)) {
            view->setState(fourNodeState());
            showWindow(*view, {1100, 700});
        }
    }
};

QStringList filesIn(const QString &folder)
{
    QStringList paths;
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files))
        paths.append(file.filePath());
    return paths;
}

/// Files as they are found: those of tests/formats, and of the corpus where there is one.
QStringList realFiles()
{
    const QString corpus = qEnvironmentVariable(
        "COLONNADE_CORPUS", QStringLiteral(COLONNADE_SOURCE_DIR "/../shared/corpus"));
    return filesIn(QStringLiteral(COLONNADE_SOURCE_DIR "/tests/formats/data/cluster-conf"))
           + filesIn(corpus + u"/cluster-conf"_s);
}

TEST_F(EveryViewTest, realFilesOpenAndCloseWithoutAByteChanged)
{
    showAll();
    const QStringList files = realFiles();
    EXPECT_GE(files.size(), 2);
    for (const QString &path : files) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
        const QByteArray bytes = file.readAll();
        open(bytes);
        QCoreApplication::processEvents();
        // The focus through every field: a field that is only looked at writes nothing.
        for (ClusterConfView *view : std::as_const(views)) {
            for (QLineEdit *edit : view->findChildren<QLineEdit *>()) {
                edit->setFocus();
                Q_EMIT edit->editingFinished();
            }
        }
        EXPECT_EQ(document.text(), bytes) << path.toStdString();
        EXPECT_EQ(document.history()->count(), 0) << path.toStdString();
    }
}

TEST_F(EveryViewTest, whatTakesTheFocusHasAName)
{
    showAll();
    open(fourNodeConf());
    QCoreApplication::processEvents();
    for (ClusterConfView *view : std::as_const(views)) {
        for (QWidget *widget : view->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
                continue;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            ASSERT_TRUE(interface);
            EXPECT_FALSE(interface->text(QAccessible::Name).isEmpty())
                << view->metaObject()->className() << ": " << widget->metaObject()->className()
                << ' ' << widget->objectName().toStdString();
        }
    }
}

TEST_F(EveryViewTest, aTextThatNeverWasADocumentShowsNothingToEdit)
{
    showAll();
    open("no XML at all");
    QCoreApplication::processEvents();
    for (ClusterConfView *view : std::as_const(views))
        EXPECT_FALSE(view->isEditable());
    open(fourNodeConf());
    EXPECT_TRUE(domains.isEditable());
}

TEST_F(EveryViewTest, anotherPaletteIsTakenOver)
{
    showAll();
    open(fourNodeConf());
    QPalette dark(QColor(0x2e, 0x33, 0x3b), QColor(0x23, 0x27, 0x2e));
    const QPalette before = QApplication::palette();
    QApplication::setPalette(dark);
    QCoreApplication::processEvents();
    QApplication::setPalette(before);
    QCoreApplication::processEvents();
    EXPECT_EQ(document.text(), fourNodeConf());
}

} // namespace
} // namespace colonnade::gui
