// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/diagnostic.h"

#include <QJsonArray>
#include <QStringList>

namespace colonnade::ctl {

using Findings = QList<formats::Diagnostic>;

/// That a text is no document, as a finding among others: an error called `syntax`.
formats::Diagnostic syntaxFinding(const formats::ParseError &error, qsizetype textSize);

bool hasErrors(const Findings &findings);

/// Each as compilers tell it: `FILE:LINE:COLUMN: severity: sentence [id]`, with what can be done
/// about it by `file fix`; printable(). @p text is what they were found in.
QStringList findingLines(const QString &file, QByteArrayView text, const Findings &findings);

/// The same for programs, as documented in colonnadectl(1).
QJsonArray toJson(QByteArrayView text, const Findings &findings);

/// Those of @p after, of that severity, that an edit has brought: of an id that is found more often
/// than in @p before, those that were not there with the same sentence.
Findings newFindings(const Findings &before, const Findings &after, formats::Severity severity);

} // namespace colonnade::ctl
