// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/table.h"
#include "ctl/terminal.h"

#include <gmock/gmock.h>

using namespace Qt::StringLiterals;
using namespace colonnade::ctl;

namespace {

TEST(PrintableTest, ordinaryTextStaysAsItIs)
{
    EXPECT_EQ(printable(u"web1 – größer 日本"_s), u"web1 – größer 日本"_s);
}

TEST(PrintableTest, whatATerminalWouldActOnIsSpeltOut)
{
    EXPECT_EQ(printable(u"a\x1b[2Jb\r\n\t\x7f"_s), u"a\\x1b[2Jb\\x0d\\x0a\\x09\\x7f"_s);
    EXPECT_EQ(printable(QString(QChar(0x9b)) + QChar::Null), u"\\x9b\\x00"_s);
    EXPECT_EQ(printable(u"a\u202Eb\u2066"_s), u"a\\u202eb\\u2066"_s);
}

TEST(PrintableTest, linesKeepTheirEndsOnly)
{
    EXPECT_EQ(printableLines(u"a\nb\r\n\x1b"_s), u"a\nb\\x0d\n\\x1b"_s);
}

TEST(TableTest, columnsStandUnderEachOther)
{
    Table table({{u"NAME"_s}, {u"MIB"_s, Table::Align::Right}, {u"STATE"_s}});
    table.addRow({u"web1"_s, u"160"_s, u"idle"_s});
    table.addRow({u"a-longer-name"_s, u"16000"_s, u""_s});
    EXPECT_EQ(table.toText(1), u" NAME             MIB  STATE\n"
                               u" web1             160  idle\n"
                               u" a-longer-name  16000\n"_s);
}

TEST(TableTest, aNameCannotBreakTheTable)
{
    Table table({{u"NAME"_s}});
    table.addRow({u"web1\nevil"_s});
    EXPECT_EQ(table.toText().count(u'\n'), 2);
}

} // namespace
