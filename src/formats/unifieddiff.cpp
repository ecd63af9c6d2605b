// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/unifieddiff.h"

#include "formats/shortestedit.h"
#include "formats/text.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace colonnade::formats {

namespace {

constexpr qsizetype ContextLines = 3;
constexpr qsizetype SlideLines = 100;

/// Lines [begin, end) of the one text that stand where those of the other do.
struct Change
{
    Span before;
    Span after;
};

using Lines = std::vector<QByteArrayView>;

Lines linesOf(QByteArrayView text)
{
    Lines lines;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        const qsizetype size = end < 0 ? text.size() : end + 1;
        lines.push_back(text.first(size));
        text = text.sliced(size);
    }
    return lines;
}

/// The lines of a text that stand in the other one too; only they can be kept, and only they need
/// comparing.
struct Shared
{
    std::vector<int> numbers;   ///< equal lines have equal ones
    std::vector<size_t> places; ///< of the numbers among all lines
};

struct NumberOfLine
{
    int number = 0;
    bool inAfter = false;
};

Shared sharedOf(const Lines &lines, const QHash<QByteArrayView, NumberOfLine> &known)
{
    Shared shared;
    for (size_t i = 0; i < lines.size(); ++i) {
        const auto line = known.constFind(lines[i]);
        if (line == known.constEnd() || !line->inAfter)
            continue;
        shared.numbers.push_back(line->number);
        shared.places.push_back(i);
    }
    return shared;
}

/// For each line whether it is kept.
std::vector<bool> keptOf(size_t lines, const Shared &shared, const std::vector<bool> &changed)
{
    std::vector<bool> kept(lines);
    for (size_t i = 0; i < shared.places.size(); ++i)
        kept[shared.places[i]] = !changed[i];
    return kept;
}

Span moved(Span span, qsizetype by)
{
    return {span.begin + by, span.end + by};
}

/// In order, with at least one equal line between any two.
std::vector<Change> changesOf(const Lines &before, const Lines &after)
{
    QHash<QByteArrayView, NumberOfLine> known;
    for (const QByteArrayView line : before) {
        if (!known.contains(line))
            known.insert(line, {int(known.size()), false});
    }
    for (const QByteArrayView line : after) {
        if (const auto found = known.find(line); found != known.end())
            found->inAfter = true;
    }
    const Shared old = sharedOf(before, known);
    const Shared now = sharedOf(after, known);
    const ShortestEdit edit = shortestEdit(old.numbers, now.numbers);
    const std::vector<bool> keptBefore = keptOf(before.size(), old, edit.removed);
    const std::vector<bool> keptAfter = keptOf(after.size(), now, edit.added);

    std::vector<Change> changes;
    for (size_t i = 0, j = 0; i < before.size() || j < after.size(); ++i, ++j) {
        Change change{{qsizetype(i), 0}, {qsizetype(j), 0}};
        for (; i < before.size() && !keptBefore[i]; ++i) {
        }
        for (; j < after.size() && !keptAfter[j]; ++j) {
        }
        change.before.end = qsizetype(i);
        change.after.end = qsizetype(j);
        if (!change.before.isEmpty() || !change.after.isEmpty())
            changes.push_back(change);
    }
    return changes;
}

/// Lets what was only added, or only removed, stand as late as it can: of equal lines the first
/// ones are kept, so that an element is added from its begin to its end, and not from the end of
/// the one before.
void slide(std::vector<Change> &changes, const Lines &before, const Lines &after)
{
    for (size_t i = changes.size(); i-- > 0;) {
        Change &change = changes[i];
        if (!change.before.isEmpty() && !change.after.isEmpty())
            continue;
        const Lines &lines = change.before.isEmpty() ? after : before;
        const Span &run = change.before.isEmpty() ? change.after : change.before;
        const qsizetype free =
            i + 1 < changes.size() ? changes[i + 1].before.begin - 1 : qsizetype(before.size());
        while (change.before.end < free && lines[size_t(run.begin)] == lines[size_t(run.end)])
            change = {moved(change.before, 1), moved(change.after, 1)};
    }
}

bool beginsLine(QByteArrayView text, qsizetype offset)
{
    return offset == 0 || text[offset - 1] == '\n';
}

/// Two texts without the whole lines that both begin or end with, but for some at the end that
/// changes may slide over.
struct Difference
{
    Span before;
    Span after;
};

