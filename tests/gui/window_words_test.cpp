// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the window in each language that it is shipped in: keys with Alt that clash, and
// words that do not fit.
#include "gui/clusterpage.h"
#include "gui/confirmdialog.h"
#include "gui/hostkeydialog.h"
#include "gui/migratetodialog.h"
#include "gui/profiledialog.h"
#include "gui/questiondialogs.h"
#include "gui/window_fixture.h"
#include "remote/knownhosts.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QStyleOptionFrame>
#include <QToolButton>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

struct Words : WindowTest, testing::WithParamInterface<std::string>
{
    Words()
    {
        EXPECT_TRUE(m_translator.load(u":/i18n/colonnade_"_s + QString::fromStdString(GetParam())));
        QCoreApplication::installTranslator(&m_translator);
        QLocale::setDefault(QLocale(QString::fromStdString(GetParam())));
        addProfile(u"xenhost1"_s);
        addProfile(u"xenhost2"_s);
        nodes.setProbe(u"xenhost1"_s, {.hostName = "xenhost1", .guests = {{.name = "web1"}}});
        open();
        EXPECT_TRUE(waitUntil([&] { return columnShows(u"xenhost1"_s, u"web1"_s); }));
    }
    ~Words() override
    {
        closeDown();
        QLocale::setDefault(QLocale::c());
        QCoreApplication::removeTranslator(&m_translator);
    }

    /// Each dialogue, shown; they go with the window.
    QList<QDialog *> dialogs()
    {
        auto *targets = new MigrateToDialog({{u"web1"_s, u"xenhost1"_s}}, window.get());
        targets->setTargets({{u"xenhost1"_s, {}, true}, {u"xenhost2"_s, {}, false}});
        PreparedMigration can{{u"web1"_s, u"xenhost1"_s}, u"xenhost2"_s, {}, operations::Plan()};
        can.plan->steps = {{u"xenhost1"_s, u"t"_s, "xl migrate web1 xenhost2", {}, {}, {}}};
        const PreparedMigration cannot{{u"db1"_s, u"xenhost1"_s},
                                       u"xenhost2"_s,
                                       {},
                                       base::failure(base::ErrorCode::Refused, u"no memory."_s)};
        remote::HostKeyQuestion key;
        key.node = u"n"_s;
        key.host = u"h"_s;
        key.keyType = u"ssh-ed25519"_s;
        key.fingerprint = u"SHA256:x"_s;
        const QList<QDialog *> all{
            new HostKeyDialog(key, window.get()),
            new SecretDialog(remote::SecretQuestion{}, true, false, window.get()),
            new ProfileDialog({{}, u"domnull"_s, savedProfiles(), {u"domnull"_s}, {}}, environment,
                              {}, window.get()),
            targets,
            new ConfirmDialog({can}, window.get()),
            new ConfirmDialog({can, can, cannot}, window.get()),
        };
        for (QDialog *dialog : all)
            dialog->show();
        QCoreApplication::processEvents();
        return all;
    }

private:
    QTranslator m_translator;
};

/// The texts that want the same key with Alt.
std::string clashes(const QStringList &texts)
{
    QStringList found;
    QHash<QKeySequence, QString> owners;
    for (const QString &text : texts) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (!key.isEmpty() && owners.contains(key))
            found.append(owners[key] + u" / "_s + text);
        owners.insert(key, text);
    }
    return found.join(u'\n').toStdString();
}

QStringList textsOf(const QList<QAction *> &actions)
{
    QStringList texts;
    for (const QAction *action : actions)
        texts.append(action->text());
    return texts;
}

/// What does not fit into its place under @p widget.
std::string cutOff(const QWidget *widget)
{
    QStringList found;
    const auto check = [&](const QWidget *part, const QString &text, int wanted) {
        if (part->isVisible() && part->width() < wanted)
            found.append(QStringLiteral("%1: %2 of %3").arg(text).arg(part->width()).arg(wanted));
    };
    for (const QLabel *label : widget->findChildren<QLabel *>()) {
        if (!label->wordWrap())
            check(label, label->text(), label->sizeHint().width());
    }
    for (const QAbstractButton *button : widget->findChildren<QAbstractButton *>()) {
        const bool iconOnly = qobject_cast<QLineEdit *>(button->parent());
        if (!iconOnly && !button->text().isEmpty())
            check(button, button->text(), button->sizeHint().width());
    }
    for (const QLineEdit *edit : widget->findChildren<QLineEdit *>()) {
        QStyleOptionFrame option;
        option.initFrom(edit);
        const QRect contents =
            edit->style()->subElementRect(QStyle::SE_LineEditContents, &option, edit);
        int wanted = edit->width() - contents.width() + 4
                     + edit->fontMetrics().horizontalAdvance(edit->placeholderText());
        for (const QToolButton *button : edit->findChildren<QToolButton *>())
            wanted += button->width();
        if (!edit->placeholderText().isEmpty())
            check(edit, edit->placeholderText(), wanted);
    }
    return found.join(u'\n').toStdString();
}

TEST_P(Words, noMenuHasAKeyTwice)
{
    EXPECT_EQ(clashes(textsOf(window->menuBar()->actions())), "");
    int menus = 0;
    for (const QMenu *menu : window->menuBar()->findChildren<QMenu *>()) {
        ++menus;
        EXPECT_EQ(clashes(textsOf(menu->actions())), "") << qPrintable(menu->title());
    }
    EXPECT_GE(menus, 6);
}

TEST_P(Words, noDialogHasAKeyTwice)
{
    for (const QDialog *dialog : dialogs()) {
        QStringList texts;
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->buddy())
                texts.append(label->text());
        }
        for (const QAbstractButton *button : dialog->findChildren<QAbstractButton *>())
            texts.append(button->text());
        EXPECT_FALSE(texts.isEmpty());
        EXPECT_EQ(clashes(texts), "") << qPrintable(dialog->windowTitle());
    }
}

TEST_P(Words, allOfThemFit)
{
    for (const QDialog *dialog : dialogs())
        EXPECT_EQ(cutOff(dialog), "") << qPrintable(dialog->windowTitle());
    EXPECT_EQ(cutOff(window.get()), "");
}

TEST_P(Words, areThoseOfTheLanguage)
{
    const bool german = GetParam() == "de";
    EXPECT_EQ(window->menuBar()->actions().first()->text(), u"&Cluster"_s);
    EXPECT_EQ(window->menuBar()->actions().last()->text(), german ? u"&Hilfe"_s : u"&Help"_s);
    // And those that no QObject says. A folder is no file of keys.
    const auto known = remote::KnownHosts::read({folder.path()});
    ASSERT_FALSE(known);
    EXPECT_EQ(known.error().remedy, german
                                        ? u"Prüfen Sie Eigentümer und Zugriffsrechte der Datei."_s
                                        : u"Check the owner and the mode of the file."_s);
}

} // namespace

INSTANTIATE_TEST_SUITE_P(, Words, testing::Values("en", "de"),
                         [](const auto &language) { return language.param; });

} // namespace colonnade::gui
