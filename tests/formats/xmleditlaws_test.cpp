// SPDX-License-Identifier: GPL-3.0-or-later
// The laws of documents, for thousands of random edits of any element.
#include "clusterconfgenerator.h"
#include "documents.h"
#include "xmllint.h"
#include "xmlrandomact.h"

#include <gtest/gtest.h>

namespace colonnade::formats {
namespace {

using namespace Qt::StringLiterals;

class XmlEditLaws : public testing::Test
{
protected:
    void act(const QByteArray &text, std::mt19937 &random, int count)
    {
        QByteArray current = text;
        for (int i = 0; i < count && !HasFailure(); ++i) {
            const auto document = XmlDocument::parse(current);
            ASSERT_TRUE(document) << current.toStdString();
            const XmlRandomAct act = randomXmlAct(
                *document, [&random](qsizetype end) { return qsizetype(below(random, end)); });
            if (!act.edits)
                continue;
            ++m_done;
            SCOPED_TRACE(act.name.toStdString() + " of\n" + current.toStdString());
            current = actedOn(current, *act.edits);
            const auto after = XmlDocument::parse(current);
            ASSERT_TRUE(after) << after.error().message.toStdString() << current.toStdString();
            EXPECT_EQ(XmlContent::of(after->root()), act.expected) << current.toStdString();
            m_results.append(current);
        }
    }

    void expectWellFormed()
    {
        if (!hasXmllint())
            GTEST_SKIP() << "no xmllint";
        const QList<bool> verdicts = wellFormed(m_results);
        for (qsizetype i = 0; i < verdicts.size(); ++i)
            EXPECT_TRUE(verdicts[i]) << m_results[i].toStdString();
    }

    int m_done = 0;
    QList<QByteArray> m_results;
};

TEST_F(XmlEditLaws, holdForGeneratedFiles)
{
    std::mt19937 random(20090808);
    for (int i = 0; i < 400 && !HasFailure(); ++i)
        act(randomClusterConf(random), random, 20);
    EXPECT_GT(m_done, 3000);
    expectWellFormed();
}

TEST_F(XmlEditLaws, holdForRealFiles)
{
    std::mt19937 random(20090809);
    for (const Sample &sample : fixtures(u"cluster-conf"_s) + corpus(u"cluster-conf"_s)) {
        SCOPED_TRACE(sample.name.toStdString());
        for (int i = 0; XmlDocument::parse(sample.bytes) && i < 30 && !HasFailure(); ++i)
            act(sample.bytes, random, 15);
    }
    EXPECT_GT(m_done, 400);
    expectWellFormed();
}

TEST_F(XmlEditLaws, holdForOddForms)
{
    std::mt19937 random(20090810);
    const std::vector<QByteArray> odd = {
        "<?xml version='1.0' encoding='US-ASCII'?><a><b/> <c>text<d/>text</c><!-- x --><e></e></a>",
        "<a>\r<b/>\r<c/>\r</a>",
        "\xef\xbb\xbf<a>\n\t <b x='1'\n\t    y='2'><![CDATA[<c/>]]></b><?pi?>\n</a\n>",
        "<a><b/><b/><b/>\n<b/> <b/><!-- 1 --> <!-- 2 -->\n<b> <b/> </b></a>",
        "<!DOCTYPE a [<!ENTITY e 'v'>]><a b='&e;' c='1'><d>&e;</d>\n  <d/></a>",
        "<a/>",
    };
    for (const QByteArray &text : odd) {
        for (int i = 0; i < 60 && !HasFailure(); ++i)
            act(text, random, 15);
    }
    EXPECT_GT(m_done, 2000);
    expectWellFormed();
}

} // namespace
} // namespace colonnade::formats
