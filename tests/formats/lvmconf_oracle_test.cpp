// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/lvmconf.h"

#include "formats/lvmconfschema.h"
#include "lvmconf_samples.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#ifdef COLONNADE_LIBDEVMAPPER
#include <libdevmapper.h>
#endif

#include <functional>
#include <map>
#include <memory>

namespace colonnade::formats {
namespace {

using namespace Qt::StringLiterals;
using Value = LvmConf::Value;

/// LVM's lvmconfig, which reads a file of ours and writes what it takes it for. It looks at no
/// device.
class LvmConfOracle : public testing::Test
{
protected:
    struct Answer
    {
        bool isRead = false;
        QByteArray output;
        QByteArray errors;
    };

    void SetUp() override
    {
        m_program = QStandardPaths::findExecutable(u"lvmconfig"_s,
                                                   {u"/usr/sbin"_s, u"/sbin"_s, u"/usr/bin"_s});
        if (m_program.isEmpty())
            GTEST_SKIP() << "lvmconfig (Debian: lvm2) is not installed";
        ASSERT_TRUE(m_folder.isValid());
    }

    Answer lvmconfig(const QByteArray &text, const QStringList &arguments)
    {
        QFile file(m_folder.filePath(u"lvm.conf"_s));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        EXPECT_EQ(file.write(text), text.size());
        file.close();
        QProcess process;
        QProcessEnvironment environment;
        environment.insert(u"LVM_SYSTEM_DIR"_s, m_folder.path());
        environment.insert(u"LVM_SUPPRESS_FD_WARNINGS"_s, u"1"_s);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path()); // where `log/file` of a test may point
        process.start(m_program, arguments);
        if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
            return {};
        const QByteArray errors = process.readAllStandardError();
        return {!errors.contains("Failed to load config file"), process.readAllStandardOutput(),
                errors};
    }

private:
    QString m_program;
    QTemporaryDir m_folder;
};

/// What counts of each path, normalized.
using Content = std::map<std::string, std::string>;

QByteArray normalized(const Value &value)
{
    switch (value.type) {
    case Value::Type::Integer:
        return QByteArray::number(std::strtoll(value.text.constData(), nullptr, 0));
    case Value::Type::Float:
        return QByteArray::number(std::strtof(value.text.constData(), nullptr), 'f', 4);
    case Value::Type::String:
        return '"' + value.text + '"';
    case Value::Type::List:
        break;
    }
    QByteArrayList items;
    for (const Value &item : value.items)
        items.append(normalized(item));
    return items.size() == 1 ? items.first() : '[' + items.join(',') + ']';
}

Content contentOf(const LvmConf &conf)
{
    Content content;
    for (const LvmConf::Setting &setting : conf.settings())
        content[setting.path.toStdString()] = normalized(setting.value).toStdString();
    return content;
}

void expectReadByLvm(const QList<Sample> &samples,
                     const std::function<QByteArray(const QByteArray &)> &ask)
{
    for (const Sample &sample : samples) {
        SCOPED_TRACE(sample.name.toStdString());
        const auto conf = LvmConf::parse(sample.bytes);
        const auto answer = LvmConf::parse(ask(sample.bytes));
        ASSERT_TRUE(conf && answer);
        Content ours = contentOf(*conf);
        std::erase_if(ours, [](const auto &item) { return item.first.starts_with("tags/"); });
        EXPECT_EQ(contentOf(*answer), ours);
    }
}

/// lvmconfig writes no tags.
TEST_F(LvmConfOracle, readsOurFixturesAsWeDo)
{
    expectReadByLvm(fixtures(u"lvm"_s), [this](const QByteArray &text) {
        return lvmconfig(text, {u"--typeconfig"_s, u"current"_s}).output;
    });
}

TEST_F(LvmConfOracle, readsTheCorpusAsWeDo)
{
    const QList<Sample> samples = corpus(u"lvm-conf"_s);
    if (samples.isEmpty())
        GTEST_SKIP() << "no corpus of LVM files";
    expectReadByLvm(samples, [this](const QByteArray &text) {
        return lvmconfig(text, {u"--typeconfig"_s, u"current"_s}).output;
    });
}

/// Each setting that we say LVM knows is known to it, and takes the types that we say it takes.
TEST_F(LvmConfOracle, knowsTheTypesThatWeKnow)
{
    const Answer list = lvmconfig(
        {}, {u"--typeconfig"_s, u"list"_s, u"--showdeprecated"_s, u"--showunsupported"_s});
    const QByteArrayList paths = list.output.trimmed().split('\n');
    ASSERT_GT(paths.size(), 200);
    const std::vector<QByteArray> literals = {"\"xx\"", "1",    "1.5",    "[ \"a\", \"b\" ]",
                                              "[]",     "\"\"", "\"yes\""};
    std::mt19937 random(3);
    for (int run = oracleRuns(100); run > 0; --run) {
        const QByteArray path = paths[below(random, paths.size())];
        const QByteArray literal = oneOf(random, literals);
        // Those say more of the value than its type, or have sections of any name.
        if (path.contains('<') || path == "devices/types" || path == "activation/activation_mode")
            continue;
        const auto type = lvmType(path);
        ASSERT_TRUE(type) << path.toStdString();
        const Answer answer =
            lvmconfig(path + " = " + literal, {u"--validate"_s, u"--config"_s, u"log/verbose=0"_s});
        const bool isOfType = !answer.errors.contains("Found")
                              && !answer.errors.contains("mpty value")
                              && !answer.errors.contains("Empty value");
        EXPECT_EQ(isOfLvmType(*LvmConf::valueOf(literal), *type), isOfType)
            << path.toStdString() << " = " << literal.toStdString() << '\n'
            << answer.errors.toStdString();
    }
}

#ifdef COLONNADE_LIBDEVMAPPER

void beSilent(int, const char *, int, int, const char *, ...) {}

QByteArray normalized(const dm_config_value *first)
{
    if (first->type == DM_CFG_EMPTY_ARRAY)
        return "[]";
    QByteArrayList items;
    for (const dm_config_value *value = first; value; value = value->next) {
        if (value->type == DM_CFG_INT)
            items.append(QByteArray::number(qlonglong(value->v.i)));
        else if (value->type == DM_CFG_FLOAT)
            items.append(QByteArray::number(double(value->v.f), 'f', 4));
        else
            items.append('"' + QByteArray(value->v.str) + '"');
    }
    return items.size() == 1 ? items.first() : '[' + items.join(',') + ']';
}

void collect(const dm_config_node *node, const QByteArray &prefix, Content &content)
{
    for (; node; node = node->sib) {
        const QByteArray path = prefix + node->key;
        if (node->v)
            content[path.toStdString()] = normalized(node->v).toStdString();
        collect(node->child, path + '/', content);
    }
}

/// libdevmapper's reader of the same language, which LVM has a copy of.
class LvmConfLibrary : public testing::Test
{
protected:
    void SetUp() override { dm_log_with_errno_init(beSilent); }
    void TearDown() override { dm_log_with_errno_init(nullptr); }

