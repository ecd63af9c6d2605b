// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/xmldocument.h"

#include "documents.h"

#include <gmock/gmock.h>

namespace colonnade::formats {
namespace {

using namespace Qt::StringLiterals;
using testing::HasSubstr;

XmlDocument parsed(const QByteArray &text)
{
    auto document = XmlDocument::parse(text);
    if (!document) {
        ADD_FAILURE() << document.error().message.toStdString() << "\n" << text.toStdString();
        return *XmlDocument::parse("<failed/>");
    }
    return *document;
}

ParseError errorOf(const QByteArray &text)
{
    const auto document = XmlDocument::parse(text);
    EXPECT_FALSE(document) << text.toStdString();
    return document ? ParseError() : document.error();
}

QByteArray bytes(const XmlDocument &document, Span span)
{
    return textOf(document.text(), span).toByteArray();
}

TEST(XmlDocument, knowsWhereEverythingStands)
{
    const XmlDocument document = parsed("<?xml version='1.0'?>\n<!-- <no a='1'/> -->\n"
                                        "<rm  a = 'x>y'\n\tb=\"\" ><vm/>t<![CDATA[<vm/>]]>"
                                        "<?pi <vm/>?><vm c='2'>\n</vm ></rm>\n<!-- end -->");
    ASSERT_EQ(document.elementCount(), 3);
    const XmlElement root = document.root();
    EXPECT_EQ(bytes(document, root.startTag()), "<rm  a = 'x>y'\n\tb=\"\" >");
    EXPECT_EQ(bytes(document, root.endTag()), "</rm>");
    EXPECT_EQ(bytes(document, root.nameSpan()), "rm");
    ASSERT_EQ(root.attributes().size(), 2u);
    const XmlAttribute &a = root.attributes()[0];
    EXPECT_EQ(bytes(document, a.whole), "  a = 'x>y'");
    EXPECT_EQ(bytes(document, a.name), "a");
    EXPECT_EQ(bytes(document, a.value), "x>y");
    EXPECT_EQ(a.quote, '\'');
    const XmlAttribute &b = root.attributes()[1];
    EXPECT_EQ(bytes(document, b.whole), "\n\tb=\"\"");
    EXPECT_TRUE(b.value.isEmpty());
    EXPECT_EQ(b.quote, '"');
    const QList<XmlElement> vms = root.children("vm");
    ASSERT_EQ(vms.size(), 2);
    EXPECT_TRUE(vms[0].isEmptyTag());
    EXPECT_EQ(bytes(document, vms[0].span()), "<vm/>");
    EXPECT_EQ(bytes(document, vms[1].span()), "<vm c='2'>\n</vm >");
    EXPECT_EQ(bytes(document, vms[1].content()), "\n");
}

TEST(XmlDocument, elementsKnowEachOther)
{
    const XmlDocument document = parsed("<a><b><c/><d/></b><e/></a>");
    const XmlElement a = document.root();
    const XmlElement b = a.firstChild();
    const XmlElement d = b.lastChild();
    EXPECT_EQ(d.tag(), "d");
    EXPECT_EQ(d.previous().tag(), "c");
    EXPECT_EQ(d.previous().next(), d);
    EXPECT_TRUE(d.next().isNull());
    EXPECT_EQ(d.parent(), b);
    EXPECT_EQ(d.depth(), 2);
    EXPECT_EQ(b.next().tag(), "e");
    EXPECT_TRUE(a.contains(d));
    EXPECT_TRUE(b.contains(b));
    EXPECT_FALSE(d.contains(b));
    EXPECT_FALSE(b.contains(a.lastChild()));
    EXPECT_TRUE(a.parent().isNull());
    EXPECT_TRUE(a.child("nothing").isNull());
    EXPECT_TRUE(a.child("nothing").child("nothing").isNull());
    EXPECT_TRUE(XmlElement().attributes().empty());
    EXPECT_TRUE(XmlElement().children().isEmpty());
}

TEST(XmlDocument, valuesAreAsXmlSays)
{
    const XmlDocument document =
        parsed("<a v='&lt;&gt;&amp;&quot;&apos;&#65;&#x42;&#x1F600;'\n"
               " w='1\t2\n3\r\n4\r5&#10;6&#13;7&#9;8' x=' y  ' z='' q='&#xFEFF;1'/>");
    const XmlElement a = document.root();
    EXPECT_EQ(a.value("v"), u"<>&\"'AB😀"_s);
    EXPECT_EQ(a.value("w"), u"1 2 3 4 5\n6\r7\t8"_s);
    EXPECT_EQ(a.value("x"), u" y  "_s);
    EXPECT_EQ(a.value("q"), u"\uFEFF1"_s);
    EXPECT_TRUE(a.has("z"));
    EXPECT_EQ(a.value("z"), QString());
    EXPECT_FALSE(a.has("none"));
    EXPECT_EQ(bytes(document, a.spanOf("x")), " y  ");
    EXPECT_EQ(bytes(document, a.spanOf("none")), "a");
}

TEST(XmlDocument, theElementAtAPlace)
{
    const QByteArray text = "<a> <b><c/></b> <d/> </a>\n";
    const XmlDocument document = parsed(text);
    const auto tagAt = [&](qsizetype offset) {
        const XmlElement element = document.elementAt(offset);
        return element ? element.tag().toByteArray() : QByteArray();
    };
    EXPECT_EQ(tagAt(0), "a");
    EXPECT_EQ(tagAt(3), "a");
    EXPECT_EQ(tagAt(text.indexOf("<b>")), "b");
    EXPECT_EQ(tagAt(text.indexOf("/>")), "c");
    EXPECT_EQ(tagAt(text.indexOf("</b>") + 3), "b");
    EXPECT_EQ(tagAt(text.indexOf(" <d/>")), "a");
    EXPECT_EQ(tagAt(text.size() - 1), "");
}

TEST(XmlDocument, pathsLeadToElementsAndBack)
{
    const XmlDocument document =
        parsed("<cluster><rm><vm name='a'/><service/><vm name=\"b/'c\"/></rm></cluster>");
    for (qsizetype i = 0; i < document.elementCount(); ++i) {
        const QString path = XmlDocument::pathOf(document.element(i));
        EXPECT_EQ(document.find(path), document.element(i)) << path.toStdString();
    }
    EXPECT_EQ(XmlDocument::pathOf(document.element(4)), u"/cluster/rm/vm[2]"_s);
    EXPECT_EQ(XmlDocument::pathOf(document.element(3)), u"/cluster/rm/service"_s);
    EXPECT_EQ(document.find(u"/cluster/rm/vm"), document.element(2));
    EXPECT_EQ(document.find(u"/cluster/rm/vm[@name=\"b/'c\"]"), document.element(4));
    EXPECT_EQ(document.find(u"/cluster/rm/vm[@name='a']"), document.element(2));
    for (const QString &path :
         {u""_s, u"/"_s, u"cluster"_s, u"/cluster/"_s, u"/cluster/rm/vm[3]"_s,
          u"/cluster/rm/vm[0]"_s, u"/cluster/rm/vm[-1]"_s, u"/cluster/rm/vm[x]"_s,
          u"/cluster/rm/vm["_s, u"/rm"_s, u"/cluster[2]"_s, u"/cluster/rm/vm[@name=]"_s,
          u"/cluster/rm/vm[@name='x']"_s, u"/cluster/rm/vm[@name='a]"_s})
        EXPECT_TRUE(document.find(path).isNull()) << path.toStdString();
}

TEST(XmlDocument, encodings)
{
    const auto value = [](const QByteArray &encoding, const QByteArray &letters) {
        return parsed("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><a b=\"" + letters
                      + "\"/>")
            .root()
            .value("b");
    };
    EXPECT_EQ(value("utf-8", "\xc3\xa9\xe2\x82\xac"), u"é€"_s);
    EXPECT_EQ(value("ISO-8859-1", "\xe9\x80"), u"é\x0080"_s);
    EXPECT_EQ(value("iso-8859-15", "\xe9\xa4\xbe"), u"é€Ÿ"_s);
    EXPECT_EQ(value("Windows-1252", "\xe9\x80\x9f"), u"é€Ÿ"_s);
    EXPECT_EQ(value("us-ascii", "e"), u"e"_s);
    EXPECT_EQ(parsed("<a b='\xef\xbb\xbfx'/>").root().value("b"), u"\uFEFFx"_s);
    EXPECT_EQ(parsed("\xef\xbb\xbf<a/>").root().startTag().begin, 3);
}

TEST(XmlDocument, whatCannotBeReadIsNamed)
{
    const auto message = [](const QByteArray &text) { return errorOf(text).message.toStdString(); };
    EXPECT_THAT(message(QByteArray("\xff\xfe<\0a\0/\0>\0", 10)), HasSubstr("UTF-16"));
    EXPECT_THAT(message(QByteArray("\xfe\xff\0<\0a\0/\0>", 10)), HasSubstr("UTF-16"));
    EXPECT_THAT(message(QByteArray("<\0a\0/\0>\0", 8)), HasSubstr("UTF-16"));
    EXPECT_THAT(message(QByteArray("\0\0\0<", 4)), HasSubstr("UTF-32"));
    EXPECT_THAT(message("\x4c\x6f\xa7\x94"), HasSubstr("EBCDIC"));
    EXPECT_THAT(message("<?xml version='1.0' encoding='KOI8-R'?><a/>"), HasSubstr("\"KOI8-R\""));
    EXPECT_THAT(message("<!DOCTYPE a [<!ENTITY % b 'c'> %b;]><a/>"),
                HasSubstr("Parameter entities"));
    EXPECT_THAT(message(""), HasSubstr("empty"));
}

struct Broken
{
    QByteArray text;
    qsizetype offset;
    std::string word;
};

TEST(XmlDocument, errorsSayWhereAndWhat)
{
    const std::vector<Broken> cases = {
        {"<a>\n <b>\n</a>\n", 9, "<b> of line 2"},
        {"<a>\n <b/>\n", 10, "<a> of line 1"},
        {"<a b='1' b='2'/>", 9, "b stands twice"},
        {"<a b='<'/>", 6, "&lt;"},
        {"<a b='x & y'/>", 9, "&amp;"},
        {"<a b='x&y'/>", 7, "&amp;"},
        {"<a b='&y;'/>", 6, "&y; is not declared"},
        {"<a b='&#1;'/>", 6, "does not allow"},
        {"<a b='&#x;'/>", 6, "&#38;"},
        {"<a b=1/>", 5, "quotes"},
        {"<a b/>", 4, "= and a value"},
        {"<a b='1'c='2'/>", 8, "blank"},
        {"<a b='1/>", 9, "quote is missing"},
        {"<a/ >", 3, "> must follow /"},
        {"<a>\xe9</a>", 3, "0xe9 is no text"},
        {"<a>\x01</a>", 3, "U+0001"},
        {"<a>]]></a>", 3, "]]&gt;"},
        {"<a><!-- a -- b --></a>", 12, "--"},
        {"<a/>b", 4, "</a>"},
        {"<a/><b/>", 4, "</a>"},
        {"b", 0, "root element"},
        {"\n<?xml version='1.0'?><a/>", 1, "very beginning"},
        {"<?xml version='2.0'?><a/>", 15, "1.0"},
        {"<a><!-- b", 7, "does not end"},
    };
    for (const Broken &broken : cases) {
        const ParseError error = errorOf(broken.text);
        EXPECT_EQ(error.offset, broken.offset)
            << broken.text.toStdString() << ": " << error.message.toStdString();
        EXPECT_THAT(error.message.toStdString(), HasSubstr(broken.word))
            << broken.text.toStdString();
    }
}

TEST(XmlDocument, entitiesOfTheFileAreMarkedAndNotFollowed)
{
    const XmlDocument document =
        parsed("<!DOCTYPE a [\n<!ENTITY n \"node1\">\n<!ENTITY % p 'x'>\n<!ENTITY m '&n;'>]>\n"
               "<a b='&n;.example.com' c='&amp;' d='&m;'>&n;</a>");
    ASSERT_EQ(document.entities().size(), 2);
    EXPECT_EQ(bytes(document, document.entities()[0].name), "n");
    EXPECT_EQ(bytes(document, document.entities()[0].declaration), "<!ENTITY n \"node1\">");
    EXPECT_TRUE(document.hasEntityContent());
    EXPECT_TRUE(document.hasEntityValue());
    const XmlElement a = document.root();
    EXPECT_TRUE(a.attribute("b")->hasEntity);
    EXPECT_FALSE(a.attribute("c")->hasEntity);
    EXPECT_TRUE(a.attribute("d")->hasEntity);
    EXPECT_EQ(a.value("b"), u"&n;.example.com"_s);
    EXPECT_TRUE(bytes(document, document.documentType()).endsWith("]>"));
    const XmlDocument plain = parsed("<!DOCTYPE a [<!ENTITY n 'x'>]><a b='&amp;'>&lt;</a>");
    EXPECT_FALSE(plain.hasEntityContent());
    EXPECT_FALSE(plain.hasEntityValue());
}

TEST(XmlDocument, entitiesWithinEntitiesAreCheckedOnce)
{
    QByteArray bomb = "<!DOCTYPE a [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 40; ++i) {
        const QByteArray before = "&a" + QByteArray::number(i - 1) + ';';
        bomb += "<!ENTITY a" + QByteArray::number(i) + " \"" + before.repeated(20) + "\">";
    }
    EXPECT_TRUE(XmlDocument::parse(bomb + "]><a b=\"&a39;\">&a39;</a>"));
    QByteArray chain = "<!DOCTYPE a [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 50000; ++i)
        chain +=
            "<!ENTITY a" + QByteArray::number(i) + " \"&a" + QByteArray::number(i - 1) + ";\">";
    EXPECT_FALSE(XmlDocument::parse(chain + "]><a>&a49999;</a>"));
}

TEST(XmlDocument, largeFilesTakeTimeInProportion)
{
    const QByteArray line = "  <vm name=\"guest\" domain=\"FD\"/><!-- c -->\n";
    EXPECT_EQ(parsed("<a>\n" + line.repeated(200000) + "</a>").elementCount(), 200001);
    QByteArray attributes;
    for (int i = 0; i < 200000; ++i)
        attributes += " a" + QByteArray::number(i) + "='1'";
    EXPECT_EQ(parsed("<a" + attributes + "/>").root().attributes().size(), 200000u);
    EXPECT_FALSE(XmlDocument::parse("<a" + attributes + " a7='1'/>"));
    EXPECT_FALSE(XmlDocument::parse(QByteArray("<a>").repeated(1000000)));
    EXPECT_FALSE(XmlDocument::parse("<a>" + QByteArray("<!--").repeated(1000000)));
    EXPECT_FALSE(XmlDocument::parse("<a>" + QByteArray("]]").repeated(1000000)));
}

} // namespace
} // namespace colonnade::formats
