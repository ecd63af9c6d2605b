// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulecase.h"

#include "documents.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace colonnade::formats {

std::optional<QByteArray> expectFinding(const RuleCase &test, const QList<Diagnostic> &findings)
{
    SCOPED_TRACE(std::string(test.id) + '\n' + test.text.toStdString());
    const auto found = std::ranges::find(findings, QByteArray(test.id), &Diagnostic::id);
    if (found == findings.end()) {
        ADD_FAILURE() << "not found";
        return std::nullopt;
    }
    EXPECT_EQ(found->severity, test.severity);
    EXPECT_EQ(textOf(test.text, found->span), test.marked);
    EXPECT_TRUE(found->message.endsWith(u'.')) << found->message.toStdString();
    EXPECT_EQ(found->fix.has_value(), !test.fixed.isEmpty());
    if (!found->fix)
        return std::nullopt;
    return actedOn(test.text, found->fix->edits);
}

} // namespace colonnade::formats
