// SPDX-License-Identifier: GPL-3.0-or-later
// How an edit looks: as if the one who wrote the file had made it.
#include "formats/xmledit.h"

#include "documents.h"

#include <gmock/gmock.h>

namespace colonnade::formats {
namespace {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::Result;

XmlDocument parsed(const QByteArray &text)
{
    auto document = XmlDocument::parse(text);
    EXPECT_TRUE(document) << text.toStdString();
    return document ? *document : *XmlDocument::parse("<failed/>");
}

std::string after(const XmlDocument &document, const Result<TextEdits> &edits)
{
    if (!edits)
        return "refused: " + edits.error().message.toStdString();
    const QByteArray text = actedOn(document.text(), *edits);
    EXPECT_TRUE(XmlDocument::parse(text)) << text.toStdString();
    return text.toStdString();
}

std::string withAttribute(const QByteArray &text, const QString &path, const QString &name,
                          const QString &value)
{
    const XmlDocument document = parsed(text);
    return after(document, setAttribute(document, document.find(path), name, value));
}

std::string withChild(const QByteArray &text, const QString &path, qsizetype position = -1)
{
    const XmlDocument document = parsed(text);
    return after(document, addElement(document, document.find(path), {u"new"_s, {{u"a"_s, u"1"_s}}},
                                      position));
}

std::string without(const QByteArray &text, const QString &path)
{
    const XmlDocument document = parsed(text);
    return after(document, removeElement(document, document.find(path)));
}

std::string moved(const QByteArray &text, const QString &path, const QString &parent,
                  qsizetype position)
{
    const XmlDocument document = parsed(text);
    return after(document,
                 moveElement(document, document.find(path), document.find(parent), position));
}

TEST(XmlEdit, aValueChangesBetweenItsQuotes)
{
    EXPECT_EQ(withAttribute("<a b = 'x'  c=\"y\"/>", u"/a"_s, u"b"_s, u"z"_s),
              "<a b = 'z'  c=\"y\"/>");
    EXPECT_EQ(withAttribute("<a b='x'/>", u"/a"_s, u"b"_s, u"it's \"<&>\""_s),
              "<a b='it&apos;s \"&lt;&amp;>\"'/>");
    EXPECT_EQ(withAttribute("<a b=\"x\"/>", u"/a"_s, u"b"_s, u"1\n2\t3\r4"_s),
              "<a b=\"1&#10;2&#9;3&#13;4\"/>");
    EXPECT_EQ(withAttribute("<a b='&#120;'/>", u"/a"_s, u"b"_s, u"x"_s), "<a b='&#120;'/>");
}

TEST(XmlEdit, aNewAttributeFollowsTheLastAsThatOneLooks)
{
    EXPECT_EQ(withAttribute("<a/>", u"/a"_s, u"b"_s, u"1"_s), "<a b=\"1\"/>");
    EXPECT_EQ(withAttribute("<a />", u"/a"_s, u"b"_s, u"1"_s), "<a b=\"1\" />");
    EXPECT_EQ(withAttribute("<a c='2'></a>", u"/a"_s, u"b"_s, u"1"_s), "<a c='2' b='1'></a>");
    EXPECT_EQ(withAttribute("<a c='2'><d/></a>", u"/a/d"_s, u"b"_s, u"1"_s),
              "<a c='2'><d b='1'/></a>");
    EXPECT_EQ(withAttribute("<a c=\"2\"\n   d=\"3\"\n   e=\"4\"\n/>", u"/a"_s, u"b"_s, u"1"_s),
              "<a c=\"2\"\n   d=\"3\"\n   e=\"4\"\n   b=\"1\"\n/>");
    EXPECT_EQ(withAttribute("<a c=\"2\" d=\"3\"\n   e=\"4\"/>", u"/a"_s, u"b"_s, u"1"_s),
              "<a c=\"2\" d=\"3\"\n   e=\"4\" b=\"1\"/>");
}

TEST(XmlEdit, valuesAreWrittenInTheEncodingOfTheFile)
{
    const auto set = [](const QByteArray &encoding, const QString &value) {
        const QByteArray head = "<?xml version='1.0' encoding='" + encoding + "'?><a b='";
        const XmlDocument document = parsed(head + "'/>");
        const auto edits = setAttribute(document, document.root(), u"b"_s, value);
        const QByteArray text = actedOn(document.text(), *edits);
        EXPECT_EQ(parsed(text).root().value("b"), value);
        return text.sliced(head.size()).chopped(3).toStdString();
    };
    EXPECT_EQ(set("UTF-8", u"é€😀"_s), "é€😀");
    EXPECT_EQ(set("UTF-8", u"\uFEFFa"_s), "\uFEFFa");
    EXPECT_EQ(set("US-ASCII", u"\uFEFFa"_s), "&#65279;a");
    EXPECT_EQ(set("ISO-8859-1", u"é€😀"_s), "\xe9&#8364;&#128512;");
    EXPECT_EQ(set("ISO-8859-15", u"é€"_s), "\xe9\xa4");
    EXPECT_EQ(set("windows-1252", u"é€\x0081"_s), "\xe9\x80&#129;");
    EXPECT_EQ(set("US-ASCII", u"é"_s), "&#233;");
}

TEST(XmlEdit, whatXmlCannotCarryIsRefused)
{
    const XmlDocument document = parsed("<a b='1'/>");
    const auto code = [&](const QString &name, const QString &value) {
        const auto edits = setAttribute(document, document.root(), name, value);
        return edits ? std::optional<ErrorCode>() : edits.error().code;
    };
    for (const QString &value :
         {u"\x01"_s, u"x\x1f"_s, u"\uFFFE"_s, QString(1, QChar(0)), QString(QChar(0xD800))})
        EXPECT_EQ(code(u"b"_s, value), ErrorCode::InvalidInput);
    for (const QString &name : {u""_s, u"1"_s, u"a b"_s, u"a=\"1\" c"_s, u"<"_s, u"a>"_s})
        EXPECT_EQ(code(name, u"1"_s), ErrorCode::InvalidInput) << name.toStdString();
    const NewXmlElement twice{u"x"_s, {{u"a"_s, u"1"_s}, {u"a"_s, u"2"_s}}};
    EXPECT_FALSE(addElement(document, document.root(), twice));
    EXPECT_FALSE(addElement(document, document.root(), {u"x y"_s}));
    EXPECT_FALSE(
        addElement(document, document.root(), {u"x"_s, {}, {{u"y"_s, {{u"z"_s, u"\x02"_s}}}}}));
    EXPECT_FALSE(renameElement(document, document.root(), u"x/"_s));
}

TEST(XmlEdit, aValueOfAnEntityIsNotReplacedBlindly)
{
    const XmlDocument document = parsed("<!DOCTYPE a [<!ENTITY n 'x'>]><a b='&n;'/>");
    const auto edits = setAttribute(document, document.root(), u"b"_s, u"y"_s);
    ASSERT_FALSE(edits);
    EXPECT_EQ(edits.error().code, ErrorCode::Refused);
    EXPECT_EQ(after(document, removeAttribute(document.root(), "b")),
              "<!DOCTYPE a [<!ENTITY n 'x'>]><a/>");
}

TEST(XmlEdit, anAttributeGoesWithTheBlanksBeforeIt)
{
    const XmlDocument document = parsed("<a  b='1'\n c='2' />");
    EXPECT_EQ(after(document, removeAttribute(document.root(), "b")), "<a\n c='2' />");
    EXPECT_EQ(after(document, removeAttribute(document.root(), "c")), "<a  b='1' />");
    EXPECT_TRUE(removeAttribute(document.root(), "d").isEmpty());
}

TEST(XmlEdit, aNewChildStandsAsItsNeighboursDo)
{
    EXPECT_EQ(withChild("<a>\n\t<b/>\n</a>\n", u"/a"_s), "<a>\n\t<b/>\n\t<new a=\"1\"/>\n</a>\n");
    EXPECT_EQ(withChild("<a>\r\n    <b />\r\n</a>\r\n", u"/a"_s),
              "<a>\r\n    <b />\r\n    <new a=\"1\" />\r\n</a>\r\n");
    EXPECT_EQ(withChild("<a><b/></a>", u"/a"_s), "<a><b/><new a=\"1\"/></a>");
    EXPECT_EQ(withChild("<a> <b/> </a>", u"/a"_s), "<a> <b/> <new a=\"1\"/> </a>");
    EXPECT_EQ(withChild("<a>\n<b/>\n</a>", u"/a"_s), "<a>\n<b/>\n<new a=\"1\"/>\n</a>");
    EXPECT_EQ(withChild("<a>\n  <b c='1'/>\n</a>", u"/a"_s),
              "<a>\n  <b c='1'/>\n  <new a=\"1\"/>\n</a>");
    EXPECT_EQ(withChild("<a d='1'>\n  <b/></a>", u"/a"_s), "<a d='1'>\n  <b/>\n  <new a='1'/></a>");
}

TEST(XmlEdit, positionsCountElements)
{
    const QByteArray text = "<a>\n  <!-- 1 -->\n  <b/> <!-- of b -->\n\n  <!-- 2 -->\n  <c/>\n</a>";
    EXPECT_EQ(
        withChild(text, u"/a"_s, 0),
        "<a>\n  <new a=\"1\"/>\n  <!-- 1 -->\n  <b/> <!-- of b -->\n\n  <!-- 2 -->\n  <c/>\n</a>");
    EXPECT_EQ(
        withChild(text, u"/a"_s, 1),
        "<a>\n  <!-- 1 -->\n  <b/> <!-- of b -->\n  <new a=\"1\"/>\n\n  <!-- 2 -->\n  <c/>\n</a>");
    for (const qsizetype last : {-1, 2, 9})
        EXPECT_EQ(withChild(text, u"/a"_s, last), "<a>\n  <!-- 1 -->\n  <b/> <!-- of b -->\n\n  "
                                                  "<!-- 2 -->\n  <c/>\n  <new a=\"1\"/>\n</a>");
}

TEST(XmlEdit, theFirstChildOpensItsParent)
{
    EXPECT_EQ(withChild("<r>\n  <a/>\n</r>", u"/r/a"_s),
              "<r>\n  <a>\n    <new a=\"1\"/>\n  </a>\n</r>");
    EXPECT_EQ(withChild("<r>\n\t<a b='1' />\n</r>", u"/r/a"_s),
              "<r>\n\t<a b='1'>\n\t\t<new a='1' />\n\t</a>\n</r>");
    EXPECT_EQ(withChild("<r>\n  <a></a>\n</r>", u"/r/a"_s),
              "<r>\n  <a>\n    <new a=\"1\"/>\n  </a>\n</r>");
    EXPECT_EQ(withChild("<r>\n  <a> </a>\n</r>", u"/r/a"_s),
              "<r>\n  <a>\n    <new a=\"1\"/>\n  </a>\n</r>");
    EXPECT_EQ(withChild("<r>\n  <a>\n  </a>\n</r>", u"/r/a"_s),
              "<r>\n  <a>\n    <new a=\"1\"/>\n  </a>\n</r>");
    EXPECT_EQ(withChild("<r>\n  <a>\n    <!-- c -->\n  </a>\n</r>", u"/r/a"_s),
              "<r>\n  <a>\n    <!-- c -->\n    <new a=\"1\"/>\n  </a>\n</r>");
    EXPECT_EQ(withChild("<r><a/></r>", u"/r/a"_s), "<r><a><new a=\"1\"/></a></r>");
    EXPECT_EQ(withChild("<r><a>text</a></r>", u"/r/a"_s), "<r><a>text<new a=\"1\"/></a></r>");
    EXPECT_EQ(withChild("<?xml version='1.0'?><r/>", u"/r"_s),
              "<?xml version='1.0'?><r>\n  <new a=\"1\"/>\n</r>");
}

TEST(XmlEdit, whatIsWrittenHasTheIndentationOfTheFile)
{
    const XmlDocument document = parsed("<r>\n\t<a/>\n</r>\n");
    const NewXmlElement tree{u"x"_s, {}, {{u"y"_s, {{u"b"_s, u"1"_s}}, {{u"z"_s}}}}};
    EXPECT_EQ(after(document, addElement(document, document.root(), tree)),
              "<r>\n\t<a/>\n\t<x>\n\t\t<y b=\"1\">\n\t\t\t<z/>\n\t\t</y>\n\t</x>\n</r>\n");
    const XmlDocument line = parsed("<r><a/></r>");
    EXPECT_EQ(after(line, addElements(line, line.root(), {tree, {u"w"_s}})),
              "<r><a/><x><y b=\"1\"><z/></y></x><w/></r>");
    EXPECT_TRUE(addElements(line, line.root(), {})->isEmpty());
}

TEST(XmlEdit, anElementGoesWithItsLinesOnly)
{
    EXPECT_EQ(without("<a>\n  <b/>\n  <c/>\n</a>", u"/a/b"_s), "<a>\n  <c/>\n</a>");
    EXPECT_EQ(without("<a>\r\n  <b>\r\n    <x/>\r\n  </b>  \r\n  <c/>\r\n</a>", u"/a/b"_s),
              "<a>\r\n  <c/>\r\n</a>");
    EXPECT_EQ(without("<a>\n  <!-- of b -->\n\n  <b/>\n\n</a>", u"/a/b"_s),
              "<a>\n  <!-- of b -->\n\n\n</a>");
    EXPECT_EQ(without("<a>\n  <b/> <!-- of b -->\n</a>", u"/a/b"_s), "<a>\n  <!-- of b -->\n</a>");
    EXPECT_EQ(without("<a><b/><c/></a>", u"/a/b"_s), "<a><c/></a>");
    EXPECT_EQ(without("<a> <b/> <c/> </a>", u"/a/b"_s), "<a> <c/> </a>");
    EXPECT_EQ(without("<a>text <b/> text</a>", u"/a/b"_s), "<a>text text</a>");
    EXPECT_EQ(without("<a>\n  <b/></a>", u"/a/b"_s), "<a>\n  </a>");
    EXPECT_EQ(without("<a><b/>\n</a>", u"/a/b"_s), "<a>\n</a>");
    EXPECT_EQ(without("<a/>", u"/a"_s).substr(0, 7), "refused");
}

TEST(XmlEdit, anElementMovesAsItStands)
{
    const QByteArray text =
        "<a>\n  <b/>\n  <!-- of c -->\n  <c  x='1'>\n\n    <d/>\n  </c>\n  <e/>\n</a>";
    EXPECT_EQ(moved(text, u"/a/c"_s, u"/a"_s, 0),
              "<a>\n  <c  x='1'>\n\n    <d/>\n  </c>\n  <b/>\n  <!-- of c -->\n  <e/>\n</a>");
    EXPECT_EQ(moved(text, u"/a/c"_s, u"/a"_s, -1),
              "<a>\n  <b/>\n  <!-- of c -->\n  <e/>\n  <c  x='1'>\n\n    <d/>\n  </c>\n</a>");
    EXPECT_EQ(moved(text, u"/a/b"_s, u"/a"_s, 1),
              "<a>\n  <!-- of c -->\n  <c  x='1'>\n\n    <d/>\n  </c>\n  <b/>\n  <e/>\n</a>");
    EXPECT_EQ(moved(text, u"/a/c"_s, u"/a"_s, 1), text.toStdString());
    EXPECT_EQ(moved("<a><b/><c/></a>", u"/a/c"_s, u"/a"_s, 0), "<a><c/><b/></a>");
    EXPECT_EQ(moved("<a><b/><c/></a>", u"/a/b"_s, u"/a"_s, 1), "<a><c/><b/></a>");
    EXPECT_EQ(moved("<a> <b/> <c/> </a>", u"/a/c"_s, u"/a"_s, 0), "<a> <c/> <b/> </a>");
    EXPECT_EQ(moved("<a><b/></a>", u"/a"_s, u"/a/b"_s, 0).substr(0, 7), "refused");
}

TEST(XmlEdit, aMovedElementTakesTheIndentationOfItsNewPlace)
{
    EXPECT_EQ(
        moved("<r>\n  <a>\n    <b x='1\n      2'>\n      <c/>\n    </b>\n  </a>\n  <d/>\n</r>",
              u"/r/a/b"_s, u"/r"_s, -1),
        "<r>\n  <a>\n  </a>\n  <d/>\n  <b x='1\n      2'>\n    <c/>\n  </b>\n</r>");
    EXPECT_EQ(moved("<r>\n  <a/>\n  <b>\n    <c/>\n  </b>\n</r>", u"/r/b"_s, u"/r/a"_s, 0),
              "<r>\n  <a>\n    <b>\n      <c/>\n    </b>\n  </a>\n</r>");
}

TEST(XmlEdit, anElementIsRenamedInBothTags)
{
    const XmlDocument document = parsed("<a><b c='1'><b/></b ></a>");
    EXPECT_EQ(after(document, renameElement(document, document.element(1), u"xyz"_s)),
              "<a><xyz c='1'><b/></xyz ></a>");
    EXPECT_EQ(after(document, renameElement(document, document.element(2), u"y"_s)),
              "<a><b c='1'><y/></b ></a>");
    EXPECT_TRUE(renameElement(document, document.element(2), u"b"_s)->isEmpty());
}

TEST(XmlEdit, actsThatRemoveTheSameAreOne)
{
    EXPECT_EQ(merged({{{{4, 8}, {}}}, {{{2, 6}, {}}}, {{{8, 8}, "x"}}}),
              (TextEdits{{{2, 8}, {}}, {{8, 8}, "x"}}));
    EXPECT_EQ(merged({{{{2, 20}, {}}}, {{{4, 6}, {}}}}), (TextEdits{{{2, 20}, {}}}));
}

} // namespace
} // namespace colonnade::formats
