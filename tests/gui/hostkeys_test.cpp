// SPDX-License-Identifier: GPL-3.0-or-later
// The dialogs about keys of hosts.
#include "gui/clusterpage.h"
#include "gui/hostkeyalarmdialog.h"
#include "gui/hostkeydialog.h"
#include "gui/knownhostsdialog.h"
#include "gui/questions.h"
#include "gui/removehostkeysdialog.h"
#include "gui/window_fixture.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

/// Two keys as ssh-keygen makes them.
const QByteArray First = "ssh-ed25519 "
                         "AAAAC3NzaC1lZDI1NTE5AAAAIEGSDuGUAhnXPtv27pnPJEfprEU2N7gCUVX+cxyWP7j2";
const QByteArray Second = "ssh-ed25519 "
                          "AAAAC3NzaC1lZDI1NTE5AAAAIGFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh";

remote::HostKey keyOf(const QByteArray &line)
{
    return remote::readHostKey(line.split(' ')[0], line.split(' ')[1]).value();
}

struct HostKeyDialogs : WindowTest
{
    HostKeyDialogs() { environment.profilesFile = folder.filePath(u"profiles.json"_s); }

    QString write(const QString &name, const QByteArray &text)
    {
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
        return file.fileName();
    }
    QByteArray contents(const QString &name) const
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static remote::HostKeyQuestion question()
    {
        remote::HostKeyQuestion question;
        question.node = u"xenhost1"_s;
        question.host = u"10.0.0.1"_s;
        question.port = 2222;
        question.key = keyOf(First);
        question.keyType = QString::fromLatin1(question.key.type);
        question.fingerprint = remote::fingerprint(question.key);
        question.knownHostsFile = u"/home/me/.ssh/known_hosts"_s;
        return question;
    }

    /// The alarm that a connection would raise over this file.
    static remote::HostKeyAlarm alarm(const QString &file, const QString &node = u"xenhost1"_s)
    {
        const auto known = remote::KnownHosts::read({file}).value();
        const remote::HostName host{u"10.0.0.1"_s, 22};
        remote::HostKeyAlarm alarm;
        alarm.node = node;
        alarm.host = host.host;
        alarm.keyType = u"ssh-ed25519"_s;
        alarm.fingerprint = remote::fingerprint(keyOf(Second));
        alarm.onFile = known.keysOf(host);
        alarm.oldKeyType = u"ssh-ed25519"_s;
        alarm.oldFingerprint = remote::fingerprint(keyOf(First));
        alarm.file = file;
        alarm.line = alarm.onFile.isEmpty() ? 1 : alarm.onFile.first().line;
        return alarm;
    }

    template<typename T>
    static T *part(const QWidget *dialog, const char *name)
    {
        return dialog->findChild<T *>(QLatin1String(name));
    }
    static QPushButton *button(const QWidget *dialog, const QString &text)
    {
        return qobject_cast<QPushButton *>(buttonOf(dialog, text));
    }
};

