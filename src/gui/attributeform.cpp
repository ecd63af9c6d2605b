// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/attributeform.h"

#include "gui/card.h"
#include "gui/surface.h"
#include "gui/wording.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

namespace {

/// A combo box in a form that scrolls: the wheel scrolls the form.
class CalmComboBox final : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

QString labelOf(const AttributeField &field)
{
    return field.label.isEmpty() ? field.name : field.label;
}

QLabel *noteFor(const AttributeField &field, const Fonts &fonts, const QPalette &palette,
                QWidget *parent)
{
    const QString sign = signOf(field.tone);
    auto *note = new QLabel(sign.isEmpty() ? field.note : sign + u' ' + field.note, parent);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setFont(fonts.small);
    QPalette muted = palette;
    muted.setColor(QPalette::WindowText, Theme::of(palette).strong(field.tone));
    note->setPalette(muted);
    note->setForegroundRole(QPalette::WindowText); // whatever it stands on
    return note;
}

} // namespace

QList<AttributeField::Choice> onOffChoices()
{
    return {{u"1"_s, AttributeForm::tr("on")}, {u"0"_s, AttributeForm::tr("off")}};
}

AttributeForm::AttributeForm(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    showEdgesOnBase(this);
}

void AttributeForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_adapting)
        return;
    const QScopedValueRollback adapting(m_adapting, true);
    showEdgesOnBase(this);
    // The notes are in the palette's colours.
    const QList<AttributeField> fields = m_fields;
    const QHash<QString, QString> values = m_values;
    m_fields.clear();
    setFields(fields);
    setValues(values);
}

void AttributeForm::setFields(const QList<AttributeField> &fields)
{
    if (fields == m_fields && m_body)
        return;
    QString focused; // a field that the same person is about to write in
    for (auto editor = m_editors.cbegin(); editor != m_editors.cend(); ++editor)
        focused = editor.value()->hasFocus() ? editor.key() : focused;
    m_fields = fields;
    m_values.clear();
    m_editors.clear();
    if (m_body) {
        m_body->hide();
        layout()->removeWidget(m_body);
        m_body->deleteLater(); // an editor of it may be what led here
    }
    m_body = new QWidget(this);
    auto *grid = new QGridLayout(m_body);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(3 * Fonts(font()).unit);
    grid->setVerticalSpacing(Fonts(font()).unit / 2);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < fields.size(); ++i)
        addRow(fields[i], 2 * i);
    layout()->addWidget(m_body);
    m_body->show();
    if (!focused.isEmpty())
        edit(focused);
}

void AttributeForm::addRow(const AttributeField &field, int row)
{
    auto *grid = static_cast<QGridLayout *>(m_body->layout());
    const Fonts fonts(font());
    auto *label = new QLabel(labelOf(field), m_body);
    label->setTextFormat(Qt::PlainText);
    if (field.isStrong)
        label->setFont(fonts.name);
    QWidget *editor = field.choices.isEmpty() ? makeText(field) : makeChoice(field);
    m_editors.insert(field.name, editor);
    label->setBuddy(editor);
    const QString tip = plainTip(field.locked.isEmpty() ? field.tip : field.locked);
    label->setToolTip(tip);
    editor->setToolTip(tip);
    editor->setEnabled(field.locked.isEmpty());
    editor->setAccessibleName(labelOf(field));
    editor->setAccessibleDescription(field.locked.isEmpty() ? field.note : field.locked);
    grid->addWidget(label, row, 0);
    auto *line = new QHBoxLayout;
    line->addWidget(editor, 1);
    if (!field.unit.isEmpty())
        line->addWidget(new QLabel(field.unit, m_body));
    grid->addLayout(line, row, 1);
    AttributeField said = field;
    if (!field.locked.isEmpty()) {
        said.note = field.locked;
        said.tone = Tone::Neutral;
    }
    if (!said.note.isEmpty())
        grid->addWidget(noteFor(said, fonts, palette(), m_body), row + 1, 1);
    grid->setRowMinimumHeight(row + 1, fonts.unit);
}

QWidget *AttributeForm::makeText(const AttributeField &field)
{
    auto *edit = new QLineEdit(m_body);
    edit->setMinimumWidth(6 * fontMetrics().averageCharWidth());
    edit->setPlaceholderText(field.absent);
    if (field.isSecret)
        edit->setEchoMode(QLineEdit::PasswordEchoOnEdit);
    connect(edit, &QLineEdit::editingFinished, this,
            [this, edit, name = field.name] { finishText(edit, name); });
    return edit;
}

void AttributeForm::finishText(QLineEdit *edit, const QString &name)
{
    if (m_editors.value(name) != edit)
        return; // of a form that is gone
    const QString text = edit->text();
    if (text == m_values.value(name))
        return;
    Q_EMIT edited(name, text.isEmpty() ? std::nullopt : std::optional(text));
    // A refusal leaves the value: it is shown again. What was taken has come back by now.
    if (m_editors.value(name) == edit)
        edit->setText(m_values.value(name));
}

QWidget *AttributeForm::makeChoice(const AttributeField &field)
{
    auto *box = new CalmComboBox(m_body);
    box->setFocusPolicy(Qt::StrongFocus);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    showChoice(box, field, std::nullopt);
    connect(box, &QComboBox::activated, this, [this, box, name = field.name](int index) {
        const QVariant value = box->itemData(index);
        const bool isSame =
            value.isValid() ? m_values.contains(name) && m_values.value(name) == value.toString()
                            : !m_values.contains(name);
        if (isSame)
            return;
        Q_EMIT edited(name, value.isValid() ? std::optional(value.toString()) : std::nullopt);
        for (const AttributeField &shown : std::as_const(m_fields)) {
            if (shown.name == name && m_editors.value(name) == box)
                showChoice(box, shown,
                           m_values.contains(name) ? std::optional(m_values.value(name))
                                                   : std::nullopt);
        }
    });
    return box;
}

void AttributeForm::showChoice(QComboBox *box, const AttributeField &field,
                               const std::optional<QString> &value)
{
    box->clear();
    box->addItem(field.absent.isEmpty() ? tr("not set") : tr("not set: %1").arg(field.absent));
    for (const AttributeField::Choice &choice : field.choices)
        box->addItem(choice.text, choice.value);
    int index = value ? box->findData(*value) : 0;
    if (index < 0) { // what the file says, though it is none of them
        box->addItem(u"“%1”"_s.arg(CardText::printable(*value)), *value);
        index = box->count() - 1;
    }
    box->setCurrentIndex(index);
}

void AttributeForm::setValues(const QHash<QString, QString> &values)
{
    m_values = values;
    for (const AttributeField &field : std::as_const(m_fields)) {
        QWidget *editor = m_editors.value(field.name);
        const bool isSet = values.contains(field.name);
        const QString value = values.value(field.name);
        if (auto *edit = qobject_cast<QLineEdit *>(editor)) {
            // Not while somebody writes; what is written is shown when it has arrived.
            if (edit->text() != value && !(edit->hasFocus() && edit->isModified()))
                edit->setText(value);
        } else if (auto *box = qobject_cast<QComboBox *>(editor)) {
            if (!box->view()->isVisible())
                showChoice(box, field, isSet ? std::optional(value) : std::nullopt);
        }
    }
}

QWidget *AttributeForm::editor(const QString &name) const
{
    return m_editors.value(name);
}

void AttributeForm::edit(const QString &name)
{
    if (QWidget *editor = m_editors.value(name))
        editor->setFocus();
}

} // namespace colonnade::gui
