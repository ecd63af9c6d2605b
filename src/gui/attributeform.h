// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <optional>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace colonnade::gui {

/// An attribute of an element, as a form asks for it.
struct AttributeField
{
    /// A value that can be chosen, and what it is called.
    struct Choice
    {
        QString value;
        QString text;
        friend bool operator==(const Choice &, const Choice &) = default;
    };

    QString name;               ///< as the file spells it
    QString label;              ///< empty: the name
    QList<Choice> choices = {}; ///< empty: any text
    QString absent = {};        ///< what counts where it is absent: a placeholder, or a choice
    QString unit = {};          ///< behind the value
    QString note = {};          ///< below it
    Tone tone = Tone::Neutral;  ///< of the note
    QString tip = {};
    QString locked = {};   ///< why it cannot be changed; empty: it can
    bool isSecret = false; ///< shown while it is written only
    bool isStrong = false; ///< it has to be there

    friend bool operator==(const AttributeField &, const AttributeField &) = default;
};

/// A form of attributes, a line each. It holds nothing: what is written is told by edited(), and
/// shown when it comes back with setValues().
class AttributeForm final : public QWidget
{
    Q_OBJECT

public:
    explicit AttributeForm(QWidget *parent);

    /// Cheap where they are the same as before: then the focus and what is being written stay.
    void setFields(const QList<AttributeField> &fields);
    const QList<AttributeField> &fields() const { return m_fields; }
    /// The values of the fields, by name; those that are not there are absent from the file.
    void setValues(const QHash<QString, QString> &values);
    /// The widget of the field of that name: a QLineEdit or a QComboBox; nullptr where there is
    /// none.
    QWidget *editor(const QString &name) const;
    /// Brings the field into sight of a scroll area, and the focus to it.
    void edit(const QString &name);

Q_SIGNALS:
    /// Somebody gave the attribute that value, or took it away.
    void edited(const QString &name, const std::optional<QString> &value);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addRow(const AttributeField &field, int row);
    QWidget *makeText(const AttributeField &field);
    QWidget *makeChoice(const AttributeField &field);
    void finishText(QLineEdit *edit, const QString &name);
    void showChoice(QComboBox *box, const AttributeField &field,
                    const std::optional<QString> &value);

    QList<AttributeField> m_fields;
    QHash<QString, QString> m_values;
    QHash<QString, QWidget *> m_editors;
    bool m_adapting = false;
    QWidget *m_body = nullptr; ///< made anew with the fields
};

/// The choices on and off of a flag, which are written 1 and 0.
QList<AttributeField::Choice> onOffChoices();

} // namespace colonnade::gui