TEST_F(HostKeyDialogs, whatIsPastedIsComparedInWords)
{
    HostKeyDialog dialog(question(), nullptr);
    dialog.show();
    auto *paste = part<QLineEdit>(&dialog, "paste");
    auto *result = part<QLabel>(&dialog, "result");
    auto *sign = part<QLabel>(&dialog, "resultSign");
    QPushButton *once = button(&dialog, u"Connect once"_s);
    QPushButton *save = button(&dialog, u"Accept and save"_s);
    EXPECT_TRUE(once->isEnabled() && save->isEnabled());

    paste->setText(remote::fingerprint(keyOf(Second)));
    EXPECT_FALSE(once->isEnabled() || save->isEnabled());
    EXPECT_EQ(once->toolTip(), result->text());
    EXPECT_TRUE(result->text().contains(u"another key"_s));
    EXPECT_EQ(sign->text(), u"✕"_s);
    EXPECT_TRUE(result->accessibleName().contains(result->text()));

    // As it comes from a terminal, with its line end.
    QGuiApplication::clipboard()->setText(u"256 "_s
                                          + dialog.findChild<QLineEdit *>(u"fingerprint"_s)->text()
                                          + u" root@xenhost1 (ED25519)\n"_s);
    paste->clear();
    paste->setFocus();
    paste->paste();
    EXPECT_TRUE(once->isEnabled() && save->isEnabled());
    EXPECT_EQ(sign->text(), u"✓"_s);
    EXPECT_TRUE(result->text().contains(u"the same key"_s));

    paste->setText(remote::md5Fingerprint(keyOf(First)).mid(4));
    EXPECT_TRUE(result->text().contains(u"MD5"_s));
    EXPECT_EQ(sign->text(), u"!"_s);
    paste->setText(QString::fromLatin1(First));
    EXPECT_EQ(sign->text(), u"✓"_s);
    paste->setText(u"SHA256:abc"_s);
    EXPECT_EQ(sign->text(), u"!"_s);
    EXPECT_TRUE(once->isEnabled());
    paste->clear();
    EXPECT_EQ(sign->text(), QString());
}

TEST_F(HostKeyDialogs, enterAndEscapeCancelAQuestionWhereverTheFocusIs)
{
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape}) {
        HostKeyDialog probe(question(), nullptr);
        probe.show();
        QList<QWidget *> stops{&probe};
        for (QWidget *each : probe.findChildren<QWidget *>()) {
            if ((each->focusPolicy() & Qt::TabFocus) && each->isVisible())
                stops.append(each);
        }
        EXPECT_GE(stops.size(), 9);
        for (qsizetype i = 0; i < stops.size(); ++i) {
            HostKeyDialog dialog(question(), nullptr);
            dialog.show();
            QWidget *target =
                i == 0 ? &dialog : dialog.findChild<QWidget *>(stops[i]->objectName());
            if (auto *push = qobject_cast<QPushButton *>(stops[i]))
                target = buttonOf(&dialog, push->text().remove(u'&'));
            ASSERT_NE(target, nullptr);
            target->setFocus();
            QTest::keyClick(target, key);
            EXPECT_NE(dialog.result(), QDialog::Accepted) << i;
            EXPECT_EQ(dialog.takeReply().hostKey, remote::HostKeyAnswer::Cancel) << i;
        }
    }
}

TEST_F(HostKeyDialogs, theWholeQuestionCanBeAnsweredByKeyboard)
{
    HostKeyDialog dialog(question(), nullptr);
    dialog.show();
    QApplication::setActiveWindow(&dialog);
    EXPECT_TRUE(button(&dialog, u"Cancel"_s)->isDefault());
    part<QPushButton>(&dialog, "copy")->click();
    EXPECT_EQ(QGuiApplication::clipboard()->text(),
              u"ssh-keygen -l -E sha256 -f /etc/ssh/ssh_host_ed25519_key.pub"_s);
    button(&dialog, u"Accept and save"_s)->setFocus();
    QTest::keyClick(button(&dialog, u"Accept and save"_s), Qt::Key_Space);
    EXPECT_EQ(dialog.takeReply().hostKey, remote::HostKeyAnswer::AcceptAndSave);
}

TEST_F(HostKeyDialogs, theQuestionNamesTheJumpHostAndTheRemarks)
{
    remote::HostKeyQuestion asked = question();
    HostKeyDialog plain(asked, nullptr);
    EXPECT_TRUE(part<QLineEdit>(&plain, "jump")->isHidden());
    EXPECT_TRUE(part<QLabel>(&plain, "remarks")->isHidden());
    asked.jump = u"gate"_s;
    asked.remarks = QStringList{u"<b>First</b>."_s, u"Second."_s};
    HostKeyDialog dialog(asked, nullptr);
    EXPECT_EQ(part<QLineEdit>(&dialog, "jump")->text(), u"gate"_s);
    EXPECT_FALSE(part<QLineEdit>(&dialog, "jump")->isHidden());
    EXPECT_EQ(part<QLabel>(&dialog, "remarks")->text(), u"<b>First</b>.\nSecond."_s);
    EXPECT_EQ(part<QLabel>(&dialog, "remarks")->textFormat(), Qt::PlainText);
}

