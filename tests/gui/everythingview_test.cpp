// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/everythingview.h"

#include "gui/clusterconf_fixture.h"
#include "gui/xmltreemodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QInputDialog>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

using testing::ElementsAre;

struct EverythingViewTest : ClusterConfFixture
{
    EverythingView view{&document, nullptr};
    QAbstractItemModelTester tester{view.model(),
                                    QAbstractItemModelTester::FailureReportingMode::Fatal};

    EverythingViewTest()
    {
        open(fourNodeConf());
        showWindow(view, {1000, 600});
    }

    int elements(const QModelIndex &parent = {}) const
    {
        int count = 0;
        for (int row = 0; row < view.model()->rowCount(parent); ++row)
            count += 1 + elements(view.model()->index(row, 0, parent));
        return count;
    }
};

TEST_F(EverythingViewTest, everyElementAndAttributeIsThere)
{
    EXPECT_EQ(elements(), document.conf()->xml().elementCount());
    view.setCurrent(u"/cluster/rm/service/ip"_s);
    EXPECT_EQ(view.attributes()->rowCount(), 2);
    EXPECT_EQ(view.attributes()->item(1, 0)->text(), u"monitor_link"_s);
    open("<cluster><vendor:com_info x='1'><y/></vendor:com_info></cluster>");
    EXPECT_EQ(elements(), 3);
}

TEST_F(EverythingViewTest, attributesAreSetAddedRenamedAndRemoved)
{
    view.setCurrent(u"/cluster/rm/service/ip"_s);
    view.attributes()->item(0, 1)->setText(u"10.0.0.100"_s);
    EXPECT_EQ(lastAct(), u"Set address of ip 10.0.0.99"_s);
    EXPECT_THAT(changedLines(), ElementsAre("-<ip address=\"10.0.0.99\" monitor_link=\"1\"/>",
                                            "+<ip address=\"10.0.0.100\" monitor_link=\"1\"/>"));
    view.attributes()->item(1, 0)->setText(u"family"_s);
    view.askForAttribute(u"sleeptime"_s);
    auto *dialog = view.findChild<QInputDialog *>();
    dialog->setTextValue(u"a \"b\" <c>"_s);
    dialog->accept();
    EXPECT_TRUE(document.text().contains(
        "<ip address=\"10.0.0.100\" family=\"1\" sleeptime=\"a &quot;b&quot; &lt;c>\"/>"))
        << document.text().constData();
    view.attributes()->setCurrentCell(1, 0);
    QTest::keyClick(view.attributes(), Qt::Key_Delete);
    EXPECT_FALSE(view.current().has("family"));
    expectUndoRestores(fourNodeConf());
}

TEST_F(EverythingViewTest, aNameThatIsNoneIsRefusedAndShownAsItWas)
{
    QSignalSpy refused(&document, &EditorDocument::refused);
    view.setCurrent(u"/cluster/rm/service/ip"_s);
    view.attributes()->item(1, 0)->setText(u"not a name"_s);
    view.attributes()->item(1, 0)->setText(u"address"_s); // taken
    EXPECT_EQ(refused.size(), 2);
    EXPECT_EQ(view.attributes()->item(1, 0)->text(), u"monitor_link"_s);
    EXPECT_EQ(document.text(), fourNodeConf());
}

TEST_F(EverythingViewTest, elementsAreAddedMovedAndRemoved)
{
    view.setCurrent(u"/cluster/rm/service"_s);
    view.askForElement(u"script"_s);
    auto *dialog = view.findChild<QInputDialog *>();
    ASSERT_TRUE(dialog); // it cannot do without a name
    dialog->setTextValue(u"httpd"_s);
    dialog->accept();
    EXPECT_EQ(lastAct(), u"Add script to service nfs"_s);
    EXPECT_THAT(changedLines(), ElementsAre("+<script name=\"httpd\"/>"));
    EXPECT_EQ(view.current().value("name"), u"httpd"_s);
    view.tree()->setFocus();
    QTest::keyClick(view.tree(), Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(document.conf()->xml().find(u"/cluster/rm/service").firstChild().tagName(),
              u"script"_s);
    EXPECT_EQ(view.current().tagName(), u"script"_s);
    QTest::keyClick(view.tree(), Qt::Key_Delete);
    EXPECT_EQ(document.text(), fourNodeConf());
    expectUndoRestores(fourNodeConf());
}

TEST_F(EverythingViewTest, theRootStays)
{
    view.setCurrent(u"/cluster"_s);
    view.removeElement();
    view.moveElement(1);
    EXPECT_EQ(document.text(), fourNodeConf());
}

TEST_F(EverythingViewTest, whatIsOpenStaysOpen)
{
    const auto at = [this](const QString &path) {
        return view.model()->indexOf(document.conf()->xml().find(path));
    };
    view.tree()->expand(at(u"/cluster/rm/failoverdomains"_s));
    view.tree()->collapse(at(u"/cluster/clusternodes"_s));
    view.setCurrent(u"/cluster/rm/vm[2]"_s);
    view.hide(); // else the view would show what somebody else has just added
    document.apply(u"Act"_s, document.conf()->addGroup(formats::GroupKind::Vm, {u"new"_s}));
    view.show();
    EXPECT_TRUE(view.tree()->isExpanded(at(u"/cluster/rm/failoverdomains"_s)));
    EXPECT_FALSE(view.tree()->isExpanded(at(u"/cluster/clusternodes"_s)));
    EXPECT_EQ(view.current().value("name"), u"crm"_s);
}

TEST_F(EverythingViewTest, theCurrentElementAndTheSelectionOfTheTextAreInStep)
{
    const qsizetype ip = document.text().indexOf("monitor_link");
    document.select({ip, ip});
    EXPECT_EQ(view.current().tagName(), u"ip"_s);
    view.tree()->setFocus();
    QTest::keyClick(view.tree(), Qt::Key_Up);
    const formats::Span span = document.selection();
    EXPECT_TRUE(document.text().sliced(span.begin, span.size()).startsWith("<service"));
    view.setCurrent(u"/cluster/rm/service/ip"_s);
    view.attributes()->setCurrentCell(0, 1);
    const formats::Span value = document.selection();
    EXPECT_EQ(document.text().sliced(value.begin, value.size()), "10.0.0.99");
}

TEST_F(EverythingViewTest, aLargeFileIsNoStall)
{
    QElapsedTimer timer;
    timer.start();
    open(largeConf(128, 60, 2000));
    view.setCurrent(u"/cluster/rm/vm[1500]"_s);
    view.setAttribute(u"autostart"_s, u"0"_s);
    QCoreApplication::processEvents();
    std::printf("%lld ms\n", (long long)timer.elapsed());
    EXPECT_LT(timer.elapsed(), 5000);
}

} // namespace
} // namespace colonnade::gui
