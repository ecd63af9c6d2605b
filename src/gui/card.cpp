// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/card.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace colonnade::gui {

using cluster::NameKind;
using operations::MigrationProgress;

namespace {

qsizetype digitsAt(const QString &text, qsizetype from)
{
    qsizetype end = from;
    while (end < text.size() && text.at(end) >= u'0' && text.at(end) <= u'9')
        ++end;
    return end - from;
}

/// Compares the numbers that start at @p i and @p j, by value and of any length.
int compareNumbers(const QString &a, qsizetype &i, const QString &b, qsizetype &j)
{
    while (i < a.size() && a.at(i) == u'0')
        ++i;
    while (j < b.size() && b.at(j) == u'0')
        ++j;
    const qsizetype lengthA = digitsAt(a, i);
    const qsizetype lengthB = digitsAt(b, j);
    if (lengthA != lengthB)
        return lengthA < lengthB ? -1 : 1;
    const int result = QStringView(a).mid(i, lengthA).compare(QStringView(b).mid(j, lengthB));
    i += lengthA;
    j += lengthB;
    return result;
}

int compareNames(const QString &a, const QString &b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        int result = 0;
        if (digitsAt(a, i) > 0 && digitsAt(b, j) > 0) {
            result = compareNumbers(a, i, b, j);
        } else {
            result = a.at(i++).toCaseFolded().unicode() - b.at(j++).toCaseFolded().unicode();
        }
        if (result != 0)
            return result;
    }
    if (i < a.size() || j < b.size())
        return i < a.size() ? 1 : -1;
    return a.compare(b); // "Web1" and "web1", "web1" and "web01": different guests, any fixed order
}

bool isMoving(const MigrationProgress &migration, const cluster::GuestName &name)
{
    return migration.guest == name.guest
           || (name.kind == NameKind::Unnamed && name.guest.isEmpty());
}

Card guestCard(const cluster::Guest &guest, bool current, const CardContext &context)
{
    Card card;
    card.name = guest.name;
    card.current = current;
    card.state = guest.state;
    card.domainId = guest.domainId;
    card.uuid = guest.uuid;
    card.vcpus = guest.vcpus;
    card.memoryMiB = guest.memoryMiB;
    if (guest.cpuPercent)
        card.cpuPercent = qRound(*guest.cpuPercent);
    card.managedBy = context.managedBy.value(guest.name);
    const auto alarm = context.alarms.constFind(guest.name);
    if (current && alarm != context.alarms.cend()) { // not on a picture from before the alarm
        card.kind = Card::Kind::Alarm;
        card.sentence = alarm->sentence;
        card.remedy = alarm->remedy;
        card.severity = alarm->severity;
    }
    return card;
}

void setProgress(Card &card, const MigrationProgress &migration, Card::Kind kind)
{
    card.kind = kind;
    card.sentence = migration.sentence;
    card.remedy.clear();
    card.peer = kind == Card::Kind::Arriving ? migration.from : migration.to;
    card.stage = migration.stage;
    card.fraction = migration.fraction;
    card.elapsed = migration.elapsed;
}

/// What the migrations that concern one node make of its guests.
class Movements
{
public:
    Movements(const QList<MigrationProgress> &all, const QString &node)
    {
        for (const MigrationProgress &migration : all) {
            if (migration.to == node)
                m_arriving.append(&migration);
            if (migration.from == node)
                m_leaving.append(&migration);
        }
    }

    /// Whether the ghost of an arriving guest stands for this domain too.
    bool hiddenByGhost(const cluster::GuestName &name) const
    {
        return std::any_of(m_arriving.begin(), m_arriving.end(),
                           [&](auto *m) { return isMoving(*m, name); });
    }

    const MigrationProgress *leaving(const cluster::GuestName &name) const
    {
        const auto found = std::find_if(m_leaving.begin(), m_leaving.end(),
                                        [&](auto *m) { return m->guest == name.guest; });
        return found == m_leaving.end() ? nullptr : *found;
    }

    const QList<const MigrationProgress *> &arriving() const { return m_arriving; }
    bool isEmpty() const { return m_arriving.isEmpty() && m_leaving.isEmpty(); }

private:
    QList<const MigrationProgress *> m_arriving;
    QList<const MigrationProgress *> m_leaving;
};

