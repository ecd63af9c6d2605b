// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/profilefields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace colonnade::gui {

namespace {

/// @p text in @p edit; several values: none, and the words for it where the hint was.
void showLine(QLineEdit *edit, const QString &hint, const QString &text, bool same)
{
    edit->setText(same ? text : QString());
    edit->setPlaceholderText(same ? hint : ProfileFields::severalValues());
}

template<typename T>
T valueOf(const ProfileFields::Member<T> &member, const profiles::Profile &profile)
{
    profiles::Profile copy = profile;
    return member(copy);
}

template<typename T>
auto sameMember(const ProfileFields::Member<T> &member)
{
    return [member](const profiles::Profile &a, const profiles::Profile &b) {
        return valueOf(member, a) == valueOf(member, b);
    };
}

int numberIn(const QLineEdit *edit, int unset)
{
    const QString text = edit->text().trimmed();
    bool good = false;
    const int number = text.toInt(&good);
    return text.isEmpty() ? unset : good ? number : -1;
}

} // namespace

QString ProfileFields::severalValues()
{
    return tr("(several values)");
}

void ProfileFields::addOther(QWidget *widget,
                             std::function<bool(const Profile &, const Profile &)> same,
                             std::function<void(const Profile &, bool)> show,
                             std::function<void(Profile &)> write)
{
    m_fields.push_back({widget, std::move(same), std::move(show), std::move(write)});
}

void ProfileFields::addLine(QLineEdit *edit, Member<QString> member)
{
    addOther(
        edit, sameMember(member),
        [edit, member, hint = edit->placeholderText()](const Profile &profile, bool same) {
            showLine(edit, hint, valueOf(member, profile), same);
        },
        [edit, member](Profile &profile) { member(profile) = edit->text().trimmed(); });
    connect(edit, &QLineEdit::textEdited, this, [this, edit] { touch(edit); });
}

void ProfileFields::addNumber(QLineEdit *edit, Number read, SetNumber write, int unset)
{
    addOther(
        edit, [read](const Profile &a, const Profile &b) { return read(a) == read(b); },
        [edit, read, unset, hint = edit->placeholderText()](const Profile &profile, bool same) {
            const int number = read(profile);
            showLine(edit, hint, number == unset ? QString() : QString::number(number), same);
        },
        [edit, write = std::move(write), unset](Profile &profile) {
            write(profile, numberIn(edit, unset));
        });
    connect(edit, &QLineEdit::textEdited, this, [this, edit] { touch(edit); });
}

void ProfileFields::addCheck(QCheckBox *box, Member<bool> member)
{
    addOther(
        box, sameMember(member),
        [box, member](const Profile &profile, bool same) {
            box->setTristate(!same);
            if (same)
                box->setChecked(valueOf(member, profile));
            else
                box->setCheckState(Qt::PartiallyChecked);
            box->setToolTip(same ? QString() : severalValues());
        },
        [box, member](Profile &profile) { member(profile) = box->isChecked(); });
    connect(box, &QCheckBox::clicked, this, [this, box] {
        box->setTristate(false);
        touch(box);
    });
}

void ProfileFields::addChoice(QComboBox *box, Number index, SetNumber write)
{
    box->setPlaceholderText(severalValues());
    addOther(
        box, [index](const Profile &a, const Profile &b) { return index(a) == index(b); },
        [box, index](const Profile &profile, bool same) {
            box->setCurrentIndex(same ? index(profile) : -1);
        },
        [box, write = std::move(write)](Profile &profile) { write(profile, box->currentIndex()); });
    connect(box, &QComboBox::activated, this, [this, box] { touch(box); });
}

void ProfileFields::addEditableChoice(QComboBox *box, Member<QString> member)
{
    addOther(
        box, sameMember(member),
        [box, member, hint = box->lineEdit()->placeholderText()](const Profile &profile,
                                                                 bool same) {
            box->setCurrentIndex(-1);
            showLine(box->lineEdit(), hint, valueOf(member, profile), same);
        },
        [box, member](Profile &profile) { member(profile) = box->currentText().trimmed(); });
    connect(box->lineEdit(), &QLineEdit::textEdited, this, [this, box] { touch(box); });
    connect(box, &QComboBox::activated, this, [this, box] { touch(box); });
}

void ProfileFields::addText(QPlainTextEdit *edit, Member<QString> member)
{
    addOther(
        edit, sameMember(member),
        [edit, member, hint = edit->placeholderText()](const Profile &profile, bool same) {
            const QSignalBlocker quiet(edit);
            edit->setPlainText(same ? valueOf(member, profile) : QString());
            edit->setPlaceholderText(same ? hint : severalValues());
        },
        [edit, member](Profile &profile) { member(profile) = edit->toPlainText().trimmed(); });
    connect(edit, &QPlainTextEdit::textChanged, this, [this, edit] { touch(edit); });
}

void ProfileFields::show(const QList<Profile> &profiles)
{
    m_profiles = profiles;
    for (Field &field : m_fields) {
        const bool same = std::ranges::all_of(profiles, [&](const Profile &profile) {
            return field.same(profiles.first(), profile);
        });
        field.show(profiles.first(), same);
        field.touched = false;
    }
}

QList<profiles::Profile> ProfileFields::edited() const
{
    QList<Profile> result = m_profiles;
    for (Profile &profile : result) {
        for (const Field &field : m_fields) {
            if (field.touched)
                field.write(profile);
        }
    }
    return result;
}

bool ProfileFields::isTouched(const QWidget *widget) const
{
    return std::ranges::any_of(
        m_fields, [&](const Field &field) { return field.widget == widget && field.touched; });
}

void ProfileFields::touch(const QWidget *widget)
{
    for (Field &field : m_fields)
        field.touched |= field.widget == widget;
    Q_EMIT changed();
}

} // namespace colonnade::gui
