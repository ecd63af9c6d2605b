// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/profiledialog.h"

#include "gui/methodlist.h"
#include "gui/profileproblems.h"
#include "gui/window_fixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace colonnade::gui {
namespace {

using profiles::LoginMethod;
using profiles::Profile;

Profile profile(const QString &name)
{
    Profile made;
    made.id = u"id-"_s + name;
    made.name = name;
    made.host = name;
    made.cluster = u"west"_s;
    return made;
}

struct ProfileDialogTest : testing::Test
{
    ProfileDialogTest() { environment.sshConfig = {}; }
    ~ProfileDialogTest() override
    {
        dialog.reset();
        environment.pool->waitForDone();
    }

    void open(const QList<Profile> &originals)
    {
        dialog = std::make_unique<ProfileDialog>(
            ProfileDialog::Subject{originals, u"west"_s, all, {u"west"_s, u"east"_s}, {}},
            environment, secrets, nullptr);
        dialog->show();
    }
    template<typename T>
    T *part(const QString &name) const
    {
        return dialog->findChild<T *>(name);
    }
    void type(const QString &field, const QString &text) const
    {
        auto *edit = part<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        if (text.isEmpty())
            QTest::keyClick(edit, Qt::Key_Delete);
        else
            QTest::keyClicks(edit, text);
    }
    bool canSave() const
    {
        return part<QDialogButtonBox>(u"buttons"_s)->button(QDialogButtonBox::Save)->isEnabled();
    }
    QString problem(const QString &label) const
    {
        const auto *words = part<QLabel>(label);
        return words->isHidden() ? QString() : words->text();
    }

    Environment environment;
    KeptSecrets secrets;
    QList<Profile> all = {profile(u"a"_s), profile(u"b"_s)};
    std::unique_ptr<ProfileDialog> dialog;
};

TEST_F(ProfileDialogTest, aNewOneNeedsAHostAndNothingElse)
{
    open({});
    EXPECT_FALSE(canSave());
    EXPECT_TRUE(problem(u"result"_s).contains(u"The host is missing"));
    EXPECT_EQ(problem(u"hostProblem"_s), QString()) << "nobody is scolded before typing";
    type(u"host"_s, u"10.0.0.7"_s);
    EXPECT_TRUE(canSave());
    const Profile made = dialog->profiles().first();
    Profile expected;
    expected.name = expected.host = u"10.0.0.7"_s;
    expected.cluster = u"west"_s;
    EXPECT_EQ(made, expected);
}

TEST_F(ProfileDialogTest, eachProblemStandsAtItsFieldWhileItIsTyped)
{
    open({all[0]});
    type(u"host"_s, u"-oProxyCommand=x"_s);
    EXPECT_TRUE(problem(u"hostProblem"_s).contains(u"-oProxyCommand=x"));
    type(u"host"_s, u"a"_s);
    EXPECT_EQ(problem(u"hostProblem"_s), QString());
    type(u"port"_s, u"65536"_s);
    EXPECT_TRUE(problem(u"hostProblem"_s).contains(u"1 to 65535"));
    EXPECT_FALSE(canSave());
    type(u"port"_s, QString());
    type(u"user"_s, u"a b"_s);
    EXPECT_NE(problem(u"userProblem"_s), QString());
    type(u"user"_s, u"admin"_s);
    type(u"name"_s, u"b"_s);
    EXPECT_TRUE(problem(u"nameProblem"_s).contains(u"in cluster west already"));
    EXPECT_TRUE(problem(u"result"_s).contains(u"Cannot be saved yet"));
    type(u"name"_s, u"c"_s);
    EXPECT_TRUE(canSave());
    type(u"keepalive"_s, u"-3"_s);
    EXPECT_NE(problem(u"timesProblem"_s), QString());
}

TEST_F(ProfileDialogTest, whatIsNotTouchedStaysAsItIsInEach)
{
    Profile one = all[0];
    one.user = u"alice"_s;
    one.readOnly = true;
    one.methods = {LoginMethod::Password};
    one.identityFiles = {u"/k1"_s};
    one.keepalive = std::chrono::seconds(7);
    one.jump.profile = u"b"_s;
    Profile two = all[1];
    two.port = 2222;
    two.note = u"two"_s;
    open({one, two});
    EXPECT_EQ(part<QLineEdit>(u"user"_s)->placeholderText(), u"(several values)"_s);
    EXPECT_EQ(part<QCheckBox>(u"readOnly"_s)->checkState(), Qt::PartiallyChecked);
    EXPECT_EQ(part<QComboBox>(u"jumpKind"_s)->currentIndex(), -1);
    EXPECT_TRUE(canSave());
    EXPECT_EQ(dialog->profiles(), (QList{one, two})) << "nothing was touched";
    type(u"timeout"_s, u"40"_s);
    part<QCheckBox>(u"readOnly"_s)->click();
    const QList<Profile> edited = dialog->profiles();
    one.connectTimeout = two.connectTimeout = std::chrono::seconds(40);
    one.readOnly = two.readOnly = true;
    EXPECT_EQ(edited, (QList{one, two}));
}

TEST_F(ProfileDialogTest, aFieldThatIsEmptiedIsEmptiedInAll)
{
    Profile one = all[0];
    one.user = u"alice"_s;
    open({one, all[1]});
    type(u"user"_s, u"x"_s);
    QTest::keyClick(part<QLineEdit>(u"user"_s), Qt::Key_Backspace);
    EXPECT_EQ(dialog->profiles().first().user, QString());
}

TEST_F(ProfileDialogTest, theOrderOfMethodsIsChangedByTheKeyboard)
{
    open({all[0]});
    auto *box = part<QGroupBox>(u"methodsBox"_s);
    EXPECT_FALSE(box->isChecked()) << "not set";
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    auto *list = part<MethodList>(u"methods"_s);
    list->setCurrentRow(3);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Space);
    EXPECT_EQ(
        dialog->profiles().first().methods,
        (QList{LoginMethod::KeyFile, LoginMethod::Password, LoginMethod::KeyboardInteractive}));
    list->setMethods({});
    for (int row = 0; row < list->count(); ++row)
        list->item(row)->setCheckState(Qt::Unchecked);
    EXPECT_FALSE(canSave());
    EXPECT_NE(problem(u"methodsProblem"_s), QString());
}

