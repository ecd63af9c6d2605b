// SPDX-License-Identifier: GPL-3.0-or-later
// The reader for xm, against the grammar of Python 3 where that of Python 2 is the same.
#include "guestconfig_samples.h"

#include "formats/guestconfig.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <gtest/gtest.h>

using namespace colonnade::formats;
using namespace Qt::StringLiterals;

namespace {

class GuestConfigPythonTest : public testing::Test
{
protected:
    void SetUp() override
    {
        const QString python = QStandardPaths::findExecutable(u"python3"_s);
        if (python.isEmpty())
            GTEST_SKIP() << "python3 is not there";
        m_python.start(
            python, {QStringLiteral(COLONNADE_SOURCE_DIR "/tests/formats/guestconfig_python.py")});
        ASSERT_TRUE(m_python.waitForStarted());
    }
    void TearDown() override
    {
        m_python.closeWriteChannel();
        m_python.waitForFinished();
    }

    QByteArray answer(const QByteArray &text)
    {
        m_python.write(text.toHex() + '\n');
        while (!m_python.canReadLine()) {
            if (!m_python.waitForReadyRead(60'000))
                return "no answer";
        }
        return m_python.readLine().trimmed().sliced(1);
    }

    void compare(const QByteArray &text);

    qsizetype m_both = 0; ///< files that both took

private:
    QProcess m_python;
};

/// What only one of the Pythons knows.
bool isOfOnePython(const QByteArray &text)
{
    static const QRegularExpression differences(
        uR"(\\[uUN]|[uU]['"].*\\|\\[4-7][0-7][0-7]|[0-9]_|\b(f|F|fr|rf|rb|Rb)['"]|\.\.\.|:=|->|\b(print|exec)\b|[^\x00-\x7f]|\x00|`)"_s);
    return differences.match(QString::fromLatin1(text)).hasMatch();
}

QByteArray described(const GuestValue &value)
{
    using Kind = GuestValue::Kind;
    QByteArray items;
    for (const GuestValue &item : value.items)
        items += (items.isEmpty() ? "" : ",") + described(item);
    switch (value.kind) {
    case Kind::String:
        return 's' + value.bytes.toHex();
    case Kind::Number: {
        const auto config = GuestConfig::parse("n = " + value.bytes, GuestDialect::Xm);
        const auto number = config->number("n");
        return number ? 'n' + QByteArray::number(*number) : QByteArray("f");
    }
    case Kind::List:
        return '[' + items + ']';
    case Kind::Tuple:
        return '(' + items + ')';
    case Kind::Computed:
        return "?";
    }
    return {};
}

/// Python counts every kind of line end.
qsizetype lineOf(const QByteArray &text, qsizetype at)
{
    QByteArray before = text.first(at);
    return before.replace("\r\n", "\n").replace('\r', '\n').count('\n') + 1;
}

QByteArray assignments(const GuestConfig &config)
{
    QByteArrayList result;
    for (const GuestSetting &setting : config.settings()) {
        const bool isPlain = !setting.conditional && setting.value.span.begin > setting.keySpan.end;
        if (isPlain) {
            result.append(setting.key + ':'
                          + QByteArray::number(lineOf(config.text(), setting.span.begin)) + ':'
                          + described(setting.value));
        }
    }
    return result.join(' ');
}

void GuestConfigPythonTest::compare(const QByteArray &text)
{
    if (isOfOnePython(text))
        return;
    const QByteArray real = answer(text);
    const auto config = GuestConfig::parse(text, GuestDialect::Xm);
    if (real == "refused" || real == "newer") // what is computed is not read to the end here
        return;
    ASSERT_TRUE(config) << config.error().message.toStdString() << "\n" << text.toStdString();
    EXPECT_EQ(real, assignments(*config)) << text.toStdString();
    ++m_both;
}

} // namespace

TEST_F(GuestConfigPythonTest, realFiles)
{
    for (const Sample &sample : guestSamples()) {
        SCOPED_TRACE(sample.name.toStdString());
        compare(sample.bytes);
    }
    EXPECT_GE(m_both, 5); // of the fixtures alone, where the corpus is absent
}

TEST_F(GuestConfigPythonTest, garbledFiles)
{
    std::mt19937 random(21);
    for (const Sample &sample : guestSamples()) {
        for (int i = oracleRuns(50); i > 0 && !HasFailure(); --i)
            compare(garbled(random, sample.bytes, guestPieces()));
    }
}

TEST_F(GuestConfigPythonTest, generatedFiles)
{
    std::mt19937 random(22);
    for (int i = oracleRuns(1500); i > 0 && !HasFailure(); --i) {
        const QByteArray text = randomGuest(random, GuestDialect::Xm);
        compare(text);
        compare(garbled(random, text, guestPieces()));
    }
    EXPECT_GT(m_both, 500);
}

TEST_F(GuestConfigPythonTest, scraps)
{
    std::mt19937 random(23);
    for (int i = oracleRuns(3000); i > 0 && !HasFailure(); --i) {
        QByteArray text;
        for (int k = below(random, 7); k >= 0; --k)
            text += oneOf(random, guestPieces());
        compare(text);
        compare("a=" + text);
        compare("a=['" + text + "']\n");
    }
    EXPECT_GT(m_both, 300);
}
