// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"

#include <QFrame>
#include <QHash>
#include <QWidget>

#include <functional>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace colonnade::gui {

/// What a message bar shows.
struct Message
{
    QString id; ///< a later message with the same id takes the place of this one
    Tone tone = Tone::Neutral;
    QString sentence;
    QString remedy;            ///< the way out, below the sentence; may be empty
    QString action;            ///< the text of its button; empty: none
    std::function<void()> run; ///< of the button; the bar goes away then
    bool closable = true;
    QString second = {}; ///< the text of another button beside it; empty: none
    std::function<void()> runSecond = {};

    bool looksLike(const Message &other) const;
};

/// Bars above the board: results, alarms, what a person should know. Nothing in it is modal.
class MessageArea final : public QWidget
{
    Q_OBJECT

public:
    explicit MessageArea(QWidget *parent = nullptr);

    void put(const Message &message);
    void remove(const QString &id);
    /// Shows exactly @p messages of those whose id begins with @p prefix. One that a person has
    /// closed stays away until it was not among @p messages once.
    void showGroup(const QString &prefix, const QList<Message> &messages);

    QStringList ids() const;
    /// The sentence of the bar @p id, empty where there is none.
    QString sentence(const QString &id) const;

private:
    class Bar;

    QList<Bar *> m_bars;
    QStringList m_closed; ///< ids of a group that a person closed
    QVBoxLayout *m_layout;
};

} // namespace colonnade::gui
