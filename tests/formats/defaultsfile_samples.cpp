// SPDX-License-Identifier: GPL-3.0-or-later
#include "defaultsfile_samples.h"

namespace colonnade::formats {

namespace {

using Words = std::vector<QByteArray>;

/// A part of a word, quoted in one way.
QByteArray literalPart(std::mt19937 &random, bool isForBash)
{
    switch (below(random, isForBash ? 6 : 5)) {
    case 0:
        return '\''
               + oneOf(random,
                       Words{"", "a b", "$x `y`", "\\", "\n", "\"", "#", "\xc3\xa9", "\\\n"})
               + '\'';
    case 1:
        return '"'
               + oneOf(random, Words{"", "a b", "\\$x", "\\`y\\`", "\\\\", "\\\"", "'", "\\a",
                                     "\\\n", "#;&", "$ ", "\n", "~", "\xff\x81"})
               + '"';
    case 2:
        return oneOf(random, Words{"\\ ", "\\'", "\\\"", "\\\\", "\\$", "\\\n", "\\a", "\\#"});
    case 5:
        return "$'"
               + oneOf(random, Words{"a b", "\\n\\t", "\\'", "\\\\", "\\x41z", "\\101", "\\u00e9",
                                     "\\e[0m", "\\cA", "\\q", "\\\"", "\"", "\\x4"})
               + '\'';
    default:
        return oneOf(random, Words{"abc", "7", "a=b", "x#y", "/etc/x.conf", "a:b", "%", "-w", "$/x",
                                   "]", "\xc3\xa9", "a,b", "!"});
    }
}

QByteArray literalAssignment(std::mt19937 &random, bool isForBash)
{
    QByteArray word;
    for (int parts = below(random, 4); parts > 0; --parts)
        word += literalPart(random, isForBash);
    return oneOf(random, defaultsKeys()) + '=' + word;
}

/// What stands between two assignments.
QByteArray literalSeparator(std::mt19937 &random)
{
    return oneOf(random,
                 Words{"\n", "\n", "\n", "\n", ";", " ; ", " ", "\t", "\n\n", " # note ' \"\n",
                       "\n# it's $(a) comment\n", " \\\n ", "\n  ", "\n#A=commented\n", " && "});
}

QByteArray computedWord(std::mt19937 &random)
{
    return oneOf(random,
                 Words{"$B", "\"${C:-x y}\"", "$(echo ')' \"a b\")", "`echo \"x y\"`", "~/x",
                       "$((1 + 2))", "\"$(echo \"$A\")\"", "a${B}c", "${B:=7}", "x:~", "$1"});
}

QByteArray statement(std::mt19937 &random, int depth)
{
    const QByteArray assignment = literalAssignment(random, false);
    const auto body = [&] { return depth > 2 ? assignment : statement(random, depth + 1); };
    switch (below(random, 16)) {
    case 0:
        return oneOf(random, defaultsKeys()) + '=' + computedWord(random);
    case 1:
        return "if [ -n \"$A\" ]; then\n  " + body() + "\nelse " + body() + "; fi";
    case 2:
        return "[ -z \"$B\" ] && " + body();
    case 3:
        return "f() {\n" + body() + "\n}";
    case 4:
        return "case \"$A\" in\n a|b) " + body() + ";;\n (*) " + body() + " ;;\nesac";
    case 5:
        return "for i in 1 2; do " + body() + "; done";
    case 6:
        return "( " + body() + " )";
    case 7:
        return "export " + assignment;
    case 8:
        return "cat <<EOF\nA='not set\nEOF\n" + assignment;
    case 9:
        return "{ " + body() + "; }";
    case 10:
        return "while false; do " + body() + "\ndone";
    case 11:
        return oneOf(random, Words{"unset A", "f", ". ./other", ": ${B:=x}", "A= true",
                                   "true | B=2", "B=x true", "D=1 &", "true > /dev/null 2>&1"});
    default:
        return assignment;
    }
}

} // namespace

const std::vector<QByteArray> &defaultsKeys()
{
    static const std::vector<QByteArray> keys = {"A", "B", "C_1", "D", "_E"};
    return keys;
}

const std::vector<QByteArray> &defaultsPieces()
{
    static const std::vector<QByteArray> pieces = {
        "'",     "\"",        "\\", "$",  "`",    "\n",    " ",    "#",  ";",     "&",
        "|",     "(",         ")",  "{",  "}",    "$(",    "${",   "A=", "=",     " = ",
        "\\\n",  "if ",       "fi", "do", "done", "then ", "esac", ";;", "<<E\n", "\r\n",
        "A=1\n", "B='x y'\n", "\t", "~",  "*",    "\xff",  "$'",   "!"};
    return pieces;
}

QByteArray randomLiteralDefaults(std::mt19937 &random, bool isForBash)
{
    QByteArray text = below(random, 3) ? "" : "# comment\n";
    for (int lines = below(random, 8); lines > 0; --lines)
        text += literalAssignment(random, isForBash)
                + (lines > 1 ? literalSeparator(random) : QByteArray("\n"));
    if (below(random, 6) == 0 && text.endsWith('\n'))
        text.chop(1);
    return text;
}

QByteArray randomDefaults(std::mt19937 &random)
{
    QByteArray text;
    for (int statements = below(random, 7); statements > 0; --statements)
        text += statement(random, 0)
                + oneOf(random, Words{"\n", "\n", "\n\n", "\n# B=commented\n",
                                      "\n#C_1='x'  # note\n", " # n\n"});
    return text;
}

QByteArray randomValue(std::mt19937 &random)
{
    QByteArray value;
    for (int size = below(random, 7); size > 0; --size)
        value += below(random, 3)
                     ? oneOf(random, Words{"a",  "1",    "x.y", "-",  "_", " ",     "'",  "\"",
                                           "\\", "$",    "`",   "\n", "#", "~",     "=",  "*",
                                           "!",  "$(a)", "é",   ";",  "&", "{a,b}", "\r", "\t"})
                     : QByteArray(1, char(1 + below(random, 255)));
    return value;
}

} // namespace colonnade::formats