    /// Fails unless the library and we refuse @p text alike, or read the same.
    void compare(const QByteArray &text)
    {
        ++m_compared;
        SCOPED_TRACE(text.toStdString());
        const std::unique_ptr<dm_config_tree, void (*)(dm_config_tree *)> tree(
            dm_config_from_string(text.constData()), dm_config_destroy);
        const auto conf = LvmConf::parse(text);
        if (!conf && conf.error().message.contains(u"not closed: its quote"_s))
            return; // LVM takes what stands there for a string, without its last character
        if (conf && conf->settings().isEmpty() && conf->sections().isEmpty())
            return; // LVM fails with that; to us it is a finding, and can be edited
        ASSERT_EQ(conf.has_value(), tree != nullptr)
            << (conf ? "we take it" : conf.error().message.toStdString());
        if (!conf)
            return;
        ++m_accepted;
        Content content;
        collect(tree->root, {}, content);
        ASSERT_EQ(content, contentOf(*conf));
    }

    int m_compared = 0;
    int m_accepted = 0;
};

TEST_F(LvmConfLibrary, readsGeneratedFilesAsWeDo)
{
    std::mt19937 random(1);
    for (int run = oracleRuns(3000); run > 0 && !HasFatalFailure(); --run)
        compare(randomLvm(random));
    EXPECT_GT(m_accepted * 8, m_compared);
}

TEST_F(LvmConfLibrary, readsGarbledFilesAsWeDo)
{
    const QList<Sample> samples = fixtures(u"lvm"_s) + corpus(u"lvm-conf"_s).mid(2);
    std::mt19937 random(2);
    for (int run = oracleRuns(3000); run > 0 && !HasFatalFailure(); --run)
        compare(garbled(random, samples[below(random, samples.size())].bytes, lvmPieces()));
    EXPECT_GT(m_accepted * 8, m_compared);
    EXPECT_GT((m_compared - m_accepted) * 8, m_compared);
}

#endif

} // namespace
} // namespace colonnade::formats