TEST_F(ProfileDialogTest, aCircleOfJumpHostsIsRefusedAndNamed)
{
    all[1].jump.profile = u"a"_s; // b goes through a
    open({all[0]});
    auto *kind = part<QComboBox>(u"jumpKind"_s);
    kind->setCurrentIndex(1);
    Q_EMIT kind->activated(1);
    EXPECT_TRUE(problem(u"jumpProblem"_s).contains(u"a would be reached through itself"));
    EXPECT_FALSE(canSave());
}

TEST_F(ProfileDialogTest, whatTheKeychainKeepsIsNamedAndForgotten)
{
    std::atomic<bool> kept = true;
    secrets.kept = [&](const Profile &) {
        return kept ? QStringList{u"password"_s} : QStringList();
    };
    secrets.forget = [&](const Profile &) {
        kept = false;
        return base::Result<void>();
    };
    open({all[0]});
    auto *forget = part<QPushButton>(u"forget"_s);
    ASSERT_TRUE(waitUntil([&] { return !forget->isHidden(); }));
    EXPECT_TRUE(part<QLabel>(u"kept"_s)->text().contains(u"password"));
    forget->click();
    EXPECT_TRUE(waitUntil([&] { return forget->isHidden(); }));
}

TEST(ProfileProblems, aFreeNameIsOneThatNobodyHas)
{
    EXPECT_EQ(freeName(u"a"_s, {profile(u"a"_s), profile(u"a-2"_s)}), u"a-3"_s);
}

TEST(ProfileProblems, longWaysOfJumpHostsAreNoCircle)
{
    QList<Profile> all = {profile(u"a"_s), profile(u"b"_s), profile(u"c"_s)};
    all[0].jump.profile = u"b"_s;
    all[1].jump.profile = u"c"_s;
    EXPECT_FALSE(jumpsInCircle(all[0], all));
    all[2].jump.profile = u"b"_s; // a circle that a leads into
    EXPECT_TRUE(jumpsInCircle(all[0], all));
}

} // namespace
} // namespace colonnade::gui