TEST_F(HostKeyDialogs, anAlarmHasNothingToAcceptAndOneDialogAHost)
{
    open();
    const QString file = write(u"known_hosts"_s, "# mine\n10.0.0.1 " + First + '\n');
    window->questions()->raiseAlarm(alarm(file));
    window->questions()->raiseAlarm(alarm(file));
    window->questions()->raiseAlarm(alarm(file, u"xenhost2"_s));
    const auto dialogs = window->findChildren<HostKeyAlarmDialog *>();
    ASSERT_EQ(dialogs.size(), 2);
    HostKeyAlarmDialog *dialog = dialogs.first();
    EXPECT_TRUE(dialog->isVisible());
    EXPECT_FALSE(dialog->isModal());
    EXPECT_EQ(part<QLineEdit>(dialog, "oldFingerprint")->text(), remote::fingerprint(keyOf(First)));
    EXPECT_EQ(part<QLineEdit>(dialog, "fingerprint")->text(), remote::fingerprint(keyOf(Second)));
    EXPECT_EQ(part<QLineEdit>(dialog, "place")->text(), file + u":2"_s);
    QStringList buttons;
    for (const QPushButton *each : dialog->findChildren<QPushButton *>())
        buttons.append(each->text().remove(u'&'));
    EXPECT_EQ(buttons.size(), 2) << buttons.join(u',').toStdString();
    EXPECT_TRUE(button(dialog, u"Close"_s)->isDefault());
    QTest::keyClick(dialog, Qt::Key_Escape);
    EXPECT_FALSE(dialog->isVisible());
}

TEST_F(HostKeyDialogs, aRevokedKeyCannotBeRemovedFromTheAlarm)
{
    open();
    const QString file = write(u"known_hosts"_s, "@revoked * " + First + '\n');
    remote::HostKeyAlarm revoked = alarm(file);
    revoked.kind = remote::HostKeyAlarm::Kind::Revoked;
    window->questions()->raiseAlarm(revoked);
    auto *dialog = window->findChild<HostKeyAlarmDialog *>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(button(dialog, u"Remove the old key…"_s)->isHidden());
    EXPECT_TRUE(part<QLabel>(dialog, "headline")->text().contains(u"revoked"_s));
}

TEST_F(HostKeyDialogs, removalIsASecondStepThatNamesTheBackupAndOffersToConnect)
{
    addProfile(u"xenhost1"_s);
    open();
    const QByteArray before = "# mine\n10.0.0.1,node1 " + First + "\nother " + Second + '\n';
    const QString file = write(u"known_hosts"_s, before);
    window->questions()->raiseAlarm(alarm(file));
    auto *dialog = window->findChild<HostKeyAlarmDialog *>();
    button(dialog, u"Remove the old key…"_s)->click();
    auto *removal = dialog->findChild<RemoveHostKeysDialog *>();
    ASSERT_NE(removal, nullptr);
    ASSERT_TRUE(waitUntil([&] { return button(removal, u"Remove"_s)->isEnabled(); }));
    EXPECT_TRUE(button(removal, u"Cancel"_s)->isDefault());
    EXPECT_TRUE(part<QPlainTextEdit>(removal, "keys")->toPlainText().contains(file + u":2"_s));
    EXPECT_TRUE(part<QLabel>(removal, "backup")->text().contains(file + u".old"_s));
    EXPECT_TRUE(part<QLabel>(removal, "headline")->text().contains(u"several hosts"_s));
    EXPECT_EQ(contents(u"known_hosts"_s), before);

    button(removal, u"Remove"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return buttonOf(removal, u"Connect again"_s) != nullptr; }));
    EXPECT_EQ(contents(u"known_hosts"_s), "# mine\nother " + Second + '\n');
    EXPECT_EQ(contents(u"known_hosts.old"_s), before);
    EXPECT_TRUE(part<QLabel>(removal, "result")->text().contains(file + u".old"_s));
    bool again = false;
    QObject::connect(dialog, &HostKeyAlarmDialog::connectAgainRequested, dialog,
                     [&](const QString &node) { again = node == u"xenhost1"_s; });
    buttonOf(removal, u"Connect again"_s)->click();
    EXPECT_TRUE(again);
    EXPECT_FALSE(dialog->isVisible());
}

