// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/xmlencoding.h"

#include <QByteArray>
#include <QPlainTextEdit>

namespace colonnade::gui {

/// A change of a text: what diff(1) prints, and how much it is.
struct TextChange
{
    QByteArray diff; ///< unified, without the two lines of names; empty: nothing changed
    qsizetype removed = 0;
    qsizetype added = 0;
    qsizetype untouched = 0; ///< lines that both have

    /// Takes a moment for large texts; any thread.
    static TextChange between(const QByteArray &before, const QByteArray &after);
    /// "3 lines changed, 61 untouched"
    QString sentence() const;
    friend bool operator==(const TextChange &, const TextChange &) = default;
};

/// Shows a change: what goes and what comes, with signs and surfaces. Of very long ones the first
/// lines.
class DiffView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent);

    void setChange(const TextChange &change, formats::XmlEncoding encoding);
    /// How high it is with all lines, or with @p most of them.
    int heightFor(int most) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void present();

    TextChange m_change;
    formats::XmlEncoding m_encoding = formats::XmlEncoding::Utf8;
};

} // namespace colonnade::gui
