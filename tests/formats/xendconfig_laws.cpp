// SPDX-License-Identifier: GPL-3.0-or-later
#include "xendconfig_laws.h"

#include <vector>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using Meaning = QHash<QByteArray, QByteArray>;

Meaning meaningOf(const XendConfig &config)
{
    Meaning meaning;
    for (const XendOption &option : config.options()) {
        if (option.counts)
            meaning.insert(option.key, (option.isList                ? "list"
                                        : option.valueSpan.isEmpty() ? "none"
                                                                     : "=")
                                           + option.value);
    }
    return meaning;
}

class Laws
{
public:
    Laws(const XendConfig &config, std::mt19937 &random) : m_config(config), m_random(random) {}

    QStringList broken()
    {
        values();
        hosts();
        removals();
        findings();
        return m_broken;
    }

private:
    QByteArray choice(const std::vector<QByteArray> &choices)
    {
        return choices[m_random() % choices.size()];
    }
    void fail(const QString &what) { m_broken.append(what); }
    QByteArray anyKey()
    {
        if (!m_config.options().isEmpty() && m_random() % 3)
            return m_config.options()[qsizetype(m_random() % quint64(m_config.options().size()))]
                .key;
        return choice(
            {"xend-relocation-port", "xend-relocation-server", "vif-script", "brand-new", "k"});
    }
    std::optional<XendConfig> acted(const QString &what, const TextEdits &edits,
                                    QByteArrayView but);
    void values();
    void hosts();
    void removals();
    void findings();

    const XendConfig &m_config;
    std::mt19937 &m_random;
    QStringList m_broken;
};

/// The document after an act; fails where it says anything else of other keys than @p but.
std::optional<XendConfig> Laws::acted(const QString &what, const TextEdits &edits,
                                      QByteArrayView but)
{
    const QByteArray &before = m_config.text();
    if (!areApplicable(edits, before.size())) {
        fail(what + u": edits overlap or lie outside"_s);
        return {};
    }
    const QByteArray after = applied(before, edits);
    if (applied(after, inverse(before, edits)) != before)
        fail(what + u": the inverse does not take it back"_s);
    const auto parsed = XendConfig::parse(after);
    if (!parsed) {
        fail(what + u": refused after it: "_s + parsed.error().message + u'\n'
             + QString::fromLatin1(after));
        return {};
    }
    Meaning was = meaningOf(m_config);
    Meaning is = meaningOf(*parsed);
    was.remove(but.toByteArray());
    is.remove(but.toByteArray());
    if (was != is && !but.isEmpty())
        fail(what + u": another key has changed\n"_s + QString::fromLatin1(after));
    return *parsed;
}

void Laws::values()
{
    const QByteArray key = anyKey();
    QByteArray value;
    for (int i = int(m_random() % 4); i > 0; --i)
        value += choice({"yes", "8002", "no", " ", "'", "\"", "\\", "\\.", "#", "(", ")", "x", "\n",
                         "\xff", "<", "^", "$", ";"});
    const auto edits = m_config.set(key, value);
    if (!edits)
        return;
    const QString what = u"set "_s + QString::fromLatin1(key + "=" + value);
    const auto after = acted(what, *edits, key);
    if (!after)
        return;
    if (after->value(key) != value)
        fail(what + u": not read back\n"_s + QString::fromLatin1(after->text()));
    if (const auto again = after->set(key, value); !again || !again->isEmpty())
        fail(what + u": setting the same again is an act\n"_s + QString::fromLatin1(after->text()));
}

void Laws::hosts()
{
    QStringList hosts;
    for (int i = int(m_random() % 4); i > 0; --i)
        hosts.append(QString::fromLatin1(
            choice({"10.0.0.1", "xen-1.example.com", "localhost", "a_b", "x y", "10.*", ""})));
    const auto edits = m_config.setRelocationHosts(hosts);
    if (!edits)
        return;
    const auto after = acted(u"hosts "_s + hosts.join(u' '), *edits, "xend-relocation-hosts-allow");
    if (!after)
        return;
    if (after->relocationHosts() != hosts)
        fail(u"hosts: not read back\n"_s + QString::fromLatin1(after->text()));
    for (const QString &host : std::as_const(hosts)) {
        const QByteArray name = host.toLatin1();
        if (!after->admits(name, "elsewhere") || !after->admits("10.9.9.9", name))
            fail(u"hosts: one is not let in"_s);
        if (after->admits(QByteArray(name + "0"), QByteArray("x" + name)) && !hosts.contains(host + u'0'))
            fail(u"hosts: another is let in"_s);
    }
}

void Laws::removals()
{
    const QByteArray key = anyKey();
    if (const auto edits = m_config.remove(key)) {
        const auto after = acted(u"remove "_s + QString::fromLatin1(key), *edits, key);
        if (after && after->option(key))
            fail(u"remove: it is still there"_s);
    }
    if (const auto edits = m_config.commentOut(key)) {
        const auto after = acted(u"comment out "_s + QString::fromLatin1(key), *edits, key);
        if (after && after->option(key))
            fail(u"comment out: it is still there"_s);
    }
}

void Laws::findings()
{
    qsizetype before = 0;
    for (const Diagnostic &finding : m_config.diagnostics()) {
        const QString what = QString::fromLatin1(finding.id);
        if (finding.span.begin < before || finding.span.end < finding.span.begin
            || finding.span.end > m_config.text().size())
            fail(what + u": its place is wrong"_s);
        before = finding.span.begin;
        if (finding.message.isEmpty()
            || (finding.message.contains(u"%1"_s) && !m_config.text().contains("%1")))
            fail(what + u": no sentence"_s);
        if (finding.fix && finding.fix->edits.isEmpty())
            fail(what + u": a fix that does nothing"_s);
        if (finding.fix)
            acted(what + u": "_s + finding.fix->title, finding.fix->edits, {});
    }
}

} // namespace

QStringList brokenXendLaws(const QByteArray &text, std::mt19937 &random)
{
    const auto config = XendConfig::parse(text);
    if (!config) {
        const bool isInside = config.error().offset >= 0 && config.error().offset <= text.size();
        if (!isInside || config.error().message.isEmpty())
            return {u"an error without place or words"_s};
        return {};
    }
    if (config->text() != text)
        return {u"the text is another"_s};
    return Laws(*config, random).broken();
}

} // namespace colonnade::formats
