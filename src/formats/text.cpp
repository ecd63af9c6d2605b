// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/text.h"

#include <algorithm>

namespace colonnade::formats {

bool areApplicable(const TextEdits &edits, qsizetype size)
{
    qsizetype free = 0;
    for (const TextEdit &edit : edits) {
        if (edit.span.begin < free || edit.span.end < edit.span.begin || edit.span.end > size)
            return false;
        free = edit.span.end;
    }
    return true;
}

TextEdits inOrder(TextEdits edits)
{
    std::ranges::stable_sort(edits, {}, &TextEdit::span);
    return edits;
}

QByteArray applied(QByteArrayView text, const TextEdits &edits)
{
    Q_ASSERT(areApplicable(edits, text.size()));
    QByteArray result;
    qsizetype growth = 0;
    for (const TextEdit &edit : edits)
        growth += edit.replacement.size() - edit.span.size();
    result.reserve(text.size() + growth);
    qsizetype copied = 0;
    for (const TextEdit &edit : edits) {
        result += textOf(text, {copied, edit.span.begin});
        result += edit.replacement;
        copied = edit.span.end;
    }
    result += text.sliced(copied);
    return result;
}

TextEdits inverse(QByteArrayView text, const TextEdits &edits)
{
    TextEdits result;
    qsizetype shift = 0;
    for (const TextEdit &edit : edits) {
        const qsizetype begin = edit.span.begin + shift;
        result.append(
            {{begin, begin + edit.replacement.size()}, textOf(text, edit.span).toByteArray()});
        shift += edit.replacement.size() - edit.span.size();
    }
    return result;
}

Place placeOf(QByteArrayView text, qsizetype offset)
{
    const QByteArrayView before = text.first(std::min(offset, text.size()));
    const qsizetype lineBegin = before.lastIndexOf('\n') + 1;
    return {std::ranges::count(before, '\n') + 1, before.size() - lineBegin + 1};
}

QByteArray lineEndOf(QByteArrayView text)
{
    const qsizetype end = text.indexOf('\n');
    return end > 0 && text[end - 1] == '\r' ? QByteArrayLiteral("\r\n") : QByteArrayLiteral("\n");
}

QByteArrayView indentationAt(QByteArrayView text, qsizetype offset)
{
    const QByteArrayView line = textOf(text, lineAt(text, offset));
    const auto end = std::ranges::find_if_not(line, [](char c) { return c == ' ' || c == '\t'; });
    return line.first(end - line.begin());
}

Span lineAt(QByteArrayView text, qsizetype offset)
{
    const qsizetype begin = offset > 0 ? text.first(offset).lastIndexOf('\n') + 1 : 0;
    const qsizetype end = text.indexOf('\n', offset);
    return {begin, end < 0 ? text.size() : end + 1};
}

} // namespace colonnade::formats
