// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clusterconfcheckvalues.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace colonnade::formats {

namespace {

constexpr std::array YesWords{"yes", "true", "on", "y", "t", "enable", "enabled"};
constexpr std::array NoWords{"no", "false", "off", "n", "f", "disable", "disabled"};

template<typename Words>
bool isOneOf(const Words &words, const QString &value)
{
    const QString trimmed = value.trimmed();
    return std::ranges::any_of(words, [&trimmed](const char *word) {
        return trimmed.compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
    });
}

/// One attribute under the eye.
struct Subject
{
    ClusterConfCheck &check;
    const XmlElement &element;
    const ClusterAttribute &schema;
    QString value;

    QString name() const { return QString::fromLatin1(schema.name); }
    /// `ordered="yes"`
    QString text() const { return u"%1=%2"_s.arg(name(), quoted(value)); }

    void report(const char *id, Severity severity, const QString &message,
                const QString &replacement = {}) const
    {
        std::optional<Fix> fix;
        if (!replacement.isEmpty())
            fix = check.fixBySetting(element, schema.name, replacement);
        check.report(id, severity, element.spanOf(schema.name), message, std::move(fix));
    }
};

void checkFlag(const Subject &subject)
{
    const bool takesYes = subject.schema.value == ClusterValue::YesFlag;
    if (wholeNumber(subject.value))
        return;
    if (subject.value.trimmed().isEmpty()) {
        subject.report("not-a-flag", Severity::Warning,
                       u"%1 is empty, which is off: write 0 or 1."_s.arg(subject.name()), u"0"_s);
    } else if (takesYes && subject.value == u"yes"_s) {
        subject.report(
            "not-a-flag", Severity::Hint,
            u"%1 is on; 1 says the same, and is what other switches need."_s.arg(subject.text()),
            u"1"_s);
    } else if (isOneOf(YesWords, subject.value)) {
        subject.report("not-a-flag", Severity::Error,
                       u"%1 is off: the daemons take %2 here, and read any other word as 0."_s.arg(
                           subject.text(), takesYes ? u"numbers and yes"_s : u"numbers"_s),
                       u"1"_s);
    } else if (isOneOf(NoWords, subject.value)) {
        subject.report("not-a-flag", Severity::Hint,
                       u"%1 is off, as any word would be: write 0."_s.arg(subject.text()), u"0"_s);
    } else {
        const bool on = takesYes ? daemonYesFlag(subject.value) : daemonFlag(subject.value);
        subject.report("not-a-flag", Severity::Error,
                       u"%1 has to be 0 or 1; as it stands it is %2."_s.arg(
                           subject.text(), on ? u"on"_s : u"off"_s));
    }
}

/// Words that have to be words: `1` is not yes.
void checkWord(const Subject &subject, const QStringList &on, const QStringList &off)
{
    if (on.contains(subject.value) || off.contains(subject.value))
        return;
    const QString all = (on + off).join(u", "_s);
    const QString value = subject.value.trimmed();
    const bool isOff = wholeNumber(value) == 0 || isOneOf(NoWords, value);
    const bool isOn = !isOff && (wholeNumber(value) || isOneOf(YesWords, value));
    // The daemons compare with the words of this attribute and take all else for the default.
    const QString replacement = isOn ? on.first() : isOff ? off.first() : QString();
    const Severity severity = isOn && wholeNumber(value) ? Severity::Error : Severity::Warning;
    subject.report(
        "not-a-word", severity,
        u"%1 does not count: the daemons know only the words %2 here."_s.arg(subject.text(), all),
        replacement);
}

void checkNumber(const Subject &subject, int least)
{
    const std::optional<int> number = wholeNumber(subject.value);
    if (!number)
        subject.check.reportNoNumber(subject.element, subject.schema.name);
    else if (*number < least)
        subject.report("not-a-number", Severity::Error,
                       u"%1 of <%2> has to be %3 or more, not %4."_s.arg(
                           subject.name(), shown(QString::fromUtf8(subject.element.tag())),
                           QString::number(least), QString::number(*number)));
}

void checkTime(const Subject &subject)
{
    QStringView value = QStringView(subject.value).trimmed();
    if (!value.isEmpty() && u"smhdwySMHDWY"_s.contains(value.last(1)))
        value.chop(1);
    const std::optional<int> number = wholeNumber(value);
    if (!number || *number < 0)
        subject.report("not-a-time", Severity::Warning,
                       u"%1 is no time: write a number, and s, m, h, d, w or y behind it if it is "
                       "not seconds."_s.arg(subject.text()));
}

void checkChoice(const Subject &subject)
{
    if (subject.schema.choices.contains(subject.value.toUtf8()))
        return;
    QStringList all;
    for (const QByteArray &choice : subject.schema.choices)
        all.append(QString::fromLatin1(choice));
    if (subject.schema.name == "transport") {
        subject.report("unknown-choice", Severity::Error,
                       u"%1 stops cman from starting: \"Transport option value can be one of udp, "
                       "udpb, udpu, rdma\"."_s.arg(subject.text()),
                       subject.check.nearest(subject.value, all));
        return;
    }
    subject.report(
        "unknown-choice", Severity::Warning,
        u"%1 is none of the values that are known: %2."_s.arg(subject.text(), all.join(u", "_s)),
        subject.check.nearest(subject.value, all));
}

} // namespace

void checkValue(ClusterConfCheck &check, const XmlElement &element, const ClusterAttribute &schema)
{
    if (schema.value == ClusterValue::Text)
        return;
    const Subject subject{check, element, schema, element.value(schema.name)};
    switch (schema.value) {
    case ClusterValue::Text:
        break;
    case ClusterValue::Flag:
    case ClusterValue::Autostart:
    case ClusterValue::YesFlag:
        return checkFlag(subject);
    case ClusterValue::YesOn:
        return checkWord(subject, {u"yes"_s, u"on"_s}, {u"no"_s, u"off"_s});
    case ClusterValue::YesNo:
        return checkWord(subject, {u"yes"_s}, {u"no"_s});
    case ClusterValue::OnOff:
        return checkWord(subject, {u"on"_s}, {u"off"_s});
    case ClusterValue::Integer:
        return checkNumber(subject, std::numeric_limits<int>::min());
    case ClusterValue::NotNegative:
        return checkNumber(subject, 0);
    case ClusterValue::Positive:
        return checkNumber(subject, 1);
    case ClusterValue::Time:
        return checkTime(subject);
    case ClusterValue::Choice:
        return checkChoice(subject);
    }
}

} // namespace colonnade::formats