Difference differenceOf(QByteArrayView before, QByteArrayView after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    const auto differs = std::ranges::mismatch(before.first(shorter), after.first(shorter)).in1;
    const qsizetype begin = before.first(differs - before.begin()).lastIndexOf('\n') + 1;

    qsizetype tail = 0;
    while (tail < shorter - begin
           && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    if (!beginsLine(before, before.size() - tail) || !beginsLine(after, after.size() - tail))
        tail = before.size() - lineAt(before, before.size() - tail).end;
    for (qsizetype i = 0; i < SlideLines && tail > 0; ++i)
        tail = before.size() - lineAt(before, before.size() - tail).end;
    return {{begin, before.size() - tail}, {begin, after.size() - tail}};
}

/// The lines of a text that a diff may show: what differs, and the context around it.
struct Window
{
    Lines lines;
    qsizetype lead = 0; ///< how many of them are context before
};

Window windowOf(QByteArrayView text, Span difference)
{
    Window window;
    qsizetype begin = difference.begin;
    for (; window.lead < ContextLines && begin > 0; ++window.lead)
        begin = lineAt(text, begin - 1).begin;
    qsizetype end = difference.end;
    for (qsizetype i = 0; i < ContextLines && end < text.size(); ++i)
        end = lineAt(text, end).end;
    window.lines = linesOf(textOf(text, {begin, end}));
    return window;
}

/// Changes that are so near to each other that their contexts meet.
using Hunk = std::vector<Change>;

std::vector<Hunk> hunksOf(const std::vector<Change> &changes)
{
    std::vector<Hunk> hunks;
    for (const Change &change : changes) {
        if (hunks.empty()
            || change.before.begin - hunks.back().back().before.end > 2 * ContextLines)
            hunks.emplace_back();
        hunks.back().push_back(change);
    }
    return hunks;
}

/// "12,3" of a hunk's head: the first line, counting from 1, and how many they are.
QByteArray rangeText(Span lines, qsizetype linesBefore)
{
    // An empty range names the line that it stands after.
    const QByteArray first =
        QByteArray::number(linesBefore + lines.begin + (lines.isEmpty() ? 0 : 1));
    return lines.size() == 1 ? first : first + ',' + QByteArray::number(lines.size());
}

void addLines(QByteArray &text, char mark, const Lines &lines, Span which)
{
    for (qsizetype i = which.begin; i < which.end; ++i) {
        const QByteArrayView line = lines[size_t(i)];
        text += mark;
        text += line;
        if (!line.endsWith('\n'))
            text += "\n\\ No newline at end of file\n";
    }
}

void addHunk(QByteArray &text, const Hunk &hunk, const Lines &before, const Lines &after,
             qsizetype linesBefore)
{
    const Change &first = hunk.front();
    const Change &last = hunk.back();
    const qsizetype lead = std::min(first.before.begin, ContextLines);
    const qsizetype trail = std::min(qsizetype(before.size()) - last.before.end, ContextLines);
    text += "@@ -" + rangeText({first.before.begin - lead, last.before.end + trail}, linesBefore)
            + " +" + rangeText({first.after.begin - lead, last.after.end + trail}, linesBefore)
            + " @@\n";
    qsizetype printed = first.before.begin - lead;
    for (const Change &change : hunk) {
        addLines(text, ' ', before, {printed, change.before.begin});
        addLines(text, '-', before, change.before);
        addLines(text, '+', after, change.after);
        printed = change.before.end;
    }
    addLines(text, ' ', before, {printed, printed + trail});
}

/// As GNU diff writes names: those with blanks, quotes, backslashes, control characters or bytes
/// beyond ASCII as a string of C.
QByteArray nameText(QByteArrayView name)
{
    constexpr QByteArrayView Letters = "abtnvfr"; // from 7 on
    QByteArray quoted;
    bool isPlain = true;
    for (const char c : name) {
        const uchar byte = uchar(c);
        isPlain = isPlain && byte > ' ' && byte < 0x80 && c != '"' && c != '\\';
        if (c == '"' || c == '\\')
            quoted += '\\', quoted += c;
        else if (byte >= 7 && byte < 7 + Letters.size())
            quoted += '\\', quoted += Letters[byte - 7];
        else if (byte < ' ' || byte >= 0x80)
            quoted += '\\' + QByteArray::number(byte, 8).rightJustified(3, '0');
        else
            quoted += c;
    }
    return isPlain ? name.toByteArray() : '"' + quoted + '"';
}

} // namespace

QByteArray unifiedDiff(QByteArrayView before, QByteArrayView after, QByteArrayView beforeName,
                       QByteArrayView afterName)
{
    if (before == after)
        return {};
    const Difference difference = differenceOf(before, after);
    const Window old = windowOf(before, difference.before);
    const Window now = windowOf(after, difference.after);
    const qsizetype linesBefore =
        std::ranges::count(before.first(difference.before.begin), '\n') - old.lead;
    // Compared without the context, or a change that could stand in several places might be put
    // at the edge of what is shown.
    const Lines oldLines = linesOf(textOf(before, difference.before));
    const Lines newLines = linesOf(textOf(after, difference.after));
    std::vector<Change> changes = changesOf(oldLines, newLines);
    slide(changes, oldLines, newLines);
    for (Change &change : changes)
        change = {moved(change.before, old.lead), moved(change.after, now.lead)};
    QByteArray text = "--- " + nameText(beforeName) + "\n+++ " + nameText(afterName) + '\n';
    for (const Hunk &hunk : hunksOf(changes))
        addHunk(text, hunk, old.lines, now.lines, linesBefore);
    return text;
}

} // namespace colonnade::formats
