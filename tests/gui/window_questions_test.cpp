// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/questions.h"

#include "gui/hostkeydialog.h"
#include "gui/questiondialogs.h"
#include "gui/window_fixture.h"
#include "gui/windowinteraction.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <future>
#include <thread>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

/// Asks as a connection does, on a thread of its own.
struct Questions : testing::Test
{
    QWidget parent;
    QuestionDesk *desk = new QuestionDesk(&parent);
    QMap<QString, QString> kept; ///< what the keychain has; touched by one thread at a time
    std::optional<base::Error> broken =
        base::Error{base::ErrorCode::Unsupported, u"There is no keychain."_s};
    QList<base::Error> notices;
    std::shared_ptr<WindowInteraction> interaction;

    Questions()
    {
        interaction = std::make_shared<WindowInteraction>(desk, fakeKeychain());
        QObject::connect(desk, &QuestionDesk::notice, desk,
                         [this](const base::Error &what) { notices.append(what); });
    }

    profiles::SecretStore fakeKeychain()
    {
        profiles::SecretStore store;
        store.read = [this](const QString &key,
                            std::stop_token) -> base::Result<std::optional<base::Secret>> {
            if (broken)
                return std::unexpected(*broken);
            if (!kept.contains(key))
                return std::nullopt;
            return base::Secret(kept[key].toUtf8());
        };
        store.store = [this](const QString &key, const base::Secret &secret) -> base::Result<void> {
            if (broken)
                return std::unexpected(*broken);
            kept[key] = QString::fromUtf8(secret.reveal());
            return {};
        };
        store.remove = [this](const QString &key) -> base::Result<void> {
            kept.remove(key);
            return {};
        };
        return store;
    }
    template<typename Ask>
    auto ask(Ask question)
    {
        return std::async(std::launch::async, question);
    }
    /// The answer of the person or the keeper; empty: declined.
    auto askSecret(const remote::SecretQuestion &question)
    {
        return ask([this, question] {
            const auto secret = interaction->secret(question, {});
            return secret ? QString::fromUtf8(secret->reveal()) : QString();
        });
    }
    /// Types @p text into the dialog that is open.
    void type(const QString &text, bool remember)
    {
        QDialog *dialog = waitForDialog();
        dialog->findChild<QLineEdit *>()->setText(text);
        dialog->findChild<QCheckBox *>(u"remember"_s)->setChecked(remember);
        dialog->accept();
    }

    auto askHostKey(const QString &node, std::stop_token stop = {})
    {
        return ask([this, node, stop] {
            remote::HostKeyQuestion question;
            question.node = node;
            question.host = node;
            question.port = 2222;
            question.keyType = u"ssh-ed25519"_s;
            question.fingerprint = u"SHA256:abc"_s;
            question.knownHostsFile = u"/known_hosts"_s;
            return interaction->unknownHostKey(question, stop);
        });
    }
    QDialog *waitForDialog()
    {
        EXPECT_TRUE(
            waitUntil([&] { return desk->currentDialog() && desk->currentDialog()->isVisible(); }));
        return desk->currentDialog();
    }
    template<typename Future>
    auto result(Future &future)
    {
        EXPECT_TRUE(waitUntil(
            [&] { return future.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }));
        return future.get();
    }
    void judge(const remote::SecretQuestion &question, bool right)
    {
        auto done = ask([this, question, right] {
            right ? interaction->secretAccepted(question) : interaction->secretRefused(question);
            return true;
        });
        result(done);
    }
};

