// SPDX-License-Identifier: GPL-3.0-or-later
#include "guestconfig_laws.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace colonnade::formats {

namespace {

using namespace Qt::StringLiterals;
using Meaning = QHash<QByteArray, QByteArray>;
using Fields = QList<std::pair<QByteArray, QByteArray>>;

QByteArray described(const GuestValue &value)
{
    QByteArray result = QByteArray::number(int(value.kind)) + ':' + value.bytes.toHex() + '[';
    for (const GuestValue &item : value.items)
        result += described(item) + ',';
    return result + ']';
}

/// Of the number of a kind, which a value in its place may change.
QByteArray describedDisk(const GuestDisk &disk)
{
    QByteArray result = disk.spec;
    for (const GuestField &field : disk.fields)
        result += '|' + field.name + '=' + field.value;
    return result;
}

QByteArray describedVif(const GuestVif &vif)
{
    return vif.spec;
}

template<typename T>
T choice(std::mt19937 &random, const std::vector<T> &choices)
{
    return choices[random() % choices.size()];
}

class Laws
{
public:
    Laws(const GuestConfig &config, std::mt19937 &random)
        : m_config(config), m_random(random), m_meaning(meaningOf(config))
    {
    }

    QStringList broken();

private:
    void fail(const QString &what) { m_broken.append(what); }
    std::optional<GuestConfig> acted(const QString &what, const TextEdits &edits,
                                     GuestDialect dialect);
    void keeps(const QString &what, const GuestConfig &after, QByteArrayView but);
    void values();
    void lists();
    void removal();
    void disks();
    void vifs();
    void findings();
    void conversion();
    QByteArray anyKey();
    QByteArray anyText();

