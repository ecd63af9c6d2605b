// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace colonnade::gui {

/// A button below a finding.
struct FindingAction
{
    QString title;
    std::function<void()> run;
};

/// Something that was found, with its way out.
struct FindingRow
{
    Tone tone = Tone::Neutral;
    QString sentence;
    QString remedy; ///< below it, muted; may be empty
    QList<FindingAction> actions;

    /// Whether a person sees no difference.
    bool looksLike(const FindingRow &other) const;
};

/// Findings below each other, each with a sign, its sentence and its buttons. It is as high as they
/// need.
class FindingList final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingList(QWidget *parent = nullptr);

    /// Rows that look the same stay, and with them the keyboard's focus.
    void setRows(const QList<FindingRow> &rows);
    const QList<FindingRow> &rows() const { return m_rows; }

private:
    class Entry;

    QList<FindingRow> m_rows;
    QVBoxLayout *m_layout;
};

} // namespace colonnade::gui