TEST_F(Questions, theHostKeyDialogShowsAllAndCancelIsTheDefault)
{
    auto answer = askHostKey(u"xenhost1"_s);
    QDialog *dialog = waitForDialog();
    EXPECT_FALSE(dialog->isModal());
    EXPECT_EQ(dialog->findChild<QLineEdit *>(u"fingerprint"_s)->text(), u"SHA256:abc"_s);
    EXPECT_EQ(dialog->findChild<QLineEdit *>(u"host"_s)->text(), u"xenhost1:2222"_s);
    EXPECT_EQ(dialog->findChild<QLineEdit *>(u"command"_s)->text(),
              u"ssh-keygen -l -E sha256 -f /etc/ssh/ssh_host_ed25519_key.pub"_s);
    auto *cancel = qobject_cast<QPushButton *>(buttonOf(dialog, u"Cancel"_s));
    ASSERT_NE(cancel, nullptr);
    EXPECT_TRUE(cancel->isDefault());
    for (const auto &text : {u"Connect once"_s, u"Accept and save"_s})
        EXPECT_FALSE(qobject_cast<QPushButton *>(buttonOf(dialog, text))->isDefault());
    cancel->click();
    EXPECT_EQ(result(answer), remote::HostKeyAnswer::Cancel);
}

TEST_F(Questions, everyAnswerToAHostKeyArrives)
{
    for (const auto &[text, expected] :
         {std::pair(u"Connect once"_s, remote::HostKeyAnswer::ConnectOnce),
          std::pair(u"Accept and save"_s, remote::HostKeyAnswer::AcceptAndSave)}) {
        auto answer = askHostKey(u"xenhost1"_s);
        buttonOf(waitForDialog(), text)->click();
        EXPECT_EQ(result(answer), expected);
    }
}

TEST_F(Questions, severalWaitInARowAndOneIsShown)
{
    auto first = askHostKey(u"xenhost1"_s);
    waitForDialog();
    auto second = askHostKey(u"xenhost2"_s);
    ASSERT_TRUE(waitUntil([&] { return desk->waiting() == 2; }));
    EXPECT_EQ(parent.findChildren<QuestionDialog *>().size(), 1);
    desk->currentDialog()->reject();
    EXPECT_EQ(result(first), remote::HostKeyAnswer::Cancel);
    EXPECT_EQ(waitForDialog()->findChild<QLineEdit *>(u"host"_s)->text(), u"xenhost2:2222"_s);
    buttonOf(desk->currentDialog(), u"Connect once"_s)->click();
    EXPECT_EQ(result(second), remote::HostKeyAnswer::ConnectOnce);
}

TEST_F(Questions, aStopTokenClosesTheDialogAndTheNextOneComes)
{
    std::stop_source stop;
    auto first = askHostKey(u"xenhost1"_s, stop.get_token());
    waitForDialog();
    auto second = askHostKey(u"xenhost2"_s);
    ASSERT_TRUE(waitUntil([&] { return desk->waiting() == 2; }));
    stop.request_stop();
    EXPECT_EQ(result(first), remote::HostKeyAnswer::Cancel);
    ASSERT_TRUE(waitUntil([&] { return desk->waiting() == 1; }));
    EXPECT_EQ(waitForDialog()->findChild<QLineEdit *>(u"host"_s)->text(), u"xenhost2:2222"_s);
    desk->currentDialog()->reject();
    result(second);
}

TEST_F(Questions, withoutAWindowEverythingIsDeclined)
{
    interaction->detach();
    auto key = askHostKey(u"xenhost1"_s);
    EXPECT_EQ(result(key), remote::HostKeyAnswer::Cancel);
    auto secret = ask([this] { return interaction->secret({}, {}).has_value(); });
    EXPECT_FALSE(result(secret));
}

TEST_F(Questions, whenTheDeskGoesThoseWhoWaitAreLetGo)
{
    auto first = askHostKey(u"xenhost1"_s);
    waitForDialog();
    interaction->detach();
    delete desk;
    EXPECT_EQ(result(first), remote::HostKeyAnswer::Cancel);
}

