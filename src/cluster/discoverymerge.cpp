// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/discoverymerge.h"

#include "cluster/words.h"

#include <QSet>

#include <algorithm>
#include <arpa/inet.h>

namespace colonnade::cluster {

namespace {

QString shortName(const QString &name)
{
    return isAddress(name) ? name : name.section(u'.', 0, 0);
}

/// The same host, one of them perhaps without its domain. Two different domains are two hosts.
bool isSameName(const QString &a, const QString &b)
{
    if (a.compare(b, Qt::CaseInsensitive) == 0)
        return !a.isEmpty();
    const bool oneIsShort = !a.contains(u'.') || !b.contains(u'.');
    return oneIsShort && !a.isEmpty() && !isAddress(a) && !isAddress(b)
           && shortName(a).compare(shortName(b), Qt::CaseInsensitive) == 0;
}

/// All that is said of one node.
struct Candidate
{
    QList<Mention> mentions;
    QStringList names;     ///< in the order of the files
    QSet<QString> numbers; ///< the addresses that it has, by files and look-ups

    bool isSame(const Candidate &other) const
    {
        return numbers.intersects(other.numbers)
               || std::ranges::any_of(names, [&](const QString &name) {
                      return std::ranges::any_of(
                          other.names, [&](const QString &o) { return isSameName(name, o); });
                  });
    }
    void add(const Candidate &other)
    {
        mentions += other.mentions;
        names += other.names;
        numbers.unite(other.numbers);
    }
};

class Merger
{
public:
    Merger(const DiscoveryFacts &facts, const profiles::Profile &from,
           const QList<profiles::Profile> &known)
        : m_facts(facts), m_from(from), m_known(known)
    {
    }

    QList<FoundNode> merge() const;

private:
    Candidate candidateOf(const Mention &mention) const;
    FoundNode describe(const Candidate &candidate) const;
    void chooseAddress(FoundNode &node, const Candidate &candidate) const;
    bool takeName(FoundNode &node, const Candidate &candidate) const;
    bool takeNumber(FoundNode &node, const Candidate &candidate) const;
    bool reaches(const profiles::Profile &profile, const Candidate &candidate) const;

    const DiscoveryFacts &m_facts;
    const profiles::Profile &m_from;
    const QList<profiles::Profile> &m_known;
};

Candidate Merger::candidateOf(const Mention &mention) const
{
    Candidate result{{mention}, {}, {}};
    for (const QString &word : QStringList{mention.name} + mention.addresses) {
        if (isAddress(word))
            result.numbers.insert(word);
        else if (!word.isEmpty())
            result.names.append(word);
    }
    for (const QString &name : std::as_const(result.names)) {
        for (const QString &number : m_facts.onNode.value(name)) {
            // Every Debian names itself 127.0.1.1.
            if (!number.startsWith(QLatin1String("127.")) && number != QLatin1String("::1"))
                result.numbers.insert(number);
        }
    }
    return result;
}

QList<FoundNode> Merger::merge() const
{
    QList<Candidate> candidates;
    for (const Mention &mention : m_facts.mentions) {
        const Candidate candidate = candidateOf(mention);
        const auto same = std::ranges::find_if(
            candidates, [&](const Candidate &other) { return other.isSame(candidate); });
        if (same != candidates.end())
            same->add(candidate);
        else
            candidates.append(candidate);
    }
    QList<FoundNode> result;
    for (const Candidate &candidate : std::as_const(candidates))
        result.append(describe(candidate));
    return result;
}

FoundNode Merger::describe(const Candidate &candidate) const
{
    FoundNode node;
    node.name = candidate.names.isEmpty() ? candidate.mentions.first().addresses.value(0)
                                          : shortName(candidate.names.first());
    for (const Mention &mention : candidate.mentions) {
        const QStringList said = QStringList{mention.name} + mention.addresses;
        node.sources.append(
            QStringLiteral("%1: %2").arg(mention.file, said.join(QLatin1Char(' ')).trimmed()));
    }
    chooseAddress(node, candidate);
    node.isSelf = std::ranges::any_of(
        candidate.names, [&](const QString &n) { return isSameName(n, m_facts.hostName); });
    if (node.isSelf) {
        node.existingProfile = m_from.name;
        return node;
    }
    for (const profiles::Profile &profile : m_known) {
        if (profile.name != m_from.name && reaches(profile, candidate)) {
            node.existingProfile = profile.name;
            break;
        }
    }
    return node;
}

void Merger::chooseAddress(FoundNode &node, const Candidate &candidate) const
{
    if (takeName(node, candidate) || takeNumber(node, candidate))
        return;
    node.address = candidate.names.value(0, node.name);
    node.problem =
        Words::tr("Neither this workstation nor %1 can look %2 up.").arg(m_from.name, node.address);
}

/// A name that can be looked up where connections come from outlives a change of numbers.
bool Merger::takeName(FoundNode &node, const Candidate &candidate) const
{
    for (const QString &name : candidate.names) {
        const QStringList numbers = m_facts.here.value(name);
        if (numbers.isEmpty())
            continue;
        node.address = name;
        node.sources.append(
            m_facts.throughJump
                ? Words::tr("%1 looks %2 up as %3.").arg(m_from.name, name, numbers.first())
                : Words::tr("This workstation looks %1 up as %2.").arg(name, numbers.first()));
        return true;
    }
    return false;
}

bool Merger::takeNumber(FoundNode &node, const Candidate &candidate) const
{
    for (const Mention &mention : candidate.mentions) {
        for (const QString &word : mention.addresses) {
            if (!isAddress(word))
                continue;
            node.address = word;
            node.problem = Words::tr("Its name cannot be looked up here; the address is the one "
                                     "of %1, which may be of a network that is not reached from "
                                     "here.")
                               .arg(mention.file);
            return true;
        }
    }
    for (const QString &name : candidate.names) {
        for (const QString &number : m_facts.onNode.value(name)) {
            node.address = number;
            node.problem = Words::tr("Its name cannot be looked up here; the address is the one "
                                     "that %1 knows.")
                               .arg(m_from.name);
            return true;
        }
    }
    return false;
}

bool Merger::reaches(const profiles::Profile &profile, const Candidate &candidate) const
{
    if (candidate.numbers.contains(profile.host))
        return true;
    const QStringList numbers = m_facts.here.value(profile.host);
    return std::ranges::any_of(numbers,
                               [&](const QString &n) { return candidate.numbers.contains(n); })
           || std::ranges::any_of(candidate.names, [&](const QString &name) {
                  return isSameName(name, profile.host) || isSameName(name, profile.name);
              });
}

} // namespace

bool isAddress(const QString &text)
{
    in6_addr six;
    in_addr four;
    const QByteArray bytes = text.toLatin1();
    return ::inet_pton(AF_INET, bytes.constData(), &four) == 1
           || ::inet_pton(AF_INET6, bytes.constData(), &six) == 1;
}

QStringList namesToLookUp(const QList<Mention> &mentions, const QList<profiles::Profile> &known)
{
    QStringList words;
    for (const Mention &mention : mentions)
        words += QStringList{mention.name} + mention.addresses;
    for (const profiles::Profile &profile : known)
        words.append(profile.host);
    QStringList result;
    for (const QString &word : std::as_const(words)) {
        if (!word.isEmpty() && !isAddress(word) && !result.contains(word))
            result.append(word);
    }
    return result;
}

QList<FoundNode> mergeMentions(const DiscoveryFacts &facts, const profiles::Profile &from,
                               const QList<profiles::Profile> &known)
{
    return Merger(facts, from, known).merge();
}

} // namespace colonnade::cluster
