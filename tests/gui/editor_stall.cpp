// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window's thread is busy with one event while a file of 128 nodes and 2,000 virtual
// machines is opened and edited. Prints the longest of each step, in processor time, which other
// programs do not disturb, and in real time. Fails where it would be felt.
#include "gui/clusterconfdocument.h"
#include "gui/codeedit.h"
#include "gui/editor_fixture.h"
#include "gui/textview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace colonnade;
using namespace colonnade::gui;

namespace {

constexpr double LimitMs = 100;

double cpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// Measures each event from outside.
class Application final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        QElapsedTimer time;
        time.start();
        const double begin = cpuMs();
        const QByteArray who = receiver->metaObject()->className();
        const int type = event->type();
        const bool done = QApplication::notify(receiver, event);
        account(cpuMs() - begin, double(time.nsecsElapsed()) / 1e6,
                who + " event " + QByteArray::number(type));
        --m_depth;
        return done;
    }

    /// What is done outside of events counts, too.
    void run(const QByteArray &step, const std::function<void()> &work)
    {
        m_cpu = m_wall = 0;
        m_what = "the call itself";
        QElapsedTimer time;
        time.start();
        const double begin = cpuMs();
        work();
        account(cpuMs() - begin, double(time.nsecsElapsed()) / 1e6, "the call itself");
        QElapsedTimer settling;
        settling.start();
        while (settling.elapsed() < 3000) {
            processEvents(QEventLoop::AllEvents, 20);
            QThread::msleep(1);
        }
        std::printf("%-34s %7.1f ms CPU %8.1f ms real   %s\n", step.constData(), m_cpu, m_wall,
                    m_what.constData());
        std::fflush(stdout);
        m_worst = std::max(m_worst, m_cpu);
    }
    double worst() const { return m_worst; }

private:
    void account(double cpu, double wall, const QByteArray &what)
    {
        if (cpu > m_cpu) {
            m_cpu = cpu;
            m_what = what;
        }
        m_wall = std::max(m_wall, wall);
    }

    int m_depth = 0;
    double m_cpu = 0;
    double m_wall = 0;
    double m_worst = 0;
    QByteArray m_what;
};

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    Application application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    const QTemporaryDir folder;
    QThreadPool pool;
    EditorServices services;
    services.pool = &pool;
    services.draftsFolder = folder.filePath(u"files"_s);
    {
        std::unique_ptr<EditorPage> page(makeClusterConfEditor(u"large"_s, services, nullptr));
        EditorDocument &document = *page->document();
        const QByteArray text = largeConf(128, 2000);
        const QString path = folder.filePath(u"large.conf"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return 2;
        file.close();
        std::printf("%lld bytes, %lld lines\n", (long long)text.size(),
                    (long long)text.count('\n'));
        page->resize(1200, 800);
        application.run("show the page", [&] { page->show(); });
        application.run("open the file", [&] { page->desk()->openFile(path); });
        for (QWidget *view : page->views()) {
            if (view == page->textView())
                continue;
            const QByteArray name = view->metaObject()->className();
            application.run("show " + name, [&] { page->showView(view); });
            application.run("an act beside " + name, [&] {
                const qsizetype at = document.text().lastIndexOf("autostart=\"yes\"");
                document.apply(u"Start it by itself"_s,
                               formats::TextEdits{{{at + 11, at + 14}, "1"}});
            });
            application.run("undo it", [&] { document.history()->undo(); });
        }
        application.run("show the text", [&] { page->showView(page->textView()); });
        CodeEdit *edit = page->textView()->edit();
        application.run("type a letter near the end", [&] {
            const qsizetype at = text.lastIndexOf("recovery");
            document.select({at, at});
            QTest::keyClick(edit, Qt::Key_X);
        });
        application.run("type another", [&] { QTest::keyClick(edit, Qt::Key_Y); });
        application.run("type a quote near the top", [&] {
            document.select({60, 60});
            QTest::keyClick(edit, Qt::Key_QuoteDbl);
        });
        application.run("undo it", [&] { document.history()->undo(); });
        application.run("an act in 2,000 places", [&] {
            formats::TextEdits edits;
            for (qsizetype at = document.text().indexOf("autostart=\"yes\""); at >= 0;
                 at = document.text().indexOf("autostart=\"yes\"", at + 1))
                edits.append({{at + 11, at + 14}, "1"});
            document.apply(u"Mend all"_s, edits);
        });
        application.run("undo it", [&] { document.history()->undo(); });
        application.run("scroll to the end", [&] {
            edit->verticalScrollBar()->setValue(edit->verticalScrollBar()->maximum());
        });
        application.run("mark all", [&] { edit->selectAll(); });
        application.run("remove all", [&] { QTest::keyClick(edit, Qt::Key_Delete); });
        application.run("undo it", [&] { document.history()->undo(); });
    }
    pool.waitForDone();
    std::printf("longest: %.1f ms\n", application.worst());
    return application.worst() > LimitMs ? 1 : 0;
}
