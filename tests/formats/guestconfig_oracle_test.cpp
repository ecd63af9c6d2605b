// SPDX-License-Identifier: GPL-3.0-or-later
// The reader for xl, against the real libxlutil.
#include "guestconfig_samples.h"
#include "xlutil.h"

#include "formats/guestconfig.h"

#include <gtest/gtest.h>

using namespace colonnade::formats;

namespace {

class GuestConfigOracleTest : public testing::Test
{
protected:
    void SetUp() override
    {
        if (!XlUtil::isThere())
            GTEST_SKIP() << "libxlutil (libxen-dev) was not there when the tests were built";
    }
};

XlValue asXlHolds(const GuestValue &value)
{
    XlValue result;
    result.isList = value.kind == GuestValue::Kind::List;
    if (!result.isList)
        result.string = value.bytes;
    for (const GuestValue &item : value.items)
        result.items.append(asXlHolds(item));
    return result;
}

/// Of a device that both read.
XlDisk asXlReads(const GuestDisk &disk)
{
    XlDisk result;
    result.target = disk.target();
    result.vdev = disk.vdev();
    result.script = disk.value("script");
    for (const GuestField &field : disk.fields) {
        for (const QByteArray &word :
             field.name.endsWith("prefix") ? field.value.split(':') : QList<QByteArray>()) {
            if (QList<QByteArray>{"iscsi", "nbd", "enbd", "drbd"}.contains(word))
                result.script = "block-" + word;
        }
    }
    result.backend = disk.value("backend");
    result.format = disk.format;
    result.isWritable = disk.isWritable();
    result.isCdrom = disk.isCdrom();
    return result;
}

void compareDisk(const QByteArray &spec)
{
    if (spec.contains('\0') || spec.contains('\n'))
        return;
    QByteArray written = spec;
    written.replace("\\", "\\\\").replace("'", "\\'");
    const auto config = GuestConfig::parse("disk = ['" + written + "']\n", GuestDialect::Xl);
    ASSERT_TRUE(config) << spec.toStdString();
    const QList<GuestDisk> disks = config->disks();
    ASSERT_EQ(disks.size(), 1);
    EXPECT_EQ(disks[0].spec, spec);
    const std::optional<XlDisk> real = XlUtil::disk(spec);
    ASSERT_EQ(real.has_value(), !disks[0].refusal)
        << spec.toStdString() << ": " << disks[0].refusal.value_or(QString()).toStdString();
    if (real) {
        EXPECT_EQ(*real, asXlReads(disks[0])) << spec.toStdString();
    }
}

void compare(const QByteArray &text)
{
    if (text.contains('\0')) // libxlutil aborts
        return;
    const XlUtil real(text);
    const auto config = GuestConfig::parse(text, GuestDialect::Xl);
    ASSERT_EQ(config.has_value(), real.accepts())
        << text.toStdString() << "\n"
        << (config ? real.report().toStdString() : config.error().message.toStdString());
    if (!config) {
        // What is missing at the end, it tells of the line of the last word.
        const bool isEnd =
            real.report().first(real.report().indexOf('\n')).contains("unexpected $end");
        const qsizetype line = placeOf(text, config.error().offset).line;
        ASSERT_TRUE(isEnd ? config.error().offset == text.size() : line == real.line())
            << text.toStdString() << "\n"
            << line << real.report().toStdString() << config.error().message.toStdString();
        return;
    }
    for (const GuestSetting &setting : config->settings()) {
        const std::optional<GuestValue> value = config->value(setting.key);
        ASSERT_TRUE(value);
        EXPECT_EQ(real.value(setting.key), asXlHolds(*value)) << text.toStdString();
        const std::optional<long> number = real.number(setting.key);
        const std::optional<qint64> ours = config->number(setting.key);
        ASSERT_EQ(number.has_value(), ours.has_value()) << setting.key.toStdString() << "\n"
                                                        << text.toStdString();
        if (ours) {
            EXPECT_EQ(*number, *ours);
        }
    }
    for (const GuestDisk &disk : config->disks())
        compareDisk(disk.spec);
}

} // namespace

TEST_F(GuestConfigOracleTest, realFiles)
{
    for (const Sample &sample : guestSamples()) {
        SCOPED_TRACE(sample.name.toStdString());
        compare(sample.bytes);
    }
}

TEST_F(GuestConfigOracleTest, garbledFiles)
{
    std::mt19937 random(1);
    for (const Sample &sample : guestSamples()) {
        for (int i = oracleRuns(200); i > 0 && !HasFatalFailure(); --i)
            compare(garbled(random, sample.bytes, guestPieces()));
    }
}

TEST_F(GuestConfigOracleTest, generatedFiles)
{
    std::mt19937 random(2);
    for (int i = oracleRuns(5000); i > 0 && !HasFatalFailure(); --i) {
        const QByteArray text = randomGuest(random, GuestDialect::Xl);
        compare(text);
        compare(garbled(random, text, guestPieces()));
    }
}

TEST_F(GuestConfigOracleTest, scraps)
{
    std::mt19937 random(3);
    for (int i = oracleRuns(20000); i > 0 && !HasFatalFailure(); --i) {
        QByteArray text;
        for (int k = below(random, 9); k >= 0; --k)
            text += oneOf(random, guestPieces());
        compare(text);
        compare("a=" + text);
        compare("a=[" + text + "]");
        compare("a='" + text + "'\n");
    }
}

TEST_F(GuestConfigOracleTest, disks)
{
    std::mt19937 random(4);
    for (int i = oracleRuns(30000); i > 0 && !HasFatalFailure(); --i) {
        const QByteArray disk = randomDisk(random);
        compareDisk(disk);
        compareDisk(garbled(random, disk, guestPieces()));
    }
}

TEST_F(GuestConfigOracleTest, rates)
{
    std::mt19937 random(5);
    const std::vector<QByteArray> pieces = {
        "1", "0",  "08", "4294967295", "4294967296", "G", "M", "K", "b/s", "B/s",
        "@", "20", "ms", "us",         "s",          "u", "m", " ", "x"};
    for (int i = oracleRuns(30000); i > 0 && !HasFatalFailure(); --i) {
        QByteArray rate = below(random, 2) ? "10Mb/s" : "";
        for (int k = below(random, 6); k > 0; --k)
            rate += oneOf(random, pieces);
        if (below(random, 3) == 0)
            rate = "250KB/s@" + rate;
        const auto config = GuestConfig::parse("vif = ['rate=" + rate + "']\n", GuestDialect::Xl);
        ASSERT_TRUE(config);
        ASSERT_EQ(XlUtil::acceptsRate(rate), !config->vifs()[0].refusal) << rate.toStdString();
    }
}
