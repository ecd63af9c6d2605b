// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/hostkeytext.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace colonnade::gui {

namespace {

QString wordOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return QCoreApplication::translate("HostKeys", "Good");
    case Tone::Warn:
        return QCoreApplication::translate("HostKeys", "Warning");
    case Tone::Bad:
        return QCoreApplication::translate("HostKeys", "Danger");
    case Tone::Neutral:
        break;
    }
    return {};
}

} // namespace

QString hostKeyLookUpCommand(const QString &keyType)
{
    QString file = QStringLiteral("ssh_host_*_key.pub");
    if (keyType.contains(QLatin1String("ed25519")))
        file = QStringLiteral("ssh_host_ed25519_key.pub");
    else if (keyType.contains(QLatin1String("ecdsa")))
        file = QStringLiteral("ssh_host_ecdsa_key.pub");
    else if (keyType.contains(QLatin1String("rsa")))
        file = QStringLiteral("ssh_host_rsa_key.pub");
    return QStringLiteral("ssh-keygen -l -E sha256 -f /etc/ssh/") + file;
}

QString hostAddress(const QString &host, quint16 port)
{
    if (port == 22)
        return host;
    return (host.contains(QLatin1Char(':')) ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
        .arg(host, QString::number(port));
}

void showWhole(QLineEdit *edit, const QString &text)
{
    edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    edit->setReadOnly(true);
    edit->setFrame(false);
    edit->setText(text);
    edit->setCursorPosition(0);
    const QFontMetrics metrics = edit->fontMetrics();
    const int widest = 80 * metrics.averageCharWidth();
    edit->setMinimumWidth(std::min(metrics.horizontalAdvance(text), widest)
                          + 4 * metrics.averageCharWidth());
    if (metrics.horizontalAdvance(text) > widest)
        edit->setToolTip(text);
}

void showToneSign(QLabel *label, Tone tone)
{
    QPalette colors = label->parentWidget()->palette();
    colors.setColor(QPalette::WindowText, Theme::of(colors).strong(tone));
    label->setPalette(colors);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setText(signOf(tone));
    label->setAccessibleName(wordOf(tone));
}

} // namespace colonnade::gui
