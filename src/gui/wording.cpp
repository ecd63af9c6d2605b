// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/wording.h"

#include "gui/card.h"

#include <QCoreApplication>
#include <QLocale>

namespace colonnade::gui {

QString joined(const QStringList &names, int most)
{
    if (names.size() <= 1)
        return names.value(0);
    if (names.size() > most) {
        return QCoreApplication::translate("Wording", "%1 and %n more", nullptr,
                                           int(names.size()) - most)
            .arg(names.first(most).join(QStringLiteral(", ")));
    }
    return QCoreApplication::translate("Wording", "%1 and %2")
        .arg(names.first(names.size() - 1).join(QStringLiteral(", ")), names.last());
}

QSet<QString> runningGuests(const cluster::NodeFacts &facts)
{
    QSet<QString> names;
    for (const cluster::Guest &guest : facts.guests) {
        const cluster::GuestName name = cluster::splitGuestName(guest.name);
        if (guest.domainId && name.kind == cluster::NameKind::Plain)
            names.insert(name.guest);
    }
    return names;
}

QString memoryText(qint64 mebibytes)
{
    const QLocale locale;
    if (mebibytes < 1024)
        return QCoreApplication::translate("Wording", "%1 MiB").arg(locale.toString(mebibytes));
    const double gibibytes = double(mebibytes) / 1024;
    return QCoreApplication::translate("Wording", "%1 GiB")
        .arg(locale.toString(gibibytes, 'f', mebibytes % 1024 ? 1 : 0));
}

QString plainTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return QStringLiteral("<p>")
           + text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"))
           + QStringLiteral("</p>");
}

QString breakable(const QString &name)
{
    return CardText::printable(name).replace(u'.', QStringLiteral(".\u200B"));
}

} // namespace colonnade::gui