    const GuestConfig &m_config;
    std::mt19937 &m_random;
    Meaning m_meaning;
    QStringList m_broken;
};

/// The document after an act.
std::optional<GuestConfig> Laws::acted(const QString &what, const TextEdits &edits,
                                       GuestDialect dialect)
{
    const QByteArray &before = m_config.text();
    if (!areApplicable(edits, before.size())) {
        fail(what + u": edits overlap or lie outside"_s);
        return {};
    }
    const QByteArray after = applied(before, edits);
    if (applied(after, inverse(before, edits)) != before)
        fail(what + u": the inverse does not take it back"_s);
    const Parsed<GuestConfig> parsed = GuestConfig::parse(after, dialect);
    if (!parsed) {
        fail(what + u": refused after it: "_s + parsed.error().message + u"\n"_s
             + QString::fromLatin1(after));
        return {};
    }
    if (parsed->text() != after)
        fail(what + u": the text is another"_s);
    return *parsed;
}

void Laws::keeps(const QString &what, const GuestConfig &after, QByteArrayView but)
{
    const QByteArray key = but.toByteArray();
    Meaning before = m_meaning;
    Meaning now = meaningOf(after);
    before.remove(key);
    now.remove(key);
    if (before != now)
        fail(what + u": another key has changed\n"_s + QString::fromLatin1(after.text()));
}

QByteArray Laws::anyKey()
{
    if (!m_config.settings().isEmpty() && m_random() % 3)
        return m_config.settings()[qsizetype(m_random() % quint64(m_config.settings().size()))].key;
    return choice<QByteArray>(m_random,
                              {"name", "memory", "vcpus", "extra", "uuid", "brand_new", "k9"});
}

QByteArray Laws::anyText()
{
    QByteArray text;
    for (int i = int(m_random() % 4); i > 0; --i) {
        text += choice<QByteArray>(m_random, {"web1", "512", "'", "\"", "\\", "\n",       "\r",
                                              "\t",   " ",   "#", ",",  "=",  "\xc3\xa9", "\xff",
                                              "\x01", "'''", "0", "$x", ";",  "]"});
    }
    return text;
}

void Laws::values()
{
    const QByteArray key = anyKey();
    const QByteArray text = anyText();
    if (const auto edits = m_config.setString(key, text)) {
        const QString what = u"setString "_s + QString::fromLatin1(key + "=" + text);
        if (const auto after = acted(what, *edits, m_config.dialect())) {
            if (after->string(key) != text)
                fail(what + u": not read back\n"_s + QString::fromLatin1(after->text()));
            keeps(what, *after, key);
            if (const auto again = after->setString(key, text); !again || !again->isEmpty())
                fail(what + u": setting the same again is an act"_s);
        }
    }
    if (const auto edits = m_config.set(key, text)) {
        if (const auto after = acted(u"set"_s, *edits, m_config.dialect());
            after && after->string(key) != text)
            fail(u"set: not read back"_s);
    }
    const qint64 number = qint64(m_random()) - (1 << 30);
    if (const auto edits = m_config.setNumber(key, number)) {
        const auto after = acted(u"setNumber"_s, *edits, m_config.dialect());
        if (after && after->number(key) != number)
            fail(u"setNumber: not read back\n"_s + QString::fromLatin1(after->text()));
        if (after)
            keeps(u"setNumber"_s, *after, key);
    }
}

void Laws::lists()
{
    const QByteArray key = choice<QByteArray>(m_random, {"disk", "vif", "cpus", anyKey()});
    QList<QByteArray> values = m_config.list(key).value_or(QList<QByteArray>());
    for (int i = int(m_random() % 3); i >= 0; --i) {
        const qsizetype at = qsizetype(m_random() % quint64(values.size() + 1));
        if (m_random() % 2)
            values.insert(at, anyText());
        else if (at < values.size())
            values.removeAt(at);
    }
    const auto edits = m_config.setList(key, values);
    if (!edits)
        return;
    const QString what = u"setList "_s + QString::fromLatin1(key + ": " + values.join('|'));
    const auto after = acted(what, *edits, m_config.dialect());
    if (!after)
        return;
    if (after->list(key) != values)
        fail(what + u": not read back\n"_s + QString::fromLatin1(after->text()));
    keeps(what, *after, key);
}

void Laws::removal()
{
    const QByteArray key = anyKey();
    const auto edits = m_config.remove(key);
    if (!edits)
        return;
    const QString what = u"remove "_s + QString::fromLatin1(key);
    const auto after = acted(what, *edits, m_config.dialect());
    if (!after)
        return;
    if (after->setting(key))
        fail(what + u": it is still there"_s);
    keeps(what, *after, key);
}

QList<QByteArray> disksOf(const GuestConfig &config)
{
    QList<QByteArray> result;
    for (const GuestDisk &disk : config.disks())
        result.append(describedDisk(disk));
    return result;
}

QList<QByteArray> vifsOf(const GuestConfig &config)
{
    QList<QByteArray> result;
    for (const GuestVif &vif : config.vifs())
        result.append(describedVif(vif));
    return result;
}

void Laws::disks()
{
    const QList<GuestDisk> disks = m_config.disks();
    const QList<QByteArray> before = disksOf(m_config);
    GuestDiskSpec spec;
    spec.target = choice<QByteArray>(m_random, {"/dev/vg/new", "/srv/new.img", "vg/new", "/srv/a,b",
                                                "/srv/a'b", "/srv/a=b", ""});
    spec.vdev = choice<QByteArray>(m_random, {"xvdn", "hdc", "xvda", ""});
    spec.access = choice<QByteArray>(m_random, {"r", "w", "w!", "rw"});
    spec.isCdrom = m_random() % 4 == 0;
    spec.format = choice<QByteArray>(m_random, {"", "raw", "qcow2", "qed"});
    if (const auto edits = m_config.addDisk(spec)) {
        if (const auto after = acted(u"addDisk"_s, *edits, m_config.dialect())) {
            QList<QByteArray> now = disksOf(*after);
            const GuestDisk added = after->disks().value(now.size() - 1);
            if (now.isEmpty() || added.refusal || added.target() != spec.target
                || added.vdev() != spec.vdev || added.isCdrom() != spec.isCdrom)
                fail(u"addDisk: not read back\n"_s + QString::fromLatin1(after->text()));
            else if (now.removeLast(); now != before)
                fail(u"addDisk: another disk has changed\n"_s + QString::fromLatin1(after->text()));
            keeps(u"addDisk"_s, *after, "disk");
        }
    }
    if (disks.isEmpty())
        return;
    const qsizetype index = qsizetype(m_random() % quint64(disks.size()));
    const QByteArray vdev = disks[index].vdev();
    if (const auto edits = m_config.removeDisk(vdev)) {
        if (const auto after = acted(u"removeDisk"_s, *edits, m_config.dialect())) {
            QList<QByteArray> wanted = before;
            wanted.removeAt(index);
            if (disksOf(*after) != wanted)
                fail(u"removeDisk "_s + QString::fromLatin1(vdev) + u": another list\n"_s
                     + QString::fromLatin1(after->text()));
            keeps(u"removeDisk"_s, *after, "disk");
        }
    }
    Fields fields;
    for (int i = int(m_random() % 3); i >= 0; --i) {
        const QByteArray name = choice<QByteArray>(
            m_random, {"mode", "path", "access", "target", "vdev", "format", "backend", "devtype",
                       "script", "prefix", "protocol", "backendtype"});
        const auto isName = [&](const auto &field) { return field.first == name; };
        const bool isTwice =
            name == "mode" || name == "path" || std::any_of(fields.begin(), fields.end(), isName);
        if (isTwice && !fields.isEmpty())
            continue;
        fields.append(
            {name, choice<QByteArray>(m_random, {"w", "r", "w!", "rw", "/dev/vg/other", "xvdq",
                                                 "raw", "qcow2", "", "cdrom", "disk", "dom2",
                                                 "/a,b", " x", "phy", "tap:aio", "'"})});
    }
    const auto edits = m_config.changeDisk(vdev, fields);
    if (!edits)
        return;
    QString what = u"changeDisk "_s + QString::fromLatin1(vdev);
    for (const auto &[name, value] : fields)
        what += u' ' + QString::fromLatin1(name + "=" + value);
    const auto after = acted(what, *edits, m_config.dialect());
    if (!after)
        return;
    const QList<GuestDisk> now = after->disks();
    if (now.size() != disks.size()) {
        fail(what + u": another number of disks\n"_s + QString::fromLatin1(after->text()));
        return;
    }
    for (const auto &[name, value] : fields) {
        const QByteArray field = name == "path" ? "target" : name == "mode" ? "access" : name;
        const bool isThere = now[index].value(field) == value;
        const bool isDefault = (value == "raw" && field == "format")
                               || (value == "w" && field == "access")
                               || (value == "disk" && field == "devtype") || value.isEmpty()
                               || (value == "cdrom" && now[index].isCdrom())
                               || (m_config.dialect() == GuestDialect::Xl && field == "prefix");
        if (!isThere && !isDefault)
            fail(what + u": not read back\n"_s + QString::fromLatin1(after->text()));
    }
    QList<QByteArray> others = before;
    QList<QByteArray> othersNow = disksOf(*after);
    others.removeAt(index);
    othersNow.removeAt(index);
    if (others != othersNow)
        fail(what + u": another disk has changed\n"_s + QString::fromLatin1(after->text()));
    keeps(what, *after, "disk");
}

void Laws::vifs()
{
    const QList<QByteArray> before = vifsOf(m_config);
    Fields fields;
    for (const char *name : {"mac", "bridge", "ip", "model", "rate", "foo"}) {
        if (m_random() % 3 == 0)
            fields.append(
                {name, choice<QByteArray>(m_random, {"00:16:3e:00:00:77", "xenbr9", "10.0.0.9",
                                                     "e1000", "10Mb/s", "", "a,b", " x", "it's"})});
    }
    const auto isRead = [&](const GuestVif &vif) {
        return std::all_of(fields.begin(), fields.end(), [&](const auto &field) {
            return vif.value(field.first) == field.second;
        });
    };
    if (const auto edits = m_config.addVif(fields)) {
        if (const auto after = acted(u"addVif"_s, *edits, m_config.dialect())) {
            QList<QByteArray> now = vifsOf(*after);
            if (now.isEmpty() || !isRead(after->vifs().last()))
                fail(u"addVif: not read back\n"_s + QString::fromLatin1(after->text()));
            else if (now.removeLast(); now != before)
                fail(u"addVif: another card has changed\n"_s + QString::fromLatin1(after->text()));
            keeps(u"addVif"_s, *after, "vif");
        }
    }
    if (before.isEmpty())
        return;
    const qsizetype index = qsizetype(m_random() % quint64(before.size()));
    if (const auto edits = m_config.removeVif(index)) {
        if (const auto after = acted(u"removeVif"_s, *edits, m_config.dialect())) {
            QList<QByteArray> wanted = before;
            wanted.removeAt(index);
            if (vifsOf(*after) != wanted)
                fail(u"removeVif: another list\n"_s + QString::fromLatin1(after->text()));
        }
    }
    if (const auto edits = m_config.changeVif(index, fields)) {
        if (const auto after = acted(u"changeVif"_s, *edits, m_config.dialect())) {
            if (after->vifs().size() != before.size() || !isRead(after->vifs()[index]))
                fail(u"changeVif: not read back\n"_s + QString::fromLatin1(after->text()));
            keeps(u"changeVif"_s, *after, "vif");
        }
    }
}

void Laws::findings()
{
    const QList<Diagnostic> found = m_config.diagnostics();
    qsizetype before = 0;
    for (const Diagnostic &finding : found) {
        const QString what = QString::fromLatin1(finding.id);
        if (finding.span.begin < before || finding.span.end < finding.span.begin
            || finding.span.end > m_config.text().size())
            fail(what + u": its place is wrong"_s);
        before = finding.span.begin;
        if (finding.message.isEmpty()
            || (finding.message.contains(u"%1"_s) && !m_config.text().contains("%1")))
            fail(what + u": no sentence"_s);
        if (finding.fix
            && acted(what + u": "_s + finding.fix->title, finding.fix->edits, m_config.dialect())
            && finding.fix->edits.isEmpty())
            fail(what + u": a fix that does nothing"_s);
    }
}

void Laws::conversion()
{
    const bool isXl = m_config.dialect() == GuestDialect::Xl;
    const GuestDialect other = isXl ? GuestDialect::Xm : GuestDialect::Xl;
    const GuestConversion conversion = m_config.convertedTo(other);
    if (!areApplicable(conversion.edits, m_config.text().size())) {
        fail(u"conversion: edits overlap or lie outside"_s);
        return;
    }
    if (!conversion.obstacles.isEmpty())
        return;
    const auto after = acted(u"conversion"_s, conversion.edits, other);
    if (!after)
        return;
    const QList<GuestDisk> disks = m_config.disks();
    const QList<GuestDisk> now = after->disks();
    const bool isSame = std::equal(disks.begin(), disks.end(), now.begin(), now.end(),
                                   [](const GuestDisk &a, const GuestDisk &b) {
                                       return a.target() == b.target() && a.vdev() == b.vdev()
                                              && a.isWritable() == b.isWritable() && !b.refusal;
                                   });
    if (!isSame)
        fail(u"conversion: other disks\n"_s + QString::fromLatin1(after->text()));
    for (const char *key : {"name", "uuid", "root", "on_crash", "kernel"}) {
        if (m_config.setting(key) && m_config.string(key) != after->string(key))
            fail(u"conversion: another "_s + QLatin1StringView(key) + u'\n'
                 + QString::fromLatin1(after->text()));
    }
    if (m_config.number("memory") && m_config.number("memory") != after->number("memory")
        && m_config.setting("memory")->value.kind == GuestValue::Kind::Number)
        fail(u"conversion: other memory"_s);
}

QStringList Laws::broken()
{
    values();
    lists();
    removal();
    disks();
    vifs();
    findings();
    conversion();
    return m_broken;
}

} // namespace

QHash<QByteArray, QByteArray> meaningOf(const GuestConfig &config)
{
    QHash<QByteArray, QByteArray> meaning;
    for (const GuestSetting &setting : config.settings())
        meaning[setting.key] =
            described(*config.value(setting.key)) + (setting.conditional ? "?" : "");
    return meaning;
}

QStringList brokenLaws(const QByteArray &text, GuestDialect dialect, std::mt19937 &random)
{
    const Parsed<GuestConfig> config = GuestConfig::parse(text, dialect);
    if (!config) {
        const bool isInside = config.error().offset >= 0 && config.error().offset <= text.size();
        QStringList broken;
        if (!isInside || config.error().message.isEmpty())
            broken.append(u"an error without place or words"_s);
        if (const auto fix = GuestConfig::repair(text, dialect);
            fix && !GuestConfig::parse(applied(text, fix->edits), dialect))
            broken.append(u"a repair that does not"_s);
        return broken;
    }
    if (config->text() != text)
        return {u"the text is another"_s};
    return Laws(*config, random).broken();
}

} // namespace colonnade::formats