TEST_F(HostKeyDialogs, escapeRemovesNothing)
{
    const QByteArray before = "10.0.0.1 " + First + '\n';
    const QString file = write(u"known_hosts"_s, before);
    RemoveHostKeysDialog removal(alarm(file).onFile, u"xenhost1"_s, environment.pool.get(),
                                 nullptr);
    removal.show();
    ASSERT_TRUE(waitUntil([&] { return button(&removal, u"Remove"_s)->isEnabled(); }));
    QTest::keyClick(&removal, Qt::Key_Return);
    EXPECT_FALSE(removal.isVisible());
    EXPECT_EQ(contents(u"known_hosts"_s), before);
    EXPECT_TRUE(contents(u"known_hosts.old"_s).isEmpty());
}

TEST_F(HostKeyDialogs, aFileThatChangedMeanwhileStaysAsItIs)
{
    const QString file = write(u"known_hosts"_s, "10.0.0.1 " + First + '\n');
    RemoveHostKeysDialog removal(alarm(file).onFile, u"xenhost1"_s, environment.pool.get(),
                                 nullptr);
    removal.show();
    write(u"known_hosts"_s, "new " + Second + "\n10.0.0.1 " + First + '\n');
    ASSERT_TRUE(waitUntil([&] { return button(&removal, u"Remove"_s)->isEnabled(); }));
    button(&removal, u"Remove"_s)->click();
    auto *result = part<QLabel>(&removal, "result");
    ASSERT_TRUE(waitUntil([&] { return result->isVisible(); }));
    EXPECT_TRUE(result->text().contains(u"somebody else"_s)) << result->text().toStdString();
    EXPECT_EQ(buttonOf(&removal, u"Connect again"_s), nullptr);
    EXPECT_TRUE(contents(u"known_hosts"_s).startsWith("new "));
}

struct KnownHostsDialogs : HostKeyDialogs
{
    KnownHostsDialogs()
    {
        qputenv("HOME", QFile::encodeName(folder.path()));
        QDir(folder.path()).mkdir(u".ssh"_s);
    }
    ~KnownHostsDialogs() override { qputenv("HOME", m_home); }

    KnownHostsDialog *show(const QByteArray &text)
    {
        if (!text.isEmpty())
            write(u".ssh/known_hosts"_s, text);
        addProfile(u"xenhost1"_s); // its host is xenhost1.example
        open();
        EXPECT_TRUE(waitUntil([&] { return !window->page()->cluster().isEmpty(); }));
        for (QAction *action : window->findChildren<QAction *>()) {
            if (action->text() == u"Known &host keys…"_s)
                action->trigger();
        }
        auto *dialog = window->findChild<KnownHostsDialog *>();
        EXPECT_NE(dialog, nullptr);
        auto *empty = part<QLabel>(dialog, "empty");
        EXPECT_TRUE(waitUntil([&] { return !empty->text().startsWith(u"Reading"_s); }));
        return dialog;
    }
    static QString cell(const KnownHostsDialog *dialog, int row, int column)
    {
        const QAbstractItemModel *model = part<QTableView>(dialog, "keys")->model();
        return model->index(row, column).data().toString();
    }
    static int rows(const KnownHostsDialog *dialog)
    {
        return part<QTableView>(dialog, "keys")->model()->rowCount();
    }

private:
    const QByteArray m_home = qgetenv("HOME");
};

