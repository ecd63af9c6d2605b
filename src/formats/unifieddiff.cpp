// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/unifieddiff.h"

#include "formats/text.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace colonnade::formats {

namespace {

constexpr qsizetype ContextLines = 3;

/// How many cells of the edit graph are looked at before the rest is called different: well under a
/// second.
constexpr qint64 StepLimit = 100'000'000;

/// Lines [begin, end) of the one text that stand where those of the other do.
struct Change
{
    Span before;
    Span after;
};

/// Equal lines have equal numbers.
using Numbers = std::vector<int>;

/// The shortest way from one sequence to another: E. Myers, "An O(ND) Difference Algorithm and Its
/// Variations" (1986), in its linear-space form, without recursion.
class Comparison
{
public:
    Comparison(const Numbers &a, const Numbers &b)
        : m_a(a),
          m_b(b),
          m_shift(qsizetype(b.size()) + 1),
          m_forward(a.size() + b.size() + 3),
          m_backward(a.size() + b.size() + 3),
          m_removed(a.size()),
          m_added(b.size())
    {
        m_open.push_back({{0, qsizetype(a.size())}, {0, qsizetype(b.size())}});
        while (!m_open.empty())
            divide(std::exchange(m_open.back(), {}));
    }

    const std::vector<bool> &removed() const { return m_removed; }
    const std::vector<bool> &added() const { return m_added; }

private:
    struct Box
    {
        Span a;
        Span b;
    };
    /// Diagonals (place in a minus place in b) that paths of the present length can end on.
    struct Diagonals
    {
        qsizetype least;
        qsizetype most;

        bool contains(qsizetype d) const { return least <= d && d <= most; }
    };

    qsizetype &forward(qsizetype diagonal) { return m_forward[size_t(diagonal + m_shift)]; }
    qsizetype &backward(qsizetype diagonal) { return m_backward[size_t(diagonal + m_shift)]; }
    bool same(qsizetype x, qsizetype y) const { return m_a[size_t(x)] == m_b[size_t(y)]; }

    void divide(Box box);
    void markAll(const Box &box);
    bool findMiddle(const Box &box, qsizetype &x, qsizetype &y);
    static void widen(std::vector<qsizetype> &reach, qsizetype shift, Diagonals &ends,
                      const Diagonals &all, qsizetype none);

    const Numbers &m_a;
    const Numbers &m_b;
    const qsizetype m_shift;
    std::vector<qsizetype> m_forward; ///< how far in a the path on each diagonal reaches
    std::vector<qsizetype> m_backward;
    std::vector<bool> m_removed;
    std::vector<bool> m_added;
    std::vector<Box> m_open;
    qint64 m_steps = 0;
};

void Comparison::divide(Box box)
{
    m_open.pop_back();
    while (!box.a.isEmpty() && !box.b.isEmpty() && same(box.a.begin, box.b.begin)) {
        ++box.a.begin;
        ++box.b.begin;
    }
    while (!box.a.isEmpty() && !box.b.isEmpty() && same(box.a.end - 1, box.b.end - 1)) {
        --box.a.end;
        --box.b.end;
    }
    qsizetype x = 0;
    qsizetype y = 0;
    if (box.a.isEmpty() || box.b.isEmpty() || !findMiddle(box, x, y)) {
        markAll(box);
        return;
    }
    m_open.push_back({{box.a.begin, x}, {box.b.begin, y}});
    m_open.push_back({{x, box.a.end}, {y, box.b.end}});
}

void Comparison::markAll(const Box &box)
{
    std::fill(m_removed.begin() + box.a.begin, m_removed.begin() + box.a.end, true);
    std::fill(m_added.begin() + box.b.begin, m_added.begin() + box.b.end, true);
}

/// Lets paths become one step longer: their ends move out by one diagonal where there is one. The
/// diagonals beyond get @p none, which never reaches further than a path.
void Comparison::widen(std::vector<qsizetype> &reach, qsizetype shift, Diagonals &ends,
                       const Diagonals &all, qsizetype none)
{
    if (ends.least > all.least)
        reach[size_t(--ends.least - 1 + shift)] = none;
    else
        ++ends.least;
    if (ends.most < all.most)
        reach[size_t(++ends.most + 1 + shift)] = none;
    else
        --ends.most;
}

/// A point that a shortest path passes in its middle; false when the steps are used up. The box
/// must differ in its first and in its last lines.
bool Comparison::findMiddle(const Box &box, qsizetype &x, qsizetype &y)
{
    constexpr qsizetype NoneForward = -1;
    constexpr qsizetype NoneBackward = std::numeric_limits<qsizetype>::max();
    const Diagonals all{box.a.begin - box.b.end, box.a.end - box.b.begin};
    const qsizetype first = box.a.begin - box.b.begin;
    const qsizetype last = box.a.end - box.b.end;
    const bool odd = ((first - last) & 1) != 0;
    Diagonals fromBegin{first, first};
    Diagonals fromEnd{last, last};
    forward(first) = box.a.begin;
    backward(last) = box.a.end;
    while (m_steps < StepLimit) {
        widen(m_forward, m_shift, fromBegin, all, NoneForward);
        for (qsizetype d = fromBegin.most; d >= fromBegin.least; d -= 2, ++m_steps) {
            x = std::max(forward(d - 1) + 1, forward(d + 1));
            y = x - d;
            for (; x < box.a.end && y < box.b.end && same(x, y); ++x, ++m_steps)
                ++y;
            forward(d) = x;
            if (odd && fromEnd.contains(d) && backward(d) <= x)
                return true;
        }
        widen(m_backward, m_shift, fromEnd, all, NoneBackward);
        for (qsizetype d = fromEnd.most; d >= fromEnd.least; d -= 2, ++m_steps) {
            x = std::min(backward(d - 1), backward(d + 1) - 1);
            y = x - d;
            for (; x > box.a.begin && y > box.b.begin && same(x - 1, y - 1); --x, ++m_steps)
                --y;
            backward(d) = x;
            if (!odd && fromBegin.contains(d) && x <= forward(d))
                return true;
        }
    }
    return false;
}

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
    Numbers numbers;
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
    const Comparison comparison(old.numbers, now.numbers);
    const std::vector<bool> keptBefore = keptOf(before.size(), old, comparison.removed());
    const std::vector<bool> keptAfter = keptOf(after.size(), now, comparison.added());

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

bool beginsLine(QByteArrayView text, qsizetype offset)
{
    return offset == 0 || text[offset - 1] == '\n';
}

/// Two texts without the whole lines that both begin or end with.
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
    std::vector<Change> changes = changesOf(linesOf(textOf(before, difference.before)),
                                            linesOf(textOf(after, difference.after)));
    for (Change &change : changes)
        change = {moved(change.before, old.lead), moved(change.after, now.lead)};
    QByteArray text = "--- " + nameText(beforeName) + "\n+++ " + nameText(afterName) + '\n';
    for (const Hunk &hunk : hunksOf(changes))
        addHunk(text, hunk, old.lines, now.lines, linesBefore);
    return text;
}

} // namespace colonnade::formats
