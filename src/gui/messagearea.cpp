// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/messagearea.h"

#include "gui/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace colonnade::gui {

bool Message::looksLike(const Message &other) const
{
    return id == other.id && tone == other.tone && sentence == other.sentence
           && remedy == other.remedy && action == other.action && closable == other.closable
           && second == other.second;
}

/// One message: a tinted surface, a sign, the words, a button, a cross.
class MessageArea::Bar final : public QWidget
{
public:
    Bar(const Message &message, QWidget *parent, std::function<void(Bar *, bool)> gone)
        : QWidget(parent), m_message(message), m_gone(std::move(gone))
    {
        setObjectName(message.id);
        setAccessibleName(message.sentence);
        setAccessibleDescription(message.remedy);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(12, 8, 8, 8);
        m_sign = new QLabel(this);
        m_sign->setAccessibleName(signWord());
        row->addWidget(m_sign, 0, Qt::AlignTop);
        row->addLayout(makeWords(), 1);
        if (!message.action.isEmpty())
            row->addWidget(makeAction(message.action, message.run), 0, Qt::AlignVCenter);
        if (!message.second.isEmpty())
            row->addWidget(makeAction(message.second, message.runSecond), 0, Qt::AlignVCenter);
        if (message.closable)
            row->addWidget(makeCross(), 0, Qt::AlignTop);
        updateSign();
    }

    const Message &message() const { return m_message; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme theme = Theme::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme.strong(m_message.tone));
        painter.setBrush(theme.tinted(m_message.tone));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }

    void changeEvent(QEvent *event) override
    {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::PaletteChange)
            updateSign();
    }

private:
    QString signWord() const
    {
        switch (m_message.tone) {
        case Tone::Good:
            return MessageArea::tr("Done");
        case Tone::Warn:
            return MessageArea::tr("Warning");
        case Tone::Bad:
            return MessageArea::tr("Problem");
        case Tone::Neutral:
            break;
        }
        return MessageArea::tr("Note");
    }

    void updateSign()
    {
        static const QHash<Tone, QString> names{{Tone::Neutral, QStringLiteral("info")},
                                                {Tone::Good, QStringLiteral("good")},
                                                {Tone::Warn, QStringLiteral("warning")},
                                                {Tone::Bad, QStringLiteral("error")}};
        const int size = fontMetrics().height() + 2;
        const QColor color = Theme::of(palette()).strong(m_message.tone);
        m_sign->setPixmap(icon(names.value(m_message.tone), color)
                              .pixmap(QSize(size, size), devicePixelRatioF()));
    }

    QVBoxLayout *makeWords()
    {
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        for (const QString &text : {m_message.sentence, m_message.remedy}) {
            if (text.isEmpty())
                continue;
            auto *label = new QLabel(text, this);
            label->setTextFormat(Qt::PlainText);
            label->setWordWrap(true);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
            words->addWidget(label);
        }
        return words;
    }

    QPushButton *makeAction(const QString &text, const std::function<void()> &run)
    {
        auto *button = new QPushButton(text, this);
        button->setAccessibleDescription(m_message.sentence);
        QObject::connect(button, &QPushButton::clicked, this, [this, run] {
            const std::function<void()> what = run; // goes with the bar
            m_gone(this, false);
            what();
        });
        return button;
    }

    QToolButton *makeCross()
    {
        auto *cross = new QToolButton(this);
        cross->setIcon(icon(QStringLiteral("close")));
        cross->setAutoRaise(true);
        cross->setAccessibleName(MessageArea::tr("Close this message"));
        cross->setToolTip(MessageArea::tr("Close this message"));
        QObject::connect(cross, &QToolButton::clicked, this, [this] { m_gone(this, true); });
        return cross;
    }

    Message m_message;
    std::function<void(Bar *, bool byCross)> m_gone;
    QLabel *m_sign;
};

MessageArea::MessageArea(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(12, 8, 12, 8);
    m_layout->setSpacing(6);
    setVisible(false);
}

void MessageArea::put(const Message &message)
{
    const auto old = std::ranges::find_if(
        m_bars, [&](const Bar *bar) { return bar->message().id == message.id; });
    qsizetype place = 0;
    if (old != m_bars.end()) {
        if ((*old)->message().looksLike(message))
            return;
        place = old - m_bars.begin();
        remove(message.id);
    }
    auto *bar = new Bar(message, this, [this](Bar *gone, bool byCross) {
        const QString id = gone->message().id;
        if (byCross)
            m_closed.append(id);
        remove(id);
    });
    m_bars.insert(place, bar);
    m_layout->insertWidget(int(place), bar);
    setVisible(true);
}

void MessageArea::remove(const QString &id)
{
    const auto found =
        std::ranges::find_if(m_bars, [&](const Bar *bar) { return bar->message().id == id; });
    if (found == m_bars.end())
        return;
    Bar *bar = *found;
    m_bars.erase(found);
    m_layout->removeWidget(bar);
    bar->hide();
    bar->deleteLater(); // its own button may be what called
    setVisible(!m_bars.isEmpty());
}

void MessageArea::showGroup(const QString &prefix, const QList<Message> &messages)
{
    QStringList wanted;
    for (const Message &message : messages)
        wanted.append(message.id);
    m_closed.removeIf(
        [&](const QString &id) { return id.startsWith(prefix) && !wanted.contains(id); });
    for (const QString &id : ids()) {
        if (id.startsWith(prefix) && !wanted.contains(id))
            remove(id);
    }
    for (const Message &message : messages) {
        if (!m_closed.contains(message.id))
            put(message);
    }
}

QStringList MessageArea::ids() const
{
    QStringList ids;
    for (const Bar *bar : m_bars)
        ids.append(bar->message().id);
    return ids;
}

QString MessageArea::sentence(const QString &id) const
{
    for (const Bar *bar : m_bars) {
        if (bar->message().id == id)
            return bar->message().sentence;
    }
    return {};
}

} // namespace colonnade::gui