TEST_F(Questions, aPassphraseIsHiddenAndKeptOnlyAfterItWasRight)
{
    broken.reset();
    remote::SecretQuestion question;
    question.secretsId = u"id1"_s;
    question.kind = remote::SecretQuestion::Kind::Passphrase;
    question.node = u"xenhost1"_s;
    question.keyFile = u"/home/me/.ssh/id_ed25519"_s;
    auto answer = askSecret(question);
    QDialog *dialog = waitForDialog();
    auto *field = dialog->findChild<QLineEdit *>();
    EXPECT_EQ(field->echoMode(), QLineEdit::Password);
    field->setText(u"tröpfchen"_s);
    dialog->findChild<QCheckBox *>(u"remember"_s)->setChecked(true);
    dialog->accept();
    EXPECT_EQ(result(answer), u"tröpfchen"_s);
    EXPECT_TRUE(kept.isEmpty());
    judge(question, true);
    EXPECT_EQ(kept.value(u"id1/passphrase//home/me/.ssh/id_ed25519"_s), u"tröpfchen"_s);
}

TEST_F(Questions, aKeptSecretIsGivenWithoutAQuestion)
{
    broken.reset();
    kept[u"id1/sudo"_s] = u"abracadabra"_s;
    remote::SecretQuestion question;
    question.secretsId = u"id1"_s;
    question.kind = remote::SecretQuestion::Kind::SudoPassword;
    auto answer = askSecret(question);
    EXPECT_EQ(result(answer), u"abracadabra"_s);
}

TEST_F(Questions, aKeptSecretThatIsWrongIsTriedOnceAndReplaced)
{
    broken.reset();
    kept[u"id1/password"_s] = u"old"_s;
    remote::SecretQuestion question;
    question.secretsId = u"id1"_s;
    auto answer = askSecret(question);
    EXPECT_EQ(result(answer), u"old"_s);
    judge(question, false);

    question.attempt = 2;
    answer = askSecret(question);
    QDialog *dialog = waitForDialog();
    EXPECT_TRUE(dialog->findChild<QCheckBox *>(u"remember"_s)->isChecked());
    EXPECT_TRUE(dialog->findChild<QLabel *>(u"problem"_s)->text().contains(u"keychain"_s));
    dialog->reject();
    EXPECT_EQ(result(answer), QString());

    question.attempt = 1; // of the next login
    answer = askSecret(question);
    type(u"new"_s, true);
    EXPECT_EQ(result(answer), u"new"_s);
    judge(question, true);
    EXPECT_EQ(kept.value(u"id1/password"_s), u"new"_s);
}

TEST_F(Questions, aWrongKeptSecretGoesWhenTheRightOneIsNotToBeKept)
{
    broken.reset();
    kept[u"id1/password"_s] = u"old"_s;
    remote::SecretQuestion question;
    question.secretsId = u"id1"_s;
    auto answer = askSecret(question);
    result(answer);
    judge(question, false);
    question.attempt = 2;
    answer = askSecret(question);
    type(u"new"_s, false);
    result(answer);
    judge(question, true);
    EXPECT_FALSE(kept.contains(u"id1/password"_s));
}

TEST_F(Questions, withoutAKeychainIsAskedOnceARunAndSaidOnce)
{
    remote::SecretQuestion question;
    question.secretsId = u"id1"_s;
    auto answer = askSecret(question);
    type(u"open sesame"_s, false);
    EXPECT_EQ(result(answer), u"open sesame"_s);
    judge(question, true);
    answer = askSecret(question); // a reconnect
    EXPECT_EQ(result(answer), u"open sesame"_s);

    question.secretsId = u"id2"_s;
    answer = askSecret(question);
    waitForDialog()->reject();
    EXPECT_EQ(result(answer), QString());
    ASSERT_EQ(notices.size(), 1);
    EXPECT_EQ(notices.first().message, u"There is no keychain."_s);
    EXPECT_TRUE(notices.first().remedy.contains(u"stored nowhere"_s));
    EXPECT_TRUE(kept.isEmpty());
}

