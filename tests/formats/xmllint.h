// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace colonnade::formats {

/// Whether the real xmllint is there; a test that needs it is skipped otherwise.
bool hasXmllint();

/// Whether xmllint, without a network, takes each of @p documents for well-formed. One process for
/// many of them.
QList<bool> wellFormed(const QList<QByteArray> &documents);

/// Whether the RELAX NG @p schema takes each of @p documents.
QList<bool> acceptedBy(const QString &schema, const QList<QByteArray> &documents);

/// What it exits with for one.
int xmllintStatus(const QByteArray &document);

} // namespace colonnade::formats
