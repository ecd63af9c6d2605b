// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tones.h"

#include <QCoreApplication>

namespace colonnade::gui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(colonnade::gui::Severity)
};

} // namespace

Tone toneOf(formats::Severity severity)
{
    switch (severity) {
    case formats::Severity::Error:
        return Tone::Bad;
    case formats::Severity::Warning:
        return Tone::Warn;
    case formats::Severity::Hint:
        break;
    }
    return Tone::Neutral;
}

QString signOf(formats::Severity severity)
{
    const QString sign = signOf(toneOf(severity));
    return sign.isEmpty() ? QStringLiteral("i") : sign;
}

QString wordOf(formats::Severity severity)
{
    switch (severity) {
    case formats::Severity::Error:
        return Words::tr("Error");
    case formats::Severity::Warning:
        return Words::tr("Warning");
    case formats::Severity::Hint:
        break;
    }
    return Words::tr("Hint");
}

} // namespace colonnade::gui
