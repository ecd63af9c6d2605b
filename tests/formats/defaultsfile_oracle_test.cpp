// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/defaultsfile.h"

#include "defaultsfile_samples.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <map>

namespace colonnade::formats {
namespace {

using namespace Qt::StringLiterals;

/// What each of defaultsKeys() is set to; absent: not set.
using Values = std::map<std::string, std::string>;

/// dash and bash, which read files of ours. Only files that set literals are run, in a folder of
/// their own, with no environment and no other programs; others are checked for their syntax.
class DefaultsFileOracle : public testing::TestWithParam<const char *>
{
protected:
    void SetUp() override
    {
        m_shell = QStandardPaths::findExecutable(QString::fromLatin1(GetParam()));
        if (m_shell.isEmpty())
            GTEST_SKIP() << GetParam() << " is not installed";
        ASSERT_TRUE(m_folder.isValid());
    }

    bool isBash() const { return QByteArrayView(GetParam()) == "bash"; }

    /// What the shell has set after reading each of @p texts. Those that may exit are read in a
    /// process of their own.
    std::vector<Values> valuesOf(const std::vector<QByteArray> &texts, bool mayExit = false)
    {
        for (std::size_t i = 0; i < texts.size(); ++i)
            write(QString::number(i), texts[i]);
        QByteArray script = "i=0; while [ $i -lt " + QByteArray::number(texts.size()) + " ]; do\n"
                            + (mayExit ? "(" : "") + ". ./$i >&2 2>/dev/null\n";
        for (const QByteArray &key : defaultsKeys())
            script += "[ -z \"${" + key + "+x}\" ] || printf '" + key + "=%s\\0' \"$" + key
                      + "\"\nunset " + key + '\n';
        script += mayExit ? "printf 'done=1\\0')\n" : "";
        write(u"driver"_s, script + "printf '\\0'; i=$((i + 1))\ndone\n");
        return parsed(run(m_shell, {m_folder.filePath(u"driver"_s)}));
    }

    /// Whether the shell takes @p text for a script. It does not run it.
    bool isScript(const QByteArray &text) { return isScriptTo(m_shell, text); }

    bool isScriptTo(const QString &shell, const QByteArray &text)
    {
        write(u"script"_s, text);
        run(shell, {u"-n"_s, m_folder.filePath(u"script"_s)});
        return m_exitCode == 0;
    }

private:
    static std::vector<Values> parsed(const QByteArray &output)
    {
        std::vector<Values> values(1);
        for (const QByteArray &item : output.split('\0')) {
            if (item.isEmpty())
                values.emplace_back();
            else
                values.back()[item.first(item.indexOf('=')).toStdString()] =
                    item.sliced(item.indexOf('=') + 1).toStdString();
        }
        return values;
    }

    void write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        ASSERT_EQ(file.write(text), text.size());
    }

    QByteArray run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, u"/nonexistent"_s);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
        process.start(program, arguments);
        EXPECT_TRUE(process.waitForFinished(120000));
        m_exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        return process.readAllStandardOutput();
    }

    QString m_shell;
    QTemporaryDir m_folder;
    int m_exitCode = 0;
};

Values valuesIn(const DefaultsFile &file)
{
    Values values;
    for (const QByteArray &key : defaultsKeys()) {
        if (const auto value = file.value(key))
            values[key.toStdString()] = value->toStdString();
    }
    return values;
}

/// What is computed may be anything.
void expectEqual(const Values &values, const Values &expected, const QByteArray &text)
{
    for (const QByteArray &key : defaultsKeys()) {
        const auto actual = values.find(key.toStdString());
        const auto known = expected.find(key.toStdString());
        const auto file = DefaultsFile::parse(text);
        const bool isComputed = file && file->assignment(key) && !file->value(key);
        if (isComputed)
            continue;
        ASSERT_EQ(actual != values.end(), known != expected.end()) << text.toStdString();
        if (known != expected.end()) {
            ASSERT_EQ(actual->second, known->second) << text.toStdString();
        }
    }
}

