// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/threeway.h"

#include "formats/shortestedit.h"

#include <QHash>

#include <optional>

namespace colonnade::gui {

using formats::Span;

namespace {

/// A text as lines: where each begins, and a number that equal ones share.
struct Lines
{
    std::vector<int> ids;
    std::vector<qsizetype> begins; ///< and the end of the text

    Span span(size_t from, size_t to) const { return {begins[from], begins[to]}; }
};

Lines linesOf(const QByteArray &text, QHash<QByteArrayView, int> &known)
{
    Lines lines;
    qsizetype begin = 0;
    while (begin < text.size()) {
        const qsizetype newLine = text.indexOf('\n', begin);
        const qsizetype end = newLine < 0 ? text.size() : newLine + 1;
        const QByteArrayView line = formats::textOf(text, {begin, end});
        const auto found = known.constFind(line);
        const int id = found == known.constEnd() ? int(known.size()) : *found;
        if (found == known.constEnd())
            known.insert(line, id);
        lines.ids.push_back(id);
        lines.begins.push_back(begin);
        begin = end;
    }
    lines.begins.push_back(text.size());
    return lines;
}

/// For each line of @p from, the line of @p to that it is.
std::vector<std::optional<size_t>> matches(const Lines &from, const Lines &to)
{
    const formats::ShortestEdit edit = formats::shortestEdit(from.ids, to.ids);
    std::vector<std::optional<size_t>> match(from.ids.size());
    size_t there = 0;
    for (size_t here = 0; here < match.size(); ++here) {
        if (edit.removed[here])
            continue;
        while (edit.added[there])
            ++there;
        match[here] = there++;
    }
    return match;
}

Hunk::Kind kindOf(QByteArrayView base, QByteArrayView mine, QByteArrayView theirs)
{
    if (mine == theirs)
        return Hunk::Kind::Same;
    if (mine == base)
        return Hunk::Kind::Theirs;
    return theirs == base ? Hunk::Kind::Mine : Hunk::Kind::Both;
}

} // namespace

QList<Hunk> threeWay(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs)
{
    QHash<QByteArrayView, int> known;
    const Lines baseLines = linesOf(base, known);
    const Lines mineLines = linesOf(mine, known);
    const Lines theirLines = linesOf(theirs, known);
    const auto toMine = matches(baseLines, mineLines);
    const auto toTheirs = matches(baseLines, theirLines);
    QList<Hunk> hunks;
    size_t b = 0;
    size_t m = 0;
    size_t t = 0;
    for (size_t i = 0; i <= toMine.size(); ++i) {
        const bool isEnd = i == toMine.size();
        if (!isEnd && (!toMine[i] || !toTheirs[i]))
            continue;
        const size_t mineEnd = isEnd ? mineLines.ids.size() : *toMine[i];
        const size_t theirEnd = isEnd ? theirLines.ids.size() : *toTheirs[i];
        if (i > b || mineEnd > m || theirEnd > t) {
            Hunk hunk{Hunk::Kind::Both, baseLines.span(b, i), mineLines.span(m, mineEnd),
                      theirLines.span(t, theirEnd)};
            hunk.kind = kindOf(formats::textOf(base, hunk.base), formats::textOf(mine, hunk.mine),
                               formats::textOf(theirs, hunk.theirs));
            hunks.append(hunk);
        }
        b = i + 1;
        m = mineEnd + 1;
        t = theirEnd + 1;
    }
    return hunks;
}

} // namespace colonnade::gui
