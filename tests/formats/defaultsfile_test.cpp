// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/defaultsfile.h"

#include "defaultsfile_samples.h"

#include <gmock/gmock.h>

namespace colonnade::formats {
namespace {

using namespace Qt::StringLiterals;

DefaultsFile parsed(const QByteArray &text)
{
    const auto file = DefaultsFile::parse(text);
    EXPECT_TRUE(file) << file.error().message.toStdString() << '\n' << text.toStdString();
    return file.value_or(*DefaultsFile::parse({}));
}

QByteArray after(const DefaultsFile &file, const base::Result<TextEdits> &edits)
{
    EXPECT_TRUE(edits) << edits.error().message.toStdString() << '\n' << file.text().toStdString();
    return actedOn(file.text(), edits.value_or(TextEdits()));
}

/// The text after setting @p key.
QByteArray afterSet(const QByteArray &text, const char *key, const QByteArray &value)
{
    const DefaultsFile file = parsed(text);
    return after(file, file.set(key, value));
}

QByteArray replaced(QByteArray text, const QByteArray &before, const QByteArray &now)
{
    EXPECT_EQ(text.count(before), 1) << before.toStdString();
    return text.replace(before, now);
}

TEST(DefaultsFile, readsTheFilesOfTheWiki)
{
    const DefaultsFile cman = parsed(fixture(u"defaults/cman"_s));
    EXPECT_EQ(cman.assignments().size(), 6);
    EXPECT_EQ(cman.value("CLUSTERNAME"), "domnull");
    EXPECT_EQ(cman.value("NODENAME"), "node1.example.com");
    EXPECT_EQ(cman.value("CLUSTER_JOIN_OPTIONS"), "");
    EXPECT_EQ(cman.value("OTHER"), std::nullopt);
    const DefaultsFile o2cb = parsed(fixture(u"defaults/o2cb"_s));
    EXPECT_EQ(o2cb.value("O2CB_ENABLED"), "true");
    EXPECT_EQ(o2cb.value("O2CB_HEARTBEAT_THRESHOLD"), "31");
    EXPECT_TRUE(o2cb.commentedAssignments().isEmpty()); // its comments are prose
    EXPECT_EQ(DefaultsFile::kindOf("/etc/sysconfig/o2cb"), DefaultsKind::O2cb);
    EXPECT_EQ(DefaultsFile::kindOf("cman"), DefaultsKind::Cman);
    EXPECT_EQ(DefaultsFile::kindOf("/etc/default/ssh"), DefaultsKind::Other);
}

TEST(DefaultsFile, computesNothingAndGuessesNothing)
{
    const DefaultsFile file = parsed(fixture(u"defaults/sysconfig"_s));
    EXPECT_EQ(file.value("LC_ALL"), std::nullopt); // what the other file does, nobody knows
    EXPECT_EQ(file.value("FENCE_JOIN"), std::nullopt);
    EXPECT_TRUE(file.assignments().at(0).isExported);
    EXPECT_EQ(file.assignments().at(2).value, "-X -w");
    EXPECT_EQ(file.assignment("NODENAME")->value, std::nullopt);
    EXPECT_EQ(file.value("CMAN_CLUSTER_TIMEOUT"), "120");
    EXPECT_EQ(file.value("CMAN_QUORUM_TIMEOUT"), std::nullopt);
    EXPECT_EQ(file.value("CCSD_OPTS"), std::nullopt);
    EXPECT_EQ(file.value("ARCH"), std::nullopt);
    EXPECT_EQ(file.value("INITLOGLEVEL"), "terse");
}

TEST(DefaultsFile, whatMayChangeAValueMakesItUncertain)
{
    for (const char *behind : {"unset A",
                               ". /etc/other",
                               "eval x",
                               "read A",
                               "A=$(x)",
                               "f() { A=2; }; f",
                               "$X",
                               "A+=2",
                               "[ -n \"$B\" ] && A=2",
                               "for A in 1 2; do :; done",
                               "if x; then A=2; fi",
                               "((A++))",
                               ": ${A:=2}",
                               "A[1]=2",
                               "export A=*",
                               "printf -v A x",
                               "A=~/x",
                               "A=(1 2)",
                               "case x in x) A=1;; esac",

                               "trap 'A=1' EXIT",
                               "while x; do A=2; done"})
        EXPECT_EQ(parsed("A=1\n" + QByteArray(behind) + '\n').value("A"), std::nullopt) << behind;
    for (const char *harmless : {"unset B", "( A=2 )", "A=2 true", "A=2 | x", "A=2 &", "{ A=2; } &",
                                 "f() { B=2; return; }; f", "f() { (A=2); }; f", "echo A=2",
                                 "# A=2", "f() { A=2; }", "x $(A=2)", "cat <<E\nA=2\nE", "export B",
                                 "ulimit -c 0", "[ -f /x ] && echo A=2", "B='A=2'"})
        EXPECT_EQ(parsed("A=1\n" + QByteArray(harmless) + '\n').value("A"), "1") << harmless;
    for (const char *before : {"exit 0", "[ -f /x ] || return", "exec other", "f() { exit; }; f"})
        EXPECT_EQ(parsed(QByteArray(before) + "\nA=1\n").value("A"), std::nullopt) << before;
}

TEST(DefaultsFile, errorsSayWhereAndWhy)
{
    const struct
    {
        const char *text;
        qsizetype offset;
        const char *message;
    } cases[] = {
        {"A=1\nB='x\nC=2\n", 6, "quote '"},
        {"A=\"x\n", 2, "quote \""},
        {"A=$(x\n", 2, "$("},
        {"A=${x\n", 2, "${"},
        {"A=`x\n", 2, "`"},
        {"if true; then\nA=1\n", 0, "no “fi”"},
        {"A=1\nfi\n", 4, "“fi” cannot stand here"},
        {"A=1)\n", 3, "“)” cannot stand here"},
        {"A=(1 2\n", 2, "no )"},
        {"while x; do y\n", 0, "no “done”"},
        {"case x in a) b;;\n", 0, "no “esac”"},
        {"A=1 &&\n", 7, "middle of a command"},
        {"A=$((1 + 2)\n", 3, "no ))"},
    };
    for (const auto &test : cases) {
        const auto file = DefaultsFile::parse(test.text);
        ASSERT_FALSE(file) << test.text;
        EXPECT_EQ(file.error().offset, test.offset) << test.text;
        EXPECT_THAT(file.error().message.toStdString(), testing::HasSubstr(test.message));
    }
    EXPECT_FALSE(DefaultsFile::parse(QByteArray("$(").repeated(1000000)));
    EXPECT_FALSE(DefaultsFile::parse(QByteArray("\"${a").repeated(1000000)));
    EXPECT_FALSE(DefaultsFile::parse(QByteArray("((").repeated(1000000)));
}

TEST(DefaultsFile, readsOnBehindWhatRealScriptsHold)
{
    for (const char *text :
         {"( x ) 2>/dev/null\nA=1", "if x; then y; fi 3<&0 >&2\nA=1",
          "while read l; do x; done < <(y)\nA=1", "x <<E 2>&1 | y\n'\nE\nA=1",
          "f() { x; } 2>&1\nA=1", "! x\nA=1", "i\\\nf x; then y; fi\nA=1", "x=$(case $y in a) b;; esac)\nA=1",
          "[[ $x =~ (a|b) ]] && y\nA=1", "x \"${y#\"z\"}\"\nA=1", "((x > 1)) || y\nA=1",
          "for ((;;)) { x; }\nA=1", "x=`echo \\`y\\``\nA=1", "function f { x; }\nA=1",
          "cat <<-'E' <<F\n\t`\n\tE\n\"\nF\nA=1", "x() { :; }; y=\"$(x \"$(z)\")\"\nA=1"}) {
        const auto file = DefaultsFile::parse(text);
        ASSERT_TRUE(file) << text << '\n' << file.error().message.toStdString();
        EXPECT_EQ(file->value("A"), "1") << text;
    }
}

TEST(DefaultsFile, setsAValueInItsPlaceAndItsQuotes)
{
    const QByteArray cman = fixture(u"defaults/cman"_s);
    EXPECT_EQ(afterSet(cman, "CLUSTERNAME", "domup"), replaced(cman, "domnull", "domup"));
    EXPECT_EQ(afterSet(cman, "CLUSTER_JOIN_TIMEOUT", "60"), replaced(cman, "=300", "=60"));
    EXPECT_EQ(afterSet(cman, "CLUSTER_JOIN_OPTIONS", "-X -n \"a\""),
              replaced(cman, "OPTIONS=\"\"", "OPTIONS=\"-X -n \\\"a\\\"\""));
    EXPECT_EQ(afterSet("A=1\n", "A", "b c"), "A=\"b c\"\n");
    EXPECT_EQ(afterSet("A=1\n", "A", "$b"), "A='$b'\n");
    EXPECT_EQ(afterSet("A=1\n", "A", ""), "A=\n");
    EXPECT_EQ(afterSet("A='1'\n", "A", "b c"), "A='b c'\n");
    EXPECT_EQ(afterSet("A='1'\n", "A", "it's"), "A=\"it's\"\n");
    EXPECT_EQ(afterSet("A=x'1'y # why\n", "A", "z"), "A=z # why\n");
    EXPECT_EQ(afterSet("export A=1 B=2\n", "A", "3"), "export A=3 B=2\n");
    EXPECT_EQ(afterSet("A=$(hostname)\n", "A", "xen1"), "A=xen1\n");
    EXPECT_EQ(afterSet("A=1\nA=2\n", "A", "3"), "A=1\nA=3\n");
    EXPECT_EQ(afterSet("A=\"1\\\n2\"\n", "A", "12"), "A=\"12\"\n");
}

TEST(DefaultsFile, addsBehindTheCommentThatTellsTheDefault)
{
    const QByteArray text = fixture(u"defaults/commented"_s);
    EXPECT_EQ(
        afterSet(text, "CLUSTERNAME", "domnull"),
        replaced(text, "#CLUSTERNAME=\"\"\n", "#CLUSTERNAME=\"\"\nCLUSTERNAME=\"domnull\"\n"));
    const QByteArray node = "# NODENAME='node1.example.com'  # as in cluster.conf\n";
    EXPECT_EQ(afterSet(text, "NODENAME", "node2.example.com"),
              replaced(text, node, node + "NODENAME='node2.example.com'\n"));
    EXPECT_EQ(afterSet(text, "CMAN_QUORUM_TIMEOUT", "0"),
              replaced(text, "=20\n", "=20\nCMAN_QUORUM_TIMEOUT=0\n"));
    // The last of them is no default: a shell would take -q for a command.
    EXPECT_EQ(afterSet(text, "CMAN_JOIN_OPTS", "-w -q"), text + "CMAN_JOIN_OPTS=\"-w -q\"\n");
    EXPECT_EQ(afterSet("#A=1", "A", "2"), "#A=1\nA=2\n");
}

TEST(DefaultsFile, addsAtTheEnd)
{
    EXPECT_EQ(afterSet("", "A", "1"), "A=1\n");
    EXPECT_EQ(afterSet("B=2", "A", "1"), "B=2\nA=1\n");
    EXPECT_EQ(afterSet("B=\"2\"\n", "A", "1"), "B=\"2\"\nA=\"1\"\n");
    EXPECT_EQ(afterSet(". /etc/other\n", "A", "1"), ". /etc/other\nA=1\n");
}

TEST(DefaultsFile, refusesWhatWouldNotStay)
{
    for (const char *text : {"if x; then A=1; fi\n", "A=1\n. /etc/other\n", "exit 0\n", "A+=1\n",
                             "[ -z \"$A\" ] && A=1\n", "cat <<EOF\n", "readonly A=1\nunset A\n"}) {
        const auto edits = parsed(text).set("A", "2");
        ASSERT_FALSE(edits) << text;
        EXPECT_EQ(edits.error().code, base::ErrorCode::Refused);
        EXPECT_FALSE(edits.error().remedy.isEmpty());
    }
    const DefaultsFile file = parsed("B=1\n");
    for (const char *key : {"", "1A", "A-B", "A B", "A=", "\xc3\xa9"})
        EXPECT_EQ(file.set(key, "1").error().code, base::ErrorCode::InvalidInput) << key;
    EXPECT_FALSE(file.set("A", QByteArray("a\0b", 3)));
}

TEST(DefaultsFile, commentsOutAndRemoves)
{
    const QByteArray cman = fixture(u"defaults/cman"_s);
    const DefaultsFile file = parsed(cman);
    EXPECT_EQ(after(file, file.commentOut("USE_CCS")), replaced(cman, "USE_CCS", "#USE_CCS"));
    EXPECT_EQ(after(file, file.remove("USE_CCS")), replaced(cman, "USE_CCS=\"yes\"\n", ""));
    EXPECT_EQ(file.remove("OTHER").error().code, base::ErrorCode::NotFound);
    const auto removed = [](const char *text) {
        const DefaultsFile document = parsed(text);
        return after(document, document.remove("A"));
    };
    EXPECT_EQ(removed("export A=1 B=2\n"), "export B=2\n");
    EXPECT_EQ(removed("export A=1\nB=2\n"), "B=2\n");
    EXPECT_EQ(removed("A=1; B=2\n"), "B=2\n");
    EXPECT_EQ(removed("B=2; A=1\n"), "B=2; \n");
    EXPECT_EQ(removed("A=1\nA='2\n3'\nB=1"), "B=1");
    EXPECT_FALSE(parsed("if x; then A=1; fi\n").remove("A"));
    EXPECT_FALSE(parsed("A=1; B=2\n").commentOut("A"));
    const DefaultsFile lines = parsed("A='1\n2'\nA=3 # c\n");
    EXPECT_EQ(after(lines, lines.commentOut("A")), "#A='1\n#2'\n#A=3 # c\n");
}

TEST(DefaultsFile, tenMegabytesDoNotHurt)
{
    QByteArray text;
    for (int i = 0; text.size() < 10 * 1024 * 1024; ++i)
        text += "#K" + QByteArray::number(i) + "=\"1\"\nK" + QByteArray::number(i)
                + "='a b' L = 3; . x\n";
    const DefaultsFile file = parsed(text);
    EXPECT_GT(file.diagnostics(DefaultsKind::Cman).size(), 100000);
    EXPECT_TRUE(file.set("NEW", "1"));
}

} // namespace
} // namespace colonnade::formats
