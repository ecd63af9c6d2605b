// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/shortestedit.h"

#include "formats/text.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace colonnade::formats {

namespace {

using Numbers = std::vector<int>;

/// How many cells of the edit graph are looked at before the rest is called different: well under a
/// second.
constexpr qint64 StepLimit = 100'000'000;

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
          m_edit{std::vector<bool>(a.size()), std::vector<bool>(b.size())}
    {
        m_open.push_back({{0, qsizetype(a.size())}, {0, qsizetype(b.size())}});
        while (!m_open.empty())
            divide(std::exchange(m_open.back(), {}));
    }

    const ShortestEdit &edit() const { return m_edit; }

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
    ShortestEdit m_edit;
    std::vector<Box> m_open; ///< what is still to be compared
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
    const auto removed = m_edit.removed.begin();
    const auto added = m_edit.added.begin();
    std::fill(removed + box.a.begin, removed + box.a.end, true);
    std::fill(added + box.b.begin, added + box.b.end, true);
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

} // namespace

ShortestEdit shortestEdit(const std::vector<int> &a, const std::vector<int> &b)
{
    return Comparison(a, b).edit();
}

} // namespace colonnade::formats
