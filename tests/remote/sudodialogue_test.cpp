// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/sudodialogue.h"
#include "remote/sudoprogram.h"
#include "remote/terminalstreams.h"

#include <gtest/gtest.h>

namespace colonnade::remote {
namespace {

const QByteArray Word("0123456789abcdef0123456789abcdee");

struct Rest
{
    QByteArray out;
    QByteArray err;
    ExecChannel::DataSink sink = [this](Stream stream, QByteArrayView bytes) {
        (stream == Stream::Out ? out : err) += bytes;
    };
};

QByteArray sign(char letter, const QByteArray &value = "0")
{
    return Word + ' ' + letter + ' ' + value + '\n';
}

class SudoDialogueTest : public testing::Test
{
protected:
    void out(const QByteArray &bytes) { dialogue.feed(Stream::Out, bytes, rest.sink); }
    void err(const QByteArray &bytes) { dialogue.feed(Stream::Err, bytes, rest.sink); }
    std::optional<SudoProblem> problem()
    {
        dialogue.end();
        return dialogue.failure() ? std::optional(dialogue.failure()->problem) : std::nullopt;
    }

    Rest rest;
    SudoDialogue dialogue{Word, false};
};

TEST_F(SudoDialogueTest, passesOnWhatComesBehindTheSignsOnly)
{
    EXPECT_TRUE(dialogue.isReady());
    out("noise of a login file\n" + sign('I', "77") + "script's");
    EXPECT_FALSE(dialogue.isInside()) << "standard error is not through yet";
    err("a lecture\nthat is long" + sign('I').left(10));
    err(sign('I').mid(10) + "errors");
    EXPECT_TRUE(dialogue.isInside());
    out(" own " + sign('P') + QByteArray("\0", 1));
    EXPECT_EQ(rest.out, "script's own " + sign('P') + QByteArray("\0", 1));
    EXPECT_EQ(rest.err, "errors");
    EXPECT_FALSE(dialogue.isAsking());
    EXPECT_EQ(dialogue.processGroup(), 77);
    EXPECT_FALSE(problem());
}

TEST_F(SudoDialogueTest, asksOnceForEachQuestion)
{
    err("We trust you have received the usual lecture.\n" + sign('P').chopped(1));
    EXPECT_FALSE(dialogue.isAsking());
    err("\n");
    EXPECT_TRUE(dialogue.isAsking());
    dialogue.answered();
    EXPECT_FALSE(dialogue.isAsking());
    err("Sorry, try again.\n" + sign('P'));
    EXPECT_TRUE(dialogue.isAsking());
}

TEST_F(SudoDialogueTest, aSecondQuestionWithoutAWordBetweenIsAnotherOne)
{
    err(sign('P'));
    dialogue.answered();
    err('\n' + sign('P'));
    EXPECT_FALSE(dialogue.isAsking());
    EXPECT_EQ(problem(), SudoProblem::AsksMore);
}

TEST_F(SudoDialogueTest, twoQuestionsAtOnceAreNotAnswered)
{
    err(sign('P') + "Sorry, try again.\n" + sign('P'));
    EXPECT_FALSE(dialogue.isAsking());
    EXPECT_EQ(problem(), SudoProblem::AsksMore);
}

TEST_F(SudoDialogueTest, signsOfAnotherWordAreNoise)
{
    const QByteArray stranger(32, 'b');
    err(stranger + " P 0\n" + stranger + " I 0\n");
    out(stranger + " I 0\n");
    EXPECT_FALSE(dialogue.isAsking());
    EXPECT_FALSE(dialogue.isInside());
}

TEST_F(SudoDialogueTest, endsWithTheFloodOfAnyStream)
{
    for (int i = 0; i < 100; ++i)
        out(QByteArray(1000, 'x'));
    ASSERT_TRUE(dialogue.failure());
    EXPECT_EQ(dialogue.failure()->problem, SudoProblem::Rambling);

    SudoDialogue prompting(Word, true);
    for (int i = 0; i < 3000 && !prompting.failure(); ++i) {
        prompting.feed(Stream::Out, QByteArray("no\n" + sign('P')), rest.sink);
        prompting.answered();
    }
    EXPECT_TRUE(prompting.failure());
}

TEST_F(SudoDialogueTest, keepsTheLastWordsPlain)
{
    err("sudo: first\n\x1b[31msudo:\tall\x07 is lost\n\n");
    EXPECT_EQ(problem(), SudoProblem::Unknown);
    EXPECT_EQ(dialogue.failure()->words, QStringLiteral("\ufffd[31msudo: all\ufffd is lost"));
}

TEST_F(SudoDialogueTest, tellsAForeignQuestion)
{
    EXPECT_FALSE(dialogue.foreignQuestion());
    err("Verification code: ");
    ASSERT_TRUE(dialogue.foreignQuestion());
    EXPECT_EQ(dialogue.foreignQuestion()->words, QStringLiteral("Verification code:"));
}

TEST_F(SudoDialogueTest, anExpiredPasswordEndsItBeforeTheNextQuestion)
{
    err("sudo: Account or password is expired, reset your password and try again\n");
    ASSERT_TRUE(dialogue.failure());
    EXPECT_EQ(dialogue.failure()->problem, SudoProblem::AccountExpired);
}

TEST(SudoDialogue, knowsWhatSudoSays)
{
    const struct
    {
        const char *text;
        SudoProblem problem;
    } sayings[] = {
        {"sudo: sorry, you must have a tty to run sudo\n", SudoProblem::NeedsTerminal},
        {"sudo: a password is required\n", SudoProblem::NeedsPassword},
        {"sudo: sorry, a password is required to run sudo\n", SudoProblem::NeedsPassword},
        {"sudo: interactive authentication is required\n", SudoProblem::NeedsPassword},
        {"alice is not in the sudoers file.  This incident will be reported.\n",
         SudoProblem::NotAllowed},
        {"Sorry, user alice is not allowed to execute '/bin/sh -c x' as root on h.\n",
         SudoProblem::NotAllowed},
        {"Sorry, user alice may not run sudo on h.\n", SudoProblem::NotAllowed},
        {"sudo: 3 incorrect password attempts\n", SudoProblem::WrongPassword},
        {"sudo: no password was provided\nsudo: a password is required\n",
         SudoProblem::WrongPassword},
        {"sudo: account validation failure, is your account locked?\nsudo: a password is required",
         SudoProblem::AccountExpired},
        {"sudo: timed out reading password\nsudo: a password is required\n",
         SudoProblem::AnsweredTooLate},
        {"sudo: unable to fork: Cannot allocate memory\n", SudoProblem::Unknown},
        {"", SudoProblem::Unknown},
    };
    for (const auto &[text, problem] : sayings) {
        for (const bool overTerminal : {false, true}) {
            SudoDialogue dialogue(Word, overTerminal);
            dialogue.feed(overTerminal ? Stream::Out : Stream::Err, text, {});
            dialogue.end();
            ASSERT_TRUE(dialogue.failure());
            EXPECT_EQ(dialogue.failure()->problem, problem) << text;
        }
    }
}

TEST(SudoDialogue, overATerminalNothingIsSentBeforeItIsReady)
{
    SudoDialogue dialogue(Word, true);
    EXPECT_FALSE(dialogue.isReady());
    dialogue.feed(Stream::Out, QByteArray("banner\r\n" + sign('R')), {});
    EXPECT_TRUE(dialogue.isReady());
    dialogue.feed(Stream::Out, sign('I', "5"), {});
    EXPECT_TRUE(dialogue.isInside());
}

TEST(TerminalStreams, takesTheStreamsApartWhereverTheyAreCut)
{
    const QByteArray out = QByteArray("\0\xff ", 3) + Word.left(4);
    const QByteArray all = out + sign('E', "006162ff0a") + out + Word.left(31) + "b"
                           + sign('E', "63") + Word.left(20) + sign('X', "9") + "farewell";
    for (qsizetype cut = 0; cut <= all.size(); ++cut) {
        TerminalStreams streams(Word);
        Rest rest;
        streams.feed(all.first(cut), rest.sink);
        streams.feed(all.sliced(cut), rest.sink);
        EXPECT_EQ(rest.err, QByteArray("\0ab\xff\nc", 6)) << cut;
        EXPECT_EQ(rest.out, out + out + Word.left(31) + 'b' + Word.left(20)) << cut;
        EXPECT_EQ(streams.exitStatus(), 9) << cut;
    }
}

TEST(TerminalStreams, doesNotHoldBackWhatIsNoSign)
{
    TerminalStreams streams(Word);
    Rest rest;
    streams.feed("prompt? ", rest.sink);
    EXPECT_EQ(rest.out, "prompt? ");
    EXPECT_FALSE(streams.exitStatus());
}

} // namespace
} // namespace colonnade::remote
