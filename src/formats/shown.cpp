// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/shown.h"

namespace colonnade::formats {

QString shown(QByteArrayView bytes)
{
    constexpr qsizetype MostCharacters = 60;
    constexpr char16_t ControlPictures = 0x2400; // U+2400 pictures NUL, and so on
    // No character has more than four bytes, so what is cut off here would not be shown.
    QString text = QString::fromUtf8(bytes.first(std::min(bytes.size(), 4 * MostCharacters + 4)));
    if (text.size() > MostCharacters)
        text = text.first(MostCharacters) + u'…';
    for (QChar &c : text) {
        if (c < u' ')
            c = QChar(char16_t(ControlPictures + c.unicode()));
        else if (c == QChar(0x7f))
            c = QChar(0x2421);
    }
    return text;
}

} // namespace colonnade::formats
