// SPDX-License-Identifier: GPL-3.0-or-later
#include "guestconfig_laws.h"
#include "guestconfig_samples.h"

#include <gtest/gtest.h>

using namespace colonnade::formats;

namespace {

void expectLaws(const QByteArray &text, GuestDialect dialect, std::mt19937 &random)
{
    for (const QString &broken : brokenLaws(text, dialect, random))
        FAIL() << broken.toStdString() << "\n--- of " << (dialect == GuestDialect::Xl ? "xl" : "xm")
               << ":\n"
               << text.toStdString();
}

constexpr GuestDialect Both[] = {GuestDialect::Xl, GuestDialect::Xm};

} // namespace

TEST(GuestConfigLawsTest, realFiles)
{
    std::mt19937 random(11);
    for (const Sample &sample : guestSamples()) {
        SCOPED_TRACE(sample.name.toStdString());
        for (int i = 0; i < 300 && !testing::Test::HasFatalFailure(); ++i) {
            for (const GuestDialect dialect : Both)
                expectLaws(sample.bytes, dialect, random);
        }
    }
}

TEST(GuestConfigLawsTest, garbledFiles)
{
    std::mt19937 random(12);
    for (const Sample &sample : guestSamples()) {
        for (int i = 0; i < 300 && !testing::Test::HasFatalFailure(); ++i) {
            const QByteArray text = garbled(random, sample.bytes, guestPieces());
            for (const GuestDialect dialect : Both)
                expectLaws(text, dialect, random);
        }
    }
}

TEST(GuestConfigLawsTest, generatedFiles)
{
    std::mt19937 random(13);
    for (int i = 0; i < 6000 && !testing::Test::HasFatalFailure(); ++i) {
        const GuestDialect dialect = Both[i % 2];
        const QByteArray text = randomGuest(random, dialect);
        expectLaws(text, Both[0], random);
        expectLaws(text, Both[1], random);
        expectLaws(garbled(random, text, guestPieces()), dialect, random);
    }
}
