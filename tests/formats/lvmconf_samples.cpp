// SPDX-License-Identifier: GPL-3.0-or-later
#include "lvmconf_samples.h"

namespace colonnade::formats {

namespace {

using Words = std::vector<QByteArray>;

QByteArray space(std::mt19937 &random)
{
    return oneOf(random, Words{" ", " ", "", "\t", "  ", "\n    ", " # note\n", "\r\n", "\v\f"});
}

QByteArray separator(std::mt19937 &random)
{
    return oneOf(random, Words{"\n", "\n", "\n", "\n\n", " ", "\r\n", " # note } { = \"\n",
                               "\n    # locking_type = 1\n", "\n#filter = [ \"a\",\n# \"b\" ]\n"});
}

QByteArray setting(std::mt19937 &random)
{
    const QByteArray key =
        oneOf(random, Words{"locking_type", "filter", "umask", "dir", "scan", "library_dir", "k1",
                            "\"quoted key\"", "'k 2'", "a/b", "7", "x[0]", "-", "é"});
    return key + space(random) + '=' + space(random) + randomLvmLiteral(random);
}

QByteArray section(std::mt19937 &random, int depth)
{
    const QByteArray indentation = oneOf(random, Words{"    ", "\t", "", "  "});
    QByteArray text =
        oneOf(random, Words{"global", "devices", "log", "tags", "g1", "\"q s\"", "a/b", "global"})
        + space(random) + '{' + separator(random);
    for (int items = below(random, 5); items > 0; --items) {
        text +=
            indentation
            + (depth < 3 && below(random, 8) == 0 ? section(random, depth + 1) : setting(random))
            + separator(random);
    }
    return text + '}';
}

} // namespace

const std::vector<QByteArray> &lvmPieces()
{
    static const std::vector<QByteArray> pieces = {"{",
                                                   "}",
                                                   "[",
                                                   "]",
                                                   ",",
                                                   "=",
                                                   "\"",
                                                   "'",
                                                   "#",
                                                   "\n",
                                                   " ",
                                                   "\\",
                                                   "0",
                                                   "-1.5",
                                                   "global",
                                                   "/",
                                                   "a=1 ",
                                                   "\t",
                                                   "a { }",
                                                   "\r\n",
                                                   "+",
                                                   "\\\"",
                                                   ".",
                                                   "b = [ \"x\" ]\n",
                                                   "# filter = 1\n",
                                                   QByteArray("\0", 1),
                                                   "\xff",
                                                   "\v"};
    return pieces;
}

QByteArray randomLvm(std::mt19937 &random)
{
    QByteArray text = below(random, 3) ? "" : "# comment\n";
    for (int items = below(random, 5); items > 0; --items)
        text += (below(random, 10) ? section(random, 0) : setting(random)) + separator(random);
    if (below(random, 8) == 0)
        text.chop(1);
    return text;
}

QByteArray randomLvmPath(std::mt19937 &random)
{
    return oneOf(random, Words{"global", "devices", "log", "tags", "g1", "activation", "a/b", "é"})
           + '/'
           + oneOf(random,
                   Words{"locking_type", "filter", "umask", "dir", "scan", "k1", "x/y", "new_one"});
}

QByteArray randomLvmLiteral(std::mt19937 &random)
{
    switch (below(random, 6)) {
    case 0:
        return oneOf(random, Words{"0", "3", "077", "-1", "+7", "9999999999", "-"});
    case 1:
        return oneOf(random, Words{"1.5", ".5", "7.", "-0.25", "."});
    case 2:
        return oneOf(random,
                     Words{"\"\"", "\"/dev\"", "\"a\\\"b\\\\c\\d\"", "\"a\nb\"", "\"#{}\""});
    case 3:
        return oneOf(random, Words{"''", "'it\"s'", "'a\\'", "'[x]'"});
    case 4:
        return oneOf(random, Words{"bare", "b/a-r", "x\"y", "no]"});
    default:
        break;
    }
    QByteArray list = "[";
    for (int items = below(random, 4); items > 0; --items)
        list += space(random) + oneOf(random, Words{"\"a|x|\"", "'r'", "1", "2.5", "bare"})
                + space(random) + (below(random, 8) ? "," : "");
    return list + space(random) + ']';
}

} // namespace colonnade::formats