TEST_F(KnownHostsDialogs, listsSearchesAndNamesProblems)
{
    KnownHostsDialog *dialog = show(
        "node1 " + First + "\nbroken\n" + remote::hashedName("xenhost1.example") + ' ' + Second
        + "\n" + remote::hashedName("stranger") + ' ' + Second + "\n@revoked * " + First + '\n');
    ASSERT_EQ(rows(dialog), 4);
    EXPECT_EQ(cell(dialog, 0, 0), u"node1"_s);
    EXPECT_EQ(cell(dialog, 0, 2), remote::fingerprint(keyOf(First)));
    EXPECT_TRUE(cell(dialog, 0, 3).endsWith(u"known_hosts:1"_s));
    EXPECT_EQ(cell(dialog, 1, 0), u"(hashed) xenhost1"_s);
    EXPECT_EQ(cell(dialog, 2, 0), u"(hashed)"_s);
    EXPECT_EQ(cell(dialog, 3, 4), u"@revoked"_s);
    EXPECT_TRUE(part<QPlainTextEdit>(dialog, "problems")->isVisible());
    EXPECT_TRUE(
        part<QPlainTextEdit>(dialog, "problems")->toPlainText().contains(u"known_hosts:2"_s));
    EXPECT_FALSE(button(dialog, u"Remove…"_s)->isEnabled());

    auto *search = part<QLineEdit>(dialog, "search");
    EXPECT_EQ(dialog->focusWidget(), search);
    QTest::keyClicks(search, u"XENHOST1"_s);
    EXPECT_EQ(rows(dialog), 2) << "its own line, and the one for every host";
    search->setText(remote::fingerprint(keyOf(First)).mid(7, 12));
    EXPECT_EQ(rows(dialog), 2);
    search->setText(u"no such thing"_s);
    EXPECT_EQ(rows(dialog), 0);
    EXPECT_TRUE(part<QLabel>(dialog, "empty")->isVisible());
    EXPECT_EQ(nodes.callsFromGuiThread(), 0);
}

TEST_F(KnownHostsDialogs, removesAfterAQuestionAndReadsAgain)
{
    KnownHostsDialog *dialog = show("node1 " + First + "\nnode2 " + Second + '\n');
    ASSERT_EQ(rows(dialog), 2);
    part<QTableView>(dialog, "keys")->selectRow(1);
    button(dialog, u"Remove…"_s)->click();
    auto *removal = dialog->findChild<RemoveHostKeysDialog *>();
    ASSERT_NE(removal, nullptr);
    ASSERT_TRUE(waitUntil([&] { return button(removal, u"Remove"_s)->isEnabled(); }));
    button(removal, u"Remove"_s)->click();
    ASSERT_TRUE(waitUntil([&] { return rows(dialog) == 1; }));
    EXPECT_EQ(cell(dialog, 0, 0), u"node1"_s);
    EXPECT_EQ(contents(u".ssh/known_hosts"_s), "node1 " + First + '\n');
    EXPECT_FALSE(contents(u".ssh/known_hosts.old"_s).isEmpty());
}

TEST_F(KnownHostsDialogs, anEmptyListSaysWhereItLooked)
{
    KnownHostsDialog *dialog = show({});
    EXPECT_EQ(rows(dialog), 0);
    EXPECT_TRUE(part<QLabel>(dialog, "empty")->isVisible());
    EXPECT_TRUE(
        part<QLabel>(dialog, "empty")->text().contains(folder.filePath(u".ssh/known_hosts"_s)));
    EXPECT_FALSE(part<QPlainTextEdit>(dialog, "problems")->isVisible());
}

} // namespace
} // namespace colonnade::gui
