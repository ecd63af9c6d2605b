// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profiles/profile.h"

#include <QObject>

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QWidget;

namespace colonnade::gui {

/// Ties widgets to the members of one profile, or of several at once: where they differ the widget
/// says "(several values)", and only what a person has touched is written, to all of them.
class ProfileFields final : public QObject
{
    Q_OBJECT

public:
    using Profile = profiles::Profile;
    template<typename T>
    using Member = std::function<T &(Profile &)>;
    using Number = std::function<int(const Profile &)>;
    using SetNumber = std::function<void(Profile &, int)>;

    using QObject::QObject;

    /// Blanks at the ends are not part of the value.
    void addLine(QLineEdit *edit, Member<QString> member);
    /// Empty stands for @p unset, which is shown as empty; what is no number is written as -1 and
    /// has to be refused by problem().
    void addNumber(QLineEdit *edit, Number read, SetNumber write, int unset = 0);
    void addCheck(QCheckBox *box, Member<bool> member);
    void addChoice(QComboBox *box, Number index, SetNumber write);
    void addEditableChoice(QComboBox *box, Member<QString> member);
    void addText(QPlainTextEdit *edit, Member<QString> member);
    /// A widget that knows itself what it shows: @p show gets the first profile, and whether all
    /// are @p same.
    void addOther(QWidget *widget, std::function<bool(const Profile &, const Profile &)> same,
                  std::function<void(const Profile &, bool same)> show,
                  std::function<void(Profile &)> write);

    /// @p profiles must not be empty. Nothing counts as touched after it.
    void show(const QList<Profile> &profiles);
    /// The profiles of show() with what was touched.
    QList<Profile> edited() const;
    bool isTouched(const QWidget *widget) const;
    /// Called where the widgets of addOther() change by a person's hand.
    void touch(const QWidget *widget);

    /// What a field says whose value differs between the profiles.
    static QString severalValues();

Q_SIGNALS:
    /// A person changed something.
    void changed();

private:
    struct Field
    {
        QWidget *widget;
        std::function<bool(const Profile &, const Profile &)> same;
        std::function<void(const Profile &, bool same)> show;
        std::function<void(Profile &)> write;
        bool touched = false;
    };

    std::vector<Field> m_fields;
    QList<Profile> m_profiles;
};

} // namespace colonnade::gui