TEST_F(Questions, aLockedKeychainIsAskedAgainTheNextTime)
{
    broken = base::Error{base::ErrorCode::Refused, u"The keychain is locked."_s};
    kept[u"id1/password"_s] = u"kept"_s;
    remote::SecretQuestion question;
    question.secretsId = u"id1"_s;
    auto answer = askSecret(question);
    waitForDialog()->reject();
    result(answer);
    EXPECT_EQ(notices.size(), 1);
    broken.reset();
    answer = askSecret(question);
    EXPECT_EQ(result(answer), u"kept"_s);
}

TEST_F(Questions, thePassphraseOfAKeyIsAskedForOnceForAllNodes)
{
    broken.reset();
    remote::SecretQuestion question;
    question.kind = remote::SecretQuestion::Kind::Passphrase;
    question.keyFile = u"/key"_s;
    question.secretsId = u"id1"_s;
    auto first = askSecret(question);
    waitForDialog();
    remote::SecretQuestion other = question;
    other.secretsId = u"id2"_s;
    auto second = askSecret(other);
    type(u"secret"_s, false);
    EXPECT_EQ(result(first), u"secret"_s);
    judge(question, true);
    EXPECT_EQ(result(second), u"secret"_s);
    EXPECT_EQ(desk->waiting(), 0);
}

TEST_F(Questions, withoutAKeychainNothingIsOfferedToBeKept)
{
    remote::SecretQuestion question;
    auto first = ask([&] { return interaction->secret(question, {}).has_value(); });
    QDialog *dialog = waitForDialog();
    EXPECT_FALSE(dialog->findChild<QCheckBox *>(u"remember"_s)->isVisible());
    EXPECT_FALSE(dialog->findChild<QLabel *>(u"problem"_s)->isVisible());
    dialog->accept();
    EXPECT_TRUE(result(first));
    question.attempt = 2;
    auto answer = ask([&] { return interaction->secret(question, {}).has_value(); });
    dialog = waitForDialog();
    EXPECT_FALSE(dialog->findChild<QCheckBox *>(u"remember"_s)->isVisible());
    EXPECT_TRUE(dialog->findChild<QLabel *>(u"problem"_s)->isVisible());
    dialog->reject();
    EXPECT_FALSE(result(answer));
}

TEST_F(Questions, theServersWordsAreShownAsPlainText)
{
    remote::KeyboardQuestion question;
    question.node = u"xenhost1"_s;
    question.name = u"<b>bold</b>\x1b[31m\n\n\n"_s;
    question.instruction = QString(100'000, u'x');
    question.prompts = {{u"Code & PIN: "_s, true}, {u"Password: "_s, false}};
    auto answer = ask([&] {
        auto secrets = interaction->keyboardInteractive(question, {});
        return secrets ? QByteArray(secrets->at(0).reveal()) + '/' + secrets->at(1).reveal()
                       : QByteArray();
    });
    QDialog *dialog = waitForDialog();
    const QString headline = dialog->findChild<QLabel *>(u"headline"_s)->text();
    EXPECT_EQ(dialog->findChild<QLabel *>(u"headline"_s)->textFormat(), Qt::PlainText);
    EXPECT_TRUE(headline.contains(u"<b>bold</b>"_s));
    EXPECT_FALSE(headline.contains(QChar(0x1b)));
    EXPECT_LT(headline.size(), 1000);
    const QList<QLineEdit *> fields = dialog->findChildren<QLineEdit *>();
    ASSERT_EQ(fields.size(), 2);
    EXPECT_EQ(fields.at(0)->echoMode(), QLineEdit::Normal);
    EXPECT_EQ(fields.at(1)->echoMode(), QLineEdit::Password);
    fields.at(0)->setText(u"123"_s);
    fields.at(1)->setText(u"pw"_s);
    dialog->accept();
    EXPECT_EQ(result(answer), "123/pw");
}

} // namespace
} // namespace colonnade::gui
