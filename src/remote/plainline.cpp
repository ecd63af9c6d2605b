// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/plainline.h"

namespace colonnade::remote {

QString plainLine(const QString &foreign, qsizetype limit)
{
    QString text = foreign.left(4 * limit);
    for (QChar &character : text) {
        if (!character.isPrint())
            character = u' ';
    }
    text = text.simplified();
    return text.size() > limit ? text.left(limit) + QChar(0x2026) : text;
}

QString plainLine(QByteArrayView foreign, qsizetype limit)
{
    return plainLine(QString::fromUtf8(foreign.first(qMin(foreign.size(), 4 * limit))), limit);
}

} // namespace colonnade::remote