TEST_P(DefaultsFileOracle, readsLiteralsAsWeDo)
{
    std::mt19937 random(1);
    std::vector<QByteArray> texts;
    std::vector<Values> expected;
    for (int run = oracleRuns(1500); run > 0; --run) {
        const QByteArray text = randomLiteralDefaults(random, isBash());
        const auto file = DefaultsFile::parse(text);
        ASSERT_TRUE(file) << text.toStdString() << file.error().message.toStdString();
        // A list with && sets what it sets for certain only up to the first.
        if (text.contains("&&"))
            continue;
        texts.push_back(text);
        expected.push_back(valuesIn(*file));
    }
    const std::vector<Values> values = valuesOf(texts);
    ASSERT_GE(values.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i)
        expectEqual(values[i], expected[i], texts[i]);
}

TEST_P(DefaultsFileOracle, readsBackWhatWasSet)
{
    std::mt19937 random(2);
    std::vector<QByteArray> texts;
    std::vector<Values> expected;
    for (int run = oracleRuns(1500); run > 0; --run) {
        const QByteArray before = randomLiteralDefaults(random, isBash());
        const QByteArray key = oneOf(random, defaultsKeys());
        const QByteArray value = randomValue(random);
        const auto file = DefaultsFile::parse(before);
        ASSERT_TRUE(file) << before.toStdString();
        const auto edits = file->set(key, value);
        if (!edits || before.contains("&&"))
            continue;
        texts.push_back(actedOn(before, *edits));
        expected.push_back(valuesIn(*file));
        expected.back()[key.toStdString()] = value.toStdString();
    }
    EXPECT_GT(texts.size() * 2, std::size_t(oracleRuns(1500)));
    const std::vector<Values> values = valuesOf(texts);
    ASSERT_GE(values.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i)
        expectEqual(values[i], expected[i], texts[i]);
}

/// Of files that compute, choose, loop and call: what we say is certain is what comes out.
TEST_P(DefaultsFileOracle, comesToTheValuesThatAreCertain)
{
    std::mt19937 random(4);
    std::vector<QByteArray> texts;
    for (int run = oracleRuns(600); run > 0; --run) {
        const QByteArray text = randomDefaults(random);
        if (DefaultsFile::parse(text))
            texts.push_back(text);
    }
    const std::vector<Values> values = valuesOf(texts, true);
    ASSERT_GE(values.size(), texts.size());
    int compared = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!values[i].contains("done"))
            continue;
        for (const auto &[key, value] : valuesIn(*DefaultsFile::parse(texts[i]))) {
            ASSERT_TRUE(values[i].contains(key)) << key << '\n' << texts[i].toStdString();
            ASSERT_EQ(values[i].at(key), value) << key << '\n' << texts[i].toStdString();
            ++compared;
        }
    }
    EXPECT_GT(compared * 2, oracleRuns(600));
}

TEST_P(DefaultsFileOracle, takesOurFixturesForScripts)
{
    for (const Sample &sample : fixtures(u"defaults"_s)) {
        EXPECT_TRUE(isScript(sample.bytes)) << sample.name.toStdString();
        EXPECT_TRUE(DefaultsFile::parse(sample.bytes)) << sample.name.toStdString();
    }
}

/// We read on where one of the two does, and only there.
TEST_P(DefaultsFileOracle, refusesWhatWeRefuse)
{
    const QString other = QStandardPaths::findExecutable(isBash() ? u"dash"_s : u"bash"_s);
    std::mt19937 random(3);
    int refused = 0;
    for (int run = oracleRuns(250); run > 0 && !HasFailure(); --run) {
        QByteArray text = randomDefaults(random);
        if (below(random, 2))
            text = garbled(random, text, defaultsPieces());
        SCOPED_TRACE(text.toStdString());
        const auto file = DefaultsFile::parse(text);
        if (!file) {
            EXPECT_FALSE(isScript(text)) << file.error().message.toStdString();
        } else if (!text.contains('\0')) {
            EXPECT_TRUE(isScript(text) || isScriptTo(other, text));
        }
        refused += file ? 0 : 1;
    }
    EXPECT_GT(refused * 8, oracleRuns(250));
}

INSTANTIATE_TEST_SUITE_P(Shells, DefaultsFileOracle, testing::Values("dash", "bash"),
                         [](const auto &shell) { return std::string(shell.param); });

} // namespace
} // namespace colonnade::formats
