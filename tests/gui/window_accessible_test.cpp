// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/clusterdialog.h"
#include "gui/clusterpage.h"
#include "gui/confirmdialog.h"
#include "gui/connectionmanager.h"
#include "gui/connectiontestdialog.h"
#include "gui/hostkeyalarmdialog.h"
#include "gui/hostkeydialog.h"
#include "gui/knownhostsdialog.h"
#include "gui/migratetodialog.h"
#include "gui/pickdialog.h"
#include "gui/profiledialog.h"
#include "gui/questiondialogs.h"
#include "gui/removehostkeysdialog.h"
#include "gui/storetroubledialog.h"
#include "gui/window_fixture.h"

#include <QAccessible>
#include <QSet>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

/// What a person can act on, or what has to be told apart by a name.
bool needsName(const QAccessibleInterface &part)
{
    static const QSet<QAccessible::Role> roles{
        QAccessible::Button,   QAccessible::CheckBox,     QAccessible::RadioButton,
        QAccessible::ComboBox, QAccessible::EditableText, QAccessible::SpinBox,
        QAccessible::List,     QAccessible::ListItem,     QAccessible::Tree,
        QAccessible::TreeItem, QAccessible::Table,        QAccessible::PageTab,
        QAccessible::MenuItem, QAccessible::ButtonMenu,   QAccessible::Dialog};
    return roles.contains(part.role());
}

/// The ways from the window to parts that have no name.
void collectNameless(QAccessibleInterface *part, const QString &path, QStringList &nameless,
                     int &seen)
{
    if (!part || !part->isValid() || part->state().invisible)
        return;
    const QString here =
        path + u'/' + QString::number(part->role(), 16)
        + (part->object() ? QString::fromLatin1(part->object()->metaObject()->className()) + u':'
                                + part->object()->objectName()
                          : QString());
    if (needsName(*part)) {
        ++seen;
        if (part->text(QAccessible::Name).trimmed().isEmpty())
            nameless.append(here);
    }
    for (int i = 0; i < part->childCount(); ++i)
        collectNameless(part->child(i), here, nameless, seen);
}

void expectAllNamed(QWidget *widget, int atLeast)
{
    QStringList nameless;
    int seen = 0;
    collectNameless(QAccessible::queryAccessibleInterface(widget), {}, nameless, seen);
    EXPECT_TRUE(nameless.isEmpty()) << nameless.join(u'\n').toStdString();
    EXPECT_GE(seen, atLeast);
}

struct AccessibleNames : WindowTest
{
    AccessibleNames()
    {
        addProfile(u"xenhost1"_s);
        addProfile(u"xenhost2"_s);
        nodes.setProbe(u"xenhost1"_s, {.hostName = "xenhost1", .guests = {{.name = "web1"}}});
    }
};

TEST_F(AccessibleNames, everythingInTheWindowHasOne)
{
    open();
    ASSERT_TRUE(waitUntil([&] { return columnShows(u"xenhost1"_s, u"web1"_s); }));
    Message message;
    message.id = u"a"_s;
    message.sentence = u"web1 runs on xenhost2."_s;
    message.action = u"Move back"_s;
    message.run = [] {};
    window->page()->messages()->put(message);
    remote::ActivityRecord record;
    record.id = 1;
    record.startedAt = QDateTime::currentDateTimeUtc();
    record.node = u"xenhost1"_s;
    record.title = u"Read"_s;
    window->activity()->add(record);
    QCoreApplication::processEvents();
    expectAllNamed(window.get(), 20);
}

TEST_F(AccessibleNames, everythingInTheDialogsHasOne)
{
    open();
    ASSERT_TRUE(waitUntil([&] { return columnShows(u"xenhost1"_s, u"web1"_s); }));
    const auto check = [](QDialog *dialog, int atLeast) {
        dialog->show();
        expectAllNamed(dialog, atLeast);
        delete dialog;
    };
    check(
        new HostKeyDialog({u"n"_s, u"h"_s, 22, u"ssh-ed25519"_s, u"SHA256:x"_s, {}}, window.get()),
        9);
    remote::HostKeyAlarm alarm;
    alarm.node = u"n"_s;
    alarm.onFile = QList<remote::StoredHostKey>(1);
    check(new HostKeyAlarmDialog(alarm, environment.pool.get(), window.get()), 8);
    check(new RemoveHostKeysDialog(alarm.onFile, u"n"_s, environment.pool.get(), window.get()), 4);
    check(new KnownHostsDialog({}, environment.pool.get(), window.get()), 6);
    check(new SecretDialog(remote::SecretQuestion{}, true, false, window.get()), 4);
    check(new ProfileDialog({{}, u"domnull"_s, savedProfiles(), {u"domnull"_s}, {}}, environment,
                            {}, window.get()),
          20);
    check(new ClusterDialog(u"domnull"_s, {}, {}, window.get()), 5);
    check(new ConnectionTestDialog(savedProfiles().first(), environment, nodes.interaction(),
                                   window.get()),
          8);
    auto *pick = new PickDialog(
        {u"Import"_s, u"From a file"_s, {u"Name"_s}, u"&Import"_s, {}, true}, window.get());
    pick->setRows({{{u"xenhost3"_s}, u"new"_s, Tone::Good, true, true, {}}}, {});
    check(pick, 8);
    check(new StoreTroubleDialog({base::ErrorCode::ParseFailed, u"It is broken."_s}, environment,
                                 window.get()),
          6);
    window->showConnections();
    expectAllNamed(window->findChild<ConnectionManager *>(), 15);
    auto *targets = new MigrateToDialog({{u"web1"_s, u"xenhost1"_s}}, window.get());
    targets->setTargets({{u"xenhost1"_s, {}, true}, {u"xenhost2"_s, {}, false}});
    check(targets, 5);
    operations::Plan plan;
    plan.steps = {{u"xenhost1"_s, u"t"_s, "xl migrate web1 xenhost2", {}, {}, {}}};
    check(new ConfirmDialog({{{u"web1"_s, u"xenhost1"_s}, u"xenhost2"_s, {}, plan}}, window.get()),
          5);
}

} // namespace
} // namespace colonnade::gui