void numberEqualNames(QList<Card> &cards)
{
    for (qsizetype i = 1; i < cards.size(); ++i) {
        if (cards[i].name == cards[i - 1].name)
            cards[i].occurrence = cards[i - 1].occurrence + 1;
    }
}

void appendGhosts(QList<Card> &cards, const Movements &movements, const QString &node,
                  const CardContext &context, GuestColors &colors)
{
    for (const MigrationProgress *migration : movements.arriving()) {
        if (!migration->guest.contains(context.filter, Qt::CaseInsensitive))
            continue;
        Card card;
        card.name = migration->guest;
        setProgress(card, *migration, Card::Kind::Arriving);
        card.managedBy = context.managedBy.value(card.name);
        card.color = colors.color(node, card.name);
        cards.append(card);
    }
}

} // namespace

bool nameLess(const QString &a, const QString &b)
{
    return compareNames(a, b) < 0;
}

bool cardLess(const Card &a, const Card &b)
{
    // What somebody must look at comes first: a long column shows it without scrolling.
    if ((a.kind == Card::Kind::Alarm) != (b.kind == Card::Kind::Alarm))
        return a.kind == Card::Kind::Alarm;
    const int order = compareNames(a.name, b.name);
    return order != 0 ? order < 0 : a.occurrence < b.occurrence;
}

int GuestColors::color(const QString &node, const QString &guest)
{
    const auto known = m_colors.constFind(guest);
    if (known != m_colors.cend())
        return *known;
    QList<int> &uses = m_uses[node];
    uses.resize(Count);
    // Not qHash: its seed changes with every start, and so would the colours.
    const int wish = static_cast<int>(qChecksum(guest.toUtf8()) % Count);
    int best = wish;
    for (int i = 1; i < Count; ++i) {
        const int candidate = (wish + i) % Count;
        if (uses.at(candidate) < uses.at(best))
            best = candidate;
    }
    ++uses[best];
    m_colors.insert(guest, best);
    return best;
}

QHash<QString, QString> managersOf(const cluster::ClusterState &state)
{
    QHash<QString, QString> result;
    for (const cluster::NodeState &node : state.nodes) {
        if (!node.facts)
            continue;
        if (node.facts->clustat) {
            for (const toolstack::Group &group : node.facts->clustat->groups) {
                if (group.name.startsWith("vm:"_L1) && !result.contains(group.name.mid(3)))
                    result.insert(group.name.mid(3), u"rgmanager"_s);
            }
        }
        if (node.facts->clusterConf) {
            for (const formats::PlacedVm &vm : node.facts->clusterConf->vms)
                result.insert(vm.name,
                              vm.domain.isEmpty() ? u"rgmanager"_s : u"rgmanager · "_s + vm.domain);
        }
    }
    return result;
}

QList<Card> makeCards(const cluster::NodeState &node, bool current, const CardContext &context,
                      GuestColors &colors)
{
    const Movements movements(context.migrations, node.name());
    QList<Card> cards;
    if (node.facts) {
        cards.reserve(node.facts->guests.size());
        for (const cluster::Guest &guest : node.facts->guests) {
            if (!context.filter.isEmpty()
                && !guest.name.contains(context.filter, Qt::CaseInsensitive))
                continue;
            const cluster::GuestName name = cluster::splitGuestName(guest.name);
            if (!movements.isEmpty() && movements.hiddenByGhost(name))
                continue;
            Card card = guestCard(guest, current, context);
            if (const MigrationProgress *leaving = movements.leaving(name)) {
                setProgress(card, *leaving, Card::Kind::Leaving);
                card.name =
                    leaving->guest; // the toolstack renames it on the way; it stays the same card
            }
            card.color = colors.color(node.name(), name.guest);
            cards.append(std::move(card));
        }
    }
    appendGhosts(cards, movements, node.name(), context, colors);
    std::stable_sort(cards.begin(), cards.end(), cardLess);
    numberEqualNames(cards);
    return cards;
}

} // namespace colonnade::gui
